"""The debugger's table of commands and how places are read."""

from __future__ import annotations

import pytest

from hippy.debugger.commands import COMMANDS, CommandError, find_command, split_line
from hippy.debugger.places import Place, PlaceError, read_place


@pytest.mark.parametrize(
    ("word", "name"),
    [("b", "break"), ("break", "break"), ("s", "step"), ("st", "step"), ("n", "next"),
     ("c", "continue"), ("cont", "continue"), ("bt", "backtrace"), ("back", "backtrace"),
     ("w", "backtrace"), ("p", "print"), ("l", "list"), ("q", "quit"), ("fin", "finish"),
     ("r", "run"), ("u", "up"), ("d", "down"), ("?", "help"), ("unt", "until")],
)
def test_short_names(word, name):
    assert find_command(word).name == name


def test_ambiguous_and_unknown_names():
    with pytest.raises(CommandError, match="di may mean|is not a command"):
        find_command("x")
    with pytest.raises(CommandError, match="e may mean enable, exec"):
        find_command("e")


@pytest.mark.parametrize(
    ("line", "expected"),
    [("break 3", ("break", "3")), ("b3", ("b", "3")), ("$x + 1", ("print", "$x + 1")),
     ("!$x = 1;", ("exec", "$x = 1;")), ("  bt  ", ("bt", "")), ("?", ("?", ""))],
)
def test_lines(line, expected):
    assert split_line(line) == expected


@pytest.mark.parametrize("line", ["f()", "3", "a::b", "x=1"])
def test_lines_that_are_no_commands(line):
    with pytest.raises(CommandError, match="is not a command"):
        split_line(line)


def test_every_command_has_help_that_fits_a_line():
    width = max(map(len, COMMANDS))
    for row in COMMANDS.values():
        assert 2 + width + 14 + len(row.help) < 80, row.name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", Place("line", "/here/a.php", 12)),
        ("", Place("line", "/here/a.php", 7)),
        ("if $x > 1", Place("line", "/here/a.php", 7, condition="$x > 1")),
        ("a.php:3", Place("line", "/here/a.php", 3)),
        ("f", Place("call", function="f")),
        ("f()", Place("call", function="f")),
        ("\\App\\f if $n == 'if'", Place("call", function="App\\f", condition="$n == 'if'")),
        ("C::m", Place("call", function="C::m")),
        ("C->m", Place("call", function="C::m")),
        ("iffy", Place("call", function="iffy")),
    ],
)
def test_places(text, expected):
    assert read_place(text, "/here/a.php", 7) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [("0", "no line 0"), ("no.php:3", "no file no.php"), ("3 if", "no condition"),
     ("1.5", "neither"), ("f x", "neither"), ("9999999999", "no line"), ("a.php:", "neither")],
)
def test_texts_that_name_no_place(text, message):
    with pytest.raises(PlaceError, match=message):
        read_place(text, "/here/a.php", 7)


def test_no_current_line():
    with pytest.raises(PlaceError, match="stands nowhere"):
        read_place("", "/here/a.php", 0)


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (Place("line", "/else/a.php", 3), "/else/a.php:3"),
        (Place("call", function="f", condition="$x"), "f() if $x"),
        (Place("exception", exception="*"), "any exception"),
        (Place("exception", exception="E"), "catch E"),
    ],
)
def test_places_are_shown(place, shown):
    assert str(place) == shown
