"""The stack of class autoloaders (ext/spl/php_spl.c)."""
from __future__ import absolute_import

from hippy.interpreter.builtins.elements import owned
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import array_from_list, new_array
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Null, disown
from hippy.interpreter.rlib.strings import ascii_lower, replace
from hippy.interpreter.vm import sources


@builtin('spl_autoload_register(?callable $callback = null, bool $throw = true, bool $prepend = false): bool')
def spl_autoload_register(ctx, w_callback, throw, prepend):
    if not throw:
        ctx.notice('spl_autoload_register(): Argument #2 ($do_throw) has been ignored, spl_autoload_register() will always throw')
    if isinstance(w_callback, W_Null):
        w_callback = new_str('spl_autoload')
    callee = ctx.callee_of(w_callback)
    if is_call_all(callee):
        raise ctx.error('ValueError', (
            'spl_autoload_register(): Argument #1 ($callback) must not be the spl_autoload_call() function'))
    if index_of(ctx.autoloaders, callee) >= 0:
        return True
    if prepend:
        ctx.autoloaders.insert(0, callee)
    else:
        ctx.autoloaders.append(callee)
    return True


@builtin('spl_autoload_unregister(callable $callback): bool')
def spl_autoload_unregister(ctx, w_callback):
    callee = ctx.callee_of(w_callback)
    if is_call_all(callee):
        ctx.autoloaders = []
        return True
    index = index_of(ctx.autoloaders, callee)
    if index < 0:
        return False
    del ctx.autoloaders[index]
    return True


def is_call_all(callee):
    return callee.closure is None and callee.w_this is None and callee.func.name == 'spl_autoload_call'


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
        return owned(callee.closure)
    w_name = new_str(callee.func.name)
    if callee.w_this is not None and ascii_lower(callee.func.name) == '__invoke':
        return owned(callee.w_this)
    if callee.w_this is not None:
        return array_from_list([owned(callee.w_this), w_name])
    if callee.static_cls is not None:
        return array_from_list([new_str(callee.static_cls.name), w_name])
    return w_name


@builtin('spl_autoload_call(string $class): void')
def spl_autoload_call(ctx, name):
    for callee in ctx.autoloaders[:]:
        disown(ctx.call_callee(callee, [new_str(name)]))
        if ctx.find_class(name) is not None:
            return


# -- the default autoloader -----------------------------------------------------------------------------------------------

class Extensions(object):
    """What spl_autoload() appends to a class's name, in lower case, to find its file."""
    _attrs_ = ('text',)

    def __init__(self):
        self.text = '.inc,.php'


extensions = Extensions()


@builtin('spl_autoload_extensions(?string $file_extensions = null): string')
def spl_autoload_extensions(ctx, w_extensions):
    if isinstance(w_extensions, W_Str):
        extensions.text = w_extensions.as_str()
    return extensions.text


@builtin('spl_autoload(string $class, ?string $file_extensions = null): void')
def spl_autoload(ctx, name, w_extensions):
    text = w_extensions.as_str() if isinstance(w_extensions, W_Str) else extensions.text
    path = replace(ascii_lower(name), '\\', '/')
    for extension in text.split(','):
        full = sources.find_file(ctx, ctx.top_frame(), path + extension)
        if full == '':
            continue
        if full not in ctx.included:
            sources.require_once(ctx, ctx.top_frame(), full)
        if ctx.find_class(name) is not None:
            return
