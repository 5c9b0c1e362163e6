"""Calling functions: frames, arguments, defaults, named arguments, builtins, methods."""
from __future__ import absolute_import

from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.enums import EnumMethod
from hippy.interpreter.objects.functions import BuiltinFunction, Function, NativeMethod, UserFunction
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Root, disown, own
from hippy.interpreter.rlib import signals
from hippy.interpreter.rlib.jit import dont_look_inside, current_trace_length, hint, promote, unroll_safe
from hippy.interpreter.rlib.objectmodel import always_inline
from hippy.interpreter.vm import enums, types
from hippy.interpreter.vm.debug import DBG
from hippy.interpreter.vm.frame import Frame, take
from hippy.interpreter.vm.op_variables import value_of_ref


SIGNAL_FREE_LENGTH = 60


# user functions

def call_user_from_slots(ctx, caller, func, w_this, static_cls, first, count):
    """Calls a UserFunction with `count` arguments in the caller's temporaries from `first` on."""
    frame = frame_from_slots(ctx, caller, func, w_this, static_cls, first, count)
    make_ready(ctx, frame, func.code, w_this)
    return ctx.execute(frame)


@unroll_safe
def frame_from_slots(ctx, caller, func, w_this, static_cls, first, count):
    """The frame of such a call, with its arguments."""
    code = func.code
    frame = Frame(code, func, w_this, static_cls, count)
    if code.simple_params and count == len(code.params):
        fresh = hint(frame, access_directly=True)
        for i in range(count):
            slot = first + i
            assert slot >= 0
            w = caller.slots[slot]
            caller.slots[slot] = None
            if isinstance(w, W_Ref):
                w = value_of_ref(w)
            fresh.slots[i] = w
    else:
        bind(ctx, frame, func, collect(caller, first, count), caller.code.strict_types)
    return frame


@unroll_safe
def call_closure_from_slots(ctx, caller, closure, first, count):
    func = closure.func
    if not isinstance(func, UserFunction):
        return call_native(ctx, func, closure.w_this, collect(caller, first, count))
    code = promote(func.code)
    if len(code.static_names) == 0:     # otherwise each closure has a function of its own
        func = promote(func)
    frame = Frame(code, func, closure.w_this, closure.static_cls, count)
    if code.simple_params and count == len(code.params):
        for i in range(count):
            slot = first + i
            assert slot >= 0
            w = caller.slots[slot]
            caller.slots[slot] = None
            if isinstance(w, W_Ref):
                w = value_of_ref(w)
            frame.slots[i] = w
    else:
        bind(ctx, frame, func, collect(caller, first, count), caller.code.strict_types)
    bind_closure(frame, closure)
    return start(ctx, frame, code, closure.w_this)


@always_inline
def start(ctx, frame, code, w_this):
    make_ready(ctx, frame, code, w_this)
    return ctx.execute(frame)


@always_inline
def make_ready(ctx, frame, code, w_this):
    """What comes last before a function runs."""
    this_slot = code.this_slot
    if this_slot >= 0:
        frame.slots[this_slot] = w_this
    # a call inlined deep in a trace needs no look at signals of its own
    if current_trace_length() < SIGNAL_FREE_LENGTH and signals.pending():
        ctx.take_signals()
    if frame.func.is_abstract:
        raise ctx.error('Error', 'Cannot call abstract method %s()' % ctx.function_title(frame.func))


@unroll_safe
def collect(caller, first, count):
    """Moves arguments out of temporaries into a list."""
    args_w = [None] * count
    for i in range(count):
        args_w[i] = take(caller, first + i)
    return args_w


class NamedRest(W_Root):
    """The last of a call's arguments: those whose names no parameter of a variadic function has. Owns the values."""
    _attrs_ = ('names', 'values')
    _immutable_fields_ = ('names[*]', 'values[*]')

    def __init__(self, names, values):
        self.names = names[:]
        self.values = values[:]


def positional_count(args_w):
    count = len(args_w)
    if count > 0 and isinstance(args_w[count - 1], NamedRest):
        return count - 1
    return count


@unroll_safe
def bind(ctx, frame, func, args_w, strict):
    """Fills a new frame's parameters; takes over the ownership of the arguments, None for those left out by name.

    strict: the caller declared strict_types; what builtins call is always weak."""
    code = func.code
    params = code.params
    count = len(args_w)
    fixed = len(params)
    if code.variadic:
        count = positional_count(args_w)
        fixed -= 1
    assert fixed >= 0
    for i in range(min(count, fixed)):
        frame.slots[i] = args_w[i]      # the stack trace of a type error shows them all
    if len(args_w) > fixed:
        if code.variadic:
            bind_variadic(frame, params[fixed], fixed, count, args_w)
        else:
            bind_extra(frame, fixed, args_w)
    for i in range(min(count, fixed)):
        w = args_w[i]
        if w is not None:
            frame.slots[i] = bind_one(ctx, frame, func, i, params[i], w, strict)
    if code.variadic and frame.slots[fixed] is not None:
        check_variadic(ctx, frame, func, params[fixed], fixed, strict)
    for i in range(len(params)):
        if frame.slots[i] is None:
            bind_missing(ctx, frame, func, i, params[i], count)


