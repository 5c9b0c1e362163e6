"""Functions that look at the frame that calls them: numbered as compiler/calls.py SPECIAL_FUNCTIONS lists them."""
from __future__ import absolute_import

from hippy.interpreter.objects import convert
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Int, disown, own, w_null
from hippy.interpreter.rlib.jit import dont_look_inside
from hippy.interpreter.vm import backtraces

FUNC_GET_ARGS = 0
FUNC_GET_ARG = 1
FUNC_NUM_ARGS = 2
COMPACT = 3
EXTRACT = 4
GET_DEFINED_VARS = 5

EXTR_OVERWRITE = 0
EXTR_SKIP = 1


@dont_look_inside
def call(ctx, frame, number, args_w):
    """Takes over the arguments; the result is owned."""
    try:
        if number == FUNC_GET_ARGS:
            check_in_function(ctx, frame, 'func_get_args')
            return backtraces.arguments_array(frame, False)
        if number == FUNC_NUM_ARGS:
            if frame.code.kind == 0:
                raise ctx.error('Error', 'func_num_args() must be called from a function context')
            return W_Int(frame.arg_count)
        if number == FUNC_GET_ARG:
            return func_get_arg(ctx, frame, args_w)
        if number == COMPACT:
            w_result = new_array(0)
            for w in args_w:
                compact_into(ctx, frame, w_result, deref(w))
            return w_result
        if number == EXTRACT:
            return extract(ctx, frame, args_w)
        return defined_variables(ctx, frame)
    finally:
        for w in args_w:
            disown(w)


def check_in_function(ctx, frame, name):
    if frame.code.kind == 0:
        raise ctx.error('Error', '%s() cannot be called from the global scope' % name)


def func_get_arg(ctx, frame, args_w):
    check_in_function(ctx, frame, 'func_get_arg')
    if len(args_w) != 1:
        raise ctx.error('ArgumentCountError', 'func_get_arg() expects exactly 1 argument, %d given' % len(args_w))
    index = convert.to_int(ctx, deref(args_w[0]))
    if index < 0:
        raise ctx.error('ValueError', 'func_get_arg(): Argument #1 ($position) must be greater than or equal to 0')
    w_all = backtraces.arguments_array(frame, False)
    w = w_all.get_int(index)
    if w is None:
        raise ctx.error('ValueError', 'func_get_arg(): Argument #1 ($position) must be less than the number of the arguments passed to '
                        'the currently executed function')
    own(w)
    return w


def compact_into(ctx, frame, w_result, w_name):
    if isinstance(w_name, W_Array):
        pos = w_name.next_pos(0)
        while pos >= 0:
            compact_into(ctx, frame, w_result, deref(w_name.value_at(pos)))
            pos = w_name.next_pos(pos + 1)
        return
    if not isinstance(w_name, W_Str):
        ctx.warning('compact(): Argument #1 must be string or array of strings, %s given' % convert.type_name(w_name))
        return
    name = w_name.as_str()
    w = deref(frame.get_variable(name))
    if name == 'this' and frame.w_this is not None:
        w = frame.w_this
    if w is None:
        ctx.warning('compact(): Undefined variable $%s' % name)
        return
    own(w)
    w_result.put_key(w_name, w)


def extract(ctx, frame, args_w):
    """extract(array, flags = EXTR_OVERWRITE): EXTR_OVERWRITE and EXTR_SKIP."""
    if len(args_w) < 1:
        raise ctx.error('ArgumentCountError', 'extract() expects at least 1 argument, 0 given')
    w_array = deref(args_w[0])
    if not isinstance(w_array, W_Array):
        raise ctx.error('TypeError', 'extract(): Argument #1 ($array) must be of type array, %s given' % convert.type_name(w_array))
    flags = EXTR_OVERWRITE
    if len(args_w) > 1:
        flags = convert.to_int(ctx, deref(args_w[1]))
    if flags != EXTR_OVERWRITE and flags != EXTR_SKIP:
        raise ctx.fatal('Hippy does not execute extract() with flags %d yet' % flags)
    count = 0
    pos = w_array.next_pos(0)
    while pos >= 0:
        if not w_array.is_int_key_at(pos):
            name = w_array.str_key_at(pos)
            if is_name(name) and name != 'this' and (flags == EXTR_OVERWRITE or frame.get_variable(name) is None):
                frame.set_variable(ctx, name, deref(w_array.value_at(pos)))
                count += 1
        pos = w_array.next_pos(pos + 1)
    return W_Int(count)


def is_name(s):
    """True for what may follow a $."""
    if len(s) == 0 or '0' <= s[0] <= '9':
        return False
    for c in s:
        if not ('a' <= c <= 'z' or 'A' <= c <= 'Z' or '0' <= c <= '9' or c == '_' or c >= '\x80'):
            return False
    return True


def defined_variables(ctx, frame):
    w_result = new_array(0)
    for name in frame.variable_names():
        w = frame.get_variable(name)
        if isinstance(w, W_Ref) and w.rc == 1:
            w = w.value
        if w is None:
            w = w_null
        own(w)
        w_result.put_key(new_str(name), w)
    return w_result
