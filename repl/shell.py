"""hippy-repl: reads PHP, has the engine run it, shows what came of it.

The engine is a process of its own: whatever the code does to it, the session here goes on.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from time import perf_counter
from typing import TYPE_CHECKING

from hippy.debugger import engine as engines
from hippy.debugger.engine import Engine, EngineLost
from hippy.debugger.interrupts import interruptible, shield
from hippy.debugger.lines import PipeReader, Reader
from hippy.debugger.packet import ProtocolError
from hippy.debugger.present import show_diagnostic, show_value, visible, width_of
from hippy.debugger.screen import Screen, open_screen, reader_may_leave
from hippy.debugger.session import (
    Diagnostic,
    EngineError,
    EngineRestored,
    Interaction,
    Session,
    Welcome,
)
from hippy.debugger.values import Value
from hippy.repl.commands import CommandError, obey
from hippy.repl.settings import Settings, read_settings, settings_path

if TYPE_CHECKING:
    from hippy.repl.editor import Editor

USAGE = """\
usage: hippy-repl [OPTION]...

Runs PHP as it is typed and shows the values. Input that is piped in is run without prompts; the
exit status then is that of php for a file with the same code. :help lists the commands.

  --engine=KIND  which engine runs: the translated one or the one under Python
  --no-banner    begin with the prompt
  --no-color     no colours
  --vi           edit with vi's keys
  --autoload     run vendor/autoload.php of the current directory first
  --no-config    do not read ~/.config/hippy/repl.toml
