"""What guards are said to check."""

from __future__ import annotations

import pytest

from hippy.tests.trace_viewer.recordings import guard, load, loop, op, recorded
from hippy.trace_viewer.explain import explain

VARIABLES = (("$i", "i1"), ("$n", "p2"), ("$x", "f3"), ("$y", "f4"), ("$s", "p5"), ("$k", "12"))
INTVAL = "descr=<FieldS hippy.objects.values.W_Int.inst_intval 8 pure>"


def check(*ops: str) -> tuple[str, str]:
    """(expected, failed) of the guard that ends these operations."""
    *before, last = ops
    trace = [*(op(text) for text in before), guard(0, last + " []", variables=VARIABLES)]
    recording = recorded(loop(1, trace))
    found = explain(recording, recording.traces[0], len(before))
    return found.expected, found.failed


@pytest.mark.parametrize(("ops", "expected", "failed"), [
    (["i9 = int_lt(i1, 10)", "guard_true(i9)"], "$i < 10", "$i >= 10"),
    (["i9 = int_lt(i1, 10)", "guard_false(i9)"], "$i >= 10", "$i < 10"),
    (["i8 = int_lt(i1, 10)", "i9 = int_is_zero(i8)", "guard_false(i9)"], "$i < 10", "$i >= 10"),
    (["i9 = int_is_true(i1)", "guard_true(i9)"], "$i != 0", "$i == 0"),
    (["i8 = int_and(i1, 3)", "i9 = int_is_zero(i8)", "guard_true(i9)"],
     "($i & 3) == 0", "($i & 3) != 0"),
    (["guard_true(i1)"], "$i", "not $i"),
    ([f"i8 = getfield_gc_i(p2, {INTVAL})", "i9 = int_le(i1, i8)", "guard_true(i9)"],
     "$i <= $n", "$i > $n"),
    (["i9 = float_lt(f3, f4)", "guard_true(i9)"], "$x < $y", "not ($x < $y)"),
    (["i9 = int_add(i1, 1)", "i8 = int_mul(i9, 2)", "i7 = int_eq(i8, 6)", "guard_true(i7)"],
     "($i + 1) * 2 == 6", "($i + 1) * 2 != 6"),
    (["i9 = int_sub_ovf(i1, 1)", "i8 = int_sub(i9, 1)", "i7 = int_add(i8, 5)",
      "i6 = int_lt(i7, 2)", "guard_true(i6)"], "$i + 3 < 2", "$i + 3 >= 2"),
    (["i9 = int_sub(i1, i77)", "i8 = int_add(i9, 2)", "guard_value(i8, 0)"],
     "($i - i77) + 2 is 0", "($i - i77) + 2 is another value"),
    (["i9 = int_add(i1, 1)", "i8 = int_sub(i9, 1)", "guard_value(i8, 0)"],
     "$i is 0", "$i is another value"),
    (["i9 = int_add_ovf(i1, 1)", "guard_no_overflow()"],
     "$i + 1 fits in an int", "$i + 1 overflows"),
    (["guard_class(p2, ConstClass(W_Int))"], "$n is an int", "$n is not an int"),
    (["guard_class(p5, ConstClass(hippy.objects.W_StrBuf))"],
     "$s is a string that is being built", "$s is not a string that is being built"),
    (["guard_nonnull_class(p5, ConstClass(W_Array))"],
     "$s is an array", "$s is not an array"),
    (["guard_nonnull(p5)"], "$s is set", "$s is unset"),
    (["guard_isnull(p5)"], "$s is unset", "$s is set"),
    (["guard_value(i1, 7)"], "$i is 7", "$i is another value"),
    (["guard_value(p5, ConstPtr(ptr6))"],
     "$s is the same object as before", "$s is another one"),
    (["call_n(ConstClass(sort_strings), p5, descr=<Callv 0 r EF=4>)", "guard_no_exception()"],
     "sort_strings() throws nothing", "sort_strings() throws"),
    (["call_may_force_n(ConstClass(a.warn), p5, descr=<Callv 0 r>)", "guard_not_forced()"],
     "warn() leaves the variables alone", "warn() looked at the variables"),
    (["guard_not_invalidated()"], "functions, classes and constants are as before",
     "a function, class or constant it relies on has changed"),
    (["guard_from_the_future(p2)"], "guard_from_the_future(p2)", "not so"),
    (["i9 = int_lt(i77, 3)", "guard_true(i9)"], "i77 < 3", "i77 >= 3"),
])
def test_explanation(ops: list[str], expected: str, failed: str) -> None:
    assert check(*ops) == (expected, failed)


