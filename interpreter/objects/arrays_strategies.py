"""Strategies: the ways in which an array's entries are stored. Each is one prebuilt object; the entries are in the array's `storage`.

A strategy works on the fields of the W_Array `a` that it is given: `used` positions, `live` entries in them, `start`, `next_index`,
`pos`, `iters`, `has_counted` (see W_Array). It replaces itself in `a` when it cannot hold what comes. Ownership of values passes
through unchanged: what is added is taken over, what is removed or replaced is the caller's to disown.
"""
from __future__ import absolute_import

from hippy.interpreter.objects import hashtable
from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Int, W_Float, W_Counted, disown, own
from hippy.interpreter.rlib.arithmetic import MAXINT, MININT, float2longlong, intmask, longlong2float
from hippy.interpreter.rlib.jit import dont_look_inside
from hippy.interpreter.rlib.lists import copy_items
from hippy.interpreter.rlib.objectmodel import make_sure_not_resized, new_static_erasing_pair

SMALLEST = 4            # length of the shortest storage of packed arrays
LARGEST_FIRST_KEY = 7   # an array whose first key is at most this may be packed
MANY_GAPS = 32          # from this many positions on, a packed array that is mostly gaps becomes a hash


class Strategy(object):
    _attrs_ = ()

    def get_int(self, a, i):
        """The raw element or None."""
        raise NotImplementedError

    def get_str(self, a, s):
        raise NotImplementedError

    def get_constant(self, a, w_key):
        """As get_str, for a W_StrConst that bytecode or machine code knows."""
        return self.get_str(a, w_key.s)

    def assign_int(self, a, i, w):
        """Adds or replaces; writes through a reference; disowns the old value."""
        raise NotImplementedError

    def assign_str(self, a, s, w):
        raise NotImplementedError

    def assign_constant(self, a, w_key, w):
        self.assign_str(a, w_key.s, w)

    def append(self, a, w):
        """False when no index is left."""
        raise NotImplementedError

    def find_int(self, a, i):
        """The position or -1."""
        raise NotImplementedError

    def find_str(self, a, s):
        raise NotImplementedError

    def find_constant(self, a, w_key):
        return self.find_str(a, w_key.s)

    def add_int(self, a, i, w):
        """A key that is not there yet."""
        raise NotImplementedError

    def add_str(self, a, s, w):
        raise NotImplementedError

    def value_at(self, a, pos):
        """The raw element at a live position."""
        raise NotImplementedError

    def peek_at(self, a, pos):
        """The raw element at a position, None in a gap and behind the end."""
        raise NotImplementedError

    def set_at(self, a, pos, w):
        """Overwrites the raw element at a live position; positions stay."""
        raise NotImplementedError

    def remove_at(self, a, pos):
        """Forgets a live entry."""
        raise NotImplementedError

    def next_pos(self, a, pos):
        raise NotImplementedError

    def prev_pos(self, a, pos):
        raise NotImplementedError

    def is_int_key_at(self, a, pos):
        raise NotImplementedError

    def int_key_at(self, a, pos):
        raise NotImplementedError

    def str_key_at(self, a, pos):
        raise NotImplementedError

    def key_at(self, a, pos):
        """The key as a W_Int or W_Str."""
        return W_Int(self.int_key_at(a, pos))

    def is_packed_list(self, a):
        raise NotImplementedError

    def copy_to(self, a, b):
        """Fills the fresh array b with a's entries, owned once more."""
        raise NotImplementedError

    def shift(self, a):
        """Removes the first of at least one entries and returns it; renumbers the int keys."""
        raise NotImplementedError

    def insert_front(self, a, ws):
        """False when this strategy leaves the work to the caller."""
        return False

    def values(self, a):
        """A new list of the raw elements in order."""
        raise NotImplementedError

    def disown_all(self, a):
        """Gives up every element; the array is not used any more."""
        raise NotImplementedError


# positions

def entry_left(a, pos, following):
    """The entry at pos was removed; what stood there moves on to `following`."""
    if a.pos == pos:
        a.pos = following
    if a.iters is not None:
        move_iterators(a.iters, pos, following)


@dont_look_inside
def move_iterators(iters, pos, following):
    for iterator in iters:
        if iterator.pos == pos:
            iterator.pos = following


@dont_look_inside
def gaps_close(a, vals):
    """Adapts the positions before the gaps in vals[start:start + used] are closed."""
    a.pos = _without_gaps(a, vals, a.pos)
    if a.iters is not None:
        for iterator in a.iters:
            iterator.pos = _without_gaps(a, vals, iterator.pos)


