"""array_map, array_filter, array_reduce, array_walk: loops that call back."""
from __future__ import absolute_import

from hippy.interpreter.builtins.elements import copied, owned, writable_array
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.errors import FatalError
from hippy.interpreter.objects.arrays import W_Array, array_from_list, new_array
from hippy.interpreter.objects.convert import to_bool
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.values import W_Null, disown, own, w_null

ARRAY_FILTER_USE_BOTH = 1
ARRAY_FILTER_USE_KEY = 2


@builtin('array_map(?callable $callback, array $array, array ...$arrays): array')
def array_map(ctx, w_callback, w_array, arrays_w):
    if len(arrays_w) > 0:
        return map_many(ctx, w_callback, w_array, arrays_w)
    if isinstance(w_callback, W_Null):
        own(w_array)
        return w_array
    own(w_array)                # the callback may change the variable it came from
    w_result = new_array(w_array.count())
    pos = w_array.next_pos(0)
    while pos >= 0:
        w = ctx.call(w_callback, [deref(w_array.value_at(pos))])
        if w_array.is_int_key_at(pos):
            w_result.put_int(w_array.int_key_at(pos), w)
        else:
            w_result.put_str(w_array.str_key_at(pos), w)
        pos = w_array.next_pos(pos + 1)
    disown(w_array)
    return w_result


def map_many(ctx, w_callback, w_array, arrays_w):
    """Several arrays side by side, the shorter ones filled up with null; the result is a list."""
    columns = [w_array.values()]
    size = len(columns[0])
    for w in arrays_w:
        assert isinstance(w, W_Array)
        column = w.values()
        size = max(size, len(column))
        columns.append(column)
    w_result = new_array(size)
    for i in range(size):
        row_w = [w_null] * len(columns)
        for k in range(len(columns)):
            if i < len(columns[k]):
                row_w[k] = deref(columns[k][i])
        if isinstance(w_callback, W_Null):
            for w in row_w:
                own(w)
            w_result.append(array_from_list(row_w))
        else:
            w_result.append(ctx.call(w_callback, row_w))
    return w_result


@builtin('array_filter(array $array, ?callable $callback = null, int $mode = 0): array')
def array_filter(ctx, w_array, w_callback, mode):
    own(w_array)
    w_result = new_array(0)
    pos = w_array.next_pos(0)
    while pos >= 0:
        if is_kept(ctx, w_array, pos, w_callback, mode):
            w = copied(w_array.value_at(pos))
            if w_array.is_int_key_at(pos):
                w_result.put_int(w_array.int_key_at(pos), w)
            else:
                w_result.put_str(w_array.str_key_at(pos), w)
        pos = w_array.next_pos(pos + 1)
    disown(w_array)
    return w_result


def is_kept(ctx, w_array, pos, w_callback, mode):
    w = deref(w_array.value_at(pos))
    if isinstance(w_callback, W_Null):
        return to_bool(ctx, w)
    if mode == ARRAY_FILTER_USE_KEY:
        w_answer = ctx.call(w_callback, [w_array.key_at(pos)])
    elif mode == ARRAY_FILTER_USE_BOTH:
        w_answer = ctx.call(w_callback, [w, w_array.key_at(pos)])
    else:
        w_answer = ctx.call(w_callback, [w])
    keep = to_bool(ctx, w_answer)
    disown(w_answer)
    return keep


@builtin('array_reduce(array $array, callable $callback, mixed $initial = null): mixed')
def array_reduce(ctx, w_array, w_callback, w_initial):
    own(w_array)
    w_carry = owned(w_initial)
    pos = w_array.next_pos(0)
    while pos >= 0:
        w_next = ctx.call(w_callback, [w_carry, deref(w_array.value_at(pos))])
        disown(w_carry)
        w_carry = w_next
        pos = w_array.next_pos(pos + 1)
    disown(w_array)
    return w_carry


# -- array_walk -----------------------------------------------------------------------------------------------------------

def array_to_walk(name, ref):
    if isinstance(ref.value, W_Object):
        raise FatalError('%s() of an object is not supported yet' % name)
    return writable_array(ref)


def walk(ctx, name, ref, w_callback, w_extra, recursive):
    """Calls back with a reference to each element; follows the array in `ref` while the callback changes it."""
    w_array = array_to_walk(name, ref)
    pos = w_array.next_pos(0)
    while pos >= 0:
        w_element = w_array.value_at(pos)
        was_ref = isinstance(w_element, W_Ref)
        element_ref = w_array.ref_at(pos)
        if recursive and isinstance(element_ref.value, W_Array):
            own(element_ref)
            walk(ctx, name, element_ref, w_callback, w_extra, True)
            disown(element_ref)
        else:
            own(element_ref)
            w_key = w_array.key_at(pos)
            if w_extra is None:
                disown(ctx.call(w_callback, [element_ref, w_key]))
            else:
                disown(ctx.call(w_callback, [element_ref, w_key, w_extra]))
            disown(element_ref)
        w_now = array_to_walk(name, ref)
        if w_now is w_array and not was_ref and element_ref.rc == 1 and w_array.value_at(pos) is element_ref:
            own(element_ref.value)
            w_array.put_at(pos, element_ref.value)
        w_array = w_now
        pos = w_array.next_pos(pos + 1)


@builtin('array_walk(object|array &$array, callable $callback, mixed $arg = ?): true')
def array_walk(ctx, array_ref, w_callback, w_arg):
    walk(ctx, 'array_walk', array_ref, w_callback, w_arg, False)


@builtin('array_walk_recursive(object|array &$array, callable $callback, mixed $arg = ?): true')
def array_walk_recursive(ctx, array_ref, w_callback, w_arg):
    walk(ctx, 'array_walk_recursive', array_ref, w_callback, w_arg, True)
