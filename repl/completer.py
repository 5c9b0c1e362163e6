"""Completion: the engine proposes PHP, the table of commands what follows a colon."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, Callable, Iterable

from prompt_toolkit.completion import CompleteEvent, Completer, Completion, PathCompleter
from prompt_toolkit.document import Document

from hippy.debugger.session import UNANSWERED, Session
from hippy.debugger.session import Completion as Item
from hippy.repl.commands import COMMANDS, takes_php
from hippy.repl.openers import openers
from hippy.repl.settings import Settings

RANKS = {"function": 1, "class": 2, "keyword": 2, "constant": 3}
STRING = re.compile(r"""["']([^"']*)\Z""")


class PhpCompleter(Completer):
    """Asks the engine; one that cannot answer proposes nothing."""

    def __init__(self, session: Callable[[], Session]) -> None:
        self.session = session

    def get_completions(self, document: Document, event: CompleteEvent) -> Iterable[Completion]:
        before = document.text_before_cursor
        if before.startswith(":"):
            name, blank, _ = before[1:].partition(" ")
            if not blank:
                yield from complete_command(name)
                return
            if name == "set":
                yield from complete_setting(before)
                return
            if not takes_php(name):
                yield from complete_path(before, event)
                return
        offset = len(before) - len(before.lstrip()) if not before.startswith(":") else \
            before.index(" ") + 1
        found = False
        for completion in self.complete_php(document.text[offset:], before[offset:]):
            found = True
            yield completion
        if not found and "\n" not in before:
            yield from complete_path(before, event)

    async def get_completions_async(
        self, document: Document, event: CompleteEvent
    ) -> AsyncGenerator[Completion, None]:
        """Waits for the engine in a thread. prompt_toolkit's own way, `complete_in_thread`, holds
        up the next prompt for two seconds when Ctrl-C comes while it takes over 1,000 proposals.
        """
        try:
            proposals = await asyncio.to_thread(list, self.get_completions(document, event))
        except RuntimeError:    # the system allows no further thread
            proposals = list(self.get_completions(document, event))
        for found in proposals:
            yield found

    def complete_php(self, text: str, before: str) -> Iterable[Completion]:
        code = text.encode("utf-8", "surrogateescape")
        cursor = len(before.encode("utf-8", "surrogateescape"))
        session = self.session()
        try:
            if not session.supports("xcmd_hippy_complete"):
                return
            items = session.complete(code, cursor)
        except UNANSWERED:
            return
        start = items[0].start if items else cursor
        replaced = code[start:cursor].decode("utf-8", "surrogateescape")
        for item in sorted(items, key=lambda item: (*likeness(item.text, replaced), rank(item))):
            yield Completion(
                item.text,
                -len(replaced),
                display_meta=item.signature or item.type or item.kind,
            )


def likeness(text: str, typed: str) -> tuple[int, int]:
    """How far the text is from what was typed: it begins so, a part of it does, or, by how far they
    are apart, it has the letters in their order. The engine proposes the last only alone.
    """
    text, typed = text.lower().lstrip("\\"), typed.lower().lstrip("\\")
    if text.startswith(typed):
        return 0, 0
    if "\\" + typed in text:
        return 1, 0
    return 2, min((span(text[start:], typed) for start in range(len(text))), default=0)


def span(text: str, letters: str) -> int:
    """How many characters at the start of the text have the letters in their order."""
    position = -1
    if text[:1] != letters[:1]:
        return len(text) + 1000
    for letter in letters:
        position = text.find(letter, position + 1)
        if position < 0:
            return len(text) + 1000
    return position


def rank(item: Item) -> int:
    """What is the nearer, and so the likelier, comes first."""
    if item.kind == "variable" and (item.text == "GLOBALS" or item.text[1:].isupper()):
        return RANKS["constant"]
    return RANKS.get(item.kind, 0)


def complete_path(before: str, event: CompleteEvent) -> Iterable[Completion]:
    """Files, where the cursor is in a string or behind :save."""
    path = before.removeprefix(":save ")
    if path == before:
        string = STRING.search(before)
        if string is None or openers(before + "\n")[-1] not in ("'", '"'):
            return
        path = string.group(1)
    yield from PathCompleter(expanduser=True).get_completions(Document(path), event)


def complete_setting(before: str) -> Iterable[Completion]:
    word = before.rpartition(" ")[2]
    for name, value, help in Settings().rows():
        if before.count(" ") == 1 and name.startswith(word):
            yield Completion(name, -len(word), display_meta=help)
        elif before.split()[1:2] == [name] and value in ("on", "off"):
            yield from (Completion(text, -len(word)) for text in ("on", "off")
                        if text.startswith(word))


def complete_command(beginning: str) -> Iterable[Completion]:
    for name, command in COMMANDS.items():
        if name.startswith(beginning):
            yield Completion(name, -len(beginning), display=":" + name, display_meta=command.help)
