"""Asks the engine whether code is complete and right. What is open in it is in openers.py."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments
from prompt_toolkit.validation import ValidationError
from prompt_toolkit.validation import Validator as ToolkitValidator

from hippy.debugger.engine import EngineLost
from hippy.debugger.packet import ProtocolError
from hippy.debugger.session import Check, EngineError, EngineRestored, Session

REMEMBERED = 20


class Mistake(ValidationError):
    """What the parser does not accept: `cursor_position` to `end` in characters, and why."""

    def __init__(self, start: int, end: int, message: str) -> None:
        super().__init__(start, message)
        self.end = end


class Validator(ToolkitValidator):
    """The engine's answers, remembered: Enter may be pressed more than once.

    `session()` gives the session of the moment. Code of which nobody can say anything, because the
    engine is gone, counts as complete: it is submitted, and the loss is dealt with there.
    """

    def __init__(self, session: Callable[[], Session]) -> None:
        self.session = session
        self.answers: OrderedDict[str, Check] = OrderedDict()

    def check(self, text: str) -> Check:
        answer = self.answers.get(text)
        if answer is None:
            try:
                answer = self.session().check(text.encode("utf-8", "surrogateescape"))
            except (EngineLost, EngineError, EngineRestored, ProtocolError):
                return Check("complete")
            self.answers[text] = answer
            if len(self.answers) > REMEMBERED:
                self.answers.popitem(last=False)
        return answer

    def is_incomplete(self, text: str) -> bool:
        return self.check(text).state == "incomplete"

    def validate(self, document: Document) -> None:
        """prompt_toolkit's question before it accepts an input; raises Mistake."""
        text = document.text
        if text.startswith(":") or not text.strip():
            return
        found = self.check(text).diagnostic
        if found is None:
            return
        code = text.encode("utf-8", "surrogateescape")
        start = len(code) if found.start < 0 else found.start
        first = len(code[:start].decode("utf-8", "replace"))
        length = len(code[start:max(start, found.end)].decode("utf-8", "replace"))
        raise Mistake(first, first + max(1, length), f"Parse error: {found.message}")


class MistakeMarker(Processor):
    """Underlines what the parser does not accept."""

    def apply_transformation(self, given: TransformationInput) -> Transformation:
        mistake = given.buffer_control.buffer.validation_error
        if not isinstance(mistake, Mistake):
            return Transformation(given.fragments)
        start = given.document.translate_row_col_to_index(given.lineno, 0)
        fragments: StyleAndTextTuples = explode_text_fragments(given.fragments)
        for position in range(max(0, mistake.cursor_position - start),
                              min(len(fragments), mistake.end - start)):
            style, text, *rest = fragments[position]
            fragments[position] = (style + " class:error.token ", text, *rest)
        return Transformation(fragments)
