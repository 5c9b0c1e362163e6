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

CONSTANTS = 2       # the context of the constants

Function = Callable[["Debugger", str], None]


class CommandError(Exception):
    """The user asked for something that cannot be done; the message says why."""


@dataclass(frozen=True)
class Command:
    """A row of the table. `takes` is what is completed: place, expression, number, command or ''.

    `repeats`: whether an empty line after it does it again. `more`: what `help` adds.
    """

    name: str
    aliases: tuple[str, ...]
    takes: str
    usage: str
    help: str
    repeats: bool
    function: Function
    more: str = ""


COMMANDS: dict[str, Command] = {}
ALIASES: dict[str, str] = {}


def command(
    name: str, *aliases: str, takes: str = "", usage: str = "", help: str, repeats: bool = False,
    more: str = "",
) -> Callable[[Function], Function]:
    """Enters a function into the table."""

    def enter(function: Function) -> Function:
        full = f"{name} {usage}".strip()
        row = Command(name, aliases, takes, full, help, repeats, function, more)
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


PLACE = "[FILE:]LINE | FUNCTION [after N | every N] [if CONDITION]"


@command("break", "b", takes="place", usage=PLACE,
         help="Stop at a line or when a function is called.", more="""\
A function may be Class::method; class and namespace may be left out. Without a place: the
current line.
`after 10` lets it pass ten times, `every 10` stops at each tenth. The condition is any PHP.
A line without code stops at the next one that has some.
    break 12            break lib.php:40 if $n > 3
    break Cart::add     break parse after 100""")
def break_(debugger: Debugger, argument: str) -> None:
    debugger.add_breakpoint(read_place(debugger, argument))


@command("tbreak", "tb", takes="place", usage=PLACE, help="Stop there once.")
def tbreak(debugger: Debugger, argument: str) -> None:
    debugger.add_breakpoint(read_place(debugger, argument), temporary=True)


@command("watch", takes="expression", usage="EXPRESSION",
         help="Stop when a value has changed.", more="""\
The expression belongs to the frame that is looked at; when its function returns, that is told.
The program runs slower meanwhile.
    watch $total        watch $this->items        watch count($queue)""")
def watch(debugger: Debugger, argument: str) -> None:
    from hippy.debugger.places import Place

    if not argument:
        raise CommandError("watch what? Give an expression")
    debugger.add_breakpoint(Place("watch", condition=argument))


@command("catch", takes="exception", usage="[CLASS | Warning | Notice | Deprecated | off | on]",
         help="Stop where an exception is thrown.", more="""\
Subclasses count. Without a name: at any exception. The names of messages stop where PHP gives one.
Exceptions that nobody catches stop the program in any case; `catch off` lets them end it.""")
def catch(debugger: Debugger, argument: str) -> None:
    from hippy.debugger.places import Place

    if argument in ("on", "off"):
        debugger.catch_uncaught(argument == "on")
        return
    name = argument.lstrip("\\") or "*"
    debugger.add_breakpoint(Place("exception", exception=name))


@command("log", takes="place", usage="PLACE EXPRESSION",
         help="Print a value each time, without stopping.", more="""\
    log 12 $i           log Cart::add $item""")
def log(debugger: Debugger, argument: str) -> None:
    where, _, expression = argument.partition(" ")
    if not expression.strip():
        raise CommandError("give a place and an expression: log 12 $i")
    debugger.add_breakpoint(read_place(debugger, where), log=expression.strip())


@command("condition", takes="number", usage="NUMBER [CONDITION]",
         help="Change a breakpoint's condition, or take it away.")
def condition(debugger: Debugger, argument: str) -> None:
    from dataclasses import replace

    stop, text = debugger.one_breakpoint(argument)
    if stop.place.type not in ("line", "call"):
        raise CommandError("only breakpoints on lines and functions have conditions")
    place = replace(stop.place, condition=text.removeprefix("if ").strip())
    debugger.breakpoints.change(debugger.session, stop, place)
    debugger.say(f"Breakpoint {stop.number} at {stop}")


