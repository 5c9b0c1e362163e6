"""How values, sources and errors are shown."""

from __future__ import annotations

import pytest

from hippy.debugger.packet import parse
from hippy.debugger.present import (
    cut,
    plain,
    quoted,
    show_diagnostic,
    show_source,
    show_value,
    show_variable,
    type_of,
    visible,
)
from hippy.debugger.session import Diagnostic
from hippy.debugger.values import Value, read_value


def of(kind: str, data: str = "", name: str = "", **rest) -> Value:
    encoded = data.encode("utf-8", "surrogateescape")
    return Value(kind, name=name, data=encoded, size=len(encoded), **rest)


def array(*children: Value, count: int | None = None, **rest) -> Value:
    size = len(children) if count is None else count
    return Value("array", count=size, children=list(children), **rest)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (of("null"), "null"),
        (of("bool", "1"), "true"),
        (of("bool", "0"), "false"),
        (of("int", "-5"), "-5"),
        (of("float", "1"), "1.0"),
        (of("float", "1.5"), "1.5"),
        (of("float", "1.0E+25"), "1.0E+25"),
        (of("float", "-INF"), "-INF"),
        (of("string", 'a"$b\\\n\x1b\x00é'), '"a\\"\\$b\\\\\\n\\e\\x00é"'),
        (of("string", "\udcff\u202e\u200b"), '"\\xFF\\u{202E}\\u{200B}"'),
        (Value("string", data=b"ab", size=10_485_760), '"ab"… (10,485,760 bytes)'),
        (of("resource", "resource id='5' type='stream'"), "resource(5) of type (stream)"),
        (of("uninitialized"), "uninitialized"),
        (array(), "[]"),
        (array(of("int", "1", "0"), of("int", "2", "1")), "[1, 2]"),
        (array(of("int", "1", "1")), "[1 => 1]"),
        (array(of("int", "1", "a'"), of("null", "", "05")), '["a\'" => 1, "05" => null]'),
        (array(of("int", "1", "0"), count=900), "[1, … 899 more]"),
        (array(count=3), "[…×3]"),
    ],
)
def test_flat_values(value, shown):
    assert plain(show_value(value)) == shown


def test_objects():
    value = Value(
        "object", classname="App\\Point", address="3", count=3,
        children=[
            of("int", "1", "x", facets=frozenset({"public", "readonly"})),
            of("int", "2", "y", facets=frozenset({"private"})),
            of("uninitialized", "", "z", facets=frozenset({"protected"})),
        ],
    )
    assert plain(show_value(value)) == "App\\Point #3 {+x: 1, -y: 2, #z: uninitialized}"
    assert type_of(value) == "App\\Point"


def test_recursion_and_inherited_private_properties():
    inner = Value("object", classname="A", address="1", recursive=True)
    inner.name = "self"
    hidden = of("int", "1", "*Base*x", facets=frozenset({"private"}))
    value = Value("object", classname="A", address="1", count=2, children=[hidden, inner])
    assert plain(show_value(value)) == "A #1 {-Base::x: 1, +self: A #1 {*recursion*}}"


def test_enum_cases():
    members = [of("string", "Hearts", "name"), of("string", "H", "value")]
    value = Value("object", classname="Suit", facets=frozenset({"enum"}), count=2,
                  children=members)
    assert plain(show_value(value)) == 'Suit::Hearts = "H"'
    value.children = members[:1]
    assert plain(show_value(value)) == "Suit::Hearts"


def test_wide_values_take_several_lines():
    inner = array(*[of("string", "word" * 4, str(n)) for n in range(3)], name="b")
    value = array(of("int", "1", "a"), inner, count=5)
    assert plain(show_value(value, width=60, indent=2)) == (
        'array(5) [\n'
        '      "a" => 1,\n'
        '      "b" => array(3) [\n'
        '          "wordwordwordword", "wordwordwordword",\n'
        '          "wordwordwordword",\n'
        '      ],\n'
        '      … 3 more\n'
        '  ]'
    )


def test_variables():
    assert plain(show_variable(of("int", "1", "$x"))) == "$x = 1"
    assert plain(show_variable(of("int", "1", "x"))) == "$x = 1"


def test_cut():
    fragments = [("a", "abc"), ("b", "defgh")]
    assert cut(fragments, 8) == fragments
    assert plain(cut(fragments, 6)) == "abcde…"


def test_visible_leaves_readable_text_alone():
    assert visible("naïve 日本 $x \"q\"") == "naïve 日本 $x \"q\""
    assert visible("a\x1b[31mb\r\n") == "a\\e[31mb\\r\\n"
    assert quoted(b"\xe4\xb8") == '"\\xE4\\xB8"'


def test_property_with_encoded_names():
    root = parse(
        b'<property xmlns="urn:debugger_protocol_v1" type="string" size="2">'
        b'<name encoding="base64">JGE=</name><fullname encoding="base64">JGE=</fullname>'
        b'<value encoding="base64">AAE=</value></property>'
    )
    value = read_value(root)
    assert (value.name, value.data, value.size) == ("$a", b"\x00\x01", 2)


def test_source_window():
    shown = plain(show_source(["a", "\tb", "c"], 9, 10, frozenset({9})))
    assert shown == "  *  9 | a\n->  10 |     b\n    11 | c\n"


def test_caret_under_the_token():
    code = "$é = 1 +* 2;".encode()
    diagnostic = Diagnostic("parse", 'syntax error, unexpected token "*"', 1, 0, 9, 10)
    assert plain(show_diagnostic(diagnostic, code, column=5)) == (
        "             ^\n"
        'Parse error: syntax error, unexpected token "*"\n'
    )
    assert plain(show_diagnostic(diagnostic, code)) == (
        "1 | $é = 1 +* 2;\n"
        "            ^\n"
        'Parse error: syntax error, unexpected token "*"\n'
    )


def test_caret_stays_inside_the_code():
    diagnostic = Diagnostic("parse", "unexpected end of file", 2, 0, 50, 60)
    shown = plain(show_diagnostic(diagnostic, b"if (1)\n{"))
    assert shown == "2 | {\n     ^\nParse error: unexpected end of file\n"
    wide = Diagnostic("compile", "no", 1, 0, 0, 99)
    assert plain(show_diagnostic(wide, b"foo\nbar")) == "1 | foo\n    ^^^\nFatal error: no\n"
