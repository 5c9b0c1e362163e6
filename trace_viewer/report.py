"""The report as styled text: loops and their PHP lines, guards that failed, bridges, aborts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from hippy.debugger.present import Fragments, short_path, visible
from hippy.trace_viewer import annotate
from hippy.trace_viewer.annotate import AbortGroup, Branch, LineHeat, Section
from hippy.trace_viewer.explain import called, constant_text, explain, plain_name
from hippy.trace_viewer.model import Abort, Bridge, Guard, Op, Place, Recording, Trace

CONTEXT = 1             # source lines shown round those that ran
MAX_GUARDS = 8          # failing guards shown per loop, unless all loops are
MAX_BRIDGES = 12        # the same for bridges
MAX_VARIABLES = 6
MOSTLY = 0.9            # of the guards' origins, for what they are said to have in common
BAR = 8
VARIABLE = re.compile(r"\$\w+")
REASONS = {
    "ABORT_TOO_LONG": "the trace grew longer than trace_limit allows",
    "ABORT_BRIDGE": "no bridge could be made: it leads into no loop that still exists",
    "ABORT_BAD_LOOP": "the loop could not be closed in the state in which it began",
    "ABORT_ESCAPE": "the frame was looked at from outside while it was traced",
    "ABORT_FORCE_QUASIIMMUT": "something taken for constant was changed while it was traced",
}
ReadSource = Callable[[str], list[str]]


def no_source(_file: str) -> list[str]:
    return []


@dataclass(frozen=True, slots=True)
class Options:
    """`top`: how many loops are shown, all when 0; `ops`: their operations too."""

    top: int = 10
    ops: bool = False


def text_report(
    recording: Recording, title: str, read_source: ReadSource = no_source,
    options: Options = Options(),
) -> Fragments:
    """The whole report. `read_source` gives a file's lines, [] when it cannot be read."""
    return TextReport(recording, read_source, options).write(title)


