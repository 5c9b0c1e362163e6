"""Shell commands as child processes."""
from __future__ import absolute_import

import errno
import os
import sys

from hippy.interpreter.rlib import streams

if sys.version_info[0] == 2:
    def _bytes(text):
        return text
else:
    def _bytes(text):
        return text.encode('latin-1')


class Child(object):
    """A running command: its process and our end of the pipe."""
    _attrs_ = ('pid', 'fd')

    def __init__(self, pid, fd):
        self.pid = pid
        self.fd = fd


def start(command, for_reading):
    """Runs a shell command whose output (for_reading) or input is a pipe. Raises OSError."""
    assert command is not None
    read_end, write_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        _become(command, read_end, write_end, for_reading)
    if for_reading:
        os.close(write_end)
        return Child(pid, read_end)
    os.close(read_end)
    return Child(pid, write_end)


def _become(command, read_end, write_end, for_reading):
    """In the new process; does not return."""
    try:
        if for_reading:
            os.dup2(write_end, 1)
        else:
            os.dup2(read_end, 0)
        os.close(read_end)
        os.close(write_end)
        os.execv(_bytes('/bin/sh'), [_bytes('sh'), _bytes('-c'), _bytes(command)])
    except OSError:
        pass
    os._exit(127)


def read(fd):
    """What a child wrote next; '' at the end."""
    return streams.read_patiently(fd, 8192)


def wait(pid):
    """The exit status of a process, 128 and more after a signal; -1 when there is no such child."""
    while True:
        try:
            _pid, status = os.waitpid(pid, 0)
        except OSError as e:
            if e.errno == errno.EINTR:
                continue
            return -1
        if status & 127:
            return status
        return status >> 8 & 255
