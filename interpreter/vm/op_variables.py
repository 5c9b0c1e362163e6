"""Handlers that move values between variables and temporaries."""
from __future__ import absolute_import

from hippy.interpreter.compiler.bytecode import WIDTH
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.values import disown, own, w_null
from hippy.interpreter.rlib.objectmodel import always_inline
from hippy.interpreter.vm.frame import peek, put_slot, store, take
from hippy.interpreter.vm.operands import give_up, raw, read, read_quietly


@always_inline
def op_ASSIGN(ctx, frame, code, pc):
    w = read(ctx, frame, code, code.ops[pc + 2])
    own(w)
    store(frame, code.ops[pc + 1], w)
    return _give_copy(frame, code, pc, w)


@always_inline
def op_ASSIGN_TMP(ctx, frame, code, pc):
    w = take(frame, code.ops[pc + 2])
    if isinstance(w, W_Ref):
        w = value_of_ref(w)
    store(frame, code.ops[pc + 1], w)
    return _give_copy(frame, code, pc, w)


@always_inline
def _give_copy(frame, code, pc, w):
    result = code.ops[pc + 3]
    if result >= 0:
        slot = code.ops[pc + 1]
        assert slot >= 0
        w_variable = frame.slots[slot]
        if isinstance(w_variable, W_Ref):
            w = w_variable.value        # which may have converted it
        own(w)
        store(frame, result, w)
    return pc + WIDTH


def value_of_ref(w_ref):
    """The value of a reference that the caller owns and gives up; the value is owned instead."""
    w_value = w_ref.value
    own(w_value)
    disown(w_ref)
    return w_value


@always_inline
def op_COPY(ctx, frame, code, pc):
    w = read(ctx, frame, code, code.ops[pc + 1])
    own(w)
    store(frame, code.ops[pc + 2], w)
    return pc + WIDTH


def op_COPY_TMP(ctx, frame, code, pc):
    target = code.ops[pc + 2]
    w = take(frame, code.ops[pc + 1])
    if isinstance(w, W_Ref) and target >= code.var_count:
        put_slot(frame, target, w)
    else:
        if isinstance(w, W_Ref):
            w = value_of_ref(w)
        store(frame, target, w)
    return pc + WIDTH


def op_COPY_IF_SET(ctx, frame, code, pc):
    w = read_quietly(frame, code, code.ops[pc + 1])
    own(w)
    put_slot(frame, code.ops[pc + 2], w)
    return pc + WIDTH


def op_COPY_QUIET(ctx, frame, code, pc):
    w = read_quietly(frame, code, code.ops[pc + 1])
    if w is None:
        w = w_null
    own(w)
    store(frame, code.ops[pc + 2], w)
    return pc + WIDTH


def op_FREE(ctx, frame, code, pc):
    disown(take(frame, code.ops[pc + 1]))
    return pc + WIDTH


# references

# what is said of a value where a reference is wanted, by operand n of VALUE_REF
REF_NOTICES = ['', 'Only variable references should be returned by reference', 'Only variables should be assigned by reference',
               'Only variable references should be yielded by reference']


def make_ref(ctx, frame, code, slot):
    """The variable's reference, made one if it is not; borrowed."""
    assert slot >= 0
    w = frame.slots[slot]
    if isinstance(w, W_Ref):
        return w
    ref = W_Ref(w if w is not None else w_null)
    frame.slots[slot] = ref
    return ref


def op_MAKE_REF(ctx, frame, code, pc):
    ref = make_ref(ctx, frame, code, code.ops[pc + 1])
    own(ref)
    put_slot(frame, code.ops[pc + 2], ref)
    return pc + WIDTH


def op_VALUE_REF(ctx, frame, code, pc):
    x = code.ops[pc + 1]
    if x >= code.var_count:
        w = take(frame, x)
    else:
        w = read(ctx, frame, code, x)
        own(w)
    if not isinstance(w, W_Ref):
        note = REF_NOTICES[code.ops[pc + 3]]
        if note != '':
            ctx.notice(note)
        w = W_Ref(w)
    put_slot(frame, code.ops[pc + 2], w)
    return pc + WIDTH


