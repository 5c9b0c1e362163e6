"""ArrayObject, ArrayIterator and RecursiveArrayIterator: objects that wrap an array or another object's properties (ext/spl/spl_array.c)."""
from __future__ import absolute_import

from hippy.interpreter.builtins import serialization
from hippy.interpreter.builtins.elements import owned
from hippy.interpreter.builtins.native_classes import native_class
from hippy.interpreter.builtins.object_making import derived_class, make, members_table, restore_members
from hippy.interpreter.objects.arrays import ArrayIterator, W_Array, new_array
from hippy.interpreter.objects.classes import find_slot
from hippy.interpreter.objects.convert import array_key_or_none, to_bool
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.natives import W_Native
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Int, W_Null, disown, own, w_null
from hippy.interpreter.vm.dimensions import undefined_key
from hippy.interpreter.vm.iterators import Walk

STD_PROP_LIST = 1
ARRAY_AS_PROPS = 2
CHILD_ARRAYS_ONLY = 4
USER_FLAGS = 0xffff
IS_SELF = 0x01000000        # in serialized data: the object's own properties are the elements


class W_ArrayStore(W_Native):
    """w_storage: a W_Array; an object whose public properties are the elements; or another W_ArrayStore, whose elements these are.

    iterator_class: what getIterator() makes, None for ArrayIterator. cursor: where iteration stands. w_followed: the array that
    keeps the cursor up to date, not owned. stamp: how often another storage was put in; seen: the holder's stamp that the cursor
    knows, -1 for none. sorting: while > 0, the elements are being sorted and cannot be changed.
    """
    _attrs_ = ('w_storage', 'flags', 'iterator_class', 'cursor', 'w_followed', 'stamp', 'seen', 'sorting')

    def __init__(self, map, ident):
        W_Object.__init__(self, map, ident)
        self.w_storage = new_array(0)
        self.flags = 0
        self.iterator_class = None
        self.cursor = ArrayIterator(0)
        self.w_followed = None
        self.stamp = 0
        self.seen = -1
        self.sorting = 0

    # what the engine asks

    def owned_values(self):
        return [self.w_storage]

    def copy_state(self, ctx, w_from):
        assert isinstance(w_from, W_ArrayStore)
        self.flags = w_from.flags
        self.iterator_class = w_from.iterator_class
        if w_from.w_storage is w_from:
            self.put_storage(self)
        elif is_iterator(ctx, w_from):
            own(w_from)
            self.put_storage(w_from)
        else:
            self.put_storage(w_from.copied_elements(ctx))

    def start_walk(self, ctx, by_ref):
        if not by_ref or not is_iterator(ctx, self):
            return None
        if not self.get_class().find_method('current').is_builtin():
            raise ctx.error('Error', 'An iterator cannot be used with foreach by reference')
        return ArrayStoreWalk(self)

    def walk_ended(self):
        self.let_go()

    def property_table(self, ctx):
        if self.flags & STD_PROP_LIST:
            return None
        return self.copied_elements(ctx)

    def has_own_elements(self):
        return True

    def element_for_write(self, ctx, w_index):
        return self.reference(ctx, w_index)

    def test_element(self, ctx, w_index, is_empty):
        if not self.get_class().find_method('offsetexists').is_builtin():
            return -1
        w = deref(self.get(checked_key(ctx, w_index, 'Illegal offset type in isset or empty')))
        if is_empty and w is not None and not self.get_class().find_method('offsetget').is_builtin():
            w = ctx.call_method(self, 'offsetget', [w_index])
        if is_empty:
            return 1 if w is None or not to_bool(ctx, w) else 0
        return 1 if w is not None and w is not w_null else 0

    def has_elements_as_properties(self):
        return self.flags & ARRAY_AS_PROPS != 0

    def compare_state(self, ctx, w_other):
        w_storage = self.holder().w_storage
        if isinstance(w_storage, W_Array):
            return w_storage
        return None

    # the storage

    def put_storage(self, w_storage):
        """Takes over one ownership."""
        w_old = self.w_storage
        self.w_storage = w_storage
        self.stamp += 1
        disown(w_old)

    def holder(self):
        """The store whose storage is no other store: itself, or one behind it."""
        store = self
        while True:
            w = store.w_storage
            if not isinstance(w, W_ArrayStore) or w is store:
                return store
            store = w

    def unique_array(self):
        """The array for writing, or None where properties of an object are the elements."""
        store = self.holder()
        w = store.w_storage
        if not isinstance(w, W_Array):
            return None
        w_unique = w.separate()
        if w_unique is not w:
            store.w_storage = w_unique
        return w_unique

    def wrapped_object(self):
        w = self.holder().w_storage
        assert isinstance(w, W_Object)
        return w

    def check_unlocked(self, ctx):
        """Error while the elements are being sorted."""
        if self.holder().sorting > 0:
            raise ctx.error('Error', 'Modification of ArrayObject during sorting is prohibited')

    def copied_elements(self, ctx):
        """The elements as an owned array; those of an object with all its properties."""
        w = self.holder().w_storage
        if isinstance(w, W_Array):
            own(w)
            return w
        assert isinstance(w, W_Object)
        if w is self:
            return members_table(w)
        return ctx.to_array(w)

    # elements

    def get(self, w_key):
        """The raw element, borrowed, or None."""
        w = self.holder().w_storage
        if isinstance(w, W_Array):
            return w.get_key(w_key)
        return get_property(self.wrapped_object(), key_text(w_key))

    def put(self, ctx, w_key, w_value):
        """Takes over one ownership. A reference keeps being one."""
        w_array = self.unique_array()
        if w_array is not None:
            w_array.assign_key(w_key, w_value)
        else:
            put_property(self.wrapped_object(), key_text(w_key), w_value)

    def append(self, ctx, w_value):
        w_array = self.unique_array()
        if w_array is None:
            disown(w_value)
            raise ctx.error('Error', 'Cannot append properties to objects, use %s::offsetSet() instead' % self.get_class().name)
        if not w_array.append(w_value):
            disown(w_value)
            raise ctx.error('Error', 'Cannot add element to the array as the next element is already occupied')

    def remove(self, w_key):
        w_array = self.unique_array()
        if w_array is not None:
            w_array.delete_key(w_key)
        else:
            remove_property(self.wrapped_object(), key_text(w_key))

    def reference(self, ctx, w_index):
        """The W_Ref of an element, made if it is missing; owned."""
        self.check_unlocked(ctx)
        w_array = self.unique_array()
        if w_array is None:
            return self.property_reference(ctx, w_index)
        if w_index is None:
            ref = w_array.append_ref()
            if ref is None:
                raise ctx.error('Error', 'Cannot add element to the array as the next element is already occupied')
        else:
            w_key = checked_key(ctx, w_index, 'Illegal offset type')
            if w_array.rc != 1:
                w_array = self.unique_array()
            ref = w_array.ref_key(w_key)
        own(ref)
        return ref

    def property_reference(self, ctx, w_index):
        if w_index is None:
            raise ctx.error('Error', 'Cannot append properties to objects, use %s::offsetSet() instead' % self.get_class().name)
        name = key_text(checked_key(ctx, w_index, 'Illegal offset type'))
        w_object = self.wrapped_object()
        w = get_property(w_object, name)
        if isinstance(w, W_Ref):
            own(w)
            return w
        if w is None:
            w = w_null
        ref = W_Ref(w)
        own(ref)
        own(w)
        put_property(w_object, name, ref)
        return ref

    def count(self):
        w = self.holder().w_storage
        if isinstance(w, W_Array):
            return w.count()
        assert isinstance(w, W_Object)
        found = 0
        for entry in w.property_list():
            if entry.visibility == 0:
                found += 1
        return found

    # iteration

    def position(self):
        """The position of the current element, or -1."""
        holder = self.holder()
        w = holder.w_storage
        if not isinstance(w, W_Array):
            return self.property_position()
        if self.w_followed is not w:
            self.follow(holder, w)
        pos = w.next_pos(self.cursor.pos)
        if pos < 0:
            self.cursor.pos = w.end_pos()
        else:
            self.cursor.pos = pos
        return pos

    def follow(self, holder, w_array):
        """A copy of the array keeps the position, another array starts at its own."""
        self.let_go()
        stamp = holder.stamp
        if self.seen != stamp and self.seen >= 0:
            self.cursor.pos = w_array.pos
        self.seen = stamp
        w_array.register(self.cursor)
        self.w_followed = w_array

    def let_go(self):
        if self.w_followed is not None:
            self.w_followed.unregister(self.cursor)
            self.w_followed = None

    def property_position(self):
        w_object = self.wrapped_object()
        infos = w_object.get_class().property_list
        slot = self.cursor.pos
        while slot < w_object.map.size():
            if deref(w_object.get_slot(slot)) is not None and (slot >= len(infos) or infos[slot].visibility == 0):
                self.cursor.pos = slot
                return slot
            slot += 1
        self.cursor.pos = slot
        return -1

    def rewind(self):
        holder = self.holder()
        self.cursor.pos = 0
        self.seen = holder.stamp
        self.position()

    def advance(self):
        pos = self.position()
        if pos >= 0:
            self.cursor.pos = pos + 1
            self.position()

    def current(self):
        """The raw element, borrowed, or None."""
        pos = self.position()
        if pos < 0:
            return None
        w = self.holder().w_storage
        if isinstance(w, W_Array):
            return w.value_at(pos)
        return self.wrapped_object().get_slot(pos)

    def current_key(self):
        pos = self.position()
        if pos < 0:
            return w_null
        w = self.holder().w_storage
        if isinstance(w, W_Array):
            return w.key_at(pos)
        return new_str(self.wrapped_object().map.names[pos])

    def current_ref(self):
        """The W_Ref of the current element, borrowed, or None at the end."""
        pos = self.position()
        if pos < 0:
            return None
        w_array = self.unique_array()
        if w_array is None:
            w_object = self.wrapped_object()
            w = w_object.get_slot(pos)
            if not isinstance(w, W_Ref):
                w = W_Ref(w)
                w_object.set_slot(pos, w)
            return w
        return w_array.ref_at(pos)


