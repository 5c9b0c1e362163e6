"""What the editor and the commands do by settings, with the real engine on a terminal."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from hippy.tests.repl.terminal import Terminal

MAIN = Path(__file__).resolve().parents[2] / "main.py"


@pytest.fixture
def start(engine_kind, tmp_path):
    """Starts the REPL with the text of a file of settings, on a terminal."""
    started = []

    def begin(settings: str = "", *args: str, columns: int = 80, rows: int = 24,
              **changes: str) -> Terminal:
        folder = tmp_path / "hippy"
        folder.mkdir(exist_ok=True)
        (folder / "repl.toml").write_text(settings)
        env = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path),
               "TERM": "xterm", "NO_COLOR": "1", **changes}
        command = [sys.executable, str(MAIN), "repl", f"--engine={engine_kind}", "--no-banner"]
        terminal = Terminal([*command, *args], env, str(tmp_path), columns, rows)
        started.append(terminal)
        terminal.wait_for_prompt(1)
        return terminal

    yield begin
    for terminal in started:
        terminal.close()


@pytest.mark.parametrize(("typed", "expected"), [
    ("strlen(\"ab", 'php> strlen("ab")\n'),
    ("strlen(\"ab\")", 'php> strlen("ab")\n'),
    ("[1, [2]]", "php> [1, [2]]\n"),
    ('"it\'s"', 'php> "it\'s"\n'),
    ("(\x7f1", "php> 1\n"),
    ("1\x1b[D(", "php> (1\n"),
])
def test_autoclose(start, typed, expected):
    terminal = start("autoclose = true\n")
    terminal.type(typed)
    terminal.wait_for_text(expected)


def test_autoclose_of_a_block(start):
    terminal = start("autoclose = true\n")
    terminal.type("function f() {\rreturn 1;")
    terminal.wait_for_text("php> function f() {\nphp{     return 1;\nphp{ }\n")
    terminal.type("\x1b[B\r")
    terminal.wait_for_prompt(2)
    assert terminal.enter("f()").endswith("= 1\nphp>\n")


def test_signature(start):
    terminal = start()
    terminal.enter("class P { function __construct(int $x, $y = 2) {} }")
    terminal.type("new P(")
    terminal.wait_for_text("\nP(int $x, $y = 2)")
    terminal.type("1)")
    terminal.wait(lambda: "\nP(int" not in terminal.text(), "no signature")
    terminal.type("; str_pad(strlen(")
    terminal.wait_for_text("\nstrlen(string $string): int")
    terminal.type("\x15:set signatures off\r")
    terminal.wait_for_prompt(3)
    assert terminal.enter("strlen('abc')").endswith("= 3\nphp>\n")


def test_signature_where_there_is_little_room(start):
    terminal = start(columns=30, rows=6)
    terminal.type("str_replace(1, 2, ")
    terminal.wait_for_text("\nstr_replace(…, array|string …")


def test_vi(start):
    terminal = start('editing = "vi"\n')
    terminal.type("1 + 2\x1b")
    terminal.type("0x")
    terminal.type("i40\r")
    terminal.wait_for_prompt(2)
    assert "php> 40 + 2\n= 42\n" in terminal.text()


def test_likeness(start):
    terminal = start()
    terminal.type("arrmp\t")
    terminal.wait_for_text("php> array_map\n")
    terminal.type("\x15$magic = new class { };\r")
    terminal.wait_for_prompt(2)
    terminal.type("$mgc\t")
    terminal.wait_for_text("php> $magic\n")


def test_pager(start, tmp_path):
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho paged $(wc -l)\n")
    pager.chmod(0o755)
    terminal = start(PAGER=str(pager))
    shown = terminal.enter(":type 1", ":ls str_*", ":ls array_*")
    assert re.search(r"\npaged \d\d\n", shown), shown
    assert "int\n" in shown
    assert re.search("\nfunction array_sum", terminal.enter(":set paging off", ":ls array_*"))


def test_no_pager(start):
    terminal = start(PAGER="/no/such/pager")
    assert "\nfunction array_sum" in terminal.enter(":ls array_*")


def test_clipboard(start):
    terminal = start()
    terminal.enter("$list = [1]", ":copy 'text' . str_repeat('x', 5000)")
    assert terminal.clipboard == b"text" + b"x" * 5000
    assert "5004 bytes sent to the clipboard." in terminal.enter(":copy")
    assert terminal.clipboard == b"array (\n  0 => 1,\n)"


def test_time(start):
    shown = start().enter(":time -n 20 $n = 5", ":vars", ":time $n + 1")
    duration = r"\d[\d.e+]* (s|ms|µs)"
    memory = r"peak memory \d+\.\d MB\n"
    assert re.search(rf"\n20 times: mean {duration}, median {duration}, best {duration},\s{memory}"
                     rf"php> :vars\n\$n = 5\n", shown), shown
    assert re.search(rf"\n= 6\n{duration}, {memory}", shown), shown


def test_files_at_the_start(start, tmp_path):
    (tmp_path / "vendor").mkdir()
    (tmp_path / "vendor" / "autoload.php").write_text("<?php $loaded = 1;")
    (tmp_path / "mine.php").write_text("<?php function mine() { return 'mine'; }")
    settings = f'startup = "{tmp_path}/mine.php"\n'
    shown = start(settings).enter("mine() . isset($loaded)", ":reset", "mine()")
    assert shown.count('= "mine"') == 2
    shown = start(settings, "--autoload").enter("mine() . $loaded")
    assert '= "mine1"' in shown
    shown = start(settings, "--no-config").enter("function_exists('mine')")
    assert "= false" in shown


def test_mistake_in_the_file(start, tmp_path):
    terminal = start("# nothing\ncolour = true\n", columns=200)
    assert (f"hippy-repl: {tmp_path}/hippy/repl.toml:2: there is no setting colour; "
            "did you mean color?\n") in terminal.enter("1")


def test_set(start):
    shown = start().enter(":set depth 1", "[[1]]", ":set depth", ":set depht 2", ":set editing x",
                          ":set color on", "1")
    assert "= [[…×1]]\n" in shown
    assert "\n  depth       1       How deep nested values are shown.\n" in shown
    assert "\nthere is no setting depht; did you mean depth?\n" in shown
    assert "\nediting is emacs or vi\n" in shown


def test_narrow_terminal(start):
    shown = start(columns=20, rows=8).enter("$a = range(1, 9)", "strtoupper('a long word')")
    assert "= array(9) [\n      1, 2, 3, 4,\n      5, 6, 7, 8,\n      9,\n  ]\n" in shown, shown
