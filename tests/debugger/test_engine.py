"""hippy-debug with the real engine: signals, pipes, engines that connect by themselves."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hippy.tests.repl.terminal import Terminal

MAIN = Path(__file__).resolve().parents[2] / "main.py"
LOOP = """<?php
$n = 1;
echo "started\\n";
while (true) {
    $n++;
}
"""


@pytest.fixture
def command(engine_kind):
    return [sys.executable, str(MAIN), "debug", f"--engine={engine_kind}"]


@pytest.fixture
def env(tmp_path):
    return {**os.environ, "XDG_STATE_HOME": str(tmp_path), "TERM": "xterm", "NO_COLOR": "1"}


@pytest.fixture
def debug(command, env, tmp_path):
    """Starts the debugger on a terminal, with a program of this text."""
    terminals = []

    def start(text: str, *arguments: str) -> Terminal:
        (tmp_path / "program.php").write_text(text)
        terminal = Terminal([*command, "program.php", *arguments], env, str(tmp_path))
        terminals.append(terminal)
        terminal.wait_for_prompt(1)
        return terminal

    yield start
    for terminal in terminals:
        terminal.close()


def run_piped(command, env, tmp_path, program: str, commands: str, *arguments: str):
    (tmp_path / "program.php").write_text(program)
    return subprocess.run([*command, "program.php", *arguments], input=commands, env=env,
                          cwd=tmp_path, capture_output=True, text=True, timeout=60)


def test_ctrl_c_stops_the_program(debug):
    terminal = debug(LOOP)
    terminal.type("run\r")
    terminal.wait_for_text("\nstarted\n")
    terminal.press_until("\x03", "#0 {main} at program.php:")
    terminal.wait_for_prompt(2)
    terminal.enter("p $n > 0", "p $n = -5", "next", "next", "p $n < 0")
    assert terminal.text().count("= true") == 2


def test_ctrl_c_at_the_prompt_clears_the_line(debug):
    terminal = debug("<?php\n")
    terminal.type("quit\x03")
    terminal.wait_for_prompt(2)
    terminal.enter("breakpoints")
    assert "There are no breakpoints." in terminal.text()


def test_interrupted_expression(debug):
    terminal = debug("<?php\nfunction f() { echo \"it runs\\n\"; for (;;); }\n$x = 1;\n")
    terminal.enter("step")
    terminal.type("p f()\r")
    terminal.wait_for_text("\nit runs\n")
    terminal.press_until("\x03", "Interrupted")
    terminal.wait_for_prompt(3)
    terminal.enter("p 1 + 1")
    assert terminal.text().endswith("= 2\ndbg>\n")


def test_killed_program(debug):
    terminal = debug("<?php\necho getmypid(), ' is its number\n';\n$x = 1;\nposix_exit();\n")
    terminal.enter("break 4", "run")
    os.kill(terminal.engine(), signal.SIGKILL)
    terminal.enter("p $x", "p $x", "run")
    shown = terminal.text()
    assert "The program is gone: the engine was killed by SIGKILL.\n" in shown
    assert "the program is not running" in shown
    assert shown.count("Breakpoint 1\n") == 2


def test_arguments(command, env, tmp_path):
    done = run_piped(command, env, tmp_path, "<?php\necho $argv[1], $argv[2], \"\\n\";\n",
                     "run\nrun 'other words' more\nrun\n", "first", "--second")
    shown = [line for line in done.stdout.splitlines() if "program" not in line]
    assert shown == ["first--second", "other wordsmore", "other wordsmore"]


def test_program_reads_the_commands_pipe(command, env, tmp_path):
    """The debugger reads no further than its line; the program, as PHP's do, all there is."""
    done = run_piped(command, env, tmp_path, "<?php\necho 'got ', fgets(STDIN), fgets(STDIN);\n",
                     "b 2\nrun\nc\nfor the program\nand this\n")
    assert "got for the program\nand this\n" in done.stdout


def test_parse_error(command, env, tmp_path):
    done = run_piped(command, env, tmp_path, "<?php\necho 1 +;\n", "run\n")
    assert 'syntax error, unexpected token ";"' in done.stdout
    assert "The program ended with exit status 255.\n" in done.stdout


