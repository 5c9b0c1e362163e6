"""The REPL's own commands, which begin with a colon: one table of names, arguments and help.

Each command is a function of the Shell (shell.py) and what was typed after its name. The table is
what dispatch, help and completion read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hippy.debugger.present import cut, show_flat, type_of, visible
from hippy.debugger.session import Session

if TYPE_CHECKING:
    from hippy.repl.shell import Shell

Function = Callable[["Shell", str], None]


class CommandError(Exception):
    """The command cannot be done; the message says why."""


@dataclass(frozen=True)
class Command:
    """A row of the table. `takes` is php, name, command or nothing."""

    name: str
    takes: str
    usage: str
    help: str
    function: Function


COMMANDS: dict[str, Command] = {}


def command(name: str, takes: str = "", usage: str = "", *, help: str
            ) -> Callable[[Function], Function]:
    """Enters a function into the table."""

    def enter(function: Function) -> Function:
        COMMANDS[name] = Command(name, takes, f":{name} {usage}".strip(), help, function)
        return function

    return enter


def find_command(word: str) -> Command:
    """The command of a name or of a beginning that fits only one; raises CommandError."""
    if word in COMMANDS:
        return COMMANDS[word]
    fitting = [name for name in COMMANDS if word and name.startswith(word)]
    if len(fitting) == 1:
        return COMMANDS[fitting[0]]
    if fitting:
        raise CommandError(f":{word} may mean {', '.join(':' + name for name in fitting)}")
    import difflib

    close = difflib.get_close_matches(word, COMMANDS, 1)
    hint = f"did you mean :{close[0]}?" if close else ":help lists what there is"
    raise CommandError(f"there is no command :{visible(word)}; {hint}")


def takes_php(word: str) -> bool:
    try:
        return find_command(word).takes in ("php", "name")
    except CommandError:
        return False


def obey(shell: Shell, line: str) -> None:
    """Does what a line that begins with a colon says; raises CommandError."""
    word, _, argument = line[1:].strip().partition(" ")
    row = find_command(word)
    if row.takes in ("php", "name") and not argument.strip():
        raise CommandError(f"usage: {row.usage}")
    if not row.takes and argument.strip():
        raise CommandError(f":{row.name} takes nothing after it")
    row.function(shell, argument.strip())


def need(session: Session, feature: str, what: str) -> None:
    """Raises CommandError if the engine does not have the feature."""
    if not session.supports(feature):
        raise CommandError(f"this engine cannot {what}")


@command("help", "command", "[COMMAND | NAME]",
         help="List the commands, or explain one, or a function.")
def help_(shell: Shell, argument: str) -> None:
    name = argument.removeprefix(":")
    if not argument:
        width = max(len(row.usage) for row in COMMANDS.values())
        for row in COMMANDS.values():
            shell.screen.write([("class:name", f"  {row.usage:<{width}}"),
                                ("", f"  {row.help}\n")])
    elif argument.startswith(":") or name in COMMANDS:
        row = find_command(name)
        shell.screen.write([("class:name", row.usage), ("", f"\n    {row.help}\n")])
    else:
        doc(shell, argument)


@command("doc", "name", "NAME", help="Say what a function, class or constant is.")
def doc(shell: Shell, argument: str) -> None:
    need(shell.session, "xcmd_hippy_doc", "describe names")
    text = shell.session.doc(argument.removesuffix("()")).decode("utf-8", "replace")
    shell.screen.write([("", text.rstrip("\n") + "\n")])


@command("vars", help="Show the variables of the session.")
def vars_(shell: Shell, argument: str) -> None:
    values = shell.session.context_get()
    if not values:
        shell.screen.line("There are no variables yet.")
    for value in values:
        name = "$" + value.name.removeprefix("$")
        shown = [("class:value.key", visible(name)), ("", " = "), *show_flat(value)]
        shell.screen.write([*cut(shown, shell.screen.width - 1), ("", "\n")])


@command("type", "php", "EXPRESSION", help="Evaluate an expression, say what type it has.")
def type_(shell: Shell, argument: str) -> None:
    value = shell.evaluate(argument)
    if value is None:
        return
    size = ""
    if value.type == "string":
        size = f" of {value.size:,} byte{'' if value.size == 1 else 's'}"
    elif value.type == "array":
        size = f" of {value.count:,} element{'' if value.count == 1 else 's'}"
    shell.screen.write([("class:value.class", type_of(value)), ("", f"{size}\n")])


@command("time", "php", "CODE", help="Run code and say how long it took.")
def time(shell: Shell, argument: str) -> None:
    shell.execute(argument)
    shell.fresh_line()
    shell.screen.line(show_duration(shell.duration), "class:note")


def show_duration(seconds: float) -> str:
    for unit, factor in (("s", 1.0), ("ms", 1e3)):
        if seconds * factor >= 1:
            return f"{seconds * factor:.3g} {unit}"
    return f"{seconds * 1e6:.0f} µs"


@command("bytecode", "name", "FUNCTION",
         help="Show what a function or CLASS::METHOD is compiled to.")
def bytecode(shell: Shell, argument: str) -> None:
    need(shell.session, "xcmd_hippy_disasm", "show bytecode")
    text = shell.session.disassemble(argument.removesuffix("()")).decode("utf-8", "replace")
    shell.screen.write([("", text.rstrip("\n") + "\n")])


@command("reset", help="Begin again: no variables, functions or classes.")
def reset(shell: Shell, argument: str) -> None:
    shell.reset()
    shell.screen.line("Everything is forgotten.", "class:note")


@command("quit", help="Leave; Ctrl-D does it too.")
def quit_(shell: Shell, argument: str) -> None:
    shell.leave(0)
