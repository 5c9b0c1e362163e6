"""Answers of commands that are longer than the screen, shown by the user's pager."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator

from hippy.debugger.present import Fragments, plain, width_of
from hippy.debugger.screen import Screen

AUTOWRAP = re.compile(r"\x1b\[\?7[hl]|\r")


@contextlib.contextmanager
def paged(screen: Screen, wanted: bool) -> Iterator[None]:
    """Holds back what is written, and has the pager show it if it is long."""
    if not wanted or not screen.terminal:
        yield
        return
    held: Fragments = []
    screen.write = held.extend
    try:
        yield
    finally:
        del screen.write
        if not is_long(held) or not page(screen, held):
            screen.write(held)


def is_long(fragments: Fragments) -> bool:
    size = shutil.get_terminal_size()
    lines = plain(fragments).split("\n")
    return sum(max(0, width_of(line) - 1) // size.columns + 1 for line in lines) > size.lines


def page(screen: Screen, fragments: Fragments) -> bool:
    """False if there is no pager."""
    command = shlex.split(os.environ.get("PAGER", "")) or ["less"]
    try:
        subprocess.run(command, input=text_of(screen, fragments).encode("utf-8", "replace"),
                       env={"LESS": "FRX", **os.environ}, check=False)
    except OSError:
        return False
    return True


def text_of(screen: Screen, fragments: Fragments) -> str:
    """The fragments with escape sequences for their colours, if the screen has any."""
    if not screen.coloured:
        return plain(fragments)
    from prompt_toolkit.data_structures import Size
    from prompt_toolkit.output.vt100 import Vt100_Output
    from prompt_toolkit.renderer import print_formatted_text

    from hippy.debugger.theme import make_style

    stream = io.StringIO()
    output = Vt100_Output(stream, lambda: Size(24, 80), term=os.environ.get("TERM"))
    print_formatted_text(output, fragments, make_style())
    return AUTOWRAP.sub("", stream.getvalue())
