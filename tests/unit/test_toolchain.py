"""Building and finding engines: hashes, stale engines, hosts, rpython's log, estimates."""

from __future__ import annotations

import os
import pwd
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hippy import main
from hippy.interpreter.toolchain import build, engines, hosts, phases, translator
from hippy.interpreter.toolchain.progress import Estimate, ProgressBar, clock_text, left_text
from hippy.interpreter.toolchain.sources import build_key, source_hash

ROOT = Path(__file__).resolve().parents[2]
LOGS = Path(__file__).parent / "translation_logs"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A root with two source files, and things that are no sources."""
    root = tmp_path / "tree"
    for name in ("interpreter/vm", "interpreter/toolchain", "interpreter/vm/__pycache__", "build"):
        (root / name).mkdir(parents=True)
    (root / "setup.cfg").write_text("")
    (root / "interpreter/target.py").write_text("target = 1\n")
    (root / "interpreter/vm/loop.py").write_text("loop = 1\n")
    (root / "interpreter/toolchain/build.py").write_text("build = 1\n")
    return root


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "hippy"


def put_engine(cache: Path, key: str, sources: str, options: str = "jit") -> Path:
    folder = cache / key
    folder.mkdir(parents=True)
    (folder / "sources").write_text(f"{sources} {options}\n")
    return script(folder / "hippy-engine", "exit 0")


def script(path: Path, body: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def find(tree: Path) -> str | None:
    return engines.native_engine(str(tree), str(tree / "build/hippy-engine"))


# The sources' hash


@pytest.mark.parametrize("change", [
    lambda tree: (tree / "interpreter/vm/loop.py").write_text("loop = 2\n"),
    lambda tree: (tree / "interpreter/vm/new.py").write_text(""),
    lambda tree: (tree / "interpreter/vm/loop.py").unlink(),
    lambda tree: (tree / "interpreter/vm/loop.py").rename(tree / "interpreter/vm/lop.py"),
])
def test_hash_follows_the_sources(tree: Path, change: Callable[[Path], object]) -> None:
    before = source_hash(str(tree))
    change(tree)
    assert source_hash(str(tree)) != before


@pytest.mark.parametrize("name", [
    "interpreter/toolchain/build.py", "interpreter/README.md", "repl/shell.py",
    "interpreter/vm/__pycache__/loop.cpython-311.pyc", "interpreter/vm/.loop.py.swp",
])
def test_hash_leaves_out_what_is_not_translated(tree: Path, name: str) -> None:
    before = source_hash(str(tree))
    (tree / name).parent.mkdir(exist_ok=True)
    (tree / name).write_text("changed\n")
    assert source_hash(str(tree)) == before


def test_hash_is_the_same_in_another_place(tree: Path) -> None:
    before = source_hash(str(tree))
    moved = tree.rename(tree.with_name("moved"))
    assert source_hash(str(moved)) == before


def test_key_follows_everything_that_shapes_the_engine() -> None:
    keys = {build_key(*row) for row in (
        ("a", "0.2.1", ["-Ojit"], "PyPy 7.3.3"),
        ("b", "0.2.1", ["-Ojit"], "PyPy 7.3.3"),
        ("a", "0.2.2", ["-Ojit"], "PyPy 7.3.3"),
        ("a", "0.2.1", ["-O2"], "PyPy 7.3.3"),
        ("a", "0.2.1", ["-Ojit"], "CPython 2.7.18"),
    )}
    assert len(keys) == 5


# Finding an engine


def test_engine_of_these_sources_is_found(tree: Path, cache: Path) -> None:
    engine = put_engine(cache, "k1", source_hash(str(tree)))
    assert find(tree) == str(engine)
    assert find(tree) == str(engine), "from the record of the first time"


def test_stale_engine_is_refused(tree: Path, cache: Path) -> None:
    engine = put_engine(cache, "k1", source_hash(str(tree)))
    (tree / "build/hippy-engine").symlink_to(engine)
    assert find(tree) == str(engine)
    (tree / "interpreter/vm/loop.py").write_text("loop = 22\n")
    assert find(tree) is None


def test_change_of_the_same_size_is_seen(tree: Path, cache: Path) -> None:
    put_engine(cache, "k1", source_hash(str(tree)))
    assert find(tree)
    path = tree / "interpreter/vm/loop.py"
    path.write_text("loop = 2\n")
    os.utime(path, ns=(1, 1))
    assert find(tree) is None


def test_engine_that_comes_later_is_found(tree: Path, cache: Path) -> None:
    assert find(tree) is None
    engine = put_engine(cache, "k1", source_hash(str(tree)))
    assert find(tree) == str(engine)


def test_engine_that_went_is_not_found(tree: Path, cache: Path) -> None:
    engine = put_engine(cache, "k1", source_hash(str(tree)))
    assert find(tree)
    engine.unlink()
    assert find(tree) is None


def test_linked_engine_wins_then_the_one_with_a_jit(tree: Path, cache: Path) -> None:
    sources = source_hash(str(tree))
    plain = put_engine(cache, "zz", sources, "plain")
    jit = put_engine(cache, "aa", sources, "jit")
    put_engine(cache, "other", "0" * 64, "jit")
    assert find(tree) == str(jit)
    (tree / "build/hippy-engine").symlink_to(plain)
    assert find(tree) == str(plain)


def test_linked_engine_of_another_cache_is_found(tree: Path, cache: Path, tmp_path: Path) -> None:
    engine = put_engine(tmp_path / "other", "k1", source_hash(str(tree)))
    (tree / "build/hippy-engine").symlink_to(engine)
    assert find(tree) == str(engine)
    (tree / "interpreter/vm/loop.py").write_text("loop = 2\n")
    assert find(tree) is None


@pytest.mark.parametrize(("environ", "folder"), [
    ({"XDG_CACHE_HOME": "/x", "HOME": "/h"}, "/x/hippy"),
    ({"XDG_CACHE_HOME": "x", "HOME": "/h"}, "/h/.cache/hippy"),
    ({"XDG_CACHE_HOME": "", "HOME": ""}, None),
    ({"HOME": "h"}, None),
    ({}, None),
])
def test_cache_folder(environ: dict[str, str], folder: str | None,
                      monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    home = pwd.getpwuid(os.getuid()).pw_dir
    assert engines.cache_folder() == (folder or f"{home}/.cache/hippy")


def test_unwritable_cache_does_no_harm(tree: Path, cache: Path) -> None:
    cache.parent.write_text("a file where the folder should be")
    assert find(tree) is None


def test_forced_engine_that_is_missing_is_an_error(
        tree: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "ROOT", str(tree))
    monkeypatch.setattr(engines, "LINK", str(tree / "build/hippy-engine"))
    assert engines.find_engine().kind == "python"
    assert engines.find_engine().description == "python"
    with pytest.raises(engines.EngineError, match="no native engine.*run hippy-build"):
        engines.find_engine("native")
    (tree / "build/hippy-engine").symlink_to(put_engine(cache, "old", "0" * 64))
    assert engines.find_engine().description == "python (native is stale)"
    with pytest.raises(engines.EngineError, match="built from other sources.*run hippy-build"):
        engines.find_engine("native")


def test_record_of_a_very_deep_root(cache: Path) -> None:
    root = "/" + "/".join(["folder"] * 60)
    engines.Record("stamp\nof two lines", "hash", "").write(root)
    record = engines.Record.read(root)
    assert (record.stamp, record.sources, record.engine) == ("stamp\nof two lines", "hash", "")


# The commands


@pytest.mark.parametrize(("words", "kind", "kept"), [
    (["x.php", "--engine=native"], None, ["x.php", "--engine=native"]),
    (["--engine=python", "x.php", "-l"], "python", ["x.php", "-l"]),
    (["-n", "--engine=native", "x.php"], "native", ["-n", "x.php"]),
    (["-d", "precision=3", "--engine=native", "x.php"], "native", ["-d", "precision=3", "x.php"]),
    (["-l", "x.php", "--engine=native"], None, ["-l", "x.php", "--engine=native"]),
    (["-l", "--engine=native", "x.php"], "native", ["-l", "x.php"]),
    (["-d"], None, ["-d"]),
    (["-dx=1", "--engine=native"], "native", ["-dx=1"]),
    (["-nd", "x=1", "--engine=native"], "native", ["-nd", "x=1"]),
    (["--define=x", "--engine=native"], "native", ["--define=x"]),
    (["-r", "--engine=native"], None, ["-r", "--engine=native"]),
    (["-r", "1;", "--engine=native", "x"], "native", ["-r", "1;", "x"]),
    (["--", "--engine=native"], None, ["--", "--engine=native"]),
    (["-", "--engine=native"], None, ["-", "--engine=native"]),
    ([], None, []),
])
def test_engine_option(words: list[str], kind: str | None, kept: list[str],
                       monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main, "find_engine", lambda kind: kind)
    assert main.choose_engine(words) == (kind, kept)


def test_unknown_engine_is_an_error() -> None:
    with pytest.raises(engines.EngineError, match="--engine=quick: the engines are native and py"):
        main.choose_engine(["--engine=quick", "x.php"])


def test_version_names_the_engine() -> None:
    done = subprocess.run([sys.executable, ROOT / "main.py", "run", "--engine=python", "--version"],
                          capture_output=True, text=True, check=True)
    assert done.stdout == f"Hippy {main.VERSION} (PHP {engines.PHP_VERSION}), engine: python\n"


def test_the_way_to_the_engine_imports_next_to_nothing(tree: Path, cache: Path) -> None:
    put_engine(cache, "k1", source_hash(str(tree)))
    for name in ("main.py", "interpreter/__init__.py"):
        (tree / name).write_text((ROOT / name).read_text())
    for path in (ROOT / "interpreter/toolchain").glob("*.py"):
        (tree / "interpreter/toolchain" / path.name).write_text(path.read_text())
    put_engine(cache, "k2", source_hash(str(tree)))
    for _ in range(2):
        done = subprocess.run([sys.executable, "-I", "-S", "-X", "importtime", tree / "main.py",
                               "run"], capture_output=True, text=True, check=True)
    names = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    bare = subprocess.run([sys.executable, "-I", "-S", "-X", "importtime", "-c", "import os"],
                          capture_output=True, text=True, check=True)
    names -= {line.rpartition("|")[2].strip() for line in bare.stderr.splitlines()}
    assert names == {"__future__", "hippy.interpreter", "hippy.interpreter.toolchain",
                     "hippy.interpreter.toolchain.engines"}


def test_unknown_command_shows_the_commands() -> None:
    done = subprocess.run([sys.executable, ROOT / "main.py", "walk"], capture_output=True,
                          text=True, check=False)
    assert done.returncode == 2
    assert "there is no command walk\nusage: python3 main.py run " in done.stderr


# The host


ANSWERS = {
    "pypy27": "echo PyPy 7.3.3 2.7 1",
    "cpython27": "echo CPython 2.7.18 2.7 1",
    "pypy3": "echo PyPy 7.3.11 3.9 1",
    "narrow": "echo CPython 2.7.18 2.7 0",
    "shim": "echo 'pyenv: python2.7: command not found' >&2; exit 127",
}


@pytest.mark.parametrize(("found", "expected"), [
    ({"bin/pypy": "pypy27", "bin/python2.7": "cpython27"}, "bin/pypy"),
    ({"bin/pypy": "pypy3", "bin/pypy2": "pypy27", "bin/python2.7": "cpython27"}, "bin/pypy2"),
    ({"bin/pypy": "pypy3", "bin/python2.7": "cpython27"}, "bin/python2.7"),
    ({"bin/python2": "cpython27", "pyenv/versions/pypy2.7-7.3.17/bin/pypy": "pypy27"},
     "bin/python2"),
    ({"bin/python2.7": "shim", "pyenv/versions/2.7.18/bin/python2.7": "cpython27"},
     "pyenv/versions/2.7.18/bin/python2.7"),
    ({"pyenv/versions/2.7.18/bin/python2.7": "cpython27",
      "pyenv/versions/pypy2.7-7.3.17/bin/pypy": "pypy27"},
     "pyenv/versions/pypy2.7-7.3.17/bin/pypy"),
    ({"bin/python2.7": "narrow"}, None),
    ({}, None),
])
def test_host_order(tmp_path: Path, found: dict[str, str], expected: str | None) -> None:
    for name, answer in found.items():
        script(tmp_path / name, ANSWERS[answer])
    environ = {"PATH": str(tmp_path / "bin"), "PYENV_ROOT": str(tmp_path / "pyenv")}
    if expected is None:
        with pytest.raises(hosts.HostError, match="debian-host.sh(?s:.*)pyenv install"):
            hosts.find_host(environ)
    else:
        assert hosts.find_host(environ).path == str(tmp_path / expected)


def test_pyenv_is_looked_for_at_home(tmp_path: Path) -> None:
    script(tmp_path / ".pyenv/versions/2.7.18/bin/python2.7", ANSWERS["cpython27"])
    host = hosts.find_host({"PATH": "", "HOME": str(tmp_path)})
    assert host.name == "CPython 2.7.18"


def test_wanted_host_must_fit(tmp_path: Path) -> None:
    wanted = script(tmp_path / "other", ANSWERS["cpython27"])
    assert hosts.find_host({}, str(wanted)).path == str(wanted)
    with pytest.raises(hosts.HostError, match="not a 64-bit Python 2.7"):
        hosts.find_host({}, str(script(tmp_path / "third", ANSWERS["pypy3"])))


# rpython's log


class Clock:
    """Seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def feed(name: str) -> phases.Translation:
    """A Translation that saw a log, one second per line."""
    clock = Clock()
    translation = phases.Translation(clock)
    for line in (LOGS / f"{name}.log").read_text().splitlines():
        clock.now += 1.0
        translation.feed(line)
    translation.leave()
    return translation


