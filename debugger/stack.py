"""The call stack, asked for frame by frame: a recursion may be a hundred thousand calls deep."""

from __future__ import annotations

from collections.abc import Iterator

from hippy.debugger.session import Frame, Session

AT_ONCE = 100


class Stack:
    """The frames while the program stands; 0 is the innermost. Raises what the session raises."""

    def __init__(self, session: Session | None = None) -> None:
        self.session = session
        self.depth = 0 if session is None else session.stack_depth()
        self.known: dict[int, Frame] = {}

    def __len__(self) -> int:
        return self.depth

    def __getitem__(self, level: int) -> Frame:
        if not 0 <= level < self.depth:
            raise IndexError(level)
        if level not in self.known:
            self.known[level] = self.session.stack_frame(level)
        return self.known[level]

    def __iter__(self) -> Iterator[Frame]:
        return iter(self.first(self.depth))

    def first(self, count: int) -> list[Frame]:
        """The innermost frames, so many at most."""
        count = min(count, self.depth)
        if count > AT_ONCE:
            self.known = dict(enumerate(self.session.stack_get()))
        return [self[level] for level in range(count)]

    def has_file(self, file: str) -> bool:
        """Whether code of the file runs, as far as the innermost frames tell."""
        return any(frame.file == file for frame in self.first(AT_ONCE))
