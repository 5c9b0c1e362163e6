"""The HTML report: what is in it, and that a real browser shows it and runs its script."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from hippy.tests.trace_viewer.recordings import HERE, abort, load, loop, recorded
from hippy.trace_viewer.page import html_page

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
VOID = {"meta"}
SECONDS = 120


def source(file: str) -> list[str]:
    return (HERE / file).read_text().split("\n")


def page(name: str) -> str:
    return html_page(load(name), f"JIT report of {name}.php", source)


class Outline(HTMLParser):
    """Finds tags that are not closed, ids, links and what would be loaded from elsewhere."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.words = ""
        self.feed(document)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attributes:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href" and tag == "a":
                self.links.append(value or "")
            elif name in ("src", "href"):
                self.loaded.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("name", ["modulo", "calls", "types"])
def test_a_page_is_whole_and_loads_nothing(name: str) -> None:
    outline = Outline(page(name))
    assert outline.open == []
    assert outline.loaded == []
    assert len(outline.ids) == len(set(outline.ids))
    assert {link[1:] for link in outline.links if link != "#"} <= set(outline.ids)


def test_what_is_in_a_page() -> None:
    words = " ".join(Outline(page("types")).words.split())
    for text in ("2 loops; 5 bridges", "$values[] = $i < 3000 ? $i : $i / 4;", "5,597",
                 "($i & 3) == 0", "bridge 3, 2,073 runs: where ($i & 3) != 0",
                 "ASSIGN_APPEND", "i14 = int_lt(i12, 3000)", "guard_nonnull_class"):
        assert text in words


def test_text_of_programs_is_escaped() -> None:
    recording = recorded(loop(1, [], line=1), abort("ABORT_ESCAPE", 1, 1))
    document = html_page(recording, "<b>&", lambda _file: ["<script>alert(1)</script>"])
    assert "<script>alert" not in document
    assert "&lt;b&gt;&amp;" in document
    assert "Traces given up" in document


def test_nothing_compiled() -> None:
    document = html_page(recorded(), "JIT report", source)
    assert "The JIT compiled nothing" in document
    assert Outline(document).open == []


@pytest.fixture
def browser() -> list[str]:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip(f"no browser: none of {', '.join(BROWSERS)} is installed")
    return [found, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=2000"]


def dom(browser: list[str], document: str, folder: Path, place: str = "") -> str:
    """The document after the browser has loaded it and its script has run."""
    file = folder / "page.html"
    file.write_text(document, encoding="utf-8")
    done = subprocess.run(
        [*browser, f"--user-data-dir={folder / 'profile'}", "--dump-dom", file.as_uri() + place],
        capture_output=True, text=True, timeout=SECONDS, check=True)
    assert "CONSOLE" not in done.stderr, done.stderr
    return done.stdout


def test_a_browser_runs_the_script(browser: list[str], tmp_path: Path) -> None:
    shown = dom(browser, page("types"), tmp_path)
    assert 'data-ready="yes"' in shown
    assert re.search(r'<details class="trace" id="trace-3">', shown)


def test_a_trace_that_is_gone_to_opens(browser: list[str], tmp_path: Path) -> None:
    shown = dom(browser, page("types"), tmp_path, "#trace-3")
    for number in (1, 2, 3):        # with those round it
        assert re.search(rf'<details class="trace" id="trace-{number}" open="">', shown)
    assert re.search(r'<details class="trace" id="trace-4">', shown)


def test_clicks_sort_tables_and_point_at_operations(browser: list[str], tmp_path: Path) -> None:
    clicks = """<script>
        document.querySelectorAll("table.sorted th")[3].click();
        document.querySelector("tr#line-0-11").click();
        </script></body>"""
    shown = dom(browser, page("types").replace("</body>", clicks), tmp_path)
    loops = re.search(r'<table class="sorted">.*?</table>', shown, re.DOTALL)[0]
    assert re.findall(r'href="#trace-(\d+)"', loops) == ["4", "1"][::-1]
    assert re.search(r'<th class="sorted">function</th>', loops)
    assert '<tr data-line="line-0-11" class="lit">' in shown