def test_phases_of_a_build_with_a_jit() -> None:
    translation = feed("jit")
    assert tuple(translation.watched) == phases.PHASES
    assert translation.phase == "compile"
    assert translation.c_folder == "/home/me/hippy/build/translation/usession-hippy-0/testing_1"
    assert translation.seconds() == {
        "annotate": 61.5, "rtype": 40.0, "pyjitpl": 120.3, "backendopt": 22.1, "stackcheck": 1.5,
        "database": 44.0, "source": 12.9, "compile": 90.7}


def test_share_of_a_phase() -> None:
    translation = phases.Translation(Clock())
    translation.feed("starting annotate")
    translation.feed("[rtyper] specializing: 10 / 100 blocks   (10%)")
    assert translation.fraction is None, "rtyper's count is a share of the rtype phase alone"
    translation.feed("starting rtype_lltype")
    translation.feed("[rtyper] specializing: 50 / 200 blocks   (25%)")
    assert translation.fraction == 0.25
    translation.feed("starting pyjitpl_lltype")
    assert translation.fraction is None


@pytest.mark.parametrize(("name", "phase", "error"), [
    ("union", "annotate", """\
UnionError: Offending annotations:
  SomeString(no_nul=True)
  SomeInteger(knowntype=int, nonneg=False, unsigned=False)
    v3 = setattr(self_0, ('name'), n_0)
In <FunctionGraph of (hippy.interpreter.vm.frame:12)set_name at 0x55d0>:
Happened at file /home/me/hippy/build/translation/sources/interpreter/vm/frame.py line 13
==>     self.name = n"""),
    ("import", "start", """\
  File "/home/me/hippy/build/translation/sources/interpreter/vm/loop.py", line 4, in <module>
ImportError: No module named nothere"""),
    ("compiler", "compile", """\
CompilationError: CompilationError(err=\"\"\"
	/usr/bin/ld: implement.o: in function `pypy_g_call':
	implement.c:(.text+0xf): undefined reference to `pcre2_match_8'
	collect2: error: ld returned 1 exit status
	\"\"\")"""),
])
def test_last_error(name: str, phase: str, error: str) -> None:
    assert feed(name).phase == phase
    assert phases.last_error((LOGS / f"{name}.log").read_text().splitlines()) == error


