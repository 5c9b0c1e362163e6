"""--map: files of the machine that the program runs on, by their names here."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from hippy.debugger.mapping import BadMapping, Mapping, read_pair

MAIN = Path(__file__).resolve().parents[2] / "main.py"
PROGRAM = "<?php\nfunction f($x) {\n    return $x + 1;\n}\necho f(1);\n"


def test_the_first_folder_that_fits() -> None:
    mapping = Mapping((("/app/lib", "/home/me/lib"), ("/app/", "/home/me/src")))
    for there, here in [
        ("/app/lib/a.php", "/home/me/lib/a.php"),
        ("/app/library/a.php", "/home/me/src/library/a.php"),
        ("/app/x y/é.php", "/home/me/src/x y/é.php"),
        ("/usr/share/b.php", "/usr/share/b.php"),
    ]:
        assert mapping.local(there) == here
        assert mapping.remote(here) == there


def test_what_is_no_mapping(tmp_path) -> None:
    assert read_pair(f"/var/www={tmp_path}") == ("/var/www", str(tmp_path))
    for text in ("/var/www", "www=src", "/var/www=", "=src", f"/var/www={tmp_path}/none"):
        with pytest.raises(BadMapping):
            read_pair(text)


def test_a_program_that_runs_elsewhere(tmp_path, engine_argv) -> None:
    for folder in ("there ü", "here"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "p.php").write_text(PROGRAM)
    env = {**os.environ, "NO_COLOR": "1", "XDG_STATE_HOME": str(tmp_path)}
    debugger = subprocess.Popen(
        [sys.executable, str(MAIN), "debug", "--listen", "0", "--map", f"{tmp_path}/there ü=."],
        env=env, cwd=tmp_path / "here", text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    port = re.search(r":(\d+) ", debugger.stdout.readline()).group(1)
    program = subprocess.Popen(
        [*engine_argv, "-dxdebug.mode=debug", "-dxdebug.start_with_request=yes",
         f"-dxdebug.client_port={port}", str(tmp_path / "there ü" / "p.php")],
        stdout=subprocess.PIPE, text=True)
    shown, _ = debugger.communicate("break p.php:3\nrun\nbt\ncontinue\nquit\n", timeout=150)
    assert program.communicate(timeout=150)[0] == "2"
    assert "Breakpoint 1\n#0 f($x: 1) at p.php:3\n" in shown
    assert "->*  3 |     return $x + 1;\n" in shown
    assert "   #1 {main} at p.php:5\n" in shown
