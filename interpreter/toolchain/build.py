"""`hippy-build`: translates the engine, keeps it in the cache and links build/hippy-engine to it.

A folder of the cache is named by build_key() and holds the engine, `sources` (the hash of what it
was built from, and `jit` or `plain`), build.json (times, memory) and the translation's log.
"""

from __future__ import annotations

import argparse
import fcntl
import json
import os
import re
import selectors
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from hippy.interpreter.toolchain import engines, translator
from hippy.interpreter.toolchain.hosts import Host, HostError, find_host
from hippy.interpreter.toolchain.phases import (
    PHASES,
    PHASES_WITHOUT_JIT,
    START,
    Translation,
    first_guess,
    last_error,
)
from hippy.interpreter.toolchain.progress import Estimate, ProgressBar, clock_text
from hippy.interpreter.toolchain.sources import build_key, source_hash

REDRAW_SECONDS = 0.25
ENGINES_KEPT = 10
# What rpython's makefiles take in a path; they quote nothing.
PLAIN_PATH = re.compile(r"[A-Za-z0-9_./+-]+")


class BuildError(Exception):
    """The engine could not be built; the message names the phase and the last error."""


@dataclass(frozen=True)
class Plan:
    """One build: what from, what with, and where things go."""

    root: str
    jit: bool
    jobs: int
    host: Host
    sources: str
    key: str
    work: Path

    @property
    def cached(self) -> Path:
        return Path(engines.cache_folder()) / self.key

    @property
    def log(self) -> Path:
        return self.work / "hippy-build.log"

    @property
    def scratch(self) -> Path:
        return self.work / "translation"

    @property
    def copy(self) -> Path:
        return self.scratch / "sources"


def main(words: list[str]) -> int:
    options = parse(words)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
    try:
        host = check_requirements(options.host)
        work = work_folder(engines.ROOT)
        for folder in (work, Path(engines.cache_folder())):
            make_writable_folder(folder)
        with only_one(work / "hippy-build.lock"):
            return bring_up_to_date(make_plan(engines.ROOT, work, host, options), options.force)
    except (BuildError, translator.TranslatorError) as error:
        sys.stderr.write(f"hippy-build: {error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\nhippy-build: stopped\n")
        return 130


def interrupt(_number: int, _frame: object) -> None:
    """A signal handler: whatever ends the build ends the translation too."""
    raise KeyboardInterrupt


def parse(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="hippy-build", description="Builds the native engine, build/hippy-engine.")
    parser.add_argument("--no-jit", dest="jit", action="store_false",
                        help="leave the JIT out: a far quicker build, a far slower engine")
    parser.add_argument("--host", metavar="PATH", help="the Python 2.7 that translates")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)), metavar="N",
                        help="C compilers at a time (default: one per processor, %(default)s here)")
    parser.add_argument("--force", action="store_true", help="build again what the cache has")
    return parser.parse_args(words)


def check_requirements(wanted_host: str | None) -> Host:
    """The Python 2.7 to translate with. Raises BuildError that names all that is missing."""
    missing, host = [], None
    try:
        translator.check_tools()
    except translator.TranslatorError as error:
        missing.append(str(error))
    try:
        host = find_host(os.environ, wanted_host)
    except HostError as error:
        missing.append(str(error))
    if host is None or missing:
        raise BuildError("\n".join(missing))
    return host


def make_plan(root: str, work: Path, host: Host, options: argparse.Namespace) -> Plan:
    sources = source_hash(root)
    key = build_key(sources, translator.VERSION, translator.flags(options.jit), host.name)
    return Plan(root, options.jit, options.jobs, host, sources, key, work)


def is_checkout(root: str) -> bool:
    return os.path.exists(os.path.join(root, "setup.cfg"))


def work_folder(root: str) -> Path:
    """build/ of a checkout, else a folder of the cache: an installed Hippy has none of its own.

    Raises BuildError when neither has a path that the translator can work with.
    """
    folders = [Path(engines.cache_folder()) / "build"]
    if is_checkout(root):
        folders.insert(0, Path(root) / "build")
    for folder in folders:
        if PLAIN_PATH.fullmatch(str(folder)):
            return folder
    raise BuildError(f"the translator cannot work in {' or '.join(map(str, folders))}: its makefiles"
                     " take no spaces or special characters. Let XDG_CACHE_HOME name another folder")


