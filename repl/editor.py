"""The line editor on a terminal: prompt_toolkit with our keys, colours, history and completion."""

from __future__ import annotations

from collections.abc import Callable

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory, ConditionalAutoSuggest
from prompt_toolkit.enums import EditingMode
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout.processors import (
    ConditionalProcessor,
    HighlightMatchingBracketProcessor,
)
from prompt_toolkit.output import ColorDepth

from hippy.debugger.history import open_history
from hippy.debugger.interrupts import shield
from hippy.debugger.screen import Screen
from hippy.debugger.session import Session
from hippy.debugger.theme import make_style
from hippy.debugger.typed_ahead import terminal_input
from hippy.repl.completer import PhpCompleter
from hippy.repl.keys import make_keys
from hippy.repl.lexer import PhpLexer
from hippy.repl.openers import openers
from hippy.repl.settings import Settings
from hippy.repl.signature import SignatureHelp
from hippy.repl.validator import MistakeMarker, Validator

PROMPT = "php> "


class Editor:
    """Reads one input, of however many lines, at a time.

    `to_edit`: a text that the user's editor is to be opened with before the next input.
    """

    def __init__(
        self, session: Callable[[], Session], screen: Screen, settings: Settings
    ) -> None:
        self.session = session
        self.screen = screen
        self.settings = settings
        self.lexer = PhpLexer()
        self.to_edit: str | None = None
        brackets = HighlightMatchingBracketProcessor(chars="[](){}")
        validator = Validator(session, refuses=screen.terminal)
        self.prompt = PromptSession(
            input=terminal_input(),
            multiline=True,
            completer=PhpCompleter(session),
            complete_while_typing=False,
            # prompt_toolkit refuses Up by prefix and completion while typing together.
            enable_history_search=True,
            enable_open_in_editor=True,
            enable_suspend=True,
            tempfile_suffix=".php",
            history=open_history("history", settings.history),
            auto_suggest=ConditionalAutoSuggest(
                AutoSuggestFromHistory(),
                Condition(lambda: settings.suggestions and screen.coloured)),
            key_bindings=make_keys(validator, lambda: settings.autoclose),
            prompt_continuation=self.continuation,
            input_processors=[ConditionalProcessor(brackets, ~is_done),
                              ConditionalProcessor(MistakeMarker(validator), ~is_done)],
            style=make_style(),
            include_default_pygments_style=False,
        )
        self.signatures = SignatureHelp(session, lambda: settings.signatures and screen.terminal)
        self.signatures.attach(self.prompt)
        self.obey_settings()

    def obey_settings(self) -> None:
        """Takes over the settings that the editor does not ask for itself."""
        coloured = self.screen.coloured
        self.prompt.editing_mode = EditingMode[self.settings.editing.upper()]
        self.prompt.lexer = self.lexer if coloured else None
        self.prompt.color_depth = None if coloured else ColorDepth.DEPTH_1_BIT

    def read(self) -> str:
        """The next input; raises EOFError for Ctrl-D and KeyboardInterrupt for Ctrl-C."""
        self.screen.fresh_line(self.session().unfinished_line)
        text, self.to_edit = self.to_edit, None
        self.signatures.begin()
        try:
            return self.prompt.prompt([("class:prompt", PROMPT)], default=text or "",
                                      pre_run=lambda: self.prepare(text is not None))
        finally:
            # prompt_toolkit leaves Python's own handler behind.
            shield()

    def prepare(self, opens_editor: bool) -> None:
        """What is done when the prompt stands."""
        if self.screen.coloured:
            self.lexer.prepare()
        if opens_editor:
            get_app().current_buffer.open_in_editor(validate_and_handle=True)

    def continuation(self, width: int, number: int, wrapped: int) -> StyleAndTextTuples:
        """The prompt of a further line: its last character names the construct that is open."""
        if wrapped:
            return [("", " " * width)]
        open_at = openers(get_app().current_buffer.text)
        opener = open_at[number] if number < len(open_at) else ""
        return [("class:prompt.open", f"php{opener or '.'} ")]
