"""What there is to say about a name: its head, where it is declared, its doc comment."""
from __future__ import absolute_import

from hippy.interpreter.dbgp import program, signatures
from hippy.interpreter.dbgp.packet import DbgpError, ERR_NO_PROPERTY
from hippy.interpreter.objects import convert
from hippy.interpreter.objects.classes import VISIBILITY_NAMES
from hippy.interpreter.objects.functions import UserFunction
from hippy.interpreter.rlib.strings import ascii_lower


def of_name(ctx, name):
    """A few lines of text about a function, method, class or constant; raises DbgpError when nothing has that name."""
    function = program.function_named(ctx, name)
    if function is not None:
        return _of_function(function)
    cls = program.class_named(ctx, None, name)
    if cls is not None:
        return _of_class(cls)
    w_value = program.constant(ctx, name)
    if w_value is not None:
        return 'const %s: %s\n' % (name, convert.debug_type(w_value))
    raise DbgpError(ERR_NO_PROPERTY, 'nothing is called %s' % name)


def code_named(ctx, name):
    """The Code of a function or method of PHP code; raises DbgpError."""
    function = program.function_named(ctx, name)
    if function is None:
        raise DbgpError(ERR_NO_PROPERTY, 'no function is called %s' % name)
    if not isinstance(function, UserFunction):
        raise DbgpError(ERR_NO_PROPERTY, '%s is built in and has no bytecode' % name)
    return function.code


class Place(object):
    """The lines of a declaration; no file: built in."""
    _attrs_ = ('file', 'first', 'last')

    def __init__(self):
        self.file = ''
        self.first = 0
        self.last = 0


def place_of(ctx, name):
    """Where a function, method or class is declared; a class from its name or first method to the end of its last method."""
    place = Place()
    function = program.function_named(ctx, name)
    if isinstance(function, UserFunction):
        place.file = function.code.file
        place.first = function.code.start_line
        place.last = function.code.end_line
        return place
    cls = program.class_named(ctx, None, name)
    if cls is not None and not cls.is_internal:
        for method_name in cls.method_names:
            method = cls.find_method(ascii_lower(method_name))
            if isinstance(method, UserFunction) and method.cls is cls:
                place.file = method.code.file
                if place.first == 0 or method.code.start_line < place.first:
                    place.first = method.code.start_line
                if method.code.end_line > place.last:
                    place.last = method.code.end_line
    return place


def _of_function(function):
    if not isinstance(function, UserFunction):
        return signatures.of_function(function) + '\n'
    text = 'function ' + signatures.of_function(function) + '\n'
    if function.cls is not None:
        if function.is_static:
            text = 'static ' + text
        text = VISIBILITY_NAMES[function.visibility] + ' ' + text
    return '%s%s:%d\n' % (text, function.code.file, function.code.start_line)


def _of_class(cls):
    lines = [class_head(cls)]
    for name in cls.constant_names:
        lines.append('    const ' + name)
    for name in cls.static_names:
        info = cls.static_properties[name].info
        lines.append('    %s static $%s' % (VISIBILITY_NAMES[info.visibility], info.name))
    for info in cls.property_list:
        lines.append('    %s $%s' % (VISIBILITY_NAMES[info.visibility], info.name))
    for name in cls.method_names:
        method = cls.find_method(ascii_lower(name))
        if method is not None:
            lines.append('    ' + signatures.of_function(method))
    return '\n'.join(lines) + '\n'


def class_head(cls):
    text = 'class '
    if cls.is_interface:
        text = 'interface '
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
