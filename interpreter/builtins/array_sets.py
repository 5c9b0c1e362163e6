"""The array_diff and array_intersect families: which elements of an array have their like in the other arrays."""
from __future__ import absolute_import

from hippy.interpreter.builtins.arguments import arity_error, callable_problem
from hippy.interpreter.builtins.elements import add_copy, get_key_at, has_key_at
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.builtins.sorted_sets import (
    BY_KEY, BY_KEY_AND_VALUE, BY_VALUE, CalledOrder, StringValueOrder, difference, intersection)
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.convert import to_int, to_str, type_name
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.values import W_Int, own

ANY = 0             # does not matter
SAME = 1            # equal as strings
CALLED = 2          # the callback finds them equal


def selected(ctx, w_array, others_w, values, w_callback, wanted):
    """The elements whose key, and what `values` says of its value, all other arrays have (wanted) or none of them (not wanted)."""
    w_result = new_array(0)
    pos = w_array.next_pos(0)
    while pos >= 0:
        keep = True
        for w_other in others_w:
            assert isinstance(w_other, W_Array)
            if is_in(ctx, w_array, pos, w_other, values, w_callback) != wanted:
                keep = False
                break
        if keep:
            add_copy(w_result, w_array, pos)
        pos = w_array.next_pos(pos + 1)
    return w_result


def is_in(ctx, w_array, pos, w_other, values, w_callback):
    if not has_key_at(w_other, w_array, pos):
        return False
    if values == ANY:
        return True
    w_a = deref(w_array.value_at(pos))
    w_b = deref(get_key_at(w_other, w_array, pos))
    if values == SAME:
        return to_str(ctx, w_a) == to_str(ctx, w_b)
    return to_int(ctx, ctx.call(w_callback, [w_a, w_b])) == 0


# -- by string values: through a table ------------------------------------------------------------------------------------

def string_set(ctx, w_array):
    """The values of an array as strings."""
    strings = {}
    pos = w_array.next_pos(0)
    while pos >= 0:
        strings[to_str(ctx, deref(w_array.value_at(pos)))] = True
        pos = w_array.next_pos(pos + 1)
    return strings


@builtin('array_diff(array $array, array ...$arrays): array')
def array_diff(ctx, w_array, arrays_w):
    sets = []
    if w_array.count() > 0:
        for w in arrays_w:
            assert isinstance(w, W_Array)
            if w.count() > 0:
                sets.append(string_set(ctx, w))
    if len(sets) == 0:
        own(w_array)
        return w_array
    return selected_strings(ctx, w_array, sets, False)


@builtin('array_intersect(array $array, array ...$arrays): array')
def array_intersect(ctx, w_array, arrays_w):
    others_w = []
    is_plain = is_plain_list(w_array)
    for w in arrays_w:
        assert isinstance(w, W_Array)
        others_w.append(w)
        is_plain = is_plain and is_plain_list(w)
    if not is_plain:
        return intersection(w_array, others_w, BY_VALUE, None, StringValueOrder(ctx))
    return selected_strings(ctx, w_array, [string_set(ctx, w) for w in others_w], True)


def is_plain_list(w_array):
    """True when no conversion to a string of the values can be seen."""
    pos = w_array.next_pos(0)
    while pos >= 0:
        w = deref(w_array.value_at(pos))
        if not isinstance(w, W_Str) and not isinstance(w, W_Int):
            return False
        pos = w_array.next_pos(pos + 1)
    return True


def selected_strings(ctx, w_array, sets, wanted):
    w_result = new_array(0)
    pos = w_array.next_pos(0)
    while pos >= 0:
        value = to_str(ctx, deref(w_array.value_at(pos)))
        keep = True
        for strings in sets:
            if (value in strings) != wanted:
                keep = False
                break
        if keep:
            add_copy(w_result, w_array, pos)
        pos = w_array.next_pos(pos + 1)
    return w_result


# -- by keys --------------------------------------------------------------------------------------------------------------

@builtin('array_diff_key(array $array, array ...$arrays): array')
def array_diff_key(ctx, w_array, arrays_w):
    return selected(ctx, w_array, arrays_w, ANY, None, False)


@builtin('array_intersect_key(array $array, array ...$arrays): array')
def array_intersect_key(ctx, w_array, arrays_w):
    return selected(ctx, w_array, arrays_w, ANY, None, True)


@builtin('array_diff_assoc(array $array, array ...$arrays): array')
def array_diff_assoc(ctx, w_array, arrays_w):
    return selected(ctx, w_array, arrays_w, SAME, None, False)


@builtin('array_intersect_assoc(array $array, array ...$arrays): array')
def array_intersect_assoc(ctx, w_array, arrays_w):
    return selected(ctx, w_array, arrays_w, SAME, None, True)