class TextReport:
    def __init__(self, recording: Recording, read_source: ReadSource, options: Options) -> None:
        self.recording = recording
        self.read_source = read_source
        self.options = options
        self.out: Fragments = []
        self.drivers = {trace.driver for trace in recording.traces}
        self.outer_functions = common_start(
            [functions_of(guard.origin) for guard in recording.guards.values()])
        self.work = max(1, sum(annotate.work_of(recording, trace) for trace in recording.traces))

    def write(self, title: str) -> Fragments:
        self.line(("class:heading", title))
        self.totals()
        loops = annotate.hottest_loops(self.recording)
        shown = loops[:self.options.top] if self.options.top else loops
        if shown:
            self.heading("Loops, most iterations first")
        for trace in shown:
            self.loop(trace)
        if len(loops) > len(shown):
            self.line(("class:note", f"  {len(loops) - len(shown)} more: --top=0 shows all"))
        self.orphans()
        self.aborts()
        return self.out

    # Pieces of text

    def put(self, *fragments: tuple[str, str]) -> None:
        self.out.extend(fragments)

    def line(self, *fragments: tuple[str, str]) -> None:
        self.put(*fragments, ("", "\n"))

    def heading(self, text: str) -> None:
        self.line()
        self.line(("class:heading", text))

    def totals(self) -> None:
        recording = self.recording
        if not recording.traces and not recording.aborts:
            self.line(("", "  The JIT compiled nothing: no loop and no function ran often enough."))
            return
        failing = sum(recording.exits(guard) > 0 for guard in recording.guards.values())
        counts = [
            count(len(recording.loops), "loop") if recording.loops else "no loop",
            count(len(recording.bridges), "bridge") if recording.bridges else "",
            count(len(recording.guards), "guard") + f", {failing} of them failing",
            f"{count(len(recording.aborts), 'trace')} given up" if recording.aborts else "",
        ]
        self.line(("", "  " + "; ".join(filter(None, counts))))
        totals = recording.totals
        if totals:
            tracing, backend = totals.get("tracing", 0.0), totals.get("backend", 0.0)
            self.line(("class:note", f"  {milliseconds(tracing)} of tracing and optimizing, "
                                     f"{milliseconds(backend)} of making machine code"))
        if not recording.complete:
            self.line(("class:error", "  The record breaks off before the program's end: "
                                      "no run counts, and failures only as far as it goes."))

    # Loops

    def loop(self, trace: Trace) -> None:
        branch = annotate.tree(self.recording, trace)
        traces = list(annotate.members(branch))
        self.line()
        self.put(("class:note", f"{trace.number:>3}  "), ("class:name", name_of(trace.place)))
        driver = f"  ({trace.driver})" if len(self.drivers) > 1 else ""
        self.line(("class:note", f"  {where(trace.place)}{driver}  "), ("", self.runs_text(trace)))
        self.each_round(trace, traces)
        self.source(traces)
        self.failing_guards(traces)
        self.bridges(branch)
        if self.options.ops:
            for member in traces:
                self.operations(member)

    def runs_text(self, trace: Trace) -> str:
        if trace.entries is None:
            return "runs not counted"
        entered = count(trace.entries, "entry", "entries")
        if trace.kind == "loop":
            return f"{count(trace.iterations, 'iteration')}, {entered}"
        runs = count(trace.iterations or trace.entries, "run")
        target = self.recording.trace_of_label.get(trace.jump_target() or 0)
        if target is None or target == trace.number:
            return f"{runs} from its start"
        return f"{runs}, leads into loop {target}"

    def each_round(self, trace: Trace, traces: list[Trace]) -> None:
        """One line on the body, one on its share and history."""
        body = annotate.body(self.recording, trace) or last_section(self.recording, trace)
        if body is not None:
            what = "each round" if body.name == "loop" else "each run"
            self.line(("", f"     {what}: {body_text(self.recording, body)}"))
        notes = []
        if trace.entries is not None:
            work = sum(annotate.work_of(self.recording, member) for member in traces)
            notes.append(f"{percent(work, self.work)} of all operations run in machine code")
        thrown = annotate.invalidations_of(self.recording, trace)
        if thrown:
            notes.append("thrown away because something it took for constant has changed")
        again = annotate.loops_at(self.recording, trace.place)
        if again > 1:
            notes.append(f"one of {again} loops compiled for this place")
        if notes:
            self.line(("class:note", "     " + "; ".join(notes)))

    def source(self, traces: list[Trace]) -> None:
        """The PHP lines of these traces with their heat."""
        for file, lines in annotate.heat(self.recording, traces).items():
            text = self.read_source(file)
            self.line()
            path = visible(short_path(file)) + ("" if text else " (cannot be read)")
            self.line(("class:note", f"     {'begun':>13} {'work':>6}  {path}"))
            previous = 0
            for number in shown_lines(lines, len(text)):
                if previous and number > previous + 1:
                    self.line(("class:note", "         …"))
                self.source_line(number, text, lines.get(number))
                previous = number
        self.line()

    def source_line(self, number: int, text: list[str], heat: LineHeat | None) -> None:
        content = visible(text[number - 1].expandtabs(4)) if number <= len(text) else ""
        style, begun, share, bar = "", "", "", ""
        if heat is not None:
            style, bar = heat_of(heat.work, self.work)
            begun = f"{heat.begun:,}"
            share = percent(heat.work, self.work)
        self.put((style, f"     {begun:>13} {share:>6} {bar:<{BAR}}"))
        self.line(("class:source.number", f"{number:>4} | "), ("", content))

    # Guards and bridges

    def failing_guards(self, traces: list[Trace]) -> None:
        """The guards of a loop and its bridges that did not always hold, worst first."""
        failing = [(trace, index, guard) for trace in traces
                   for index, guard in annotate.failing_guards(self.recording, trace)]
        if not failing:
            return
        failing.sort(key=lambda entry: -self.recording.exits(entry[2]))
        self.line(("", "     Guards that did not always hold"))
        shown = failing[:MAX_GUARDS] if self.options.top else failing
        for trace, index, guard in shown:
            self.guard(trace, index, guard)
        self.more(len(failing) - len(shown), "failed less often")

    def more(self, number: int, what: str) -> None:
        if number > 0:
            self.line(("class:note", f"       and {number} more that {what}"))

    def guard(self, trace: Trace, index: int, guard: Guard) -> None:
        check = explain(self.recording, trace, index)
        owner = f", {title_of(trace)}" if isinstance(trace, Bridge) else ""
        self.put(("class:note", f"       {guard.number:>4}  "), ("", f"{line_of(guard.place):<9}"))
        self.put(("class:value.key", visible(check.expected)))
        self.line(("class:note", f"  ({guard.kind}{owner})"))
        self.line(("", f"             {self.failures_text(guard)}"))
        for text in self.failure_details(guard, check.expected):
            self.line(("class:note", "             "), ("", visible(text)))

    def failures_text(self, guard: Guard) -> str:
        failed = f"failed {times(guard.failures)}"
        if guard.bridge is None:
            if guard.kind == "guard_not_forced":
                return f"{failed}; this kind never gets a bridge"
            return failed
        bridge = self.recording.by_number.get(guard.bridge)
        if bridge is None or bridge.entries is None:
            return f"{failed}, then bridge {guard.bridge}"
        return f"{failed}, then bridge {guard.bridge} took over {times(bridge.entries)}"

    def failure_details(self, guard: Guard, check: str) -> list[str]:
        details = []
        if guard.histogram:
            seen = ", ".join(f"{value} {times(number)}" for value, number in guard.histogram)
            details.append(f"values: {seen}")
        if guard.failures:
            names = set(VARIABLE.findall(check))
            seen = values_text(sorted(guard.last_variables, key=lambda pair: pair[0] not in names))
            seen = seen or values_text(guard.values)
            if seen:
                details.append(f"last time: {seen}")
        functions = self.inner_functions(guard)
        if functions:
            details.append(f"checked in {' > '.join(functions)}")
        return details

    def inner_functions(self, guard: Guard) -> list[str]:
        """The RPython functions the guard comes from, without those round every instruction."""
        return without_repeats(functions_of(guard.origin), self.outer_functions)

    def in_functions(self, abort: Abort) -> str:
        """The innermost RPython functions in which a trace was given up."""
        names = without_repeats(functions_of(abort.functions), self.outer_functions)
        return f", in {' > '.join(names)}" if names else ""

    def bridges(self, branch: Branch) -> None:
        """The tree of the bridges, of the busiest only where there are many."""
        if not branch.bridges:
            return
        found = list(annotate.members(branch))[1:]
        busiest = sorted(found, key=lambda trace: -(trace.entries or 0))
        shown = {trace.number for trace in
                 (busiest[:MAX_BRIDGES] if self.options.top else busiest)}
        self.line(("", "     Bridges"))
        self.branches(branch, shown, "       ")
        hidden = sum(not annotate.holds_any(below, shown) for below in annotate.branches(branch))
        self.more(hidden, "ran less often")

    def branches(self, branch: Branch, shown: set[int], indent: str) -> None:
        rows = [row for row in branch.bridges if annotate.holds_any(row[1], shown)]
        for position, (guard, below) in enumerate(rows):
            last = position == len(rows) - 1
            trace = branch.trace
            index = next(i for i, op in trace.guard_ops() if op.guard == guard.number)
            failed = explain(self.recording, trace, index).failed
            self.put(("class:note", indent + ("└─ " if last else "├─ ")))
            self.put(("", f"{line_of(guard.place)}: "), ("class:value.key", visible(failed)))
            self.line(("class:note", f"  {self.bridge_text(below.trace)}"))
            self.branches(below, shown, indent + ("   " if last else "│  "))

    def bridge_text(self, trace: Trace) -> str:
        words = f"bridge {trace.number}"
        if trace.entries is not None:
            words += f", {count(trace.entries, 'run')}"
        return f"{words}, {self.end_of(trace)}"

    def end_of(self, trace: Trace) -> str:
        last = trace.ops[-1] if trace.ops else Op("")
        if last.name == "finish":
            return "returns"
        if last.name != "jump":
            return f"ends with {last.name}"
        target = self.recording.trace_of_label.get(last.target or 0)
        if target is None:
            return "goes on in a loop that is not in this record"
        return f"goes on in {title_of(self.recording.by_number[target])}"

    def orphans(self) -> None:
        """What hangs on nothing that was seen: guards of traces compiled before the record."""
        bridges = [trace for trace in self.recording.bridges if trace.guard is None]
        unknown = [guard for guard in self.recording.guards.values() if not guard.kind]
        if not bridges and not unknown:
            return
        self.heading("Of loops compiled before this record began")
        for trace in bridges:
            self.line(("", f"  {self.bridge_text(trace)}"))
        for guard in unknown:
            self.line(("", f"  a guard of loop {guard.trace}: failed {times(guard.failures)}"))

    # Operations

    def operations(self, trace: Trace) -> None:
        self.line()
        self.line(("class:heading", f"     Operations of {title_of(trace)}"))
        for section in annotate.sections(self.recording, trace):
            runs = "" if section.runs is None else f", {count(section.runs, 'run')}"
            self.line(("class:note", f"     -- {section.name}{runs}"))
            for step in section.steps:
                if not step.ops:
                    continue
                if step.place is not None:
                    indent = "  " * step.depth + ("-> " if step.arrival else "")
                    self.put(("class:source.number", f"     {line_of(step.place):>10}  {indent}"))
                    self.line(("class:name", step.place.opcode))
                for index, op in step.ops:
                    self.operation(trace, index, op, step.depth)

    def operation(self, trace: Trace, index: int, op: Op, depth: int) -> None:
        code = f"+{op.offset}" if op.offset >= 0 else ""
        text = "  " * depth + visible(operation_text(self.recording, trace, op))
        self.put(("class:note", f"{code:>15}    "), ("", text))
        if op.guard is not None:
            guard = self.recording.guards[op.guard]
            check = explain(self.recording, trace, index)
            self.put(("class:note", f"   # {visible(check.expected)}"))
            exits = self.recording.exits(guard)
            if exits:
                self.put(("class:error", f"; not so {times(exits)}"))
        self.line()

    # Traces given up

    def aborts(self) -> None:
        groups = annotate.abort_groups(self.recording)
        if groups:
            self.heading("Traces given up")
        for group in groups:
            self.abort(group)

    def abort(self, group: AbortGroup) -> None:
        abort = group.abort
        self.put(("", f"  {times(group.count)}: "), ("class:name", name_of(abort.place)))
        self.line(("class:note", f"  {where(abort.place)}"))
        self.line(("class:error", f"     {REASONS.get(abort.reason, abort.reason)}"),
                  ("class:note", f"  ({abort.reason})"))
        if abort.guard is not None:
            self.line(("", f"     it was to become a bridge of guard {abort.guard}"))
        if abort.at is not None:
            self.line(("", f"     given up at {abort.at.function} {where(abort.at)} "
                           f"{abort.at.opcode}"), ("class:note", self.in_functions(abort)))
        if abort.blamed is not None:
            self.line(("", f"     {abort.blamed.function} will not be inlined any more"))
        if group.compiled:
            self.line(("class:note", "     a loop was compiled there all the same"))


