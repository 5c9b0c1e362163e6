"""Handlers of generators. SUSPEND itself ends the loop: see vm/loop.py."""
from __future__ import absolute_import

from hippy.interpreter.compiler.bytecode import UNUSED_KEY, WIDTH
from hippy.interpreter.errors import PhpThrow
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.generators import W_Generator
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.values import W_Int, disown
from hippy.interpreter.rlib.jit import dont_look_inside
from hippy.interpreter.vm import generators
from hippy.interpreter.vm.frame import store, take
from hippy.interpreter.vm.iterators import start_walk
from hippy.interpreter.vm.operands import read_owned


def op_CREATE_GENERATOR(ctx, frame, code, pc):
    generator = W_Generator(ctx.find_class('generator').map, ctx.new_object_id(), kept(ctx, frame), code.by_ref_return)
    frame.get_extras().generator = generator
    frame.w_result = generator
    if code.has_finally:
        generators.remember(ctx, generator)
    return pc + WIDTH


def kept(ctx, frame):
    """The running frame as any frame. The loop's own is marked for the JIT (access_directly), the annotator would keep the mark in the
    generator and compile the loop once more for what carries it; the frame of other origin, which is never taken, wipes it out."""
    if frame.pc < -1:
        return ctx.globals.frame
    return frame


def running_generator(frame):
    generator = frame.extras.generator
    assert isinstance(generator, W_Generator)
    return generator


def op_YIELD(ctx, frame, code, pc):
    ops = code.ops
    generator = running_generator(frame)
    if generator.closing:
        raise cannot_yield(ctx)
    x = ops[pc + 1]
    if code.by_ref_return and x >= code.var_count:
        w_value = take(frame, x)
    else:
        w_value = read_owned(ctx, frame, code, x)
    if ops[pc + 2] == UNUSED_KEY:
        key = generator.largest_key + 1
        generator.largest_key = key
        w_key = W_Int(key)
    else:
        w_key = read_owned(ctx, frame, code, ops[pc + 2])
        if isinstance(w_key, W_Int) and w_key.intval > generator.largest_key:
            generator.largest_key = w_key.intval
    generator.show(w_value, w_key)
    return pc + WIDTH


def delegate(ctx, generator, w):
    """`yield from w` begins; takes over one ownership."""
    if isinstance(w, W_Generator):
        if w.frame is None and w.w_return is None:
            raise ctx.error('Error', 'Generator passed to yield from was aborted without proper return and is unable to continue')
        if w.running or w is generator:
            raise ctx.error('Error', 'Impossible to yield from the Generator being currently run')
        generator.source = generators.GeneratorSource(w)
    elif isinstance(w, W_Array) or isinstance(w, W_Object) and w.get_class().is_subclass_of(ctx.find_class('traversable')):
        generator.source = generators.WalkSource(start_walk(ctx, None, w))
    else:
        disown(w)
        raise ctx.error('Error', 'Can use "yield from" only with arrays and Traversables')


@dont_look_inside
def cannot_yield(ctx):
    return ctx.error('Error', 'Cannot yield from finally in a force-closed generator')


def op_YIELD_FROM(ctx, frame, code, pc):
    generator = running_generator(frame)
    if generator.closing:
        raise cannot_yield(ctx)
    delegate(ctx, generator, read_owned(ctx, frame, code, code.ops[pc + 1]))
    return pc + WIDTH


def op_DELEGATE(ctx, frame, code, pc):
    generator = running_generator(frame)
    source = generator.source
    assert source is not None
    try:
        more = source.advance(ctx, generator)
        if more:
            return pc + WIDTH
        w_result = source.w_result(ctx)
    except PhpThrow:
        generator.source = None
        source.close()
        raise
    generator.source = None
    source.close()
    slot = code.ops[pc + 1]
    if slot >= 0:
        store(frame, slot, w_result)
    else:
        disown(w_result)
    return code.ops[pc + 2]


def op_GENERATOR_RETURN(ctx, frame, code, pc):
    generator = running_generator(frame)
    generator.w_return = read_owned(ctx, frame, code, code.ops[pc + 1])
    return pc + WIDTH
