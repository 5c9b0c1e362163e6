"""Handlers of properties, static members, class constants, instanceof, clone and closures."""
from __future__ import absolute_import

from hippy.interpreter.compiler.bytecode import WIDTH
from hippy.interpreter.compiler.code import CLASS_PARENT, KIND_CONSTANT
from hippy.interpreter.objects.classes import find_slot, slot_info
from hippy.interpreter.objects.closures import W_Closure
from hippy.interpreter.objects.convert import type_name
from hippy.interpreter.objects.functions import Function
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import disown, new_bool, own, w_null
from hippy.interpreter.rlib.jit import dont_look_inside, promote, unroll_safe, we_are_jitted
from hippy.interpreter.rlib.objectmodel import always_inline
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.vm import objects
from hippy.interpreter.vm.frame import store, take
from hippy.interpreter.vm.operands import read, read_owned, read_quietly


@always_inline
def name_operand(ctx, frame, code, x):
    w = read(ctx, frame, code, x)
    if isinstance(w, W_Str):
        return w.as_str()
    return ctx.to_str(w)


def cached_slot(cache, w_object, name, scope):
    """find_slot with the instruction's one-entry cache, for code outside traces."""
    if we_are_jitted():
        return find_slot(promote(w_object.map), name, promote(scope))
    map = w_object.map
    if cache.map is map:
        return cache.slot
    slot = find_slot(map, name, scope)
    cache.map = map
    cache.slot = slot
    return slot


def op_FETCH_PROP_R(ctx, frame, code, pc):
    ops = code.ops
    w_object = read(ctx, frame, code, ops[pc + 1])
    x = ops[pc + 2]
    if isinstance(w_object, W_Object):
        name = name_operand(ctx, frame, code, x)
        w = None
        if x < 0:
            slot = cached_slot(code.caches[ops[pc + 4]], w_object, name, frame.scope())
            if slot >= 0:
                w = w_object.get_slot(slot)
                if isinstance(w, W_Ref):
                    w = w.value
        if w is None:
            w = objects.fetch_property(ctx, w_object, name, frame.scope())
        own(w)
    else:
        w = not_an_object(ctx, w_object, name_operand(ctx, frame, code, x))
    store(frame, ops[pc + 3], w)
    return pc + WIDTH


@dont_look_inside
def not_an_object(ctx, w, name):
    ctx.warning('Attempt to read property "%s" on %s' % (name, type_name(w)))
    return w_null


def op_FETCH_PROP_IS(ctx, frame, code, pc):
    ops = code.ops
    w_object = read_quietly(frame, code, ops[pc + 1])
    name = name_operand(ctx, frame, code, ops[pc + 2])
    w = None
    if isinstance(w_object, W_Object):
        w = objects.fetch_property_quietly(ctx, w_object, name, frame.scope())
    if w is None:
        w = w_null
    own(w)
    store(frame, ops[pc + 3], w)
    return pc + WIDTH


def op_ASSIGN_PROP(ctx, frame, code, pc):
    ops = code.ops
    w_object = read_quietly(frame, code, ops[pc + 1])
    x = ops[pc + 2]
    name = name_operand(ctx, frame, code, x)
    w_value = read_owned(ctx, frame, code, ops[pc + 3])
    if not isinstance(w_object, W_Object):
        raise ctx.error('Error', 'Attempt to assign property "%s" on %s' % (
            name, type_name(w_object) if w_object is not None else 'null'))
    if x < 0:
        scope = frame.scope()
        slot = cached_slot(code.caches[ops[pc + 4]], w_object, name, scope)
        if slot >= 0:
            w_old = w_object.get_slot(slot)
            map = promote(w_object.map)
            info = slot_info(map, slot)
            if objects.takes_as_it_is(ctx, map, info, scope, w_old, w_value) and not isinstance(w_old, W_Ref):
                w_object.set_slot(slot, w_value)
                disown(w_old)
                return pc + WIDTH
    objects.assign_property(ctx, w_object, name, frame.scope(), w_value, False)
    return pc + WIDTH


def op_ISSET_PROP(ctx, frame, code, pc):
    ops = code.ops
    w_object = read_quietly(frame, code, ops[pc + 1])
    name = name_operand(ctx, frame, code, ops[pc + 2])
    is_empty = ops[pc + 4] == 1
    if isinstance(w_object, W_Object):
        result = objects.property_is_set(ctx, w_object, name, frame.scope(), is_empty)
    else:
        result = is_empty
    store(frame, ops[pc + 3], new_bool(result))
    return pc + WIDTH


