"""Sorting lists: PHP's hybrid of insertion sort and quicksort for elements in general, merge sorts for plain ints, floats and strings.

User callbacks and inconsistent comparisons make the algorithm visible, so `sort_entries` compares in the same order as PHP
(Zend/zend_sort.c); every other list may be sorted in any stable way.
"""
from __future__ import absolute_import

from hippy.interpreter.rlib.jit import dont_look_inside
from hippy.interpreter.rlib.strings import compare


class Entry(object):
    """An array element that is being sorted: its key, raw value and place before."""
    _attrs_ = ('w_key', 'w_raw', 'w_value', 'order')
    _immutable_fields_ = ('w_key', 'w_raw', 'w_value', 'order')

    def __init__(self, w_key, w_raw, w_value, order):
        self.w_key = w_key
        self.w_raw = w_raw
        self.w_value = w_value
        self.order = order


class Comparator(object):
    """An order of entries."""
    _attrs_ = ()

    def compare(self, a, b):
        """Less than, equal to or greater than 0."""
        raise NotImplementedError

    def after(self, a, b):
        """True when entry a belongs behind entry b; equal ones keep their order."""
        order = self.compare(a, b)
        if order == 0:
            return a.order > b.order
        return order > 0


# -- PHP's algorithm ------------------------------------------------------------------------------------------------------

def swap(entries, i, k):
    entry = entries[i]
    entries[i] = entries[k]
    entries[k] = entry


@dont_look_inside
def sort_entries(entries, comparator):
    """Sorts a list of Entry in place; whatever the comparator raises goes through and leaves the list half sorted."""
    sort_part(entries, 0, len(entries), comparator)


def sort_part(entries, start, size, comparator):
    while size > 16:
        left = partition(entries, start, size, comparator)
        right = left + 1
        end = start + size
        if left - start < end - right:
            sort_part(entries, start, left - start, comparator)
            start = right
            size = end - right
        else:
            sort_part(entries, right, end - right, comparator)
            size = left - start
    sort_few(entries, start, size, comparator)


def partition(entries, start, size, comparator):
    """Puts a pivot in its final place, smaller entries before it; returns the place."""
    end = start + size
    middle = start + (size >> 1)
    if size >= 1024:
        quarter = size >> 2
        sort_5(entries, start, start + quarter, middle, middle + quarter, end - 1, comparator)
    else:
        sort_3(entries, start, middle, end - 1, comparator)
    pivot = start + 1
    swap(entries, pivot, middle)
    i = meeting_point(entries, pivot, pivot + 1, end - 1, comparator)
    swap(entries, pivot, i - 1)
    return i - 1


def meeting_point(entries, pivot, i, k, comparator):
    """Moves i up and k down, swapping entries that are on the wrong side, until they meet."""
    while True:
        while comparator.after(entries[pivot], entries[i]):
            i += 1
            if i == k:
                return i
        k -= 1
        if k == i:
            return i
        while comparator.after(entries[k], entries[pivot]):
            k -= 1
            if k == i:
                return i
        swap(entries, i, k)
        i += 1
        if i == k:
            return i


def sort_2(entries, a, b, comparator):
    if comparator.after(entries[a], entries[b]):
        swap(entries, a, b)


def sort_3(entries, a, b, c, comparator):
    if not comparator.after(entries[a], entries[b]):
        if not comparator.after(entries[b], entries[c]):
            return
        swap(entries, b, c)
        sort_2(entries, a, b, comparator)
        return
    if not comparator.after(entries[c], entries[b]):
        swap(entries, a, c)
        return
    swap(entries, a, b)
    sort_2(entries, b, c, comparator)


def sort_4(entries, a, b, c, d, comparator):
    sort_3(entries, a, b, c, comparator)
    if comparator.after(entries[c], entries[d]):
        swap(entries, c, d)
        if comparator.after(entries[b], entries[c]):
            swap(entries, b, c)
            sort_2(entries, a, b, comparator)


