"""Strategies: the ways in which an array's entries are stored. Each is one prebuilt object; the entries are in the array's `storage`.

A strategy works on the fields of the W_Array `a` that it is given: `used` positions, `live` entries in them, `start`, `next_index`,
`pos`, `iters`, `has_counted` (see W_Array). It replaces itself in `a` when it cannot hold what comes. Ownership of values passes
through unchanged: what is added is taken over, what is removed or replaced is the caller's to disown.
"""
from __future__ import absolute_import

from hippy.interpreter.objects import hashtable
from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.values import W_Int, W_Float, W_Counted, disown, own
from hippy.interpreter.rlib.arithmetic import MAXINT, MININT
from hippy.interpreter.rlib.jit import dont_look_inside
from hippy.interpreter.rlib.lists import copy_items
from hippy.interpreter.rlib.objectmodel import make_sure_not_resized, new_static_erasing_pair

SMALLEST = 4            # length of the shortest storage of packed arrays
MANY_GAPS = 32          # from this many positions on, a packed array that is mostly gaps becomes a hash


class Strategy(object):
    _attrs_ = ()

    def get_int(self, a, i):
        """The raw element or None."""
        raise NotImplementedError

    def get_str(self, a, s):
        raise NotImplementedError

    def assign_int(self, a, i, w):
        """Adds or replaces; writes through a reference; disowns the old value."""
        raise NotImplementedError

    def assign_str(self, a, s, w):
        raise NotImplementedError

    def append(self, a, w):
        """False when no index is left."""
        raise NotImplementedError

    def find_int(self, a, i):
        """The position or -1."""
        raise NotImplementedError

    def find_str(self, a, s):
        raise NotImplementedError

    def add_int(self, a, i, w):
        """A key that is not there yet."""
        raise NotImplementedError

    def add_str(self, a, s, w):
        raise NotImplementedError

    def value_at(self, a, pos):
        """The raw element at a live position."""
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
        size = a.start
        if i == 0:
            a.start = 0
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
    """Keys 0 to used - 1 in order; key i stands at storage[start + i]; next_index >= used."""
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


def _unboxed_strategy(name, boxed, nothing, unbox):
    "NOT_RPYTHON: the strategy of lists whose values are all of one scalar class"

    class PackedUnboxed(Packed):
        _attrs_ = ()
        erase, unerase = new_static_erasing_pair(name)

        def begin(self, a, size):
            a.storage = self.erase(make_sure_not_resized([nothing] * (size if size > SMALLEST else SMALLEST)))
            a.strategy = self

        def get_int(self, a, i):
            if 0 <= i < a.used:
                return boxed(self.unerase(a.storage)[a.start + i])
            return None

        def assign_int(self, a, i, w):
            if 0 <= i < a.used and isinstance(w, boxed):
                self.unerase(a.storage)[a.start + i] = unbox(w)
            else:
                self._assign_other(a, i, w)

        def _assign_other(self, a, i, w):
            if 0 <= i < a.used:
                self.set_at(a, i, w)
            else:
                self.add_int(a, i, w)

        def append(self, a, w):
            used = a.used
            if isinstance(w, boxed) and used == a.next_index:
                self._push(a, used, unbox(w))
                a.next_index = used + 1
                return True
            return self._append_other(a, w)

        def _append_other(self, a, w):
            if isinstance(w, boxed):
                self.to_hash(a)
            else:
                self.to_objs(a)
            return a.strategy.append(a, w)

        def _push(self, a, used, x):
            items = self.unerase(a.storage)
            end = a.start + used
            if end == len(items):
                items = self._grow(a)
                end = a.start + used
            items[end] = x
            a.used = used + 1
            a.live = used + 1

        @dont_look_inside
        def _grow(self, a):
            items = self.unerase(a.storage)
            longer = make_sure_not_resized([nothing] * room_for(a, len(items)))
            copy_items(items, a.start, longer, 0, a.used)
            a.storage = self.erase(longer)
            a.start = 0
            return longer

        def find_int(self, a, i):
            return i if 0 <= i < a.used else -1

        def add_int(self, a, i, w):
            if not isinstance(w, boxed):
                self.to_objs(a)
                a.strategy.add_int(a, i, w)
            elif i != a.used:
                self.to_hash(a)
                a.strategy.add_int(a, i, w)
            else:
                self._push(a, i, unbox(w))
                count_index(a, i)

        def value_at(self, a, pos):
            assert pos >= 0
            return boxed(self.unerase(a.storage)[a.start + pos])

        def set_at(self, a, pos, w):
            assert pos >= 0
            if isinstance(w, boxed):
                self.unerase(a.storage)[a.start + pos] = unbox(w)
            else:
                self.to_objs(a)
                a.strategy.set_at(a, pos, w)

        def remove_at(self, a, pos):
            assert pos >= 0
            used = a.used
            if pos == used - 1:
                a.used = pos
                a.live = pos
                entry_left(a, pos, used)
                if a.pos > pos:
                    a.pos = pos
            else:
                self.to_objs(a)
                a.strategy.remove_at(a, pos)

        def next_pos(self, a, pos):
            assert pos >= 0
            return pos if pos < a.used else -1

        def prev_pos(self, a, pos):
            return pos if pos < a.used else a.used - 1

        def is_packed_list(self, a):
            return True

        @dont_look_inside
        def copy_to(self, a, b):
            used = a.used
            items = make_sure_not_resized([nothing] * (used + (used >> 3) + SMALLEST))
            copy_items(self.unerase(a.storage), a.start, items, 0, used)
            b.storage = self.erase(items)
            b.start = 0
            b.used = used
            b.live = used

        def shift(self, a):
            w = self.value_at(a, 0)
            packed_shifted(a)
            return w

        @dont_look_inside
        def insert_front(self, a, ws):
            count = len(ws)
            for w in ws:
                if not isinstance(w, boxed):
                    self.to_objs(a)
                    return a.strategy.insert_front(a, ws)
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
            items = make_sure_not_resized([nothing] * (used if used > SMALLEST else SMALLEST))
            for p in range(used):
                items[p] = xs[p]
            a.storage = self.erase(items)
            a.strategy = self
            a.used = used
            a.live = used
            a.next_index = used

        @dont_look_inside
        def fill_boxed(self, a, ws):
            """The same from a list of boxes."""
            used = len(ws)
            items = make_sure_not_resized([nothing] * (used if used > SMALLEST else SMALLEST))
            for p in range(used):
                items[p] = unbox(ws[p])
            a.storage = self.erase(items)
            a.strategy = self
            a.used = used
            a.live = used
            a.next_index = used

        @dont_look_inside
        def items(self, a):
            """A new list of the unboxed elements."""
            start = a.start
            assert start >= 0
            stop = start + a.used
            assert stop >= 0
            return self.unerase(a.storage)[start:stop]

        @dont_look_inside
        def to_objs(self, a):
            used = a.used
            start = a.start
            assert start >= 0
            items = self.unerase(a.storage)
            vals = make_sure_not_resized([None] * (used + (used >> 1) + SMALLEST))
            for p in range(used):
                vals[p] = boxed(items[start + p])
            a.start = 0
            PACKED_OBJ.install(a, vals)

        @dont_look_inside
        def to_hash(self, a):
            self.to_objs(a)
            PACKED_OBJ.to_hash(a)

        @dont_look_inside
        def values(self, a):
            return [boxed(x) for x in self.items(a)]

        def disown_all(self, a):
            pass

    PackedUnboxed.__name__ = name
    return PackedUnboxed


