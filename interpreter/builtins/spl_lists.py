"""SplDoublyLinkedList, SplQueue and SplStack (ext/spl/spl_dllist.c)."""
from __future__ import absolute_import

from hippy.interpreter.builtins import serialization
from hippy.interpreter.builtins.elements import owned
from hippy.interpreter.builtins.native_classes import native_class
from hippy.interpreter.builtins.object_making import element_index, members_table, restore_members
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.convert import type_name
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.natives import W_Native
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.values import W_Int, W_Null, disown, own, w_null
from hippy.interpreter.vm.iterators import Walk

KEEP = 0
DELETE = 1
LIFO = 2
ITERATING = ['rewind', 'valid', 'key', 'current', 'next']
FIXED = 4       # of queues and stacks: the direction cannot change


class Node(object):
    """An element. Of one that was removed w_value is None; its neighbours are those it had."""
    _attrs_ = ('w_value', 'before', 'after')

    def __init__(self, w_value):
        self.w_value = w_value
        self.before = None
        self.after = None


class W_List(W_Native):
    """head, tail: Nodes or None. node, position: where the methods of Iterator stand."""
    _attrs_ = ('head', 'tail', 'length', 'flags', 'node', 'position')

    def __init__(self, map, ident):
        W_Object.__init__(self, map, ident)
        self.head = None
        self.tail = None
        self.length = 0
        self.flags = 0
        self.node = None
        self.position = 0

    def owned_values(self):
        found = []
        node = self.head
        while node is not None:
            found.append(node.w_value)
            node = node.after
        return found

    def copy_state(self, ctx, w_from):
        assert isinstance(w_from, W_List)
        self.flags = w_from.flags
        node = w_from.head
        while node is not None:
            self.push(owned(node.w_value))
            node = node.after

    def start_walk(self, ctx, by_ref):
        if by_ref:
            raise ctx.error('Error', 'An iterator cannot be used with foreach by reference')
        for method in ITERATING:
            if not self.get_class().find_method(method).is_builtin():
                return None
        return ListWalk(self)

    # changes; each takes over one ownership

    def push(self, w_value):
        node = Node(w_value)
        node.before = self.tail
        if self.tail is not None:
            self.tail.after = node
        else:
            self.head = node
        self.tail = node
        self.length += 1

    def unshift(self, w_value):
        self.insert_before(self.head, w_value)

    def insert_before(self, after, w_value):
        """after: a Node, or None in an empty list."""
        if after is None:
            self.push(w_value)
            return
        node = Node(w_value)
        node.after = after
        node.before = after.before
        if after.before is not None:
            after.before.after = node
        else:
            self.head = node
        after.before = node
        self.length += 1

    def take(self, node):
        """Removes a node; its value, whose ownership goes to the caller."""
        if node.before is not None:
            node.before.after = node.after
        else:
            self.head = node.after
        if node.after is not None:
            node.after.before = node.before
        else:
            self.tail = node.before
        self.length -= 1
        w_value = node.w_value
        node.w_value = None
        return w_value

    def node_at(self, index):
        """The Node of a valid index, counted from the end in a stack."""
        if self.flags & LIFO:
            node = self.tail
            while index > 0:
                node = node.before
                index -= 1
        else:
            node = self.head
            while index > 0:
                node = node.after
                index -= 1
        return node

    # iteration

    def first(self):
        return self.tail if self.flags & LIFO else self.head

    def first_position(self):
        return self.length - 1 if self.flags & LIFO else 0

    def behind(self, node, is_lifo):
        """The Node that follows one; takes an end away where iterating deletes."""
        following = node.before if is_lifo else node.after
        if self.flags & DELETE:
            end = self.tail if is_lifo else self.head
            if end is not None:
                disown(self.take(end))
        return following

    def step(self, position, is_lifo):
        """The position that follows."""
        if is_lifo:
            return position - 1
        if self.flags & DELETE:
            return position
        return position + 1


class ListWalk(Walk):
    """foreach: with a place of its own, whatever the methods of Iterator are."""
    _attrs_ = ('w_list', 'node', 'position', 'started')

    def __init__(self, w_list):
        self.w_list = w_list
        self.node = None
        self.position = 0
        self.started = False

    def step(self, ctx):
        w_list = self.w_list
        if not self.started:
            self.started = True
            self.node = w_list.first()
            self.position = w_list.first_position()
        elif self.node is not None:
            is_lifo = w_list.flags & LIFO != 0
            self.node = w_list.behind(self.node, is_lifo)
            self.position = w_list.step(self.position, is_lifo)
        return self.node is not None

    def next_value(self, ctx):
        if not self.step(ctx):
            return None
        w_value = self.node.w_value
        return owned(w_value) if w_value is not None else w_null

    def key(self, ctx):
        return W_Int(self.position)

    def close(self):
        pass


