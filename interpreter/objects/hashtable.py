"""The ordered hash table in which arrays with string keys or scattered int keys live.

Entries stand in parallel arrays in the order of insertion; a chain per hash value links them, in all but the smallest tables, where a
search looks at every entry. A removed entry leaves a gap (its value is None) until the table is compacted. The owner of a table, a
W_Array, knows the number of entries used, gaps included.
"""
from __future__ import absolute_import

from hippy.interpreter.rlib.arithmetic import MAXINT, intmask, r_int32
from hippy.interpreter.rlib.jit import dont_look_inside, elidable
from hippy.interpreter.rlib.lists import copy_items
from hippy.interpreter.rlib.objectmodel import compute_hash, make_sure_not_resized
from hippy.interpreter.rlib.strings import equal_hashed, same_str

SMALLEST = 4
UNCHAINED = 8           # tables up to this size are searched entry by entry


def table_size(count):
    """The power of two that is at least count and SMALLEST."""
    size = SMALLEST
    while size < count:
        size *= 2
    return size


class Table(object):
    """`ikeys` holds int keys, and the hash for a string key; `skeys` is None while all keys are ints, its items are None for int keys.

    heads[hash & (size - 1)] and nexts[entry] give the next entry of a chain plus one; 0 ends it. They are None in tables up to
    UNCHAINED. All arrays have the same length. While `shares_keys`, other tables have the same arrays but for `vals`: they are copied
    before they change. `version` is another one whenever a key may be elsewhere than before; with it, searching is a pure function, so
    that machine code need not look for the same key twice.
    """
    _attrs_ = ('ikeys', 'skeys', 'vals', 'nexts', 'heads', 'shares_keys', 'version')

    def __init__(self, ikeys, skeys, vals, nexts, heads, shares_keys):
        self.ikeys = make_sure_not_resized(ikeys)
        self.skeys = skeys
        self.vals = make_sure_not_resized(vals)
        self.nexts = nexts
        self.heads = heads
        self.shares_keys = shares_keys
        self.version = 0


def new_table(size, with_strs):
    """size is a power of two."""
    skeys = make_sure_not_resized([None] * size) if with_strs else None
    if size <= UNCHAINED:
        return Table([0] * size, skeys, [None] * size, None, None, False)
    nexts = make_sure_not_resized([r_int32(0)] * size)
    heads = make_sure_not_resized([r_int32(0)] * size)
    return Table([0] * size, skeys, [None] * size, nexts, heads, False)


class RecordKeys(object):
    """The keys of an array literal whose keys are constant strings: all arrays that it makes share them."""
    _attrs_ = ('ikeys', 'skeys', 'nexts', 'heads', 'count', 'size')
    _immutable_fields_ = ('ikeys', 'skeys', 'nexts', 'heads', 'count', 'size')

    def __init__(self, strings):
        """strings: a list without repeats."""
        table = new_table(table_size(len(strings)), True)
        for p in range(len(strings)):
            add_str(table, p, strings[p], None)
        self.ikeys = table.ikeys
        self.skeys = table.skeys
        self.nexts = table.nexts
        self.heads = table.heads
        self.count = len(strings)
        self.size = len(table.vals)


def record_table(keys):
    """A table with RecordKeys, whose values are still missing."""
    return Table(keys.ikeys, keys.skeys, [None] * keys.size, keys.nexts, keys.heads, True)


# Searching. `p & MAXINT` is p, but not negative in the eyes of RPython; an assert could raise, which costs a check after each call.

def find_int(table, used, i):
    """The entry of an int key in a table whose keys are all ints, or -1."""
    return _find_int(table, table.version, used, i)


@elidable
def _find_int(table, _version, used, i):
    heads = table.heads
    ikeys = table.ikeys
    if heads is None:
        for p in range(used):
            if ikeys[p] == i and table.vals[p] is not None:
                return p
        return -1
    p = intmask(heads[i & (len(heads) - 1)])
    while p > 0:
        p = (p - 1) & MAXINT
        if ikeys[p] == i:
            return p
        p = intmask(table.nexts[p])
    return -1


def find_int_among_strs(table, used, i):
    """The entry of an int key in a table with `skeys`, or -1."""
    return _find_int_among_strs(table, table.version, used, i)


@elidable
def _find_int_among_strs(table, _version, used, i):
    heads = table.heads
    ikeys = table.ikeys
    if heads is None:
        for p in range(used):
            if ikeys[p] == i and table.skeys[p] is None and table.vals[p] is not None:
                return p
        return -1
    p = intmask(heads[i & (len(heads) - 1)])
    while p > 0:
        p = (p - 1) & MAXINT
        if ikeys[p] == i and table.skeys[p] is None:
            return p
        p = intmask(table.nexts[p])
    return -1


def find_str(table, used, s):
    """The entry of a string key in a table with `skeys`, or -1."""
    return _find_str(table, table.version, used, s)


@elidable
def _find_str(table, _version, used, s):
    heads = table.heads
    ikeys = table.ikeys
    skeys = table.skeys
    code = compute_hash(s)
    if heads is None:
        for p in range(used):
            if ikeys[p] == code:
                key = skeys[p]
                if key is not None and equal_hashed(key, s):
                    return p
        return -1
    p = intmask(heads[code & (len(heads) - 1)])
    while p > 0:
        p = (p - 1) & MAXINT
        if ikeys[p] == code:
            key = skeys[p]
            if key is not None and equal_hashed(key, s):
                return p
        p = intmask(table.nexts[p])
    return -1


