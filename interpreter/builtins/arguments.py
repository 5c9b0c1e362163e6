"""From the caller's arguments to what a builtin function wants: PHP's coercions, deprecations and TypeErrors."""
from __future__ import absolute_import

from hippy.interpreter.objects import convert, numbers
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.closures import W_Closure
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.resources import W_Resource
from hippy.interpreter.objects.strings import W_Str, new_str, w_empty_str
from hippy.interpreter.objects.types import (
    T_ARRAY, T_BOOL, T_CALLABLE, T_FLOAT, T_INT, T_MIXED, T_NULL, T_OBJECT, T_STRING)
from hippy.interpreter.objects.values import W_Null, W_Bool, W_Int, W_Float, new_bool, own, w_null
from hippy.interpreter.rlib.arithmetic import int_in_float_range, int_to_float, float_to_int
from hippy.interpreter.rlib.jit import dont_look_inside, isvirtual, look_inside_iff
from hippy.interpreter.vm import callbacks


# -- errors ---------------------------------------------------------------------------------------------------------------

def arity_error(ctx, name, low, high, given):
    """ArgumentCountError; high -1 means any number."""
    if low == high:
        word = 'exactly'
    elif given < low:
        word = 'at least'
    else:
        word = 'at most'
    wanted = low if given < low else high
    plural = '' if wanted == 1 else 's'
    return ctx.error('ArgumentCountError', '%s() expects %s %d argument%s, %d given' % (name, word, wanted, plural, given))


def missing_error(ctx, name, index, param):
    """ArgumentCountError for an argument that named ones left out."""
    if param.optional:
        return ctx.error('ArgumentCountError', (
            '%s(): Argument #%d ($%s) must be passed explicitly, because the default value is not known' % (
                name, index + 1, param.name)))
    return ctx.error('ArgumentCountError', '%s(): Argument #%d ($%s) not passed' % (name, index + 1, param.name))


def type_error(ctx, name, index, param, w):
    """TypeError: argument `index` (from 0) is not of the declared type."""
    if param.variadic:
        return ctx.error('TypeError', '%s(): Argument #%d must be of type %s, %s given' % (
            name, index + 1, param.type_text, convert.type_name(w)))
    return ctx.error('TypeError', '%s(): Argument #%d ($%s) must be of type %s, %s given' % (
        name, index + 1, param.name, param.type_text, convert.type_name(w)))


def note_null(ctx, name, index, param):
    """null for a scalar parameter is deprecated."""
    ctx.deprecated('%s(): Passing null to parameter #%d ($%s) of type %s is deprecated' % (
        name, index + 1, param.name, param.type_text))


# -- scalars: the quick way here, everything else in the slow functions ---------------------------------------------------

def string_arg(ctx, name, index, param, w):
    """All bytes of a string argument."""
    if isinstance(w, W_Str):
        return w.as_str()
    return string_arg_slow(ctx, name, index, param, w).as_str()


def raw_string_arg(ctx, name, index, param, w):
    """A string argument as a W_Str."""
    if isinstance(w, W_Str):
        return w
    return string_arg_slow(ctx, name, index, param, w)


def int_arg(ctx, name, index, param, w):
    if isinstance(w, W_Int):
        return w.intval
    return int_arg_slow(ctx, name, index, param, w)


def float_arg(ctx, name, index, param, w):
    if isinstance(w, W_Float):
        return w.floatval
    if isinstance(w, W_Int):
        return int_to_float(w.intval)
    return float_arg_slow(ctx, name, index, param, w)


def bool_arg(ctx, name, index, param, w):
    if isinstance(w, W_Bool):
        return w.boolval
    return bool_arg_slow(ctx, name, index, param, w)


def array_arg(ctx, name, index, param, w):
    if isinstance(w, W_Array):
        return w
    raise type_error(ctx, name, index, param, w)


def path_arg(ctx, name, index, param, w):
    """All bytes of a string argument, which is a path and so without a null byte."""
    path = string_arg(ctx, name, index, param, w)
    if path.find('\0') >= 0:
        raise ctx.error('ValueError', '%s(): Argument #%d ($%s) must not contain any null bytes' % (name, index + 1, param.name))
    return path


def resource_arg(ctx, name, index, param, w):
    """A resource of whatever kind; null where the parameter may be left out."""
    if isinstance(w, W_Resource):
        if param.name == 'context':     # nothing makes one yet
            raise ctx.error('TypeError', '%s(): supplied resource is not a valid Stream-Context resource' % name)
        return w
    if isinstance(w, W_Null) and param.optional:
        return w
    raise type_error(ctx, name, index, param, w)


@dont_look_inside
def string_arg_slow(ctx, name, index, param, w):
    w_string = weak_string(ctx, name, index, param, w)
    if w_string is None:
        raise type_error(ctx, name, index, param, w)
    return w_string


