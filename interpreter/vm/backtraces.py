"""Stack traces as PHP shows them: the frames, and the builtin functions that run between them (Zend/zend_builtin_functions.c).

Builtin functions have no frame. One that code calls directly is told by the call instruction of the frame below; one that is
called back by another builtin is a NativeCall in ctx.native_call.
"""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode as b
from hippy.interpreter.compiler.code import KIND_CONSTANT
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.closures import W_Closure
from hippy.interpreter.objects.functions import BuiltinFunction, Function, NativeMethod
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Int, own, w_null
from hippy.interpreter.rlib.jit import dont_look_inside
from hippy.interpreter.vm import objects

WITH_OBJECTS = 1
WITHOUT_ARGUMENTS = 2

INCLUDE_WORDS = ['include', 'include_once', 'require', 'require_once']

# functions that PHP compiles to instructions (zend_try_compile_special_func): they leave no trace; with the numbers of arguments
COMPILED = {
    'strlen': 1, 'is_null': 1, 'is_bool': 1, 'is_int': 1, 'is_long': 1, 'is_integer': 1, 'is_float': 1, 'is_double': 1, 'is_string': 1,
    'is_array': 1, 'is_object': 1, 'is_resource': 1, 'is_scalar': 1, 'boolval': 1, 'intval': 1, 'floatval': 1, 'doubleval': 1,
    'strval': 1, 'count': 1, 'sizeof': 1, 'gettype': 1, 'get_class': 1, 'array_key_exists': 2, 'call_user_func_array': 2,
}


class NativeCall(object):
    """A builtin that another builtin calls back. frame: the innermost frame of PHP code; previous: the NativeCall before it, or None."""
    _attrs_ = ('func', 'w_this', 'args_w', 'frame', 'previous')
    _immutable_fields_ = ('func', 'w_this', 'args_w[*]', 'frame', 'previous')

    def __init__(self, func, w_this, args_w, frame, previous):
        self.func = func
        self.w_this = w_this
        self.args_w = args_w[:]
        self.frame = frame
        self.previous = previous


@dont_look_inside
def backtrace(ctx, frame, options, limit, skips_native):
    """The calls from `frame` outwards, one array each, innermost first; at most `limit` (0: all).

    options: WITH_OBJECTS, WITHOUT_ARGUMENTS. skips_native: leaves out the builtin that asks.
    """
    trace = Trace(ctx, options, limit)
    native = native_calls_below(ctx, frame)
    while frame is not None and not trace.is_full():
        calls = []
        while native is not None and native.frame is frame:
            calls.append(native)
            native = native.previous
        direct = native_call_at(frame)
        if direct is not None:
            calls.append(direct)
        trace.flush(frame, len(calls) == 0)
        for i in range(1 if skips_native else 0, len(calls)):
            trace.add_native(frame, calls[i], i == len(calls) - 1)
        skips_native = False
        trace.pending = frame
        frame = frame.back()
        while frame is not None and frame.code.kind == KIND_CONSTANT:
            frame = frame.back()
    trace.flush(None, True)
    while native is not None and frame is None:
        trace.add_native(None, native, False)
        native = native.previous
    return trace.w_calls


def native_calls_below(ctx, frame):
    """ctx.native_call without those of the frames that `frame` called."""
    native = ctx.native_call
    inner = ctx.top_frame()
    while inner is not None and inner is not frame:
        while native is not None and native.frame is inner:
            native = native.previous
        inner = inner.back()
    return native


class Trace(object):
    """The entries so far. pending: a frame that waits until it is known who called it; file: that of the last entry."""
    _attrs_ = ('ctx', 'w_calls', 'options', 'limit', 'pending', 'file')

    def __init__(self, ctx, options, limit):
        self.ctx = ctx
        self.w_calls = new_array(0)
        self.options = options
        self.limit = limit
        self.pending = None
        self.file = ''

    def is_full(self):
        return self.limit > 0 and self.w_calls.count() >= self.limit

    def flush(self, caller, is_direct):
        """Adds the pending frame. is_direct: code in `caller` called it, no builtin did."""
        frame = self.pending
        self.pending = None
        if frame is None:
            return
        if frame.func is not None and frame.code.kind != 0:
            self.add_call(frame, caller if is_direct else None)
        elif caller is not None:
            self.add_source(caller)

    def add(self, w_entry):
        if not self.is_full():
            self.w_calls.append(w_entry)

    def begin(self, caller):
        w_entry = new_array(7)
        if caller is not None:
            w_entry.put_str('file', new_str(caller.code.file))
            w_entry.put_str('line', W_Int(caller.line()))
            self.file = caller.code.file
        else:
            self.file = ''
        return w_entry

    def add_call(self, frame, caller):
        w_entry = self.begin(caller)
        func = frame.func
        w_entry.put_str('function', new_str(func.name))
        if func.cls is not None:
            self.add_class(w_entry, func.cls.name, frame.w_this)
        if not self.options & WITHOUT_ARGUMENTS:
            w_entry.put_str('args', shown_arguments(self.ctx, frame))
        self.add(w_entry)

    def add_class(self, w_entry, name, w_this):
        w_entry.put_str('class', new_str(name))
        if w_this is not None and self.options & WITH_OBJECTS:
            own(w_this)
            w_entry.put_str('object', w_this)
        w_entry.put_str('type', new_str('->' if w_this is not None else '::'))

    def add_source(self, caller):
        """Code that `caller` includes or evaluates. The first entry does not tell the included file."""
        code = caller.code
        op = code.ops[caller.pc]
        if op != b.INCLUDE and op != b.EVAL:
            return
        file = self.file
        w_entry = self.begin(caller)
        if op == b.EVAL:
            w_entry.put_str('function', new_str('eval'))
        else:
            if file != '' and not self.options & WITHOUT_ARGUMENTS:
                w_args = new_array(1)
                w_args.append(new_str(file))
                w_entry.put_str('args', w_args)
            w_entry.put_str('function', new_str(INCLUDE_WORDS[code.ops[caller.pc + 3]]))
        self.add(w_entry)

    def add_native(self, frame, native, is_direct):
        w_entry = self.begin(frame if is_direct else None)
        w_entry.put_str('function', new_str(native.func.name))
        owner = native.func.owner_name()
        if owner != '':
            self.add_class(w_entry, owner, native.w_this)
        if not self.options & WITHOUT_ARGUMENTS:
            w_args = new_array(len(native.args_w))
            for w in native.args_w:
                add_copy(w_args, deref(w))
            w_entry.put_str('args', w_args)
        self.add(w_entry)


