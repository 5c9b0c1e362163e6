"""The array_diff and array_intersect families: which elements of an array have their like in the other arrays."""
from __future__ import absolute_import

from hippy.interpreter.builtins.arguments import arity_error, callable_problem
from hippy.interpreter.builtins.elements import add_copy, get_key_at, has_key_at
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.convert import to_int, to_str, type_name
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.values import own

ANY = 0             # does not matter
SAME = 1            # keys equal; values equal as strings
CALLBACK = 2        # the callback finds them equal


class Likeness(object):
    """When two elements are alike: how keys and how values are compared."""
    _attrs_ = ('keys', 'values', 'w_key_callback', 'w_value_callback')

    def __init__(self, keys, values, w_key_callback, w_value_callback):
        self.keys = keys
        self.values = values
        self.w_key_callback = w_key_callback
        self.w_value_callback = w_value_callback

    def in_array(self, ctx, w_array, pos, w_other):
        """True when w_other has an element like the one at pos of w_array."""
        if self.keys == SAME:
            if not has_key_at(w_other, w_array, pos):
                return False
            return self.values_alike(ctx, w_array.value_at(pos), get_key_at(w_other, w_array, pos))
        other = w_other.next_pos(0)
        while other >= 0:
            if self.values_alike(ctx, w_array.value_at(pos), w_other.value_at(other)):
                if self.keys == ANY or called_equal(
                        ctx, self.w_key_callback, w_array.key_at(pos), w_other.key_at(other)):
                    return True
            other = w_other.next_pos(other + 1)
        return False

    def values_alike(self, ctx, w_a, w_b):
        if self.values == ANY:
            return True
        if self.values == SAME:
            return to_str(ctx, deref(w_a)) == to_str(ctx, deref(w_b))
        return called_equal(ctx, self.w_value_callback, deref(w_a), deref(w_b))


def called_equal(ctx, w_callback, w_a, w_b):
    return to_int(ctx, ctx.call(w_callback, [w_a, w_b])) == 0


def selected(ctx, w_array, others_w, likeness, wanted):
    """The elements that have their like in all other arrays (wanted), or in none of them (not wanted)."""
    w_result = new_array(0)
    pos = w_array.next_pos(0)
    while pos >= 0:
        keep = True
        for w_other in others_w:
            assert isinstance(w_other, W_Array)
            if likeness.in_array(ctx, w_array, pos, w_other) != wanted:
                keep = False
                break
        if keep:
            add_copy(w_result, w_array, pos)
        pos = w_array.next_pos(pos + 1)
    return w_result


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
    sets = []
    for w in arrays_w:
        assert isinstance(w, W_Array)
        sets.append(string_set(ctx, w))
    return selected_strings(ctx, w_array, sets, True)


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

BY_KEY = Likeness(SAME, ANY, None, None)
BY_KEY_AND_VALUE = Likeness(SAME, SAME, None, None)


@builtin('array_diff_key(array $array, array ...$arrays): array')
def array_diff_key(ctx, w_array, arrays_w):
    return selected(ctx, w_array, arrays_w, BY_KEY, False)


@builtin('array_intersect_key(array $array, array ...$arrays): array')
def array_intersect_key(ctx, w_array, arrays_w):
    return selected(ctx, w_array, arrays_w, BY_KEY, True)


@builtin('array_diff_assoc(array $array, array ...$arrays): array')
def array_diff_assoc(ctx, w_array, arrays_w):
    return selected(ctx, w_array, arrays_w, BY_KEY_AND_VALUE, False)


@builtin('array_intersect_assoc(array $array, array ...$arrays): array')
def array_intersect_assoc(ctx, w_array, arrays_w):
    return selected(ctx, w_array, arrays_w, BY_KEY_AND_VALUE, True)


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


def selected_by_callback(ctx, name, w_array, rest_w, keys, values, wanted):
    callbacks = 2 if keys == CALLBACK and values == CALLBACK else 1
    others_w = checked(ctx, name, rest_w, callbacks)
    w_last = rest_w[len(rest_w) - 1]
    w_first = rest_w[len(rest_w) - callbacks]
    likeness = Likeness(keys, values, w_last, w_first)
    w_result = new_array(0)
    pos = w_array.next_pos(0)
    while pos >= 0:
        keep = True
        for w_other in others_w:
            if likeness.in_array(ctx, w_array, pos, w_other) != wanted:
                keep = False
                break
        if keep:
            add_copy(w_result, w_array, pos)
        pos = w_array.next_pos(pos + 1)
    return w_result


@builtin('array_udiff(array $array, mixed ...$rest): array', min_args=2)
def array_udiff(ctx, w_array, rest_w):
    return selected_by_callback(ctx, 'array_udiff', w_array, rest_w, ANY, CALLBACK, False)


@builtin('array_udiff_assoc(array $array, mixed ...$rest): array', min_args=2)
def array_udiff_assoc(ctx, w_array, rest_w):
    return selected_by_callback(ctx, 'array_udiff_assoc', w_array, rest_w, SAME, CALLBACK, False)


@builtin('array_udiff_uassoc(array $array, mixed ...$rest): array', min_args=3)
def array_udiff_uassoc(ctx, w_array, rest_w):
    return selected_by_callback(ctx, 'array_udiff_uassoc', w_array, rest_w, CALLBACK, CALLBACK, False)


@builtin('array_diff_ukey(array $array, mixed ...$rest): array', min_args=2)
def array_diff_ukey(ctx, w_array, rest_w):
    return selected_by_callback(ctx, 'array_diff_ukey', w_array, rest_w, CALLBACK, ANY, False)


@builtin('array_diff_uassoc(array $array, mixed ...$rest): array', min_args=2)
def array_diff_uassoc(ctx, w_array, rest_w):
    return selected_by_callback(ctx, 'array_diff_uassoc', w_array, rest_w, CALLBACK, SAME, False)


@builtin('array_uintersect(array $array, mixed ...$rest): array', min_args=2)
def array_uintersect(ctx, w_array, rest_w):
    return selected_by_callback(ctx, 'array_uintersect', w_array, rest_w, ANY, CALLBACK, True)


@builtin('array_uintersect_assoc(array $array, mixed ...$rest): array', min_args=2)
def array_uintersect_assoc(ctx, w_array, rest_w):
    return selected_by_callback(ctx, 'array_uintersect_assoc', w_array, rest_w, SAME, CALLBACK, True)


@builtin('array_uintersect_uassoc(array $array, mixed ...$rest): array', min_args=3)
def array_uintersect_uassoc(ctx, w_array, rest_w):
    return selected_by_callback(ctx, 'array_uintersect_uassoc', w_array, rest_w, CALLBACK, CALLBACK, True)


@builtin('array_intersect_ukey(array $array, mixed ...$rest): array', min_args=2)
def array_intersect_ukey(ctx, w_array, rest_w):
    return selected_by_callback(ctx, 'array_intersect_ukey', w_array, rest_w, CALLBACK, ANY, True)


@builtin('array_intersect_uassoc(array $array, mixed ...$rest): array', min_args=2)
def array_intersect_uassoc(ctx, w_array, rest_w):
    return selected_by_callback(ctx, 'array_intersect_uassoc', w_array, rest_w, CALLBACK, SAME, True)
