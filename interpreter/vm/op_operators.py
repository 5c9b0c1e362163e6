"""Handlers of arithmetic, comparison, logic, strings and conversions. Each has its fast path here, the rest is in objects/."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode
from hippy.interpreter.compiler.bytecode import WIDTH
from hippy.interpreter.objects import arithmetic, compare, convert
from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.strings import W_Str, W_StrConst, append, concat, join_rope, new_str
from hippy.interpreter.objects.values import W_Float, W_Int, new_bool, own, w_null
from hippy.interpreter.rlib.arithmetic import ovfcheck
from hippy.interpreter.rlib.jit import unroll_safe
from hippy.interpreter.rlib.objectmodel import always_inline
from hippy.interpreter.vm import typed_references
from hippy.interpreter.vm.frame import store
from hippy.interpreter.vm.op_jumps import give_up_two, is_equal, is_identical, is_less, is_less_or_equal, truth
from hippy.interpreter.vm.operands import raw, read, resolve, spent, spent_two, undefined_variable


@always_inline
def early_value(ctx, code, pc, w_b):
    """The raw right operand; in `$a op= $b` (operand 4 is 1) an unset $b warns before $a is read."""
    if w_b is None and code.ops[pc + 4] == 1:
        return undefined_variable(ctx, code, code.ops[pc + 2])
    return w_b


@always_inline
def left_value(ctx, frame, code, pc, w_a):
    """The left operand; an unset $a of `$a op= $b` is null from here on, also where the operator throws."""
    if w_a is None and code.ops[pc + 4] == 1:
        slot = code.ops[pc + 1]
        assert slot >= 0
        frame.slots[slot] = w_null
    return resolve(ctx, code, code.ops[pc + 1], w_a)


@always_inline
def op_ADD(ctx, frame, code, pc):
    ops = code.ops
    w_a = raw(frame, code, ops[pc + 1])
    w_b = raw(frame, code, ops[pc + 2])
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        try:
            w = W_Int(ovfcheck(w_a.intval + w_b.intval))
        except OverflowError:
            w = arithmetic.add(ctx, w_a, w_b)
    elif isinstance(w_a, W_Float) and isinstance(w_b, W_Float):
        w = W_Float(w_a.floatval + w_b.floatval)
    else:
        w_b = early_value(ctx, code, pc, w_b)
        w_left = left_value(ctx, frame, code, pc, w_a)
        w = arithmetic.add(ctx, w_left, resolve(ctx, code, ops[pc + 2], w_b))
        give_up_two(frame, code, pc, w_a, w_b)
    spent_two(frame, code, pc)
    store(frame, ops[pc + 3], w)
    return pc + WIDTH


@always_inline
def op_SUB(ctx, frame, code, pc):
    ops = code.ops
    w_a = raw(frame, code, ops[pc + 1])
    w_b = raw(frame, code, ops[pc + 2])
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        try:
            w = W_Int(ovfcheck(w_a.intval - w_b.intval))
        except OverflowError:
            w = arithmetic.sub(ctx, w_a, w_b)
    elif isinstance(w_a, W_Float) and isinstance(w_b, W_Float):
        w = W_Float(w_a.floatval - w_b.floatval)
    else:
        w_b = early_value(ctx, code, pc, w_b)
        w_a = left_value(ctx, frame, code, pc, w_a)
        w = arithmetic.sub(ctx, w_a, resolve(ctx, code, ops[pc + 2], w_b))
    spent_two(frame, code, pc)
    store(frame, ops[pc + 3], w)
    return pc + WIDTH


@always_inline
def op_MUL(ctx, frame, code, pc):
    ops = code.ops
    w_a = raw(frame, code, ops[pc + 1])
    w_b = raw(frame, code, ops[pc + 2])
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        try:
            w = W_Int(ovfcheck(w_a.intval * w_b.intval))
        except OverflowError:
            w = arithmetic.mul(ctx, w_a, w_b)
    elif isinstance(w_a, W_Float) and isinstance(w_b, W_Float):
        w = W_Float(w_a.floatval * w_b.floatval)
    else:
        w_b = early_value(ctx, code, pc, w_b)
        w_a = left_value(ctx, frame, code, pc, w_a)
        w = arithmetic.mul(ctx, w_a, resolve(ctx, code, ops[pc + 2], w_b))
    spent_two(frame, code, pc)
    store(frame, ops[pc + 3], w)
    return pc + WIDTH


def op_DIV(ctx, frame, code, pc):
    w_b = early_value(ctx, code, pc, raw(frame, code, code.ops[pc + 2]))
    w_a = left_value(ctx, frame, code, pc, raw(frame, code, code.ops[pc + 1]))
    w = arithmetic.div(ctx, w_a, resolve(ctx, code, code.ops[pc + 2], w_b))
    spent_two(frame, code, pc)
    store(frame, code.ops[pc + 3], w)
    return pc + WIDTH


def op_MOD(ctx, frame, code, pc):
    ops = code.ops
    w_a = raw(frame, code, ops[pc + 1])
    w_b = raw(frame, code, ops[pc + 2])
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int) and w_a.intval >= 0 and w_b.intval > 0:
        w = W_Int(w_a.intval % w_b.intval)
    else:
        w_b = early_value(ctx, code, pc, w_b)
        w_a = left_value(ctx, frame, code, pc, w_a)
        w = arithmetic.mod(ctx, w_a, resolve(ctx, code, ops[pc + 2], w_b))
    spent_two(frame, code, pc)
    store(frame, ops[pc + 3], w)
    return pc + WIDTH


def op_POW(ctx, frame, code, pc):
    w_b = early_value(ctx, code, pc, raw(frame, code, code.ops[pc + 2]))
    w_a = left_value(ctx, frame, code, pc, raw(frame, code, code.ops[pc + 1]))
    w = arithmetic.pow_(ctx, w_a, resolve(ctx, code, code.ops[pc + 2], w_b))
    spent_two(frame, code, pc)
    store(frame, code.ops[pc + 3], w)
    return pc + WIDTH


def op_BIT_AND(ctx, frame, code, pc):
    ops = code.ops
    w_a = raw(frame, code, ops[pc + 1])
    w_b = raw(frame, code, ops[pc + 2])
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        w = W_Int(w_a.intval & w_b.intval)
    else:
        w_b = early_value(ctx, code, pc, w_b)
        w_a = left_value(ctx, frame, code, pc, w_a)
        w = arithmetic.bit_and(ctx, w_a, resolve(ctx, code, ops[pc + 2], w_b))
    spent_two(frame, code, pc)
    store(frame, ops[pc + 3], w)
    return pc + WIDTH


def op_BIT_OR(ctx, frame, code, pc):
    ops = code.ops
    w_a = raw(frame, code, ops[pc + 1])
    w_b = raw(frame, code, ops[pc + 2])
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        w = W_Int(w_a.intval | w_b.intval)
    else:
        w_b = early_value(ctx, code, pc, w_b)
        w_a = left_value(ctx, frame, code, pc, w_a)
        w = arithmetic.bit_or(ctx, w_a, resolve(ctx, code, ops[pc + 2], w_b))
    spent_two(frame, code, pc)
    store(frame, ops[pc + 3], w)
    return pc + WIDTH


def op_BIT_XOR(ctx, frame, code, pc):
    ops = code.ops
    w_a = raw(frame, code, ops[pc + 1])
    w_b = raw(frame, code, ops[pc + 2])
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        w = W_Int(w_a.intval ^ w_b.intval)
    else:
        w_b = early_value(ctx, code, pc, w_b)
        w_a = left_value(ctx, frame, code, pc, w_a)
        w = arithmetic.bit_xor(ctx, w_a, resolve(ctx, code, ops[pc + 2], w_b))
    spent_two(frame, code, pc)
    store(frame, ops[pc + 3], w)
    return pc + WIDTH


def op_SHL(ctx, frame, code, pc):
    w_b = early_value(ctx, code, pc, raw(frame, code, code.ops[pc + 2]))
    w_a = left_value(ctx, frame, code, pc, raw(frame, code, code.ops[pc + 1]))
    w = arithmetic.shl(ctx, w_a, resolve(ctx, code, code.ops[pc + 2], w_b))
    spent_two(frame, code, pc)
    store(frame, code.ops[pc + 3], w)
    return pc + WIDTH


def op_SHR(ctx, frame, code, pc):
    w_b = early_value(ctx, code, pc, raw(frame, code, code.ops[pc + 2]))
    w_a = left_value(ctx, frame, code, pc, raw(frame, code, code.ops[pc + 1]))
    w = arithmetic.shr(ctx, w_a, resolve(ctx, code, code.ops[pc + 2], w_b))
    spent_two(frame, code, pc)
    store(frame, code.ops[pc + 3], w)
    return pc + WIDTH


def binary(ctx, operator, w_a, w_b):
    """The result of an opcode ADD ... SHR; owned."""
    if operator == bytecode.ADD:
        return arithmetic.add(ctx, w_a, w_b)
    if operator == bytecode.SUB:
        return arithmetic.sub(ctx, w_a, w_b)
    if operator == bytecode.MUL:
        return arithmetic.mul(ctx, w_a, w_b)
    if operator == bytecode.CONCAT:
        return concat_assign(ctx, w_a, w_b)
    if operator == bytecode.DIV:
        return arithmetic.div(ctx, w_a, w_b)
    if operator == bytecode.MOD:
        return arithmetic.mod(ctx, w_a, w_b)
    if operator == bytecode.POW:
        return arithmetic.pow_(ctx, w_a, w_b)
    if operator == bytecode.BIT_AND:
        return arithmetic.bit_and(ctx, w_a, w_b)
    if operator == bytecode.BIT_OR:
        return arithmetic.bit_or(ctx, w_a, w_b)
    if operator == bytecode.BIT_XOR:
        return arithmetic.bit_xor(ctx, w_a, w_b)
    if operator == bytecode.SHL:
        return arithmetic.shl(ctx, w_a, w_b)
    assert operator == bytecode.SHR
    return arithmetic.shr(ctx, w_a, w_b)


# strings

@always_inline
def as_string(ctx, w):
    if isinstance(w, W_Str):
        return w
    return convert.to_w_str(ctx, w)


def concat_assign(ctx, w_a, w_b):
    w_left = as_string(ctx, w_a)
    return append(w_left, as_string(ctx, w_b))


def op_CONCAT(ctx, frame, code, pc):
    w_left = as_string(ctx, read(ctx, frame, code, code.ops[pc + 1]))
    w_right = as_string(ctx, read(ctx, frame, code, code.ops[pc + 2]))
    spent_two(frame, code, pc)
    store(frame, code.ops[pc + 3], concat(w_left, w_right))
    return pc + WIDTH


def op_APPEND(ctx, frame, code, pc):
    slot = code.ops[pc + 1]
    w_right = read(ctx, frame, code, code.ops[pc + 2])
    w_left = as_string(ctx, read(ctx, frame, code, slot))
    w = append(w_left, w_left if code.ops[pc + 2] == slot else as_string(ctx, w_right))
    spent(frame, code, code.ops[pc + 2])
    store(frame, slot, w)
    result = code.ops[pc + 3]
    if result >= 0:
        store(frame, result, w)
    return pc + WIDTH


def join(parts):
    """The concatenation of at least two W_Str; of two or three plain strings in a way that machine code sees through."""
    count = len(parts)
    if count == 2:
        w_a = parts[0]
        w_b = parts[1]
        if isinstance(w_a, W_StrConst) and isinstance(w_b, W_StrConst):
            return new_str(w_a.s + w_b.s)
    elif count == 3:
        w_a = parts[0]
        w_b = parts[1]
        w_c = parts[2]
        if isinstance(w_a, W_StrConst) and isinstance(w_b, W_StrConst) and isinstance(w_c, W_StrConst):
            return new_str(w_a.s + w_b.s + w_c.s)
    return join_rope(parts)


@unroll_safe
def op_ROPE(ctx, frame, code, pc):
    operands = code.ropes[code.ops[pc + 1]].operands
    parts = [None] * len(operands)
    for i in range(len(operands)):
        parts[i] = as_string(ctx, read(ctx, frame, code, operands[i]))
        spent(frame, code, operands[i])
    store(frame, code.ops[pc + 2], join(parts))
    return pc + WIDTH


# increments

@always_inline
def check_step(ctx, ref, w_old, w_new, is_up):
    if ref.sources is not None:
        typed_references.check_step(ctx, ref, w_old, w_new, is_up)


@always_inline
def op_PRE_INC(ctx, frame, code, pc):
    slot = code.ops[pc + 1]
    assert slot >= 0
    w = frame.slots[slot]
    if isinstance(w, W_Int):
        try:
            w = W_Int(ovfcheck(w.intval + 1))
        except OverflowError:
            w = arithmetic.increment(ctx, w)
        frame.slots[slot] = w
    else:
        w_raw = w
        w = arithmetic.increment(ctx, resolve(ctx, code, slot, w_raw))
        if isinstance(w_raw, W_Ref):
            check_step(ctx, w_raw, w_raw.value, w, True)
        own(w)
        store(frame, slot, w)
    result = code.ops[pc + 2]
    if result >= 0:
        store(frame, result, w)
    return pc + WIDTH


@always_inline
def op_PRE_DEC(ctx, frame, code, pc):
    slot = code.ops[pc + 1]
    assert slot >= 0
    w = frame.slots[slot]
    if isinstance(w, W_Int):
        try:
            w = W_Int(ovfcheck(w.intval - 1))
        except OverflowError:
            w = arithmetic.decrement(ctx, w)
        frame.slots[slot] = w
    else:
        w_raw = w
        w = arithmetic.decrement(ctx, resolve(ctx, code, slot, w_raw))
        if isinstance(w_raw, W_Ref):
            check_step(ctx, w_raw, w_raw.value, w, False)
        own(w)
        store(frame, slot, w)
    result = code.ops[pc + 2]
    if result >= 0:
        store(frame, result, w)
    return pc + WIDTH


def op_POST_INC(ctx, frame, code, pc):
    slot = code.ops[pc + 1]
    assert slot >= 0
    w_old = frame.slots[slot]
    if isinstance(w_old, W_Int):
        try:
            w = W_Int(ovfcheck(w_old.intval + 1))
        except OverflowError:
            w = arithmetic.increment(ctx, w_old)
        frame.slots[slot] = w
    else:
        w_raw = w_old
        w_old = resolve(ctx, code, slot, w_raw)
        w = arithmetic.increment(ctx, w_old)
        if isinstance(w_raw, W_Ref):
            check_step(ctx, w_raw, w_old, w, True)
        own(w)
        store(frame, slot, w)
    store(frame, code.ops[pc + 2], w_old)
    return pc + WIDTH


def op_POST_DEC(ctx, frame, code, pc):
    slot = code.ops[pc + 1]
    assert slot >= 0
    w_old = frame.slots[slot]
    if isinstance(w_old, W_Int):
        try:
            w = W_Int(ovfcheck(w_old.intval - 1))
        except OverflowError:
            w = arithmetic.decrement(ctx, w_old)
        frame.slots[slot] = w
    else:
        w_raw = w_old
        w_old = resolve(ctx, code, slot, w_raw)
        w = arithmetic.decrement(ctx, w_old)
        if isinstance(w_raw, W_Ref):
            check_step(ctx, w_raw, w_old, w, False)
        own(w)
        store(frame, slot, w)
    store(frame, code.ops[pc + 2], w_old)
    return pc + WIDTH


# one operand

def op_NEGATE(ctx, frame, code, pc):
    store(frame, code.ops[pc + 2], arithmetic.neg(ctx, read(ctx, frame, code, code.ops[pc + 1])))
    return pc + WIDTH


def op_PLUS(ctx, frame, code, pc):
    store(frame, code.ops[pc + 2], arithmetic.plus(ctx, read(ctx, frame, code, code.ops[pc + 1])))
    return pc + WIDTH


def op_BIT_NOT(ctx, frame, code, pc):
    store(frame, code.ops[pc + 2], arithmetic.bit_not(ctx, read(ctx, frame, code, code.ops[pc + 1])))
    return pc + WIDTH


def op_NOT(ctx, frame, code, pc):
    store(frame, code.ops[pc + 2], new_bool(not truth(ctx, frame, code, code.ops[pc + 1])))
    return pc + WIDTH


def op_BOOL(ctx, frame, code, pc):
    store(frame, code.ops[pc + 2], new_bool(truth(ctx, frame, code, code.ops[pc + 1])))
    return pc + WIDTH


def op_BOOL_XOR(ctx, frame, code, pc):
    left = convert.to_bool(ctx, read(ctx, frame, code, code.ops[pc + 1]))
    right = convert.to_bool(ctx, read(ctx, frame, code, code.ops[pc + 2]))
    store(frame, code.ops[pc + 3], new_bool(left != right))
    return pc + WIDTH


def op_CAST(ctx, frame, code, pc):
    x = code.ops[pc + 1]
    cast = code.ops[pc + 3]
    if cast == bytecode.CAST_INT:
        w = W_Int(convert.to_int(ctx, read(ctx, frame, code, x)))
    elif cast == bytecode.CAST_FLOAT:
        w = W_Float(convert.to_float(ctx, read(ctx, frame, code, x)))
    elif cast == bytecode.CAST_STRING:
        w = as_string(ctx, read(ctx, frame, code, x))
    elif cast == bytecode.CAST_BOOL:
        w = new_bool(truth(ctx, frame, code, x))
    elif cast == bytecode.CAST_ARRAY:
        w = ctx.to_array(read(ctx, frame, code, x))
    else:
        w = ctx.to_object(read(ctx, frame, code, x))
    store(frame, code.ops[pc + 2], w)
    return pc + WIDTH


# comparison

@always_inline
def op_IS_EQUAL(ctx, frame, code, pc):
    w = new_bool(is_equal(ctx, frame, code, pc, False))
    store(frame, code.ops[pc + 3], w)
    return pc + WIDTH


def op_IS_NOT_EQUAL(ctx, frame, code, pc):
    w = new_bool(not is_equal(ctx, frame, code, pc, False))
    store(frame, code.ops[pc + 3], w)
    return pc + WIDTH


def op_IS_IDENTICAL(ctx, frame, code, pc):
    w = new_bool(is_identical(ctx, frame, code, pc, False))
    store(frame, code.ops[pc + 3], w)
    return pc + WIDTH


def op_IS_NOT_IDENTICAL(ctx, frame, code, pc):
    w = new_bool(not is_identical(ctx, frame, code, pc, False))
    store(frame, code.ops[pc + 3], w)
    return pc + WIDTH


def op_IS_SMALLER(ctx, frame, code, pc):
    w = new_bool(is_less(ctx, frame, code, pc))
    store(frame, code.ops[pc + 3], w)
    return pc + WIDTH


def op_IS_SMALLER_OR_EQUAL(ctx, frame, code, pc):
    w = new_bool(is_less_or_equal(ctx, frame, code, pc))
    store(frame, code.ops[pc + 3], w)
    return pc + WIDTH


def op_SPACESHIP(ctx, frame, code, pc):
    w_a = raw(frame, code, code.ops[pc + 1])
    w_b = raw(frame, code, code.ops[pc + 2])
    w_left = resolve(ctx, code, code.ops[pc + 1], w_a)
    w = compare.spaceship(ctx, w_left, resolve(ctx, code, code.ops[pc + 2], w_b))
    give_up_two(frame, code, pc, w_a, w_b)
    store(frame, code.ops[pc + 3], w)
    return pc + WIDTH
