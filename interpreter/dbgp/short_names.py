"""Names as code at the prompt writes them: what they mean by the namespace and the imports in force, and how full names may be shortened."""
from __future__ import absolute_import

from hippy.interpreter.compiler.imports import Names
from hippy.interpreter.dbgp import program
from hippy.interpreter.rlib.strings import ascii_lower, cut, starts_with
from hippy.interpreter.syntax import ast

NO_NAMES = Names('', [], False)


def in_force(ctx):
    """compiler.imports.Names; elsewhere than at the prompt there are none."""
    return ctx.names if ctx.names is not None else NO_NAMES


def class_meant(ctx, frame, text):
    """The W_Class that code calls `text`, or None. Loads nothing."""
    lower = ascii_lower(text)
    if lower == 'self' or lower == 'static' or lower == 'parent':
        return program.class_named(ctx, frame, text)
    for full in in_force(ctx).full_names(ast.USE_CLASS, text):
        cls = program.class_named(ctx, None, full)
        if cls is not None:
            return cls
    return None


def function_meant(ctx, text):
    """The Function of 'name' or 'Class::name', or None."""
    separator = text.find('::')
    if separator >= 0:
        cls = class_meant(ctx, None, cut(text, 0, separator))
        return None if cls is None else cls.find_method(ascii_lower(cut(text, separator + 2, len(text))))
    for full in in_force(ctx).full_names(ast.USE_FUNCTION, text):
        function = program.function_named(ctx, full)
        if function is not None:
            return function
    return None


def constant_meant(ctx, text):
    """The value of a constant or None."""
    for full in in_force(ctx).full_names(ast.USE_CONST, text):
        w_value = program.constant(ctx, full)
        if w_value is not None:
            return w_value
    return None


def spellings(names, kind, full, prefix):
    """How code that begins with `prefix` may write a full name."""
    if starts_with(prefix, '\\'):
        return ['\\' + full]
    inner = _behind(full, names.namespace)
    if starts_with(ascii_lower(prefix), 'namespace\\'):
        return ['namespace\\' + inner] if inner != '' else []
    found = []
    for made in names.imports:
        if made.kind == kind and ascii_lower(made.full) == ascii_lower(full):
            found.append(made.alias)
        elif made.kind == ast.USE_CLASS and _behind(full, made.full) != '':
            found.append(made.alias + '\\' + _behind(full, made.full))
    if len(found) > 0:
        if inner != '' and names.namespace != '':
            found.append(inner)
        return found
    if names.namespace == '' or (kind != ast.USE_CLASS and full.find('\\') < 0):
        return [full]
    return [inner] if inner != '' else ['\\' + full]


def _behind(full, namespace):
    """What stands behind the namespace in a full name; '' when it is in another."""
    if namespace == '':
        return full
    if starts_with(ascii_lower(full), ascii_lower(namespace) + '\\'):
        return cut(full, len(namespace) + 1, len(full))
    return ''