@dont_look_inside
def int_arg_slow(ctx, name, index, param, w):
    w_int = weak_int(ctx, name, index, param, w)
    if w_int is None:
        raise type_error(ctx, name, index, param, w)
    return w_int.intval


@dont_look_inside
def float_arg_slow(ctx, name, index, param, w):
    w_float = weak_float(ctx, name, index, param, w)
    if w_float is None:
        raise type_error(ctx, name, index, param, w)
    return w_float.floatval


@dont_look_inside
def bool_arg_slow(ctx, name, index, param, w):
    w_bool = weak_bool(ctx, name, index, param, w)
    if w_bool is None:
        raise type_error(ctx, name, index, param, w)
    return w_bool.boolval


# -- PHP's weak mode; each gives None when the value does not fit -----------------------------------------------------------

def null_fits(ctx, name, index, param):
    """True, with the deprecation, when null may stand for a scalar's empty value."""
    if ctx.strict_types():
        return False
    note_null(ctx, name, index, param)
    return True


def weak_string(ctx, name, index, param, w):
    if isinstance(w, W_Str):
        return w
    if isinstance(w, W_Null):
        return w_empty_str if null_fits(ctx, name, index, param) else None
    if ctx.strict_types():
        return None
    if isinstance(w, W_Int) or isinstance(w, W_Float) or isinstance(w, W_Bool):
        return convert.to_w_str(ctx, w)
    if isinstance(w, W_Object) and convert.has_to_string(w):
        return convert.object_to_w_str(ctx, w)
    return None


def weak_int(ctx, name, index, param, w):
    if isinstance(w, W_Int):
        return w
    if isinstance(w, W_Null):
        return W_Int(0) if null_fits(ctx, name, index, param) else None
    if ctx.strict_types():
        return None
    if isinstance(w, W_Float):
        return int_of_float(ctx, w.floatval)
    if isinstance(w, W_Str):
        return int_of_string(ctx, w)
    if isinstance(w, W_Bool):
        return W_Int(1 if w.boolval else 0)
    return None


def int_of_float(ctx, x):
    if not int_in_float_range(x):       # NAN is in no range
        return None
    n = float_to_int(x)
    if int_to_float(n) != x:
        ctx.deprecated('Implicit conversion from float %s to int loses precision' % numbers.float_repr(x))
    return W_Int(n)


def int_of_string(ctx, w_string):
    numeric = convert.numeric_of(w_string)
    if not numeric.is_whole():
        return None
    if numeric.is_int():
        return W_Int(numeric.intval)
    x = numeric.floatval
    if not int_in_float_range(x):
        return None
    n = float_to_int(x)
    if int_to_float(n) != x:
        ctx.deprecated('Implicit conversion from float-string "%s" to int loses precision' % w_string.as_str())
    return W_Int(n)


def weak_float(ctx, name, index, param, w):
    if isinstance(w, W_Float):
        return w
    if isinstance(w, W_Int):
        return W_Float(int_to_float(w.intval))
    if isinstance(w, W_Null):
        return W_Float(0.0) if null_fits(ctx, name, index, param) else None
    if ctx.strict_types():
        return None
    if isinstance(w, W_Str):
        numeric = convert.numeric_of(w)
        return W_Float(numeric.as_float()) if numeric.is_whole() else None
    if isinstance(w, W_Bool):
        return W_Float(1.0 if w.boolval else 0.0)
    return None


def weak_bool(ctx, name, index, param, w):
    if isinstance(w, W_Bool):
        return w
    if isinstance(w, W_Null):
        return new_bool(False) if null_fits(ctx, name, index, param) else None
    if ctx.strict_types():
        return None
    if isinstance(w, W_Int) or isinstance(w, W_Float) or isinstance(w, W_Str):
        return new_bool(convert.to_bool(ctx, w))
    return None


def weak_number(ctx, name, index, param, w):
    """int|float"""
    if isinstance(w, W_Int) or isinstance(w, W_Float):
        return w
    if isinstance(w, W_Str) and not ctx.strict_types():
        numeric = convert.numeric_of(w)
        return convert.numeric_value(numeric) if numeric.is_whole() else None
    return weak_int(ctx, name, index, param, w)


# -- nullable, union and class types: the value stays a W_Root -------------------------------------------------------------

def union_arg(ctx, name, index, param, w):
    """w, coerced to one of the types that param accepts."""
    accepts = param.accepts
    if accepts & T_INT and isinstance(w, W_Int):
        return w
    if accepts & T_FLOAT and isinstance(w, W_Float):
        return w
    if accepts & T_STRING and isinstance(w, W_Str):
        return w
    if accepts & T_ARRAY and isinstance(w, W_Array):
        return w
    return coerced(ctx, name, index, param, w)


