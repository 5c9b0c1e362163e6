"""DBGp packets: commands as they go out, framed XML as it comes in.

Who sends and who waits is in session.py. Source: the DBGp specification, sections 6.1 to 6.4.
"""

from __future__ import annotations

import base64
import binascii
from xml.etree.ElementTree import Element, ParseError, XMLParser

DBGP = "{urn:debugger_protocol_v1}"
XDEBUG = "{https://xdebug.org/dbgp/xdebug}"
HIPPY = "{https://hippy.dev/dbgp}"

# No reply needs more; a longer announcement means that the stream is not DBGp.
LONGEST_PACKET = 1 << 31


class ProtocolError(Exception):
    """The other side sent something that is not DBGp; the message shows what."""


def encode_command(
    name: str, transaction: int, arguments: dict[str, object], data: bytes | None = None
) -> bytes:
    """`name -i transaction -k value ... -- base64`, closed by a NUL."""
    words = [name, "-i", str(transaction)]
    for letter, value in arguments.items():
        words += ["-" + letter, quote(str(value))]
    line = " ".join(words).encode("utf-8", "surrogateescape")
    if b"\0" in line:
        raise ValueError("a DBGp argument cannot hold a NUL byte")
    if data is not None:
        line += b" -- " + base64.b64encode(data)
    return line + b"\0"


def quote(value: str) -> str:
    """The value as one DBGp argument: in quotes where blanks or quotes would split it."""
    if value and not any(character in value for character in " \t\r\n\"\\"):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Framer:
    """Cuts the byte stream `LENGTH NUL XML NUL` into the XML of each packet.

    A NUL where none belongs ends a packet that an engine which died could not finish.
    """

    def __init__(self) -> None:
        self.pending = bytearray()

    def feed(self, data: bytes) -> None:
        self.pending += data

    def next_packet(self) -> bytes | None:
        """The next whole packet, None while it is incomplete; raises ProtocolError."""
        while self.pending.startswith(b"\0"):
            del self.pending[0]
        end = self.pending.find(b"\0", 0, 24)
        if end < 0:
            if len(self.pending) >= 24:
                raise ProtocolError(f"a packet begins with {show(self.pending)}, not its length")
            return None
        digits = bytes(self.pending[:end])
        if not digits.isdigit() or int(digits) > LONGEST_PACKET:
            raise ProtocolError(f"{show(digits)} is not the length of a packet")
        start, stop = end + 1, end + 1 + int(digits)
        cut = self.pending.find(b"\0", start, stop)
        if cut >= 0:
            del self.pending[:cut]
            return self.next_packet()
        if len(self.pending) <= stop:
            return None
        if self.pending[stop] != 0:
            raise ProtocolError(f"a packet of {int(digits)} bytes is longer than it says")
        packet = bytes(self.pending[start:stop])
        del self.pending[: stop + 1]
        return packet


def parse(packet: bytes) -> Element:
    """The root element of a packet; raises ProtocolError when it is not XML."""
    parser = XMLParser(encoding=real_encoding(packet))
    try:
        parser.feed(packet)
        return parser.close()
    except ParseError as error:
        raise ProtocolError(f"the engine sent broken XML ({error}): {show(packet)}") from error


def real_encoding(packet: bytes) -> str | None:
    """UTF-8 wherever the bytes are, else what the packet declares.

    Xdebug declares ISO-8859-1 and passes the script's bytes on, which mostly are UTF-8.
    """
    try:
        packet.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def content(element: Element) -> bytes:
    """The bytes an element holds, base64 or plain; raises ProtocolError."""
    text = element.text or ""
    if element.get("encoding") != "base64":
        return text.encode("utf-8", "surrogateescape")
    try:
        return base64.b64decode(text, validate=False)
    except binascii.Error as error:
        raise ProtocolError(f"broken base64 in <{element.tag}>: {error}") from error


def number(element: Element, attribute: str, default: int = 0) -> int:
    """An attribute as an integer; raises ProtocolError when it is none."""
    text = element.get(attribute)
    if text is None or text == "":
        return default
    try:
        return int(text)
    except ValueError:
        raise ProtocolError(
            f'{attribute}="{text}" in <{element.tag}> is not a number'
        ) from None


def show(data: bytes | bytearray) -> str:
    """The beginning of the bytes, fit for an error message."""
    shown = repr(bytes(data[:60]))[1:]
    return shown + (" ..." if len(data) > 60 else "")
