"""The command hippy-trace, with a fake engine in the place of the native one."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from hippy.tests.trace_viewer.recordings import HERE
from hippy.trace_viewer.app import USAGE, main

ENGINE = [sys.executable, str(HERE / "fake_engine.py")]


def trace(*args: str) -> int:
    return main(ENGINE, "native 12345678", list(args))


def test_the_programs_output_and_status_are_its_own(capfd: pytest.CaptureFixture) -> None:
    assert trace("modulo.php", "3") == 3
    out = capfd.readouterr().out
    assert out.startswith("output of modulo.php ['3']\nJIT report of modulo.php on native 12345678")
    assert "19,597 iterations" in out


def test_the_report_can_go_to_a_file(tmp_path: Path, capfd: pytest.CaptureFixture) -> None:
    assert trace("-o", str(tmp_path / "report"), "modulo.php") == 0
    assert capfd.readouterr().out == "output of modulo.php []\n"
    assert (tmp_path / "report").read_text().startswith("JIT report of modulo.php")


def test_a_record_is_kept_and_read_again(tmp_path: Path, capfd: pytest.CaptureFixture) -> None:
    record = tmp_path / "record"
    assert trace(f"--record={record}", "modulo.php") == 0
    assert record.read_bytes() == (HERE / "modulo.jsonl").read_bytes()
    first = capfd.readouterr().out.partition("  1 loop")[2]
    assert main([], "python", ["--from", str(record)]) == 0
    assert capfd.readouterr().out.partition("  1 loop")[2] == first


@pytest.mark.parametrize("size", [0, 1, 300, 5000, -100, -2])
def test_a_record_may_be_cut_anywhere(
    size: int, tmp_path: Path, capfd: pytest.CaptureFixture,
) -> None:
    record = tmp_path / "record"
    record.write_bytes((HERE / "modulo.jsonl").read_bytes()[:size])
    assert trace(f"--from={record}") == 0
    out = capfd.readouterr().out
    assert "The record breaks off" in out or "compiled nothing" in out
    assert trace("--json", f"--from={record}") == 0
    assert json.loads(capfd.readouterr().out)["complete"] is False


def test_sources_are_also_found_beside_the_record(capfd: pytest.CaptureFixture) -> None:
    assert trace("--from", str(HERE / "modulo.jsonl")) == 0
    assert "3 |     if ($i % 3) {" in capfd.readouterr().out


def test_an_html_page_is_written(tmp_path: Path, capfd: pytest.CaptureFixture) -> None:
    assert trace(f"--html={tmp_path / 'page.html'}", "modulo.php") == 0
    assert capfd.readouterr().out == "output of modulo.php []\n"
    assert (tmp_path / "page.html").read_text().startswith("<!DOCTYPE html>")


def test_one_loop_and_no_words(capfd: pytest.CaptureFixture) -> None:
    assert trace("--loop=2", "--brief", "modulo.php") == 0
    out = capfd.readouterr().out
    assert "\nLoop 1 " in out
    assert "\nWords\n" not in out
    assert trace("--loop=99", "modulo.php") == 0
    assert "\nLoop 1 " not in capfd.readouterr().out


def test_json(capfd: pytest.CaptureFixture) -> None:
    assert trace("--json", "--from", str(HERE / "modulo.jsonl")) == 0
    report = json.loads(capfd.readouterr().out)
    assert report["loops"][0]["iterations"] == 19597
    assert "sections" not in report["loops"][0]
    assert trace("--json", "--ops", "--from", str(HERE / "modulo.jsonl")) == 0
    with_operations = json.loads(capfd.readouterr().out)["loops"][0]
    assert with_operations["sections"][2]["name"] == "loop"
    assert len(with_operations["guards"]) > len(report["loops"][0]["guards"])


def test_what_follows_the_file_belongs_to_the_program(capfd: pytest.CaptureFixture) -> None:
    assert trace("--top=1", "modulo.php", "0", "--json") == 0
    assert capfd.readouterr().out.startswith("output of modulo.php ['0', '--json']\n")


def test_events_are_told_live_on_standard_error(capfd: pytest.CaptureFixture) -> None:
    assert trace("--live", "modulo.php") == 0
    assert capfd.readouterr().err == (
        "jit: tracing {main} modulo.php:3\n"
        "jit: loop 1 {main} modulo.php:3, 68 operations\n"
        "jit: bridge 2 from guard 3, 34 operations\n"
        "jit: bridge 3 from guard 13, 27 operations\n")


def test_the_python_engine_has_no_jit(capfd: pytest.CaptureFixture) -> None:
    assert main(ENGINE, "python", ["modulo.php"]) == 2
    captured = capfd.readouterr()
    assert captured.err == ("hippy-trace: the Python engine has no JIT: "
                            "build the native engine with hippy-build\n")
    assert captured.out == ""


def test_an_engine_that_refuses_has_the_last_word(capfd: pytest.CaptureFixture) -> None:
    assert trace("modulo.php", "refuse") == 64
    captured = capfd.readouterr()
    assert captured.err == "hippy: this engine has no JIT\n"
    assert "JIT report" not in captured.out


def test_a_program_that_is_killed_is_reported_on_all_the_same(
    capfd: pytest.CaptureFixture,
) -> None:
    assert trace("modulo.php", "crash") == 137
    captured = capfd.readouterr()
    assert captured.err == "hippy-trace: the program was ended by SIGKILL\n"
    assert "19,597 iterations" in captured.out


def test_junk_in_the_stream_is_an_error(capfd: pytest.CaptureFixture) -> None:
    assert trace("modulo.php", "junk") == 1
    assert capfd.readouterr().err == (
        "hippy-trace: the event stream cannot be read: line 1: not a JSON object\n")


@pytest.mark.parametrize(("args", "message"), [
    ([], "no file is given"),
    (["--from=x", "a.php"], "--from runs nothing, but a file is given"),
    (["--top=many", "a.php"], "--top=many: not a number"),
    (["--loop=x", "a.php"], "--loop=x: not a number"),
    (["--colour", "a.php"], "unknown option --colour"),
    (["--record"], "--record needs a value"),
])
def test_options_that_cannot_be_followed(
    args: list[str], message: str, capfd: pytest.CaptureFixture,
) -> None:
    assert trace(*args) == 2
    assert capfd.readouterr().err == f"hippy-trace: {message}\n{USAGE}"


def test_help(capfd: pytest.CaptureFixture) -> None:
    assert main([], "python", ["--help"]) == 0
    assert capfd.readouterr().out == USAGE


def test_a_record_that_is_not_there(capfd: pytest.CaptureFixture) -> None:
    assert trace("--from=nowhere.jsonl") == 1
    assert capfd.readouterr().err == "hippy-trace: nowhere.jsonl: No such file or directory\n"