def test_log_without_an_error() -> None:
    assert phases.last_error((LOGS / "jit.log").read_text().splitlines()) == ""


def test_long_error_is_cut() -> None:
    lines = ["[translation:ERROR] AnnotatorError:", *(f"line {number}" for number in range(50))]
    shown = phases.last_error(lines).split("\n")
    assert shown[-2:] == ["line 28", "... and 21 lines more in the log"]


# The estimate


def test_estimate_scales_with_what_has_passed() -> None:
    estimate = Estimate({"annotate": 100.0, "rtype": 100.0, "compile": 200.0}, known=True)
    share, left = estimate.progress({}, "annotate", 0.0, None)
    assert (share, left) == (0.0, 400.0)
    share, left = estimate.progress({"annotate": 50.0}, "rtype", 25.0, None)
    assert left == pytest.approx(25.0 + 100.0)
    assert share == pytest.approx(75.0 / 200.0)


def test_overdue_phase_never_claims_to_be_over() -> None:
    estimate = Estimate({"annotate": 100.0, "rtype": 100.0}, known=True)
    share, left = estimate.progress({"annotate": 100.0}, "rtype", 5000.0, None)
    assert 0.9 < share < 1.0
    assert left > 0


def test_known_share_of_a_phase_beats_the_expectation() -> None:
    estimate = Estimate({"annotate": 100.0, "compile": 100.0}, known=True)
    _, left = estimate.progress({"annotate": 100.0}, "compile", 90.0, 0.25)
    assert left == pytest.approx(270.0)


