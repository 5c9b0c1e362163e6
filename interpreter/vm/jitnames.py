"""What the JIT watch calls things: a value's short text, the variable in a frame's slot."""
from __future__ import absolute_import

from hippy.interpreter.compiler.code import Code, KIND_FILE
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.classes import W_Class
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.numbers import float_repr
from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.values import W_Bool, W_Float, W_Int, W_Null, W_Root

MAX_STRING = 24         # characters shown of a string


def register(watch):
    """NOT_RPYTHON
    For target(): tells the watch (rlib/jitwatch.py) what PHP's values and variables look like."""
    watch.show_values_with(W_Root(), describe_value)
    watch.name_slots_with(Code('', '', KIND_FILE), slot_name)


def describe(w):
    """A value in one short piece of PHP. Changes nothing: machine code may be about to go on with it."""
    if w is None:
        return 'unset'
    if isinstance(w, W_Ref):
        return '&' + describe_plain(w.value)
    return describe_plain(w)


def describe_value(w):
    """The same, '' for what no PHP code ever sees."""
    text = describe(w)
    return '' if text == 'internal' else text


def describe_plain(w):
    if isinstance(w, W_Int):
        return '%d' % w.intval
    if isinstance(w, W_Float):
        return float_repr(w.floatval)
    if isinstance(w, W_Bool):
        return 'true' if w.boolval else 'false'
    if isinstance(w, W_Null):
        return 'null'
    if isinstance(w, W_Str):
        return describe_string(w)
    if isinstance(w, W_Array):
        return 'array(%d)' % w.count()
    if isinstance(w, W_Object):
        return 'object(%s)' % w.map.cls.name
    if isinstance(w, W_Class):
        return 'class(%s)' % w.name
    return 'internal'


def describe_string(w_str):
    size = w_str.length()
    shown = size if size < MAX_STRING else MAX_STRING
    chars = ['"']
    for i in range(shown):
        chars.append(w_str.char_at(i))
    chars.append('"' if shown == size else '..."')
    return ''.join(chars)


def slot_name(code, i):
    """The variable in slot i of a frame of code, '' after the last."""
    assert i >= 0
    if i < code.var_count:
        return '$' + code.var_names[i]
    return ''
