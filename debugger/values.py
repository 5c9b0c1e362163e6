"""PHP values as an engine describes them: a <property> element becomes a Value.

How a Value is shown is in present.py. Source: the DBGp specification, section 7.11.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from hippy.debugger.packet import DBGP, content, number


@dataclass
class Value:
    """One value. `count` children exist; those that were sent are in `children`.

    `type` is null, bool, int, float, string, array, object, resource or uninitialized; `size` is
    the length of a string in bytes, of which `data` may hold only the beginning. `recursive`: it
    contains itself, and is shown further out already.
    """

    type: str
    name: str = ""
    fullname: str = ""
    data: bytes = b""
    classname: str = ""
    facets: frozenset[str] = frozenset()
    address: str = ""
    size: int = 0
    count: int = 0
    recursive: bool = False
    children: list[Value] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.data.decode("utf-8", "surrogateescape")

    @property
    def cut(self) -> bool:
        """Whether a string is longer than what was sent of it."""
        return self.type == "string" and self.size > len(self.data)


def read_value(element: Element) -> Value:
    """The Value of a <property>; raises ProtocolError."""
    data = read_data(element)
    return Value(
        type=element.get("type", ""),
        name=read_name(element, "name"),
        fullname=read_name(element, "fullname"),
        data=data,
        classname=read_name(element, "classname"),
        facets=frozenset(element.get("facet", "").split()),
        address=element.get("address", ""),
        size=number(element, "size", len(data)),
        count=number(element, "numchildren"),
        recursive=element.get("recursive") == "1",
        children=[read_value(child) for child in element.findall(DBGP + "property")],
    )


def read_name(element: Element, part: str) -> str:
    """An attribute, or with extended_properties the child element that replaces it."""
    child = element.find(DBGP + part)
    if child is not None:
        return content(child).decode("utf-8", "surrogateescape")
    return element.get(part, "")


def read_data(element: Element) -> bytes:
    child = element.find(DBGP + "value")
    return content(element if child is None else child)
