#!/usr/bin/env python3
"""Runs the PHP programs of bench/programs on several engines side by side and compares them.

    bench/run.py                            every program on every known engine that is there
    bench/run.py fib arr --engine php --engine native --warm-up
    bench/run.py --engine php --engine new='build/hippy-engine --jit threshold=200'

A program repeats its work in one process and prints the time of each round; the first rounds are
cut before the mean is taken, so that a JIT is measured when it is warm. The tables are in
tables.py.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import types
from dataclasses import asdict, dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent

if "hippy" not in sys.modules:
    hippy = types.ModuleType("hippy")
    hippy.__path__ = [str(FOLDER.parent)]
    sys.modules["hippy"] = hippy

from hippy.bench import tables  # noqa: E402
from hippy.bench.memory import PeakWatch  # noqa: E402
from hippy.interpreter.toolchain.engines import EngineError, find_engine  # noqa: E402

PROGRAMS = FOLDER / "programs"
# The sizes for `--quick`; the full ones are the programs' own defaults.
QUICK_SIZES = {
    "arr": 1000,
    "binary_trees": 6,
    "cache_get_scb": 4000,
    "fannkuch": 6,
    "fasta": 400,
    "fib": 16,
    "heapsort": 1500,
}
OPCACHE_JIT = (
    "-d zend_extension=opcache -d opcache.enable_cli=1 -d opcache.jit_buffer_size=64M"
    " -d opcache.jit=tracing -d opcache.file_update_protection=0"
)


@dataclass
class Run:
    """One process: one program on one engine. `problem` is empty when all went well."""

    program: str
    engine: str
    rounds_ns: list[int]
    result: str
    seconds: float
    user_seconds: float
    peak_kilobytes: int
    problem: str


def main(words: list[str]) -> int:
    options = parse(words)
    engines = chosen_engines(options.engine)
    if not engines:
        print("none of the known engines is here; name one with --engine", file=sys.stderr)
        return 2
    runs = run_all(options, engines)
    names = list(engines)
    baseline = options.baseline if options.baseline in names else names[0]
    print(tables.report(runs, names, baseline, options.cut, options.take, options.warm_up))
    if options.json:
        options.json.write_text(json.dumps(record(options, engines, runs), indent=1) + "\n")
    return 1 if any(run.problem for run in runs) else 0


def parse(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Compare engines over the programs of bench/.")
    known = sorted(QUICK_SIZES)
    parser.add_argument("program", nargs="*", help=", ".join(known) + "; all without any")
    parser.add_argument(
        "--engine",
        action="append",
        default=[],
        metavar="NAME[=COMMAND]",
        help=f"a known engine ({', '.join(KNOWN_ENGINES)}) or any command line",
    )
    parser.add_argument("--baseline", default="php", help="what the others are compared with")
    parser.add_argument("--rounds", type=int, help="rounds in a process (10)")
    parser.add_argument("--cut", type=int, help="first rounds that do not count (3)")
    parser.add_argument(
        "--take",
        choices=sorted(tables.AVERAGES),
        default="mean",
        help="which figure stands for the rounds that count (mean; on a busy machine: best)",
    )
    parser.add_argument("--processes", type=int, default=1, help="processes for each pair (1)")
    parser.add_argument("--timeout", type=float, default=900, help="seconds for a process (900)")
    parser.add_argument("--warm-up", action="store_true", help="also show the time of each round")
    parser.add_argument("--quick", action="store_true", help="small sizes, 3 rounds, 1 cut")
    parser.add_argument("--json", type=Path, help="a file for the raw figures")
    options = parser.parse_args(words)
    unknown = sorted(set(options.program) - set(known))
    if unknown:
        parser.error(f"no such program: {', '.join(unknown)}")
    options.program = options.program or known
    options.rounds = options.rounds or (3 if options.quick else 10)
    options.cut = options.cut if options.cut is not None else (1 if options.quick else 3)
    if options.cut >= options.rounds:
        parser.error("--cut must leave at least one round")
    return options


def php() -> list[str] | None:
    path = shutil.which("php8.2") or shutil.which("php")
    return [path, "-n"] if path else None


def php_with_jit() -> list[str] | None:
    command = php()
    return [*command, *shlex.split(OPCACHE_JIT)] if command else None


def native() -> list[str] | None:
    return engine_of("native")


def native_without_jit() -> list[str] | None:
    command = native()
    return [*command, "--jit", "off"] if command else None


def native_under_an_idle_debugger() -> list[str] | None:
    command = native()
    return [sys.executable, str(FOLDER / "idle_debugger.py"), *command] if command else None


def engine_under_python() -> list[str] | None:
    return engine_of("python")


def engine_of(kind: str) -> list[str] | None:
    """One of our engines as a command line, or None with a word on the error stream."""
    try:
        return list(find_engine(kind).argv)
    except EngineError as error:
        print(f"left out: {error}", file=sys.stderr)
        return None


KNOWN_ENGINES = {
    "php": php,
    "php-jit": php_with_jit,
    "native": native,
    "native-no-jit": native_without_jit,
    "native-debugger": native_under_an_idle_debugger,
    "python": engine_under_python,
}
# The engine under Python takes minutes for a round of full size, so it must be asked for.
DEFAULT_ENGINES = [name for name in KNOWN_ENGINES if name != "python"]


def chosen_engines(choices: list[str]) -> dict[str, list[str]]:
    """The command lines of the engines to run, by name."""
    engines = {}
    for choice in choices or DEFAULT_ENGINES:
        name, is_custom, text = choice.partition("=")
        if not is_custom and name not in KNOWN_ENGINES:
            raise SystemExit(f"{name} is no known engine: give its command as {name}=COMMAND")
        command = shlex.split(text) if is_custom else KNOWN_ENGINES[name]()
        if command:
            engines[name] = command
    return engines


def run_all(options: argparse.Namespace, engines: dict[str, list[str]]) -> list[Run]:
    """All runs. The engines take turns, so that a slow minute of the machine meets them all."""
    runs: list[Run] = []
    for program in options.program:
        arguments = [str(PROGRAMS / (program + ".php")), str(options.rounds)]
        if options.quick:
            arguments.append(str(QUICK_SIZES[program]))
        of_program = []
        for _ in range(options.processes):
            for name, command in engines.items():
                print(f"{program} on {name} ...", file=sys.stderr)
                of_program.append(run_one(program, name, command + arguments, options))
        check_results(of_program)
        runs += of_program
    return runs


def run_one(program: str, engine: str, command: list[str], options: argparse.Namespace) -> Run:
    """Run one process to its end and read its rounds, its time and its peak memory."""
    with tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors)
        watch = PeakWatch(process.pid)
        alarm = threading.Timer(options.timeout, process.kill)
        alarm.start()
        output = process.stdout.read().decode("utf-8", "replace")
        _, status, usage = os.wait4(process.pid, 0)
        alarm.cancel()
        seconds = time.perf_counter() - started
        process.stdout.close()
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        stderr = errors.read().decode("utf-8", "replace")
    rounds, result, problem = read_rounds(output, options.rounds)
    if process.returncode != 0:
        problem = f"exit status {process.returncode}: {(stderr or output).strip()[-500:]}"
    return Run(
        program,
        engine,
        rounds,
        result,
        seconds,
        usage.ru_utime,
        watch.stop(usage.ru_maxrss),
        problem,
    )


def read_rounds(output: str, expected: int) -> tuple[list[int], str, str]:
    """The rounds' times, their common result, and what is wrong with them, if anything is."""
    rounds = []
    results = []
    for line in output.splitlines():
        words = line.split(" ", 3)
        if len(words) != 4 or words[0] != "round":
            return rounds, "", f"unexpected output: {line[:200]}"
        rounds.append(int(words[2]))
        results.append(words[3])
    if len(rounds) != expected:
        return rounds, "", f"{len(rounds)} rounds instead of {expected}"
    if len(set(results)) != 1:
        return rounds, "", f"the rounds disagree: {sorted(set(results))}"
    return rounds, results[0], ""


def check_results(runs: list[Run]) -> None:
    """Mark the runs whose result is not that of the first good run of the same program."""
    good = [run for run in runs if not run.problem]
    for run in good:
        if run.result != good[0].result:
            run.problem = f"result {run.result}, but {good[0].engine} gives {good[0].result}"


def record(
    options: argparse.Namespace, engines: dict[str, list[str]], runs: list[Run]
) -> dict[str, object]:
    """Everything that was measured, for a file."""
    return {
        "date": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "quick": options.quick,
        "rounds": options.rounds,
        "cut": options.cut,
        "take": options.take,
        "engines": engines,
        "runs": [asdict(run) for run in runs],
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
