"""A .phpt file: its sections, and how an output is compared with what the file expects.

The format is that of php-src's run-tests.php, cut down to the sections named in SECTIONS. Two
things are stricter: an output is compared whole but for newlines at its end, and the exit status
counts (0 unless --EXIT-- says otherwise). Running the file is in tests/php/conftest.py.
"""

from __future__ import annotations

import difflib
import re
import shlex
from dataclasses import dataclass
from pathlib import Path

SECTIONS = frozenset(b"TEST FILE EXPECT EXPECTF ARGS STDIN EXIT OURS WHY".split())
SECTION_LINE = re.compile(rb"^--([A-Z]+)--\r?$\n?", re.MULTILINE)

# What each placeholder of an --EXPECTF-- section stands for. `%r...%r` holds a regular expression.
PLACEHOLDERS = {
    b"%": rb"%",
    b"e": rb"/",
    b"s": rb"[^\r\n]+",
    b"S": rb"[^\r\n]*",
    b"a": rb"(?s:.+)",
    b"A": rb"(?s:.*)",
    b"w": rb"\s*",
    b"d": rb"[0-9]+",
    b"i": rb"[+-]?[0-9]+",
    b"x": rb"[0-9a-fA-F]+",
    b"f": rb"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?",
    b"c": rb"(?s:.)",
}
PLACEHOLDER = re.compile(rb"%r((?s:.*?))%r|%([" + b"".join(PLACEHOLDERS) + rb"])")


class PhptError(Exception):
    """A .phpt file that cannot be understood; the message says why."""


@dataclass(frozen=True)
class Outcome:
    """What one run of a PHP file gave. `exit_code` is negative when a signal ended the process."""

    output: bytes
    stderr: bytes
    exit_code: int


@dataclass(frozen=True)
class PhpTest:
    """One .phpt file. `expected` is None as long as nobody has recorded an expectation."""

    path: Path
    title: str
    source: bytes
    args: tuple[str, ...]
    stdin: bytes
    expected: bytes | None
    is_pattern: bool
    ours: bytes | None
    exit_code: int

    def difference(self, outcome: Outcome, from_reference: bool = False) -> str | None:
        """How an outcome differs from what is expected: a unified diff, or None when it does not.

        Where --OURS-- is given, the reference is held to --EXPECT-- and our engine to --OURS--.
        """
        expected = self.expected if from_reference or self.ours is None else self.ours
        if expected is None:
            return "no --EXPECT-- section: record one with --update"
        problems = []
        if not matches(expected, outcome.output, self.is_pattern):
            problems.append(unified_diff(expected, outcome.output, self.is_pattern))
        if outcome.exit_code != self.exit_code:
            problems.append(f"exit status {outcome.exit_code}, expected {self.exit_code}")
        return "\n".join(problems) or None


def read_phpt(path: Path) -> PhpTest:
    """Read a .phpt file; raises PhptError when a section is unknown, missing or given twice."""
    sections = split_sections(path.read_bytes())
    for name in (b"TEST", b"FILE"):
        if name not in sections:
            raise PhptError(f"--{name.decode()}-- is missing")
    if b"EXPECT" in sections and b"EXPECTF" in sections:
        raise PhptError("both --EXPECT-- and --EXPECTF-- are given")
    if (b"OURS" in sections) != (b"WHY" in sections):
        raise PhptError("--OURS-- needs a --WHY--, and the other way round")
    return PhpTest(
        path=path,
        title=sections[b"TEST"].decode().strip(),
        source=sections[b"FILE"],
        args=tuple(shlex.split(sections.get(b"ARGS", b"").decode())),
        stdin=sections.get(b"STDIN", b""),
        expected=sections.get(b"EXPECT", sections.get(b"EXPECTF")),
        is_pattern=b"EXPECTF" in sections,
        ours=sections.get(b"OURS"),
        exit_code=int(sections.get(b"EXIT", b"0")),
    )


