"""SplFixedArray (ext/spl/spl_fixedarray.c) and the iterator that it gives."""
from __future__ import absolute_import

from hippy.interpreter.builtins.elements import owned
from hippy.interpreter.builtins.native_classes import native_class
from hippy.interpreter.builtins.object_making import element_index, make, members_table, restore_member
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.classes import INIT_REFUSED
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.natives import W_Native
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.values import W_Int, W_Null, disown, own, w_null
from hippy.interpreter.vm.iterators import Walk


class W_FixedArray(W_Native):
    _attrs_ = ('items',)

    def __init__(self, map, ident):
        W_Object.__init__(self, map, ident)
        self.items = []

    def owned_values(self):
        return self.items[:]

    def copy_state(self, ctx, w_from):
        assert isinstance(w_from, W_FixedArray)
        self.items = []
        for w in w_from.items:
            self.items.append(owned(w))

    def start_walk(self, ctx, by_ref):
        if not self.get_class().find_method('getiterator').is_builtin():
            return None
        if by_ref:
            raise ctx.error('Error', 'An iterator cannot be used with foreach by reference')
        return FixedWalk(self)

    def has_own_elements(self):
        return True

    def test_element(self, ctx, w_index, is_empty):
        if not self.get_class().find_method('offsetexists').is_builtin():
            found = ctx.to_bool(ctx.call_method(self, 'offsetexists', [w_index]))
            return 1 if found != is_empty else 0
        index = element_index(ctx, w_index, 'Illegal offset type')
        w = w_null
        if 0 <= index < len(self.items):
            w = self.items[index]
        if is_empty:
            return 0 if ctx.to_bool(w) else 1
        return 0 if w is w_null else 1

    def property_table(self, ctx):
        w_table = members_table(self)
        for i in range(len(self.items)):
            w_table.put_int(i, owned(self.items[i]))
        return w_table

    def compare_state(self, ctx, w_other):
        return self.listed()

    def listed(self):
        w_array = new_array(len(self.items))
        for w in self.items:
            w_array.append(owned(w))
        return w_array

    def resize(self, size):
        dropped = []
        while len(self.items) > size:
            dropped.append(self.items.pop())
        while len(self.items) < size:
            self.items.append(w_null)
        for w in dropped:
            disown(w)

    def put(self, index, w_value):
        """Takes over one ownership."""
        w_old = self.items[index]
        self.items[index] = w_value
        disown(w_old)


class FixedWalk(Walk):
    _attrs_ = ('w_array', 'index')

    def __init__(self, w_array):
        self.w_array = w_array
        self.index = -1

    def next_value(self, ctx):
        self.index += 1
        index = self.index
        if index >= len(self.w_array.items):
            return None
        return owned(self.w_array.items[index])

    def key(self, ctx):
        return W_Int(self.index)

    def close(self):
        pass


FIXED_ARRAY = native_class('SplFixedArray', W_FixedArray, implements=('IteratorAggregate', 'ArrayAccess', 'Countable', 'JsonSerializable'))


@FIXED_ARRAY.method('__construct(int $size = 0)')
def fixed_construct(ctx, w_array, size):
    if size < 0:
        raise ctx.error('ValueError', 'SplFixedArray::__construct(): Argument #1 ($size) must be greater than or equal to 0')
    if len(w_array.items) == 0:
        w_array.resize(size)


@FIXED_ARRAY.method('__wakeup(): void')
def fixed_wakeup(ctx, w_array):
    """Serialized data of old has the elements as properties."""
    if len(w_array.items) > 0:
        return
    for entry in w_array.property_list():
        w_array.items.append(owned(deref(entry.w_value)))
        w_array.set_slot(entry.slot, None)
    w_array.map = w_array.get_class().map


@FIXED_ARRAY.method('__serialize(): array')
def fixed_serialize_data(ctx, w_array):
    w_data = w_array.listed()
    w_members = members_table(w_array)
    pos = w_members.next_pos(0)
    while pos >= 0:
        w_data.put_key(w_members.key_at(pos), owned(deref(w_members.value_at(pos))))
        pos = w_members.next_pos(pos + 1)
    disown(w_members)
    return w_data


@FIXED_ARRAY.method('__unserialize(array $data): void')
def fixed_unserialize_data(ctx, w_array, w_data):
    if len(w_array.items) > 0:
        return
    pos = w_data.next_pos(0)
    while pos >= 0:
        w_value = deref(w_data.value_at(pos))
        if w_data.is_int_key_at(pos):
            w_array.items.append(owned(w_value))
        else:
            restore_member(ctx, w_array, w_data.str_key_at(pos), w_value)
        pos = w_data.next_pos(pos + 1)


