"""range(), min() and max()."""
from __future__ import absolute_import

from hippy.interpreter.builtins.elements import owned
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import W_Array, array_from_floats, array_from_ints, array_from_list
from hippy.interpreter.objects.compare import compare
from hippy.interpreter.objects.convert import numeric_of, to_float, to_int, type_name
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.strings import W_Str, char_str
from hippy.interpreter.objects.values import W_Float, W_Int
from hippy.interpreter.rlib.arithmetic import float_to_int, formatd, isinf, r_uint, intmask
from hippy.interpreter.rlib.jit import dont_look_inside

MAX_ELEMENTS = 0x40000000


# -- range ----------------------------------------------------------------------------------------------------------------

@builtin('range(mixed $start, mixed $end, int|float $step = 1): array')
def range_(ctx, w_start, w_end, w_step):
    step = to_float(ctx, w_step)
    if step < 0.0:
        step = -step
    fractional = isinstance(w_step, W_Float)
    if isinstance(w_start, W_Str) and isinstance(w_end, W_Str) and w_start.length() > 0 and w_end.length() > 0:
        start = numeric_of(w_start)
        end = numeric_of(w_end)
        if start.is_whole() or end.is_whole() or fractional:
            if fractional or (start.is_whole() and start.is_float()) or (end.is_whole() and end.is_float()):
                return range_of_floats(ctx, to_float(ctx, w_start), to_float(ctx, w_end), step)
            return range_of_ints(ctx, to_int(ctx, w_start), to_int(ctx, w_end), step)
        return range_of_chars(ctx, ord(w_start.char_at(0)), ord(w_end.char_at(0)), step)
    if fractional or isinstance(w_start, W_Float) or isinstance(w_end, W_Float):
        return range_of_floats(ctx, to_float(ctx, w_start), to_float(ctx, w_end), step)
    return range_of_ints(ctx, to_int(ctx, w_start), to_int(ctx, w_end), step)


def bad_step(ctx):
    return ctx.error('ValueError', 'range(): Argument #3 ($step) must not exceed the specified range')


def too_many(ctx, start, end):
    return ctx.error('ValueError', 'The supplied range exceeds the maximum array size: start=%s end=%s' % (start, end))


def whole_text(x):
    if isinf(x):
        return 'inf' if x > 0.0 else '-inf'
    return formatd(x, 'f', 0)


def range_of_chars(ctx, start, end, step):
    if start == end:
        return array_from_list([char_str(chr(start))])
    distance = end - start if end > start else start - end
    if step < 1.0 or step > distance:
        raise bad_step(ctx)
    stride = float_to_int(step)
    chars = []
    for i in range(distance // stride + 1):
        code = start + i * stride if end > start else start - i * stride
        chars.append(char_str(chr(code & 255)))
    return array_from_list(chars)


def range_of_ints(ctx, start, end, step):
    if step < 1.0 and (step <= 0.0 or start != end):
        raise bad_step(ctx)
    if start == end:
        return array_from_ints([start])
    distance = r_uint(end) - r_uint(start) if end > start else r_uint(start) - r_uint(end)
    if step >= 18446744073709551616.0:
        raise bad_step(ctx)
    stride = r_uint(float_to_int(step)) if step < 9223372036854775808.0 else r_uint(1) << r_uint(63)
    if distance < stride:
        raise bad_step(ctx)
    size = distance // stride
    if size >= r_uint(MAX_ELEMENTS):
        raise too_many(ctx, '%d' % start, '%d' % end)
    by = intmask(stride)
    if end < start:
        by = -by
    ints = [0] * (intmask(size) + 1)
    for i in range(len(ints)):
        ints[i] = start + i * by
    return array_from_ints(ints)


def range_of_floats(ctx, start, end, step):
    if isinf(start) or isinf(end):
        raise ctx.error('ValueError', 'Invalid range supplied: start=%s end=%s' % (
            whole_text(start), whole_text(end)))
    if not start < end and not end < start:     # one of them may be NAN
        return array_from_floats([start])
    distance = end - start if end > start else start - end
    if distance < step or step <= 0.0:
        raise bad_step(ctx)
    steps = distance / step     # float division
    if steps >= MAX_ELEMENTS:
        raise too_many(ctx, whole_text(min(start, end)), whole_text(max(start, end)))
    floats = []
    for i in range(float_to_int(steps + 0.5) + 1):
        x = start + i * step if end > start else start - i * step
        if (x > end) if end > start else (x < end):
            break
        floats.append(x)
    return array_from_floats(floats)


# -- min and max ----------------------------------------------------------------------------------------------------------

def no_elements(ctx, name):
    return ctx.error('ValueError', '%s(): Argument #1 ($value) must contain at least one element' % name)


def elements_of(ctx, name, w_value):
    """The elements of the array that is the only argument."""
    if not isinstance(w_value, W_Array):
        raise ctx.error('TypeError', '%s(): Argument #1 ($value) must be of type array, %s given' % (
            name, type_name(w_value)))
    if w_value.count() == 0:
        raise no_elements(ctx, name)
    return w_value.values()


@builtin('min(mixed $value, mixed ...$values): mixed', inline=True)
def min_(ctx, w_value, values_w):
    if len(values_w) == 1:
        w_other = values_w[0]
        if isinstance(w_value, W_Int) and isinstance(w_other, W_Int):
            return w_other if w_other.intval < w_value.intval else w_value
        if isinstance(w_value, W_Float) and isinstance(w_other, W_Float):
            return w_other if w_other.floatval < w_value.floatval else w_value
    return least(ctx, w_value, values_w)


@dont_look_inside
def least(ctx, w_value, values_w):
    if len(values_w) > 0:
        w_least = w_value
        for w in values_w:
            if compare(ctx, w, w_least) < 0:
                w_least = w
        return owned(w_least)
    values = elements_of(ctx, 'min', w_value)
    w_least = deref(values[0])
    for w in values:
        if compare(ctx, w_least, deref(w)) > 0:
            w_least = deref(w)
    return owned(w_least)


@builtin('max(mixed $value, mixed ...$values): mixed', inline=True)
def max_(ctx, w_value, values_w):
    if len(values_w) == 1:
        w_other = values_w[0]
        if isinstance(w_value, W_Int) and isinstance(w_other, W_Int):
            return w_other if w_other.intval > w_value.intval else w_value
    return greatest(ctx, w_value, values_w)


@dont_look_inside
def greatest(ctx, w_value, values_w):
    if len(values_w) > 0:
        w_most = w_value
        for w in values_w:
            if compare(ctx, w, w_most) > 0:
                w_most = w
        return owned(w_most)
    values = elements_of(ctx, 'max', w_value)
    w_most = deref(values[0])
    for w in values:
        if compare(ctx, w_most, deref(w)) < 0:
            w_most = deref(w)
    return owned(w_most)
