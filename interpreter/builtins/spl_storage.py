"""SplObjectStorage and MultipleIterator: objects with something attached to each (ext/spl/spl_observer.c)."""
from __future__ import absolute_import

from hippy.interpreter.builtins import serialization
from hippy.interpreter.builtins.elements import owned
from hippy.interpreter.builtins.native_classes import native_class
from hippy.interpreter.builtins.object_making import members_table, restore_members
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.compare import strict_equal
from hippy.interpreter.objects.convert import to_array_key, type_name
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.natives import W_Native
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.values import W_Int, W_Null, disown, own, w_null


class Attached(object):
    """An object in a storage and what is attached to it. hash: what getHash() of PHP code gave, '' otherwise."""
    _attrs_ = ('w_object', 'w_info', 'hash')

    def __init__(self, w_object, w_info, hash):
        assert isinstance(w_object, W_Object)
        self.w_object = w_object
        self.w_info = w_info
        self.hash = hash


class W_Storage(W_Native):
    """entries: in order, None where one was detached. by_object, by_hash: where they are. at: the current entry; index: its key."""
    _attrs_ = ('entries', 'by_object', 'by_hash', 'live', 'at', 'index', 'flags')

    def __init__(self, map, ident):
        W_Object.__init__(self, map, ident)
        self.entries = []
        self.by_object = {}
        self.by_hash = {}
        self.live = 0
        self.at = 0
        self.index = 0
        self.flags = 0

    def owned_values(self):
        found = []
        for entry in self.entries:
            if entry is not None:
                found.append(entry.w_object)
                found.append(entry.w_info)
        return found

    def copy_state(self, ctx, w_from):
        assert isinstance(w_from, W_Storage)
        self.flags = w_from.flags
        for entry in w_from.entries:
            if entry is not None:
                self.add(Attached(entry.w_object, entry.w_info, entry.hash))

    def compare_state(self, ctx, w_other):
        w_array = new_array(self.live)
        for entry in self.entries:
            if entry is not None:
                w_array.put_int(entry.w_object.object_id(), owned(entry.w_info))
        return w_array

    # entries

    def hash_of(self, ctx, w_object):
        """'' unless PHP code has its own getHash()."""
        method = self.get_class().find_method('gethash')
        if method is None or method.is_builtin():
            return ''
        w_hash = ctx.call_bound(method, self, [w_object])
        if not isinstance(w_hash, W_Str):
            raise ctx.error('RuntimeException', 'Hash needs to be a string')
        return '=' + w_hash.as_str()

    def position_of(self, w_object, hash):
        if hash != '':
            return self.by_hash.get(hash, -1)
        return self.by_object.get(w_object, -1)

    def find(self, ctx, w_object):
        """The Attached of an object, or None."""
        assert isinstance(w_object, W_Object)
        position = self.position_of(w_object, self.hash_of(ctx, w_object))
        if position < 0:
            return None
        return self.entries[position]

    def add(self, entry):
        """Appends an entry; owns what it holds."""
        own(entry.w_object)
        own(entry.w_info)
        if entry.hash != '':
            self.by_hash[entry.hash] = len(self.entries)
        else:
            self.by_object[entry.w_object] = len(self.entries)
        self.entries.append(entry)
        self.live += 1

    def attach(self, ctx, w_object, w_info):
        assert isinstance(w_object, W_Object)
        hash = self.hash_of(ctx, w_object)
        position = self.position_of(w_object, hash)
        if position < 0:
            self.add(Attached(w_object, w_info, hash))
            return
        entry = self.entries[position]
        own(w_info)
        w_old = entry.w_info
        entry.w_info = w_info
        disown(w_old)

    def detach(self, ctx, w_object):
        """True when it was there."""
        assert isinstance(w_object, W_Object)
        hash = self.hash_of(ctx, w_object)
        position = self.position_of(w_object, hash)
        if position < 0:
            return False
        entry = self.entries[position]
        if hash != '':
            del self.by_hash[hash]
        else:
            del self.by_object[w_object]
        self.entries[position] = None
        self.live -= 1
        if self.live == 0:
            self.entries = []
            self.at = 0
        disown(entry.w_info)
        disown(entry.w_object)
        return True

    def first(self):
        self.at = 0
        self.index = 0
        self.settle()

    def advance(self):
        if self.at < len(self.entries):
            self.at += 1
            self.settle()
        self.index += 1

    def settle(self):
        """Goes on to the next entry where the current one was detached."""
        while self.at < len(self.entries) and self.entries[self.at] is None:
            self.at += 1

    def current(self):
        """The current Attached, or None."""
        self.settle()
        if self.at < len(self.entries):
            return self.entries[self.at]
        return None


