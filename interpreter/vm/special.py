"""Functions that look at the frame that calls them: numbered as compiler/calls.py SPECIAL_FUNCTIONS lists them."""
from __future__ import absolute_import

from hippy.interpreter.objects import convert
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.closures import W_Closure
from hippy.interpreter.objects.functions import BuiltinFunction, NativeMethod, UserFunction
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Int, W_Null, disown, new_bool, own, w_null
from hippy.interpreter.rlib.jit import dont_look_inside
from hippy.interpreter.rlib.strings import ends_with
from hippy.interpreter.vm import backtraces, settings

FUNC_GET_ARGS = 0
FUNC_GET_ARG = 1
FUNC_NUM_ARGS = 2
COMPACT = 3
EXTRACT = 4
GET_DEFINED_VARS = 5
ASSERTIONS_ARE_ON = 6
NOTE_CALLEE = 7

EXTR_OVERWRITE = 0
EXTR_SKIP = 1
EXTR_PREFIX_SAME = 2
EXTR_PREFIX_ALL = 3
EXTR_PREFIX_INVALID = 4
EXTR_PREFIX_IF_EXISTS = 5
EXTR_IF_EXISTS = 6
EXTR_REFS = 256


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
            for i in range(len(args_w)):
                compact_into(ctx, frame, w_result, deref(args_w[i]), i + 1, [])
            return w_result
        if number == EXTRACT:
            return extract(ctx, frame, args_w)
        if number == NOTE_CALLEE:
            ctx.calls_void = returns_nothing(args_w[0])
            return w_null
        if number == ASSERTIONS_ARE_ON:
            return new_bool(settings.number(ctx.ini['zend.assertions']) > 0)
        return defined_variables(ctx, frame)
    finally:
        for w in args_w:
            disown(w)


def returns_nothing(callee):
    """True for a callee (W_Closure or Function) that is declared to return void."""
    if isinstance(callee, W_Closure):
        callee = callee.func
    if isinstance(callee, BuiltinFunction):
        return ends_with(callee.signature.text, ': void')
    if isinstance(callee, UserFunction):
        return is_void(callee.code)
    return isinstance(callee, NativeMethod) and callee.prototype is not None and is_void(callee.prototype)


def is_void(code):
    return code.return_type is not None and code.return_type.text == 'void'


def check_in_function(ctx, frame, name):
    if frame.code.kind == 0:
        raise ctx.error('Error', '%s() cannot be called from the global scope' % name)


def scalar_argument(ctx, title, number, name, type_text, w):
    """The argument in weak mode; null with the deprecation."""
    if isinstance(w, W_Null) and not ctx.strict_types():
        ctx.deprecated('%s(): Passing null to parameter #%d ($%s) of type %s is deprecated' % (title, number, name, type_text))
        return w
    return ctx.coerce_argument(title, number, name, type_text, w)


def int_argument(ctx, title, number, name, w):
    if not isinstance(w, W_Int):
        w = scalar_argument(ctx, title, number, name, 'int', w)
    return convert.to_int(ctx, w)


def string_argument(ctx, title, number, name, w):
    if not isinstance(w, W_Str):
        w = scalar_argument(ctx, title, number, name, 'string', w)
    return convert.to_str(ctx, w)


def func_get_arg(ctx, frame, args_w):
    check_in_function(ctx, frame, 'func_get_arg')
    index = int_argument(ctx, 'func_get_arg', 1, 'position', deref(args_w[0]))
    if index < 0:
        raise ctx.error('ValueError', 'func_get_arg(): Argument #1 ($position) must be greater than or equal to 0')
    w_all = backtraces.arguments_array(frame, False)
    w = w_all.get_int(index)
    if w is None:
        raise ctx.error('ValueError', 'func_get_arg(): Argument #1 ($position) must be less than the number of the arguments passed to '
                        'the currently executed function')
    own(w)
    return w


