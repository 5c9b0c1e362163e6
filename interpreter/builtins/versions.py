"""version_compare() (ext/standard/versioning.c)."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.values import W_Int, new_bool
from hippy.interpreter.rlib.strings import StringBuilder, is_alnum, is_digit
from hippy.interpreter.vm import settings

# what may stand in place of a number, with its rank; '#' is any number
FORMS = [('dev', 0), ('alpha', 1), ('a', 1), ('beta', 2), ('b', 2), ('RC', 3), ('rc', 3), ('#', 4), ('pl', 5), ('p', 5)]
NUMBER = '#N#'


def canonical(version):
    """The parts of a version between dots: also where digits meet letters, and for each special character."""
    builder = StringBuilder(2 * len(version))
    builder.append(version[0])
    last = version[0]           # as written
    end = version[0]            # of what is built
    for i in range(1, len(version)):
        c = version[i]
        meets = is_digit(c) and not is_digit(last) and last != '.' or is_digit(last) and not is_digit(c) and c != '.'
        if not is_alnum(c) and (not meets or c == '-' or c == '_' or c == '+'):
            if end != '.':
                builder.append('.')
                end = '.'
        else:
            if meets and end != '.':
                builder.append('.')
            builder.append(c)
            end = c
        last = c
    return builder.build()


def rank_of(word):
    """-1 for a word that means nothing."""
    for name, rank in FORMS:
        if word[:len(name)] == name:
            return rank
    return -1


def sign(n):
    return 1 if n > 0 else (-1 if n < 0 else 0)


def begins_with_digit(part):
    return len(part) > 0 and is_digit(part[0])


def part_order(a, b):
    if begins_with_digit(a) and begins_with_digit(b):
        return sign(settings.number(a) - settings.number(b))
    return sign(rank_of(NUMBER if begins_with_digit(a) else a) - rank_of(NUMBER if begins_with_digit(b) else b))


def version_order(a, b):
    """-1, 0 or 1"""
    if a == '' or b == '':
        return (1 if a != '' else 0) - (1 if b != '' else 0)
    left = a.split('.') if a[0] == '#' else canonical(a).split('.')
    right = b.split('.') if b[0] == '#' else canonical(b).split('.')
    i = 0
    # an empty part at the end of one ends the comparison
    while i < len(left) and i < len(right) and not is_end(left, i) and not is_end(right, i):
        order = part_order(left[i], right[i])
        if order != 0:
            return order
        i += 1
    if i < len(left):
        return rest_order(left, i)
    if i < len(right):
        return -rest_order(right, i)
    return 0


def is_end(parts, i):
    return i == len(parts) - 1 and parts[i] == '' and i > 0


def rest_order(parts, i):
    """How a version that goes on stands to one that has ended."""
    if begins_with_digit(parts[i]):
        return 1
    assert i >= 0
    return version_order('.'.join(parts[i:]), NUMBER)


@builtin('version_compare(string $version1, string $version2, ?string $operator = null): int|bool')
def version_compare(ctx, version1, version2, w_operator):
    order = version_order(version1, version2)
    if not isinstance(w_operator, W_Str):
        return W_Int(order)
    operator = w_operator.as_str()
    if operator == '<' or operator == 'lt':
        return new_bool(order < 0)
    if operator == '<=' or operator == 'le':
        return new_bool(order <= 0)
    if operator == '>' or operator == 'gt':
        return new_bool(order > 0)
    if operator == '>=' or operator == 'ge':
        return new_bool(order >= 0)
    if operator == '==' or operator == 'eq' or operator == '=':
        return new_bool(order == 0)
    if operator == '!=' or operator == 'ne' or operator == '<>':
        return new_bool(order != 0)
    raise ctx.error('ValueError', 'version_compare(): Argument #3 ($operator) must be a valid comparison operator')
