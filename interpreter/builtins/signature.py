"""PHP signatures as the manual prints them: 'str_pad(string $string, int $length, string $pad_string = " "): string'."""
from __future__ import absolute_import

import json
import re

from hippy.interpreter.objects import types
from hippy.interpreter.objects.arrays import new_array, mark_literal
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Int, W_Float, w_null, w_true, w_false

HEAD = re.compile(r'^([\w\\]+)\((.*)\)(?:: ([\w|?\\]+))?$')
PARAM = re.compile(r'^(?:(\??[\w|\\]+) )?(&?)(\.\.\.)?\$(\w+)(?: = (.+))?$')
RESOURCES = ('stream', 'context', 'dir_handle', 'resource', 'handle', 'from', 'to')     # PHP's signatures have no type for them
WORDS = {'null': w_null, 'true': w_true, 'false': w_false}


class Param(object):
    """One parameter. `accepts`: types.T_ bits; `classes`: lower-case names of classes that fit too; `code`: see registry.py.

    declared_type: as written, '' for none. w_default is None when the parameter is required, or optional without a default that PHP could name ('= ?').
    """
    _attrs_ = ('name', 'declared_type', 'type_text', 'accepts', 'classes', 'by_ref', 'variadic', 'optional', 'default_text', 'w_default', 'code')
    _immutable_fields_ = (
        'name', 'declared_type', 'type_text', 'accepts', 'classes[*]', 'by_ref', 'variadic', 'optional', 'default_text', 'w_default', 'code')

    def __init__(self, name, type_text, by_ref, variadic, default_text, w_default, code):
        "NOT_RPYTHON"
        self.name = name
        self.declared_type = type_text or ''
        self.type_text = expected_text(type_text or 'mixed')
        self.accepts, self.classes = accepted(type_text or 'mixed')
        self.by_ref = by_ref
        self.variadic = variadic
        self.optional = variadic or default_text is not None
        self.default_text = default_text or ''
        self.w_default = w_default
        self.code = code


class Signature(object):
    """What a builtin function declares; min_args and max_args count arguments, max_args -1 is any number.

    title: the name in messages, of a method 'Class::name'. returns: '' for a method that declares no type."""
    _attrs_ = ('name', 'title', 'params', 'returns', 'min_args', 'max_args', 'text')
    _immutable_fields_ = ('name', 'title', 'params[*]', 'returns', 'min_args', 'max_args', 'text')

    def __init__(self, name, params, returns, text):
        "NOT_RPYTHON"
        self.name = name
        self.title = name
        self.params = params
        self.returns = returns
        self.text = text
        self.min_args = len([p for p in params if not p.optional])
        self.max_args = -1 if params and params[-1].variadic else len(params)

    def renamed(self, name, text):
        "NOT_RPYTHON"
        return Signature(name, self.params, self.returns, text)

    def index_of(self, name):
        """The place of a parameter by its name, or -1."""
        for i in range(len(self.params)):
            if self.params[i].name == name and not self.params[i].variadic:
                return i
        return -1


def parse_signature(text, raw, paths, constants):
    """NOT_RPYTHON. A Signature; raw names the string parameters that arrive as W_Str, paths those that are paths;
    constants: {name: W_Root} for defaults."""
    match = HEAD.match(text)
    assert match, text
    name, params, returns = match.groups()
    made = [parse_param(source, raw, paths, constants) for source in split_params(params)]
    return Signature(name, made, returns or '', text)


def split_params(text):
    """NOT_RPYTHON. Splits at commas outside of strings."""
    parts = re.findall(r'(?:"(?:\\.|[^"\\])*"|[^,"])+', text)
    return [part.strip() for part in parts if part.strip()]


def parse_param(source, raw, paths, constants):
    "NOT_RPYTHON"
    match = PARAM.match(source)
    assert match, source
    type_text, ref, dots, name, default = match.groups()
    w_default = None
    if default is not None and default != '?':
        w_default = default_value(default, constants)
    code = param_code(type_text, bool(ref), bool(dots), name in raw)
    if code == 'm' and name in RESOURCES and name not in raw:
        code = 'h'
        type_text = 'resource' if default is None else '?resource'
    elif name in paths:
        assert code == 's', source
        code = 'p'
    if default == '?' and code in 'sifba':
        code = 'w'              # None when it is left out
    return Param(name, type_text, bool(ref), bool(dots), default, w_default, code)


def param_code(type_text, by_ref, variadic, raw):
    """NOT_RPYTHON. The letter that tells the wrapper what to hand over, see registry.py."""
    if variadic:
        return 'V'
    if by_ref:
        return 'r'
    if raw:
        return 'S' if type_text == 'string' else 'm'
    return {'string': 's', 'int': 'i', 'float': 'f', 'bool': 'b', 'array': 'a', 'mixed': 'm', None: 'm'}.get(type_text, 'w')


def default_value(text, constants):
    """NOT_RPYTHON. The W_Root of a default's PHP text: a JSON literal, a constant, or constants joined by |."""
    if text in WORDS:
        return WORDS[text]
    if text == '[]':
        return mark_literal(new_array(0))
    if text in constants:
        return constants[text]
    if re.match(r'^[A-Z_0-9| ]+$', text) and not text[0].isdigit():
        total = 0
        for name in text.split('|'):
            total |= constants[name.strip()].intval
        return W_Int(total)
    value = json.loads(text)
    if isinstance(value, float):
        return W_Float(value)
    if isinstance(value, int):
        return W_Int(value)
    return new_str(str(value))


def expected_text(type_text):
    """NOT_RPYTHON. How messages name a type; an array that may be an object is called an array."""
    if type_text == 'object|array':
        return 'array'
    if type_text == '?resource':
        return 'resource or null'
    return type_text


def accepted(type_text):
    """NOT_RPYTHON. (T_ bits, lower-case class names) of a type's text."""
    bits = 0
    classes = []
    if type_text.startswith('?'):
        bits = types.T_NULL
        type_text = type_text[1:]
    for word in type_text.split('|'):
        if word in types.NAMED_TYPES:
            bits |= types.NAMED_TYPES[word]
        else:
            classes.append(word.lower())
    return bits, classes
