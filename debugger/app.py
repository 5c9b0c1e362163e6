"""hippy-debug: runs a PHP program under its user's control.

The commands are in commands.py; this module holds the state they work on.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from dataclasses import replace

from hippy.debugger import engine as engines
from hippy.debugger.breakpoints import (
    UNCAUGHT,
    Breakpoints,
    NoSuchBreakpoint,
    UserBreakpoint,
    send_place,
)
from hippy.debugger.commands import CommandError, find_command, split_line
from hippy.debugger.engine import Engine, EngineLost
from hippy.debugger.interrupts import interruptible, shield
from hippy.debugger.lines import BatchReader, PipeReader, Reader
from hippy.debugger.mapping import BadMapping, Mapping, read_pair
from hippy.debugger.packet import ProtocolError
from hippy.debugger.places import Place
from hippy.debugger.present import (
    Fragments,
    short_path,
    show_bytecode,
    show_frame,
    show_source,
    show_value,
    visible,
)
from hippy.debugger.screen import Screen, open_screen, reader_may_leave
from hippy.debugger.session import Completion, EngineError, Session, Stop
from hippy.debugger.stack import Stack
from hippy.debugger.values import Value

USAGE = """\
usage: hippy-debug [--engine=native|python] [--no-color] [--batch COMMANDS] FILE [ARGUMENTS]
       hippy-debug [--no-color] [--batch COMMANDS] --listen PORT [--map REMOTE=LOCAL ...]

Runs a PHP program under control: set breakpoints, run, step, look at variables. The command help
lists what can be typed.

  --engine=KIND     which engine runs: the translated one or the one under Python
  --no-color        no colours
  --batch COMMANDS  take the commands from this file, show them and what they do, and end; the
                    exit status is 1 if one of them failed
  --listen PORT     wait on 127.0.0.1 for a program that connects by itself, as Xdebug does
  --map REMOTE=LOCAL
                    files of the folder REMOTE, where the program runs, are those of LOCAL here
