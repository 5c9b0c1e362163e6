"""Options and fixtures of all tests: which engine runs PHP, and whether the reference is asked too.

The kinds of test files are collected where they lie: .phpt files by tests/php/conftest.py.
"""

from __future__ import annotations

import sys
import types
from pathlib import Path

import pytest

hippy = types.ModuleType("hippy")
hippy.__path__ = [str(Path(__file__).resolve().parent.parent)]
sys.modules["hippy"] = hippy

from hippy.tests import engines  # noqa: E402 - found through the module above


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("hippy")
    group.addoption(
        "--engine",
        choices=engines.KINDS,
        default="python",
        help="what runs PHP: the engine under Python, or the translated one",
    )
    group.addoption(
        "--reference",
        action="store_true",
        help="hold the PHP reference to every expectation too (`-m reference`: it alone)",
    )
    group.addoption(
        "--update",
        action="store_true",
        help="rewrite the expectations that the PHP reference does not meet from its output",
    )
    group.addoption(
        "--soak",
        type=float,
        default=0,
        metavar="SECONDS",
        help="for how long hippy-repl is typed at at random (not at all)",
    )
    group.addoption(
        "--packets", type=int, default=400, help="how many packets tests/dbgp/test_fuzz.py sends")
    group.addoption(
        "--inputs", type=int, default=300, help="how many sources test_syntax_fuzz.py compiles")
    group.addoption(
        "--sources", metavar="FOLDER", help="whose PHP programs it changes (our own)")
    group.addoption(
        "--seed", type=int, default=1, help="what it begins its random numbers with")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "reference: runs the PHP reference, not our engine")
    engines.engine_command(config.getoption("engine"))
    if config.getoption("reference") or config.getoption("update"):
        engines.reference_command()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without `--reference` its tests are not there at all."""
    if not (config.getoption("reference") or config.getoption("update")):
        left_out = [item for item in items if item.get_closest_marker("reference")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def engine_kind(pytestconfig: pytest.Config) -> str:
    """`python` or `native`."""
    return pytestconfig.getoption("engine")


@pytest.fixture(scope="session")
def engine_argv(engine_kind: str) -> list[str]:
    """The command line that runs a PHP file when the file's name is appended."""
    return engines.engine_command(engine_kind)


@pytest.fixture(scope="session")
def engine_environment(engine_kind: str) -> dict[str, str]:
    """The environment variables to run the engine with."""
    return engines.engine_environment(engine_kind)


@pytest.fixture(scope="session")
def reference_argv() -> list[str]:
    """The command line of the PHP reference, for tests that are marked `reference`."""
    return engines.reference_command()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skips = len(terminalreporter.stats.get("skipped", []))
    engine = terminalreporter.config.getoption("engine")
    terminalreporter.write_line(f"skips on engine {engine}: {skips}")
