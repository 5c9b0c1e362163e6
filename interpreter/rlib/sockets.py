"""Connections out, and waiting for input. What is read and written through a connection goes through streams.py by its file descriptor."""
from __future__ import absolute_import

import signal
import sys

SIGNAL_OF_INPUT = signal.SIGIO

F_SETFD = 2
F_GETFL = 3
F_SETFL = 4
F_SETOWN = 8
FD_CLOEXEC = 1
O_ASYNC = 0x2000


class ConnectError(Exception):
    def __init__(self, message):
        self.message = message


if sys.version_info[0] == 2:
    from rpython.rlib import rpoll, rsocket
    from rpython.rtyper.lltypesystem import rffi
    from rpython.translator.tool.cbuild import ExternalCompilationInfo

    _fcntl = rffi.llexternal('fcntl', [rffi.INT, rffi.INT, rffi.LONG], rffi.INT,
                             compilation_info=ExternalCompilationInfo(includes=['fcntl.h']), releasegil=False)

    def fcntl(fd, command, argument):
        """The result of fcntl(2), -1 for an error."""
        return rffi.cast(rffi.LONG, _fcntl(rffi.cast(rffi.INT, fd), rffi.cast(rffi.INT, command), argument))

    def connect_tcp(host, port):
        """A connected file descriptor that sends without delay; raises ConnectError."""
        try:
            address = rsocket.INETAddress(host, port)
            connection = rsocket.RSocket(rsocket.AF_INET, rsocket.SOCK_STREAM)
            connection.connect(address)
            connection.setsockopt_int(rsocket.IPPROTO_TCP, rsocket.TCP_NODELAY, 1)
        except rsocket.SocketError as e:
            raise ConnectError(e.get_msg())
        return connection.detach()

    def is_readable(fd):
        """True when a read would not wait: there is input, or the end."""
        try:
            return len(rpoll.poll({fd: rpoll.POLLIN}, 0)) > 0
        except rpoll.PollError:
            return False
else:
    import fcntl as _fcntl
    import select
    import socket

    def fcntl(fd, command, argument):
        try:
            return _fcntl.fcntl(fd, command, argument)
        except OSError:
            return -1

    def connect_tcp(host, port):
        try:
            connection = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            connection.connect((host, port))
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError as e:
            raise ConnectError(e.strerror or str(e))
        return connection.detach()

    def is_readable(fd):
        poller = select.poll()
        poller.register(fd, select.POLLIN)
        return len(poller.poll(0)) > 0


def announce_input(fd, pid):
    """From now on process `pid` gets SIGNAL_OF_INPUT when there is input, or the other side has gone. Install a handler first."""
    fcntl(fd, F_SETOWN, pid)
    flags = fcntl(fd, F_GETFL, 0)
    if flags >= 0:
        fcntl(fd, F_SETFL, flags | O_ASYNC)


def close_in_programs(fd):
    """Programs that this process starts do not inherit the descriptor."""
    fcntl(fd, F_SETFD, FD_CLOEXEC)