def compact_into(ctx, frame, w_result, w_name, number, inside):
    """number: the argument's; inside: the arrays that w_name is in."""
    if isinstance(w_name, W_Array):
        for w_outer in inside:
            if w_outer is w_name:
                raise ctx.error('Error', 'Recursion detected')
        inside.append(w_name)
        pos = w_name.next_pos(0)
        while pos >= 0:
            compact_into(ctx, frame, w_result, deref(w_name.value_at(pos)), number, inside)
            pos = w_name.next_pos(pos + 1)
        inside.pop()
        return
    if not isinstance(w_name, W_Str):
        ctx.warning('compact(): Argument #%d must be string or array of strings, %s given' % (number, convert.type_name(w_name)))
        return
    name = w_name.as_str()
    w = deref(frame.get_variable(name))
    if name == 'this':
        w = frame.w_this
    if w is not None:
        own(w)
        w_result.put_key(w_name, w)
    elif name != 'this':
        ctx.warning('compact(): Undefined variable $%s' % name)


def extract(ctx, frame, args_w):
    """extract(array, flags = EXTR_OVERWRITE, prefix = '')"""
    if len(args_w) < 1 or len(args_w) > 3:
        raise ctx.error('ArgumentCountError', 'extract() expects at %s, %d given' % (
            'least 1 argument' if len(args_w) < 1 else 'most 3 arguments', len(args_w)))
    w_array = deref(args_w[0])
    if not isinstance(w_array, W_Array):
        raise ctx.error('TypeError', 'extract(): Argument #1 ($array) must be of type array, %s given' % convert.type_name(w_array))
    flags = EXTR_OVERWRITE
    prefix = ''
    if len(args_w) > 1:
        flags = int_argument(ctx, 'extract', 2, 'flags', deref(args_w[1]))
    if len(args_w) > 2:
        prefix = string_argument(ctx, 'extract', 3, 'prefix', deref(args_w[2]))
    mode = flags & 255
    if mode > EXTR_IF_EXISTS:
        raise ctx.error('ValueError', 'extract(): Argument #2 ($flags) must be a valid extract type')
    if EXTR_PREFIX_SAME <= mode <= EXTR_PREFIX_IF_EXISTS and len(args_w) < 3:
        raise ctx.error('ValueError', 'extract(): Argument #3 ($prefix) is required when using this extract type')
    if prefix != '' and not is_name(prefix):
        raise ctx.error('ValueError', 'extract(): Argument #3 ($prefix) must be a valid identifier')
    if flags & EXTR_REFS:
        w_array = array_for_references(args_w[0], w_array)
    count = 0
    pos = w_array.next_pos(0)
    while pos >= 0:
        name = extracted_name(ctx, frame, w_array, pos, mode, prefix)
        if name != '':
            set_extracted(ctx, frame, name, w_array, pos, flags & EXTR_REFS != 0)
            count += 1
        pos = w_array.next_pos(pos + 1)
    return W_Int(count)


def array_for_references(w, w_array):
    """The array of a reference, made unique, so that its elements may become references."""
    if isinstance(w, W_Ref):
        w_array = w_array.separate()
        if w_array is not w.value:
            w.value = w_array
    return w_array


def set_extracted(ctx, frame, name, w_array, pos, by_reference):
    if by_reference:
        ref = w_array.ref_at(pos)
        own(ref)
        frame.put_variable(name, ref)
    else:
        frame.set_variable(ctx, name, deref(w_array.value_at(pos)))


def extracted_name(ctx, frame, w_array, pos, mode, prefix):
    """The variable that an element becomes, '' for none."""
    if w_array.is_int_key_at(pos):
        if mode != EXTR_PREFIX_ALL and mode != EXTR_PREFIX_INVALID:
            return ''
        name = '%s_%d' % (prefix, w_array.int_key_at(pos))
    else:
        name = wanted_name(frame, w_array.str_key_at(pos), mode, prefix)
    if not is_name(name):
        return ''
    if name == 'this':
        raise ctx.error('Error', 'Cannot re-assign $this')
    return name


def wanted_name(frame, key, mode, prefix):
    exists = frame.get_variable(key) is not None and key != 'this'
    prefixed = prefix + '_' + key
    if mode == EXTR_SKIP:
        return '' if exists or key == 'this' else key
    if mode == EXTR_PREFIX_SAME:
        return prefixed if exists or key == 'this' else key
    if mode == EXTR_PREFIX_ALL:
        return prefixed if key != '' else ''
    if mode == EXTR_PREFIX_INVALID:
        return key if is_name(key) and key != 'this' else prefixed
    if mode == EXTR_PREFIX_IF_EXISTS:
        return prefixed if exists else ''
    if mode == EXTR_IF_EXISTS:
        return key if exists else ''
    return key


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
