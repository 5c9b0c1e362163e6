"""Running fibers (Zend/zend_fibers.c): a function on a stack of its own, which suspends itself in the middle of calls and goes on later.

The frames of a fiber hang on a base frame, whose caller is whoever runs the fiber now; nothing shows the base itself.
"""
from __future__ import absolute_import

from hippy.interpreter.compiler.bytecode import RETURN, WIDTH
from hippy.interpreter.compiler.code import KIND_CONSTANT, Code
from hippy.interpreter.errors import PhpThrow
from hippy.interpreter.objects.classes import W_Class
from hippy.interpreter.objects.fibers import ENDED, NEW, RUNNING, SUSPENDED
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.values import w_null
from hippy.interpreter.rlib.jit import dont_look_inside, vref_None
from hippy.interpreter.rlib.stacks import LostStack, Stack
from hippy.interpreter.vm.backtraces import NativeCall
from hippy.interpreter.vm.frame import Frame

BASE = Code('', '', KIND_CONSTANT)
BASE.ops = [RETURN] + [0] * (WIDTH - 1)        # it never runs, but looks as if it called no builtin
EXIT = W_Class('', None)        # of what is thrown into a fiber that ends before its function does: no `catch` names it


class Side(object):
    """What the engine keeps of one side while the other one runs."""
    _attrs_ = ('topframe', 'native_call', 'depth_unseen', 'error_level', 'magic_guards')

    def __init__(self, ctx):
        self.topframe = ctx.topframe
        self.native_call = ctx.native_call
        self.depth_unseen = ctx.depth_unseen
        self.error_level = ctx.error_level
        self.magic_guards = ctx.magic_guards

    def restore(self, ctx):
        ctx.topframe = self.topframe
        ctx.native_call = self.native_call
        ctx.depth_unseen = self.depth_unseen
        ctx.error_level = self.error_level
        ctx.magic_guards = self.magic_guards


class FiberStack(Stack):
    _attrs_ = ('ctx', 'fiber')

    def __init__(self, ctx, fiber):
        self.ctx = ctx
        self.fiber = fiber

    def body(self):
        run(self.ctx, self.fiber)


@dont_look_inside
def start(ctx, fiber, args_w):
    """Runs the fiber's function until it suspends or ends; the owned value that it suspends with."""
    if fiber.status != NEW or fiber.callee is None:
        raise ctx.error('FiberError', 'Cannot start a fiber that has already been started')
    fiber.args_w = args_w
    fiber.base = Frame(BASE, None, None, None, 0)
    fiber.stack = FiberStack(ctx, fiber)
    remember(ctx, fiber)
    return switch_to(ctx, fiber)


@dont_look_inside
def resume(ctx, fiber, w_value, error):
    """Goes on with an owned value or, at Fiber::suspend(), with an exception; gives what `start` gives."""
    if fiber.status != SUSPENDED:
        raise ctx.error('FiberError', 'Cannot resume a fiber that is not suspended')
    fiber.w_passed = w_value
    fiber.error = error
    return switch_to(ctx, fiber)


def switch_to(ctx, fiber):
    side = Side(ctx)
    begins = fiber.status == NEW
    fiber.previous = ctx.fiber
    fiber.status = RUNNING
    ctx.fiber = fiber
    try:
        if begins:
            fiber.stack.begin()
        else:
            fiber.stack.go_on()
    except LostStack:
        fiber.status = ENDED
        fiber.error = ctx.error('FiberError', 'Cannot resume a fiber in a copy of the process that started it')
    ctx.fiber = fiber.previous
    fiber.previous = None
    side.restore(ctx)
    return take_passed(fiber)


def take_passed(fiber):
    error = fiber.error
    if error is not None:
        fiber.error = None
        raise error
    w = fiber.w_passed
    fiber.w_passed = None
    return w if w is not None else w_null


@dont_look_inside
def suspend(ctx, w_value):
    """Lets the code go on that runs the current fiber, with an owned value; gives the owned value that resumes it."""
    fiber = ctx.fiber
    if fiber is None:
        raise ctx.error('FiberError', 'Cannot suspend outside of a fiber')
    if fiber.closing:
        raise ctx.error('FiberError', 'Cannot suspend in a force-closed fiber')
    side = Side(ctx)
    fiber.w_passed = w_value
    fiber.status = SUSPENDED
    fiber.topframe = ctx.topframe
    fiber.base.back = vref_None
    fiber.stack.suspend()
    fiber.topframe = vref_None
    fiber.base.back = ctx.topframe
    outer_call = ctx.native_call
    side.restore(ctx)
    if outer_call is not fiber.outer_call:
        ctx.native_call = on_top_of(outer_call, ctx.native_call, fiber.outer_call)
        fiber.outer_call = outer_call
    return take_passed(fiber)


def on_top_of(outer, call, old_outer):
    """The NativeCalls from `call` to before `old_outer`, again behind others."""
    if call is old_outer:
        return outer
    return NativeCall(call.func, call.w_this, call.args_w, call.frame, on_top_of(outer, call.previous, old_outer))


def run(ctx, fiber):
    """On the fiber's stack: the whole of its function."""
    fiber.outer_call = ctx.native_call
    ctx.depth_unseen = 0
    ctx.magic_guards = []
    ctx.error_level = ctx.reported_levels()
    ctx.enter(fiber.base)
    try:
        args_w = fiber.args_w
        fiber.args_w = None
        fiber.w_result = ctx.call_callee(fiber.callee, args_w)
    except PhpThrow as e:
        if e.w_exc.get_class() is not EXIT:
            fiber.threw = True
            fiber.error = e
    except Exception as e:      # ends the program, and so everything else that waits
        fiber.error = e
    fiber.status = ENDED
    fiber.base.back = vref_None


# fibers that are never finished

def destroy(ctx, fiber):
    """Runs the finally blocks round the Fiber::suspend() where the fiber waits, and ends it."""
    if fiber.status == SUSPENDED:
        fiber.closing = True
        resume(ctx, fiber, None, PhpThrow(W_Object(EXIT.map, 0)))


def remember(ctx, fiber):
    """Keeps a fiber until the program ends; those that are done are forgotten now and then."""
    fibers = ctx.fibers
    fibers.append(fiber)
    count = len(fibers)
    if count >= 64 and count & (count - 1) == 0:
        ctx.fibers = [other for other in fibers if other.status != ENDED]


@dont_look_inside
def destroy_all(ctx):
    """At the end of the program."""
    fibers = ctx.fibers
    ctx.fibers = []
    for fiber in fibers:
        destroy(ctx, fiber)