def storage_table(w_storage, owner):
    """What debugging output shows."""
    w_info = members_table(w_storage)
    w_entries = new_array(w_storage.live)
    for entry in w_storage.entries:
        if entry is not None:
            w_entry = new_array(2)
            w_entry.put_str('obj', owned(entry.w_object))
            w_entry.put_str('inf', owned(entry.w_info))
            w_entries.append(w_entry)
    w_info.put_str('\0%s\0storage' % owner, w_entries)
    return w_info


STORAGE = native_class('SplObjectStorage', W_Storage, implements=('Countable', 'Iterator', 'Serializable', 'ArrayAccess'))


@STORAGE.method('attach(object $object, mixed $info = null): void')
def storage_attach(ctx, w_storage, w_object, w_info):
    w_storage.attach(ctx, w_object, w_info)


@STORAGE.method('offsetSet($object, mixed $info = null): void', raw=('object',))
def storage_offset_set(ctx, w_storage, w_object, w_info):
    w_storage.attach(ctx, checked_object(ctx, 'offsetSet', w_object), w_info)


def checked_object(ctx, method, w):
    if isinstance(w, W_Object):
        return w
    raise ctx.error('TypeError', 'SplObjectStorage::%s(): Argument #1 ($object) must be of type object, %s given' % (
        method, type_name(w)))


@STORAGE.method('detach(object $object): void')
def storage_detach(ctx, w_storage, w_object):
    w_storage.detach(ctx, w_object)
    w_storage.first()


@STORAGE.method('offsetUnset($object): void')
def storage_offset_unset(ctx, w_storage, w_object):
    w_storage.detach(ctx, checked_object(ctx, 'offsetUnset', w_object))
    w_storage.first()


@STORAGE.method('contains(object $object): bool')
def storage_contains(ctx, w_storage, w_object):
    return w_storage.find(ctx, w_object) is not None


@STORAGE.method('offsetExists($object): bool')
def storage_offset_exists(ctx, w_storage, w_object):
    return w_storage.find(ctx, checked_object(ctx, 'offsetExists', w_object)) is not None


@STORAGE.method('offsetGet($object): mixed')
def storage_offset_get(ctx, w_storage, w_object):
    entry = w_storage.find(ctx, checked_object(ctx, 'offsetGet', w_object))
    if entry is None:
        raise ctx.error('UnexpectedValueException', 'Object not found')
    return owned(entry.w_info)


@STORAGE.method('addAll(SplObjectStorage $storage): int')
def storage_add_all(ctx, w_storage, w_other):
    assert isinstance(w_other, W_Storage)
    for entry in w_other.entries[:]:
        if entry is not None:
            w_storage.attach(ctx, entry.w_object, entry.w_info)
    return w_storage.live


@STORAGE.method('removeAll(SplObjectStorage $storage): int')
def storage_remove_all(ctx, w_storage, w_other):
    assert isinstance(w_other, W_Storage)
    for entry in w_other.entries[:]:
        if entry is not None:
            w_storage.detach(ctx, entry.w_object)
    w_storage.first()
    return w_storage.live


@STORAGE.method('removeAllExcept(SplObjectStorage $storage): int')
def storage_remove_except(ctx, w_storage, w_other):
    assert isinstance(w_other, W_Storage)
    for entry in w_storage.entries[:]:
        if entry is not None and w_other.find(ctx, entry.w_object) is None:
            w_storage.detach(ctx, entry.w_object)
    w_storage.first()
    return w_storage.live


@STORAGE.method('getInfo(): mixed')
def storage_get_info(ctx, w_storage):
    entry = w_storage.current()
    return owned(entry.w_info) if entry is not None else w_null


@STORAGE.method('setInfo(mixed $info): void')
def storage_set_info(ctx, w_storage, w_info):
    entry = w_storage.current()
    if entry is not None:
        own(w_info)
        w_old = entry.w_info
        entry.w_info = w_info
        disown(w_old)