def bind_one(ctx, frame, func, index, param, w, strict):
    if param.by_ref:
        if not isinstance(w, W_Ref):
            w = W_Ref(w)
        if param.type is not None:
            w_value = w.value
            own(w_value)
            w.store(types.check_argument(ctx, frame, func, index, param, w_value, strict))
        return w
    if isinstance(w, W_Ref):
        w = value_of_ref(w)
    if param.type is None:
        return w
    return types.check_argument(ctx, frame, func, index, param, w, strict)


@unroll_safe
def bind_variadic(frame, param, first, count, args_w):
    """Puts the arguments from `first` on, the number of the last parameter, into an array."""
    assert first >= 0
    w_rest = new_array(len(args_w) - first)
    frame.slots[first] = w_rest
    for i in range(first, count):
        w = args_w[i]
        if isinstance(w, W_Ref) and not param.by_ref:
            w = value_of_ref(w)
        w_rest.append(w)
    if count < len(args_w):
        bind_named_rest(w_rest, args_w[count])


def bind_named_rest(w_rest, w_named):
    assert isinstance(w_named, NamedRest)
    for i in range(len(w_named.names)):
        w_rest.put_key(new_str(w_named.names[i]), w_named.values[i])


@unroll_safe
def check_variadic(ctx, frame, func, param, first, strict):
    if param.type is None and not param.by_ref:
        return
    assert first >= 0
    w_rest = frame.slots[first]
    assert isinstance(w_rest, W_Array)
    for pos in range(w_rest.count()):
        w_rest.set_at(pos, bind_one(ctx, frame, func, first + pos, param, w_rest.value_at(pos), strict))


@unroll_safe
def bind_extra(frame, first, args_w):
    """Keeps arguments beyond the parameters, for func_get_args()."""
    extra = frame.get_extras().arguments
    for i in range(first, len(args_w)):
        w = args_w[i]
        if isinstance(w, W_Ref):
            w = value_of_ref(w)
        extra.append(w)


def bind_missing(ctx, frame, func, index, param, count):
    assert index >= 0
    if param.variadic:
        frame.slots[index] = new_array(0)
    elif param.w_default is not None:
        w = param.w_default
        own(w)
        frame.slots[index] = W_Ref(w) if param.by_ref else w
    elif not param.has_default:
        if index < count:
            raise ctx.error_in(frame, 'ArgumentCountError', '%s(): Argument #%d ($%s) not passed' % (
                ctx.function_title(func), index + 1, param.name))
        raise ctx.too_few_arguments(frame, func)


@unroll_safe
def are_simple(code, args_w):
    """True when the arguments are put into the parameters' slots as they are."""
    if not code.simple_params or len(args_w) != len(code.params):
        return False
    for w in args_w:
        if w is None or isinstance(w, NamedRest):
            return False
    return True


@unroll_safe
def call_with_list(ctx, callee, args_w, strict=False):
    """Calls any Callee with owned arguments (W_Ref where the callee takes references)."""
    func = callee.func
    if isinstance(func, UserFunction):
        frame = Frame(func.code, func, callee.w_this, callee.static_cls, positional_count(args_w))
        if are_simple(func.code, args_w):
            for i in range(len(args_w)):
                w = args_w[i]
                if isinstance(w, W_Ref):
                    w = value_of_ref(w)
                frame.slots[i] = w
        else:
            bind(ctx, frame, func, args_w, strict)
        if callee.closure is not None:
            bind_closure(frame, callee.closure)
        return start(ctx, frame, func.code, callee.w_this)
    w_result = call_native(ctx, func, callee.w_this, args_w)
    return w_result


@unroll_safe
def call_native(ctx, func, w_this, args_w):
    """Calls a builtin function or method with owned arguments, which are given up afterwards."""
    if isinstance(func, MagicFunction):
        return func.perform(ctx, args_w)
    if DBG.functions:
        DBG.hook.at_native_call(ctx, ctx.function_title(func))
    if isinstance(func, NativeMethod):
        check_count(ctx, func, len(args_w))
        for i in range(len(args_w)):
            w = args_w[i]
            if isinstance(w, W_Ref) and not func.by_reference(i):
                args_w[i] = value_of_ref(w)
        if isinstance(func, EnumMethod):
            w_result = enums.call(ctx, func, args_w)
        else:
            w_result = func.call_on(ctx, w_this, args_w)
    else:
        assert isinstance(func, BuiltinFunction)
        for i in range(len(args_w)):
            w = args_w[i]
            if isinstance(w, W_Ref) and not func.by_reference(i):
                args_w[i] = value_of_ref(w)
        w_result = func.call(ctx, args_w)
    if DBG.functions:
        DBG.hook.at_native_return(ctx, ctx.function_title(func), w_result)
    for i in range(len(args_w)):
        disown(args_w[i])
    return w_result