def _without_gaps(a, vals, pos):
    if pos >= a.used:
        return pos - a.used + a.live
    return hashtable.live_before(vals, a.start, a.start + pos)


def count_index(a, i):
    """An int key i was added."""
    if i >= a.next_index:
        a.next_index = i + 1 if i < MAXINT else MAXINT


# values

def note_counted(a, w):
    if isinstance(w, W_Counted):
        a.has_counted = True


def replace_counted(vals, p, w):
    """Assigns to an element of an array that may hold counted values: through a reference, and the old value is disowned."""
    w_old = vals[p]
    if isinstance(w_old, W_Ref):
        w_old.store(w)
    else:
        vals[p] = w
        disown(w_old)


@dont_look_inside
def own_copied(a, vals, start, stop):
    """Owns the values that were copied from array a; references that only a holds become plain values."""
    assert start >= 0
    for p in range(start, stop):
        w = vals[p]
        if isinstance(w, W_Counted):
            if isinstance(w, W_Ref) and w.rc == 1 and w.value is not a:
                w = w.value
                vals[p] = w
            own(w)


@dont_look_inside
def disown_range(vals, start, stop):
    assert start >= 0
    for p in range(start, stop):
        disown(vals[p])


@dont_look_inside
def live_values(vals, start, stop):
    assert start >= 0
    ws = []
    for p in range(start, stop):
        w = vals[p]
        if w is not None:
            ws.append(w)
    return ws


class EmptyStrategy(Strategy):
    """No entries; `start` is the number of elements to expect."""
    _attrs_ = ()
    erase, unerase = new_static_erasing_pair('EmptyStrategy')

    def nothing(self):
        """The storage of an empty array."""
        return self.erase(None)

    def get_int(self, a, i):
        return None

    def get_str(self, a, s):
        return None

    def find_int(self, a, i):
        return -1

    def find_str(self, a, s):
        return -1

    def assign_int(self, a, i, w):
        self.add_int(a, i, w)

    def assign_str(self, a, s, w):
        self.add_str(a, s, w)

    def append(self, a, w):
        i = a.next_index
        self.add_int(a, 0 if i == MININT else i, w)
        return True

    def add_int(self, a, i, w):
        if 0 <= i <= LARGEST_FIRST_KEY:
            size = a.start + i
            a.start = 0
            a.used = i
            if isinstance(w, W_Int):
                PACKED_INT.begin(a, size)
            elif isinstance(w, W_Float):
                PACKED_FLOAT.begin(a, size)
            else:
                PACKED_OBJ.begin(a, size)
        else:
            HASH_INT.begin(a)
        a.strategy.add_int(a, i, w)

    def add_str(self, a, s, w):
        HASH_MIXED.begin(a)
        a.strategy.add_str(a, s, w)

    def peek_at(self, a, pos):
        return None

    def next_pos(self, a, pos):
        return -1

    def prev_pos(self, a, pos):
        return -1

    def is_packed_list(self, a):
        return True

    def copy_to(self, a, b):
        pass

    def values(self, a):
        return []

    def disown_all(self, a):
        pass


class Packed(Strategy):
    """Keys 0 to used - 1 in order, the first ones may be missing; key i stands at storage[start + i]; next_index >= used."""
    _attrs_ = ()

    def get_str(self, a, s):
        return None

    def find_str(self, a, s):
        return -1

    def assign_str(self, a, s, w):
        self.add_str(a, s, w)

    def add_str(self, a, s, w):
        self.to_hash(a)
        a.strategy.add_str(a, s, w)

    def is_int_key_at(self, a, pos):
        return True

    def int_key_at(self, a, pos):
        return pos

    def to_hash(self, a):
        raise NotImplementedError


def room_for(a, length):
    """The length of a storage that gets more room: twice as long, unless much room is in front."""
    if a.start > length >> 1:
        return length
    return length * 2 if length >= SMALLEST else SMALLEST


def storage_length(size):
    """The length of the first storage for `size` expected elements."""
    return size if size > 0 else SMALLEST


def first_key(a):
    """The first key of a packed array without gaps behind it."""
    return a.used - a.live


def has_key(a, i):
    """True for the keys of a packed array without gaps behind the first key; most begin at 0, which spares traces a comparison."""
    if a.live == a.used:
        return 0 <= i < a.used
    return first_key(a) <= i < a.used


