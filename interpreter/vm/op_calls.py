"""Handlers of calls: what is called, its arguments, and the call."""
from __future__ import absolute_import

from hippy.interpreter.compiler.bytecode import WIDTH
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.classes import W_Class, is_visible, VISIBILITY_NAMES
from hippy.interpreter.objects.closures import W_Closure
from hippy.interpreter.objects.convert import type_name
from hippy.interpreter.objects.functions import BuiltinFunction, Function, NativeMethod, UserFunction
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.natives import W_Native
from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.values import disown, own
from hippy.interpreter.rlib.jit import dont_look_inside, elidable, promote, unroll_safe
from hippy.interpreter.rlib.objectmodel import always_inline
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.vm import calls, objects
from hippy.interpreter.vm.calls import Callee
from hippy.interpreter.vm.debug import DBG
from hippy.interpreter.vm.frame import put_slot, store, take
from hippy.interpreter.vm.op_objects import name_operand
from hippy.interpreter.vm.op_variables import make_ref, value_of_ref
from hippy.interpreter.vm.operands import read, read_owned


def site_function(ctx, site):
    """The function that a call names; Error when it does not exist."""
    func = site.cell.func
    if func is None and site.fallback is not None:
        func = site.fallback.func
    if func is None:
        raise ctx.error('Error', 'Call to undefined function %s()' % site.name)
    return func


@always_inline
def give(frame, slot, w, keeps_reference):
    """A call's result into its slot, which may be none."""
    if slot < 0:
        disown(w)
    elif isinstance(w, W_Ref):
        give_reference(frame, slot, w, keeps_reference)
    else:
        store(frame, slot, w)


def give_reference(frame, slot, ref, keeps_reference):
    """The result of a function that returns by reference: as a reference where that is wanted, otherwise its value."""
    if keeps_reference:
        put_slot(frame, slot, ref)
    else:
        store(frame, slot, value_of_ref(ref))


@always_inline
def op_CALL(ctx, frame, code, pc):
    ops = code.ops
    site = code.calls[ops[pc + 1]]
    func = site_function(ctx, site)
    if isinstance(func, UserFunction):
        w = calls.call_user_from_slots(ctx, frame, func, None, None, ops[pc + 2], ops[pc + 3])
    else:
        w = call_builtin(ctx, frame, func, ops[pc + 2], ops[pc + 3])
    give(frame, ops[pc + 4], w, site.keeps_reference)
    return pc + WIDTH


def op_CALL_BUILTIN(ctx, frame, code, pc):
    ops = code.ops
    func = site_function(ctx, code.calls[ops[pc + 1]])
    w = call_builtin(ctx, frame, func, ops[pc + 2], ops[pc + 3])
    give(frame, ops[pc + 4], w, False)
    return pc + WIDTH


@unroll_safe
def call_builtin(ctx, frame, func, first, count):
    assert isinstance(func, BuiltinFunction)
    args_w = [None] * count
    for i in range(count):
        slot = first + i
        assert slot >= 0
        args_w[i] = frame.slots[slot]       # they stay there for stack traces
    if DBG.functions:
        DBG.hook.at_native_call(ctx, ctx.function_title(func))
    w_result = func.call(ctx, args_w)
    if DBG.functions:
        DBG.hook.at_native_return(ctx, ctx.function_title(func), w_result)
    for i in range(count):
        take(frame, first + i)
        disown(args_w[i])
    return w_result


def op_CALL_SPECIAL(ctx, frame, code, pc):
    ops = code.ops
    args_w = calls.collect(frame, ops[pc + 2], ops[pc + 3])
    give(frame, ops[pc + 4], ctx.call_special(frame, ops[pc + 1], args_w), False)
    return pc + WIDTH


# arguments whose mode is only known now

def op_FIND_FUNCTION(ctx, frame, code, pc):
    site_function(ctx, code.calls[code.ops[pc + 1]])
    return pc + WIDTH


def op_SEND_EX(ctx, frame, code, pc):
    ops = code.ops
    func = site_function(ctx, code.calls[ops[pc + 1]])
    send(ctx, frame, code, func, ops[pc + 2], ops[pc + 3], ops[pc + 4])
    return pc + WIDTH


def op_SEND_DYNAMIC(ctx, frame, code, pc):
    ops = code.ops
    send(ctx, frame, code, function_in_slot(frame, ops[pc + 1]), ops[pc + 2], ops[pc + 3], ops[pc + 4])
    return pc + WIDTH


def op_SEND_NAMED(ctx, frame, code, pc):
    ops = code.ops
    func = function_in_slot(frame, ops[pc + 1])
    index = calls.named_position(func, code.names[ops[pc + 3]])
    send(ctx, frame, code, func if index >= 0 else None, ops[pc + 2], index, ops[pc + 4])
    return pc + WIDTH


