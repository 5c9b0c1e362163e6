"""The command lines that run a PHP file: our two engines and the PHP reference."""

from __future__ import annotations

import functools
import os
import shutil

import pytest

from hippy.interpreter.toolchain.engines import KINDS, EngineError, find_engine

__all__ = ["KINDS", "engine_command", "engine_environment", "reference_command"]


@functools.cache
def engine_command(kind: str) -> list[str]:
    """What runs a PHP file on our engine; raises pytest.UsageError when it is not built."""
    try:
        return list(find_engine(kind).argv)
    except EngineError as error:
        raise pytest.UsageError(str(error)) from None


def engine_environment(kind: str) -> dict[str, str]:
    """The environment to run it in: the engine under Python checks its owner counts at the end."""
    environment = dict(os.environ)
    if kind == "python":
        environment["HIPPY_CHECK_COUNTS"] = "1"
    return environment


@functools.cache
def reference_command() -> list[str]:
    """The PHP reference; raises pytest.UsageError when none is installed."""
    for name in ("php8.2", "php"):
        path = shutil.which(name)
        if path:
            return [path, "-n"]
    raise pytest.UsageError("--reference and --update need php8.2 (or php) on the PATH")
