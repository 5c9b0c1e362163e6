"""Interrupts: SIGINT and SIGUSR1 set a flag that the bytecode loop looks at on backward jumps and calls."""
from __future__ import absolute_import

import sys

if sys.version_info[0] == 2:
    from rpython.rlib import rsignal
    SIGINT = rsignal.SIGINT
    SIGUSR1 = rsignal.SIGUSR1
    SIGPIPE = rsignal.SIGPIPE
    SIGALRM = rsignal.SIGALRM
    SIGTERM = rsignal.SIGTERM

    def install(number):
        """From now on the signal only sets the flag."""
        rsignal.pypysig_setflag(number)

    def ignore(number):
        rsignal.pypysig_ignore(number)

    def default(number):
        rsignal.pypysig_default(number)

    def take_over():
        """At the start: what Python has made of the signals is undone; a reader that leaves is an error of the write."""
        ignore(SIGPIPE)

    def pending():
        """True while a signal waits to be taken by `take`."""
        return rsignal.pypysig_getaddr_occurred().c_value < 0

    def take():
        """The number of a signal that came, or -1; resets the flag when none is left."""
        # In this order: what comes after the poll sets the flag again.
        rsignal.pypysig_getaddr_occurred().c_value = 0
        number = rsignal.pypysig_poll()
        if number >= 0:
            rsignal.pypysig_getaddr_occurred().c_value = -1
        return number
else:
    import errno
    import os
    import signal

    breaks_off = False      # a signal is to end what waits, as in C
    SIGINT = signal.SIGINT
    SIGUSR1 = signal.SIGUSR1
    SIGPIPE = signal.SIGPIPE
    SIGALRM = signal.SIGALRM
    SIGTERM = signal.SIGTERM
    _arrived = []

    def _note(number, _frame):
        _arrived.append(number)
        if breaks_off:
            raise OSError(errno.EINTR, os.strerror(errno.EINTR))

    def install(number):
        signal.signal(number, _note)

    def ignore(number):
        signal.signal(number, signal.SIG_IGN)

    def default(number):
        signal.signal(number, signal.SIG_DFL)

    def take_over():
        ignore(SIGPIPE)
        if signal.getsignal(SIGINT) is signal.default_int_handler:
            default(SIGINT)

    def pending():
        return bool(_arrived)

    def take():
        if _arrived:
            return _arrived.pop(0)
        return -1