@pytest.mark.parametrize(("text", "expected"), [
    ("true", "$s is true"), ('"a, b"', '$s is "a, b"'), ("-5", "$s is -5"),
    ("Map", "$s is the same Map as before"),
    ("class(Foo)", "$s is the same class(Foo) as before")])
def test_constants_are_shown_as_the_engine_explains_them(text: str, expected: str) -> None:
    event = guard(0, "guard_value(p5, ConstPtr(ptr6)) []", variables=VARIABLES)
    event["consts"] = [["ConstPtr(ptr6)", text]]
    recording = recorded(loop(1, [event]))
    assert explain(recording, recording.traces[0], 0).expected == expected


ARRAY = "descr=<FieldP hippy.objects.arrays.W_Array.inst_storage 16>"
START = "descr=<FieldS hippy.objects.arrays.W_Array.inst_start 24>"


def test_array_elements_and_references_are_recognised() -> None:
    ops = ["p6 = getfield_gc_r(p5, descr=<FieldP a.W_Ref.inst_value 16>)",
           f"p7 = getfield_gc_r(p6, {ARRAY})", f"i8 = getfield_gc_i(p6, {START})",
           "i9 = int_add(i8, i1)", "p10 = getarrayitem_gc_r(p7, i9, descr=<ArrayP 8>)",
           "p11 = getarrayitem_gc_r(p7, i8, descr=<ArrayP 8>)",
           "i12 = instance_ptr_eq(p10, p11)", "guard_true(i12)"]
    assert check(*ops)[0] == "$s[$i] === $s[0]"


FIELD = "descr=<FieldS hippy.objects.W_Array.inst_"


def array_field(name: str, kind: str = "i", box: str = "8") -> str:
    return f"{kind}{box} = getfield_gc_{kind}(p5, {FIELD}{name} 16>)"


@pytest.mark.parametrize(("ops", "expected", "failed"), [
    ([array_field("rc"), "i9 = int_eq(i8, 1)", "guard_true(i9)"],
     "$s is not shared", "$s is shared: a write copies it first"),
    ([array_field("rc"), "i9 = int_sub(i8, 1)", "i10 = int_is_zero(i9)", "guard_false(i10)"],
     "$s is still in use elsewhere", "$s is in use nowhere else: it is freed"),
    ([array_field("used"), "i9 = int_lt(i1, i8)", "guard_true(i9)"],
     "$s[$i] exists", "$s[$i] does not exist"),
    ([array_field("used"), "i7 = int_add(i1, 1)", "i9 = int_ge(i7, i8)", "guard_false(i9)"],
     "$s[$i + 1] exists", "$s[$i + 1] does not exist"),
    ([array_field("used"), array_field("next_index", box="7"), "i9 = int_eq(i8, i7)",
      "guard_true(i9)"], "$s has the keys 0, 1, 2 …", "$s has other keys"),
    ([array_field("start"), "i7 = int_add(i8, i1)", "i9 = int_lt(i7, 0)", "guard_false(i9)"],
     "$s[$i] lies inside the array", "$s[$i] lies outside the array"),
    ([array_field("start"), array_field("used", box="7"), array_field("storage", "p", "6"),
      "i10 = int_add(i8, i7)", "i11 = arraylen_gc(p6)", "i12 = int_eq(i10, i11)",
      "guard_false(i12)"], "$s has room for one more", "$s is full and has to grow"),
    ([array_field("has_counted"), "guard_false(i8)"],
     "$s holds no array and no reference", "$s holds arrays or references"),
    ([array_field("storage", "p"), array_field("used", box="7"),
      "i9 = call_i(ConstClass(find_str), p8, i7, p2, descr=<Calli 8 rir EF=5>)",
      "i10 = int_lt(i9, 0)", "guard_false(i10)"], "$s[$n] exists", "$s[$n] does not exist"),
])
def test_the_inside_of_arrays_is_told_in_terms_of_php(
    ops: list[str], expected: str, failed: str,
) -> None:
    assert check(*(op.replace("getfield_gc_p", "getfield_gc_r") for op in ops)) == (
        expected, failed)


def test_the_end_of_foreach_is_recognised() -> None:
    walk = "descr=<FieldS hippy.vm.ArrayWalk.inst_"
    ops = [f"i6 = getfield_gc_i(p5, {walk}pos 8>)", "i7 = int_add(i6, 1)",
           f"p8 = getfield_gc_r(p5, {walk}w_array 16>)",
           f"i9 = getfield_gc_i(p8, {FIELD}used 16>)", "i10 = int_lt(i7, i9)", "guard_true(i10)"]
    assert check(*ops) == ("foreach has another element", "foreach is at the end")


