"""Handlers of everything else: constants, output, exceptions, declarations, include, exit, debugging."""
from __future__ import absolute_import

from hippy.interpreter.compiler.bytecode import UNUSED_KEY, WIDTH
from hippy.interpreter.errors import ExitRequest, FatalError, PhpThrow
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.values import W_Int, W_Null, own, w_null
from hippy.interpreter.rlib.jit import dont_look_inside, promote, unroll_safe
from hippy.interpreter.rlib.objectmodel import always_inline
from hippy.interpreter.vm import throwables, types
from hippy.interpreter.vm.debug import DBG
from hippy.interpreter.vm.frame import peek, store, take
from hippy.interpreter.vm.op_operators import as_string
from hippy.interpreter.vm.operands import raw, read, read_owned



def op_ECHO(ctx, frame, code, pc):
    w = read(ctx, frame, code, code.ops[pc + 1])
    ctx.output.write(as_string(ctx, w).as_str())
    return pc + WIDTH


def op_FETCH_CONST(ctx, frame, code, pc):
    ref = code.constants[code.ops[pc + 1]]
    w = ref.cell.w_value
    if w is None and ref.fallback is not None:
        w = ref.fallback.w_value
    if w is None:
        w = ctx.missing_constant(ref)
    own(w)
    store(frame, code.ops[pc + 2], w)
    return pc + WIDTH


def op_DECLARE_CONST(ctx, frame, code, pc):
    w_name = read(ctx, frame, code, code.ops[pc + 1])
    assert isinstance(w_name, W_Str)
    w_value = read_owned(ctx, frame, code, code.ops[pc + 2])
    ctx.define(w_name.as_str(), w_value)
    return pc + WIDTH


def op_DECLARE_FUNCTION(ctx, frame, code, pc):
    ctx.declare_function(code.functions[code.ops[pc + 1]])
    return pc + WIDTH


def op_DECLARE_CLASS(ctx, frame, code, pc):
    ctx.declare_class(code.class_declarations[code.ops[pc + 1]])
    return pc + WIDTH


def op_INCLUDE(ctx, frame, code, pc):
    path = ctx.to_str(read(ctx, frame, code, code.ops[pc + 1]))
    store(frame, code.ops[pc + 2], ctx.include(frame, path, code.ops[pc + 3]))
    return pc + WIDTH


def op_EVAL(ctx, frame, code, pc):
    source = ctx.to_str(read(ctx, frame, code, code.ops[pc + 1]))
    store(frame, code.ops[pc + 2], ctx.eval_code(frame, source))
    return pc + WIDTH


def op_EXIT(ctx, frame, code, pc):
    x = code.ops[pc + 1]
    status = 0
    if x != UNUSED_KEY:
        w = read(ctx, frame, code, x)
        if isinstance(w, W_Int):
            status = w.intval & 255
        elif not isinstance(w, W_Null):
            ctx.output.write(as_string(ctx, w).as_str())
    raise ExitRequest(status)


def op_SILENCE(ctx, frame, code, pc):
    store(frame, code.ops[pc + 1], W_Int(ctx.silence()))
    return pc + WIDTH


def op_SILENCE_END(ctx, frame, code, pc):
    w = take(frame, code.ops[pc + 1])
    assert isinstance(w, W_Int)
    ctx.silence_end(w.intval)
    return pc + WIDTH


# exceptions

def op_THROW(ctx, frame, code, pc):
    w = read(ctx, frame, code, code.ops[pc + 1])
    if not isinstance(w, W_Object):
        raise ctx.error('Error', 'Can only throw objects')
    if not w.get_class().is_throwable:
        raise ctx.error('Error', 'Cannot throw objects that do not implement Throwable')
    raise PhpThrow(w)


@unroll_safe
def op_CATCH(ctx, frame, code, pc):
    ops = code.ops
    slot = ops[pc + 1]
    assert slot >= 0
    w_exc = frame.slots[slot]
    assert isinstance(w_exc, W_Object)
    clause = code.catches[ops[pc + 2]]
    cls = w_exc.get_class()
    for cell in clause.cells:
        caught = cell.cls
        if caught is not None and cls.is_subclass_of(caught):
            frame.slots[slot] = None
            if ops[pc + 3] >= 0:
                store(frame, ops[pc + 3], w_exc)
            return pc + WIDTH
    return ops[pc + 4]


def op_RETHROW(ctx, frame, code, pc):
    w_exc = take(frame, code.ops[pc + 1])
    assert isinstance(w_exc, W_Object)
    raise PhpThrow(w_exc)


def op_CHAIN_PREVIOUS(ctx, frame, code, pc):
    w_pending = take(frame, code.ops[pc + 1])
    w_new = peek(frame, code.ops[pc + 2])
    if isinstance(w_pending, W_Object) and isinstance(w_new, W_Object):
        throwables.chain_previous(ctx, w_new, w_pending)
    return pc + WIDTH


def op_CALL_FINALLY(ctx, frame, code, pc):
    ops = code.ops
    store(frame, ops[pc + 1], W_Int(pc + WIDTH))
    slot = ops[pc + 2]
    assert slot >= 0
    frame.slots[slot] = None
    return ops[pc + 3]


def op_END_FINALLY(ctx, frame, code, pc):
    w_exc = take(frame, code.ops[pc + 1])
    if isinstance(w_exc, W_Object):
        raise PhpThrow(w_exc)
    w = take(frame, code.ops[pc + 2])
    assert isinstance(w, W_Int)
    return promote(w.intval)


def op_MATCH_ERROR(ctx, frame, code, pc):
    w = raw(frame, code, code.ops[pc + 1])
    if w is None:
        w = w_null      # an unset variable warned when it was compared
    raise ctx.error('UnhandledMatchError', 'Unhandled match case %s' % throwables.match_text(ctx, w))


def op_CHECK_RETURN(ctx, frame, code, pc):
    x = code.ops[pc + 1]
    type = code.return_type
    if x == UNUSED_KEY:
        if type.text == 'never':
            raise ctx.error('TypeError', '%s(): never-returning function must not implicitly return' % ctx.function_title(frame.func))
        if type.text == 'void':
            store(frame, code.ops[pc + 2], w_null)
        else:
            store(frame, code.ops[pc + 2], types.check_return(ctx, frame, code, w_null, True))
        return pc + WIDTH
    w = read_owned(ctx, frame, code, x)
    store(frame, code.ops[pc + 2], types.check_return(ctx, frame, code, w, False))
    return pc + WIDTH


# debugging

@always_inline
def op_STATEMENT(ctx, frame, code, pc):
    if DBG.active:
        if DBG.stepping or code.bps is not None:
            at_statement(ctx, frame, code, pc)
    return pc + WIDTH


def at_statement(ctx, frame, code, pc):
    line = code.line_at(pc)
    bps = code.bps
    if DBG.stepping or (bps is not None and bps.has(line)):
        DBG.hook.at_statement(ctx, frame, code, line)


@dont_look_inside
def op_UNSUPPORTED(ctx, frame, code, pc):
    raise FatalError('Hippy does not execute %s yet' % code.names[code.ops[pc + 1]])


