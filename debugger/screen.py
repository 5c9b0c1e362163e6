"""Where styled text is written to: a terminal in colour, or anything else as plain text."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from typing import TextIO

from hippy.debugger.present import Fragments, plain

CLEAR_TO_END = "\x1b[K"
INVERSE, NORMAL = "\x1b[7m", "\x1b[0m"


class Screen:
    """Writes fragments. `terminal`: the stream is one that obeys escape sequences."""

    def __init__(self, stream: TextIO, terminal: bool, coloured: bool) -> None:
        self.stream = stream
        self.terminal = terminal
        self.coloured = coloured
        self.style = None
        self.output = None

    @property
    def width(self) -> int:
        """The columns there are; 80 where nobody knows."""
        try:
            return os.get_terminal_size(self.stream.fileno()).columns or 80
        except (OSError, ValueError):
            return 80

    def write(self, fragments: Fragments) -> None:
        if self.coloured:
            self.write_coloured(fragments)
            return
        self.stream.write(plain(fragments))
        self.stream.flush()

    def write_coloured(self, fragments: Fragments) -> None:
        from prompt_toolkit.output.vt100 import Vt100_Output
        from prompt_toolkit.renderer import print_formatted_text

        from hippy.debugger.theme import make_style

        if self.output is None:
            self.output = Vt100_Output.from_pty(self.stream, term=os.environ.get("TERM"))
            self.style = make_style()
        # prompt_toolkit takes the ends of lines as they come, and a terminal wants CR too when
        # it is raw; print_formatted_text writes both.
        print_formatted_text(self.output, fragments, self.style)

    def line(self, text: str, style: str = "") -> None:
        """One line in one style."""
        self.write([(style, text + "\n")])

    def fresh_line(self, unfinished: bool = False) -> None:
        """Moves to the start of a line, a new one if the program left its last line unfinished.

        Elsewhere than on a terminal `unfinished` decides, which is what the engine knows. On a
        terminal others write too: child processes, and the terminal itself, which echoes ^C. So a
        mark is written, and blanks for the rest of a line: from the first column they end exactly
        at the last, where a terminal waits before it wraps, and the mark is wiped out again; from
        any other they wrap, and the mark stays to show that the newline is not the program's.
        """
        if not self.terminal:
            if unfinished:
                self.write([("", "\n")])
            return
        mark = f"{INVERSE}%{NORMAL}" if self.coloured else "%"
        blanks = " " * (self.width - 1)
        self.stream.write(f"{mark}{blanks}\r{CLEAR_TO_END}")
        self.stream.flush()


@contextlib.contextmanager
def reader_may_leave() -> Iterator[None]:
    """Ends the program as other programs end when nobody reads their output any more."""
    try:
        yield
    except BrokenPipeError:
        # Python would try to write the rest once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(128 + signal.SIGPIPE)


def open_screen(colour: bool | None = None) -> Screen:
    """The screen on standard output; `colour` overrides what the environment asks for."""
    sys.stdout.reconfigure(errors="backslashreplace")
    terminal = sys.stdout.isatty() and os.environ.get("TERM", "dumb") not in ("dumb", "unknown")
    if colour is None:
        colour = not os.environ.get("NO_COLOR")
    return Screen(sys.stdout, terminal, terminal and colour)
