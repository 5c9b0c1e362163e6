"""Collects the .phpt files below this folder and runs them, several at a time.

pending.txt names the files that our engine is not expected to pass yet; one that passes all the
same is a failure, so that the list stays true.
"""

from __future__ import annotations

import functools
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from hippy.tests import engines, phpt

FOLDER = Path(__file__).resolve().parent
PENDING = FOLDER / "pending.txt"
SECONDS = 60
COUNTS_VIOLATION = b"owner count"


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if file_path.suffix == ".phpt":
        return PhptFile.from_parent(parent, path=file_path)
    return None


class PhptFile(pytest.File):
    """One .phpt file: a test of our engine and, when asked for, one of the reference."""

    def collect(self) -> Iterator[pytest.Item]:
        test = phpt.read_phpt(self.path)
        if test.ours is not None and "differences" not in self.path.parts:
            raise phpt.PhptError("--OURS-- is for tests in differences/")
        options = self.config.option
        if options.reference or options.update:
            yield ReferenceItem.from_parent(self, name="reference", test=test)
        if not options.update:
            yield EngineItem.from_parent(self, name=options.engine, test=test)


class PhpItem(pytest.Item):
    """A run of one .phpt file. The run may have been started ahead of its turn."""

    def __init__(self, test: phpt.PhpTest, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.test = test
        self.started: Future[phpt.Outcome] | None = None

    def start(self) -> phpt.Outcome:
        """Run the file; called by a worker thread."""
        raise NotImplementedError

    def outcome(self) -> phpt.Outcome:
        """The run's outcome, waited for where it was started ahead."""
        return self.started.result() if self.started else self.start()

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> str:
        if isinstance(excinfo.value, (PhpFailure, phpt.PhptError)):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, f"{self.path.relative_to(FOLDER)}: {self.test.title}"


class EngineItem(PhpItem):
    """A .phpt file on our engine."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        reason = pending_reasons().get(str(self.path.relative_to(FOLDER)))
        if reason is not None:
            self.add_marker(pytest.mark.xfail(reason=reason, raises=PhpFailure, strict=True))

    def start(self) -> phpt.Outcome:
        kind = self.config.option.engine
        return run(engines.engine_command(kind), self.test, engines.engine_environment(kind))

    def runtest(self) -> None:
        outcome = self.outcome()
        difference = self.test.difference(outcome)
        if difference is None and COUNTS_VIOLATION in outcome.stderr:
            difference = "the engine's check of owner counts failed"
        if difference is not None:
            raise PhpFailure(difference, outcome)


class ReferenceItem(PhpItem):
    """A .phpt file on the PHP reference. With `--update` a wrong expectation is rewritten."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.add_marker(pytest.mark.reference)

    def start(self) -> phpt.Outcome:
        return run(engines.reference_command(), self.test, dict(os.environ), self.record)

    def record(self, outcome: phpt.Outcome, script: Path) -> None:
        """Write the outcome into the test's file, where `--update` asks for it and it differs."""
        if self.config.option.update and self.test.difference(outcome, from_reference=True):
            text = self.path.read_bytes()
            self.path.write_bytes(phpt.with_recorded_outcome(text, outcome, script))

    def runtest(self) -> None:
        outcome = self.outcome()
        if self.config.option.update:
            return
        difference = self.test.difference(outcome, from_reference=True)
        if difference is not None:
            raise PhpFailure("the reference disagrees:\n" + difference, outcome)


class PhpFailure(AssertionError):
    """An outcome that is not the expected one."""

    def __init__(self, difference: str, outcome: phpt.Outcome) -> None:
        stderr = phpt.readable(outcome.stderr[-4000:]).rstrip()
        super().__init__(difference + ("\n\nstandard error:\n" + stderr if stderr else ""))


def run(
    command: list[str],
    test: phpt.PhpTest,
    environment: dict[str, str],
    record: Callable[[phpt.Outcome, Path], None] | None = None,
) -> phpt.Outcome:
    """Run a test's source as a file of its own, in a folder of its own, and give the outcome.

    `record` gets the outcome and the file's path while that still exists.
    """
    with tempfile.TemporaryDirectory(prefix="hippy-") as folder:
        script = Path(folder).resolve() / (test.path.stem + ".php")
        script.write_bytes(test.source)
        try:
            done = subprocess.run(
                [*command, str(script), *test.args],
                input=test.stdin,
                capture_output=True,
                cwd=folder,
                env=environment,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as expired:
            raise PhpFailure(
                f"no end after {SECONDS} seconds",
                phpt.Outcome(expired.stdout or b"", expired.stderr or b"", 0),
            ) from None
        outcome = phpt.Outcome(done.stdout, done.stderr, done.returncode)
        if record is not None:
            record(outcome, script)
        return outcome


@functools.cache
def pending_reasons() -> dict[str, str]:
    """The files that our engine is not expected to pass, each with the reason."""
    reasons = {}
    for line in PENDING.read_text().splitlines():
        if line and not line.startswith("#"):
            name, _, reason = line.partition(": ")
            reasons[name] = reason
    return reasons


class Ahead:
    """Starts the runs of all collected .phpt files on as many threads as there are processors."""

    def __init__(self) -> None:
        self.pool = ThreadPoolExecutor(os.cpu_count())

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        if session.config.option.collectonly:
            return
        for item in session.items:
            if isinstance(item, PhpItem):
                item.started = self.pool.submit(item.start)

    def pytest_sessionfinish(self) -> None:
        self.pool.shutdown(cancel_futures=True)


def pytest_configure(config: pytest.Config) -> None:
    # Under pytest-xdist every worker collects everything, so it must not start everything.
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Ahead(), "hippy-ahead")
