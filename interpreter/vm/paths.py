"""PATH: writes below nested dimensions and properties, $$names, statics and $GLOBALS; whatever a plain ASSIGN_DIM does not cover.

A path is walked from its base: each step gives a Holder for the next container, separating arrays and creating missing ones on the way.
"""
from __future__ import absolute_import

from hippy.interpreter.compiler.code import (
    ACT_ASSIGN, ACT_ASSIGN_OP, ACT_BIND_REF, ACT_MAKE_REF, ACT_POST_DEC, ACT_POST_INC, ACT_PRE_DEC, ACT_PRE_INC, ACT_UNSET, BASE_GLOBALS,
    BASE_NAMED, BASE_STATIC_PROP, BASE_VALUE, BASE_VARIABLE, STEP_DIM, STEP_PROP)
from hippy.interpreter.objects import arithmetic
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.convert import type_name
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.values import W_Float, W_Int, disown, own, w_null
from hippy.interpreter.rlib.jit import unroll_safe
from hippy.interpreter.vm import array_paths, dimensions, objects, typed_references, types
from hippy.interpreter.vm.dimensions import ElementHolder, FrameHolder, RefHolder, ValueHolder, VariableHolder, inner_holder
from hippy.interpreter.vm.iterators import start_walk
from hippy.interpreter.vm.op_objects import name_operand
from hippy.interpreter.vm.op_operators import binary
from hippy.interpreter.vm.operands import raw, read, read_owned, read_quietly, undefined_variable


def spread_into(ctx, w_array, w_source, what):
    """[...$source]: int keys are renumbered, string keys kept. what: 'array' or 'argument', for messages."""
    if not isinstance(w_source, W_Array) and not (isinstance(w_source, W_Object) and w_source.cls.is_subclass_of(
            ctx.find_class('traversable'))):
        raise ctx.error('Error', 'Only arrays and Traversables can be unpacked')
    own(w_source)
    walk = start_walk(ctx, None, w_source)
    w = walk.next_value(ctx)
    while w is not None:
        w_key = walk.key(ctx)
        if isinstance(w_key, W_Str) and not w_key.is_int_key():
            w_array.put_key(w_key, w)
        elif isinstance(w_key, W_Int) or isinstance(w_key, W_Str):
            if not w_array.append(w):
                raise ctx.error('Error', 'Cannot add element to the array as the next element is already occupied')
        else:
            raise ctx.error('Error', 'Keys must be of type int|string during %s unpacking' % what)
        w = walk.next_value(ctx)
    walk.close()


# A variable is reached through a reference cell of its own for the time of a slow write, so that no frame slot is handed around.

def assign_slow(ctx, frame, code, slot, w_index, w_value):
    """$v[index] = value where the variable holds no array or the index is unusual."""
    assert slot >= 0
    w = frame.slots[slot]
    if isinstance(w, W_Ref):
        own(w)
        try:
            return dimensions.assign(ctx, RefHolder(w), w_index, w_value)
        finally:
            disown(w)
    ref = W_Ref(w if w is not None else w_null)
    frame.slots[slot] = ref
    own(ref)
    try:
        return dimensions.assign(ctx, VariableHolder(ref), w_index, w_value)
    finally:
        _unwrap(frame, slot, ref, w)


