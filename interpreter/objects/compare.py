"""PHP's comparisons: ==, ===, <=> and the order that sort() uses."""
from __future__ import absolute_import

from hippy.interpreter.objects import numbers
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.convert import (
    has_to_string, numeric_of, object_to_w_str, to_bool, to_number, type_name)
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.natives import W_Native
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.resources import W_Resource
from hippy.interpreter.objects.strings import W_Str, new_str, str_cmp, str_eq
from hippy.interpreter.objects.values import W_Null, W_Bool, W_Int, W_Float, new_bool
from hippy.interpreter.rlib.arithmetic import int_to_float, isinf, isnan
from hippy.interpreter.rlib.jit import dont_look_inside

UNCOMPARABLE = 1        # PHP's answer whichever way round it is asked
MAX_NESTING = 20000


# -- operators ------------------------------------------------------------------------------------------------------------

def loose_equal(ctx, w_a, w_b):
    """w_a == w_b"""
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        return w_a.intval == w_b.intval
    if isinstance(w_a, W_Float) and isinstance(w_b, W_Float):
        return w_a.floatval == w_b.floatval
    if isinstance(w_a, W_Str) and isinstance(w_b, W_Str):
        return strings_equal(w_a, w_b)
    if isinstance(w_b, W_Null):
        return equals_null(w_a)
    if isinstance(w_a, W_Null):
        return equals_null(w_b)
    return _equal_slow(ctx, w_a, w_b)


def equals_null(w):
    """w == null"""
    if isinstance(w, W_Array):
        return w.count() == 0
    if isinstance(w, W_Str):
        return w.length() == 0
    if isinstance(w, W_Int):
        return w.intval == 0
    if isinstance(w, W_Float):
        return w.floatval == 0.0
    if isinstance(w, W_Bool):
        return not w.boolval
    return isinstance(w, W_Null)


def strict_equal(ctx, w_a, w_b):
    """w_a === w_b"""
    if w_a is w_b and not isinstance(w_a, W_Float) and not isinstance(w_a, W_Array):
        return True
    if isinstance(w_a, W_Int):
        return isinstance(w_b, W_Int) and w_a.intval == w_b.intval
    if isinstance(w_a, W_Float):
        return isinstance(w_b, W_Float) and w_a.floatval == w_b.floatval
    if isinstance(w_a, W_Str):
        return isinstance(w_b, W_Str) and str_eq(w_a, w_b)
    if isinstance(w_a, W_Array):
        return isinstance(w_b, W_Array) and arrays_identical(ctx, w_a, w_b)
    return False


def less(ctx, w_a, w_b):
    """w_a < w_b; `w_a > w_b` is less(ctx, w_b, w_a), as in PHP."""
    if isinstance(w_a, W_Int):
        if isinstance(w_b, W_Int):
            return w_a.intval < w_b.intval
        if isinstance(w_b, W_Float):
            return int_to_float(w_a.intval) < w_b.floatval
    elif isinstance(w_a, W_Float):
        if isinstance(w_b, W_Float):
            return w_a.floatval < w_b.floatval
        if isinstance(w_b, W_Int):
            return w_a.floatval < int_to_float(w_b.intval)
    elif isinstance(w_a, W_Str) and isinstance(w_b, W_Str):
        return order_of_strings(w_a, w_b) < 0
    return compare(ctx, w_a, w_b) < 0


def less_equal(ctx, w_a, w_b):
    """w_a <= w_b; `w_a >= w_b` is less_equal(ctx, w_b, w_a)."""
    if isinstance(w_a, W_Int):
        if isinstance(w_b, W_Int):
            return w_a.intval <= w_b.intval
        if isinstance(w_b, W_Float):
            return int_to_float(w_a.intval) <= w_b.floatval
    elif isinstance(w_a, W_Float):
        if isinstance(w_b, W_Float):
            return w_a.floatval <= w_b.floatval
        if isinstance(w_b, W_Int):
            return w_a.floatval <= int_to_float(w_b.intval)
    elif isinstance(w_a, W_Str) and isinstance(w_b, W_Str):
        return order_of_strings(w_a, w_b) <= 0
    return compare(ctx, w_a, w_b) <= 0


