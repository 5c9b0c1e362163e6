"""Ctrl-C while a program runs: it stops the program, not the front end."""

from __future__ import annotations

import contextlib
import signal
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from hippy.debugger.engine import EngineLost, terminal_is_ours
from hippy.debugger.session import Session

PATIENCE = 3


def shield() -> None:
    """Lets Ctrl-C do nothing until something else is said: a front end must not end halfway.

    Not SIG_IGN, which an engine that is started would inherit.
    """
    signal.signal(signal.SIGINT, lambda number, frame: None)


@dataclass
class Presses:
    """How often Ctrl-C was pressed."""

    count: int = 0


@contextlib.contextmanager
def interruptible(session: Session, ask: bool) -> Iterator[Presses]:
    """While the block runs, Ctrl-C goes to the engine; the third in a row ends it.

    A terminal sends SIGINT to the engine too, which is in our process group; without one, or for a
    signal from elsewhere, it is passed on, after DBGp's `break` if `ask` says so.
    """
    presses = Presses()

    def interrupt(number: int, frame: object) -> None:
        presses.count += 1
        if presses.count >= PATIENCE:
            session.engine.abandon()
            return
        if presses.count == PATIENCE - 1:
            sys.stderr.write("\nThe program does not stop. Ctrl-C once more ends the engine.\n")
        if session.engine.process is not None and terminal_is_ours():
            return
        if ask and presses.count == 1:
            with contextlib.suppress(EngineLost):
                session.async_break()
        session.engine.interrupt()

    connection = session.engine.connection
    connection.alarm, bell = socket.socketpair()
    bell.setblocking(False)
    previous_bell = signal.set_wakeup_fd(bell.fileno(), warn_on_full_buffer=False)
    previous = signal.signal(signal.SIGINT, interrupt)
    try:
        yield presses
    finally:
        signal.signal(signal.SIGINT, previous)
        signal.set_wakeup_fd(previous_bell)
        connection.alarm.close()
        connection.alarm = None
        bell.close()
