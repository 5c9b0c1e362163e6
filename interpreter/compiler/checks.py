"""What PHP refuses while compiling, apart from what the functions of the nodes themselves see (Zend/zend_compile.c)."""
from __future__ import absolute_import

from hippy.interpreter.compiler.folding import fold
from hippy.interpreter.objects.types import T_MIXED, T_NEVER, T_NULL, T_VOID
from hippy.interpreter.objects.values import w_null
from hippy.interpreter.syntax import ast


# statements

def check_return_statement(c, node):
    type = c.code.return_type
    if type is None or c.code.is_generator:
        return
    value = node.value
    if type.mask & T_VOID:
        if value is None:
            return
        if fold(c, value) is w_null:
            raise c.unit.error('A void function must not return a value (did you mean "return;" instead of "return null;"?)', node)
        raise c.unit.error('A void function must not return a value', node)
    if type.mask & T_NEVER:
        raise c.unit.error('A never-returning function must not return', node)
    if value is None:
        if type.mask & (T_NULL | T_MIXED):
            raise c.unit.error('A function with return type must return a value (did you mean "return null;" instead of "return;"?)', node)
        raise c.unit.error('A function with return type must return a value', node)


# places

def check_writable(c, node):
    """Refuses what cannot be assigned to."""
    if isinstance(node, ast.Call):
        raise c.unit.error("Can't use function return value in write context", node)
    if isinstance(node, ast.MethodCall) or isinstance(node, ast.StaticCall):
        raise c.unit.error("Can't use method return value in write context", node)
    if not (isinstance(node, ast.Variable) or isinstance(node, ast.VariableVariable) or isinstance(node, ast.Dim)
            or isinstance(node, ast.Prop) or isinstance(node, ast.StaticProp)):
        raise c.unit.error('Cannot use temporary expression in write context', node)
