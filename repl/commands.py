"""The REPL's own commands, which begin with a colon: one table of names, arguments and help.

Each command is a function of the Shell (shell.py) and what was typed after its name. The table is
what dispatch, help and completion read.
"""

from __future__ import annotations

import base64
import fnmatch
import os
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hippy.debugger.highlight import highlight
from hippy.debugger.present import cut, show_flat, type_of, visible
from hippy.debugger.session import Completion, Session
from hippy.repl.pager import paged
from hippy.repl.settings import SettingError
from hippy.repl.sources import SHELL_CODE, NoSource, TypedSources, source_of

if TYPE_CHECKING:
    from hippy.repl.shell import Shell

COPIED = r"(static fn($v) => \is_string($v) ? $v : \var_export($v, true))({})"
LAST_VALUES = ("_", "_e")
IN_FORCE = ("declare", "namespace", "use")      # what :ls begins with, as PHP files do
CLASS_HEADS = ("class ", "interface ", "trait ", "enum ", "abstract ", "final ")

# The variables are gone when it ends; what the code echoes, it echoes each time.
TIMES = r"""
for ($__times = [], $__left = {times}; $__left > 0; $__left--) {{ $__begin = \hrtime(true);
{code}
; $__times[] = \hrtime(true) - $__begin; }}
\sort($__times);
$__left = [\array_sum($__times) / {times}, $__times[{times} >> 1], $__times[0]];
(function ($told) {{
    unset($GLOBALS['__times'], $GLOBALS['__left'], $GLOBALS['__begin']);
    return \implode(' ', $told);
}})($__left)"""

Function = Callable[["Shell", str], None]


class CommandError(Exception):
    """The command cannot be done; the message says why."""


@dataclass(frozen=True)
class Command:
    """A row of the table. `takes` is php, name, names, command, number, file, setting or nothing.

    `is_paged`: the answer may be longer than the screen.
    """

    name: str
    takes: str
    usage: str
    help: str
    function: Function
    is_paged: bool = False


COMMANDS: dict[str, Command] = {}


def command(name: str, takes: str = "", usage: str = "", *, help: str, is_paged: bool = False
            ) -> Callable[[Function], Function]:
    """Enters a function into the table."""

    def enter(function: Function) -> Function:
        full = f":{name} {usage}".strip()
        COMMANDS[name] = Command(name, takes, full, help, function, is_paged)
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
        return find_command(word).takes in ("php", "name", "names")
    except CommandError:
        return False


def obey(shell: Shell, line: str) -> None:
    """Does what a line that begins with a colon says; raises CommandError."""
    word, _, argument = line[1:].strip().partition(" ")
    row = find_command(word)
    optional = row.usage.endswith("]")
    if row.takes in ("php", "name") and not optional and not argument.strip():
        raise CommandError(f"usage: {row.usage}")
    if not row.takes and argument.strip():
        raise CommandError(f":{row.name} takes nothing after it")
    with paged(shell.screen, row.is_paged and shell.editor is not None and shell.settings.paging):
        row.function(shell, argument.strip())


def need(session: Session, feature: str, what: str) -> None:
    """Raises CommandError if the engine does not have the feature."""
    if not session.supports(feature):
        raise CommandError(f"this engine cannot {what}")


@command("help", "command", "[COMMAND | NAME]",
         help="List the commands, or explain one, or a function.", is_paged=True)
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


@command("doc", "name", "NAME", help="Say what a function, class or constant is.",
         is_paged=True)
def doc(shell: Shell, argument: str) -> None:
    need(shell.session, "xcmd_hippy_doc", "describe names")
    text = shell.session.doc(argument.removesuffix("()")).decode("utf-8", "replace")
    shell.screen.write([("", text.rstrip("\n") + "\n")])


@command("vars", help="Show the variables of the session.", is_paged=True)
def vars_(shell: Shell, argument: str) -> None:
    if not show_variables(shell):
        shell.screen.line("There are no variables yet.")


def show_variables(shell: Shell) -> bool:
    """False if there are none."""
    values = [value for value in shell.session.context_get()
              if value.name.removeprefix("$") not in LAST_VALUES]
    for value in values:
        name = "$" + value.name.removeprefix("$")
        shown = [("class:value.key", visible(name)), ("", " = "), *show_flat(value)]
        shell.screen.write([*cut(shown, shell.screen.width - 1), ("", "\n")])
    return bool(values)


@command("ls", "names", "[PATTERN | VALUE]",
         help="List what is declared, names like str*, or members.", is_paged=True)
def ls(shell: Shell, argument: str) -> None:
    if argument:
        is_value = argument.startswith("$") and not set(argument) & set("*?")
        found = members(shell.session, argument) if is_value else []
        found = found or names_like(shell.session, argument)
    else:
        found = shell.session.names()
        show_in_force(shell, found)
        if not show_variables(shell) and not found:
            shell.screen.line("Nothing is declared yet.")
        found = [item for item in found if item.kind not in IN_FORCE]
    if argument and not found:
        raise CommandError(f"nothing is called {visible(argument)}")
    show_names(shell, found)


