"""Enums: their cases, cases(), from() and tryFrom(), and what PHP refuses about them (Zend/zend_enum.c)."""
from __future__ import absolute_import

from hippy.interpreter.errors import E_COMPILE_ERROR, FatalError
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.classes import INIT_ENUM, PUBLIC, PropertyInfo
from hippy.interpreter.objects.convert import type_name
from hippy.interpreter.objects.enums import CASES, FROM, NAME_SLOT, TRY_FROM, VALUE_SLOT, Enum, EnumMethod
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.types import T_INT, T_STRING, Type
from hippy.interpreter.objects.values import W_Int, w_null
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.vm import types

STRING = Type(T_STRING, [], [], ['string'], False)
INT = Type(T_INT, [], [], ['int'], False)
FORBIDDEN = ['__sleep', '__wakeup', '__set_state', '__construct', '__destruct', '__clone', '__get', '__set', '__unset', '__isset',
             '__tostring', '__debuginfo', '__serialize', '__unserialize']


def failure(declaration, message):
    return FatalError(message, E_COMPILE_ERROR, declaration.file, declaration.start_line)


# linking

def prepare(cls, declaration):
    """Gives an enum its properties and methods, before those that it declares."""
    for method in declaration.methods:
        lower = ascii_lower(method.name)
        if lower == 'cases' or declaration.backing != '' and (lower == 'from' or lower == 'tryfrom'):
            raise failure(declaration, 'Cannot redeclare %s::%s()' % (cls.name, method.name))
    cls.enum = Enum(declaration.backing)
    cls.is_final = True
    cls.init_native = INIT_ENUM
    add_property(cls, 'name', STRING, NAME_SLOT)
    add_method(cls, 'cases', CASES)
    if declaration.backing != '':
        add_property(cls, 'value', INT if declaration.backing == 'int' else STRING, VALUE_SLOT)
        add_method(cls, 'from', FROM)
        add_method(cls, 'tryFrom', TRY_FROM)


def add_property(cls, name, type, slot):
    info = PropertyInfo(name, cls, PUBLIC, False, True, type, None, None, slot)
    cls.property_list.append(info)
    cls.properties[name] = info
    cls.defaults = cls.defaults + [None]
    cls.thunks = cls.thunks + [None]


def unused_body(ctx, w_this, args_w):
    raise NotImplementedError


def add_method(cls, name, kind):
    count = 0 if kind == CASES else 1
    method = EnumMethod(cls.name, name, unused_body, count, count, True, False, False, [] if kind == CASES else ['value'])
    method.cls = cls
    method.kind = kind
    lower = ascii_lower(name)
    cls.methods[lower] = method
    cls.method_names.append(lower)


def verify(cls, declaration):
    """What its members and traits must not bring in."""
    if len(cls.property_list) > (1 if declaration.backing == '' else 2) or len(cls.static_names) > 0:
        raise failure(declaration, 'Enum %s cannot include properties' % cls.name)
    for lower in FORBIDDEN:
        func = cls.find_own_method(lower)
        if func is not None:
            raise failure(declaration, 'Enum %s cannot include magic method %s' % (cls.name, func.name))
    if 'serializable' in cls.ancestors:
        raise failure(declaration, 'Enum %s cannot implement the Serializable interface' % cls.name)


def check_interface(declaration, cls, interface):
    """UnitEnum and BackedEnum are for the engine to implement."""
    lower = ascii_lower(interface.name)
    if cls.is_interface or lower != 'unitenum' and lower != 'backedenum':
        return
    if cls.enum is None:
        raise failure(declaration, 'Non-enum class %s cannot implement interface %s' % (cls.name, interface.name))
    if lower == 'backedenum' and cls.enum.backing == '':
        raise failure(declaration, 'Non-backed enum %s cannot implement interface BackedEnum' % cls.name)
    for name in declaration.interfaces:
        if ascii_lower(name) == lower:
            raise failure(declaration, 'Enum %s cannot implement previously implemented interface %s' % (cls.name, interface.name))


