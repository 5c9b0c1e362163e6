"""A whole source - a file, eval code, a REPL input - to Code: hoists what PHP declares before anything runs."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode as b
from hippy.interpreter.compiler import calls  # registers its node functions
from hippy.interpreter.compiler.code import Code, KIND_FILE
from hippy.interpreter.compiler.declarations import finish
from hippy.interpreter.compiler.dispatch import expr, mark_statement, statement
from hippy.interpreter.compiler.function_compiler import FunctionCompiler
from hippy.interpreter.compiler.statements import emit_class, emit_function
from hippy.interpreter.compiler.unit import Reporter, Unit
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.syntax import ast

assert calls.SPECIAL_FUNCTIONS

SILENT = Reporter()


def compile_program(program, symbols, debug, interactive, is_eval=False, reporter=SILENT):
    """program: ast.Program. debug: with STATEMENT instructions. interactive: a last expression's value is returned. is_eval: returns null, not 1.

    Raises errors.CompileError.
    """
    unit = Unit(program.filename, program.lines, symbols, debug, interactive, reporter)
    code = Code('', program.filename, KIND_FILE)
    c = FunctionCompiler(unit, code, None, None)
    c.statements = program.statements
    code.start_line = 1
    code.end_line = program.lines.line_of(program.end)
    for node in program.statements:
        _note_functions(unit, node)
    _compile_top(c, program.statements, interactive)
    code.strict_types = unit.strict_types
    c.e.line = code.end_line
    c.e.emit(b.RETURN, c.e.const_null() if interactive or is_eval else c.e.const_int(1))
    finish(c)
    return code


def _note_functions(unit, node):
    """Functions declared at top level, also in namespaces: their by-reference parameters are known from the start."""
    if isinstance(node, ast.Namespace):
        unit.namespace = node.name.text if node.name is not None else ''
        for inner in node.statements:
            _note_functions(unit, inner)
        if node.has_braces:
            unit.namespace = ''
    elif isinstance(node, ast.FunctionDecl):
        function = node.function
        assert function.name is not None
        unit.declared_functions[ascii_lower(unit.in_namespace(function.name))] = function


def _compile_top(c, nodes, interactive):
    """Each namespace's statements are a segment with hoisting of its own."""
    c.unit.namespace = ''
    count = len(nodes)
    i = 0
    while i < count:
        node = nodes[i]
        if isinstance(node, ast.Namespace):
            statement(c, ast.Namespace(node.start, node.end, node.name, [], False))
            if node.has_braces:
                _compile_segment(c, node.statements, False)
                c.unit.namespace = ''
            i += 1
            continue
        stop = i
        while stop < count and not isinstance(nodes[stop], ast.Namespace):
            stop += 1
        _compile_segment(c, nodes[i:stop], interactive and stop == count)
        i = stop


def _compile_segment(c, nodes, interactive):
    first = 0
    while first < len(nodes) and isinstance(nodes[first], ast.Declare):
        statement(c, nodes[first])      # strict_types holds for what is hoisted too
        first += 1
    hoisted = _hoist(c, nodes)
    for i in range(first, len(nodes)):
        node = nodes[i]
        if hoisted[i]:
            continue
        if interactive and i + 1 == len(nodes) and isinstance(node, ast.ExprStmt):
            _return_value(c, node)
        else:
            statement(c, node)


def _hoist(c, nodes):
    """Declares functions, and classes whose parents are known, before the first statement. Which nodes that were."""
    hoisted = [False] * len(nodes)
    for i in range(len(nodes)):
        node = nodes[i]
        if isinstance(node, ast.Use):
            statement(c, node)
            hoisted[i] = True
    for i in range(len(nodes)):
        node = nodes[i]
        if isinstance(node, ast.FunctionDecl):
            c.at(node)
            emit_function(c, node)
            hoisted[i] = True
    known = {}
    for i in range(len(nodes)):
        node = nodes[i]
        if isinstance(node, ast.ClassDecl) and _parents_known(c, node, known):
            c.at(node)
            assert node.name is not None
            known[ascii_lower(c.unit.in_namespace(node.name))] = True
            c.e.emit(b.DECLARE_CLASS, emit_class(c, node), 1)
            hoisted[i] = True
    return hoisted


def _parents_known(c, node, known):
    for name in node.extends:
        if not _is_known(c, name, known):
            return False
    for name in node.implements:
        if not _is_known(c, name, known):
            return False
    return True


def _is_known(c, name, known):
    lower = ascii_lower(c.unit.class_name(name))
    if lower in known:
        return True
    cell = c.unit.symbols.classes.get(lower, None)
    return cell is not None and cell.cls is not None


def _return_value(c, node):
    c.at(node)
    mark_statement(c)
    c.code.has_value = True
    operand = expr(c, node.expression)
    c.e.release(operand)
    c.e.emit(b.RETURN_TMP if operand >= b.TEMPORARY else b.RETURN, operand)