def op_JMP_NAMED_SEND_VALUE(ctx, frame, code, pc):
    func = function_in_slot(frame, code.ops[pc + 1])
    index = calls.named_position(func, code.names[code.ops[pc + 2]])
    if func is not None and index >= 0 and func.by_reference(index):
        return pc + WIDTH
    return code.ops[pc + 3]


def function_in_slot(frame, slot):
    assert slot >= 0
    w = frame.slots[slot]
    if isinstance(w, W_Closure):
        return w.func
    if isinstance(w, Function):
        return w
    return None         # a class without constructor


@always_inline
def send(ctx, frame, code, func, variable, index, slot):
    if func is not None and func.by_reference(index):
        ref = make_ref(ctx, frame, code, variable)
        own(ref)
        put_slot(frame, slot, ref)
    else:
        w = read(ctx, frame, code, variable)
        own(w)
        store(frame, slot, w)


def op_JMP_SEND_VALUE(ctx, frame, code, pc):
    func = site_function(ctx, code.calls[code.ops[pc + 1]])
    if func.by_reference(code.ops[pc + 2]):
        return pc + WIDTH
    return code.ops[pc + 3]


def op_JMP_SLOT_SEND_VALUE(ctx, frame, code, pc):
    func = function_in_slot(frame, code.ops[pc + 1])
    if func is not None and func.by_reference(code.ops[pc + 2]):
        return pc + WIDTH
    return code.ops[pc + 3]


def op_ONLY_VARIABLES(ctx, frame, code, pc):
    x = code.ops[pc + 1]
    w = take(frame, x) if x >= code.var_count else read_owned(ctx, frame, code, x)
    if not isinstance(w, W_Ref):
        ctx.notice('Only variables should be passed by reference')
        w = W_Ref(w)
    put_slot(frame, code.ops[pc + 2], w)
    return pc + WIDTH


def op_NOT_REFERENCEABLE(ctx, frame, code, pc):
    ops = code.ops
    func = site_function(ctx, code.calls[ops[pc + 4]])
    if isinstance(func, BuiltinFunction) and func.prefers_reference(ops[pc + 3]):
        store(frame, ops[pc + 2], read_owned(ctx, frame, code, ops[pc + 1]))
        return pc + WIDTH
    raise ctx.error('Error', '%s(): Argument #%d%s cannot be passed by reference' % (
        ctx.function_title(func), ops[pc + 3] + 1, parameter_note(func, ops[pc + 3])))


def parameter_note(func, index):
    names, _ = calls.param_names(func)
    if index < len(names):
        return ' ($%s)' % names[index]
    return ''


# callees in slots

def op_INIT_FUNCTION(ctx, frame, code, pc):
    put_callee(frame, code.ops[pc + 2], site_function(ctx, code.calls[code.ops[pc + 1]]), None)
    return pc + WIDTH


@always_inline
def put_callee(frame, slot, callee, w_on):
    """callee: a Function or W_Closure; w_on: $this, or the W_Class of a static call, or None."""
    assert slot >= 0
    frame.slots[slot] = callee
    frame.slots[slot + 1] = w_on


def op_INIT_DYNAMIC(ctx, frame, code, pc):
    w = read(ctx, frame, code, code.ops[pc + 1])
    slot = code.ops[pc + 2]
    if isinstance(w, W_Closure):
        put_callee(frame, slot, w, None)
    else:
        callee = ctx.resolve_callable(w, frame.scope(), True)
        put_resolved(frame, slot, callee)
    return pc + WIDTH


def put_resolved(frame, slot, callee):
    if callee.closure is not None:
        put_callee(frame, slot, callee.closure, None)
    elif callee.w_this is not None:
        put_callee(frame, slot, callee.func, callee.w_this)
    else:
        put_callee(frame, slot, callee.func, callee.static_cls)


def op_INIT_METHOD(ctx, frame, code, pc):
    ops = code.ops
    w_object = read(ctx, frame, code, ops[pc + 1])
    name = name_operand(ctx, frame, code, ops[pc + 2])
    if not isinstance(w_object, W_Object):
        raise ctx.error('Error', 'Call to a member function %s() on %s' % (name, type_name(w_object)))
    func = find_method(promote(w_object.map), name, frame.scope())
    if func is None:
        init_missing_method(ctx, frame, ops[pc + 3], w_object, name)
    else:
        put_callee(frame, ops[pc + 3], func, w_object)
    return pc + WIDTH


def find_method(map, name, scope):
    """The method that code of `scope` calls on objects of this map, or None when it may not or there is none."""
    from_scope = scope is not None and scope is not map.cls
    func = map.cls.find_method(lowered(name))
    if func is None:
        return None
    if from_scope:
        private = private_of_scope(map.cls, scope, name)
        if private is not None:
            return private
    if isinstance(func, UserFunction) and func.visibility != 0:
        if not is_visible(func.visibility, func.cls, scope):
            return None
    elif isinstance(func, NativeMethod) and func.visibility != 0:
        if scope is None or ascii_lower(func.cls_name) not in scope.ancestors:
            return None
    return func


