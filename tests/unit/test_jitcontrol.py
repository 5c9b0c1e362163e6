"""The switch of the JIT watch in an engine without a JIT, and the form of its option."""

from __future__ import annotations

import types

import pytest

from hippy.interpreter.rlib import jitcontrol


def test_without_the_jit_nothing_happens() -> None:
    assert not jitcontrol.has_jit()
    assert jitcontrol.set_mode(jitcontrol.EVERYTHING_USUAL, 9) is False
    assert jitcontrol.set_counters(True) is False
    assert jitcontrol.write_table(9) is False


def test_a_translation_without_the_jit_does_not_load_the_watch() -> None:
    options = types.SimpleNamespace(translation=types.SimpleNamespace(jit=False))
    assert jitcontrol.install(types.SimpleNamespace(config=options)) is None


@pytest.mark.parametrize(("text", "value"), [
    ("fd:3", (3, 7)), ("fd:17,0", (17, 0)), ("fd:4,31", (4, 31))])
def test_the_option_names_a_descriptor_and_a_mode(text: str, value: tuple[int, int]) -> None:
    assert jitcontrol.parse_option(text) == value


@pytest.mark.parametrize("text", ["", "3", "fd:", "fd:x", "fd:3,", "fd:3,x", "fd:12345", "fd:-1"])
def test_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        jitcontrol.parse_option(text)
