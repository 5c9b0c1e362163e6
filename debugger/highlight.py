"""PHP source in colour, line by line, by pygments; without colours until pygments is there."""

from __future__ import annotations

import functools

from hippy.debugger.present import Fragments, visible


@functools.cache
def php_lexer(inline: bool):
    """pygments' lexer; `inline`: the text begins in PHP, without an opening tag."""
    from pygments.lexers.php import PhpLexer

    return PhpLexer(startinline=inline, funcnamehighlighting=False, stripnl=False, ensurenl=False)


@functools.lru_cache(maxsize=64)
def highlight(text: str, inline: bool = False) -> list[Fragments]:
    """The fragments of each line; callers must not change them."""
    lines: list[Fragments] = [[]]
    for token, part in php_lexer(inline).get_tokens(text):
        style = style_of(token)
        for position, piece in enumerate(part.split("\n")):
            if position:
                lines.append([])
            if piece:
                lines[-1].append((style, piece))
    return lines


def highlight_source(text: str) -> list[Fragments]:
    """The lines of a file as they may be shown: tabs expanded, control characters escaped."""
    return [
        [(style, visible(part)) for style, part in line]
        for line in highlight(text.replace("\r", "").expandtabs(4))
    ]


@functools.cache
def style_of(token: tuple[str, ...]) -> str:
    """`class:pygments.name.variable` for Token.Name.Variable."""
    return "class:" + ".".join(("pygments", *(part.lower() for part in token)))
