"""PHP's functions that sort arrays, and array_unique."""
from __future__ import absolute_import

from hippy.interpreter.builtins.elements import add_copy, copied, writable_array
from hippy.interpreter.builtins.natural_order import natural_order
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.builtins.sort_algorithm import (
    Comparator, Entry, sort_entries, sort_floats, sort_floats_down, sort_ints, sort_ints_down, sort_strings,
    sort_strings_down)
from hippy.interpreter.errors import PhpThrow
from hippy.interpreter.builtins.strings import byte_order, byte_order_icase
from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.arrays import W_Array, array_from_floats, array_from_ints, array_from_list, new_array
from hippy.interpreter.objects.compare import compare, may_be_number, order_of_floats
from hippy.interpreter.objects.convert import to_float, to_int, to_str
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Bool, W_Int, disown, own
from hippy.interpreter.rlib.arithmetic import isnan

SORT_REGULAR = 0
SORT_NUMERIC = 1
SORT_STRING = 2
SORT_DESC = 3
SORT_ASC = 4
SORT_LOCALE_STRING = 5
SORT_NATURAL = 6
SORT_FLAG_CASE = 8


# -- orders ---------------------------------------------------------------------------------------------------------------

def value_order(ctx, w_a, w_b, flags):
    """The order of two values in the way that sort()'s flags name."""
    kind = flags & ~SORT_FLAG_CASE
    if kind == SORT_NUMERIC:
        return order_of_floats(to_float(ctx, w_a), to_float(ctx, w_b))
    if kind == SORT_STRING or kind == SORT_LOCALE_STRING:
        if flags & SORT_FLAG_CASE and kind == SORT_STRING:
            return byte_order_icase(to_str(ctx, w_a), to_str(ctx, w_b))
        return byte_order(to_str(ctx, w_a), to_str(ctx, w_b))
    if kind == SORT_NATURAL:
        return natural_order(to_str(ctx, w_a), to_str(ctx, w_b), flags & SORT_FLAG_CASE != 0)
    return compare(ctx, w_a, w_b)


class ValueOrder(Comparator):
    """By value, as the flags of sort() say."""
    _attrs_ = ('ctx', 'flags', 'downwards')

    def __init__(self, ctx, flags, downwards):
        self.ctx = ctx
        self.flags = flags
        self.downwards = downwards

    def compare(self, a, b):
        if self.downwards:
            return -value_order(self.ctx, a.w_value, b.w_value, self.flags)
        return value_order(self.ctx, a.w_value, b.w_value, self.flags)


class KeyOrder(Comparator):
    """By key."""
    _attrs_ = ('ctx', 'flags', 'downwards')

    def __init__(self, ctx, flags, downwards):
        self.ctx = ctx
        self.flags = flags
        self.downwards = downwards

    def compare(self, a, b):
        if self.downwards:
            return -value_order(self.ctx, a.w_key, b.w_key, self.flags)
        return value_order(self.ctx, a.w_key, b.w_key, self.flags)


class CallbackOrder(Comparator):
    """By what a PHP function answers for two values or keys."""
    _attrs_ = ('ctx', 'name', 'callee', 'by_key', 'warned', 'failure')

    def __init__(self, ctx, name, w_callback, by_key):
        self.ctx = ctx
        self.name = name
        self.callee = ctx.callee_of(w_callback)
        self.by_key = by_key
        self.warned = False
        self.failure = None

    def compare(self, a, b):
        """After a call that threw all are equal: the sorting comes to its end, then the exception goes on."""
        if self.failure is not None:
            return 0
        try:
            if self.by_key:
                return self.ask(a.w_key, b.w_key)
            return self.ask(a.w_value, b.w_value)
        except PhpThrow as e:
            self.failure = e
            return 0

    def ask(self, w_a, w_b):
        w_answer = self.ctx.call_callee(self.callee, [w_a, w_b])
        if isinstance(w_answer, W_Bool):
            self.warn_bool()
            if not w_answer.boolval:
                # PHP's old way: false may have meant "equal or less", so it asks the other way round.
                return -self.as_order(self.ctx.call_callee(self.callee, [w_b, w_a]))
        return self.as_order(w_answer)

    def as_order(self, w_answer):
        if isinstance(w_answer, W_Int):
            return w_answer.intval
        order = to_int(self.ctx, w_answer)
        disown(w_answer)
        return order

    def warn_bool(self):
        if not self.warned:
            self.warned = True
            self.ctx.deprecated((
                '%s(): Returning bool from comparison function is deprecated, '
                'return an integer less than, equal to, or greater than zero') % self.name)


