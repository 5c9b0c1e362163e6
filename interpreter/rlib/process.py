"""The process: its id, its memory, its stack, its copies, its end."""
from __future__ import absolute_import

import os
import sys

PAGE = 4096

if sys.version_info[0] == 2:
    from rpython.rlib import rstack
    from rpython.rlib.rstackovf import StackOverflow
    from rpython.rtyper.lltypesystem import rffi
    from rpython.translator.tool.cbuild import ExternalCompilationInfo

    STACK_BYTES = 110 * 1024 * 1024
    # 768 KB is what 100 % of the stack check means (rpython/translator/c/src/stack.h)
    STACK_FRACTION = 140.0

    _eci = ExternalCompilationInfo(includes=['sys/resource.h'], post_include_bits=['''
static int hippy_raise_stack_limit(long bytes) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_STACK, &limit) != 0) return -1;
    if (limit.rlim_cur != RLIM_INFINITY && limit.rlim_cur < (rlim_t) bytes) {
        limit.rlim_cur = bytes;
        if (limit.rlim_max != RLIM_INFINITY && limit.rlim_max < (rlim_t) bytes) limit.rlim_cur = limit.rlim_max;
        return setrlimit(RLIMIT_STACK, &limit);
    }
    return 0;
}
'''])
    _raise_stack_limit = rffi.llexternal('hippy_raise_stack_limit', [rffi.LONG], rffi.INT, compilation_info=_eci, releasegil=False)

    def getpid():
        return os.getpid()

    def stack_almost_full():
        return rstack.stack_almost_full()

    def prepare():
        """Gives deep PHP recursion its stack."""
        _raise_stack_limit(STACK_BYTES)
        rstack._stack_set_length_fraction(STACK_FRACTION)

    def finish():
        pass

    def executable():
        """The file that runs PHP in this process, or ''."""
        try:
            return os.readlink('/proc/self/exe')
        except OSError:
            return ''
else:
    StackOverflow = RecursionError

    def getpid():
        return os.getpid()

    def stack_almost_full():
        return False

    def prepare():
        sys.setrecursionlimit(200000)

    def finish():
        pass

    def executable():
        """'': the program is Python's, which takes no PHP file."""
        return ''


def uname():
    """(system, host, release, version, machine)"""
    system, host, release, version, machine = os.uname()
    return system, host, release, version, machine


def exit_now(status):
    """Ends the process without any clean-up."""
    os._exit(status)


def pipe():
    """(reading end, writing end). Raises OSError."""
    return os.pipe()


def fork():
    """Copies this process: 0 in the copy, the copy's id in the original. Raises OSError."""
    return os.fork()


def has_ended(pid):
    """True when a child of this process has ended, which is then forgotten, or there is no such child."""
    try:
        found, _status = os.waitpid(pid, os.WNOHANG)
    except OSError:
        return True
    return found == pid


def resident_bytes():
    """The memory that the process has in use; 0 where the system does not tell."""
    try:
        fd = os.open('/proc/self/statm', os.O_RDONLY, 0)
    except OSError:
        return 0
    try:
        text = os.read(fd, 100)
    finally:
        os.close(fd)
    return _second_number(text) * PAGE


if sys.version_info[0] == 2:
    def _second_number(text):
        """Of decimal numbers between blanks."""
        number = 0
        blanks = 0
        for c in text:
            if c == ' ':
                blanks += 1
            elif blanks == 1 and '0' <= c <= '9':
                number = number * 10 + ord(c) - 48
        return number
else:
    def _second_number(text):
        return int(text.split()[1])
