"""Reading the event stream: what is in it, streams that break off, lines that are no events."""

from __future__ import annotations

import pytest

from hippy.tests.trace_viewer.recordings import (
    END,
    HERE,
    abort,
    at,
    bridge,
    failures,
    guard,
    lines,
    load,
    loop,
    op,
    place,
    recorded,
    runs,
)
from hippy.trace_viewer.model import Bridge, Place
from hippy.trace_viewer.stream import StreamError, read_stream

LABEL = op("label(p0, i1, descr=TargetToken(77))", target=77)
JUMP = op("jump(p0, i2, descr=TargetToken(77))", target=77)


def test_a_real_recording_is_read() -> None:
    recording = load("modulo")
    assert recording.complete
    assert [(trace.number, trace.kind) for trace in recording.traces] == [
        (1, "loop"), (2, "bridge"), (3, "bridge")]
    first, _, second = recording.traces
    assert first.place == Place("{main}", "modulo.php", 1, 3, "MOD")
    assert first.slots == ("$n", "$i", "$total", "$one")
    assert isinstance(second, Bridge)
    assert second.entries == 12864
    taken = recording.guards[second.guard]
    assert (taken.kind, taken.failures, taken.bridge) == ("guard_false", 100, 3)
    assert dict(taken.last_variables)["$i"] == "701"
    assert recording.exits(taken) == 12964
    assert recording.started == (first.place,)
    assert recording.totals["ABORT_TOO_LONG"] == 0


def test_runs_of_entries_labels_and_bridges_reach_their_traces() -> None:
    recording = recorded(
        loop(1, [LABEL, guard(0, "guard_true(i1, descr=<Guard0x1>) [p0]"), JUMP]),
        bridge(2, [JUMP], from_guard=0, descr=55),
        runs("e", 1, 3), runs("l", 77, 40), runs("b", 55, 9), runs("b", 55, 1))
    first, second = recording.traces
    assert (first.entries, first.label_runs, first.iterations) == (3, {77: 40}, 40)
    assert second.entries == 10
    assert recording.trace_of_label[second.jump_target()] == 1


def test_without_counters_runs_are_unknown() -> None:
    assert recorded(loop(1, [LABEL, JUMP])).traces[0].entries is None


def test_merge_points_become_operations_with_a_place() -> None:
    trace = recorded(loop(1, [at(5, "MUL", depth=1)])).traces[0]
    assert trace.ops[0].is_merge_point
    assert (trace.ops[0].place.line, trace.ops[0].place.opcode, trace.ops[0].depth) == (5, "MUL", 1)


def test_the_last_failure_event_counts_when_the_final_counts_are_missing() -> None:
    fail = {"ev": "fail", "t": 0.0, "guard": 0, "n": 4, "values": [["i1", "7"]], "vars": []}
    recording = read_stream(lines(loop(1, [guard(0, "guard_true(i1) []")]), fail))
    assert (recording.guards[0].failures, recording.guards[0].values) == (4, (("i1", "7"),))


def test_a_guard_compiled_before_the_stream_is_kept_without_a_kind() -> None:
    recording = recorded(failures(3, 12))
    assert (recording.guards[3].kind, recording.guards[3].failures) == ("", 12)


def test_an_abort_takes_the_blame_that_follows() -> None:
    blame = {"ev": "blame", "t": 0.0, "loc": place(9, "RECV", "slow")}
    recording = recorded(abort("ABORT_TOO_LONG", 2, 7), blame)
    assert recording.aborts[0].blamed.function == "slow"
    assert recording.aborts[0].at.line == 7


@pytest.mark.parametrize("keep", [1, 5000, -2])
def test_a_stream_that_breaks_off_is_read_as_far_as_it_goes(keep: int) -> None:
    data = (HERE / "modulo.jsonl").read_bytes()[:keep]
    recording = read_stream(data.splitlines(keepends=True))
    assert not recording.complete
    assert len(recording.traces) == (3 if keep < 0 else 0)


def test_a_break_between_two_lines_is_seen_too() -> None:
    assert not read_stream(lines(loop(1, []))).complete
    assert not read_stream([]).complete


@pytest.mark.parametrize(("line", "reason"), [
    (b"junk\n", "line 2: not a JSON object"),
    (b"[1, 2]\n", "line 2: not an event"),
    (b'{"t": 1.0}\n', "line 2: not an event"),
    (b'{"ev": "party", "t": 1.0}\n', "line 2: unknown event 'party'"),
    (b'{"ev": "runs", "t": 1.0, "type": "e"}\n', "line 2: runs without 'number'"),
    (b'{"ev": "trace", "t": 1.0, "loc": "nowhere"}\n', "line 2: trace: not a place: 'nowhere'"),
    (b'{"ev": "start", "t": 1.0, "format": 9, "mode": 7}\n',
     "line 2: start: format 9, but 1 is what can be read here"),
    (b'{"ev": "blame", "t": 1.0, "loc": ""}\n', "line 2: blame: no abort before it"),
])
def test_a_line_that_is_no_event_is_an_error_with_its_number(line: bytes, reason: str) -> None:
    with pytest.raises(StreamError) as raised:
        read_stream([*lines(loop(1, [])), line, *lines(END)])
    assert str(raised.value) == reason
    assert raised.value.line == 2


def test_an_operation_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(StreamError, match="line 1: compile: not an operation: 'what'"):
        read_stream(lines(loop(1, [op("what")])))


def test_only_the_last_line_may_break_off() -> None:
    with pytest.raises(StreamError, match="line 1: breaks off, but more lines follow"):
        read_stream([b'{"ev"', *lines(END)])


def test_bytes_that_are_no_utf8_survive() -> None:
    event = b'{"ev": "trace", "t": 0, "loc": "f\xff;a.php:1-2~ADD"}\n'
    started = read_stream([event]).started[0]
    assert started.function.encode("utf-8", "surrogateescape") == b"f\xff"
