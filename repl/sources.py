"""Where the source of what was typed is found again."""

from __future__ import annotations

import re
from collections.abc import Callable

from hippy.debugger.present import visible
from hippy.debugger.session import Session

STDIN = "dbgp://stdin"
SHELL_CODE = "php shell code"
CLOSURE = re.compile(r"\b(function|fn)\s*&?\s*\(", re.IGNORECASE)


class NoSource(Exception):
    """There is no source to show; the message says why."""


def declaring(inputs: list[str], name: str) -> str | None:
    """The last input that declares a function or class."""
    from hippy.repl.outline import outline

    wanted = name.removesuffix("()").rpartition("\\")[2].lower()
    for text in reversed(inputs):
        if any(declared.removesuffix("()").lower() == wanted
               for declared, _ in outline(text).declarations):
            return text
    return None


def with_closure(inputs: list[str]) -> str | None:
    """The last input that makes a closure."""
    return next((text for text in reversed(inputs) if CLOSURE.search(text)), None)


def source_of(inputs: list[str], session: Session, name: str) -> str:
    """The text that declares a name; raises NoSource and EngineError."""
    place = session.place(name.removesuffix("()"))
    if not place.file:
        raise NoSource(f"{visible(name)} is built in; :doc tells what it takes")
    if place.file != STDIN:
        source = session.source(place.file, place.first, place.last)
        return source.decode("utf-8", "replace").rstrip("\n")
    owner, _, method = place.name.lower().partition("::")
    for full, source in reversed(typed_declarations(inputs)):
        if full == owner:
            return method_in(source, method) if method else source
    raise NoSource(f"the source of {visible(name)} is not kept")


def typed_declarations(inputs: list[str]) -> list[tuple[str, str]]:
    """The full name, in small letters, and the source of all that was declared."""
    from hippy.repl.outline import outline

    found = []
    namespace = ""
    for text in inputs:
        for declared, source in outline(text).declarations:
            name = declared.removesuffix("()").lower()
            if name == "namespace" or name.startswith("namespace "):
                inner = name.removeprefix("namespace").strip()
                namespace = "" if source.endswith("}") or not inner else inner + "\\"
            else:
                found.append((namespace + name, source))
    return found


def method_in(source: str, name: str) -> str:
    """The method `name` in the source of its class; the whole class where it is not found."""
    start = re.search(rf"^.*\bfunction\s+&?{re.escape(name.removesuffix('()'))}\b", source,
                      re.IGNORECASE | re.MULTILINE)
    if start is None:
        return source
    lines = source[start.start():].split("\n")
    indentation = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
    for number, line in enumerate(lines):
        if line.startswith(indentation + "}"):
            return "\n".join(lines[: number + 1])
    return lines[0]


class TypedSources:
    """What the lines of functions are that were typed: each input is a source with the same name.

    So a function's name goes with it: `name` tells them apart, `read` gives the lines.
    """

    def __init__(self, inputs: list[str], lines_of_file: Callable[[str], list[str]]) -> None:
        self.inputs = inputs
        self.lines_of_file = lines_of_file
        self.sources: dict[str, list[str]] = {}

    def name(self, function: str, file: str) -> str:
        if file != SHELL_CODE or function == "{main}":
            return file
        file = f"{SHELL_CODE} ({function})"
        if file not in self.sources:
            owner = re.split("::|->", function)[0]
            text = with_closure(self.inputs) if "{closure}" in owner else None
            self.sources[file] = (text or declaring(self.inputs, owner) or "").split("\n")
        return file

    def read(self, file: str) -> list[str]:
        return self.sources[file] if file in self.sources else self.lines_of_file(file)
