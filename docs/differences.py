#!/usr/bin/env python3
"""Writes docs/differences.md from tests/php/differences and tests/php/pending.txt.

usage: docs/differences.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).resolve().parent
TESTS = DOCS.parent / "tests" / "php"
PAGE = DOCS / "differences.md"

HEAD = """# Where Hippy differs from PHP 8.2

`docs/differences.py` makes this page from [tests/php/differences](../tests/php/differences), where
each difference is a test, and from [tests/php/pending.txt](../tests/php/pending.txt).

## On purpose
"""
PENDING = """
## Not there yet

Programs of [tests/php](../tests/php) that do not do yet what PHP does:

"""


def read_sections(path: Path) -> dict[str, str]:
    """The sections of a .phpt file by name, without newlines at their ends."""
    sections: dict[str, str] = {}
    name = ""
    for line in path.read_text().splitlines():
        if line.startswith("--") and line.endswith("--") and line[2:-2].isupper():
            name = line[2:-2]
            sections[name] = ""
        else:
            sections[name] += line + "\n"
    return {name: text.strip("\n") for name, text in sections.items()}


def difference(path: Path) -> str:
    """One difference: the program, both outputs, the reason."""
    sections = read_sections(path)
    expected = sections["EXPECT"] if "EXPECT" in sections else sections["EXPECTF"]
    return "\n".join([
        f"\n### {sections['TEST']}\n", sections["WHY"],
        "\n```php", sections["FILE"], "```\n\nPHP:\n\n```", expected,
        "```\n\nHippy:\n\n```", sections["OURS"], "```\n"])


def pending() -> Iterator[str]:
    """A line for each program that is listed as pending."""
    for line in (TESTS / "pending.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            name, reason = line.split(": ", 1)
            yield f"- [{name}](../tests/php/{name}): {reason}\n"


def page() -> str:
    """The whole page."""
    found = [difference(path) for path in sorted((TESTS / "differences").glob("*.phpt"))]
    waiting = list(pending())
    return HEAD + "".join(found) + (PENDING + "".join(waiting) if waiting else "")


if __name__ == "__main__":
    PAGE.write_text(page())
    sys.stdout.write(f"{PAGE.relative_to(DOCS.parent)} written\n")
