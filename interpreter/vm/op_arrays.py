"""Handlers that build, read, write and walk arrays."""
from __future__ import absolute_import

from hippy.interpreter.compiler.bytecode import DIMS_ISSET, DIMS_READ, UNUSED_KEY, WIDTH
from hippy.interpreter.objects.arrays import W_Array, new_array, new_record
from hippy.interpreter.objects.convert import array_key_or_none
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.strings import W_Str, W_StrConst, char_str
from hippy.interpreter.objects.values import W_Int, disown, new_bool, own, w_null
from hippy.interpreter.rlib.jit import unroll_safe
from hippy.interpreter.rlib.objectmodel import always_inline
from hippy.interpreter.vm import array_paths, dimensions, paths
from hippy.interpreter.vm.frame import peek, put_slot, store, take
from hippy.interpreter.vm.iterators import ArrayWalk, Walk, start_reference_walk, start_walk
from hippy.interpreter.vm.op_jumps import jump
from hippy.interpreter.vm.operands import give_up, is_known, raw, read, read_owned, read_quietly, resolve, spent


# building

def op_NEW_ARRAY(ctx, frame, code, pc):
    store(frame, code.ops[pc + 1], new_array(code.ops[pc + 2]))
    return pc + WIDTH


def op_NEW_RECORD(ctx, frame, code, pc):
    store(frame, code.ops[pc + 1], new_record(code.records[code.ops[pc + 2]]))
    return pc + WIDTH


def op_ELEM_FILL(ctx, frame, code, pc):
    w = read_owned(ctx, frame, code, code.ops[pc + 3])
    _under_construction(frame, code.ops[pc + 1]).set_at(code.ops[pc + 2], w)
    return pc + WIDTH


@always_inline
def _under_construction(frame, slot):
    w_array = peek(frame, slot)
    assert isinstance(w_array, W_Array)
    return w_array


def op_ELEM_APPEND(ctx, frame, code, pc):
    w = read_owned(ctx, frame, code, code.ops[pc + 2])
    if not _under_construction(frame, code.ops[pc + 1]).append(w):
        raise ctx.error('Error', 'Cannot add element to the array as the next element is already occupied')
    return pc + WIDTH


def op_ELEM_SEND(ctx, frame, code, pc):
    w = take(frame, code.ops[pc + 2])
    _under_construction(frame, code.ops[pc + 1]).append(w)
    return pc + WIDTH


def op_ELEM_SET(ctx, frame, code, pc):
    w = read_owned(ctx, frame, code, code.ops[pc + 3])
    w_key = array_key_or_none(ctx, read(ctx, frame, code, code.ops[pc + 2]))
    if w_key is None:
        disown(w)
        raise ctx.error('TypeError', 'Illegal offset type')
    _under_construction(frame, code.ops[pc + 1]).put_key(w_key, w)
    return pc + WIDTH


def op_ELEM_REF(ctx, frame, code, pc):
    ref = take(frame, code.ops[pc + 2])
    w_array = _under_construction(frame, code.ops[pc + 1])
    x = code.ops[pc + 3]
    if x == UNUSED_KEY:
        w_array.append(ref)
    else:
        w_array.put_key(dimensions.key_of(ctx, read(ctx, frame, code, x)), ref)
    return pc + WIDTH


def op_ELEM_SPREAD(ctx, frame, code, pc):
    w_raw = raw(frame, code, code.ops[pc + 2])
    w_source = resolve(ctx, code, code.ops[pc + 2], w_raw)
    paths.spread_into(ctx, _under_construction(frame, code.ops[pc + 1]), w_source, 'argument' if code.ops[pc + 3] == 1 else 'array')
    give_up(frame, code, code.ops[pc + 2], w_raw)
    return pc + WIDTH


# reading