def packed_from_zero(a):
    """Renumbers the keys so that the first one is 0."""
    first = first_key(a)
    a.start += first
    a.used -= first
    a.pos = a.pos - first if a.pos > first else 0
    if a.iters is not None:
        for iterator in a.iters:
            iterator.pos = iterator.pos - first if iterator.pos > first else 0


def packed_shifted(a):
    """Counts and positions after the first entry of a packed array went."""
    used = a.used
    a.start += 1
    a.used = used - 1
    a.live -= 1
    a.next_index = used - 1
    a.pos = 0
    if a.iters is not None:
        for iterator in a.iters:
            if 0 < iterator.pos < used:
                iterator.pos -= 1


def packed_unshifted(a, count):
    """Counts and positions after `count` entries were put in front of a packed array."""
    a.used += count
    a.live += count
    a.next_index = a.used
    a.pos = 0
    if a.iters is not None:
        for iterator in a.iters:
            iterator.pos += count


def _unboxed_strategy(name, nothing, accepts, unbox, box, widen):
    """NOT_RPYTHON: the strategy of lists whose values are all scalars that accepts() takes.

    The keys are those from first_key(a) to used - 1, without gaps. widen(a) makes the array fit for other values."""

    class PackedUnboxed(Packed):
        _attrs_ = ()
        erase, unerase = new_static_erasing_pair(name)

        def install(self, a, items):
            a.storage = self.erase(items)
            a.strategy = self

        def begin(self, a, size):
            self.install(a, make_sure_not_resized([nothing] * storage_length(size)))

        def get_int(self, a, i):
            if has_key(a, i):
                p = a.start + i
                assert p >= 0
                return box(self.unerase(a.storage)[p])
            return None

        def assign_int(self, a, i, w):
            if has_key(a, i) and accepts(w):
                p = a.start + i
                assert p >= 0
                self.unerase(a.storage)[p] = unbox(w)
            else:
                self._assign_other(a, i, w)

        def _assign_other(self, a, i, w):
            if has_key(a, i):
                self.set_at(a, i, w)
            else:
                self.add_int(a, i, w)

        def append(self, a, w):
            used = a.used
            if accepts(w) and used == a.next_index:
                self._push(a, used, unbox(w))
                a.next_index = used + 1
                return True
            return self._append_other(a, w)

        def _append_other(self, a, w):
            if accepts(w):
                self.to_hash(a)
            else:
                widen(a, w)
            return a.strategy.append(a, w)

        def _push(self, a, used, x):
            items = self.unerase(a.storage)
            end = a.start + used
            assert end >= 0
            if end == len(items):
                items = self._grow(a)
                end = a.start + used
                assert end >= 0
            items[end] = x
            a.used = used + 1
            a.live += 1

        @dont_look_inside
        def _grow(self, a):
            items = self.unerase(a.storage)
            longer = make_sure_not_resized([nothing] * room_for(a, len(items)))
            copy_items(items, a.start, longer, 0, a.used)
            a.storage = self.erase(longer)
            a.start = 0
            return longer

        def find_int(self, a, i):
            return i if has_key(a, i) else -1

        def add_int(self, a, i, w):
            if not accepts(w):
                widen(a, w)
                a.strategy.add_int(a, i, w)
            elif i != a.used:
                self.to_hash(a)
                a.strategy.add_int(a, i, w)
            else:
                self._push(a, i, unbox(w))
                count_index(a, i)

        def value_at(self, a, pos):
            p = a.start + pos
            assert p >= 0
            return box(self.unerase(a.storage)[p])

        def peek_at(self, a, pos):
            if not has_key(a, pos):
                return None
            p = a.start + pos
            assert p >= 0
            return box(self.unerase(a.storage)[p])

        def set_at(self, a, pos, w):
            if accepts(w):
                p = a.start + pos
                assert p >= 0
                self.unerase(a.storage)[p] = unbox(w)
            else:
                widen(a, w)
                a.strategy.set_at(a, pos, w)

        def remove_at(self, a, pos):
            assert pos >= 0
            used = a.used
            if pos == used - 1:
                a.live -= 1
                left = pos if a.live > 0 else 0
                a.used = left
                entry_left(a, pos, used)
                if a.pos > left:
                    a.pos = left
            else:
                self.to_objs(a)
                a.strategy.remove_at(a, pos)

        def next_pos(self, a, pos):
            assert pos >= 0
            first = first_key(a)
            if pos < first:
                pos = first
            return pos if pos < a.used else -1

        def prev_pos(self, a, pos):
            if pos >= a.used:
                pos = a.used - 1
            return pos if pos >= first_key(a) else -1

        def is_packed_list(self, a):
            return a.live == a.used

        @dont_look_inside
        def copy_to(self, a, b):
            used = a.used
            items = make_sure_not_resized([nothing] * (used + (used >> 3) + SMALLEST))
            copy_items(self.unerase(a.storage), a.start, items, 0, used)
            b.storage = self.erase(items)
            b.start = 0
            b.used = used
            b.live = a.live

        def shift(self, a):
            if a.live != a.used:
                packed_from_zero(a)
            w = self.value_at(a, 0)
            packed_shifted(a)
            return w

        @dont_look_inside
        def insert_front(self, a, ws):
            count = len(ws)
            for w in ws:
                if not accepts(w):
                    self.to_objs(a)
                    return a.strategy.insert_front(a, ws)
            if a.live != a.used:
                packed_from_zero(a)
            if a.start < count:
                self._open_front(a, count)
            start = a.start - count
            assert start >= 0
            a.start = start
            items = self.unerase(a.storage)
            for k in range(count):
                items[start + k] = unbox(ws[k])
            packed_unshifted(a, count)
            return True

        def _open_front(self, a, count):
            used = a.used
            start = count + (used >> 1)
            items = make_sure_not_resized([nothing] * (start + used + SMALLEST))
            copy_items(self.unerase(a.storage), a.start, items, start, used)
            a.storage = self.erase(items)
            a.start = start

        @dont_look_inside
        def fill(self, a, xs):
            """Makes the fresh array a hold a copy of the list xs."""
            used = len(xs)
            items = make_sure_not_resized([nothing] * storage_length(used))
            for p in range(used):
                items[p] = xs[p]
            self._filled(a, items, used)

        @dont_look_inside
        def fill_boxed(self, a, ws):
            """The same from a list of boxes."""
            used = len(ws)
            items = make_sure_not_resized([nothing] * storage_length(used))
            for p in range(used):
                items[p] = unbox(ws[p])
            self._filled(a, items, used)

        def _filled(self, a, items, used):
            self.install(a, items)
            a.used = used
            a.live = used
            a.next_index = used

        @dont_look_inside
        def items(self, a):
            """A new list of the unboxed elements."""
            start = a.start + first_key(a)
            assert start >= 0
            stop = a.start + a.used
            assert stop >= 0
            return self.unerase(a.storage)[start:stop]

        @dont_look_inside
        def to_objs(self, a):
            used = a.used
            start = a.start
            assert start >= 0
            items = self.unerase(a.storage)
            vals = make_sure_not_resized([None] * (used + (used >> 1) + SMALLEST))
            for p in range(first_key(a), used):
                vals[p] = box(items[start + p])
            a.start = 0
            PACKED_OBJ.install(a, vals)

        @dont_look_inside
        def to_hash(self, a):
            self.to_objs(a)
            PACKED_OBJ.to_hash(a)

        @dont_look_inside
        def values(self, a):
            return [box(x) for x in self.items(a)]

        def disown_all(self, a):
            pass

    PackedUnboxed.__name__ = name
    return PackedUnboxed


