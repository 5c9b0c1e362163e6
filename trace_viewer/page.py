"""The report as one HTML page that needs nothing else: no network, no server.

The text for people at a terminal is in report.py, the object for programs in export.py. It can be
read without the page's script, which adds: tables sorted by a click on a heading, PHP lines that
point at their operations, and traces that open when they are gone to.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from hippy.debugger.present import short_path, visible
from hippy.trace_viewer import annotate
from hippy.trace_viewer.annotate import Branch, LineHeat, Section, Step
from hippy.trace_viewer.explain import explain
from hippy.trace_viewer.meaning import GUARD_KINDS, WORDS
from hippy.trace_viewer.model import Guard, Op, Place, Recording, Trace
from hippy.trace_viewer.page_style import SCRIPT, STYLE
from hippy.trace_viewer.report import ReadSource
from hippy.trace_viewer.wording import (
    REASONS,
    body_text,
    count,
    end_of,
    last_section,
    milliseconds,
    name_of,
    operation_text,
    percent,
    runs_text,
    title_of,
    values_text,
    where,
)


def html_page(recording: Recording, title: str, read_source: ReadSource) -> str:
    """The whole document."""
    return Page(recording, read_source).write(title)


class Page:
    def __init__(self, recording: Recording, read_source: ReadSource) -> None:
        self.recording = recording
        self.read_source = read_source
        self.files: dict[str, int] = {}
        self.work = max(1, sum(annotate.work_of(recording, trace) for trace in recording.traces))

    def write(self, title: str) -> str:
        loops = annotate.hottest_loops(self.recording)
        heat = annotate.heat(self.recording, self.recording.traces)
        self.files = {file: number for number, file in enumerate(heat)}
        body = [
            f"<h1>{text(title)}</h1>", self.summary(), self.loops(loops),
            *(self.source(file, lines) for file, lines in heat.items()),
            "<h2 id='traces'>Traces</h2>" if loops else "",
            *(self.branch(annotate.tree(self.recording, trace), None) for trace in loops),
            self.aborts(), words(),
        ]
        return ("<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'>"
                "<meta name='viewport' content='width=device-width'>"
                f"<title>{text(title)}</title><style>{STYLE}</style></head>\n<body>"
                + "\n".join(filter(None, body)) + f"\n<script>{SCRIPT}</script></body></html>\n")

    def summary(self) -> str:
        recording = self.recording
        if not recording.traces and not recording.aborts:
            return "<p>The JIT compiled nothing: no loop and no function ran often enough.</p>"
        failing = sum(recording.exits(guard) > 0 for guard in recording.guards.values())
        parts = [
            count(len(recording.loops), "loop"), count(len(recording.bridges), "bridge"),
            f"{count(len(recording.guards), 'guard')}, {failing} of them failing",
            f"{count(len(recording.aborts), 'trace')} given up",
        ]
        if recording.totals:
            parts.append(f"{milliseconds(recording.totals.get('tracing', 0.0))} of tracing")
        broken = "" if recording.complete else (
            "<p class='bad'>The record breaks off before the program's end.</p>")
        return f"<p>{'; '.join(parts)}</p>{broken}"

    # Tables

    def loops(self, loops: list[Trace]) -> str:
        rows = []
        for trace in loops:
            counted = trace.entries is not None
            work = annotate.work_of_tree(self.recording, trace)
            body = annotate.body(self.recording, trace) or last_section(self.recording, trace)
            rows.append([
                (f"<a href='#trace-{trace.number}'>{trace.number}</a>", trace.number),
                (f"{trace.runs:,}" if counted else "?",
                 trace.runs),
                (f"{bar(work, self.work)} {percent(work, self.work)}", work),
                (text(name_of(trace.place)), None), (self.link(trace.place), None),
                (text(body_text(self.recording, body)) if body else "", None)])
        heads = ["loop", "#runs", "#work", "function", "begins at", "each round"]
        return table("Loops and compiled functions", heads, rows) if rows else ""

    def guards(self, trace: Trace) -> str:
        rows = []
        for index, guard in annotate.failing_guards(self.recording, trace):
            check = explain(self.recording, trace, index)
            bridge = "" if guard.bridge is None else (
                f"<a href='#trace-{guard.bridge}'>{guard.bridge}</a>")
            exits = self.recording.exits(guard)
            rows.append([
                (str(guard.number), guard.number), (self.link(guard.place), None),
                (f"<b>{text(check.expected)}</b>", None),
                (f"<span title='{text(GUARD_KINDS.get(guard.kind, ''))}'>{guard.kind}</span>",
                 None),
                (f"{exits:,}", exits), (bridge, None), (text(last_values(guard)), None)])
        heads = ["#guard", "line", "expects", "kind", "#failed", "bridge", "last time"]
        return table("Guards that did not always hold", heads, rows, level=4) if rows else ""

    def aborts(self) -> str:
        rows = []
        for group in annotate.abort_groups(self.recording):
            abort = group.abort
            rows.append([
                (str(group.count), group.count), (text(name_of(abort.place)), None),
                (self.link(abort.place), None), (text(REASONS.get(abort.reason, "")), None),
                (abort.reason, None),
                (f"{self.link(abort.at)} {abort.at.opcode}" if abort.at else "", None)])
        heads = ["#times", "trace of", "begins at", "given up because", "reason", "reached"]
        return table("Traces given up", heads, rows) if rows else ""

    # PHP source

    def source(self, file: str, lines: dict[int, LineHeat]) -> str:
        """The whole file, each line with its heat."""
        content = self.read_source(file)
        shown = content or [""] * max(lines)
        rows = []
        for number, code in enumerate(shown, 1):
            heat = lines.get(number)
            begun, share, depth = "", "", 0.0
            if heat is not None:
                begun, share = f"{heat.begun:,}", percent(heat.work, self.work)
                depth = heat.work / self.work
            rows.append(
                f"<tr id='{self.anchor(file, number)}'"
                f" style='--heat:{depth:.3f}'{' class=ran' if heat else ''}><td>{begun}</td>"
                f"<td>{share}</td><td>{number}</td><td><pre>{text(code)}</pre></td></tr>")
        missing = "" if content else " (cannot be read)"
        return (f"<h2>{text(short_path(file))}{missing}</h2><table class='source'><thead><tr>"
                "<th>begun</th><th>work</th><th></th><th></th></tr></thead><tbody>"
                + "".join(rows) + "</tbody></table>")

    def anchor(self, file: str, line: int) -> str:
        return f"line-{self.files.get(file, 0)}-{line}"

    def link(self, place: Place | None) -> str:
        if place is None:
            return ""
        return f"<a href='#{self.anchor(place.file, place.line)}'>{text(where(place))}</a>"

    # Traces

    def branch(self, branch: Branch, guard: Guard | None) -> str:
        """A trace with its operations, and under them the bridges on its guards."""
        trace = branch.trace
        head = f"{title_of(trace)}: {text(name_of(trace.place))} {text(where(trace.place))}"
        if guard is not None:
            index = next(i for i, op in self.recording.by_number[guard.trace].guard_ops()
                         if op.guard == guard.number)
            check = explain(self.recording, self.recording.by_number[guard.trace], index)
            runs = "" if trace.entries is None else f", {count(trace.entries, 'run')}"
            head = (f"{title_of(trace)}{runs}: where <b>{text(check.failed)}</b> at "
                    f"{text(where(guard.place))}; {text(end_of(self.recording, trace))}")
        else:
            head += f", {text(runs_text(self.recording, trace))}"
        inner = [self.guards(trace)]
        if branch.bridges:
            inner += ["<div class='tree'>",
                      *(self.branch(below, hook) for hook, below in branch.bridges), "</div>"]
        inner.append("<details class='ops'><summary>operations</summary>"
                     + "".join(self.section(trace, section) for section
                               in annotate.sections(self.recording, trace)) + "</details>")
        return (f"<details class='trace' id='trace-{trace.number}'><summary>{head}</summary>"
                + "\n".join(inner) + "</details>")

    def section(self, trace: Trace, section: Section) -> str:
        runs = "" if section.runs is None else f", {count(section.runs, 'run')}"
        steps = "".join(self.step(trace, step) for step in section.steps if step.ops)
        return (f"<h4>{section.name}{runs}</h4><table class='operations'><thead><tr><th>PHP</th>"
                f"<th>bytecode</th><th>operations</th></tr></thead><tbody>{steps}</tbody></table>")

    def step(self, trace: Trace, step: Step) -> str:
        place = step.place
        code, opcode, line = "", "", ""
        if place is not None:
            content = self.read_source(place.file)
            code = content[place.line - 1].strip() if place.line <= len(content) else ""
            opcode = "&nbsp;" * 2 * step.depth + place.opcode
            line = self.anchor(place.file, place.line)
        operations = "\n".join(self.operation(trace, index, op) for index, op in step.ops)
        number = f"{place.line}" if place else ""
        return (f"<tr data-line='{line}'><td><a href='#{line}'>{number}</a> "
                f"<code>{text(code)}</code></td><td>{opcode}</td><td><pre>{operations}</pre>"
                "</td></tr>")

    def operation(self, trace: Trace, index: int, op: Op) -> str:
        shown = text(operation_text(self.recording, trace, op))
        if op.guard is None:
            return shown
        guard = self.recording.guards[op.guard]
        check = explain(self.recording, trace, index)
        exits = self.recording.exits(guard)
        failed = f" <b class='bad'>not so {exits:,} times</b>" if exits else ""
        kind = text(GUARD_KINDS.get(guard.kind, ""))
        return (f"<span class='guard' title='{kind}'>{shown}  <i># {text(check.expected)}</i>"
                f"{failed}</span>")


def text(value: str) -> str:
    return escape(visible(value.expandtabs(4)), quote=True)


def last_values(guard: Guard) -> str:
    if guard.histogram:
        return ", ".join(f"{value}: {number:,} times" for value, number in guard.histogram)
    return values_text(guard.last_variables) or values_text(guard.values)


def bar(work: int, whole: int) -> str:
    return f"<span class='bar' style='width:{60 * work / whole:.0f}px'></span>"


def table(
    title: str, heads: list[str], rows: Iterable[list[tuple[str, int | None]]], level: int = 2,
) -> str:
    """A table; a heading that begins with # is of numbers. A cell is HTML, and what it sorts by."""
    head = "".join(f"<th{' class=number' if name[0] == '#' else ''}>{name.lstrip('#')}</th>"
                   for name in heads)
    body = "".join("<tr>" + "".join(cell(*entry) for entry in row) + "</tr>" for row in rows)
    return (f"<h{level}>{title}</h{level}><table class='sorted'><thead><tr>{head}</tr></thead>"
            f"<tbody>{body}</tbody></table>")


def cell(content: str, key: int | None) -> str:
    if key is None:
        return f"<td>{content}</td>"
    return f"<td class='number' data-key='{key}'>{content}</td>"


def words() -> str:
    rows = "".join(f"<dt>{text(word)}</dt><dd>{text(meaning)}</dd>"
                   for word, meaning in {**WORDS, **GUARD_KINDS}.items())
    return f"<details id='words'><summary>Words</summary><dl>{rows}</dl></details>"
