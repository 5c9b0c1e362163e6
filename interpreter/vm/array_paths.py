"""$a[i][j] = v and its kin where everything on the way is an array: the fast half of paths.py.

Nothing here warns or calls user code, and what an assignment creates on the way is what paths.py would create, so a path that does
not fit is simply walked again there.
"""
from __future__ import absolute_import

from hippy.interpreter.compiler.bytecode import ADD, CONCAT, DIV, MUL, SUB
from hippy.interpreter.compiler.code import (
    ACT_ASSIGN, ACT_ASSIGN_OP, ACT_POST_DEC, ACT_POST_INC, ACT_PRE_DEC, ACT_PRE_INC, STEP_APPEND, STEP_DIM, STEP_PROP)
from hippy.interpreter.objects import arithmetic
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.classes import find_slot, slot_info
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.strings import W_Str, W_StrConst
from hippy.interpreter.objects.values import W_Float, W_Int, own
from hippy.interpreter.rlib.arithmetic import MAXINT
from hippy.interpreter.rlib.jit import promote, unroll_safe
from hippy.interpreter.rlib.objectmodel import always_inline
from hippy.interpreter.vm.op_operators import binary
from hippy.interpreter.vm.operands import is_known, read_owned, read_quietly


@unroll_safe
def innermost_array(frame, code, path, w_array, first):
    """The unique array that holds the last element of a path, or None. w_array: the unique array that step `first` starts from."""
    if not has_arrays_only(path, first):
        return None
    for i in range(first, len(path.kinds) - 1):
        w_index = read_quietly(frame, code, path.operands[i])
        pos = position(w_array, path.operands[i], w_index)
        if pos >= 0:
            w_array = w_array.array_at(pos)
        elif path.action == ACT_ASSIGN:
            w_array = added_array(w_array, w_index)
        else:
            return None
        if w_array is None:
            return None
    return w_array


@unroll_safe
def has_arrays_only(path, first):
    """True when each step from `first` on is a dimension; the last may append."""
    kinds = path.kinds
    last = len(kinds) - 1
    for i in range(first, last):
        if kinds[i] != STEP_DIM:
            return False
    return kinds[last] == STEP_DIM or kinds[last] == STEP_APPEND and path.action == ACT_ASSIGN


def added_array(w_array, w_index):
    """A new array under an int or plain string key that is missing; None for other keys."""
    if isinstance(w_index, W_Int):
        w_new = new_array(0)
        w_array.assign_int(w_index.intval, w_new)
        return w_new
    if isinstance(w_index, W_Str) and not w_index.is_int_key():
        w_new = new_array(0)
        w_array.assign_str(w_index.as_str(), w_new)
        return w_new
    return None


def position(w_array, x, w_index):
    """The position of an int or plain string key, which operand x gave; -1 where it is missing or needs conversion."""
    if isinstance(w_index, W_Int):
        return w_array.find_int(w_index.intval)
    if isinstance(w_index, W_Str) and not w_index.is_int_key():
        if is_known(x, w_index) and isinstance(w_index, W_StrConst):
            return w_array.find_constant(w_index)
        return w_array.find_str(w_index.as_str())
    return -1


def array_in_reference(ref):
    """The unique array that is a reference's value, or None."""
    w = ref.value
    if isinstance(w, W_Array):
        w_unique = w.separate()
        if w_unique is not w:
            ref.value = w_unique
        return w_unique
    return None


def property_slot(frame, code, path, number, w_object):
    """The slot of the property that a step names, or -1 where that is for paths.py to find out."""
    x = path.operands[number]
    if x >= 0:
        return -1
    index = ~x
    assert index >= 0
    w_name = code.consts[index]
    if not isinstance(w_name, W_Str):
        return -1
    return find_slot(promote(w_object.map), w_name.as_str(), frame.scope())


def array_in_property(frame, code, path, number, w_object):
    """The unique array that is the value of the property that a step names, or None."""
    slot = property_slot(frame, code, path, number, w_object)
    if slot < 0:
        return None
    info = slot_info(promote(w_object.map), slot)
    if info is not None and info.readonly:
        return None
    w = w_object.get_slot(slot)
    if isinstance(w, W_Array):
        w_unique = w.separate()
        if w_unique is not w:
            w_object.set_slot(slot, w_unique)
        return w_unique
    return None