PYPY = hosts.Host("/bin/pypy", "PyPy 7.3.3")
CPYTHON = hosts.Host("/bin/python2.7", "CPython 2.7.18")


def test_first_guess_says_that_it_is_one(cache: Path) -> None:
    estimate = build.make_estimate(True, PYPY)
    assert not estimate.known
    assert tuple(estimate.expected) == phases.PHASES
    assert "pyjitpl" not in build.make_estimate(False, PYPY).expected


def test_first_guess_for_cpython_is_longer_but_for_gcc(cache: Path) -> None:
    quick, slow = (build.make_estimate(True, host).expected for host in (PYPY, CPYTHON))
    assert slow["annotate"] > quick["annotate"]
    assert slow["compile"] == quick["compile"]


def test_estimate_comes_from_the_last_build_of_its_sort(cache: Path) -> None:
    for key, jit, host, took, when in (
            ("a", "true", "PyPy 7.3.3", 5.0, 10), ("b", "true", "PyPy 7.3.17", 6.0, 20),
            ("c", "false", "PyPy 7.3.3", 7.0, 30), ("d", "true", "CPython 2.7.18", 8.0, 40)):
        facts = cache / key / "build.json"
        facts.parent.mkdir(parents=True)
        facts.write_text(
            f'{{"jit": {jit}, "host": "{host}", "phases": {{"annotate": {took}}}}}')
        os.utime(facts, (when, when))
    estimate = build.make_estimate(True, PYPY)
    assert estimate.known
    assert estimate.expected == {"annotate": 6.0}


