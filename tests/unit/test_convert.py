"""Conversions and arithmetic, with the warnings and errors that come with them."""

from __future__ import annotations

import pytest

from hippy.interpreter.objects import arithmetic, convert, numbers
from hippy.interpreter.objects.arrays import array_from_ints, new_array
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Bool, W_Float, W_Int, W_Root, w_false, w_null, w_true

MAXINT = 2**63 - 1


class Thrown(Exception):
    """What Context.error gives."""


class FakeContext:
    """A context that notes what is reported."""

    def __init__(self) -> None:
        self.reports: list[str] = []

    def warning(self, message: str) -> None:
        self.reports.append(message)

    notice = deprecated = warning

    def error(self, cls: str, message: str) -> Thrown:
        return Thrown(f"{cls}: {message}")

    def precision(self) -> int:
        return 14


def wrap(x: object) -> W_Root:
    """A Python value as a PHP one; a list as an array."""
    if isinstance(x, bool):
        return w_true if x else w_false
    if isinstance(x, int):
        return W_Int(x)
    if isinstance(x, float):
        return W_Float(x)
    if isinstance(x, str):
        return new_str(x)
    if isinstance(x, list):
        return array_from_ints(x) if x else new_array(0)
    return w_null


def unwrap(w: W_Root) -> object:
    if isinstance(w, W_Bool):
        return w.boolval
    if isinstance(w, W_Int):
        return w.intval
    if isinstance(w, W_Float):
        return w.floatval
    if isinstance(w, W_Str):
        return w.as_str()
    return None


@pytest.mark.parametrize(
    "text, kind, value",
    [
        ("12", numbers.NUM_INT, 12),
        (" 12 ", numbers.NUM_INT, 12),
        ("12 apples", numbers.NUM_LEADING_INT, 12),
        ("1e3", numbers.NUM_FLOAT, 1000.0),
        (".5", numbers.NUM_FLOAT, 0.5),
        ("1.5x", numbers.NUM_LEADING_FLOAT, 1.5),
        ("9223372036854775808", numbers.NUM_FLOAT, 2.0**63),
        ("-9223372036854775808", numbers.NUM_INT, -(2**63)),
        ("", numbers.NUM_NONE, 0),
        ("abc", numbers.NUM_NONE, 0),
        (".", numbers.NUM_NONE, 0),
    ],
)
def test_numeric_strings(text: str, kind: int, value: float) -> None:
    numeric = numbers.scan_numeric(text)
    assert numeric.kind == kind
    assert (numeric.floatval if numeric.is_float() else numeric.intval) == value


@pytest.mark.parametrize(
    "x, precision, text",
    [
        (0.1, 14, "0.1"),
        (1e14, 14, "1.0E+14"),
        (1e15, numbers.SHORTEST, "1000000000000000"),
        (1e25, 14, "1.0E+25"),
        (-0.0, 14, "-0"),
        (0.00001, 14, "1.0E-5"),
        (1 / 3, 14, "0.33333333333333"),
        (1 / 3, numbers.SHORTEST, "0.3333333333333333"),
        (0.1, 17, "0.10000000000000001"),
        (float("inf"), 14, "INF"),
        (float("nan"), 14, "NAN"),
    ],
)
def test_float_text(x: float, precision: int, text: str) -> None:
    assert numbers.float_text(x, precision) == text


@pytest.mark.parametrize(
    "value, truth, number, text",
    [
        (None, False, 0, ""),
        (True, True, 1, "1"),
        ("0", False, 0, "0"),
        ("0.0", True, 0, "0.0"),
        ("12abc", True, 12, "12abc"),
        ("1e1000", True, 0, "1e1000"),
        (1e19, True, -8446744073709551616, "1.0E+19"),
        (-1.9, True, -1, "-1.9"),
        ([], False, 0, None),
        ([1], True, 1, None),
    ],
)
def test_casts(value: object, truth: bool, number: int, text: str | None) -> None:
    ctx = FakeContext()
    assert convert.to_bool(ctx, wrap(value)) is truth
    assert convert.to_int(ctx, wrap(value)) == number
    if text is not None:
        assert convert.to_str(ctx, wrap(value)) == text
    assert ctx.reports == []


