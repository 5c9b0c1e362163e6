"""Fibers: objects of class Fiber that own a stack on which a function runs. Switching between them is in vm/fibers.py."""
from __future__ import absolute_import

from hippy.interpreter.objects.natives import W_Native
from hippy.interpreter.rlib.jit import vref_None

NEW = 0             # not started
RUNNING = 1         # also while it waits for a fiber that it has resumed
SUSPENDED = 2
ENDED = 3


class W_Fiber(W_Native):
    """callee: what it runs, None before the constructor has. stack: None before it starts. base: the frame below its own ones.

    w_passed: the owned value that is on its way from one side to the other; error: what is thrown there instead, an RPython exception.
    w_result: None until the function has returned. previous: the fiber that has resumed this one, or None.
    """
    _attrs_ = ('callee', 'w_callable', 'args_w', 'status', 'stack', 'base', 'w_passed', 'error', 'w_result', 'previous', 'closing', 'threw',
               'outer_call', 'topframe')

    def __init__(self, map, ident):
        W_Native.__init__(self, map, ident)
        self.callee = None
        self.w_callable = None
        self.args_w = None
        self.status = NEW
        self.stack = None
        self.base = None
        self.w_passed = None
        self.error = None
        self.w_result = None
        self.previous = None
        self.closing = False        # its finally blocks run for the last time
        self.threw = False
        self.outer_call = None      # the backtraces.NativeCall below its own ones
        self.topframe = vref_None   # its innermost frame while it is suspended

    def owned_values(self):
        return [self.w_callable, self.w_passed, self.w_result]
