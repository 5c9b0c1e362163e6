"""PHP references: a counted cell that several slots hold together."""
from __future__ import absolute_import

from hippy.interpreter.objects.values import W_Counted, TP_REF, disown


class TypeSources(object):
    """The typed properties that hold a reference: what is assigned to it has to suit them (vm/typed_references.py)."""
    _attrs_ = ()

    def converted(self, w_value):
        """The value as they take it, owned for the one given; raises PhpThrow where one does not."""
        raise NotImplementedError


class W_Ref(W_Counted):
    """`value` is never None and never a W_Ref. The cell is one owner of its value. `sources` is None for most."""
    _attrs_ = ('value', 'sources')
    tp = TP_REF

    def __init__(self, w_value):
        """Takes over one ownership of w_value; born owned by one slot."""
        self.rc = 1
        self.value = w_value
        self.sources = None

    def store(self, w_value):
        """Replaces the value; takes over one ownership of w_value. What typed properties hold converts or refuses it."""
        if self.sources is not None:
            w_value = self.sources.converted(w_value)
        w_old = self.value
        self.value = w_value
        disown(w_old)

    def release(self):
        disown(self.value)


def deref(w):
    """The value itself, looking through a reference; None stays None."""
    if isinstance(w, W_Ref):
        return w.value
    return w
