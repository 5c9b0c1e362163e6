"""The stack of class autoloaders (ext/spl/php_spl.c)."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.errors import FatalError
from hippy.interpreter.objects.arrays import array_from_list, new_array
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Null, disown


@builtin('spl_autoload_register(?callable $callback = null, bool $throw = true, bool $prepend = false): bool')
def spl_autoload_register(ctx, w_callback, throw, prepend):
    if not throw:
        ctx.notice('spl_autoload_register(): Argument #2 ($do_throw) has been ignored, spl_autoload_register() will always throw')
    if isinstance(w_callback, W_Null):
        raise FatalError('spl_autoload_register() without a callback is not supported yet')
    callee = ctx.callee_of(w_callback)
    if index_of(ctx.autoloaders, callee) >= 0:
        return True
    if prepend:
        ctx.autoloaders.insert(0, callee)
    else:
        ctx.autoloaders.append(callee)
    return True


@builtin('spl_autoload_unregister(callable $callback): bool')
def spl_autoload_unregister(ctx, w_callback):
    index = index_of(ctx.autoloaders, ctx.callee_of(w_callback))
    if index < 0:
        return False
    del ctx.autoloaders[index]
    return True


def index_of(callees, callee):
    for i in range(len(callees)):
        known = callees[i]
        if known.func is callee.func and known.w_this is callee.w_this and known.closure is callee.closure:
            return i
    return -1


@builtin('spl_autoload_functions(): array')
def spl_autoload_functions(ctx):
    w_all = new_array(len(ctx.autoloaders))
    for callee in ctx.autoloaders:
        w_all.append(callable_of(callee))
    return w_all


def callable_of(callee):
    """A value that calls what the Callee calls."""
    if callee.closure is not None:
        return callee.closure
    w_name = new_str(callee.func.name)
    if callee.w_this is not None:
        return array_from_list([callee.w_this, w_name])
    if callee.static_cls is not None:
        return array_from_list([new_str(callee.static_cls.name), w_name])
    return w_name


@builtin('spl_autoload_call(string $class): void')
def spl_autoload_call(ctx, name):
    for callee in ctx.autoloaders[:]:
        disown(ctx.call_callee(callee, [new_str(name)]))
        if ctx.find_class(name) is not None:
            return
