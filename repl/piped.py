"""Statements from standard input where that is no terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hippy.debugger.lines import PipeReader
from hippy.repl.program import OPENING_TAG

if TYPE_CHECKING:
    from hippy.repl.shell import Shell

CONTINUES = re.compile(r"\s*(else|elseif|catch|finally|while)\b", re.IGNORECASE)


class PipedInput:
    """Statements from standard input: lines are gathered until the engine finds them complete."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell
        self.lines = PipeReader()
        self.pending: list[str] = []
        self.first = True

    def read(self) -> str:
        return self.read_statement().rstrip("\n")

    def read_statement(self) -> str:
        text = self.next_line()
        while not text.startswith(":"):
            check = self.shell.session.check(text.encode("utf-8", "surrogateescape"))
            try:
                line = self.next_line() if may_go_on(check.state, text) else ""
            except EOFError:
                return text
            if check.state == "incomplete" or CONTINUES.match(line) or is_comment(text):
                text += line
                continue
            if line:
                self.pending.append(line)
            break
        return text

    def next_line(self) -> str:
        line = self.pending.pop() if self.pending else self.lines.read()
        if self.first:
            self.first = False
            return OPENING_TAG.sub("", line)
        return line


def may_go_on(state: str, text: str) -> bool:
    """Whether the next line may belong to the statement: an `else` after a closing brace does."""
    ends_open = text.rstrip().endswith("}") or is_comment(text)
    return state == "incomplete" or (state == "complete" and ends_open)


def is_comment(text: str) -> bool:
    """Whether the text is a doc comment alone: it belongs to the declaration that follows."""
    return text.startswith("/**") and text.rstrip().endswith("*/") and text.count("*/") == 1
