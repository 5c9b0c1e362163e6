"""The commands: each picks an engine and hands over, to the engine itself or to a front end.

`hippy` must start as fast as Python can: os and sys are all that is imported before the engine
takes this process over.
"""

import os
import sys

if __name__ == "__main__":
    package = type(sys)("hippy")
    package.__path__ = [os.path.dirname(os.path.abspath(__file__))]
    sys.modules["hippy"] = package

from hippy.interpreter.toolchain.engines import (
    KINDS,
    PHP_VERSION,
    Engine,
    EngineError,
    find_engine,
)

VERSION = "0.1.0"
SHORT_WITH_VALUE = "BEFRScdfortz"
LONG_WITH_VALUE = (
    "--batch", "--dbgp", "--define", "--dump", "--file", "--from", "--jit", "--jitwatch",
    "--listen", "--map", "--output", "--record", "--run", "--top",
)
USAGE = """\
usage: python3 main.py run   [--engine=python|native] FILE | -r CODE | -l FILE | - [ARGUMENTS]
       python3 main.py repl  [--engine=python|native] [OPTIONS]
       python3 main.py debug [--engine=python|native] [OPTIONS] FILE [ARGUMENTS]
       python3 main.py trace [--engine=python|native] [OPTIONS] FILE [ARGUMENTS]
       python3 main.py build [OPTIONS]
       python3 main.py --version
"""


def run() -> int:
    """`hippy`: this process becomes the engine."""
    return run_with(sys.argv[1:])


def repl() -> int:
    """`hippy-repl`."""
    return repl_with(sys.argv[1:])


def debug() -> int:
    """`hippy-debug`."""
    return debug_with(sys.argv[1:])


def trace() -> int:
    """`hippy-trace`."""
    return trace_with(sys.argv[1:])


def build() -> int:
    """`hippy-build`."""
    return build_with(sys.argv[1:])


def main() -> int:
    """`python3 main.py COMMAND ...`: every command without an installation."""
    name, words = (sys.argv[1:] or [""])[0], sys.argv[2:]
    if name in ("--version", "-v"):
        return run_with([name, *words])
    if name in ("--help", "-h"):
        sys.stdout.write(USAGE)
        return 0
    if name not in COMMANDS:
        complaint = f"there is no command {name}" if name else "no command is given"
        return fail(f"{complaint}\n{USAGE}", 2)
    return COMMANDS[name](words)


def run_with(words: list[str]) -> int:
    try:
        engine, words = choose_engine(words)
    except EngineError as error:
        return fail(str(error))
    if words[:1] in (["--version"], ["-v"]):
        print(f"Hippy {VERSION} (PHP {PHP_VERSION}), engine: {engine.description}")
        return 0
    return become(engine.argv + words)


def repl_with(words: list[str]) -> int:
    return front_end("hippy.repl.shell", words)


def debug_with(words: list[str]) -> int:
    return front_end("hippy.debugger.app", words)


def trace_with(words: list[str]) -> int:
    return front_end("hippy.trace_viewer.app", words)


def build_with(words: list[str]) -> int:
    from hippy.interpreter.toolchain.build import main as build_engine
    return build_engine(words)


COMMANDS = {
    "run": run_with,
    "repl": repl_with,
    "debug": debug_with,
    "trace": trace_with,
    "build": build_with,
}


def front_end(module: str, words: list[str]) -> int:
    """Calls main(engine's command line, engine's description, arguments) of a front end."""
    from importlib import import_module
    try:
        engine, words = choose_engine(words)
        enter = import_module(module).main
    except EngineError as error:
        return fail(str(error))
    except ModuleNotFoundError as error:
        if error.name not in ("prompt_toolkit", "pygments", "wcwidth"):
            raise
        return fail(f"{error.name} is not installed: see \"Try it\" in README.md")
    return enter(engine.argv, engine.description, words)


def choose_engine(words: list[str]) -> tuple[Engine, list[str]]:
    """Takes --engine=KIND out of the options; what follows a file or -- is the program's own.

    Raises EngineError.
    """
    kind, kept, position = None, [], 0
    while position < len(words) and words[position].startswith("-"):
        word = words[position]
        if word in ("-", "--"):
            break
        if word.startswith("--engine="):
            kind = word[len("--engine="):]
            position += 1
        else:
            width = 2 if wants_value(word) else 1
            kept += words[position:position + width]
            position += width
    kept += words[position:]
    if kind not in (None, *KINDS):
        raise EngineError(f"--engine={kind}: the engines are {' and '.join(KINDS)}")
    return find_engine(kind), kept


def wants_value(word: str) -> bool:
    """Whether the value of an option is the next word: `-d`, `-nr`, `--run`, not `-dx=1`."""
    if word.startswith("--"):
        return word in LONG_WITH_VALUE
    first = next((i for i, letter in enumerate(word) if letter in SHORT_WITH_VALUE), -1)
    return first == len(word) - 1


def become(argv: list[str]) -> int:
    """Replaces this process; returns only when that fails."""
    restore_process()
    try:
        os.execv(argv[0], argv)
    except OSError as error:
        return fail(f"cannot start {argv[0]}: {error.strerror}", 126)


def restore_process() -> None:
    """Undoes what Python did to this process at its start, so that the engine sees the user's.

    Python ignores SIGPIPE and SIGXFSZ, and in the C locale it sets LC_CTYPE (PEP 538).
    """
    import _signal  # what `signal` wraps; that one would import enum
    _signal.signal(_signal.SIGPIPE, _signal.SIG_DFL)
    _signal.signal(_signal.SIGXFSZ, _signal.SIG_DFL)
    if os.environ.get("LC_CTYPE") == "C.UTF-8":
        with open("/proc/self/environ", "rb") as file:
            if b"LC_CTYPE=C.UTF-8" not in file.read().split(b"\0"):
                del os.environ["LC_CTYPE"]


def fail(message: str, status: int = 1) -> int:
    sys.stderr.write(f"hippy: {message.rstrip()}\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
