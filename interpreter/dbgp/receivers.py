"""What class an expression before the cursor has, as far as that can be told without running it, and what a call calls.

`(new X)->`, `f()->`, `$o->m()->` and `X::make()->` are known by the types that functions declare.
"""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import BuiltinFunction
from hippy.interpreter.dbgp import program, short_names
from hippy.interpreter.objects.closures import W_Closure
from hippy.interpreter.objects.functions import UserFunction
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.rlib.strings import ascii_lower, cut, is_alnum, matches_at, starts_with

OPENING = {')': '(', ']': '[', '}': '{'}


def class_of(ctx, frame, code, end):
    """The W_Class of the expression that ends at `end`, or None."""
    assert end >= 0
    while end > 0 and code[end - 1] == ' ':
        end -= 1
    if end == 0:
        return None
    if code[end - 1] == ')':
        opening = opening_before(code, end)
        if opening < 0:
            return None
        if opening == 0 or not is_name_char(code[opening - 1]):
            return class_in_brackets(ctx, frame, code, opening + 1, end - 1)
        return class_returned(ctx, frame, code, opening)
    w_value = program.value_or_none(ctx, frame, cut(code, start_of_path(code, end), end))
    return w_value.get_class() if isinstance(w_value, W_Object) else None


def class_in_brackets(ctx, frame, code, start, end):
    """Of `new X(...)`, or what else stands in brackets."""
    assert start >= 0
    while start < end and code[start] == ' ':
        start += 1
    if ascii_lower(cut(code, start, start + 4)) == 'new ':
        return class_created(ctx, frame, code, start + 4)
    return class_of(ctx, frame, code, end)


def class_created(ctx, frame, code, start):
    end = start
    while end < len(code) and is_name_char(code[end]):
        end += 1
    return short_names.class_meant(ctx, frame, cut(code, start, end))


def class_returned(ctx, frame, code, opening):
    """Of the call whose ( stands at `opening`."""
    start = start_of_name(code, opening)
    name = cut(code, start, opening)
    if starts_with(ascii_lower(cut(code, start - 4 if start >= 4 else 0, start)), 'new '):
        return class_created(ctx, frame, code, start)
    function = function_called(ctx, frame, code, opening, False)
    if function is None:
        return None
    text = return_type(function)
    if starts_with(text, '?'):
        text = text[1:]
    if text == 'static' or text == 'self' or text == '$this':
        if start >= 2 and code[start - 1] == '>':
            return class_of(ctx, frame, code, start - 2)
        if isinstance(function, UserFunction):
            return function.cls
        return None
    return program.class_named(ctx, None, text) if text != '' and name != '' else None


def return_type(function):
    """The declared type as text, '' without one."""
    if isinstance(function, UserFunction):
        return function.code.return_type.text if function.code.return_type is not None else ''
    if isinstance(function, BuiltinFunction):
        text = function.signature.text
        position = text.rfind(': ')
        if position >= 0:
            return text[position + 2:]
    return ''


def function_called(ctx, frame, code, opening, is_attribute):
    """The Function that the call whose ( stands at `opening` means, a constructor for `new X(` and for attributes; or None."""
    start = start_of_name(code, opening)
    name = cut(code, start, opening)
    if name == '' or follows_word(code, start, 'function'):
        return None
    if follows(code, start, '$'):
        return function_in(program.value_or_none(ctx, frame, '$' + name))
    if follows(code, start, '->'):
        cls = class_of(ctx, frame, code, start - 3 if follows(code, start, '?->') else start - 2)
        return None if cls is None else cls.find_method(ascii_lower(name))
    if follows(code, start, '::'):
        cls = short_names.class_meant(ctx, frame, cut(code, start_of_name(code, start - 2), start - 2))
        return None if cls is None else cls.find_method(ascii_lower(name))
    if is_attribute or follows_word(code, start, 'new'):
        cls = short_names.class_meant(ctx, frame, name)
        return None if cls is None else cls.find_method('__construct')
    return short_names.function_meant(ctx, name)


def function_in(w_value):
    """The Function of a closure or of an object that may be called, else None."""
    if isinstance(w_value, W_Closure):
        return w_value.func
    return w_value.get_class().find_method('__invoke') if isinstance(w_value, W_Object) else None


def title_called(code, opening, function, head):
    """The head of a function, named as the call at `opening` names it: `new X(`, `$closure(`."""
    start = start_of_name(code, opening)
    if follows(code, start, '$'):
        start -= 1
    elif function.name != '__construct':
        return head
    parameters = head.find('(')
    assert parameters >= 0
    return cut(code, start, opening) + head[parameters:]


def follows(code, start, text):
    """True when text stands just before start."""
    return start >= len(text) and matches_at(code, start - len(text), text)


def follows_word(code, start, word):
    """The same for a word in whatever capitals and a blank."""
    if start <= len(word) or code[start - 1] != ' ':
        return False
    return ascii_lower(cut(code, start - 1 - len(word), start - 1)) == word


def opening_before(code, end):
    """The position of the bracket that belongs to the one that ends at `end`; -1 without one. Strings are not told apart."""
    depth = 0
    i = end - 1
    while i >= 0:
        c = code[i]
        if c in OPENING:
            depth += 1
        elif c == '(' or c == '[' or c == '{':
            depth -= 1
            if depth == 0:
                return i
        i -= 1
    return -1


def start_of_name(code, end):
    assert end >= 0
    while end > 0 and is_name_char(code[end - 1]):
        end -= 1
    return end


def start_of_path(code, end):
    """Where a variable with its steps begins that ends at `end`."""
    start = end
    while start > 0:
        c = code[start - 1]
        if c == ']':
            start = opening_before(code, start)
            if start < 0:
                return end
        elif is_name_char(c):
            start -= 1
        elif c == '$':
            return start - 1
        elif c == '>' and start > 1 and code[start - 2] == '-':
            start -= 2
        else:
            break
    return start


def is_name_char(c):
    return is_alnum(c) or c == '_' or c == '\\' or c >= '\x80'
