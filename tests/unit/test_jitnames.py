"""The texts by which the JIT watch shows PHP values and names the slots of a frame."""

from __future__ import annotations

import pytest

from hippy.interpreter.compiler.code import KIND_FILE, Code
from hippy.interpreter.objects.classes import W_Class
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Float, W_Int, W_Root, w_false, w_null, w_true
from hippy.interpreter.vm.jitnames import describe, describe_value, register, slot_name


@pytest.mark.parametrize(("value", "text"), [
    (None, "unset"),
    (W_Int(-7), "-7"),
    (W_Float(0.5), "0.5"),
    (w_true, "true"),
    (w_false, "false"),
    (w_null, "null"),
    (new_str("ab"), '"ab"'),
    (new_str("x" * 24), '"' + "x" * 24 + '"'),
    (new_str("x" * 25), '"' + "x" * 24 + '..."'),
    (W_Ref(W_Int(3)), "&3"),
    (W_Class("Foo", None), "class(Foo)"),
    (W_Object(W_Class("Foo", None).map, 1), "object(Foo)"),
])
def test_a_value_has_a_short_text(value: W_Root | None, text: str) -> None:
    assert describe(value) == text


def test_what_php_never_sees_has_none() -> None:
    assert describe(W_Root()) == "internal"
    assert describe_value(W_Root()) == ""
    assert describe_value(W_Int(5)) == "5"


def test_slots_are_named_until_the_temporaries_begin() -> None:
    code = Code("f", "a.php", KIND_FILE)
    code.var_names = ["i", "total"]
    code.var_count = 2
    assert [slot_name(code, i) for i in range(3)] == ["$i", "$total", ""]


def test_the_watch_is_told_both() -> None:
    class Watch:
        def show_values_with(self, sample: W_Root, function: object) -> None:
            assert type(sample) is W_Root and function is describe_value

        def name_slots_with(self, sample: Code, function: object) -> None:
            assert type(sample) is Code and function is slot_name

    register(Watch())