def make_writable_folder(folder: Path) -> None:
    """Raises BuildError now rather than after the translation."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BuildError(f"cannot make {folder}: {error.strerror}") from None
    if not os.access(folder, os.W_OK):
        raise BuildError(f"cannot write to {folder}; the engine is kept in $XDG_CACHE_HOME/hippy "
                         "or ~/.cache/hippy")


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Holds a lock while a build runs; a second build waits and says so."""
    with open(path, "w", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("another hippy-build is at work here; waiting for it", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def bring_up_to_date(plan: Plan, force: bool) -> int:
    """Raises BuildError, TranslatorError."""
    engine = plan.cached / engines.ENGINE_NAME
    if engine.exists() and not force:
        print(f"the cache has this engine: {plan.key[:8]}, built {load_facts(plan.cached)['built']}")
    else:
        facts = build(plan)
        print(f"built in {clock_text(facts['seconds'])}, "
              f"peak memory {facts['peak_memory_kb'] / 1024 ** 2:.1f} GB")
    publish(plan, engine)
    return 0


def publish(plan: Plan, engine: Path) -> None:
    """Links build/hippy-engine to the engine, and makes the next start find it at once."""
    path = str(engine)
    if is_checkout(plan.root):
        path = os.path.relpath(engines.LINK)
        fresh = f"{engines.LINK}.new"
        if os.path.lexists(fresh):
            os.unlink(fresh)
        os.symlink(engine, fresh)
        os.replace(fresh, engines.LINK)
    if engines.native_engine(plan.root, engines.LINK) == str(engine):
        print(f"{path}: native engine {plan.key[:8]}, which hippy runs from now on")
    else:
        print(f"{path}: native engine {plan.key[:8]}, stale already: the sources have changed")


def build(plan: Plan) -> dict:
    """Translates into the cache; returns the facts of build.json. Raises BuildError."""
    print(f"translating with {plan.host.name} ({plan.host.path}), "
          f"{'with the JIT' if plan.jit else 'without the JIT'}; log: {os.path.relpath(plan.log)}")
    library = translator.install(plan.work)
    shutil.rmtree(plan.scratch, ignore_errors=True)
    plan.scratch.mkdir()
    target = translator.write_target(plan.scratch, copy_sources(plan))
    output = plan.scratch / engines.ENGINE_NAME
    facts = translate(plan, library, target, output)
    try_out(output)
    store(plan, output, facts)
    shutil.rmtree(plan.scratch)
    return facts


def copy_sources(plan: Plan) -> str:
    """Copies the sources, so that they may be edited during the build; returns the copy's root."""
    interpreter = os.path.join(plan.root, "interpreter")
    shutil.copytree(interpreter, plan.copy / "interpreter",
                    ignore=shutil.ignore_patterns("__pycache__", ".*", "toolchain"))
    if source_hash(str(plan.copy)) != plan.sources:
        raise BuildError("a source file was written this very moment: build again")
    return str(plan.copy)


def translate(plan: Plan, library: Path, target: Path, output: Path) -> dict:
    """Runs rpython under a progress bar; raises BuildError with the phase and the last error."""
    translation = Translation(time.monotonic)
    bar = ProgressBar(sys.stdout, make_estimate(plan.jit, plan.host), translation)
    began = time.monotonic()
    process = subprocess.Popen(
        translator.command(plan.host.path, target, output, plan.jit, plan.jobs),
        env=translator.environment(library, plan.scratch), cwd=plan.scratch,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        process_group=0)
    try:
        watch(process, translation, bar, plan.log)
        _, status, usage = os.wait4(process.pid, 0)
    except BaseException:
        # The C compilers too, which the translator has started.
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise
    finally:
        bar.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    translation.leave()
    if process.returncode != 0 or not output.exists():
        raise BuildError(failure(process.returncode, translation.phase, plan))
    return {
        "key": plan.key,
        "sources": plan.sources,
        "jit": plan.jit,
        "rpython": translator.VERSION,
        "host": plan.host.name,
        "built": datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "seconds": round(time.monotonic() - began, 1),
        "phases": {name: round(took, 1) for name, took in translation.seconds().items()},
        "peak_memory_kb": usage.ru_maxrss,
        "engine_bytes": output.stat().st_size,
    }


def watch(process: subprocess.Popen, translation: Translation, bar: ProgressBar,
          log_path: Path) -> None:
    """Copies the translation's output to its log and the progress bar, until it ends."""
    pending = b""
    with open(log_path, "wb") as log, selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        while True:
            if selector.select(REDRAW_SECONDS):
                data = os.read(process.stdout.fileno(), 65536)
                if not data:
                    return
                log.write(data)
                log.flush()
                *lines, pending = (pending + data).split(b"\n")
                for line in lines:
                    translation.feed(line.decode("utf-8", "replace"))
            if translation.phase == "compile" and translation.c_folder:
                translation.fraction = compiled_share(translation.c_folder)
            bar.draw()


def compiled_share(folder: str) -> float | None:
    """How much of the generated C has been compiled, by the size of the files."""
    sizes = {entry.name: entry.stat().st_size for entry in os.scandir(folder)}
    whole = sum(size for name, size in sizes.items() if name.endswith(".c"))
    done = sum(size for name, size in sizes.items()
               if name.endswith(".c") and name[:-2] + ".o" in sizes)
    return done / whole if whole else None


def failure(status: int, phase: str, plan: Plan) -> str:
    """What to tell about a translation that failed; places are named as in the tree."""
    lines = plan.log.read_text("utf-8", "replace").splitlines()
    if status == -9:
        error = "killed: most likely the memory ran out"
    elif status < 0:
        error = f"killed by signal {-status}"
    else:
        error = last_error(lines) or "\n".join(lines[-5:])
    error = error.replace(str(plan.copy), plan.root)
    where = "while the engine was imported" if phase == START else f"in phase {phase}"
    return f"failed {where}:\n{error}\nlog: {plan.log}"


def try_out(engine: Path) -> None:
    """Raises BuildError when the new engine cannot run PHP at all."""
    code = "echo 6 * 7;"
    try:
        done = subprocess.run([engine, "-r", code], stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=300, check=False)
    except subprocess.TimeoutExpired:
        raise BuildError(f"the new engine hangs at {code!r}; it is {engine}") from None
    if done.returncode != 0 or done.stdout != b"42":
        raise BuildError(f"the new engine does not work: {code!r} gave {done.stdout!r}, "
                         f"{done.stderr[-400:]!r}, status {done.returncode}; it is {engine}")


def store(plan: Plan, output: Path, facts: dict) -> None:
    """Moves a finished engine into the cache, whole or not at all, and drops the oldest ones."""
    fresh = plan.cached.with_name(f"{plan.key}.{os.getpid()}")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    shutil.move(output, fresh / engines.ENGINE_NAME)
    shutil.copy(plan.log, fresh / plan.log.name)
    options = "jit" if plan.jit else "plain"
    (fresh / "sources").write_text(f"{plan.sources} {options}\n", encoding="ascii")
    (fresh / "build.json").write_text(json.dumps(facts, indent=2) + "\n", encoding="ascii")
    shutil.rmtree(plan.cached, ignore_errors=True)
    fresh.rename(plan.cached)
    for folder in cached_builds()[ENGINES_KEPT:]:
        shutil.rmtree(folder)


def cached_builds() -> list[Path]:
    """The cache's folders, latest build first."""
    found = Path(engines.cache_folder()).glob("*/build.json")
    return [path.parent for path in sorted(found, key=lambda path: -path.stat().st_mtime)]


def load_facts(folder: Path) -> dict:
    return json.loads((folder / "build.json").read_text(encoding="ascii"))


def make_estimate(jit: bool, host: Host) -> Estimate:
    """From the latest build of this sort on this sort of host, else from built-in proportions."""
    implementation = host.name.split()[0]
    for folder in cached_builds():
        facts = load_facts(folder)
        if facts["jit"] == jit and facts["host"].split()[0] == implementation:
            return Estimate(facts["phases"], known=True)
    names = PHASES if jit else PHASES_WITHOUT_JIT
    return Estimate(first_guess(names, implementation), known=False)
