"""The owner-count checker: after a script ended, counts the owners of every array and reference anew. Python 3 only."""
from __future__ import absolute_import

from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.closures import W_Closure
from hippy.interpreter.objects.functions import UserFunction
from hippy.interpreter.objects.generators import W_Generator
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.natives import W_Native
from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.values import IMMORTAL, W_Counted


class Recount(object):
    """NOT_RPYTHON. owners: id -> number of slots that hold the value; seen: id -> value, walked once."""
    _attrs_ = ('owners', 'seen', 'pending')

    def __init__(self):
        "NOT_RPYTHON"
        self.owners = {}
        self.seen = {}
        self.pending = []

    def slot(self, w):
        "NOT_RPYTHON: one slot holds w."
        if w is None:
            return
        if isinstance(w, W_Counted):
            self.owners[id(w)] = self.owners.get(id(w), 0) + 1
        self.visit(w)

    def visit(self, w):
        "NOT_RPYTHON: w is reachable; objects are not counted, but hold slots."
        if w is not None and id(w) not in self.seen:
            self.seen[id(w)] = w
            self.pending.append(w)

    def walk(self):
        "NOT_RPYTHON"
        while self.pending:
            w = self.pending.pop()
            if isinstance(w, W_Ref):
                self.slot(w.value)
            elif isinstance(w, W_Array):
                pos = w.next_pos(0)
                while pos >= 0:
                    self.slot(w.value_at(pos))
                    pos = w.next_pos(pos + 1)
            elif isinstance(w, W_Object):
                self.walk_object(w)

    def walk_object(self, w):
        "NOT_RPYTHON"
        for slot in range(w.map.size()):
            self.slot(w.get_slot(slot))
        if isinstance(w, W_Closure):
            for w_bound in w.bound:
                self.slot(w_bound)
            self.visit(w.w_this)
            self.function(w.func)
        if isinstance(w, W_Native):
            for w_owned in w.owned_values():
                self.slot(w_owned)
        if isinstance(w, W_Generator):
            self.walk_generator(w)

    def walk_generator(self, w):
        "NOT_RPYTHON"
        self.slot(w.w_value)
        self.slot(w.w_key)
        self.slot(w.w_return)
        if w.frame is not None:
            self.visit(w.frame.w_this)
            for w_slot in w.frame.slots:
                self.slot(w_slot)

    def function(self, func):
        "NOT_RPYTHON"
        if isinstance(func, UserFunction):
            for cell in func.statics:
                self.slot(cell.ref)

    def roots(self, ctx):
        "NOT_RPYTHON: everything that outlives the script's frames."
        for cell in ctx.symbols.globals.values():
            self.slot(cell.w_value)
        for cell in ctx.symbols.constants.values():
            self.slot(cell.w_value)
        for cell in ctx.symbols.functions.values():
            self.function(cell.func)
        for cell in ctx.symbols.classes.values():
            if cell.cls is not None:
                self.class_members(cell.cls)
        self.visit(ctx.w_error_handler)
        self.visit(ctx.w_exception_handler)

    def class_members(self, cls):
        "NOT_RPYTHON: members that the class itself declares; inherited ones are its parent's."
        for static in cls.static_properties.values():
            if static.info.cls is cls:
                self.slot(static.ref)
        for constant in cls.constants.values():
            if constant.cls is cls:
                self.slot(constant.w_value)
        for func in cls.methods.values():
            if func.owner_name() == cls.name:
                self.function(func)


def violations(ctx):
    """NOT_RPYTHON. A line for each value whose count is lower than the number of its owners. Too high is allowed (engine's I5)."""
    recount = Recount()
    recount.roots(ctx)
    recount.walk()
    found = []
    for key, owners in recount.owners.items():
        w = recount.seen[key]
        if w.rc < owners and w.rc < IMMORTAL // 2:
            found.append('owner count %d, but %d slots hold this %s' % (w.rc, owners, type(w).__name__))
    return found