def _is_int(w):
    return isinstance(w, W_Int)


def _intval(w):
    assert isinstance(w, W_Int)
    return w.intval


def _is_float(w):
    return isinstance(w, W_Float)


def _floatval(w):
    assert isinstance(w, W_Float)
    return w.floatval


# ints and floats in one list: the bits of a float, or an int as the bits of a NaN that no arithmetic gives

LEAST_INT_BITS = -(1 << 50)     # from here to -1: ints
INT_BITS_OFFSET = 1 << 49       # ints from -2 ** 49 to 2 ** 49 - 1


def is_small(n):
    return -INT_BITS_OFFSET <= n < INT_BITS_OFFSET


def is_int_bits(bits):
    return LEAST_INT_BITS <= bits < 0


def float_bits(x):
    return intmask(float2longlong(x))


def _is_number(w):
    if isinstance(w, W_Float):
        return not is_int_bits(float_bits(w.floatval))
    return isinstance(w, W_Int) and is_small(w.intval)


def _number_bits(w):
    if isinstance(w, W_Float):
        return float_bits(w.floatval)
    assert isinstance(w, W_Int)
    return w.intval - INT_BITS_OFFSET


def _number(bits):
    if is_int_bits(bits):
        return W_Int(bits + INT_BITS_OFFSET)
    return W_Float(longlong2float(bits))