def perform(ctx, frame, code, path, value_operand):
    """Does what the path says; gives the expression's value, owned, or None."""
    base = path.base
    if (base == BASE_VARIABLE or base == BASE_VALUE) and _base_must_be_object(path):
        w = read_quietly(frame, code, path.base_operand)
        if isinstance(w, W_Object):
            w_result = array_paths.perform_on_object(ctx, frame, code, path, value_operand, w)
            if w_result is not None:
                return w_result
            return _walk(ctx, frame, code, path, ValueHolder(w), 0, value_operand)
    if base == BASE_VARIABLE:
        return _perform_on_variable(ctx, frame, code, path, value_operand)
    if base == BASE_STATIC_PROP:
        cls = objects.resolve_class(ctx, frame, code, path.base_class)
        name = name_operand(ctx, frame, code, path.base_operand)
        if path.action == ACT_BIND_REF and len(path.kinds) == 0:
            ref = read_ref(frame, value_operand)
            objects.bind_static(ctx, frame, cls, name, ref)
            own(ref.value)
            return ref.value
        return _perform_on_static(ctx, frame, code, path, objects.accessible_static(ctx, frame, cls, name), value_operand)
    if base == BASE_VALUE:
        return _walk(ctx, frame, code, path, ValueHolder(read(ctx, frame, code, path.base_operand)), 0, value_operand)
    if base == BASE_NAMED:
        holder = FrameHolder(ctx, frame, ctx.to_str(read(ctx, frame, code, path.base_operand)))
        return _walk(ctx, frame, code, path, holder, 0, value_operand)
    assert base == BASE_GLOBALS
    if len(path.kinds) == 0 or path.kinds[0] != STEP_DIM:
        raise ctx.error('Error', '$GLOBALS can only be modified using the $GLOBALS[$name] = $value syntax')
    name = ctx.to_str(read(ctx, frame, code, path.operands[0]))
    return _walk(ctx, frame, code, path, FrameHolder(ctx, None, name), 1, value_operand)


def _perform_on_static(ctx, frame, code, path, static, value_operand):
    info = static.info
    if info.type is None:
        pass
    elif len(path.kinds) == 0:
        if static.ref is None and path.action == ACT_ASSIGN and objects.begins_uninitialized(info):
            w_value = types.check_property(ctx, info, read_owned(ctx, frame, code, value_operand))
            objects.set_static(ctx, static, w_value)
            own(w_value)
            return w_value
        if path.action != ACT_MAKE_REF:
            return _finish_base(ctx, frame, code, path, dimensions.StaticHolder(objects.ref_of_static(ctx, static), info), value_operand)
    elif static.ref is None and objects.begins_uninitialized(info) and path.kinds[0] != STEP_PROP and not is_update(path.action):
        ref = objects.unborn_static(ctx, info)
        w_result = _walk(ctx, frame, code, path, dimensions.StaticHolder(ref, info), 0, value_operand)
        if static.ref is None and ref.value is not w_null:
            static.ref = ref
        return w_result
    return _perform_on_reference(ctx, frame, code, path, objects.ref_of_static(ctx, static, path.action == ACT_MAKE_REF),
                                 value_operand)


def _perform_on_variable(ctx, frame, code, path, value_operand):
    slot = path.base_operand
    assert slot >= 0
    w = frame.slots[slot]
    if isinstance(w, W_Array):
        w_unique = w.separate()
        if w_unique is not w:
            frame.slots[slot] = w_unique
        w_result = array_paths.perform(ctx, frame, code, path, value_operand, w_unique, 0)
        if w_result is not None:
            return w_result
        w = frame.slots[slot]
    if isinstance(w, W_Ref):
        return _perform_on_reference(ctx, frame, code, path, w, value_operand)
    if w is None and reads_first(path):
        undefined_variable(ctx, code, slot)
        if path.action == ACT_UNSET and path.operands[0] == slot:
            undefined_variable(ctx, code, slot)
        w = frame.slots[slot]       # an error handler may have set it
    ref = W_Ref(w if w is not None else w_null)
    frame.slots[slot] = ref
    own(ref)
    try:
        return _walk(ctx, frame, code, path, VariableHolder(ref), 0, value_operand)
    finally:
        _unwrap(frame, slot, ref, w)


def _perform_on_reference(ctx, frame, code, path, ref, value_operand):
    """From a variable that is a reference. The array assigned may be the one behind it, by another reference: owned before the
    walk, it stays what it is."""
    if path.action == ACT_ASSIGN:
        w_value = read_quietly(frame, code, value_operand)
        if isinstance(w_value, W_Array):
            own(w_value)
            try:
                return _walk_reference(ctx, frame, code, path, ref, value_operand)
            finally:
                disown(w_value)
    return _walk_reference(ctx, frame, code, path, ref, value_operand)


def _walk_reference(ctx, frame, code, path, ref, value_operand):
    if len(path.kinds) > 0:
        w_array = array_paths.array_in_reference(ref)
        if w_array is not None:
            w_result = array_paths.perform(ctx, frame, code, path, value_operand, w_array, 0)
            if w_result is not None:
                return w_result
    own(ref)
    try:
        return _walk(ctx, frame, code, path, RefHolder(ref), 0, value_operand)
    finally:
        disown(ref)


