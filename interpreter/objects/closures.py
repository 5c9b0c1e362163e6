"""Closures: objects of class Closure that hold a function, its bound variables, $this and scope."""
from __future__ import absolute_import

from hippy.interpreter.objects.instances import W_Object


class W_Closure(W_Object):
    """bound: the values of code.uses in order, owned (W_Ref for those by reference); empty for first-class callables."""
    _attrs_ = ('func', 'bound', 'w_this', 'static_cls')
    _immutable_fields_ = ('func', 'bound[*]', 'w_this', 'static_cls')

    def __init__(self, map, ident, func, bound, w_this, static_cls):
        W_Object.__init__(self, map, ident)
        self.func = func
        self.bound = bound
        self.w_this = w_this
        self.static_cls = static_cls
