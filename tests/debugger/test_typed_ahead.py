"""Ctrl-C inside of something pasted whose end has been lost."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from hippy.debugger.typed_ahead import PASTE, PASTE_END, PasteEnder


@pytest.mark.parametrize(
    ("chunks", "read"),
    [
        (["a" + PASTE + "x", "y\x03z"], ["a" + PASTE + "x", "y" + PASTE_END + "\x03z"]),
        ([PASTE + "x" + PASTE_END + "\x03"], [PASTE + "x" + PASTE_END + "\x03"]),
        ([PASTE[:3], PASTE[3:] + "x", "\x03\x03"],
         [PASTE[:3], PASTE[3:] + "x", PASTE_END + "\x03\x03"]),
        ([PASTE + "x" + PASTE_END[:4], PASTE_END[4:] + "\x03"],
         [PASTE + "x" + PASTE_END[:4], PASTE_END[4:] + "\x03"]),
        (["\x03"], ["\x03"]),
    ],
)
def test_paste_ends_at_ctrl_c(chunks: list[str], read: list[str]) -> None:
    waiting = iter(chunks)
    ender = PasteEnder(SimpleNamespace(read=lambda count: next(waiting), closed=False))
    assert [ender.read() for _ in chunks] == read