def split_sections(text: bytes) -> dict[bytes, bytes]:
    """The sections of a .phpt file by name, in the order of the file."""
    found = list(SECTION_LINE.finditer(text))
    if not found or found[0].start() != 0:
        raise PhptError("the file does not begin with --TEST--")
    sections: dict[bytes, bytes] = {}
    ends = [line.start() for line in found[1:]] + [len(text)]
    for line, end in zip(found, ends, strict=True):
        name = line[1]
        if name not in SECTIONS:
            raise PhptError(f"--{name.decode()}-- is no section that is understood here")
        if name in sections:
            raise PhptError(f"--{name.decode()}-- is given twice")
        sections[name] = text[line.end():end]
    return sections


def matches(expected: bytes, output: bytes, is_pattern: bool) -> bool:
    """Whether an output is the expected one, apart from newlines at the very end."""
    expected, output = normalised(expected), normalised(output)
    if is_pattern:
        return expectf_pattern(expected).fullmatch(output) is not None
    return expected == output


def normalised(text: bytes) -> bytes:
    """A text without the newlines at its end."""
    return text.rstrip(b"\n")


def expectf_pattern(text: bytes) -> re.Pattern[bytes]:
    """The regular expression that an --EXPECTF-- text stands for."""
    parts = []
    position = 0
    for placeholder in PLACEHOLDER.finditer(text):
        parts.append(re.escape(text[position:placeholder.start()]))
        expression, letter = placeholder.groups()
        parts.append(PLACEHOLDERS[letter] if letter else b"(?:" + expression + b")")
        position = placeholder.end()
    parts.append(re.escape(text[position:]))
    return re.compile(b"".join(parts))


def escape_percents(text: bytes) -> bytes:
    """A text as an --EXPECTF-- section must spell it to mean itself."""
    return re.sub(rb"%(?=[r" + b"".join(PLACEHOLDERS) + rb"])", b"%%", text)


def unified_diff(expected: bytes, output: bytes, is_pattern: bool) -> str:
    """The two texts as a diff. Lines that match their pattern are shown as equal."""
    wanted = normalised(expected).split(b"\n")
    got = normalised(output).split(b"\n")
    if is_pattern:
        wanted = with_matching_lines(wanted, got)
    lines = difflib.unified_diff(
        [readable(line) for line in wanted],
        [readable(line) for line in got],
        "expected",
        "output",
        lineterm="",
    )
    return "\n".join(lines)


def with_matching_lines(wanted: list[bytes], got: list[bytes]) -> list[bytes]:
    """`wanted` with each pattern replaced by the next line of the output that it matches."""
    result = []
    start = 0
    for line in wanted:
        pattern = expectf_pattern(line)
        for position in range(start, len(got)):
            if pattern.fullmatch(got[position]):
                line = got[position]
                start = position + 1
                break
        result.append(line)
    return result


def readable(line: bytes) -> str:
    """A line of output as text; bytes that are no UTF-8 show as escapes."""
    return line.decode("utf-8", "backslashreplace")


def with_recorded_outcome(text: bytes, outcome: Outcome, script: Path) -> bytes:
    """The text of a .phpt file with its expectation replaced by an outcome of the reference.

    Where the output names the script, the expectation becomes a pattern that allows any folder.
    """
    folder = str(script.parent).encode() + b"/"
    output = normalised(outcome.output) + b"\n"
    sections = split_sections(text)
    for name in (b"EXPECT", b"EXPECTF", b"EXIT"):
        sections.pop(name, None)
    if outcome.exit_code != 0:
        sections[b"EXIT"] = b"%d\n" % outcome.exit_code
    if folder in output:
        sections[b"EXPECTF"] = escape_percents(output).replace(folder, b"%s")
    else:
        sections[b"EXPECT"] = output
    order = [b"OURS", b"WHY"]
    names = [name for name in sections if name not in order] + [n for n in order if n in sections]
    return b"".join(b"--" + name + b"--\n" + sections[name] for name in names)
