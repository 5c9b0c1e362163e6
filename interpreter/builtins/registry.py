"""@builtin declares a PHP function by its PHP signature, constant() a constant. The tables are BUILTINS and CONSTANTS.

What the function receives, after ctx, one for each parameter (the letter is the parameter's code):
  s  string              str, all bytes              S  string named in raw=(...)   W_Str
  i  int                 int                         f  float                       float
  b  bool                bool                        a  array                       W_Array, borrowed
  m  mixed               W_Root, borrowed            w  nullable, union, callable, class type   W_Root, coerced
  p  string named in paths=(...)   str without null bytes
  h  resources: signature.RESOURCES   W_Resource, or null where it is optional
  r  &$by_reference      W_Ref                       V  ...$variadic                list of W_Root (W_Ref when by reference)
Another type than string that is named in raw=(...) has the code m: the function checks the value itself.
An optional parameter that was not given has its default; `None` for '= ?'.
What it returns, by the signature's return type: string str, int int, float float, bool bool, void nothing, true nothing,
anything else (also with 'return' in raw) a W_Root that the caller will own.
"""
from __future__ import absolute_import

from hippy.interpreter.builtins import arguments
from hippy.interpreter.builtins.signature import parse_signature
from hippy.interpreter.objects.functions import BuiltinFunction
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Int, W_Float, new_bool, w_null, w_true
from hippy.interpreter.rlib.jit import dont_look_inside, unrolling_iterable
from hippy.interpreter.rlib.objectmodel import make_sure_not_resized

BUILTINS = []           # BuiltinFunction, in the order of declaration
CONSTANTS = []          # (name, W_Root)

_constant_values = {}   # by name, for defaults in signatures
_declared = {}
_shapes = {}

RESULTS = {'string': 's', 'int': 'i', 'float': 'f', 'bool': 'b', 'void': 'v', 'true': 't'}


# -- arguments ------------------------------------------------------------------------------------------------------------

def check_call(ctx, function, given):
    low = function.min_args
    high = function.max_args
    if given < low or (high >= 0 and given > high):
        raise arguments.arity_error(ctx, function.name, low, high, given)
    if function.is_deprecated:
        ctx.deprecated('Function %s() is deprecated' % function.name)


def argument(ctx, signature, args_w, index):
    """The argument, or the default of one that was left out; None when it has none ('= ?')."""
    if index < len(args_w):
        w = args_w[index]
        if w is not None:
            return w
    param = signature.params[index]
    if param.w_default is None and (not param.optional or index < len(args_w)):
        raise arguments.missing_error(ctx, signature.title, index, param)
    return param.w_default


def take_string(ctx, signature, args_w, index):
    w = argument(ctx, signature, args_w, index)
    return arguments.string_arg(ctx, signature.title, index, signature.params[index], w)


def take_raw_string(ctx, signature, args_w, index):
    w = argument(ctx, signature, args_w, index)
    return arguments.raw_string_arg(ctx, signature.title, index, signature.params[index], w)


def take_int(ctx, signature, args_w, index):
    w = argument(ctx, signature, args_w, index)
    return arguments.int_arg(ctx, signature.title, index, signature.params[index], w)


def take_float(ctx, signature, args_w, index):
    w = argument(ctx, signature, args_w, index)
    return arguments.float_arg(ctx, signature.title, index, signature.params[index], w)


def take_bool(ctx, signature, args_w, index):
    w = argument(ctx, signature, args_w, index)
    return arguments.bool_arg(ctx, signature.title, index, signature.params[index], w)


def take_array(ctx, signature, args_w, index):
    w = argument(ctx, signature, args_w, index)
    return arguments.array_arg(ctx, signature.title, index, signature.params[index], w)


def take_path(ctx, signature, args_w, index):
    w = argument(ctx, signature, args_w, index)
    return arguments.path_arg(ctx, signature.title, index, signature.params[index], w)


def take_resource(ctx, signature, args_w, index):
    w = argument(ctx, signature, args_w, index)
    return arguments.resource_arg(ctx, signature.title, index, signature.params[index], w)


def take_union(ctx, signature, args_w, index):
    w = argument(ctx, signature, args_w, index)
    if w is None:
        return None
    return arguments.union_arg(ctx, signature.title, index, signature.params[index], w)


