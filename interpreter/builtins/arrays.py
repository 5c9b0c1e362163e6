"""PHP's array functions, without those that sort (sorting.py), compare sets (array_sets.py) or call back (array_callbacks.py)."""
from __future__ import absolute_import

from hippy.interpreter.builtins.elements import (
    add_copy, add_renumbered, copied, get_key_at, has_key_at, owned, writable_array)
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects import arithmetic
from hippy.interpreter.objects.arrays import W_Array, array_from_list, new_array
from hippy.interpreter.objects.compare import loose_equal, strict_equal
from hippy.interpreter.objects.convert import (
    array_key_or_none, object_to_array, to_array, to_int, to_number, to_str, to_w_str, type_name)
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.values import W_Int, W_Null, own, w_false, w_null
from hippy.interpreter.rlib.jit import dont_look_inside
from hippy.interpreter.rlib.strings import ascii_lower, ascii_upper
from hippy.interpreter.vm import backtraces

COUNT_NORMAL = 0
COUNT_RECURSIVE = 1
MAX_PADDING = 1048576
MAX_ELEMENTS = 0x40000000
NO_INDEX_LEFT = 'Cannot add element to the array as the next element is already occupied'


# -- asking ---------------------------------------------------------------------------------------------------------------

def counted(ctx, name, w_value, mode):
    if isinstance(w_value, W_Array) and mode == COUNT_NORMAL:
        return w_value.count()
    return count_slow(ctx, name, w_value, mode)


@dont_look_inside
def count_slow(ctx, name, w_value, mode):
    if mode != COUNT_NORMAL and mode != COUNT_RECURSIVE:
        raise ctx.error('ValueError', '%s(): Argument #2 ($mode) must be either COUNT_NORMAL or COUNT_RECURSIVE' % name)
    if isinstance(w_value, W_Array):
        return w_value.count() if mode == COUNT_NORMAL else count_nested(ctx, w_value, [])
    if isinstance(w_value, W_Object) and w_value.get_class().is_subclass_of(ctx.find_class('countable')):
        return to_int(ctx, ctx.call_method(w_value, 'count', []))
    raise ctx.error('TypeError', '%s(): Argument #1 ($value) must be of type Countable|array, %s given' % (
        name, type_name(w_value)))


def count_nested(ctx, w_array, inside):
    if is_inside(w_array, inside):
        ctx.warning('count(): Recursion detected')
        return 0
    total = w_array.count()
    inside.append(w_array)
    pos = w_array.next_pos(0)
    while pos >= 0:
        w = deref(w_array.value_at(pos))
        if isinstance(w, W_Array):
            total += count_nested(ctx, w, inside)
        pos = w_array.next_pos(pos + 1)
    inside.pop()
    return total


def is_inside(w_array, inside):
    for w_outer in inside:
        if w_outer is w_array:
            return True
    return False


@builtin('count(Countable|array $value, int $mode = COUNT_NORMAL): int', raw=('value',), inline=True)
def count(ctx, w_value, mode):
    return counted(ctx, 'count', w_value, mode)


@builtin('sizeof(Countable|array $value, int $mode = COUNT_NORMAL): int', raw=('value',), inline=True)
def sizeof(ctx, w_value, mode):
    return counted(ctx, 'sizeof', w_value, mode)


def position_of(ctx, w_needle, w_haystack, strict):
    """The position of the first equal element, or -1."""
    pos = w_haystack.next_pos(0)
    while pos >= 0:
        w = deref(w_haystack.value_at(pos))
        if strict:
            if strict_equal(ctx, w, w_needle):
                return pos
        elif loose_equal(ctx, w_needle, w):
            return pos
        pos = w_haystack.next_pos(pos + 1)
    return -1


@builtin('in_array(mixed $needle, array $haystack, bool $strict = false): bool')
def in_array(ctx, w_needle, w_haystack, strict):
    return position_of(ctx, w_needle, w_haystack, strict) >= 0


@builtin('array_search(mixed $needle, array $haystack, bool $strict = false): string|int|false')
def array_search(ctx, w_needle, w_haystack, strict):
    pos = position_of(ctx, w_needle, w_haystack, strict)
    if pos < 0:
        return w_false
    return w_haystack.key_at(pos)


@builtin('array_key_exists(mixed $key, array $array): bool', inline=True)
def array_key_exists(ctx, w_key, w_array):
    if isinstance(w_key, W_Int):
        return w_array.get_int(w_key.intval) is not None
    if isinstance(w_key, W_Str) and not w_key.is_int_key():
        return w_array.get_str(w_key.as_str()) is not None
    return has_unusual_key(ctx, 'array_key_exists', w_key, w_array)