# Words


def count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    return "once" if number == 1 else f"{number:,} times"


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%"


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


def name_of(place: Place | None) -> str:
    return visible(place.function) if place else "?"


def where(place: Place | None) -> str:
    return f"{visible(short_path(place.file))}:{place.line}" if place else ""


def line_of(place: Place | None) -> str:
    return f"line {place.line}" if place else ""


def title_of(trace: Trace) -> str:
    if isinstance(trace, Bridge):
        return f"bridge {trace.number}"
    return f"loop {trace.number}" if trace.kind == "loop" else f"trace {trace.number}"


def functions_of(chain: str) -> list[str]:
    """The RPython functions of `f@12 > g@30`; one for several calls of the same in a row."""
    names = [plain_name(place.partition("@")[0]) for place in chain.split(" > ") if place]
    return [name for name, _ in groupby(names)]


def without_repeats(functions: list[str], outer: list[str]) -> list[str]:
    """What comes after the last of the functions that stand round every instruction."""
    positions = [i for i, name in enumerate(functions) if name in outer]
    return functions[positions[-1] + 1:] if positions else functions


def common_start(chains: list[list[str]]) -> list[str]:
    """The functions with which most of the chains start."""
    start: list[str] = []
    while True:
        names = Counter(chain[len(start)] for chain in chains if chain[:len(start)] == start
                        and len(chain) > len(start))
        longer = names.total()
        if not names or 2 * longer < len(chains):
            return start
        name, number = names.most_common(1)[0]
        if number < MOSTLY * longer or name in start:
            return start
        start.append(name)