def show_in_force(shell: Shell, found: list[Completion]) -> None:
    """How names and types are meant at the prompt, as PHP writes it."""
    for kind in IN_FORCE:
        for item in found:
            if item.kind == kind:
                blank = "" if kind == "declare" else " "
                shell.screen.line(visible(f"{kind}{blank}{item.text};"))


def show_names(shell: Shell, found: list[Completion]) -> None:
    """A line for each."""
    for item in found:
        told = item.signature or item.type
        name = "" if told.startswith(CLASS_HEADS) else item.text
        if item.kind == "variable":
            name = "$" + name
        if item.kind in ("function", "method"):
            name, told = "", told.removeprefix(item.text) and told or item.text + "()"
        shown = [("class:note", f"{item.kind:<9}"), ("class:name", visible(name)),
                 ("", (" " if name and told else "") + visible(told))]
        shell.screen.write([*cut(shown, shell.screen.width - 1), ("", "\n")])


def members(session: Session, expression: str) -> list[Completion]:
    """The members of an object, the keys of an array."""
    found: list[Completion] = []
    for opener in ("->", "["):
        code = (expression + opener).encode("utf-8", "surrogateescape")
        found += [item for item in session.complete(code, len(code))
                  if opener == "->" or item.kind == "key"]
    return found


def names_like(session: Session, pattern: str) -> list[Completion]:
    """All names that fit a pattern, those of the engine too; without a * a beginning is meant."""
    beginning = re.split(r"[*?\[]", pattern)[0]
    code = beginning.encode("utf-8", "surrogateescape")
    wanted = (pattern if beginning != pattern else pattern + "*").removeprefix("$")
    fits = re.compile(fnmatch.translate(wanted), re.IGNORECASE).match
    return [item for item in session.complete(code, len(code))
            if fits(item.text) and item.kind != "keyword"]


def find_source(shell: Shell, name: str) -> str:
    """The text that declares a name; raises CommandError."""
    need(shell.session, "xcmd_hippy_doc", "describe names")
    try:
        return source_of(shell.inputs, shell.session, name)
    except NoSource as error:
        raise CommandError(str(error)) from error


@command("show", "name", "NAME", help="Show the source of a function, method or class.",
         is_paged=True)
def show(shell: Shell, argument: str) -> None:
    source = find_source(shell, argument)
    if shell.screen.coloured:
        for line in highlight(source, inline=True):
            shell.screen.write([*line, ("", "\n")])
    else:
        shell.screen.write([("", "\n".join(map(visible, source.expandtabs(4).split("\n"))) + "\n")])


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


@command("time", "php", "[-n TIMES] CODE",
         help="Run code and say how long it took and how much memory.")
def time(shell: Shell, argument: str) -> None:
    repeated = re.match(r"-n\s+(\d+)\s+(?=\S)", argument)
    if repeated is not None and int(repeated[1]) > 0:
        time_often(shell, argument[repeated.end():], int(repeated[1]))
        return
    if argument.startswith("-n") or not argument:
        raise CommandError("usage: :time [-n TIMES] CODE")
    shell.evaluate(r"\memory_reset_peak_usage()")
    shell.execute(argument)
    shell.fresh_line()
    shell.screen.line(f"{show_duration(shell.duration)}, {peak_memory(shell)}", "class:note")


def time_often(shell: Shell, code: str, times: int) -> None:
    """Runs code in a loop of the engine, which compiles it once; its value is not shown."""
    shell.evaluate(r"\memory_reset_peak_usage()")
    outcome = shell.run(TIMES.format(code=code, times=times))
    if outcome.diagnostic is not None:
        if outcome.diagnostic.kind in ("parse", "compile"):
            raise CommandError(f"this cannot be repeated: {outcome.diagnostic.message}")
        shell.react(outcome.diagnostic, code)
        return
    shell.keep(code)
    taken = [float(text) / 1e9 for text in (outcome.value.data or b"").decode().split()]
    shell.fresh_line()
    shell.screen.line(
        f"{times} times: mean {show_duration(taken[0])}, median {show_duration(taken[1])}, "
        f"best {show_duration(taken[2])}, {peak_memory(shell)}", "class:note")


def peak_memory(shell: Shell) -> str:
    value = shell.evaluate(r"\memory_get_peak_usage()")
    size = int(value.data or 0) if value is not None else 0
    return f"peak memory {size / 1e6:.1f} MB"


