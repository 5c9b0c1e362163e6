"""Breakpoints: hit conditions, lines that can stop, the table. And stepping."""

from __future__ import annotations

import pytest

from hippy.interpreter.compiler.code import KIND_FILE, KIND_FUNCTION
from hippy.interpreter.dbgp import breakpoints, stepping
from hippy.interpreter.dbgp.breakpoints import Breakpoint, BreakpointTable
from hippy.interpreter.dbgp.packet import DbgpError


class FakeCode:
    """As much of a Code as lines need."""

    def __init__(self, kind: int, start: int, end: int, lines: list[int]) -> None:
        self.kind = kind
        self.start_line = start
        self.end_line = end
        self.lines = lines
        self.bps: list[int] | None = None

    def statement_lines(self) -> list[int]:
        return self.lines

    def set_breakpoint_lines(self, lines: list[int]) -> None:
        self.bps = lines or None


def line_breakpoint(line: int, file: str = "f") -> Breakpoint:
    breakpoint = Breakpoint("line")
    breakpoint.file = file
    breakpoint.line = breakpoint.resolved_line = line
    return breakpoint


@pytest.mark.parametrize(
    ("condition", "value", "stops"),
    [
        ("", 0, [True] * 6),
        (">=", 3, [False, False, True, True, True, True]),
        ("", 3, [False, False, True, True, True, True]),
        ("==", 3, [False, False, True, False, False, False]),
        ("%", 2, [False, True, False, True, False, True]),
    ],
)
def test_hit_conditions(condition: str, value: int, stops: list[bool]) -> None:
    breakpoint = line_breakpoint(1)
    if condition:
        breakpoint.set_hit_condition(condition)
    breakpoint.hit_value = value
    assert [breakpoint.hit() for _ in stops] == stops
    assert breakpoint.hit_count == len(stops)


def test_temporary_breakpoints_are_disabled_by_their_hit() -> None:
    breakpoint = line_breakpoint(1)
    breakpoint.temporary = True
    assert breakpoint.state() == "temporary"
    assert breakpoint.hit()
    assert breakpoint.state() == "disabled"


def test_wrong_states_and_conditions() -> None:
    breakpoint = line_breakpoint(1)
    with pytest.raises(DbgpError):
        breakpoint.set_state("on")
    with pytest.raises(DbgpError):
        breakpoint.set_hit_condition("<")


def test_lines_move_to_statements_of_the_innermost_function() -> None:
    main = FakeCode(KIND_FILE, 1, 1, [2, 10, 30])
    outer = FakeCode(KIND_FUNCTION, 3, 9, [4, 8, 9])
    inner = FakeCode(KIND_FUNCTION, 5, 7, [6, 7])
    codes = [main, outer, inner]

    def resolved(line: int) -> int:
        breakpoint = line_breakpoint(line)
        return breakpoint.resolved_line if breakpoints.resolve(breakpoint, codes) else 0

    moves = {1: 2, 2: 2, 3: 4, 5: 6, 7: 7, 8: 8, 11: 10, 15: 10, 25: 30, 35: 30, 36: 0}
    assert {line: resolved(line) for line in moves} == moves


def test_codes_learn_their_lines() -> None:
    main = FakeCode(KIND_FILE, 1, 1, [2, 10])
    function = FakeCode(KIND_FUNCTION, 3, 5, [4, 5])
    first, second = line_breakpoint(4), line_breakpoint(10)
    breakpoints.apply_lines([first, second], [main, function])
    assert (main.bps, function.bps) == ([10], [4])
    first.enabled = False
    breakpoints.apply_lines([first, second], [main, function])
    assert (main.bps, function.bps) == ([10], None)


def test_table() -> None:
    table = BreakpointTable(50001)
    first, second = line_breakpoint(4), line_breakpoint(4, "g")
    table.add(first)
    table.add(second)
    assert (first.id, second.id) == (50001, 50002)
    with pytest.raises(DbgpError) as caught:
        table.add(line_breakpoint(4))
    assert caught.value.code == 200
    assert table.get("50002") is second
    assert table.at_line("g", 4) == [second]
    table.remove(second)
    for text in ("50002", "x"):
        with pytest.raises(DbgpError) as caught:
            table.get(text)
        assert caught.value.code == 205


def test_functions_and_exceptions_are_found_by_name() -> None:
    table = BreakpointTable(1)
    call, method, exception = Breakpoint("call"), Breakpoint("return"), Breakpoint("exception")
    call.function = "doIt"
    method.class_name, method.function = "Foo", "bar"
    exception.exception = "*"
    for breakpoint in (call, method, exception):
        table.add(breakpoint)
    assert table.at_function("call", "DOIT", False) is call
    assert table.at_function("return", "doIt", False) is None
    assert table.at_function("return", "foo::bar", False) is method
    assert table.at_function("call", "App\\doIt", False) is None
    assert table.at_function("call", "App\\doIt", True) is call
    assert table.at_function("call", "Some::doIt", True) is call
    assert table.at_function("call", "undoIt", True) is None
    assert table.at_function("return", "App\\Foo::bar", True) is method
    assert table.at_exception("*") is exception
    assert table.at_exception("Error") is None
    assert table.has_type("call")
    call.enabled = False
    assert not table.has_type("call")


def test_step_over_and_out() -> None:
    here, callee = object(), object()
    stepper = stepping.Stepper()
    assert not stepper.ends_at_statement(1, here)
    stepper.start(stepping.OVER, 2, here)
    assert [stepper.ends_at_statement(depth, here) for depth in (3, 2, 1)] == [False, True, True]
    stepper.start(stepping.OUT, 2, here)
    assert [stepper.ends_at_statement(depth, here) for depth in (3, 2, 1)] == [False, False, True]
    assert stepper.ends_at_statement(2, callee)
    assert stepper.ends_at_return(2)
    assert not stepper.ends_at_return(3)
    stepper.start(stepping.INTO, 2, here)
    assert stepper.ends_at_statement(9, callee)
    stepper.clear()
    assert not stepper.is_active()


class Frame:
    """What Throws asks of a frame: its caller."""

    def __init__(self, caller: Frame | None) -> None:
        self.caller = caller

    def back(self) -> Frame | None:
        return self.caller


def test_an_exception_is_new_once_on_its_way_up() -> None:
    main = Frame(None)
    outer = Frame(main)
    inner = Frame(outer)
    throws, first, second = stepping.Throws(), object(), object()
    told = [throws.is_new(frame, first) for frame in (inner, outer, main)]
    assert told == [True, False, False]
    assert throws.is_new(main, first)
    assert throws.is_new(main, second)
