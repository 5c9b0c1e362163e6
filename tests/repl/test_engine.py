"""hippy-repl with the real engine: what takes signals or pipes, so that no transcript says it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from hippy.tests.repl.terminal import Terminal, in_session

MAIN = Path(__file__).resolve().parents[2] / "main.py"


@pytest.fixture
def command(engine_kind):
    return [sys.executable, str(MAIN), "repl", f"--engine={engine_kind}"]


@pytest.fixture
def env(tmp_path):
    return {**os.environ, "XDG_STATE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path),
            "TERM": "xterm", "NO_COLOR": "1"}


@pytest.fixture
def terminal(command, env, tmp_path):
    started = Terminal([*command, "--no-banner"], env, str(tmp_path))
    yield started
    started.close()


@pytest.mark.parametrize("loop", ["for (;;);", "while (true) { $n = strlen('abc'); }",
                                  "function f() { for (;;) g(); } function g() {} f();",
                                  "sleep(1000);", "usleep(1000000000);",
                                  "$l = [3, 1, 2]; usort($l, function ($a, $b) { for (;;); });",
                                  "array_map(function ($x) { while (true); }, [1]);"])
def test_interrupt_keeps_the_variables(terminal, loop):
    terminal.enter("$kept = 5")
    terminal.type(f'echo "started\\n"; {loop}\r')
    terminal.wait_for_text("\nstarted\n")
    terminal.press_until("\x03", "Interrupted.")
    terminal.wait_for_prompt(3)
    terminal.enter("$kept + 1")
    assert "= 6" in terminal.text()


def test_what_is_typed_while_code_runs(terminal, tmp_path):
    gate = tmp_path / "gate"
    terminal.wait_for_prompt(1)
    terminal.type(f'echo "started\n"; while (!file_exists("{gate}")) usleep(1000);\r')
    terminal.wait_for_text("\nstarted\n")
    terminal.type("1 + 1\r\x1b[200~[\r3]\x1b[201~\r\x04")
    gate.touch()
    assert terminal.finish() == 0
    assert terminal.text().endswith("php> 1 + 1\n= 2\nphp> [\nphp[ 3]\n= [3]\nphp>\n")


def test_a_paste_whose_end_is_lost(terminal):
    terminal.wait_for_prompt(1)
    terminal.type('echo "started"; while (true);\r\x1b[200~[1,\r')
    terminal.wait_for_text("\nstarted")
    terminal.type("2]\x1b[201~")
    terminal.press_until("\x03", "Interrupted.")       # with it goes what was not read
    terminal.wait_for_prompt(2)
    terminal.type("\x03")
    terminal.wait_for_prompt(3)
    terminal.enter("1 + 1")
    assert terminal.text().endswith("php> 1 + 1\n= 2\nphp>\n")


def test_time_limit_counts_for_each_input(terminal):
    told = "Maximum execution time of 1 second exceeded"
    terminal.enter("set_time_limit(1)", "$kept = 5", "while (true);", "while (true);", "$kept")
    assert terminal.text().count(told) == 2
    assert terminal.text().endswith("php> $kept\n= 5\nphp>\n")


def test_killed_engine_is_replaced(terminal):
    # The answer to :vars comes after the copy of what was run before it has been made.
    terminal.enter("function f() { return 'again'; } class C { const X = 7; }", "$a = 1", ":vars")
    os.kill(terminal.engine(), signal.SIGKILL)
    terminal.enter("f() . C::X")
    assert terminal.text().endswith(
        "php> f() . C::X\n"
        "The engine was lost. Another one goes on, as it was.\n"
        '= "again7"\n'
        "php>\n"
    )


def test_engine_killed_while_it_runs(terminal):
    terminal.enter("$kept = [1]")
    terminal.type('$kept[] = 2; echo "started\n"; for (;;);\r')
    terminal.wait_for_text("\nstarted\n")
    os.kill(terminal.engine(), signal.SIGKILL)
    terminal.wait_for_prompt(3)
    assert "The engine was lost. Another one goes on, as it was before this.\n" in terminal.text()
    terminal.enter("$kept")
    assert terminal.text().endswith("php> $kept\n= [1]\nphp>\n")


def test_all_engines_killed(terminal):
    terminal.enter("function f() { return 'again'; }", "$a = 1;", "$b = 2;")
    processes = processes_of(terminal)
    for process in processes:
        os.kill(process, signal.SIGSTOP)        # or a copy takes over before its turn comes
    for process in processes:
        os.kill(process, signal.SIGKILL)
    terminal.enter("f()")
    shown = terminal.text()
    assert "The engine is lost: the engine was killed by SIGKILL.\n" in shown
    assert shown.endswith('Declared again: f().\nLost: $a, $b.\n= "again"\nphp>\n')


def test_ctrl_c_that_nothing_hears(terminal):
    terminal.enter("$kept = 5")
    terminal.type('echo "started\n"; while (true) { }\r')
    terminal.wait_for_text("\nstarted\n")
    os.kill(terminal.engine(), signal.SIGSTOP)
    terminal.press_until("\x03", "Ctrl-C once more ends the engine.")
    terminal.press_until("\x03", "Another one goes on, as it was before this.")
    terminal.wait_for_prompt(3)
    terminal.enter("$kept")
    assert terminal.text().endswith("php> $kept\n= 5\nphp>\n")


def test_names_in_force_when_the_engine_is_killed(terminal):
    terminal.enter("namespace A;", "use Other\\B as C;", "function f() { return C::class; }")
    processes = processes_of(terminal)
    for process in processes:
        os.kill(process, signal.SIGSTOP)
    for process in processes:
        os.kill(process, signal.SIGKILL)
    terminal.enter("f() . __NAMESPACE__")
    shown = terminal.text()
    assert "Declared again: namespace A, use Other\\B, f().\n" in shown
    assert shown.endswith('= "Other\\\\BA"\nphp>\n')


def test_mistake_is_refused_and_the_text_kept(terminal):
    terminal.wait_for_prompt(1)
    terminal.type('"é" . * 2\r')
    terminal.wait_for_text('php> "é" . * 2   <- syntax error, unexpected token "*"\n')
    assert (terminal.prompts, terminal.column) == (1, len('php> "é" . '))
    terminal.type("\x1b[3~" * 2 + "\r")
    terminal.wait_for_prompt(2)
    assert terminal.text() == 'php> "é" . 2\n= "é2"\nphp>\n'


def test_mistake_in_a_block(terminal):
    terminal.wait_for_prompt(1)
    terminal.type("function f() {\rreturn 1 +;\r}\r")
    terminal.wait_for_text('php{     return 1 +;   <- syntax error, unexpected token ";"\nphp{ }\n')
    terminal.type("1")
    terminal.wait_for_text("php{     return 1 +1;\n")
    terminal.type("\x1b[B\x05\r")
    terminal.wait_for_prompt(2)
    terminal.enter("f()")
    assert terminal.text().endswith("php> f()\n= 2\nphp>\n")


def test_opening_tag_that_is_typed(terminal):
    terminal.enter("<?php 1 + 1;")
    assert terminal.text() == "php> 1 + 1;\n= 2\nphp>\n"


def test_history_search_and_prefix(terminal):
    terminal.enter("$first = 1", "$second = 2", "if (true) {\recho 5;\r}")
    terminal.type("\x12fir")
    terminal.wait_for_text("$first")
    terminal.type("\r")
    terminal.type("\x05 + 0\r")
    terminal.wait_for_prompt(5)
    terminal.type("$s\x1b[A")
    terminal.wait_for_text("php> $second")
    terminal.type("\r")
    terminal.wait_for_prompt(6)
    terminal.type("if\x1b[A")
    terminal.wait(lambda: terminal.text().count("php{     echo 5;\n") == 2, "the block")
    terminal.type("\r")
    terminal.wait_for_prompt(7)
    assert terminal.text().endswith(
        "php> $first = 1 + 0\n= 1\nphp> $second = 2\n= 2\n"
        "php> if (true) {\nphp{     echo 5;\nphp{ }\n5%\nphp>\n")


def test_editor(command, env, tmp_path):
    script = tmp_path / "editor"
    script.write_text("#!/bin/sh\nsed -i 's/1/41 + 1/' \"$1\"\n")
    script.chmod(0o755)
    terminal = Terminal([*command, "--no-banner"], {**env, "EDITOR": str(script)}, str(tmp_path))
    try:
        terminal.enter("function f() { return 1; }", "$x = 1")
        terminal.type(":edit f\r")
        terminal.wait_for_text("php> function f() { return 41 + 1; }\nphp>\n")
        terminal.enter("f()")
        assert "= 42\n" in terminal.text()
    finally:
        terminal.close()


def test_dumb_terminal(command, env, tmp_path):
    terminal = Terminal([*command, "--no-banner"], {**env, "TERM": "dumb"}, str(tmp_path))
    try:
        terminal.wait_for_text("php>")
        terminal.type("1 + 1\r")
        terminal.wait_for_text("= 2")
        terminal.type("1 +* 2\r")
        terminal.wait_for_text("Parse error: syntax error")
        # Nothing tells when such a terminal is ready for a key.
        while terminal.process.poll() is None:
            terminal.type("\x04")
            terminal.read(monotonic() + 0.2)
        assert terminal.finish() == 0
        assert "\x1b" not in terminal.text()
    finally:
        terminal.close()


def test_jit(terminal, engine_kind):
    terminal.enter(":jit for ($i = 0, $s = 0; $i < 100000; $i++) $s += $i;")
    if engine_kind == "python":
        assert "this engine has no JIT" in terminal.text()
    else:
        assert re.search("loop", terminal.text()), terminal.text()


def processes_of(terminal: Terminal) -> list[int]:
    """The engine and its snapshots: what is in the session besides the front end."""
    return [pid for pid in in_session(terminal.process.pid) if pid != terminal.process.pid]


def test_completion(terminal):
    terminal.enter("$handle = ['key' => 1]")
    terminal.type("strto")
    terminal.type("\t")
    terminal.wait_for_text("strtoupper")
    terminal.type("\x03")
    terminal.wait_for_prompt(3)
    terminal.type("$han\t")
    terminal.wait_for_text("\nphp> $handle\n")
    terminal.type("\r")
    terminal.wait_for_prompt(4)
    assert terminal.text().endswith('php> $handle\n= ["key" => 1]\nphp>\n')


def test_front_end_takes_its_engine_along(terminal):
    terminal.enter("1")
    engine = terminal.engine()
    terminal.type("\x04")
    assert terminal.finish() == 0
    with pytest.raises(ProcessLookupError):
        os.kill(engine, 0)


@pytest.mark.parametrize(
    ("code", "status", "shown"),
    [
        ("1 + 1", 0, "= 2\n"),
        ("<?php\n$a = 1;\n$a + 1\n", 0, "= 1\n= 2\n"),
        ('echo "x";\n2', 0, "x\n= 2\n"),
        ("function f($x)\n{\n    return $x;\n}\nf(3)\n", 0, "= 3\n"),
        ("if (false) {\n}\nelse {\n    echo 'no';\n}\n", 0, "no"),
        ("exit(3);\n1", 3, ""),
        ("(function () { exit(5); })();\n1", 5, ""),
        ("1 +", 255, r"1 \| 1 \+\n {7}\^\nParse error: .*\n"),
        ("throw new Error('no');\n1", 255, "(PHP )?(.|\n)*Uncaught Error: no(.|\n)*"),
        (":type 1\n:vars\n", 0, "int\nThere are no variables yet.\n"),
    ],
)
def test_piped_input(command, env, code, status, shown):
    done = subprocess.run(command, input=code, env=env, capture_output=True, text=True, timeout=60)
    assert re.fullmatch(shown if status == 255 else re.escape(shown), done.stdout), done
    assert (done.returncode, done.stderr) == (status, "")


def test_nobody_reads_the_output(command, env):
    done = subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True)
    done.stdout.close()
    _, message = done.communicate("1\n2\n", timeout=60)
    assert (done.returncode, message) == (141, "")


def test_signal_without_a_terminal(command, env):
    done = subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                            text=True, start_new_session=True)
    done.stdin.write('echo "it runs\\n"; for (;;);\n')
    done.stdin.flush()
    assert done.stdout.readline() == "it runs\n"
    done.send_signal(signal.SIGINT)
    shown, _ = done.communicate(timeout=60)
    assert (shown, done.returncode) == ("Interrupted.\n", 130)


def test_program_reads_the_rest_of_the_pipe(command, env):
    code = "$line = fgets(STDIN);\nthis is data\n$line\n"
    done = subprocess.run(command, input=code, env=env, capture_output=True, text=True, timeout=60)
    assert done.stdout == '= "this is data\\n"\n= "this is data\\n"\n'
