"""Declared types of parameters, return values and properties: checks, weak conversions and PHP's messages."""
from __future__ import absolute_import

from hippy.interpreter.objects import convert, numbers
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.closures import W_Closure
from hippy.interpreter.objects.convert import type_name
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.resources import W_Resource
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.types import (
    T_ARRAY, T_BOOL, T_CALLABLE, T_FALSE, T_FLOAT, T_INT, T_ITERABLE, T_MIXED, T_NULL, T_OBJECT, T_PARENT, T_SELF, T_STATIC, T_STRING,
    T_TRUE, Type, type_text)
from hippy.interpreter.objects.values import (
    W_Bool, W_Float, W_Int, W_Null, disown, new_bool)
from hippy.interpreter.rlib.arithmetic import float_to_int, int_in_float_range, int_to_float, isnan
from hippy.interpreter.rlib.jit import dont_look_inside, unroll_safe


SCALAR_TYPES = {'string': Type(T_STRING, [], [], ['string'], False), 'int': Type(T_INT, [], [], ['int'], False)}


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
        return mask & (T_TRUE if w.boolval else T_FALSE) != 0
    if isinstance(w, W_Null):
        return mask & T_NULL != 0
    if isinstance(w, W_Object):
        return _object_fits(ctx, type, w, scope, static_cls)
    return False


@unroll_safe
def _object_fits(ctx, type, w, scope, static_cls):
    if type.is_intersection:
        return _fits_all(type, w, scope)
    mask = type.mask
    cls = w.get_class()
    if mask & T_OBJECT:
        return True
    for cell in type.cells:
        if cell.cls is not None and cls.is_subclass_of(cell.cls):
            return True
    if mask & T_SELF and scope is not None and cls.is_subclass_of(scope):
        return True
    if mask & T_STATIC and static_cls is not None and cls.is_subclass_of(static_cls):
        return True
    if mask & T_PARENT and scope is not None and scope.parent is not None and cls.is_subclass_of(scope.parent):
        return True
    if mask & T_ITERABLE and cls.is_subclass_of(ctx.find_class('traversable')):
        return True
    for group in type.groups:
        if _fits_all(group, w, scope):
            return True
    return mask & T_CALLABLE != 0 and (isinstance(w, W_Closure) or ctx.is_callable(w))


@unroll_safe
def _fits_all(type, w, scope):
    """An intersection: every member fits."""
    cls = w.get_class()
    for cell in type.cells:
        if cell.cls is None or not cls.is_subclass_of(cell.cls):
            return False
    if type.mask & T_SELF and (scope is None or not cls.is_subclass_of(scope)):
        return False
    return type.mask & T_PARENT == 0 or (scope is not None and scope.parent is not None and cls.is_subclass_of(scope.parent))


@dont_look_inside
def coerce(ctx, type, w, strict, callee):
    """The value converted as PHP does between scalars, or None when it does not fit (Zend/zend_execute.c, weak mode).

    callee: the Code of the function whose argument it is, None for anything else: deprecations name its first line.
    """
    mask = type.mask
    if isinstance(w, W_Int) and mask & T_FLOAT:
        return W_Float(int_to_float(w.intval))
    if strict or isinstance(w, W_Null) or isinstance(w, W_Array):
        return None
    if isinstance(w, W_Object):
        if mask & T_STRING and convert.has_to_string(w):
            return convert.object_to_w_str(ctx, w)
        return None
    w_number = None
    if mask & (T_INT | T_FLOAT):
        if isinstance(w, W_Str):
            w_number = _number_of_string(ctx, mask, w, callee)
        elif isinstance(w, W_Float):
            w_number = _int_of_float(ctx, w.floatval, callee, '')
        elif isinstance(w, W_Bool):
            n = 1 if w.boolval else 0
            w_number = W_Int(n) if mask & T_INT else W_Float(int_to_float(n))
    if w_number is not None:
        return w_number
    if isinstance(w, W_Resource):
        return None
    if mask & T_STRING:
        return convert.to_w_str(ctx, w)
    if mask & T_BOOL == T_BOOL:
        return new_bool(convert.to_bool(ctx, w))
    return None


def _int_of_float(ctx, x, callee, source):
    """The int for a float, None out of range; deprecated where a fraction is lost. source: the string that the float was, or ''."""
    if isnan(x) or not int_in_float_range(x):
        return None
    n = float_to_int(x)
    if int_to_float(n) != x:
        if source != '':
            message = 'Implicit conversion from float-string "%s" to int loses precision' % source
        else:
            message = 'Implicit conversion from float %s to int loses precision' % numbers.float_repr(x)
        if callee is not None:
            ctx.deprecated_at(message, callee.file, callee.start_line)
        else:
            ctx.deprecated(message)
    return W_Int(n)


def _number_of_string(ctx, mask, w, callee):
    numeric = convert.numeric_of(w)
    if not numeric.is_whole():
        return None
    if numeric.is_int():
        n = convert.to_int(ctx, w)
        return W_Int(n) if mask & T_INT else W_Float(int_to_float(n))
    if mask & T_FLOAT:
        return W_Float(numeric.as_float())
    return _int_of_float(ctx, numeric.as_float(), callee, w.as_str())


def shown(type, scope, called):
    """The type's text with self, parent and static as the classes that they are."""
    if type.mask & (T_SELF | T_PARENT | T_STATIC) == 0 or scope is None:
        return type.text
    names = []
    for name in type.names:
        if name == 'self':
            name = scope.name
        elif name == 'parent' and scope.parent is not None:
            name = scope.parent.name
        elif name == 'static' and called is not None:
            name = called.name
        names.append(name)
    return type_text(names, type.mask, type.is_intersection)


def check_argument(ctx, frame, func, index, param, w, strict):
    """An argument as its parameter's type wants it; TypeError otherwise. Takes over one ownership and gives one."""
    type = param.type
    if fits(ctx, type, w, func.cls, frame.static_cls):
        return w
    w_converted = coerce(ctx, type, w, strict, func.code)
    if w_converted is None:
        raise argument_error(ctx, frame, func, index, param, w)
    disown(w)
    return w_converted


@dont_look_inside
def argument_error(ctx, frame, func, index, param, w):
    name = '' if param.variadic else ' ($%s)' % param.name
    return ctx.error_in(frame, 'TypeError', '%s(): Argument #%d%s must be of type %s, %s given%s' % (
        ctx.function_title(func), index + 1, name, shown(param.type, func.cls, frame.static_cls), type_name(w), ctx.call_place()))


def check_return(ctx, frame, code, w, is_missing):
    """A return value as the declared type wants it. Takes over one ownership and gives one."""
    type = code.return_type
    func = frame.func
    if not is_missing:
        if fits(ctx, type, w, func.cls, ctx.called_class(frame)):
            return w
        w_converted = coerce(ctx, type, w, code.strict_types, None)
        if w_converted is not None:
            disown(w)
            return w_converted
        word = type_name(w)
    else:
        word = 'none'
    raise ctx.error('TypeError', '%s(): Return value must be of type %s, %s returned' % (
        ctx.function_title(func), shown(type, func.cls, ctx.called_class(frame)), word))


def check_property(ctx, info, w):
    """A value for a typed property. Takes over one ownership and gives one."""
    if fits(ctx, info.type, w, info.cls, None):
        return w
    w_converted = coerce(ctx, info.type, w, ctx.strict_types(), None)
    if w_converted is None:
        raise ctx.error('TypeError', 'Cannot assign %s to property %s::$%s of type %s' % (
            type_name(w), info.cls.name, info.name, info.type.text))
    disown(w)
    return w_converted


