"""Iterators that stand on another iterator: IteratorIterator and what extends it (ext/spl/spl_iterators.c)."""
from __future__ import absolute_import

from hippy.interpreter.builtins.elements import owned
from hippy.interpreter.builtins.native_classes import native_class
from hippy.interpreter.builtins.object_making import construct, make
from hippy.interpreter.builtins.spl_arrays import W_ArrayStore
from hippy.interpreter.errors import PhpThrow
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.convert import to_array_key, to_str
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.natives import W_Native
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Int, disown, own, w_false, w_null
from hippy.interpreter.vm.iterators import iterator_of


class W_Outer(W_Native):
    """w_inner: what it stands on, None before the constructor. w_current, w_key: what was fetched last, None where nothing is there.
    position: how many steps the inner iterator has made."""
    _attrs_ = ('w_inner', 'w_current', 'w_key', 'position')

    def __init__(self, map, ident):
        W_Object.__init__(self, map, ident)
        self.w_inner = None
        self.w_current = None
        self.w_key = None
        self.position = 0

    def owned_values(self):
        return [self.w_inner, self.w_current, self.w_key]

    def copy_state(self, ctx, w_from):
        assert isinstance(w_from, W_Outer)
        own(w_from.w_inner)
        own(w_from.w_current)
        own(w_from.w_key)
        self.w_inner = w_from.w_inner
        self.w_current = w_from.w_current
        self.w_key = w_from.w_key
        self.position = w_from.position

    def method_receiver(self, ctx):
        return self.w_inner

    def begin(self, ctx, base, w_inner):
        """The constructor of the class `base` puts the iterator in."""
        assert isinstance(w_inner, W_Object)
        if self.w_inner is not None:
            raise ctx.error('BadMethodCallException', '%s::getIterator() must be called exactly once per instance' % base)
        own(w_inner)
        self.w_inner = w_inner

    def inner(self, ctx):
        w_inner = self.w_inner
        if w_inner is None:
            raise ctx.error('Error', 'The object is in an invalid state as the parent constructor was not called')
        return w_inner

    def drop(self):
        """Forgets what was fetched."""
        w_current = self.w_current
        w_key = self.w_key
        self.w_current = None
        self.w_key = None
        disown(w_current)
        disown(w_key)

    def put_current(self, w_value):
        """Takes over one ownership."""
        w_old = self.w_current
        self.w_current = w_value
        disown(w_old)

    def put_key(self, w_key):
        w_old = self.w_key
        self.w_key = w_key
        disown(w_old)

    def inner_valid(self, ctx):
        return ctx.to_bool(ctx.call_method(self.inner(ctx), 'valid', []))

    def fetch(self, ctx):
        """The inner iterator's value and key are the current ones; False at its end."""
        self.drop()
        if not self.inner_valid(ctx):
            return False
        self.fetch_unchecked(ctx)
        return True

    def fetch_unchecked(self, ctx):
        self.drop()
        self.put_current(ctx.call_method(self.inner(ctx), 'current', []))
        self.put_key(ctx.call_method(self.inner(ctx), 'key', []))

    def rewind_inner(self, ctx):
        self.drop()
        self.position = 0
        disown(ctx.call_method(self.inner(ctx), 'rewind', []))

    def move_inner(self, ctx):
        self.position += 1
        disown(ctx.call_method(self.inner(ctx), 'next', []))

    def fetch_accepted(self, ctx):
        """Goes on until accept() says yes."""
        while self.fetch(ctx):
            if ctx.to_bool(ctx.call_method(self, 'accept', [])):
                return
            disown(ctx.call_method(self.inner(ctx), 'next', []))
        self.drop()


def child_of(ctx, w_outer):
    """What getChildren() of the inner iterator gives."""
    return ctx.call_method(w_outer.inner(ctx), 'getchildren', [])


ITERATOR_ITERATOR = native_class('IteratorIterator', W_Outer, implements=('OuterIterator',))


@ITERATOR_ITERATOR.method('__construct(Traversable $iterator, ?string $class = null)')
def outer_construct(ctx, w_this, w_iterator, w_class):
    assert isinstance(w_iterator, W_Object)
    w_this.begin(ctx, 'IteratorIterator', iterator_of(ctx, w_iterator))


@ITERATOR_ITERATOR.method('getInnerIterator(): ?Iterator')
def outer_get_inner(ctx, w_this):
    return owned(w_this.inner(ctx))


