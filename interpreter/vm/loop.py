"""The bytecode loop. The handlers op_NAME are in the modules listed in HANDLER_MODULES; each gives the pc to go on at."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode
from hippy.interpreter.compiler.bytecode import RETURN, RETURN_TMP, SUSPEND, WIDTH
from hippy.interpreter.errors import Jump, PhpThrow
from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.values import disown, own
from hippy.interpreter.rlib.jit import hint, unroll_safe, unrolling_iterable, we_are_jitted
from hippy.interpreter.rlib.objectmodel import always_inline, we_are_translated
from hippy.interpreter.vm import (
    op_arrays, op_calls, op_control, op_generators, op_jumps, op_objects, op_operators, op_variables)
from hippy.interpreter.vm.debug import DBG
from hippy.interpreter.vm.frame import release_variables, take
from hippy.interpreter.vm.iterators import Walk
from hippy.interpreter.vm.jit import driver
from hippy.interpreter.vm.operands import read

HANDLER_MODULES = [op_arrays, op_calls, op_control, op_generators, op_jumps, op_objects, op_operators, op_variables]


def _handlers():
    "NOT_RPYTHON: the handler of each opcode, by number; None for those that end the loop."
    table = []
    for name in bytecode.NAMES:
        found = [getattr(module, 'op_' + name) for module in HANDLER_MODULES if hasattr(module, 'op_' + name)]
        if name in ('RETURN', 'RETURN_TMP', 'SUSPEND'):
            assert not found, name
            table.append(None)
        else:
            assert len(found) == 1, 'opcode %s has %d handlers' % (name, len(found))
            table.append(found[0])
    return table


RETURNED = -1           # the pc after a return
HANDLERS = _handlers()
DISPATCH = unrolling_iterable([(number, handler) for number, handler in enumerate(HANDLERS) if handler is not None])


def run(ctx, frame, code, pc):
    """The JIT's portal: executes until the code returns. The result is owned by the caller."""
    frame = hint(frame, access_directly=True)
    while pc >= 0:
        driver.jit_merge_point(pc=pc, code=code, frame=frame, ctx=ctx)
        pc = step(ctx, frame, code, pc)
    w_result = frame.w_result
    frame.w_result = None
    if code.is_generator:
        hint(frame, force_virtualizable=True)       # the frame goes on another time
    return w_result


def step(ctx, frame, code, pc):
    """Goes on until the code returns (gives a negative pc) or throws; in traces for one instruction."""
    try:
        return interpret(ctx, frame, code, pc)
    except PhpThrow as e:
        return handle_throw(ctx, frame, code, e)
    except Jump as e:
        return land(frame, code, e.pc)


@unroll_safe
def interpret(ctx, frame, code, pc):
    while True:
        assert pc >= 0
        frame.pc = pc
        op = code.ops[pc]
        if op == RETURN:
            frame.w_result = return_value(ctx, frame, code, code.ops[pc + 1])
            return RETURNED
        if op == RETURN_TMP:
            w_result = take(frame, code.ops[pc + 1])
            leave(frame, code)
            frame.w_result = w_result
            return RETURNED
        if op == SUSPEND:
            return RETURNED
        if we_are_translated():
            pc = dispatch(ctx, frame, code, pc, op)
        else:
            pc = HANDLERS[op](ctx, frame, code, pc)
        if we_are_jitted():
            return pc


@always_inline
def dispatch(ctx, frame, code, pc, op):
    for number, handler in DISPATCH:
        if op == number:
            return handler(ctx, frame, code, pc)
    raise AssertionError


def leave(frame, code):
    if code.kind == 1:
        release_variables(frame, code)


def return_value(ctx, frame, code, x):
    """A constant or a variable: a local variable's value moves out, so that a returned array stays unshared."""
    if x < 0:
        index = ~x
        assert index >= 0
        w_result = code.consts[index]
    else:
        w_result = frame.slots[x]
        if w_result is None or isinstance(w_result, W_Ref):
            w_result = read(ctx, frame, code, x)
            own(w_result)
        elif code.kind == 1:
            frame.slots[x] = None
        else:
            own(w_result)
    leave(frame, code)
    return w_result


@unroll_safe
def handle_throw(ctx, frame, code, e):
    """The pc of the handler round the instruction that threw; throws on when there is none."""
    pc = frame.pc
    region = code.find_region(pc)
    if DBG.active and e.w_exc.get_class().is_throwable:
        DBG.hook.at_throw(ctx, frame, code, e.w_exc)
    for i in range(code.var_count, code.slot_count):
        assert i >= 0
        w = frame.slots[i]
        if w is not None and (region is None or not region.keeps(i)):
            frame.slots[i] = None
            give_up_temporary(w)
    if region is None:
        leave(frame, code)
        raise e
    slot = region.exc
    assert slot >= 0
    frame.slots[slot] = e.w_exc
    return region.handler


@unroll_safe
def land(frame, code, pc):
    """The pc behind a STATEMENT that a debugger has chosen to go on at; loops that are left so are done with."""
    holds = code.holds_at(pc)
    for i in range(code.var_count, code.slot_count):
        assert i >= 0
        w = frame.slots[i]
        if w is not None and not holds.has(i):
            frame.slots[i] = None
            give_up_temporary(w)
    return pc + WIDTH


def give_up_temporary(w):
    """What a statement that ends by an exception had in hand."""
    if isinstance(w, Walk):
        w.close()
    else:
        disown(w)
