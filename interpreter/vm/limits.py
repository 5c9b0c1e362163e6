"""Limits of a program that are looked at before it is too late: the length of strings, and max_execution_time.

Memory that has run out is noticed by the collector: builtins/ini_settings.py sets its limit, vm/sources.py tells of it.
"""
from __future__ import absolute_import

from hippy.interpreter.errors import FatalError
from hippy.interpreter.rlib import signals
from hippy.interpreter.vm import settings

STRING_HEAD = 25        # what PHP needs for a string besides its bytes


def memory_limit(ctx):
    """In bytes; negative for none."""
    text = ctx.ini['memory_limit']
    size = settings.number(text)
    if len(text) > 0 and size > 0:
        unit = text[len(text) - 1]
        factor = 1
        for letters in ['kK', 'mM', 'gG']:
            factor *= 1024
            if letters.find(unit) >= 0:
                return size * factor
    return size


def check_string(ctx, length):
    """Before a string is made that may not fit."""
    limit = memory_limit(ctx)
    if limit >= 0 and length > limit:
        raise FatalError('Allowed memory size of %d bytes exhausted (tried to allocate %d bytes)' % (
            limit, max(length, (length + STRING_HEAD + 7) // 8 * 8)))


def start_timer(ctx):
    """max_execution_time, from now on."""
    seconds = settings.number(ctx.ini['max_execution_time'])
    if seconds > 0:
        signals.install(signals.SIGPROF)
    signals.set_timer(max(seconds, 0))


def stop_timer():
    signals.set_timer(0)


def out_of_time(ctx):
    seconds = settings.number(ctx.ini['max_execution_time'])
    return FatalError('Maximum execution time of %d second%s exceeded' % (seconds, '' if seconds == 1 else 's'))
