"""Functions as PHP writes their heads: for completion and documentation."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import BuiltinFunction
from hippy.interpreter.objects import numbers
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.functions import NativeMethod, UserFunction
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.values import W_Bool, W_Float, W_Int, W_Null
from hippy.interpreter.rlib.strings import replace

UNTOLD = '...'      # a default that code computes, parameters that have no names
LONGEST_TEXT = 40
HEX = '0123456789abcdef'


def of_function(function):
    """`name(type $parameter = default, ...): type`."""
    if isinstance(function, BuiltinFunction):
        return function.signature.text
    if isinstance(function, NativeMethod):
        return '%s::%s' % (function.cls_name, of_native(function))
    assert isinstance(function, UserFunction)
    return of_code(function.name, function.code)


def of_native(method):
    """The head of a method of a builtin class; where their types are not known, the names of the parameters alone."""
    if method.prototype is not None:
        return of_code(method.name, method.prototype)
    parts = []
    for i in range(len(method.parameters)):
        parts.append('$%s%s' % (method.parameters[i], ' = ' + UNTOLD if i >= method.min_args else ''))
    return '%s(%s)' % (method.name, ', '.join(parts))


def of_code(name, code):
    """The head of a user function."""
    parts = []
    for param in code.params:
        parts.append(_param(param))
    text = '%s%s(%s)' % ('&' if code.by_ref_return else '', name, ', '.join(parts))
    if code.return_type is not None:
        text += ': ' + code.return_type.text
    return text


def _param(param):
    text = ''
    if param.type is not None:
        text = param.type.text + ' '
    if param.by_ref:
        text += '&'
    if param.variadic:
        text += '...'
    text += '$' + param.name
    if param.has_default and not param.variadic:
        text += ' = ' + value_text(param.w_default)
    return text


def value_text(w_value):
    """A value as PHP writes it, where that is short."""
    if isinstance(w_value, W_Null):
        return 'null'
    if isinstance(w_value, W_Bool):
        return 'true' if w_value.boolval else 'false'
    if isinstance(w_value, W_Int):
        return numbers.int_text(w_value.intval)
    if isinstance(w_value, W_Float):
        return numbers.float_repr(w_value.floatval)
    if isinstance(w_value, W_Str) and w_value.length() <= LONGEST_TEXT:
        return quoted(w_value.as_str())
    if isinstance(w_value, W_Array) and w_value.count() == 0:
        return '[]'
    return UNTOLD


def quoted(text):
    """A string literal; a double-quoted one when it has bytes that could not be read."""
    readable = True
    for c in text:
        if c < ' ' or c == '\x7f':
            readable = False
    if readable:
        return "'%s'" % replace(replace(text, '\\', '\\\\'), "'", "\\'")
    parts = []
    for c in text:
        parts.append(_escaped(c))
    return '"%s"' % ''.join(parts)


def _escaped(c):
    if c == '\n':
        return '\\n'
    if c == '\r':
        return '\\r'
    if c == '\t':
        return '\\t'
    if c == '"' or c == '\\' or c == '$':
        return '\\' + c
    if c < ' ' or c == '\x7f':
        return '\\x' + HEX[ord(c) >> 4] + HEX[ord(c) & 15]
    return c
