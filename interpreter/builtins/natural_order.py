"""The natural order of strings with numbers in them ('img2' before 'img10'), after Martin Pool's strnatcmp."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.rlib.strings import is_digit, is_space, upper_char


def char_or_nul(s, i):
    return s[i] if i < len(s) else '\0'


def skip_leading_zeros(s):
    """The index of the first digit that counts in a string that begins with a number."""
    i = 0
    while i + 1 < len(s) and s[i] == '0' and is_digit(s[i + 1]):
        i += 1
    return i


def digits_end(s, i):
    while i < len(s) and is_digit(s[i]):
        i += 1
    return i


def order_of_runs(a, i, i_end, b, k, k_end):
    """Runs of digits without leading zeros: the longer one is the greater number."""
    if i_end - i != k_end - k:
        return -1 if i_end - i < k_end - k else 1
    while i < i_end:
        if a[i] != b[k]:
            return -1 if a[i] < b[k] else 1
        i += 1
        k += 1
    return 0


def order_of_fractions(a, i, i_end, b, k, k_end):
    """Runs of digits of which one begins with a zero: digit by digit from the left."""
    while i < i_end and k < k_end:
        if a[i] != b[k]:
            return -1 if a[i] < b[k] else 1
        i += 1
        k += 1
    if i < i_end:
        return 1
    return -1 if k < k_end else 0


def natural_order(a, b, fold_case):
    """-1, 0 or 1"""
    if a == '' or b == '':
        return (1 if a != '' else 0) - (1 if b != '' else 0)
    i = skip_leading_zeros(a)
    k = skip_leading_zeros(b)
    while True:
        while i < len(a) and is_space(a[i]):
            i += 1
        while k < len(b) and is_space(b[k]):
            k += 1
        x = char_or_nul(a, i)
        y = char_or_nul(b, k)
        if is_digit(x) and is_digit(y):
            i_end = digits_end(a, i)
            k_end = digits_end(b, k)
            if x == '0' or y == '0':
                order = order_of_fractions(a, i, i_end, b, k, k_end)
            else:
                order = order_of_runs(a, i, i_end, b, k, k_end)
            if order != 0:
                return order
            i = i_end
            k = k_end
            if i >= len(a) or k >= len(b):
                return (1 if i < len(a) else 0) - (1 if k < len(b) else 0)
            x = a[i]
            y = b[k]
        if fold_case:
            x = upper_char(x)
            y = upper_char(y)
        if x != y:
            return -1 if x < y else 1
        i += 1
        k += 1
        if i >= len(a) or k >= len(b):
            return (1 if i < len(a) else 0) - (1 if k < len(b) else 0)


@builtin('strnatcmp(string $string1, string $string2): int')
def strnatcmp(ctx, string1, string2):
    return natural_order(string1, string2, False)


@builtin('strnatcasecmp(string $string1, string $string2): int')
def strnatcasecmp(ctx, string1, string2):
    return natural_order(string1, string2, True)
