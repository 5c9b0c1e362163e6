"""RecursiveIteratorIterator and RecursiveTreeIterator (ext/spl/spl_iterators.c)."""
from __future__ import absolute_import

from hippy.interpreter.builtins.elements import owned
from hippy.interpreter.builtins.native_classes import native_class
from hippy.interpreter.builtins.object_making import construct
from hippy.interpreter.errors import PhpThrow
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.convert import to_str
from hippy.interpreter.objects.functions import UserFunction
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.natives import W_Native
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Int, W_Null, disown, own, w_false, w_null

LEAVES_ONLY = 0
SELF_FIRST = 1
CHILD_FIRST = 2
CATCH_GET_CHILD = 16

# what a level does next
START = 0
NEXT = 1
TEST = 2
SHOW = 3        # the element that has children is the current one
DESCEND = 4


class Level(object):
    _attrs_ = ('w_iterator', 'state')

    def __init__(self, w_iterator):
        self.w_iterator = w_iterator
        self.state = START


class W_Recursive(W_Native):
    """levels: from the outermost to the one that is gone through; empty before the constructor."""
    _attrs_ = ('levels', 'mode', 'flags', 'max_depth', 'in_iteration', 'tree_flags', 'prefix', 'postfix')

    def __init__(self, map, ident):
        W_Object.__init__(self, map, ident)
        self.levels = []
        self.mode = LEAVES_ONLY
        self.flags = 0
        self.max_depth = -1
        self.in_iteration = False
        self.tree_flags = 0
        self.prefix = ['', '| ', '  ', '|-', '\\-', '']
        self.postfix = ''

    def owned_values(self):
        found = []
        for level in self.levels:
            found.append(level.w_iterator)
        return found

    def start_walk(self, ctx, by_ref):
        if by_ref:
            raise ctx.error('Error', 'An iterator cannot be used with foreach by reference')
        if len(self.levels) == 0:
            raise ctx.error('Error', 'Object is not initialized')
        return None

    def method_receiver(self, ctx):
        if len(self.levels) == 0:
            raise ctx.error('Error', "The %s instance wasn't initialized properly" % self.get_class().name)
        return self.top(ctx).w_iterator

    def top(self, ctx):
        if len(self.levels) == 0:
            raise ctx.error('Error', 'The object is in an invalid state as the parent constructor was not called')
        return self.levels[len(self.levels) - 1]

    def ask(self, ctx, level, method):
        """Calls a method of a level's iterator."""
        return ctx.call_method(level.w_iterator, method, [])

    def is_overridden(self, method):
        """True where PHP code has its own version of one of the methods that say what happens."""
        return isinstance(self.get_class().find_method(method), UserFunction)

    def tell(self, ctx, method):
        """Calls such a method; exceptions are swallowed where the flags say so."""
        if not self.is_overridden(method):
            return
        try:
            disown(ctx.call_method(self, method, []))
        except PhpThrow:
            if not self.flags & CATCH_GET_CHILD:
                raise

    def catches(self):
        return self.flags & CATCH_GET_CHILD != 0

    # iteration

    def rewind(self, ctx):
        self.top(ctx)
        while len(self.levels) > 1:
            level = self.levels.pop()
            disown(level.w_iterator)
            if self.is_overridden('endchildren'):
                disown(ctx.call_method(self, 'endchildren', []))
        self.levels[0].state = START
        disown(self.ask(ctx, self.levels[0], 'rewind'))
        if not self.in_iteration and self.is_overridden('beginiteration'):
            disown(ctx.call_method(self, 'beginiteration', []))
        self.in_iteration = True
        self.advance(ctx)

    def advance(self, ctx):
        """Goes to the next element that is shown."""
        while True:
            level = self.top(ctx)
            if level.state == DESCEND:
                self.descend(ctx, level)
            elif level.state == SHOW:
                level.state = DESCEND if self.mode == SELF_FIRST else NEXT
                self.tell(ctx, 'nextelement')
                return
            elif level.state == TEST:
                if self.test(ctx, level):
                    return
            elif not self.step(ctx, level):
                if not self.ascend(ctx):
                    return

    def step(self, ctx, level):
        """Moves the level's iterator unless it was just rewound; False at its end."""
        if level.state == NEXT:
            try:
                disown(self.ask(ctx, level, 'next'))
            except PhpThrow:
                if not self.catches():
                    raise
        if not ctx.to_bool(self.ask(ctx, level, 'valid')):
            return False
        level.state = TEST
        return True

    def test(self, ctx, level):
        """True when the element is to be shown as one without children."""
        has_children = False
        try:
            if self.is_overridden('callhaschildren'):
                has_children = ctx.to_bool(ctx.call_method(self, 'callhaschildren', []))
            else:
                has_children = ctx.to_bool(self.ask(ctx, level, 'haschildren'))
        except PhpThrow:
            if not self.catches():
                level.state = NEXT
                raise
        if has_children:
            if self.max_depth < 0 or self.max_depth > len(self.levels) - 1:
                level.state = SHOW if self.mode == SELF_FIRST else DESCEND
                return False
            if self.mode == LEAVES_ONLY:
                level.state = NEXT          # no leaf
                return False
        level.state = NEXT
        self.tell(ctx, 'nextelement')
        return True

    def descend(self, ctx, level):
        level.state = NEXT
        w_children = w_null
        try:
            if self.is_overridden('callgetchildren'):
                w_children = ctx.call_method(self, 'callgetchildren', [])
            else:
                w_children = self.ask(ctx, level, 'getchildren')
        except PhpThrow:
            if not self.catches():
                raise
            return
        if not isinstance(w_children, W_Object) or not w_children.get_class().is_subclass_of(ctx.find_class('recursiveiterator')):
            raise ctx.error('UnexpectedValueException', (
                'Objects returned by RecursiveIterator::getChildren() must implement RecursiveIterator'))
        if self.mode == CHILD_FIRST:
            level.state = SHOW
        inner = Level(w_children)
        self.levels.append(inner)
        disown(self.ask(ctx, inner, 'rewind'))
        self.tell(ctx, 'beginchildren')

    def ascend(self, ctx):
        """Leaves a level that is at its end; False on the outermost."""
        if len(self.levels) == 1:
            return False
        self.tell(ctx, 'endchildren')
        if len(self.levels) > 1:
            disown(self.levels.pop().w_iterator)
        return True

    def is_valid(self, ctx):
        self.top(ctx)
        number = len(self.levels) - 1
        while number >= 0:
            if ctx.to_bool(self.ask(ctx, self.levels[number], 'valid')):
                return True
            number -= 1
        if self.in_iteration and self.is_overridden('enditeration'):
            disown(ctx.call_method(self, 'enditeration', []))
        self.in_iteration = False
        return False


