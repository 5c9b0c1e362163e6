"""The switch of the JIT watch, safe to import and to call in every engine.

What the watch reports is in jitwatch.py, which only a translation with the JIT loads. In any other engine (Python 3, or
translated without the JIT) each function here does nothing and returns False.
"""
from __future__ import absolute_import

# bits of a mode
COUNT = 1               # count guard failures
EVENTS = 2              # a line for each trace, compilation, abort and invalidation
VALUES = 4              # remember the values seen at a guard's last failure
FAILURES = 8            # a line for every guard failure
MACHINE_CODE = 16       # compilations carry their machine code
EVERYTHING_USUAL = COUNT | EVENTS | VALUES

_watch = None           # the module jitwatch, in a translation with the JIT


def install(driver):
    """NOT_RPYTHON
    For target(): loads the watch when this translation has the JIT. Returns the module or None."""
    global _watch
    if driver.config.translation.jit:
        from hippy.interpreter.rlib import jitstarts, jitwatch
        jitstarts.install()
        _watch = jitwatch
    return _watch


def hooks():
    """NOT_RPYTHON
    For jitpolicy(): the hook interface to hand to JitPolicy(). `install` came first."""
    return _watch.hooks


def has_jit():
    """True in an engine with the JIT."""
    return _watch is not None


def set_mode(mode, fd):
    """Reports from now on to the file descriptor fd what the bits of mode ask for; mode 0 ends it."""
    if _watch is None:
        return False
    _watch.start_naming()
    _watch.set_mode(mode, fd)
    return True


def set_counters(flag):
    """Counts the runs of every loop and bridge that is compiled from now on."""
    if _watch is None:
        return False
    _watch.stats_set_counters(None, int(flag))
    return True


def write_table(fd):
    """Writes the run counts, the guards that failed and the totals up to now."""
    if _watch is None:
        return False
    _watch.stats_write_table(None, fd)
    return True


def parse_option(text):
    """The (fd, mode) of the option's value `fd:N[,mode]`; raises ValueError when it is not of that form."""
    if not text.startswith('fd:'):
        raise ValueError
    comma = text.find(',')
    if comma < 0:
        return _decimal(text, 3, len(text)), EVERYTHING_USUAL
    return _decimal(text, 3, comma), _decimal(text, comma + 1, len(text))


def _decimal(text, start, stop):
    if start == stop or stop - start > 4:
        raise ValueError
    number = 0
    for i in range(start, stop):
        digit = ord(text[i]) - ord('0')
        if digit < 0 or digit > 9:
            raise ValueError
        number = number * 10 + digit
    return number