# -- entries and arrays ---------------------------------------------------------------------------------------------------

def entries_of(w_array):
    entries = []
    pos = w_array.next_pos(0)
    while pos >= 0:
        w = w_array.value_at(pos)
        entries.append(Entry(w_array.key_at(pos), w, deref(w), len(entries)))
        pos = w_array.next_pos(pos + 1)
    return entries


def array_of_entries(entries, keep_keys, next_index):
    """An array of the entries' raw values, whose ownership moves into it."""
    if not keep_keys:
        return array_from_list([entry.w_raw for entry in entries])
    w_array = new_array(len(entries))
    for entry in entries:
        w_array.put_key(entry.w_key, entry.w_raw)
    w_array.next_index = next_index
    return w_array


def sort_in_place(array_ref, comparator, keep_keys):
    w_array = writable_array(array_ref)
    if w_array.count() == 0:
        return
    entries = entries_of(w_array)
    sort_entries(entries, comparator)
    w_array.become(array_of_entries(entries, keep_keys, w_array.next_index))


def sort_by_callback(ctx, name, array_ref, w_callback, by_key, keep_keys):
    """Sorts a copy, so that the callback sees the old array; then the copy takes the variable's place."""
    w_array = array_ref.value
    assert isinstance(w_array, W_Array)
    if w_array.count() == 0:
        return
    own(w_array)
    own(w_callback)
    entries = entries_of(w_array)
    order = CallbackOrder(ctx, name, w_callback, by_key)
    sort_entries(entries, order)
    for entry in entries:
        own(entry.w_raw)
    array_ref.store(array_of_entries(entries, keep_keys, w_array.next_index))
    disown(w_callback)
    disown(w_array)
    if order.failure is not None:
        raise order.failure


# -- lists of one type ----------------------------------------------------------------------------------------------------

def sort_plain(w_array, flags, downwards):
    """Sorts an array of only ints, floats or strings by value, if the order is simple; false when it was left alone."""
    ints = w_array.int_items()
    if ints is not None and (flags == SORT_REGULAR or flags == SORT_NUMERIC):
        if downwards:
            sort_ints_down(ints)
        else:
            sort_ints(ints)
        w_array.become(array_from_ints(ints))
        return True
    floats = w_array.float_items()
    if floats is not None and (flags == SORT_REGULAR or flags == SORT_NUMERIC) and no_nan(floats):
        if downwards:
            sort_floats_down(floats)
        else:
            sort_floats(floats)
        w_array.become(array_from_floats(floats))
        return True
    if (flags == SORT_REGULAR or flags == SORT_STRING) and only_strings(w_array, flags == SORT_REGULAR):
        strings = []
        for w in w_array.values():
            assert isinstance(w, W_Str)
            strings.append(w.as_str())
        if downwards:
            sort_strings_down(strings)
        else:
            sort_strings(strings)
        w_array.become(array_from_list([new_str(s) for s in strings]))
        return True
    return False


def no_nan(floats):
    for x in floats:
        if isnan(x):
            return False
    return True


def only_strings(w_array, no_numbers):
    """True when all values are strings, and with no_numbers none of them may be numeric."""
    pos = w_array.next_pos(0)
    while pos >= 0:
        w = w_array.value_at(pos)
        if not isinstance(w, W_Str) or (no_numbers and may_be_number(w)):
            return False
        pos = w_array.next_pos(pos + 1)
    return True


# -- by value -------------------------------------------------------------------------------------------------------------

@builtin('sort(array &$array, int $flags = SORT_REGULAR): true')
def sort(ctx, array_ref, flags):
    if not sort_plain(writable_array(array_ref), flags, False):
        sort_in_place(array_ref, ValueOrder(ctx, flags, False), False)


