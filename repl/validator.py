"""Asks the engine whether code is complete. What is open in it, line by line, is in openers.py."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from hippy.debugger.engine import EngineLost
from hippy.debugger.packet import ProtocolError
from hippy.debugger.session import Check, EngineError, Session

REMEMBERED = 20


class Validator:
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
            except (EngineLost, EngineError, ProtocolError):
                return Check("complete")
            self.answers[text] = answer
            if len(self.answers) > REMEMBERED:
                self.answers.popitem(last=False)
        return answer

    def is_incomplete(self, text: str) -> bool:
        return self.check(text).state == "incomplete"