@builtin('key_exists(mixed $key, array $array): bool')
def key_exists(ctx, w_key, w_array):
    return has_unusual_key(ctx, 'key_exists', w_key, w_array)


@dont_look_inside
def has_unusual_key(ctx, name, w_key, w_array):
    w_index = array_key_or_none(ctx, w_key)
    if w_index is not None:
        return w_array.get_key(w_index) is not None
    frame = ctx.top_frame()
    if name == 'array_key_exists' and frame is not None and not backtraces.called_by_variable(ctx, frame):
        raise ctx.error('TypeError', 'Illegal offset type')     # PHP has an instruction for this call
    raise ctx.error('TypeError', name + '(): Argument #1 ($key) must be a valid array offset type')


@builtin('array_key_first(array $array): string|int|null')
def array_key_first(ctx, w_array):
    pos = w_array.next_pos(0)
    return w_array.key_at(pos) if pos >= 0 else w_null


@builtin('array_key_last(array $array): string|int|null')
def array_key_last(ctx, w_array):
    pos = w_array.prev_pos(w_array.end_pos() - 1)
    return w_array.key_at(pos) if pos >= 0 else w_null


@builtin('array_is_list(array $array): bool')
def array_is_list(ctx, w_array):
    return w_array.is_packed_list()


def is_number(w):
    return not isinstance(w, W_Array) and not isinstance(w, W_Object)


@builtin('array_sum(array $array): int|float')
def array_sum(ctx, w_array):
    w_total = W_Int(0)
    pos = w_array.next_pos(0)
    while pos >= 0:
        w = deref(w_array.value_at(pos))
        if is_number(w):
            w_total = arithmetic.add(ctx, w_total, to_number(ctx, w))
        pos = w_array.next_pos(pos + 1)
    return w_total


@builtin('array_product(array $array): int|float')
def array_product(ctx, w_array):
    w_total = W_Int(1)
    pos = w_array.next_pos(0)
    while pos >= 0:
        w = deref(w_array.value_at(pos))
        if is_number(w):
            w_total = arithmetic.mul(ctx, w_total, to_number(ctx, w))
        pos = w_array.next_pos(pos + 1)
    return w_total


@builtin('array_count_values(array $array): array')
def array_count_values(ctx, w_array):
    w_counts = new_array(0)
    pos = w_array.next_pos(0)
    while pos >= 0:
        w = deref(w_array.value_at(pos))
        if isinstance(w, W_Int) or isinstance(w, W_Str):
            w_old = w_counts.get_key(w)
            w_counts.put_key(w, W_Int(w_old.intval + 1 if isinstance(w_old, W_Int) else 1))
        else:
            ctx.warning('array_count_values(): Can only count string and integer values, entry skipped')
        pos = w_array.next_pos(pos + 1)
    return w_counts


# -- keys and values ------------------------------------------------------------------------------------------------------

@builtin('array_keys(array $array, mixed $filter_value = ?, bool $strict = false): array')
def array_keys(ctx, w_array, w_filter, strict):
    w_keys = new_array(w_array.count())
    pos = w_array.next_pos(0)
    while pos >= 0:
        if w_filter is None or element_equals(ctx, w_filter, deref(w_array.value_at(pos)), strict):
            w_keys.append(w_array.key_at(pos))
        pos = w_array.next_pos(pos + 1)
    return w_keys


def element_equals(ctx, w_a, w_b, strict):
    if strict:
        return strict_equal(ctx, w_a, w_b)
    return loose_equal(ctx, w_a, w_b)


def is_plain_list(w_array):
    """True for a list whose next element would get the following index."""
    return w_array.is_packed_list() and w_array.append_index() == w_array.count()


def all_values(w_array):
    """A new list array of the values."""
    values = w_array.values()
    for i in range(len(values)):
        values[i] = copied(values[i])
    return array_from_list(values)


@builtin('array_values(array $array): array')
def array_values(ctx, w_array):
    if is_plain_list(w_array):
        own(w_array)
        return w_array
    return all_values(w_array)


