"""Every conversion between PHP values, with its warnings and errors. What operators do with the results is in arithmetic.py."""
from __future__ import absolute_import

from hippy.interpreter.objects import numbers
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.natives import W_Native
from hippy.interpreter.objects.resources import W_Resource
from hippy.interpreter.objects.strings import W_Str, W_StrConst, new_str, w_empty_str
from hippy.interpreter.objects.values import (
    W_Null, W_Bool, W_Int, W_Float, own, GETTYPE_NAMES, TYPE_NAMES)
from hippy.interpreter.rlib.strings import up_to_nul
from hippy.interpreter.rlib.arithmetic import truncate_modular, int_to_float
from hippy.interpreter.rlib.jit import dont_look_inside

w_one_str = new_str('1')
w_array_str = new_str('Array')


# -- names ----------------------------------------------------------------------------------------------------------------

def type_name(w):
    """The type as error messages and get_debug_type() name it; an object's class."""
    if isinstance(w, W_Object):
        return w.get_class().name
    return TYPE_NAMES[w.tp]


def debug_type(w):
    """get_debug_type(): as type_name, but a resource tells its kind and an anonymous class nothing of its file."""
    if isinstance(w, W_Resource):
        if w.is_open:
            return 'resource (%s)' % w.kind
        return 'resource (closed)'
    return up_to_nul(type_name(w))


def gettype(w):
    """gettype(): 'integer', 'double', 'resource (closed)'."""
    if isinstance(w, W_Resource) and not w.is_open:
        return 'resource (closed)'
    return GETTYPE_NAMES[w.tp]


# -- bool -----------------------------------------------------------------------------------------------------------------

def to_bool(ctx, w):
    if isinstance(w, W_Bool):
        return w.boolval
    if isinstance(w, W_Int):
        return w.intval != 0
    if isinstance(w, W_Null):
        return False
    if isinstance(w, W_Str):
        length = w.length()
        return length > 1 or (length == 1 and w.char_at(0) != '0')
    if isinstance(w, W_Float):
        return w.floatval != 0.0
    if isinstance(w, W_Array):
        return w.count() != 0
    return True


# -- int and float --------------------------------------------------------------------------------------------------------

def numeric_of(w_str):
    """What a W_Str is as a number: a numbers.Numeric; a W_StrConst remembers it."""
    if isinstance(w_str, W_StrConst):
        numeric = w_str.numeric
        if numeric is None:
            return remember_numeric(w_str)
        return numeric
    return scan_numeric(w_str.as_str())


@dont_look_inside
def remember_numeric(w_str):
    numeric = numbers.scan_numeric(w_str.s)
    w_str.numeric = numeric
    return numeric


@dont_look_inside
def scan_numeric(s):
    return numbers.scan_numeric(s)


def to_int(ctx, w):
    """(int): truncates floats, reads the number at the start of a string."""
    if isinstance(w, W_Int):
        return w.intval
    if isinstance(w, W_Bool):
        return 1 if w.boolval else 0
    if isinstance(w, W_Float):
        return truncate_modular(w.floatval)
    return _to_int_slow(ctx, w)


@dont_look_inside
def _to_int_slow(ctx, w):
    if isinstance(w, W_Null):
        return 0
    if isinstance(w, W_Str):
        return str_to_int(numeric_of(w))
    if isinstance(w, W_Array):
        return 1 if w.count() else 0
    if isinstance(w, W_Resource):
        return w.number
    ctx.warning('Object of class %s could not be converted to int' % type_name(w))
    return 1


def str_to_int(numeric):
    """The int of a string, from its Numeric; 0 without a number."""
    if numeric.is_float():
        return numbers.saturated(numeric.floatval)
    return numeric.intval


def to_float(ctx, w):
    if isinstance(w, W_Float):
        return w.floatval
    if isinstance(w, W_Int):
        return int_to_float(w.intval)
    return _to_float_slow(ctx, w)


@dont_look_inside
def _to_float_slow(ctx, w):
    if isinstance(w, W_Str):
        return str_to_float(w)
    if isinstance(w, W_Object):
        ctx.warning('Object of class %s could not be converted to float' % type_name(w))
        return 1.0
    return int_to_float(to_int(ctx, w))


def str_to_float(w_str):
    numeric = numeric_of(w_str)
    x = numeric.as_float()
    if x == 0.0 and numeric.is_int() and numbers.begins_negative(w_str.as_str()):
        return -x
    return x


def to_number(ctx, w):
    """A W_Int or W_Float for any value, without a word about text behind a string's number."""
    if isinstance(w, W_Int) or isinstance(w, W_Float):
        return w
    if isinstance(w, W_Str):
        return numeric_value(numeric_of(w))
    return W_Int(to_int(ctx, w))


