"""Calls of functions that PHP turns into instructions of their own, whose results are plain values (zend_try_compile_special_func)."""
from __future__ import absolute_import

from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.syntax import ast

# name -> number of arguments
INSTRUCTIONS = {
    'strlen': 1, 'is_null': 1, 'is_bool': 1, 'is_long': 1, 'is_int': 1, 'is_integer': 1, 'is_float': 1, 'is_double': 1, 'is_string': 1,
    'is_array': 1, 'is_object': 1, 'is_resource': 1, 'is_scalar': 1, 'boolval': 1, 'intval': 1, 'floatval': 1, 'doubleval': 1,
    'strval': 1, 'count': 1, 'sizeof': 1, 'gettype': 1, 'get_called_class': 0, 'array_key_exists': 2,
}


def check_not_builtin(c, node):
    """Refuses to write to the result of such a call."""
    if not isinstance(node, ast.Call) or node.first_class:
        return
    callee = node.callee
    if not isinstance(callee, ast.Name):
        return
    name, fallback = c.unit.function_name(callee)
    if fallback != '' or INSTRUCTIONS.get(ascii_lower(name), -1) != len(node.args):
        return
    for arg in node.args:
        if arg.spread or arg.name is not None:
            return
    raise c.unit.error('Cannot use result of built-in function in write context', node)
