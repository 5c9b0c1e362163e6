"""Generators: objects of class Generator that own the frame of a function that yields. Running them is in vm/generators.py."""
from __future__ import absolute_import

from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.values import disown


class W_Generator(W_Object):
    """frame: None once the function has ended. Between two yields its pc is that of the SUSPEND instruction.

    w_value, w_key: what was yielded last, owned; w_value may be a W_Ref when the function yields by reference; None while nothing is
    there. w_sent: what send() brought, for a `yield from` to hand on. thrown: what throw() brought, for the same. w_return: None until
    the function returns. source: what `yield from` goes through, a vm/generators.Source, or None.
    """
    _attrs_ = ('frame', 'by_ref', 'w_value', 'w_key', 'w_sent', 'w_thrown', 'w_return', 'largest_key', 'running', 'started', 'at_first_yield',
               'source', 'closing')
    _immutable_fields_ = ('by_ref',)

    def __init__(self, map, ident, frame, by_ref):
        W_Object.__init__(self, map, ident)
        self.frame = frame
        self.by_ref = by_ref
        self.w_value = None
        self.w_key = None
        self.w_sent = None
        self.w_thrown = None
        self.w_return = None
        self.largest_key = -1
        self.running = False
        self.started = False
        self.at_first_yield = False
        self.source = None
        self.closing = False            # its finally blocks run for the last time

    def show(self, w_value, w_key):
        """The next value and key, whose ownership is taken over. They stay when the function ends: another generator may show them."""
        w_old_value = self.w_value
        w_old_key = self.w_key
        self.w_value = w_value
        self.w_key = w_key
        disown(w_old_value)
        disown(w_old_key)

    def current_value(self):
        """The value that was yielded last, borrowed, or None."""
        w = self.w_value
        if isinstance(w, W_Ref):
            return w.value
        return w
