"""What rpython's log tells while it runs: the phase, how far it is, the times, the last error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

START = "start"
PHASES = (
    "annotate", "rtype", "pyjitpl", "backendopt", "stackcheck", "database", "source", "compile",
)
PHASES_WITHOUT_JIT = tuple(phase for phase in PHASES if phase != "pyjitpl")
# Seconds that each phase took on two processors with PyPy; only the proportions matter once a phase
# is over, and nothing of it once one build has been finished on this machine.
FIRST_GUESS = {
    "annotate": 35.0, "rtype": 45.0, "pyjitpl": 160.0, "backendopt": 45.0, "stackcheck": 5.0,
    "database": 65.0, "source": 30.0, "compile": 80.0,
}
CPYTHON_SLOWDOWN = 1.5
GOALS = {
    "annotate": "annotate",
    "rtype_lltype": "rtype",
    "pyjitpl_lltype": "pyjitpl",
    "backendopt_lltype": "backendopt",
    "stackcheckinsertion_lltype": "stackcheck",
    "database_c": "database",
    "source_c": "source",
    "compile_c": "compile",
}
STARTING = re.compile(r"starting (\w+)$")
TIMING = re.compile(r"\[Timer\] (\w+)\s+--- +([0-9.]+) s$")
SPECIALIZING = re.compile(r"\[rtyper\] specializing: (\d+) / (\d+) blocks")
COMPILING = re.compile(r"\[platform:execute\] make .*in (/.*)$")
LOG_PREFIX = re.compile(r"\[[\w:]+\] |\[[0-9a-f]+\] [{}\w-]+$|starting \w+$")
ERROR_PREFIX = "[translation:ERROR] "
ERROR_LINES = 30


class Translation:
    """The state of one translation, fed with the lines of its log."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.phase = START
        self.phase_began = clock()
        self.watched: dict[str, float] = {}
        self.timed: dict[str, float] = {}
        self.fraction: float | None = None
        self.c_folder: str | None = None

    def feed(self, line: str) -> None:
        if match := STARTING.match(line):
            if match[1] in GOALS:
                self.enter(GOALS[match[1]])
        elif match := TIMING.match(line):
            if match[1] in GOALS:
                self.timed[GOALS[match[1]]] = float(match[2])
        elif match := SPECIALIZING.match(line):
            if self.phase == "rtype":
                self.fraction = int(match[1]) / int(match[2])
        elif match := COMPILING.match(line):
            self.c_folder = match[1]

    def enter(self, phase: str) -> None:
        self.leave()
        self.phase = phase
        self.phase_began = self.clock()
        self.fraction = None

    def leave(self) -> None:
        """Notes the time of the phase that ends."""
        if self.phase != START:
            self.watched[self.phase] = self.clock() - self.phase_began

    def seconds(self) -> dict[str, float]:
        """What each finished phase took: rpython's own figures where it printed them."""
        return {**self.watched, **self.timed}


def first_guess(names: Iterable[str], implementation: str) -> dict[str, float]:
    """What each phase might take with PyPy or CPython; the last one is gcc's alone."""
    slowdown = 1.0 if implementation == "PyPy" else CPYTHON_SLOWDOWN
    return {name: FIRST_GUESS[name] * (1.0 if name == "compile" else slowdown) for name in names}


def last_error(lines: Iterable[str]) -> str:
    """The last error of a failed translation's log, or '' when the log shows none.

    That is rpython's own last ERROR message with the lines that belong to it, else the place and
    the message of the last traceback.
    """
    lines = list(lines)
    for position in range(len(lines) - 1, -1, -1):
        if lines[position].startswith(ERROR_PREFIX):
            return shorten(error_message(lines, position))
    for position in range(len(lines) - 1, -1, -1):
        if lines[position].startswith("Traceback (most recent call last)"):
            return shorten(traceback_end(lines[position + 1:]))
    return ""


def error_message(lines: list[str], first: int) -> list[str]:
    message = [lines[first][len(ERROR_PREFIX):]]
    for line in lines[first + 1:]:
        if line.startswith(ERROR_PREFIX):
            message.append(line[len(ERROR_PREFIX):])
        elif LOG_PREFIX.match(line):
            break
        else:
            message.append(line)
    return message


def traceback_end(lines: list[str]) -> list[str]:
    """The place and the message of a traceback."""
    places = [line for line in lines if line.startswith("  File ")]
    for position, line in enumerate(lines):
        if line and not line.startswith(" "):
            return [*places[-1:], *lines[position:]]
    return lines


def shorten(lines: list[str]) -> str:
    kept = [line.rstrip() for line in lines if line.strip()]
    if len(kept) > ERROR_LINES:
        dropped = len(kept) - ERROR_LINES
        kept = [*kept[:ERROR_LINES], f"... and {dropped} lines more in the log"]
    return "\n".join(kept)
