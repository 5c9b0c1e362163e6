"""What can be typed at the debugger's prompt: one table of names, aliases, arguments and help.

Each command is a function of the Debugger (app.py) and the words after its name. The table is what
dispatch, help and completion read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hippy.debugger.present import show_frame, show_variable, visible

if TYPE_CHECKING:
    from hippy.debugger.app import Debugger
    from hippy.debugger.places import Place

Function = Callable[["Debugger", str], None]


class CommandError(Exception):
    """The user asked for something that cannot be done; the message says why."""


@dataclass(frozen=True)
class Command:
    """A row of the table. `takes` is what is completed: place, expression, number, command or ''.

    `repeats`: whether an empty line after it does it again.
    """

    name: str
    aliases: tuple[str, ...]
    takes: str
    usage: str
    help: str
    repeats: bool
    function: Function


COMMANDS: dict[str, Command] = {}
ALIASES: dict[str, str] = {}


def command(
    name: str, *aliases: str, takes: str = "", usage: str = "", help: str, repeats: bool = False
) -> Callable[[Function], Function]:
    """Enters a function into the table."""

    def enter(function: Function) -> Function:
        row = Command(name, aliases, takes, f"{name} {usage}".strip(), help, repeats, function)
        for word in (name, *aliases):
            if word in ALIASES:
                raise ValueError(f"{word} means {ALIASES[word]} already")
            ALIASES[word] = name
        COMMANDS[name] = row
        return function

    return enter


def find_command(word: str) -> Command:
    """The command that a word, or a beginning that fits only one, means; raises CommandError."""
    if word in ALIASES:
        return COMMANDS[ALIASES[word]]
    fitting = sorted(name for name in COMMANDS if name.startswith(word))
    if len(fitting) == 1:
        return COMMANDS[fitting[0]]
    if fitting:
        raise CommandError(f"{word} may mean {', '.join(fitting)}")
    raise CommandError(f"{visible(word)} is not a command; try help")


def split_line(line: str) -> tuple[str, str]:
    """The command's word and its argument; a line that begins like PHP is to be printed."""
    line = line.strip()
    if line.startswith("$"):
        return "print", line
    if line.startswith("!"):
        return "exec", line[1:].strip()
    found = re.match(r"[A-Za-z]+|\?", line)
    if found is None:
        raise CommandError(f"{visible(line)} is not a command; try help")
    rest = line[found.end():]
    if rest and not rest[0].isspace() and not rest[0].isdigit():
        raise CommandError(f"{visible(line.split()[0])} is not a command; try help")
    return found.group(), rest.strip()


# Breakpoints


@command("break", "b", takes="place", usage="[FILE:]LINE | FUNCTION [if CONDITION]",
         help="Stop at a line or when a function is called.")
def break_(debugger: Debugger, argument: str) -> None:
    debugger.add_breakpoint(read_place(debugger, argument))


@command("tbreak", takes="place", usage="[FILE:]LINE | FUNCTION [if CONDITION]",
         help="Stop there once.")
def tbreak(debugger: Debugger, argument: str) -> None:
    debugger.add_breakpoint(read_place(debugger, argument), temporary=True)


@command("catch", usage="[CLASS]", help="Stop where an exception is thrown.")
def catch(debugger: Debugger, argument: str) -> None:
    from hippy.debugger.places import Place

    debugger.add_breakpoint(Place("exception", exception=argument or "*"))


@command("breakpoints", "bl", help="List the breakpoints.")
def breakpoints(debugger: Debugger, argument: str) -> None:
    if not debugger.breakpoints:
        debugger.say("There are no breakpoints.")
    hits = debugger.breakpoint_hits()
    for stop in debugger.breakpoints:
        notes = [] if stop.enabled else ["disabled"]
        if stop.pending:
            notes.append("pending")
        if stop.temporary:
            notes.append("once")
        if hits.get(stop.number):
            notes.append("hit once" if hits[stop.number] == 1 else f"hit {hits[stop.number]} times")
        note = f" ({', '.join(notes)})" if notes else ""
        debugger.screen.write([("class:name", f"{stop.number:>3} "), ("", f"{stop.place}{note}\n")])


@command("delete", "clear", takes="number", usage="[NUMBER ...]",
         help="Delete these breakpoints, or all.")
def delete(debugger: Debugger, argument: str) -> None:
    for stop in debugger.named_breakpoints(argument):
        debugger.delete_breakpoint(stop)


@command("enable", takes="number", usage="[NUMBER ...]",
         help="Let breakpoints stop again.")
def enable(debugger: Debugger, argument: str) -> None:
    for stop in debugger.named_breakpoints(argument):
        debugger.enable_breakpoint(stop, True)


@command("disable", takes="number", usage="[NUMBER ...]",
         help="Keep breakpoints without stopping at them.")
def disable(debugger: Debugger, argument: str) -> None:
    for stop in debugger.named_breakpoints(argument):
        debugger.enable_breakpoint(stop, False)


# Running


@command("run", "r", "restart", usage="[ARGUMENTS]",
         help="Start the program, also again.")
