"""PHP 8's comparisons."""

from __future__ import annotations

import pytest

from hippy.interpreter.objects import compare
from hippy.tests.unit.test_convert import FakeContext, wrap

NAN = float("nan")


@pytest.mark.parametrize(
    "a, b, order",
    [
        (1, 2, -1),
        (1, 1.0, 0),
        ("abc", 0, 1),
        ("1", "01", 0),
        ("10", "1e1", 0),
        ("10", "9a", -1),
        ("abc", "abd", -1),
        ("1e1000", "1e1001", -1),
        ("9223372036854775808", "9223372036854775809", -1),
        (2**63 - 1, "9223372036854775808", 0),
        (None, False, 0),
        (None, "a", -1),
        ("", None, 0),
        (True, [], 1),
        ([1, 2], [1, 3], -1),
        ([1, 2, 3], [9, 9], 1),
        ([], 5, 1),
        (5, [], -1),
        (1.5, "1.5 ", 0),
        (1.0, "abc", -1),
    ],
)
def test_order(a: object, b: object, order: int) -> None:
    ctx = FakeContext()
    assert compare.compare(ctx, wrap(a), wrap(b)) == order
    assert compare.loose_equal(ctx, wrap(a), wrap(b)) is (order == 0)
    assert compare.less(ctx, wrap(a), wrap(b)) is (order < 0)
    assert compare.less_equal(ctx, wrap(a), wrap(b)) is (order <= 0)


@pytest.mark.parametrize("other", [1, 1.5, NAN, "abc"])
def test_nan_is_comparable_with_nothing(other: object) -> None:
    ctx = FakeContext()
    assert not compare.loose_equal(ctx, wrap(NAN), wrap(other))
    assert not compare.less(ctx, wrap(NAN), wrap(other))
    assert compare.compare(ctx, wrap(NAN), wrap(other)) == 1
    assert compare.compare(ctx, wrap(other), wrap(NAN)) == 1


@pytest.mark.parametrize(
    "a, b, same",
    [
        (1, 1, True),
        (1, 1.0, False),
        ("1", 1, False),
        ("a", "a", True),
        (None, None, True),
        (None, False, False),
        ([1, 2], [1, 2], True),
        ([1, 2], [2, 1], False),
        (NAN, NAN, False),
    ],
)
def test_identity(a: object, b: object, same: bool) -> None:
    assert compare.strict_equal(FakeContext(), wrap(a), wrap(b)) is same


def test_arrays_with_other_keys_are_uncomparable() -> None:
    ctx = FakeContext()
    w_a, w_b = wrap([1]), wrap([1])
    w_b.delete_int(0)
    w_b.put_int(5, wrap(1))
    assert compare.compare(ctx, w_a, w_b) == 1
    assert compare.compare(ctx, w_b, w_a) == 1