class W_Queue(W_List):
    _attrs_ = ()

    def __init__(self, map, ident):
        W_List.__init__(self, map, ident)
        self.flags = FIXED


class W_Stack(W_List):
    _attrs_ = ()

    def __init__(self, map, ident):
        W_List.__init__(self, map, ident)
        self.flags = FIXED | LIFO


LIST = native_class('SplDoublyLinkedList', W_List, implements=('Iterator', 'Countable', 'ArrayAccess', 'Serializable'))
QUEUE = native_class('SplQueue', W_Queue, 'SplDoublyLinkedList')
STACK = native_class('SplStack', W_Stack, 'SplDoublyLinkedList')
LIST.constant('IT_MODE_LIFO', LIFO)
LIST.constant('IT_MODE_FIFO', 0)
LIST.constant('IT_MODE_DELETE', DELETE)
LIST.constant('IT_MODE_KEEP', KEEP)


@LIST.method('add(int $index, mixed $value): void')
def list_add(ctx, w_list, index, w_value):
    if index < 0 or index > w_list.length:
        raise out_of_range(ctx, 'add')
    own(w_value)
    if index == w_list.length:
        w_list.push(w_value)
    else:
        w_list.insert_before(w_list.node_at(index), w_value)


def out_of_range(ctx, method):
    return ctx.error('OutOfRangeException', 'SplDoublyLinkedList::%s(): Argument #1 ($index) is out of range' % method)


@LIST.method('pop(): mixed')
def list_pop(ctx, w_list):
    if w_list.tail is None:
        raise ctx.error('RuntimeException', "Can't pop from an empty datastructure")
    return w_list.take(w_list.tail)


@QUEUE.method('dequeue(): mixed')
@LIST.method('shift(): mixed')
def list_shift(ctx, w_list):
    if w_list.head is None:
        raise ctx.error('RuntimeException', "Can't shift from an empty datastructure")
    return w_list.take(w_list.head)


@QUEUE.method('enqueue(mixed $value): void')
@LIST.method('push(mixed $value): void')
def list_push(ctx, w_list, w_value):
    own(w_value)
    w_list.push(w_value)


@LIST.method('unshift(mixed $value): void')
def list_unshift(ctx, w_list, w_value):
    own(w_value)
    w_list.unshift(w_value)


@LIST.method('top(): mixed')
def list_top(ctx, w_list):
    if w_list.tail is None:
        raise ctx.error('RuntimeException', "Can't peek at an empty datastructure")
    return owned(w_list.tail.w_value)


@LIST.method('bottom(): mixed')
def list_bottom(ctx, w_list):
    if w_list.head is None:
        raise ctx.error('RuntimeException', "Can't peek at an empty datastructure")
    return owned(w_list.head.w_value)


def elements_of(w_list):
    w_elements = new_array(w_list.length)
    for w_value in w_list.owned_values():
        w_elements.append(owned(w_value))
    return w_elements


@LIST.method('__debugInfo(): array')
def list_debug_info(ctx, w_list):
    w_info = members_table(w_list)
    w_info.put_str('\0SplDoublyLinkedList\0flags', W_Int(w_list.flags))
    w_info.put_str('\0SplDoublyLinkedList\0dllist', elements_of(w_list))
    return w_info


@LIST.method('count(): int')
def list_count(ctx, w_list):
    return w_list.length


@LIST.method('isEmpty(): bool')
def list_is_empty(ctx, w_list):
    w_count = ctx.call_method(w_list, 'count', [])
    return isinstance(w_count, W_Int) and w_count.intval == 0


@LIST.method('setIteratorMode(int $mode): int')
def list_set_mode(ctx, w_list, mode):
    if w_list.flags & FIXED and (w_list.flags & LIFO) != (mode & LIFO):
        raise ctx.error('RuntimeException', "Iterators' LIFO/FIFO modes for SplStack/SplQueue objects are frozen")
    w_list.flags = mode & (LIFO | DELETE) | w_list.flags & FIXED
    return w_list.flags