def test_signal_without_a_terminal(command, env, tmp_path):
    (tmp_path / "program.php").write_text(LOOP)
    debugger = subprocess.Popen([*command, "program.php"], env=env, cwd=tmp_path, text=True,
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                start_new_session=True)
    debugger.stdin.write("run\n")
    debugger.stdin.flush()
    while debugger.stdout.readline() != "started\n":
        pass
    debugger.send_signal(signal.SIGINT)
    assert debugger.stdout.readline() == "Interrupted\n"
    assert debugger.stdout.readline().startswith("#0 {main} at program.php:")
    shown, _ = debugger.communicate("p $n > 0\n", timeout=60)
    assert shown.endswith("= true\n")
    assert debugger.returncode == 0


def test_wrong_usage(command, env):
    for arguments, status, message in [
        (["no/such.php"], 1, "Could not open input file: no/such.php\n"),
        ([], 2, "hippy-debug: no file is given\nusage: hippy-debug"),
        (["--nonsense"], 2, "hippy-debug: unknown option --nonsense\nusage: "),
        (["--listen", "many"], 2, "hippy-debug: --listen wants a port\nusage: hippy-debug"),
        (["--help"], 0, "usage: hippy-debug"),
    ]:
        done = subprocess.run([*command, *arguments], env=env, capture_output=True, text=True,
                              timeout=60)
        assert done.returncode == status
        assert (done.stdout + done.stderr).startswith(message)


def has_xdebug() -> bool:
    if shutil.which("php8.2") is None:
        return False
    asked = subprocess.run(["php8.2", "-n", "-dzend_extension=xdebug.so", "-m"],
                           capture_output=True, text=True)
    return "Xdebug" in asked.stdout and not asked.stderr


@pytest.mark.skipif(not has_xdebug(), reason="php8.2 with Xdebug is not installed")
def test_listening_to_xdebug(command, env, tmp_path):
    (tmp_path / "program.php").write_text(
        "<?php\nfunction f($x)\n{\n    return [$x, 1.0];\n}\n$r = f('é');\necho 'end';\n"
    )
    debugger = subprocess.Popen([*command, "--listen", "0"], env=env, cwd=tmp_path, text=True,
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    port = re.search(r":(\d+) ", debugger.stdout.readline()).group(1)
    program = subprocess.Popen(
        ["php8.2", "-n", "-dzend_extension=xdebug.so", "-dxdebug.mode=debug",
         "-dxdebug.start_with_request=yes", "-dxdebug.client_host=127.0.0.1",
         f"-dxdebug.client_port={port}", str(tmp_path / "program.php")],
        stdout=subprocess.PIPE, text=True,
    )
    shown, _ = debugger.communicate(
        "break f\nrun\nlocals\nfinish\nnext\np $r\nexec echo 1;\ncontinue\nquit\n", timeout=60
    )
    assert program.communicate(timeout=60)[0] == "end"
    assert 'Breakpoint 1\n#0 f() at program.php:4\n' in shown
    assert '$x = "é"\n' in shown
    assert 'f() returned ["é", 1.0]\n#1 {main} at program.php:6\n' in shown
    assert '\n= ["é", 1.0]\n' in shown
    assert "this engine runs no statements at a stop, only print\n" in shown
    assert shown.endswith("The program ended.\n")


WAITING = """<?php
$x = 1;
echo "ready\\n";
{statement}
echo "went on\\n";
"""


@pytest.mark.parametrize(
    "statement",
    [
        "sleep(600);",
        "$line = fgets(STDIN);",
        "$a = [3, 1, 2]; usort($a, function ($a, $b) { while (true) { $a++; } });",
        "while (true) { $i = ($i ?? 0) + 1; }",
        "(function () { for ($k = 0;; $k++) { strlen('x'); } })();",
    ],
    ids=["sleep", "input", "callback", "loop", "function"],
)
def test_ctrl_c_stops_whatever_runs(debug, statement):
    terminal = debug(WAITING.replace("{statement}", statement))
    terminal.type("run\r")
    terminal.wait_for_text("\nready\n")
    terminal.press_until("\x03", "Interrupted\n#0 ")
    terminal.wait_for_prompt(2)
    terminal.enter("p $GLOBALS['x'] + 41")
    assert "= 42\n" in terminal.text()
