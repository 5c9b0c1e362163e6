"""Reading the operands of instructions."""
from __future__ import absolute_import

from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.values import W_Counted, disown, own, w_null
from hippy.interpreter.rlib.jit import dont_look_inside, isconstant, we_are_jitted
from hippy.interpreter.rlib.objectmodel import always_inline
from hippy.interpreter.vm.jit import SWITCH


@always_inline
def raw(frame, code, x):
    """What the slot or constant holds: maybe None or a W_Ref."""
    if x < 0:
        index = ~x
        assert index >= 0
        return code.consts[index]
    return frame.slots[x]


@always_inline
def read(ctx, frame, code, x):
    """The value, borrowed; a variable that is not set warns and gives null."""
    if x < 0:
        index = ~x
        assert index >= 0
        return code.consts[index]
    w = frame.slots[x]
    if w is None:
        return undefined_variable(ctx, code, x)
    if isinstance(w, W_Ref):
        return w.value
    return w


@always_inline
def resolve(ctx, code, x, w):
    """The value behind a raw operand."""
    if w is None:
        return undefined_variable(ctx, code, x)
    if isinstance(w, W_Ref):
        return w.value
    return w


@always_inline
def read_quietly(frame, code, x):
    """The value or None."""
    w = raw(frame, code, x)
    if isinstance(w, W_Ref):
        return w.value
    return w


@always_inline
def is_known(x, w):
    """True for the value w of operand x when it is a constant of the bytecode, or one in the machine code that is being made."""
    return x < 0 or we_are_jitted() and isconstant(w)


@always_inline
def give_up(frame, code, x, w):
    """An operand was read for the last time: an array in a temporary must not stay counted, or its next write copies it."""
    if isinstance(w, W_Counted) and x >= code.var_count:
        assert x >= 0
        frame.slots[x] = None
        disown(w)


@always_inline
def spent(frame, code, x):
    """An operand was read for the last time. Where there is a JIT, a temporary is emptied then (in machine code that costs nothing): so all
    ways through a loop leave the same behind, and a trace may take for granted what lies in temporaries at the loop's head.
    """
    if (we_are_jitted() or SWITCH.enabled) and x >= code.var_count:
        assert x >= 0
        if not isinstance(frame.slots[x], W_Counted):
            frame.slots[x] = None


@always_inline
def spent_two(frame, code, pc):
    spent(frame, code, code.ops[pc + 1])
    spent(frame, code, code.ops[pc + 2])


def read_owned(ctx, frame, code, x):
    """The value with an ownership for the reader: moved out of a temporary, otherwise counted."""
    if x >= code.var_count:
        assert x >= 0
        w = frame.slots[x]
        frame.slots[x] = None
        if isinstance(w, W_Ref):
            w_value = w.value
            own(w_value)
            disown(w)
            return w_value
        assert w is not None
        return w
    w = read(ctx, frame, code, x)
    own(w)
    return w


@dont_look_inside
def undefined_variable(ctx, code, x):
    ctx.warning('Undefined variable $%s' % code.var_names[x])
    return w_null