class ArrayStoreWalk(Walk):
    """foreach by reference."""
    _attrs_ = ('store', 'started', 'w_key')

    def __init__(self, store):
        self.store = store
        self.started = False
        self.w_key = w_null

    def next_ref(self, ctx):
        if self.started:
            self.store.advance()
        else:
            self.started = True
            self.store.rewind()
        ref = self.store.current_ref()
        if ref is not None:
            self.w_key = self.store.current_key()
            own(ref)
        return ref

    def next_value(self, ctx):
        ref = self.next_ref(ctx)
        if ref is None:
            return None
        return owned(ref.value)

    def key(self, ctx):
        return self.w_key

    def close(self):
        self.store.let_go()


# properties of a wrapped object

def key_text(w_key):
    if isinstance(w_key, W_Int):
        return '%d' % w_key.intval
    assert isinstance(w_key, W_Str)
    return w_key.as_str()


def get_property(w_object, name):
    slot = find_slot(w_object.map, name, None)
    return w_object.get_slot(slot) if slot >= 0 else None


def put_property(w_object, name, w_value):
    slot = find_slot(w_object.map, name, None)
    if slot < 0:
        slot = w_object.map.size()
        w_object.map = w_object.map.with_property(name)
    w_old = w_object.get_slot(slot)
    if isinstance(w_old, W_Ref) and not isinstance(w_value, W_Ref):
        w_old.store(w_value)
        return
    w_object.set_slot(slot, w_value)
    disown(w_old)