def aggregated(ctx, w_iterator):
    """The argument itself, or what its getIterator() gives; owned."""
    assert isinstance(w_iterator, W_Object)
    if w_iterator.get_class().is_subclass_of(ctx.find_class('iteratoraggregate')):
        return ctx.call_method(w_iterator, 'getiterator', [])
    own(w_iterator)
    return w_iterator


def started_on(ctx, w_iterator):
    """The RecursiveIterator that an argument is, or that its getIterator() gives; owned."""
    w_made = aggregated(ctx, w_iterator)
    if not isinstance(w_made, W_Object) or not w_made.get_class().is_subclass_of(ctx.find_class('recursiveiterator')):
        raise ctx.error('InvalidArgumentException', 'An instance of RecursiveIterator or IteratorAggregate creating it is required')
    return w_made


RECURSIVE = native_class('RecursiveIteratorIterator', W_Recursive, implements=('OuterIterator',))
RECURSIVE.constant('LEAVES_ONLY', LEAVES_ONLY)
RECURSIVE.constant('SELF_FIRST', SELF_FIRST)
RECURSIVE.constant('CHILD_FIRST', CHILD_FIRST)
RECURSIVE.constant('CATCH_GET_CHILD', CATCH_GET_CHILD)


@RECURSIVE.method('__construct(Traversable $iterator, int $mode = RecursiveIteratorIterator::LEAVES_ONLY, int $flags = 0)')
def recursive_construct(ctx, w_this, w_iterator, mode, flags):
    w_this.levels = [Level(started_on(ctx, w_iterator))]
    w_this.mode = mode
    w_this.flags = flags


