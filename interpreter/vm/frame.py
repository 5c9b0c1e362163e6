"""Frames: a running function's variables and temporaries."""
from __future__ import absolute_import

from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.values import W_Counted, disown, own, w_null
from hippy.interpreter.rlib.jit import dont_look_inside, hint, promote, unroll_safe, vref_None
from hippy.interpreter.rlib.objectmodel import always_inline


class FrameExtras(object):
    """What few frames have: arguments beyond the parameters, variables without a slot."""
    _attrs_ = ('arguments', 'variables', 'names', 'globals', 'generator')

    def __init__(self):
        self.arguments = []
        self.variables = {}
        self.names = []
        self.globals = None     # the GlobalTable, when the frame runs on the global variables
        self.generator = None   # the W_Generator that owns the frame


class Frame(object):
    """slots: code.var_count variables, then temporaries. None is an undefined variable or an empty temporary.

    A temporary owns what counted value it holds until an instruction moves it out. `back` is a virtual reference to the caller's frame.
    """
    _virtualizable_ = ['slots[*]', 'pc', 'w_result']
    _immutable_fields_ = ['code', 'func', 'w_this', 'static_cls', 'arg_count']

    def __init__(self, code, func, w_this, static_cls, arg_count):
        self = hint(self, access_directly=True, fresh_virtualizable=True)
        self.code = code
        self.slots = [None] * code.slot_count
        self.pc = 0
        self.w_result = None            # between RETURN and the end of vm/loop.py run
        self.back = vref_None
        self.func = func                # functions.UserFunction, None for files
        self.w_this = w_this
        self.static_cls = static_cls
        self.arg_count = arg_count
        self.extras = None

    def line(self):
        return self.code.line_at(self.pc)

    def scope(self):
        """The class whose code this is, or None; a constant to the JIT."""
        func = self.func
        if func is None:
            return None
        return promote(func.cls)

    def get_extras(self):
        if self.extras is None:
            self.extras = FrameExtras()
        return self.extras

    # variables by name, for debuggers and $$name

    @dont_look_inside
    def get_variable(self, name):
        """The raw value (maybe a W_Ref) of a variable, or None."""
        slot = self.code.variable_slot(name)
        if slot >= 0:
            return self.slots[slot]
        extras = self.extras
        if extras is None:
            return None
        if extras.globals is not None:
            return extras.globals.get(name)
        return extras.variables.get(name, None)

    @dont_look_inside
    def put_variable(self, name, w):
        """Replaces the raw value of a variable (None unsets it); takes over one ownership."""
        slot = self.code.variable_slot(name)
        if slot >= 0:
            w_old = self.slots[slot]
            self.slots[slot] = w
            if self.extras is not None and self.extras.globals is not None:
                self.extras.globals.rebound(self, name, w if isinstance(w, W_Ref) else None)
        elif self.extras is not None and self.extras.globals is not None:
            w_old = self.extras.globals.get(name)
            self.extras.globals.put(name, w)
        else:
            extras = self.get_extras()
            w_old = extras.variables.get(name, None)
            if w is None:
                if w_old is not None:
                    del extras.variables[name]
                    extras.names.remove(name)
            else:
                if w_old is None:
                    extras.names.append(name)
                extras.variables[name] = w
        disown(w_old)

    def set_variable(self, ctx, name, w):
        """Assigns, through a reference if the variable is one; owns w."""
        own(w)
        w_old = self.get_variable(name)
        if isinstance(w_old, W_Ref):
            w_old.store(w)
        else:
            self.put_variable(name, w)

    @dont_look_inside
    def ref_variable(self, name):
        """The variable's W_Ref, made one (of null if unset); borrowed."""
        w = self.get_variable(name)
        if isinstance(w, W_Ref):
            return w
        ref = W_Ref(w if w is not None else w_null)
        own(w)
        self.put_variable(name, ref)
        return ref

    @dont_look_inside
    def variable_names(self):
        """The names of the variables that are set, in PHP's order: globals as they came to be known, others by slot."""
        extras = self.extras
        if extras is not None and extras.globals is not None:
            return extras.globals.names()
        names = []
        code = self.code
        for i in range(code.var_count):
            if self.slots[i] is not None and code.var_names[i] != 'this':
                names.append(code.var_names[i])
        if extras is not None:
            names.extend(extras.names)
        return names

    def function_name(self):
        """'name' or 'Class::name' or 'Class->name'; '' for a file."""
        func = self.func
        if func is None:
            return ''
        if func.cls is not None and not self.code.is_closure:
            return func.cls.name + ('->' if self.w_this is not None else '::') + func.name
        return func.name


@always_inline
def store(frame, slot, w):
    """A result, with its ownership, into a variable (through its reference) or a temporary."""
    assert slot >= 0
    w_old = frame.slots[slot]
    if isinstance(w_old, W_Counted):
        store_over(frame, slot, w_old, w)
    else:
        frame.slots[slot] = w


def store_over(frame, slot, w_old, w):
    if isinstance(w_old, W_Ref):
        w_old.store(w)
    else:
        assert slot >= 0
        frame.slots[slot] = w
        disown(w_old)


@always_inline
def peek(frame, slot):
    """The raw content of a slot, which keeps it."""
    assert slot >= 0
    return frame.slots[slot]


@always_inline
def take(frame, slot):
    """Moves the content of a temporary out."""
    assert slot >= 0
    w = frame.slots[slot]
    frame.slots[slot] = None
    return w


def put_slot(frame, slot, w):
    """Replaces a slot's raw content, references included."""
    assert slot >= 0
    w_old = frame.slots[slot]
    frame.slots[slot] = w
    disown(w_old)


@unroll_safe
def release_variables(frame, code):
    """Gives up what the variables own, in order, as a function ends."""
    for i in range(code.var_count):
        w = frame.slots[i]
        if isinstance(w, W_Counted):
            frame.slots[i] = None
            disown(w)