@ITERATOR_ITERATOR.method('rewind(): void')
def outer_rewind(ctx, w_this):
    w_this.rewind_inner(ctx)
    w_this.fetch(ctx)


@ITERATOR_ITERATOR.method('valid(): bool')
def outer_valid(ctx, w_this):
    w_this.inner(ctx)
    return w_this.w_current is not None


@ITERATOR_ITERATOR.method('key(): mixed')
def outer_key(ctx, w_this):
    w_this.inner(ctx)
    return owned(w_this.w_key) if w_this.w_key is not None else w_null


@ITERATOR_ITERATOR.method('current(): mixed')
def outer_current(ctx, w_this):
    w_this.inner(ctx)
    return owned(w_this.w_current) if w_this.w_current is not None else w_null


@ITERATOR_ITERATOR.method('next(): void')
def outer_next(ctx, w_this):
    w_this.move_inner(ctx)
    w_this.fetch(ctx)


# -- FilterIterator -------------------------------------------------------------------------------------------------------

FILTER = native_class('FilterIterator', W_Outer, 'IteratorIterator', abstract=True)
FILTER.abstract('accept(): bool')


@FILTER.method('__construct(Iterator $iterator)')
def filter_construct(ctx, w_this, w_iterator):
    w_this.begin(ctx, 'FilterIterator', w_iterator)


@FILTER.method('rewind(): void')
def filter_rewind(ctx, w_this):
    w_this.rewind_inner(ctx)
    w_this.fetch_accepted(ctx)


@FILTER.method('next(): void')
def filter_next(ctx, w_this):
    w_this.drop()
    w_this.move_inner(ctx)
    w_this.fetch_accepted(ctx)


RECURSIVE_FILTER = native_class('RecursiveFilterIterator', W_Outer, 'FilterIterator', ('RecursiveIterator',), abstract=True)


@RECURSIVE_FILTER.method('__construct(RecursiveIterator $iterator)')
def recursive_filter_construct(ctx, w_this, w_iterator):
    w_this.begin(ctx, 'RecursiveFilterIterator', w_iterator)


@RECURSIVE_FILTER.method('hasChildren(): bool', raw=('return',))
def recursive_filter_has_children(ctx, w_this):
    return ctx.call_method(w_this.inner(ctx), 'haschildren', [])


@RECURSIVE_FILTER.method('getChildren(): ?RecursiveFilterIterator')
def recursive_filter_get_children(ctx, w_this):
    return construct(ctx, w_this.get_class(), [child_of(ctx, w_this)])


PARENT = native_class('ParentIterator', W_Outer, 'RecursiveFilterIterator')


@PARENT.method('__construct(RecursiveIterator $iterator)')
def parent_construct(ctx, w_this, w_iterator):
    w_this.begin(ctx, 'ParentIterator', w_iterator)


@PARENT.method('accept(): bool', raw=('return',))
def parent_accept(ctx, w_this):
    return ctx.call_method(w_this.inner(ctx), 'haschildren', [])


# -- CallbackFilterIterator -----------------------------------------------------------------------------------------------

class W_Callback(W_Outer):
    _attrs_ = ('w_callback',)

    def __init__(self, map, ident):
        W_Outer.__init__(self, map, ident)
        self.w_callback = w_null

    def owned_values(self):
        return [self.w_inner, self.w_current, self.w_key, self.w_callback]

    def copy_state(self, ctx, w_from):
        W_Outer.copy_state(self, ctx, w_from)
        assert isinstance(w_from, W_Callback)
        own(w_from.w_callback)
        self.w_callback = w_from.w_callback


CALLBACK_FILTER = native_class('CallbackFilterIterator', W_Callback, 'FilterIterator')
RECURSIVE_CALLBACK_FILTER = native_class('RecursiveCallbackFilterIterator', W_Callback, 'CallbackFilterIterator', ('RecursiveIterator',))


@CALLBACK_FILTER.method('__construct(Iterator $iterator, callable $callback)')
def callback_construct(ctx, w_this, w_iterator, w_callback):
    w_this.begin(ctx, 'CallbackFilterIterator', w_iterator)
    w_this.w_callback = owned(w_callback)


@RECURSIVE_CALLBACK_FILTER.method('__construct(RecursiveIterator $iterator, callable $callback)')
def recursive_callback_construct(ctx, w_this, w_iterator, w_callback):
    w_this.begin(ctx, 'RecursiveCallbackFilterIterator', w_iterator)
    w_this.w_callback = owned(w_callback)


