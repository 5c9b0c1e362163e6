"""Handlers of jumps. A jump backwards closes a loop: there signals are looked at and the JIT may take over."""
from __future__ import absolute_import

from hippy.interpreter.compiler.bytecode import WIDTH
from hippy.interpreter.objects import compare, convert
from hippy.interpreter.objects.values import W_Bool, W_Int, w_null
from hippy.interpreter.rlib import signals
from hippy.interpreter.rlib.objectmodel import always_inline
from hippy.interpreter.vm.frame import peek
from hippy.interpreter.vm.jit import SWITCH, driver
from hippy.interpreter.vm.operands import give_up, raw, read_quietly, resolve, spent, spent_two, undefined_variable


@always_inline
def jump(ctx, frame, code, pc, target):
    """Goes to `target`."""
    if target <= pc:
        if signals.pending():
            ctx.take_signals()
        if SWITCH.enabled:
            driver.can_enter_jit(pc=target, code=code, frame=frame, ctx=ctx)
    return target


@always_inline
def op_JMP(ctx, frame, code, pc):
    return jump(ctx, frame, code, pc, code.ops[pc + 1])


@always_inline
def truth(ctx, frame, code, x):
    w = raw(frame, code, x)
    if isinstance(w, W_Bool):
        spent(frame, code, x)
        return w.boolval
    result = convert.to_bool(ctx, resolve(ctx, code, x, w))
    spent(frame, code, x)
    give_up(frame, code, x, w)
    return result


@always_inline
def op_JMPZ(ctx, frame, code, pc):
    if truth(ctx, frame, code, code.ops[pc + 1]):
        return pc + WIDTH
    return jump(ctx, frame, code, pc, code.ops[pc + 2])


@always_inline
def op_JMPNZ(ctx, frame, code, pc):
    if truth(ctx, frame, code, code.ops[pc + 1]):
        return jump(ctx, frame, code, pc, code.ops[pc + 2])
    return pc + WIDTH


def op_JMPZ_KEEP(ctx, frame, code, pc):
    if convert.to_bool(ctx, peek(frame, code.ops[pc + 1])):
        return pc + WIDTH
    return jump(ctx, frame, code, pc, code.ops[pc + 2])


@always_inline
def is_less(ctx, frame, code, pc):
    w_a = raw(frame, code, code.ops[pc + 1])
    w_b = raw(frame, code, code.ops[pc + 2])
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        spent_two(frame, code, pc)
        return w_a.intval < w_b.intval
    return less_slow(ctx, frame, code, pc, w_a, w_b)


def less_slow(ctx, frame, code, pc, w_a, w_b):
    w_left = resolve(ctx, code, code.ops[pc + 1], w_a)
    result = compare.less(ctx, w_left, resolve(ctx, code, code.ops[pc + 2], w_b))
    give_up_two(frame, code, pc, w_a, w_b)
    return result


@always_inline
def give_up_two(frame, code, pc, w_a, w_b):
    spent_two(frame, code, pc)
    give_up(frame, code, code.ops[pc + 1], w_a)
    give_up(frame, code, code.ops[pc + 2], w_b)


@always_inline
def is_less_or_equal(ctx, frame, code, pc):
    w_a = raw(frame, code, code.ops[pc + 1])
    w_b = raw(frame, code, code.ops[pc + 2])
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        spent_two(frame, code, pc)
        return w_a.intval <= w_b.intval
    return less_or_equal_slow(ctx, frame, code, pc, w_a, w_b)


def less_or_equal_slow(ctx, frame, code, pc, w_a, w_b):
    w_left = resolve(ctx, code, code.ops[pc + 1], w_a)
    result = compare.less_equal(ctx, w_left, resolve(ctx, code, code.ops[pc + 2], w_b))
    give_up_two(frame, code, pc, w_a, w_b)
    return result


@always_inline
def is_equal(ctx, frame, code, pc, keeps):
    """keeps: the left operand is asked again, by the next case of a switch."""
    w_a = raw(frame, code, code.ops[pc + 1])
    w_b = raw(frame, code, code.ops[pc + 2])
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        if not keeps:
            spent(frame, code, code.ops[pc + 1])
        spent(frame, code, code.ops[pc + 2])
        return w_a.intval == w_b.intval
    return equal_slow(ctx, frame, code, pc, w_a, w_b, keeps)