@builtin('array_flip(array $array): array')
def array_flip(ctx, w_array):
    w_flipped = new_array(w_array.count())
    pos = w_array.next_pos(0)
    while pos >= 0:
        w = deref(w_array.value_at(pos))
        if isinstance(w, W_Int) or isinstance(w, W_Str):
            w_flipped.put_key(w, w_array.key_at(pos))
        else:
            ctx.warning('array_flip(): Can only flip string and integer values, entry skipped')
        pos = w_array.next_pos(pos + 1)
    return w_flipped


@builtin('array_combine(array $keys, array $values): array')
def array_combine(ctx, w_keys, w_values):
    if w_keys.count() != w_values.count():
        raise ctx.error('ValueError', (
            'array_combine(): Argument #1 ($keys) and argument #2 ($values) must have the same number of elements'))
    w_result = new_array(w_keys.count())
    pos = w_keys.next_pos(0)
    other = w_values.next_pos(0)
    while pos >= 0:
        w_result.put_key(key_of_value(ctx, deref(w_keys.value_at(pos))), copied(w_values.value_at(other)))
        pos = w_keys.next_pos(pos + 1)
        other = w_values.next_pos(other + 1)
    return w_result


def key_of_value(ctx, w):
    """A value as a key: ints as they are, everything else as its string."""
    if isinstance(w, W_Int):
        return w
    return to_w_str(ctx, w)


@builtin('array_fill(int $start_index, int $count, mixed $value): array')
def array_fill(ctx, start_index, count, w_value):
    if count < 0:
        raise ctx.error('ValueError', 'array_fill(): Argument #2 ($count) must be greater than or equal to 0')
    if count >= 0x40000000:
        raise ctx.error('ValueError', 'array_fill(): Argument #2 ($count) is too large')
    w_array = new_array(count)
    if count == 0:
        return w_array
    w_array.put_int(start_index, owned(w_value))
    for _ in range(count - 1):
        own(w_value)
        if not w_array.append(w_value):
            raise ctx.error('Error', NO_INDEX_LEFT)
    return w_array


@builtin('array_fill_keys(array $keys, mixed $value): array')
def array_fill_keys(ctx, w_keys, w_value):
    w_array = new_array(w_keys.count())
    pos = w_keys.next_pos(0)
    while pos >= 0:
        w_array.put_key(key_of_value(ctx, deref(w_keys.value_at(pos))), owned(w_value))
        pos = w_keys.next_pos(pos + 1)
    return w_array


@builtin('array_change_key_case(array $array, int $case = CASE_LOWER): array')
def array_change_key_case(ctx, w_array, case):
    w_result = new_array(w_array.count())
    pos = w_array.next_pos(0)
    while pos >= 0:
        if w_array.is_int_key_at(pos):
            add_copy(w_result, w_array, pos)
        else:
            key = w_array.str_key_at(pos)
            key = ascii_lower(key) if case == 0 else ascii_upper(key)
            w_result.put_str(key, copied(w_array.value_at(pos)))
        pos = w_array.next_pos(pos + 1)
    return w_result


@builtin('array_column(array $array, string|int|null $column_key, string|int|null $index_key = null): array')
def array_column(ctx, w_array, w_column, w_index):
    w_result = new_array(w_array.count())
    pos = w_array.next_pos(0)
    while pos >= 0:
        w_row = deref(w_array.value_at(pos))
        w_value = w_row
        if not isinstance(w_column, W_Null):
            w_value = column_of(ctx, w_row, w_column)
        if w_value is not None:
            own(w_value)
            w_key = None
            if not isinstance(w_index, W_Null):
                w_key = column_of(ctx, w_row, w_index)
                if w_key is not None:
                    w_key = array_key_or_none(ctx, w_key)
            if w_key is None:
                w_result.append(w_value)
            else:
                w_result.put_key(w_key, w_value)
        pos = w_array.next_pos(pos + 1)
    return w_result


def column_of(ctx, w_row, w_key):
    """A row's element or public property, or None."""
    if isinstance(w_row, W_Array):
        return deref(w_row.get_key(w_key))
    if isinstance(w_row, W_Object):
        name = to_str(ctx, w_key)
        for entry in w_row.property_list():
            if entry.visibility == 0 and entry.name == name:
                return deref(entry.w_value)
    return None


# -- joining arrays -------------------------------------------------------------------------------------------------------