@LIST.method('getIteratorMode(): int')
def list_get_mode(ctx, w_list):
    return w_list.flags


@LIST.method('offsetExists($index): bool')
def list_offset_exists(ctx, w_list, w_index):
    index = int_index(ctx, w_index, 'offsetExists')
    return 0 <= index < w_list.length


def int_index(ctx, w_index, method):
    return element_index(ctx, w_index, 'SplDoublyLinkedList::%s(): Argument #1 ($index) must be of type int, %s given' % (
        method, type_name(w_index)))


def checked_index(ctx, w_list, w_index, method):
    index = int_index(ctx, w_index, method)
    if index < 0 or index >= w_list.length:
        raise out_of_range(ctx, method)
    return index


@LIST.method('offsetGet($index): mixed')
def list_offset_get(ctx, w_list, w_index):
    return owned(w_list.node_at(checked_index(ctx, w_list, w_index, 'offsetGet')).w_value)


@LIST.method('offsetSet($index, mixed $value): void')
def list_offset_set(ctx, w_list, w_index, w_value):
    if isinstance(w_index, W_Null):
        own(w_value)
        w_list.push(w_value)
        return
    node = w_list.node_at(checked_index(ctx, w_list, w_index, 'offsetSet'))
    own(w_value)
    w_old = node.w_value
    node.w_value = w_value
    disown(w_old)


@LIST.method('offsetUnset($index): void')
def list_offset_unset(ctx, w_list, w_index):
    disown(w_list.take(w_list.node_at(checked_index(ctx, w_list, w_index, 'offsetUnset'))))


@LIST.method('rewind(): void')
def list_rewind(ctx, w_list):
    w_list.node = w_list.first()
    w_list.position = w_list.first_position()


@LIST.method('current(): mixed')
def list_current(ctx, w_list):
    node = w_list.node
    if node is None or node.w_value is None:
        return w_null
    return owned(node.w_value)


@LIST.method('key(): int')
def list_key(ctx, w_list):
    return w_list.position


@LIST.method('prev(): void')
def list_prev(ctx, w_list):
    move(w_list, w_list.flags & LIFO == 0)


@LIST.method('next(): void')
def list_next(ctx, w_list):
    move(w_list, w_list.flags & LIFO != 0)


def move(w_list, is_lifo):
    node = w_list.node
    if node is not None:
        w_list.node = w_list.behind(node, is_lifo)
        w_list.position = w_list.step(w_list.position, is_lifo)


@LIST.method('valid(): bool')
def list_valid(ctx, w_list):
    return w_list.node is not None


@LIST.method('serialize(): string')
def list_serialize(ctx, w_list):
    return ':'.join(serialization.serialized_parts(ctx, [W_Int(w_list.flags)] + w_list.owned_values()))


@LIST.method('unserialize(string $data): void')
def list_unserialize(ctx, w_list, data):
    if data == '':
        return
    while w_list.head is not None:
        disown(w_list.take(w_list.head))
    reader = serialization.joined_reader(ctx, data)
    try:
        w_flags = reader.next_value()
        if not isinstance(w_flags, W_Int):
            raise serialization.BadData()
        w_list.flags = w_flags.intval
        while reader.at < len(data):
            reader.skip(':')
            w_list.push(owned(reader.next_value()))
    except serialization.BadData:
        raise ctx.error('UnexpectedValueException', 'Error at offset %d of %d bytes' % (reader.at, len(data)))


@LIST.method('__serialize(): array')
def list_serialize_data(ctx, w_list):
    w_data = new_array(3)
    w_data.append(W_Int(w_list.flags))
    w_data.append(elements_of(w_list))
    w_data.append(members_table(w_list))
    return w_data


@LIST.method('__unserialize(array $data): void')
def list_unserialize_data(ctx, w_list, w_data):
    w_flags = deref(w_data.get_int(0))
    w_elements = deref(w_data.get_int(1))
    w_members = deref(w_data.get_int(2))
    if not isinstance(w_flags, W_Int) or not isinstance(w_elements, W_Array) or not isinstance(w_members, W_Array):
        raise ctx.error('UnexpectedValueException', 'Incomplete or ill-typed serialization data')
    w_list.flags = w_flags.intval
    for w_value in w_elements.values():
        w_list.push(owned(deref(w_value)))
    restore_members(ctx, w_list, w_members)
