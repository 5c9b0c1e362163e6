"""Numbers, places, operations and chains of functions in words: the pieces of reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from hippy.debugger.present import short_path, visible
from hippy.trace_viewer import annotate
from hippy.trace_viewer.annotate import LineHeat, Section
from hippy.trace_viewer.explain import called, constant_text, plain_name
from hippy.trace_viewer.model import Bridge, Op, Place, Recording, Trace

CONTEXT = 1             # source lines shown round those that ran
MAX_VARIABLES = 4
MOSTLY = 0.9            # of the guards' origins, for what they are said to have in common
BAR = 5
REASONS = {
    "ABORT_TOO_LONG": "the trace grew longer than trace_limit allows",
    "ABORT_BRIDGE": "no bridge could be made: it leads into no loop that still exists",
    "ABORT_BAD_LOOP": "the loop could not be closed in the state in which it began",
    "ABORT_ESCAPE": "the variables were looked at from outside while it was traced",
    "ABORT_FORCE_QUASIIMMUT": "something taken for constant was changed while it was traced",
}


def count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    return "once" if number == 1 else f"{number:,} times"


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%"


def runs_text(recording: Recording, trace: Trace) -> str:
    """How often a loop, or what leads into one, ran."""
    if trace.entries is None:
        return "runs not counted"
    entered = count(trace.entries, "entry", "entries")
    if trace.kind == "loop":
        return f"{count(trace.iterations, 'iteration')}, {entered}"
    runs = count(trace.iterations or trace.entries, "run")
    target = recording.trace_of_label.get(trace.jump_target() or 0)
    if target is None or target == trace.number:
        return f"{runs} from its start"
    return f"{runs}, leads into loop {target}"


def end_of(recording: Recording, trace: Trace) -> str:
    """How a bridge ends."""
    last = trace.ops[-1] if trace.ops else Op("")
    if last.name == "finish":
        return "returns"
    if last.name != "jump":
        return f"ends with {last.name}"
    target = recording.trace_of_label.get(last.target or 0)
    if target is None:
        return "goes on in a loop that is not in this record"
    return f"goes on in {title_of(recording.by_number[target])}"


def dedented(text: list[str], numbers: list[int]) -> dict[int, str]:
    """The lines with these numbers as they are shown: without the indentation common to all."""
    lines = {number: visible(text[number - 1].expandtabs(4)) for number in numbers
             if number <= len(text)}
    indents = [len(line) - len(line.lstrip()) for line in lines.values() if line.strip()]
    common = min(indents, default=0)
    return {number: line[common:] for number, line in lines.items()}


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
