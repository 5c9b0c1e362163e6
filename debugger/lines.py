"""Input line by line, for when standard input is not a terminal. The terminal's is in prompt.py."""

from __future__ import annotations

import io
import sys
from typing import Protocol


class Reader(Protocol):
    """Where command lines come from."""

    def read(self) -> str:
        """The next line; raises EOFError at the end and KeyboardInterrupt for Ctrl-C."""


class BatchReader:
    """The lines of a file, each shown behind the prompt as if it had been typed.

    Blank lines and those that begin with # are left out.
    """

    def __init__(self, path: str, prompt: str) -> None:
        """Raises OSError."""
        with open(path, "rb") as file:
            text = file.read().decode("utf-8", "surrogateescape")
        lines = [line.strip() for line in text.splitlines()]
        self.lines = iter([line for line in lines if line and not line.startswith("#")])
        self.prompt = prompt

    def read(self) -> str:
        line = next(self.lines, None)
        if line is None:
            raise EOFError
        sys.stdout.write(f"{self.prompt}{line}\n")
        sys.stdout.flush()
        return line


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
