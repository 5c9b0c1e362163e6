"""yield and yield from."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode as b
from hippy.interpreter.compiler.code import KIND_FUNCTION
from hippy.interpreter.compiler.dispatch import compiles, expr
from hippy.interpreter.compiler.places import yielded_reference
from hippy.interpreter.syntax import ast


def _check_place(c, node):
    if c.code.kind != KIND_FUNCTION:
        raise c.unit.error('The "yield" expression can only be used inside a function', node)


@compiles(ast.Yield)
def compile_Yield(c, node, target):
    assert isinstance(node, ast.Yield)
    _check_place(c, node)
    key = b.UNUSED_KEY
    if node.key is not None:
        key = expr(c, node.key)
    if node.value is None:
        value = c.e.const_null()
    elif c.code.by_ref_return:
        value = yielded_reference(c, node.value)
    else:
        value = expr(c, node.value)
    c.e.release(key)
    c.e.release(value)
    c.at(node)
    c.e.emit(b.YIELD, value, key)
    slot = c.result_or_unused(target)
    c.e.emit(b.SUSPEND, slot)
    return slot


@compiles(ast.YieldFrom)
def compile_YieldFrom(c, node, target):
    assert isinstance(node, ast.YieldFrom)
    _check_place(c, node)
    if c.code.by_ref_return:
        raise c.unit.error('Cannot use "yield from" inside a by-reference generator', node)
    operand = expr(c, node.value)
    c.e.release(operand)
    c.at(node)
    c.e.emit(b.YIELD_FROM, operand)
    following = c.e.label()
    end = c.e.label()
    slot = c.result_or_unused(target)
    c.e.place(following)
    c.e.emit(b.DELEGATE, slot, end)
    c.e.emit(b.SUSPEND, b.UNUSED)
    c.e.emit(b.JMP, following)
    c.e.place(end)
    return slot