def _base_must_be_object(path):
    return len(path.kinds) > 0 and path.kinds[0] == STEP_PROP


def reads_first(path):
    """True when an unset variable at the base is worth a warning."""
    if path.kinds[0] == STEP_PROP:
        return is_update(path.action) or path.action == ACT_ASSIGN and len(path.kinds) == 1
    return is_update(path.action) or path.action == ACT_UNSET


def is_update(action):
    """True for what reads the old value: op=, ++, --."""
    return ACT_ASSIGN_OP <= action <= ACT_POST_DEC


def _unwrap(frame, slot, ref, w_before):
    """Takes the value out of the reference that a path lent to a variable, if nobody else took hold of it."""
    assert slot >= 0
    if ref.rc == 2 and frame.slots[slot] is ref:
        ref.rc = 0
        if w_before is None and ref.value is w_null:
            frame.slots[slot] = None
        else:
            frame.slots[slot] = ref.value
    else:
        disown(ref)


@unroll_safe
def _walk(ctx, frame, code, path, holder, start, value_operand):
    count = len(path.kinds)
    if start == count:
        return _finish_base(ctx, frame, code, path, holder, value_operand)
    for i in range(start, count - 1):
        holder = _step(ctx, frame, code, path, i, holder)
        if holder is None:
            return _nothing(path)
    kind = path.kinds[count - 1]
    operand = path.operands[count - 1]
    if kind == STEP_PROP:
        return _finish_prop(ctx, frame, code, path, holder, ctx.to_str(read(ctx, frame, code, operand)), value_operand)
    w_index = None
    if kind == STEP_DIM:
        w_index = _read_index(ctx, frame, code, path, holder, operand, path.action != ACT_ASSIGN_OP)
    return _finish_dim(ctx, frame, code, path, holder, w_index, value_operand)


def _nothing(path):
    """The result of a path that ends early."""
    if path.action == ACT_MAKE_REF:
        return W_Ref(w_null)
    return w_null


def _step(ctx, frame, code, path, number, holder):
    """The Holder of the container one step further; None when there is nothing to unset there."""
    kind = path.kinds[number]
    operand = path.operands[number]
    quiet = path.action == ACT_UNSET
    holder = inner_holder(holder)
    w = holder.get()
    if kind == STEP_PROP:
        return _step_prop(ctx, frame, path.action, holder, ctx.to_str(read(ctx, frame, code, operand)))
    w_index = None
    if kind == STEP_DIM:
        w_index = _read_index(ctx, frame, code, path, holder, operand, True)
        w = holder.get()
    if isinstance(w, W_Object):
        w_element = dimensions.offset_for_write(ctx, w, w_index)
        if isinstance(w_element, W_Ref):
            return RefHolder(dimensions.borrowed(w_element))
        return ValueHolder(w_element)
    if quiet and not isinstance(w, W_Array):
        return None
    if isinstance(w, W_Str):
        dimensions.check_string_offset(ctx, w_index)
        raise ctx.error('Error', 'Cannot use string offset as an %s' % ('object' if path.kinds[number + 1] == STEP_PROP else 'array'))
    return _element_holder(ctx, path.action, holder, w_index)


def _element_holder(ctx, action, holder, w_index):
    """The Holder of an element of what the holder has, which is an array or becomes one; None when there is nothing to unset or, after
    a warning, nothing to write to any more."""
    w_array = dimensions.array_for_fetch(ctx, holder)
    if w_array is None:
        raise ctx.error('Error', 'Cannot use a scalar value as an array')
    if w_index is None:
        w_key = W_Int(w_array.append_index())
        if not w_array.append(w_null):
            raise ctx.error('Error', 'Cannot add element to the array as the next element is already occupied')
        return ElementHolder(w_array, w_key)
    w_key = dimensions.key_for_write(ctx, w_array, w_index)
    if w_key is None:
        return None
    if w_array.get_key(w_key) is None:
        if action == ACT_UNSET:
            return None
        if is_update(action) and not dimensions.warn_undefined_key(ctx, w_array, w_key):
            return None
    return ElementHolder(w_array, w_key)


