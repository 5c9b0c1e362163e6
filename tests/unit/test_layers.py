"""Imports point one way only, and the check sees the ones that do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from hippy.tests.unit import layers

ROOT = Path(__file__).resolve().parents[2]

# A file, a line in it, and words of the objection; None where there is none.
CASES = [
    ("interpreter/rlib/clock.py", "from rpython.rlib import rtime", None),
    ("interpreter/objects/values.py", "from rpython.rlib import jit", "may not import rpython"),
    ("interpreter/objects/values.py", "from hippy.interpreter.rlib import jit", None),
    ("interpreter/rlib/jit.py", "from hippy.interpreter.objects import values",
     "hippy.interpreter.rlib may not import hippy.interpreter.objects.values"),
    ("interpreter/objects/values.py", "from hippy.interpreter.vm import loop",
     "hippy.interpreter.objects may not import hippy.interpreter.vm.loop"),
    ("interpreter/vm/loop.py", "from hippy.interpreter.compiler import bytecode", None),
    ("interpreter/vm/loop.py", "from hippy.interpreter.compiler.code import Code", None),
    ("interpreter/vm/loop.py", "from hippy.interpreter.compiler import emitter",
     "hippy.interpreter.vm may not import hippy.interpreter.compiler.emitter"),
    ("interpreter/vm/loop.py", "from hippy.interpreter.builtins import registry",
     "hippy.interpreter.vm may not import"),
    ("interpreter/compiler/emitter.py", "from hippy.interpreter.vm import loop",
     "hippy.interpreter.compiler may not import"),
    ("interpreter/target.py", "from hippy.interpreter.dbgp import session", None),
    ("interpreter/dbgp/session.py", "from hippy.interpreter import target",
     "hippy.interpreter.dbgp may not import hippy.interpreter.target"),
    ("interpreter/vm/loop.py", "from hippy.interpreter.toolchain import engines",
     "may not import hippy.interpreter.toolchain.engines"),
    ("interpreter/newcomer.py", "from hippy.interpreter.rlib import jit",
     "hippy.interpreter.newcomer may not import"),
    ("main.py", "from hippy.interpreter.toolchain import engines", None),
    ("main.py", "from hippy.interpreter.vm import loop", "hippy.main may not import"),
    ("repl/shell.py", "from hippy.debugger import session", None),
    ("repl/shell.py", "import prompt_toolkit.shortcuts", None),
    ("repl/shell.py", "import requests", "may not import requests"),
    ("repl/shell.py", "from hippy.interpreter.syntax import lexer", "hippy.repl may not import"),
    ("repl/shell.py", "from hippy.interpreter.toolchain import engines", "hippy.repl may not"),
    ("repl/shell.py", "from hippy import main", "hippy.repl may not import hippy.main"),
    ("debugger/app.py", "from hippy.repl import shell", "hippy.debugger may not import"),
    ("trace_viewer/app.py", "from hippy.debugger.theme import STYLE", None),
    ("trace_viewer/app.py", "from hippy.debugger import session",
     "hippy.trace_viewer may not import hippy.debugger.session, only hippy.debugger.present"),
    ("trace_viewer/app.py", "from hippy.tests import engines", "may not import hippy.tests"),
    ("tests/unit/test_x.py", "from hippy.interpreter.vm import loop", None),
    ("tests/unit/test_x.py", "from interpreter.vm import loop", "import hippy.interpreter.vm"),
    ("interpreter/vm/loop.py", "import interpreter.vm", "import hippy.interpreter.vm"),
    ("interpreter/vm/loop.py", "from . import frame", "a relative import"),
    ("interpreter/vm/loop.py", "from hippy.interpreter.vm.frame import *", "import *"),
]


@pytest.fixture(scope="module")
def modules() -> set[str]:
    return {f"hippy.{name}" for name in (
        "main", "debugger.session", "interpreter.objects.values", "interpreter.vm.loop",
        "interpreter.compiler.bytecode", "interpreter.compiler.emitter", "interpreter.target",
        "interpreter.toolchain.engines", "interpreter.rlib.jit", "interpreter.builtins.registry")}


def test_tree_keeps_to_the_layers() -> None:
    violations = layers.check_tree(ROOT)
    assert not violations, "\n" + "\n".join(map(str, violations))


@pytest.mark.parametrize(("path", "line", "words"), CASES)
def test_import(path: str, line: str, words: str | None, tmp_path: Path,
                modules: set[str]) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"'''A file.'''\n{line}\n", encoding="utf-8")
    found = [str(one) for one in layers.check_file(tmp_path, Path(path), modules)]
    if words is None:
        assert found == []
    else:
        assert len(found) == 1
        assert found[0].startswith(f"{path}:2: ")
        assert words in found[0]


def test_planted_violation_is_found_in_a_tree(tmp_path: Path) -> None:
    for path, text in {
        "main.py": "import os\n",
        "repl/shell.py": "def f():\n    from hippy.interpreter.vm import loop\n",
        "interpreter/vm/loop.py": "",
        "build/junk.py": "import interpreter\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert [str(one) for one in layers.check_tree(tmp_path)] == [
        "repl/shell.py:2: hippy.repl may not import hippy.interpreter.vm.loop, only hippy.debugger"]