def private_of_scope(cls, scope, name):
    """A private method of the calling class goes before one of the same name in a subclass."""
    func = scope.find_method(lowered(name))
    if isinstance(func, UserFunction) and func.visibility == 2 and func.cls is scope and cls.is_subclass_of(scope):
        return func
    return None


@elidable
def lowered(name):
    return ascii_lower(name)


@dont_look_inside
def missing_method(ctx, w_object, name, scope):
    """Error for a method that is not there or not accessible."""
    cls = w_object.cls
    func = cls.find_method(ascii_lower(name))
    if func is None:
        return ctx.error('Error', 'Call to undefined method %s::%s()' % (cls.name, name))
    if isinstance(func, NativeMethod):
        return ctx.error('Error', 'Call to %s method %s::%s() from %s' % (
            VISIBILITY_NAMES[func.visibility], w_object.cls.name, func.name, objects.scope_text(scope)))
    assert isinstance(func, UserFunction)
    where = 'global scope' if scope is None else 'scope ' + scope.name
    return ctx.error('Error', 'Call to %s method %s::%s() from %s' % (
        VISIBILITY_NAMES[func.visibility], func.cls.name, func.name, where))


def init_missing_method(ctx, frame, slot, w_object, name):
    if isinstance(w_object, W_Closure) and ascii_lower(name) == '__invoke':
        put_callee(frame, slot, w_object, None)
        return
    method = w_object.cls.method_call
    if method is None:
        if isinstance(w_object, W_Native):
            w_receiver = w_object.method_receiver(ctx)
            func = find_method(w_receiver.map, name, frame.scope()) if w_receiver is not None else None
            if func is not None:
                put_callee(frame, slot, func, w_receiver)
                return
            if w_receiver is not None:
                raise missing_method(ctx, w_receiver, name, frame.scope())
        raise missing_method(ctx, w_object, name, frame.scope())
    put_callee(frame, slot, ctx.magic_call(method, w_object, None, name), None)


def op_INIT_STATIC(ctx, frame, code, pc):
    ops = code.ops
    cls = objects.resolve_class(ctx, frame, code, ops[pc + 1])
    name = name_operand(ctx, frame, code, ops[pc + 2])
    forwards = code.classes[ops[pc + 1]].kind in (1, 2, 3)      # self, parent, static keep the called class
    if ops[pc + 2] < 0:
        func = accessible_method(cls, name, frame.scope())
        if func is not None:
            if func.is_static:
                put_callee(frame, ops[pc + 3], func, forwarded_class(frame, cls) if forwards else cls)
                return pc + WIDTH
            w_this = frame.w_this
            if w_this is not None and w_this.cls.is_subclass_of(cls):
                put_callee(frame, ops[pc + 3], func, w_this)
                return pc + WIDTH
    put_resolved(frame, ops[pc + 3], ctx.resolve_static(cls, name, frame, forwards))
    return pc + WIDTH


@elidable
def accessible_method(cls, name, scope):
    """The method of PHP code that code of class `scope` (or None) calls as cls::name(); None leaves it to callables.resolve_static."""
    func = cls.find_method(ascii_lower(name))
    if isinstance(func, UserFunction) and is_visible(func.visibility, func.cls, scope) and not cls.is_trait:
        return func
    return None


def forwarded_class(frame, cls):
    """The called class of a static method of `cls` that is called by self, parent or static."""
    w_this = frame.w_this
    if w_this is not None:
        called = w_this.cls
    else:
        called = frame.static_cls
        if called is None or called is cls:
            return cls
        called = promote(called)
    if called.is_subclass_of(cls):
        return called
    return cls


def op_INIT_NEW(ctx, frame, code, pc):
    ops = code.ops
    cls = objects.resolve_class(ctx, frame, code, ops[pc + 1])
    cls = promote(cls)
    w_object = objects.instantiate(ctx, cls)
    constructor = cls.constructor
    if isinstance(constructor, UserFunction) and constructor.visibility != 0:
        if not is_visible(constructor.visibility, constructor.cls, frame.scope()):
            raise private_constructor(ctx, cls, constructor, frame.scope())
    store(frame, ops[pc + 2], w_object)
    put_callee(frame, ops[pc + 3], constructor, w_object)
    return pc + WIDTH


@dont_look_inside
def private_constructor(ctx, cls, constructor, scope):
    where = 'global scope' if scope is None else 'scope ' + scope.name
    return ctx.error('Error', 'Call to %s %s::__construct() from %s' % (VISIBILITY_NAMES[constructor.visibility], cls.name, where))


