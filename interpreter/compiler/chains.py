"""Chains such as $a?->b[c]->d(): a `?->` on null skips the rest of the whole chain."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode as b
from hippy.interpreter.compiler.checks import has_nullsafe
from hippy.interpreter.compiler.dispatch import expr, move_to
from hippy.interpreter.compiler.function_compiler import ANYWHERE
from hippy.interpreter.syntax import ast


def is_link(node):
    return (isinstance(node, ast.Dim) or isinstance(node, ast.Prop) or isinstance(node, ast.StaticProp) or isinstance(node, ast.MethodCall)
            or isinstance(node, ast.StaticCall))


def opens_chain(c, node):
    """True for the outermost node of a chain with `?->`: its function then calls compile_chain. For inner nodes (see link) False."""
    if c.is_inner:
        c.is_inner = False
        return False
    return has_nullsafe(node)


def link(c, node):
    """As expr, for what a node of a chain is applied to."""
    c.is_inner = is_link(node)
    return expr(c, node)


def compile_chain(c, node, target):
    outer = c.null_label
    null = c.e.label()
    end = c.e.label()
    c.null_label = null
    c.is_inner = True
    operand = expr(c, node, ANYWHERE)
    c.null_label = outer
    c.e.release(operand)
    slot = c.result(target)
    move_to(c, operand, slot)
    c.e.emit(b.JMP, end)
    c.e.place(null)
    c.e.emit(b.COPY, c.e.const_null(), slot)
    c.e.place(end)
    return slot


def skip_if_null(c, operand, is_quiet):
    """The jump of a `?->`."""
    c.e.emit(b.JMP_NULL, operand, c.null_label, 0 if is_quiet else 1)
