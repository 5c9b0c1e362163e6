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


def same_key(key, other):
    for i in range(len(key)):
        if not key[i].same_constant(other[i]):
            return False
    return True


def times_inlined(metainterp, code, greenkey):
    """How often the function that greenkey begins is in the trace's chain of calls."""
    count = 0
    for frame in metainterp.framestack:
        if frame.jitcode is code and frame.greenkey is not None and same_key(frame.greenkey, greenkey):
            count += 1
    return count


@pyjitpl.arguments('int', 'boxes3', 'boxes3', 'orgpc')
def recursive_call(self, jdindex, greenboxes, redboxes, pc):
    """A call of the bytecode loop while it is traced: inlined, or made by machine code of its own.

    rpython would never again inline a function whose recursion was cut off. Here a recursion is cut off where it is deep or the trace
    has grown long; traces that begin later inline it again."""
    metainterp = self.metainterp
    driver_sd = metainterp.staticdata.jitdrivers_sd[jdindex]
    state = driver_sd.warmstate
    if not state.inlining:
        return self.do_recursive_call(driver_sd, greenboxes + redboxes, pc, False)
    if state.can_inline_callable(greenboxes):
        code = driver_sd.mainjitcode
        count = times_inlined(metainterp, code, greenboxes)
        budget = state.vec_cost
        too_deep = count >= metainterp.staticdata.warmrunnerdesc.memory_manager.max_unroll_recursion
        if not too_deep and (budget == 0 or count == 0 or metainterp.history.length() < budget):
            return metainterp.perform_call(code, greenboxes + redboxes, greenkey=greenboxes)
        if budget == 0:
            state.dont_trace_here(greenboxes)
        else:
            state.JitCell.trace_next_iteration(greenboxes)
    self.verify_green_args(driver_sd, greenboxes)
    return self.do_recursive_call(driver_sd, greenboxes + redboxes, pc, True)


def install():
    """NOT_RPYTHON"""
    pyjitpl.MetaInterp.compile_done_with_this_frame = compile_done_with_this_frame
    for kind in 'irfv':
        setattr(pyjitpl.MIFrame, 'opimpl_recursive_call_' + kind, recursive_call)
