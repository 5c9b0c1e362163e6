"""Full names of properties, taken apart and made."""

from __future__ import annotations

import pytest

from hippy.interpreter.dbgp import names
from hippy.interpreter.dbgp.names import STEP_KEY, STEP_PROPERTY, STEP_STATIC


def steps(text: str) -> list[tuple[int, str, str]]:
    return [(step.kind, step.text, step.owner) for step in names.parse_full_name(text).steps]


@pytest.mark.parametrize(
    ("text", "root", "expected"),
    [
        ("$a", "a", []),
        ("a", "a", []),
        ("$a[0]", "a", [(STEP_KEY, "0", "")]),
        ("$a[-1]", "a", [(STEP_KEY, "-1", "")]),
        ("$a['k'][\"x\"]", "a", [(STEP_KEY, "k", ""), (STEP_KEY, "x", "")]),
        ('$a["Two\\"s"]', "a", [(STEP_KEY, 'Two"s', "")]),
        ('$a["a\\0b"]', "a", [(STEP_KEY, "a\0b", "")]),
        ('$a["Three\\\\s"]', "a", [(STEP_KEY, "Three\\s", "")]),
        ('$a[""]', "a", [(STEP_KEY, "", "")]),
        ("$a['x]y']", "a", [(STEP_KEY, "x]y", "")]),
        ("$o->p->q", "o", [(STEP_PROPERTY, "p", ""), (STEP_PROPERTY, "q", "")]),
        ("$o->-2[8]", "o", [(STEP_PROPERTY, "-2", ""), (STEP_KEY, "8", "")]),
        ('$o->{"-4"}', "o", [(STEP_PROPERTY, "-4", "")]),
        ('$o->{""}[2]', "o", [(STEP_PROPERTY, "", ""), (STEP_KEY, "2", "")]),
        ("$e->*Base*k", "e", [(STEP_PROPERTY, "k", "Base")]),
        (
            "$v->a->*Foo*a->a",
            "v",
            [(STEP_PROPERTY, "a", ""), (STEP_PROPERTY, "a", "Foo"), (STEP_PROPERTY, "a", "")],
        ),
        ("$t::count", "t", [(STEP_STATIC, "count", "")]),
        ("$with_\0_null", "with_\0_null", []),
    ],
)
def test_variables(text: str, root: str, expected: list[tuple[int, str, str]]) -> None:
    name = names.parse_full_name(text)
    assert (name.root_kind, name.root) == (names.ROOT_VARIABLE, root)
    assert steps(text) == expected


def test_static_roots() -> None:
    name = names.parse_full_name("::a::*P*b")
    assert (name.root_kind, name.root, name.owner) == (names.ROOT_STATIC, "a", "")
    assert steps("::a::*P*b") == [(STEP_STATIC, "b", "P")]
    name = names.parse_full_name("::*Daddy*x[3]")
    assert (name.root, name.owner) == ("x", "Daddy")


BAD_NAMES = ["", "$", "::", "$a[", "$a[]", "$a[-]", "$a['k", "$a->", "$a['k'", "$a->*B", "$a[0]y"]


@pytest.mark.parametrize("text", BAD_NAMES)
def test_what_is_no_name(text: str) -> None:
    with pytest.raises(names.BadName):
        names.parse_full_name(text)


def test_names_come_back_as_they_were_made() -> None:
    for key in ["k", "One's", 'Two"s', "Three\\s", "a\0b", "", "x]y", "->", "0x"]:
        made = names.key_name("$a", key, False)
        assert steps(made) == [(STEP_KEY, key, "")]
    assert names.key_name("$a", "-7", True) == "$a[-7]"
    for name in ["p", "", "-4", "a[b", "a{b", "a::b", "a->b", 'x-"y"']:
        made = names.property_full_name("$o", "->", name, "")
        assert steps(made) == [(STEP_PROPERTY, name, "")]
    assert names.property_full_name("$o", "::", "p", "Base") == "$o::*Base*p"
    assert names.property_full_name("", "->", "p", "") == ""


def test_names_in_replies() -> None:
    given = ["a", "$a", "::x", "$t::", ""]
    assert [names.with_dollar(text) for text in given] == ["$a", "$a", "::x", "$t", "$"]