@always_inline
def lookup(w_array, x, w_index):
    """The raw element at an index, which operand x gave; None when it is missing or the index has to be converted."""
    if isinstance(w_index, W_Int):
        return w_array.get_int(w_index.intval)
    if isinstance(w_index, W_Str) and not w_index.is_int_key():
        if is_known(x, w_index) and isinstance(w_index, W_StrConst):
            return w_array.get_constant(w_index)
        return w_array.get_str(w_index.as_str())
    return None


@always_inline
def element(ctx, w_container, x, w_index):
    """$container[$index], borrowed (or fresh); operand x gave the index."""
    if isinstance(w_container, W_Array):
        w = lookup(w_container, x, w_index)
        if w is not None:
            if isinstance(w, W_Ref):
                return w.value
            return w
    elif isinstance(w_container, W_Str) and isinstance(w_index, W_Int):
        i = w_index.intval
        if 0 <= i < w_container.length():
            return char_str(w_container.char_at(i))
    return dimensions.fetch(ctx, w_container, w_index)


@always_inline
def op_FETCH_DIM_R(ctx, frame, code, pc):
    ops = code.ops
    x = ops[pc + 1]
    w_container = read(ctx, frame, code, x)
    w = element(ctx, w_container, ops[pc + 2], read(ctx, frame, code, ops[pc + 2]))
    own(w)
    spent(frame, code, ops[pc + 2])
    if x >= code.var_count:
        disown(take(frame, x))
    store(frame, ops[pc + 3], w)
    return pc + WIDTH


@always_inline
def op_FETCH_DIM2_R(ctx, frame, code, pc):
    ops = code.ops
    x = ops[pc + 1]
    w_inner = element(ctx, read(ctx, frame, code, x), ops[pc + 2], read(ctx, frame, code, ops[pc + 2]))
    w = element(ctx, w_inner, ops[pc + 3], read(ctx, frame, code, ops[pc + 3]))
    own(w)
    spent(frame, code, ops[pc + 2])
    if x >= code.var_count:
        disown(take(frame, x))
    store(frame, ops[pc + 4], w)
    return pc + WIDTH


@unroll_safe
def op_FETCH_DIMS(ctx, frame, code, pc):
    operands = code.ropes[code.ops[pc + 1]].operands
    mode = code.ops[pc + 3]
    x = operands[0]
    last = len(operands) - 1
    if mode == DIMS_READ:
        w = read(ctx, frame, code, x)
        for i in range(1, last + 1):
            w = element(ctx, w, operands[i], read(ctx, frame, code, operands[i]))
    else:
        w = read_quietly(frame, code, x)
        for i in range(1, last):
            w = element_quietly(ctx, w, operands[i], read(ctx, frame, code, operands[i]))
        w_index = read(ctx, frame, code, operands[last])
        if mode == DIMS_ISSET:
            w = new_bool(is_set(ctx, w, operands[last], w_index))
        else:
            w = element_quietly(ctx, w, operands[last], w_index)
            if w is None:
                w = w_null
    own(w)
    spent(frame, code, operands[1])     # the others are variables or constants
    if x >= code.var_count:
        disown(take(frame, x))
    store(frame, code.ops[pc + 2], w)
    return pc + WIDTH


def is_set(ctx, w_container, x, w_index):
    """isset($container[$index]); operand x gave the index."""
    if w_container is None or w_container is w_null:
        return False
    if isinstance(w_container, W_Array):
        w = lookup(w_container, x, w_index)
        if w is not None:
            return deref(w) is not w_null
        if is_plain(w_index):
            return False
    return dimensions.is_set(ctx, w_container, w_index, False)


@always_inline
def is_plain(w_index):
    """True for an index that `lookup` knows all about."""
    return isinstance(w_index, W_Int) or isinstance(w_index, W_Str) and not w_index.is_int_key()


def element_quietly(ctx, w_container, x, w_index):
    """$container[$index] ?? null, borrowed (or fresh): None, or for an element that is null maybe w_null; operand x gave the index."""
    if isinstance(w_container, W_Array):
        w = lookup(w_container, x, w_index)
        if w is not None:
            return deref(w)
        if is_plain(w_index):
            return None
    elif w_container is None or w_container is w_null:
        return None
    return dimensions.fetch_quietly(ctx, w_container, w_index)