def take_reference(ctx, signature, args_w, index):
    w = argument(ctx, signature, args_w, index)
    return arguments.reference_arg(ctx, signature.title, index, signature.params[index], w)


def take_variadic(ctx, signature, args_w, index):
    return arguments.variadic_args(ctx, signature.title, index, signature.params[index], args_w)


TAKE = {
    's': take_string, 'S': take_raw_string, 'i': take_int, 'f': take_float, 'b': take_bool, 'a': take_array,
    'p': take_path, 'h': take_resource, 'm': argument, 'w': take_union, 'r': take_reference, 'V': take_variadic,
}


# -- results --------------------------------------------------------------------------------------------------------------

def give_string(s):
    return new_str(s)


def give_int(n):
    return W_Int(n)


def give_float(x):
    return W_Float(x)


def give_bool(flag):
    return new_bool(flag)


def give_null(nothing):
    return w_null


def give_true(nothing):
    return w_true


def give_value(w):
    return w


GIVE = {
    's': give_string, 'i': give_int, 'f': give_float, 'b': give_bool, 'v': give_null, 't': give_true, 'w': give_value,
}


# -- declaring ------------------------------------------------------------------------------------------------------------

def new_shape(codes, result):
    """NOT_RPYTHON. The class of all functions with these parameter codes and this result letter."""
    steps = unrolling_iterable([(index, TAKE[code]) for index, code in enumerate(codes)])
    give = GIVE[result]

    class Shape(BuiltinFunction):
        _attrs_ = ('body',)
        _immutable_fields_ = ('body',)

        def __init__(self, signature, body):
            "NOT_RPYTHON"
            BuiltinFunction.__init__(self, signature)
            self.body = body

        def call(self, ctx, args_w):
            make_sure_not_resized(args_w)
            check_call(ctx, self, len(args_w))
            taken = ()
            for index, take in steps:
                taken += (take(ctx, self.signature, args_w, index),)
            return give(self.body(ctx, *taken))
    Shape.__name__ = 'Builtin_%s_%s' % (codes, result)
    return Shape


def shape(codes, result):
    """NOT_RPYTHON. One class for all functions of a shape: the number of classes is paid for in translation time."""
    key = (codes, result)
    if key not in _shapes:
        _shapes[key] = new_shape(codes, result)
    return _shapes[key]


def builtin(text, raw=(), paths=(), inline=False, deprecated=False, min_args=-1):
    """NOT_RPYTHON. Decorator: the function is the PHP function of this signature; its name may end in '_'.

    inline: small and without loops, so the JIT looks inside; such a function has a wrapper of its own.
    min_args: how many arguments are needed, where the signature hides it.
    """
    signature = parse_signature(text, raw, paths, _constant_values)

    def declare(body):
        assert body.__name__.rstrip('_') == signature.name, body.__name__
        assert signature.name not in _declared, signature.name
        if not inline:
            body = dont_look_inside(body)
        codes = ''.join([param.code for param in signature.params])
        result = 'w' if 'return' in raw else RESULTS.get(signature.returns, 'w')
        made = new_shape(codes, result) if inline else shape(codes, result)
        function = made(signature, body)
        function.is_deprecated = deprecated
        if min_args >= 0:
            function.min_args = min_args
        _declared[signature.name] = function
        BUILTINS.append(function)
        return body
    return declare


def alias(name, original):
    """NOT_RPYTHON. A second name of a function, with the parameters of the first."""
    text = _declared[original].signature.text.replace(original + '(', name + '(', 1)
    source = _declared[original]
    signature = source.signature.renamed(name, text)
    function = source.__class__(signature, source.body)
    _declared[name] = function
    BUILTINS.append(function)


def constant(name, value):
    """NOT_RPYTHON. Declares a constant from a bool, int, float or str."""
    if isinstance(value, bool):
        w_value = new_bool(value)
    elif isinstance(value, int):
        w_value = W_Int(value)
    elif isinstance(value, float):
        w_value = W_Float(value)
    elif isinstance(value, str):
        w_value = new_str(value)
    else:
        w_value = value
    assert name not in _constant_values, name
    _constant_values[name] = w_value
    CONSTANTS.append((name, w_value))