def _read_index(ctx, frame, code, path, holder, operand, refuses_scalars):
    """An index, borrowed. A variable that is its own index is an array by then."""
    is_own_base = path.base == BASE_VARIABLE and operand == path.base_operand
    if path.action != ACT_UNSET and (is_own_base or raw(frame, code, operand) is None):
        _prepare_container(ctx, holder, refuses_scalars)
    return read(ctx, frame, code, operand)


def _prepare_container(ctx, holder, refuses_scalars):
    """What PHP does before it warns of an unset variable that is the index: null becomes an array, false tells so, and a scalar is
    refused."""
    holder = inner_holder(holder)
    w_array = dimensions.array_for_write(ctx, holder)
    w = holder.get()
    if refuses_scalars and w_array is None and not isinstance(w, W_Str) and not isinstance(w, W_Object):
        raise ctx.error('Error', 'Cannot use a scalar value as an array')


def read_unset_index(ctx, frame, code, slot, x):
    """The index in `$v[$unset] = value`, after the variable was made what it will be; borrowed."""
    assert slot >= 0
    w = frame.slots[slot]
    if isinstance(w, W_Ref):
        _prepare_container(ctx, RefHolder(w), True)
    elif not isinstance(w, W_Array):
        holder = ValueHolder(w)
        _prepare_container(ctx, holder, True)
        frame.slots[slot] = holder.get()
    return read(ctx, frame, code, x)


def _step_prop(ctx, frame, action, holder, name):
    w = holder.get()
    if not isinstance(w, W_Object):
        if action == ACT_UNSET:
            return None
        if w is None or w is w_null:
            raise ctx.error('Error', 'Attempt to modify property "%s" on null' % name)
        raise ctx.error('Error', 'Attempt to modify property "%s" on %s' % (name, type_name(w)))
    if action == ACT_UNSET and objects.is_readonly_without_value(w, name, frame.scope()):
        return None
    return objects.property_holder(ctx, w, name, frame.scope(), is_update(action))


# the last step

def _finish_base(ctx, frame, code, path, holder, value_operand):
    """A path without steps: $$name, A::$b."""
    action = path.action
    if action == ACT_BIND_REF:
        ref = read_ref(frame, value_operand)
        assert isinstance(holder, FrameHolder) or isinstance(holder, RefHolder)
        w_old = holder.get()
        holder.put(ref)
        disown(w_old)
        return None
    if action == ACT_UNSET:
        w_old = holder.get()
        holder.put(None)
        disown(w_old)
        return None
    if action == ACT_MAKE_REF:
        if isinstance(holder, RefHolder):
            own(holder.ref)
            return holder.ref
        return make_ref_in(holder)
    holder = inner_holder(holder)
    return _update(ctx, frame, code, path, holder, value_operand)


def make_ref_in(holder):
    """The W_Ref in a holder, made one if it is not; owned."""
    w = holder.get()
    if isinstance(w, W_Ref):
        own(w)
        return w
    ref = W_Ref(w if w is not None else w_null)
    holder.put(ref)
    own(ref)
    return ref


def read_ref(frame, slot):
    """Moves a reference out of a temporary."""
    assert slot >= 0
    w = frame.slots[slot]
    frame.slots[slot] = None
    if isinstance(w, W_Ref):
        return w
    return W_Ref(w)


def _update(ctx, frame, code, path, holder, value_operand):
    """Assignment and its kin to a holder that holds no reference; the result is owned."""
    action = path.action
    if action == ACT_ASSIGN:
        w_old = None
        w_new = read_owned(ctx, frame, code, value_operand)
    else:
        w_value = operator_value(ctx, frame, code, path, value_operand)
        w_old = holder.get()
        own(w_old)          # the operator's warnings may take it from the holder
        w_new = updated(ctx, path, w_old, w_value)
        if action != ACT_ASSIGN_OP and isinstance(w_new, W_Float):
            holder.check_step(ctx, w_old, w_new, action == ACT_PRE_INC or action == ACT_POST_INC)
    w_new = holder.checked(ctx, w_new)
    w_replaced = holder.get()
    holder.put(w_new)
    if action == ACT_POST_INC or action == ACT_POST_DEC:
        disown(w_replaced)
        return w_old
    own(w_new)
    disown(w_replaced)
    disown(w_old)
    return w_new