def numeric_value(numeric):
    """A Numeric as W_Int or W_Float; W_Int(0) without a number."""
    if numeric.is_float():
        return W_Float(numeric.floatval)
    return W_Int(numeric.intval)


def float_to_int_checked(ctx, x):
    """Truncates a float; deprecated when that loses something."""
    if not numbers.fits_int(x):
        ctx.deprecated('Implicit conversion from float %s to int loses precision' % numbers.float_repr(x))
    return truncate_modular(x)


# -- string ---------------------------------------------------------------------------------------------------------------

def to_str(ctx, w):
    """The bytes of any value as a string."""
    if isinstance(w, W_Str):
        return w.as_str()
    if isinstance(w, W_Int):
        return numbers.int_text(w.intval)
    return to_w_str(ctx, w).as_str()


def to_w_str(ctx, w):
    """Any value as a W_Str; w itself when it is one."""
    if isinstance(w, W_Str):
        return w
    if isinstance(w, W_Int):
        return int_to_w_str(w.intval)
    return _to_w_str_slow(ctx, w)


@dont_look_inside
def int_to_w_str(n):
    return new_str(numbers.int_text(n))


@dont_look_inside
def _to_w_str_slow(ctx, w):
    if isinstance(w, W_Null):
        return w_empty_str
    if isinstance(w, W_Bool):
        return w_one_str if w.boolval else w_empty_str
    if isinstance(w, W_Float):
        return W_StrConst(numbers.float_text(w.floatval, ctx.precision()))
    if isinstance(w, W_Array):
        ctx.warning('Array to string conversion')
        return w_array_str
    if isinstance(w, W_Object):
        return object_to_w_str(ctx, w)
    assert isinstance(w, W_Resource)
    return W_StrConst('Resource id #%d' % w.number)


def has_to_string(w_object):
    return w_object.get_class().find_method('__tostring') is not None


def object_to_w_str(ctx, w_object):
    """What __toString() gives; Error without one."""
    if not has_to_string(w_object):
        raise ctx.error('Error', 'Object of class %s could not be converted to string' % w_object.get_class().name)
    w_result = ctx.call_method(w_object, '__tostring', [])
    if isinstance(w_result, W_Str):
        return w_result
    raise ctx.error('TypeError', '%s::__toString(): Return value must be of type string, %s returned' % (
        w_object.get_class().name, type_name(w_result)))


# -- arrays ---------------------------------------------------------------------------------------------------------------

def array_key_or_none(ctx, w):
    """The W_Int or W_Str that indexes an array with w; None when no array can have such a key. w is never a reference."""
    if isinstance(w, W_Int) or isinstance(w, W_Str):
        return w
    return _array_key_slow(ctx, w)


@dont_look_inside
def _array_key_slow(ctx, w):
    if isinstance(w, W_Null):
        return w_empty_str
    if isinstance(w, W_Bool):
        return W_Int(1 if w.boolval else 0)
    if isinstance(w, W_Float):
        return W_Int(float_to_int_checked(ctx, w.floatval))
    if isinstance(w, W_Resource):
        ctx.warning('Resource ID#%d used as offset, casting to integer (%d)' % (w.number, w.number))
        return W_Int(w.number)
    return None


def to_array_key(ctx, w):
    """As array_key_or_none; a TypeError instead of None."""
    w_key = array_key_or_none(ctx, w)
    if w_key is None:
        raise ctx.error('TypeError', 'Illegal offset type')
    return w_key


def to_array(ctx, w):
    """(array) w as an owned W_Array: arrays as they are, null as [], an object's properties with mangled names."""
    if isinstance(w, W_Array):
        own(w)
        return w
    if isinstance(w, W_Object):
        if isinstance(w, W_Native):
            w_table = w.property_table(ctx)
            if w_table is not None:
                return w_table
        return object_to_array(w)
    w_array = new_array(1)
    if not isinstance(w, W_Null):
        own(w)
        w_array.append(w)
    return w_array


def object_to_array(w_object):
    """The properties of an object, private and protected ones under PHP's mangled names."""
    entries = w_object.property_list()
    w_array = new_array(len(entries))
    for entry in entries:
        own(entry.w_value)
        w_array.put_key(new_str(mangled_name(entry)), entry.w_value)
    return w_array


def mangled_name(entry):
    """The array key of a property: 'name', '\\0*\\0name' when protected, '\\0Class\\0name' when private."""
    if entry.visibility == 0:
        return entry.name
    if entry.visibility == 1:
        return '\0*\0' + entry.name
    return '\0' + entry.class_name + '\0' + entry.name
