"""Counting what ran where, and what hangs on what."""

from __future__ import annotations

from hippy.tests.trace_viewer.recordings import (
    abort,
    at,
    bridge,
    failures,
    guard,
    load,
    loop,
    op,
    recorded,
    runs,
)
from hippy.trace_viewer import annotate
from hippy.trace_viewer.annotate import LineHeat
from hippy.trace_viewer.model import Recording


def small() -> Recording:
    """A loop of lines 2 and 3, left 10 times by a guard in line 3, 6 of them by a bridge."""
    return recorded(
        loop(1, [
            op("p1 = getfield_gc_r(p0, descr=<FieldP Frame.inst_slots 16>)"),
            op("label(p0, descr=TargetToken(70))", target=70),
            at(2, "LT"), op("i2 = int_lt(i1, 10)"),
            at(2, "LT"),
            op("label(p0, descr=TargetToken(71))", target=71),
            at(2, "LT"), op("i3 = int_lt(i1, 10)"),
            at(3, "IF"), op("i4 = int_and(i1, 1)"), guard(0, "guard_true(i4) [p0]", 3),
            op("i5 = int_add(i1, 1)"),
            at(2, "LT"), op("jump(p0, descr=TargetToken(71))", target=71)]),
        bridge(2, [op("i1 = int_add(i0, 2)"), at(4, "ADD"), op("i2 = int_add(i1, 1)"),
                   at(2, "LT"), op("jump(p0, descr=TargetToken(70))", target=70)],
               from_guard=0, descr=55),
        runs("e", 1, 1), runs("l", 70, 7), runs("l", 71, 100), runs("b", 55, 6),
        failures(0, 4))


def test_a_loop_is_cut_at_its_labels() -> None:
    recording = small()
    parts = annotate.sections(recording, recording.traces[0])
    assert [(part.name, part.runs, len(part.ops)) for part in parts] == [
        ("entry", 1, 1), ("first round", 7, 1), ("loop", 100, 5)]
    assert annotate.body(recording, recording.traces[0]) == parts[-1]


def test_a_bridge_is_one_section_that_starts_at_the_guards_line() -> None:
    recording = small()
    (part,) = annotate.sections(recording, recording.traces[1])
    assert (part.name, part.runs) == ("bridge", 6)
    assert [(step.place.line, step.begun, step.work, step.arrival) for step in part.steps] == [
        (3, 0, 6, False), (4, 6, 6, False), (2, 0, 6, True)]


def test_what_follows_a_guard_runs_less_often_by_its_exits() -> None:
    recording = small()
    part = annotate.body(recording, recording.traces[0])
    assert [(step.place.line, step.begun, step.work) for step in part.steps] == [
        (2, 100, 100), (3, 100, 290), (2, 0, 90)]


def test_a_loop_whose_first_merge_point_was_cut_off_begins_there_all_the_same() -> None:
    event = loop(1, [
        op("label(p0, descr=TargetToken(70))", target=70), op("i3 = int_add(i1, 1)"),
        at(3, "IF"), op("i4 = int_and(i1, 1)"), at(2, "ADD"), op("jump(p0, descr=T)", target=70)])
    event["loc"] = at(2, "ADD")["at"]
    recording = recorded(event, runs("e", 1, 1), runs("l", 70, 9))
    (part,) = annotate.sections(recording, recording.traces[0])
    assert [(step.place.line, step.begun, step.arrival) for step in part.steps] == [
        (2, 9, False), (3, 9, False), (2, 0, True)]


def test_heat_counts_begun_lines_and_work() -> None:
    recording = small()
    assert annotate.heat(recording, recording.traces) == {"a.php": {
        2: LineHeat(begun=107, work=1 + 7 + 100 + 90 + 6),
        3: LineHeat(begun=100, work=290 + 6),
        4: LineHeat(begun=6, work=6)}}
    assert annotate.work_of_tree(recording, recording.traces[0]) == 506


