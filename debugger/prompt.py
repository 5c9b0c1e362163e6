"""The debugger's prompt on a terminal: history, and completion from the table of commands."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.output import ColorDepth

from hippy.debugger.commands import (
    ALIASES,
    COMMANDS,
    INFO,
    CommandError,
    find_command,
    split_line,
)
from hippy.debugger.history import open_history
from hippy.debugger.interrupts import shield
from hippy.debugger.theme import make_style
from hippy.debugger.typed_ahead import terminal_input

if TYPE_CHECKING:
    from hippy.debugger.app import Debugger


class TerminalReader:
    """Reads lines from the terminal."""

    def __init__(self, debugger: Debugger) -> None:
        self.debugger = debugger
        coloured = debugger.screen.coloured
        self.session = PromptSession(
            input=terminal_input(),
            history=open_history("debugger-history"),
            completer=CommandCompleter(debugger),
            complete_while_typing=False,
            auto_suggest=AutoSuggestFromHistory() if coloured else None,
            style=make_style(),
            color_depth=None if coloured else ColorDepth.DEPTH_1_BIT,
            enable_suspend=True,
        )

    def read(self) -> str:
        self.debugger.fresh_line()
        try:
            return self.session.prompt([("class:prompt", self.debugger.prompt)])
        finally:
            # prompt_toolkit leaves Python's own handler behind.
            shield()


class CommandCompleter(Completer):
    """Completes the command, then what it takes."""

    def __init__(self, debugger: Debugger) -> None:
        self.debugger = debugger

    def get_completions(self, document: Document, event: CompleteEvent) -> Iterable[Completion]:
        before = document.text_before_cursor.lstrip()
        word = before.rpartition(" ")[2]
        code = expression_in(before)
        if code is not None:
            yield from expression_completions(self.debugger, code)
            return
        for text in proposals(self.debugger, before):
            if text.startswith(word):
                yield Completion(text, -len(word))


def expression_in(before: str) -> str | None:
    """The PHP of a line that holds some; None for commands that take something else."""
    try:
        word, argument = split_line(before)
        if find_command(word).takes != "expression":
            return None
    except CommandError:
        return None
    if before.startswith(("$", "!")):
        return before.removeprefix("!")
    return argument if " " in before else None


def expression_completions(debugger: Debugger, code: str) -> Iterable[Completion]:
    """What the engine proposes in the frame that is looked at."""
    data = code.encode("utf-8", "surrogateescape")
    for found in debugger.complete(data):
        old = data[found.start:].decode("utf-8", "surrogateescape")
        yield Completion(found.text, -len(old), display_meta=found.type or found.kind)


def proposals(debugger: Debugger, before: str) -> list[str]:
    """What may stand where the cursor is, `before` being the line up to there."""
    if " " not in before:
        return sorted(COMMANDS)
    try:
        command = find_command(split_line(before)[0])
    except CommandError:
        return []
    match command.takes:
        case "command":
            return sorted(ALIASES)
        case "number":
            return [str(stop.number) for stop in debugger.breakpoints.all]
        case "exception":
            return debugger.names_of_kind(before.rpartition(" ")[2], "class")
        case "info":
            return sorted(INFO)
        case "place":
            files = [entry for entry in os.listdir(".") if entry.endswith(".php")]
            return sorted(files) + debugger.names_of_kind(before.rpartition(" ")[2], "function")
    return []
