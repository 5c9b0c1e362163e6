"""Sources that are nearly PHP: each is accepted or refused, none brings the engine down.

`--inputs N` sets how many, `--seed` where the random numbers begin, `--sources FOLDER` whose
programs are changed. With `--engine=native` each input is a process of the translated engine.
"""

from __future__ import annotations

import itertools
import subprocess
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hippy.interpreter import target
from hippy.interpreter.errors import CompileError, FatalError
from hippy.interpreter.syntax.parse_error import ParseError
from hippy.interpreter.vm import sources
from hippy.interpreter.vm.context import Context
from hippy.tests import engines
from hippy.tests.unit.mutations import mutants, programs

# In seconds; an input that takes longer hangs the engine.
PATIENCE = 180


def test_nothing_brings_the_compiler_down(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    folder = request.config.getoption("sources")
    inputs = mutants(programs(Path(folder) if folder else None), request.config.getoption("seed"))
    wanted = itertools.islice(inputs, request.config.getoption("inputs"))
    if request.config.getoption("engine") == "native":
        lint = NativeLint(tmp_path)
        with ThreadPoolExecutor(2) as pool:
            problems = [p for p in pool.map(lint.problem_of, enumerate(wanted)) if p]
    else:
        compiles = in_process()
        problems = [p for source in wanted if (p := compiles(source))]
    assert not problems, "\n\n".join(problems[:5])


def in_process() -> Callable[[bytes], str]:
    """What says what is wrong with the compiler, which runs here."""
    ctx = Context(target.SYMBOLS)
    ctx.muted = True

    def problem_of(source: bytes) -> str:
        try:
            sources.compile_source(ctx, source.decode("latin-1"), "input.php", False, False, True)
        except (ParseError, CompileError, FatalError):
            pass
        except Exception:
            return f"{source!r}\n{traceback.format_exc()}"
        return ""

    return problem_of


class NativeLint:
    """Runs `-l` on one input after the other and keeps those that it does not answer."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.command = [*engines.engine_command("native"), "-l"]

    def problem_of(self, numbered: tuple[int, bytes]) -> str:
        number, source = numbered
        path = self.folder / f"{number}.php"
        path.write_bytes(source)
        try:
            run = subprocess.run(
                [*self.command, path], capture_output=True, timeout=PATIENCE, check=False)
        except subprocess.TimeoutExpired:
            return f"{path}: no answer in {PATIENCE} seconds"
        last = run.stdout.rpartition(b"\n")[0].rpartition(b"\n")[2]
        answers = {0: b"No syntax errors detected in", 255: b"Errors parsing"}
        if not last.startswith(answers.get(run.returncode, b"?")) or run.stderr:
            output = (run.stdout + run.stderr)[-500:]
            return f"{path}: exit status {run.returncode}, {output!r}"
        path.unlink()
        return ""
