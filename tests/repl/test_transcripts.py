"""Sessions of hippy-repl as they look on a terminal, in *.repl files and in docs/repl.md.

A transcript is what a person sees. What follows a prompt is typed, without its indentation, which
is the editor's work; a `^C` or `^D` at the end of an input is a key. With --update the files are
written anew; then somebody reads them.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from time import monotonic

import pytest

from hippy.tests.repl.terminal import LIMIT, Terminal

HERE = Path(__file__).resolve().parent
MAIN = HERE.parents[1] / "main.py"
PAGE = HERE.parents[1] / "docs" / "repl.md"
BLOCK = re.compile(r"```php\n(.*?)```", re.DOTALL)
PROMPT = re.compile(r"(?:php|dbg(?=>))(?P<open>[>{(\[\"'<.])(?: (?P<text>.*))?\Z")
KEYS = {"^C": "\x03", "^D": "\x04", "^I": "\t"}


def read_inputs(transcript: str) -> list[list[str]]:
    """The lines of each input."""
    inputs: list[list[str]] = []
    for line in transcript.splitlines():
        found = PROMPT.match(line)
        if found is None:
            continue
        text = (found["text"] or "").strip()
        if found["open"] == ">":
            inputs.append([text])
        else:
            inputs[-1].append(text)
    return inputs


def keys_of(lines: list[str]) -> str:
    """What is typed for an input; a key at its end takes the place of Enter."""
    last = lines[-1]
    for name, key in KEYS.items():
        if last.endswith(name):
            return "\r".join([*lines[:-1], last.removesuffix(name)]) + key
    return "\r".join(lines) + "\r"


def play(terminal: Terminal, inputs: list[list[str]]) -> str:
    for number, lines in enumerate(inputs, 1):
        terminal.wait_for_prompt(number)
        terminal.type(keys_of(lines))
    deadline = monotonic() + LIMIT
    while terminal.prompts <= len(inputs) and terminal.read(deadline):
        pass
    if terminal.prompts > len(inputs):
        terminal.type("\x04")
    terminal.finish()
    return terminal.text()


def session(inputs: list[list[str]], engine_kind: str, folder: Path) -> str:
    """What a person sees who types the inputs into a new hippy-repl, without the last prompt."""
    env = {**os.environ, "XDG_STATE_HOME": str(folder), "XDG_CONFIG_HOME": str(folder),
           "TERM": "xterm", "NO_COLOR": "1"}
    command = [sys.executable, str(MAIN), "repl", f"--engine={engine_kind}", "--no-banner"]
    terminal = Terminal(command, env, str(folder))
    try:
        return play(terminal, inputs).removesuffix("php>\n")
    finally:
        terminal.close()


@pytest.mark.parametrize("path", sorted(HERE.glob("*.repl")), ids=lambda path: path.stem)
def test_transcript(path, engine_kind, tmp_path, request):
    expected = path.read_text()
    shown = session(read_inputs(expected), engine_kind, tmp_path)
    if request.config.getoption("update") and shown != expected:
        path.write_text(shown)
    assert shown == expected


def test_sessions_in_the_documentation(engine_kind, tmp_path, request):
    expected = PAGE.read_text("utf-8")
    shown = BLOCK.sub(
        lambda block: f"```php\n{session(read_inputs(block[1]), engine_kind, tmp_path)}```",
        expected)
    if request.config.getoption("update"):
        PAGE.write_text(shown, "utf-8")
    assert shown == expected
