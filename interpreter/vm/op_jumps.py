"""Handlers of jumps. A jump backwards closes a loop: there signals are looked at and the JIT may take over."""
from __future__ import absolute_import

from hippy.interpreter.compiler.bytecode import WIDTH
from hippy.interpreter.objects import compare, convert
from hippy.interpreter.objects.values import W_Bool, W_Int, w_null
from hippy.interpreter.rlib import signals
from hippy.interpreter.rlib.objectmodel import always_inline
from hippy.interpreter.vm.frame import peek
from hippy.interpreter.vm.jit import SWITCH, driver
from hippy.interpreter.vm.operands import give_up, raw, read_quietly, resolve, undefined_variable


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
        return w.boolval
    result = convert.to_bool(ctx, resolve(ctx, code, x, w))
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
        return w_a.intval < w_b.intval
    w_a = resolve(ctx, code, code.ops[pc + 1], w_a)
    return compare.less(ctx, w_a, resolve(ctx, code, code.ops[pc + 2], w_b))


@always_inline
def is_less_or_equal(ctx, frame, code, pc):
    w_a = raw(frame, code, code.ops[pc + 1])
    w_b = raw(frame, code, code.ops[pc + 2])
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        return w_a.intval <= w_b.intval
    w_a = resolve(ctx, code, code.ops[pc + 1], w_a)
    return compare.less_equal(ctx, w_a, resolve(ctx, code, code.ops[pc + 2], w_b))


@always_inline
def is_equal(ctx, frame, code, pc):
    w_a = raw(frame, code, code.ops[pc + 1])
    w_b = raw(frame, code, code.ops[pc + 2])
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        return w_a.intval == w_b.intval
    w_a = resolve(ctx, code, code.ops[pc + 1], w_a)
    return compare.loose_equal(ctx, w_a, resolve(ctx, code, code.ops[pc + 2], w_b))


@always_inline
def is_identical(ctx, frame, code, pc):
    w_a = raw(frame, code, code.ops[pc + 1])
    w_b = raw(frame, code, code.ops[pc + 2])
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        return w_a.intval == w_b.intval
    w_a = resolve(ctx, code, code.ops[pc + 1], w_a)
    return compare.strict_equal(ctx, w_a, resolve(ctx, code, code.ops[pc + 2], w_b))


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
    if is_equal(ctx, frame, code, pc):
        return jump(ctx, frame, code, pc, code.ops[pc + 3])
    return pc + WIDTH


@always_inline
def op_JMP_NOT_EQUAL(ctx, frame, code, pc):
    if is_equal(ctx, frame, code, pc):
        return pc + WIDTH
    return jump(ctx, frame, code, pc, code.ops[pc + 3])


@always_inline
def op_JMP_IDENTICAL(ctx, frame, code, pc):
    if is_identical(ctx, frame, code, pc):
        return jump(ctx, frame, code, pc, code.ops[pc + 3])
    return pc + WIDTH


@always_inline
def op_JMP_NOT_IDENTICAL(ctx, frame, code, pc):
    if is_identical(ctx, frame, code, pc):
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
