"""A whole source - a file, eval code, a REPL input - to Code: hoists what PHP declares before anything runs."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode as b
from hippy.interpreter.compiler import calls, generators  # they register their node functions
from hippy.interpreter.compiler.code import Code, KIND_FILE
from hippy.interpreter.compiler.declarations import finish
from hippy.interpreter.compiler.dispatch import does_nothing, expr, mark_statement, statement
from hippy.interpreter.compiler.function_compiler import FunctionCompiler
from hippy.interpreter.compiler.namespaces import OpenedNamespaces, segments_of
from hippy.interpreter.compiler.statements import check_function_name, emit_class, function_index
from hippy.interpreter.compiler.unit import Reporter, Unit
from hippy.interpreter.errors import CompileError, FatalError
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.syntax import ast

assert calls.SPECIAL_FUNCTIONS and generators.compile_Yield

SILENT = Reporter()


def compile_program(program, symbols, debug, interactive, is_eval=False, reporter=SILENT, names=None):
    """program: ast.Program. debug: with STATEMENT instructions. interactive: a last expression's value is returned. is_eval: returns null, not 1.

    names: the imports.Names in force at the begin of a REPL input; changed to those at its end. Raises errors.CompileError.
    """
    unit = Unit(program.filename, program.lines, symbols, debug, interactive, reporter)
    code = Code('', program.filename, KIND_FILE)
    c = FunctionCompiler(unit, code, None, None)
    c.statements = program.statements
    code.start_line = 1
    code.end_line = program.lines.line_of(program.end)
    if names is not None:
        unit.namespace = names.namespace
        unit.strict_types = names.strict_types
    for node in program.statements:
        _note_functions(unit, node)
        if isinstance(node, ast.HaltCompiler):
            unit.halt_offset = node.data_offset
    _compile_top(c, program.statements, interactive, names)
    code.strict_types = unit.strict_types
    c.e.line = code.end_line
    c.e.emit(b.RETURN, c.e.const_null() if interactive or is_eval else c.e.const_int(1))
    finish(c)
    if names is not None:
        names.strict_types = unit.strict_types
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


def _compile_top(c, nodes, interactive, names):
    """Statements in their order, so that of two errors the first is found. What PHP declares before anything runs gets its instructions
    ahead of all others: they are emitted first and filled in when the declaration has been compiled."""
    segments = segments_of(nodes, names)
    early = EarlyDeclarations()
    for segment in segments:
        for node in segment.statements:
            if isinstance(node, ast.FunctionDecl):
                c.at(node)
                early.function_pcs.append(c.e.pc())
                c.e.emit(b.DECLARE_FUNCTION)
    for segment in segments:
        for node in segment.statements:
            if isinstance(node, ast.ClassDecl) and _may_bind_early(node):
                c.at(node)
                early.class_pcs.append(c.e.pc())
                c.e.emit(b.DECLARE_CLASS)
    opened = OpenedNamespaces(c, nodes)
    for segment in segments:
        opened.open(segment)
        segment.enter(c.unit)
        is_last = interactive and segment is segments[len(segments) - 1]
        _compile_segment(c, segment, early, is_last)
    last = segments[len(segments) - 1]
    if names is not None:
        names.namespace = '' if last.ends_itself() else c.unit.namespace
        names.imports = [] if last.ends_itself() else c.unit.imports


class EarlyDeclarations(object):
    """The places of the instructions that declare functions and classes before the first statement; those not yet used."""
    _attrs_ = ('function_pcs', 'class_pcs', 'functions_done', 'classes_done', 'bound')

    def __init__(self):
        self.function_pcs = []
        self.class_pcs = []
        self.functions_done = 0
        self.classes_done = 0
        self.bound = {}             # lower names of the classes bound so far

    def next_function(self):
        self.functions_done += 1
        return self.function_pcs[self.functions_done - 1]

    def next_class(self):
        self.classes_done += 1
        return self.class_pcs[self.classes_done - 1]


def _compile_segment(c, segment, early, interactive):
    nodes = segment.statements
    for i in range(len(nodes)):
        node = nodes[i]
        if isinstance(node, ast.FunctionDecl):
            c.at(node)
            check_function_name(c, node)
            c.e.patch(early.next_function(), b.DECLARE_FUNCTION, function_index(c, node), 0)
            _note_function(c, node)
        elif isinstance(node, ast.ClassDecl):
            _compile_class(c, node, early)
        elif interactive and i + 1 == len(nodes) and isinstance(node, ast.ExprStmt):
            _return_value(c, node)
        else:
            statement(c, node)


def _compile_class(c, node, early):
    """A class at top level: bound at once if that can be done, else where the program reaches it."""
    if not _may_bind_early(node):
        statement(c, node)
        return
    c.at(node)
    pc = early.next_class()
    index = emit_class(c, node)
    if _binds_early(c, node, c.e.class_declarations[index], early.bound):
        c.e.patch(pc, b.DECLARE_CLASS, index, 1)
        return
    c.e.skip(pc)
    if not does_nothing(node):
        mark_statement(c)
    c.e.emit(b.DECLARE_CLASS, index)


def _note_function(c, node):
    """A function has been compiled, which must not be called like one of PHP's own or one before."""
    unit = c.unit
    function = node.function
    assert function.name is not None
    name = unit.in_namespace(function.name)
    lower = ascii_lower(name)
    cell = unit.symbols.functions.get(lower, None)
    if cell is not None and cell.func is not None and cell.func.is_builtin():
        raise unit.error('Cannot redeclare %s()' % name, node)
    line = unit.function_lines.get(lower, 0)
    if line > 0 and not unit.interactive:
        raise unit.error('Cannot redeclare %s() (previously declared in %s:%d)' % (name, unit.filename, line), node)
    unit.function_lines[lower] = unit.lines.line_of(function.keyword_start)


def _may_bind_early(node):
    """True for a class without interfaces and traits (zend_compile_class_decl)."""
    if node.class_kind == ast.CLASS_ENUM or len(node.implements) > 0:
        return False
    if node.class_kind == ast.CLASS_INTERFACE and len(node.extends) > 0:
        return False
    for member in node.members:
        if isinstance(member, ast.TraitUse):
            return False
        if isinstance(member, ast.MethodDecl) and ascii_lower(method_name(member)) == '__tostring':
            return False            # it implements Stringable
    return True


def _binds_early(c, node, declaration, bound):
    """Links a class if its name is free and its parent known; False when it must wait."""
    if _is_known(c, declaration.name, bound):
        return False
    if declaration.parent != '' and not _is_known(c, declaration.parent, bound):
        return False
    try:
        if not c.unit.reporter.bind(declaration):
            return False
    except FatalError as e:
        raise CompileError(e.message, e.line, node.start, node.end)
    bound[ascii_lower(declaration.name)] = True
    return True


def method_name(member):
    name = member.function.name
    assert name is not None
    return name


def _is_known(c, name, bound):
    lower = ascii_lower(name)
    if lower in bound:
        return True
    cell = c.unit.symbols.classes.get(lower, None)
    return cell is not None and cell.cls is not None


def _return_value(c, node):
    c.at(node)
    mark_statement(c)
    c.code.has_value = True
    value = node.expression
    while isinstance(value, ast.Silence):
        value = value.operand
    c.value_node = value
    operand = expr(c, node.expression)
    c.e.release(operand)
    c.e.emit(b.RETURN_TMP if operand >= b.TEMPORARY else b.RETURN, operand)