@CALLBACK_FILTER.method('accept(): bool', raw=('return',))
def callback_accept(ctx, w_this):
    w_inner = w_this.inner(ctx)
    if w_this.w_current is None or w_this.w_key is None:
        return w_false
    return ctx.call(w_this.w_callback, [w_this.w_current, w_this.w_key, w_inner])


@RECURSIVE_CALLBACK_FILTER.method('hasChildren(): bool', raw=('return',))
def recursive_callback_has_children(ctx, w_this):
    return ctx.call_method(w_this.inner(ctx), 'haschildren', [])


@RECURSIVE_CALLBACK_FILTER.method('getChildren(): RecursiveCallbackFilterIterator')
def recursive_callback_get_children(ctx, w_this):
    return construct(ctx, w_this.get_class(), [child_of(ctx, w_this), w_this.w_callback])


# -- LimitIterator, InfiniteIterator, NoRewindIterator, EmptyIterator -----------------------------------------------------

class W_Limit(W_Outer):
    """limit: -1 for none."""
    _attrs_ = ('offset', 'limit')

    def __init__(self, map, ident):
        W_Outer.__init__(self, map, ident)
        self.offset = 0
        self.limit = -1

    def is_within(self):
        return self.limit < 0 or self.position < self.offset + self.limit

    def seek(self, ctx, position):
        self.drop()
        if position < self.offset:
            raise ctx.error('OutOfBoundsException', 'Cannot seek to %d which is below the offset %d' % (position, self.offset))
        if self.limit >= 0 and position >= self.offset + self.limit:
            raise ctx.error('OutOfBoundsException', 'Cannot seek to %d which is behind offset %d plus count %d' % (
                position, self.offset, self.limit))
        w_inner = self.inner(ctx)
        if position != self.position and w_inner.get_class().is_subclass_of(ctx.find_class('seekableiterator')):
            disown(ctx.call_method(w_inner, 'seek', [W_Int(position)]))
            self.position = position
            if self.inner_valid(ctx):
                self.fetch_unchecked(ctx)
        else:
            if position < self.position:
                self.rewind_inner(ctx)
            while self.position < position and self.inner_valid(ctx):
                self.move_inner(ctx)
            if self.inner_valid(ctx):
                self.fetch(ctx)


LIMIT = native_class('LimitIterator', W_Limit, 'IteratorIterator')


@LIMIT.method('__construct(Iterator $iterator, int $offset = 0, int $limit = -1)')
def limit_construct(ctx, w_this, w_iterator, offset, limit):
    if offset < 0:
        raise ctx.error('ValueError', 'LimitIterator::__construct(): Argument #2 ($offset) must be greater than or equal to 0')
    if limit < -1:
        raise ctx.error('ValueError', 'LimitIterator::__construct(): Argument #3 ($limit) must be greater than or equal to -1')
    w_this.begin(ctx, 'LimitIterator', w_iterator)
    w_this.offset = offset
    w_this.limit = limit


@LIMIT.method('rewind(): void')
def limit_rewind(ctx, w_this):
    w_this.rewind_inner(ctx)
    w_this.seek(ctx, w_this.offset)


@LIMIT.method('valid(): bool')
def limit_valid(ctx, w_this):
    w_this.inner(ctx)
    return w_this.is_within() and w_this.w_current is not None


@LIMIT.method('next(): void')
def limit_next(ctx, w_this):
    w_this.drop()
    w_this.move_inner(ctx)
    if w_this.is_within():
        w_this.fetch(ctx)


@LIMIT.method('seek(int $offset): int')
def limit_seek(ctx, w_this, offset):
    w_this.seek(ctx, offset)
    return w_this.position


@LIMIT.method('getPosition(): int')
def limit_position(ctx, w_this):
    w_this.inner(ctx)
    return w_this.position


INFINITE = native_class('InfiniteIterator', W_Outer, 'IteratorIterator')


@INFINITE.method('__construct(Iterator $iterator)')
def infinite_construct(ctx, w_this, w_iterator):
    w_this.begin(ctx, 'InfiniteIterator', w_iterator)


@INFINITE.method('next(): void')
def infinite_next(ctx, w_this):
    w_this.drop()
    w_this.move_inner(ctx)
    if w_this.inner_valid(ctx):
        w_this.fetch_unchecked(ctx)
    else:
        w_this.rewind_inner(ctx)
        if w_this.inner_valid(ctx):
            w_this.fetch_unchecked(ctx)


