"""Packets: command lines taken apart, base64, XML put together."""

from __future__ import annotations

import base64
import xml.etree.ElementTree as ET

import pytest

from hippy.interpreter.dbgp import packet
from hippy.interpreter.dbgp.packet import parse_command


@pytest.mark.parametrize(
    ("line", "options"),
    [
        ("run -i 1", {"i": "1"}),
        ("run -i 1 ", {"i": "1"}),
        ("run  -i  1\r\n", {"i": "1"}),
        ("property_get -i 5 -n \"$x['a b']\"", {"i": "5", "n": "$x['a b']"}),
        ('property_get -i 7 -n "$x[\\"a b\\"]"', {"i": "7", "n": '$x["a b"]'}),
        ("property_get -i 9 -n \"$x[\\'a b\\']\"", {"i": "9", "n": "$x['a b']"}),
        ('property_get -i 10 -n "$x\\0y"', {"i": "10", "n": "$x\0y"}),
        ('property_get -i 13 -n "$x[\\"a\\\\0b\\"]"', {"i": "13", "n": '$x["a\\0b"]'}),
        ('property_get -i 12 -n $x["a\\0b"]', {"i": "12", "n": '$x["a\\0b"]'}),
        ('property_value -i 8 -m "-1"', {"i": "8", "m": "-1"}),
        ("property_value -i 8 -m -1", {"i": "8", "m": "-1"}),
        ('stop -i ""', {"i": ""}),
    ],
)
def test_options(line: str, options: dict[str, str]) -> None:
    command = parse_command(line)
    assert command.options == options
    assert command.name == line.split()[0]


@pytest.mark.parametrize(
    ("line", "error", "transaction_id"),
    [
        ("", packet.ERR_PARSE, ""),
        ("   ", packet.ERR_PARSE, ""),
        ("run", packet.ERR_INVALID_OPTION, ""),
        ("run -i", packet.ERR_PARSE, ""),
        ("run -i 1 -", packet.ERR_PARSE, "1"),
        ("run -i 1 x", packet.ERR_PARSE, "1"),
        ("run x -i 1", packet.ERR_PARSE, "1"),
        ("property_get -i 4 -n $x['a b'] -d 0", packet.ERR_PARSE, "4"),
        ('property_get -i 4 -n "$x', packet.ERR_PARSE, "4"),
        ('property_get -i 4 -n "$x"y', packet.ERR_PARSE, "4"),
        ("run -i 1 -i 2", packet.ERR_DUPLICATE_ARGUMENT, "1"),
        ("eval -i 1 -- *", packet.ERR_PARSE, "1"),
        ("eval -i 1 -- YWJjZ", packet.ERR_PARSE, "1"),
        ("eval -i 1 -- YW=Jj", packet.ERR_PARSE, "1"),
    ],
)
def test_malformed_lines(line: str, error: int, transaction_id: str) -> None:
    command = parse_command(line)
    assert (command.error, command.transaction_id) == (error, transaction_id)


def test_missing_and_wrong_options() -> None:
    command = parse_command("breakpoint_set -i 1 -n x -h 99999999999999999999")
    for read in (lambda: command.number("n", 0), lambda: command.number("h", 0)):
        with pytest.raises(packet.DbgpError) as caught:
            read()
        assert caught.value.code == packet.ERR_INVALID_OPTION
    with pytest.raises(packet.DbgpError):
        command.required("t")
    with pytest.raises(packet.DbgpError):
        command.required_data()
    assert command.number("d", 7) == 7


@pytest.mark.parametrize("text", ["", "x", "-", "+", "1x", "1 ", "9223372036854775808"])
def test_numbers_that_are_none(text: str) -> None:
    with pytest.raises(ValueError):
        packet.parse_number(text)


def test_numbers() -> None:
    texts = ["0", "-12", "+3", "9223372036854775807"]
    assert [packet.parse_number(text) for text in texts] == [0, -12, 3, 2**63 - 1]


def test_base64_agrees_with_the_library() -> None:
    for size in range(20):
        data = bytes(range(255 - size, 255)) + b"\0"
        coded = base64.b64encode(data).decode()
        assert packet.encode_base64(data.decode("latin-1")) == coded
        assert packet.decode_base64(coded).encode("latin-1") == data
        assert packet.decode_base64(coded.rstrip("=")).encode("latin-1") == data
    assert packet.decode_base64(" Y\nQ== ") == "a"


def test_data_behind_the_dashes() -> None:
    command = parse_command("eval -i 1 -- MSsy")
    assert (command.has_data, command.data) == (True, "1+2")
    command = parse_command("eval -i 1 --")
    assert (command.has_data, command.data) == (True, "")


def rendered(element: packet.Element) -> ET.Element:
    text = packet.document(element)
    length, xml, rest = text.split("\0")
    assert int(length) == len(xml)
    assert rest == ""
    return ET.fromstring(xml.encode("latin-1"))


def test_document_has_length_declaration_and_namespaces() -> None:
    reply = packet.response("status", "3")
    assert (
        packet.document(reply).split("\0")[1].startswith('<?xml version="1.0" encoding="UTF-8"?>')
    )
    root = rendered(reply)
    assert root.tag == "{urn:debugger_protocol_v1}response"
    assert root.attrib == {"command": "status", "transaction_id": "3"}


def test_attributes_and_text_are_escaped() -> None:
    reply = packet.response("x", "")
    value = "<a href=\"b\">'&'\n\t"
    reply.set("value", value)
    reply.text = "]]> & <"
    root = rendered(reply)
    assert root.get("value") == value
    assert root.text == "]]> & <"


def test_bytes_that_are_no_utf8_are_replaced() -> None:
    reply = packet.response("x", "")
    reply.set("value", "\xc3\xa9\xff\xe2\x82\xac\xe2\x82\xed\xa0\x80")
    replaced = "\ufffd"
    assert rendered(reply).get("value") == f"é{replaced}€" + replaced * 5


def test_errors_have_a_code_and_a_message() -> None:
    reply = packet.response("x", "1")
    packet.add_error(reply, packet.ERR_EVAL, "")
    packet.add_error(reply, packet.ERR_EVAL, "why")
    errors = rendered(reply).findall("{*}error")
    assert [error.get("code") for error in errors] == ["206", "206"]
    assert [error.findtext("{*}message") for error in errors] == ["error evaluating code", "why"]


def test_words_of_an_attribute() -> None:
    element = packet.Element("property")
    element.add_word("facet", "static")
    element.add_word("facet", "public")
    assert element.get("facet") == "static public"
    element.set("facet", "none")
    assert element.values == ["none"]


def test_what_fits_xml() -> None:
    assert packet.fits_xml("plain \xc3\xa9")
    assert not packet.fits_xml("a\0b")
    assert not packet.fits_xml("\xff")