@RECURSIVE.method('rewind(): void')
def recursive_rewind(ctx, w_this):
    w_this.rewind(ctx)


@RECURSIVE.method('valid(): bool')
def recursive_valid(ctx, w_this):
    return w_this.is_valid(ctx)


@RECURSIVE.method('key(): mixed')
def recursive_key(ctx, w_this):
    return w_this.ask(ctx, w_this.top(ctx), 'key')


@RECURSIVE.method('current(): mixed')
def recursive_current(ctx, w_this):
    return w_this.ask(ctx, w_this.top(ctx), 'current')


@RECURSIVE.method('next(): void')
def recursive_next(ctx, w_this):
    w_this.advance(ctx)


@RECURSIVE.method('getDepth(): int')
def recursive_depth(ctx, w_this):
    w_this.top(ctx)
    return len(w_this.levels) - 1


@RECURSIVE.method('getSubIterator(?int $level = null): ?RecursiveIterator')
def recursive_sub_iterator(ctx, w_this, w_level):
    w_this.top(ctx)
    number = len(w_this.levels) - 1
    if isinstance(w_level, W_Int):
        number = w_level.intval
    if number < 0 or number >= len(w_this.levels):
        return w_null
    return owned(w_this.levels[number].w_iterator)


@RECURSIVE.method('getInnerIterator(): RecursiveIterator')
def recursive_inner(ctx, w_this):
    return owned(w_this.top(ctx).w_iterator)


@RECURSIVE.method('beginIteration()', raw=('return',))
def recursive_begin_iteration(ctx, w_this):
    return w_null


@RECURSIVE.method('endIteration()', raw=('return',))
def recursive_end_iteration(ctx, w_this):
    return w_null


@RECURSIVE.method('callHasChildren(): bool', raw=('return',))
def recursive_call_has_children(ctx, w_this):
    if len(w_this.levels) == 0:
        return w_false
    return w_this.ask(ctx, w_this.top(ctx), 'haschildren')


@RECURSIVE.method('callGetChildren(): ?RecursiveIterator')
def recursive_call_get_children(ctx, w_this):
    return w_this.ask(ctx, w_this.top(ctx), 'getchildren')


@RECURSIVE.method('beginChildren(): void')
def recursive_begin_children(ctx, w_this):
    pass


@RECURSIVE.method('endChildren(): void')
def recursive_end_children(ctx, w_this):
    pass


@RECURSIVE.method('nextElement(): void')
def recursive_next_element(ctx, w_this):
    pass


@RECURSIVE.method('setMaxDepth(int $maxDepth = -1): void')
def recursive_set_max_depth(ctx, w_this, max_depth):
    if max_depth < -1:
        raise ctx.error('ValueError', (
            'RecursiveIteratorIterator::setMaxDepth(): Argument #1 ($maxDepth) must be greater than or equal to -1'))
    w_this.max_depth = max_depth


@RECURSIVE.method('getMaxDepth(): int|false')
def recursive_get_max_depth(ctx, w_this):
    if w_this.max_depth < 0:
        return w_false
    return W_Int(w_this.max_depth)


# -- RecursiveTreeIterator ------------------------------------------------------------------------------------------------

BYPASS_CURRENT = 4
BYPASS_KEY = 8

