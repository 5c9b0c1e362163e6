"""docs/differences.md: what docs/differences.py makes of the tests."""

from __future__ import annotations

import runpy
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_the_page_is_the_one_that_the_tests_give() -> None:
    maker = runpy.run_path(str(DOCS / "differences.py"))
    assert (DOCS / "differences.md").read_text() == maker["page"]()