@FIXED_ARRAY.method('getSize(): int')
@FIXED_ARRAY.method('count(): int')
def fixed_count(ctx, w_array):
    return len(w_array.items)


@FIXED_ARRAY.method('jsonSerialize(): array')
@FIXED_ARRAY.method('toArray(): array')
def fixed_to_array(ctx, w_array):
    return w_array.listed()


@FIXED_ARRAY.method('fromArray(array $array, bool $preserveKeys = true): SplFixedArray', static=True)
def fixed_from_array(ctx, w_source, preserve_keys):
    w_made = make(ctx, ctx.find_class('splfixedarray'))
    assert isinstance(w_made, W_FixedArray)
    size = 0
    pos = w_source.next_pos(0)
    while pos >= 0 and preserve_keys:
        if not w_source.is_int_key_at(pos) or w_source.int_key_at(pos) < 0:
            raise ctx.error('InvalidArgumentException', 'array must contain only positive integer keys')
        size = max(size, w_source.int_key_at(pos) + 1)
        pos = w_source.next_pos(pos + 1)
    w_made.resize(size if preserve_keys else w_source.count())
    number = 0
    pos = w_source.next_pos(0)
    while pos >= 0:
        index = w_source.int_key_at(pos) if preserve_keys else number
        w_made.put(index, owned(deref(w_source.value_at(pos))))
        number += 1
        pos = w_source.next_pos(pos + 1)
    return w_made


@FIXED_ARRAY.method('setSize(int $size)', raw=('return',))
def fixed_set_size(ctx, w_array, size):
    if size < 0:
        raise ctx.error('ValueError', 'SplFixedArray::setSize(): Argument #1 ($size) must be greater than or equal to 0')
    w_array.resize(size)
    return ctx.w_bool(True)


def checked_index(ctx, w_array, w_index):
    index = element_index(ctx, w_index, 'Illegal offset type')
    if index < 0 or index >= len(w_array.items):
        raise ctx.error('RuntimeException', 'Index invalid or out of range')
    return index


@FIXED_ARRAY.method('offsetExists($index): bool')
def fixed_offset_exists(ctx, w_array, w_index):
    index = element_index(ctx, w_index, 'Illegal offset type')
    return 0 <= index < len(w_array.items) and w_array.items[index] is not w_null


@FIXED_ARRAY.method('offsetGet($index): mixed')
def fixed_offset_get(ctx, w_array, w_index):
    if isinstance(w_index, W_Null):
        raise ctx.error('Error', '[] operator not supported for SplFixedArray')
    return owned(w_array.items[checked_index(ctx, w_array, w_index)])


@FIXED_ARRAY.method('offsetSet($index, mixed $value): void')
def fixed_offset_set(ctx, w_array, w_index, w_value):
    if isinstance(w_index, W_Null):
        raise ctx.error('Error', '[] operator not supported for SplFixedArray')
    index = checked_index(ctx, w_array, w_index)
    own(w_value)
    w_array.put(index, w_value)


@FIXED_ARRAY.method('offsetUnset($index): void')
def fixed_offset_unset(ctx, w_array, w_index):
    w_array.put(checked_index(ctx, w_array, w_index), w_null)


@FIXED_ARRAY.method('getIterator(): Iterator')
def fixed_get_iterator(ctx, w_array):
    cls = ctx.find_class('internaliterator')
    own(w_array)
    return W_InternalIterator(cls.map, ctx.new_object_id(), w_array)


# -- InternalIterator -----------------------------------------------------------------------------------------------------

class W_InternalIterator(W_Native):
    """What getIterator() gives of a builtin class that foreach walks over without one."""
    _attrs_ = ('w_array', 'index')

    def __init__(self, map, ident, w_array):
        W_Object.__init__(self, map, ident)
        self.w_array = w_array
        self.index = 0

    def owned_values(self):
        return [self.w_array]


INTERNAL_ITERATOR = native_class('InternalIterator', W_InternalIterator, implements=('Iterator',), final=True, init=INIT_REFUSED)


@INTERNAL_ITERATOR.method('current(): mixed')
def internal_current(ctx, w_this):
    items = w_this.w_array.items
    if w_this.index >= len(items):
        return w_null
    return owned(items[w_this.index])


@INTERNAL_ITERATOR.method('key(): mixed')
def internal_key(ctx, w_this):
    return W_Int(w_this.index)


@INTERNAL_ITERATOR.method('next(): void')
def internal_next(ctx, w_this):
    w_this.index += 1


@INTERNAL_ITERATOR.method('valid(): bool')
def internal_valid(ctx, w_this):
    return w_this.index < len(w_this.w_array.items)


@INTERNAL_ITERATOR.method('rewind(): void')
def internal_rewind(ctx, w_this):
    w_this.index = 0
