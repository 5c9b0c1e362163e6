"""What is typed before a prompt stands: the terminal keeps it line by line, with Ctrl-D as an end.

prompt_toolkit would make the terminal raw first. What waits then is bytes, and a Ctrl-D that was
pressed while a program ran is a zero byte among them, which says nothing. And a Ctrl-C that ends a
program takes with it what waits: the end of something pasted may never come.
"""

from __future__ import annotations

import os
import select
import sys
import termios
from asyncio import get_running_loop
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TextIO

from prompt_toolkit.input import Input
from prompt_toolkit.input.posix_utils import PosixStdinReader
from prompt_toolkit.input.vt100 import Vt100Input

END_OF_FILE, INTERRUPT = "\x04", "\x03"
PASTE, PASTE_END = "\x1b[200~", "\x1b[201~"


class PasteEnder:
    """Reads as `reader` does; where Ctrl-C comes inside of something pasted, that ends first.

    `seen`: the beginning of what is being pasted, if anything is, and a mark that may be cut.
    """

    def __init__(self, reader: PosixStdinReader) -> None:
        self.reader = reader
        self.seen = ""

    @property
    def closed(self) -> bool:
        return self.reader.closed

    def read(self, count: int = 1024) -> str:
        return self.ended(self.reader.read(count))

    def ended(self, text: str) -> str:
        before, interrupt, after = text.partition(INTERRUPT)
        if interrupt and self.is_pasting(before):
            self.seen = ""
            return before + PASTE_END + INTERRUPT + self.ended(after)
        self.is_pasting(text)
        return text

    def is_pasting(self, text: str) -> bool:
        """Whether something is being pasted behind the text, which is taken note of."""
        seen = self.seen + text
        pasting = seen.rfind(PASTE) > seen.rfind(PASTE_END)
        self.seen = (PASTE if pasting else "") + seen[1 - len(PASTE):]
        return pasting


class TerminalInput(Vt100Input):
    """The terminal; `waiting`: there are keys from before the prompt."""

    waiting = False

    def __init__(self, stdin: TextIO) -> None:
        super().__init__(stdin)
        self.stdin_reader = PasteEnder(self.stdin_reader)

    def raw_mode(self) -> AbstractContextManager[None]:
        self.take_lines()
        return super().raw_mode()

    def attach(self, input_ready_callback: Callable[[], None]) -> AbstractContextManager[None]:
        if self.waiting:
            self.waiting = False
            get_running_loop().call_soon(input_ready_callback)
        return super().attach(input_ready_callback)

    def take_lines(self) -> None:
        """Takes all lines that are complete, while the terminal still tells what is one."""
        terminal = self.fileno()
        while is_cooked(terminal) and select.select([terminal], [], [], 0)[0]:
            data = os.read(terminal, 1 << 16)
            self.waiting = True
            text = data.decode("utf-8", "surrogateescape") or END_OF_FILE
            self.vt100_parser.feed(self.stdin_reader.ended(text))
            if not data:
                return


def is_cooked(terminal: int) -> bool:
    try:
        return bool(termios.tcgetattr(terminal)[3] & termios.ICANON)
    except termios.error:
        return False


def terminal_input() -> Input | None:
    """The input for a prompt on this terminal; None, prompt_toolkit's own choice, elsewhere."""
    return TerminalInput(sys.stdin) if sys.stdin.isatty() else None