@command("ignore", takes="number", usage="NUMBER TIMES",
         help="Let a breakpoint pass so many times.")
def ignore(debugger: Debugger, argument: str) -> None:
    from dataclasses import replace

    from hippy.debugger.places import read_hits

    stop, text = debugger.one_breakpoint(argument)
    kind, value = read_hits("after", read_number(text, 0))
    place = replace(stop.place, hit_condition=kind, hit_value=value)
    debugger.breakpoints.change(debugger.session, stop, place)
    debugger.say(f"Breakpoint {stop.number} at {stop}")


@command("breakpoints", "bl", help="List the breakpoints.")
def breakpoints(debugger: Debugger, argument: str) -> None:
    if not debugger.breakpoints.all:
        debugger.say("There are no breakpoints.")
    hits = debugger.breakpoints.hits(debugger.session)
    for stop in debugger.breakpoints.all:
        notes = ", ".join(stop.notes(hits.get(stop.number, 0)))
        debugger.screen.write([("class:name", f"{stop.number:>3} "),
                               ("", f"{stop}{f' ({notes})' if notes else ''}\n")])


@command("delete", "clear", takes="number", usage="[NUMBER ...]",
         help="Delete these breakpoints, or all.")
def delete(debugger: Debugger, argument: str) -> None:
    doomed = debugger.named_breakpoints(argument)
    for stop in doomed:
        debugger.breakpoints.delete(debugger.session, stop)
    if not argument and doomed:
        debugger.say(f"Deleted {len(doomed)} breakpoint{'s' if len(doomed) > 1 else ''}.")


@command("enable", takes="number", usage="[NUMBER ...]",
         help="Let breakpoints stop again.")
def enable(debugger: Debugger, argument: str) -> None:
    for stop in debugger.named_breakpoints(argument):
        debugger.breakpoints.enable(debugger.session, stop, True)


@command("disable", takes="number", usage="[NUMBER ...]",
         help="Keep breakpoints without stopping at them.")
def disable(debugger: Debugger, argument: str) -> None:
    for stop in debugger.named_breakpoints(argument):
        debugger.breakpoints.enable(debugger.session, stop, False)


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


@command("kill", help="End the program; the debugger stays.")
def kill(debugger: Debugger, argument: str) -> None:
    debugger.standing()
    debugger.close()
    debugger.ended = True
    debugger.say("The program was ended.")


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


@command("until", "advance", takes="place", usage="[[FILE:]LINE | FUNCTION]",
         help="Run on to a place, or out of a loop.", repeats=True, more="""\
Without a place: to a line further down in this function, or until it returns.""")
def until(debugger: Debugger, argument: str) -> None:
    if argument:
        debugger.proceed_to(read_place(debugger, argument))
    else:
        debugger.proceed_down()


@command("jump", "j", usage="LINE", help="Go on at another line of this function.", more="""\
Nothing between here and there runs. The line has to be in the innermost frame's function, and in
no loop or switch that the program is not in now.""")
def jump(debugger: Debugger, argument: str) -> None:
    if not argument:
        raise CommandError("jump where? Give a line")
    debugger.jump(read_number(argument, 0))


# Looking


@command("backtrace", "bt", "where", "w", usage="[COUNT]", help="Show the calls that led here.")
def backtrace(debugger: Debugger, argument: str) -> None:
    frames = debugger.frames()
    shown = frames.first(read_number(argument, debugger.frames_shown))
    for frame in shown:
        debugger.screen.write(
            show_frame(frame, frame.level == debugger.level, debugger.screen.width))
    if len(shown) < len(frames):
        debugger.say(f"   and {len(frames) - len(shown)} more; bt {len(frames)} shows all")


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


@command("set", takes="expression", usage="VARIABLE = EXPRESSION",
         help="Give a variable of this frame a value.", more="""\
    set $n = 3          set $this->items[2] = null""")
