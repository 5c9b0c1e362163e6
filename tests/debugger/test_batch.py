"""`--batch`: commands from a file, the program's input and output to itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

MAIN = Path(__file__).resolve().parents[2] / "main.py"
PROGRAM = """<?php
function double($n)
{
    return 2 * $n;
}
echo "name? ";
$name = trim(fgets(STDIN));
echo "hello $name\\n";
echo double(21), "\\n";
exit(3);
"""


@pytest.fixture
def batch(engine_kind, tmp_path):
    """Runs commands over the program; what subprocess.run gives."""

    def play(commands: str, *options: str, given: str = "Ada\nmore\n"):
        (tmp_path / "program.php").write_text(PROGRAM)
        (tmp_path / "commands").write_text(commands)
        argv = [sys.executable, str(MAIN), "debug", f"--engine={engine_kind}", *options,
                "--batch", "commands", "program.php"]
        return subprocess.run(argv, cwd=tmp_path, input=given, capture_output=True, text=True,
                              env={**os.environ, "XDG_STATE_HOME": str(tmp_path)}, timeout=300)

    return play


def test_transcript(batch):
    done = batch("# where\nbreak double\n\nrun\nbt\np $n + 1\nset $n = 4\nc\n")
    assert done.stdout == """\
dbg> break double
Breakpoint 1 at double()
dbg> run
name? hello Ada
Breakpoint 1
#0 double($n: 21) at program.php:4
     2 | function double($n)
     3 | {
->   4 |     return 2 * $n;
     5 | }
     6 | echo "name? ";
dbg> bt
-> #0 double($n: 21) at program.php:4
   #1 {main} at program.php:9
dbg> p $n + 1
= 22
dbg> set $n = 4
= 4
dbg> c
8
The program ended with exit status 3.
"""
    assert (done.stderr, done.returncode) == ("", 0)


def test_a_command_that_fails(batch):
    done = batch("bogus\nrun\n")
    assert "bogus is not a command; try help\n" in done.stdout
    assert "hello Ada\n42\n" in done.stdout
    assert done.returncode == 1


def test_quit_ends_the_program(batch):
    done = batch("step\nquit\nrun\n")
    assert "hello Ada" not in done.stdout
    assert done.returncode == 0


def test_no_file_of_commands(batch, tmp_path):
    argv = [sys.executable, str(MAIN), "debug", "--batch", "nothing", str(tmp_path / "x.php")]
    (tmp_path / "x.php").write_text("<?php\n")
    done = subprocess.run(argv, cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert done.stderr == "hippy-debug: nothing: No such file or directory\n"
    assert done.returncode == 1
