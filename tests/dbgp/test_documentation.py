"""docs/protocol.md tells of every command, of when it may come, and of every feature."""

from __future__ import annotations

import re
from pathlib import Path

from hippy.interpreter import target
from hippy.interpreter.dbgp import commands, features, packet

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "protocol.md").read_text("utf-8")
ROW = re.compile(r"^\| `(\w+)`(?: \*)? \| ([SBIRE]+) \|", re.MULTILINE)
LETTERS = {
    "S": commands.AT_START,
    "B": commands.AT_BREAK,
    "I": commands.AT_PROMPT,
    "R": commands.WHILE_RUNNING,
    "E": commands.AFTER_END,
}


def test_commands_and_when_they_may_come() -> None:
    told = {name: sum(LETTERS[letter] for letter in when) for name, when in ROW.findall(TEXT)}
    assert told == {name: row.times for name, row in commands.COMMANDS.items()}


def test_features_that_can_be_set() -> None:
    settable = features.Features()
    names = re.findall(r"name == '(\w+)'", Path(features.__file__).read_text("utf-8"))
    assert len(names) > 10
    for name in names:
        settable.set(name, "UTF-8" if name == "encoding" else "1")
        assert f"`{name}`" in TEXT


def test_error_codes() -> None:
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)}
    assert told == set(packet.ERROR_TEXTS)


def test_the_engine_tells_its_version() -> None:
    assert (features.ENGINE_VERSION, features.LANGUAGE_VERSION) == (
        target.VERSION,
        target.PHP_VERSION,
    )
