"""RPython's translator: its installation, the target it is given, the command line that runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

VERSION = "0.2.1"
# py and this old pytest are imported by rpython's code generator.
REQUIREMENTS = (f"rpython=={VERSION}", "py==1.11.0", "pytest==2.9.2")
# RPython ints wrap on overflow, which C calls undefined. Without position independence the prebuilt
# data needs no relocation at start. The warnings are about generated code.
C_FLAGS = "-fwrapv -fno-pie -w"
LINKER_FLAGS = "-no-pie"
TARGET = """\
# Written by hippy-build: makes `hippy` importable from its folder, wherever that lies.
import sys

hippy = type(sys)('hippy')
hippy.__path__ = [{root!a}]
sys.modules['hippy'] = hippy

from hippy.interpreter.target import *
"""
NEEDED = (("gcc", "gcc libc6-dev"), ("make", "make"), ("pkg-config", "pkg-config libffi-dev"))
HEADERS = ("the headers of libc and libffi", "libc6-dev libffi-dev")


class TranslatorError(Exception):
    """The translator cannot be installed or run; the message says why."""


def flags(jit: bool) -> list[str]:
    """What shapes the engine besides its sources; part of a build's key."""
    return ["-Ojit" if jit else "-O2", C_FLAGS, LINKER_FLAGS, TARGET]


def check_tools() -> None:
    """Raises TranslatorError naming the Debian packages of the tools and headers that are missing."""
    missing = [(tool, packages) for tool, packages in NEEDED if not shutil.which(tool)]
    if not missing and not headers_are_there():
        missing = [HEADERS]
    if missing:
        tools = ", ".join(tool for tool, _ in missing)
        packages = " ".join(packages for _, packages in missing)
        raise TranslatorError(f"{tools}: not installed. On Debian: apt-get install {packages}")


def headers_are_there() -> bool:
    """Whether the C compiler finds the headers of libc and libffi."""
    asked = subprocess.run(["pkg-config", "--cflags-only-I", "libffi"], stdin=subprocess.DEVNULL,
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                           check=False)
    compiled = subprocess.run(["gcc", "-fsyntax-only", *asked.stdout.split(), "-x", "c", "-"],
                              input=b"#include <stdlib.h>\n#include <ffi.h>\n",
                              capture_output=True, check=False)
    return compiled.returncode == 0


def install(folder: Path) -> Path:
    """Installs rpython under folder unless it is there; returns what PYTHONPATH must name."""
    library = folder / f"rpython-{VERSION}"
    if library.exists():
        return library
    with tempfile.TemporaryDirectory(prefix="rpython-", dir=folder) as scratch:
        fresh = Path(scratch) / "library"
        pip = [find_pip(Path(scratch)), "-m", "pip", "--disable-pip-version-check"]
        options = ["install", "--quiet", "--no-deps", "--no-compile", "--target", str(fresh)]
        done = subprocess.run([*pip, *options, *REQUIREMENTS], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              check=False)
        if done.returncode != 0:
            raise TranslatorError(f"installing rpython failed:\n{done.stdout.strip()}")
        fresh.rename(library)
    return library


def find_pip(scratch: Path) -> str:
    """A Python that has pip: this one, or one in a new virtual environment."""
    if find_spec("pip"):
        return sys.executable
    done = subprocess.run([sys.executable, "-m", "venv", str(scratch / "venv")],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        raise TranslatorError(f"neither pip nor venv works (python3-venv):\n{done.stdout.strip()}")
    return str(scratch / "venv" / "bin" / "python3")


def write_target(folder: Path, root: str) -> Path:
    target = folder / "target.py"
    target.write_text(TARGET.format(root=root), encoding="ascii")
    return target


def command(host: str, target: Path, output: Path, jit: bool, jobs: int) -> list[str]:
    level = "-Ojit" if jit else "-O2"
    return [host, "-m", "rpython", "--batch", level, f"--make-jobs={jobs}",
            f"--output={output}", str(target)]


def environment(library: Path, scratch: Path) -> dict[str, str]:
    """The host's environment: nothing is written outside of scratch, no Python settings leak in."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {
        **kept,
        "PYTHONPATH": str(library),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYPY_USESSION_DIR": str(scratch),
        "PYPY_USESSION_BASENAME": "hippy",
        "TMPDIR": str(scratch),
        "CFLAGS": C_FLAGS,
        "LDFLAGS": LINKER_FLAGS,
        "LC_ALL": "C",
    }
