"""The client side of DBGp against engines that misbehave, and against a fake that does not."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

import pytest

from hippy.debugger import engine as engines
from hippy.debugger.engine import EngineLost
from hippy.debugger.interrupts import interruptible
from hippy.debugger.packet import ProtocolError
from hippy.debugger.session import EngineError, EngineRestored, Session

FAKE = [sys.executable, "-I", "-S", str(Path(__file__).parent / "fake_engine.py")]


@pytest.fixture
def connect():
    """Starts the fake engine in a scenario and gives the Session with it."""
    sessions = []

    def start(scenario: str) -> Session:
        session = Session(engines.start([*FAKE, scenario], ["--repl"]))
        sessions.append(session)
        return session

    yield start
    for session in sessions:
        session.engine.kill()
        session.engine.close()


def test_welcome(connect):
    welcome = connect("echo").welcome()
    assert (welcome.file, welcome.engine, welcome.version) == ("dbgp://stdin", "Fake", "0.0")
    assert welcome.language_version == "8.2.36"


def test_interact_returns_the_value(connect):
    session = connect("echo")
    session.welcome()
    outcome = session.interact("é \x00 end".encode())
    assert outcome.value.data == "é \x00 end".encode()
    assert outcome.status == "interactive"
    assert outcome.diagnostic is None


def test_packets_may_come_in_pieces(connect):
    session = connect("one_byte_at_a_time")
    session.welcome()
    assert session.interact(b"x" * 500).value.data == b"x" * 500


def test_a_command_that_the_next_engine_runs(connect):
    session = connect("restored_before")
    session.welcome()
    assert session.interact(b"text").value.data == b"text"


def test_a_command_that_was_lost_with_the_engine(connect):
    session = connect("restored_after")
    session.welcome()
    with pytest.raises(EngineRestored):
        session.interact(b"text")


def test_diagnostic(connect):
    session = connect("echo")
    session.welcome()
    found = session.interact(b"wrong").diagnostic
    assert (found.kind, found.start, found.end, found.message) == ("parse", 2, 4, "syntax error")


def test_error_reply_is_raised(connect):
    session = connect("echo")
    session.welcome()
    with pytest.raises(EngineError, match="unimplemented command") as raised:
        session.stack_get()
    assert raised.value.code == 4
    assert session.interact(b"still there").value.text == "still there"


def test_what_comes_before_the_reply(connect):
    session = connect("streams")
    session.welcome()
    seen = []
    session.on_stream = lambda kind, data: seen.append((kind, data))
    session.on_notify = lambda name, element: seen.append((name, len(element)))
    stop = session.run()
    assert seen == [("stdout", b"printed\xff"), ("hippy_jit_loop", 1)]
    assert (stop.status, stop.file, stop.line) == ("break", "/a b.php", 7)


def test_async_break_stops_a_running_program(connect):
    session = connect("busy")
    session.welcome()
    assert not session.async_break()
    timer = threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGUSR1))
    previous = signal.signal(signal.SIGUSR1, lambda number, frame: session.async_break())
    try:
        timer.start()
        assert session.run().line == 2
    finally:
        signal.signal(signal.SIGUSR1, previous)
    assert session.feature_set("max_depth", 3)


def test_third_interrupt_ends_a_stubborn_engine(connect, capsys):
    session = connect("stubborn")
    session.welcome()

    def press() -> None:
        for _ in range(3):
            signal.pthread_kill(main.ident, signal.SIGINT)
            # Signals of one kind that wait at the same time become one.
            pressed.acquire(timeout=10)

    main = threading.current_thread()
    pressed = threading.Semaphore(0)
    thread = threading.Thread(target=press)
    with pytest.raises(EngineLost), interruptible(session, ask=False):
        inner = signal.getsignal(signal.SIGINT)
        signal.signal(signal.SIGINT, lambda *rest: (inner(*rest), pressed.release()))
        thread.start()
        session.interact(b"while (true);")
    thread.join()
    assert session.engine.ending() == "the engine was killed by SIGKILL"
    assert "once more" in capsys.readouterr().err
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.parametrize(
    ("scenario", "message"),
    [
        ("no_length", "not its length|is not the length"),
        ("broken_xml", "broken XML"),
        ("wrong_length", "longer than it says"),
        ("wrong_element", "not with <init>"),
    ],
)
def test_malformed_packets(connect, scenario, message):
    with pytest.raises(ProtocolError, match=message):
        connect(scenario).welcome()


def test_engine_that_ends_at_once(connect):
    session = connect("silent_end")
    with pytest.raises(EngineLost):
        session.welcome()
    assert session.engine.ending() == "the engine exited with status 5"


def test_engine_that_dies_in_a_reply(connect):
    session = connect("dies_halfway")
    session.welcome()
    with pytest.raises(EngineLost):
        session.status()
    assert session.engine.ending() == "the engine exited with status 7"


def test_killed_engine(connect):
    session = connect("echo")
    session.welcome()
    with pytest.raises(EngineLost):
        session.interact(b"crash")
    assert session.engine.ending() == "the engine was killed by SIGKILL"
    with pytest.raises(EngineLost):
        session.interact(b"nobody is there")


def test_missing_program():
    with pytest.raises(EngineLost, match="cannot start /no/such/engine"):
        engines.start(["/no/such/engine"], [])
