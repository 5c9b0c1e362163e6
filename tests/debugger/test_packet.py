"""Framing, commands and XML of DBGp."""

from __future__ import annotations

import pytest

from hippy.debugger.packet import DBGP, Framer, ProtocolError, content, encode_command, parse


def test_command_with_data():
    line = encode_command("eval", 3, {"d": 0}, b"1 + 1")
    assert line == b"eval -i 3 -d 0 -- MSArIDE=\0"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("plain", b"plain"),
        ("", b'""'),
        ("two words", b'"two words"'),
        ('a"b\\c', b'"a\\"b\\\\c"'),
        ("é", "é".encode()),
    ],
)
def test_arguments_are_quoted(value, written):
    assert encode_command("x", 1, {"n": value}) == b"x -i 1 -n " + written + b"\0"


def test_nul_cannot_be_sent():
    with pytest.raises(ValueError, match="NUL"):
        encode_command("x", 1, {"n": "a\0b"})


def test_framer_waits_for_the_whole_packet():
    framer = Framer()
    for piece in (b"5", b"\0he", b"llo"):
        framer.feed(piece)
        assert framer.next_packet() is None
    framer.feed(b"\x002\0ab\0")
    assert framer.next_packet() == b"hello"
    assert framer.next_packet() == b"ab"
    assert framer.next_packet() is None


@pytest.mark.parametrize(
    "data", [b"x\0", b"-5\0", b"99999999999999\0", b"a" * 30, b"2\0abc"]
)
def test_framer_refuses(data):
    framer = Framer()
    framer.feed(data)
    with pytest.raises(ProtocolError):
        framer.next_packet()


def test_bytes_that_the_header_misnames():
    packet = '<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>'
    assert parse(packet.encode()).text == "é"
    assert parse(packet.encode("iso-8859-1")).text == "é"


def test_base64_content():
    root = parse(b'<a xmlns="urn:debugger_protocol_v1"><b encoding="base64">/wA=</b></a>')
    assert content(root.find(DBGP + "b")) == b"\xff\x00"
    with pytest.raises(ProtocolError, match="base64"):
        content(parse(b'<b encoding="base64">abc</b>'))