def test_array_to_string_warns() -> None:
    ctx = FakeContext()
    assert convert.to_str(ctx, wrap([1])) == "Array"
    assert ctx.reports == ["Array to string conversion"]


@pytest.mark.parametrize(
    "operation, a, b, result",
    [
        (arithmetic.add, 1, 2, 3),
        (arithmetic.add, MAXINT, 1, 2.0**63),
        (arithmetic.add, "1.5", 1, 2.5),
        (arithmetic.add, None, True, 1),
        (arithmetic.sub, -(2**63), 1, -(2.0**63)),
        (arithmetic.mul, MAXINT, 2, 2.0**64),
        (arithmetic.div, 7, 2, 3.5),
        (arithmetic.div, 6, 3, 2),
        (arithmetic.div, -(2**63), -1, 2.0**63),
        (arithmetic.mod, -7, 3, -1),
        (arithmetic.mod, -(2**63), -1, 0),
        (arithmetic.pow_, 2, 10, 1024),
        (arithmetic.pow_, 2, 63, 2.0**63),
        (arithmetic.pow_, 2, -1, 0.5),
        (arithmetic.bit_or, "a", "  ", "a "),
        (arithmetic.bit_and, 6, 3, 2),
        (arithmetic.shl, 1, 64, 0),
        (arithmetic.shr, -1, 64, -1),
    ],
)
def test_operators(operation: object, a: object, b: object, result: object) -> None:
    outcome = unwrap(operation(FakeContext(), wrap(a), wrap(b)))
    assert outcome == result
    assert type(outcome) is type(result)


@pytest.mark.parametrize(
    "operation, a, b, error",
    [
        (arithmetic.add, "abc", 1, "TypeError: Unsupported operand types: string + int"),
        (arithmetic.add, [1], 1, "TypeError: Unsupported operand types: array + int"),
        (arithmetic.div, 1, 0, "DivisionByZeroError: Division by zero"),
        (arithmetic.mod, 1, 0, "DivisionByZeroError: Modulo by zero"),
        (arithmetic.shl, 1, -1, "ArithmeticError: Bit shift by negative number"),
    ],
)
def test_operator_errors(operation: object, a: object, b: object, error: str) -> None:
    with pytest.raises(Thrown) as raised:
        operation(FakeContext(), wrap(a), wrap(b))
    assert str(raised.value) == error


@pytest.mark.parametrize(
    "operation, a, b, report",
    [
        (arithmetic.add, "5 apples", 1, "A non-numeric value encountered"),
        (arithmetic.mod, 5.5, 2, "Implicit conversion from float 5.5 to int loses precision"),
        (
            arithmetic.bit_or,
            "5.5",
            1,
            'Implicit conversion from float-string "5.5" to int loses precision',
        ),
    ],
)
def test_operator_reports(operation: object, a: object, b: object, report: str) -> None:
    ctx = FakeContext()
    operation(ctx, wrap(a), wrap(b))
    assert ctx.reports == [report]


@pytest.mark.parametrize(
    "before, after",
    [
        ("a", "b"),
        ("Az", "Ba"),
        ("zZ9", "aaA0"),
        ("", "1"),
        ("5", 6),
        ("1e2", 101.0),
        (None, 1),
        (MAXINT, 2.0**63),
        (True, True),
    ],
)
def test_increment(before: object, after: object) -> None:
    assert unwrap(arithmetic.increment(FakeContext(), wrap(before))) == after


@pytest.mark.parametrize(
    "before, after", [("b", "b"), ("", -1), ("5", 4), (None, None), (1.5, 0.5)]
)
def test_decrement(before: object, after: object) -> None:
    assert unwrap(arithmetic.decrement(FakeContext(), wrap(before))) == after


def test_array_plus_keeps_the_left_elements() -> None:
    w_union = arithmetic.add(FakeContext(), wrap([1, 2]), wrap([5, 6, 7]))
    assert [unwrap(w_union.get_int(i)) for i in range(3)] == [1, 2, 7]