@builtin('array_merge(array ...$arrays): array')
def array_merge(ctx, arrays_w):
    size = 0
    for w in arrays_w:
        assert isinstance(w, W_Array)
        size += w.count()
    if size >= MAX_ELEMENTS:
        raise ctx.error('Error', 'The total number of elements must be lower than %d' % MAX_ELEMENTS)
    if len(arrays_w) == 1:
        w_only = arrays_w[0]
        assert isinstance(w_only, W_Array)
        if is_plain_list(w_only):
            own(w_only)
            return w_only
    w_merged = new_array(size)
    for w in arrays_w:
        assert isinstance(w, W_Array)
        pos = w.next_pos(0)
        while pos >= 0:
            add_renumbered(w_merged, w, pos)
            pos = w.next_pos(pos + 1)
    return w_merged


@builtin('array_merge_recursive(array ...$arrays): array')
def array_merge_recursive(ctx, arrays_w):
    w_merged = new_array(0)
    for w in arrays_w:
        assert isinstance(w, W_Array)
        merge_nested(ctx, w_merged, w, [])
    return w_merged


def as_list(ctx, w):
    """An array itself, an object's properties, any other value as the only element of a new array; owned."""
    if isinstance(w, W_Array) or isinstance(w, W_Object):
        return to_array(ctx, w)
    return array_from_list([owned(w)])


def merge_nested(ctx, w_target, w_source, inside):
    """Adds w_source to w_target; values under the same string key become one array."""
    if is_inside(w_source, inside):
        raise ctx.error('Error', 'Recursion detected')
    inside.append(w_source)
    pos = w_source.next_pos(0)
    while pos >= 0:
        if w_source.is_int_key_at(pos) or not has_key_at(w_target, w_source, pos):
            add_renumbered(w_target, w_source, pos)
        else:
            key = w_source.str_key_at(pos)
            w_old = deref(w_target.get_str(key))
            w_both = as_list(ctx, w_old)
            if w_both.rc > 1:
                w_both.rc -= 1
                w_both = w_both.dup()
            w_new = deref(w_source.value_at(pos))
            if isinstance(w_new, W_Object):
                w_new = to_array(ctx, w_new)
            if isinstance(w_new, W_Array):
                merge_nested(ctx, w_both, w_new, inside)
            else:
                w_both.append(owned(w_new))
            w_target.put_str(key, w_both)
        pos = w_source.next_pos(pos + 1)
    inside.pop()


@builtin('array_replace(array $array, array ...$replacements): array')
def array_replace(ctx, w_array, replacements_w):
    w_result = w_array.dup()
    for w in replacements_w:
        assert isinstance(w, W_Array)
        pos = w.next_pos(0)
        while pos >= 0:
            add_copy(w_result, w, pos)
            pos = w.next_pos(pos + 1)
    return w_result


@builtin('array_replace_recursive(array $array, array ...$replacements): array')
def array_replace_recursive(ctx, w_array, replacements_w):
    w_result = w_array.dup()
    for w in replacements_w:
        assert isinstance(w, W_Array)
        replace_nested(ctx, w_result, w, [])
    return w_result


def replace_nested(ctx, w_target, w_source, inside):
    if is_inside(w_source, inside):
        raise ctx.error('Error', 'Recursion detected')
    inside.append(w_source)
    pos = w_source.next_pos(0)
    while pos >= 0:
        w_new = deref(w_source.value_at(pos))
        w_old = deref(get_key_at(w_target, w_source, pos))
        if isinstance(w_new, W_Array) and isinstance(w_old, W_Array):
            w_inner = w_old.dup()
            replace_nested(ctx, w_inner, w_new, inside)
            w_target.put_key(w_source.key_at(pos), w_inner)
        else:
            add_copy(w_target, w_source, pos)
        pos = w_source.next_pos(pos + 1)
    inside.pop()


# -- parts ----------------------------------------------------------------------------------------------------------------

def slice_bounds(size, offset, w_length):
    """The numbers of the first entry and of the one behind the last that offset and length mean."""
    if offset < 0:
        offset = offset + size if offset + size > 0 else 0
    if offset > size:
        offset = size
    stop = size
    if isinstance(w_length, W_Int):
        length = w_length.intval
        if length < 0:
            stop = size + length
        elif length < size - offset:
            stop = offset + length
    return offset, stop if stop > offset else offset


def position_number(w_array, number):
    """The position of the entry with this number in order; end_pos() behind the last."""
    if w_array.count() == w_array.end_pos():
        return number
    pos = w_array.next_pos(0)
    while pos >= 0 and number > 0:
        number -= 1
        pos = w_array.next_pos(pos + 1)
    return pos if pos >= 0 else w_array.end_pos()


