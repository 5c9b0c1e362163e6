"""PHP's functions that ask for a value's type or convert it."""
from __future__ import absolute_import

from hippy.interpreter.builtins.arguments import callable_name
from hippy.interpreter.builtins.registry import alias, builtin
from hippy.interpreter.objects import convert, numbers
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.closures import W_Closure
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.resources import W_Resource
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.values import W_Bool, W_Float, W_Int, W_Null, new_bool, w_null
from hippy.interpreter.rlib.arithmetic import MAXINT, MININT
from hippy.interpreter.rlib.strings import ascii_lower, is_alpha, is_digit, lower_char
from hippy.interpreter.vm import callbacks


# -- types ----------------------------------------------------------------------------------------------------------------

@builtin('gettype(mixed $value): string')
def gettype(ctx, w_value):
    return convert.gettype(w_value)


@builtin('get_debug_type(mixed $value): string')
def get_debug_type(ctx, w_value):
    return convert.debug_type(w_value)


@builtin('is_null(mixed $value): bool', inline=True)
def is_null(ctx, w_value):
    return isinstance(w_value, W_Null)


@builtin('is_bool(mixed $value): bool', inline=True)
def is_bool(ctx, w_value):
    return isinstance(w_value, W_Bool)


@builtin('is_int(mixed $value): bool', inline=True)
def is_int(ctx, w_value):
    return isinstance(w_value, W_Int)


alias('is_integer', 'is_int')
alias('is_long', 'is_int')


@builtin('is_float(mixed $value): bool', inline=True)
def is_float(ctx, w_value):
    return isinstance(w_value, W_Float)


alias('is_double', 'is_float')


@builtin('is_string(mixed $value): bool', inline=True)
def is_string(ctx, w_value):
    return isinstance(w_value, W_Str)


@builtin('is_array(mixed $value): bool', inline=True)
def is_array(ctx, w_value):
    return isinstance(w_value, W_Array)


@builtin('is_object(mixed $value): bool', inline=True)
def is_object(ctx, w_value):
    return isinstance(w_value, W_Object)


@builtin('is_resource(mixed $value): bool', inline=True)
def is_resource(ctx, w_value):
    return isinstance(w_value, W_Resource) and w_value.is_open


@builtin('is_scalar(mixed $value): bool', inline=True)
def is_scalar(ctx, w_value):
    return (isinstance(w_value, W_Int) or isinstance(w_value, W_Str) or isinstance(w_value, W_Float)
            or isinstance(w_value, W_Bool))


@builtin('is_numeric(mixed $value): bool', inline=True)
def is_numeric(ctx, w_value):
    if isinstance(w_value, W_Str):
        return convert.numeric_of(w_value).is_whole()
    return isinstance(w_value, W_Int) or isinstance(w_value, W_Float)


def is_instance(ctx, w, class_name):
    if not isinstance(w, W_Object):
        return False
    return w.get_class().is_subclass_of(ctx.find_class(class_name))


@builtin('is_iterable(mixed $value): bool')
def is_iterable(ctx, w_value):
    return isinstance(w_value, W_Array) or is_instance(ctx, w_value, 'traversable')


@builtin('is_countable(mixed $value): bool')
def is_countable(ctx, w_value):
    return isinstance(w_value, W_Array) or is_instance(ctx, w_value, 'countable')


@builtin('is_callable(mixed $value, bool $syntax_only = false, mixed &$callable_name = null): bool')
def is_callable(ctx, w_value, syntax_only, name_ref):
    name_ref.store(callable_name(ctx, w_value))
    if syntax_only:
        return looks_callable(w_value)
    return isinstance(w_value, W_Closure) or callbacks.find(ctx, w_value, True).callee is not None


def looks_callable(w):
    """Whether w has the form of a callable, existing or not."""
    if isinstance(w, W_Array):
        if w.count() != 2:
            return False
        w_target = deref(w.get_int(0))
        return isinstance(deref(w.get_int(1)), W_Str) and (
            isinstance(w_target, W_Str) or isinstance(w_target, W_Object))
    if isinstance(w, W_Object):
        return isinstance(w, W_Closure) or w.get_class().find_method('__invoke') is not None
    return isinstance(w, W_Str)


# -- conversions ----------------------------------------------------------------------------------------------------------

@builtin('boolval(mixed $value): bool', inline=True)
def boolval(ctx, w_value):
    return convert.to_bool(ctx, w_value)


@builtin('strval(mixed $value): string', raw=('return',), inline=True)
def strval(ctx, w_value):
    return convert.to_w_str(ctx, w_value)


@builtin('floatval(mixed $value): float', inline=True)
def floatval(ctx, w_value):
    return convert.to_float(ctx, w_value)


alias('doubleval', 'floatval')


@builtin('intval(mixed $value, int $base = 10): int', inline=True)
def intval(ctx, w_value, base):
    if base == 10 or not isinstance(w_value, W_Str):
        return convert.to_int(ctx, w_value)
    return parse_int(ctx, w_value.as_str(), base)


def digit_value(c):
    """0 to 35 for a digit or letter, else 99."""
    if is_digit(c):
        return ord(c) - 48
    if is_alpha(c):
        return ord(lower_char(c)) - 87
    return 99


def parse_int(ctx, s, base):
    """C's strtol with PHP's prefixes 0x, 0o and 0b: the digits at the start, clamped to the range of int."""
    i = numbers.skip_spaces(s, 0)
    negative = False
    if i < len(s) and (s[i] == '-' or s[i] == '+'):
        negative = s[i] == '-'
        i += 1
    prefix = prefix_base(s, i)
    if prefix != 0 and (base == 0 or base == prefix):
        base = prefix
        i += 2
    elif base == 0:
        base = 8 if i < len(s) and s[i] == '0' else 10
    if base < 2 or base > 36:
        return 0
    value = 0
    while i < len(s):
        digit = digit_value(s[i])
        if digit >= base:
            break
        if value > (MAXINT - digit) // base:
            return MININT if negative else MAXINT
        value = value * base + digit
        i += 1
    return -value if negative else value


def prefix_base(s, i):
    """16, 8 or 2 for 0x, 0o or 0b at i, else 0."""
    if i + 1 < len(s) and s[i] == '0':
        c = lower_char(s[i + 1])
        if c == 'x':
            return 16
        if c == 'o':
            return 8
        if c == 'b':
            return 2
    return 0


@builtin('settype(mixed &$var, string $type): bool')
def settype(ctx, var_ref, type):
    name = ascii_lower(type)
    w = var_ref.value
    if name == 'int' or name == 'integer':
        w_new = W_Int(convert.to_int(ctx, w))
    elif name == 'float' or name == 'double':
        w_new = W_Float(convert.to_float(ctx, w))
    elif name == 'string':
        w_new = convert.to_w_str(ctx, w)
    elif name == 'bool' or name == 'boolean':
        w_new = new_bool(convert.to_bool(ctx, w))
    elif name == 'null':
        w_new = w_null
    elif name == 'array':
        w_new = ctx.to_array(w)
    elif name == 'object':
        w_new = ctx.to_object(w)
    elif name == 'resource':
        raise ctx.error('ValueError', 'Cannot convert to resource type')
    else:
        raise ctx.error('ValueError', 'settype(): Argument #2 ($type) must be a valid type')
    var_ref.store(w_new)
    return True
