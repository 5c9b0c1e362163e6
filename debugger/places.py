"""Places in a program: a line of a file, a function, an exception; how they are typed and shown."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace

from hippy.debugger.present import short_path, visible

HITS = re.compile(r"(?:^|\s)(after|every)\s+([0-9]{1,9})\s*\Z", re.ASCII)
CONDITION = re.compile(r"(?:^|\s)if\b\s*", re.ASCII)
FUNCTION = re.compile(r"\\?[\w\x80-\U0010ffff\\]+(?:(?:::|->)[\w\x80-\U0010ffff]+)?", re.ASCII)
EXCEPTIONS = {"*": "any exception", "hippy:uncaught": "uncaught exceptions"}


class PlaceError(Exception):
    """The text names no place; the message says why."""


@dataclass(frozen=True)
class Place:
    """`type` is line, call, exception or watch, and tells which of the others count.

    `hit_condition` and `hit_value` are DBGp's: >= N from the Nth hit on, % N at every Nth.
    """

    type: str
    file: str = ""
    line: int = 0
    function: str = ""
    exception: str = ""
    condition: str = ""
    hit_condition: str = ""
    hit_value: int = 0

    def __str__(self) -> str:
        match self.type:
            case "line":
                shown = f"{short_path(self.file)}:{self.line}"
            case "call":
                shown = f"{self.function}()"
            case "watch":
                return visible(f"watch {self.condition}")
            case _:
                shown = EXCEPTIONS.get(self.exception) or f"catch {self.exception}"
        condition = f" if {self.condition}" if self.condition else ""
        return visible(shown + self.hits() + condition)

    def hits(self) -> str:
        """At which hits it stops, if not at each."""
        if not self.hit_value:
            return ""
        if self.hit_condition == "%":
            return f" every {self.hit_value}"
        return f" after {self.hit_value - 1}"


def read_place(text: str, file: str, line: int) -> Place:
    """`[FILE:]LINE` or `FUNCTION`, then `after N` or `every N`, then `if CONDITION`.

    Nothing at all is the current line. Raises PlaceError.
    """
    found = CONDITION.search(text)
    where, condition = text.strip(), ""
    if found is not None:
        where, condition = text[: found.start()].strip(), text[found.end():].strip()
        if not condition:
            raise PlaceError("there is no condition after if")
    counted = HITS.search(where)
    hit_condition, hit_value = "", 0
    if counted is not None:
        where = where[: counted.start()].strip()
        hit_condition, hit_value = read_hits(counted[1], int(counted[2]))
    place = read_where(where, file, line)
    return replace(place, condition=condition, hit_condition=hit_condition, hit_value=hit_value)


def read_hits(word: str, count: int) -> tuple[str, int]:
    """DBGp's hit condition and value for `after COUNT` or `every COUNT`."""
    if word == "after":
        return (">=", count + 1) if count else ("", 0)
    if count < 1:
        raise PlaceError("every takes a number from 1 on")
    return "%", count


def read_where(where: str, file: str, line: int) -> Place:
    """The place without counts and conditions."""
    where = where.removesuffix("()")
    if not where:
        if line < 1:
            raise PlaceError("the program stands nowhere: give [FILE:]LINE or a function")
        return Place("line", file, line)
    name, _, number = where.rpartition(":")
    if number.isascii() and number.isdigit():
        return Place("line", find_file(name, file), read_line(number))
    if FUNCTION.fullmatch(where):
        function = where.lstrip("\\").replace("->", "::")
        return Place("call", function=function)
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
