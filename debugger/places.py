"""Places in a program: a line of a file, a function, an exception; how they are typed and shown."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from hippy.debugger.present import short_path, visible

CONDITION = re.compile(r"(?:^|\s)if\b\s*", re.ASCII)
FUNCTION = re.compile(r"\\?[\w\x80-\U0010ffff\\]+(?:(?:::|->)[\w\x80-\U0010ffff]+)?", re.ASCII)


class PlaceError(Exception):
    """The text names no place; the message says why."""


@dataclass(frozen=True)
class Place:
    """`type` is line, call or exception, and tells which of the others count."""

    type: str
    file: str = ""
    line: int = 0
    function: str = ""
    exception: str = ""
    condition: str = ""

    def __str__(self) -> str:
        match self.type:
            case "line":
                shown = f"{short_path(self.file)}:{self.line}"
            case "call":
                shown = f"{self.function}()"
            case _:
                shown = "any exception" if self.exception == "*" else f"catch {self.exception}"
        condition = f" if {self.condition}" if self.condition else ""
        return visible(shown + condition)


def read_place(text: str, file: str, line: int) -> Place:
    """`[FILE:]LINE` or `FUNCTION`, then `if CONDITION`; nothing at all is the current line.

    Raises PlaceError.
    """
    found = CONDITION.search(text)
    where, condition = text.strip(), ""
    if found is not None:
        where, condition = text[: found.start()].strip(), text[found.end():].strip()
        if not condition:
            raise PlaceError("there is no condition after if")
    where = where.removesuffix("()")
    if not where:
        if line < 1:
            raise PlaceError("the program stands nowhere: give [FILE:]LINE or a function")
        return Place("line", file, line, condition=condition)
    name, _, number = where.rpartition(":")
    if number.isascii() and number.isdigit():
        return Place("line", find_file(name, file), read_line(number), condition=condition)
    if FUNCTION.fullmatch(where):
        function = where.lstrip("\\").replace("->", "::")
        return Place("call", function=function, condition=condition)
    raise PlaceError(f"{visible(where)} is neither [FILE:]LINE nor a function")


def read_line(number: str) -> int:
    if len(number) > 9 or int(number) < 1:
        raise PlaceError(f"there is no line {number}")
    return int(number)


def find_file(name: str, current: str) -> str:
    """The absolute path: from the working directory, or else from the current file's."""
    if not name:
        return current
    beside = os.path.join(os.path.dirname(current), name)
    for path in (name, beside):
        if os.path.exists(path):
            return os.path.realpath(path)
    if os.path.basename(current) == name:
        return current
    raise PlaceError(f"there is no file {visible(name)}")
