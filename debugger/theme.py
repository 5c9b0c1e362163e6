"""The colours: one table from the names of styles to what they look like.

Only the sixteen colours of the terminal's own palette are used, so that light and dark backgrounds
both work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prompt_toolkit.styles import Style

STYLES = {
    "prompt": "ansigreen bold",
    "prompt.open": "ansiyellow bold",
    "mark": "ansibrightblack",
    "note": "ansibrightblack",
    "error": "ansired",
    "error.caret": "ansired bold",
    "error.token": "ansired underline",
    "heading": "bold",
    "name": "ansicyan",
    "value.constant": "ansimagenta",
    "value.number": "ansiblue",
    "value.string": "ansigreen",
    "value.key": "ansicyan",
    "value.class": "ansiyellow",
    "value.more": "ansibrightblack italic",
    "source.number": "ansibrightblack",
    "source.current": "bold",
    "source.arrow": "ansiyellow bold",
    "source.breakpoint": "ansired bold",
    "auto-suggestion": "ansibrightblack",
    "bottom-toolbar": "noreverse",
    "signature": "ansibrightblack",
    "signature.current": "bold",
    "pygments.comment": "ansibrightblack italic",
    "pygments.keyword": "ansimagenta",
    "pygments.keyword.constant": "ansimagenta",
    "pygments.keyword.type": "ansiyellow",
    "pygments.literal.number": "ansiblue",
    "pygments.literal.string": "ansigreen",
    "pygments.literal.string.escape": "ansicyan",
    "pygments.literal.string.interpol": "ansicyan",
    "pygments.name.variable": "ansicyan",
    "pygments.name.class": "ansiyellow",
    "pygments.name.function": "ansiblue",
    "pygments.comment.preproc": "ansibrightblack",
}


def make_style() -> Style:
    """The table as prompt_toolkit's style."""
    from prompt_toolkit.styles import Style

    return Style.from_dict(STYLES)
