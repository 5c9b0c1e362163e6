"""The benchmark programs give their known results, and the runner notices what goes wrong."""

from __future__ import annotations

import subprocess

import pytest

from hippy.bench import run, tables

# What php8.2 gives for the sizes of `--quick`.
RESULTS = {
    "arr": "90692000",
    "binary_trees": "32*4=992,127",
    "cache_get_scb": "315800",
    "fannkuch": "49/10,49/10,49/10",
    "fasta": "4099/32439",
    "fib": "987",
    "heapsort": "1.5241340878",
}


@pytest.mark.parametrize("program", sorted(run.QUICK_SIZES))
def test_a_program_gives_its_known_result(program: str, engine_argv: list[str]) -> None:
    script = str(run.PROGRAMS / (program + ".php"))
    size = str(run.QUICK_SIZES[program])
    done = subprocess.run(
        [*engine_argv, script, "2", size], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr + done.stdout
    rounds, result, problem = run.read_rounds(done.stdout, 2)
    assert problem == ""
    assert min(rounds) > 0
    assert result == RESULTS[program]


def one_run(engine: str, rounds_ms: list[int], result: str = "7") -> run.Run:
    nanoseconds = [time * 1_000_000 for time in rounds_ms]
    return run.Run("fib", engine, nanoseconds, result, 1.0, 1.0, 2048, "")


@pytest.mark.parametrize(
    ("output", "problem"),
    [
        ("round 1 5 a\nround 2 6 a\n", ""),
        ("round 1 5 a\n", "1 rounds instead of 2"),
        ("round 1 5 a\nround 2 6 b\n", "the rounds disagree: ['a', 'b']"),
        ("\nWarning: x\n", "unexpected output: "),
    ],
)
def test_rounds_are_checked(output: str, problem: str) -> None:
    assert run.read_rounds(output, 2)[2] == problem


def test_engines_must_agree() -> None:
    runs = [one_run("php", [5]), one_run("other", [5], "8")]
    run.check_results(runs)
    assert [one.problem for one in runs] == ["", "result 8, but php gives 7"]


def test_the_first_rounds_are_cut_and_ratios_are_given() -> None:
    runs = [one_run("php", [90, 10, 10]), one_run("native", [50, 4, 6])]
    text = tables.report(runs, ["php", "native"], "php", 1, "mean", True)
    assert "| fib | 10.0 | 2.00x |" in text
    assert "| fib | 10.0 | 2.50x |" in tables.report(
        runs, ["php", "native"], "php", 1, "best", False
    )
    assert "| 1 | 90.0 | 50.0 |" in text
    assert "| fib | 2.00 | 2.00 |" in text


def test_a_failed_run_has_no_figures() -> None:
    broken = one_run("native", [])
    broken.problem = "exit status 255: Fatal error"
    runs = [one_run("php", [5, 5]), broken]
    text = tables.report(runs, ["php", "native"], "php", 1, "mean", False)
    assert "| fib | 5.00 | - |" in text
    assert "- fib on native: exit status 255: Fatal error" in text
