"""hippy-debug: runs a PHP program under its user's control.

The commands are in commands.py; this module holds the state they work on.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace

from hippy.debugger import engine as engines
from hippy.debugger.commands import CommandError, find_command, split_line
from hippy.debugger.engine import Engine, EngineLost
from hippy.debugger.interrupts import interruptible, shield
from hippy.debugger.lines import PipeReader, Reader
from hippy.debugger.packet import ProtocolError
from hippy.debugger.places import Place
from hippy.debugger.present import Fragments, show_frame, show_source, show_value, visible
from hippy.debugger.screen import Screen, open_screen, reader_may_leave
from hippy.debugger.session import Breakpoint, EngineError, Frame, Session, Stop
from hippy.debugger.values import Value

USAGE = """\
usage: hippy-debug [--engine=native|python] [--no-color] FILE [ARGUMENTS]
       hippy-debug [--no-color] --listen PORT

Runs a PHP program under control: set breakpoints, run, step, look at variables. The command help
lists what can be typed.

  --engine=KIND  which engine runs: the translated one or the one under Python
  --no-color     no colours
  --listen PORT  wait on 127.0.0.1 for a program that connects by itself, as Xdebug does
"""
AROUND = 2
LISTED = 11
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
}
RETURN_VALUES = "breakpoint_include_return_value"


@dataclass
class UserBreakpoint:
    """A breakpoint as the user knows it: its number stays, the engine's changes with each run."""

    number: int
    place: Place
    temporary: bool = False
    enabled: bool = True
    identifier: str = ""
    resolved: bool = False

    @property
    def pending(self) -> bool:
        """Whether no code has been found yet at which it could stop."""
        return self.place.type == "line" and not self.resolved


