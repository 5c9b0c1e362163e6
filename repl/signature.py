"""The parameters of the call that is being typed, in a line under the input."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer

from hippy.debugger.present import Fragments, cut, visible, width_of
from hippy.debugger.session import UNANSWERED, Session, Signature

PAUSE = 0.06    # seconds without a key after which the engine is asked


class SignatureHelp:
    """Asks the engine in a thread when typing pauses; `wanted` is asked next, `told` was last."""

    def __init__(self, session: Callable[[], Session], is_on: Callable[[], bool]) -> None:
        self.session = session
        self.is_on = is_on
        self.wanted: tuple[str, int] = ("", 0)
        self.task: asyncio.Task | None = None
        self.prompt: PromptSession | None = None

    def attach(self, prompt: PromptSession) -> None:
        """Watches the prompt's text."""
        self.prompt = prompt
        prompt.default_buffer.on_text_changed += self.changed
        prompt.default_buffer.on_cursor_position_changed += self.changed

    def begin(self) -> None:
        """A new input."""
        self.task = None
        self.wanted = ("", 0)
        self.prompt.bottom_toolbar = None

    def changed(self, buffer: Buffer) -> None:
        text, cursor = buffer.text, buffer.cursor_position
        self.wanted = (text, cursor)
        if not self.is_on() or "(" not in text[:cursor] or text.startswith(":"):
            self.prompt.bottom_toolbar = None
        elif self.task is None or self.task.done():
            self.task = get_app().create_background_task(self.follow())

    async def follow(self) -> None:
        told = None
        while told != self.wanted:
            told = self.wanted
            await asyncio.sleep(PAUSE)
            if told != self.wanted:
                continue
            try:
                found = await asyncio.to_thread(self.look_up, *told)
            except RuntimeError:
                return      # the system allows no further thread
            if told == self.wanted:
                width = get_app().output.get_size().columns
                self.prompt.bottom_toolbar = None if found is None else show(found, width)
                get_app().invalidate()

    def look_up(self, text: str, cursor: int) -> Signature | None:
        session = self.session()
        try:
            if not session.supports("xcmd_hippy_signature"):
                return None
            code = text.encode("utf-8", "surrogateescape")
            return session.signature(code, len(text[:cursor].encode("utf-8", "surrogateescape")))
        except UNANSWERED:
            return None


def show(found: Signature, width: int) -> Fragments:
    """The head with the parameter in bold; what stands before it gives way when room is short."""
    before, current = found.text[: found.start], found.text[found.start: found.end]
    if found.start < 0:
        return cut([("class:signature", visible(found.text))], width - 1)
    opening = before.find("(") + 1
    if width_of(before) + width_of(current) > width - 2 and opening < len(before):
        before = before[:opening] + "…, "
    return cut([("class:signature", visible(before)), ("class:signature.current", visible(current)),
                ("class:signature", visible(found.text[found.end:]))], width - 1)