@STORAGE.method('count(int $mode = COUNT_NORMAL): int')
def storage_count(ctx, w_storage, mode):
    if mode != 1:
        return w_storage.live
    total = 1 + w_storage.live          # the table itself, each entry, and what is in it
    for entry in w_storage.entries:
        if entry is not None:
            total += 2
            if isinstance(entry.w_info, W_Array):
                total += entry.w_info.count()
    return total


@STORAGE.method('rewind(): void')
def storage_rewind(ctx, w_storage):
    w_storage.first()


@STORAGE.method('valid(): bool')
def storage_valid(ctx, w_storage):
    return w_storage.current() is not None


@STORAGE.method('key(): int')
def storage_key(ctx, w_storage):
    return w_storage.index


@STORAGE.method('current(): object')
def storage_current(ctx, w_storage):
    entry = w_storage.current()
    if entry is None:
        raise ctx.error('RuntimeException', 'Called current() on invalid iterator')
    return owned(entry.w_object)


@STORAGE.method('next(): void')
def storage_next(ctx, w_storage):
    w_storage.advance()


@STORAGE.method('getHash(object $object): string')
def storage_get_hash(ctx, w_storage, w_object):
    assert isinstance(w_object, W_Object)
    number = '%x' % w_object.object_id()
    return '0' * (32 - len(number)) + number


@STORAGE.method('__debugInfo(): array')
def storage_debug_info(ctx, w_storage):
    return storage_table(w_storage, 'SplObjectStorage')


# -- serialization of SplObjectStorage ------------------------------------------------------------------------------------

@STORAGE.method('__serialize(): array')
def storage_serialize_data(ctx, w_storage):
    w_data = new_array(2)
    w_entries = new_array(2 * w_storage.live)
    for w in w_storage.owned_values():
        w_entries.append(owned(w))
    w_data.append(w_entries)
    w_data.append(members_table(w_storage))
    return w_data


@STORAGE.method('__unserialize(array $data): void')
def storage_unserialize_data(ctx, w_storage, w_data):
    w_entries = deref(w_data.get_int(0))
    w_members = deref(w_data.get_int(1))
    if w_data.count() != 2 or not isinstance(w_entries, W_Array) or not isinstance(w_members, W_Array):
        raise ctx.error('UnexpectedValueException', 'Incomplete or ill-typed serialization data')
    if w_entries.count() % 2 != 0:
        raise ctx.error('UnexpectedValueException', 'Odd number of elements')
    w_object = None
    for w_raw in w_entries.values():
        w = deref(w_raw)
        if w_object is None:
            if not isinstance(w, W_Object):
                raise ctx.error('UnexpectedValueException', 'Non-object key')
            w_object = w
        else:
            w_storage.attach(ctx, w_object, w)
            w_object = None
    restore_members(ctx, w_storage, w_members)


@STORAGE.method('serialize(): string')
def storage_serialize(ctx, w_storage):
    w_members = members_table(w_storage)
    texts = serialization.serialized_parts(ctx, [W_Int(w_storage.live)] + w_storage.owned_values() + [w_members])
    parts = ['x:', texts[0]]
    for i in range(1, len(texts) - 1, 2):
        parts.append(texts[i] + ',' + texts[i + 1] + ';')
    parts.append('m:' + texts[len(texts) - 1])
    disown(w_members)
    return ''.join(parts)


@STORAGE.method('unserialize(string $data): void')
def storage_unserialize(ctx, w_storage, data):
    if data == '':
        return
    reader = serialization.joined_reader(ctx, data)
    try:
        reader.skip('x:')
        w_count = reader.next_value()
        if not isinstance(w_count, W_Int) or w_count.intval < 0:
            raise serialization.BadData()
        for _ in range(w_count.intval):
            w_object = reader.next_value()
            if not isinstance(w_object, W_Object):
                raise serialization.BadData()
            w_info = w_null
            if reader.char(reader.at) == ',':
                reader.skip(',')
                w_info = reader.next_value()
            w_storage.attach(ctx, w_object, w_info)
            reader.skip(';')
        reader.skip('m:')
        w_members = reader.next_value()
        if not isinstance(w_members, W_Array):
            raise serialization.BadData()
        restore_members(ctx, w_storage, w_members)
    except serialization.BadData:
        raise ctx.error('UnexpectedValueException', 'Error at offset %d of %d bytes' % (reader.at, len(data)))