@dont_look_inside
def _widen_ints(a, w):
    """A list of ints gets a value that is none."""
    if isinstance(w, W_Float) and _is_number(w):
        ints = PACKED_INT.unerase(a.storage)
        bits = make_sure_not_resized([0] * len(ints))
        start = a.start
        for p in range(start + first_key(a), start + a.used):
            if not is_small(ints[p]):
                PACKED_INT.to_objs(a)
                return
            bits[p] = ints[p] - INT_BITS_OFFSET
        PACKED_NUMBER.install(a, bits)
    else:
        PACKED_INT.to_objs(a)


@dont_look_inside
def _widen_floats(a, w):
    if isinstance(w, W_Int) and _is_number(w):
        floats = PACKED_FLOAT.unerase(a.storage)
        bits = make_sure_not_resized([0] * len(floats))
        start = a.start
        for p in range(start + first_key(a), start + a.used):
            bits[p] = float_bits(floats[p])
            if is_int_bits(bits[p]):
                PACKED_FLOAT.to_objs(a)
                return
        PACKED_NUMBER.install(a, bits)
    else:
        PACKED_FLOAT.to_objs(a)


def _widen_numbers(a, w):
    PACKED_NUMBER.to_objs(a)


PackedIntStrategy = _unboxed_strategy('PackedIntStrategy', 0, _is_int, _intval, W_Int, _widen_ints)
PackedFloatStrategy = _unboxed_strategy('PackedFloatStrategy', 0.0, _is_float, _floatval, W_Float, _widen_floats)
PackedNumberStrategy = _unboxed_strategy('PackedNumberStrategy', 0, _is_number, _number_bits, _number, _widen_numbers)


