"""The progress bar of a translation and the estimate behind it."""

from __future__ import annotations

import shutil
from typing import TextIO

from hippy.interpreter.toolchain.phases import START, Translation

BAR_WIDTH = 24


class Estimate:
    """How long each phase will take: what it took last time, scaled by how this time goes."""

    def __init__(self, expected: dict[str, float], known: bool) -> None:
        self.expected = expected
        self.known = known

    def scale(self, done: dict[str, float]) -> float:
        """This build's speed against the expectation, from the phases that are over."""
        planned = sum(self.expected.get(phase, 0.0) for phase in done)
        return sum(done.values()) / planned if planned > 5.0 else 1.0

    def progress(self, done: dict[str, float], phase: str, elapsed: float,
                 fraction: float | None) -> tuple[float, float]:
        """The share of the work that is done, and the seconds that are left.

        elapsed: seconds in the running phase; fraction: how far it is, where rpython tells. A phase
        that takes longer than expected stays just short of its end.
        """
        scale = self.scale(done)
        ahead = [name for name in self.expected if name not in done and name != phase]
        later = scale * sum(self.expected[name] for name in ahead)
        current = scale * self.expected.get(phase, 0.0)
        if fraction is not None and fraction > 0.1:
            current = elapsed / fraction
        worked = sum(done.values()) + min(elapsed, 0.97 * current)
        left = max(current - elapsed, 0.03 * current) + later
        return worked / (worked + left) if worked + left else 0.0, left


class ProgressBar:
    """Shows a Translation: one line redrawn on a terminal, one line per phase elsewhere."""

    def __init__(self, stream: TextIO, estimate: Estimate, translation: Translation) -> None:
        self.stream = stream
        self.estimate = estimate
        self.translation = translation
        self.terminal = stream.isatty()
        self.began = translation.clock()
        self.shown = ""

    def draw(self) -> None:
        """Called a few times per second."""
        if self.terminal:
            width = shutil.get_terminal_size().columns - 1
            self.stream.write("\r" + self.line()[:width].ljust(width))
        elif self.shown != self.translation.phase:
            self.shown = self.translation.phase
            self.stream.write(self.line() + "\n")
        self.stream.flush()

    def close(self) -> None:
        if self.terminal:
            self.stream.write("\n")

    def line(self) -> str:
        now = self.translation.clock()
        elapsed = now - self.translation.phase_began
        share, left = self.estimate.progress(
            self.translation.watched, self.translation.phase, elapsed, self.translation.fraction)
        filled = int(share * BAR_WIDTH)
        bar = "#" * filled + "-" * (BAR_WIDTH - filled)
        guess = "" if self.estimate.known else " (a guess)"
        return (f"[{bar}] {int(share * 100):2d}%  {self.phase():<10} {clock_text(elapsed)}"
                f"  all {clock_text(now - self.began)}, {left_text(left)} left{guess}")

    def phase(self) -> str:
        return "imports" if self.translation.phase == START else self.translation.phase


def clock_text(seconds: float) -> str:
    """`0:07`, `12:30`, `1:02:05`."""
    minutes, seconds = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"


def left_text(seconds: float) -> str:
    """`about 5 min`, or seconds below one minute."""
    if seconds < 60:
        return f"about {max(1, round(seconds / 5) * 5)} s"
    return f"about {round(seconds / 60)} min"
