"""The engine as a process: started with one end of a socket pair, or attached to over TCP.

What is said over the connection is in session.py.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess

from hippy.debugger.packet import Framer


class EngineLost(Exception):
    """The connection ended. `unheard`: before the engine could hear what was to be sent."""

    unheard = False


class Connection:
    """A socket on which DBGp is spoken.

    A signal that comes just before `recv` waits would not be seen until something is received. So
    whoever handles signals meanwhile sets `alarm` to a socket that Python writes to for each.
    """

    def __init__(self, endpoint: socket.socket) -> None:
        self.endpoint = endpoint
        self.framer = Framer()
        self.alarm: socket.socket | None = None

    def send(self, data: bytes) -> None:
        try:
            self.endpoint.sendall(data)
        except OSError as error:
            lost = EngineLost("the connection to the engine is closed")
            lost.unheard = True
            raise lost from error

    def receive(self) -> bytes:
        """Waits for the next packet; raises EngineLost at the end and ProtocolError."""
        while True:
            packet = self.framer.next_packet()
            if packet is not None:
                return packet
            try:
                self.wait()
                data = self.endpoint.recv(1 << 16)
            except OSError as error:
                raise EngineLost("the connection to the engine broke") from error
            if not data:
                raise EngineLost("the engine closed the connection")
            self.framer.feed(data)

    def wait(self) -> None:
        """Until there is something to receive; signal handlers run in between."""
        while self.alarm is not None:
            ready, _, _ = select.select([self.endpoint, self.alarm], [], [])
            if self.alarm in ready:
                self.alarm.recv(100)
            if self.endpoint in ready:
                return

    def close(self) -> None:
        self.endpoint.close()


class Engine:
    """A connection and, if we started it, the process behind it.

    `successor`: the process that has taken the place of the one we started (snapshots). `replaced`:
    another process takes over at once when this one dies.
    """

    def __init__(self, connection: Connection, process: subprocess.Popen | None = None) -> None:
        self.connection = connection
        self.process = process
        self.successor: Successor | None = None
        self.replaced = False

    def succeed(self, pid: int) -> None:
        """From now on the process `pid` is the engine."""
        if self.successor is not None:
            self.successor.close()
        self.successor = Successor(pid)

    def interrupt(self) -> None:
        """Sends SIGINT, as the terminal does for Ctrl-C."""
        self.send_signal(signal.SIGINT)

    def kill(self) -> None:
        """Ends the process, whatever it is doing."""
        self.send_signal(signal.SIGKILL)

    def abandon(self) -> None:
        """Ends the engine at once, from wherever; whoever waits for a packet gets EngineLost.

        If it is replaced the conversation goes on with its successor. Fit for a signal handler.
        """
        self.kill()
        if self.replaced:
            self.replaced = False
            return
        with contextlib.suppress(OSError):
            self.connection.endpoint.shutdown(socket.SHUT_RDWR)

    def send_signal(self, number: int) -> None:
        if self.successor is not None:
            self.successor.send_signal(number)
        elif self.process is not None and self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                self.process.send_signal(number)

    def close(self, patience: float | None = None) -> int | None:
        """Hangs up and waits for the process; its exit status, or None if it is not ours.

        An engine that is still there after `patience` seconds is killed.
        """
        self.connection.close()
        if self.successor is not None and not self.successor.wait(patience):
            self.kill()
        if self.process is None:
            return None
        try:
            return self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.kill()
            return self.process.wait()

    def ending(self) -> str:
        """How the process ended, in words; waits for it. For an EngineLost that was caught."""
        if self.process is None:
            return "the engine closed the connection"
        return describe_status(self.close(patience=2.0))


class Successor:
    """A process that is not our child; held by a pidfd, as its number may become another's."""

    def __init__(self, pid: int) -> None:
        self.descriptor = -1
        with contextlib.suppress(OSError, AttributeError):
            self.descriptor = os.pidfd_open(pid)

    def send_signal(self, number: int) -> None:
        if self.descriptor >= 0:
            with contextlib.suppress(OSError):
                signal.pidfd_send_signal(self.descriptor, number)

    def wait(self, patience: float | None) -> bool:
        """Whether it has ended, within `patience` seconds."""
        if self.descriptor < 0:
            return True
        return bool(select.select([self.descriptor], [], [], patience)[0])

    def close(self) -> None:
        if self.descriptor >= 0:
            os.close(self.descriptor)
            self.descriptor = -1


def start(argv: list[str], arguments: list[str]) -> Engine:
    """Starts `argv --dbgp fd:N arguments`; fd 0 to 2 are inherited. Raises EngineLost."""
    ours, theirs = socket.socketpair()
    with theirs:
        descriptor = theirs.fileno()
        command = [*argv, "--dbgp", f"fd:{descriptor}", *arguments]
        try:
            process = subprocess.Popen(command, pass_fds=[descriptor])
        except OSError as error:
            ours.close()
            raise EngineLost(f"cannot start {argv[0]}: {error.strerror}") from error
    return Engine(Connection(ours), process)


class Listener:
    """Waits on a port of this machine for engines that connect by themselves, as Xdebug does."""

    def __init__(self, port: int) -> None:
        """Raises OSError when the port is taken; port 0 takes any free one."""
        self.endpoint = socket.create_server(("127.0.0.1", port))
        self.port = self.endpoint.getsockname()[1]

    def accept(self) -> Engine:
        """Waits for the next engine."""
        endpoint, _ = self.endpoint.accept()
        endpoint.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return Engine(Connection(endpoint))

    def close(self) -> None:
        self.endpoint.close()


def describe_status(status: int | None) -> str:
    """A process's exit status in words."""
    if status is None:
        return "the engine closed the connection"
    if status >= 0:
        return f"the engine exited with status {status}"
    try:
        name = signal.Signals(-status).name
    except ValueError:
        name = str(-status)
    return f"the engine was killed by {name}"


def without_hash(description: str) -> str:
    """What a greeting calls an engine: `native` for `native 1f95ae7d`, which --version tells."""
    kind, _, rest = description.partition(" ")
    return description if rest.startswith("(") else kind


def terminal_is_ours() -> bool:
    """Whether Ctrl-C on a terminal reaches this process group, and so the engine, by itself."""
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY | os.O_NOCTTY)
    except OSError:
        return False
    try:
        return os.tcgetpgrp(terminal) == os.getpgrp()
    except OSError:
        return False
    finally:
        os.close(terminal)
