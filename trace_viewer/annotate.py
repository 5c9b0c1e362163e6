"""Passes over a recording: the PHP line of each operation, how often it ran, what hangs on what.

Nothing here knows how it will be shown (report.py does).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from hippy.trace_viewer.model import Abort, Bridge, Guard, Op, Place, Recording, Trace

# Operations that leave no machine code of their own.
NOISE = {"debug_merge_point", "jit_debug", "enter_portal_frame", "leave_portal_frame", "label",
         "keepalive", "increment_debug_counter"}


@dataclass(frozen=True, slots=True)
class Step:
    """The operations of one PHP instruction, without noise; there may be none.

    `begun` is how often the instruction was begun here, None when runs were not counted; 0 for the
    rest of an instruction that was begun elsewhere. `work` is the number of operations that ran in
    it all in all. `arrival`: the trace ends where this instruction begins, and goes on elsewhere.
    """

    place: Place | None
    depth: int
    ops: tuple[tuple[int, Op], ...]
    begun: int | None
    work: int
    arrival: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A trace from one label to the next. A loop's last one is its body, run again and again.

    `name` is `entry` (before the first label), `first round`, `loop` or `bridge`.
    """

    name: str
    runs: int | None
    steps: tuple[Step, ...]

    @property
    def ops(self) -> list[Op]:
        return [op for step in self.steps for _, op in step.ops]


@dataclass(slots=True)
class LineHeat:
    """How often a PHP line was begun in machine code, and the operations that it ran."""

    begun: int = 0
    work: int = 0


@dataclass(frozen=True, slots=True)
class Branch:
    """A trace with the bridges that hang on its guards, in the order of the guards."""

    trace: Trace
    bridges: tuple[tuple[Guard, Branch], ...] = ()


@dataclass(frozen=True, slots=True)
class AbortGroup:
    """Aborts for one reason at one place. `compiled`: a loop was made there all the same."""

    count: int
    abort: Abort
    compiled: bool


def sections(recording: Recording, trace: Trace) -> tuple[Section, ...]:
    """The trace cut at its labels, with what ran where; parts without operations are left out."""
    labels = [index for index, op in enumerate(trace.ops) if op.name == "label"]
    bounds = [0, *labels, len(trace.ops)]
    found: list[Section] = []
    place, depth = start_of(recording, trace), 0
    for position, (start, stop) in enumerate(pairwise(bounds)):
        name = section_name(trace, position, len(labels))
        runs = runs_of(trace, start) if position else trace.entries
        steps = StepCutter(recording, trace, runs, place, depth).cut(start, stop)
        if not position:
            steps = without_repeats(recording, trace, steps)
        if steps:
            place, depth = steps[-1].place, steps[-1].depth
            found.append(Section(name, runs, steps))
    return tuple(found)


def section_name(trace: Trace, position: int, labels: int) -> str:
    if position == 0:
        return "bridge" if isinstance(trace, Bridge) else "entry"
    return "loop" if position == labels and trace.ends_in_jump else "first round"


def runs_of(trace: Trace, label: int) -> int | None:
    """How often the label at this index was passed."""
    target = trace.ops[label].target
    if trace.entries is None or target is None:
        return None
    return trace.label_runs.get(target, 0)


def start_of(recording: Recording, trace: Trace) -> Place | None:
    """Where the trace starts, for the operations before its first merge point."""
    if isinstance(trace, Bridge) and trace.guard is not None:
        return resume_place(recording, recording.guards[trace.guard])
    first = next((op.place for op in trace.ops if op.is_merge_point), None)
    return trace.place or first


def resume_place(recording: Recording, guard: Guard) -> Place | None:
    """The instruction that is gone back to when the guard fails.

    Guards share their resume data with the first of them; the fail arguments tell which they are.
    """
    parent = recording.by_number.get(guard.trace)
    if parent is None:
        return guard.place
    place, failargs = guard.place, None
    for _, op in reversed(list(parent.guard_ops())):
        other = recording.guards[op.guard]
        if other.number == guard.number:
            failargs = op.failargs
        elif failargs is not None and (op.failargs, other.resumes) != (failargs, guard.resumes):
            break
        if failargs is not None:
            place = other.place
    return place


def without_repeats(
    recording: Recording, trace: Trace, steps: tuple[Step, ...],
) -> tuple[Step, ...]:
    """The steps of a bridge; those that were begun before the guard failed are not begun again."""
    if not isinstance(trace, Bridge) or trace.guard is None:
        return steps
    guard = recording.guards[trace.guard]
    if resume_place(recording, guard) == guard.place:
        return steps
    places = [step.place for step in steps]
    repeats = places.index(guard.place) + 1 if guard.place in places else 0
    return tuple(replace(step, begun=0) if index < repeats and step.begun else step
                 for index, step in enumerate(steps))


