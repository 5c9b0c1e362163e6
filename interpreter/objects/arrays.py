"""The ordered map behind every PHP array."""
from __future__ import absolute_import

from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.strings import W_Str, new_str, is_int_key_str
from hippy.interpreter.objects.values import (
    W_Root, W_Counted, W_Int, W_Float, TP_ARRAY, IMMORTAL, w_null, own, disown)
from hippy.interpreter.rlib.arithmetic import MAXINT, MININT
from hippy.interpreter.rlib.jit import dont_look_inside
from hippy.interpreter.rlib.objectmodel import we_are_translated


class ArrayIterator(W_Root):
    """A position that follows its array: what foreach by reference registers. `pos` is the entry position to look at next."""
    _attrs_ = ('pos',)

    def __init__(self, pos):
        self.pos = pos


class Releasing(object):
    """How deep releases are nested; beyond MAX_DEPTH arrays wait in `pending`."""
    MAX_DEPTH = 100

    def __init__(self):
        self.depth = 0
        self.pending = []


releasing = Releasing()


class W_Array(W_Counted):
    """An ordered map from int or string keys to values; elements may be W_Ref.

    Positions number the entries in order, with gaps; they live until the next change of the array, iterators and `pos` follow changes.
    Methods with a key given as `s` want a string that is no canonical decimal (strings.is_int_key_str). What may change the array
    wants rc == 1.
    """
    _attrs_ = ('ikeys', 'skeys', 'vals', 'imap', 'smap', 'live', 'next_index', 'pos', 'has_counted', 'iters')
    tp = TP_ARRAY

    def __init__(self):
        self.rc = 1
        self.ikeys = []
        self.skeys = []
        self.vals = []
        self.imap = {}
        self.smap = {}
        self.live = 0
        self.next_index = MININT
        self.pos = 0
        self.has_counted = False
        self.iters = None

    # entries

    def _find_int(self, i):
        return self.imap.get(i, -1)

    def _find_str(self, s):
        return self.smap.get(s, -1)

    def _fill(self, pos, w):
        if isinstance(w, W_Counted):
            self.has_counted = True
        self.vals[pos] = w

    def _insert_int(self, i, w):
        self._make_room()
        self.imap[i] = len(self.vals)
        self.ikeys.append(i)
        self.skeys.append(None)
        self._added(w)
        if i >= self.next_index:
            self.next_index = i + 1 if i < MAXINT else MAXINT

    def _insert_str(self, s, w):
        self._make_room()
        self.smap[s] = len(self.vals)
        self.ikeys.append(0)
        self.skeys.append(s)
        self._added(w)

    def _added(self, w):
        self.vals.append(None)
        self.live += 1
        self._fill(len(self.vals) - 1, w)

    def _remove(self, pos):
        """Takes the entry out and returns its value, still owned by the caller."""
        w_old = self.vals[pos]
        s = self.skeys[pos]
        if s is None:
            del self.imap[self.ikeys[pos]]
        else:
            del self.smap[s]
        self.vals[pos] = None
        self.live -= 1
        if pos == len(self.vals) - 1:
            while len(self.vals) > 0 and self.vals[len(self.vals) - 1] is None:
                self.vals.pop()
                self.ikeys.pop()
                self.skeys.pop()
            self._clamp(len(self.vals))
        return w_old

    def _clamp(self, used):
        if self.pos > used:
            self.pos = used
        if self.iters is not None:
            for iterator in self.iters:
                if iterator.pos > used:
                    iterator.pos = used

    def _make_room(self):
        used = len(self.vals)
        if used >= 8 and used > self.live + (self.live >> 1):
            self._compact()

    @dont_look_inside
    def _compact(self):
        """Closes the gaps."""
        ikeys = []
        skeys = []
        vals = []
        moved = []
        for p in range(len(self.vals)):
            moved.append(len(vals))
            w = self.vals[p]
            if w is not None:
                s = self.skeys[p]
                if s is None:
                    self.imap[self.ikeys[p]] = len(vals)
                else:
                    self.smap[s] = len(vals)
                ikeys.append(self.ikeys[p])
                skeys.append(s)
                vals.append(w)
        moved.append(len(vals))
        self.ikeys = ikeys
        self.skeys = skeys
        self.vals = vals
        self.pos = moved[self.pos]
        if self.iters is not None:
            for iterator in self.iters:
                iterator.pos = moved[iterator.pos]

    def _writable(self):
        if not we_are_translated():
            assert self.rc == 1, 'an array with %d owners is written' % self.rc

    # reading

    def count(self):
        return self.live

    def get_int(self, i):
        """The raw element (maybe a W_Ref), borrowed, or None."""
        pos = self._find_int(i)
        if pos < 0:
            return None
        return self.vals[pos]

    def get_str(self, s):
        pos = self._find_str(s)
        if pos < 0:
            return None
        return self.vals[pos]

    def get_key(self, w_key):
        """As get_int or get_str; w_key is any W_Int or W_Str."""
        if isinstance(w_key, W_Int):
            return self.get_int(w_key.intval)
        assert isinstance(w_key, W_Str)
        if w_key.is_int_key():
            return self.get_int(w_key.int_key_value())
        return self.get_str(w_key.as_str())

    def is_packed_list(self):
        """True when the keys are 0, 1, 2 ... in this order."""
        i = 0
        pos = self.next_pos(0)
        while pos >= 0:
            if not self.is_int_key_at(pos) or self.int_key_at(pos) != i:
                return False
            i += 1
            pos = self.next_pos(pos + 1)
        return True

    # writing; each takes over one ownership of w and gives up the old element's

    def put_int(self, i, w):
        """Replaces or adds the raw element."""
        self._writable()
        pos = self._find_int(i)
        if pos < 0:
            self._insert_int(i, w)
            return
        w_old = self.vals[pos]
        self._fill(pos, w)
        disown(w_old)

    def put_str(self, s, w):
        self._writable()
        pos = self._find_str(s)
        if pos < 0:
            self._insert_str(s, w)
            return
        w_old = self.vals[pos]
        self._fill(pos, w)
        disown(w_old)

    def put_key(self, w_key, w):
        if isinstance(w_key, W_Int):
            self.put_int(w_key.intval, w)
            return
        assert isinstance(w_key, W_Str)
        if w_key.is_int_key():
            self.put_int(w_key.int_key_value(), w)
        else:
            self.put_str(w_key.as_str(), w)

    def assign_int(self, i, w):
        """Like put_int, but an element that is a reference is written through."""
        w_old = self.get_int(i)
        if isinstance(w_old, W_Ref):
            w_old.store(w)
        else:
            self.put_int(i, w)

    def assign_str(self, s, w):
        w_old = self.get_str(s)
        if isinstance(w_old, W_Ref):
            w_old.store(w)
        else:
            self.put_str(s, w)

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
        i = self.next_index
        if i == MININT:
            i = 0
        elif i == MAXINT and self._find_int(i) >= 0:
            return False
        self._insert_int(i, w)
        return True

    def append_index(self):
        """The key that append would use; MAXINT may be taken already."""
        if self.next_index == MININT:
            return 0
        return self.next_index

    def put_at(self, pos, w):
        """Replaces the raw element of a live position."""
        self._writable()
        w_old = self.vals[pos]
        self._fill(pos, w)
        disown(w_old)

    # removing

    def delete_int(self, i):
        """True when there was such an element."""
        self._writable()
        pos = self._find_int(i)
        if pos < 0:
            return False
        disown(self._remove(pos))
        return True

    def delete_str(self, s):
        self._writable()
        pos = self._find_str(s)
        if pos < 0:
            return False
        disown(self._remove(pos))
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
        pos = self.prev_pos(len(self.vals) - 1)
        if pos < 0:
            return None
        is_int = self.is_int_key_at(pos)
        i = self.ikeys[pos]
        w_old = self._remove(pos)
        self.pos = 0
        if is_int and self.next_index != MININT and i == self.next_index - 1:
            self.next_index = i
        return w_old

    def shift(self):
        """Removes the first element and returns it with its ownership, or None; renumbers the int keys, `pos` goes to the start."""
        self._writable()
        pos = self.next_pos(0)
        if pos < 0:
            return None
        w_old = self._remove(pos)
        self._compact()
        self._renumber()
        if self.iters is not None and self.is_packed_list():
            for iterator in self.iters:
                if iterator.pos > 0 and iterator.pos > len(self.vals):
                    iterator.pos -= 1
        self.pos = 0
        return w_old

    def insert_front(self, ws):
        """Puts the list's elements, taking over their ownership, before all others; renumbers the int keys, `pos` goes to the start."""
        self._writable()
        self._compact()
        moved = len(ws)
        self.ikeys = [0] * moved + self.ikeys
        self.skeys = [None] * moved + self.skeys
        self.vals = ws + self.vals
        self.live += moved
        for w in ws:
            if isinstance(w, W_Counted):
                self.has_counted = True
        self._renumber()
        self.pos = 0
        if self.iters is not None:
            for iterator in self.iters:
                iterator.pos += moved

    def _renumber(self):
        self.imap = {}
        self.smap = {}
        n = 0
        for p in range(len(self.vals)):
            s = self.skeys[p]
            if s is None:
                self.ikeys[p] = n
                self.imap[n] = p
                n += 1
            else:
                self.smap[s] = p
        self.next_index = n

    def clear(self):
        """Removes everything, also the memory of the next index."""
        self._writable()
        w_old = W_Array()
        w_old.vals = self.vals
        w_old.has_counted = self.has_counted
        self.ikeys = []
        self.skeys = []
        self.vals = []
        self.imap = {}
        self.smap = {}
        self.live = 0
        self.next_index = MININT
        self.has_counted = False
        self.pos = 0
        self._clamp(0)
        w_old.release()

    # references

    def ref_int(self, i):
        """The element as a W_Ref (borrowed), made one if it is not yet, made null if it is missing."""
        pos = self._find_int(i)
        if pos < 0:
            w_ref = W_Ref(w_null)
            self.put_int(i, w_ref)
            return w_ref
        return self.ref_at(pos)

    def ref_str(self, s):
        pos = self._find_str(s)
        if pos < 0:
            w_ref = W_Ref(w_null)
            self.put_str(s, w_ref)
            return w_ref
        return self.ref_at(pos)

    def ref_key(self, w_key):
        if isinstance(w_key, W_Int):
            return self.ref_int(w_key.intval)
        assert isinstance(w_key, W_Str)
        if w_key.is_int_key():
            return self.ref_int(w_key.int_key_value())
        return self.ref_str(w_key.as_str())

    def ref_at(self, pos):
        """As ref_int, for a live position."""
        self._writable()
        w = self.vals[pos]
        if isinstance(w, W_Ref):
            return w
        w_ref = W_Ref(w)
        self._fill(pos, w_ref)
        return w_ref

    def append_ref(self):
        """A new null element as a W_Ref (borrowed); None when no index is left."""
        w_ref = W_Ref(w_null)
        if not self.append(w_ref):
            return None
        return w_ref

    # owners

    @dont_look_inside
    def dup(self):
        """A copy with one owner. References that only this array holds become plain values in it."""
        w_copy = W_Array()
        for pos in range(len(self.vals)):
            if pos == self.pos:
                w_copy.pos = len(w_copy.vals)
            w = self.vals[pos]
            if w is None:
                continue
            if isinstance(w, W_Ref) and w.rc == 1 and w.value is not self:
                w = w.value
            own(w)
            s = self.skeys[pos]
            if s is None:
                w_copy._insert_int(self.ikeys[pos], w)
            else:
                w_copy._insert_str(s, w)
        if self.pos >= len(self.vals):
            w_copy.pos = len(w_copy.vals)
        w_copy.next_index = self.next_index
        return w_copy

    def separate(self):
        """This array when it has one owner, else a copy in its place: the owner's slot must then be given the copy."""
        if self.rc == 1:
            return self
        self.rc -= 1
        return self.dup()

    def release(self):
        if self.has_counted:
            self._release_elements()

    @dont_look_inside
    def _release_elements(self):
        if releasing.depth >= releasing.MAX_DEPTH:
            releasing.pending.append(self)
            return
        releasing.depth += 1
        try:
            for w in self.vals:
                disown(w)
            if releasing.depth == 1:
                while len(releasing.pending) > 0:
                    for w in releasing.pending.pop().vals:
                        disown(w)
        finally:
            releasing.depth -= 1

    # positions

    def next_pos(self, pos):
        """The smallest live position >= pos >= 0, or -1."""
        while pos < len(self.vals):
            if self.vals[pos] is not None:
                return pos
            pos += 1
        return -1

    def prev_pos(self, pos):
        """The largest live position <= pos, or -1."""
        if pos >= len(self.vals):
            pos = len(self.vals) - 1
        while pos >= 0:
            if self.vals[pos] is not None:
                return pos
            pos -= 1
        return -1

    def end_pos(self):
        """The position behind all entries."""
        return len(self.vals)

    def is_int_key_at(self, pos):
        return self.skeys[pos] is None

    def int_key_at(self, pos):
        return self.ikeys[pos]

    def str_key_at(self, pos):
        s = self.skeys[pos]
        assert s is not None
        return s

    def key_at(self, pos):
        s = self.skeys[pos]
        if s is None:
            return W_Int(self.ikeys[pos])
        return new_str(s)

    def value_at(self, pos):
        """The raw element of a live position, borrowed."""
        return self.vals[pos]

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


