"""Golden traces: what the JIT makes of the loops in the .php files here. Needs --engine=native."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import pytest

from hippy.tests.jit.expectations import check, read_expectations, write_pattern
from hippy.trace_viewer.model import Recording
from hippy.trace_viewer.stream import read_stream

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in HERE.glob("*.php"))
SECONDS = 60


def run_watched(engine_argv: list[str], file: Path) -> tuple[str, Recording]:
    """The output of a PHP file and what the JIT did."""
    with tempfile.TemporaryFile() as events:
        option = f"fd:{events.fileno()}"
        finished = subprocess.run(
            [*engine_argv, "--jitwatch", option, str(file)], pass_fds=[events.fileno()],
            capture_output=True, text=True, timeout=SECONDS)
        assert finished.returncode == 0, finished.stderr
        events.seek(0)
        return finished.stdout, read_stream(events)


@pytest.mark.parametrize("name", NAMES)
def test_trace(
    name: str, engine_kind: str, engine_argv: list[str], pytestconfig: pytest.Config,
) -> None:
    if engine_kind != "native":
        pytest.skip("only the native engine has a JIT")
    expected = read_expectations(HERE / f"{name}.trace")
    output, recording = run_watched(engine_argv, HERE / f"{name}.php")
    assert output == expected.output + "\n"
    if pytestconfig.getoption("update") and expected.pattern is not None:
        write_pattern(HERE / f"{name}.trace", recording, expected)
        expected = read_expectations(HERE / f"{name}.trace")
    check(recording, expected)


def test_every_program_has_its_expectations() -> None:
    assert sorted(path.stem for path in HERE.glob("*.trace")) == NAMES
    for name in NAMES:
        expected = read_expectations(HERE / f"{name}.trace")
        assert expected.output
        assert expected.checks or expected.pattern
