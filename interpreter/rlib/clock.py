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
    import threading

    from hippy.interpreter.rlib import signals

    def now():
        return time.time()

    def monotonic():
        return time.monotonic()

    def sleep(seconds):
        if threading.current_thread() is not threading.main_thread():
            _sleep_beside(seconds)
            return
        signals.breaks_off = True       # Python would sleep on
        try:
            if not signals.pending():
                time.sleep(seconds)
        except OSError:
            pass
        finally:
            signals.breaks_off = False

    def _sleep_beside(seconds):
        """On a further stack (stacks.py), to which no signal comes."""
        end = time.monotonic() + seconds
        while not signals.pending() and time.monotonic() < end:
            time.sleep(min(0.05, max(0.0, end - time.monotonic())))


def nanoseconds():
    """The monotonic clock in nanoseconds."""
    return float_to_int(monotonic() * 1e9)


MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']


def utc_text(seconds):
    """'22-Nov-2026 12:01:52 UTC' for seconds since the epoch, which are not negative."""
    days = seconds // 86400
    # years from March on, so that leap days come last; days since 0000-03-01
    shifted = days + 719468
    era = shifted // 146097
    of_era = shifted - era * 146097
    year_of_era = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    march_month = (5 * of_year + 2) // 153
    day = of_year - (153 * march_month + 2) // 5 + 1
    month = march_month + 2 if march_month < 10 else march_month - 10
    year = year_of_era + era * 400 + (1 if month < 2 else 0)
    rest = seconds - days * 86400
    return '%s-%s-%d %s:%s:%s UTC' % (two_digits(day), MONTHS[month], year, two_digits(rest // 3600), two_digits(rest // 60 % 60),
                                      two_digits(rest % 60))


def two_digits(n):
    return '0%d' % n if n < 10 else '%d' % n