def equal_slow(ctx, frame, code, pc, w_a, w_b, keeps):
    w_left = resolve(ctx, code, code.ops[pc + 1], w_a)
    result = compare.loose_equal(ctx, w_left, resolve(ctx, code, code.ops[pc + 2], w_b))
    if not keeps:
        spent(frame, code, code.ops[pc + 1])
        give_up(frame, code, code.ops[pc + 1], w_a)
    spent(frame, code, code.ops[pc + 2])
    give_up(frame, code, code.ops[pc + 2], w_b)
    return result


@always_inline
def is_identical(ctx, frame, code, pc, keeps):
    w_a = raw(frame, code, code.ops[pc + 1])
    w_b = raw(frame, code, code.ops[pc + 2])
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        if not keeps:
            spent(frame, code, code.ops[pc + 1])
        spent(frame, code, code.ops[pc + 2])
        return w_a.intval == w_b.intval
    return identical_slow(ctx, frame, code, pc, w_a, w_b, keeps)


def identical_slow(ctx, frame, code, pc, w_a, w_b, keeps):
    w_left = resolve(ctx, code, code.ops[pc + 1], w_a)
    result = compare.strict_equal(ctx, w_left, resolve(ctx, code, code.ops[pc + 2], w_b))
    if not keeps:
        spent(frame, code, code.ops[pc + 1])
        give_up(frame, code, code.ops[pc + 1], w_a)
    spent(frame, code, code.ops[pc + 2])
    give_up(frame, code, code.ops[pc + 2], w_b)
    return result


@always_inline
def op_JMP_SMALLER(ctx, frame, code, pc):
    if is_less(ctx, frame, code, pc):
        return jump(ctx, frame, code, pc, code.ops[pc + 3])
    return pc + WIDTH


@always_inline
def op_JMP_NOT_SMALLER(ctx, frame, code, pc):
    if is_less(ctx, frame, code, pc):
        return pc + WIDTH
    return jump(ctx, frame, code, pc, code.ops[pc + 3])


@always_inline
def op_JMP_SMALLER_OR_EQUAL(ctx, frame, code, pc):
    if is_less_or_equal(ctx, frame, code, pc):
        return jump(ctx, frame, code, pc, code.ops[pc + 3])
    return pc + WIDTH


@always_inline
def op_JMP_NOT_SMALLER_OR_EQUAL(ctx, frame, code, pc):
    if is_less_or_equal(ctx, frame, code, pc):
        return pc + WIDTH
    return jump(ctx, frame, code, pc, code.ops[pc + 3])


@always_inline
def op_JMP_EQUAL(ctx, frame, code, pc):
    if is_equal(ctx, frame, code, pc, code.ops[pc + 4] == 1):
        return jump(ctx, frame, code, pc, code.ops[pc + 3])
    return pc + WIDTH


@always_inline
def op_JMP_NOT_EQUAL(ctx, frame, code, pc):
    if is_equal(ctx, frame, code, pc, False):
        return pc + WIDTH
    return jump(ctx, frame, code, pc, code.ops[pc + 3])


@always_inline
def op_JMP_IDENTICAL(ctx, frame, code, pc):
    if is_identical(ctx, frame, code, pc, code.ops[pc + 4] == 1):
        return jump(ctx, frame, code, pc, code.ops[pc + 3])
    return pc + WIDTH


@always_inline
def op_JMP_NOT_IDENTICAL(ctx, frame, code, pc):
    if is_identical(ctx, frame, code, pc, False):
        return pc + WIDTH
    return jump(ctx, frame, code, pc, code.ops[pc + 3])


def op_JMP_NULL(ctx, frame, code, pc):
    w = read_quietly(frame, code, code.ops[pc + 1])
    if w is None or w is w_null:
        if w is None and code.ops[pc + 3] == 1:
            undefined_variable(ctx, code, code.ops[pc + 1])
        return jump(ctx, frame, code, pc, code.ops[pc + 2])
    return pc + WIDTH


def op_JMP_SET(ctx, frame, code, pc):
    if peek(frame, code.ops[pc + 1]) is not None:
        return jump(ctx, frame, code, pc, code.ops[pc + 2])
    return pc + WIDTH