@unroll_safe
def perform_on_object(ctx, frame, code, path, value_operand, w_object):
    """The same as perform for $object->p[i] = v and $object->p->q[i] = v."""
    kinds = path.kinds
    last = len(kinds) - 1
    for i in range(last):
        if kinds[i] != STEP_PROP:
            return None
        if kinds[i + 1] != STEP_PROP:
            w_array = array_in_property(frame, code, path, i, w_object)
            if w_array is None:
                return None
            return perform(ctx, frame, code, path, value_operand, w_array, i + 1)
        slot = property_slot(frame, code, path, i, w_object)
        if slot < 0:
            return None
        w = w_object.get_slot(slot)
        if isinstance(w, W_Ref):
            w = w.value
        if not isinstance(w, W_Object):
            return None
        w_object = w
    return None


def perform(ctx, frame, code, path, value_operand, w_array, first):
    """The path's result from step `first` on, owned, or None when it has to be walked."""
    if path.action == ACT_ASSIGN and read_quietly(frame, code, value_operand) is None:
        return None         # the warning's handler may change the arrays
    w_array = innermost_array(frame, code, path, w_array, first)
    if w_array is None:
        return None
    if path.kinds[len(path.kinds) - 1] == STEP_APPEND:
        return append(ctx, frame, code, w_array, value_operand)
    x = path.operands[len(path.operands) - 1]
    w_index = read_quietly(frame, code, x)
    if path.action == ACT_ASSIGN:
        return assign(ctx, frame, code, w_array, x, w_index, value_operand)
    pos = position(w_array, x, w_index)
    if pos < 0:
        return None
    w_old = w_array.value_at(pos)
    if isinstance(w_old, W_Ref) or isinstance(w_old, W_Array):
        return None
    return update(ctx, frame, code, path, value_operand, w_array, pos, w_old)


def append(ctx, frame, code, w_array, value_operand):
    if w_array.next_index == MAXINT:
        return None
    w_value = read_owned(ctx, frame, code, value_operand)
    own(w_value)
    w_array.append(w_value)
    return w_value


def assign(ctx, frame, code, w_array, x, w_index, value_operand):
    if isinstance(w_index, W_Int):
        w_value = read_owned(ctx, frame, code, value_operand)
        own(w_value)
        w_array.assign_int(w_index.intval, w_value)
        return w_value
    if isinstance(w_index, W_Str) and not w_index.is_int_key():
        w_value = read_owned(ctx, frame, code, value_operand)
        own(w_value)
        if is_known(x, w_index) and isinstance(w_index, W_StrConst):
            w_array.assign_constant(w_index, w_value)
        else:
            w_array.assign_str(w_index.as_str(), w_value)
        return w_value
    return None


def update(ctx, frame, code, path, value_operand, w_array, pos, w_old):
    """`op=`, ++ and -- of an element that is neither a reference nor an array."""
    action = path.action
    if action == ACT_ASSIGN_OP:
        w_value = read_quietly(frame, code, value_operand)
        if not is_quiet(path.operator, w_old, w_value):
            return None
        w_new = binary(ctx, path.operator, w_old, w_value)
    elif action == ACT_PRE_INC or action == ACT_POST_INC:
        w_new = arithmetic.increment(ctx, w_old)
    elif action == ACT_PRE_DEC or action == ACT_POST_DEC:
        w_new = arithmetic.decrement(ctx, w_old)
    else:
        return None
    own(w_new)
    w_array.put_at(pos, w_new)
    if action == ACT_POST_INC or action == ACT_POST_DEC:
        return w_old
    return w_new


@always_inline
def is_quiet(operator, w_old, w_value):
    """True for operands that the operator takes without a warning, whose handler might change the array."""
    if isinstance(w_old, W_Int) and isinstance(w_value, W_Int):
        return True
    if isinstance(w_old, W_Str):
        return operator == CONCAT and (isinstance(w_value, W_Str) or isinstance(w_value, W_Int))
    if not isinstance(w_old, W_Float) and not isinstance(w_old, W_Int):
        return False
    if not isinstance(w_value, W_Float) and not isinstance(w_value, W_Int):
        return False
    return operator == ADD or operator == SUB or operator == MUL or operator == DIV
