"""The ordered map behind every PHP array. How entries are stored is in arrays_strategies.py."""
from __future__ import absolute_import

from hippy.interpreter.objects.arrays_strategies import (
    EMPTY, HASH_MIXED, PACKED_INT, PACKED_FLOAT, PACKED_OBJ)
from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.strings import W_Str, new_str, is_int_key_str, int_key_of
from hippy.interpreter.objects.values import (
    W_Root, W_Counted, W_Int, W_Float, TP_ARRAY, IMMORTAL, w_null, disown)
from hippy.interpreter.rlib.arithmetic import MININT, intmask, r_int32
from hippy.interpreter.rlib.jit import dont_look_inside, promote
from hippy.interpreter.rlib.objectmodel import IS_RPYTHON, we_are_translated

MAX_RELEASE_DEPTH = 100


class ArrayIterator(W_Root):
    """A position that follows its array: what foreach by reference registers. `pos` is the entry position to look at next."""
    _attrs_ = ('pos',)

    def __init__(self, pos):
        self.pos = pos


class Releasing(object):
    """How deep releases are nested; arrays beyond MAX_RELEASE_DEPTH wait in `pending`, so that deep structures do not fill the stack."""
    _attrs_ = ('depth', 'pending')

    def __init__(self):
        self.depth = 0
        self.pending = []


releasing = Releasing()


# An array in a translated engine keeps its counts in 32 bits each, and has_counted as the lowest bit of `pos`: small arrays
# are many, and their size is what the collector's work depends on. No array has 2 ** 31 entries.

if IS_RPYTHON:
    NARROW_ATTRIBUTES = ('used32', 'live32', 'start32', 'pos_and_flag')
else:
    NARROW_ATTRIBUTES = ('used', 'live', 'start', 'pos', 'has_counted', 'pos_and_flag')
NO_POS = r_int32(0)


def get_used(self):
    return intmask(self.used32)


def set_used(self, n):
    self.used32 = r_int32(n)


def get_live(self):
    return intmask(self.live32)


def set_live(self, n):
    self.live32 = r_int32(n)


def get_start(self):
    return intmask(self.start32)


def set_start(self, n):
    self.start32 = r_int32(n)


def get_pos(self):
    return intmask(self.pos_and_flag) >> 1


def set_pos(self, n):
    self.pos_and_flag = r_int32(n << 1 | intmask(self.pos_and_flag) & 1)


def get_has_counted(self):
    return intmask(self.pos_and_flag) & 1 != 0


def set_has_counted(self, flag):
    bits = intmask(self.pos_and_flag) & ~1
    self.pos_and_flag = r_int32(bits | 1 if flag else bits)


