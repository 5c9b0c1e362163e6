"""SplHeap, SplMinHeap, SplMaxHeap and SplPriorityQueue (ext/spl/spl_heap.c)."""
from __future__ import absolute_import

from hippy.interpreter.builtins.elements import owned
from hippy.interpreter.builtins.native_classes import native_class
from hippy.interpreter.builtins.object_making import members_table
from hippy.interpreter.errors import PhpThrow
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.compare import compare
from hippy.interpreter.objects.convert import to_int
from hippy.interpreter.objects.functions import UserFunction
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.natives import W_Native
from hippy.interpreter.objects.values import W_Int, disown, new_bool, own, w_null, w_true

DATA = 1
PRIORITY = 2
BOTH = 3


class Item(object):
    """w_priority: None in a SplHeap."""
    _attrs_ = ('w_value', 'w_priority')
    _immutable_fields_ = ('w_value', 'w_priority')

    def __init__(self, w_value, w_priority):
        self.w_value = w_value
        self.w_priority = w_priority


class W_Heap(W_Native):
    """items: a binary heap, the greatest first. is_changing: a comparison runs, which must not change it."""
    _attrs_ = ('items', 'is_corrupted', 'is_changing', 'flags')

    def __init__(self, map, ident):
        W_Object.__init__(self, map, ident)
        self.items = []
        self.is_corrupted = False
        self.is_changing = False
        self.flags = 0

    def owned_values(self):
        found = []
        for item in self.items:
            found.append(item.w_value)
            found.append(item.w_priority)
        return found

    def copy_state(self, ctx, w_from):
        assert isinstance(w_from, W_Heap)
        self.flags = w_from.flags
        self.is_corrupted = w_from.is_corrupted
        self.items = []
        for item in w_from.items:
            own(item.w_value)
            own(item.w_priority)
            self.items.append(item)

    def order(self, ctx, a, b):
        """> 0 where item a comes before b. PHP code may compare."""
        w_a, w_b = a.w_value, b.w_value
        if a.w_priority is not None:
            w_a, w_b = a.w_priority, b.w_priority
        method = self.get_class().find_method('compare')
        if isinstance(method, UserFunction):
            w_order = ctx.call_bound(method, self, [w_a, w_b])
            return to_int(ctx, w_order)
        return self.plain_order(ctx, w_a, w_b)

    def plain_order(self, ctx, w_a, w_b):
        return compare(ctx, w_a, w_b)

    def check(self, ctx, is_write):
        if self.is_corrupted:
            raise ctx.error('RuntimeException', 'Heap is corrupted, heap properties are no longer ensured.')
        if is_write and self.is_changing:
            raise ctx.error('RuntimeException', 'Heap cannot be changed when it is already being modified.')

    def insert(self, ctx, item):
        """Takes over what the item owns. An exception of a comparison leaves the heap corrupted, with the item in it."""
        self.items.append(item)
        i = len(self.items) - 1
        failure = None
        self.is_changing = True
        while i > 0:
            parent = (i - 1) >> 1
            try:
                goes_up = self.order(ctx, self.items[parent], item) < 0
            except PhpThrow as e:
                failure = e
                break
            if not goes_up:
                break
            self.items[i] = self.items[parent]
            i = parent
        self.is_changing = False
        self.items[i] = item
        if failure is not None:
            self.is_corrupted = True
            raise failure

    def take_first(self, ctx):
        """Removes the greatest item of a heap that is not empty; what it owns is the caller's."""
        first = self.items[0]
        limit = (len(self.items) - 1) >> 1
        bottom = self.items[len(self.items) - 1]
        count = len(self.items) - 1
        failure = None
        self.is_changing = True
        i = 0
        while i < limit:
            child = i * 2 + 1
            try:
                if child != count and self.order(ctx, self.items[child + 1], self.items[child]) > 0:
                    child += 1
                goes_down = self.order(ctx, bottom, self.items[child]) < 0
            except PhpThrow as e:
                failure = e
                break
            if not goes_down:
                break
            self.items[i] = self.items[child]
            i = child
        self.is_changing = False
        self.items[i] = bottom
        self.items.pop()
        if failure is not None:
            self.is_corrupted = True
            raise failure
        return first

    def shown(self, item):
        """An item in debugging output; owned."""
        return owned(item.w_value)


class W_MinHeap(W_Heap):
    _attrs_ = ()

    def plain_order(self, ctx, w_a, w_b):
        return compare(ctx, w_b, w_a)


class W_PriorityQueue(W_Heap):
    _attrs_ = ()

    def __init__(self, map, ident):
        W_Heap.__init__(self, map, ident)
        self.flags = DATA

    def shown(self, item):
        return extracted(item, BOTH)


HEAP = native_class('SplHeap', W_Heap, implements=('Iterator', 'Countable'), abstract=True)
MIN_HEAP = native_class('SplMinHeap', W_MinHeap, 'SplHeap')
MAX_HEAP = native_class('SplMaxHeap', W_Heap, 'SplHeap')
QUEUE = native_class('SplPriorityQueue', W_PriorityQueue, implements=('Iterator', 'Countable'))
QUEUE.constant('EXTR_BOTH', BOTH)
QUEUE.constant('EXTR_PRIORITY', PRIORITY)
QUEUE.constant('EXTR_DATA', DATA)
HEAP.abstract('compare(mixed $value1, mixed $value2): int', protected=True)