TREE = native_class('RecursiveTreeIterator', W_Recursive, 'RecursiveIteratorIterator')
TREE.constant('BYPASS_CURRENT', BYPASS_CURRENT)
TREE.constant('BYPASS_KEY', BYPASS_KEY)
TREE.constant('PREFIX_LEFT', 0)
TREE.constant('PREFIX_MID_HAS_NEXT', 1)
TREE.constant('PREFIX_MID_LAST', 2)
TREE.constant('PREFIX_END_HAS_NEXT', 3)
TREE.constant('PREFIX_END_LAST', 4)
TREE.constant('PREFIX_RIGHT', 5)


@TREE.method('__construct($iterator, int $flags = RecursiveTreeIterator::BYPASS_KEY, int $cachingIteratorFlags = '
             'CachingIterator::CATCH_GET_CHILD, int $mode = RecursiveIteratorIterator::SELF_FIRST)')
def tree_construct(ctx, w_this, w_iterator, flags, caching_flags, mode):
    if not isinstance(w_iterator, W_Object):
        raise ctx.error('TypeError', 'RecursiveCachingIterator::__construct(): Argument #1 ($iterator) must be of type RecursiveIterator, '
                        'null given')
    w_inner = aggregated(ctx, w_iterator)
    w_caching = construct(ctx, ctx.find_class('recursivecachingiterator'), [w_inner, W_Int(caching_flags)])
    disown(w_inner)
    w_this.levels = [Level(w_caching)]
    w_this.mode = mode
    w_this.flags = flags & CATCH_GET_CHILD
    w_this.tree_flags = flags


def has_next(ctx, w_this, number):
    return ctx.to_bool(w_this.ask(ctx, w_this.levels[number], 'hasnext'))


def prefix_text(ctx, w_this):
    w_this.top(ctx)
    parts = [w_this.prefix[0]]
    last = len(w_this.levels) - 1
    for number in range(last):
        parts.append(w_this.prefix[1] if has_next(ctx, w_this, number) else w_this.prefix[2])
    parts.append(w_this.prefix[3] if has_next(ctx, w_this, last) else w_this.prefix[4])
    parts.append(w_this.prefix[5])
    return ''.join(parts)


def entry_text(ctx, w_this):
    w = w_this.ask(ctx, w_this.top(ctx), 'current')
    if isinstance(w, W_Array):
        text = 'Array'
    else:
        text = to_str(ctx, w)
    disown(w)
    return text


@TREE.method('key(): mixed')
def tree_key(ctx, w_this):
    w_key = w_this.ask(ctx, w_this.top(ctx), 'key')
    if w_this.tree_flags & BYPASS_KEY:
        return w_key
    text = to_str(ctx, w_key)
    return new_str(prefix_text(ctx, w_this) + text + w_this.postfix)


@TREE.method('current(): mixed')
def tree_current(ctx, w_this):
    if w_this.tree_flags & BYPASS_CURRENT:
        return w_this.ask(ctx, w_this.top(ctx), 'current')
    w = w_this.ask(ctx, w_this.top(ctx), 'current')
    is_missing = isinstance(w, W_Null) and not w_this.is_valid(ctx)
    disown(w)
    if is_missing:
        return w_null
    text = entry_text(ctx, w_this)
    return new_str(prefix_text(ctx, w_this) + text + w_this.postfix)


@TREE.method('getPrefix(): string')
def tree_get_prefix(ctx, w_this):
    return prefix_text(ctx, w_this)


@TREE.method('setPostfix(string $postfix): void')
def tree_set_postfix(ctx, w_this, postfix):
    w_this.postfix = postfix


@TREE.method('setPrefixPart(int $part, string $value): void')
def tree_set_prefix_part(ctx, w_this, part, value):
    if part < 0 or part > 5:
        raise ctx.error('ValueError', (
            'RecursiveTreeIterator::setPrefixPart(): Argument #1 ($part) must be a RecursiveTreeIterator::PREFIX_* constant'))
    w_this.prefix[part] = value


@TREE.method('getEntry(): string')
def tree_get_entry(ctx, w_this):
    return entry_text(ctx, w_this)


@TREE.method('getPostfix(): string')
def tree_get_postfix(ctx, w_this):
    w_this.top(ctx)
    return w_this.postfix