@dont_look_inside
def coerced(ctx, name, index, param, w):
    accepts = param.accepts
    if fits(ctx, param, w):
        return w
    if accepts & T_CALLABLE:
        return callable_arg(ctx, name, index, param, w)
    w_made = None
    if isinstance(w, W_Null) and not scalar_types(accepts):
        raise type_error(ctx, name, index, param, w)
    if accepts & T_INT and accepts & T_FLOAT:
        w_made = weak_number(ctx, name, index, param, w)
    elif accepts & T_INT:
        w_made = weak_int(ctx, name, index, param, w)
    elif accepts & T_FLOAT:
        w_made = weak_float(ctx, name, index, param, w)
    if w_made is None and accepts & T_STRING:
        w_made = weak_string(ctx, name, index, param, w)
    if w_made is None and (accepts & T_BOOL) == T_BOOL:
        w_made = weak_bool(ctx, name, index, param, w)
    if w_made is None:
        raise type_error(ctx, name, index, param, w)
    return w_made


def scalar_types(accepts):
    return accepts & (T_INT | T_FLOAT | T_STRING | T_BOOL) != 0


def fits(ctx, param, w):
    """True when w is of an accepted type as it stands."""
    accepts = param.accepts
    if accepts & T_MIXED:
        return True
    if isinstance(w, W_Null):
        return accepts & T_NULL != 0
    if isinstance(w, W_Int):
        return accepts & T_INT != 0
    if isinstance(w, W_Str) and accepts & T_STRING:
        return True
    if isinstance(w, W_Array) and accepts & T_ARRAY:
        return True
    if isinstance(w, W_Float):
        return accepts & T_FLOAT != 0
    if isinstance(w, W_Bool):
        return (accepts & T_BOOL) == T_BOOL
    if isinstance(w, W_Object):
        return accepts & T_OBJECT != 0 or is_of_class(ctx, param, w)
    return False


def is_of_class(ctx, param, w_object):
    for name in param.classes:
        cls = ctx.find_class(name)
        if cls is not None and w_object.get_class().is_subclass_of(cls):
            return True
    return False


# -- references -----------------------------------------------------------------------------------------------------------

def reference_arg(ctx, name, index, param, w):
    """A by-reference argument as a W_Ref whose value has the declared type."""
    w_ref = w if isinstance(w, W_Ref) else owned_ref(w)
    if param.accepts & T_MIXED == 0:
        if not fits(ctx, param, w_ref.value):
            raise type_error(ctx, name, index, param, w_ref.value)
    return w_ref


def owned_ref(w):
    """A reference for a value that came without one, as from call_user_func."""
    own(w)
    return W_Ref(w)


@look_inside_iff(lambda ctx, name, start, param, args_w: isvirtual(args_w))
def variadic_args(ctx, name, start, param, args_w):
    """The arguments from `start` on, as a new list; W_Refs when param is by reference."""
    count = len(args_w) - start
    if count <= 0:
        return []
    rest_w = [w_null] * count
    for i in range(count):
        w = args_w[start + i]
        if param.by_ref:
            rest_w[i] = w if isinstance(w, W_Ref) else owned_ref(w)
        elif param.accepts & T_MIXED:
            rest_w[i] = w
        else:
            rest_w[i] = union_arg(ctx, name, start + i, param, w)
    return rest_w


# -- callables ------------------------------------------------------------------------------------------------------------

def callable_arg(ctx, name, index, param, w):
    """w, which must be callable; TypeError with the reason why it is not."""
    if isinstance(w, W_Closure):
        return w
    search = callbacks.find(ctx, w, True)
    if search.callee is None:
        wanted = 'a valid callback or null' if param.accepts & T_NULL else 'a valid callback'
        raise ctx.error('TypeError', '%s(): Argument #%d ($%s) must be %s, %s' % (
            name, index + 1, param.name, wanted, search.problem))
    return w


def callable_problem(ctx, w):
    """Why w cannot be called, in PHP's words."""
    return callbacks.find(ctx, w, False).problem


def callable_name(ctx, w):
    """The name of a callable as is_callable's third argument gives it."""
    if isinstance(w, W_Array):
        w_target = deref(w.get_int(0))
        w_method = deref(w.get_int(1))
        if isinstance(w_method, W_Str) and w.count() == 2:
            if isinstance(w_target, W_Object):
                return new_str(w_target.get_class().name + '::' + w_method.as_str())
            if isinstance(w_target, W_Str):
                return new_str(w_target.as_str() + '::' + w_method.as_str())
        return new_str('Array')
    if isinstance(w, W_Object):
        return new_str(w.get_class().name + '::__invoke')
    return convert.to_w_str(ctx, w)
