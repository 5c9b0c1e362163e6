"""Which construct is open where a line of PHP begins, for prompts and indentation.

The engine says whether code is complete; this is asked at every keystroke, for every line, of code
that is seldom right yet. So it knows brackets, strings, heredocs and comments, and nothing else.
"""

from __future__ import annotations

import functools
import re

BRACKETS = "{(["
CODE = re.compile(
    r"""//[^\n]* | \#(?!\[)[^\n]* | /\*.*?(?:\*/|\Z)
    | '(?:[^'\\]|\\.)*(?:'|\Z) | <<<[ \t]*(?P<quote>["']?)(?P<label>[^\W\d]\w*)(?P=quote)\n
    | (?P<open>[{(\["`]) | (?P<close>[})\]])""",
    re.VERBOSE | re.DOTALL,
)
TEXT = {
    '"': re.compile(r'\\.|(?P<end>")|(?P<code>\{)(?=\$)', re.DOTALL),
    "`": re.compile(r"\\.|(?P<end>`)|(?P<code>\{)(?=\$)", re.DOTALL),
}


@functools.lru_cache(maxsize=8)
def openers(text: str) -> list[str]:
    """For each line the character that opened what is innermost at its start: one of {([\"'`<, or
    nothing. Callers must not change the list.
    """
    found: list[str] = [""]
    marks = [*Scanner(text).scan(), (len(text) + 1, "")]
    opener, following = "", 0
    for newline in re.finditer("\n", text):
        while marks[following][0] <= newline.start():
            opener = marks[following][1]
            following += 1
        found.append(opener)
    return found


class Scanner:
    """One pass over the text. `stack` holds what is open, each with how it ends."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.stack: list[tuple[str, re.Pattern]] = []
        self.marks: list[tuple[int, str]] = []

    def scan(self) -> list[tuple[int, str]]:
        """(position, what is innermost from there on) for every change."""
        while True:
            ending = self.stack[-1][1] if self.stack else CODE
            found = ending.search(self.text, self.position)
            if found is None:
                return self.marks
            self.position = found.end()
            if ending is CODE:
                self.take_code(found)
            elif found["end"] is not None:
                self.close(found.end())
            elif found.groupdict().get("code"):
                self.open(found.start(), "{", CODE)

    def take_code(self, found: re.Match) -> None:
        opening = found["open"]
        if opening is not None:
            self.open(found.start(), opening, TEXT.get(opening, CODE))
        elif found["close"] is not None:
            self.close(found.end())
        elif found["label"] is not None:
            self.open(found.start(), "<", heredoc(found["label"], found["quote"] == "'"))
        elif found.group().startswith("'"):
            self.open(found.start(), "'", CODE)
            if len(found.group()) > 1 and found.group().endswith("'"):
                self.close(found.end())

    def open(self, position: int, opener: str, ending: re.Pattern) -> None:
        self.stack.append((opener, ending))
        self.marks.append((position, opener))

    def close(self, position: int) -> None:
        if self.stack:
            self.stack.pop()
        self.marks.append((position, self.stack[-1][0] if self.stack else ""))


@functools.cache
def heredoc(label: str, raw: bool) -> re.Pattern:
    """How a heredoc or nowdoc goes on."""
    end = rf"^[ \t]*(?P<end>{re.escape(label)})\b"
    if raw:
        return re.compile(end, re.MULTILINE)
    return re.compile(rf"\\.|{end}|(?P<code>\{{)(?=\$)", re.DOTALL | re.MULTILINE)