def _intval(w):
    assert isinstance(w, W_Int)
    return w.intval


def _floatval(w):
    assert isinstance(w, W_Float)
    return w.floatval


PackedIntStrategy = _unboxed_strategy('PackedIntStrategy', W_Int, 0, _intval)
PackedFloatStrategy = _unboxed_strategy('PackedFloatStrategy', W_Float, 0.0, _floatval)


class PackedObjStrategy(Packed):
    """Any values; None is a gap, an entry that was removed. The last entry is never a gap."""
    _attrs_ = ()
    erase, unerase = new_static_erasing_pair('PackedObjStrategy')

    def install(self, a, vals):
        a.storage = self.erase(vals)
        a.strategy = self

    def begin(self, a, size):
        self.install(a, make_sure_not_resized([None] * (size if size > SMALLEST else SMALLEST)))

    def get_int(self, a, i):
        if 0 <= i < a.used:
            return self.unerase(a.storage)[a.start + i]
        return None

    def assign_int(self, a, i, w):
        if 0 <= i < a.used:
            vals = self.unerase(a.storage)
            p = a.start + i
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
        if end == len(vals):
            vals = self._grow(a)
            end = a.start + used
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
        if 0 <= i < a.used and self.unerase(a.storage)[a.start + i] is not None:
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
        assert pos >= 0
        return self.unerase(a.storage)[a.start + pos]

    def set_at(self, a, pos, w):
        assert pos >= 0
        note_counted(a, w)
        self.unerase(a.storage)[a.start + pos] = w

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
        if vals[a.start + pos] is not None:
            return pos
        return hashtable.next_live(vals, a.start + pos, a.start + a.used) - a.start

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
        vals = make_sure_not_resized([None] * (used if used > SMALLEST else SMALLEST))
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

    def find_int(self, a, i):
        return hashtable.find_int_among_strs(self.unerase(a.storage), a.used, i)

    def find_str(self, a, s):
        return hashtable.find_str(self.unerase(a.storage), a.used, s)

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

    @dont_look_inside
    def shift(self, a):
        w_first = self.value_at(a, a.start)
        self.remove_at(a, a.start)
        table = self.unerase(a.storage)
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
PACKED_OBJ = PackedObjStrategy()
HASH_INT = HashIntStrategy()
HASH_MIXED = HashMixedStrategy()
