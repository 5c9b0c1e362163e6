"""Connections out, and waiting for input. What is read and written through a connection goes through streams.py by its file descriptor."""
from __future__ import absolute_import

import sys


class ConnectError(Exception):
    def __init__(self, message):
        self.message = message


if sys.version_info[0] == 2:
    from rpython.rlib import rpoll, rsocket

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
    import select
    import socket

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