@dont_look_inside
def called_by_variable(ctx, frame):
    """True when the builtin that runs for `frame` was not named by its code: `$name()`, or a callback of another builtin."""
    if ctx.native_call is not None and ctx.native_call.frame is frame:
        return native_call_at(frame) is not None
    return frame.code.ops[frame.pc] == b.CALL_SLOT


def native_call_at(frame):
    """The builtin that the frame's current instruction calls, as a NativeCall, or None."""
    code = frame.code
    pc = frame.pc
    op = code.ops[pc]
    if op == b.CALL or op == b.CALL_BUILTIN:
        site = code.calls[code.ops[pc + 1]]
        func = site.cell.func
        if func is None and site.fallback is not None:
            func = site.fallback.func
        count = code.ops[pc + 3]
        if isinstance(func, BuiltinFunction) and not (site.fallback is None and is_compiled(func.name, count)):
            return NativeCall(func, None, slots_of(frame, code.ops[pc + 2], count), frame, None)
    elif op == b.CALL_SLOT:
        first = code.ops[pc + 1]
        return native_in_slot(frame, first, slots_of(frame, first + 2, code.ops[pc + 2]))
    elif op == b.SPREAD_CALL:
        slot = code.ops[pc + 2]
        assert slot >= 0
        w_args = frame.slots[slot]
        if isinstance(w_args, W_Array):
            args_w = w_args.values()
            return native_in_slot(frame, code.ops[pc + 1], args_w[:])
    return None


def is_compiled(name, count):
    if name == 'call_user_func':
        return count > 0
    if name == 'get_called_class':
        return count == 0
    return COMPILED.get(name, -1) == count


def native_in_slot(frame, slot, args_w):
    assert slot >= 0
    w_callee = frame.slots[slot]
    w_this = frame.slots[slot + 1]
    if isinstance(w_callee, W_Closure):
        w_this = w_callee.w_this
        w_callee = w_callee.func
    if isinstance(w_callee, BuiltinFunction) or isinstance(w_callee, NativeMethod):
        assert isinstance(w_callee, Function)
        return NativeCall(w_callee, w_this if isinstance(w_this, W_Object) else None, args_w, frame, None)
    return None


def slots_of(frame, first, count):
    found = []
    for i in range(first, first + count):
        assert i >= 0
        w = frame.slots[i]
        found.append(w if w is not None else w_null)
    return found[:]


def add_copy(w_array, w):
    if w is None:
        w = w_null
    own(w)
    w_array.append(w)


def arguments_array(frame, with_names):
    """The arguments of a call as they are now. with_names: also those that a variadic function got by names it does not know."""
    w_args = new_array(0)
    code = frame.code
    for i in range(len(code.params)):
        w = deref(frame.slots[i])
        if code.params[i].variadic:
            if isinstance(w, W_Array):
                add_rest(w_args, w, with_names)
        elif i < frame.arg_count:
            add_copy(w_args, w)
    if frame.extras is not None:
        for w in frame.extras.arguments:
            add_copy(w_args, deref(w))
    return w_args


def shown_arguments(ctx, frame):
    """The same for a stack trace, where parameters can hide their values."""
    w_args = arguments_array(frame, True)
    params = frame.code.params
    for i in range(len(params)):
        if params[i].sensitive:
            hide(ctx, w_args, i, params[i].variadic)
    return w_args


def hide(ctx, w_args, index, is_variadic):
    """Puts a SensitiveParameterValue in the place of an argument; is_variadic: of all from there on."""
    pos = w_args.next_pos(0)
    number = 0
    while pos >= 0:
        if number == index or is_variadic and number > index:
            w_hidden = objects.instantiate(ctx, ctx.find_class('sensitiveparametervalue'))
            w_hidden.set_slot(0, w_args.value_at(pos))
            w_args.set_at(pos, w_hidden)
        number += 1
        pos = w_args.next_pos(pos + 1)


def add_rest(w_args, w_rest, with_names):
    pos = w_rest.next_pos(0)
    while pos >= 0:
        w = deref(w_rest.value_at(pos))
        if w_rest.is_int_key_at(pos):
            add_copy(w_args, w)
        elif with_names:
            own(w)
            w_args.put_str(w_rest.str_key_at(pos), w)
        pos = w_rest.next_pos(pos + 1)
