"""Asks the engine whether code is complete and right. What is open in it is in openers.py."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments

from hippy.debugger.session import UNANSWERED, Check, Session

REMEMBERED = 20


@dataclass(frozen=True)
class Mistake:
    """What the parser does not accept in a text: `start` to `end` in characters, and why."""

    text: str
    start: int
    end: int
    message: str


class Validator:
    """The engine's answers, remembered: Enter may be pressed more than once.

    `session()` gives the session of the moment. Code of which nobody can say anything, because the
    engine is gone, counts as complete: it is submitted, and the loss is dealt with there.
    `refuses`: what the parser does not accept is not submitted; `mistake` is why, the last time.
    """

    def __init__(self, session: Callable[[], Session], refuses: bool = True) -> None:
        self.session = session
        self.refuses = refuses
        self.answers: OrderedDict[str, Check] = OrderedDict()
        self.mistake: Mistake | None = None

    def check(self, text: str) -> Check:
        answer = self.answers.get(text)
        if answer is None:
            try:
                answer = self.session().check(text.encode("utf-8", "surrogateescape"))
            except UNANSWERED:
                return Check("complete")
            self.answers[text] = answer
            if len(self.answers) > REMEMBERED:
                self.answers.popitem(last=False)
        return answer

    def is_incomplete(self, text: str) -> bool:
        return self.check(text).state == "incomplete"

    def accepts(self, text: str) -> bool:
        """False, and `mistake` is set, when the parser does not accept the text."""
        found = self.check(text).diagnostic
        if found is None or not self.refuses:
            self.mistake = None
            return True
        code = text.encode("utf-8", "surrogateescape")
        start = len(code) if found.start < 0 else found.start
        first = len(code[:start].decode("utf-8", "replace"))
        length = len(code[start:max(start, found.end)].decode("utf-8", "replace"))
        self.mistake = Mistake(text, first, first + max(1, length), found.message)
        return False


class MistakeMarker(Processor):
    """Underlines what the parser did not accept, and says why at the end of the line."""

    def __init__(self, validator: Validator) -> None:
        self.validator = validator

    def apply_transformation(self, given: TransformationInput) -> Transformation:
        mistake = self.validator.mistake
        if mistake is None or mistake.text != given.document.text:
            return Transformation(given.fragments)
        start = given.document.translate_row_col_to_index(given.lineno, 0)
        fragments: StyleAndTextTuples = explode_text_fragments(given.fragments)
        for position in range(max(0, mistake.start - start),
                              min(len(fragments), mistake.end - start)):
            style, text, *rest = fragments[position]
            fragments[position] = (style + " class:error.token ", text, *rest)
        if given.lineno == given.document.translate_index_to_position(mistake.start)[0]:
            fragments.append(("class:error", f"   <- {mistake.message}"))
        return Transformation(fragments)
