"""Every program in examples/ prints what stands beside it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PROGRAMS = sorted(EXAMPLES.glob("*.php"))


def output_of(command: list[str], program: Path) -> str:
    done = subprocess.run(
        [*command, str(program)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_an_example_prints_its_output(program: Path, engine_argv: list[str]) -> None:
    assert output_of(engine_argv, program) == program.with_suffix(".out").read_text()


@pytest.mark.reference
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.stem)
def test_reference_prints_the_same(program: Path, reference_argv: list[str]) -> None:
    assert output_of(reference_argv, program) == program.with_suffix(".out").read_text()


def test_the_list_of_examples_is_complete() -> None:
    listed = (EXAMPLES / "README.md").read_text()
    assert [program.name for program in PROGRAMS if f"`{program.name}`" not in listed] == []
