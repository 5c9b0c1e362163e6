"""Random programs on our engine and on the PHP reference: the same bytes, the same exit status.

HIPPY_SEED and HIPPY_PROGRAMS in the environment choose the first program and how many.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from hippy.tests.differential.php_programs import Program

SEED = int(os.environ.get("HIPPY_SEED", "1"))
PROGRAMS = int(os.environ.get("HIPPY_PROGRAMS", "40"))
SECONDS = 60


def outcome(
    argv: list[str], path: Path, environment: dict[str, str] | None = None
) -> tuple[int, bytes]:
    done = subprocess.run([*argv, path.name], cwd=path.parent, capture_output=True,
                          timeout=SECONDS, env=environment, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.reference
@pytest.mark.parametrize("seed", range(SEED, SEED + PROGRAMS))
def test_program_does_what_the_reference_does(
    seed: int, tmp_path: Path, engine_argv: list[str], engine_environment: dict[str, str],
    reference_argv: list[str],
) -> None:
    path = tmp_path / "program.php"
    path.write_text(Program(seed).text)
    assert outcome(engine_argv, path, engine_environment) == outcome(reference_argv, path)
