"""hippy-trace on the native engine: a program is run, and what its JIT did is told."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hippy.tests.trace_viewer.recordings import HERE
from hippy.trace_viewer.app import main

SECONDS = 120


@pytest.fixture
def native(engine_kind: str, engine_argv: list[str]) -> list[str]:
    if engine_kind != "native":
        pytest.skip("only the native engine has a JIT")
    return engine_argv


def test_a_loop_with_a_bridge(native: list[str], capfd: pytest.CaptureFixture) -> None:
    assert main(native, "native", ["--json", str(HERE / "modulo.php")]) == 0
    output, _, rest = capfd.readouterr().out.partition("\n")
    assert output == "133373336"
    report = json.loads(rest)
    assert report["complete"]
    loop = report["loops"][0]
    assert (loop["kind"], loop["place"]["function"]) == ("loop", "{main}")
    assert loop["place"]["line"] in (2, 3)
    assert loop["iterations"] > 15000
    (bridge, *_) = loop["bridges"]
    guard = next(guard for guard in loop["guards"] if guard["number"] == bridge["guard"])
    assert guard["place"]["line"] == 3
    assert guard["failures"] > 0
    assert 0 < int(guard["variables"]["$i"]) < 20000
    assert guard["variables"]["$n"] == "20000"


def test_the_programs_status_is_passed_on(native: list[str], capfd: pytest.CaptureFixture) -> None:
    assert main(native, "native", [str(HERE / "status.php"), "5"]) == 5
    out = capfd.readouterr().out
    assert out.startswith("5\nJIT report of ")
    assert "The JIT compiled nothing" in out


def spinning(native: list[str], record: Path, *options: str) -> subprocess.Popen[str]:
    """The command with a program that never ends; returns when its loops have been compiled."""
    code = ("import sys, types; hippy = types.ModuleType('hippy'); hippy.__path__ = [sys.argv[1]];"
            "sys.modules['hippy'] = hippy; from hippy.trace_viewer.app import main;"
            "sys.exit(main([sys.argv[2]], 'native', sys.argv[3:]))")
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(HERE.parents[1]), *native, f"--record={record}",
         *options, str(HERE / "spin.php")],
        stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stdout.readline() == "turning\n"
    return process


def rest_of(process: subprocess.Popen[str]) -> str:
    """What it writes until it ends; a command that does not end is killed with its engine."""
    try:
        return process.communicate(timeout=SECONDS)[0]
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise


def test_a_killed_program_leaves_a_record_with_counts(
    native: list[str], tmp_path: Path, capfd: pytest.CaptureFixture,
) -> None:
    record = tmp_path / "record"
    process = spinning(native, record, "--json")
    (engine,) = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    os.kill(int(engine), signal.SIGKILL)
    report = json.loads(rest_of(process))
    assert process.returncode == 128 + signal.SIGKILL
    assert report["complete"] is False
    assert report["loops"][0]["place"]["function"] == "Wheel::turn"
    assert report["loops"][0]["iterations"] is not None
    assert main(native, "native", ["--from", str(record)]) == 0
    assert "breaks off before the program's end: counts are those after" in " ".join(
        capfd.readouterr().out.split())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_program_is_reported_on_in_full(
    native: list[str], tmp_path: Path, number: signal.Signals,
) -> None:
    process = spinning(native, tmp_path / "record", "--json")
    if number == signal.SIGINT:
        os.killpg(process.pid, number)      # as the terminal does it
    else:
        process.send_signal(number)
    report = json.loads(rest_of(process))
    assert report["complete"] is True
    assert report["loops"][0]["iterations"] > 100000