NO_REWIND = native_class('NoRewindIterator', W_Outer, 'IteratorIterator')


@NO_REWIND.method('__construct(Iterator $iterator)')
def no_rewind_construct(ctx, w_this, w_iterator):
    w_this.begin(ctx, 'NoRewindIterator', w_iterator)


@NO_REWIND.method('rewind(): void')
def no_rewind_rewind(ctx, w_this):
    pass


@NO_REWIND.method('valid(): bool')
def no_rewind_valid(ctx, w_this):
    return w_this.inner_valid(ctx)


@NO_REWIND.method('key(): mixed')
def no_rewind_key(ctx, w_this):
    return ctx.call_method(w_this.inner(ctx), 'key', [])


@NO_REWIND.method('current(): mixed')
def no_rewind_current(ctx, w_this):
    return ctx.call_method(w_this.inner(ctx), 'current', [])


@NO_REWIND.method('next(): void')
def no_rewind_next(ctx, w_this):
    disown(ctx.call_method(w_this.inner(ctx), 'next', []))


EMPTY = native_class('EmptyIterator', W_Object, implements=('Iterator',))


@EMPTY.method('current(): never')
def empty_current(ctx, w_this):
    raise ctx.error('BadMethodCallException', 'Accessing the value of an EmptyIterator')


@EMPTY.method('key(): never')
def empty_key(ctx, w_this):
    raise ctx.error('BadMethodCallException', 'Accessing the key of an EmptyIterator')


@EMPTY.method('next(): void')
def empty_next(ctx, w_this):
    pass


@EMPTY.method('valid(): false')
def empty_valid(ctx, w_this):
    return w_false


@EMPTY.method('rewind(): void')
def empty_rewind(ctx, w_this):
    pass


# -- AppendIterator -------------------------------------------------------------------------------------------------------

class W_Append(W_Outer):
    """w_iterators: the ArrayIterator that holds them and stands at the one that is gone through; w_inner is None when there is none."""
    _attrs_ = ('w_iterators',)

    def __init__(self, map, ident):
        W_Outer.__init__(self, map, ident)
        self.w_iterators = None

    def owned_values(self):
        return [self.w_inner, self.w_current, self.w_key, self.w_iterators]

    def iterators(self, ctx):
        if self.w_iterators is None:
            raise ctx.error('Error', 'The object is in an invalid state as the parent constructor was not called')
        return self.w_iterators

    def is_inner_valid(self, ctx):
        return self.w_inner is not None and self.inner_valid(ctx)

    def take_next(self, ctx):
        """The iterator at which w_iterators stands is the inner one; False at the end."""
        self.drop()
        w_old = self.w_inner
        self.w_inner = None
        disown(w_old)
        w_inner = deref(self.w_iterators.current())
        if not isinstance(w_inner, W_Object):
            return False
        own(w_inner)
        self.w_inner = w_inner
        self.rewind_inner(ctx)
        return True

    def settle(self, ctx):
        """Goes on to the next iterator that has something, and fetches."""
        while not self.is_inner_valid(ctx):
            self.w_iterators.advance()
            if not self.take_next(ctx):
                return
        self.fetch_unchecked(ctx)


APPEND = native_class('AppendIterator', W_Append, 'IteratorIterator')


@APPEND.method('__construct()')
def append_construct(ctx, w_this):
    if w_this.w_iterators is not None:
        raise ctx.error('BadMethodCallException', 'AppendIterator::getIterator() must be called exactly once per instance')
    w_made = make(ctx, ctx.find_class('arrayiterator'))
    assert isinstance(w_made, W_ArrayStore)
    w_this.w_iterators = w_made


@APPEND.method('append(Iterator $iterator): void')
def append_append(ctx, w_this, w_iterator):
    w_iterators = w_this.iterators(ctx)
    own(w_iterator)
    if w_iterators.position() >= 0 and not w_this.is_inner_valid(ctx):
        w_iterators.append(ctx, w_iterator)
        w_iterators.advance()
    else:
        w_iterators.append(ctx, w_iterator)
    if not w_this.is_inner_valid(ctx):
        if w_iterators.position() < 0:
            w_iterators.rewind()
        while w_this.take_next(ctx) and w_this.w_inner is not w_iterator:
            w_iterators.advance()
        w_this.settle(ctx)


