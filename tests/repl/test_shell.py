"""hippy-repl on a terminal and in a pipe, with an engine that knows no PHP."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hippy.tests.repl.terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]
FAKE = ROOT / "tests" / "debugger" / "fake_engine.py"
PROGRAM = f"""
import sys
package = type(sys)("hippy")
package.__path__ = [{str(ROOT)!r}]
sys.modules["hippy"] = package
from hippy.repl.shell import main
engine = [sys.executable, "-I", "-S", {str(FAKE)!r}, sys.argv[1]]
sys.exit(main(engine, "fake", sys.argv[2:]))
"""


@pytest.fixture
def env(tmp_path):
    """An environment with a history of its own and without colours."""
    return {**os.environ, "XDG_STATE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path),
            "TERM": "xterm", "NO_COLOR": "1"}


@pytest.fixture
def repl(env, tmp_path):
    """Starts the REPL on a terminal with the fake engine in a scenario."""
    terminals = []

    def start(scenario: str = "echo", *args: str, **changes: str) -> Terminal:
        command = [sys.executable, "-c", PROGRAM, scenario, *(args or ["--no-banner"])]
        terminal = Terminal(command, {**env, **changes}, str(tmp_path))
        terminals.append(terminal)
        terminal.wait_for_prompt(1)
        return terminal

    yield start
    for terminal in terminals:
        terminal.close()


def talk(terminal: Terminal, *inputs: str) -> str:
    """Types the inputs, each at its own prompt, then Ctrl-D; all that was shown."""
    for text in (*inputs, "\x04"):
        terminal.wait_for_prompt(terminal.prompts)
        number = terminal.prompts
        terminal.type(text)
        if text != "\x04":
            terminal.wait_for_prompt(number + 1)
    assert terminal.finish() == 0
    return terminal.text()


def piped(env, text: str, scenario: str = "echo", *args: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-c", PROGRAM, scenario, *args]
    return subprocess.run(command, input=text.encode(), env=env, capture_output=True, timeout=60)


def test_value_is_shown(repl):
    assert talk(repl(), "1 + 1\r") == 'php> 1 + 1\n= "1 + 1"\nphp>\n'


def test_open_construct_is_named_and_indented(repl):
    shown = talk(repl(), "if (1) {\rf();\rif (2) {\rg();\r}\r}\r", "x\r")
    assert shown == (
        "php> if (1) {\n"
        "php{     f();\n"
        "php{     if (2) {\n"
        "php{         g();\n"
        "php{     }\n"
        "php{ }\n"
        '= "if (1) {\\n    f();\\n    if (2) {\\n        g();\\n    }\\n}"\n'
        'php> x\n= "x"\nphp>\n'
    )


def test_caret_under_a_syntax_error(repl):
    assert talk(repl(), "wrong\r") == (
        "php> wrong\n       ^^\nParse error: syntax error\nphp>\n"
    )


def test_ctrl_c_clears_the_line(repl):
    assert talk(repl(), "some\x03", "x\r") == 'php> some^C\nphp> x\n= "x"\nphp>\n'


def test_ctrl_d_leaves(repl):
    assert talk(repl()) == "php>\n"


def test_banner(repl):
    shown = talk(repl("echo", "--no-color"))
    assert shown.startswith("Hippy 0.0 (PHP 8.2.36, fake engine)  :help lists the commands")


def test_typed_exit_ends_the_session(repl):
    terminal = repl()
    terminal.type("exit\r")
    assert terminal.finish() == 3


def test_killed_engine_is_replaced(repl):
    shown = talk(repl(), "function f() { $x = 1; }\r", "$a = [$b];\r", "crash\r", "still there\r")
    assert "The engine is lost: the engine was killed by SIGKILL.\n" in shown
    assert "Declared again: f().\nLost: $a, $b.\n" in shown
    assert shown.endswith('php> still there\n= "still there"\nphp>\n')


def test_engine_that_talks_nonsense_is_replaced(repl):
    shown = talk(repl(), "garbage\r", "x\r")
    assert "is not the length of a packet" in shown or "not its length" in shown
    assert shown.endswith('php> x\n= "x"\nphp>\n')


def test_interrupt_reaches_the_program_not_the_repl(repl):
    terminal = repl("stubborn")
    terminal.type("for (;;);\r")
    terminal.wait_for_text("It runs.")
    terminal.press_until("\x03", "Ctrl-C once more ends the engine.")
    terminal.press_until("\x03", "killed by SIGKILL")
    terminal.wait_for_prompt(2)
    assert talk(terminal).endswith("php>\n")


def test_history_outlives_the_session(repl):
    talk(repl(), "first {\r}\r")
    assert talk(repl(), "\x1b[A\r").startswith("php> first {\nphp{ }\n")


def test_read_only_home(repl):
    shown = talk(repl(XDG_STATE_HOME="/proc/no/such", HOME="/proc"), "x\r", "\x1b[A\r")
    assert shown == 'php> x\n= "x"\nphp> x\n= "x"\nphp>\n'


def test_paste_of_a_copied_session(repl):
    pasted = 'php> if (1) {\nphp{     f();\nphp{ }\n= "shown"\n'
    shown = talk(repl(), f"\x1b[200~{pasted}\x1b[201~\r")
    assert shown.startswith("php> if (1) {\nphp{     f();\nphp{ }\n= ")


def test_paste_of_a_session_of_php(repl):
    shown = talk(repl(), "\x1b[200~php > $x = 1;\nphp > echo $x;\n1\n\x1b[201~\r")
    assert shown.startswith("php> $x = 1;\nphp. echo $x;\n= ")


def test_commands(repl):
    shown = talk(repl(), ":tipe\r", ":type\r", ":type 5\r", ":help time\r")
    assert "there is no command :tipe; did you mean :type?" in shown
    assert "usage: :type EXPRESSION" in shown
    assert "php> :type 5\nstring of 1 byte\n" in shown
    assert ":time [-n TIMES] CODE\n    Run code and say how long it took" in shown


def test_piped_input(env):
    done = piped(env, "<?php\n1\n\nif (1) {\n}\nelse {\n}\n2\n")
    assert done.stdout.decode() == '= "1"\n= "if (1) {\\n}\\nelse {\\n}"\n= "2"\n'
    assert (done.returncode, done.stderr) == (0, b"")


def test_piped_input_ends_at_the_first_mistake(env):
    done = piped(env, "1\nwrong\n2\n")
    assert done.stdout.decode() == (
        '= "1"\n1 | wrong\n      ^^\nParse error: syntax error\n'
    )
    assert done.returncode == 255


def test_piped_exit(env):
    assert piped(env, "exit").returncode == 3


def test_piped_input_and_a_lost_engine(env):
    done = piped(env, "crash\n")
    assert b"killed by SIGKILL" in done.stdout
    assert done.returncode == 255


def test_options(env):
    assert piped(env, "", "echo", "--help").stdout.startswith(b"usage: hippy-repl")
    assert piped(env, "", "echo", "--nonsense").returncode == 2


def test_engine_that_does_not_start(env):
    done = piped(env, "", "silent_end")
    assert done.returncode == 1
    assert b"hippy-repl: the engine closed the connection" in done.stderr
