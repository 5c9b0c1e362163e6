"""PHP functions that exist while a debugger is attached, named as Xdebug names them; scripts ask for them with function_exists()."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import RESULTS, shape
from hippy.interpreter.builtins.signature import parse_signature
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import disown, own
from hippy.interpreter.rlib.jit import dont_look_inside
from hippy.interpreter.vm.debug import DBG, DebugHook

FUNCTIONS = []


class Debugger(DebugHook):
    """A DebugHook that scripts can talk to; see session.py and late.py. ide_key: what the client's user calls the session.

    cookie: a key that a cookie tells, or ''.
    """
    _attrs_ = ('ide_key', 'cookie')

    def __init__(self):
        self.ide_key = ''
        self.cookie = ''

    def is_attached(self):
        """True while there is a client."""
        raise NotImplementedError

    def connect(self):
        """Connects to a client unless there is one; True when there is one then."""
        raise NotImplementedError

    def pause(self):
        """Stops before the next statement."""
        raise NotImplementedError

    def notify_user(self, ctx, w_value):
        """Shows a value to the client."""
        raise NotImplementedError


def script_function(text):
    """NOT_RPYTHON. Decorator: the function is the PHP function of this signature, known while a debugger is attached."""
    signature = parse_signature(text, (), (), {})

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


def debugger():
    """The Debugger, or None when there cannot be a client."""
    hook = DBG.hook
    if isinstance(hook, Debugger):
        return hook
    return None


@script_function('xdebug_break(): bool')
def xdebug_break(ctx):
    found = debugger()
    if found is None or not found.connect():
        return False
    found.pause()
    return True


@script_function('xdebug_is_debugger_active(): bool')
def xdebug_is_debugger_active(ctx):
    found = debugger()
    return found is not None and found.is_attached()


@script_function('xdebug_connect_to_client(): bool')
def xdebug_connect_to_client(ctx):
    found = debugger()
    return found is not None and found.connect()


@script_function('xdebug_notify(mixed $data): bool')
def xdebug_notify(ctx, w_data):
    found = debugger()
    if found is None or not found.is_attached():
        return False
    found.notify_user(ctx, w_data)
    return True


@script_function('xdebug_get_headers(): array')
def xdebug_get_headers(ctx):
    """The headers that have been set: as headers_list(), and the cookie of the debugger's session."""
    found = debugger()
    w_headers = new_array(1)
    if found is not None and found.cookie:
        w_headers.append(new_str('Set-Cookie: XDEBUG_SESSION=%s; path=/; SameSite=Lax' % found.cookie))
    function = ctx.find_function('headers_list')
    if function is not None:
        w_set = ctx.call_bound(function, None, [])
        assert isinstance(w_set, W_Array)
        for w_header in w_set.values():
            own(w_header)
            w_headers.append(w_header)
        disown(w_set)
    return w_headers
