"""Declared types of parameters, return values and properties: checks, weak conversions and PHP's messages."""
from __future__ import absolute_import

from hippy.interpreter.objects import convert
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.closures import W_Closure
from hippy.interpreter.objects.convert import type_name
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.types import (
    T_ARRAY, T_BOOL, T_CALLABLE, T_FALSE, T_FLOAT, T_INT, T_ITERABLE, T_MIXED, T_NULL, T_OBJECT, T_PARENT, T_SELF, T_STATIC, T_STRING,
    Type)
from hippy.interpreter.objects.values import (
    W_Bool, W_Float, W_Int, W_Null, disown, new_bool, w_false)
from hippy.interpreter.rlib.arithmetic import float_to_int, int_in_float_range, int_to_float, isnan
from hippy.interpreter.rlib.jit import dont_look_inside, unroll_safe


SCALAR_TYPES = {'string': Type(T_STRING, [], 'string', False), 'int': Type(T_INT, [], 'int', False)}


@unroll_safe
def fits(ctx, type, w, scope, static_cls):
    """True when the value has the type as it is."""
    mask = type.mask
    if mask & T_MIXED:
        return True
    if isinstance(w, W_Int):
        return mask & T_INT != 0
    if isinstance(w, W_Str):
        return mask & T_STRING != 0 or (mask & T_CALLABLE != 0 and ctx.is_callable(w))
    if isinstance(w, W_Array):
        return mask & (T_ARRAY | T_ITERABLE) != 0 or (mask & T_CALLABLE != 0 and ctx.is_callable(w))
    if isinstance(w, W_Float):
        return mask & T_FLOAT != 0
    if isinstance(w, W_Bool):
        return mask & T_BOOL == T_BOOL or (w is w_false and mask & T_FALSE != 0)
    if isinstance(w, W_Null):
        return mask & T_NULL != 0
    if isinstance(w, W_Object):
        return _object_fits(ctx, type, w, scope, static_cls)
    return False


@unroll_safe
def _object_fits(ctx, type, w, scope, static_cls):
    mask = type.mask
    cls = w.get_class()
    if mask & T_OBJECT:
        return True
    for cell in type.cells:
        is_one = cell.cls is not None and cls.is_subclass_of(cell.cls)
        if is_one and not type.is_intersection:
            return True
        if not is_one and type.is_intersection:
            return False
    if type.is_intersection:
        return True
    if mask & T_SELF and scope is not None and cls.is_subclass_of(scope):
        return True
    if mask & T_STATIC and static_cls is not None and cls.is_subclass_of(static_cls):
        return True
    if mask & T_PARENT and scope is not None and scope.parent is not None and cls.is_subclass_of(scope.parent):
        return True
    if mask & T_ITERABLE and cls.is_subclass_of(ctx.find_class('traversable')):
        return True
    return mask & T_CALLABLE != 0 and (isinstance(w, W_Closure) or ctx.is_callable(w))


@dont_look_inside
def coerce(ctx, type, w, strict):
    """The value converted as PHP does between scalars, or None when it does not fit (Zend/zend_API.c, weak mode)."""
    mask = type.mask
    if isinstance(w, W_Int) and mask & T_FLOAT:
        return W_Float(int_to_float(w.intval))
    if strict or isinstance(w, W_Null) or isinstance(w, W_Array):
        return None
    if isinstance(w, W_Object):
        if mask & T_STRING and convert.has_to_string(w):
            return convert.object_to_w_str(ctx, w)
        return None
    if isinstance(w, W_Str):
        return _coerce_string(ctx, mask, w)
    if mask & T_INT:
        if isinstance(w, W_Bool):
            return W_Int(1 if w.boolval else 0)
        if isinstance(w, W_Float):
            w_int = _int_of_float(ctx, w.floatval, mask & (T_STRING | T_FLOAT) == 0)
            if w_int is not None:
                return w_int
    if mask & T_FLOAT and isinstance(w, W_Bool):
        return W_Float(1.0 if w.boolval else 0.0)
    if mask & T_STRING:
        return convert.to_w_str(ctx, w)
    if mask & T_BOOL == T_BOOL:
        return new_bool(convert.to_bool(ctx, w))
    return None


def _int_of_float(ctx, x, may_lose):
    if isnan(x) or not int_in_float_range(x):
        return None
    n = float_to_int(x)
    if int_to_float(n) != x:
        if not may_lose:
            return None
        ctx.deprecated('Implicit conversion from float %s to int loses precision' % convert.to_str(ctx, W_Float(x)))
    return W_Int(n)


def _coerce_string(ctx, mask, w):
    numeric = convert.numeric_of(w)
    if numeric.is_whole():
        if numeric.is_int() and mask & T_INT:
            return W_Int(convert.to_int(ctx, w))
        if mask & T_FLOAT:
            return W_Float(numeric.as_float())
        if mask & T_INT:
            w_int = _int_of_float(ctx, numeric.as_float(), True)
            if w_int is not None:
                return w_int
    if mask & T_BOOL == T_BOOL:
        return new_bool(convert.to_bool(ctx, w))
    return None


def check_argument(ctx, frame, func, index, param, w, strict):
    """An argument as its parameter's type wants it; TypeError otherwise. Takes over one ownership and gives one."""
    type = param.type
    if fits(ctx, type, w, func.cls, frame.static_cls):
        return w
    w_converted = coerce(ctx, type, w, strict)
    if w_converted is None:
        raise argument_error(ctx, frame, func, index, param, w)
    disown(w)
    return w_converted


@dont_look_inside
def argument_error(ctx, frame, func, index, param, w):
    place = ctx.call_place(frame)
    name = '' if param.variadic else ' ($%s)' % param.name
    return ctx.error_in(frame, 'TypeError', '%s(): Argument #%d%s must be of type %s, %s given%s' % (
        ctx.function_title(func), index + 1, name, param.type.text, type_name(w), place))


def check_return(ctx, frame, code, w, is_missing):
    """A return value as the declared type wants it. Takes over one ownership and gives one."""
    type = code.return_type
    func = frame.func
    if not is_missing:
        if fits(ctx, type, w, func.cls, ctx.called_class(frame)):
            return w
        w_converted = coerce(ctx, type, w, code.strict_types)
        if w_converted is not None:
            disown(w)
            return w_converted
        word = type_name(w)
    else:
        word = 'none'
    raise ctx.error('TypeError', '%s(): Return value must be of type %s, %s returned' % (ctx.function_title(func), type.text, word))


def check_property(ctx, info, w):
    """A value for a typed property. Takes over one ownership and gives one."""
    if fits(ctx, info.type, w, info.cls, None):
        return w
    w_converted = coerce(ctx, info.type, w, ctx.strict_types())
    if w_converted is None:
        raise ctx.error('TypeError', 'Cannot assign %s to property %s::$%s of type %s' % (
            type_name(w), info.cls.name, info.name, info.type.text))
    disown(w)
    return w_converted


