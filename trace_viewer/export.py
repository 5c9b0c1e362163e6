"""The report as one JSON object, for programs. The text for people is in report.py.

    {program, engine, complete, totals, loops: [TRACE], aborts: [...], invalidations: [[loop, ...]]}

A TRACE has number, kind, driver, place, entries, iterations, work (null when not counted), bytes,
lines: [{file, line, begun, work}], round: {operations, guards, allocations, calls} or null,
guards: [GUARD] of those that failed, bridges: [{guard, trace: TRACE}]. Where operations are asked
for, guards has all of them, and there is sections: [{name, runs, steps: [{place, depth, begun,
operations: [text]}]}].
"""

from __future__ import annotations

from dataclasses import asdict

from hippy.trace_viewer import annotate
from hippy.trace_viewer.annotate import AbortGroup, Branch, Section
from hippy.trace_viewer.explain import called, explain
from hippy.trace_viewer.model import Guard, Place, Recording, Trace


def json_report(
    recording: Recording, program: str = "", engine: str = "", ops: bool = False,
) -> dict:
    """The object; every value in it can be written as JSON."""
    branches = [annotate.tree(recording, trace) for trace in annotate.hottest_loops(recording)]
    return {
        "program": program,
        "engine": engine,
        "complete": recording.complete,
        "totals": recording.totals,
        "loops": [trace_of(recording, branch, ops) for branch in branches],
        "aborts": [abort_of(group) for group in annotate.abort_groups(recording)],
        "invalidations": [list(event.loops) for event in recording.invalidations],
    }


def place_of(place: Place | None) -> dict | None:
    return asdict(place) if place else None


def trace_of(recording: Recording, branch: Branch, ops: bool) -> dict:
    trace = branch.trace
    counted = trace.entries is not None
    body = annotate.body(recording, trace)
    shown = {
        "number": trace.number,
        "kind": trace.kind,
        "driver": trace.driver,
        "place": place_of(trace.place),
        "entries": trace.entries,
        "iterations": trace.iterations if counted else None,
        "bytes": trace.size,
        "work": annotate.work_of(recording, trace) if counted else None,
        "lines": lines_of(recording, trace),
        "round": round_of(recording, body) if body else None,
        "guards": [guard_of(recording, trace, index, guard)
                   for index, guard in (all_guards(recording, trace) if ops else
                                        annotate.failing_guards(recording, trace))],
        "bridges": [{"guard": guard.number, "trace": trace_of(recording, below, ops)}
                    for guard, below in branch.bridges],
    }
    if ops:
        shown["sections"] = [section_of(section)
                             for section in annotate.sections(recording, trace)]
    return shown


def all_guards(recording: Recording, trace: Trace) -> list[tuple[int, Guard]]:
    return [(index, recording.guards[op.guard]) for index, op in trace.guard_ops()]


def lines_of(recording: Recording, trace: Trace) -> list[dict]:
    return [{"file": file, "line": line, "begun": heat.begun, "work": heat.work}
            for file, lines in annotate.heat(recording, [trace]).items()
            for line, heat in sorted(lines.items())]


def round_of(recording: Recording, body: Section) -> dict:
    return {
        "operations": len(body.ops),
        "guards": sum(op.is_guard for op in body.ops),
        "allocations": annotate.allocations(body.ops),
        "calls": [called(recording, op) for op in annotate.residual_calls(body.ops)],
    }


def guard_of(recording: Recording, trace: Trace, index: int, guard: Guard) -> dict:
    check = explain(recording, trace, index)
    return {
        "number": guard.number,
        "kind": guard.kind,
        "place": place_of(guard.place),
        "expected": check.expected,
        "failed": check.failed,
        "operation": str(trace.ops[index]),
        "condition": guard.condition,
        "failures": guard.failures,
        "exits": recording.exits(guard),
        "bridge": guard.bridge,
        "values": dict(guard.values),
        "variables": dict(guard.last_variables),
        "histogram": dict(guard.histogram),
        "origin": guard.origin,
        "resumes": guard.resumes,
    }


def section_of(section: Section) -> dict:
    return {
        "name": section.name,
        "runs": section.runs,
        "steps": [{"place": place_of(step.place), "depth": step.depth, "begun": step.begun,
                   "operations": [str(op) for _, op in step.ops]}
                  for step in section.steps if step.ops],
    }


def abort_of(group: AbortGroup) -> dict:
    abort = group.abort
    return {
        "count": group.count,
        "reason": abort.reason,
        "place": place_of(abort.place),
        "at": place_of(abort.at),
        "guard": abort.guard,
        "size": abort.size,
        "functions": abort.functions,
        "blamed": place_of(abort.blamed),
        "compiled": group.compiled,
    }
