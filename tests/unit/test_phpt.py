"""The .phpt format: sections, placeholders, comparison, recording."""

from __future__ import annotations

from pathlib import Path

import pytest

from hippy.tests import phpt

CORPUS = Path(__file__).resolve().parents[1] / "php"
FOR_LOOP = b"""--TEST--
for: counts
--FILE--
<?php for ($i = 0; $i < 2; $i++) echo $i;
--EXPECT--
01
"""


def write(folder: Path, text: bytes) -> Path:
    path = folder / "written.phpt"
    path.write_bytes(text)
    return path


def outcome(output: bytes, exit_code: int = 0) -> phpt.Outcome:
    return phpt.Outcome(output, b"", exit_code)


def test_sections_are_read(tmp_path: Path) -> None:
    text = FOR_LOOP + b"--ARGS--\none 'two three'\n--STDIN--\ntyped\n--EXIT--\n3\n"
    test = phpt.read_phpt(write(tmp_path, text))
    assert test.title == "for: counts"
    assert test.source == b"<?php for ($i = 0; $i < 2; $i++) echo $i;\n"
    assert test.args == ("one", "two three")
    assert test.stdin == b"typed\n"
    assert test.expected == b"01\n"
    assert test.exit_code == 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"<?php\n", "does not begin with --TEST--"),
        (b"--TEST--\nx\n", "--FILE-- is missing"),
        (FOR_LOOP + b"--SKIPIF--\n", "--SKIPIF-- is no section"),
        (FOR_LOOP + b"--EXPECT--\n", "--EXPECT-- is given twice"),
        (FOR_LOOP + b"--EXPECTF--\n", "both --EXPECT-- and --EXPECTF--"),
        (FOR_LOOP + b"--OURS--\n02\n", "--OURS-- needs a --WHY--"),
    ],
)
def test_a_file_out_of_order_says_why(tmp_path: Path, text: bytes, message: str) -> None:
    with pytest.raises(phpt.PhptError, match=message):
        phpt.read_phpt(write(tmp_path, text))


@pytest.mark.parametrize(
    ("pattern", "output", "is_match"),
    [
        (b"%d", b"12", True),
        (b"%d", b"-12", False),
        (b"%i", b"-12", True),
        (b"%f", b"-1.5E+25", True),
        (b"%f", b".5", True),
        (b"%f", b"1.2.3", False),
        (b"%x", b"fF0", True),
        (b"%x", b"g", False),
        (b"[%c]", b"[\n]", True),
        (b"%c", b"ab", False),
        (b"%e", b"/", True),
        (b"[%w]", b"[ \t\n]", True),
        (b"[%w]", b"[]", True),
        (b"[%s]", b"[a b]", True),
        (b"[%s]", b"[]", False),
        (b"[%s]", b"[a\nb]", False),
        (b"[%S]", b"[]", True),
        (b"[%S]", b"[a\nb]", False),
        (b"[%a]", b"[a\nb]", True),
        (b"[%a]", b"[]", False),
        (b"[%A]", b"[]", True),
        (b"[%A]", b"[a\nb]", True),
        (b"%r(ab)+%r.", b"abab.", True),
        (b"%r(ab)+%r.", b"ababx", False),
        (b"a.b*", b"a.b*", True),
        (b"a.b*", b"axbb", False),
        (b"100%%d", b"100%d", True),
        (b"%z %", b"%z %", True),
    ],
)
def test_placeholders_match_what_they_stand_for(
    pattern: bytes, output: bytes, is_match: bool
) -> None:
    assert phpt.matches(pattern, output, is_pattern=True) is is_match


def test_only_newlines_at_the_end_are_overlooked() -> None:
    assert phpt.matches(b"a\n", b"a\n\n", is_pattern=False)
    assert not phpt.matches(b"a\n", b"\na\n", is_pattern=False)
    assert not phpt.matches(b"a\n", b"a \n", is_pattern=False)


def test_the_difference_shows_output_and_exit_status(tmp_path: Path) -> None:
    test = phpt.read_phpt(write(tmp_path, FOR_LOOP))
    assert test.difference(outcome(b"01")) is None
    difference = test.difference(outcome(b"012", exit_code=255))
    assert difference is not None
    assert "-01\n+012" in difference
    assert "exit status 255, expected 0" in difference


def test_lines_that_match_their_pattern_are_not_shown_as_different() -> None:
    difference = phpt.unified_diff(b"in %s on\ntwo", b"in /a/b on\nthree", is_pattern=True)
    assert " in /a/b on\n-two\n+three" in difference


def test_a_known_difference_has_two_expectations(tmp_path: Path) -> None:
    test = phpt.read_phpt(write(tmp_path, FOR_LOOP + b"--OURS--\n10\n--WHY--\nA reason.\n"))
    assert test.difference(outcome(b"10")) is None
    assert test.difference(outcome(b"01")) is not None
    assert test.difference(outcome(b"01"), from_reference=True) is None


def test_without_an_expectation_nothing_passes(tmp_path: Path) -> None:
    test = phpt.read_phpt(write(tmp_path, b"--TEST--\nx\n--FILE--\nx\n"))
    assert "record one with --update" in str(test.difference(outcome(b"x")))


def test_recording_keeps_the_source_and_replaces_the_expectation() -> None:
    recorded = phpt.with_recorded_outcome(FOR_LOOP, outcome(b"0\n1\n"), Path("/tmp/x/a.php"))
    assert recorded == FOR_LOOP.replace(b"01", b"0\n1")


def test_recording_allows_any_folder_where_the_script_is_named() -> None:
    output = b"\nWarning: 100%d in /tmp/x/a.php on line 1\n"
    recorded = phpt.with_recorded_outcome(FOR_LOOP, outcome(output, 255), Path("/tmp/x/a.php"))
    expectation = b"--EXIT--\n255\n--EXPECTF--\n\nWarning: 100%%d in %sa.php on line 1\n"
    assert recorded.endswith(expectation)
    assert phpt.matches(phpt.split_sections(recorded)[b"EXPECTF"], output, is_pattern=True)


def test_what_is_pending_exists_and_has_a_reason() -> None:
    lines = (CORPUS / "pending.txt").read_text().splitlines()
    pending = [line.partition(": ") for line in lines if line and not line.startswith("#")]
    assert [name for name, _, _ in pending if not (CORPUS / name).is_file()] == []
    assert [name for name, _, reason in pending if not reason] == []