class StepCutter:
    """Cuts a part of a trace into steps, and counts what runs in it.

    A guard that fails takes its exits away from what follows.
    """

    def __init__(
        self, recording: Recording, trace: Trace, runs: int | None, place: Place | None, depth: int,
    ) -> None:
        self.recording = recording
        self.trace = trace
        self.runs = runs
        self.place, self.depth = place, depth
        self.begun = None if runs is None else 0
        self.started = False
        self.work = 0
        self.ops: list[tuple[int, Op]] = []
        self.steps: list[Step] = []

    def cut(self, start: int, stop: int) -> tuple[Step, ...]:
        goes_on = stop < len(self.trace.ops) or self.trace.ends_in_jump
        labelled = start < stop and self.trace.ops[start].name == "label"
        if labelled:
            # A label is passed where an instruction begins; its merge point may be missing.
            self.started, self.begun = True, self.runs
        first, arrives = True, False
        for index in range(start, stop):
            op = self.trace.ops[index]
            if op.is_merge_point:
                if not first or not self.is_at_start(op, labelled):
                    self.close()
                    arrives = goes_on
                first = False
                self.place, self.depth, self.begun, self.started = (
                    op.place, op.depth, self.runs, True)
            elif op.name not in NOISE:
                self.add(index, op)
        self.close(arrival=arrives)
        return tuple(self.steps)

    def is_at_start(self, op: Op, labelled: bool) -> bool:
        """Whether the first merge point belongs to the instruction that the part starts with."""
        if not labelled:
            return not isinstance(self.trace, Bridge)
        return op.place == self.place and not self.ops

    def add(self, index: int, op: Op) -> None:
        self.ops.append((index, op))
        if self.runs is None:
            return
        self.work += self.runs
        if op.guard is not None:
            exits = self.recording.exits(self.recording.guards[op.guard])
            self.runs = max(0, self.runs - exits)

    def close(self, arrival: bool = False) -> None:
        """Ends the step; the rest of an instruction is left out when it has no operations."""
        if self.started or self.ops:
            begun = 0 if arrival and self.begun is not None else self.begun
            self.steps.append(
                Step(self.place, self.depth, tuple(self.ops), begun, self.work, arrival))
        self.ops, self.work = [], 0


def body(recording: Recording, trace: Trace) -> Section | None:
    """The part between a loop's last label and its jump."""
    return next((section for section in reversed(sections(recording, trace))
                 if section.name == "loop"), None)


def work_of(recording: Recording, trace: Trace) -> int:
    """The operations that ran in the trace all in all."""
    return sum(step.work for section in sections(recording, trace) for step in section.steps)


def heat(recording: Recording, traces: Iterable[Trace]) -> dict[str, dict[int, LineHeat]]:
    """file -> line -> its heat, over these traces.

    A line is begun where the trace comes to it from another line or another function.
    """
    files: dict[str, dict[int, LineHeat]] = {}
    for trace in traces:
        for section in sections(recording, trace):
            last: tuple[str, int, int] | None = None
            for step in section.steps:
                if step.place is None:
                    continue
                line = files.setdefault(step.place.file, {}).setdefault(
                    step.place.line, LineHeat())
                line.work += step.work
                here = (step.place.file, step.place.line, step.depth)
                if here != last:
                    line.begun += step.begun or 0
                last = here
    return files


def tree(recording: Recording, trace: Trace, seen: frozenset[int] = frozenset()) -> Branch:
    """The trace with its bridges, and theirs."""
    seen |= {trace.number}
    found = []
    for guard in recording.guards_of(trace):
        bridge = recording.by_number.get(guard.bridge) if guard.bridge is not None else None
        if bridge is not None and bridge.number not in seen:
            found.append((guard, tree(recording, bridge, seen)))
    return Branch(trace, tuple(found))


def members(branch: Branch) -> Iterator[Trace]:
    """Every trace of a tree, the root first."""
    yield branch.trace
    for _, below in branch.bridges:
        yield from members(below)


def branches(branch: Branch) -> Iterator[Branch]:
    """Every branch below one, at any depth."""
    for _, below in branch.bridges:
        yield below
        yield from branches(below)


def holds_any(branch: Branch, numbers: set[int]) -> bool:
    """Whether one of these traces is in the branch."""
    return any(trace.number in numbers for trace in members(branch))


def work_of_tree(recording: Recording, trace: Trace) -> int:
    return sum(work_of(recording, member) for member in members(tree(recording, trace)))


def hottest_loops(recording: Recording) -> list[Trace]:
    """Loops and compiled functions, the most run first; in the order of compilation where equal."""
    return sorted(recording.loops, key=lambda trace: -trace.runs)


def failing_guards(recording: Recording, trace: Trace) -> list[tuple[int, Guard]]:
    """(index of the operation, guard) of the guards that did not always hold, worst first."""
    found = [(index, recording.guards[op.guard]) for index, op in trace.guard_ops()
             if recording.exits(recording.guards[op.guard])]
    return sorted(found, key=lambda pair: -recording.exits(pair[1]))


def invalidations_of(recording: Recording, trace: Trace) -> int:
    return sum(trace.token in event.loops for event in recording.invalidations)


def loops_at(recording: Recording, place: Place | None) -> int:
    """How many loops were compiled for one place: more than one after invalidations."""
    return sum(trace.place == place for trace in recording.loops)


def abort_groups(recording: Recording) -> list[AbortGroup]:
    """Aborts with the same reason, start and end, the most frequent first."""
    counts: Counter[tuple] = Counter()
    examples: dict[tuple, Abort] = {}
    for abort in recording.aborts:
        key = (abort.reason, abort.place, abort.at, abort.guard)
        counts[key] += 1
        examples[key] = abort
    starts = {trace.place for trace in recording.loops}
    return [AbortGroup(count, examples[key],
                       examples[key].guard is None and examples[key].place in starts)
            for key, count in counts.most_common()]


def allocations(ops: list[Op]) -> list[str]:
    """What these operations allocate: the class, or the operation where it is no object."""
    return [op.made or op.name for op in ops if op.name.startswith("new")]


def residual_calls(ops: list[Op]) -> list[Op]:
    """The calls that are left."""
    return [op for op in ops if op.name.startswith(("call_", "cond_call"))]
