"""Who may import whom: the table, and the check of a tree against it.

A module is named as it is imported (`hippy.interpreter.vm.loop`); a name in the table stands for
itself and all below it. What a row does not name may not be imported.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ENGINE = "hippy.interpreter"
OWN_NAMES = frozenset(
    ["bench", "debugger", "examples", "interpreter", "main", "repl", "tests", "trace_viewer"])
# wcwidth comes with prompt_toolkit.
FRONT_END_LIBRARIES = ("prompt_toolkit", "pygments", "wcwidth")

Table = tuple[tuple[str, tuple[str, ...]], ...]


def engine(*names: str) -> tuple[str, ...]:
    return tuple(f"{ENGINE}.{name}" for name in names)


# The importer, and what it may import of our own besides itself. The first row that fits counts.
OURS: Table = (
    ("hippy.main", ("hippy.interpreter.toolchain", "hippy.repl", "hippy.debugger",
                    "hippy.trace_viewer")),
    # :jit shows what hippy-trace would.
    ("hippy.repl.commands", ("hippy.debugger", "hippy.repl", "hippy.trace_viewer.report",
                             "hippy.trace_viewer.stream")),
    ("hippy.repl", ("hippy.debugger",)),
    ("hippy.debugger", ()),
    ("hippy.trace_viewer", ("hippy.debugger.present", "hippy.debugger.theme")),
    *[(f"{ENGINE}.{name}", engine(*allowed)) for name, allowed in (
        ("toolchain", ()),
        ("rlib", ()),
        ("syntax", ("rlib",)),
        ("objects", ("rlib",)),
        ("errors", ("rlib", "objects", "output")),
        ("output", ("rlib", "objects", "errors")),
        ("compiler", ("rlib", "syntax", "objects", "errors")),
        # eval, include and the prompt compile while the program runs: one module does it for all.
        ("vm.sources", ("rlib", "syntax", "objects", "errors", "output", "compiler", "vm")),
        ("vm", ("rlib", "objects", "errors", "output", "compiler.bytecode", "compiler.code",
                "compiler.class_declaration")),
        ("builtins", ("rlib", "objects", "errors", "output", "vm")),
        # The debugger asks the parser whether typed code is complete, and Code for its lines.
        ("dbgp", ("rlib", "syntax", "objects", "errors", "output", "compiler.bytecode",
                  "compiler.code", "compiler.imports", "vm", "builtins")),
        ("command_line", ()),
        ("target", ("rlib", "syntax", "objects", "errors", "output", "compiler", "vm", "builtins",
                    "dbgp", "command_line")),
        ("__main__", ("rlib", "target", "vm.recount")),
    )],
    # Tests and benchmarks may look at everything.
    ("hippy.tests", ("hippy",)),
    ("hippy.bench", ("hippy",)),
)

# The importer, and what it may import of others besides the standard library.
OTHERS: Table = (
    (f"{ENGINE}.rlib", ("rpython",)),
    (f"{ENGINE}.toolchain.backend", ("setuptools",)),
    ("hippy.interpreter", ()),
    ("hippy.repl", FRONT_END_LIBRARIES),
    ("hippy.debugger", FRONT_END_LIBRARIES),
    ("hippy.trace_viewer", FRONT_END_LIBRARIES),
    ("hippy.main", ()),
    ("hippy.tests", (*FRONT_END_LIBRARIES, "pytest", "_pytest")),
    ("hippy.bench", ("pytest",)),
)


@dataclass(frozen=True, order=True)
class Violation:
    """One import that the tables do not allow; prints as file:line: what and why."""

    path: str
    line: int
    why: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.why}"


@dataclass(frozen=True)
class Import:
    """One imported module, and how: dots before it, or a star behind."""

    module: str
    line: int
    level: int = 0
    star: bool = False


def check_tree(root: Path) -> list[Violation]:
    """All imports of a tree's Python files that are not allowed."""
    paths = sorted(path for path in root.rglob("*.py") if is_ours(path.relative_to(root)))
    modules = {module_name(path.relative_to(root)) for path in paths}
    return sorted({violation for path in paths
                   for violation in check_file(root, path.relative_to(root), modules)})


def is_ours(path: Path) -> bool:
    return path.parts[0] in OWN_NAMES | {"main.py"} and "__pycache__" not in path.parts


def module_name(path: Path) -> str:
    parts = path.with_suffix("").parts
    return ".".join(["hippy", *(parts[:-1] if parts[-1] == "__init__" else parts)])


def check_file(root: Path, path: Path, modules: set[str]) -> Iterator[Violation]:
    importer = module_name(path)
    tree = ast.parse((root / path).read_text(encoding="utf-8"), str(path))
    for found in imports(tree, modules):
        why = objection(importer, found)
        if why:
            yield Violation(str(path), found.line, why)


def imports(tree: ast.AST, modules: set[str]) -> Iterator[Import]:
    """The modules that a file imports; `from package import module` counts as the module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            for alias in node.names:
                full = f"{base}.{alias.name}"
                module = full if full in modules else base
                yield Import(module, node.lineno, node.level, alias.name == "*")


def objection(importer: str, found: Import) -> str | None:
    """Why an import is not allowed, or None."""
    module = found.module
    if found.level:
        return "a relative import: write hippy...."
    if found.star:
        return f"from {module} import *: name what is used"
    top = module.partition(".")[0]
    if top in OWN_NAMES:
        return f"{module} would be a second copy: import hippy.{module}"
    if top == "hippy":
        return objection_to_ours(importer, module)
    if top in sys.stdlib_module_names or top == "__future__":
        return None
    _, allowed = find_row(OTHERS, importer)
    if is_below(module, allowed):
        return None
    return f"{importer} may not import {top}" + only(allowed)


def objection_to_ours(importer: str, module: str) -> str | None:
    name, allowed = find_row(OURS, importer)
    if is_below(module, (name,)) or is_below(module, allowed):
        return None
    return f"{name} may not import {module}" + only(allowed)


def find_row(table: Table, importer: str) -> tuple[str, tuple[str, ...]]:
    """The first row for a module; a module without a row may import nothing."""
    for name, allowed in table:
        if is_below(importer, (name,)):
            return name, allowed
    return importer, ()


def is_below(module: str, names: tuple[str, ...]) -> bool:
    return any(module == name or module.startswith(name + ".") for name in names)


def only(allowed: tuple[str, ...]) -> str:
    return f", only {', '.join(allowed)}" if allowed else ""
