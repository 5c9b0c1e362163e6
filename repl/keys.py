"""What the keys do beyond prompt_toolkit's own: Enter, indentation, paste."""

from __future__ import annotations

import re
from collections.abc import Callable

from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition, is_searching
from prompt_toolkit.key_binding import (
    ConditionalKeyBindings,
    KeyBindings,
    KeyBindingsBase,
    KeyPressEvent,
)
from prompt_toolkit.keys import Keys

from hippy.repl.autoclose import add_keys, is_between
from hippy.repl.openers import openers
from hippy.repl.validator import Validator

INDENT = "    "
CLOSERS = {"}": "{", ")": "(", "]": "["}
PROMPT = re.compile(r"php ?[>{(\[\"'<] ?")  # php -a has the blank
OPENING_TAG = re.compile(r"\A\s*<\?php\b\s*")


def make_keys(validator: Validator, autoclose: Callable[[], bool]) -> KeyBindingsBase:
    """The bindings; `autoclose` says whether closing brackets come along with opening ones."""
    keys = KeyBindings()

    @Condition
    def at_indentation() -> bool:
        return not get_app().current_buffer.document.current_line_before_cursor.strip()

    @Condition
    def on_continuation() -> bool:
        return get_app().current_buffer.document.cursor_position_row > 0

    @keys.add("enter")
    def enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if autoclose() and is_between(buffer) and buffer.document.char_before_cursor in "{([":
            open_block(buffer)
        else:
            submit_or_go_on(buffer, validator)

    @keys.add("escape", "enter")
    def newline(event: KeyPressEvent) -> None:
        insert_newline(event.current_buffer)

    @keys.add("c-c")
    @keys.add(Keys.SIGINT)
    def give_up(event: KeyPressEvent) -> None:
        # The mark, which shells leave too, tells that the line was not run.
        event.current_buffer.cursor_position = len(event.current_buffer.text)
        event.current_buffer.insert_text("^C")
        event.app.exit(exception=KeyboardInterrupt, style="class:aborting")

    @keys.add("tab", filter=at_indentation & on_continuation)
    def indent(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(INDENT)

    @keys.add("backspace", filter=at_indentation & on_continuation)
    def dedent(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        before = buffer.document.current_line_before_cursor
        whole = before and len(before) % len(INDENT) == 0 and before.endswith(INDENT)
        buffer.delete_before_cursor(len(INDENT) if whole else 1)

    for closer in CLOSERS:

        @keys.add(closer, filter=at_indentation & on_continuation)
        def close(event: KeyPressEvent, closer: str = closer) -> None:
            close_block(event.current_buffer, closer)

    add_keys(keys, autoclose)

    @keys.add(Keys.BracketedPaste)
    def paste(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(clean_paste(event.data))

    # While the history is searched, the keys are prompt_toolkit's: Enter accepts what is found.
    return ConditionalKeyBindings(keys, ~is_searching)


def submit_or_go_on(buffer: Buffer, validator: Validator) -> None:
    """Enter: code that is complete is run, other code gets another line."""
    if OPENING_TAG.match(buffer.text):
        buffer.document = Document(OPENING_TAG.sub("", buffer.text))
    text = buffer.text
    on_last_line = buffer.document.on_last_line
    if text.startswith(":") or not text.strip():
        buffer.validate_and_handle()
    elif not on_last_line or validator.is_incomplete(text):
        insert_newline(buffer)
    elif validator.accepts(text):
        buffer.cursor_position = len(text)
        buffer.validate_and_handle()
    elif "\n" in text and opener_at_end(text):
        # In the middle of a block the mistake is shown, and the block goes on.
        insert_newline(buffer)
        validator.accepts(buffer.text)
    else:
        buffer.cursor_position = validator.mistake.start


def insert_newline(buffer: Buffer) -> None:
    """A new line, indented as PHP would be; inside a string nothing is added."""
    before = buffer.document.text_before_cursor
    if opener_at_end(before) in ("'", '"', "`", "<"):
        buffer.insert_text("\n")
        return
    line = buffer.document.current_line_before_cursor
    indentation = line[: len(line) - len(line.lstrip())]
    if line.rstrip().endswith(("{", "(", "[")):
        indentation += INDENT
    buffer.insert_text("\n" + indentation)


def open_block(buffer: Buffer) -> None:
    """A line between the brackets round the cursor, which come to stand on lines of their own."""
    line = buffer.document.current_line_before_cursor
    indentation = line[: len(line) - len(line.lstrip())]
    buffer.insert_text(f"\n{indentation}{INDENT}")
    buffer.insert_text("\n" + indentation, move_cursor=False)


def close_block(buffer: Buffer, closer: str) -> None:
    """A closing bracket at the start of a line moves out by one level."""
    before = buffer.document.text_before_cursor
    if opener_at_end(before) == CLOSERS[closer]:
        line = buffer.document.current_line_before_cursor
        buffer.delete_before_cursor(min(len(line), len(INDENT)))
    buffer.insert_text(closer)


def opener_at_end(text: str) -> str:
    """What is open behind the text."""
    return openers(text + "\n")[-1]


def clean_paste(text: str) -> str:
    """What is pasted, without the opening tag of a file or the prompts of a copied session.

    Of a session only the lines with a prompt are kept, the others are what was printed.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.startswith(("php> ", "php > ")):
        lines = [(PROMPT.match(line), line) for line in text.split("\n")]
        return "\n".join(line[found.end():] for found, line in lines if found)
    return OPENING_TAG.sub("", text)
