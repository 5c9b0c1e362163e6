"""Differences and intersections of arrays by an order: all arrays are sorted, then walked side by side.

User callbacks make the comparisons visible, so their order is PHP's (ext/standard/array.c, php_array_diff and php_array_intersect).
"""
from __future__ import absolute_import

from hippy.interpreter.builtins.elements import add_copy
from hippy.interpreter.builtins.sort_algorithm import Comparator, sort_entries
from hippy.interpreter.builtins.sorting import entries_of
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.convert import to_int, to_str
from hippy.interpreter.rlib.strings import compare

BY_VALUE = 0
BY_KEY = 1
BY_KEY_AND_VALUE = 2


class SetOrder(Comparator):
    """An order for these functions: equal entries stay in the order that the sorting leaves them in."""
    _attrs_ = ()

    def after(self, a, b):
        return self.compare(a, b) > 0


class CalledOrder(SetOrder):
    """By what a PHP function answers for two values or keys."""
    _attrs_ = ('ctx', 'w_callback', 'by_key')

    def __init__(self, ctx, w_callback, by_key):
        self.ctx = ctx
        self.w_callback = w_callback
        self.by_key = by_key

    def compare(self, a, b):
        args_w = [a.w_key, b.w_key] if self.by_key else [a.w_value, b.w_value]
        return to_int(self.ctx, self.ctx.call(self.w_callback, args_w))


class StringValueOrder(SetOrder):
    _attrs_ = ('ctx',)

    def __init__(self, ctx):
        self.ctx = ctx

    def compare(self, a, b):
        return compare(to_str(self.ctx, a.w_value), to_str(self.ctx, b.w_value))


def sorted_entries(w_array, order):
    """The elements of an array as a list of Entry, in that order."""
    entries = entries_of(w_array)
    sort_entries(entries, order)
    return entries


def difference(w_array, others_w, by, keys, values):
    """The elements that none of the other arrays has. by: BY_*; keys, values: the orders, None where `by` needs none."""
    order = values if by == BY_VALUE else keys
    first = sorted_entries(w_array, order)
    others = [sorted_entries(w, order) for w in others_w]
    places = [0] * len(others)
    kept = [True] * len(first)
    at = 0
    while at < len(first):
        entry = first[at]
        if by == BY_VALUE:
            found = _has_value(others, places, entry, values)
        else:
            found = _has_key(others, entry, by, keys, values)
        kept[entry.order] = not found
        at += 1
        while by == BY_VALUE and at < len(first) and values.compare(first[at - 1], first[at]) == 0:
            kept[first[at].order] = not found
            at += 1
    return _chosen(w_array, kept)


def _has_value(others, places, entry, values):
    """Whether one of the sorted lists has the entry's value; `places` go forward to where it is or would be."""
    for i in range(len(others)):
        other = others[i]
        while places[i] < len(other):
            found = values.compare(entry, other[places[i]])
            if found <= 0:
                if found == 0:
                    places[i] += 1
                    return True
                break
            places[i] += 1
    return False


def _has_key(others, entry, by, keys, values):
    for other in others:
        for candidate in other:
            if keys.compare(entry, candidate) == 0:
                if by == BY_KEY or values.compare(entry, candidate) == 0:
                    return True
                break
    return False


def intersection(w_array, others_w, by, keys, values):
    """The elements that all other arrays have. by: BY_*; keys, values: the orders, None where `by` needs none."""
    order = values if by == BY_VALUE else keys
    first = sorted_entries(w_array, order)
    others = [sorted_entries(w, order) for w in others_w]
    places = [0] * len(others)
    kept = [True] * len(first)
    at = 0
    while at < len(first):
        missing = _first_without(others, places, first[at], by, order, values)
        if missing < 0:
            at += 1
            while by == BY_VALUE and at < len(first) and values.compare(first[at - 1], first[at]) == 0:
                at += 1
            continue
        is_over = places[missing] == len(others[missing])
        kept[first[at].order] = False
        at += 1
        while at < len(first) and (is_over or by == BY_VALUE and values.compare(
                first[at], others[missing][places[missing]]) < 0):
            kept[first[at].order] = False
            at += 1
    return _chosen(w_array, kept)


def _first_without(others, places, entry, by, order, values):
    """The number of the first sorted list that does not have the entry, -1 when all have it."""
    for i in range(len(others)):
        other = others[i]
        found = 1
        while places[i] < len(other):
            found = order.compare(entry, other[places[i]])
            if found <= 0:
                break
            places[i] += 1
        if found == 0 and by == BY_KEY_AND_VALUE and values.compare(entry, other[places[i]]) != 0:
            found = 1
        if found != 0:
            return i
        places[i] += 1
    return -1


def _chosen(w_array, kept):
    """A new array with the elements whose number is marked in `kept`."""
    w_result = new_array(0)
    number = 0
    pos = w_array.next_pos(0)
    while pos >= 0:
        if kept[number]:
            add_copy(w_result, w_array, pos)
        number += 1
        pos = w_array.next_pos(pos + 1)
    return w_result