def values_text(values: Iterable[tuple[str, str]]) -> str:
    """`$i = 60, $n = 100`; what is unset is left out."""
    known = [f"{name} = {value}" for name, value in values if value not in ("unset", "null")]
    more = ", …" if len(known) > MAX_VARIABLES else ""
    return ", ".join(known[:MAX_VARIABLES]) + more


def body_text(recording: Recording, section: Section) -> str:
    """What one pass through a section costs."""
    ops = section.ops
    guards = sum(op.is_guard for op in ops)
    words = [count(len(ops), "operation"), count(guards, "guard")]
    made = annotate.allocations(ops)
    if made:
        words.append("allocates " + tally(made))
    calls = annotate.residual_calls(ops)
    if calls:
        words.append("calls " + tally([called(recording, op) for op in calls]))
    return ", ".join(words)


def tally(names: list[str]) -> str:
    """`W_Int, 2 W_Float`."""
    found = {name: names.count(name) for name in names}
    return ", ".join(name if number == 1 else f"{number} {name}" for name, number in found.items())


def operation_text(recording: Recording, trace: Trace, op: Op) -> str:
    """The operation with readable names for fields, classes and labels in place of descriptors."""
    words = [constant_text(trace, arg) for arg in op.args]
    if op.made:
        words.append(op.made)
    elif op.name == "jump":
        words.append(f"to trace {recording.trace_of_label.get(op.target or 0, '?')}")
    elif op.descr.startswith("<Field"):
        words.append(field_text(op.descr))
    elif op.descr.startswith("<Loop"):
        words.append(op.descr.strip("<>").lower())
    result = f"{op.result} = " if op.result else ""
    return f"{result}{op.name}({', '.join(words)})"


def field_text(descr: str) -> str:
    """`W_Int.intval` of `<FieldS hippy.objects.W_Int.inst_intval 8 pure>`."""
    names = descr.split(" ")[1].split(".")
    return ".".join([*names[-2:-1], names[-1].removeprefix("inst_")])


def last_section(recording: Recording, trace: Trace) -> Section | None:
    parts = annotate.sections(recording, trace)
    return parts[-1] if parts else None


def shown_lines(lines: dict[int, LineHeat], length: int) -> list[int]:
    """The lines that ran, and CONTEXT lines round them where the file has them."""
    numbers = set(lines)
    for number in lines:
        numbers |= {near for near in range(number - CONTEXT, number + CONTEXT + 1)
                    if 1 <= near <= length}
    return sorted(numbers)


def heat_of(work: int, whole: int) -> tuple[str, str]:
    """The style and the bar for a share of the work."""
    share = work / whole
    bar = "█" * max(1, round(share * BAR)) if share >= 0.005 else ""
    if share >= 0.2:
        return "class:heat.hot", bar
    return ("class:heat.warm" if share >= 0.05 else "class:heat.cold"), bar