def remove_property(w_object, name):
    slot = find_slot(w_object.map, name, None)
    if slot < 0:
        return
    w_old = w_object.get_slot(slot)
    if slot < len(w_object.get_class().property_list):
        w_object.set_slot(slot, None)
    else:
        size = w_object.map.size()
        for i in range(slot, size - 1):
            w_object.set_slot(i, w_object.get_slot(i + 1))
        w_object.set_slot(size - 1, None)
        w_object.map = w_object.map.without(slot)
    disown(w_old)


def checked_key(ctx, w_index, message):
    w_key = array_key_or_none(ctx, w_index)
    if w_key is None:
        raise ctx.error('TypeError', message)
    return w_key


def is_iterator(ctx, store):
    return store.get_class().is_subclass_of(ctx.find_class('arrayiterator'))


def base_name(ctx, store):
    return 'ArrayIterator' if is_iterator(ctx, store) else 'ArrayObject'


# -- the methods of both --------------------------------------------------------------------------------------------------

ARRAY_OBJECT = native_class('ArrayObject', W_ArrayStore, implements=('IteratorAggregate', 'ArrayAccess', 'Serializable', 'Countable'))
ARRAY_ITERATOR = native_class('ArrayIterator', W_ArrayStore, implements=('SeekableIterator', 'ArrayAccess', 'Serializable', 'Countable'))
RECURSIVE_ARRAY_ITERATOR = native_class('RecursiveArrayIterator', W_ArrayStore, 'ArrayIterator', ('RecursiveIterator',))
for native in (ARRAY_OBJECT, ARRAY_ITERATOR):
    native.constant('STD_PROP_LIST', STD_PROP_LIST)
    native.constant('ARRAY_AS_PROPS', ARRAY_AS_PROPS)
