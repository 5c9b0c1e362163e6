"""The class Fiber (Zend/zend_fibers.stub.php)."""
from __future__ import absolute_import

from hippy.interpreter.builtins.native_classes import native_class
from hippy.interpreter.errors import PhpThrow
from hippy.interpreter.objects.classes import INIT_UNIQUE
from hippy.interpreter.objects.fibers import ENDED, NEW, RUNNING, SUSPENDED, W_Fiber
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.values import own, w_null
from hippy.interpreter.vm import fibers

FIBER = native_class('Fiber', W_Fiber, final=True, init=INIT_UNIQUE)
FIBER_ERROR = native_class('FiberError', W_Object, parent='Error', final=True)


@FIBER.method('__construct(callable $callback)')
def fiber_construct(ctx, w_this, w_callback):
    if w_this.callee is not None:
        raise ctx.error('FiberError', 'Cannot call constructor twice')
    own(w_callback)
    w_this.w_callable = w_callback
    w_this.callee = ctx.callee_of(w_callback)


@FIBER.method('start(mixed ...$args): mixed')
def fiber_start(ctx, w_this, args_w):
    return fibers.start(ctx, w_this, args_w)


@FIBER.method('resume(mixed $value = null): mixed')
def fiber_resume(ctx, w_this, w_value):
    own(w_value)
    return fibers.resume(ctx, w_this, w_value, None)


@FIBER.method('throw(Throwable $exception): mixed')
def fiber_throw(ctx, w_this, w_exception):
    assert isinstance(w_exception, W_Object)
    own(w_exception)
    return fibers.resume(ctx, w_this, None, PhpThrow(w_exception))


@FIBER.method('getReturn(): mixed')
def fiber_return(ctx, w_this):
    w = w_this.w_result
    if w is not None:
        own(w)
        return w
    if w_this.status == NEW:
        reason = 'The fiber has not been started'
    elif w_this.status != ENDED:
        reason = 'The fiber has not returned'
    elif w_this.threw:
        reason = 'The fiber threw an exception'
    elif w_this.closing:
        return w_null
    else:
        reason = 'The fiber exited with a fatal error'
    raise ctx.error('FiberError', 'Cannot get fiber return value: ' + reason)


@FIBER.method('isStarted(): bool')
def fiber_is_started(ctx, w_this):
    return w_this.status != NEW


@FIBER.method('isSuspended(): bool')
def fiber_is_suspended(ctx, w_this):
    return w_this.status == SUSPENDED


@FIBER.method('isRunning(): bool')
def fiber_is_running(ctx, w_this):
    return w_this.status == RUNNING


@FIBER.method('isTerminated(): bool')
def fiber_is_terminated(ctx, w_this):
    return w_this.status == ENDED


@FIBER.method('suspend(mixed $value = null): mixed', static=True)
def fiber_suspend(ctx, w_value):
    own(w_value)
    return fibers.suspend(ctx, w_value)


@FIBER.method('getCurrent(): ?Fiber', static=True)
def fiber_current(ctx):
    return ctx.fiber if ctx.fiber is not None else w_null


@FIBER_ERROR.method('__construct()')
def fiber_error_construct(ctx, w_this):
    raise ctx.error('Error', 'The "%s" class is reserved for internal use and cannot be manually instantiated' % w_this.get_class().name)