"""
AROUND = 2
LISTED = 11
FRAMES = 30
DEEP = 6
FEATURES = {
    "max_depth": 3,
    "max_children": 50,
    "max_data": 2000,
    "extended_properties": 1,
    "show_hidden": 1,
    "hippy_exact_floats": 1,
    "hippy_unfinished_lines": 1,
    "resolved_breakpoints": 1,
    "breakpoint_details": 1,
    "hippy_watch": 1,
    "hippy_last_parts": 1,
    "hippy_arguments": 1,
    "hippy_eval_messages": 1,
    "virtual_exception_value": 1,
}
RETURN_VALUES = "breakpoint_include_return_value"
EXCEPTION = "$__EXCEPTION"
BRIEF = {"max_children": 20, "max_data": 300}       # of each variable where all are listed


class Debugger:
    """The program under debugging, its breakpoints and what is being looked at.

    `launch` gets an engine for a program with these arguments; `session` is None while none runs,
    and `ended` tells that one has run to its end.
    """

    prompt = "dbg> "
    frames_shown = FRAMES

    def __init__(
        self, launch: Callable[[list[str]], Engine], arguments: list[str], screen: Screen
    ) -> None:
        self.launch = launch
        self.arguments = arguments
        self.screen = screen
        self.mapping = Mapping()
        self.session: Session | None = None
        self.script = ""
        self.breakpoints = Breakpoints()
        self.displays: dict[int, str] = {}
        self.last_display = 0
        self.catches_uncaught = True
        self.stop = Stop("starting")
        self.stack = Stack()
        self.level = 0
        self.listed: tuple[str, int] = ("", 0)
        self.sources: dict[str, tuple[list[str], list[Fragments]]] = {}
        self.previous = ""
        self.interrupted = False
        self.leaving = False
        self.ended = False
        self.failed = False

    # The loop

    def converse(self, reader: Reader) -> None:
        """Reads and obeys commands until the user leaves."""
        while not self.leaving:
            try:
                line = reader.read().strip()
            except KeyboardInterrupt:
                continue
            except EOFError:
                break
            self.obey(line)
        self.close()

    def obey(self, line: str) -> None:
        """Does what one line says; mistakes are told, not raised."""
        line = line or self.previous
        self.previous = ""
        if not line:
            return
        try:
            word, argument = split_line(line)
            command = find_command(word)
            if command.repeats:
                # Only the name: a repeated `list 30` or `up 2` goes on from where it led.
                self.previous = command.name
            command.function(self, argument)
        except (CommandError, EngineError) as error:
            self.complain(str(error))
        except EngineLost:
            self.report_loss()
        except ProtocolError as error:
            self.complain(str(error))
            if self.session is not None:
                self.session.engine.abandon()
            self.report_loss()

    def fresh_line(self) -> None:
        """Ends the line that the program left unfinished."""
        session = self.session
        self.screen.fresh_line(session is not None and session.unfinished_line)
        if session is not None:
            session.unfinished_line = False

    def say(self, text: str) -> None:
        self.screen.line(text)

    def complain(self, text: str) -> None:
        self.failed = True
        self.screen.line(visible(text), "class:error")

    # Starting and ending

    def open(self) -> Session:
        """The session; a new program is started when there is none. Raises EngineLost."""
        if self.session is not None:
            return self.session
        session = Session(self.launch(self.arguments), self.mapping)
        try:
            welcome = session.welcome()
            for name, value in FEATURES.items():
                session.feature_set(name, value)
        except EngineLost as error:
            raise CommandError(f"{error}: {session.engine.ending()}") from error
        self.session, self.script = session, welcome.file
        self.stop, self.stack, self.level = Stop("starting"), Stack(), 0
        self.sources.clear()
        for failure in self.breakpoints.send_all(session):
            self.complain(failure)
        if self.catches_uncaught and session.supports("hippy_uncaught"):
            session.breakpoint_set("exception", exception=UNCAUGHT)
        return session

    def restart(self) -> None:
        """A program that has not run yet."""
        self.ended = False
        if self.session is None or self.stop.status != "starting" or self.stack:
            self.close()
        self.open()

    def close(self) -> int | None:
        """Ends the program, if there is one; its exit status where it is known."""
        session, self.session = self.session, None
        self.stop, self.stack, self.level = Stop("stopped"), Stack(), 0
        if session is None:
            return None
        with interruptible(session, ask=False):
            with contextlib.suppress(EngineLost, EngineError, ProtocolError):
                session.stop()
            return session.engine.close()

    def report_loss(self) -> None:
        session, self.session = self.session, None
        self.stop, self.stack, self.ended = Stop("stopped"), Stack(), True
        if session is not None:
            self.fresh_line()
            self.complain(f"The program is gone: {session.engine.ending()}.")

    # Running

    def ready(self) -> Session:
        """The session to continue in; raises CommandError when the program is over."""
        if self.ended:
            raise CommandError("the program has ended; run starts it again")
        return self.open()

    def proceed(self, command: str, times: int = 1) -> None:
        """A continuation command: run, step_into, step_over or step_out; then shows the stop."""
        session = self.ready()
        for _ in range(times):
            if not self.advance_past_logs(session, command):
                break
        self.arrive()

    def advance_past_logs(self, session: Session, command: str) -> bool:
        """As advance; breakpoints that only print do so, and the program runs on."""
        while True:
            goes_on = self.advance(session, command)
            here = self.breakpoints.at(self.stop) if self.stop.status == "break" else None
            if here is None or not here.log or self.interrupted:
                return goes_on
            self.print_log(session, here)
            if command != "run":
                return True

    def print_log(self, session: Session, here: UserBreakpoint) -> None:
        """What a breakpoint prints where the program stands."""
        self.fresh_line()
        title = f"{short_path(self.stop.file)}:{self.stop.line}: {here.log} = "
        self.screen.write([("class:note", visible(title)), *self.shown(session, here.log, 0),
                           ("", "\n")])

    def advance(self, session: Session, command: str) -> bool:
        """Sends one continuation command; False where a sequence of them ends early."""
        with interruptible(session, session.supports("break")) as presses:
            self.stop = getattr(session, command)()
        self.interrupted = presses.count > 0
        if self.stop.status != "break" or self.interrupted or self.stop.exception:
            return False
        return self.breakpoints.at(self.stop) is None

    def proceed_to(self, place: Place) -> None:
        """Runs to a place through a breakpoint that nobody sees."""
        session = self.ready()
        if any(stop.place == place and stop.enabled for stop in self.breakpoints.all):
            self.proceed("run")
            return
        identifier = send_place(session, place, temporary=True)
        try:
            self.proceed("run")
        finally:
            if self.session is session:
                session.breakpoint_remove(identifier)

    def proceed_down(self) -> None:
        """Runs to a line further down in this function, out of loops, or until it returns."""
        session = self.standing()
        frame = self.stack[self.level]
        depth = len(self.stack) - self.level
        while self.advance_past_logs(session, "step_over"):
            if session.stack_depth() < depth:
                break
            if session.stack_depth() == depth and self.stop.line > frame.line:
                break
        self.arrive()

    def finish(self) -> None:
        """Runs until the function that is looked at returns, and tells what."""
        session = self.standing()
        depth = len(self.stack) - self.level - 1
        if depth == 0:
            raise CommandError("this is the program itself; continue runs to its end")
        # Only now: with it on, an engine stops at every return that is stepped over.
        session.feature_set(RETURN_VALUES, 1)
        try:
            while self.advance_past_logs(session, "step_out") and self.depth(session) > depth:
                pass
            self.arrive()
        finally:
            if self.session is session:
                session.feature_set(RETURN_VALUES, 0)

    def jump(self, line: int) -> None:
        """Goes on at a line of the innermost function, where it stops again at once."""
        session = self.standing()
        if not session.supports("xcmd_hippy_jump"):
            raise CommandError("this engine cannot jump")
        session.jump(line)
        self.stop = replace(self.stop, line=line, exception="", breakpoint="")
        self.stack, self.level = Stack(session), 0
        self.show_place()
        self.show_displays()

    def depth(self, session: Session) -> int:
        """How many functions run, without one that is just returning."""
        return session.stack_depth() - (self.stop.return_value is not None)

    def arrive(self) -> None:
        """Shows where the program stands now, or how it ended."""
        self.fresh_line()
        if self.stop.status != "break":
            self.report_end()
            return
        self.stack = Stack(self.session)
        for stop in self.breakpoints.settle(self.session):
            self.say(f"Breakpoint {stop.number} is at {stop}: line {stop.asked} has no code.")
        self.report_hopeless()
        # At a return the innermost frame is the function that has ended already.
        self.level = 1 if self.stop.return_value is not None and len(self.stack) > 1 else 0
        self.report_reason()
        self.show_place()
        self.show_displays()
        here = self.breakpoints.at(self.stop)
        if here is not None and (here.temporary or self.is_over(here)):
            self.breakpoints.delete(self.session, here)

    def report_hopeless(self) -> None:
        """Tells, once, of breakpoints in files that are loaded and have no code near the line."""
        for stop in self.breakpoints.all:
            if not stop.pending or stop.hopeless or not stop.enabled:
                continue
            path = self.mapping.remote(stop.place.file).replace("\\", "\\\\").replace("'", "\\'")
            code = f"in_array('{path}', get_included_files())"
            with contextlib.suppress(EngineError):
                found = self.session.eval(code.encode("utf-8", "surrogateescape"), 0)
                stop.hopeless = found is not None and found.text == "1"
            if stop.hopeless:
                self.say(f"Breakpoint {stop.number} at {stop}: there is no code near that line.")

    def is_over(self, stop: UserBreakpoint) -> bool:
        """Whether a watched expression's function has returned."""
        return stop.place.type == "watch" and stop.level > len(self.stack)

    def report_end(self) -> None:
        status = self.close()
        self.ended = True
        if status is None or status == 0:
            self.say("The program ended.")
        elif status > 0:
            self.say(f"The program ended with exit status {status}.")
        else:
            self.complain(f"The program ended: {engines.describe_status(status)}.")

    def report_reason(self) -> None:
        stop = self.breakpoints.at(self.stop)
        if self.stop.exception:
            # Of PHP's messages, like Fatal error, the name tells enough.
            is_class = " " not in self.stop.exception
            uncaught = "Uncaught " if stop is None and self.stop.breakpoint and is_class else ""
            text = f"{uncaught}{self.stop.exception}: {self.stop.message}"
            self.screen.line(visible(text), "class:error")
        if stop is not None:
            self.say(f"Breakpoint {stop.number}")
            if stop.place.type == "watch":
                self.report_change(stop)
        elif self.interrupted:
            self.say("Interrupted")
        if self.stop.return_value is not None:
            name = self.stack[0].function
            shown = show_value(self.stop.return_value, self.screen.width, 2)
            self.screen.write([("", visible(f"{name}() returned ")), *shown, ("", "\n")])

    def report_change(self, stop: UserBreakpoint) -> None:
        """The old and the new value of a watched expression."""
        expression = stop.place.condition
        if self.is_over(stop):
            self.say(f"watch {visible(expression)}: its function has returned")
            return
        level = len(self.stack) - stop.level if stop.level else len(self.stack) - 1
        try:
            value = self.session.eval(expression.encode("utf-8", "surrogateescape"), level)
        except EngineError as error:
            self.say(visible(f"{expression}: {error}"))
            return
        width = self.screen.width
        for name, shown in (("old", stop.value), ("new", value)):
            if shown is not None:
                self.screen.write([("class:note", f"  {name}: "), *show_value(shown, width, 7),
                                   ("", "\n")])
        stop.value = value

    def refresh_watches(self, session: Session) -> None:
        """Looks at watched values anew after the user may have changed them."""
        for stop in self.breakpoints.all:
            if stop.place.type == "watch" and 0 < stop.level <= len(self.stack):
                code = stop.place.condition.encode("utf-8", "surrogateescape")
                with contextlib.suppress(EngineError):
                    stop.value = session.eval(code, len(self.stack) - stop.level)

    # Expressions shown at each stop

    def add_display(self, expression: str) -> None:
        self.last_display += 1
        self.displays[self.last_display] = expression
        if self.stop.status == "break":
            self.show_display(self.last_display)

    def show_displays(self) -> None:
        for number in self.displays:
            self.show_display(number)

    def show_display(self, number: int) -> None:
        expression = self.displays[number]
        title = f"{number}: {expression} = "
        self.screen.write([("class:note", visible(title)),
                           *self.shown(self.session, expression, self.level), ("", "\n")])

    def shown(self, session: Session, expression: str, level: int) -> Fragments:
        """The value of an expression, or why there is none."""
        try:
            value = session.eval(expression.encode("utf-8", "surrogateescape"), level)
        except EngineError as error:
            return [("class:error", visible(str(error)))]
        if session.eval_message:
            return [("class:error", visible(session.eval_message))]
        return [] if value is None else show_value(value, self.screen.width, 4)

    # Breakpoints

    def add_breakpoint(self, place: Place, temporary: bool = False, log: str = "") -> None:
        """Sets a breakpoint and says where; raises CommandError, EngineError."""
        session = self.open()
        if place.type == "watch":
            self.watch(session, place)
            return
        stop = UserBreakpoint(0, place, temporary, log=log)
        self.breakpoints.add(session, stop)
        notes = ", ".join(stop.notes(0))
        joint = " at" if stop.place.type in ("line", "call") else ":"
        self.say(f"Breakpoint {stop.number}{joint} {stop}" + (f" ({notes})" if notes else ""))
        if stop.pending and self.stack.has_file(place.file):
            self.say("There is no code near that line; the program will not stop there.")

    def watch(self, session: Session, place: Place) -> None:
        """Watches an expression in the frame that is looked at."""
        if not session.supports("hippy_watch"):
            raise CommandError("this engine cannot watch expressions")
        stop = UserBreakpoint(0, place, level=self.level)
        if self.stack:
            stop.value = session.eval(place.condition.encode("utf-8", "surrogateescape"),
                                      self.level)
        self.breakpoints.add(session, stop)
        stop.level = len(self.stack) - self.level
        self.say(f"Breakpoint {stop.number}: {stop}")

    def catch_uncaught(self, wanted: bool) -> None:
        """Whether exceptions that nobody catches stop the program."""
        self.catches_uncaught = wanted
        session = self.open()
        if not session.supports("hippy_uncaught"):
            raise CommandError("this engine cannot tell whether an exception is caught")
        for found in session.breakpoint_list():
            if found.exception == UNCAUGHT:
                session.breakpoint_update(found.identifier, enabled=wanted)
                return
        if wanted:
            session.breakpoint_set("exception", exception=UNCAUGHT)

    def named_breakpoints(self, argument: str) -> list[UserBreakpoint]:
        """Those whose numbers are given, or all; raises CommandError."""
        try:
            return self.breakpoints.named(argument)
        except NoSuchBreakpoint as error:
            raise CommandError(f"there is no breakpoint {visible(str(error))}") from None

    def one_breakpoint(self, argument: str) -> tuple[UserBreakpoint, str]:
        """The breakpoint with the number that the argument begins with, and the rest."""
        word, _, rest = argument.partition(" ")
        if not word:
            raise CommandError("give the number of a breakpoint")
        return self.named_breakpoints(word)[0], rest.strip()

    # Looking

    def standing(self) -> Session:
        """The session, if the program stands somewhere; raises CommandError."""
        if self.session is None or self.stop.status != "break":
            raise CommandError("the program is not running; run or step starts it")
        return self.session

    def frames(self) -> Stack:
        self.standing()
        return self.stack

    def select(self, level: int) -> None:
        """Looks at another frame; raises CommandError."""
        frames = self.frames()
        if level < 0:
            raise CommandError("this is the innermost frame")
        if level >= len(frames):
            raise CommandError(f"there are {len(frames)} frames, the outermost is "
                               f"{len(frames) - 1}")
        self.level = level
        self.show_place()
        self.show_displays()

    def position(self) -> tuple[str, int]:
        """The file and line that is looked at."""
        if self.stack:
            frame = self.stack[self.level]
            return frame.file, frame.line
        self.open()
        return self.script, 0

    def variables(self, context: int) -> list[Value]:
        session = self.standing()
        self.limit(session, BRIEF)
        try:
            found = session.context_get(self.level, context)
            return [value for value in found if value.name != EXCEPTION]
        finally:
            if self.session is session:
                self.limit(session, {name: FEATURES[name] for name in BRIEF})

    def limit(self, session: Session, limits: dict[str, int]) -> None:
        """How much of a value the engine tells."""
        for name, value in limits.items():
            session.feature_set(name, value)

    def complete(self, code: bytes) -> list[Completion]:
        """Proposals for the end of the code; none where nobody can tell."""
        try:
            return self.standing().complete(code, len(code), self.level)
        except (CommandError, EngineError, EngineLost, ProtocolError):
            return []

    def names_of_kind(self, beginning: str, kind: str) -> list[str]:
        """The names of functions or classes that begin so."""
        if not beginning:
            return []
        found = self.complete(beginning.encode("utf-8", "surrogateescape"))
        return [item.text.rstrip("(") for item in found if item.kind == kind]

    def evaluate(self, expression: str) -> Value | None:
        """The expression's value in the frame that is looked at."""
        session = self.standing()
        code = expression.encode("utf-8", "surrogateescape")
        session.feature_set("max_depth", DEEP)
        try:
            with interruptible(session, session.supports("break")):
                if expression.startswith(EXCEPTION) and self.stop.exception:
                    value = session.property_get(expression, self.level)
                else:
                    value = session.eval(code, self.level)
        finally:
            if self.session is session:
                session.feature_set("max_depth", FEATURES["max_depth"])
        if session.eval_message:
            self.screen.line(visible(session.eval_message), "class:error")
        return value

    def execute(self, statements: str) -> None:
        """Runs statements in the frame that is looked at."""
        session = self.standing()
        if not session.supports("interact"):
            raise CommandError("this engine runs no statements at a stop, only print")
        code = statements.encode("utf-8", "surrogateescape")
        with interruptible(session, session.supports("break")):
            outcome = session.interact(code, self.level)
        self.fresh_line()
        self.refresh_watches(session)
        if outcome.diagnostic is not None and outcome.diagnostic.kind in ("parse", "compile"):
            self.complain(outcome.diagnostic.message)
        elif outcome.value is not None and not outcome.is_void:
            self.show(outcome.value)

    def disassemble(self, function: str) -> None:
        """The bytecode of a function, or of the frame with an arrow at its line."""
        session = self.standing()
        if not session.supports("xcmd_hippy_disasm"):
            raise CommandError("this engine does not show bytecode")
        level = None if function else self.level
        text = session.disassemble(function or None, level).decode("utf-8", "surrogateescape")
        text = text.replace(os.getcwd().rstrip("/") + "/", "", 1)
        current = 0 if function else self.stack[self.level].line
        self.screen.write(show_bytecode(text, current))

    def show(self, value: Value) -> None:
        shown = show_value(value, self.screen.width, 2)
        self.screen.write([("class:mark", "= "), *shown, ("", "\n")])

    # Source

    def source(self, file: str) -> tuple[list[str], list[Fragments]]:
        """The lines of a file, plain and in colour; raises EngineError."""
        if file not in self.sources:
            session = self.open()
            text = session.source(file).decode("utf-8", "surrogateescape")
            coloured: list[Fragments] = []
            if self.screen.coloured:
                from hippy.debugger.highlight import highlight_source

                coloured = highlight_source(text)
            self.sources[file] = (text.split("\n"), coloured)
        return self.sources[file]

    def show_place(self) -> None:
        """The frame that is looked at: its function, and the source around its line."""
        frame = self.stack[self.level]
        shown = show_frame(frame, width=self.screen.width)
        self.screen.write([(style, text.lstrip() if not position else text)
                           for position, (style, text) in enumerate(shown)])
        try:
            self.show_lines(frame.file, frame.line - AROUND, 2 * AROUND + 1, frame.line)
        except EngineError as error:
            self.complain(f"no source: {error}")
        self.listed = ("", 0)

    def show_lines(self, file: str, first: int, count: int, current: int) -> int:
        """Shows some lines of a file; the number of the last, 0 if there were none."""
        lines, coloured = self.source(file)
        if lines and not lines[-1]:
            lines = lines[:-1]
        first = max(1, first)
        shown = lines[first - 1:first - 1 + count]
        if not shown:
            return 0
        stops = self.breakpoints.lines(file)
        part = coloured[first - 1:first - 1 + count] if coloured else None
        self.screen.write(show_source(shown, first, current, stops, part))
        return first + len(shown) - 1

    def list_around(self, file: str, line: int) -> None:
        current = self.position()
        last = self.show_lines(file, line - LISTED // 2, LISTED,
                               current[1] if current[0] == file else 0)
        if not last:
            raise CommandError(f"there is no line {line}")
        self.listed = (file, last)

    def list_more(self) -> None:
        """The lines after those listed last, or around the current one."""
        file, last = self.listed
        if not file:
            file, line = self.position()
            self.list_around(file, line or 1 + LISTED // 2)
            return
        current = self.position()
        shown = self.show_lines(file, last + 1, LISTED, current[1] if current[0] == file else 0)
        if not shown:
            raise CommandError("that was the end of the file")
        self.listed = (file, shown)


def main(engine_argv: list[str], engine_description: str, args: list[str]) -> int:
    """The command hippy-debug; its exit status is 0, or 1 when there is nothing to debug."""
    colour, batch = None, ""
    while args[:1] and args[0] in ("--no-color", "--batch"):
        if args[0] == "--no-color":
            colour, args = False, args[1:]
        elif len(args) < 2:
            return explain("--batch wants a file of commands")
        else:
            batch, args = args[1], args[2:]
    if args[:1] in (["--help"], ["-h"]):
        sys.stdout.write(USAGE)
        return 0
    if not args or (args[0].startswith("-") and args[0] not in ("--", "--listen")):
        return explain(f"unknown option {args[0]}" if args else "no file is given")
    screen = open_screen(colour)
    if args[0] == "--listen":
        return listen(args[1:], screen, batch)
    if args[0] == "--":
        args = args[1:]
    if not args or not os.path.isfile(args[0]):
        sys.stderr.write(f"Could not open input file: {(args or [''])[0]}\n")
        return 1
    script = os.path.realpath(args[0])

    def launch(arguments: list[str]) -> Engine:
        return engines.start(engine_argv, [script, *arguments])

    debugger = Debugger(launch, args[1:], screen)
    engine = engines.without_hash(engine_description)
    return debug(debugger, f"Debugging {visible(args[0])} ({engine} engine).", batch)


def explain(complaint: str) -> int:
    """Says what is wrong with the command line; the exit status for that."""
    sys.stderr.write(f"hippy-debug: {complaint}\n{USAGE}")
    return 2


def listen(args: list[str], screen: Screen, batch: str) -> int:
    """`--listen PORT`."""
    pairs = []
    while len(args) > 2 and args[-2] == "--map":
        try:
            pairs.insert(0, read_pair(args[-1]))
        except BadMapping as error:
            return explain(str(error))
        args = args[:-2]
    if len(args) != 1 or not args[0].isdigit() or int(args[0]) > 65535:
        return explain("--listen wants a port")
    try:
        listener = engines.Listener(int(args[0]))
    except OSError as error:
        sys.stderr.write(f"hippy-debug: cannot listen on port {args[0]}: {error.strerror}\n")
        return 1

    def accept(arguments: list[str]) -> Engine:
        screen.line(f"Waiting for a program on 127.0.0.1:{listener.port} ...", "class:note")
        return listener.accept()

    debugger = Debugger(accept, [], screen)
    debugger.mapping = Mapping(tuple(pairs))
    return debug(debugger, "", batch)


def open_reader(debugger: Debugger, batch: str) -> Reader:
    """Where the commands come from; raises OSError for a file that cannot be read."""
    if batch:
        return BatchReader(batch, debugger.prompt)
    if not os.isatty(0):
        return PipeReader()
    shield()
    from hippy.debugger.prompt import TerminalReader

    return TerminalReader(debugger)


def debug(debugger: Debugger, greeting: str, batch: str) -> int:
    """Starts the program and talks with the user."""
    try:
        # The engine boots while prompt_toolkit is imported.
        engine = debugger.launch(debugger.arguments)
    except EngineLost as error:
        sys.stderr.write(f"hippy-debug: {error}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    first, launch = [engine], debugger.launch
    debugger.launch = lambda arguments: first.pop() if first else launch(arguments)
    try:
        reader = open_reader(debugger, batch)
        debugger.open()
    except OSError as error:
        engine.abandon()
        sys.stderr.write(f"hippy-debug: {batch}: {error.strerror}\n")
        return 1
    except (CommandError, ProtocolError) as error:
        sys.stderr.write(f"hippy-debug: {error}\n")
        return 1
    if greeting and not batch:
        debugger.screen.line(f"{greeting} Type run, step, break or help.", "class:note")
    try:
        with reader_may_leave():
            debugger.converse(reader)
    except KeyboardInterrupt:
        return 130
    return int(bool(batch) and debugger.failed)