def op_FETCH_DIM_IS(ctx, frame, code, pc):
    w_container = read_quietly(frame, code, code.ops[pc + 1])
    w_index = read(ctx, frame, code, code.ops[pc + 2])
    w = element_quietly(ctx, w_container, code.ops[pc + 2], w_index)
    if w is None:
        w = w_null
    own(w)
    if code.ops[pc + 1] >= code.var_count:
        disown(take(frame, code.ops[pc + 1]))
    store(frame, code.ops[pc + 3], w)
    return pc + WIDTH


def op_ISSET_DIM(ctx, frame, code, pc):
    w_container = read_quietly(frame, code, code.ops[pc + 1])
    w_index = read(ctx, frame, code, code.ops[pc + 2])
    if code.ops[pc + 4] == 0:
        result = is_set(ctx, w_container, code.ops[pc + 2], w_index)
    elif w_container is None:
        result = True
    elif isinstance(w_container, W_Array) and is_plain(w_index):
        w = element_quietly(ctx, w_container, code.ops[pc + 2], w_index)
        result = w is None or not ctx.to_bool(w)
    else:
        result = dimensions.is_set(ctx, w_container, w_index, True)
    if code.ops[pc + 1] >= code.var_count:
        disown(take(frame, code.ops[pc + 1]))
    store(frame, code.ops[pc + 3], new_bool(result))
    return pc + WIDTH


def op_FETCH_LIST(ctx, frame, code, pc):
    w_container = read(ctx, frame, code, code.ops[pc + 1])
    w_index = read(ctx, frame, code, code.ops[pc + 2])
    if isinstance(w_container, W_Array) or isinstance(w_container, W_Object):
        w = element(ctx, w_container, code.ops[pc + 2], w_index)
    else:
        w = w_null      # scalars and strings give null without a word
    own(w)
    store(frame, code.ops[pc + 3], w)
    return pc + WIDTH


def op_LIST_REF(ctx, frame, code, pc):
    ref = peek(frame, code.ops[pc + 1])
    assert isinstance(ref, W_Ref)
    w_key = dimensions.key_of(ctx, read(ctx, frame, code, code.ops[pc + 2]))
    w_array = dimensions.array_for_write(ctx, dimensions.RefHolder(ref))    # no user code behind it
    if w_array is None:
        raise ctx.error('Error', 'Cannot use a scalar value as an array')
    element = w_array.ref_key(w_key)
    own(element)
    put_slot(frame, code.ops[pc + 3], element)
    return pc + WIDTH


# writing

@always_inline
def array_in_slot(frame, slot):
    """The unique array in a variable, looking through a reference; None when the variable holds something else."""
    assert slot >= 0
    w = frame.slots[slot]
    if isinstance(w, W_Array):
        if w.rc != 1:
            w = w.separate()
            frame.slots[slot] = w
        return w
    if isinstance(w, W_Ref):
        return array_paths.array_in_reference(w)
    return None


def op_ASSIGN_DIM(ctx, frame, code, pc):
    ops = code.ops
    w_index = read_quietly(frame, code, ops[pc + 2])
    if w_index is None:
        w_index = paths.read_unset_index(ctx, frame, code, ops[pc + 1], ops[pc + 2])
    w = read_owned(ctx, frame, code, ops[pc + 3])
    w_array = array_in_slot(frame, ops[pc + 1])
    if w_array is not None and isinstance(w_index, W_Int):
        w_array.assign_int(w_index.intval, w)
    elif w_array is not None and isinstance(w_index, W_Str) and not w_index.is_int_key():
        if is_known(ops[pc + 2], w_index) and isinstance(w_index, W_StrConst):
            w_array.assign_constant(w_index, w)
        else:
            w_array.assign_str(w_index.as_str(), w)
    else:
        w = paths.assign_slow(ctx, frame, code, ops[pc + 1], w_index, w)
    spent(frame, code, ops[pc + 2])
    result = ops[pc + 4]
    if result >= 0:
        own(w)
        store(frame, result, w)
    return pc + WIDTH


