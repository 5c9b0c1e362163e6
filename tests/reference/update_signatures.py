"""Writes signatures.txt: the reference's own signature of every function that we declare.

Usage: python3 tests/reference/update_signatures.py [php command]
"""
import pathlib
import shlex
import subprocess
import sys
import types

HERE = pathlib.Path(__file__).resolve().parent
hippy = types.ModuleType("hippy")
hippy.__path__ = [str(HERE.parent.parent)]
sys.modules["hippy"] = hippy

from hippy.interpreter.builtins.registry import BUILTINS  # noqa: E402 - found through the module above


def reference_signatures(command: list[str], names: list[str]) -> str:
    return subprocess.run(
        [*command, str(HERE / "signatures.php")],
        input="\n".join(names),
        text=True,
        capture_output=True,
        check=True,
    ).stdout


if __name__ == "__main__":
    php = shlex.split(" ".join(sys.argv[1:])) or ["php8.2", "-n", "-d", "extension=ctype"]
    text = reference_signatures(php, sorted(function.name for function in BUILTINS))
    (HERE / "signatures.txt").write_text(text)