class PackedObjStrategy(Packed):
    """Any values; None is a gap, an entry that was removed. The last entry is never a gap."""
    _attrs_ = ()
    erase, unerase = new_static_erasing_pair('PackedObjStrategy')

    def install(self, a, vals):
        a.storage = self.erase(vals)
        a.strategy = self

    def begin(self, a, size):
        self.install(a, make_sure_not_resized([None] * storage_length(size)))

    def get_int(self, a, i):
        if 0 <= i < a.used:
            p = a.start + i
            assert p >= 0
            return self.unerase(a.storage)[p]
        return None

    def assign_int(self, a, i, w):
        if 0 <= i < a.used:
            vals = self.unerase(a.storage)
            p = a.start + i
            assert p >= 0
            w_old = vals[p]
            if w_old is not None:
                if a.has_counted:
                    replace_counted(vals, p, w)
                else:
                    note_counted(a, w)
                    vals[p] = w
                return
        self.add_int(a, i, w)

    def append(self, a, w):
        used = a.used
        if used == a.next_index:
            self._push(a, used, w)
            a.next_index = used + 1
            return True
        self.to_hash(a)
        return a.strategy.append(a, w)

    def _push(self, a, used, w):
        vals = self.unerase(a.storage)
        end = a.start + used
        assert end >= 0
        if end == len(vals):
            vals = self._grow(a)
            end = a.start + used
            assert end >= 0
        note_counted(a, w)
        vals[end] = w
        a.used = used + 1
        a.live += 1

    @dont_look_inside
    def _grow(self, a):
        vals = self.unerase(a.storage)
        longer = make_sure_not_resized([None] * room_for(a, len(vals)))
        copy_items(vals, a.start, longer, 0, a.used)
        a.storage = self.erase(longer)
        a.start = 0
        return longer

    def find_int(self, a, i):
        if 0 <= i < a.used:
            p = a.start + i
            assert p >= 0
            if self.unerase(a.storage)[p] is not None:
                return i
        return -1

    def add_int(self, a, i, w):
        if i == a.used:
            self._push(a, i, w)
            count_index(a, i)
        else:
            self.to_hash(a)
            a.strategy.add_int(a, i, w)

    def value_at(self, a, pos):
        p = a.start + pos
        assert p >= 0
        return self.unerase(a.storage)[p]

    def peek_at(self, a, pos):
        if pos >= a.used:
            return None
        p = a.start + pos
        assert p >= 0
        return self.unerase(a.storage)[p]

    def set_at(self, a, pos, w):
        p = a.start + pos
        assert p >= 0
        note_counted(a, w)
        self.unerase(a.storage)[p] = w

    @dont_look_inside
    def remove_at(self, a, pos):
        assert pos >= 0
        vals = self.unerase(a.storage)
        start = a.start
        used = a.used
        vals[start + pos] = None
        a.live -= 1
        following = hashtable.next_live(vals, start + pos + 1, start + used)
        entry_left(a, pos, used if following < 0 else following - start)
        if pos == used - 1:
            if a.live == 0:
                used = 0
            else:
                used = hashtable.prev_live(vals, start + pos) - start + 1
            a.used = used
            if a.pos > used:
                a.pos = used
        elif used >= MANY_GAPS and a.live < used >> 1:
            self.to_hash(a)

    def next_pos(self, a, pos):
        assert pos >= 0
        if pos >= a.used:
            return -1
        vals = self.unerase(a.storage)
        p = a.start + pos
        assert p >= 0
        if vals[p] is not None:
            return pos
        return hashtable.next_live(vals, p, a.start + a.used) - a.start

    def prev_pos(self, a, pos):
        if pos >= a.used:
            return a.used - 1
        p = hashtable.prev_live(self.unerase(a.storage), a.start + pos)
        return -1 if p < 0 else p - a.start

    def is_packed_list(self, a):
        return a.live == a.used

    @dont_look_inside
    def copy_to(self, a, b):
        used = a.used
        vals = make_sure_not_resized([None] * (used + (used >> 3) + SMALLEST))
        copy_items(self.unerase(a.storage), a.start, vals, 0, used)
        if a.has_counted:
            own_copied(a, vals, 0, used)
        b.storage = self.erase(vals)
        b.start = 0
        b.used = used
        b.live = a.live

    def shift(self, a):
        if a.live != a.used:
            self._close_gaps(a)
        vals = self.unerase(a.storage)
        w = vals[a.start]
        vals[a.start] = None
        packed_shifted(a)
        return w

    @dont_look_inside
    def _close_gaps(self, a):
        vals = self.unerase(a.storage)
        gaps_close(a, vals)
        start = a.start
        assert start >= 0
        end = start
        for p in range(start, start + a.used):
            w = vals[p]
            if w is not None:
                vals[p] = None
                vals[end] = w
                end += 1
        a.used = a.live

    @dont_look_inside
    def insert_front(self, a, ws):
        if a.live != a.used:
            self._close_gaps(a)
        count = len(ws)
        if a.start < count:
            self._open_front(a, count)
        start = a.start - count
        assert start >= 0
        a.start = start
        vals = self.unerase(a.storage)
        for k in range(count):
            note_counted(a, ws[k])
            vals[start + k] = ws[k]
        packed_unshifted(a, count)
        return True

    def _open_front(self, a, count):
        used = a.used
        start = count + (used >> 1)
        vals = make_sure_not_resized([None] * (start + used + SMALLEST))
        copy_items(self.unerase(a.storage), a.start, vals, start, used)
        a.storage = self.erase(vals)
        a.start = start

    @dont_look_inside
    def fill(self, a, ws):
        """Makes the fresh array a hold the list ws."""
        used = len(ws)
        vals = make_sure_not_resized([None] * storage_length(used))
        for p in range(used):
            note_counted(a, ws[p])
            vals[p] = ws[p]
        self.install(a, vals)
        a.used = used
        a.live = used
        a.next_index = used

    @dont_look_inside
    def to_hash(self, a):
        vals = self.unerase(a.storage)
        packed_gaps_close(a, vals)
        start = a.start
        assert start >= 0
        table = hashtable.new_table(hashtable.table_size(a.live + 1), False)
        p = 0
        for key in range(a.used):
            w = vals[start + key]
            if w is not None:
                hashtable.add_int(table, p, key, w)
                p += 1
        a.start = 0
        a.used = a.live
        HASH_INT.install(a, table)

    def values(self, a):
        return live_values(self.unerase(a.storage), a.start, a.start + a.used)

    def disown_all(self, a):
        disown_range(self.unerase(a.storage), a.start, a.start + a.used)


@dont_look_inside
def packed_gaps_close(a, vals):
    """As gaps_close. Positions behind the end of a packed array mean keys; the next key that is appended is not before them."""
    if a.iters is not None:
        for iterator in a.iters:
            if a.used < iterator.pos <= a.next_index:
                iterator.pos = a.used
    gaps_close(a, vals)