@builtin('array_slice(array $array, int $offset, ?int $length = null, bool $preserve_keys = false): array')
def array_slice(ctx, w_array, offset, w_length, preserve_keys):
    start, stop = slice_bounds(w_array.count(), offset, w_length)
    if start >= stop:
        return new_array(0)
    if start == 0 and stop == w_array.count() and (preserve_keys or w_array.is_packed_list()):
        own(w_array)
        return w_array
    w_slice = new_array(stop - start)
    pos = w_array.next_pos(position_number(w_array, start))
    for _ in range(stop - start):
        if preserve_keys:
            add_copy(w_slice, w_array, pos)
        else:
            add_renumbered(w_slice, w_array, pos)
        pos = w_array.next_pos(pos + 1)
    return w_slice


@builtin('array_splice(array &$array, int $offset, ?int $length = null, mixed $replacement = []): array')
def array_splice(ctx, array_ref, offset, w_length, w_replacement):
    w_array = writable_array(array_ref)
    size = w_array.count()
    start, stop = slice_bounds(size, offset, w_length)
    w_removed = new_array(stop - start)
    w_kept = new_array(size - (stop - start))
    w_kept.next_index = 0
    number = 0
    pos = w_array.next_pos(0)
    while pos >= 0:
        if number == start:
            add_all_values(ctx, w_kept, w_replacement)
        if start <= number < stop:
            move_renumbered(w_removed, w_array, pos)
        else:
            move_renumbered(w_kept, w_array, pos)
        number += 1
        pos = w_array.next_pos(pos + 1)
    if start >= size:
        add_all_values(ctx, w_kept, w_replacement)
    w_array.become(w_kept)
    return w_removed


def move_renumbered(w_target, w_source, pos):
    """As add_renumbered, for an array that is given up: its ownership moves."""
    w = w_source.value_at(pos)
    if w_source.is_int_key_at(pos):
        w_target.append(w)
    else:
        w_target.put_str(w_source.str_key_at(pos), w)


def add_all_values(ctx, w_target, w_values):
    """Appends the elements of an array, or one other value."""
    if not isinstance(w_values, W_Array):
        w_values = to_array(ctx, w_values)
    pos = w_values.next_pos(0)
    while pos >= 0:
        w_target.append(copied(w_values.value_at(pos)))
        pos = w_values.next_pos(pos + 1)


@builtin('array_chunk(array $array, int $length, bool $preserve_keys = false): array')
def array_chunk(ctx, w_array, length, preserve_keys):
    if length < 1:
        raise ctx.error('ValueError', 'array_chunk(): Argument #2 ($length) must be greater than 0')
    w_chunks = new_array(0)
    w_chunk = None
    pos = w_array.next_pos(0)
    while pos >= 0:
        if w_chunk is None:
            w_chunk = new_array(length if length < w_array.count() else w_array.count())
        if preserve_keys:
            add_copy(w_chunk, w_array, pos)
        else:
            w_chunk.append(copied(w_array.value_at(pos)))
        if w_chunk.count() == length:
            w_chunks.append(w_chunk)
            w_chunk = None
        pos = w_array.next_pos(pos + 1)
    if w_chunk is not None:
        w_chunks.append(w_chunk)
    return w_chunks


@builtin('array_pad(array $array, int $length, mixed $value): array')
def array_pad(ctx, w_array, length, w_value):
    size = w_array.count()
    wanted = -length if length < 0 else length
    if wanted - size > MAX_PADDING:
        raise ctx.error('ValueError', 'array_pad(): Argument #2 ($length) must be less than or equal to %d' % MAX_PADDING)
    if wanted <= size:
        own(w_array)
        return w_array
    w_padded = new_array(wanted)
    if length < 0:
        add_times(w_padded, w_value, wanted - size)
    pos = w_array.next_pos(0)
    while pos >= 0:
        add_renumbered(w_padded, w_array, pos)
        pos = w_array.next_pos(pos + 1)
    if length > 0:
        add_times(w_padded, w_value, wanted - size)
    return w_padded


def add_times(w_array, w_value, times):
    for _ in range(times):
        w_array.append(owned(w_value))


@builtin('array_reverse(array $array, bool $preserve_keys = false): array')
def array_reverse(ctx, w_array, preserve_keys):
    w_reversed = new_array(w_array.count())
    pos = w_array.prev_pos(w_array.end_pos() - 1)
    while pos >= 0:
        if preserve_keys:
            add_copy(w_reversed, w_array, pos)
        else:
            add_renumbered(w_reversed, w_array, pos)
        if pos == 0:
            break
        pos = w_array.prev_pos(pos - 1)
    return w_reversed


