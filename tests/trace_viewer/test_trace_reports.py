"""The reports on recorded streams: NAME.jsonl gives NAME.txt and NAME.json.

`--update` writes what is given now.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hippy.debugger.present import plain, width_of
from hippy.tests.trace_viewer.recordings import (
    HERE,
    abort,
    failures,
    guard,
    lines,
    load,
    loop,
    recorded,
    runs,
)
from hippy.trace_viewer.export import json_report
from hippy.trace_viewer.model import Recording
from hippy.trace_viewer.paint import painted
from hippy.trace_viewer.report import Options, text_report
from hippy.trace_viewer.stream import read_stream

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
     the variables were looked at from outside while it was traced
       (ABORT_ESCAPE)
     given up at {main} a.php:5 CALL, in run
     a loop was compiled there all the same
  once: {main}  a.php:4
     the trace grew longer than trace_limit allows  (ABORT_TOO_LONG)
     given up at {main} a.php:9 CALL, in run
     slow will not be inlined any more

Words
  loop: PHP that ran often, compiled to machine code. Its rounds are counted as
      iterations
  begun: how often the line was begun in machine code
  work: the line's share of all operations run in machine code; it stands in for
      time
  given up: tracing was stopped, nothing was compiled; the interpreter goes on
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
    assert "The record breaks off before the program's end: no run counts" in text_of(cut)


def test_a_record_that_breaks_off_has_the_last_table_of_counts() -> None:
    whole = (HERE / "modulo.jsonl").read_bytes().splitlines(keepends=True)
    start = json.loads(whole[0])["t"]
    compiled = [line for line in whole if b'"runs"' not in line and b'"end"' not in line]
    table = [{"ev": "counts", "t": start + 0.25}, runs("e", 1, 7), runs("l", 1, 3)]
    more = [{"ev": "counts", "t": start + 0.5}, runs("e", 1, 9)]
    recording = read_stream([*compiled, *lines(*table, *more), b'{"ev": "cou'])
    assert not recording.complete
    assert recording.by_number[1].entries == 9
    assert "counts are those after 0.50 s of the run" in " ".join(text_of(recording).split())


def test_loops_beyond_the_first_are_counted() -> None:
    recording = recorded(*(loop(number, []) for number in range(1, 5)))
    assert "\n2 more loops: --top=0 shows all\n" in text_of(recording, top=2)
    assert "more loops: --top" not in text_of(recording, top=0)


def test_a_loop_is_chosen_by_the_number_of_one_of_its_traces() -> None:
    text = plain(text_report(load("types"), "JIT report", source, Options(loop=3)))
    assert "\nLoop 1  {main}" in text
    assert "Loop 4" not in text


def test_lines_end_at_the_width() -> None:
    for name in NAMES:
        report = plain(text_report(load(name), "JIT report", source, Options(ops=True, width=70)))
        assert [line for line in report.split("\n") if width_of(line) > 70] == []


def test_words_that_came_up_are_explained() -> None:
    text = text_of(load("modulo"))
    assert "\n  guard_false: a condition still comes out false\n" in text
    assert "guard_value:" not in text
    assert "\nWords\n" not in text_of(load("modulo"), words=False)


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