class Debugger:
    """The program under debugging, its breakpoints and what is being looked at.

    `launch` gets an engine for a program with these arguments; `session` is None while none runs,
    and `ended` tells that one has run to its end.
    """

    prompt = "dbg> "

    def __init__(
        self, launch: Callable[[list[str]], Engine], arguments: list[str], screen: Screen
    ) -> None:
        self.launch = launch
        self.arguments = arguments
        self.screen = screen
        self.session: Session | None = None
        self.script = ""
        self.breakpoints: list[UserBreakpoint] = []
        self.last_number = 0
        self.stop = Stop("starting")
        self.stack: list[Frame] = []
        self.level = 0
        self.listed: tuple[str, int] = ("", 0)
        self.sources: dict[str, tuple[list[str], list[Fragments]]] = {}
        self.previous = ""
        self.leaving = False
        self.ended = False

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
        self.screen.line(visible(text), "class:error")

    # Starting and ending

    def open(self) -> Session:
        """The session; a new program is started when there is none. Raises EngineLost."""
        if self.session is not None:
            return self.session
        session = Session(self.launch(self.arguments))
        try:
            welcome = session.welcome()
            for name, value in FEATURES.items():
                session.feature_set(name, value)
        except EngineLost as error:
            raise CommandError(f"{error}: {session.engine.ending()}") from error
        self.session, self.script = session, welcome.file
        self.stop, self.stack, self.level = Stop("starting"), [], 0
        self.sources.clear()
        for stop in self.breakpoints:
            try:
                self.send_breakpoint(stop)
            except EngineError as error:
                self.complain(f"breakpoint {stop.number}: {error}")
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
        self.stop, self.stack, self.level = Stop("stopped"), [], 0
        if session is None:
            return None
        with interruptible(session, ask=False):
            with contextlib.suppress(EngineLost, EngineError, ProtocolError):
                session.stop()
            return session.engine.close()

    def report_loss(self) -> None:
        session, self.session = self.session, None
        self.stop, self.stack, self.ended = Stop("stopped"), [], True
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
            if not self.advance(session, command):
                break
        self.arrive()

    def advance(self, session: Session, command: str) -> bool:
        """Sends one continuation command; False where a sequence of them ends early."""
        with interruptible(session, session.supports("break")):
            self.stop = getattr(session, command)()
        return self.stop.status == "break" and self.breakpoint_here() is None

    def proceed_to(self, place: Place) -> None:
        """Runs to a place through a breakpoint that nobody sees."""
        session = self.ready()
        if any(stop.place == place and stop.enabled for stop in self.breakpoints):
            self.proceed("run")
            return
        identifier = self.send_place(place, temporary=True)
        try:
            self.proceed("run")
        finally:
            if self.session is session:
                session.breakpoint_remove(identifier)

    def finish(self) -> None:
        """Runs until the function that is looked at returns, and tells what."""
        session = self.standing()
        depth = len(self.stack) - self.level - 1
        if depth == 0:
            raise CommandError("this is the program itself; continue runs to its end")
        # Only now: with it on, an engine stops at every return that is stepped over.
        session.feature_set(RETURN_VALUES, 1)
        try:
            while self.advance(session, "step_out") and self.depth(session) > depth:
                pass
            self.arrive()
        finally:
            if self.session is session:
                session.feature_set(RETURN_VALUES, 0)

    def depth(self, session: Session) -> int:
        """How many functions run, without one that is just returning."""
        return session.stack_depth() - (self.stop.return_value is not None)

    def arrive(self) -> None:
        """Shows where the program stands now, or how it ended."""
        self.fresh_line()
        if self.stop.status != "break":
            self.report_end()
            return
        self.stack = self.session.stack_get()
        self.settle_all()
        # At a return the innermost frame is the function that has ended already.
        self.level = 1 if self.stop.return_value is not None and len(self.stack) > 1 else 0
        self.report_reason()
        self.show_place()
        self.drop_temporary()

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
        if self.stop.exception:
            text = f"{self.stop.exception}: {self.stop.message}"
            self.screen.line(visible(text), "class:error")
        stop = self.breakpoint_here()
        if stop is not None:
            self.say(f"Breakpoint {stop.number}")
        if self.stop.return_value is not None:
            name = self.stack[0].function
            shown = show_value(self.stop.return_value, self.screen.width, 2)
            self.screen.write([("", visible(f"{name}() returned ")), *shown, ("", "\n")])

    def breakpoint_here(self) -> UserBreakpoint | None:
        """The breakpoint at which the program stopped."""
        for stop in self.breakpoints:
            place = stop.place
            if self.stop.breakpoint:
                if stop.identifier == self.stop.breakpoint:
                    return stop
            elif stop.enabled and (place.file, place.line) == (self.stop.file, self.stop.line):
                return stop
        return None

    def drop_temporary(self) -> None:
        """Forgets a temporary breakpoint that was reached."""
        stop = self.breakpoint_here()
        if stop is not None and stop.temporary:
            self.delete_breakpoint(stop)

    # Breakpoints

    def add_breakpoint(self, place: Place, temporary: bool = False) -> None:
        """Sets a breakpoint and says where; raises CommandError, EngineError."""
        self.open()
        stop = UserBreakpoint(self.last_number + 1, place, temporary)
        self.send_breakpoint(stop)
        self.last_number += 1
        self.breakpoints.append(stop)
        self.say(f"Breakpoint {stop.number} at {stop.place}{' (pending)' if stop.pending else ''}")
        if stop.pending and any(frame.file == place.file for frame in self.stack):
            self.say("There is no code near that line; the program will not stop there.")

    def send_breakpoint(self, stop: UserBreakpoint) -> None:
        """Tells the engine, and takes over the line that it moved the breakpoint to."""
        stop.identifier = self.send_place(stop.place, stop.temporary)
        if not stop.enabled:
            self.session.breakpoint_update(stop.identifier, enabled=False)
        if stop.place.type == "line":
            self.settle(stop, self.session.breakpoint_get(stop.identifier))

    def settle(self, stop: UserBreakpoint, found: Breakpoint) -> None:
        """Takes over the line that the engine moved the breakpoint to."""
        stop.resolved = found.resolved
        if found.resolved:
            stop.place = replace(stop.place, line=found.line)

    def settle_all(self) -> None:
        """The same for breakpoints in files that were loaded since they were set."""
        waiting = {stop.identifier: stop for stop in self.breakpoints
                   if stop.pending}
        if not waiting:
            return
        for found in self.session.breakpoint_list():
            if found.identifier in waiting:
                self.settle(waiting[found.identifier], found)

    def send_place(self, place: Place, temporary: bool) -> str:
        condition = place.condition.encode("utf-8", "surrogateescape") or None
        return self.session.breakpoint_set(
            "conditional" if condition and place.type == "line" else place.type,
            file=place.file or None,
            line=place.line or None,
            function=place.function or None,
            exception=place.exception or None,
            condition=condition,
            temporary=temporary,
        )

    def named_breakpoints(self, argument: str) -> list[UserBreakpoint]:
        """Those whose numbers are given, or all; raises CommandError."""
        if not argument:
            return list(self.breakpoints)
        known = {str(stop.number): stop for stop in self.breakpoints}
        words = argument.split()
        for word in words:
            if word not in known:
                raise CommandError(f"there is no breakpoint {visible(word)}")
        return [known[word] for word in words]

    def delete_breakpoint(self, stop: UserBreakpoint) -> None:
        self.breakpoints.remove(stop)
        if self.session is not None:
            self.session.breakpoint_remove(stop.identifier)

    def enable_breakpoint(self, stop: UserBreakpoint, enabled: bool) -> None:
        stop.enabled = enabled
        if self.session is not None:
            self.session.breakpoint_update(stop.identifier, enabled=enabled)

    def breakpoint_hits(self) -> dict[int, int]:
        """How often each was hit in this run."""
        if self.session is None:
            return {}
        hits = {found.identifier: found.hits for found in self.session.breakpoint_list()}
        return {stop.number: hits.get(stop.identifier, 0) for stop in self.breakpoints}

    # Looking

    def standing(self) -> Session:
        """The session, if the program stands somewhere; raises CommandError."""
        if self.session is None or self.stop.status != "break":
            raise CommandError("the program is not running; run or step starts it")
        return self.session

    def frames(self) -> list[Frame]:
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

    def position(self) -> tuple[str, int]:
        """The file and line that is looked at."""
        if self.stack:
            frame = self.stack[self.level]
            return frame.file, frame.line
        self.open()
        return self.script, 0

    def variables(self, context: int) -> list[Value]:
        return self.standing().context_get(self.level, context)

    def variable_names(self) -> list[str]:
        try:
            return ["$" + value.name.removeprefix("$") for value in self.variables(0)]
        except (CommandError, EngineError, EngineLost, ProtocolError):
            return []

    def evaluate(self, expression: str) -> Value | None:
        """The expression's value in the frame that is looked at."""
        session = self.standing()
        code = expression.encode("utf-8", "surrogateescape")
        with interruptible(session, session.supports("break")):
            return session.eval(code, self.level)

    def execute(self, statements: str) -> None:
        """Runs statements in the frame that is looked at."""
        session = self.standing()
        if not session.supports("interact"):
            raise CommandError("this engine runs no statements at a stop, only print")
        code = statements.encode("utf-8", "surrogateescape")
        with interruptible(session, session.supports("break")):
            outcome = session.interact(code, self.level)
        self.fresh_line()
        if outcome.diagnostic is not None and outcome.diagnostic.kind in ("parse", "compile"):
            self.complain(outcome.diagnostic.message)
        elif outcome.value is not None:
            self.show(outcome.value)

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
        shown = show_frame(frame)
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
        stops = frozenset(stop.place.line for stop in self.breakpoints
                          if stop.place.file == file and stop.enabled)
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
    colour = None
    while args[:1] == ["--no-color"]:
        colour, args = False, args[1:]
    if args[:1] in (["--help"], ["-h"]):
        sys.stdout.write(USAGE)
        return 0
    if not args or (args[0].startswith("-") and args[0] not in ("--", "--listen")):
        complaint = f"unknown option {args[0]}" if args else "no file is given"
        sys.stderr.write(f"hippy-debug: {complaint}\n{USAGE}")
        return 2
    screen = open_screen(colour)
    if args[0] == "--listen":
        return listen(args[1:], screen)
    if args[0] == "--":
        args = args[1:]
    if not args or not os.path.isfile(args[0]):
        sys.stderr.write(f"Could not open input file: {(args or [''])[0]}\n")
        return 1
    script = os.path.realpath(args[0])

    def launch(arguments: list[str]) -> Engine:
        return engines.start(engine_argv, [script, *arguments])

    debugger = Debugger(launch, args[1:], screen)
    return debug(debugger, f"Debugging {visible(args[0])} ({engine_description} engine).")


