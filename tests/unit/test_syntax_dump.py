"""The golden files in tests/dump/tokens and tests/dump/ast: a source, `-----`, its dump.

After a change that is meant to show, `--update` writes the dumps anew; read them before committing.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from hippy.interpreter.syntax import ast, dump
from hippy.interpreter.syntax.lexer import Lexer
from hippy.interpreter.syntax.lines import LineTable
from hippy.interpreter.syntax.parser import parse

FOLDER = Path(__file__).resolve().parent.parent / "dump"
SEPARATOR = "-----\n"
STACK = 512 * 1024 * 1024
LONG = 10_000


def dump_tokens(source: str) -> str:
    return dump.dump_tokens(Lexer(source, LineTable(source)))


def dump_ast(source: str) -> str:
    return dump.dump_program(parse(source, "file.php"))


def golden_files(kind: str) -> list[object]:
    paths = sorted((FOLDER / kind).glob("*.dump"))
    assert paths
    return [pytest.param(path, id=path.stem) for path in paths]


def compare(path: Path, dumper: Callable[[str], str], update: bool) -> None:
    source, _separator, expected = path.read_text("latin-1").rpartition(SEPARATOR)
    found = dumper(source)
    if update:
        path.write_text(source + SEPARATOR + found, "latin-1")
    else:
        assert found == expected


@pytest.mark.parametrize("path", golden_files("tokens"))
def test_tokens(path: Path, pytestconfig: pytest.Config) -> None:
    compare(path, dump_tokens, pytestconfig.getoption("update"))


@pytest.mark.parametrize("path", golden_files("ast"))
def test_nodes(path: Path, pytestconfig: pytest.Config) -> None:
    compare(path, dump_ast, pytestconfig.getoption("update"))


def children(node: ast.Node) -> list[ast.Node]:
    found: list[ast.Node] = []
    for field in type(node)._attrs_:
        value = getattr(node, field)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, ast.Node):
                found.append(item)
    return found


@pytest.mark.parametrize("path", golden_files("ast"))
def test_a_node_lies_within_its_parent(path: Path) -> None:
    source = path.read_text("latin-1").rpartition(SEPARATOR)[0]
    pending: list[ast.Node] = [parse(source, "file.php")]
    while pending:
        node = pending.pop()
        assert 0 <= node.start <= node.end <= len(source)
        for child in children(node):
            assert node.start <= child.start, (node, child)
            assert child.end <= node.end, (node, child)
            pending.append(child)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<?php echo $a + f(1, 'x') * 2;", ["$a + f(1, 'x') * 2", "$a", "f(1, 'x') * 2"]),
        ("<?php $a->b['c']->d();", ["$a->b['c']->d()", "$a->b['c']", "$a->b", "$a", "b", "'c'"]),
        ('<?php "x $a[k] {$b}";', ['"x $a[k] {$b}"', "$a[k]", "k", "$b"]),
        ("<?php abstract class A { private int $x = 1; }", ["private int $x = 1;", "$x = 1"]),
    ],
)
def test_offsets_span_the_text_of_a_node(source: str, words: list[str]) -> None:
    pending: list[ast.Node] = [parse(source, "file.php")]
    texts = set()
    while pending:
        node = pending.pop()
        texts.add(source[node.start : node.end])
        pending.extend(children(node))
    assert texts >= set(words)


@pytest.mark.parametrize(
    "source",
    [
        "<?php $x = " + " . ".join(["$a"] * LONG) + ";",
        "<?php if (1);" + " elseif (2);" * LONG,
        "<?php $a" + "->b(1)[2]::c()" * LONG + ";",
        "<?php $a = [" + "1 => [2], " * LONG + "];",
        '<?php $a = "' + "$b c " * LONG + '";',
    ],
    ids=["concatenation", "elseif", "chain", "array", "interpolation"],
)
def test_long_constructs_need_no_deep_stack(source: str) -> None:
    parse(source, "file.php")


@pytest.mark.parametrize(
    "source",
    [
        "<?php $x = " + "(" * LONG + "1" + ")" * LONG + ";",
        "<?php " + "{" * LONG + "}" * LONG,
        "<?php " + "$a = " * LONG + "1;",
    ],
    ids=["parentheses", "blocks", "assignments"],
)
def test_deep_constructs_parse_given_the_stack(source: str, deep: Callable[..., None]) -> None:
    deep(lambda: parse(source, "file.php"))


@pytest.fixture
def deep() -> Callable[[Callable[[], object]], None]:
    """Runs something as the engine does: in a thread with a big stack."""

    def run(action: Callable[[], object]) -> None:
        results: list[object] = []
        before = threading.stack_size(STACK)
        try:
            thread = threading.Thread(target=lambda: results.append(with_deep_recursion(action)))
            thread.start()
        finally:
            threading.stack_size(before)
        thread.join()
        assert len(results) == 1

    return run


def with_deep_recursion(action: Callable[[], object]) -> object:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(1_000_000)
    try:
        return action()
    finally:
        sys.setrecursionlimit(before)


def test_every_kind_of_node_is_dumped() -> None:
    shown = set()
    for path in (FOLDER / "ast").glob("*.dump"):
        pending: list[ast.Node] = [
            parse(path.read_text("latin-1").rpartition(SEPARATOR)[0], "file.php")
        ]
        while pending:
            node = pending.pop()
            shown.add(ast.KIND_NAMES[node.kind])
            pending.extend(children(node))
    assert shown == set(ast.KIND_NAMES)