def sort_5(entries, a, b, c, d, e, comparator):
    sort_4(entries, a, b, c, d, comparator)
    if comparator.after(entries[d], entries[e]):
        swap(entries, d, e)
        if comparator.after(entries[c], entries[d]):
            swap(entries, c, d)
            if comparator.after(entries[b], entries[c]):
                swap(entries, b, c)
                sort_2(entries, a, b, comparator)


def sort_few(entries, start, size, comparator):
    """Insertion sort of at most 16 entries, with fixed comparisons up to 5."""
    if size <= 1:
        return
    if size == 2:
        sort_2(entries, start, start + 1, comparator)
    elif size == 3:
        sort_3(entries, start, start + 1, start + 2, comparator)
    elif size == 4:
        sort_4(entries, start, start + 1, start + 2, start + 3, comparator)
    elif size == 5:
        sort_5(entries, start, start + 1, start + 2, start + 3, start + 4, comparator)
    else:
        for i in range(start + 1, start + 6):
            insert(entries, i, place_one_by_one(entries, start, i, comparator))
        for i in range(start + 6, start + size):
            insert(entries, i, place_two_by_two(entries, start, i, comparator))


def insert(entries, i, place):
    entry = entries[i]
    while i > place:
        entries[i] = entries[i - 1]
        i -= 1
    entries[i] = entry


def place_one_by_one(entries, start, i, comparator):
    """Where entries[i] belongs among the sorted entries before it."""
    k = i - 1
    if not comparator.after(entries[k], entries[i]):
        return i
    while k != start:
        k -= 1
        if not comparator.after(entries[k], entries[i]):
            return k + 1
    return k


def place_two_by_two(entries, start, i, comparator):
    """The same with steps of two."""
    k = i - 1
    if not comparator.after(entries[k], entries[i]):
        return i
    while True:
        k -= 2
        if not comparator.after(entries[k], entries[i]):
            k += 1
            if not comparator.after(entries[k], entries[i]):
                k += 1
            return k
        if k == start:
            return k
        if k == start + 1:
            k -= 1
            if comparator.after(entries[i], entries[k]):
                k += 1
            return k


# -- plain lists ----------------------------------------------------------------------------------------------------------

def merge_sorter(behind):
    """NOT_RPYTHON. A function that sorts a list in place, stably; behind(a, b) is true when a must come after b."""
    def insertion(items, start, stop):
        for i in range(start + 1, stop):
            item = items[i]
            k = i
            while k > start and behind(items[k - 1], item):
                items[k] = items[k - 1]
                k -= 1
            items[k] = item

    def merge(items, spare, start, middle, stop):
        for i in range(start, middle):
            spare[i] = items[i]
        i = start
        k = middle
        at = start
        while i < middle and k < stop:
            if behind(spare[i], items[k]):
                items[at] = items[k]
                k += 1
            else:
                items[at] = spare[i]
                i += 1
            at += 1
        while i < middle:
            items[at] = spare[i]
            i += 1
            at += 1

    def merge_sort(items, spare, start, stop):
        if stop - start <= 12:
            insertion(items, start, stop)
            return
        middle = (start + stop) >> 1
        merge_sort(items, spare, start, middle)
        merge_sort(items, spare, middle, stop)
        if behind(items[middle - 1], items[middle]):
            merge(items, spare, start, middle, stop)

    def sort(items):
        merge_sort(items, items[:], 0, len(items))
    return sort


sort_ints = merge_sorter(lambda a, b: a > b)
sort_ints_down = merge_sorter(lambda a, b: a < b)
sort_floats = merge_sorter(lambda a, b: a > b)
sort_floats_down = merge_sorter(lambda a, b: a < b)
sort_strings = merge_sorter(lambda a, b: compare(a, b) > 0)
sort_strings_down = merge_sorter(lambda a, b: compare(a, b) < 0)
