"""What the JIT did in one run: traces, their operations and guards, aborts; made by stream.py.

A *trace* is a straight piece of machine code: a loop, or a bridge that hangs on a guard. A *guard*
is a check in a trace; where it fails, the machine code is left, or its bridge goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

PLACE = re.compile(r"(.*?);(.*):(\d+)-(\d+)~(.*)", re.DOTALL)
OPERATION = re.compile(r"(?:(\w+) = )?(\w+)\((.*)\)", re.DOTALL)
BOX = re.compile(r"[ipfv]\d+")
MERGE_POINT = "debug_merge_point"


class MalformedText(ValueError):
    """A text of the stream that is not of the form it should have."""


@dataclass(frozen=True, slots=True)
class Place:
    """A PHP instruction: `line` is its own line, `first_line` that of its function."""

    function: str
    file: str
    first_line: int
    line: int
    opcode: str

    def __str__(self) -> str:
        return f"{self.function} {self.file}:{self.line} {self.opcode}"


def parse_place(text: str) -> Place | None:
    """Reads `name;file:first_line-line~OPCODE`; None for an empty text; raises MalformedText."""
    if not text:
        return None
    match = PLACE.fullmatch(text)
    if not match:
        raise MalformedText(f"not a place: {text!r}")
    function, file, first_line, line, opcode = match.groups()
    return Place(function, file, int(first_line), int(line), opcode)


@dataclass(frozen=True, slots=True)
class Op:
    """One operation. A merge point (the start of a PHP instruction) is one too: it has a place.

    `offset` is that of its machine code in the trace's, -1 when it has none; `target` the label
    that a `label` is and a `jump` goes to; `made` the class of the object that is allocated.
    """

    name: str
    result: str = ""
    args: tuple[str, ...] = ()
    descr: str = ""
    failargs: tuple[str, ...] = ()
    offset: int = -1
    guard: int | None = None
    target: int | None = None
    made: str = ""
    place: Place | None = None
    depth: int = 0

    @property
    def is_merge_point(self) -> bool:
        return self.name == MERGE_POINT

    @property
    def is_guard(self) -> bool:
        return self.name.startswith("guard_")

    def __str__(self) -> str:
        if self.is_merge_point:
            return f"{MERGE_POINT}({self.depth}, {self.place})"
        words = list(self.args)
        if self.descr and not self.is_guard:
            words.append(f"descr={self.descr}")
        result = f"{self.result} = " if self.result else ""
        return f"{result}{self.name}({', '.join(words)})"


def parse_op(text: str, **more: object) -> Op:
    """Reads `i3 = int_add(i1, 2, descr=...) [fail arguments]`; raises MalformedText."""
    failargs: tuple[str, ...] = ()
    body = text
    if body.endswith("]"):
        body, _, inside = body.rpartition(" [")
        failargs = tuple(inside[:-1].split(", ")) if inside != "]" else ()
    match = OPERATION.fullmatch(body)
    if not match:
        raise MalformedText(f"not an operation: {text!r}")
    result, name, inside = match.groups()
    if inside.startswith("descr="):
        inside = ", " + inside
    words, _, descr = inside.partition(", descr=")
    args = tuple(words.split(", ")) if words else ()
    return Op(name, result or "", args, descr, failargs, **more)


Values = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Guard:
    """A check in a trace.

    `variables` says where each PHP variable of the loop's frame is: the name of a box, or a
    constant. `failures` counts the times that the check left the machine code; with a bridge, the
    bridge's own entries come on top. `values` and `last_variables` are what the last failure saw;
    `histogram` counts the values that a guard_value was given.
    """

    number: int
    trace: int
    kind: str
    place: Place | None = None
    condition: str = ""
    origin: str = ""
    resumes: str = ""
    variables: Values = ()
    failures: int = 0
    bridge: int | None = None
    values: Values = ()
    last_variables: Values = ()
    histogram: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Trace:
    """A loop: `kind` is `loop`, or `entry bridge` for code that only leads into another loop.

    `entries` counts how often the interpreter went into it, `label_runs` how often each of its
    labels was passed; None and {} when runs were not counted. `constants` says what object each
    constant is.
    """

    number: int
    kind: str
    token: int
    driver: str
    place: Place | None
    ops: tuple[Op, ...]
    slots: tuple[str, ...] = ()
    size: int = 0
    when: float = 0.0
    entries: int | None = None
    label_runs: dict[int, int] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)

    @property
    def iterations(self) -> int:
        """How often the loop's body was begun, its first time round included."""
        return sum(self.label_runs.values())

    @property
    def runs(self) -> int:
        """Its iterations, or how often it was entered where it is no loop; 0 when not counted."""
        return self.iterations or self.entries or 0

    @cached_property
    def definitions(self) -> dict[str, int]:
        """The index of the operation that made each box."""
        return {op.result: index for index, op in enumerate(self.ops) if op.result}

    def guard_ops(self) -> Iterator[tuple[int, Op]]:
        """(index, operation) of every guard."""
        return ((index, op) for index, op in enumerate(self.ops) if op.guard is not None)

    @property
    def ends_in_jump(self) -> bool:
        return bool(self.ops) and self.ops[-1].name == "jump"

    def jump_target(self) -> int | None:
        """The label that the last operation goes to; None when the trace ends otherwise."""
        return self.ops[-1].target if self.ends_in_jump else None


