"""The debugger at the REPL's prompt: steps through an input in the session's own engine."""

from __future__ import annotations

from hippy.debugger.app import FEATURES, Debugger
from hippy.debugger.breakpoints import UNCAUGHT
from hippy.debugger.commands import CommandError
from hippy.debugger.lines import Reader
from hippy.debugger.present import Fragments
from hippy.debugger.screen import Screen
from hippy.debugger.session import EngineError, Interaction, Session, Stop
from hippy.repl.sources import SHELL_CODE, STDIN, TypedSources


class SteppedInput(Debugger):
    """Debugs one input. `outcome`: what it came to, None when it was ended before.

    Breakpoints live as long as it does. An engine that is lost is the shell's to replace: the
    exceptions of Session that tell so get through.
    """

    def __init__(self, session: Session, screen: Screen, text: str, inputs: list[str]) -> None:
        super().__init__(self.refuse, [], screen)
        self.session = session
        self.text = text
        self.typed = TypedSources([*inputs, text], self.lines_of_file)
        self.script = STDIN
        self.outcome: Interaction | None = None

    def refuse(self, arguments: list[str]) -> None:
        raise CommandError("that was all of the input; its breakpoints went with it")

    def follow(self, stop: Stop, reader: Reader) -> Interaction | None:
        """From where the input stands: what the user says, until it has ended."""
        for name, value in FEATURES.items():
            self.session.feature_set(name, value)
        if self.session.supports("hippy_uncaught"):
            self.session.breakpoint_set("exception", exception=UNCAUGHT)
        self.stop = stop
        self.arrive()
        self.converse(reader)
        return self.outcome

    def obey(self, line: str) -> None:
        super().obey(line)
        if self.session is not None and self.session.restored is not None:
            self.leaving, self.session = True, None

    def report_loss(self) -> None:
        raise  # noqa: PLE0704 - it is called where the loss was caught

    def restart(self) -> None:
        raise CommandError("run starts programs; continue goes on with this input")

    def report_end(self) -> None:
        session = self.forget()
        self.outcome = self.stop.outcome
        if session is not None:
            remove_breakpoints(session)

    def close(self) -> None:
        """Ends the input where it stands."""
        session = self.forget()
        if session is not None and self.outcome is None:
            session.abort()
            remove_breakpoints(session)

    def forget(self) -> Session | None:
        """The session, which goes on without this debugger."""
        session, self.session = self.session, None
        self.leaving = True
        return session

    # Sources: every input has the same name, so that a function's goes with it

    def show_place(self) -> None:
        self.script = self.place_name(self.level)
        super().show_place()

    def place_name(self, level: int) -> str:
        frame = self.stack[level]
        if frame.file != STDIN:
            return frame.file
        return self.typed.name(frame.function, SHELL_CODE)

    def source(self, file: str) -> tuple[list[str], list[Fragments]]:
        if file != STDIN:
            return super().source(file)
        name = self.place_name(self.level)
        text = self.text if name == SHELL_CODE else "\n".join(self.typed.read(name))
        coloured: list[Fragments] = []
        if self.screen.coloured:
            from hippy.debugger.highlight import highlight

            coloured = highlight(text, inline=True)
        return text.split("\n"), coloured

    def lines_of_file(self, file: str) -> list[str]:
        raise EngineError(100, f"{file} is not kept")


def remove_breakpoints(session: Session) -> None:
    for found in session.breakpoint_list():
        session.breakpoint_remove(found.identifier)