def operator_value(ctx, frame, code, path, value_operand):
    """The right side of `op=`, read before the left one."""
    if path.action == ACT_ASSIGN_OP:
        return read(ctx, frame, code, value_operand)
    return w_null


def updated(ctx, path, w_old, w_value):
    """The new value for `op=`, ++ and --; owned."""
    if w_old is None:
        w_old = w_null
    action = path.action
    if action == ACT_PRE_INC or action == ACT_POST_INC:
        return arithmetic.increment(ctx, w_old)
    if action == ACT_PRE_DEC or action == ACT_POST_DEC:
        return arithmetic.decrement(ctx, w_old)
    assert action == ACT_ASSIGN_OP
    return binary(ctx, path.operator, w_old, w_value)


def _finish_dim(ctx, frame, code, path, holder, w_index, value_operand):
    action = path.action
    if action == ACT_ASSIGN:
        w_value = read_owned(ctx, frame, code, value_operand)
        w_value = dimensions.assign(ctx, holder, w_index, w_value)
        own(w_value)
        return w_value
    if action == ACT_UNSET:
        if w_index is None:
            raise ctx.error('Error', 'Cannot use [] for unsetting')
        dimensions.unset(ctx, holder, w_index)
        return None
    holder = inner_holder(holder)
    w_container = holder.get()
    if isinstance(w_container, W_Object):
        return _update_offset(ctx, frame, code, path, w_container, w_index, value_operand)
    if isinstance(w_container, W_Str):
        dimensions.check_string_offset(ctx, w_index)
        return _string_error(ctx, path)
    if action == ACT_MAKE_REF or action == ACT_BIND_REF:
        w_array = dimensions.array_for_fetch(ctx, holder)
    else:
        w_array = dimensions.array_for_write(ctx, holder)
    if w_array is None:
        raise ctx.error('Error', 'Cannot use a scalar value as an array')
    w_key = None
    if w_index is not None:
        w_key = dimensions.key_for_write(ctx, w_array, w_index)
        if w_key is None:
            return _nothing(path)
    if action == ACT_MAKE_REF or action == ACT_BIND_REF:
        return _reference_element(ctx, frame, path, w_array, w_key, value_operand)
    return _update_element(ctx, frame, code, path, holder, w_array, w_key, value_operand)


def _update_element(ctx, frame, code, path, holder, w_array, w_key, value_operand):
    """`op=`, ++ and -- of an element; w_key None for []. The operator may run user code, so the array is fetched anew after it."""
    if w_key is not None and w_array.get_key(w_key) is None:
        if not dimensions.warn_undefined_key(ctx, w_array, w_key):
            return w_null
        w_array.put_key(w_key, w_null)      # stays when the operator throws
    w_value = operator_value(ctx, frame, code, path, value_operand)
    w_old = w_null
    w_now = holder.get()
    if w_key is not None and isinstance(w_now, W_Array):
        w_old = deref(w_now.get_key(w_key))
    own(w_old)
    w_new = updated(ctx, path, w_old, w_value)
    if w_key is not None and path.action != ACT_ASSIGN_OP and isinstance(w_new, W_Float):
        w_raw = w_now.get_key(w_key) if isinstance(w_now, W_Array) else None
        if isinstance(w_raw, W_Ref):
            typed_references.check_step(ctx, w_raw, w_old, w_new, path.action == ACT_PRE_INC or path.action == ACT_POST_INC)
    w_array = dimensions.array_for_write(ctx, holder)
    if w_array is None:
        return w_new        # an error handler made something else of the variable
    if path.action == ACT_POST_INC or path.action == ACT_POST_DEC:
        w_result = w_old if w_old is not None else w_null
    else:
        w_result = w_new
        disown(w_old)
        own(w_new)
    dimensions.assign_element(ctx, w_array, w_key, w_new)
    return w_result


def _string_error(ctx, path):
    if path.action == ACT_MAKE_REF or path.action == ACT_BIND_REF:
        raise ctx.error('Error', 'Cannot create references to/from string offsets')
    if path.action == ACT_ASSIGN_OP:
        raise ctx.error('Error', 'Cannot use assign-op operators with string offsets')
    raise ctx.error('Error', 'Cannot increment/decrement string offsets')


