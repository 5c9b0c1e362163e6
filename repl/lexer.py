"""Colours for PHP as it is typed; pygments, which finds them, is imported behind the prompt."""

from __future__ import annotations

import threading
from collections.abc import Callable

from prompt_toolkit.application import get_app
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.lexers import Lexer

from hippy.debugger.highlight import highlight, php_lexer


class PhpLexer(Lexer):
    """prompt_toolkit's view of highlight.py; plain text until `prepare` is done."""

    def __init__(self) -> None:
        self.ready = False

    def prepare(self) -> None:
        """Imports pygments in the background, then has the prompt drawn again."""
        if self.ready:
            return
        application = get_app()

        def load() -> None:
            php_lexer(True)
            self.ready = True
            application.invalidate()

        try:
            threading.Thread(target=load, daemon=True).start()
        except RuntimeError:
            load()      # the system allows no further thread

    def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
        if not self.ready or document.text.startswith(":"):
            return lambda number: [("", document.lines[number])]
        lines = highlight(document.text, inline=True)
        return lambda number: lines[number] if number < len(lines) else []

    def invalidation_hash(self) -> bool:
        return self.ready