RECURSIVE_ARRAY_ITERATOR.constant('CHILD_ARRAYS_ONLY', CHILD_ARRAYS_ONLY)


def both(text, raw=()):
    """NOT_RPYTHON. Decorator: a method of ArrayObject and of ArrayIterator."""
    def declare(body):
        ARRAY_OBJECT.method(text, raw)(body)
        ARRAY_ITERATOR.method(text, raw)(body)
        return body
    return declare


def take_storage(ctx, store, w, flags, only_storage):
    """Puts an array or object in. only_storage: without flags, which another store then gives."""
    if isinstance(w, W_ArrayStore):
        if only_storage:
            flags = w.flags
        own(w)
        store.put_storage(w)
    elif isinstance(w, W_Array):
        own(w)
        store.put_storage(w)
    else:
        assert isinstance(w, W_Object)
        if isinstance(w, W_Native) or w.get_class().enum is not None or w.get_class().init_native != 0:
            raise ctx.error('InvalidArgumentException', 'Overloaded object of type %s is not compatible with %s' % (
                w.get_class().name, store.get_class().name))
        own(w)
        store.put_storage(w)
    store.flags = flags & USER_FLAGS
    store.let_go()
    store.cursor.pos = 0
    store.seen = -1


@ARRAY_OBJECT.method('__construct(object|array $array = [], int $flags = 0, string $iteratorClass = "ArrayIterator")', raw=('iteratorClass',))
def array_object_construct(ctx, store, w_array, flags, w_class):
    set_iterator_class(ctx, store, 'ArrayObject::__construct', 3, w_class)
    take_storage(ctx, store, w_array, flags, flags == 0 and store.iterator_class is None)


@ARRAY_ITERATOR.method('__construct(object|array $array = [], int $flags = 0)')
def array_iterator_construct(ctx, store, w_array, flags):
    take_storage(ctx, store, w_array, flags, flags == 0)


@both('offsetExists(mixed $key): bool')
def array_offset_exists(ctx, store, w_key):
    return deref(store.get(checked_key(ctx, w_key, 'Illegal offset type in isset or empty'))) is not None


@both('offsetGet(mixed $key): mixed')
def array_offset_get(ctx, store, w_key):
    w_key = checked_key(ctx, w_key, 'Illegal offset type')
    w = deref(store.get(w_key))
    if w is None:
        return undefined_key(ctx, w_key)
    return owned(w)


@both('offsetSet(mixed $key, mixed $value): void')
def array_offset_set(ctx, store, w_key, w_value):
    store.check_unlocked(ctx)
    if isinstance(w_key, W_Null):
        own(w_value)
        store.append(ctx, w_value)
        return
    w_key = checked_key(ctx, w_key, 'Illegal offset type')
    own(w_value)
    store.put(ctx, w_key, w_value)


@both('offsetUnset(mixed $key): void')
def array_offset_unset(ctx, store, w_key):
    w_key = checked_key(ctx, w_key, 'Illegal offset type in unset')
    store.check_unlocked(ctx)
    store.remove(w_key)


@both('append(mixed $value): void')
def array_append(ctx, store, w_value):
    if store.unique_array() is None:
        raise ctx.error('Error', 'Cannot append properties to objects, use %s::offsetSet() instead' % store.get_class().name)
    disown(ctx.call_method(store, 'offsetset', [w_null, w_value]))


@both('getArrayCopy(): array')
def array_copy(ctx, store):
    return store.copied_elements(ctx)


@both('count(): int')
def array_count(ctx, store):
    return store.count()


@both('getFlags(): int')
def array_get_flags(ctx, store):
    return store.flags


@both('setFlags(int $flags): void')
def array_set_flags(ctx, store, flags):
    store.flags = flags & USER_FLAGS


def sorted_by(ctx, store, function, w_argument):
    """Hands the elements to one of the array functions and takes them back."""
    holder = store.holder()
    w = holder.w_storage
    is_array = isinstance(w, W_Array)
    w_elements = store.copied_elements(ctx)
    ref = W_Ref(w_elements)
    if is_array:
        holder.w_storage = owned(w_elements)
        disown(w)
    holder.sorting += 1
    try:
        w_callable = new_str(function)
        disown(ctx.call(w_callable, [ref, w_argument] if w_argument is not None else [ref]))
    finally:
        holder.sorting -= 1
        if is_array:
            w_old = holder.w_storage
            holder.w_storage = owned(ref.value)
            disown(w_old)
        disown(ref)


