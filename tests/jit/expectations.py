"""What a .trace file expects of the loop that the JIT makes of the .php file beside it.

    output: TEXT            what the program prints
    loop: FUNCTION [LINE]   which loop: that of the instruction it begins with, the most iterated
                            where several fit
    expect: no allocation
    expect: allocates <= NAME ...   at most these are made, each as often as it is named
    expect: no call         nothing is called from the loop's body
    expect: calls NAME ...  these and no others are called
    expect: calls <= NAME ...       at most these, for what is dearer than it has to be
    expect: guards <= N
    expect: operations <= N guard_not_invalidated counts nowhere: it is no machine code
    expect: ops
        PATTERN             the loop's body, see matcher.py; `pytest --update` fills it in

The body is what lies between the loop's last label and its jump. A line that begins with # is a
comment.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from hippy.tests.jit.matcher import match, normalised, pattern_of
from hippy.trace_viewer import annotate
from hippy.trace_viewer.explain import called
from hippy.trace_viewer.model import Op, Place, Recording, Trace

INDENT = "    "


class MalformedFile(Exception):
    """A .trace file that is not of the form above."""


@dataclass
class Expectations:
    """`checks` are the words after `expect:`; `pattern` is None without `expect: ops`."""

    output: str = ""
    function: str = ""
    line: int = 0
    checks: list[list[str]] = field(default_factory=list)
    pattern: list[str] | None = None


def read_expectations(path: Path) -> Expectations:
    """Raises MalformedFile."""
    found = Expectations()
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith(INDENT) and found.pattern is not None:
            found.pattern.append(line.strip())
            continue
        try:
            read_line(found, line)
        except ValueError as error:
            raise MalformedFile(f"{path.name}:{number}: {line!r}") from error
    return found


def read_line(found: Expectations, line: str) -> None:
    key, _, value = line.partition(": ")
    if key == "output":
        found.output = value
    elif key == "loop":
        found.function, _, number = value.partition(" ")
        found.line = int(number or 0)
    elif key == "expect" and value == "ops":
        found.pattern = []
    elif key == "expect" and value.split()[0] in CHECKS:
        found.checks.append(value.split())
    else:
        raise ValueError(line)


def find_loop(recording: Recording, expected: Expectations) -> Trace:
    """The loop that the file names; raises AssertionError when the JIT made none."""
    loops = [trace for trace in annotate.hottest_loops(recording) if trace.kind == "loop"]
    for trace in loops:
        if is_named(trace.place, expected):
            return trace
    wanted = f"{expected.function} line {expected.line}" if expected.line else expected.function
    made = ", ".join(str(trace.place) for trace in recording.loops) or "none"
    reasons = "".join(f"\n  given up: {abort.reason} at {abort.at}" for abort in recording.aborts)
    raise AssertionError(
        f"no loop at {wanted}; loops made: {made}{reasons}")


def is_named(place: Place | None, expected: Expectations) -> bool:
    """Whether a loop that begins there is the one that is meant."""
    if not expected.function:
        return True
    if place is None or place.function != expected.function:
        return False
    return expected.line in (0, place.line)


def body_of(recording: Recording, trace: Trace) -> list[Op]:
    section = annotate.body(recording, trace)
    assert section is not None, f"loop {trace.number} has no body"
    return section.ops


def check(recording: Recording, expected: Expectations) -> None:
    """Raises AssertionError for the first expectation that is not met."""
    ops = body_of(recording, find_loop(recording, expected))
    for name, *words in expected.checks:
        CHECKS[name](recording, ops, words)
    if expected.pattern is not None:
        match(normalised(recording, ops), expected.pattern)


def check_no(recording: Recording, ops: list[Op], words: list[str]) -> None:
    if words == ["allocation"]:
        made = annotate.allocations(ops)
        assert not made, f"the loop allocates: {', '.join(made)}"
    elif words == ["call"]:
        check_calls(recording, ops, [])
    else:
        raise MalformedFile(f"expect: no {' '.join(words)}")


def check_allocates(recording: Recording, ops: list[Op], words: list[str]) -> None:
    made = annotate.allocations(ops)
    more = Counter(made) - Counter(words[1:])
    assert words[0] == "<=" and not more, f"the loop allocates: {', '.join(made)}"


def check_calls(recording: Recording, ops: list[Op], words: list[str]) -> None:
    names = [called(recording, op).removesuffix("()") for op in annotate.residual_calls(ops)]
    told = f"the loop calls: {', '.join(sorted(names)) or 'nothing'}"
    if words[:1] == ["<="]:
        assert not Counter(names) - Counter(words[1:]), told
    else:
        assert set(names) == set(words), told


def check_guards(recording: Recording, ops: list[Op], words: list[str]) -> None:
    check_count("guards", sum(op.is_guard for op in costing(ops)), words)


def check_operations(recording: Recording, ops: list[Op], words: list[str]) -> None:
    check_count("operations", len(costing(ops)), words)


def costing(ops: list[Op]) -> list[Op]:
    """Without the guard that is no machine code until it fails."""
    return [op for op in ops if op.name != "guard_not_invalidated"]


def check_count(what: str, count: int, words: list[str]) -> None:
    sign, limit = words
    assert sign == "<=", f"expect: {what} {' '.join(words)}"
    assert count <= int(limit), f"{count} {what}, {limit} at most are expected"


CHECKS = {"no": check_no, "calls": check_calls, "allocates": check_allocates,
          "guards": check_guards, "operations": check_operations}


def write_pattern(path: Path, recording: Recording, expected: Expectations) -> None:
    """Puts the loop's body as it is now into the file."""
    ops = normalised(recording, body_of(recording, find_loop(recording, expected)))
    kept = path.read_text().partition("expect: ops\n")[0]
    lines = [INDENT + line for line in pattern_of(ops)]
    path.write_text(kept + "expect: ops\n" + "\n".join(lines) + "\n")