def new_array(size_hint=0):
    """An empty array; size_hint is the number of elements to expect."""
    return W_Array()


def array_from_list(ws):
    """A list array [0 => ws[0], ...] that takes over one ownership of each element; None is not allowed in ws."""
    w_array = W_Array()
    for w in ws:
        w_array.append(w)
    return w_array


def array_from_ints(ints):
    w_array = W_Array()
    for i in ints:
        w_array.append(W_Int(i))
    return w_array


def array_from_floats(floats):
    w_array = W_Array()
    for x in floats:
        w_array.append(W_Float(x))
    return w_array


def array_from_strs(strs):
    """A list array of PHP strings from byte strings."""
    w_array = W_Array()
    for s in strs:
        w_array.append(new_str(s))
    return w_array


def array_from_pairs(w_keys, w_values):
    """An array from parallel lists of keys (W_Int, W_Str; later ones win) and values, taking over one ownership of each value."""
    w_array = W_Array()
    for i in range(len(w_keys)):
        w_array.put_key(w_keys[i], w_values[i])
    return w_array


def put_by_name(w_array, name, w):
    """Stores under a byte string key that may be a canonical decimal; takes over one ownership of w."""
    w_array.put_key(new_str(name), w)


def get_by_name(w_array, name):
    """The raw element under a byte string key that may be a canonical decimal, or None."""
    if is_int_key_str(name):
        return w_array.get_key(new_str(name))
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
