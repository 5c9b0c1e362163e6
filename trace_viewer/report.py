"""The report as styled text: loops and their PHP lines, guards that failed, bridges, aborts."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass

from hippy.debugger.present import Fragments, cut, short_path, visible, width_of
from hippy.trace_viewer import annotate
from hippy.trace_viewer.annotate import AbortGroup, Branch, LineHeat, Step
from hippy.trace_viewer.explain import explain
from hippy.trace_viewer.meaning import GUARD_KINDS, WORDS
from hippy.trace_viewer.model import Bridge, Guard, Op, Place, Recording, Trace
from hippy.trace_viewer.wording import (
    BAR,
    REASONS,
    body_text,
    common_start,
    count,
    dedented,
    end_of,
    functions_of,
    heat_of,
    last_section,
    line_of,
    milliseconds,
    name_of,
    operation_text,
    percent,
    runs_text,
    shown_lines,
    times,
    title_of,
    values_text,
    where,
    without_repeats,
)

MAX_GUARDS = 8          # failing guards shown per loop, unless all loops are
MAX_BRIDGES = 12        # the same for bridges
MAX_LINES = 5           # of the hottest lines
VARIABLE = re.compile(r"\$\w+")
UNNAMED = re.compile(r"\b[ipf]\d+\b")
BREAKS = re.compile(r"(?<!=)( +)(?!=)")     # `$i = 5` stays together
ReadSource = Callable[[str], list[str]]


def source_lines(file: str) -> list[str]:
    """The lines of a PHP file; none when it cannot be read (any more)."""
    try:
        with open(file, encoding="utf-8", errors="surrogateescape") as lines:
            return lines.read().split("\n")
    except OSError:
        return []


def no_source(_file: str) -> list[str]:
    return []


@dataclass(frozen=True, slots=True)
class Options:
    """What is shown: `top` loops (all when 0), or the `loop` with this number; `ops`: their
    operations too; `words`: at the end, what the report's terms mean. Lines end at `width`.
    """

    top: int = 10
    loop: int | None = None
    ops: bool = False
    words: bool = True
    width: int = 80


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
        self.kinds: set[str] = set()        # of guards that are shown
        self.terms: dict[str, bool] = {}    # of meaning.WORDS, those used
        self.files = {op.place.file for trace in recording.traces for op in trace.ops if op.place}
        self.drivers = {trace.driver for trace in recording.traces}
        self.outer_functions = common_start(
            [functions_of(guard.origin) for guard in recording.guards.values()])
        self.work = max(1, sum(annotate.work_of(recording, trace) for trace in recording.traces))

    def write(self, title: str) -> Fragments:
        self.line(("class:heading", title))
        self.totals()
        loops = self.chosen_loops()
        shown = loops[:self.options.top] if self.options.top else loops
        if len(shown) > 1:
            self.overview(shown)
            self.hottest_lines()
        for trace in shown:
            self.loop(trace)
        if len(loops) > len(shown):
            self.line()
            self.line(("class:note", f"{len(loops) - len(shown)} more loops: --top=0 shows all"))
        self.orphans()
        self.aborts()
        if self.options.words:
            self.words()
        return self.out

    def chosen_loops(self) -> list[Trace]:
        """The loops to be shown; a bridge's number stands for the loop that it belongs to."""
        loops = annotate.hottest_loops(self.recording)
        wanted = self.options.loop
        if wanted is None:
            return loops
        return [trace for trace in loops
                if annotate.holds_any(annotate.tree(self.recording, trace), {wanted})]

    # Pieces of text

    def put(self, *fragments: tuple[str, str]) -> None:
        self.out.extend(fragments)

    def line(self, *fragments: tuple[str, str], hang: int = 0) -> None:
        """A line; what does not fit goes on in further lines, `hang` columns from the left."""
        self.out.extend(wrapped(list(fragments), self.options.width, hang))
        self.put(("", "\n"))

    def heading(self, text: str) -> None:
        self.line()
        self.line(("class:heading", text))

    def used(self, *terms: str) -> None:
        self.terms.update(dict.fromkeys(terms, True))

    def used_in(self, check: str) -> None:
        if "temporary" in check:
            self.used("temporary")
        if UNNAMED.search(check):
            self.used("p12, i34")

    def totals(self) -> None:
        recording = self.recording
        if not recording.traces and not recording.aborts:
            nothing = "The JIT compiled nothing: no loop and no function ran often enough."
            self.line(("", "  " + (nothing if recording.complete else self.broken_off())), hang=2)
            return
        failing = sum(recording.exits(guard) > 0 for guard in recording.guards.values())
        counts = [
            count(len(recording.loops), "loop") if recording.loops else "no loop",
            count(len(recording.bridges), "bridge") if recording.bridges else "",
            count(len(recording.guards), "guard") + f", {failing} of them failing",
            f"{count(len(recording.aborts), 'trace')} given up" if recording.aborts else "",
        ]
        self.line(("", "  " + "; ".join(filter(None, counts))), hang=2)
        totals = recording.totals
        if totals:
            tracing, backend = totals.get("tracing", 0.0), totals.get("backend", 0.0)
            self.line(("class:note", f"  {milliseconds(tracing)} of tracing and optimizing, "
                                     f"{milliseconds(backend)} of making machine code"), hang=2)
        if not recording.complete:
            self.line(("class:error", "  " + self.broken_off()), hang=2)

    def broken_off(self) -> str:
        """What a record lacks whose end is missing."""
        start = "The record breaks off before the program's end: "
        if self.recording.counted_at is None:
            return start + "no run counts, and failures only as far as it goes."
        after = self.recording.counted_at - (self.recording.began or 0.0)
        return start + f"counts are those after {after:.2f} s of the run."

    # The overview

    def overview(self, shown: list[Trace]) -> None:
        self.heading("Loops and compiled functions, those that ran most first")
        self.line(("class:note", f"       {'runs':>13} {'work':>6}  begins at"))
        for trace in shown:
            runs = "?" if trace.entries is None else f"{trace.runs:,}"
            share = self.share(annotate.work_of_tree(self.recording, trace))
            self.line(("class:note", f"  {trace.number:>4}"), ("", f" {runs:>13} {share:>6}  "),
                      ("class:name", name_of(trace.place)),
                      ("class:note", f"  {self.short_place(trace.place)}"), hang=28)

    def short_place(self, place: Place | None) -> str:
        """`file.php:12`, with the folder only where two files have the same name."""
        if place is None:
            return ""
        name = os.path.basename(place.file)
        alike = {file for file in self.files if os.path.basename(file) == name}
        return visible(f"{name}:{place.line}") if len(alike) < 2 else where(place)

    def share(self, work: int) -> str:
        return percent(work, self.work)

    def hottest_lines(self) -> None:
        """The lines with the most work, of all loops."""
        lines = [(heat.work, file, number, heat)
                 for file, found in annotate.heat(self.recording, self.recording.traces).items()
                 for number, heat in found.items() if heat.work]
        if len(lines) < 2:
            return
        lines.sort(key=lambda row: (-row[0], *row[1:3]))
        self.heading("Hottest lines")
        for work, file, number, _ in lines[:MAX_LINES]:
            text = self.read_source(file)
            code = text[number - 1].strip() if number <= len(text) else ""
            style, bar = heat_of(work, self.work)
            place = self.short_place(Place("", file, 0, number, ""))
            self.out.extend(cut([
                (style, f"  {self.share(work):>6} {bar:<{BAR}}"),
                ("class:note", f"  {place} | "), ("", visible(code))], self.options.width))
            self.line()

    # Loops

    def loop(self, trace: Trace) -> None:
        branch = annotate.tree(self.recording, trace)
        traces = list(annotate.members(branch))
        self.line()
        self.used("loop", "begun", "work")
        driver = f"  ({trace.driver})" if len(self.drivers) > 1 else ""
        self.line(("class:heading", f"{title_of(trace).capitalize()}  "),
                  ("class:name", name_of(trace.place)),
                  ("class:note", f"  {where(trace.place)}{driver}"), hang=5)
        self.each_round(trace, traces)
        self.source(traces)
        self.failing_guards(traces)
        self.bridges(branch)
        if self.options.ops:
            for member in traces:
                self.operations(member)

    def each_round(self, trace: Trace, traces: list[Trace]) -> None:
        """How often it ran, what a round costs, its history."""
        runs = runs_text(self.recording, trace)
        if trace.entries is not None:
            self.used("entries")
            work = sum(annotate.work_of(self.recording, member) for member in traces)
            runs += f"; {self.share(work)} of all work"
        self.line(("", f"     {runs}"), hang=7)
        body = annotate.body(self.recording, trace) or last_section(self.recording, trace)
        if body is not None:
            what = "each round" if body.name == "loop" else "each run"
            text = body_text(self.recording, body)
            self.line(("", f"     {what}: {text}"), hang=7)
            self.used(*(word for word in ("allocates", "calls") if word in text))
        thrown = annotate.invalidations_of(self.recording, trace)
        if thrown:
            self.line(("class:error", "     thrown away, because something it took for constant "
                                      "has changed"), hang=7)
        again = annotate.loops_at(self.recording, trace.place)
        if again > 1:
            self.line(("class:note", f"     one of {again} loops compiled for this place"))

    def source(self, traces: list[Trace]) -> None:
        """The PHP lines of these traces with their heat."""
        for file, lines in annotate.heat(self.recording, traces).items():
            text = self.read_source(file)
            numbers = shown_lines(lines, len(text))
            code = dedented(text, numbers)
            self.line()
            path = visible(short_path(file)) + ("" if text else " (cannot be read)")
            self.line(("class:note", f"  {'begun':>13} {'work':>6}  {path}"), hang=24)
            previous = 0
            for number in numbers:
                if previous and number > previous + 1:
                    self.line(("class:note", f"{'…':>{26 + BAR}}"))
                self.source_line(number, code.get(number, ""), lines.get(number))
                previous = number
        self.line()

    def source_line(self, number: int, content: str, heat: LineHeat | None) -> None:
        style, begun, share, bar = "", "", "", ""
        if heat is not None:
            style, bar = heat_of(heat.work, self.work)
            begun = f"{heat.begun:,}"
            share = self.share(heat.work)
        self.out.extend(cut([
            (style, f"  {begun:>13} {share:>6} {bar:<{BAR}}"),
            ("class:source.number", f"{number:>4} | "), ("", content)], self.options.width))
        self.line()

    # Guards and bridges

    def failing_guards(self, traces: list[Trace]) -> None:
        """The guards of a loop and its bridges that did not always hold, worst first."""
        failing = [(trace, index, guard) for trace in traces
                   for index, guard in annotate.failing_guards(self.recording, trace)]
        if not failing:
            return
        self.used("guard")
        failing.sort(key=lambda entry: -self.recording.exits(entry[2]))
        self.line(("", "     Guards that did not always hold"))
        shown = failing[:MAX_GUARDS] if self.options.top else failing
        for trace, index, guard in shown:
            self.guard(trace, index, guard)
        self.more(len(failing) - len(shown), "failed less often")

    def more(self, number: int, what: str) -> None:
        if number > 0:
            self.line(("class:note", f"       and {number} more that {what}; --top=0 shows all"))

    def guard(self, trace: Trace, index: int, guard: Guard) -> None:
        check = explain(self.recording, trace, index)
        owner = f", {title_of(trace)}" if isinstance(trace, Bridge) else ""
        self.kinds.add(guard.kind)
        self.used_in(check.expected)
        self.line(("class:note", f"    {guard.number:>4}  "), ("", f"{line_of(guard.place):<9}"),
                  ("class:value.key", visible(check.expected)),
                  ("class:note", f"  ({guard.kind}{owner})"), hang=19)
        self.line(("", f"          {self.failures_text(guard)}"), hang=12)
        for text in self.failure_details(guard, check.expected):
            self.line(("class:note", "          "), ("", visible(text)), hang=12)

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

    def bridges(self, branch: Branch) -> None:
        """The tree of the bridges, of the busiest only where there are many."""
        if not branch.bridges:
            return
        self.used("bridge")
        found = list(annotate.members(branch))[1:]
        busiest = sorted(found, key=lambda trace: -(trace.entries or 0))
        shown = {trace.number for trace in
                 (busiest[:MAX_BRIDGES] if self.options.top else busiest)}
        self.line(("", "     Bridges: the other ways, compiled too"))
        self.branches(branch, shown, "      ")
        hidden = sum(not annotate.holds_any(below, shown) for below in annotate.branches(branch))
        self.more(hidden, "ran less often")

    def branches(self, branch: Branch, shown: set[int], indent: str) -> None:
        rows = [row for row in branch.bridges if annotate.holds_any(row[1], shown)]
        for position, (guard, below) in enumerate(rows):
            last = position == len(rows) - 1
            trace = branch.trace
            index = next(i for i, op in trace.guard_ops() if op.guard == guard.number)
            failed = explain(self.recording, trace, index).failed
            deeper = indent + ("   " if last else "│  ")
            self.line(("class:note", indent + ("└─ " if last else "├─ ")),
                      ("", f"{line_of(guard.place) or 'at the start'}: "),
                      ("class:value.key", visible(failed)),
                      ("class:note", f"  {self.bridge_text(below.trace)}"),
                      hang=len(deeper) + 2)
            self.branches(below, shown, deeper)

    def bridge_text(self, trace: Trace) -> str:
        words = f"bridge {trace.number}"
        if trace.entries is not None:
            words += f", {count(trace.entries, 'run')}"
        return f"{words}, {end_of(self.recording, trace)}"

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
            shown: tuple[str, int] | None = None
            for step in section.steps:
                if not step.ops:
                    continue
                if step.place is not None:
                    here = (step.place.file, step.place.line)
                    if here != shown:
                        self.php_line(*here)
                    shown = here
                self.step(trace, step)

    def php_line(self, file: str, number: int) -> None:
        text = self.read_source(file)
        code = visible(text[number - 1].strip()) if number <= len(text) else short_path(file)
        self.out.extend(cut([("class:source.number", f"{number:>6} | "), ("class:heading", code)],
                            self.options.width))
        self.line()

    def step(self, trace: Trace, step: Step) -> None:
        if step.place is not None:
            indent = "  " * step.depth + ("-> " if step.arrival else "")
            self.line(("class:name", f"         {indent}{step.place.opcode}"))
        for index, op in step.ops:
            self.operation(trace, index, op, step.depth)

    def operation(self, trace: Trace, index: int, op: Op, depth: int) -> None:
        code = f"+{op.offset}" if op.offset >= 0 else ""
        text = "  " * depth + visible(operation_text(self.recording, trace, op))
        fragments = [("class:note", f"{code:>9}  "), ("", text)]
        if op.guard is not None:
            guard = self.recording.guards[op.guard]
            self.kinds.add(guard.kind)
            check = explain(self.recording, trace, index)
            fragments.append(("class:note", f"   # {visible(check.expected)}"))
            exits = self.recording.exits(guard)
            if exits:
                fragments.append(("class:error", f"; not so {times(exits)}"))
        self.line(*fragments, hang=17 + 2 * depth)

    # Traces given up, and what the words mean

    def aborts(self) -> None:
        groups = annotate.abort_groups(self.recording)
        if groups:
            self.used("given up")
            self.heading("Traces given up")
        for group in groups:
            self.abort(group)

    def abort(self, group: AbortGroup) -> None:
        abort = group.abort
        self.line(("", f"  {times(group.count)}: "), ("class:name", name_of(abort.place)),
                  ("class:note", f"  {where(abort.place)}"), hang=5)
        self.line(("class:error", f"     {REASONS.get(abort.reason, abort.reason)}"),
                  ("class:note", f"  ({abort.reason})"), hang=7)
        if abort.guard is not None:
            self.line(("", f"     it was to become a bridge of guard {abort.guard}"))
        if abort.at is not None:
            names = without_repeats(functions_of(abort.functions), self.outer_functions)
            inside = f", in {' > '.join(names)}" if names else ""
            self.line(("", f"     given up at {name_of(abort.at)} {where(abort.at)} "
                           f"{abort.at.opcode}"), ("class:note", inside), hang=7)
        if abort.blamed is not None:
            self.line(("", f"     {name_of(abort.blamed)} will not be inlined any more"), hang=7)
        if group.compiled:
            self.line(("class:note", "     a loop was compiled there all the same"))

    def words(self) -> None:
        """What is meant by the terms and the kinds of guards that came up."""
        terms = [(word, text) for word, text in WORDS.items() if word in self.terms]
        terms += [(kind, text) for kind, text in GUARD_KINDS.items() if kind in self.kinds]
        if not terms:
            return
        self.heading("Words")
        for word, text in terms:
            self.line(("class:name", f"  {word}"), ("", f": {text}"), hang=6)


def wrapped(fragments: Fragments, width: int, hang: int) -> Fragments:
    """The fragments broken at spaces into lines of at most `width` columns."""
    if sum(width_of(text) for _, text in fragments) <= width:
        return fragments
    found: Fragments = []
    column, start = 0, True
    for style, text in fragments:
        for piece in BREAKS.split(text):
            size = width_of(piece)
            if column + size > width and not start:
                if piece.isspace():
                    continue
                if found and found[-1][1].isspace():
                    found.pop()
                found.append(("", "\n" + " " * hang))
                column = hang
            found.append((style, piece))
            column += size
            start = start and piece.isspace()
    return [(style, text) for style, text in found if text]