def spaceship(ctx, w_a, w_b):
    """w_a <=> w_b as a W_Int"""
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        return W_Int(order_of_ints(w_a.intval, w_b.intval))
    if isinstance(w_a, W_Float) and isinstance(w_b, W_Float):
        return W_Int(order_of_floats(w_a.floatval, w_b.floatval))
    if isinstance(w_a, W_Str) and isinstance(w_b, W_Str):
        return W_Int(order_of_strings(w_a, w_b))
    return W_Int(compare(ctx, w_a, w_b))


# -- the order of any two values ------------------------------------------------------------------------------------------

@dont_look_inside
def compare(ctx, w_a, w_b):
    """-1, 0 or 1; values that cannot be compared give 1 both ways round (Zend/zend_operators.c zend_compare)."""
    return compare_nested(ctx, w_a, w_b, 0)


def compare_nested(ctx, w_a, w_b, depth):
    if isinstance(w_a, W_Int):
        if isinstance(w_b, W_Int):
            return order_of_ints(w_a.intval, w_b.intval)
        if isinstance(w_b, W_Float):
            return order_of_floats(int_to_float(w_a.intval), w_b.floatval)
        if isinstance(w_b, W_Str):
            return order_of_int_and_string(w_a.intval, w_b)
    elif isinstance(w_a, W_Float):
        if isinstance(w_b, W_Float):
            return order_of_floats(w_a.floatval, w_b.floatval)
        if isinstance(w_b, W_Int):
            return order_of_floats(w_a.floatval, int_to_float(w_b.intval))
        if isinstance(w_b, W_Str):
            return order_of_float_and_string(ctx, w_a.floatval, w_b)
    elif isinstance(w_a, W_Str):
        if isinstance(w_b, W_Str):
            return order_of_strings(w_a, w_b)
        if isinstance(w_b, W_Int):
            return -order_of_int_and_string(w_b.intval, w_a)
        if isinstance(w_b, W_Float):
            if isnan(w_b.floatval):
                return UNCOMPARABLE
            return -order_of_float_and_string(ctx, w_b.floatval, w_a)
        if isinstance(w_b, W_Null):
            return 0 if w_a.length() == 0 else 1
    elif isinstance(w_a, W_Array):
        if isinstance(w_b, W_Array):
            return order_of_arrays(ctx, w_a, w_b, depth + 1)
    elif isinstance(w_a, W_Null) and isinstance(w_b, W_Str):
        return 0 if w_b.length() == 0 else -1
    return _order_of_unlike(ctx, w_a, w_b, depth)


def _order_of_unlike(ctx, w_a, w_b, depth):
    if isinstance(w_a, W_Object):
        if isinstance(w_b, W_Object):
            return order_of_objects(ctx, w_a, w_b, depth + 1)
        return order_of_object_and_other(ctx, w_a, w_b, depth)
    if isinstance(w_b, W_Object):
        if w_b.get_class().enum is not None:
            return UNCOMPARABLE
        return -order_of_object_and_other(ctx, w_b, w_a, depth)
    if is_null_or_bool(w_a) or is_null_or_bool(w_b):
        return order_of_bools(to_bool(ctx, w_a), to_bool(ctx, w_b))
    if isinstance(w_a, W_Array):
        return 1
    if isinstance(w_b, W_Array):
        return -1
    return compare_nested(ctx, resource_as_int(ctx, w_a), resource_as_int(ctx, w_b), depth)


def is_null_or_bool(w):
    return isinstance(w, W_Null) or isinstance(w, W_Bool)


def resource_as_int(ctx, w):
    """A number for the last resort of comparison: one side is a resource, the other a resource, number or string."""
    if isinstance(w, W_Resource):
        return W_Int(w.number)
    return to_number(ctx, w)


