"""What is typed before a prompt stands: the terminal keeps it line by line, with Ctrl-D as an end.

prompt_toolkit would make the terminal raw first. What waits then is bytes, and a Ctrl-D that was
pressed while a program ran is a zero byte among them, which says nothing.
"""

from __future__ import annotations

import os
import select
import sys
import termios
from asyncio import get_running_loop
from collections.abc import Callable
from contextlib import AbstractContextManager

from prompt_toolkit.input import Input
from prompt_toolkit.input.vt100 import Vt100Input

END_OF_FILE = "\x04"


class TerminalInput(Vt100Input):
    """The terminal; `waiting`: there are keys from before the prompt."""

    waiting = False

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
            self.vt100_parser.feed(data.decode("utf-8", "surrogateescape") or END_OF_FILE)
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