@both('asort(int $flags = SORT_REGULAR): bool')
def array_asort(ctx, store, flags):
    sorted_by(ctx, store, 'asort', W_Int(flags))
    return True


@both('ksort(int $flags = SORT_REGULAR): bool')
def array_ksort(ctx, store, flags):
    sorted_by(ctx, store, 'ksort', W_Int(flags))
    return True


@both('uasort(callable $callback): bool', raw=('callback',))
def array_uasort(ctx, store, w_callback):
    sorted_by(ctx, store, 'uasort', w_callback)
    return True


@both('uksort(callable $callback): bool', raw=('callback',))
def array_uksort(ctx, store, w_callback):
    sorted_by(ctx, store, 'uksort', w_callback)
    return True


@both('natsort(): bool')
def array_natsort(ctx, store):
    sorted_by(ctx, store, 'natsort', None)
    return True


@both('natcasesort(): bool')
def array_natcasesort(ctx, store):
    sorted_by(ctx, store, 'natcasesort', None)
    return True


@both('__serialize(): array')
def array_serialize_data(ctx, store):
    w_data = new_array(4)
    if store.w_storage is store:
        w_data.append(W_Int(store.flags | IS_SELF))
        w_data.append(w_null)
    else:
        w_data.append(W_Int(store.flags))
        w_data.append(owned(store.w_storage))
    w_data.append(members_table(store))
    if not is_iterator(ctx, store):
        cls = store.iterator_class
        w_data.append(new_str(cls.name) if cls is not None else w_null)
    return w_data


@both('__unserialize(array $data): void')
def array_unserialize_data(ctx, store, w_data):
    w_flags = deref(w_data.get_int(0))
    w_storage = deref(w_data.get_int(1))
    w_members = deref(w_data.get_int(2))
    if w_data.count() < 3 or not isinstance(w_flags, W_Int) or not isinstance(w_members, W_Array):
        raise ctx.error('UnexpectedValueException', 'Incomplete or ill-typed serialization data')
    if w_flags.intval & IS_SELF:
        w_storage = store
    elif not isinstance(w_storage, W_Array) and not isinstance(w_storage, W_Object):
        raise ctx.error('UnexpectedValueException', 'Passed variable is not an array or object')
    take_storage(ctx, store, w_storage, w_flags.intval, False)
    restore_members(ctx, store, w_members)
    w_class = deref(w_data.get_int(3))
    if isinstance(w_class, W_Str):
        cls = ctx.load_class_or_none(w_class.as_str())
        if cls is None:
            raise ctx.error('UnexpectedValueException', "Cannot deserialize ArrayObject with iterator class '%s'; no such class exists" % (
                w_class.as_str()))
        if not cls.is_subclass_of(ctx.find_class('arrayiterator')):
            raise ctx.error('UnexpectedValueException', (
                "Cannot deserialize ArrayObject with iterator class '%s'; this class does not implement the Iterator interface" % (
                    w_class.as_str())))
        store.iterator_class = cls


@both('serialize(): string')
def array_serialize(ctx, store):
    w_members = members_table(store)
    w_flags = W_Int(store.flags)
    if store.w_storage is store:
        texts = serialization.serialized_parts(ctx, [W_Int(store.flags | IS_SELF), w_members])
        text = 'x:%sm:%s' % (texts[0], texts[1])
    else:
        texts = serialization.serialized_parts(ctx, [w_flags, store.w_storage, w_members])
        text = 'x:%s%s;m:%s' % (texts[0], texts[1], texts[2])
    disown(w_members)
    return text


@both('unserialize(string $data): void')
def array_unserialize(ctx, store, data):
    if data == '':
        return
    store.check_unlocked(ctx)
    reader = serialization.joined_reader(ctx, data)
    try:
        reader.skip('x:')
        w_flags = reader.next_value()
        if not isinstance(w_flags, W_Int):
            raise serialization.BadData()
        if w_flags.intval & IS_SELF:
            take_storage(ctx, store, store, w_flags.intval, False)
        else:
            w_storage = reader.next_value()
            if not isinstance(w_storage, W_Array) and not isinstance(w_storage, W_Object):
                raise serialization.BadData()
            take_storage(ctx, store, w_storage, w_flags.intval, False)
            reader.skip(';')
        reader.skip('m:')
        w_members = reader.next_value()
        if not isinstance(w_members, W_Array):
            raise serialization.BadData()
        restore_members(ctx, store, w_members)
    except serialization.BadData:
        raise ctx.error('UnexpectedValueException', 'Error at offset %d of %d bytes' % (reader.at, len(data)))


