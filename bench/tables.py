"""What was measured, as Markdown tables. The measuring itself is in run.py."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hippy.bench.run import Run

NOTHING = "-"
AVERAGES = {"best": min, "mean": statistics.fmean, "median": statistics.median}


def report(
    runs: list[Run], engines: list[str], baseline: str, cut: int, take: str, with_warm_up: bool
) -> str:
    """All tables and the problems met, as one text."""
    parts = [
        f"## A warm round ({take} of those after the first {cut}): times as fast as {baseline}",
        speed_table(
            runs, engines, baseline, lambda run: AVERAGES[take](run.rounds_ns[cut:]) / 1e6, "ms"
        ),
        f"## A whole process: times as fast as {baseline}",
        speed_table(runs, engines, baseline, lambda run: run.seconds * 1e3, "ms"),
        "## Peak memory in MB",
        value_table(runs, engines, lambda run: run.peak_kilobytes / 1024),
    ]
    if with_warm_up:
        for program in programs_of(runs):
            parts += [f"## {program}: each round in ms", warm_up_table(runs, engines, program)]
    problems = [f"- {run.program} on {run.engine}: {run.problem}" for run in runs if run.problem]
    if problems:
        parts += ["## Problems", "\n".join(problems)]
    return "\n\n".join(parts)


def speed_table(
    runs: list[Run], engines: list[str], baseline: str, cost: Callable[[Run], float], unit: str
) -> str:
    """The baseline's cost, and how many times less each other engine needs; with a mean row."""
    others = [engine for engine in engines if engine != baseline]
    rows = []
    ratios: dict[str, list[float]] = {engine: [] for engine in others}
    for program in programs_of(runs):
        base = cost_of(runs, program, baseline, cost)
        row = [program, number(base)]
        for engine in others:
            own = cost_of(runs, program, engine, cost)
            ratio = base / own if base and own else None
            if ratio:
                ratios[engine].append(ratio)
            row.append(number(ratio, "x"))
        rows.append(row)
    means = [geometric_mean(ratios[engine], len(rows)) for engine in others]
    rows.append(["**geometric mean**", "", *means])
    return markdown(["program", f"{baseline} ({unit})", *others], rows)


def value_table(runs: list[Run], engines: list[str], value: Callable[[Run], float]) -> str:
    """A value of each pair of program and engine."""
    rows = [
        [program, *(number(cost_of(runs, program, engine, value)) for engine in engines)]
        for program in programs_of(runs)
    ]
    return markdown(["program", *engines], rows)


def warm_up_table(runs: list[Run], engines: list[str], program: str) -> str:
    """Each round of a program's first process on each engine."""
    first = {}
    for run in runs:
        if run.program == program:
            first.setdefault(run.engine, run.rounds_ns)
    rows = []
    for position in range(max(len(rounds) for rounds in first.values())):
        row = [str(position + 1)]
        for engine in engines:
            rounds = first[engine]
            row.append(number(rounds[position] / 1e6) if position < len(rounds) else NOTHING)
        rows.append(row)
    return markdown(["round", *engines], rows)


def programs_of(runs: list[Run]) -> list[str]:
    """The programs' names, in the order in which they ran."""
    return list(dict.fromkeys(run.program for run in runs))


def cost_of(
    runs: list[Run], program: str, engine: str, cost: Callable[[Run], float]
) -> float | None:
    """The mean cost of a program's good runs on an engine, or None when one of them is not good."""
    own = [run for run in runs if run.program == program and run.engine == engine]
    if not own or any(run.problem for run in own):
        return None
    return statistics.fmean(cost(run) for run in own)


def geometric_mean(ratios: list[float], expected: int) -> str:
    """The mean ratio; it says so when programs are missing."""
    if not ratios:
        return NOTHING
    mean = number(math.exp(statistics.fmean(math.log(ratio) for ratio in ratios)), "x")
    return mean if len(ratios) == expected else f"{mean} ({len(ratios)} of {expected})"


def number(value: float | None, unit: str = "") -> str:
    """A figure with two or three significant digits."""
    if value is None:
        return NOTHING
    if value < 0.1:
        return f"{value:.2g}{unit}"
    digits = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:.{digits}f}{unit}"


def markdown(header: list[str], rows: list[list[str]]) -> str:
    """A table whose first column is text and whose other columns are figures."""
    lines = [header, ["---", *("---:" for _ in header[1:])], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