@dataclass(frozen=True)
class Bridge(Trace):
    """What goes on where a guard of another trace fails; `guard` is None if nobody watched then."""

    guard: int | None = None
    descr: int = 0


@dataclass(frozen=True, slots=True)
class Abort:
    """A trace that was given up.

    `at` is the PHP instruction it had reached, `functions` the RPython functions inside it; `guard`
    the guard it was to become a bridge of; `blamed` the PHP function that will not be inlined any
    more.
    """

    reason: str
    place: Place | None
    at: Place | None
    guard: int | None
    size: int
    functions: str
    blamed: Place | None = None
    when: float = 0.0


@dataclass(frozen=True, slots=True)
class Invalidation:
    """Loops thrown away because something they took for constant has changed."""

    loops: tuple[int, ...]
    when: float = 0.0


@dataclass(frozen=True)
class Recording:
    """Everything of one run. `complete`: the engine came to its end and wrote its final counts.

    `began` and `counted_at`: when the record began, and when the counts were taken that it has.
    """

    traces: tuple[Trace, ...]
    guards: dict[int, Guard]
    aborts: tuple[Abort, ...] = ()
    invalidations: tuple[Invalidation, ...] = ()
    cancelled: int = 0
    started: tuple[Place | None, ...] = ()
    totals: dict[str, float] = field(default_factory=dict)
    complete: bool = True
    began: float | None = None
    counted_at: float | None = None

    @property
    def loops(self) -> tuple[Trace, ...]:
        return tuple(trace for trace in self.traces if not isinstance(trace, Bridge))

    @property
    def bridges(self) -> tuple[Bridge, ...]:
        return tuple(trace for trace in self.traces if isinstance(trace, Bridge))

    @cached_property
    def by_number(self) -> dict[int, Trace]:
        return {trace.number: trace for trace in self.traces}

    @cached_property
    def trace_of_label(self) -> dict[int, int]:
        """The number of the trace that each label is in."""
        return {op.target: trace.number for trace in self.traces for op in trace.ops
                if op.name == "label" and op.target is not None}

    def exits(self, guard: Guard) -> int:
        """How often the guard did not hold: its failures and the entries of its bridge."""
        bridge = self.by_number.get(guard.bridge) if guard.bridge is not None else None
        return guard.failures + (bridge.entries or 0 if bridge else 0)

    def guards_of(self, trace: Trace) -> list[Guard]:
        """In the order in which they are checked."""
        return [self.guards[op.guard] for _, op in trace.guard_ops()]
