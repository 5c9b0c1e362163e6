"""setup.cfg names every package of the tree and nothing else; versions are told once."""

from __future__ import annotations

import configparser
import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

from hippy import main
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


def test_php_version_is_the_engines() -> None:
    found = [path for path in (ROOT / "interpreter").rglob("*.py")
             if "toolchain" not in path.parts
             and f"'{PHP_VERSION}'" in path.read_text(encoding="utf-8")]
    assert found
