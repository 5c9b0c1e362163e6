"""The matcher of golden traces and the files that hold them."""

from __future__ import annotations

from pathlib import Path

import pytest

from hippy.tests.jit.expectations import (
    Expectations,
    MalformedFile,
    check,
    find_loop,
    read_expectations,
    write_pattern,
)
from hippy.tests.jit.matcher import Mismatch, match, normalised, pattern_of
from hippy.tests.trace_viewer.recordings import load, loop, op, recorded
from hippy.trace_viewer.model import parse_op

OPS = ["i1 = int_lt(i0, 10)", "guard_true(i1)", "i2 = int_add(i0, 1)",
       "p3 = getfield_gc_r(p4, Frame.slots)", "jump(...)"]


def matches(pattern: list[str], ops: list[str] = OPS) -> bool:
    try:
        match([parse_op(text) for text in ops], pattern)
    except Mismatch:
        return False
    return True


@pytest.mark.parametrize("pattern", [
    OPS,
    ["..."],
    ["i7 = int_lt(i3, 10)", "...", "jump(...)"],
    ["...", "guard_true(_)", "i2 = int_add(_, 1)", "..."],
    ["...", "p1 = getfield_gc_r(p0, Frame.slots)", "jump(...)"],
    ["i1 = int_lt(...)", "guard_true(i1)", "...", "jump(...)"],
    ["...", "i2 = int_add(...)", "...", "jump(...)", "..."],
])
def test_what_matches(pattern: list[str]) -> None:
    assert matches(pattern)


@pytest.mark.parametrize("pattern", [
    [],
    OPS[:-1],
    [*OPS, "finish()"],
    ["...", "guard_false(_)", "..."],
    ["i1 = int_lt(i0, 11)", "..."],
    ["i1 = int_lt(i0, 10)", "guard_true(i0)", "..."],
    ["i1 = int_lt(i0, 10)", "guard_true(i1)", "i2 = int_add(i9, 1)", "..."],
    ["i1 = int_lt(i0, 10)", "guard_true(i1)", "i1 = int_add(i0, 1)", "..."],
    ["p1 = int_lt(i0, 10)", "..."],
    ["int_lt(i0, 10)", "..."],
    ["...", "p3 = getfield_gc_r(p4, Frame.back)", "..."],
])
def test_what_does_not_match(pattern: list[str]) -> None:
    assert not matches(pattern)


def test_a_mismatch_shows_how_far_it_came() -> None:
    with pytest.raises(Mismatch) as raised:
        match([parse_op(text) for text in OPS], [*OPS[:2], "i2 = int_sub(i0, 1)", "..."])
    assert str(raised.value).startswith(
        "expected i2 = int_sub(i0, 1)\n   found i2 = int_add(i0, 1)\nin\n    i1 = int_lt(i0, 10)\n")


def test_boxes_are_numbered_as_they_appear_and_addresses_left_out() -> None:
    recording = recorded(loop(1, [
        op("i71 = getfield_gc_i(p5, descr=<FieldS a.values.W_Int.inst_intval 8 pure>)"),
        op("guard_class(p5, ConstClass(a.values.W_Int), descr=<Guard0x7f>) [p5]"),
        op("p8 = new_with_vtable(descr=<SizeDescr 16>)", **{"class": "W_Int"}),
        op("i9 = call_i(ConstClass(a.strings.compare), p5, ConstPtr(ptr6), descr=<Calli 8 rr>)"),
        op("cond_call(i9, ConstClass(grow), p5, descr=<Callv 0 r>)"),
        op("jump(p5, i71, descr=TargetToken(1400))", target=1400)]))
    assert pattern_of(normalised(recording, list(recording.traces[0].ops))) == [
        "i1 = getfield_gc_i(p0, W_Int.intval)",
        "guard_class(p0, W_Int)",
        "p2 = new_with_vtable(W_Int)",
        "i3 = call_i(compare, p0, ConstPtr)",
        "cond_call(i3, grow, p0)",
        "jump(...)"]