class Hashed(Strategy):
    """Entries in a hashtable.Table; `start` is the first live position."""
    _attrs_ = ()
    erase, unerase = new_static_erasing_pair('Hashed')

    def install(self, a, table):
        a.storage = self.erase(table)
        a.strategy = self

    def _room(self, a):
        """The table, with room for one more entry."""
        table = self.unerase(a.storage)
        if a.used == len(table.vals):
            return self._make_room(a)
        return table

    @dont_look_inside
    def _make_room(self, a):
        table = self.unerase(a.storage)
        if a.used > a.live + (a.live >> 2):
            self._compact(a, table)
            return table
        table = hashtable.doubled(table, a.used)
        a.storage = self.erase(table)
        return table

    def _compact(self, a, table):
        a.start = 0
        gaps_close(a, table.vals)
        a.used = hashtable.compact(table, a.used)

    def append(self, a, w):
        i = a.next_index
        if i == MININT:
            i = 0
        elif i == MAXINT and self.find_int(a, i) >= 0:
            return False
        self.add_int(a, i, w)
        return True

    def add_int(self, a, i, w):
        table = self._room(a)
        note_counted(a, w)
        hashtable.add_int(table, a.used, i, w)
        a.used += 1
        a.live += 1
        count_index(a, i)

    def _replace(self, a, table, pos, w):
        if a.has_counted:
            replace_counted(table.vals, pos, w)
        else:
            note_counted(a, w)
            table.vals[pos] = w

    def value_at(self, a, pos):
        assert pos >= 0
        return self.unerase(a.storage).vals[pos]

    def peek_at(self, a, pos):
        assert pos >= 0
        if pos >= a.used:
            return None
        return self.unerase(a.storage).vals[pos]

    def set_at(self, a, pos, w):
        assert pos >= 0
        note_counted(a, w)
        self.unerase(a.storage).vals[pos] = w

    @dont_look_inside
    def remove_at(self, a, pos):
        assert pos >= 0
        table = self.unerase(a.storage)
        hashtable.remove(table, pos)
        a.live -= 1
        used = a.used
        following = hashtable.next_live(table.vals, pos + 1, used)
        if following < 0:
            following = used
        entry_left(a, pos, following)
        if pos == a.start:
            a.start = following
        if following == used and a.live == 0:
            a.used = 0
            a.start = 0
            a.pos = 0
        elif following == used:
            a.used = hashtable.prev_live(table.vals, pos) + 1
            if a.pos > a.used:
                a.pos = a.used

    def next_pos(self, a, pos):
        assert pos >= 0
        if pos < a.start:
            pos = a.start
        if pos >= a.used:
            return -1
        assert pos >= 0
        vals = self.unerase(a.storage).vals
        if vals[pos] is not None:
            return pos
        return hashtable.next_live(vals, pos, a.used)

    def prev_pos(self, a, pos):
        if pos >= a.used:
            return a.used - 1
        return hashtable.prev_live(self.unerase(a.storage).vals, pos)

    def int_key_at(self, a, pos):
        assert pos >= 0
        return self.unerase(a.storage).ikeys[pos]

    @dont_look_inside
    def is_packed_list(self, a):
        pos = self.next_pos(a, 0)
        i = 0
        while pos >= 0:
            if not self.is_int_key_at(a, pos) or self.int_key_at(a, pos) != i:
                return False
            i += 1
            pos = self.next_pos(a, pos + 1)
        return True

    @dont_look_inside
    def copy_to(self, a, b):
        table = hashtable.copied(self.unerase(a.storage))
        if a.has_counted:
            own_copied(a, table.vals, 0, a.used)
        b.storage = self.erase(table)
        b.used = a.used
        b.live = a.live
        b.start = a.start

    def values(self, a):
        return live_values(self.unerase(a.storage).vals, a.start, a.used)

    def disown_all(self, a):
        disown_range(self.unerase(a.storage).vals, a.start, a.used)


class HashIntStrategy(Hashed):
    """Int keys only."""
    _attrs_ = ()

    @dont_look_inside
    def begin(self, a):
        size = hashtable.table_size(a.start)
        a.start = 0
        self.install(a, hashtable.new_table(size, False))

    def get_int(self, a, i):
        table = self.unerase(a.storage)
        pos = hashtable.find_int(table, a.used, i)
        if pos < 0:
            return None
        return table.vals[pos]

    def get_str(self, a, s):
        return None

    def assign_int(self, a, i, w):
        table = self.unerase(a.storage)
        pos = hashtable.find_int(table, a.used, i)
        if pos < 0:
            self.add_int(a, i, w)
        else:
            self._replace(a, table, pos, w)

    def assign_str(self, a, s, w):
        self.add_str(a, s, w)

    def find_int(self, a, i):
        return hashtable.find_int(self.unerase(a.storage), a.used, i)

    def find_str(self, a, s):
        return -1

    def add_str(self, a, s, w):
        table = self.unerase(a.storage)
        hashtable.allow_strs(table)
        HASH_MIXED.install(a, table)
        a.strategy.add_str(a, s, w)

    def is_int_key_at(self, a, pos):
        return True

    @dont_look_inside
    def shift(self, a):
        """What remains is a list."""
        w_first = self.value_at(a, a.start)
        self.remove_at(a, a.start)
        table = self.unerase(a.storage)
        start = a.start
        a.start = 0
        gaps_close(a, table.vals)
        a.start = start
        ws = self.values(a)
        a.start = 0
        a.pos = 0
        PACKED_OBJ.fill(a, ws)
        return w_first


