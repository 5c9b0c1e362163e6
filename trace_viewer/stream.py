"""Reads the lines that an engine writes under --jitwatch: JSON objects, `ev` names the event.

    start       format, mode
    trace       loc: tracing begins there
    compile     type (loop, entry bridge, bridge), no, token, driver, loc, slots, ops, addr, len;
                for a bridge from_guard and from_descr. An op is {op, ofs} with target, class,
                guard or consts ([name, what it is] pairs, at a constant's first use), or
                {at, depth, call} for the start of a PHP instruction. A guard op has guard, loc,
                origin, resumes, cond and vars ([variable, box or constant] pairs).
    abort       reason, loc, guard, size, at, where;  blame: loc, follows the abort
    cancel      no: the optimizer found that the trace is no loop
    invalidate  loops
    fail        guard, n, values, vars: one failure
    counts      a table of counts begins, which takes the place of the one before
    runs        type (e entry, l label, b bridge), number, count
    guard       guard, trace, failures, bridge, values, vars, histogram
    totals      counters by name, seconds of tracing and backend
    end         the engine came to its end

Every event has t, seconds since 1970. A loc is `name;file:first_line-line~OPCODE`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace

from hippy.trace_viewer.model import (
    MERGE_POINT,
    Abort,
    Bridge,
    Guard,
    Invalidation,
    MalformedText,
    Op,
    Place,
    Recording,
    Trace,
    Values,
    parse_op,
    parse_place,
)

FORMAT = 1


class StreamError(Exception):
    """A line that is no event of the stream; the message begins with its number."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line


def read_stream(lines: Iterable[bytes]) -> Recording:
    """The recording in these lines; raises StreamError.

    A last line that breaks off is left out, as when the engine was killed.
    """
    reader = StreamReader()
    for line in lines:
        reader.feed(line)
    return reader.recording()