@builtin('rsort(array &$array, int $flags = SORT_REGULAR): bool')
def rsort(ctx, array_ref, flags):
    if not sort_plain(writable_array(array_ref), flags, True):
        sort_in_place(array_ref, ValueOrder(ctx, flags, True), False)
    return True


@builtin('asort(array &$array, int $flags = SORT_REGULAR): true')
def asort(ctx, array_ref, flags):
    sort_in_place(array_ref, ValueOrder(ctx, flags, False), True)


@builtin('arsort(array &$array, int $flags = SORT_REGULAR): true')
def arsort(ctx, array_ref, flags):
    sort_in_place(array_ref, ValueOrder(ctx, flags, True), True)


@builtin('natsort(array &$array): bool')
def natsort(ctx, array_ref):
    sort_in_place(array_ref, ValueOrder(ctx, SORT_NATURAL, False), True)
    return True


@builtin('natcasesort(array &$array): bool')
def natcasesort(ctx, array_ref):
    sort_in_place(array_ref, ValueOrder(ctx, SORT_NATURAL | SORT_FLAG_CASE, False), True)
    return True


@builtin('usort(array &$array, callable $callback): true')
def usort(ctx, array_ref, w_callback):
    sort_by_callback(ctx, 'usort', array_ref, w_callback, False, False)


@builtin('uasort(array &$array, callable $callback): true')
def uasort(ctx, array_ref, w_callback):
    sort_by_callback(ctx, 'uasort', array_ref, w_callback, False, True)


# -- by key ---------------------------------------------------------------------------------------------------------------

def sort_int_keys(w_array, flags, downwards):
    """Sorts an array with only int keys by them; false when it was left alone."""
    if w_array.count() == 0 or flags != SORT_REGULAR:
        return False
    keys = []
    pos = w_array.next_pos(0)
    while pos >= 0:
        if not w_array.is_int_key_at(pos):
            return False
        keys.append(w_array.int_key_at(pos))
        pos = w_array.next_pos(pos + 1)
    if downwards:
        sort_ints_down(keys)
    else:
        sort_ints(keys)
    w_sorted = new_array(len(keys))
    for key in keys:
        w_sorted.put_int(key, w_array.get_int(key))
    w_sorted.next_index = w_array.next_index
    w_array.become(w_sorted)
    return True


@builtin('ksort(array &$array, int $flags = SORT_REGULAR): true')
def ksort(ctx, array_ref, flags):
    if not sort_int_keys(writable_array(array_ref), flags, False):
        sort_in_place(array_ref, KeyOrder(ctx, flags, False), True)


@builtin('krsort(array &$array, int $flags = SORT_REGULAR): true')
def krsort(ctx, array_ref, flags):
    if not sort_int_keys(writable_array(array_ref), flags, True):
        sort_in_place(array_ref, KeyOrder(ctx, flags, True), True)


@builtin('uksort(array &$array, callable $callback): true')
def uksort(ctx, array_ref, w_callback):
    sort_by_callback(ctx, 'uksort', array_ref, w_callback, True, True)


# -- array_unique ---------------------------------------------------------------------------------------------------------

@builtin('array_unique(array $array, int $flags = SORT_STRING): array')
def array_unique(ctx, w_array, flags):
    if w_array.count() <= 1:
        own(w_array)
        return w_array
    if flags == SORT_STRING:
        return unique_strings(ctx, w_array)
    entries = entries_of(w_array)
    sort_entries(entries, ValueOrder(ctx, flags, False))
    dropped = [False] * len(entries)
    kept = entries[0]
    for i in range(1, len(entries)):
        entry = entries[i]
        if value_order(ctx, kept.w_value, entry.w_value, flags) == 0:
            dropped[entry.order] = True
        else:
            kept = entry
    w_result = new_array(0)
    number = 0
    pos = w_array.next_pos(0)
    while pos >= 0:
        if not dropped[number]:
            add_copy(w_result, w_array, pos)
        number += 1
        pos = w_array.next_pos(pos + 1)
    return w_result