# -- both ends ------------------------------------------------------------------------------------------------------------

@builtin('array_push(array &$array, mixed ...$values): int')
def array_push(ctx, array_ref, values_w):
    w_array = writable_array(array_ref)
    for w in values_w:
        own(w)
        if not w_array.append(w):
            raise ctx.error('Error', NO_INDEX_LEFT)
    return w_array.count()


def taken_out(w):
    """An element that left its array: a reference gives its value."""
    if w is None:
        return w_null
    if isinstance(w, W_Ref):
        return owned(w.value)
    return w


@builtin('array_pop(array &$array): mixed')
def array_pop(ctx, array_ref):
    return taken_out(writable_array(array_ref).pop())


@builtin('array_shift(array &$array): mixed')
def array_shift(ctx, array_ref):
    return taken_out(writable_array(array_ref).shift())


@builtin('array_unshift(array &$array, mixed ...$values): int')
def array_unshift(ctx, array_ref, values_w):
    w_array = writable_array(array_ref)
    for w in values_w:
        own(w)
    w_array.insert_front(values_w)
    return w_array.count()


# -- the internal pointer -------------------------------------------------------------------------------------------------

class ObjectPointers(object):
    """The internal pointers of objects' properties, as places in object_to_array()'s array."""
    _attrs_ = ('places',)

    def __init__(self):
        self.places = {}


object_pointers = ObjectPointers()


def array_of_pointer(ctx, name, w):
    """The array that has the internal pointer; a copy for an object."""
    if not isinstance(w, W_Object):
        assert isinstance(w, W_Array)
        return w
    ctx.deprecated('%s(): Calling %s() on an object is deprecated' % (name, name))
    w_array = object_to_array(w)
    w_array.pos = object_pointers.places.get(w, 0)
    return w_array


def array_to_move(ctx, name, ref):
    """The array whose internal pointer is to move."""
    if isinstance(ref.value, W_Object):
        return array_of_pointer(ctx, name, ref.value)
    return writable_array(ref)


def moved(ref, w_array, place, w_value):
    """Sets the internal pointer; gives w_value."""
    w_array.pos = place
    w_object = ref.value
    if isinstance(w_object, W_Object):
        object_pointers.places[w_object] = place
    return w_value


def value_or_false(w_array, pos):
    if pos < 0:
        return w_false
    return owned(deref(w_array.value_at(pos)))


@builtin('current(object|array $array): mixed')
def current(ctx, w_array):
    return current_value(ctx, 'current', w_array)


@builtin('pos(object|array $array): mixed')
def pos(ctx, w_array):
    return current_value(ctx, 'pos', w_array)


def current_value(ctx, name, w):
    w_array = array_of_pointer(ctx, name, w)
    return value_or_false(w_array, w_array.next_pos(w_array.pos))


@builtin('key(object|array $array): string|int|null')
def key(ctx, w):
    w_array = array_of_pointer(ctx, 'key', w)
    where = w_array.next_pos(w_array.pos)
    return w_array.key_at(where) if where >= 0 else w_null


@builtin('next(object|array &$array): mixed')
def next_(ctx, array_ref):
    w_array = array_to_move(ctx, 'next', array_ref)
    where = w_array.next_pos(w_array.pos)
    if where >= 0:
        where = w_array.next_pos(where + 1)
    return moved(array_ref, w_array, where if where >= 0 else w_array.end_pos(), value_or_false(w_array, where))


@builtin('prev(object|array &$array): mixed')
def prev(ctx, array_ref):
    w_array = array_to_move(ctx, 'prev', array_ref)
    where = w_array.next_pos(w_array.pos)
    if where == 0:
        where = -1
    elif where > 0:
        where = w_array.prev_pos(where - 1)
    return moved(array_ref, w_array, where if where >= 0 else w_array.end_pos(), value_or_false(w_array, where))


@builtin('reset(object|array &$array): mixed')
def reset(ctx, array_ref):
    w_array = array_to_move(ctx, 'reset', array_ref)
    return moved(array_ref, w_array, 0, value_or_false(w_array, w_array.next_pos(0)))


@builtin('end(object|array &$array): mixed')
def end(ctx, array_ref):
    w_array = array_to_move(ctx, 'end', array_ref)
    where = w_array.prev_pos(w_array.end_pos() - 1)
    return moved(array_ref, w_array, where if where >= 0 else 0, value_or_false(w_array, where))