def test_what_foreach_visits_is_called_so() -> None:
    walk = "descr=<FieldS hippy.vm.ArrayWalk.inst_"
    ops = [f"i6 = getfield_gc_i(p5, {walk}pos 8>)",
           f"p8 = getfield_gc_r(p5, {walk}w_array 16>)",
           f"p9 = getfield_gc_r(p8, {FIELD}storage 16>)",
           f"i7 = getfield_gc_i(p8, {FIELD}start 8>)",
           "i10 = int_add(i7, i6)", "p11 = getarrayitem_gc_r(p9, i10, descr=<ArrayP 8>)"]
    assert check(*ops, "guard_nonnull_class(p11, ConstClass(W_Int))") == (
        "the value of foreach is an int", "the value of foreach is not an int")
    assert check(*ops, "guard_class(p8, ConstClass(W_Array))")[0] == (
        "the array of foreach is an array")


@pytest.mark.parametrize(("field", "constant", "expected", "failed"), [
    ("strategy", "PackedIntStrategy", "$s is a list of ints", "$s is another kind of array"),
    ("map", "Map", "$s is of the class seen before, with the same properties",
     "$s is of another class or has other properties"),
])
def test_kinds_of_arrays_and_objects_are_told(
    field: str, constant: str, expected: str, failed: str,
) -> None:
    event = guard(0, "guard_value(p8, ConstPtr(ptr6)) []", variables=VARIABLES)
    event["consts"] = [["ConstPtr(ptr6)", constant]]
    recording = recorded(loop(1, [op(array_field(field, "p").replace("_p(", "_r(")), event]))
    found = explain(recording, recording.traces[0], 1)
    assert (found.expected, found.failed) == (expected, failed)


def test_what_is_read_from_a_slot_is_the_variable() -> None:
    event = loop(1, [op("p1 = getfield_gc_r(p0, descr=<FieldP a.Frame.inst_slots 16>)"),
                     op("p2 = getarrayitem_gc_r(p1, 1, descr=<ArrayP 8>)"),
                     guard(0, "guard_nonnull(p2) []")])
    event["slots"] = ["$a", "$b"]
    recording = recorded(event)
    assert explain(recording, recording.traces[0], 2).expected == "$b is set"


def test_a_signal_check_is_recognised() -> None:
    ops = ["i8 = getfield_raw_i(94622150992576, descr=<FieldS pypysig_long_struct.c_value 0>)",
           "i9 = int_lt(i8, 0)", "guard_false(i9)"]
    assert check(*ops) == ("no signal (Ctrl-C) waits", "a signal waits")


def test_the_result_of_a_call_is_true_or_false() -> None:
    ops = ["i9 = call_i(ConstClass(a.is_empty__AccessDirect_None), p5)", "guard_true(i9)"]
    assert check(*ops) == ("is_empty() is true", "is_empty() is false")


def test_the_remainder_by_a_constant_is_recognised() -> None:
    ops = ["i5 = int_rshift(i1, 63)", "i6 = int_xor(i1, i5)", "i7 = uint_mul_high(i6, -615)",
           "i8 = uint_rshift(i7, 1)", "i9 = int_xor(i8, i5)", "i10 = int_mul(i9, 3)",
           "i11 = int_sub(i1, i10)", "i12 = int_is_zero(i11)", "guard_false(i12)"]
    assert check(*ops) == ("$i % 3 != 0", "$i % 3 == 0")


def test_the_remainder_of_a_number_known_to_be_positive_is_recognised() -> None:
    ops = ["i7 = uint_mul_high(i1, -615)", "i8 = uint_rshift(i7, 1)", "i10 = int_mul(i8, 3)",
           "i11 = int_sub(i1, i10)", "guard_value(i11, 0)"]
    assert check(*ops)[0] == "$i % 3 is 0"


def test_a_compiled_function_is_called_by_its_name() -> None:
    called = loop(4, [op("finish()")], kind="entry bridge")
    called["loc"] = "fib;a.php:1-1~RECV"
    caller = loop(5, [op("p9 = call_assembler_r(p0, descr=<Loop4>)"),
                      guard(0, "guard_not_forced() []")])
    recording = recorded(called, caller)
    check = explain(recording, recording.by_number[5], 1)
    assert check.expected == "fib() leaves the variables alone"


def test_guards_of_a_real_recording() -> None:
    recording = load("modulo")
    trace = recording.traces[0]
    texts = {op.guard: explain(recording, trace, index).expected
             for index, op in trace.guard_ops()}
    assert texts[13] == "$i % 3 == 0"
    assert texts[14] == "$total + 7 fits in an int"
    assert texts[16] == "$i + $one < $n"
