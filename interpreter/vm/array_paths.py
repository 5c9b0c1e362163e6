"""$a[i][j] = v and its kin where everything on the way is an array with the key already there: the fast half of paths.py.

Nothing here creates, warns or calls user code, so a path that does not fit is simply walked again by paths.py.
"""
from __future__ import absolute_import

from hippy.interpreter.compiler.code import ACT_ASSIGN, ACT_ASSIGN_OP, ACT_POST_DEC, ACT_POST_INC, ACT_PRE_DEC, ACT_PRE_INC, STEP_DIM
from hippy.interpreter.objects import arithmetic
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.values import W_Int, own
from hippy.interpreter.rlib.jit import unroll_safe
from hippy.interpreter.vm.op_operators import binary
from hippy.interpreter.vm.operands import read, read_owned, read_quietly


@unroll_safe
def innermost_array(frame, code, path, w_array):
    """The unique array that holds the last element of a path, or None. w_array: the unique array in the base."""
    kinds = path.kinds
    for i in range(len(kinds) - 1):
        if kinds[i] != STEP_DIM:
            return None
        pos = position(w_array, read_quietly(frame, code, path.operands[i]))
        if pos < 0:
            return None
        w_array = w_array.array_at(pos)
        if w_array is None:
            return None
    if kinds[len(kinds) - 1] != STEP_DIM:
        return None
    return w_array


def position(w_array, w_index):
    """The position of an int or plain string key, -1 where it is missing or needs conversion."""
    if isinstance(w_index, W_Int):
        return w_array.find_int(w_index.intval)
    if isinstance(w_index, W_Str) and not w_index.is_int_key():
        return w_array.find_str(w_index.as_str())
    return -1


def perform(ctx, frame, code, path, value_operand, w_array):
    """The path's result, owned, or None when it has to be walked."""
    w_array = innermost_array(frame, code, path, w_array)
    if w_array is None:
        return None
    w_index = read_quietly(frame, code, path.operands[len(path.operands) - 1])
    if path.action == ACT_ASSIGN:
        return assign(ctx, frame, code, w_array, w_index, value_operand)
    pos = position(w_array, w_index)
    if pos < 0:
        return None
    w_old = w_array.value_at(pos)
    if isinstance(w_old, W_Ref) or isinstance(w_old, W_Array):
        return None
    return update(ctx, frame, code, path, value_operand, w_array, pos, w_old)


def assign(ctx, frame, code, w_array, w_index, value_operand):
    if isinstance(w_index, W_Int):
        w_value = read_owned(ctx, frame, code, value_operand)
        own(w_value)
        w_array.assign_int(w_index.intval, w_value)
        return w_value
    if isinstance(w_index, W_Str) and not w_index.is_int_key():
        w_value = read_owned(ctx, frame, code, value_operand)
        own(w_value)
        w_array.assign_str(w_index.as_str(), w_value)
        return w_value
    return None


def update(ctx, frame, code, path, value_operand, w_array, pos, w_old):
    """`op=`, ++ and -- of an element that is neither a reference nor an array."""
    action = path.action
    if action == ACT_ASSIGN_OP:
        w_new = binary(ctx, path.operator, w_old, read(ctx, frame, code, value_operand))
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