def unique_strings(ctx, w_array):
    """The first of all values that are equal as strings."""
    seen = {}
    w_result = new_array(0)
    pos = w_array.next_pos(0)
    while pos >= 0:
        value = to_str(ctx, deref(w_array.value_at(pos)))
        if value not in seen:
            seen[value] = True
            add_copy(w_result, w_array, pos)
        pos = w_array.next_pos(pos + 1)
    return w_result


# -- array_multisort ------------------------------------------------------------------------------------------------------

class SortColumn(object):
    """One array of array_multisort with its direction and flags."""
    _attrs_ = ('ref', 'entries', 'downwards', 'flags', 'has_order', 'has_flags')

    def __init__(self, ref, w_array):
        self.ref = ref
        self.entries = entries_of(w_array)
        self.downwards = False
        self.flags = SORT_REGULAR
        self.has_order = False
        self.has_flags = False


class RowOrder(Comparator):
    """By the first column in which two rows differ; an entry's order is its row's number."""
    _attrs_ = ('ctx', 'columns')

    def __init__(self, ctx, columns):
        self.ctx = ctx
        self.columns = columns

    def compare(self, a, b):
        for column in self.columns:
            w_a = column.entries[a.order].w_value
            w_b = column.entries[b.order].w_value
            order = value_order(self.ctx, w_a, w_b, column.flags)
            if order != 0:
                return -order if column.downwards else order
        return 0


def sort_columns(ctx, refs):
    """The arguments of array_multisort: arrays, each followed by an order, flags, both or none."""
    columns = []
    for i in range(len(refs)):
        ref = refs[i]
        assert isinstance(ref, W_Ref)
        w = ref.value
        if isinstance(w, W_Array):
            columns.append(SortColumn(ref, w))
        elif isinstance(w, W_Int):
            if len(columns) == 0:
                raise flag_without_array(ctx, i + 1, w.intval)
            apply_flag(ctx, columns[len(columns) - 1], i + 1, w.intval)
        else:
            raise multisort_error(ctx, 'TypeError', i + 1, 'must be an array or a sort flag')
    return columns


def multisort_error(ctx, kind, number, problem):
    name = ' ($array)' if number == 1 else ''
    return ctx.error(kind, 'array_multisort(): Argument #%d%s %s' % (number, name, problem))


def flag_without_array(ctx, number, flag):
    if flag & ~SORT_FLAG_CASE in (SORT_ASC, SORT_DESC, SORT_REGULAR, SORT_NUMERIC, SORT_STRING, SORT_NATURAL, SORT_LOCALE_STRING):
        return multisort_error(
            ctx, 'TypeError', number, 'must be an array or a sort flag that has not already been specified')
    return multisort_error(ctx, 'ValueError', number, 'must be a valid sort flag')


def apply_flag(ctx, column, number, flag):
    kind = flag & ~SORT_FLAG_CASE
    if kind == SORT_ASC or kind == SORT_DESC:
        if column.has_order:
            raise multisort_error(
                ctx, 'TypeError', number, 'must be an array or a sort flag that has not already been specified')
        column.has_order = True
        column.downwards = kind == SORT_DESC
    elif kind in (SORT_REGULAR, SORT_NUMERIC, SORT_STRING, SORT_NATURAL, SORT_LOCALE_STRING):
        if column.has_flags:
            raise multisort_error(
                ctx, 'TypeError', number, 'must be an array or a sort flag that has not already been specified')
        column.has_flags = True
        column.flags = flag
    else:
        raise multisort_error(ctx, 'ValueError', number, 'must be a valid sort flag')


@builtin('array_multisort(mixed &$array, mixed &...$rest): bool')
def array_multisort(ctx, array_ref, rest_refs):
    columns = sort_columns(ctx, [array_ref] + rest_refs)
    size = len(columns[0].entries)
    for column in columns:
        if len(column.entries) != size:
            raise ctx.error('ValueError', 'Array sizes are inconsistent')
    rows = columns[0].entries[:]
    sort_entries(rows, RowOrder(ctx, columns))
    for column in columns:
        w_sorted = new_array(size)
        for row in rows:
            entry = column.entries[row.order]
            w = copied(entry.w_raw)
            if isinstance(entry.w_key, W_Int):
                w_sorted.append(w)
            else:
                w_sorted.put_key(entry.w_key, w)
        column.ref.store(w_sorted)
    return True