def op_FETCH_STATIC_PROP(ctx, frame, code, pc):
    ops = code.ops
    cls = objects.resolve_class(ctx, frame, code, ops[pc + 1])
    name = name_operand(ctx, frame, code, ops[pc + 2])
    if ops[pc + 4] == 1 and objects.is_hidden_static(cls, name, frame.scope()):
        w = w_null
    else:
        w = objects.static_ref(ctx, frame, cls, name).value
    own(w)
    store(frame, ops[pc + 3], w)
    return pc + WIDTH


def op_FETCH_CLASS_CONST(ctx, frame, code, pc):
    cls = objects.resolve_class(ctx, frame, code, code.ops[pc + 1])
    name = name_operand(ctx, frame, code, code.ops[pc + 2])
    constant = objects.find_constant(ctx, cls, name, frame.scope())
    w = constant.w_value
    if w is None:
        if code.kind == KIND_CONSTANT:
            objects.compute_inner_constant(ctx, constant, code.classes[code.ops[pc + 1]].name)
        else:
            objects.compute_constant(ctx, constant)
        w = constant.w_value
    own(w)
    store(frame, code.ops[pc + 3], w)
    return pc + WIDTH


def op_FETCH_CLASS_NAME(ctx, frame, code, pc):
    check_class_word(ctx, frame, code.classes[code.ops[pc + 1]])
    store(frame, code.ops[pc + 2], new_str(objects.resolve_class(ctx, frame, code, code.ops[pc + 1]).name))
    return pc + WIDTH


def check_class_word(ctx, frame, ref):
    """self, parent or static before ::class"""
    scope = frame.scope()
    if scope is None:
        raise ctx.error('Error', 'Cannot use "%s" in the global scope' % ascii_lower(ref.name))
    if ref.kind == CLASS_PARENT and scope.parent is None:
        raise ctx.error('Error', 'Cannot use "parent" when current class scope has no parent')


def op_OBJECT_CLASS_NAME(ctx, frame, code, pc):
    w = read(ctx, frame, code, code.ops[pc + 1])
    if not isinstance(w, W_Object):
        raise ctx.error('TypeError', 'Cannot use "::class" on value of type %s' % type_name(w))
    store(frame, code.ops[pc + 2], new_str(w.cls.name))
    return pc + WIDTH


def op_INSTANCEOF(ctx, frame, code, pc):
    w = read(ctx, frame, code, code.ops[pc + 1])
    result = False
    if isinstance(w, W_Object):
        ref = code.classes[code.ops[pc + 2]]
        if ref.cell is not None:
            cls = ref.cell.cls      # a class that is not loaded has no objects
        else:
            cls = objects.resolve_class(ctx, frame, code, code.ops[pc + 2])
        result = cls is not None and w.cls.is_subclass_of(cls)
    store(frame, code.ops[pc + 3], new_bool(result))
    return pc + WIDTH


def op_INSTANCEOF_DYNAMIC(ctx, frame, code, pc):
    w = read(ctx, frame, code, code.ops[pc + 1])
    w_class = read(ctx, frame, code, code.ops[pc + 2])
    cls = None
    if isinstance(w_class, W_Object):
        cls = w_class.cls
    elif isinstance(w_class, W_Str):
        cls = ctx.find_class(w_class.as_str())
    else:
        raise ctx.error('Error', 'Class name must be a valid object or a string')
    store(frame, code.ops[pc + 3], new_bool(cls is not None and isinstance(w, W_Object) and w.cls.is_subclass_of(cls)))
    return pc + WIDTH


def op_CLONE(ctx, frame, code, pc):
    w = read(ctx, frame, code, code.ops[pc + 1])
    if not isinstance(w, W_Object):
        raise ctx.error('Error', '__clone method called on non-object')
    store(frame, code.ops[pc + 2], objects.clone(ctx, w, frame.scope()))
    return pc + WIDTH


@unroll_safe
def op_MAKE_CLOSURE(ctx, frame, code, pc):
    ops = code.ops
    count = ops[pc + 3]
    first = ops[pc + 2]
    bound = [None] * count
    for i in range(count):
        bound[i] = take(frame, first + i)
    function_code = code.functions[ops[pc + 1]]
    w_this = None if function_code.is_static else frame.w_this
    store(frame, ops[pc + 4], ctx.new_closure(function_code, frame.scope(), bound, w_this, objects.called_class(frame)))
    return pc + WIDTH


def op_FIRST_CLASS_CALLABLE(ctx, frame, code, pc):
    first = code.ops[pc + 1]
    func = take(frame, first)
    w_this = take(frame, first + 1)
    if isinstance(func, W_Closure):
        store(frame, code.ops[pc + 2], func)
        return pc + WIDTH
    assert isinstance(func, Function)
    store(frame, code.ops[pc + 2], ctx.closure_of_function(func, w_this))
    return pc + WIDTH


