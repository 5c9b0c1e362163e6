"""Stepping: which statement, or return, ends a step_into, step_over or step_out."""
from __future__ import absolute_import

NONE = 0
INTO = 1
OVER = 2
OUT = 3
PAUSE = 4       # a break command or a signal: stop at the next statement


class Stepper(object):
    """What runs and from where: the depth of the stack and the frame in which the step began (None before the script)."""
    _attrs_ = ('mode', 'depth', 'frame')

    def __init__(self):
        self.mode = NONE
        self.depth = 0
        self.frame = None

    def start(self, mode, depth, frame):
        self.mode = mode
        self.depth = depth
        self.frame = frame

    def clear(self):
        self.mode = NONE
        self.frame = None

    def is_active(self):
        return self.mode != NONE

    def ends_at_statement(self, depth, frame):
        """True when the step ends before this statement."""
        if self.mode == INTO or self.mode == PAUSE:
            return True
        if self.mode == OVER:
            return depth <= self.depth
        if self.mode == OUT:
            # A call that follows in the same statement of the caller has the same depth, but another frame.
            return depth < self.depth or (depth == self.depth and self.frame is not None and frame is not self.frame)
        return False

    def ends_at_return(self, depth):
        """True when the step ends as a function returns, for clients that want to see return values."""
        if self.mode == INTO:
            return True
        return self.mode == OUT and depth <= self.depth


class Throws(object):
    """Tells the throwing of an exception from its way up through the callers, which is announced frame by frame."""
    _attrs_ = ('w_exc', 'caller')

    def __init__(self):
        self.w_exc = None
        self.caller = None      # of the frame of which the last announcement was

    def is_new(self, frame, w_exc):
        """True for the first announcement of a throw."""
        follows = w_exc is self.w_exc and frame is self.caller
        self.w_exc = w_exc
        self.caller = frame.back()
        return not follows
