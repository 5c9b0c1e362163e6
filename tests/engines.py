"""The command lines that run a PHP file: our two engines and the PHP reference."""

from __future__ import annotations

import functools
import shutil

import pytest

from hippy.interpreter.toolchain.engines import KINDS, EngineError, find_engine

__all__ = ["KINDS", "engine_command", "reference_command"]


@functools.cache
def engine_command(kind: str) -> list[str]:
    """What runs a PHP file on our engine; raises pytest.UsageError when it is not built."""
    try:
        return list(find_engine(kind).argv)
    except EngineError as error:
        raise pytest.UsageError(str(error)) from None


@functools.cache
def reference_command() -> list[str]:
    """The PHP reference; raises pytest.UsageError when none is installed."""
    for name in ("php8.2", "php"):
        path = shutil.which(name)
        if path:
            return [path, "-n"]
    raise pytest.UsageError("--reference and --update need php8.2 (or php) on the PATH")