def count_of(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def show_duration(seconds: float) -> str:
    for unit, factor in (("s", 1.0), ("ms", 1e3)):
        if seconds * factor >= 1:
            return f"{seconds * factor:.3g} {unit}"
    return f"{seconds * 1e6:.0f} µs"


@command("bytecode", "name", "FUNCTION",
         help="Show what a function or CLASS::METHOD is compiled to.", is_paged=True)
def bytecode(shell: Shell, argument: str) -> None:
    need(shell.session, "xcmd_hippy_disasm", "show bytecode")
    text = shell.session.disassemble(argument.removesuffix("()")).decode("utf-8", "replace")
    shell.screen.write([("", text.rstrip("\n") + "\n")])


@command("debug", "php", "[CODE]", help="Step through code with the debugger's commands.")
def debug(shell: Shell, argument: str) -> None:
    """Without code: what ran last, from the state before it."""
    need(shell.session, "xcmd_hippy_jump", "step through what is typed")
    if not argument:
        argument = shell.latest
        if not argument:
            raise CommandError("nothing has been typed yet: :debug CODE")
        if shell.inputs[-1:] == [argument]:
            shell.undo(1)
    shell.debug(argument)


@command("jit", "php", "CODE", help="Run code and show what the JIT compiled of it.")
def jit(shell: Shell, argument: str) -> None:
    need(shell.session, "xcmd_hippy_jit", "tell what its JIT does")
    from hippy.trace_viewer.report import Options, source_lines, text_report
    from hippy.trace_viewer.stream import StreamError, StreamReader

    with tempfile.NamedTemporaryFile(prefix="hippy-", suffix=".jsonl") as record:
        shell.session.watch_jit(record.name)
        try:
            shell.execute(argument)
        finally:
            shell.session.watch_jit(None)
        typed = TypedSources(shell.inputs, source_lines)
        reader = StreamReader(typed.name)
        try:
            for line in record:
                reader.feed(line)
            recording = reader.recording()
        except StreamError as error:
            raise CommandError(f"the JIT's report cannot be read: {error}") from error
    typed.sources.setdefault(SHELL_CODE, argument.split("\n"))
    shell.fresh_line()
    shell.screen.write(text_report(recording, "JIT report", typed.read, Options()))


@command("undo", "number", "[COUNT]", help="Take back the last input, or COUNT of them.")
def undo(shell: Shell, argument: str) -> None:
    need(shell.session, "xcmd_hippy_undo", "take anything back")
    count = int(argument) if argument.isascii() and argument.isdigit() else 0 if argument else 1
    if count < 1:
        raise CommandError("usage: :undo [COUNT]")
    if not shell.inputs:
        raise CommandError("there is nothing to take back")
    if count > len(shell.inputs):
        raise CommandError(f"there are only {count_of(len(shell.inputs), 'input')} to take back")
    for text in shell.undo(count):
        shown = [("class:note", "undone: "), ("", visible(text.partition("\n")[0]))]
        shell.screen.write([*cut(shown, shell.screen.width - 1), ("", "\n")])


@command("save", "file", "FILE", help="Write the inputs of the session to a PHP file.")
def save(shell: Shell, argument: str) -> None:
    if not argument:
        raise CommandError("usage: :save FILE")
    from hippy.repl.program import as_program

    path = os.path.expanduser(argument)
    try:
        with open(path, "x", encoding="utf-8", errors="surrogateescape") as file:
            file.write(as_program(shell.inputs))
    except OSError as error:
        raise CommandError(f"{visible(path)}: {error.strerror}") from error
    shell.screen.line(f"{count_of(len(shell.inputs), 'input')} written to {visible(path)}.",
                      "class:note")


@command("edit", "name", "[NAME]",
         help="Edit a function, a class or the last input; run it.")
def edit(shell: Shell, argument: str) -> None:
    if shell.editor is None:
        raise CommandError("there is no terminal to edit on")
    if argument:
        shell.editor.to_edit = find_source(shell, argument)
    else:
        shell.editor.to_edit = shell.inputs[-1] if shell.inputs else ""


@command("reset", help="Begin again: no variables, functions or classes.")
def reset(shell: Shell, argument: str) -> None:
    shell.reset()
    shell.screen.line("Everything is forgotten.", "class:note")


@command("copy", "php", "[EXPRESSION]",
         help="Put a value, or $_, on the clipboard (by OSC 52).")
def copy(shell: Shell, argument: str) -> None:
    if not shell.screen.terminal:
        raise CommandError("there is no terminal whose clipboard could be reached")
    shell.session.feature_set("max_data", 0)
    try:
        value = shell.evaluate(COPIED.format(argument.rstrip("; ") or "$_"))
    finally:
        shell.obey_limits()
    data = value.data or b"" if value is not None else b""
    shell.screen.stream.write(f"\x1b]52;c;{base64.b64encode(data).decode()}\x07")
    shell.screen.line(f"{count_of(len(data), 'byte')} sent to the clipboard.", "class:note")


@command("set", "setting", "[NAME [VALUE]]",
         help="Show the settings, or change one for this session.", is_paged=True)
def set_(shell: Shell, argument: str) -> None:
    name, _, text = argument.partition(" ")
    try:
        if text.strip():
            shell.settings.put_text(name, text.strip())
            shell.obey_settings()
            return
        rows = shell.settings.rows()
        shown = [row for row in rows if row[0] == name] if name else rows
        if not shown:
            shell.settings.put(name, None)
    except SettingError as error:
        raise CommandError(visible(str(error))) from error
    for name, value, help in shown:
        shell.screen.write([("class:name", f"  {name:<12}"), ("", f"{visible(value):<8}"),
                            ("class:note", f"{help}\n")])


@command("quit", help="Leave; Ctrl-D does it too.")
def quit_(shell: Shell, argument: str) -> None:
    shell.leave(0)
