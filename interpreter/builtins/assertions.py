"""assert() (ext/standard/assert.c). Whether it is called at all is compiled: compiler/calls.py."""
from __future__ import absolute_import

from hippy.interpreter.builtins import ini_settings
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.errors import E_ERROR, PhpThrow
from hippy.interpreter.objects.convert import to_bool, to_str
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Int, W_Null, disown, own, w_null
from hippy.interpreter.vm import settings, throwables


@builtin('assert(mixed $assertion, Throwable|string|null $description = null): bool')
def assert_(ctx, w_assertion, w_description):
    if not is_on(ctx, 'assert.active') or to_bool(ctx, w_assertion):
        return True
    if isinstance(w_description, W_Object):
        raise PhpThrow(w_description)
    call_back(ctx, w_description)
    if is_on(ctx, 'assert.exception'):
        e = ctx.error('AssertionError', w_description.as_str() if isinstance(w_description, W_Str) else '')
        throwables.set_slot(e.w_exc, throwables.CODE, W_Int(E_ERROR))
        raise e
    if is_on(ctx, 'assert.warning'):
        if isinstance(w_description, W_Str):
            ctx.warning('assert(): %s failed' % w_description.as_str())
        else:
            ctx.warning('assert(): Assertion failed')
    if is_on(ctx, 'assert.bail'):
        raise ctx.exit(255)
    return False


OPTIONS = ['', 'active', 'callback', 'bail', 'warning', 'exception']       # by the numbers of ASSERT_ACTIVE and its like
ASSERT_CALLBACK = 2


class AssertCallback(object):
    """What is called when an assertion fails: what assert_options() or, later than that, the setting said."""
    _attrs_ = ('w_callable', 'setting')

    def __init__(self):
        self.w_callable = None
        self.setting = ''

    def get(self, ctx):
        setting = ctx.ini['assert.callback']
        if setting != self.setting:
            self.set(new_str(setting))
            self.setting = setting
        w_callable = self.w_callable
        if w_callable is None or isinstance(w_callable, W_Str) and w_callable.length() == 0:
            return w_null
        return w_callable

    def set(self, w_callable):
        w_old = self.w_callable
        own(w_callable)
        self.w_callable = w_callable
        if w_old is not None:
            disown(w_old)


callback = AssertCallback()


@builtin('assert_options(int $option, mixed $value = ?): mixed')
def assert_options(ctx, option, w_value):
    if option < 1 or option >= len(OPTIONS):
        raise ctx.error('ValueError', 'assert_options(): Argument #1 ($option) must be an ASSERT_* constant')
    if option == ASSERT_CALLBACK:
        w_old = callback.get(ctx)
        own(w_old)
        if w_value is not None:
            callback.set(w_value)
        return w_old
    name = 'assert.' + OPTIONS[option]
    old = ctx.ini[name]
    if w_value is not None:
        ini_settings.change(ctx, 'assert_options', name, old, to_str(ctx, w_value))
    return W_Int(settings.number(old))


def is_on(ctx, name):
    return settings.number(ctx.ini[name]) != 0


def call_back(ctx, w_description):
    """Tells the function that waits for failures."""
    w_callable = callback.get(ctx)
    if isinstance(w_callable, W_Null):
        return
    args_w = [new_str(ctx.current_file()), W_Int(ctx.current_line()), w_null]
    if isinstance(w_description, W_Str):
        args_w = args_w + [w_description]
    disown(ctx.call(w_callable, args_w))