def order_of_ints(a, b):
    if a < b:
        return -1
    return 1 if a > b else 0


def order_of_bools(a, b):
    if a == b:
        return 0
    return 1 if a else -1


def order_of_floats(a, b):
    if a == b:
        return 0
    return -1 if a < b else UNCOMPARABLE


# -- strings --------------------------------------------------------------------------------------------------------------

def may_be_number(w_str):
    """False only when the first byte shows that w_str is no numeric string."""
    return w_str.length() != 0 and w_str.char_at(0) <= '9'


def strings_equal(w_a, w_b):
    """== of strings: as numbers when both are numeric, else bytewise."""
    if w_a is w_b:
        return True
    if may_be_number(w_a) and may_be_number(w_b):
        return order_of_numeric_strings(w_a, w_b) == 0
    return str_eq(w_a, w_b)


def order_of_strings(w_a, w_b):
    if w_a is w_b:
        return 0
    if may_be_number(w_a) and may_be_number(w_b):
        return order_of_numeric_strings(w_a, w_b)
    return str_cmp(w_a, w_b)


@dont_look_inside
def order_of_numeric_strings(w_a, w_b):
    a = numeric_of(w_a)
    b = numeric_of(w_b)
    if not a.is_whole() or not b.is_whole():
        return str_cmp(w_a, w_b)
    if a.is_int() and b.is_int():
        return order_of_ints(a.intval, b.intval)
    x = a.as_float()
    y = b.as_float()
    if x == y and both_beyond_ints(w_a, a, w_b, b):
        return str_cmp(w_a, w_b)
    if x == y and a.is_int() != b.is_int():
        # An int is not equal to digits that overflow, although both may be the same float.
        if a.is_int() and overflows(w_b):
            return -1 if y > 0.0 else 1
        if b.is_int() and overflows(w_a):
            return 1 if x > 0.0 else -1
    return order_of_floats(x, y)


def both_beyond_ints(w_a, a, w_b, b):
    """True for two numeric strings whose floats are equal only because floats ran out of digits."""
    if not a.is_float() or not b.is_float():
        return False
    if isinf(a.floatval):
        return True
    return overflows(w_a) and overflows(w_b)


def overflows(w_str):
    """True when a numeric string is written as an int, of too many digits."""
    s = w_str.as_str()
    for i in range(len(s)):
        c = s[i]
        if c == '.' or c == 'e' or c == 'E':
            return False
    return numeric_of(w_str).is_float()


def order_of_int_and_string(n, w_str):
    numeric = numeric_of(w_str)
    if numeric.kind == numbers.NUM_INT:
        return order_of_ints(n, numeric.intval)
    if numeric.kind == numbers.NUM_FLOAT:
        return order_of_floats(int_to_float(n), numeric.floatval)
    return str_cmp(new_str(numbers.int_text(n)), w_str)


def order_of_float_and_string(ctx, x, w_str):
    if isnan(x):
        return UNCOMPARABLE
    numeric = numeric_of(w_str)
    if numeric.is_whole():
        return order_of_floats(x, numeric.as_float())
    return str_cmp(new_str(numbers.float_text(x, ctx.precision())), w_str)


# -- arrays ---------------------------------------------------------------------------------------------------------------

def check_nesting(ctx, depth):
    if depth > MAX_NESTING:
        raise ctx.fatal('Nesting level too deep - recursive dependency?')


def order_of_arrays(ctx, w_a, w_b, depth):
    """The smaller array is less; then element by element in w_a's order; a key that w_b lacks makes them uncomparable."""
    if w_a is w_b:
        return 0
    check_nesting(ctx, depth)
    if w_a.count() != w_b.count():
        return order_of_ints(w_a.count(), w_b.count())
    pos = w_a.next_pos(0)
    while pos >= 0:
        w_other = w_b.get_key(w_a.key_at(pos))
        if w_other is None:
            return UNCOMPARABLE
        order = compare_nested(ctx, deref(w_a.value_at(pos)), deref(w_other), depth)
        if order != 0:
            return order
        pos = w_a.next_pos(pos + 1)
    return 0


