"""Styled text for terminals: the names of debugger/theme.py, and some more, in escape sequences."""

from __future__ import annotations

from hippy.debugger.present import Fragments
from hippy.debugger.theme import STYLES as THEME

STYLES = {**THEME, "heat.hot": "ansired bold", "heat.warm": "ansiyellow", "heat.cold": ""}
COLOURS = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "gray"]
CODES = {"bold": "1", "italic": "3", "underline": "4"}
CODES.update({f"ansi{name}": str(30 + number) for number, name in enumerate(COLOURS)})
CODES.update({f"ansibright{name}": str(90 + number) for number, name in enumerate(COLOURS)})


def painted(fragments: Fragments) -> str:
    """The text with escape sequences."""
    return "".join(paint(style, text) for style, text in fragments)


def paint(style: str, text: str) -> str:
    words = STYLES.get(style.removeprefix("class:"), "").split()
    codes = ";".join(CODES[word] for word in words if word in CODES)
    return f"\x1b[{codes}m{text}\x1b[0m" if codes and text else text
