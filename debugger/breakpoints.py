"""The user's breakpoints: they keep their numbers over runs, while the engine's change with each.

How places are typed is in places.py; what is done at a stop in app.py.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hippy.debugger.places import Place
from hippy.debugger.session import Breakpoint, EngineError, Session, Stop
from hippy.debugger.values import Value

UNCAUGHT = "hippy:uncaught"


class NoSuchBreakpoint(Exception):
    """A number that no breakpoint has."""


@dataclass
class UserBreakpoint:
    """A breakpoint as the user knows it. `identifier` is the engine's name for it in this run.

    `log`: an expression to print without stopping. `value` and `level`: what a watched expression
    had when the program stood still last, and in which frame, counted from the outermost, it is.
    `hopeless`: its file is loaded, and there is no code near the line.
    """

    number: int
    place: Place
    temporary: bool = False
    enabled: bool = True
    identifier: str = ""
    resolved: bool = False
    asked: int = 0
    hopeless: bool = False
    log: str = ""
    value: Value | None = None
    level: int = 0

    @property
    def pending(self) -> bool:
        """Whether no code has been found yet at which it could stop."""
        return self.place.type == "line" and not self.resolved

    @property
    def moved(self) -> bool:
        """Whether it stops on another line than the one that was asked for."""
        return self.resolved and self.asked not in (0, self.place.line)

    def __str__(self) -> str:
        return f"{self.place} log {self.log}" if self.log else str(self.place)

    def notes(self, hits: int) -> list[str]:
        """What a list says of it."""
        notes = [] if self.enabled else ["disabled"]
        if self.pending:
            notes.append("no code near that line" if self.hopeless else "pending")
        if self.moved:
            notes.append(f"line {self.asked} has no code")
        if self.temporary:
            notes.append("once")
        if hits:
            notes.append("hit once" if hits == 1 else f"hit {hits} times")
        return notes


class Breakpoints:
    """All of them; every method that takes a session tells its engine. Raises EngineError."""

    def __init__(self) -> None:
        self.all: list[UserBreakpoint] = []
        self.last_number = 0

    def add(self, session: Session, stop: UserBreakpoint) -> None:
        """Gives it a number once the engine has taken it."""
        self.send(session, stop)
        self.last_number += 1
        stop.number = self.last_number
        self.all.append(stop)

    def send_all(self, session: Session) -> list[str]:
        """For a new run; what cannot be set again is told. Watched expressions end with a run."""
        failures = []
        self.all = [stop for stop in self.all if stop.place.type != "watch"]
        for stop in self.all:
            try:
                self.send(session, stop)
            except EngineError as error:
                failures.append(f"breakpoint {stop.number}: {error}")
        return failures

    def send(self, session: Session, stop: UserBreakpoint) -> None:
        stop.identifier = send_place(session, stop.place, stop.temporary, stop.level)
        stop.resolved = stop.hopeless = False
        if not stop.enabled:
            session.breakpoint_update(stop.identifier, enabled=False)
        if stop.place.type == "line":
            stop.asked = stop.asked or stop.place.line
            settle(stop, session.breakpoint_get(stop.identifier))

    def settle(self, session: Session) -> list[UserBreakpoint]:
        """Asks for those in files that were loaded since they were set; gives those that moved."""
        waiting = {stop.identifier: stop for stop in self.all if stop.pending}
        moved = []
        for found in session.breakpoint_list() if waiting else []:
            if found.identifier in waiting:
                stop = waiting[found.identifier]
                settle(stop, found)
                if stop.moved:
                    moved.append(stop)
        return moved

    def named(self, argument: str) -> list[UserBreakpoint]:
        """Those whose numbers are given, or all; raises NoSuchBreakpoint."""
        if not argument:
            return list(self.all)
        known = {str(stop.number): stop for stop in self.all}
        words = argument.replace(",", " ").split()
        for word in words:
            if word not in known:
                raise NoSuchBreakpoint(word)
        return [known[word] for word in dict.fromkeys(words)]

    def at(self, stopped: Stop) -> UserBreakpoint | None:
        """The one at which the program stopped."""
        for stop in self.all:
            place = stop.place
            if stopped.breakpoint:
                if stop.identifier == stopped.breakpoint:
                    return stop
            elif stop.enabled and place.line and (
                    (place.file, place.line) == (stopped.file, stopped.line)):
                return stop
        return None

    def delete(self, session: Session | None, stop: UserBreakpoint) -> None:
        self.all.remove(stop)
        if session is not None:
            session.breakpoint_remove(stop.identifier)

    def enable(self, session: Session | None, stop: UserBreakpoint, enabled: bool) -> None:
        stop.enabled = enabled
        if session is not None:
            session.breakpoint_update(stop.identifier, enabled=enabled)

    def change(self, session: Session | None, stop: UserBreakpoint, place: Place) -> None:
        """Gives it another condition or count; in the engine that is another breakpoint."""
        if session is None:
            stop.place = place
            return
        session.breakpoint_remove(stop.identifier)
        stop.place = place
        self.send(session, stop)

    def hits(self, session: Session | None) -> dict[int, int]:
        """How often each was hit in this run."""
        if session is None:
            return {}
        hits = {found.identifier: found.hits for found in session.breakpoint_list()}
        return {stop.number: hits.get(stop.identifier, 0) for stop in self.all}

    def lines(self, file: str) -> frozenset[int]:
        """The lines of a file on which one stops."""
        return frozenset(stop.place.line for stop in self.all
                         if stop.place.file == file and stop.enabled)


def settle(stop: UserBreakpoint, found: Breakpoint) -> None:
    """Takes over the line that the engine moved the breakpoint to."""
    stop.resolved = found.resolved
    if found.resolved:
        stop.place = replace(stop.place, line=found.line)


def send_place(session: Session, place: Place, temporary: bool, level: int = 0) -> str:
    """The engine's identifier of a new breakpoint; `level`: the frame of a watched expression."""
    condition = place.condition.encode("utf-8", "surrogateescape") or None
    return session.breakpoint_set(
        "conditional" if condition and place.type == "line" else place.type,
        file=place.file or None,
        line=place.line or None,
        function=place.function or None,
        exception=place.exception or None,
        condition=condition,
        temporary=temporary,
        hit_value=place.hit_value or None,
        hit_condition=place.hit_condition or None,
        depth=level if place.type == "watch" else None,
    )
