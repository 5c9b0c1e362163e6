"""What there is to say about a name: its head, where it is declared, its doc comment."""
from __future__ import absolute_import

from hippy.interpreter.dbgp import program, short_names, signatures
from hippy.interpreter.dbgp.packet import DbgpError, ERR_NO_PROPERTY
from hippy.interpreter.objects import convert
from hippy.interpreter.objects.classes import VISIBILITY_NAMES
from hippy.interpreter.objects.functions import BuiltinFunction, UserFunction
from hippy.interpreter.rlib.strings import ascii_lower, cut, replace, split, starts_with, strip_ascii, strip_right

MANUAL = 'https://www.php.net/manual/en/'


def of_name(ctx, name):
    """A few lines of text about a function, method, class or constant; raises DbgpError when nothing has that name."""
    function = function_called(ctx, name)
    if function is not None:
        return _of_function(function)
    cls = class_called(ctx, name)
    if cls is not None:
        return _of_class(cls)
    w_value = short_names.constant_meant(ctx, name)
    if w_value is not None:
        return 'const %s: %s = %s\n' % (name, convert.debug_type(w_value), signatures.value_text(w_value))
    raise DbgpError(ERR_NO_PROPERTY, 'nothing is called %s' % name)


def function_called(ctx, name):
    """The Function that is called so at the prompt, or by its full name; or None."""
    function = short_names.function_meant(ctx, name)
    return function if function is not None else program.function_named(ctx, name)


def class_called(ctx, name):
    cls = short_names.class_meant(ctx, None, name)
    return cls if cls is not None else program.class_named(ctx, None, name)


def code_named(ctx, name):
    """The Code of a function or method of PHP code; raises DbgpError."""
    function = function_called(ctx, name)
    if function is None:
        raise DbgpError(ERR_NO_PROPERTY, 'no function is called %s' % name)
    if not isinstance(function, UserFunction):
        raise DbgpError(ERR_NO_PROPERTY, '%s is built in and has no bytecode' % name)
    return function.code


class Place(object):
    """The lines of a declaration and its full name; no file: built in."""
    _attrs_ = ('name', 'file', 'first', 'last')

    def __init__(self, name, file, first, last):
        self.name = name
        self.file = file
        self.first = first
        self.last = last


def place_of(ctx, name):
    """Where a function, method or class is declared."""
    function = function_called(ctx, name)
    if isinstance(function, UserFunction):
        name = function.name if function.cls is None else '%s::%s' % (function.cls.name, function.name)
        return Place(name, function.code.file, function.code.start_line, function.code.end_line)
    cls = class_called(ctx, name)
    if function is None and cls is not None and cls.declaration is not None:
        return Place(cls.name, cls.declaration.file, cls.declaration.start_line, cls.declaration.end_line)
    return Place('', '', 0, 0)


def _of_function(function):
    if isinstance(function, UserFunction):
        code = function.code
        return '%s%s\n%s%s:%d\n' % (_modifiers(function), signatures.of_function(function), _plain(code.doc_comment), code.file, code.start_line)
    text = signatures.of_function(function) + '\n'
    if isinstance(function, BuiltinFunction):
        text += '%sfunction.%s.php\n' % (MANUAL, replace(ascii_lower(function.name), '_', '-'))
    return text


def _modifiers(function):
    """The words in front of the name."""
    text = 'function '
    if function.is_static:
        text = 'static ' + text
    if function.cls is not None:
        text = VISIBILITY_NAMES[function.visibility] + ' ' + text
        if function.is_abstract:
            text = 'abstract ' + text
        if function.is_final:
            text = 'final ' + text
    return text


def _plain(comment):
    """A doc comment without its marks, each line indented; '' for none."""
    if comment is None:
        return ''
    lines = []
    for line in split(cut(comment, 3, len(comment) - 2), '\n'):
        line = strip_ascii(line)
        if starts_with(line, '*'):
            line = strip_ascii(line[1:])
        if line != '':
            lines.append('    %s\n' % line)
        elif len(lines) > 0:
            lines.append('\n')
    while len(lines) > 0 and lines[len(lines) - 1] == '\n':
        lines.pop()
    return ''.join(lines)


def _of_class(cls):
    declaration = cls.declaration
    lines = [class_head(cls)]
    if declaration is not None and declaration.doc_comment is not None:
        lines[0] += '\n' + strip_right(_plain(declaration.doc_comment))
    for name in cls.constant_names:
        lines.append('    ' + _constant(cls.constants[name]))
    for name in cls.static_names:
        lines.append('    ' + _property(cls.static_properties[name].info, 'static '))
    for info in cls.property_list:
        lines.append('    ' + _property(info, ''))
    for name in cls.method_names:
        method = cls.find_method(ascii_lower(name))
        if isinstance(method, UserFunction):
            lines.append('    ' + _modifiers(method) + signatures.of_function(method))
        elif method is not None:
            lines.append('    ' + signatures.of_function(method))
    if declaration is None:
        lines.append('%sclass.%s.php' % (MANUAL, ascii_lower(cls.name)))
        return '\n'.join(lines) + '\n'
    lines.append('%s:%d' % (declaration.file, declaration.start_line))
    return '\n'.join(lines) + '\n'


def _constant(constant):
    if constant.is_case:
        w_value = constant.w_backing
        text = 'case ' + constant.name
    else:
        w_value = constant.w_value
        text = 'const ' + constant.name
    return text if w_value is None else '%s = %s' % (text, signatures.value_text(w_value))


def _property(info, word):
    text = VISIBILITY_NAMES[info.visibility] + ' ' + word
    if info.readonly:
        text += 'readonly '
    if info.type is not None:
        text += info.type.text + ' '
    return '%s$%s' % (text, info.name)


def class_head(cls):
    text = 'class '
    if cls.is_interface:
        text = 'interface '
    elif cls.is_trait:
        text = 'trait '
    elif cls.enum is not None:
        text = 'enum '
    elif cls.is_abstract:
        text = 'abstract class '
    elif cls.is_final:
        text = 'final class '
    text += cls.name
    if cls.parent is not None:
        text += ' extends ' + cls.parent.name
    names = []
    for interface in cls.interfaces:
        names.append(interface.name)
    if names:
        text += ' implements ' + ', '.join(names)
    return text
