"""What a piece of PHP does at its top level: declarations, the variables it uses, whether it exits.

pygments' tokens are enough for that; the code has been accepted by the engine's parser already.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pygments.token import Comment, Keyword, Name, Punctuation, String, Text, Whitespace

from hippy.debugger.highlight import php_lexer

Tokens = list[tuple[object, str]]

INSIGNIFICANT = (Comment, String.Doc, Text, Whitespace)
MODIFIERS = {"abstract", "final", "readonly"}
TYPES = {"class": "class", "interface": "interface", "trait": "trait", "enum": "enum"}
KEPT = {"const", "use", "namespace", "declare"}
SUPERGLOBALS = {"$this", "$GLOBALS", "$_GET", "$_POST", "$_COOKIE", "$_FILES", "$_SERVER", "$_ENV",
                "$_REQUEST", "$_SESSION"}


@dataclass
class Outline:
    """`declarations` are (what it is called in a message, source) pairs."""

    declarations: list[tuple[str, str]] = field(default_factory=list)
    variables: list[str] = field(default_factory=list)
    exits: bool = False


def outline(code: str) -> Outline:
    """The outline of code that is complete."""
    found = Outline()
    for statement in php_statements(code):
        name = declared_name(statement)
        if name is not None:
            found.declarations.append((name, "".join(text for _, text in statement).strip()))
        else:
            read_statement(statement, found)
    return found


def php_statements(code: str) -> Iterable[Tokens]:
    """The statements of code without an opening tag; what is left behind the last one too."""
    # To pygments a comment of one line is none without the line's end.
    return statements(php_lexer(True).get_tokens(code + "\n"))


def statements(tokens: Iterable[tuple[object, str]]) -> Iterable[Tokens]:
    """The tokens of each statement; a block that ends at the top level ends its statement too."""
    depth = 0
    statement: Tokens = []
    for kind, text in tokens:
        statement.append((kind, text))
        if kind not in Punctuation:
            continue
        for character in text:
            depth += (character in "{([") - (character in "})]")
        if depth == 0 and text[-1] in ";}":
            yield statement
            statement = []
    if any(text.strip() for _, text in statement):
        yield statement


def significant(statement: Tokens) -> Tokens:
    return [(kind, text) for kind, text in statement
            if text.strip() and not any(kind in skipped for skipped in INSIGNIFICANT)]


def declared_name(statement: Tokens) -> str | None:
    """What the statement declares, as a message calls it; None if it does something else."""
    words = without_attributes([text for _, text in significant(statement)])
    while words and words[0].lower() in MODIFIERS:
        words = words[1:]
    if len(words) < 2:
        return None
    first = words[0].lower()
    if first == "function":
        name = words[2] if words[1] == "&" and len(words) > 2 else words[1]
        return name + "()" if name[0].isalpha() or name[0] == "_" or ord(name[0]) > 127 else None
    if first in TYPES:
        return words[1]
    if first in KEPT:
        return first + told_of(words[1:])
    return None


def told_of(words: list[str]) -> str:
    """What follows `use` and the like in a message."""
    if words[0].startswith("("):
        return "".join(words).rstrip(";")
    if words[0].lower() in ("function", "const") and len(words) > 1:
        return f" {words[0]} {words[1]}"
    return f" {words[0]}".rstrip(" {};")


def without_attributes(words: list[str]) -> list[str]:
    """The words behind the attributes that a declaration begins with."""
    depth = 0
    for number, word in enumerate(words):
        if depth == 0 and not word.startswith("#["):
            return words[number:]
        if word[0] in "#[](){}":
            depth += word.count("[") - word.count("]")
    return []


def read_statement(statement: Tokens, found: Outline) -> None:
    """Notes variables and exits outside the bodies of closures and anonymous classes."""
    depth = 0
    body: int | None = None
    waiting = False
    for kind, text in significant(statement):
        if kind in Punctuation:
            for character in text:
                if character == "{" and waiting and body is None:
                    body, waiting = depth, False
                depth += (character in "{([") - (character in "})]")
                if character == "}" and depth == body:
                    body = None
        elif body is not None:
            continue
        elif kind in Keyword and text.lower() in ("function", "class"):
            waiting = True
        elif kind in Keyword and text.lower() in ("exit", "die"):
            found.exits = True
        elif is_variable(kind, text) and text not in found.variables:
            found.variables.append(text)


def is_variable(kind: object, text: str) -> bool:
    return kind in Name.Variable and text.startswith("$") and text not in SUPERGLOBALS
