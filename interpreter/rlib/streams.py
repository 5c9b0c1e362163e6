"""File descriptors and files. PHP's bytes are `str` with chars below 256 on every Python; they are encoded only here."""
from __future__ import absolute_import

import errno
import os
import sys

O_RDONLY = os.O_RDONLY
O_WRONLY = os.O_WRONLY
O_RDWR = os.O_RDWR
O_CREAT = os.O_CREAT
O_TRUNC = os.O_TRUNC
O_APPEND = os.O_APPEND
O_EXCL = os.O_EXCL

if sys.version_info[0] == 2:
    from rpython.rlib.rstring import assert_str0

    def _path(path):
        """A path that the system takes. Raises OSError for one with a zero byte."""
        assert path is not None
        if path.find('\x00') >= 0:
            raise OSError(errno.ENOENT, 'No such file or directory')
        return assert_str0(path)

    def _write(fd, data):
        return os.write(fd, data)

    def read(fd, size):
        """Up to size bytes; '' at the end. Raises OSError."""
        return os.read(fd, size)

    read_until_signal = read        # OSError with EINTR when a signal came first

    def open_file(path, flags, mode):
        """A file descriptor. Raises OSError."""
        return os.open(_path(path), flags, mode)

    def getcwd():
        return os.getcwd()

    def path_exists(path):
        return path.find('\x00') < 0 and os.path.exists(_path(path))

    def path_isdir(path):
        return path.find('\x00') < 0 and os.path.isdir(_path(path))

    def real_path(path):
        return os.path.abspath(_path(path))

    def environment():
        """[(name, value)] of the process."""
        return [(name, value) for name, value in os.environ.items()]

    def getenv(name):
        """The value or None."""
        if name.find('\x00') >= 0:
            return None
        return os.environ.get(_path(name))

    def setenv(name, value):
        """For this process and those it starts. Raises OSError."""
        os.environ[_path(name)] = _path(value)

    def unsetenv(name):
        try:
            del os.environ[_path(name)]
        except KeyError:
            pass
else:
    from hippy.interpreter.rlib import signals

    def _write(fd, data):
        return os.write(fd, data.encode('latin-1'))

    def read(fd, size):
        return os.read(fd, size).decode('latin-1')

    def read_until_signal(fd, size):
        signals.breaks_off = True       # Python would go on reading
        try:
            return read(fd, size)
        finally:
            signals.breaks_off = False

    def _path(path):
        return path.encode('latin-1')

    def open_file(path, flags, mode):
        return os.open(_path(path), flags, mode)

    def getcwd():
        return os.getcwdb().decode('latin-1')

    def path_exists(path):
        return os.path.exists(_path(path))

    def path_isdir(path):
        return os.path.isdir(_path(path))

    def real_path(path):
        return os.path.abspath(_path(path)).decode('latin-1')

    def environment():
        return [(name.decode('latin-1'), value.decode('latin-1')) for name, value in os.environb.items()]

    def getenv(name):
        value = os.environb.get(name.encode('latin-1'))
        return None if value is None else value.decode('latin-1')

    def setenv(name, value):
        os.environb[name.encode('latin-1')] = value.encode('latin-1')

    def unsetenv(name):
        os.environb.pop(name.encode('latin-1'), None)


def read_patiently(fd, size):
    """As read, through signals; '' for an error too."""
    while True:
        try:
            return read(fd, size)
        except OSError as e:
            if e.errno != errno.EINTR:
                return ''


def write(fd, data):
    """All of data, also when signals come in between. Raises OSError."""
    while data:
        try:
            written = _write(fd, data)
        except OSError as e:
            if e.errno != errno.EINTR:
                raise
            continue
        if written == len(data):
            return
        assert written >= 0
        data = data[written:]


def close(fd):
    os.close(fd)


def isatty(fd):
    return os.isatty(fd)


def read_all(fd):
    """Everything up to the end. Raises OSError."""
    chunks = []
    while True:
        chunk = read(fd, 65536)
        if not chunk:
            return ''.join(chunks)
        chunks.append(chunk)


def read_file(path):
    """A file's bytes. Raises OSError."""
    fd = open_file(path, O_RDONLY, 0)
    try:
        return read_all(fd)
    finally:
        os.close(fd)