def test_bar_off_a_terminal_is_a_line_per_phase() -> None:
    clock = Clock()
    translation = phases.Translation(clock)
    shown: list[str] = []

    class Stream:
        def isatty(self) -> bool:
            return False

        def write(self, text: str) -> None:
            shown.append(text)

        def flush(self) -> None:
            pass

    bar = ProgressBar(Stream(), Estimate({"annotate": 60.0, "rtype": 60.0}, known=False),
                      translation)
    for line in ("starting annotate", "x", "starting rtype_lltype"):
        translation.feed(line)
        bar.draw()
        clock.now += 60.0
    bar.close()
    assert shown == [
        "[------------------------]  0%  annotate   0:00  all 0:00, about 2 min left"
        " (a guess)\n",
        "[############------------] 50%  rtype      0:00  all 2:00, about 2 min left"
        " (a guess)\n"]


@pytest.mark.parametrize(("seconds", "text"), [(7, "0:07"), (750.9, "12:30"), (3725, "1:02:05")])
def test_clock_text(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text


@pytest.mark.parametrize(("seconds", "text"), [
    (0.2, "about 1 s"), (31, "about 30 s"), (61, "about 1 min"), (1000, "about 17 min")])
def test_left_text(seconds: float, text: str) -> None:
    assert left_text(seconds) == text


# The build


def fake_host(tmp_path: Path, body: str) -> Path:
    """A Python 2.7 whose `-m rpython` runs body, with $output set."""
    return script(tmp_path / "host" / "pypy", f"""\
if [ "$2" = -c ]; then echo PyPy 7.3.3 2.7 1; exit; fi
for word; do case $word in --output=*) output=${{word#--output=}};; esac; done
{body}""")


@pytest.fixture
def bench(tree: Path, cache: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A tree that hippy-build works on, with nothing to install."""
    monkeypatch.setattr(engines, "ROOT", str(tree))
    monkeypatch.setattr(engines, "LINK", str(tree / "build/hippy-engine"))
    monkeypatch.setattr(translator, "install", lambda folder: folder)
    monkeypatch.setattr(translator, "check_tools", lambda: None)
    monkeypatch.chdir(tmp_path)
    return tree


GOOD = """\
echo starting annotate; echo starting compile_c
printf '#!/bin/sh\\nprintf 42\\n' > $output; chmod +x $output"""


def test_build_caches_links_and_finds(bench: Path, cache: Path, tmp_path: Path,
                                      capsys: pytest.CaptureFixture[str]) -> None:
    host = fake_host(tmp_path, GOOD)
    assert build.main([f"--host={host}"]) == 0
    link = bench / "build/hippy-engine"
    engine = link.resolve()
    assert engine.parent.parent == cache
    assert engines.find_engine("native").argv == [str(engine)]
    facts = build.load_facts(engine.parent)
    assert set(facts["phases"]) == {"annotate", "compile"}
    assert facts["peak_memory_kb"] > 0
    assert facts["jit"] is True
    assert (engine.parent / "hippy-build.log").read_text().startswith("starting annotate")
    assert "which hippy runs from now on" in capsys.readouterr().out
    assert build.main([f"--host={host}"]) == 0
    assert "the cache has this engine" in capsys.readouterr().out


def test_failed_build_tells_phase_and_error(bench: Path, tmp_path: Path,
                                            capsys: pytest.CaptureFixture[str]) -> None:
    host = fake_host(tmp_path, f"cat {LOGS / 'union.log'}; exit 1")
    assert build.main([f"--host={host}"]) == 1
    shown = capsys.readouterr().err
    assert "failed in phase annotate:\nUnionError: Offending annotations:" in shown
    assert str(bench / "build/hippy-build.log") in shown
    assert not (bench / "build/hippy-engine").exists()


def test_places_in_errors_are_those_of_the_tree(bench: Path, tmp_path: Path,
                                                capsys: pytest.CaptureFixture[str]) -> None:
    copy = bench / "build/translation/sources/interpreter/vm/loop.py"
    host = fake_host(tmp_path, f"echo '[translation:ERROR] XError: at {copy}'; exit 1")
    assert build.main([f"--host={host}"]) == 1
    assert f"XError: at {bench}/interpreter/vm/loop.py\n" in capsys.readouterr().err


def test_killed_build_says_so(bench: Path, tmp_path: Path,
                              capsys: pytest.CaptureFixture[str]) -> None:
    host = fake_host(tmp_path, "echo starting rtype_lltype; kill -9 $$")
    assert build.main([f"--host={host}"]) == 1
    shown = capsys.readouterr().err
    assert "failed in phase rtype" in shown
    assert "memory" in shown


def test_engine_that_does_not_work_is_not_kept(bench: Path, cache: Path, tmp_path: Path,
                                               capsys: pytest.CaptureFixture[str]) -> None:
    host = fake_host(tmp_path, GOOD.replace("printf 42", "exit 139"))
    assert build.main([f"--host={host}"]) == 1
    assert "the new engine does not work" in capsys.readouterr().err
    assert build.cached_builds() == []


def test_sources_may_change_during_a_build(bench: Path, tmp_path: Path,
                                           capsys: pytest.CaptureFixture[str]) -> None:
    host = fake_host(tmp_path, f"echo x >> {bench}/interpreter/vm/loop.py\n{GOOD}")
    assert build.main([f"--host={host}"]) == 0
    assert "stale already" in capsys.readouterr().out
    with pytest.raises(engines.EngineError, match="built from other sources"):
        engines.find_engine("native")


def test_target_makes_the_tree_importable(tmp_path: Path) -> None:
    folder = tmp_path / "a 'quoted' fold\xe9r"
    (folder / "interpreter").mkdir(parents=True)
    (folder / "interpreter/target.py").write_text("def target(driver, args): return 42\n")
    target = translator.write_target(tmp_path, str(folder))
    code = "import runpy, sys; print(runpy.run_path(sys.argv[1])['target'](None, None))"
    done = subprocess.run([sys.executable, "-I", "-c", code, target], capture_output=True,
                          text=True, check=False)
    assert done.stdout == "42\n", done.stderr


def test_missing_tools_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translator.shutil, "which", lambda name: None if name == "make" else name)
    with pytest.raises(translator.TranslatorError, match="make: not installed.*apt-get install"):
        translator.check_tools()


def test_missing_headers_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("gcc", "make", "pkg-config"):
        script(tmp_path / name, "exit 1")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(translator.TranslatorError, match="apt-get install libc6-dev libffi-dev"):
        translator.check_tools()


def test_all_that_is_missing_is_named_at_once(tmp_path: Path,
                                              monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"PATH": str(tmp_path), "PYENV_ROOT": str(tmp_path)}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(build.BuildError, match="gcc, make, pkg-config: (?s:.*) Python 2.7"):
        build.check_requirements(None)


def test_build_goes_where_makefiles_can_follow(bench: Path, cache: Path, tmp_path: Path,
                                               monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "is_checkout", lambda root: True)
    assert build.work_folder("/home/a-b/hippy") == Path("/home/a-b/hippy/build")
    for root in ("/home/a b/hippy", "/home/\xe9", "/home/it's"):
        assert build.work_folder(root) == cache / "build"
    monkeypatch.setenv("XDG_CACHE_HOME", "/home/a b")
    with pytest.raises(build.BuildError, match="no spaces"):
        build.work_folder("/home/a b/hippy")


def test_unwritable_cache_is_told_before_the_build(bench: Path, tmp_path: Path,
                                                   monkeypatch: pytest.MonkeyPatch,
                                                   capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert build.main([f"--host={fake_host(tmp_path, 'exit 1')}"]) == 1
    assert "hippy-build: cannot make " in capsys.readouterr().err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_build_takes_its_processes_along(tree: Path, cache: Path, tmp_path: Path,
                                                 number: int) -> None:
    host = fake_host(tmp_path, f"sleep 100 & echo $! > {tmp_path}/child; echo on; wait")
    for name in ("gcc", "make", "pkg-config"):
        script(tmp_path / "bin" / name, "exit 0")
    search = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    (tree / "build/rpython-0.2.1").mkdir()
    for name in ("main.py", "interpreter/__init__.py"):
        (tree / name).write_text((ROOT / name).read_text())
    for path in (ROOT / "interpreter/toolchain").glob("*.py"):
        (tree / "interpreter/toolchain" / path.name).write_text(path.read_text())
    process = subprocess.Popen([sys.executable, tree / "main.py", "build", f"--host={host}"],
                               env={**os.environ, "PATH": search}, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    log = tree / "build/hippy-build.log"
    deadline = time.monotonic() + 60
    try:
        while not (log.exists() and "on\n" in log.read_text()):
            assert time.monotonic() < deadline
            assert process.poll() is None, process.stderr.read()
            time.sleep(0.02)
        process.send_signal(number)
        assert process.communicate(timeout=60)[1] == "\nhippy-build: stopped\n"
        assert process.returncode == 130
    finally:
        process.kill()
    child = int((tmp_path / "child").read_text())
    while is_running(child):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
