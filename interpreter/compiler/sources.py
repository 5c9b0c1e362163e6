"""A whole source - a file, eval code, a REPL input - to Code: hoists what PHP declares before anything runs."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode as b
from hippy.interpreter.compiler import calls, generators  # they register their node functions
from hippy.interpreter.compiler.code import Code, KIND_FILE
from hippy.interpreter.compiler.declarations import finish
from hippy.interpreter.compiler.dispatch import expr, mark_statement, statement
from hippy.interpreter.compiler.function_compiler import FunctionCompiler
from hippy.interpreter.compiler.namespaces import note_declaration, segments_of
from hippy.interpreter.compiler.statements import emit_class, emit_function
from hippy.interpreter.compiler.unit import Reporter, Unit
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.syntax import ast

assert calls.SPECIAL_FUNCTIONS and generators.compile_Yield

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
        if isinstance(node, ast.HaltCompiler):
            unit.halt_offset = node.data_offset
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
    """What PHP declares before anything runs comes first, for all namespaces; then the rest in order."""
    leading = []
    for node in nodes:
        if isinstance(node, ast.Declare) and node.body is None:
            statement(c, node)      # strict_types holds for what is hoisted too
            leading.append(node)
        elif not isinstance(node, ast.Nop):
            break
    segments = segments_of(c, nodes)
    known = {}
    for segment in segments:
        segment.enter(c.unit)
        _note_names(c, segment)
        _hoist(c, segment, leading, known)
    for segment in segments:
        segment.enter(c.unit)
        is_last = interactive and segment is segments[len(segments) - 1]
        _compile_rest(c, segment, is_last)


def _note_names(c, segment):
    """Reads the imports, in order with the names that must not be taken by them."""
    for node in segment.statements:
        if isinstance(node, ast.Use):
            statement(c, node)
        elif isinstance(node, ast.ClassDecl):
            assert node.name is not None
            note_declaration(c, ast.USE_CLASS, node.name, node)
        elif isinstance(node, ast.FunctionDecl):
            name = node.function.name
            assert name is not None
            note_declaration(c, ast.USE_FUNCTION, name, node)
        elif isinstance(node, ast.Const):
            for item in node.items:
                note_declaration(c, ast.USE_CONST, item.name, item)


def _compile_rest(c, segment, interactive):
    nodes = segment.statements
    for i in range(len(nodes)):
        node = nodes[i]
        if segment.hoisted[i]:
            continue
        if interactive and i + 1 == len(nodes) and isinstance(node, ast.ExprStmt):
            _return_value(c, node)
        else:
            statement(c, node)


def _hoist(c, segment, leading, known):
    """Declares functions, and classes that can be bound at once, before the first statement."""
    nodes = segment.statements
    hoisted = [False] * len(nodes)
    for i in range(len(nodes)):
        node = nodes[i]
        if isinstance(node, ast.FunctionDecl):
            c.at(node)
            emit_function(c, node)
            hoisted[i] = True
        elif isinstance(node, ast.Use) or node in leading:
            hoisted[i] = True
    for i in range(len(nodes)):
        node = nodes[i]
        if isinstance(node, ast.ClassDecl) and _binds_early(c, node, known):
            c.at(node)
            assert node.name is not None
            known[ascii_lower(c.unit.in_namespace(node.name))] = True
            c.e.emit(b.DECLARE_CLASS, emit_class(c, node), 1)
            hoisted[i] = True
    segment.hoisted = hoisted


def _binds_early(c, node, known):
    """True for a class without interfaces and traits whose parent is known, if its name is free (zend_compile_class_decl)."""
    name = node.name
    assert name is not None
    if _is_known(c, c.unit.in_namespace(name), known) or node.class_kind == ast.CLASS_ENUM or len(node.implements) > 0:
        return False
    if node.class_kind == ast.CLASS_INTERFACE and len(node.extends) > 0:
        return False
    for member in node.members:
        if isinstance(member, ast.TraitUse):
            return False
        if isinstance(member, ast.MethodDecl) and ascii_lower(method_name(member)) == '__tostring':
            return False            # it implements Stringable
    for parent in node.extends:
        if not _is_known(c, c.unit.class_name(parent), known):
            return False
    return True


def method_name(member):
    name = member.function.name
    assert name is not None
    return name


def _is_known(c, name, known):
    lower = ascii_lower(name)
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
