"""The connection to the client: packets in and out over one file descriptor."""
from __future__ import absolute_import

import errno

from hippy.interpreter.dbgp.packet import document
from hippy.interpreter.rlib import process, signals, sockets, streams
from hippy.interpreter.rlib.strings import starts_with

DEFAULT_HOST = '127.0.0.1'
REMOTE_VARIABLE = 'HIPPY_DBGP_REMOTE'       # set to 1: a client may be on another machine


class BadTarget(Exception):
    """Where the client was said to be is no place to connect to."""
    def __init__(self, message):
        self.message = message


class Channel(object):
    """`packets`: complete ones that wait; `pieces`: the beginning of the next one. Input of any size is taken."""
    _attrs_ = ('fd', 'packets', 'pieces', 'is_open')

    def __init__(self, fd):
        self.fd = fd
        self.packets = []
        self.pieces = []
        self.is_open = True

    def receive(self):
        """The next packet's text; waits for it. None when the client has gone."""
        while len(self.packets) == 0:
            if not self.is_open or not self._read():
                return None
        return self.packets.pop(0)

    def peek(self):
        """The packet that receive would give, without waiting; None when there is none yet."""
        if len(self.packets) == 0:
            return None
        return self.packets[0]

    def has_packet(self):
        """True when receive would not wait."""
        while len(self.packets) == 0 and self.is_open and sockets.is_readable(self.fd):
            self._read()
        return len(self.packets) > 0 or not self.is_open

    def _read(self):
        while True:
            try:
                data = streams.read(self.fd, 65536)
                break
            except OSError as e:
                if e.errno != errno.EINTR:
                    data = ''
                    break
        if not data:
            self.close()
            return False
        self._take(data)
        return True

    def _take(self, data):
        start = 0
        end = data.find('\0')
        while end >= 0:
            self.pieces.append(data[start:end])
            self.packets.append(''.join(self.pieces))
            self.pieces = []
            start = end + 1
            end = data.find('\0', start)
        if start < len(data):
            self.pieces.append(data[start:])

    def send(self, element):
        if not self.is_open:
            return
        try:
            streams.write(self.fd, document(element))
        except OSError:
            self.close()

    def renew(self):
        """In a copy of the process, before it goes on with the client in place of the original."""
        self.packets = []
        self.pieces = []
        sockets.announce_input(self.fd, process.getpid())

    def end_broken_packet(self):
        """Ends what another process may have begun to send."""
        try:
            streams.write(self.fd, '\0')
        except OSError:
            self.close()

    def close(self):
        if self.is_open:
            self.is_open = False
            try:
                streams.close(self.fd)
            except OSError:
                return      # nobody is left to hear of it


def open_channel(target):
    """A Channel to 'fd:N', 'HOST:PORT' or 'PORT'; raises BadTarget."""
    if starts_with(target, 'fd:'):
        return _announced(Channel(_number(target[3:], target)))
    colon = target.rfind(':')
    if colon < 0:
        return connect(DEFAULT_HOST, _number(target, target))
    return connect(target[:colon], _number(target[colon + 1:], target))


def unconnected():
    """A Channel without a client."""
    channel = Channel(-1)
    channel.is_open = False
    return channel


def _announced(channel):
    """The Channel; its input is announced by a signal."""
    # A client that goes away ends the session; the signal would end the process without a word.
    signals.ignore(signals.SIGPIPE)
    signals.install(sockets.SIGNAL_OF_INPUT)
    sockets.announce_input(channel.fd, process.getpid())
    sockets.close_in_programs(channel.fd)
    return channel


def connect(host, port):
    """A Channel to a client that listens there; raises BadTarget."""
    if not _is_loopback(host) and streams.getenv(REMOTE_VARIABLE) != '1':
        raise BadTarget('%s is another machine: a debugger may run any code, so set %s=1 if that is meant' % (host, REMOTE_VARIABLE))
    try:
        return _announced(Channel(sockets.connect_tcp(host, port)))
    except sockets.ConnectError as e:
        raise BadTarget('cannot connect to %s:%d: %s' % (host, port, e.message))


def _number(text, target):
    value = 0
    for c in text:
        if not '0' <= c <= '9' or value > 65535:
            raise BadTarget('%s is neither fd:NUMBER nor HOST:PORT' % target)
        value = value * 10 + ord(c) - 48
    if not text:
        raise BadTarget('%s is neither fd:NUMBER nor HOST:PORT' % target)
    return value


def _is_loopback(host):
    return host == 'localhost' or starts_with(host, '127.')
