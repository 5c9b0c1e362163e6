"""The command lines that run a PHP file: our two engines and the PHP reference."""

from __future__ import annotations

import importlib
import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
KINDS = ("python", "native")


def engine_command(kind: str) -> list[str]:
    """What runs a PHP file on our engine; raises pytest.UsageError when it is not built."""
    if kind == "native":
        return native_engine()
    return [sys.executable, str(ROOT / "interpreter" / "__main__.py")]


def native_engine() -> list[str]:
    """The translated engine."""
    try:
        toolchain = importlib.import_module("hippy.interpreter.toolchain.engines")
    except ModuleNotFoundError:
        engine = ROOT / "build" / "hippy-engine"
        if not engine.exists():
            raise pytest.UsageError(f"no native engine: {engine} does not exist") from None
        return [str(engine)]
    return toolchain.find_engine("native")


def reference_command() -> list[str]:
    """The PHP reference; raises pytest.UsageError when none is installed."""
    for name in ("php8.2", "php"):
        path = shutil.which(name)
        if path:
            return [path, "-n"]
    raise pytest.UsageError("--reference and --update need php8.2 (or php) on the PATH")