def extracted(item, flags):
    """What an extraction gives of an item of a priority queue; owned."""
    if flags & BOTH == BOTH:
        w_both = new_array(2)
        w_both.put_str('data', owned(item.w_value))
        w_both.put_str('priority', owned(item.w_priority))
        return w_both
    if flags & PRIORITY:
        return owned(item.w_priority)
    return owned(item.w_value)


def give(w_heap, item):
    """What an item is for PHP code; owned."""
    if item.w_priority is None:
        return owned(item.w_value)
    return extracted(item, w_heap.flags)


def taken(ctx, w_heap):
    """The greatest item, removed; what PHP code sees of it, owned."""
    item = w_heap.take_first(ctx)
    w_result = give(w_heap, item)
    disown(item.w_value)
    disown(item.w_priority)
    return w_result


def in_both(text):
    """NOT_RPYTHON. Decorator: a method of SplHeap and of SplPriorityQueue."""
    def declare(body):
        HEAP.method(text)(body)
        QUEUE.method(text)(body)
        return body
    return declare


@MAX_HEAP.method('compare(mixed $value1, mixed $value2): int', protected=True)
@QUEUE.method('compare(mixed $priority1, mixed $priority2): int')
def max_heap_compare(ctx, w_heap, w_a, w_b):
    return compare(ctx, w_a, w_b)


@MIN_HEAP.method('compare(mixed $value1, mixed $value2): int', protected=True)
def min_heap_compare(ctx, w_heap, w_a, w_b):
    return compare(ctx, w_b, w_a)


@in_both('extract(): mixed')
def heap_extract(ctx, w_heap):
    w_heap.check(ctx, True)
    if len(w_heap.items) == 0:
        raise ctx.error('RuntimeException', "Can't extract from an empty heap")
    return taken(ctx, w_heap)


@HEAP.method('insert(mixed $value): bool')
def heap_insert(ctx, w_heap, w_value):
    w_heap.check(ctx, True)
    own(w_value)
    w_heap.insert(ctx, Item(w_value, None))
    return True


@QUEUE.method('insert(mixed $value, mixed $priority)', raw=('return',))
def queue_insert(ctx, w_heap, w_value, w_priority):
    w_heap.check(ctx, True)
    own(w_value)
    own(w_priority)
    w_heap.insert(ctx, Item(w_value, w_priority))
    return w_true


@in_both('top(): mixed')
def heap_top(ctx, w_heap):
    w_heap.check(ctx, False)
    if len(w_heap.items) == 0:
        raise ctx.error('RuntimeException', "Can't peek at an empty heap")
    return give(w_heap, w_heap.items[0])


@in_both('count(): int')
def heap_count(ctx, w_heap):
    return len(w_heap.items)


@in_both('isEmpty(): bool')
def heap_is_empty(ctx, w_heap):
    return len(w_heap.items) == 0


@in_both('rewind(): void')
def heap_rewind(ctx, w_heap):
    pass


@in_both('current(): mixed')
def heap_current(ctx, w_heap):
    if len(w_heap.items) == 0:
        return w_null
    return give(w_heap, w_heap.items[0])


@in_both('key(): int')
def heap_key(ctx, w_heap):
    return len(w_heap.items) - 1


@in_both('next(): void')
def heap_next(ctx, w_heap):
    w_heap.check(ctx, True)
    if len(w_heap.items) > 0:
        disown(taken(ctx, w_heap))


@in_both('valid(): bool')
def heap_valid(ctx, w_heap):
    return len(w_heap.items) > 0


@HEAP.method('recoverFromCorruption(): bool')
def heap_recover(ctx, w_heap):
    w_heap.is_corrupted = False
    return True


@QUEUE.method('recoverFromCorruption()', raw=('return',))
def queue_recover(ctx, w_heap):
    w_heap.is_corrupted = False
    return w_true


@in_both('isCorrupted(): bool')
def heap_is_corrupted(ctx, w_heap):
    return w_heap.is_corrupted


def debug_info(w_heap, owner):
    w_info = members_table(w_heap)
    w_info.put_str('\0%s\0flags' % owner, W_Int(w_heap.flags))
    w_info.put_str('\0%s\0isCorrupted' % owner, new_bool(w_heap.is_corrupted))
    w_items = new_array(len(w_heap.items))
    for item in w_heap.items:
        w_items.append(w_heap.shown(item))
    w_info.put_str('\0%s\0heap' % owner, w_items)
    return w_info


@HEAP.method('__debugInfo(): array')
def heap_debug_info(ctx, w_heap):
    return debug_info(w_heap, 'SplHeap')


@QUEUE.method('__debugInfo(): array')
def queue_debug_info(ctx, w_heap):
    return debug_info(w_heap, 'SplPriorityQueue')


@QUEUE.method('setExtractFlags(int $flags): int')
def queue_set_flags(ctx, w_heap, flags):
    flags &= BOTH
    if flags == 0:
        raise ctx.error('RuntimeException', 'Must specify at least one extract flag')
    w_heap.flags = flags
    return flags


@QUEUE.method('getExtractFlags(): int')
def queue_get_flags(ctx, w_heap):
    return w_heap.flags
