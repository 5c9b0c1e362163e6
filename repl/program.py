"""The inputs of a session as one PHP file that does what they did."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hippy.repl.outline import TYPES, Tokens, declared_name, php_statements, significant

OPENING_TAG = re.compile(r"\A\s*<\?php(?=\s|\Z)")
BLOCKS = {"if", "else", "elseif", "for", "foreach", "while", "switch", "try", "catch", "finally",
          "function", "abstract", "final", "readonly", "namespace", "declare", "{", *TYPES}


@dataclass
class Part:
    """The statements of one namespace, as texts; `whole`: one in braces, which is left as it is."""

    namespace: str = ""
    whole: bool = False
    texts: list[str] = field(default_factory=list)
    imports: set[str] = field(default_factory=set)


def as_program(inputs: list[str]) -> str:
    """The text of a file. Of what was declared more than once the last remains; strict_types, which
    holds for a whole file, is what it was at the end.
    """
    builder = Builder(last_declarations(inputs))
    for text in inputs:
        builder.add(OPENING_TAG.sub("", text))
    parts = [part for part in builder.parts if part.texts]
    head = "<?php\n" + ("declare(strict_types=1);\n" if builder.strict else "")
    if len(parts) == 1 and not parts[0].whole:
        name = parts[0].namespace
        return head + (f"namespace {name};\n" if name else "") + "".join(parts[0].texts)
    if not any(part.namespace or part.whole for part in parts):
        return head + "".join(text for part in parts for text in part.texts)
    return head + "".join(map(in_braces, parts))


def in_braces(part: Part) -> str:
    text = "".join(part.texts)
    if part.whole:
        return text
    return f"namespace {part.namespace} {{\n".replace("  ", " ") + text + "}\n"


class Builder:
    """Takes inputs apart and puts their statements together again. `last`: see last_declarations;
    `strict`: whether strict_types is in force.
    """

    def __init__(self, last: dict[tuple[str, str], int]) -> None:
        self.last = last
        self.parts = [Part()]
        self.strict = False
        self.count = 0

    def add(self, text: str) -> None:
        """One input."""
        kept = ""
        for statement in php_statements(text):
            self.count += 1
            source = "".join(part for _, part in statement)
            if not self.obey(statement, source):
                kept += source
                continue
            self.put(kept)
            kept = ""
        self.put(kept)

    def put(self, text: str) -> None:
        if text.strip():
            self.parts[-1].texts.append(as_statement(text.strip()))

    def obey(self, statement: Tokens, source: str) -> bool:
        """Does what concerns the whole file; True when the statement is not to be kept as it is."""
        words = [text for _, text in significant(statement)]
        first = words[0].lower() if words else ""
        flat = "".join(words).lower().rstrip(";")
        if flat.startswith("declare(strict_types="):
            self.strict = flat.startswith("declare(strict_types=1")
        elif first == "namespace" and words[-1].endswith("}"):
            self.parts += [Part(whole=True, texts=[source.strip() + "\n"]), Part()]
        elif first == "namespace" and len(words) > 1 and not words[1].startswith("\\"):
            self.parts.append(Part(words[1]))
        elif first == "use":
            known = flat in self.parts[-1].imports
            self.parts[-1].imports.add(flat)
            return known
        else:
            name = declared_name(statement)
            known = (self.parts[-1].namespace.lower(), (name or "").lower())
            return name is not None and self.last.get(known, self.count) != self.count
        return True


def last_declarations(inputs: list[str]) -> dict[tuple[str, str], int]:
    """(namespace, name) of each function and class -> the number of the statement that declares it
    last, counted from 1.
    """
    found: dict[tuple[str, str], int] = {}
    namespace, count = "", 0
    for text in inputs:
        for statement in php_statements(OPENING_TAG.sub("", text)):
            count += 1
            words = [part for _, part in significant(statement)]
            name = declared_name(statement)
            if name is None:
                continue
            if words[0].lower() == "namespace":
                namespace = "" if words[-1].endswith("}") else words[1].lower()
            elif not name.startswith(("use ", "const ", "declare")):
                found[namespace, name.lower()] = count
    return found


def as_statement(text: str) -> str:
    """An input as lines of a file: with the semicolon that the prompt does without."""
    statements = list(php_statements(text))
    tail = ""
    while statements and not significant(statements[-1]):
        tail = "".join(part for _, part in statements.pop()) + tail
    if not statements:
        return text + "\n"      # a comment
    last = significant(statements[-1])
    first, end = last[0][1].lower(), last[-1][1]
    if end.endswith(";") or (end.endswith("}") and (first in BLOCKS or first.startswith("#["))):
        return text + "\n"
    while not significant(statements[-1][-1:]):
        tail = statements[-1].pop()[1] + tail
    code = "".join(part for statement in statements for _, part in statement)
    return (code + ";" + tail).rstrip("\n") + "\n"