# -- MultipleIterator -----------------------------------------------------------------------------------------------------

NEED_ALL = 1
KEYS_ASSOC = 2


class W_Multiple(W_Storage):
    _attrs_ = ()

    def __init__(self, map, ident):
        W_Storage.__init__(self, map, ident)
        self.flags = NEED_ALL


MULTIPLE = native_class('MultipleIterator', W_Multiple, implements=('Iterator',))
MULTIPLE.constant('MIT_NEED_ANY', 0)
MULTIPLE.constant('MIT_NEED_ALL', NEED_ALL)
MULTIPLE.constant('MIT_KEYS_NUMERIC', 0)
MULTIPLE.constant('MIT_KEYS_ASSOC', KEYS_ASSOC)


@MULTIPLE.method('__construct(int $flags = 1)')
def multiple_construct(ctx, w_this, flags):
    w_this.flags = flags


@MULTIPLE.method('getFlags(): int')
def multiple_get_flags(ctx, w_this):
    return w_this.flags


@MULTIPLE.method('setFlags(int $flags): void')
def multiple_set_flags(ctx, w_this, flags):
    w_this.flags = flags


@MULTIPLE.method('attachIterator(Iterator $iterator, string|int|null $info = null): void')
def multiple_attach(ctx, w_this, w_iterator, w_info):
    if not isinstance(w_info, W_Null):
        for entry in w_this.entries:
            if entry is not None and strict_equal(ctx, entry.w_info, w_info):
                raise ctx.error('InvalidArgumentException', 'Key duplication error')
    w_this.attach(ctx, w_iterator, w_info)


@MULTIPLE.method('detachIterator(Iterator $iterator): void')
def multiple_detach(ctx, w_this, w_iterator):
    w_this.detach(ctx, w_iterator)
    w_this.first()


@MULTIPLE.method('containsIterator(Iterator $iterator): bool')
def multiple_contains(ctx, w_this, w_iterator):
    return w_this.find(ctx, w_iterator) is not None


@MULTIPLE.method('countIterators(): int')
def multiple_count(ctx, w_this):
    return w_this.live


def ask_all(ctx, w_this, method):
    for entry in w_this.entries[:]:
        if entry is not None:
            disown(ctx.call_method(entry.w_object, method, []))


@MULTIPLE.method('rewind(): void')
def multiple_rewind(ctx, w_this):
    ask_all(ctx, w_this, 'rewind')


@MULTIPLE.method('next(): void')
def multiple_next(ctx, w_this):
    ask_all(ctx, w_this, 'next')


@MULTIPLE.method('valid(): bool')
def multiple_valid(ctx, w_this):
    if w_this.live == 0:
        return False
    expected = w_this.flags & NEED_ALL != 0
    for entry in w_this.entries[:]:
        if entry is not None:
            if ctx.to_bool(ctx.call_method(entry.w_object, 'valid', [])) != expected:
                return not expected
    return expected


def collected(ctx, w_this, method):
    """What current() or key() of all iterators give, as an array."""
    w_result = new_array(w_this.live)
    for entry in w_this.entries[:]:
        if entry is None:
            continue
        w = w_null
        if ctx.to_bool(ctx.call_method(entry.w_object, 'valid', [])):
            w = ctx.call_method(entry.w_object, method, [])
        elif w_this.flags & NEED_ALL:
            raise ctx.error('RuntimeException', 'Called %s() with non valid sub iterator' % method)
        if w_this.flags & KEYS_ASSOC:
            if isinstance(entry.w_info, W_Null):
                raise ctx.error('InvalidArgumentException', 'Sub-Iterator is associated with NULL')
            w_result.put_key(to_array_key(ctx, entry.w_info), w)
        else:
            w_result.append(w)
    return w_result


@MULTIPLE.method('key(): array')
def multiple_key(ctx, w_this):
    return checked_collection(ctx, w_this, 'key')


@MULTIPLE.method('current(): array')
def multiple_current(ctx, w_this):
    return checked_collection(ctx, w_this, 'current')


def checked_collection(ctx, w_this, method):
    if w_this.live == 0:
        raise ctx.error('RuntimeException', 'Called %s() on an invalid iterator' % method)
    return collected(ctx, w_this, method)


@MULTIPLE.method('__debugInfo(): array')
def multiple_debug_info(ctx, w_this):
    return storage_table(w_this, 'SplObjectStorage')