def op_CALL_SLOT(ctx, frame, code, pc):
    ops = code.ops
    first = ops[pc + 1]
    count = ops[pc + 2]
    callee = take(frame, first)
    w_on = take(frame, first + 1)
    site = code.calls[ops[pc + 4]]
    if site.has_names:
        w = call_named(ctx, frame, first, callee, w_on, site, calls.collect(frame, first + 2, count))
    elif isinstance(callee, UserFunction):
        func = promote(callee)
        w = calls.call_user_from_slots(ctx, frame, func, this_of(w_on), class_of(w_on), first + 2, count)
    elif isinstance(callee, W_Closure):
        if isinstance(callee.func, UserFunction):
            w = calls.call_closure_from_slots(ctx, frame, callee, first + 2, count)
        else:
            w = call_native_from_block(ctx, frame, callee.func, callee.w_this, first, count)
    elif isinstance(callee, Function):
        w = call_native_from_block(ctx, frame, callee, this_of(w_on), first, count)
    else:
        drop_arguments(frame, first + 2, count)
        return pc + WIDTH
    give(frame, ops[pc + 3], w, site.keeps_reference)
    return pc + WIDTH


@unroll_safe
def call_native_from_block(ctx, frame, func, w_this, first, count):
    """Callee and arguments stay in their slots during the call, for stack traces."""
    args_w = [None] * count
    for i in range(count):
        slot = first + 2 + i
        assert slot >= 0
        w = frame.slots[slot]
        own(w)
        args_w[i] = w
    put_callee(frame, first, func, w_this)
    w_result = calls.call_native(ctx, func, w_this, args_w)
    drop_arguments(frame, first, count + 2)
    return w_result


@unroll_safe
def drop_arguments(frame, first, count):
    """`new` of a class without constructor."""
    for i in range(count):
        disown(take(frame, first + i))


@always_inline
def this_of(w_on):
    if isinstance(w_on, W_Object):
        return w_on
    return None


@always_inline
def class_of(w_on):
    if isinstance(w_on, W_Class):
        return w_on
    return None


def callee_of(callee, w_on):
    if isinstance(callee, W_Closure):
        return calls.callee_of_closure(callee)
    assert isinstance(callee, Function)
    return Callee(callee, this_of(w_on), class_of(w_on), None)


@unroll_safe
def first_name(site):
    for name in site.arg_names:
        if name != '':
            return name
    return ''


@unroll_safe
def call_named(ctx, frame, first, callee, w_on, site, args_w):
    if callee is None:
        raise ctx.error('Error', 'Unknown named parameter $%s' % first_name(site))      # of a class without constructor
    full = callee_of(callee, w_on)
    positional = []
    names = []
    values = []
    for i in range(len(args_w)):
        if site.arg_names[i] == '':
            positional.append(args_w[i])
        else:
            names.append(site.arg_names[i])
            values.append(args_w[i])
    args_w = calls.place_named(ctx, full.func, positional, names, values)
    if isinstance(full.func, UserFunction):
        return calls.call_with_list(ctx, full, args_w, frame.code.strict_types)
    put_callee(frame, first, full.func, full.w_this)        # for stack traces
    for i in range(min(len(args_w), len(site.arg_names))):
        w = args_w[i]
        own(w)
        put_slot(frame, first + 2 + i, w)
    w_result = calls.call_with_list(ctx, full, args_w, frame.code.strict_types)
    drop_arguments(frame, first, len(site.arg_names) + 2)
    return w_result


def op_SPREAD_CALL(ctx, frame, code, pc):
    ops = code.ops
    first = ops[pc + 1]
    w_array = take(frame, ops[pc + 2])
    assert isinstance(w_array, W_Array)
    callee = take(frame, first)
    w_on = take(frame, first + 1)
    if callee is None:
        return pc + WIDTH
    full = callee_of(callee, w_on)
    args_w = calls.arguments_of_array(ctx, full.func, w_array, ' during unpacking')
    if isinstance(full.func, UserFunction):
        disown(w_array)
        w = calls.call_with_list(ctx, full, args_w, frame.code.strict_types)
    else:
        w = call_native_with_array(ctx, frame, full, first, ops[pc + 2], w_array, args_w)
    give(frame, ops[pc + 3], w, ops[pc + 4] == 1)
    return pc + WIDTH


def call_native_with_array(ctx, frame, callee, first, slot, w_array, args_w):
    """Callee and arguments stay in their slots during the call, for stack traces."""
    put_callee(frame, first, callee.func, callee.w_this)
    put_slot(frame, slot, w_array)
    w_result = calls.call_with_list(ctx, callee, args_w, frame.code.strict_types)
    drop_arguments(frame, first, 2)
    disown(take(frame, slot))
    return w_result