class HashMixedStrategy(Hashed):
    """Int and string keys; no string key is a canonical decimal."""
    _attrs_ = ()

    def begin_record(self, a, keys):
        """Gives the empty array a its hashtable.RecordKeys; each of its positions must be set before anybody else sees a."""
        self.install(a, hashtable.record_table(keys))
        a.start = 0
        a.used = keys.count
        a.live = keys.count

    @dont_look_inside
    def begin(self, a):
        size = hashtable.table_size(a.start)
        a.start = 0
        self.install(a, hashtable.new_table(size, True))

    def get_int(self, a, i):
        table = self.unerase(a.storage)
        pos = hashtable.find_int_among_strs(table, a.used, i)
        if pos < 0:
            return None
        return table.vals[pos]

    def get_str(self, a, s):
        table = self.unerase(a.storage)
        pos = hashtable.find_str(table, a.used, s)
        if pos < 0:
            return None
        return table.vals[pos]

    def get_constant(self, a, w_key):
        table = self.unerase(a.storage)
        pos = hashtable.find_constant(table, a.used, w_key)
        if pos < 0:
            return None
        return table.vals[pos]

    def assign_int(self, a, i, w):
        table = self.unerase(a.storage)
        pos = hashtable.find_int_among_strs(table, a.used, i)
        if pos < 0:
            self.add_int(a, i, w)
        else:
            self._replace(a, table, pos, w)

    def assign_str(self, a, s, w):
        table = self.unerase(a.storage)
        pos = hashtable.find_str(table, a.used, s)
        if pos < 0:
            self.add_str(a, s, w)
        else:
            self._replace(a, table, pos, w)

    def assign_constant(self, a, w_key, w):
        table = self.unerase(a.storage)
        pos = hashtable.find_constant(table, a.used, w_key)
        if pos < 0:
            self.add_str(a, w_key.s, w)
        else:
            self._replace(a, table, pos, w)

    def find_int(self, a, i):
        return hashtable.find_int_among_strs(self.unerase(a.storage), a.used, i)

    def find_str(self, a, s):
        return hashtable.find_str(self.unerase(a.storage), a.used, s)

    def find_constant(self, a, w_key):
        return hashtable.find_constant(self.unerase(a.storage), a.used, w_key)

    def add_str(self, a, s, w):
        table = self._room(a)
        note_counted(a, w)
        hashtable.add_str(table, a.used, s, w)
        a.used += 1
        a.live += 1

    def is_int_key_at(self, a, pos):
        assert pos >= 0
        return self.unerase(a.storage).skeys[pos] is None

    def str_key_at(self, a, pos):
        assert pos >= 0
        s = self.unerase(a.storage).skeys[pos]
        assert s is not None
        return s

    def key_at(self, a, pos):
        assert pos >= 0
        table = self.unerase(a.storage)
        s = table.skeys[pos]
        if s is None:
            return W_Int(table.ikeys[pos])
        return new_str(s)

    @dont_look_inside
    def shift(self, a):
        w_first = self.value_at(a, a.start)
        self.remove_at(a, a.start)
        table = self.unerase(a.storage)
        hashtable.keys_change(table)
        i = 0
        for p in range(a.used):
            if table.vals[p] is not None and table.skeys[p] is None:
                table.ikeys[p] = i
                i += 1
        hashtable.relink(table, a.used)
        a.next_index = i
        a.pos = 0
        return w_first


EMPTY = EmptyStrategy()
PACKED_INT = PackedIntStrategy()
PACKED_FLOAT = PackedFloatStrategy()
PACKED_NUMBER = PackedNumberStrategy()
PACKED_OBJ = PackedObjStrategy()
HASH_INT = HashIntStrategy()
HASH_MIXED = HashMixedStrategy()