def _reference_element(ctx, frame, path, w_array, w_key, value_operand):
    if path.action == ACT_BIND_REF:
        ref = read_ref(frame, value_operand)
        if w_key is None:
            w_array.append(ref)
        else:
            w_array.put_key(w_key, ref)
        own(ref.value)
        return ref.value
    if w_key is None:
        ref = w_array.append_ref()
        if ref is None:
            raise ctx.error('Error', 'Cannot add element to the array as the next element is already occupied')
    else:
        ref = w_array.ref_key(w_key)
    own(ref)
    return ref


def _update_offset(ctx, frame, code, path, w_object, w_index, value_operand):
    """`op=` and ++ on an ArrayAccess object."""
    if path.action != ACT_ASSIGN_OP:
        return _through_offset(ctx, frame, code, path, dimensions.offset_for_write(ctx, w_object, w_index), value_operand)
    if w_index is None:
        w_index = w_null
    w_value = operator_value(ctx, frame, code, path, value_operand)
    w_old = dimensions.fetch(ctx, w_object, w_index)
    w_new = updated(ctx, path, w_old, w_value)
    own(w_new)
    dimensions.assign(ctx, ValueHolder(w_object), w_index, w_new)
    return w_new


def _through_offset(ctx, frame, code, path, w_element, value_operand):
    """The same for ++ and references: what offsetGet() gave is changed, offsetSet() not called."""
    if path.action == ACT_BIND_REF:
        raise ctx.error('Error', 'Cannot assign by reference to an array dimension of an object')
    if path.action == ACT_MAKE_REF:
        if isinstance(w_element, W_Ref):
            return w_element
        return W_Ref(w_element)
    if isinstance(w_element, W_Ref):
        return _update(ctx, frame, code, path, RefHolder(dimensions.borrowed(w_element)), value_operand)
    return _update(ctx, frame, code, path, ValueHolder(w_element), value_operand)


def _finish_prop(ctx, frame, code, path, holder, name, value_operand):
    action = path.action
    holder = inner_holder(holder)
    w = holder.get()
    w_value = operator_value(ctx, frame, code, path, value_operand)
    if not isinstance(w, W_Object):
        return _no_object(ctx, path, w, name)
    scope = frame.scope()
    if action == ACT_ASSIGN:
        w_value = read_owned(ctx, frame, code, value_operand)
        return objects.assign_property(ctx, w, name, scope, w_value, True)
    if action == ACT_UNSET:
        objects.unset_property(ctx, w, name, scope)
        return None
    if action == ACT_MAKE_REF:
        return objects.property_ref(ctx, w, name, scope)
    if action == ACT_BIND_REF:
        ref = read_ref(frame, value_operand)
        objects.bind_property(ctx, w, name, scope, ref)
        own(ref.value)
        return ref.value
    w_old = objects.fetch_for_update(ctx, w, name, scope)
    own(w_old)
    w_new = updated(ctx, path, w_old, w_value)
    if action != ACT_ASSIGN_OP and isinstance(w_new, W_Float):
        objects.check_step(ctx, w, name, scope, w_old, w_new, action == ACT_PRE_INC or action == ACT_POST_INC)
    w_new = objects.assign_updated(ctx, w, name, scope, w_new)
    if action == ACT_POST_INC or action == ACT_POST_DEC:
        disown(w_new)
        return w_old
    disown(w_old)
    return w_new


def _no_object(ctx, path, w, name):
    if path.action == ACT_UNSET:
        return None
    word = type_name(w) if w is not None else 'null'
    if path.action == ACT_ASSIGN:
        raise ctx.error('Error', 'Attempt to assign property "%s" on %s' % (name, word))
    if path.action == ACT_ASSIGN_OP:
        raise ctx.error('Error', 'Attempt to assign property "%s" on %s' % (name, word))
    if path.action == ACT_MAKE_REF or path.action == ACT_BIND_REF:
        raise ctx.error('Error', 'Attempt to modify property "%s" on %s' % (name, word))
    raise ctx.error('Error', 'Attempt to increment/decrement property "%s" on %s' % (name, word))


