"""The reports on recorded streams: NAME.jsonl gives NAME.txt and NAME.json.

`--update` writes what is given now.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hippy.debugger.present import plain
from hippy.tests.trace_viewer.recordings import HERE, abort, failures, guard, load, loop, recorded
from hippy.trace_viewer.export import json_report
from hippy.trace_viewer.model import Recording
from hippy.trace_viewer.paint import painted
from hippy.trace_viewer.report import Options, text_report

NAMES = sorted(path.stem for path in HERE.glob("*.jsonl"))


def source(file: str) -> list[str]:
    return (HERE / file).read_text().split("\n")


def compare(path: Path, text: str, update: bool) -> None:
    if update:
        path.write_text(text)
    assert text == path.read_text()


def text_of(recording: Recording, **options: object) -> str:
    return plain(text_report(recording, "JIT report", options=Options(**options)))


@pytest.mark.parametrize("name", NAMES)
def test_text(name: str, pytestconfig: pytest.Config) -> None:
    report = text_report(load(name), f"JIT report of {name}.php", source, Options(ops=True))
    compare(HERE / f"{name}.txt", plain(report), pytestconfig.getoption("update"))


@pytest.mark.parametrize("name", NAMES)
def test_json(name: str, pytestconfig: pytest.Config) -> None:
    report = json.dumps(json_report(load(name), program=f"{name}.php"), indent=1) + "\n"
    compare(HERE / f"{name}.json", report, pytestconfig.getoption("update"))


def test_nothing_compiled() -> None:
    assert text_of(recorded()) == (
        "JIT report\n"
        "  The JIT compiled nothing: no loop and no function ran often enough.\n")


def test_aborts_are_grouped_and_explained() -> None:
    text = text_of(recorded(
        loop(1, []), abort("ABORT_TOO_LONG", 4, 9),
        {"ev": "blame", "t": 0.0, "loc": "slow;a.php:9-9~RECV"},
        abort("ABORT_ESCAPE", 2, 5), abort("ABORT_ESCAPE", 2, 5)))
    assert text.endswith("""
Traces given up
  2 times: {main}  a.php:2
     the frame was looked at from outside while it was traced  (ABORT_ESCAPE)
     given up at {main} a.php:5 CALL, in run
     a loop was compiled there all the same
  once: {main}  a.php:4
     the trace grew longer than trace_limit allows  (ABORT_TOO_LONG)
     given up at {main} a.php:9 CALL, in run
     slow will not be inlined any more
""")


def test_the_values_of_a_guard_value_are_counted() -> None:
    text = text_of(recorded(
        loop(1, [guard(0, "guard_value(i1, 3) []", variables=(("$kind", "i1"),))]),
        failures(0, 5, (("$kind", "9"),), (("7", 3), ("9", 2)))))
    assert """
          0  line 2   $kind is 3  (guard_value)
             failed 5 times
             values: 7 3 times, 9 2 times
             last time: $kind = 9
""" in text


def test_a_record_that_breaks_off_says_so() -> None:
    recording = load("modulo")
    cut = Recording(recording.traces, recording.guards, complete=False)
    assert "The record breaks off before the program's end" in text_of(cut)


def test_loops_beyond_the_first_are_counted() -> None:
    recording = recorded(*(loop(number, []) for number in range(1, 5)))
    assert "  2 more: --top=0 shows all\n" in text_of(recording, top=2)
    assert "more: --top" not in text_of(recording, top=0)


def test_colour_adds_escape_sequences_only() -> None:
    fragments = text_report(load("modulo"), "JIT report", source)
    text = painted(fragments)
    assert "\x1b[1mJIT report\x1b[0m" in text
    while "\x1b[" in text:
        before, _, after = text.partition("\x1b[")
        text = before + after.partition("m")[2]
    assert text == plain(fragments)


def test_what_a_program_names_cannot_send_escape_sequences() -> None:
    event = loop(1, [])
    event["loc"] = "f\x1b[2J;a\x1b.php:1-2~ADD"
    assert "\x1b" not in text_of(recorded(event))