@APPEND.method('rewind(): void')
def append_rewind(ctx, w_this):
    w_this.iterators(ctx).rewind()
    if w_this.take_next(ctx):
        w_this.settle(ctx)


@APPEND.method('valid(): bool')
def append_valid(ctx, w_this):
    w_this.iterators(ctx)
    return w_this.w_current is not None


@APPEND.method('current(): mixed')
def append_current(ctx, w_this):
    w_this.iterators(ctx)
    if w_this.w_inner is not None:
        w_this.fetch(ctx)
    return owned(w_this.w_current) if w_this.w_current is not None else w_null


@APPEND.method('key(): mixed')
def append_key(ctx, w_this):
    w_this.iterators(ctx)
    return owned(w_this.w_key) if w_this.w_key is not None else w_null


@APPEND.method('getInnerIterator(): ?Iterator')
def append_get_inner(ctx, w_this):
    w_this.iterators(ctx)
    return owned(w_this.w_inner) if w_this.w_inner is not None else w_null


@APPEND.method('next(): void')
def append_next(ctx, w_this):
    w_this.iterators(ctx)
    if w_this.is_inner_valid(ctx):
        w_this.drop()
        w_this.move_inner(ctx)
    w_this.settle(ctx)


@APPEND.method('getIteratorIndex(): ?int')
def append_index(ctx, w_this):
    w_iterators = w_this.iterators(ctx)
    if w_this.w_inner is None:
        return w_null
    return w_iterators.current_key()


@APPEND.method('getArrayIterator(): ArrayIterator')
def append_get_iterators(ctx, w_this):
    return owned(w_this.iterators(ctx))


# -- CachingIterator ------------------------------------------------------------------------------------------------------

CALL_TOSTRING = 1
USE_KEY = 2
USE_CURRENT = 4
USE_INNER = 8
CATCH_GET_CHILD = 16
FULL_CACHE = 256
STRING_FLAGS = CALL_TOSTRING | USE_KEY | USE_CURRENT | USE_INNER


class W_Caching(W_Outer):
    """One step ahead of what it shows. w_text: the string of the current element, or None. w_cache: all that was shown.
    w_children: of the current element, or None. is_recursive: a RecursiveCachingIterator."""
    _attrs_ = ('flags', 'is_valid', 'w_text', 'w_cache', 'w_children', 'is_recursive')

    def __init__(self, map, ident):
        W_Outer.__init__(self, map, ident)
        self.flags = 0
        self.is_valid = False
        self.w_text = None
        self.w_cache = new_array(0)
        self.w_children = None
        self.is_recursive = False

    def owned_values(self):
        return [self.w_inner, self.w_current, self.w_key, self.w_cache, self.w_children]

    def start(self, ctx, title, base, w_iterator, flags):
        check_string_flags(ctx, title, 2, flags)
        self.begin(ctx, base, w_iterator)
        self.flags = flags & 0xffff

    def clear_cache(self):
        w_old = self.w_cache
        self.w_cache = new_array(0)
        disown(w_old)

    def unique_cache(self):
        self.w_cache = self.w_cache.separate()
        return self.w_cache

    def look_ahead(self, ctx):
        self.w_text = None
        w_children = self.w_children
        self.w_children = None
        disown(w_children)
        self.is_valid = self.fetch(ctx)
        if not self.is_valid:
            return
        if self.flags & FULL_CACHE:
            own(self.w_current)
            self.unique_cache().put_key(to_array_key(ctx, self.w_key), self.w_current)
        if self.is_recursive:
            self.find_children(ctx)
        if self.flags & USE_INNER:
            self.w_text = new_str(to_str(ctx, self.w_inner))
        elif self.flags & CALL_TOSTRING:
            self.w_text = new_str(to_str(ctx, self.w_current))
        self.move_inner(ctx)

    def find_children(self, ctx):
        try:
            if ctx.to_bool(ctx.call_method(self.inner(ctx), 'haschildren', [])):
                w_inner = child_of(ctx, self)
                self.w_children = construct(ctx, ctx.find_class('recursivecachingiterator'), [w_inner, W_Int(self.flags)])
        except PhpThrow:
            if not self.flags & CATCH_GET_CHILD:
                raise


