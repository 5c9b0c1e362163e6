"""The line that greets at the start of an interactive session."""

from __future__ import annotations

from hippy.debugger.present import Fragments
from hippy.debugger.session import Welcome


def banner(welcome: Welcome, engine: str) -> Fragments:
    """`engine` says which engine runs, as main.py found it."""
    php = f"PHP {welcome.language_version}, " if welcome.language_version else ""
    return [
        ("class:heading", f"Hippy {welcome.version}".rstrip()),
        ("", f" ({php}{engine} engine)"),
        ("class:note", "  :help lists the commands, Ctrl-D leaves\n"),
    ]