def op_ASSIGN_APPEND(ctx, frame, code, pc):
    ops = code.ops
    w = read_owned(ctx, frame, code, ops[pc + 2])
    w_array = array_in_slot(frame, ops[pc + 1])
    if w_array is None or not w_array.append(w):
        w = paths.assign_slow(ctx, frame, code, ops[pc + 1], None, w)
    result = ops[pc + 3]
    if result >= 0:
        own(w)
        store(frame, result, w)
    return pc + WIDTH


def op_PATH(ctx, frame, code, pc):
    w = paths.perform(ctx, frame, code, code.paths[code.ops[pc + 1]], code.ops[pc + 2])
    result = code.ops[pc + 3]
    if result >= 0:
        if isinstance(w, W_Ref):
            put_slot(frame, result, w)
        else:
            store(frame, result, w)
    else:
        disown(w)
    return pc + WIDTH


# walking

def op_FE_RESET(ctx, frame, code, pc):
    x = code.ops[pc + 1]
    w = raw(frame, code, x)
    if isinstance(w, W_Array) and x < code.var_count:
        own(w)
        store(frame, code.ops[pc + 2], ArrayWalk(w))
        return pc + WIDTH
    store(frame, code.ops[pc + 2], start_walk(ctx, frame.scope(), read_owned(ctx, frame, code, x)))
    return pc + WIDTH


def op_FE_RESET_REF(ctx, frame, code, pc):
    ref = take(frame, code.ops[pc + 1])
    assert isinstance(ref, W_Ref)
    store(frame, code.ops[pc + 2], start_reference_walk(ctx, frame.scope(), ref))
    return pc + WIDTH


def op_FE_NEXT(ctx, frame, code, pc):
    ops = code.ops
    walk = peek(frame, ops[pc + 1])
    if isinstance(walk, ArrayWalk):
        w_array = walk.w_array
        pos = walk.pos
        w = w_array.peek_at(pos)
        if w is None:
            pos = w_array.next_pos(pos)
            if pos < 0:
                return pc + WIDTH
            w = w_array.value_at(pos)
        walk.pos = pos + 1
        w = deref(w)
        own(w)
        store(frame, ops[pc + 2], w)
        if ops[pc + 3] >= 0:
            store(frame, ops[pc + 3], w_array.key_at(pos))
        return jump(ctx, frame, code, pc, ops[pc + 4])
    return next_slow(ctx, frame, code, pc, walk)


def next_slow(ctx, frame, code, pc, walk):
    ops = code.ops
    w = walk.next_value(ctx)
    if w is None:
        return pc + WIDTH
    store(frame, ops[pc + 2], w)
    if ops[pc + 3] >= 0:
        store(frame, ops[pc + 3], walk.key(ctx))
    return jump(ctx, frame, code, pc, ops[pc + 4])


def op_FE_NEXT_REF(ctx, frame, code, pc):
    ops = code.ops
    walk = peek(frame, ops[pc + 1])
    assert isinstance(walk, Walk)
    ref = walk.next_ref(ctx)
    if ref is None:
        return pc + WIDTH
    slot = ops[pc + 2]
    put_slot(frame, slot, ref)
    if code.kind == 0 and slot < code.var_count:
        ctx.globals.rebound(frame, code.var_names[slot], ref)
    if ops[pc + 3] >= 0:
        store(frame, ops[pc + 3], walk.key(ctx))
    return jump(ctx, frame, code, pc, ops[pc + 4])


def op_FE_FREE(ctx, frame, code, pc):
    walk = take(frame, code.ops[pc + 1])
    if walk is not None:
        walk.close()
    return pc + WIDTH