@dont_look_inside
def arrays_identical(ctx, w_a, w_b):
    """=== of arrays: the same keys in the same order with identical values."""
    return arrays_identical_nested(ctx, w_a, w_b, 0)


def arrays_identical_nested(ctx, w_a, w_b, depth):
    if w_a is w_b:
        return True
    check_nesting(ctx, depth)
    if w_a.count() != w_b.count():
        return False
    pos = w_a.next_pos(0)
    other = w_b.next_pos(0)
    while pos >= 0:
        if not keys_identical(w_a.key_at(pos), w_b.key_at(other)):
            return False
        w_x = deref(w_a.value_at(pos))
        w_y = deref(w_b.value_at(other))
        if isinstance(w_x, W_Array) and isinstance(w_y, W_Array):
            if not arrays_identical_nested(ctx, w_x, w_y, depth + 1):
                return False
        elif not strict_equal(ctx, w_x, w_y):
            return False
        pos = w_a.next_pos(pos + 1)
        other = w_b.next_pos(other + 1)
    return True


def keys_identical(w_a, w_b):
    if isinstance(w_a, W_Int):
        return isinstance(w_b, W_Int) and w_a.intval == w_b.intval
    assert isinstance(w_a, W_Str)
    return isinstance(w_b, W_Str) and str_eq(w_a, w_b)


# -- objects --------------------------------------------------------------------------------------------------------------

def order_of_object_and_other(ctx, w_object, w_other, depth):
    """An object against a value that is none (Zend/zend_object_handlers.c zend_std_compare_objects)."""
    if w_object.get_class().enum is not None:
        return UNCOMPARABLE
    if is_null_or_bool(w_other):
        return order_of_bools(True, to_bool(ctx, w_other))
    if isinstance(w_other, W_Int) or isinstance(w_other, W_Float):
        ctx.notice('Object of class %s could not be converted to %s' % (w_object.get_class().name, type_name(w_other)))
        return compare_nested(ctx, W_Int(1), w_other, depth)
    if isinstance(w_other, W_Str) and has_to_string(w_object):
        return order_of_strings(object_to_w_str(ctx, w_object), w_other)
    return 1


def order_of_objects(ctx, w_a, w_b, depth):
    """Property by property when the class is the same; other objects are uncomparable."""
    if w_a is w_b:
        return 0
    if w_a.get_class() is not w_b.get_class() or w_a.get_class().enum is not None:
        return UNCOMPARABLE
    check_nesting(ctx, depth)
    if isinstance(w_a, W_Native):
        w_state = w_a.compare_state(ctx, w_b)
        if w_state is not None:
            assert isinstance(w_b, W_Native)
            order = compare_nested(ctx, w_state, w_b.compare_state(ctx, w_a), depth)
            if order != 0:
                return order
    return order_of_properties(ctx, w_a, w_b, depth)


def order_of_properties(ctx, w_a, w_b, depth):
    """Two objects of one class by their properties: the one with fewer is less, then each in w_a's order."""
    entries = w_a.property_list()
    others = w_b.property_list()
    if len(entries) != len(others):
        return order_of_ints(len(entries), len(others))
    for entry in entries:
        w_other = None
        for other in others:
            if other.name == entry.name and other.class_name == entry.class_name:
                w_other = deref(other.w_value)
                break
        if w_other is None:
            return UNCOMPARABLE
        order = compare_nested(ctx, deref(entry.w_value), w_other, depth)
        if order != 0:
            return order
    return 0


@dont_look_inside
def _equal_slow(ctx, w_a, w_b):
    return compare_nested(ctx, w_a, w_b, 0) == 0


def equal_as_w_bool(ctx, w_a, w_b):
    return new_bool(loose_equal(ctx, w_a, w_b))