def check_string_flags(ctx, title, number, flags):
    chosen = flags & STRING_FLAGS
    if chosen & (chosen - 1) != 0:
        raise ctx.error('ValueError', (
            '%s(): Argument #%d ($flags) must contain only one of CachingIterator::CALL_TOSTRING, CachingIterator::TOSTRING_USE_KEY, '
            'CachingIterator::TOSTRING_USE_CURRENT, or CachingIterator::TOSTRING_USE_INNER' % (title, number)))


CACHING = native_class('CachingIterator', W_Caching, 'IteratorIterator', ('ArrayAccess', 'Countable', 'Stringable'))
RECURSIVE_CACHING = native_class('RecursiveCachingIterator', W_Caching, 'CachingIterator', ('RecursiveIterator',))
CACHING.constant('CALL_TOSTRING', CALL_TOSTRING)
CACHING.constant('CATCH_GET_CHILD', CATCH_GET_CHILD)
CACHING.constant('TOSTRING_USE_KEY', USE_KEY)
CACHING.constant('TOSTRING_USE_CURRENT', USE_CURRENT)
CACHING.constant('TOSTRING_USE_INNER', USE_INNER)
CACHING.constant('FULL_CACHE', FULL_CACHE)


@CACHING.method('__construct(Iterator $iterator, int $flags = CachingIterator::CALL_TOSTRING)')
def caching_construct(ctx, w_this, w_iterator, flags):
    w_this.start(ctx, 'CachingIterator::__construct', 'CachingIterator', w_iterator, flags)


@RECURSIVE_CACHING.method('__construct(Iterator $iterator, int $flags = CachingIterator::CALL_TOSTRING)')
def recursive_caching_construct(ctx, w_this, w_iterator, flags):
    assert isinstance(w_iterator, W_Object)
    if not w_iterator.get_class().is_subclass_of(ctx.find_class('recursiveiterator')):
        raise ctx.error('TypeError', (
            'RecursiveCachingIterator::__construct(): Argument #1 ($iterator) must be of type RecursiveIterator, %s given' % (
                w_iterator.get_class().name)))
    w_this.is_recursive = True
    w_this.start(ctx, 'RecursiveCachingIterator::__construct', 'RecursiveCachingIterator', w_iterator, flags)


@CACHING.method('rewind(): void')
def caching_rewind(ctx, w_this):
    w_this.rewind_inner(ctx)
    w_this.clear_cache()
    w_this.look_ahead(ctx)


@CACHING.method('valid(): bool')
def caching_valid(ctx, w_this):
    w_this.inner(ctx)
    return w_this.is_valid


@CACHING.method('next(): void')
def caching_next(ctx, w_this):
    w_this.look_ahead(ctx)


@CACHING.method('hasNext(): bool')
def caching_has_next(ctx, w_this):
    return w_this.inner_valid(ctx)


@CACHING.method('__toString(): string')
def caching_to_string(ctx, w_this):
    w_this.inner(ctx)
    if not w_this.flags & STRING_FLAGS:
        raise ctx.error('BadMethodCallException', '%s does not fetch string value (see CachingIterator::__construct)' % (
            w_this.get_class().name))
    if w_this.flags & USE_KEY:
        return to_str(ctx, w_this.w_key if w_this.w_key is not None else w_null)
    if w_this.flags & USE_CURRENT:
        return to_str(ctx, w_this.w_current if w_this.w_current is not None else w_null)
    w_text = w_this.w_text
    return w_text.as_str() if w_text is not None else ''


@CACHING.method('getFlags(): int')
def caching_get_flags(ctx, w_this):
    w_this.inner(ctx)
    return w_this.flags


@CACHING.method('setFlags(int $flags): void')
def caching_set_flags(ctx, w_this, flags):
    w_this.inner(ctx)
    check_string_flags(ctx, 'CachingIterator::setFlags', 1, flags)
    if w_this.flags & CALL_TOSTRING and not flags & CALL_TOSTRING:
        raise ctx.error('InvalidArgumentException', 'Unsetting flag CALL_TO_STRING is not possible')
    if w_this.flags & USE_INNER and not flags & USE_INNER:
        raise ctx.error('InvalidArgumentException', 'Unsetting flag TOSTRING_USE_INNER is not possible')
    if flags & FULL_CACHE and not w_this.flags & FULL_CACHE:
        w_this.clear_cache()
    w_this.flags = flags & 0xffff


def full_cache(ctx, w_this):
    w_this.inner(ctx)
    if not w_this.flags & FULL_CACHE:
        raise ctx.error('BadMethodCallException', '%s does not use a full cache (see CachingIterator::__construct)' % (
            w_this.get_class().name))
    return w_this.w_cache


