"""Closing brackets and quotes that come along with opening ones, and go with them."""

from __future__ import annotations

from collections.abc import Callable

from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from hippy.repl.openers import openers

PAIRS = {"(": ")", "[": "]", "{": "}", '"': '"', "'": "'"}
STRINGS = ("'", '"', "`", "<")


def add_keys(keys: KeyBindings, is_on: Callable[[], bool]) -> None:
    """Later bindings go before earlier ones: these are to come first."""
    on = Condition(is_on)
    between = Condition(lambda: is_between(get_app().current_buffer))

    for opener in PAIRS:

        @keys.add(opener, filter=on)
        def open_pair(event: KeyPressEvent, opener: str = opener) -> None:
            put(event.current_buffer, opener)

    for closer in ")]}":
        at_closer = Condition(lambda closer=closer: next_is(get_app().current_buffer, closer))

        @keys.add(closer, filter=on & at_closer)
        def step_over(event: KeyPressEvent) -> None:
            event.current_buffer.cursor_position += 1

    @keys.add("backspace", filter=on & between)
    def delete_pair(event: KeyPressEvent) -> None:
        event.current_buffer.delete()
        event.current_buffer.delete_before_cursor()


def put(buffer: Buffer, opener: str) -> None:
    """The character, with its partner where that helps: not in a string, not before a word."""
    before, after = buffer.document.text_before_cursor, buffer.document.current_char
    in_string = openers(before + "\n")[-1] in STRINGS
    is_quote = opener == PAIRS[opener]
    if is_quote and after == opener and in_string:
        buffer.cursor_position += 1
        return
    free = not after or after.isspace() or after in ")]};,"
    after_word = is_quote and (before[-1:].isalnum() or before[-1:] in ("_", "\\"))
    buffer.insert_text(opener)
    if free and not in_string and not after_word:
        buffer.insert_text(PAIRS[opener], move_cursor=False)


def is_between(buffer: Buffer) -> bool:
    """Whether the cursor stands in a pair with nothing in it."""
    before = buffer.document.char_before_cursor
    return bool(before) and PAIRS.get(before) == buffer.document.current_char


def next_is(buffer: Buffer, closer: str) -> bool:
    return buffer.document.current_char == closer
