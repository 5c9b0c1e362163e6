"""Watch breakpoints: expressions whose value is looked at before every statement."""
from __future__ import absolute_import

from hippy.interpreter.dbgp.packet import document
from hippy.interpreter.dbgp.properties import Exporter


class Watch(object):
    """frame: where the expression is evaluated, None for the globals; shown: the value as it was; compiled: the expression's Code.

    is_late: it has changed at a statement at which another watch stopped the program.
    """
    _attrs_ = ('breakpoint', 'frame', 'shown', 'compiled', 'is_late')

    def __init__(self, breakpoint, frame):
        self.breakpoint = breakpoint
        self.frame = frame
        self.shown = ''
        self.compiled = None
        self.is_late = False


class WatchTable(object):
    _attrs_ = ('all',)

    def __init__(self):
        self.all = []

    def add(self, session, breakpoint, frame):
        watch = Watch(breakpoint, frame)
        watch.shown = value_text(session, watch)
        self.all.append(watch)

    def drop(self, breakpoint):
        self.all = [watch for watch in self.all if watch.breakpoint is not breakpoint]

    def is_active(self):
        for watch in self.all:
            if watch.breakpoint.enabled:
                return True
        return False

    def refresh(self, session):
        """Takes the values as they are: what the client has changed is no change."""
        for watch in self.all:
            if watch.breakpoint.enabled and not watch.is_late and is_on_stack(session.ctx, watch.frame):
                watch.shown = value_text(session, watch)

    def changed(self, session):
        """The breakpoint whose expression has another value now, or whose frame has gone; that one is disabled. None without any."""
        found = None
        for watch in self.all:
            if not watch.breakpoint.enabled:
                continue
            if found is not None:
                watch.is_late = is_on_stack(session.ctx, watch.frame) and value_text(session, watch) != watch.shown
            elif has_changed(session, watch):
                found = watch.breakpoint
        return found


def has_changed(session, watch):
    watch.is_late = False
    if not is_on_stack(session.ctx, watch.frame):
        watch.breakpoint.enabled = False
        return True
    shown = value_text(session, watch)
    if shown == watch.shown:
        return False
    watch.shown = shown
    return watch.breakpoint.hit()


def is_on_stack(ctx, frame):
    if frame is None:
        return True
    running = ctx.frame_at(0)
    while running is not None:
        if running is frame:
            return True
        running = running.back()
    return False


def value_text(session, watch):
    """What a client would be told of the value: a change that it cannot see is none."""
    frame = watch.frame
    if frame is None:
        frame = session.ctx.globals_frame()
    result = session.evaluate_compiled(watch.breakpoint.condition, watch.compiled, frame)
    watch.compiled = result.compiled
    if result.error_kind != '' or result.w_value is None:
        return result.error_kind
    return document(Exporter(session.ctx, session.features.limits, 0).value(result.w_value))