class W_Array(W_Counted):
    """An ordered map from int or string keys to values; elements may be W_Ref.

    Positions number the entries in order, with gaps; they live until the next change of the array; iterators and `pos` follow changes.
    Methods with a key given as `s` want a string that is no canonical decimal (strings.is_int_key_str); those with `w_key` take any
    W_Int or W_Str. Elements are returned raw (maybe a W_Ref) and borrowed. What may change the array wants rc == 1.

    `used` positions hold `live` entries. `start` is where the first entry may be (see the strategies). `next_index` is MININT before
    the first int key. `pos` is the internal pointer of current() and next().
    """
    _attrs_ = ('strategy', 'storage', 'next_index', 'iters') + NARROW_ATTRIBUTES
    tp = TP_ARRAY
    if NARROW_ATTRIBUTES[0] != 'used':
        used = property(get_used, set_used)         # dialect: RPython knows properties
        live = property(get_live, set_live)         # dialect: see used
        start = property(get_start, set_start)      # dialect: see used
        pos = property(get_pos, set_pos)            # dialect: see used
        has_counted = property(get_has_counted, set_has_counted)    # dialect: see used

    def __init__(self, size_hint=0):
        self.rc = 1
        self.pos_and_flag = NO_POS
        self.strategy = EMPTY
        self.storage = EMPTY.nothing()
        self.used = 0
        self.live = 0
        self.start = size_hint
        self.next_index = MININT
        self.pos = 0
        self.has_counted = False
        self.iters = None

    def _writable(self):
        if not we_are_translated():
            assert self.rc == 1, 'an array with %d owners is written' % self.rc

    # reading

    def count(self):
        return self.live

    def get_int(self, i):
        """The element or None."""
        strategy = promote(self.strategy)
        if strategy is PACKED_INT:      # without machine code, direct calls for the most frequent ones are worth the question
            return PACKED_INT.get_int(self, i)
        if strategy is PACKED_OBJ:
            return PACKED_OBJ.get_int(self, i)
        return strategy.get_int(self, i)

    def get_str(self, s):
        return promote(self.strategy).get_str(self, s)

    def get_constant(self, w_key):
        """As get_str, for a W_StrConst that bytecode or machine code knows."""
        return promote(self.strategy).get_constant(self, w_key)

    def get_key(self, w_key):
        if isinstance(w_key, W_Int):
            return self.get_int(w_key.intval)
        assert isinstance(w_key, W_Str)
        if w_key.is_int_key():
            return self.get_int(w_key.int_key_value())
        return self.get_str(w_key.as_str())

    def find_int(self, i):
        """The position of a key, or -1."""
        return promote(self.strategy).find_int(self, i)

    def find_str(self, s):
        return promote(self.strategy).find_str(self, s)

    def find_constant(self, w_key):
        return promote(self.strategy).find_constant(self, w_key)

    def find_key(self, w_key):
        if isinstance(w_key, W_Int):
            return self.find_int(w_key.intval)
        assert isinstance(w_key, W_Str)
        if w_key.is_int_key():
            return self.find_int(w_key.int_key_value())
        return self.find_str(w_key.as_str())

    def is_packed_list(self):
        """True when the keys are 0, 1, 2 ... in this order, as array_is_list()."""
        return promote(self.strategy).is_packed_list(self)

    def values(self):
        """A new list of the elements in order, borrowed."""
        return promote(self.strategy).values(self)

    def int_items(self):
        """A new list of ints in order when all elements are stored as plain ints with ascending keys, else None."""
        if self.strategy is PACKED_INT:
            return PACKED_INT.items(self)
        return None

    def float_items(self):
        """The same for floats."""
        if self.strategy is PACKED_FLOAT:
            return PACKED_FLOAT.items(self)
        return None

    # writing; each takes over one ownership of w and gives up the old element's

    def put_int(self, i, w):
        """Replaces or adds the raw element."""
        self._writable()
        strategy = promote(self.strategy)
        pos = strategy.find_int(self, i)
        if pos < 0:
            strategy.add_int(self, i, w)
        else:
            self.put_at(pos, w)

    def put_str(self, s, w):
        self._writable()
        strategy = promote(self.strategy)
        pos = strategy.find_str(self, s)
        if pos < 0:
            strategy.add_str(self, s, w)
        else:
            self.put_at(pos, w)

    def put_key(self, w_key, w):
        if isinstance(w_key, W_Int):
            self.put_int(w_key.intval, w)
            return
        assert isinstance(w_key, W_Str)
        if w_key.is_int_key():
            self.put_int(w_key.int_key_value(), w)
        else:
            self.put_str(w_key.as_str(), w)

    def put_at(self, pos, w):
        """Replaces the raw element of a live position."""
        self._writable()
        strategy = promote(self.strategy)
        w_old = strategy.value_at(self, pos)
        strategy.set_at(self, pos, w)
        disown(w_old)

    def set_at(self, pos, w):
        """Overwrites the raw element of a live position, whose ownership went elsewhere (was moved out, or given up by separate())."""
        self._writable()
        promote(self.strategy).set_at(self, pos, w)

    def assign_int(self, i, w):
        """Like put_int, but an element that is a reference is written through."""
        self._writable()
        strategy = promote(self.strategy)
        if strategy is PACKED_INT:
            PACKED_INT.assign_int(self, i, w)
        elif strategy is PACKED_OBJ:
            PACKED_OBJ.assign_int(self, i, w)
        else:
            strategy.assign_int(self, i, w)

    def assign_str(self, s, w):
        self._writable()
        promote(self.strategy).assign_str(self, s, w)

    def assign_constant(self, w_key, w):
        self._writable()
        promote(self.strategy).assign_constant(self, w_key, w)

    def assign_key(self, w_key, w):
        if isinstance(w_key, W_Int):
            self.assign_int(w_key.intval, w)
            return
        assert isinstance(w_key, W_Str)
        if w_key.is_int_key():
            self.assign_int(w_key.int_key_value(), w)
        else:
            self.assign_str(w_key.as_str(), w)

    def append(self, w):
        """False, and w is not taken, when no index is left."""
        self._writable()
        strategy = promote(self.strategy)
        if strategy is PACKED_INT:
            return PACKED_INT.append(self, w)
        if strategy is PACKED_OBJ:
            return PACKED_OBJ.append(self, w)
        return strategy.append(self, w)

    def append_index(self):
        """The key that append would use (at the end of the int range it may be taken)."""
        if self.next_index == MININT:
            return 0
        return self.next_index

    def array_at(self, pos):
        """The array at a live position, looking through a reference, made unique in its place and borrowed; None for other values."""
        w = self.value_at(pos)
        if isinstance(w, W_Array):
            w_unique = w.separate()
            if w_unique is not w:
                self.set_at(pos, w_unique)
            return w_unique
        if isinstance(w, W_Ref):
            w_inner = w.value
            if isinstance(w_inner, W_Array):
                w_unique = w_inner.separate()
                if w_unique is not w_inner:
                    w.value = w_unique
                return w_unique
        return None

    # removing

    def _remove_at(self, pos):
        """Takes a live entry out and returns its element with its ownership."""
        strategy = promote(self.strategy)
        w_old = strategy.value_at(self, pos)
        strategy.remove_at(self, pos)
        return w_old

    def delete_at(self, pos):
        """Removes a live entry."""
        self._writable()
        disown(self._remove_at(pos))

    def delete_int(self, i):
        """True when there was such an element."""
        self._writable()
        pos = self.find_int(i)
        if pos < 0:
            return False
        disown(self._remove_at(pos))
        return True

    def delete_str(self, s):
        self._writable()
        pos = self.find_str(s)
        if pos < 0:
            return False
        disown(self._remove_at(pos))
        return True

    def delete_key(self, w_key):
        if isinstance(w_key, W_Int):
            return self.delete_int(w_key.intval)
        assert isinstance(w_key, W_Str)
        if w_key.is_int_key():
            return self.delete_int(w_key.int_key_value())
        return self.delete_str(w_key.as_str())

    def pop(self):
        """Removes the last element and returns it with its ownership, or None; as array_pop: the next index goes back, `pos` to the start."""
        self._writable()
        pos = self.prev_pos(self.used - 1)
        if pos < 0:
            return None
        next_index = self.next_index
        if next_index != MININT and self.is_int_key_at(pos) and self.int_key_at(pos) == next_index - 1:
            next_index -= 1
        w_old = self._remove_at(pos)
        self.next_index = next_index
        self.pos = 0
        return w_old

    def shift(self):
        """Removes the first element and returns it with its ownership, or None; renumbers the int keys, `pos` goes to the start."""
        self._writable()
        if self.live == 0:
            return None
        return promote(self.strategy).shift(self)

    @dont_look_inside
    def insert_front(self, ws):
        """Puts the list's elements, taking over their ownership, before all others; renumbers the int keys, `pos` goes to the start."""
        self._writable()
        if self.strategy.insert_front(self, ws):
            return
        w_new = W_Array(self.live + len(ws))
        w_new.next_index = 0
        for w in ws:
            w_new.append(w)
        pos = self.next_pos(0)
        while pos >= 0:
            w = self.value_at(pos)
            if self.is_int_key_at(pos):
                w_new.append(w)
            else:
                w_new.put_str(self.str_key_at(pos), w)
            pos = self.next_pos(pos + 1)
        if self.iters is not None:
            for iterator in self.iters:
                iterator.pos = self._entries_before(iterator.pos) + len(ws)
        self.become(w_new)

    def _entries_before(self, pos):
        if pos >= self.used:
            return pos - self.used + self.live
        entries = 0
        p = self.next_pos(0)
        while 0 <= p < pos:
            entries += 1
            p = self.next_pos(p + 1)
        return entries

    def become(self, w_fresh):
        """Takes over the contents of a fresh array, which must not be used afterwards; the old elements moved there or elsewhere: they are
        not disowned. `pos` goes to the start; iterators stay where they are.
        """
        self._writable()
        self.strategy = w_fresh.strategy
        self.storage = w_fresh.storage
        self.used = w_fresh.used
        self.live = w_fresh.live
        self.start = w_fresh.start
        self.next_index = w_fresh.next_index
        self.has_counted = w_fresh.has_counted
        self.pos = 0

    def clear(self):
        """Removes everything, also the memory of the next index."""
        w_old = W_Array()
        w_old.become(self)
        self.become(W_Array())
        w_old.release()

    # references

    def ref_int(self, i):
        """The element as a W_Ref (borrowed), made one if it is not yet, made null if it is missing."""
        strategy = promote(self.strategy)
        pos = strategy.find_int(self, i)
        if pos >= 0:
            return self.ref_at(pos)
        self._writable()
        w_ref = W_Ref(w_null)
        strategy.add_int(self, i, w_ref)
        return w_ref

    def ref_str(self, s):
        strategy = promote(self.strategy)
        pos = strategy.find_str(self, s)
        if pos >= 0:
            return self.ref_at(pos)
        self._writable()
        w_ref = W_Ref(w_null)
        strategy.add_str(self, s, w_ref)
        return w_ref

    def ref_key(self, w_key):
        if isinstance(w_key, W_Int):
            return self.ref_int(w_key.intval)
        assert isinstance(w_key, W_Str)
        if w_key.is_int_key():
            return self.ref_int(w_key.int_key_value())
        return self.ref_str(w_key.as_str())

    def ref_at(self, pos):
        """As ref_int, for a live position."""
        strategy = promote(self.strategy)
        w = strategy.value_at(self, pos)
        if isinstance(w, W_Ref):
            return w
        self._writable()
        w_ref = W_Ref(w)
        strategy.set_at(self, pos, w_ref)
        return w_ref

    def append_ref(self):
        """A new null element as a W_Ref (borrowed); None when no index is left."""
        w_ref = W_Ref(w_null)
        if not self.append(w_ref):
            return None
        return w_ref

    # owners

    def dup(self):
        """A copy with one owner. References that only this array holds become plain values in it."""
        strategy = promote(self.strategy)
        w_copy = W_Array(self.start)
        w_copy.strategy = strategy
        w_copy.next_index = self.next_index
        w_copy.pos = self.pos
        w_copy.has_counted = self.has_counted
        strategy.copy_to(self, w_copy)
        return w_copy

    def separate(self):
        """This array when it has one owner. Else a copy: the owner has given this one up and must store the copy in its slot."""
        if self.rc == 1:
            return self
        self.rc -= 1
        return self.dup()

    def release(self):
        if self.has_counted:
            self._release_elements()

    @dont_look_inside
    def _release_elements(self):
        if releasing.depth >= MAX_RELEASE_DEPTH:
            releasing.pending.append(self)
            return
        releasing.depth += 1
        try:
            self.strategy.disown_all(self)
            if releasing.depth == 1:
                while len(releasing.pending) > 0:
                    w_array = releasing.pending.pop()
                    w_array.strategy.disown_all(w_array)
        finally:
            releasing.depth -= 1

    # positions

    def next_pos(self, pos):
        """The smallest live position >= pos >= 0, or -1."""
        return promote(self.strategy).next_pos(self, pos)

    def prev_pos(self, pos):
        """The largest live position <= pos, or -1."""
        return promote(self.strategy).prev_pos(self, pos)

    def end_pos(self):
        """The position behind all entries."""
        return self.used

    def is_int_key_at(self, pos):
        return promote(self.strategy).is_int_key_at(self, pos)

    def int_key_at(self, pos):
        return promote(self.strategy).int_key_at(self, pos)

    def str_key_at(self, pos):
        return promote(self.strategy).str_key_at(self, pos)

    def key_at(self, pos):
        return promote(self.strategy).key_at(self, pos)

    def value_at(self, pos):
        """The raw element of a live position, borrowed."""
        return promote(self.strategy).value_at(self, pos)

    def peek_at(self, pos):
        """The raw element of any position, borrowed; None in a gap and behind the end."""
        return promote(self.strategy).peek_at(self, pos)

    def register(self, iterator):
        """From now on the ArrayIterator follows this array's changes."""
        if self.iters is None:
            self.iters = []
        self.iters.append(iterator)

    def unregister(self, iterator):
        if self.iters is not None:
            for i in range(len(self.iters)):
                if self.iters[i] is iterator:
                    del self.iters[i]
                    return