@CACHING.method('offsetGet(string $key): mixed')
def caching_offset_get(ctx, w_this, key):
    w = deref(full_cache(ctx, w_this).get_key(new_str(key)))
    if w is None:
        ctx.warning('Undefined array key "%s"' % key)
        return w_null
    return owned(w)


@CACHING.method('offsetSet(string $key, mixed $value): void')
def caching_offset_set(ctx, w_this, key, w_value):
    full_cache(ctx, w_this)
    own(w_value)
    w_this.unique_cache().put_key(new_str(key), w_value)


@CACHING.method('offsetUnset(string $key): void')
def caching_offset_unset(ctx, w_this, key):
    full_cache(ctx, w_this)
    w_this.unique_cache().delete_key(new_str(key))


@CACHING.method('offsetExists(string $key): bool')
def caching_offset_exists(ctx, w_this, key):
    return full_cache(ctx, w_this).get_key(new_str(key)) is not None


@CACHING.method('getCache(): array')
def caching_get_cache(ctx, w_this):
    return owned(full_cache(ctx, w_this))


@CACHING.method('count(): int')
def caching_count(ctx, w_this):
    return full_cache(ctx, w_this).count()


@RECURSIVE_CACHING.method('hasChildren(): bool')
def recursive_caching_has_children(ctx, w_this):
    w_this.inner(ctx)
    return w_this.w_children is not None


@RECURSIVE_CACHING.method('getChildren(): ?RecursiveCachingIterator')
def recursive_caching_get_children(ctx, w_this):
    w_this.inner(ctx)
    return owned(w_this.w_children) if w_this.w_children is not None else w_null


# -- RegexIterator --------------------------------------------------------------------------------------------------------

MATCH = 0
GET_MATCH = 1
ALL_MATCHES = 2
SPLIT = 3
REPLACE = 4
REGEX_USE_KEY = 1
INVERT_MATCH = 2
MODES = 'must be RegexIterator::MATCH, RegexIterator::GET_MATCH, RegexIterator::ALL_MATCHES, RegexIterator::SPLIT, or RegexIterator::REPLACE'


class W_Regex(W_Outer):
    _attrs_ = ('pattern', 'mode', 'flags', 'preg_flags')

    def __init__(self, map, ident):
        W_Outer.__init__(self, map, ident)
        self.pattern = ''
        self.mode = MATCH
        self.flags = 0
        self.preg_flags = -1

    def start(self, ctx, base, w_iterator, pattern, mode, flags, preg_flags):
        if mode < MATCH or mode > REPLACE:
            raise ctx.error('InvalidArgumentException', base + '::__construct(): Argument #3 ($mode) ' + MODES)
        disown(call_function(ctx, 'preg_match', [new_str(pattern), new_str('')]))
        self.begin(ctx, base, w_iterator)
        self.pattern = pattern
        self.mode = mode
        self.flags = flags
        self.preg_flags = preg_flags

    def accepts(self, ctx):
        """Whether the current element fits; puts what the mode makes of it in its place."""
        w_subject = self.w_key
        if not self.flags & REGEX_USE_KEY:
            w_subject = self.w_current
            if isinstance(w_subject, W_Array):
                return False
        w_text = new_str(to_str(ctx, w_subject))
        found = self.apply(ctx, new_str(self.pattern), w_text)
        return not found if self.flags & INVERT_MATCH else found

    def apply(self, ctx, w_pattern, w_text):
        if self.mode == MATCH:
            return is_positive(call_function(ctx, 'preg_match', [w_pattern, w_text]))
        if self.mode == SPLIT:
            w_parts = call_function(ctx, 'preg_split', [w_pattern, w_text, W_Int(-1), W_Int(self.preg_flags)])
            self.put_current(w_parts)
            return isinstance(w_parts, W_Array) and w_parts.count() > 1
        if self.mode == REPLACE:
            return self.replace(ctx, w_pattern, w_text)
        ref = W_Ref(w_null)
        name = 'preg_match_all' if self.mode == ALL_MATCHES else 'preg_match'
        w_count = call_function(ctx, name, [w_pattern, w_text, ref, W_Int(self.preg_flags)])
        self.put_current(owned(ref.value))
        return is_positive(w_count)

    def replace(self, ctx, w_pattern, w_text):
        w_replacement = deref(self.get_slot(self.map.index.get('replacement', 0)))
        ref = W_Ref(w_null)
        w_made = call_function(ctx, 'preg_replace', [
            w_pattern, new_str(to_str(ctx, w_replacement if w_replacement is not None else w_null)), w_text, W_Int(-1), ref])
        if self.flags & REGEX_USE_KEY:
            self.put_key(w_made)
        else:
            self.put_current(w_made)
        return is_positive(ref.value)


