"""Running frames: through the JIT's portal, or in a loop of their own that the JIT does not hear of.

That second loop is the one of `--jit off` and of functions that ran a few times only. There a PHP function that calls another
goes on in the same loop with the other frame, so the C stack does not grow and nothing is set up anew.
"""
from __future__ import absolute_import

import types

from hippy.interpreter.compiler import bytecode
from hippy.interpreter.compiler.bytecode import CALL, CALL_SLOT, RETURN, RETURN_TMP, SUSPEND, WIDTH
from hippy.interpreter.errors import FatalError, Jump, PhpThrow
from hippy.interpreter.objects.functions import UserFunction
from hippy.interpreter.rlib import process
from hippy.interpreter.rlib.jit import dont_look_inside, hint, unrolling_iterable, we_are_jitted
from hippy.interpreter.rlib.objectmodel import always_inline, we_are_translated
from hippy.interpreter.vm import calls
from hippy.interpreter.vm.debug import DBG
from hippy.interpreter.vm.frame import peek, take
from hippy.interpreter.vm.jit import CALLS_BEFORE_JIT, SWITCH
from hippy.interpreter.vm.loop import HANDLERS, handle_throw, land, leave, return_value, run
from hippy.interpreter.vm.op_calls import class_of, give, op_CALL, op_CALL_SLOT, this_of

# Handlers that become part of this loop. In the other one they would make the JIT's copy of it too big.
INLINED = ['ASSIGN_APPEND', 'ASSIGN_DIM', 'BIT_AND', 'BIT_OR', 'BIT_XOR', 'COPY_TMP', 'ELEM_APPEND', 'FETCH_DIM_IS', 'FE_NEXT', 'IS_IDENTICAL',
           'IS_SMALLER', 'ISSET_DIM', 'MOD', 'POST_DEC', 'POST_INC']
DEEPEST = 400000        # calls in one loop; beyond, the C stack takes them and ends what never ends


def _table():
    "NOT_RPYTHON: numbers and handlers of the opcodes that the loop below does not do itself; those of INLINED as copies that RPython inlines."
    table = []
    for number, handler in enumerate(HANDLERS):
        if bytecode.NAMES[number] in INLINED:
            handler = always_inline(types.FunctionType(handler.__code__, handler.__globals__, handler.__name__, handler.__defaults__))
        if handler is not None and number != CALL and number != CALL_SLOT:
            table.append((number, handler))
    return table


DISPATCH = unrolling_iterable(_table())


@always_inline
def dispatch(ctx, frame, code, pc, op):
    for number, handler in DISPATCH:
        if op == number:
            return handler(ctx, frame, code, pc)
    raise AssertionError


def execute(ctx, frame):
    """Runs a new frame on top of the call stack."""
    ctx.enter(frame)
    try:
        if DBG.active:
            return _execute_watched(ctx, frame)
        return begin(ctx, frame, frame.code)
    finally:
        ctx.leave(frame)


def _execute_watched(ctx, frame):
    """Asks again at the return: while the function ran the debugger may have come to want to know. Of generators vm/generators.py tells."""
    if DBG.functions and not frame.code.is_generator:
        DBG.hook.at_call(ctx, frame, frame.code)
    w_result = _begin_watched(ctx, frame)
    if DBG.functions:
        DBG.hook.at_return(ctx, frame, frame.code, w_result)
    return w_result


def _begin_watched(ctx, frame):
    """Tells of a fatal error while the frames are still there."""
    try:
        return begin(ctx, frame, frame.code)
    except FatalError as e:
        locate(frame, e)
        DBG.hook.at_fatal(ctx, e)
        raise
    except MemoryError:
        error = ctx.out_of_memory(frame)
        DBG.hook.at_fatal(ctx, error)
        raise error


def begin(ctx, frame, code):
    """Runs a frame from its first instruction, through the JIT's portal when machine code is there or worth looking for."""
    if we_are_jitted():
        return run(ctx, frame, code, 0)
    if is_for_jit(code):
        return run(ctx, frame, code, 0)
    return run_unseen(ctx, frame, code, 0)


def resume(ctx, frame, code, pc, e):
    """Runs a generator's frame on at pc or, with a PhpThrow, at the handler round the SUSPEND where it stopped."""
    if e is not None:
        pc = handle_throw(ctx, frame, code, e)
    if we_are_jitted() or SWITCH.enabled:
        return run(ctx, frame, code, pc)
    return run_unseen(ctx, frame, code, pc)


@always_inline
def is_for_jit(code):
    """Whether the JIT is to see a call of this code."""
    if not SWITCH.enabled:
        return False
    if code.has_loops or code.calls_seen >= CALLS_BEFORE_JIT:
        return True
    code.calls_seen += 1
    return False