def listen(args: list[str], screen: Screen) -> int:
    """`--listen PORT`."""
    if len(args) != 1 or not args[0].isdigit() or int(args[0]) > 65535:
        sys.stderr.write(USAGE)
        return 2
    try:
        listener = engines.Listener(int(args[0]))
    except OSError as error:
        sys.stderr.write(f"hippy-debug: cannot listen on port {args[0]}: {error.strerror}\n")
        return 1

    def accept(arguments: list[str]) -> Engine:
        screen.line(f"Waiting for a program on 127.0.0.1:{listener.port} ...", "class:note")
        return listener.accept()

    return debug(Debugger(accept, [], screen), "")


def open_reader(debugger: Debugger) -> Reader:
    if not os.isatty(0):
        return PipeReader()
    shield()
    from hippy.debugger.prompt import TerminalReader

    return TerminalReader(debugger)


def debug(debugger: Debugger, greeting: str) -> int:
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
    reader = open_reader(debugger)
    try:
        debugger.open()
    except (CommandError, ProtocolError) as error:
        sys.stderr.write(f"hippy-debug: {error}\n")
        return 1
    if greeting:
        debugger.screen.line(f"{greeting} Type run, step, break or help.", "class:note")
    try:
        with reader_may_leave():
            debugger.converse(reader)
    except KeyboardInterrupt:
        return 130
    return 0