def find_constant(table, used, w_key):
    """As find_str, for a W_StrConst that machine code or bytecode knows: it remembers where it was found last."""
    skeys = table.skeys
    hint = hint_of(w_key)
    if (hint < SMALLEST or hint < len(skeys)) and same_str(skeys[hint], w_key.s):
        return hint
    return _find_and_remember(table, used, w_key)


@elidable
def hint_of(w_key):
    """Not pure at all, but whoever asks checks the answer; so machine code contains the answer of the time when it was made."""
    return w_key.hint & MAXINT


@dont_look_inside
def _find_and_remember(table, used, w_key):
    """The table gets the string of w_key in place of its own equal one: next time it is recognized without a look at its bytes."""
    p = find_str(table, used, w_key.s)
    if p >= 0:
        table.skeys[p] = w_key.s
        w_key.hint = p
    return p


# Changing keys

def keys_change(table):
    """Must be called before each change."""
    table.version += 1
    if table.shares_keys:
        _unshare(table)


@dont_look_inside
def _unshare(table):
    table.shares_keys = False
    table.ikeys = make_sure_not_resized(table.ikeys[:])
    if table.skeys is not None:
        table.skeys = make_sure_not_resized(table.skeys[:])
    if table.heads is not None:
        table.heads = make_sure_not_resized(table.heads[:])
        table.nexts = make_sure_not_resized(table.nexts[:])


def link(table, p, code):
    """Puts entry p, not linked yet, at the head of its chain."""
    heads = table.heads
    if heads is not None:
        assert p >= 0
        slot = code & (len(heads) - 1)
        table.nexts[p] = heads[slot]
        heads[slot] = r_int32(p + 1)


@dont_look_inside
def add_int(table, p, i, w):
    """Fills the unused entry p."""
    assert p >= 0
    keys_change(table)
    table.ikeys[p] = i
    table.vals[p] = w
    link(table, p, i)


@dont_look_inside
def add_str(table, p, s, w):
    assert p >= 0
    keys_change(table)
    code = compute_hash(s)
    table.ikeys[p] = code
    table.skeys[p] = s
    table.vals[p] = w
    link(table, p, code)


@dont_look_inside
def remove(table, p):
    """Takes entry p out of its chain and leaves a gap."""
    assert p >= 0
    keys_change(table)
    if table.heads is not None:
        unlink(table, p)
    table.vals[p] = None
    if table.skeys is not None:
        table.skeys[p] = None


def unlink(table, p):
    heads = table.heads
    nexts = table.nexts
    slot = table.ikeys[p] & (len(heads) - 1)
    q = intmask(heads[slot]) - 1
    if q == p:
        heads[slot] = nexts[p]
        return
    while True:
        assert q >= 0
        following = intmask(nexts[q]) - 1
        if following == p:
            break
        q = following
    nexts[q] = nexts[p]


@dont_look_inside
def relink(table, used):
    """Makes all chains anew, of a table whose keys change."""
    heads = table.heads
    if heads is None:
        return
    for slot in range(len(heads)):
        heads[slot] = r_int32(0)
    ikeys = table.ikeys
    vals = table.vals
    for p in range(used):
        if vals[p] is not None:
            link(table, p, ikeys[p])


@dont_look_inside
def allow_strs(table):
    """Gives a table of int keys its `skeys`."""
    table.version += 1
    table.skeys = make_sure_not_resized([None] * len(table.vals))


@dont_look_inside
def doubled(table, used):
    """A table of twice the size with the same entries at the same positions."""
    new = new_table(len(table.vals) * 2, table.skeys is not None)
    copy_items(table.ikeys, 0, new.ikeys, 0, used)
    copy_items(table.vals, 0, new.vals, 0, used)
    if table.skeys is not None:
        copy_items(table.skeys, 0, new.skeys, 0, used)
    relink(new, used)
    return new


@dont_look_inside
def copied(table):
    """The same table again."""
    table.shares_keys = True
    return Table(table.ikeys, table.skeys, table.vals[:], table.nexts, table.heads, True)


@dont_look_inside
def compact(table, used):
    """Closes all gaps; returns how many entries are left."""
    keys_change(table)
    ikeys = table.ikeys
    skeys = table.skeys
    vals = table.vals
    live = 0
    for p in range(used):
        w = vals[p]
        if w is not None:
            if live < p:
                ikeys[live] = ikeys[p]
                vals[live] = w
                if skeys is not None:
                    skeys[live] = skeys[p]
            live += 1
    for p in range(live, used):
        vals[p] = None
        if skeys is not None:
            skeys[p] = None
    relink(table, live)
    return live


@dont_look_inside
def next_live(vals, p, used):
    """The first entry >= p that is no gap, or -1."""
    assert p >= 0
    while p < used:
        if vals[p] is not None:
            return p
        p += 1
    return -1


@dont_look_inside
def prev_live(vals, p):
    """The last entry <= p that is no gap, or -1."""
    while p >= 0:
        assert p >= 0
        if vals[p] is not None:
            return p
        p -= 1
    return -1


@dont_look_inside
def live_before(vals, start, stop):
    """How many entries from start up to stop are no gaps."""
    assert start >= 0
    live = 0
    for p in range(start, stop):
        if vals[p] is not None:
            live += 1
    return live