# without the JIT: jumps backwards would ask it, so it is off or the code has none

@dont_look_inside
def run_unseen(ctx, first, code, pc):
    """As vm/loop.py run. `first` is the innermost frame; when an exception leaves it, the innermost frame may be one that it called."""
    frame = hint(first, access_directly=True)
    depth = ctx.depth_unseen
    try:
        while True:
            try:
                return interpret_unseen(ctx, frame, code, pc, first)
            except PhpThrow as e:
                pc = handle_throw_unseen(ctx, first, e)
                frame = hint(ctx.topframe(), access_directly=True)
                code = frame.code
            except Jump as e:
                frame = hint(ctx.topframe(), access_directly=True)
                code = frame.code
                pc = land(frame, code, e.pc)
            except FatalError as e:
                locate(ctx.topframe(), e)
                raise
            except MemoryError:
                raise ctx.out_of_memory(ctx.topframe())
            except process.StackOverflow:
                raise ctx.out_of_memory(ctx.topframe())
    finally:
        ctx.depth_unseen = depth


def handle_throw_unseen(ctx, first, e):
    """The pc of the handler, which is in the innermost frame then; throws on when the frame `first` has none either."""
    while True:
        frame = hint(ctx.topframe(), access_directly=True)
        if frame is first:
            return handle_throw(ctx, frame, frame.code, e)
        try:
            return handle_throw(ctx, frame, frame.code, e)
        except PhpThrow as thrown_on:
            e = thrown_on
        ctx.leave(frame)
        ctx.depth_unseen -= 1


def locate(frame, e):
    """A fatal error without a place happened where the frame is."""
    if e.line == 0:
        e.file = frame.code.file
        e.line = frame.line()


def interpret_unseen(ctx, frame, code, pc, first):
    """Goes on until `first` returns or suspends, whose result it gives, or something is thrown."""
    while True:
        assert pc >= 0
        frame.pc = pc
        op = code.ops[pc]
        # one chain of comparisons, of which RPython makes one switch
        if op == RETURN:
            w_result = return_value(ctx, frame, code, code.ops[pc + 1])
        elif op == RETURN_TMP:
            w_result = take(frame, code.ops[pc + 1])
            leave(frame, code)
        elif op == SUSPEND:
            w_result = frame.w_result
            frame.w_result = None
            return w_result
        elif op == CALL:
            ops = code.ops
            func = code.calls[ops[pc + 1]].cell.func
            if isinstance(func, UserFunction) and goes_on_here(ctx, func.code):
                frame = called(ctx, frame, func, None, None, ops[pc + 2], ops[pc + 3])
                code = func.code
                pc = 0
            else:
                pc = op_CALL(ctx, frame, code, pc)
            continue
        elif op == CALL_SLOT:
            ops = code.ops
            slot = ops[pc + 1]
            func = peek(frame, slot)
            if isinstance(func, UserFunction) and not code.calls[ops[pc + 4]].has_names and goes_on_here(ctx, func.code):
                take(frame, slot)
                w_on = take(frame, slot + 1)
                frame = called(ctx, frame, func, this_of(w_on), class_of(w_on), slot + 2, ops[pc + 2])
                code = func.code
                pc = 0
            else:
                pc = op_CALL_SLOT(ctx, frame, code, pc)
            continue
        else:
            if we_are_translated():
                pc = dispatch(ctx, frame, code, pc, op)
            else:
                pc = HANDLERS[op](ctx, frame, code, pc)
            continue
        if frame is first:
            return w_result
        ctx.leave(frame)
        ctx.depth_unseen -= 1
        frame = hint(ctx.topframe(), access_directly=True)
        code = frame.code
        pc = frame.pc
        take_result(frame, code, pc, w_result)
        pc += WIDTH


@always_inline
def goes_on_here(ctx, code):
    """Whether the loop runs a call of this code itself."""
    if DBG.active or code.is_generator or ctx.depth_unseen >= DEEPEST:
        return False
    return not is_for_jit(code)


@always_inline
def called(ctx, caller, func, w_this, static_cls, first, count):
    """The frame of a call, which is the innermost from now on."""
    frame = calls.frame_from_slots(ctx, caller, func, w_this, static_cls, first, count)
    calls.make_ready(ctx, frame, func.code, w_this)
    ctx.enter(frame)
    ctx.depth_unseen += 1
    return hint(frame, access_directly=True)


@always_inline
def take_result(frame, code, pc, w_result):
    """The result of the call at pc into its slot."""
    ops = code.ops
    if ops[pc] == CALL:
        give(frame, ops[pc + 4], w_result, code.calls[ops[pc + 1]].keeps_reference)
    else:
        give(frame, ops[pc + 3], w_result, code.calls[ops[pc + 4]].keeps_reference)
