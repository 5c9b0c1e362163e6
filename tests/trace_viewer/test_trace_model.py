"""The texts of places and operations."""

from __future__ import annotations

import dataclasses

import pytest

from hippy.trace_viewer.model import MalformedText, Op, Place, parse_op, parse_place


def test_a_place_is_read() -> None:
    text = "Shop\\Cart::total;/srv/a;b/cart.php:10-14~FETCH_DIM_R"
    assert parse_place(text) == Place(
        "Shop\\Cart::total", "/srv/a;b/cart.php", 10, 14, "FETCH_DIM_R")
    assert parse_place("") is None


def test_text_of_another_form_is_refused() -> None:
    with pytest.raises(MalformedText):
        parse_place("(hippy: no location)")


@pytest.mark.parametrize(("text", "op"), [
    ("i3 = int_add(i1, 2)", Op("int_add", "i3", ("i1", "2"))),
    ("jump(p0, i1, descr=TargetToken(140))", Op("jump", "", ("p0", "i1"), "TargetToken(140)")),
    ("p5 = new_with_vtable(descr=<SizeDescr 16>)",
     Op("new_with_vtable", "p5", (), "<SizeDescr 16>")),
    ("guard_no_exception(descr=<Guard0x7f>) [p0, None, i3]",
     Op("guard_no_exception", "", (), "<Guard0x7f>", ("p0", "None", "i3"))),
    ("guard_true(i3, descr=<Guard0x7f>) []", Op("guard_true", "", ("i3",), "<Guard0x7f>", ())),
    ("guard_class(p1, ConstClass(W_Int), descr=<Guard0x7f>) [p1]",
     Op("guard_class", "", ("p1", "ConstClass(W_Int)"), "<Guard0x7f>", ("p1",))),
    ("finish()", Op("finish")),
])
def test_an_operation_is_read(text: str, op: Op) -> None:
    assert parse_op(text) == op


def test_an_operation_is_shown_without_the_address_of_its_guard() -> None:
    assert str(parse_op("guard_true(i3, descr=<Guard0x7f>) [p0]")) == "guard_true(i3)"
    text = "i2 = getfield_gc_i(p1, descr=<FieldS W_Int.inst_intval 8 pure>)"
    assert str(parse_op(text)) == text


def test_the_model_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        parse_op("finish()").name = "jump"