def call_function(ctx, name, args_w):
    return ctx.call(new_str(name), args_w)


def is_positive(w):
    return isinstance(w, W_Int) and w.intval > 0


REGEX = native_class('RegexIterator', W_Regex, 'FilterIterator')
RECURSIVE_REGEX = native_class('RecursiveRegexIterator', W_Regex, 'RegexIterator', ('RecursiveIterator',))
REGEX.constant('USE_KEY', REGEX_USE_KEY)
REGEX.constant('INVERT_MATCH', INVERT_MATCH)
REGEX.constant('MATCH', MATCH)
REGEX.constant('GET_MATCH', GET_MATCH)
REGEX.constant('ALL_MATCHES', ALL_MATCHES)
REGEX.constant('SPLIT', SPLIT)
REGEX.constant('REPLACE', REPLACE)
REGEX.property('replacement', w_null)


@REGEX.method('__construct(Iterator $iterator, string $pattern, int $mode = RegexIterator::MATCH, int $flags = 0, int $pregFlags = 0)')
def regex_construct(ctx, w_this, w_iterator, pattern, mode, flags, preg_flags):
    w_this.start(ctx, 'RegexIterator', w_iterator, pattern, mode, flags, preg_flags)


@RECURSIVE_REGEX.method(
    '__construct(RecursiveIterator $iterator, string $pattern, int $mode = RegexIterator::MATCH, int $flags = 0, int $pregFlags = 0)')
def recursive_regex_construct(ctx, w_this, w_iterator, pattern, mode, flags, preg_flags):
    w_this.start(ctx, 'RecursiveRegexIterator', w_iterator, pattern, mode, flags, preg_flags)


@REGEX.method('accept(): bool')
def regex_accept(ctx, w_this):
    w_this.inner(ctx)
    return w_this.w_current is not None and w_this.accepts(ctx)


@RECURSIVE_REGEX.method('accept(): bool')
def recursive_regex_accept(ctx, w_this):
    w_this.inner(ctx)
    w_current = w_this.w_current
    if w_current is None:
        return False
    if isinstance(w_current, W_Array):
        return w_current.count() > 0
    return w_this.accepts(ctx)


@RECURSIVE_REGEX.method('hasChildren(): bool', raw=('return',))
def recursive_regex_has_children(ctx, w_this):
    return ctx.call_method(w_this.inner(ctx), 'haschildren', [])


@RECURSIVE_REGEX.method('getChildren(): RecursiveRegexIterator')
def recursive_regex_get_children(ctx, w_this):
    return construct(ctx, w_this.get_class(), [
        child_of(ctx, w_this), new_str(w_this.pattern), W_Int(w_this.mode), W_Int(w_this.flags), W_Int(w_this.preg_flags)])


@REGEX.method('getMode(): int')
def regex_get_mode(ctx, w_this):
    w_this.inner(ctx)
    return w_this.mode


@REGEX.method('setMode(int $mode): void')
def regex_set_mode(ctx, w_this, mode):
    if mode < MATCH or mode > REPLACE:
        raise ctx.error('ValueError', 'RegexIterator::setMode(): Argument #1 ($mode) ' + MODES)
    w_this.inner(ctx)
    w_this.mode = mode


@REGEX.method('getFlags(): int')
def regex_get_flags(ctx, w_this):
    w_this.inner(ctx)
    return w_this.flags


@REGEX.method('setFlags(int $flags): void')
def regex_set_flags(ctx, w_this, flags):
    w_this.inner(ctx)
    w_this.flags = flags


@REGEX.method('getRegex(): string')
def regex_get_regex(ctx, w_this):
    w_this.inner(ctx)
    return w_this.pattern


@REGEX.method('getPregFlags(): int')
def regex_get_preg_flags(ctx, w_this):
    w_this.inner(ctx)
    return w_this.preg_flags


@REGEX.method('setPregFlags(int $pregFlags): void')
def regex_set_preg_flags(ctx, w_this, preg_flags):
    w_this.inner(ctx)
    w_this.preg_flags = preg_flags