class StreamReader:
    """Takes the lines one by one, as they come; `recording` may be asked for at any time.

    `source_name(function, file)` is what a file is to be called, where one name stands for more
    than one source.
    """

    def __init__(self, source_name: Callable[[str, str], str] | None = None) -> None:
        self.source_name = source_name
        self.line = 0
        self.broken_off = False
        self.ended = False
        self.traces: list[Trace] = []
        self.guards: dict[int, Guard] = {}
        self.aborts: list[Abort] = []
        self.invalidations: list[Invalidation] = []
        self.cancelled = 0
        self.started: list[Place | None] = []
        self.totals: dict[str, float] = {}
        self.runs: dict[tuple[str, int], int] = {}
        self.began: float | None = None
        self.counted_at: float | None = None

    def feed(self, line: bytes) -> dict | None:
        """Reads one line and gives its event; None for the rest of a line that breaks off."""
        self.line += 1
        if self.broken_off:
            raise StreamError(self.line - 1, "breaks off, but more lines follow")
        try:
            event = json.loads(line.decode("utf-8", "surrogateescape"))
        except ValueError as error:
            if not line.endswith(b"\n"):
                self.broken_off = True
                return None
            raise StreamError(self.line, "not a JSON object") from error
        if not isinstance(event, dict) or "ev" not in event:
            raise StreamError(self.line, "not an event")
        handler = HANDLERS.get(event["ev"])
        if handler is None:
            raise StreamError(self.line, f"unknown event {event['ev']!r}")
        try:
            handler(self, event)
        except KeyError as error:
            raise StreamError(self.line, f"{event['ev']} without {error.args[0]!r}") from error
        except (MalformedText, TypeError, ValueError) as error:
            raise StreamError(self.line, f"{event['ev']}: {error}") from error
        return event

    def recording(self) -> Recording:
        """What has been read up to now."""
        return Recording(
            traces=tuple(map(self.with_runs, self.traces)),
            guards=dict(self.guards),
            aborts=tuple(self.aborts),
            invalidations=tuple(self.invalidations),
            cancelled=self.cancelled,
            started=tuple(self.started),
            totals=dict(self.totals),
            complete=self.ended,
            began=self.began,
            counted_at=self.counted_at,
        )

    def with_runs(self, trace: Trace) -> Trace:
        """The trace with its final counts."""
        if isinstance(trace, Bridge):
            entries = self.runs.get(("b", trace.descr))
        else:
            entries = self.runs.get(("e", trace.token))
        labels = {op.target: self.runs[("l", op.target)] for op in trace.ops
                  if op.name == "label" and ("l", op.target) in self.runs}
        return replace(trace, entries=entries, label_runs=labels)

    def read_place(self, text: str) -> Place | None:
        place = parse_place(text)
        if place is None or self.source_name is None:
            return place
        return replace(place, file=self.source_name(place.function, place.file))

    # One method for each event

    def read_start(self, event: dict) -> None:
        if event["format"] != FORMAT:
            raise MalformedText(f"format {event['format']}, but {FORMAT} is what can be read here")
        self.began = event["t"]

    def read_trace(self, event: dict) -> None:
        self.started.append(self.read_place(event["loc"]))

    def read_compile(self, event: dict) -> None:
        common = {
            "number": event["no"],
            "kind": event["type"],
            "token": event["token"],
            "driver": event["driver"],
            "place": self.read_place(event["loc"]),
            "ops": tuple(self.read_op(op, event["no"]) for op in event["ops"]),
            "slots": tuple(event["slots"]),
            "size": event.get("len", 0),
            "when": event["t"],
            "constants": {name: text for op in event["ops"] for name, text in op.get("consts", ())},
        }
        if event["type"] != "bridge":
            self.traces.append(Trace(**common))
            return
        number = event.get("from_guard")
        self.traces.append(Bridge(**common, guard=number, descr=event["from_descr"]))
        if number is not None:
            self.guards[number] = replace(self.guards[number], bridge=event["no"])

    def read_op(self, op: dict, trace: int) -> Op:
        if "at" in op:
            return Op(MERGE_POINT, place=self.read_place(op["at"]), depth=op["depth"])
        parsed = parse_op(op["op"], offset=op["ofs"], guard=op.get("guard"),
                          target=op.get("target"), made=op.get("class", ""))
        if parsed.guard is not None:
            self.guards[parsed.guard] = Guard(
                number=parsed.guard,
                trace=trace,
                kind=parsed.name,
                place=self.read_place(op["loc"]),
                condition=op["cond"],
                origin=op["origin"],
                resumes=op["resumes"],
                variables=pairs(op["vars"]),
            )
        return parsed

    def read_abort(self, event: dict) -> None:
        self.aborts.append(Abort(
            reason=event["reason"],
            place=self.read_place(event["loc"]),
            at=self.read_place(event["at"]),
            guard=event["guard"] if event["guard"] >= 0 else None,
            size=event["size"],
            functions=event["where"],
            when=event["t"],
        ))

    def read_blame(self, event: dict) -> None:
        if not self.aborts:
            raise MalformedText("no abort before it")
        self.aborts[-1] = replace(self.aborts[-1], blamed=self.read_place(event["loc"]))

    def read_cancel(self, event: dict) -> None:
        self.cancelled += 1

    def read_invalidate(self, event: dict) -> None:
        self.invalidations.append(Invalidation(tuple(event["loops"]), event["t"]))

    def read_fail(self, event: dict) -> None:
        self.count_failures(event, event["n"])

    def read_counts(self, event: dict) -> None:
        self.runs = {}
        self.counted_at = event["t"]

    def read_runs(self, event: dict) -> None:
        key = (event["type"], event["number"])
        self.runs[key] = self.runs.get(key, 0) + event["count"]

    def read_guard(self, event: dict) -> None:
        self.count_failures(event, event["failures"])
        histogram = tuple((value, count) for value, count in event["histogram"])
        number = event["guard"]
        self.guards[number] = replace(self.guards[number], histogram=histogram)

    def count_failures(self, event: dict, failures: int) -> None:
        number = event["guard"]
        guard = self.guards.get(number)
        if guard is None:
            # Its trace was compiled before the stream began.
            guard = Guard(number, event.get("trace", 0), kind="")
        self.guards[number] = replace(
            guard, failures=failures, values=pairs(event["values"]),
            last_variables=pairs(event["vars"]))

    def read_totals(self, event: dict) -> None:
        self.totals = {name: value for name, value in event.items() if name not in ("ev", "t")}

    def read_end(self, event: dict) -> None:
        self.ended = True


def pairs(rows: list[list[str]]) -> Values:
    return tuple((name, value) for name, value in rows)


HANDLERS = {
    "start": StreamReader.read_start,
    "trace": StreamReader.read_trace,
    "compile": StreamReader.read_compile,
    "abort": StreamReader.read_abort,
    "blame": StreamReader.read_blame,
    "cancel": StreamReader.read_cancel,
    "invalidate": StreamReader.read_invalidate,
    "fail": StreamReader.read_fail,
    "counts": StreamReader.read_counts,
    "runs": StreamReader.read_runs,
    "guard": StreamReader.read_guard,
    "totals": StreamReader.read_totals,
    "end": StreamReader.read_end,
}
