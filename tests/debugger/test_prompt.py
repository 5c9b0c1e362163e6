"""What Tab proposes at the debugger's prompt."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from hippy.debugger.breakpoints import UserBreakpoint
from hippy.debugger.places import Place
from hippy.debugger.prompt import CommandCompleter, expression_in
from hippy.debugger.session import Completion


class FakeDebugger:
    """A debugger with one breakpoint, and an engine that knows `$total`."""

    def __init__(self) -> None:
        stop = UserBreakpoint(3, Place("line", "/a.php", 7))
        self.breakpoints = SimpleNamespace(all=[stop])
        self.asked: list[bytes] = []

    def complete(self, code: bytes) -> list[Completion]:
        self.asked.append(code)
        start = code.rfind(b"$")
        return [Completion("$total", "variable", start, len(code), "int")]

    def names_of_kind(self, beginning: str, kind: str) -> list[str]:
        return [f"{beginning}_{kind}"]


def proposed(debugger: FakeDebugger, line: str) -> list[str]:
    completer = CommandCompleter(debugger)
    found = completer.get_completions(Document(line), CompleteEvent())
    return [line[:len(line) + item.start_position] + item.text for item in found]


def test_commands():
    assert proposed(FakeDebugger(), "bre") == ["break", "breakpoints"]
    assert "help backtrace" in proposed(FakeDebugger(), "help back")


def test_expressions_are_the_engines_affair():
    debugger = FakeDebugger()
    assert proposed(debugger, "p 1 + $to") == ["p 1 + $total"]
    assert proposed(debugger, "$t") == ["$total"]
    assert proposed(debugger, "!$x = $t") == ["!$x = $total"]
    assert debugger.asked == [b"1 + $to", b"$t", b"$x = $t"]


def test_numbers_places_and_classes(tmp_path, monkeypatch):
    (tmp_path / "shop.php").touch()
    monkeypatch.chdir(tmp_path)
    debugger = FakeDebugger()
    assert proposed(debugger, "delete ") == ["delete 3"]
    assert proposed(debugger, "b sh") == ["b shop.php", "b sh_function"]
    assert proposed(debugger, "catch Lo") == ["catch Lo_class"]
    assert proposed(debugger, "info br") == ["info breakpoints"]


@pytest.mark.parametrize(("line", "code"), [("print", None), ("bt 1", None), ("nonsense 1", None),
                                            ("p ", ""), ("watch $a->", "$a->")])
def test_where_php_stands(line, code):
    assert expression_in(line) == code
