"""Completion: the engine proposes PHP, the table of commands what follows a colon."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from hippy.debugger.engine import EngineLost
from hippy.debugger.packet import ProtocolError
from hippy.debugger.session import EngineError, EngineRestored, Session
from hippy.repl.commands import COMMANDS, takes_php


class PhpCompleter(Completer):
    """Asks the engine. It runs in a thread; an engine that cannot answer proposes nothing."""

    def __init__(self, session: Callable[[], Session]) -> None:
        self.session = session

    def get_completions(self, document: Document, event: CompleteEvent) -> Iterable[Completion]:
        before = document.text_before_cursor
        if before.startswith(":"):
            name, blank, _ = before[1:].partition(" ")
            if not blank:
                yield from complete_command(name)
                return
            if not takes_php(name):
                return
        offset = len(before) - len(before.lstrip()) if not before.startswith(":") else \
            before.index(" ") + 1
        yield from self.complete_php(document.text[offset:], before[offset:])

    def complete_php(self, text: str, before: str) -> Iterable[Completion]:
        code = text.encode("utf-8", "surrogateescape")
        cursor = len(before.encode("utf-8", "surrogateescape"))
        session = self.session()
        try:
            if not session.supports("xcmd_hippy_complete"):
                return
            items = session.complete(code, cursor)
        except (EngineLost, EngineError, EngineRestored, ProtocolError):
            return
        for item in items:
            replaced = code[item.start:cursor].decode("utf-8", "surrogateescape")
            yield Completion(
                item.text,
                -len(replaced),
                display_meta=item.signature or item.type or item.kind,
            )


def complete_command(beginning: str) -> Iterable[Completion]:
    for name, command in COMMANDS.items():
        if name.startswith(beginning):
            yield Completion(name, -len(beginning), display=":" + name, display_meta=command.help)
