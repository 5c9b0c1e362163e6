"""assert() (ext/standard/assert.c). Whether it is called at all is compiled: compiler/calls.py."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.errors import E_ERROR, PhpThrow
from hippy.interpreter.objects.convert import to_bool
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Int, disown, w_null
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


def is_on(ctx, name):
    return settings.number(ctx.ini[name]) != 0


def call_back(ctx, w_description):
    """Tells the function of assert.callback."""
    name = ctx.ini['assert.callback']
    if name == '':
        return
    args_w = [new_str(ctx.current_file()), W_Int(ctx.current_line()), w_null]
    if isinstance(w_description, W_Str):
        args_w = args_w + [w_description]
    disown(ctx.call(new_str(name), args_w))
