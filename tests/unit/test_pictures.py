"""The pictures of terminals in docs/: each is made by a scene, and stands on a page."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
import xml.etree.ElementTree
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
FOLDER = DOCS / "pictures"
PICTURE = re.compile(r"!\[[^\]]*\]\(pictures/([\w-]+)\.svg\)")


@pytest.fixture(scope="module")
def pictures() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pictures", DOCS / "pictures.py")
    module = importlib.util.module_from_spec(spec)
    # Its data classes look their module up.
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "pictures", module)
        spec.loader.exec_module(module)
    return module


def test_every_scene_has_its_pictures(pictures: ModuleType) -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.svg")) == sorted(pictures.SCENES)
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == sorted(pictures.SCENES)


def test_every_picture_on_a_page_is_there(pictures: ModuleType) -> None:
    shown = {name for page in DOCS.glob("*.md") for name in PICTURE.findall(page.read_text())}
    assert shown <= set(pictures.SCENES)


def test_pictures_show_what_their_text_says() -> None:
    for path in FOLDER.glob("*.svg"):
        drawn = "".join(xml.etree.ElementTree.parse(path).getroot().itertext())
        text = path.with_suffix(".txt").read_text()
        assert "".join(text.split()) in "".join(drawn.split())


def test_screens_become_svg(pictures: ModuleType) -> None:
    picture = pictures.svg("\x1b[1;31mred\x1b[0m <&>\n\x1b[38;5;196mx\x1b[48;2;1;2;3my", "a title")
    root = xml.etree.ElementTree.fromstring(picture)
    texts = [(node.text, node.get("fill"), node.get("font-weight"))
             for node in root.iter("{http://www.w3.org/2000/svg}text")]
    assert texts == [("red", pictures.PALETTE[1], "bold"),
                     ("\u00a0<&>", pictures.FOREGROUND, None),
                     ("x", "#ff0000", None), ("y", "#ff0000", None)]
    assert 'fill="#010203"' in picture


def test_a_scene_is_played(pictures: ModuleType) -> None:
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    scene = pictures.Scene("cat", "$ cat", ((("one;", "Enter"), "one;\none;"),))
    assert pictures.plain(pictures.take(scene)).split() == ["$", "cat", "one;", "one;"]
