"""Time."""
from __future__ import absolute_import

import time
import sys

from hippy.interpreter.rlib.arithmetic import float_to_int

if sys.version_info[0] == 2:
    def now():
        """Seconds since the epoch, as a float."""
        return time.time()

    def monotonic():
        """Seconds of a clock that only goes forward."""
        return time.time()

    def sleep(seconds):
        """Sleeps; comes back early when a signal arrives."""
        try:
            time.sleep(seconds)
        except OSError:
            pass
else:
    def now():
        return time.time()

    def monotonic():
        return time.monotonic()

    def sleep(seconds):
        import select
        select.select([], [], [], seconds)


def nanoseconds():
    """The monotonic clock in nanoseconds."""
    return float_to_int(monotonic() * 1e9)