def write(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


def test_a_real_loop_meets_its_expectations(tmp_path: Path) -> None:
    file = write(tmp_path / "modulo.trace", """\
# a comment
output: 1
loop: {main} 3
expect: no allocation
expect: no call
expect: guards <= 6
expect: ops
    i2 = int_ge(i0, 0)
    guard_true(i2)
    ...
    jump(...)
""")
    expected = read_expectations(file)
    assert (expected.output, expected.function, expected.line) == ("1", "{main}", 3)
    check(load("modulo"), expected)


@pytest.mark.parametrize(("line", "message"), [
    ("expect: guards <= 2", "6 guards, 2 at most are expected"),
    ("expect: operations <= 3", "18 operations, 3 at most"),
    ("expect: calls strlen", "the loop calls: nothing"),
    ("expect: guards <= 3\nexpect: calls <= strlen", "6 guards, 3 at most are expected"),
    ("expect: ops\n    jump(...)", "expected jump"),
    ("expect: no call\nloop: f", "no loop at f; loops made"),
    ("loop: f 9", "no loop at f line 9; loops made: {main} modulo.php:3 MOD"),
])
def test_what_is_not_met_is_said(line: str, message: str, tmp_path: Path) -> None:
    file = write(tmp_path / "modulo.trace", line + "\n")
    with pytest.raises(AssertionError, match=message.replace("{", "\\{")):
        check(load("modulo"), read_expectations(file))


def test_allocations_and_calls_are_named() -> None:
    recording = recorded(loop(1, [
        op("label(descr=TargetToken(7))", target=7),
        op("p1 = new_with_vtable(descr=<SizeDescr 16>)", **{"class": "W_Int"}),
        op("call_n(ConstClass(a.grow), p1, descr=<Callv 0 r>)"),
        op("jump(descr=TargetToken(7))", target=7)]))
    with pytest.raises(AssertionError, match="the loop allocates: W_Int"):
        check(recording, Expectations(checks=[["no", "allocation"]]))
    with pytest.raises(AssertionError, match="the loop calls: grow"):
        check(recording, Expectations(checks=[["no", "call"]]))


def test_what_may_be_made_and_called_is_counted() -> None:
    made = [op("p1 = new_with_vtable(descr=<SizeDescr 16>)", **{"class": "W_Int"}),
            op("call_n(ConstClass(a.grow), p1, descr=<Callv 0 r>)")]
    recording = recorded(loop(1, [op("label(descr=TargetToken(7))", target=7), *made, *made,
                                  op("jump(descr=TargetToken(7))", target=7)]))
    check(recording, Expectations(checks=[["allocates", "<=", "W_Int", "W_Int", "W_Float"],
                                          ["calls", "<=", "grow", "grow", "sort"]]))
    with pytest.raises(AssertionError, match="the loop allocates: W_Int, W_Int"):
        check(recording, Expectations(checks=[["allocates", "<=", "W_Int"]]))
    with pytest.raises(AssertionError, match="the loop calls: grow, grow"):
        check(recording, Expectations(checks=[["calls", "<=", "grow"]]))


@pytest.mark.parametrize("text", ["expect: miracles\n", "loop: some where\n", "hello\n"])
def test_a_malformed_file_is_an_error(text: str, tmp_path: Path) -> None:
    with pytest.raises(MalformedFile, match="x.trace:1: "):
        read_expectations(write(tmp_path / "x.trace", text))


def test_the_pattern_can_be_filled_in(tmp_path: Path) -> None:
    file = write(tmp_path / "modulo.trace", "output: 1\nexpect: ops\n    ...\n")
    recording = load("modulo")
    write_pattern(file, recording, read_expectations(file))
    filled = read_expectations(file)
    assert len(filled.pattern) == 19
    assert filled.pattern[:3] == ["i1 = int_ge(i0, 0)", "guard_true(i1)",
                                  "i2 = uint_mul_high(i0, -6148914691236517205)"]
    check(recording, filled)


def test_without_a_name_the_most_iterated_loop_is_taken(tmp_path: Path) -> None:
    file = write(tmp_path / "x.trace", "expect: no call\n")
    assert find_loop(load("calls"), read_expectations(file)).number == 1