# -- with callbacks, which stand behind the arrays ------------------------------------------------------------------------

def checked(ctx, name, rest_w, callbacks):
    """The arrays before the last `callbacks` arguments; ArgumentCountError and TypeError as PHP's own check."""
    arrays = len(rest_w) - callbacks
    if arrays < 0:
        raise arity_error(ctx, name, callbacks + 1, -1, len(rest_w) + 1)
    for i in range(callbacks):
        w_callback = rest_w[arrays + i]
        if not ctx.is_callable(w_callback):
            raise ctx.error('TypeError', '%s(): Argument #%d must be a valid callback, %s' % (
                name, arrays + i + 2, callable_problem(ctx, w_callback)))
    others_w = []
    for i in range(arrays):
        w = rest_w[i]
        if not isinstance(w, W_Array):
            raise ctx.error('TypeError', '%s(): Argument #%d must be of type array, %s given' % (
                name, i + 2, type_name(w)))
        others_w.append(w)
    return others_w


def selected_by_key(ctx, name, w_array, rest_w, wanted):
    """By equal keys and values that the callback finds equal."""
    others_w = checked(ctx, name, rest_w, 1)
    return selected(ctx, w_array, others_w, CALLED, rest_w[len(rest_w) - 1], wanted)


def selected_by_order(ctx, name, w_array, rest_w, by, values, wanted):
    """By callbacks that order: one for the values (values CALLED), behind it one for the keys where `by` asks for keys."""
    callbacks = 2 if by != BY_VALUE and values == CALLED else 1
    others_w = checked(ctx, name, rest_w, callbacks)
    w_first = rest_w[len(rest_w) - callbacks]
    value_order = CalledOrder(ctx, w_first, False) if values == CALLED else StringValueOrder(ctx)
    key_order = None if by == BY_VALUE else CalledOrder(ctx, rest_w[len(rest_w) - 1], True)
    if wanted:
        return intersection(w_array, others_w, by, key_order, value_order)
    return difference(w_array, others_w, by, key_order, value_order)


@builtin('array_udiff(array $array, mixed ...$rest): array', min_args=2)
def array_udiff(ctx, w_array, rest_w):
    return selected_by_order(ctx, 'array_udiff', w_array, rest_w, BY_VALUE, CALLED, False)


@builtin('array_udiff_assoc(array $array, mixed ...$rest): array', min_args=2)
def array_udiff_assoc(ctx, w_array, rest_w):
    return selected_by_key(ctx, 'array_udiff_assoc', w_array, rest_w, False)


@builtin('array_udiff_uassoc(array $array, mixed ...$rest): array', min_args=3)
def array_udiff_uassoc(ctx, w_array, rest_w):
    return selected_by_order(ctx, 'array_udiff_uassoc', w_array, rest_w, BY_KEY_AND_VALUE, CALLED, False)


@builtin('array_diff_ukey(array $array, mixed ...$rest): array', min_args=2)
def array_diff_ukey(ctx, w_array, rest_w):
    return selected_by_order(ctx, 'array_diff_ukey', w_array, rest_w, BY_KEY, ANY, False)


@builtin('array_diff_uassoc(array $array, mixed ...$rest): array', min_args=2)
def array_diff_uassoc(ctx, w_array, rest_w):
    return selected_by_order(ctx, 'array_diff_uassoc', w_array, rest_w, BY_KEY_AND_VALUE, SAME, False)


@builtin('array_uintersect(array $array, mixed ...$rest): array', min_args=2)
def array_uintersect(ctx, w_array, rest_w):
    return selected_by_order(ctx, 'array_uintersect', w_array, rest_w, BY_VALUE, CALLED, True)


@builtin('array_uintersect_assoc(array $array, mixed ...$rest): array', min_args=2)
def array_uintersect_assoc(ctx, w_array, rest_w):
    return selected_by_key(ctx, 'array_uintersect_assoc', w_array, rest_w, True)


@builtin('array_uintersect_uassoc(array $array, mixed ...$rest): array', min_args=3)
def array_uintersect_uassoc(ctx, w_array, rest_w):
    return selected_by_order(ctx, 'array_uintersect_uassoc', w_array, rest_w, BY_KEY_AND_VALUE, CALLED, True)


@builtin('array_intersect_ukey(array $array, mixed ...$rest): array', min_args=2)
def array_intersect_ukey(ctx, w_array, rest_w):
    return selected_by_order(ctx, 'array_intersect_ukey', w_array, rest_w, BY_KEY, ANY, True)


@builtin('array_intersect_uassoc(array $array, mixed ...$rest): array', min_args=2)
def array_intersect_uassoc(ctx, w_array, rest_w):
    return selected_by_order(ctx, 'array_intersect_uassoc', w_array, rest_w, BY_KEY_AND_VALUE, SAME, True)