def set_(debugger: Debugger, argument: str) -> None:
    if not re.match(r"(\$|[\w\\]+::\$)", argument) or "=" not in argument:
        raise CommandError("give a variable and its value: set $n = 3")
    debugger.execute(argument)


@command("exec", "eval", takes="expression", usage="STATEMENTS",
         help="Run statements in this frame; !CODE does it too.")
def exec_(debugger: Debugger, argument: str) -> None:
    if not argument:
        raise CommandError("exec what? Give a statement")
    debugger.execute(argument)


@command("display", takes="expression", usage="[EXPRESSION]",
         help="Show a value at each stop.", more="""\
Without an expression: the values of those there are. undisplay takes one away.""")
def display(debugger: Debugger, argument: str) -> None:
    if argument:
        debugger.add_display(argument)
        return
    if not debugger.displays:
        debugger.say("Nothing is displayed.")
    elif debugger.standing():
        debugger.show_displays()


@command("undisplay", usage="[NUMBER ...]", help="Show these values no more, or none.")
def undisplay(debugger: Debugger, argument: str) -> None:
    numbers = [read_number(word, 0) for word in argument.split()] or list(debugger.displays)
    for number in numbers:
        if debugger.displays.pop(number, None) is None:
            raise CommandError(f"nothing is displayed as {number}")


@command("locals", "lo", help="Show the variables of the frame.")
def locals_(debugger: Debugger, argument: str) -> None:
    show_variables(debugger, 0)


@command("globals", help="Show the superglobals.")
def globals_(debugger: Debugger, argument: str) -> None:
    show_variables(debugger, 1)


def show_variables(debugger: Debugger, context: int) -> None:
    values = debugger.variables(context)
    if not values:
        debugger.say("There are none." if context == CONSTANTS else "There are no variables here.")
    for value in values:
        shown = show_variable(value, debugger.screen.width, "" if context == CONSTANTS else "$")
        debugger.screen.write([*shown, ("", "\n")])


@command("constants", help="Show the constants that the program has defined.")
def constants(debugger: Debugger, argument: str) -> None:
    show_variables(debugger, 2)


@command("disassemble", "disas", usage="[FUNCTION | CLASS::METHOD]",
         help="Show the bytecode of a function.", more="""\
Without a name: of the frame that is looked at, with an arrow at its line.""")
def disassemble(debugger: Debugger, argument: str) -> None:
    debugger.disassemble(argument.removesuffix("()"))


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


INFO = {"breakpoints": breakpoints, "locals": locals_, "stack": backtrace, "frame": backtrace,
        "display": display, "source": list_, "watchpoints": breakpoints, "args": locals_,
        "constants": constants, "bytecode": disassemble, "globals": globals_}


INFO_SHOWN = ("breakpoints", "locals", "constants", "stack", "display", "source", "bytecode")


@command("info", "i", takes="info", usage=" | ".join(INFO_SHOWN),
         help="The same as these commands, for hands that know gdb.")
def info(debugger: Debugger, argument: str) -> None:
    fitting = {INFO[name] for name in INFO if argument and name.startswith(argument)}
    if len(fitting) != 1:
        raise CommandError(f"info takes {', '.join(INFO_SHOWN)}")
    fitting.pop()(debugger, "")


@command("doc", takes="expression", usage="NAME", help="Say what a function or class is.")
def doc(debugger: Debugger, argument: str) -> None:
    text = debugger.standing().doc(argument.removesuffix("()"))
    for line in text.decode("utf-8", "surrogateescape").rstrip("\n").split("\n"):
        debugger.say(visible(line))


@command("help", "h", "?", takes="command", usage="[COMMAND]",
         help="List the commands, or say what one does.")
def help_(debugger: Debugger, argument: str) -> None:
    if argument:
        row = find_command(argument)
        debugger.say(f"{row.usage}\n    {row.help}")
        for line in row.more.split("\n") if row.more else ():
            debugger.say(f"    {line}")
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
