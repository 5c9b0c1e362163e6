"""Sessions of hippy-debug as they look on a terminal, in *.session files.

--FILE-- holds the program, --SESSION-- what a person sees; what follows `dbg> ` is typed. With
--update the sessions are written anew; then somebody reads them.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from time import monotonic

import pytest

from hippy.tests.repl.terminal import LIMIT, Terminal

HERE = Path(__file__).resolve().parent
MAIN = HERE.parents[1] / "main.py"
PROMPT = "dbg>"
SECTION = "--SESSION--\n"
# A second file, for programs that include one.
LATER = "<?php\n\nfunction later($n)\n{\n\n    return $n + 1;\n}\n"


def play(terminal: Terminal, inputs: list[str]) -> str:
    """Types each input at its prompt, then Ctrl-D; all that was shown."""
    for number, text in enumerate(inputs, 1):
        terminal.wait_for_prompt(number)
        terminal.type(text + "\r")
    deadline = monotonic() + LIMIT
    while terminal.prompts <= len(inputs) and terminal.read(deadline):
        pass
    if terminal.prompts > len(inputs):
        terminal.type("\x04")
    terminal.finish()
    return terminal.text()


@pytest.mark.parametrize("path", sorted(HERE.glob("*.session")), ids=lambda path: path.stem)
def test_session(path, engine_kind, tmp_path, request):
    program, expected = path.read_text().removeprefix("--FILE--\n").split(SECTION)
    (tmp_path / "program.php").write_text(program)
    (tmp_path / "later.php").write_text(LATER)
    env = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "TERM": "xterm", "NO_COLOR": "1"}
    command = [sys.executable, str(MAIN), "debug", f"--engine={engine_kind}", "program.php"]
    inputs = [line.removeprefix(PROMPT).strip() for line in expected.splitlines()
              if line.startswith(PROMPT)]
    terminal = Terminal(command, env, str(tmp_path))
    try:
        shown = play(terminal, inputs)
    finally:
        terminal.close()
    # The greeting names the engine.
    shown = shown.partition("\n")[2].removesuffix(PROMPT + "\n")
    if request.config.getoption("update") and shown != expected:
        path.write_text(f"--FILE--\n{program}{SECTION}{shown}")
    assert shown == expected