# cases

def make_case(ctx, constant):
    """The object of a case; constant: its ClassConstant."""
    cls = constant.cls
    if cls.enum.backing != '':
        build_index(ctx, cls)
    w_case = W_Object(cls.map, ctx.new_object_id())
    w_case.set_slot(NAME_SLOT, new_str(constant.name))
    if cls.enum.backing != '':
        w_case.set_slot(VALUE_SLOT, backing_value(ctx, cls, constant))
    return w_case


def backing_value(ctx, cls, constant):
    w_value = constant.w_backing
    if w_value is None:
        w_value = ctx.run_thunk(constant.code, cls)
        constant.w_backing = w_value
    fits = isinstance(w_value, W_Int) if cls.enum.backing == 'int' else isinstance(w_value, W_Str)
    if not fits:
        raise ctx.error('TypeError', 'Enum case value is incompatible with backing type %s' % cls.enum.backing)
    return w_value


def w_case_of(ctx, constant):
    """Borrowed."""
    if constant.w_value is None:
        constant.w_value = make_case(ctx, constant)
    return constant.w_value


def find_case(cls, name):
    """The ClassConstant of a case, or None."""
    constant = cls.find_constant(name)
    if constant is None or not constant.is_case:
        return None
    return constant


# methods

def call(ctx, method, args_w):
    """Calls cases(), from() or tryFrom(); the result is owned."""
    cls = method.cls
    if method.kind == CASES:
        w_cases = new_array(len(cls.constant_names))
        for name in cls.constant_names:
            constant = cls.constants[name]
            if constant.is_case:
                w_cases.append(w_case_of(ctx, constant))
        return w_cases
    build_index(ctx, cls)
    name, text = lookup(ctx, method, cls, args_w[0])
    if name != '':
        return w_case_of(ctx, cls.constants[name])
    if method.kind == TRY_FROM:
        return w_null
    raise ctx.error('ValueError', '%s is not a valid backing value for enum %s' % (text, cls.name))


def lookup(ctx, method, cls, w):
    """(name of the case or '', the value as messages show it)"""
    enum = cls.enum
    if enum.backing == 'int':
        if not isinstance(w, W_Int):
            w = coerced(ctx, method, INT, w)
        assert isinstance(w, W_Int)
        return enum.ints.get(w.intval, ''), '%d' % w.intval
    if not isinstance(w, W_Str):
        w = coerced(ctx, method, STRING, w)
    assert isinstance(w, W_Str)
    return enum.strs.get(w.as_str(), ''), '"%s"' % w.as_str()


def coerced(ctx, method, type, w):
    w_converted = types.coerce(ctx, type, w, ctx.strict_types(), None)
    if w_converted is None:
        raise ctx.error('TypeError', '%s(): Argument #1 ($value) must be of type %s, %s given' % (
            ctx.function_title(method), 'int' if type is INT else 'string|int', type_name(w)))
    return w_converted


def build_index(ctx, cls):
    """Computes the values of all cases; an Error where two are the same."""
    enum = cls.enum
    if enum.is_indexed or enum.is_busy:
        return
    enum.is_busy = True
    try:
        fill_index(ctx, cls, enum)
        enum.is_indexed = True
    finally:
        enum.is_busy = False


def fill_index(ctx, cls, enum):
    for name in cls.constant_names:
        constant = cls.constants[name]
        if constant.is_case:
            w_value = backing_value(ctx, cls, constant)
            if isinstance(w_value, W_Int):
                known = enum.ints.get(w_value.intval, '')
                enum.ints[w_value.intval] = name
            else:
                assert isinstance(w_value, W_Str)
                known = enum.strs.get(w_value.as_str(), '')
                enum.strs[w_value.as_str()] = name
            if known != '':
                enum.ints.clear()
                enum.strs.clear()
                raise ctx.error('Error', 'Duplicate value in enum %s for cases %s and %s' % (cls.name, known, name))
