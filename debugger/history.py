"""What was typed, kept over sessions in the user's state directory.

Source of the place: the XDG Base Directory Specification.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterable

from prompt_toolkit.history import FileHistory, History, InMemoryHistory


class StateHistory(FileHistory):
    """A history file that never gets in the way: what cannot be stored stays in memory."""

    def __init__(self, path: str, limit: int | None = None) -> None:
        super().__init__(path)
        self.limit = limit
        self.failure = ""

    def load_history_strings(self) -> Iterable[str]:
        """The newest first, no more than `limit`."""
        return itertools.islice(super().load_history_strings(), self.limit)

    def store_string(self, string: str) -> None:
        try:
            with open(self.filename, "ab", opener=open_private) as file:
                lines = "".join(f"+{line}\n" for line in string.split("\n"))
                file.write(f"\n{lines}".encode("utf-8", "replace"))
        except OSError as error:
            self.failure = f"the history is not saved: {self.filename}: {error.strerror}"


def open_history(name: str, limit: int | None = None) -> History:
    """The history `name`, of which so many inputs are read; one in memory where there is no place
    to write.
    """
    try:
        directory = state_directory()
        os.makedirs(directory, 0o700, exist_ok=True)
        path = os.path.join(directory, name)
        with open(path, "ab", opener=open_private):
            return StateHistory(path, limit)
    except OSError:
        return InMemoryHistory()


def state_directory() -> str:
    base = os.environ.get("XDG_STATE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), ".local", "state")
    return os.path.join(base, "hippy")


def open_private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
