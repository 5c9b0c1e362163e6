"""The switch between the bytecode loop and a debugger. Off, it costs nothing: STATEMENT instructions are not even compiled."""
from __future__ import absolute_import


class DebugHook(object):
    """What a debugger implements; see dbgp/session.py."""
    _attrs_ = ()

    def at_statement(self, ctx, frame, code, line):
        raise NotImplementedError

    def at_call(self, ctx, frame, code):
        raise NotImplementedError

    def at_return(self, ctx, frame, code, w_result):
        raise NotImplementedError

    def at_native_call(self, ctx, name):
        """A builtin function or method, 'name' or 'Class::name', is about to be called by the innermost frame."""
        raise NotImplementedError

    def at_native_return(self, ctx, name, w_result):
        raise NotImplementedError

    def at_throw(self, ctx, frame, code, w_exc):
        raise NotImplementedError

    def at_fatal(self, ctx, e):
        """A FatalError leaves a frame, which is still the innermost; told of each frame that it leaves."""
        raise NotImplementedError

    def at_error(self, ctx, level, text, path, line):
        raise NotImplementedError

    def at_interrupt(self, ctx, number):
        raise NotImplementedError

    def on_output(self, ctx, data):
        """True when the debugger took the script's output."""
        raise NotImplementedError

    def code_loaded(self, ctx, code):
        raise NotImplementedError


class DebugSwitch(object):
    """active: a debugger is attached. stepping: it wants every statement. functions: it wants calls and returns."""
    _attrs_ = ('active', 'stepping', 'functions', 'hook')
    _immutable_fields_ = ('active?', 'stepping?', 'functions?')

    def __init__(self):
        self.active = False
        self.stepping = False
        self.functions = False
        self.hook = None


DBG = DebugSwitch()     # the engine's only global state
