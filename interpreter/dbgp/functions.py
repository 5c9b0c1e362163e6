"""PHP functions that exist while a debugger is attached, named as Xdebug names them; scripts ask for them with function_exists()."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import RESULTS, shape
from hippy.interpreter.builtins.signature import parse_signature
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.rlib.jit import dont_look_inside
from hippy.interpreter.vm.debug import DBG, DebugHook

FUNCTIONS = []


class Debugger(DebugHook):
    """A DebugHook that scripts can talk to; see session.py."""
    _attrs_ = ()

    def pause(self):
        """Stops before the next statement."""
        raise NotImplementedError

    def notify_user(self, ctx, w_value):
        """Shows a value to the client."""
        raise NotImplementedError


def script_function(text):
    """NOT_RPYTHON. Decorator: the function is the PHP function of this signature, known while a debugger is attached."""
    signature = parse_signature(text, (), {})

    def declare(body):
        codes = ''.join([param.code for param in signature.params])
        FUNCTIONS.append(shape(codes, RESULTS.get(signature.returns, 'w'))(signature, dont_look_inside(body)))
        return body
    return declare


def declare_functions(symbols):
    """Makes the functions known to scripts."""
    for function in FUNCTIONS:
        cell = symbols.function_cell(function.name)
        if cell.func is None:
            cell.func = function


def attached():
    """The Debugger, or None once it has been detached."""
    hook = DBG.hook
    if DBG.active and isinstance(hook, Debugger):
        return hook
    return None


@script_function('xdebug_break(): bool')
def xdebug_break(ctx):
    debugger = attached()
    if debugger is None:
        return False
    debugger.pause()
    return True


@script_function('xdebug_is_debugger_active(): bool')
def xdebug_is_debugger_active(ctx):
    return attached() is not None


@script_function('xdebug_connect_to_client(): bool')
def xdebug_connect_to_client(ctx):
    """A process has one session, from its start."""
    return attached() is not None


@script_function('xdebug_notify(mixed $data): bool')
def xdebug_notify(ctx, w_data):
    debugger = attached()
    if debugger is None:
        return False
    debugger.notify_user(ctx, w_data)
    return True


@script_function('xdebug_get_headers(): array')
def xdebug_get_headers(ctx):
    """The headers that the script has set: as headers_list()."""
    function = ctx.find_function('headers_list')
    if function is None:
        return new_array(0)
    return ctx.call_bound(function, None, [])