def check_count(ctx, func, count):
    if func.min_args <= count and (count <= func.max_args or func.max_args < 0):
        return
    raise ctx.native_arity_error(func, count)


@unroll_safe
def bind_closure(frame, closure):
    """Puts a closure's bound values into its frame."""
    uses = frame.code.uses
    bound = closure.bound
    for i in range(len(uses)):
        w = bound[i]
        own(w)
        slot = uses[i].slot
        assert slot >= 0
        frame.slots[slot] = w


# callees found at run time

class Callee(object):
    """A function with what it is called on."""
    _attrs_ = ('func', 'w_this', 'static_cls', 'closure')

    def __init__(self, func, w_this, static_cls, closure):
        self.func = func
        self.w_this = w_this
        self.static_cls = static_cls
        self.closure = closure


class MagicFunction(Function):
    """A method that does not exist, handled by __call or __callStatic: gets its arguments as one array."""
    _attrs_ = ('method', 'w_this', 'static_cls', 'wanted')

    def __init__(self, method, w_this, static_cls, wanted):
        self.name = wanted
        self.method = method
        self.w_this = w_this
        self.static_cls = static_cls
        self.wanted = wanted

    def by_reference(self, index):
        return False

    def perform(self, ctx, args_w):
        """Owned arguments in, owned result out."""
        w_args = new_array(len(args_w))
        count = positional_count(args_w)
        for i in range(count):
            w_args.append(deref(args_w[i]))
        if count < len(args_w):
            bind_named_rest(w_args, args_w[count])
        return call_with_list(ctx, Callee(self.method, self.w_this, self.static_cls, None), [new_str(self.wanted), w_args])


def callee_of_closure(closure):
    return Callee(closure.func, closure.w_this, closure.static_cls, closure)


def param_names(func):
    """The names of a function's parameters and whether the last is variadic."""
    names = []
    variadic = False
    if isinstance(func, UserFunction):
        for param in func.code.params:
            names.append(param.name)
            variadic = param.variadic
    elif isinstance(func, BuiltinFunction):
        for param in func.signature.params:
            names.append(param.name)
            variadic = param.variadic
    elif isinstance(func, NativeMethod):
        for name in func.parameters:
            names.append(name)
    elif isinstance(func, MagicFunction):
        names.append('')
        variadic = True
    return names, variadic


def place_named(ctx, func, positional, names, values):
    """The arguments in the order of the parameters: None where one is left out; for a variadic function a NamedRest at the end."""
    known, variadic = param_names(func)
    if variadic:
        known.pop()
    args_w = []
    for w in positional:
        args_w.append(w)
    rest_names = []
    rest = []
    for i in range(len(names)):
        position = index_of(known, names[i])
        if position < 0:
            if not variadic:
                raise ctx.error('Error', 'Unknown named parameter $%s' % names[i])
            if isinstance(func, BuiltinFunction):
                raise ctx.error('ArgumentCountError', '%s() does not accept unknown named parameters' % func.name)
            rest_names.append(names[i])
            rest.append(values[i])
            continue
        while len(args_w) <= position:
            args_w.append(None)
        if args_w[position] is not None:
            raise ctx.error('Error', 'Named parameter $%s overwrites previous argument' % names[i])
        args_w[position] = values[i]
    if len(rest) > 0:
        args_w.append(NamedRest(rest_names, rest))
    return args_w[:]


@dont_look_inside
def named_position(func, name):
    """The index of the parameter of that name, or -1."""
    if func is None:
        return -1
    names, _ = param_names(func)
    return index_of(names, name)


def index_of(names, name):
    for i in range(len(names)):
        if names[i] == name:
            return i
    return -1


def arguments_of_array(ctx, func, w_array, purpose):
    """The owned arguments that an array gives: string keys are names. purpose: behind the message of wrong order."""
    positional = []
    names = []
    values = []
    pos = w_array.next_pos(0)
    while pos >= 0:
        w = w_array.value_at(pos)
        if isinstance(w, W_Ref) and not func.by_reference(len(positional)):
            w = w.value
        own(w)
        if w_array.is_int_key_at(pos):
            if len(names) > 0:
                place_named(ctx, func, positional, names, values)       # what is wrong with the names is told first
                raise ctx.error('Error', 'Cannot use positional argument after named argument' + purpose)
            positional.append(w)
        else:
            names.append(w_array.str_key_at(pos))
            values.append(w)
        pos = w_array.next_pos(pos + 1)
    if len(names) == 0:
        return positional[:]
    return place_named(ctx, func, positional, names, values)
