"""The Python 2.7 that translates the engine: where it is looked for, and how to get one."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

PYPY_NAMES = ("pypy", "pypy2", "pypy2.7")
CPYTHON_NAMES = ("python2.7", "python2")
QUESTION = """\
import sys, platform
print("%s %s %s %d" % (platform.python_implementation(),
    ".".join([str(part) for part in getattr(sys, "pypy_version_info", sys.version_info)[:3]]),
    "%d.%d" % sys.version_info[:2], sys.maxsize > 2 ** 32))
"""
DEBIAN_SCRIPT = Path(__file__).with_name("debian-host.sh")
HOW_TO_GET_ONE = f"""\
RPython, which translates the engine, needs a Python 2.7, best a PyPy, and there is none.
Looked for: {{looked_for}}.
On Debian 12, as root:  sh {shlex.quote(str(DEBIAN_SCRIPT))}
                        (it installs the development packages too)
Elsewhere:              pyenv install pypy2.7-7.3.17   or name one: --host=PATH\
"""


@dataclass(frozen=True)
class Host:
    """A Python 2.7 that answered: its path and what it called itself, as in `PyPy 7.3.3`."""

    path: str
    name: str


class HostError(Exception):
    """No usable Python 2.7; the message says what to do."""


def find_host(environ: Mapping[str, str], wanted: str | None = None) -> Host:
    """The first Python 2.7 of candidates(), or the one that was asked for; raises HostError."""
    if wanted is not None:
        host = ask(wanted)
        if host is None:
            raise HostError(f"--host={wanted}: not a 64-bit Python 2.7")
        return host
    for path in candidates(environ):
        host = ask(path)
        if host is not None:
            return host
    looked_for = ", ".join([*PYPY_NAMES, *CPYTHON_NAMES, f"{pyenv_versions(environ)}/*"])
    raise HostError(HOW_TO_GET_ONE.format(looked_for=looked_for))


def candidates(environ: Mapping[str, str]) -> Iterator[str]:
    """Paths to try, best first: PyPy on PATH, CPython on PATH, then pyenv's PyPy and CPython."""
    for name in PYPY_NAMES + CPYTHON_NAMES:
        path = shutil.which(name, path=environ.get("PATH", ""))
        if path:
            yield path
    versions = pyenv_versions(environ)
    for pattern in ("pypy2.7*/bin/pypy", "2.7*/bin/python2.7"):
        yield from map(str, sorted(versions.glob(pattern), reverse=True))


def pyenv_versions(environ: Mapping[str, str]) -> Path:
    root = environ.get("PYENV_ROOT") or os.path.join(environ.get("HOME", "/"), ".pyenv")
    return Path(root) / "versions"


def ask(path: str) -> Host | None:
    """Runs a candidate. None when it is no 64-bit Python 2.7, as `pypy` may well be PyPy 3."""
    try:
        answer = subprocess.run(
            [path, "-E", "-c", QUESTION],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    words = answer.stdout.split()
    if answer.returncode != 0 or len(words) != 4 or words[2:] != ["2.7", "1"]:
        return None
    return Host(path, f"{words[0]} {words[1]}")
