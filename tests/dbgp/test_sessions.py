"""Plays every .dbgp file of this folder; with --reference on PHP with Xdebug too."""

from __future__ import annotations

from pathlib import Path

import pytest

from hippy.interpreter.dbgp.commands import COMMANDS
from hippy.tests.dbgp import player

FOLDER = Path(__file__).resolve().parent
CONVERSATIONS = [player.read_conversation(path) for path in sorted(FOLDER.glob("*.dbgp"))]
NAMES = [conversation.path.stem for conversation in CONVERSATIONS]

# Sessions that the engine is not expected to pass yet, with the reason; a fix shows as a failure.
PENDING: dict[str, str] = {}
ENGINE_PARAMS = [
    pytest.param(conversation, id=name, marks=[
        pytest.mark.xfail(reason=PENDING[name], strict=True)] if name in PENDING else [])
    for name, conversation in zip(NAMES, CONVERSATIONS, strict=True)
]


@pytest.mark.parametrize("conversation", ENGINE_PARAMS)
def test_engine(conversation: player.Conversation, engine_argv: list[str]) -> None:
    try:
        player.play(conversation, engine_argv, None)
    except player.Difference as error:
        pytest.fail(str(error), pytrace=False)


@pytest.mark.reference
@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=NAMES)
def test_reference(conversation: player.Conversation, reference_argv: list[str]) -> None:
    if conversation.ours is not None or conversation.script is None:
        pytest.skip("Xdebug cannot do this")
    try:
        player.play(conversation, None, reference_argv[0])
    except player.Difference as error:
        pytest.fail(str(error), pytrace=False)


def test_every_command_is_in_a_session() -> None:
    played = set().union(*(conversation.commands() for conversation in CONVERSATIONS))
    assert sorted(set(COMMANDS) - played) == []