def new_record(keys):
    """An array with the keys of a hashtable.RecordKeys, to be filled by set_at."""
    w_array = W_Array()
    HASH_MIXED.begin_record(w_array, keys)
    return w_array


def new_array(size_hint=0):
    """An empty array; size_hint is the number of elements to expect."""
    return W_Array(size_hint)


@dont_look_inside
def array_from_list(ws):
    """A list array [0 => ws[0], ...] that takes over one ownership of each element; None is not allowed in ws."""
    w_array = W_Array()
    if len(ws) == 0:
        w_array.next_index = 0
    elif _all_ints(ws):
        PACKED_INT.fill_boxed(w_array, ws)
    elif _all_floats(ws):
        PACKED_FLOAT.fill_boxed(w_array, ws)
    else:
        PACKED_OBJ.fill(w_array, ws)
    return w_array


def _all_ints(ws):
    for w in ws:
        if not isinstance(w, W_Int):
            return False
    return True


def _all_floats(ws):
    for w in ws:
        if not isinstance(w, W_Float):
            return False
    return True


def array_from_ints(ints):
    w_array = W_Array()
    PACKED_INT.fill(w_array, ints)
    return w_array


def array_from_floats(floats):
    w_array = W_Array()
    PACKED_FLOAT.fill(w_array, floats)
    return w_array