def run(debugger: Debugger, argument: str) -> None:
    import shlex

    try:
        words = shlex.split(argument)
    except ValueError as error:
        raise CommandError(f"the arguments cannot be split: {error}") from None
    if words:
        debugger.arguments = words
    debugger.restart()
    debugger.proceed("run")


@command("continue", "c", "cont", help="Run on to the next breakpoint.", repeats=True)
def continue_(debugger: Debugger, argument: str) -> None:
    debugger.proceed("run")


@command("step", "s", usage="[TIMES]", help="Run to the next line, into functions too.",
         repeats=True)
def step(debugger: Debugger, argument: str) -> None:
    debugger.proceed("step_into", read_number(argument, 1))


@command("next", "n", usage="[TIMES]", help="Run to the next line of this function.", repeats=True)
def next_(debugger: Debugger, argument: str) -> None:
    debugger.proceed("step_over", read_number(argument, 1))


@command("finish", "fin", "out", help="Run until this function returns.", repeats=True)
def finish(debugger: Debugger, argument: str) -> None:
    debugger.finish()


@command("until", "advance", takes="place", usage="[FILE:]LINE | FUNCTION",
         help="Run on to a place.")
def until(debugger: Debugger, argument: str) -> None:
    debugger.proceed_to(read_place(debugger, argument))


# Looking


@command("backtrace", "bt", "where", "w", help="Show the calls that led here.")
def backtrace(debugger: Debugger, argument: str) -> None:
    for frame in debugger.frames():
        debugger.screen.write(show_frame(frame, frame.level == debugger.level))


@command("up", "u", usage="[LEVELS]", help="Look at the caller.", repeats=True)
def up(debugger: Debugger, argument: str) -> None:
    debugger.select(debugger.level + read_number(argument, 1))


@command("down", "d", usage="[LEVELS]", help="Look at the function called.", repeats=True)
def down(debugger: Debugger, argument: str) -> None:
    debugger.select(debugger.level - read_number(argument, 1))


@command("frame", "f", usage="[NUMBER]", help="Look at the frame with this number.")
def frame(debugger: Debugger, argument: str) -> None:
    debugger.select(read_number(argument, debugger.level))


@command("print", "p", takes="expression", usage="EXPRESSION",
         help="Show a value; $x alone does it too.")
def print_(debugger: Debugger, argument: str) -> None:
    if not argument:
        raise CommandError("print what? Give an expression")
    value = debugger.evaluate(argument)
    if value is not None:
        debugger.show(value)


@command("exec", takes="expression", usage="STATEMENTS",
         help="Run statements in this frame; !CODE does it too.")
def exec_(debugger: Debugger, argument: str) -> None:
    if not argument:
        raise CommandError("exec what? Give a statement")
    debugger.execute(argument)


@command("locals", "lo", help="Show the variables of the frame.")
def locals_(debugger: Debugger, argument: str) -> None:
    show_variables(debugger, 0)


@command("globals", help="Show the superglobals.")
def globals_(debugger: Debugger, argument: str) -> None:
    show_variables(debugger, 1)


def show_variables(debugger: Debugger, context: int) -> None:
    values = debugger.variables(context)
    if not values:
        debugger.say("There are no variables here.")
    for value in values:
        debugger.screen.write([*show_variable(value, debugger.screen.width), ("", "\n")])


@command("list", "l", takes="place", usage="[[FILE:]LINE]",
         help="Show the source around a line, or more of it.", repeats=True)
def list_(debugger: Debugger, argument: str) -> None:
    if not argument:
        debugger.list_more()
        return
    place = read_place(debugger, argument)
    if place.type != "line":
        raise CommandError("list takes a line: [FILE:]LINE")
    debugger.list_around(place.file, place.line)


# The rest


@command("help", "h", "?", takes="command", usage="[COMMAND]",
         help="List the commands, or say what one does.")
def help_(debugger: Debugger, argument: str) -> None:
    if argument:
        row = find_command(argument)
        debugger.say(f"{row.usage}\n    {row.help}")
        if row.aliases:
            debugger.say(f"    Short: {', '.join(row.aliases)}")
        return
    width = max(len(row.name) for row in COMMANDS.values())
    for row in COMMANDS.values():
        short = ", ".join(row.aliases[:2])
        debugger.screen.write([
            ("class:name", f"  {row.name:<{width}}"), ("class:note", f"  {short:<10}"),
            ("", f"  {row.help}\n"),
        ])
    debugger.say("The beginning of a name is enough; an empty line repeats the last step.")


@command("quit", "q", "exit", help="End the program and leave.")
def quit_(debugger: Debugger, argument: str) -> None:
    debugger.leaving = True


def read_number(argument: str, default: int) -> int:
    if not argument:
        return default
    if not argument.isascii() or not argument.isdigit():
        raise CommandError(f"{visible(argument)} is not a number")
    return int(argument)


def read_place(debugger: Debugger, argument: str) -> Place:
    """The place an argument names; raises CommandError."""
    from hippy.debugger.places import PlaceError
    from hippy.debugger.places import read_place as read

    try:
        return read(argument, *debugger.position())
    except PlaceError as error:
        raise CommandError(str(error)) from None