@both('__debugInfo(): array')
def array_debug_info(ctx, store):
    w_info = members_table(store)
    if store.w_storage is not store:
        w_info.put_str('\0%s\0storage' % base_name(ctx, store), owned(store.w_storage))
    return w_info


# -- ArrayObject ----------------------------------------------------------------------------------------------------------

def set_iterator_class(ctx, store, title, number, w_class):
    cls = derived_class(ctx, title, number, 'iteratorClass', 'ArrayIterator', w_class)
    store.iterator_class = cls if cls.name != 'ArrayIterator' else None


@ARRAY_OBJECT.method('getIterator(): Iterator')
def array_object_get_iterator(ctx, store):
    cls = store.iterator_class
    if cls is None:
        cls = ctx.find_class('arrayiterator')
    return iterator_over(ctx, cls, store)


def iterator_over(ctx, cls, store):
    """A new ArrayIterator of this class that goes over the elements of a store; its constructor does not run."""
    w_iterator = make_blank(ctx, cls)
    own(store)
    w_iterator.put_storage(store)
    w_iterator.flags = store.flags
    return w_iterator


def make_blank(ctx, cls):
    w_made = make(ctx, cls)
    assert isinstance(w_made, W_ArrayStore)
    return w_made


@ARRAY_OBJECT.method('exchangeArray(object|array $array): array')
def array_object_exchange(ctx, store, w_array):
    store.check_unlocked(ctx)
    w_old = store.copied_elements(ctx)
    flags = store.flags
    take_storage(ctx, store, w_array, flags, False)
    return w_old


@ARRAY_OBJECT.method('setIteratorClass(string $iteratorClass): void', raw=('iteratorClass',))
def array_object_set_iterator_class(ctx, store, w_class):
    set_iterator_class(ctx, store, 'ArrayObject::setIteratorClass', 1, w_class)


@ARRAY_OBJECT.method('getIteratorClass(): string')
def array_object_get_iterator_class(ctx, store):
    cls = store.iterator_class
    return cls.name if cls is not None else 'ArrayIterator'


# -- ArrayIterator --------------------------------------------------------------------------------------------------------

@ARRAY_ITERATOR.method('rewind(): void')
def array_iterator_rewind(ctx, store):
    store.rewind()


@ARRAY_ITERATOR.method('current(): mixed')
def array_iterator_current(ctx, store):
    w = deref(store.current())
    return owned(w) if w is not None else w_null


@ARRAY_ITERATOR.method('key(): string|int|null')
def array_iterator_key(ctx, store):
    return store.current_key()


@ARRAY_ITERATOR.method('next(): void')
def array_iterator_next(ctx, store):
    store.advance()


@ARRAY_ITERATOR.method('valid(): bool')
def array_iterator_valid(ctx, store):
    return store.position() >= 0


@ARRAY_ITERATOR.method('seek(int $offset): void')
def array_iterator_seek(ctx, store, offset):
    if 0 <= offset < store.count():
        store.rewind()
        for _ in range(offset):
            store.advance()
        if store.position() >= 0:
            return
    raise ctx.error('OutOfBoundsException', 'Seek position %d is out of range' % offset)


# -- RecursiveArrayIterator -----------------------------------------------------------------------------------------------

@RECURSIVE_ARRAY_ITERATOR.method('hasChildren(): bool')
def recursive_array_has_children(ctx, store):
    w = deref(store.current())
    return isinstance(w, W_Array) or isinstance(w, W_Object) and not store.flags & CHILD_ARRAYS_ONLY


@RECURSIVE_ARRAY_ITERATOR.method('getChildren(): ?RecursiveArrayIterator')
def recursive_array_get_children(ctx, store):
    w = deref(store.current())
    if w is None:
        return w_null
    if isinstance(w, W_Object):
        if store.flags & CHILD_ARRAYS_ONLY:
            return w_null
        if w.get_class().is_subclass_of(store.get_class()):
            return owned(w)
    w_children = make(ctx, store.get_class())
    disown(ctx.call_method(w_children, '__construct', [w, W_Int(store.flags)]))
    return w_children