def test_uncounted_runs_give_no_heat_but_lines() -> None:
    recording = recorded(loop(1, [at(2), op("i2 = int_add(i1, 1)")]))
    assert annotate.heat(recording, recording.traces) == {"a.php": {2: LineHeat(0, 0)}}
    assert annotate.sections(recording, recording.traces[0])[0].runs is None


def test_a_line_is_begun_once_per_visit() -> None:
    recording = recorded(
        loop(1, [op("label(descr=TargetToken(70))", target=70), at(2, "A"), at(2, "B"),
                 at(8, "C", depth=1), at(2, "D"), op("finish()")]),
        runs("e", 1, 5), runs("l", 70, 5))
    assert annotate.heat(recording, recording.traces)["a.php"][2].begun == 10


def test_a_compiled_function_begins_its_first_line() -> None:
    recording = recorded(
        loop(1, [op("p1 = getfield_gc_r(p0, descr=<FieldP Frame.inst_slots 16>)"), at(2, "A"),
                 op("i2 = int_add(i1, 1)"), at(3, "B"), op("finish(i2)")], kind="entry bridge"),
        runs("e", 1, 5))
    assert annotate.heat(recording, recording.traces)["a.php"] == {
        2: LineHeat(5, 10), 3: LineHeat(5, 5)}


def test_bridges_hang_on_their_guards() -> None:
    recording = load("modulo")
    branch = annotate.tree(recording, recording.traces[0])
    assert [(taken.number, below.trace.number, below.bridges)
            for taken, below in branch.bridges] == [(3, 2, ()), (13, 3, ())]
    assert [trace.number for trace in annotate.members(branch)] == [1, 2, 3]


def test_a_bridge_goes_back_to_where_its_guard_resumes() -> None:
    recording = load("modulo")
    assert annotate.resume_place(recording, recording.guards[16]).line == 3
    assert recording.guards[16].place.line == 2


def test_failing_guards_come_worst_first() -> None:
    recording = load("modulo")
    failing = annotate.failing_guards(recording, recording.traces[0])
    assert [guard.number for _, guard in failing] == [13, 3]


def test_the_hottest_loop_comes_first() -> None:
    label = [op(f"label(descr=TargetToken({target}))", target=target) for target in (70, 71)]
    recording = recorded(loop(1, [label[0]]), loop(2, [label[1]]),
                         runs("e", 1, 1), runs("l", 70, 5), runs("e", 2, 1), runs("l", 71, 9))
    assert [trace.number for trace in annotate.hottest_loops(recording)] == [2, 1]


def test_equal_aborts_are_one_group() -> None:
    recording = recorded(
        abort("ABORT_ESCAPE", 2, 5), abort("ABORT_TOO_LONG", 3, 9), abort("ABORT_ESCAPE", 2, 5),
        loop(1, [], line=3))
    groups = annotate.abort_groups(recording)
    assert [(group.count, group.abort.reason, group.compiled) for group in groups] == [
        (2, "ABORT_ESCAPE", False), (1, "ABORT_TOO_LONG", True)]


def test_allocations_and_calls_are_found() -> None:
    made = op("p1 = new_with_vtable(descr=<SizeDescr 16>)", **{"class": "W_Int"})
    recording = recorded(loop(1, [
        op("label(descr=TargetToken(70))", target=70), made,
        op("p2 = new_array_clear(3, descr=<ArrayP 8>)"),
        op("i3 = call_i(ConstClass(f), p1, descr=<Calli 8 r>)"), op("jump(descr=T)", target=70)]))
    ops = annotate.body(recording, recording.traces[0]).ops
    assert annotate.allocations(ops) == ["W_Int", "new_array_clear"]
    assert [found.result for found in annotate.residual_calls(ops)] == ["i3"]


def test_invalidated_loops_are_known() -> None:
    recording = recorded(loop(1, []), {"ev": "invalidate", "t": 0.0, "loops": [1]}, loop(2, []))
    assert [annotate.invalidations_of(recording, trace) for trace in recording.loops] == [1, 0]
    assert annotate.loops_at(recording, recording.traces[0].place) == 2