def bind(ctx, frame, code, slot, ref):
    """The variable becomes the reference, whose ownership is taken over."""
    put_slot(frame, slot, ref)
    if code.kind == 0:
        ctx.globals.rebound(frame, code.var_names[slot], ref)


def op_BIND_REF(ctx, frame, code, pc):
    ref = take(frame, code.ops[pc + 2])
    if not isinstance(ref, W_Ref):
        ref = W_Ref(ref)
    bind(ctx, frame, code, code.ops[pc + 1], ref)
    return pc + WIDTH


def op_BIND_GLOBAL(ctx, frame, code, pc):
    ref = ctx.globals.reference(code.global_cells[code.ops[pc + 2]])
    slot = code.ops[pc + 1]
    assert slot >= 0
    if frame.slots[slot] is not ref:
        own(ref)
        bind(ctx, frame, code, slot, ref)
    return pc + WIDTH


def static_cell(frame, number):
    """The cell of a static variable: of the function, or of the file's code for one at top level."""
    func = frame.func
    assert func is not None
    return func.statics[number]


def op_BIND_STATIC(ctx, frame, code, pc):
    number = code.ops[pc + 2]
    cell = static_cell(frame, number)
    ref = cell.ref
    if ref is None:
        w_init = code.static_inits[number]
        own(w_init)
        ref = W_Ref(w_init)
        cell.ref = ref
    own(ref)
    put_slot(frame, code.ops[pc + 1], ref)
    return pc + WIDTH


def op_JMP_STATIC(ctx, frame, code, pc):
    if static_cell(frame, code.ops[pc + 1]).ref is not None:
        return code.ops[pc + 2]
    return pc + WIDTH


def op_SET_STATIC(ctx, frame, code, pc):
    static_cell(frame, code.ops[pc + 1]).ref = W_Ref(take(frame, code.ops[pc + 2]))
    return pc + WIDTH


def op_UNSET_CV(ctx, frame, code, pc):
    slot = code.ops[pc + 1]
    put_slot(frame, slot, None)
    if code.kind == 0:
        ctx.globals.rebound(frame, code.var_names[slot], None)
    return pc + WIDTH


def op_FETCH_THIS(ctx, frame, code, pc):
    w = peek(frame, code.ops[pc + 1])
    if w is None:
        raise ctx.error('Error', 'Using $this when not in object context')
    store(frame, code.ops[pc + 2], w)
    return pc + WIDTH


def op_IS_SET(ctx, frame, code, pc):
    w_raw = raw(frame, code, code.ops[pc + 1])
    w = deref(w_raw)
    give_up(frame, code, code.ops[pc + 1], w_raw)
    store(frame, code.ops[pc + 2], ctx.w_bool(w is not None and w is not w_null))
    return pc + WIDTH


def op_IS_EMPTY(ctx, frame, code, pc):
    w_raw = raw(frame, code, code.ops[pc + 1])
    w = deref(w_raw)
    result = w is None or not ctx.to_bool(w)
    give_up(frame, code, code.ops[pc + 1], w_raw)
    store(frame, code.ops[pc + 2], ctx.w_bool(result))
    return pc + WIDTH


# variables by name

def op_FETCH_VAR(ctx, frame, code, pc):
    name = ctx.to_str(read(ctx, frame, code, code.ops[pc + 1]))
    if code.ops[pc + 3] == 2:
        w = ctx.global_variable(name)
    else:
        w = ctx.scope_variable(frame, name, code.ops[pc + 3] == 1)
    own(w)
    store(frame, code.ops[pc + 2], w)
    return pc + WIDTH


def op_FETCH_GLOBALS(ctx, frame, code, pc):
    store(frame, code.ops[pc + 1], ctx.globals.as_array(ctx))
    return pc + WIDTH