def array_from_strs(strs):
    """A list array of PHP strings from byte strings."""
    return array_from_list([new_str(s) for s in strs])


def array_from_pairs(w_keys, w_values):
    """An array from parallel lists of keys (W_Int, W_Str; later ones win) and values, taking over one ownership of each value."""
    w_array = W_Array(len(w_keys))
    for i in range(len(w_keys)):
        w_array.put_key(w_keys[i], w_values[i])
    return w_array


def put_by_name(w_array, name, w):
    """Stores under a byte string key that may be a canonical decimal; takes over one ownership of w."""
    if is_int_key_str(name):
        w_array.put_int(int_key_of(name), w)
    else:
        w_array.put_str(name, w)


def get_by_name(w_array, name):
    """The raw element under a byte string key that may be a canonical decimal, or None."""
    if is_int_key_str(name):
        return w_array.get_int(int_key_of(name))
    return w_array.get_str(name)


def mark_literal(w_array):
    """Makes a compile-time constant of an array and the arrays in it: they have no unique owner and are copied before any write."""
    w_array.rc = IMMORTAL
    if w_array.live == 0:
        w_array.next_index = 0      # as zend_empty_array: [][-5 => 1][] goes on with 0, not with -4
    pos = w_array.next_pos(0)
    while pos >= 0:
        w = w_array.value_at(pos)
        if isinstance(w, W_Array):
            mark_literal(w)
        pos = w_array.next_pos(pos + 1)
    return w_array
