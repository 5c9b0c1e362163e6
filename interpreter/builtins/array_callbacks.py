"""array_map, array_filter, array_reduce, array_walk: loops that call back."""
from __future__ import absolute_import

from hippy.interpreter.builtins.elements import add_copy, owned, writable_array
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.errors import PhpThrow
from hippy.interpreter.objects.arrays import ArrayIterator, W_Array, array_from_list, new_array
from hippy.interpreter.objects.convert import mangled_name, to_bool
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.strings import new_str
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
            add_copy(w_result, w_array, pos)
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

def array_to_walk(ctx, ref):
    """The array in a reference, unique in its place; an Error when the callback put something else there."""
    if not isinstance(ref.value, W_Array):
        raise ctx.error('Error', 'Iterated value is no longer an array or object')
    return writable_array(ref)


def call_on_element(ctx, element_ref, w_key, w_callback, w_extra, recursive):
    """Calls back for one element, or for the elements of an inner array."""
    own(element_ref)
    try:
        if recursive and isinstance(element_ref.value, W_Array):
            walk(ctx, element_ref, w_callback, w_extra, True)
        elif w_extra is None:
            disown(ctx.call(w_callback, [element_ref, w_key]))
        else:
            disown(ctx.call(w_callback, [element_ref, w_key, w_extra]))
    finally:
        disown(element_ref)


def walk(ctx, ref, w_callback, w_extra, recursive):
    """Calls back with a reference to each element; follows the array in `ref` while the callback changes it."""
    w_array = array_to_walk(ctx, ref)
    iterator = ArrayIterator(0)
    w_array.register(iterator)
    try:
        while True:
            pos = w_array.next_pos(iterator.pos)
            if pos < 0:
                return
            iterator.pos = pos + 1
            was_ref = isinstance(w_array.value_at(pos), W_Ref)
            w_key = w_array.key_at(pos)
            element_ref = w_array.ref_at(pos)
            try:
                call_on_element(ctx, element_ref, w_key, w_callback, w_extra, recursive)
            except PhpThrow:
                if not was_ref and element_ref.rc == 1 and ref.value is w_array and w_array.rc == 1:
                    put_back(w_array, w_key, element_ref)
                raise
            w_now = array_to_walk(ctx, ref)
            if w_now is not w_array:
                w_array.unregister(iterator)
                w_array = w_now
                iterator.pos = w_array.pos
                w_array.register(iterator)
            elif not was_ref and element_ref.rc == 1:
                put_back(w_array, w_key, element_ref)
    finally:
        w_array.unregister(iterator)


def put_back(w_array, w_key, element_ref):
    """The element becomes a plain value again, if it is still there."""
    if w_array.get_key(w_key) is element_ref:
        w_value = element_ref.value
        own(w_value)
        w_array.put_key(w_key, w_value)


def walk_object(ctx, w_object, w_callback, w_extra, recursive):
    """The same for the properties of an object, under their mangled names; those of an enum's case stay as they are."""
    cls = w_object.get_class()
    for entry in w_object.property_list():
        w_now = w_object.get_slot(entry.slot)
        if w_now is None:
            continue
        if cls.enum is not None:
            raise ctx.error('Error', 'Cannot modify readonly property %s::$%s' % (cls.name, entry.name))
        if isinstance(w_now, W_Ref):
            element_ref = w_now
        else:
            element_ref = W_Ref(w_now)
            w_object.set_slot(entry.slot, element_ref)
        try:
            call_on_element(ctx, element_ref, new_str(mangled_name(entry)), w_callback, w_extra, recursive)
        finally:
            if element_ref.rc == 1 and element_ref is not w_now and w_object.get_slot(entry.slot) is element_ref:
                w_object.set_slot(entry.slot, element_ref.value)


def walk_either(ctx, ref, w_callback, w_extra, recursive):
    w = ref.value
    if isinstance(w, W_Object):
        walk_object(ctx, w, w_callback, w_extra, recursive)
    else:
        walk(ctx, ref, w_callback, w_extra, recursive)


@builtin('array_walk(object|array &$array, callable $callback, mixed $arg = ?): true')
def array_walk(ctx, array_ref, w_callback, w_arg):
    walk_either(ctx, array_ref, w_callback, w_arg, False)


@builtin('array_walk_recursive(object|array &$array, callable $callback, mixed $arg = ?): true')
def array_walk_recursive(ctx, array_ref, w_callback, w_arg):
    walk_either(ctx, array_ref, w_callback, w_arg, True)
