"""The file system: positions in files, directories, status, links. Opening, reading and writing are in streams.py."""
from __future__ import absolute_import

import os
import sys

from hippy.interpreter.rlib.arithmetic import float_to_int

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2

R_OK = os.R_OK
W_OK = os.W_OK
X_OK = os.X_OK

S_IFMT = 0xF000
S_IFDIR = 0x4000
S_IFREG = 0x8000
S_IFLNK = 0xA000
S_IFCHR = 0x2000
S_IFBLK = 0x6000
S_IFIFO = 0x1000
S_IFSOCK = 0xC000


class Status(object):
    """What stat() tells."""
    _attrs_ = ('dev', 'ino', 'mode', 'nlink', 'uid', 'gid', 'size', 'atime', 'mtime', 'ctime')
    _immutable_fields_ = ('dev', 'ino', 'mode', 'nlink', 'uid', 'gid', 'size', 'atime', 'mtime', 'ctime')

    def __init__(self, dev, ino, mode, nlink, uid, gid, size, atime, mtime, ctime):
        self.dev = dev
        self.ino = ino
        self.mode = mode
        self.nlink = nlink
        self.uid = uid
        self.gid = gid
        self.size = size
        self.atime = atime
        self.mtime = mtime
        self.ctime = ctime

    def is_dir(self):
        return self.mode & S_IFMT == S_IFDIR

    def is_regular(self):
        return self.mode & S_IFMT == S_IFREG

    def is_stream(self):
        """True for what has no positions: a pipe, a terminal or other device, a socket."""
        kind = self.mode & S_IFMT
        return kind == S_IFIFO or kind == S_IFCHR or kind == S_IFSOCK

    def is_link(self):
        return self.mode & S_IFMT == S_IFLNK


def _status(found):
    return Status(found.st_dev, found.st_ino, found.st_mode, found.st_nlink, found.st_uid, found.st_gid, found.st_size,
                  float_to_int(found.st_atime), float_to_int(found.st_mtime), float_to_int(found.st_ctime))


if sys.version_info[0] == 2:
    from rpython.rtyper.lltypesystem import rffi
    from rpython.translator.tool.cbuild import ExternalCompilationInfo

    _flock = rffi.llexternal('flock', [rffi.INT, rffi.INT], rffi.INT,
                             compilation_info=ExternalCompilationInfo(includes=['sys/file.h']))

    def _path(path):
        return path

    def _text(path):
        return path
else:
    import fcntl

    def _flock(fd, operation):
        try:
            fcntl.flock(fd, operation)
        except OSError:
            return -1
        return 0

    def _path(path):
        return path.encode('latin-1')

    def _text(path):
        return path.decode('latin-1')


def error_text(number):
    """The system's words for an errno."""
    return os.strerror(number)


# open files; all raise OSError

def seek(fd, offset, whence):
    """The new position."""
    return os.lseek(fd, offset, whence)


def truncate(fd, size):
    os.ftruncate(fd, size)


def fstat(fd):
    return _status(os.fstat(fd))


def duplicate(fd):
    """Another descriptor of the same open file."""
    return os.dup(fd)


def lock(fd, operation):
    """flock(2) with PHP's numbers (1 shared, 2 exclusive, 3 unlock, + 4 without waiting); False when somebody else holds the lock."""
    native = 8 if operation & 3 == 3 else operation & 3
    return _flock(fd, native | operation & 4) == 0


def fsync(fd):
    os.fsync(fd)


# paths; all raise OSError

def stat(path):
    return _status(os.stat(_path(path)))


def lstat(path):
    return _status(os.lstat(_path(path)))


def remove(path):
    os.unlink(_path(path))


def make_directory(path, mode):
    os.mkdir(_path(path), mode)


def remove_directory(path):
    os.rmdir(_path(path))


def rename(old, new):
    os.rename(_path(old), _path(new))


def list_directory(path):
    """The names in a directory without '.' and '..', in no order."""
    return [_text(name) for name in os.listdir(_path(path))]


def change_directory(path):
    os.chdir(_path(path))


def change_mode(path, mode):
    os.chmod(_path(path), mode)


def set_times(path, atime, mtime):
    os.utime(_path(path), (float(atime), float(mtime)))


def symbolic_link(target, path):
    os.symlink(_path(target), _path(path))


def hard_link(target, path):
    os.link(_path(target), _path(path))


def read_link(path):
    return _text(os.readlink(_path(path)))


# paths; nothing is raised

def accessible(path, mode):
    """Whether the process may do what mode (R_OK, W_OK, X_OK) says."""
    return os.access(_path(path), mode)


def set_umask(mask):
    """The old mask."""
    return os.umask(mask)
