"""setup.cfg names every package of the tree and nothing else; versions are told once."""

from __future__ import annotations

import configparser
import importlib
import os
import re
import subprocess
import sys
import zipfile
from fnmatch import fnmatch
from pathlib import Path
from types import ModuleType

import pytest

from hippy import main
from hippy.interpreter import target
from hippy.interpreter.toolchain.engines import PHP_VERSION

ROOT = Path(__file__).resolve().parents[2]
INSTALLED = ("debugger", "interpreter", "repl", "trace_viewer")


@pytest.fixture(scope="module")
def setup() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def folders() -> list[Path]:
    """The folders of all that gets installed."""
    tops = [ROOT / name for name in INSTALLED]
    below = [path for top in tops for path in top.rglob("*") if path.is_dir()]
    return sorted(path for path in [*tops, *below] if not is_litter(path.relative_to(ROOT)))


def is_litter(path: Path) -> bool:
    return any(part.startswith(".") or part == "__pycache__" for part in path.parts)


def package(folder: Path) -> str:
    return ".".join(["hippy", *folder.relative_to(ROOT).parts])


def test_packages_are_those_of_the_tree(setup: configparser.ConfigParser) -> None:
    named = setup["options"]["packages"].split()
    in_tree = [package(folder) for folder in folders() if list(folder.glob("*.py"))]
    assert named == ["hippy", *in_tree]


def test_every_package_has_its_init_file() -> None:
    missing = [folder for folder in folders()
               if list(folder.glob("*.py")) and not (folder / "__init__.py").exists()]
    assert missing == []
    assert not (ROOT / "__init__.py").exists()


def test_the_package_is_the_root(setup: configparser.ConfigParser) -> None:
    assert setup["options"]["package_dir"].split() == ["hippy", "=", "."]


def test_every_data_file_is_packed(setup: configparser.ConfigParser) -> None:
    data = setup["options.package_data"]
    missing = []
    for folder in folders():
        patterns = data.get(package(folder), "").replace(",", " ").split()
        for path in folder.iterdir():
            if path.is_file() and path.suffix not in (".py", ".md"):
                if not any(fnmatch(path.name, pattern) for pattern in patterns):
                    missing.append(path.relative_to(ROOT))
    assert missing == []


def test_commands_exist(setup: configparser.ConfigParser) -> None:
    rows = setup["options.entry_points"]["console_scripts"].split("\n")
    commands = dict(re.split(r"\s*=\s*", row) for row in rows if row)
    assert sorted(commands) == ["hippy", "hippy-build", "hippy-debug", "hippy-repl", "hippy-trace"]
    for command, entry in commands.items():
        module, function = entry.split(":")
        assert module == "hippy.main", command
        assert callable(getattr(main, function)), command


def test_version_is_the_same_everywhere(setup: configparser.ConfigParser) -> None:
    assert setup["metadata"]["version"] == main.VERSION


def test_versions_are_the_engines() -> None:
    assert (main.VERSION, PHP_VERSION) == (target.VERSION, target.PHP_VERSION)


def test_only_the_commands_lie_at_the_root() -> None:
    assert [path.name for path in ROOT.glob("*.py")] == ["main.py"]


@pytest.fixture
def backend(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    pytest.importorskip("setuptools")
    monkeypatch.syspath_prepend(str(ROOT / "interpreter" / "toolchain"))
    return importlib.import_module("backend")


def test_editable_wheel_is_one_path_file(backend: ModuleType, tmp_path: Path) -> None:
    wheel = tmp_path / "hippy-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("__editable___hippy_finder.py", "slow = 1")
        archive.writestr("__editable__.hippy-0.1.0.pth", "import __editable___hippy_finder")
        archive.writestr("hippy-0.1.0.dist-info/METADATA", "Name: hippy\n")
        archive.writestr("hippy-0.1.0.dist-info/RECORD", "outdated")
    backend.repack(wheel, "a line\n")
    with zipfile.ZipFile(wheel) as archive:
        assert sorted(archive.namelist()) == [
            "__editable__.hippy.pth", "hippy-0.1.0.dist-info/METADATA",
            "hippy-0.1.0.dist-info/RECORD"]
        assert archive.read("__editable__.hippy.pth") == b"a line\n"
        rows = archive.read("hippy-0.1.0.dist-info/RECORD").decode().splitlines()
    assert sorted(row.rsplit(",", 1)[1] for row in rows) == ["", "12", "7"]


def test_path_line_finds_a_tree_of_any_name(backend: ModuleType, tmp_path: Path) -> None:
    root = tmp_path / "a 'quoted' fold\xe9r"
    root.mkdir()
    (root / "main.py").write_text("print('found')\n")
    line = backend.registration(str(root))
    assert line.isascii() and line.count("\n") == 1 and line.startswith("import ")
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for environment in ({}, bare):
        done = subprocess.run([sys.executable, "-S", "-c", line + "import hippy.main"],
                              env={**os.environ, **environment}, cwd=tmp_path,
                              capture_output=True, text=True, check=False)
        assert done.stdout == "found\n", done.stderr
