"""Input line by line, for when standard input is not a terminal. The terminal's is in prompt.py."""

from __future__ import annotations

import io
from typing import Protocol


class Reader(Protocol):
    """Where command lines come from."""

    def read(self) -> str:
        """The next line; raises EOFError at the end and KeyboardInterrupt for Ctrl-C."""


class PipeReader:
    """The lines of standard input, each read no further than its end.

    What follows may be the program's to read.
    """

    def __init__(self) -> None:
        self.stream = io.FileIO(0, closefd=False)

    def read(self) -> str:
        line = self.stream.readline()
        if not line:
            raise EOFError
        return line.decode("utf-8", "surrogateescape")
