"""The owner-count checker sees a count that is too low, and only that."""

from hippy.interpreter.objects.arrays import array_from_ints, new_array
from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.symbols import SymbolTable
from hippy.interpreter.objects.values import own
from hippy.interpreter.vm import builtin_classes
from hippy.interpreter.vm.context import Context
from hippy.interpreter.vm.recount import violations


def new_context() -> Context:
    symbols = SymbolTable()
    builtin_classes.install(symbols)
    return Context(symbols)


def test_shared_array_with_right_count_is_fine() -> None:
    ctx = new_context()
    w_array = array_from_ints([1, 2])
    ctx.globals.put("a", w_array)
    own(w_array)
    ctx.globals.put("b", w_array)
    assert violations(ctx) == []


def test_array_in_two_variables_that_counts_one_is_reported() -> None:
    ctx = new_context()
    w_array = array_from_ints([1, 2])
    ctx.globals.put("a", w_array)
    ctx.globals.put("b", w_array)
    assert violations(ctx) == ["owner count 1, but 2 slots hold this W_Array"]


def test_reference_inside_an_array_is_counted() -> None:
    ctx = new_context()
    w_array = new_array(2)
    ref = W_Ref(array_from_ints([7]))
    w_array.append(ref)
    w_array.append(ref)
    ctx.globals.put("a", w_array)
    assert violations(ctx) == ["owner count 1, but 2 slots hold this W_Ref"]


def test_count_that_is_too_high_is_allowed() -> None:
    ctx = new_context()
    w_array = array_from_ints([1])
    own(w_array)
    ctx.globals.put("a", w_array)
    assert violations(ctx) == []
