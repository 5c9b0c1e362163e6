"""Where machine code for a loop may begin. Only a translation with the JIT loads this module, which changes the meta-interpreter of
rpython 0.2.1.

A trace that begins at the head of a loop and leaves the function before it comes round again makes code that runs the loop once. Such
code is no target for others: each bridge that comes to the head traces on, one more turn at a time, so a loop of few turns would end
as a tree of copies. Therefore the trace is thrown away and the loop counted anew, a few times.
"""
from __future__ import absolute_import

from rpython.jit.metainterp import compile as jitcompile, history, pyjitpl
from rpython.rlib.jit import Counters

TRIES = 12          # for loops that never turn twice
PLACES = 1024       # counters; loops may share one


class LoopExits(object):
    def __init__(self):
        self.seen = [0] * PLACES

    def refuses(self, greenkey):
        """True when the trace from this loop head, which met the function's end, is to be dropped."""
        number = 0
        for box in greenkey:
            assert isinstance(box, history.Const)
            number = (number ^ box._get_hash_()) * 1000003
        place = number & (PLACES - 1)
        if self.seen[place] >= TRIES:
            return False
        self.seen[place] += 1
        return True


EXITS = LoopExits()
_compile_done_with_this_frame = pyjitpl.MetaInterp.compile_done_with_this_frame.__func__


def starts_a_function(greenkey):
    """Functions begin at pc 0, the first green."""
    box = greenkey[0]
    return box.type == history.INT and box.getint() == 0


def compile_done_with_this_frame(self, exitbox):
    key = self.resumekey
    if isinstance(key, jitcompile.ResumeFromInterpDescr):
        greenkey = key.original_greenkey
        if not starts_a_function(greenkey) and EXITS.refuses(greenkey):
            raise pyjitpl.SwitchToBlackhole(Counters.ABORT_BAD_LOOP)
    _compile_done_with_this_frame(self, exitbox)


def install():
    """NOT_RPYTHON"""
    pyjitpl.MetaInterp.compile_done_with_this_frame = compile_done_with_this_frame
