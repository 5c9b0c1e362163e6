"""Which engine runs: the native one built from these very sources, else the one under Python.

Every `hippy` passes through here before it replaces itself, so the imports stay at os and sys and
the common path costs one stat per source file. How the sources' hash is taken stands in sources.py,
how an engine is built in build.py.
"""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PHP_VERSION = "8.2.36"
ENGINE_NAME = "hippy-engine"
LINK = os.path.join(ROOT, "build", ENGINE_NAME)
KINDS = ("native", "python")


class Engine:
    """A command line that runs PHP: its kind, its first words and what to call it."""

    __slots__ = ("argv", "description", "kind")

    def __init__(self, kind: str, argv: list[str], description: str) -> None:
        self.kind = kind
        self.argv = argv
        self.description = description


class EngineError(Exception):
    """The engine that was asked for is not there; the message says how to get it."""


def find_engine(kind: str | None = None) -> Engine:
    """The engine of this kind, or the best one there is; raises EngineError.

    A native engine counts only when it was built from the sources that lie here now.
    """
    if kind == "python":
        return python_engine("python")
    path = native_engine(ROOT, LINK)
    if path:
        return Engine("native", [path], "native " + engine_id(path)[:8])
    if kind == "native":
        raise EngineError(why_no_native_engine())
    if os.path.islink(LINK) and os.path.exists(LINK):
        return python_engine("python (native is stale)")
    return python_engine("python")


def python_engine(description: str) -> Engine:
    """The engine under this Python; it needs nothing that is installed, so start-up skips `site`."""
    main = os.path.join(ROOT, "interpreter", "__main__.py")
    return Engine("python", [sys.executable, "-I", "-S", main], description)


def why_no_native_engine() -> str:
    if os.path.islink(LINK) and os.path.exists(LINK):
        reason = f"the native engine ({LINK}) was built from other sources than those here"
    else:
        reason = f"no native engine has been built from the sources in {ROOT}"
    return f"{reason}: run hippy-build (or python3 main.py build), or take --engine=python"


def engine_id(path: str) -> str:
    """The hash that names the folder of a cached engine."""
    return os.path.basename(os.path.dirname(path))


def cache_folder() -> str:
    """Where engines are kept: $XDG_CACHE_HOME/hippy or ~/.cache/hippy."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(home_folder(), ".cache")
    return os.path.join(base, "hippy")


def home_folder() -> str:
    home = os.environ.get("HOME", "")
    if os.path.isabs(home):
        return home
    import pwd
    try:
        return pwd.getpwuid(os.getuid()).pw_dir
    except KeyError:
        return "/"  # a container's user without a name


def native_engine(root: str, link: str) -> str | None:
    """The path of the native engine for the sources under root, or None.

    What was found last time stands in a record and holds as long as no source file's size or time
    of change differs, the link points to the same engine and that engine exists.
    """
    stamp = source_stamp(root)
    linked = link_target(link)
    record = Record.read(root)
    if record and record.stamp == stamp:
        if record.engine and record.engine == (linked or record.engine):
            if os.access(record.engine, os.X_OK):
                return record.engine
        sources = record.sources
    else:
        from hippy.interpreter.toolchain.sources import source_hash
        sources = source_hash(root)
    engine = engine_for(sources, linked)
    Record(stamp, sources, engine or "").write(root)
    return engine


def link_target(link: str) -> str | None:
    try:
        return os.readlink(link)
    except OSError:
        return None


def engine_for(sources: str, linked: str | None) -> str | None:
    """An engine built from sources with this hash: the linked one, else a cached one with the JIT."""
    found = []
    try:
        folders = [os.path.join(cache_folder(), name) for name in os.listdir(cache_folder())]
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        folders = []
    if linked:
        folders.append(os.path.dirname(linked))  # another user's cache, perhaps
    for folder in folders:
        try:
            with open(os.path.join(folder, "sources")) as file:
                built_from, options = file.read().split()
        except (FileNotFoundError, NotADirectoryError, PermissionError):
            continue
        engine = os.path.join(folder, ENGINE_NAME)
        if built_from == sources and os.access(engine, os.X_OK):
            found.append((engine == linked, options == "jit", engine))
    return max(found)[2] if found else None


def source_files(root: str) -> list[tuple[str, os.stat_result]]:
    """Path and stat of each file that makes the engine, in a fixed order; the toolchain is none."""
    folder = os.path.join(root, "interpreter")
    found: list[tuple[str, os.stat_result]] = []
    walk(folder, found, skipped=os.path.join(folder, "toolchain"))
    found.sort()
    return found


def walk(folder: str, found: list, skipped: str) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name == "__pycache__":
                continue
            if entry.is_dir():
                if entry.path != skipped:
                    walk(entry.path, found, skipped)
            elif not entry.name.endswith((".pyc", ".md")):
                found.append((entry.path, entry.stat()))


def source_stamp(root: str) -> str:
    """Text that changes when a source file comes, goes or is written."""
    rows = [f"{path} {stat.st_size} {stat.st_mtime_ns}" for path, stat in source_files(root)]
    return "\n".join(rows)


class Record:
    """What was last found for one root: the sources' stamp and hash, and the engine ('' is none)."""

    def __init__(self, stamp: str, sources: str, engine: str) -> None:
        self.stamp = stamp
        self.sources = sources
        self.engine = engine

    @staticmethod
    def path(root: str) -> str:
        # A file name has room for 255 bytes; the stamp has the full paths, so a clash is only slow.
        name = root.replace("%", "%%").replace("/", "%")
        return os.path.join(cache_folder(), "found", os.fsdecode(os.fsencode(name)[-230:]))

    @staticmethod
    def read(root: str) -> "Record | None":
        try:
            with open(Record.path(root), encoding="utf-8", errors="surrogateescape") as file:
                sources, engine, stamp = file.read().split("\n", 2)
        except (OSError, ValueError):
            # No record, or none that this user may read: everything is looked up afresh.
            return None
        return Record(stamp, sources, engine)

    def write(self, root: str) -> None:
        path = Record.path(root)
        fresh = f"{path}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(fresh, "w", encoding="utf-8", errors="surrogateescape") as file:
                file.write(f"{self.sources}\n{self.engine}\n{self.stamp}")
            os.replace(fresh, path)
        except OSError:
            # A read-only or full home only costs the next start some milliseconds.
            return
