"""The names that live as long as the process: functions, classes, constants. One permanent cell a name, so that compiled code holds cells.

A cell's content is quasi-immutable: machine code takes it for a constant and is thrown away in the rare case that it changes.
"""
from __future__ import absolute_import

from hippy.interpreter.rlib.strings import ascii_lower


class FunctionCell(object):
    _attrs_ = ('name', 'func')
    _immutable_fields_ = ('name', 'func?')

    def __init__(self, name):
        self.name = name            # as first written
        self.func = None            # functions.Function


class ClassCell(object):
    _attrs_ = ('name', 'cls')
    _immutable_fields_ = ('name', 'cls?')

    def __init__(self, name):
        self.name = name
        self.cls = None             # classes.W_Class


class ConstantCell(object):
    _attrs_ = ('name', 'w_value', 'persistent')
    _immutable_fields_ = ('name', 'w_value?', 'persistent?')

    def __init__(self, name):
        self.name = name
        self.w_value = None
        self.persistent = False     # the engine's own: the compiler may use the value


class GlobalCell(object):
    """A global variable. While a top-level code runs, its slot holds the value and the cell only names it (see vm/globals.py)."""
    _attrs_ = ('name', 'w_value')

    def __init__(self, name):
        self.name = name
        self.w_value = None         # may be a W_Ref


class SymbolTable(object):
    """Function and class names are case-insensitive, constants are not (but for their namespace)."""
    _attrs_ = ('functions', 'classes', 'constants', 'globals')

    def __init__(self):
        self.functions = {}
        self.classes = {}
        self.constants = {}
        self.globals = {}

    def function_cell(self, name):
        """The cell for a function name without leading backslash; made on first use."""
        lower = ascii_lower(name)
        cell = self.functions.get(lower, None)
        if cell is None:
            cell = FunctionCell(name)
            self.functions[lower] = cell
        return cell

    def class_cell(self, name):
        lower = ascii_lower(name)
        cell = self.classes.get(lower, None)
        if cell is None:
            cell = ClassCell(name)
            self.classes[lower] = cell
        return cell

    def constant_cell(self, name):
        key = constant_key(name)
        cell = self.constants.get(key, None)
        if cell is None:
            cell = ConstantCell(name)
            self.constants[key] = cell
        return cell

    def global_cell(self, name):
        cell = self.globals.get(name, None)
        if cell is None:
            cell = GlobalCell(name)
            self.globals[name] = cell
        return cell


def constant_key(name):
    """The namespace part of a constant's name is case-insensitive."""
    position = name.rfind('\\')
    if position < 0:
        return name
    stop = position + 1
    assert stop >= 0
    return ascii_lower(name[:stop]) + name[stop:]