"""
OPTIONS = {"--no-banner", "--no-color", "--vi", "--autoload", "--no-config"}
LIMITS = {"max_depth": "depth", "max_children": "children", "max_data": "length"}
FEATURES = {"extended_properties": 1, "show_hidden": 1, "hippy_exact_floats": 1,
            "hippy_unfinished_lines": 1, "hippy_last_values": 1}
SNAPSHOTS = 20
PROMPT_WIDTH = len("php> ")
FAILED = 255
INTERRUPTED = 130


class Shell:
    """One REPL session over the engines it takes. `launch` starts an engine.

    `interactive`: someone sits at a terminal; otherwise the first error ends the session.
    `inputs`: what the engine has run, one for each of its statements. `latest`: the code that ran
    last, `duration`: for how many seconds, `buffers`: the levels of ob_start() behind it.
    """

    def __init__(
        self, launch: Callable[[], Engine], screen: Screen, interactive: bool, settings: Settings
    ) -> None:
        self.launch = launch
        self.settings = settings
        self.screen = screen
        self.interactive = interactive
        self.session = Session(launch())
        self.inputs: list[str] = []
        self.latest = ""
        self.duration = 0.0
        self.buffers = 0
        self.without_snapshots = False
        self.leaving = False
        self.status = 0
        self.editor: Editor | None = None

    # The session's life

    def open(self) -> Welcome:
        """Waits until the engine is ready; raises EngineLost and ProtocolError."""
        welcome = self.session.welcome()
        for name, value in FEATURES.items():
            self.session.feature_set(name, value)
        self.obey_limits()
        if self.interactive:
            self.session.feature_set("hippy_snapshots", SNAPSHOTS)
        return welcome

    def obey_limits(self) -> None:
        """Tells the engine how much of values is to be shown."""
        for feature, name in LIMITS.items():
            self.session.feature_set(feature, getattr(self.settings, name))

    def obey_settings(self) -> None:
        """Takes over what has been set."""
        self.obey_limits()
        self.screen.coloured = self.screen.terminal and self.settings.color
        if self.editor is not None:
            self.editor.obey_settings()

    def begin(self, run: Callable[[str], None]) -> None:
        """Has the files run that the settings name."""
        files = ["vendor/autoload.php"] if self.settings.autoload else []
        files += [os.path.expanduser(self.settings.startup)] if self.settings.startup else []
        for path in map(os.path.abspath, files):
            if os.path.isfile(path):
                quoted = path.replace("\\", "\\\\").replace("'", "\\'")
                run(f"require '{quoted}';;")
            elif not path.endswith("vendor/autoload.php"):
                self.screen.line(visible(f"{path} is not there."), "class:error")

    def close(self) -> None:
        """Lets the engine end: destructors and shutdown functions run."""
        with interruptible(self.session, ask=False):
            with contextlib.suppress(EngineLost, EngineError, ProtocolError):
                self.session.stop()
            self.session.engine.close()

    def leave(self, status: int) -> None:
        self.leaving = True
        self.status = status

    def reset(self) -> None:
        self.close()
        self.inputs.clear()
        self.session = Session(self.launch())
        self.open()
        self.begin(self.take)

    def converse(self, reader: Reader) -> int:
        """Reads and runs until the user leaves; the exit status."""
        while not self.leaving:
            try:
                text = reader.read()
            except KeyboardInterrupt:
                if self.interactive:
                    continue
                self.leave(INTERRUPTED)
                break
            except EOFError:
                break
            self.take(text)
        self.close()
        return self.status

    def take(self, text: str) -> None:
        """One input: a command or PHP."""
        if not text.strip():
            return
        try:
            if text.startswith(":"):
                obey(self, text)
            else:
                self.execute(text)
        except (CommandError, EngineError) as error:
            self.screen.line(visible(str(error)), "class:error")
            self.fail()
        except EngineRestored:
            self.fresh_line()
            self.note_restoration(text)
        except (EngineLost, ProtocolError) as error:
            self.recover(error)
            if isinstance(error, EngineLost) and error.unheard and not self.leaving:
                # The engine was lost before; this input has done nothing yet.
                self.take(text)
        else:
            self.note_restoration()

    def fail(self) -> None:
        """An error: a script ends there, a person may try again."""
        if not self.interactive:
            self.leave(FAILED)

    # Running code

    def execute(self, text: str) -> None:
        """Runs statements and shows the value of the last one."""
        self.tell(self.run(text), text)

    def debug(self, text: str) -> None:
        """The same, step by step."""
        self.tell(self.run(text, step=True), text)

    def tell(self, outcome: Interaction, text: str) -> None:
        """Shows what running the text came to."""
        if outcome.stop is not None:
            from hippy.debugger.prompt import TerminalReader
            from hippy.repl.stepping import SteppedInput

            stepped = SteppedInput(self.session, self.screen, text, self.inputs)
            reader = TerminalReader(stepped) if self.interactive else PipeReader()
            ended = stepped.follow(outcome.stop, reader)
            if ended is None:
                self.keep(text)
                self.screen.line("The input was ended there.", "class:note")
                return
            outcome = ended
        if outcome.more:
            self.session.interact(b"", mode=0)
            self.react(unexpected_end(text), text)
        elif outcome.diagnostic is None:
            self.keep(text)
            if not outcome.is_void:
                self.show(outcome.value)
        else:
            self.react(outcome.diagnostic, text)

    def keep(self, text: str) -> None:
        """Notes an input that the engine counts."""
        self.note_restoration()
        self.inputs.append(text)

    def run(self, text: str, step: bool = False) -> Interaction:
        self.latest = text
        start = perf_counter()
        with interruptible(self.session, ask=False):
            outcome = self.session.interact(text.encode("utf-8", "surrogateescape"), step=step)
        self.duration = perf_counter() - start
        if self.interactive:
            self.note_buffers(outcome)
            self.note_refusal(outcome)
        return outcome

    def note_refusal(self, outcome: Interaction) -> None:
        """Tells once that the system allows no further process, which a snapshot is."""
        if outcome.no_snapshot and not self.without_snapshots:
            self.fresh_line()
            self.screen.line("No further process is allowed: nothing can be taken back from here "
                             "on.", "class:note")
        self.without_snapshots = outcome.no_snapshot

    def note_buffers(self, outcome: Interaction) -> None:
        """Tells that output is held back, and of errors whose report is."""
        found = outcome.diagnostic
        if outcome.buffers and found is not None and found.kind in ("uncaught", "fatal"):
            self.fresh_line()
            kind = "Uncaught" if found.kind == "uncaught" else "Fatal error:"
            self.screen.line(visible(f"{kind} {found.message}"), "class:error")
        if outcome.buffers > self.buffers:
            self.fresh_line()
            self.screen.line("Output is held back by ob_start(); ob_end_flush() shows it.",
                             "class:note")
        self.buffers = outcome.buffers

    def evaluate(self, expression: str) -> Value | None:
        with interruptible(self.session, ask=False):
            return self.session.eval(expression.encode("utf-8", "surrogateescape"))

    def fresh_line(self) -> None:
        """Ends the line that the program left unfinished."""
        session = self.session
        self.screen.fresh_line(session is not None and session.unfinished_line)
        if session is not None:
            session.unfinished_line = False

    def show(self, value: Value | None) -> None:
        if value is None:
            return
        self.fresh_line()
        shown = show_value(value, self.screen.width, 2)
        self.screen.write([("class:mark", "= "), *shown, ("", "\n")])

    def react(self, diagnostic: Diagnostic, text: str) -> None:
        """What to do when code did not run to its end."""
        match diagnostic.kind:
            case "parse" | "compile":
                self.show_mistake(diagnostic, text)
                self.fail()
            case "exit":
                self.exit(diagnostic.code, text)
            case "interrupted":
                self.keep(text)
                self.fresh_line()
                self.screen.line("Interrupted.", "class:note")
                if not self.interactive:
                    self.leave(INTERRUPTED)
            case "fatal":
                # PHP's own words are on the screen already.
                self.fail()
                if self.session.statements == len(self.inputs) and self.interactive:
                    self.screen.line("The session is as it was before this.", "class:note")
                else:
                    self.inputs.append(text)
            case _:
                self.keep(text)
                self.fail()

    def show_mistake(self, diagnostic: Diagnostic, text: str) -> None:
        """The message, with the caret under the input itself where it still stands there."""
        column = None
        fits = PROMPT_WIDTH + width_of(text) < self.screen.width
        if self.interactive and self.screen.terminal and "\n" not in text and fits:
            column = PROMPT_WIDTH
        code = text.encode("utf-8", "surrogateescape")
        self.screen.write(show_diagnostic(diagnostic, code, column))

    def exit(self, status: int, text: str) -> None:
        """`exit` that was typed ends the session; one inside a called function is reported."""
        from hippy.repl.outline import outline

        if not self.interactive or outline(text).exits:
            self.leave(status)
            return
        self.keep(text)
        self.fresh_line()
        self.screen.line(f"exit({status}) was called; the session goes on.", "class:note")

    # When the engine is lost

    def note_restoration(self, text: str = "") -> None:
        """Tells what it means that another process has taken the engine's place, if one has.

        `text`: the input that the old one was running.
        """
        known, self.session.restored = self.session.restored, None
        if known is None:
            return
        gone = len(self.inputs) - known
        del self.inputs[known:]
        state = "as it was" if gone <= 0 else f"without the last {count_of(gone, 'input')}"
        if text and gone <= 0:
            state = "as it was before this"
        self.screen.line(f"The engine was lost. Another one goes on, {state}.", "class:note")

    def undo(self, count: int) -> list[str]:
        """Goes back to before the last inputs; those that are undone. Raises EngineError."""
        known = self.session.undo(count)
        undone = self.inputs[known:]
        del self.inputs[known:]
        return undone

    def recover(self, error: Exception) -> None:
        """Takes a new engine, declares again what was declared, says what is lost."""
        if isinstance(error, ProtocolError):
            self.screen.line(visible(str(error)), "class:error")
            self.session.engine.abandon()
        self.fresh_line()
        self.screen.line(f"The engine is lost: {self.session.engine.ending()}.", "class:error")
        if not self.interactive:
            self.leave(FAILED)
            return
        try:
            self.session = Session(self.launch())
            self.open()
            inputs, self.inputs = self.inputs, []
            self.begin(self.execute)
            declared, variables = self.declare_again(inputs)
        except (EngineLost, ProtocolError) as error:
            self.screen.line(f"No other engine could be started: {error}.", "class:error")
            self.leave(1)
            return
        if declared:
            self.screen.line(f"Declared again: {', '.join(declared)}.", "class:note")
        if variables:
            self.screen.line(f"Lost: {', '.join(variables)}.", "class:note")

    def declare_again(self, inputs: list[str]) -> tuple[list[str], list[str]]:
        """The names that could be declared again, and the variables that there were."""
        from hippy.repl.outline import outline

        declared: dict[str, None] = {}
        variables: dict[str, None] = {}
        for text in inputs:
            found = outline(text)
            variables.update(dict.fromkeys(found.variables))
            for name, source in found.declarations:
                if self.run(source).diagnostic is None:
                    declared[name] = None
                    self.inputs.append(source)
        return list(declared), list(variables)


def count_of(number: int, noun: str) -> str:
    return noun if number == 1 else f"{number} {noun}s"


def unexpected_end(text: str) -> Diagnostic:
    """What is wrong with code that the engine waits for more of, when there is no more."""
    end = len(text.encode("utf-8", "surrogateescape"))
    return Diagnostic("parse", "syntax error, unexpected end of file", start=end, end=end)


def main(engine_argv: list[str], engine_description: str, args: list[str]) -> int:
    """The command hippy-repl; the exit status is that of the code."""
    if args[:1] in (["--help"], ["-h"]):
        sys.stdout.write(USAGE)
        return 0
    unknown = [word for word in args if word not in OPTIONS]
    if unknown:
        sys.stderr.write(f"hippy-repl: unknown option {unknown[0]}\n{USAGE}")
        return 2
    settings, mistakes = chosen_settings(args)
    screen = open_screen(None if settings.color else False)
    interactive = os.isatty(0)
    for mistake in mistakes:
        sys.stderr.write(f"hippy-repl: {visible(mistake)}\n")
    try:
        # The engine boots while prompt_toolkit is imported.
        shell = Shell(lambda: engines.start(engine_argv, ["--repl"]), screen, interactive, settings)
        if not interactive:
            from hippy.repl.piped import PipedInput

            shell.open()
            with reader_may_leave():
                shell.begin(shell.take)
                return shell.converse(PipedInput(shell))
        from hippy.repl.banner import banner
        from hippy.repl.editor import Editor

        shell.editor = Editor(lambda: shell.session, screen, settings)
        welcome = shell.open()
        shield()
    except (EngineLost, ProtocolError) as error:
        sys.stderr.write(f"hippy-repl: {error}\n")
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    if "--no-banner" not in args:
        screen.write(banner(welcome, engines.without_hash(engine_description)))
    shell.begin(shell.take)
    return shell.converse(shell.editor)


def chosen_settings(args: list[str]) -> tuple[Settings, list[str]]:
    """The settings of the file and the options, and what is wrong in the file."""
    settings, mistakes = Settings(), []
    if "--no-config" not in args:
        settings, mistakes = read_settings(settings_path())
    if "--no-color" in args or os.environ.get("NO_COLOR"):
        settings.color = False
    if "--vi" in args:
        settings.editing = "vi"
    if "--autoload" in args:
        settings.autoload = True
    return settings, mistakes
