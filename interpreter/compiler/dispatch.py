"""Which function compiles which node: one table for expressions, one for statements, filled by the decorators below.

An expression's function is f(c, node, target) -> operand. `target` is ANYWHERE, NOWHERE (only the effect is wanted) or a slot. The
value may be left elsewhere than in `target` (a constant, a variable): use `expr_to` to insist. With a variable as target only the last
instruction may write it.
"""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode
from hippy.interpreter.compiler.emitter import is_temporary
from hippy.interpreter.compiler.folding import fold
from hippy.interpreter.compiler.function_compiler import ANYWHERE, NOWHERE
from hippy.interpreter.syntax import ast

EXPRESSIONS = [None] * len(ast.NODE_CLASSES)
STATEMENTS = [None] * len(ast.NODE_CLASSES)


def compiles(node_class):
    "NOT_RPYTHON: registers the function that compiles a node class."
    def register(function):
        table = STATEMENTS if issubclass(node_class, ast.Stmt) else EXPRESSIONS
        assert table[node_class.kind] is None, node_class
        table[node_class.kind] = function
        return function
    return register


def expr(c, node, target=ANYWHERE):
    """Compiles an expression; gives the operand that holds its value."""
    start = c.e.start
    c.at(node)
    w_constant = fold(c, node)
    if w_constant is not None:
        c.e.start = start
        return c.e.const(w_constant)
    handler = EXPRESSIONS[node.kind]
    if handler is None:
        raise c.unit.error('Hippy does not execute %s yet' % ast.KIND_NAMES[node.kind], node)
    operand = handler(c, node, target)
    c.e.start = start       # the line stays: what follows an operand is on the operand's line
    return operand


def expr_to(c, node, slot):
    """Compiles an expression and leaves its value, owned, in the slot."""
    operand = expr(c, node, slot)
    move_to(c, operand, slot)


def move_to(c, operand, slot):
    if operand == slot:
        return
    if is_temporary(operand):
        c.e.emit(bytecode.COPY_TMP, operand, slot)
        c.e.release(operand)
    else:
        c.e.emit(bytecode.COPY, operand, slot)


def expr_to_temporary(c, node):
    """As expr_to, into a temporary of its own."""
    operand = expr(c, node, ANYWHERE)
    if is_temporary(operand):
        return operand
    slot = c.e.temporary()
    c.e.emit(bytecode.COPY, operand, slot)
    return slot


def effect(c, node):
    """Compiles an expression whose value nobody wants."""
    c.drop(expr(c, node, NOWHERE))


def statement(c, node):
    handler = STATEMENTS[node.kind]
    if handler is None:
        raise c.unit.error('Hippy does not execute %s yet' % ast.KIND_NAMES[node.kind], node)
    c.at(node)
    if not (isinstance(node, ast.Block) or isinstance(node, ast.Try) or isinstance(node, ast.DoWhile) or does_nothing(node)):
        mark_statement(c)       # the first three begin with a statement of their own
    handler(c, node)


def does_nothing(node):
    """True of statements that no debugger stops at: PHP does nothing there, or what it does there no program waits for."""
    if isinstance(node, ast.ClassDecl):
        return node.class_kind != ast.CLASS_ENUM
    return isinstance(node, ast.Nop) or isinstance(node, ast.Use) or isinstance(node, ast.Label)


def mark_statement(c):
    """A debugger may stop here."""
    if c.unit.debug:
        c.e.begin_statement()


def statements(c, nodes):
    for node in nodes:
        statement(c, node)
