"""hippy-trace on the native engine: a program is run, and what its JIT did is told."""

from __future__ import annotations

import json

import pytest

from hippy.tests.trace_viewer.recordings import HERE
from hippy.trace_viewer.app import main


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
