"""PHP's functions that call functions, and those that wait."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.functions import BuiltinFunction, UserFunction
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Float, W_Int, own
from hippy.interpreter.rlib import clock
from hippy.interpreter.rlib.arithmetic import float_to_int, int_to_float
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.vm import calls, objects


# -- calling --------------------------------------------------------------------------------------------------------------

@builtin('call_user_func(callable $callback, mixed ...$args): mixed', inline=True)
def call_user_func(ctx, w_callback, args_w):
    return ctx.call(w_callback, args_w)


def call_with_array(ctx, w_callback, w_args):
    """Calls with the elements of an array; string keys name parameters."""
    callee = ctx.callee_of(w_callback)
    return ctx.call_owned(callee, calls.arguments_of_array(ctx, callee.func, w_args, ''))


@builtin('call_user_func_array(callable $callback, array $args): mixed')
def call_user_func_array(ctx, w_callback, w_args):
    return call_with_array(ctx, w_callback, w_args)


def forwarded_callee(ctx, name, w_callback):
    """The Callee, with the calling method's called class where that is a kind of the callee's."""
    frame = ctx.top_frame()
    called = objects.called_class(frame) if frame is not None else None
    if called is None:
        raise ctx.error('Error', 'Cannot call %s() when no class scope is active' % name)
    callee = ctx.callee_of(w_callback)
    if callee.static_cls is not None and called.is_subclass_of(callee.static_cls):
        return calls.Callee(callee.func, callee.w_this, called, callee.closure)
    return callee


@builtin('forward_static_call(callable $callback, mixed ...$args): mixed')
def forward_static_call(ctx, w_callback, args_w):
    return ctx.call_callee(forwarded_callee(ctx, 'forward_static_call', w_callback), args_w)


@builtin('forward_static_call_array(callable $callback, array $args): mixed')
def forward_static_call_array(ctx, w_callback, w_args):
    callee = forwarded_callee(ctx, 'forward_static_call_array', w_callback)
    return ctx.call_owned(callee, calls.arguments_of_array(ctx, callee.func, w_args, ''))


@builtin('function_exists(string $function): bool')
def function_exists(ctx, function):
    if function[:1] == '\\':
        function = function[1:]
    return ctx.find_function(ascii_lower(function)) is not None


@builtin('get_defined_functions(bool $exclude_disabled = true): array')
def get_defined_functions(ctx, exclude_disabled):
    if not exclude_disabled:
        ctx.deprecated('get_defined_functions(): Setting $exclude_disabled to false has no effect')
    w_internal = new_array(0)
    w_user = new_array(0)
    for lower in ctx.symbols.functions:
        if isinstance(ctx.symbols.functions[lower].func, BuiltinFunction):
            w_internal.append(new_str(lower))
    for code in ctx.codes:
        add_declared(ctx, w_user, code)
    w_both = new_array(2)
    w_both.put_str('internal', w_internal)
    w_both.put_str('user', w_user)
    return w_both


def add_declared(ctx, w_names, code):
    """Adds the names of the functions that a Code declares, in the order of the source."""
    for child in code.children:
        func = ctx.find_function(ascii_lower(child.name))
        if isinstance(func, UserFunction) and func.code is child:
            w_names.append(new_str(ascii_lower(child.name)))
        add_declared(ctx, w_names, child)


class ShutdownCall(object):
    """What register_shutdown_function() has noted; owns its arguments."""
    _attrs_ = ('callee', 'args_w')

    def __init__(self, callee, args_w):
        self.callee = callee
        self.args_w = args_w


@builtin('register_shutdown_function(callable $callback, mixed ...$args): void')
def register_shutdown_function(ctx, w_callback, args_w):
    own(w_callback)
    for w in args_w:
        own(w)
    ctx.shutdown.append(ShutdownCall(ctx.callee_of(w_callback), args_w))


# -- waiting and time -----------------------------------------------------------------------------------------------------

def wait(ctx, seconds):
    """Sleeps, looking at signals when woken; true when the time is over."""
    end = clock.monotonic() + seconds
    while True:
        left = end - clock.monotonic()
        if left <= 0.0:
            return
        clock.sleep(left if left < 1.0 else 1.0)
        ctx.check_signals()


@builtin('sleep(int $seconds): int')
def sleep(ctx, seconds):
    if seconds < 0:
        raise ctx.error('ValueError', 'sleep(): Argument #1 ($seconds) must be greater than or equal to 0')
    ctx.output.flush()
    wait(ctx, int_to_float(seconds))
    return 0


@builtin('usleep(int $microseconds): void')
def usleep(ctx, microseconds):
    if microseconds < 0:
        raise ctx.error('ValueError', 'usleep(): Argument #1 ($microseconds) must be greater than or equal to 0')
    wait(ctx, int_to_float(microseconds) / 1000000.0)   # float division


@builtin('time(): int')
def time(ctx):
    return float_to_int(clock.now())


@builtin('microtime(bool $as_float = false): string|float')
def microtime(ctx, as_float):
    now = clock.now()
    if as_float:
        return W_Float(now)
    seconds = float_to_int(now)
    micros = float_to_int((now - int_to_float(seconds)) * 1000000.0)
    digits = '%d' % micros
    return new_str('0.' + '0' * (6 - len(digits)) + digits + '00 %d' % seconds)


@builtin('hrtime(bool $as_number = false): array|int|float|false')
def hrtime(ctx, as_number):
    nanoseconds = clock.nanoseconds()
    if as_number:
        return W_Int(nanoseconds)
    w_pair = new_array(2)
    w_pair.append(W_Int(nanoseconds // 1000000000))
    w_pair.append(W_Int(nanoseconds % 1000000000))
    return w_pair
