"""Programs that connect to a client by themselves, at their start or later: see activation.py."""
from __future__ import absolute_import

from hippy.interpreter.dbgp import activation
from hippy.interpreter.dbgp.channel import BadTarget, connect, unconnected
from hippy.interpreter.dbgp.functions import Debugger, declare_functions
from hippy.interpreter.dbgp.session import Session
from hippy.interpreter.rlib import signals, streams
from hippy.interpreter.vm.debug import DBG


def run_script(ctx, path, wanted):
    """Runs a script as an Activation says; the process's exit status."""
    declare_functions(ctx.symbols)
    if wanted.when == activation.NEVER:
        return ctx.run_script(path)
    ctx.debug = True
    session = Session(ctx, unconnected())
    session.ide_key = wanted.ide_key
    session.cookie = wanted.cookie
    waiting = Waiting(session, wanted)
    DBG.hook = waiting
    if wanted.when == activation.AT_START and waiting.open_channel():
        return session.serve_script(path)
    DBG.active = wanted.upon_error
    return session.serve_late(path)


class Waiting(Debugger):
    """The debugger's place until a client is there; then the Session takes it."""
    _attrs_ = ('session', 'wanted')

    def __init__(self, session, wanted):
        Debugger.__init__(self)
        self.session = session
        self.wanted = wanted

    def open_channel(self):
        """True when there is a client; else it is told why not, and the script goes on without."""
        try:
            self.session.channel = connect(self.wanted.host, self.wanted.port)
        except BadTarget as e:
            streams.write(2, 'hippy: no debugging client: %s (xdebug.client_host, xdebug.client_port)\n' % e.message)
            return False
        signals.install(signals.SIGUSR1)
        return True

    def is_attached(self):
        return self.session.is_attached()

    def connect(self):
        """The client may let the program go at once."""
        if not self.session.is_attached() and self.open_channel():
            self.session.begin_late()
        return self.session.is_attached()

    def pause(self):
        self.session.pause()

    def notify_user(self, ctx, w_value):
        self.session.notify_user(ctx, w_value)

    def at_statement(self, ctx, frame, code, line):
        return

    def at_call(self, ctx, frame, code):
        return

    def at_return(self, ctx, frame, code, w_result):
        return

    def at_native_call(self, ctx, name):
        return

    def at_native_return(self, ctx, name, w_result):
        return

    def at_throw(self, ctx, frame, code, w_exc):
        self.connect()

    def at_fatal(self, ctx, e):
        return

    def at_error(self, ctx, level, text, path, line):
        self.connect()

    def at_interrupt(self, ctx, number):
        return

    def on_output(self, ctx, data):
        return False

    def code_loaded(self, ctx, code):
        return
