"""Statements."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode as b
from hippy.interpreter.compiler.attributes import TARGET_FUNCTION, check_attributes
from hippy.interpreter.compiler.code import TryRegion
from hippy.interpreter.compiler.checks import check_constant_expression, check_return_statement
from hippy.interpreter.compiler.declarations import compile_function_code
from hippy.interpreter.compiler.dispatch import compiles, effect, expr, expr_to_temporary, mark_statement, statement, statements
from hippy.interpreter.compiler.emitter import is_const, is_temporary
from hippy.interpreter.compiler.expressions import jump_if
from hippy.interpreter.compiler.folding import fold
from hippy.interpreter.compiler.members import compile_class
from hippy.interpreter.compiler.namespaces import note_declaration
from hippy.interpreter.compiler.places import (
    bind_reference, destructure, has_references, iterated_reference, plain_variable, returned_reference, store_temporary, unset_place)
from hippy.interpreter.compiler.scopes import (
    FINALLY, Scope, check_jump_out, close_try, hold, label_place, leave_for, loop_count, loop_position, open_loop, open_try, runs_finally,
    unwind)
from hippy.interpreter.compiler.types import check_class_name
from hippy.interpreter.compiler.unit import SPECIAL_CLASS_NAMES
from hippy.interpreter.errors import E_WARNING
from hippy.interpreter.objects.convert import numeric_of
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Int
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.syntax import ast


@compiles(ast.Block)
def compile_Block(c, node):
    assert isinstance(node, ast.Block)
    statements(c, node.statements)


@compiles(ast.Nop)
def compile_Nop(c, node):
    pass


@compiles(ast.InlineHtml)
def compile_InlineHtml(c, node):
    assert isinstance(node, ast.InlineHtml)
    c.e.emit(b.ECHO, c.e.const_str(node.text))


@compiles(ast.Echo)
def compile_Echo(c, node):
    assert isinstance(node, ast.Echo)
    for value in node.values:
        operand = expr(c, value)
        c.e.release(operand)
        c.e.emit(b.ECHO, operand)


@compiles(ast.ExprStmt)
def compile_ExprStmt(c, node):
    assert isinstance(node, ast.ExprStmt)
    effect(c, node.expression)


@compiles(ast.If)
def compile_If(c, node):
    assert isinstance(node, ast.If)
    end = c.e.label()
    for i in range(len(node.branches)):
        branch = node.branches[i]
        otherwise = c.e.label()
        if i > 0:
            c.at(branch.condition)
            mark_statement(c)
        jump_if(c, branch.condition, otherwise, False)
        statement(c, branch.body)
        c.e.emit(b.JMP, end)
        c.e.place(otherwise)
    if node.otherwise is not None:
        statement(c, node.otherwise)
    c.e.place(end)


# loops

@compiles(ast.While)
def compile_While(c, node):
    assert isinstance(node, ast.While)
    body = c.e.label()
    condition = c.e.label()
    end = c.e.label()
    c.e.emit(b.JMP, condition)
    open_loop(c, node, end, condition, -1, -1)
    c.e.place(body)
    statement(c, node.body)
    c.scopes.pop()
    c.e.place(condition)
    jump_if(c, node.condition, body, True)
    c.e.place(end)


@compiles(ast.DoWhile)
def compile_DoWhile(c, node):
    assert isinstance(node, ast.DoWhile)
    body = c.e.label()
    condition = c.e.label()
    end = c.e.label()
    open_loop(c, node, end, condition, -1, -1)
    c.e.place(body)
    statement(c, node.body)
    c.scopes.pop()
    c.e.place(condition)
    jump_if(c, node.condition, body, True)
    c.e.place(end)


@compiles(ast.For)
def compile_For(c, node):
    assert isinstance(node, ast.For)
    body = c.e.label()
    step = c.e.label()
    condition = c.e.label()
    end = c.e.label()
    for init in node.init:
        effect(c, init)
    c.e.emit(b.JMP, condition)
    open_loop(c, node, end, step, -1, -1)
    c.e.place(body)
    statement(c, node.body)
    c.scopes.pop()
    c.e.place(step)
    for advance in node.step:
        effect(c, advance)
    c.e.place(condition)
    count = len(node.condition)
    c.at(node.condition[0] if count > 0 else node)
    mark_statement(c)       # a debugger sees each round begin
    for i in range(count):
        if i + 1 < count:
            effect(c, node.condition[i])
        else:
            jump_if(c, node.condition[i], body, True)
    if count == 0:
        c.e.emit(b.JMP, body)
    c.e.place(end)


@compiles(ast.Foreach)
def compile_Foreach(c, node):
    assert isinstance(node, ast.Foreach)
    _check_foreach(c, node)
    iterator = c.e.temporary()
    by_ref = node.by_ref
    pattern = node.target
    if isinstance(pattern, ast.ListPattern):
        by_ref = has_references(pattern)
    if by_ref:
        _reset_by_reference(c, node.subject, iterator)
    else:
        operand = expr(c, node.subject)
        c.e.release(operand)
        c.e.emit(b.FE_RESET, operand, iterator)
    body = c.e.label()
    advance = c.e.label()
    end = c.e.label()
    c.e.emit(b.JMP, advance)
    open_loop(c, node, end, advance, iterator, -1)
    c.e.place(body)
    value_slot = _element_slot(c, node.target)
    key_slot = b.UNUSED
    if node.key is not None:
        key_slot = _element_slot(c, node.key)
    _store_element(c, node.target, value_slot, by_ref)
    if node.key is not None:
        _store_element(c, node.key, key_slot, False)
    statement(c, node.body)
    c.scopes.pop()
    c.e.place(advance)
    c.at(node)
    c.e.emit(b.FE_NEXT_REF if by_ref else b.FE_NEXT, iterator, value_slot, key_slot, body)
    c.e.place(end)
    c.e.emit(b.FE_FREE, iterator)
    c.e.release(iterator)
    c.e.release(value_slot)
    c.e.release(key_slot)


def _reset_by_reference(c, subject, iterator):
    """A variable that is not set stays so: only what is there becomes a reference."""
    set_label = c.e.label()
    end = c.e.label()
    is_variable = isinstance(subject, ast.Variable) and subject.name != 'this' and subject.name != 'GLOBALS'
    if isinstance(subject, ast.Variable) and is_variable:
        variable = c.variable(subject.name)
        c.at(subject)
        c.e.emit(b.JMP_SET, variable, set_label)
        c.e.emit(b.FE_RESET, variable, iterator)
        c.e.emit(b.JMP, end)
        c.e.place(set_label)
    reference = iterated_reference(c, subject)
    c.e.release(reference)
    c.e.emit(b.FE_RESET_REF, reference, iterator)
    c.e.place(end)


def _check_foreach(c, node):
    if node.key_by_ref:
        raise c.unit.error('Key element cannot be a reference', node)
    if isinstance(node.key, ast.ListPattern):
        raise c.unit.error('Cannot use list as key element', node)


def _element_slot(c, node):
    """A variable gets the element at once, any other place through a temporary."""
    if isinstance(node, ast.ListPattern):
        return c.e.temporary()
    variable = plain_variable(c, node)
    if variable >= 0:
        return variable
    return c.e.temporary()


def _store_element(c, node, slot, by_ref):
    if not is_temporary(slot):
        return
    if isinstance(node, ast.ListPattern):
        destructure(c, node, slot, by_ref)
        c.e.emit(b.FREE, slot)
    elif by_ref:
        bind_reference(c, node, slot)
    else:
        store_temporary(c, node, slot)
        c.e.in_use[slot - b.TEMPORARY] = True      # taken until the loop ends


def is_literal(node):
    return isinstance(node, ast.IntLiteral) or isinstance(node, ast.FloatLiteral) or isinstance(node, ast.StringLiteral)


def _jump_table_length(c, node):
    """How many cases PHP looks at before it knows whether a jump table will do: all are ints, or all are strings that are no
    numbers (Zend/zend_compile.c, determine_switch_jumptable_type)."""
    w_first = None
    for i in range(len(node.cases)):
        condition = node.cases[i].condition
        if condition is None:
            continue
        w = fold(c, condition)
        if not isinstance(w, W_Int) and not (isinstance(w, W_Str) and not numeric_of(w).is_whole()):
            return i + 1
        if w_first is None:
            w_first = w
        elif isinstance(w, W_Int) != isinstance(w_first, W_Int):
            return i + 1
    return len(node.cases)


@compiles(ast.Switch)
def compile_Switch(c, node):
    assert isinstance(node, ast.Switch)
    subject = expr(c, node.subject)
    end = c.e.label()
    labels = []
    default = -1
    early = _jump_table_length(c, node)
    for i in range(len(node.cases)):
        case = node.cases[i]
        label = c.e.label()
        labels.append(label)
        if case.condition is None:
            if default >= 0:
                raise c.unit.error('Switch statements may only contain one default clause', case)
            default = i
        else:
            operand = expr(c, case.condition)
            c.e.release(operand)
            if i < early and is_const(operand) and not is_literal(case.condition):
                c.at(node.subject)      # PHP evaluates these when it has just compiled the subject
            c.e.emit(b.JMP_EQUAL, subject, operand, label, 1)
    c.e.emit(b.JMP, labels[default] if default >= 0 else end)
    open_loop(c, node, end, end, -1, subject)
    for i in range(len(node.cases)):
        c.e.place(labels[i])
        statements(c, node.cases[i].body)
    c.scopes.pop()
    c.e.place(end)
    c.drop(subject)


@compiles(ast.Break)
def compile_Break(c, node):
    assert isinstance(node, ast.Break)
    _leave_loops(c, node, node.levels, 'break')


@compiles(ast.Continue)
def compile_Continue(c, node):
    assert isinstance(node, ast.Continue)
    _leave_loops(c, node, node.levels, 'continue')


def _leave_loops(c, node, levels_node, word):
    levels = 1
    if levels_node is not None:
        levels = 0
        if isinstance(levels_node, ast.IntLiteral):
            levels = levels_node.value
        elif not (isinstance(levels_node, ast.FloatLiteral) or isinstance(levels_node, ast.StringLiteral)):
            raise c.unit.error("'%s' operator with non-integer operand is no longer supported" % word, node)
        if levels < 1:
            raise c.unit.error("'%s' operator accepts only positive integers" % word, node)
    count = loop_count(c)
    if count == 0:
        raise c.unit.error("'%s' not in the 'loop' or 'switch' context" % word, node)
    if levels > count:
        raise c.unit.error("Cannot '%s' %d level%s" % (word, levels, 's' if levels > 1 else ''), node)
    position = loop_position(c, levels)
    check_jump_out(c, node, position + 1)
    scope = c.scopes[position]
    if word == 'continue' and isinstance(scope.node, ast.Switch):
        _warn_of_continue(c, node, levels, count)
    unwind(c, position + 1)
    c.e.emit(b.JMP, scope.break_label if word == 'break' else scope.continue_label)


def _warn_of_continue(c, node, levels, count):
    """`continue` aimed at a switch is most likely meant for the loop round it."""
    aim = '"continue"'
    same = '"break"'
    if levels > 1:
        aim = '"continue %d"' % levels
        same = '"break %d"' % levels
    message = '%s targeting switch is equivalent to %s' % (aim, same)
    if levels < count:
        message = message + '. Did you mean to use "continue %d"?' % (levels + 1)
    c.unit.warn(E_WARNING, message, node)


@compiles(ast.Return)
def compile_Return(c, node):
    assert isinstance(node, ast.Return)
    check_return_statement(c, node)
    code = c.code
    if code.by_ref_return and node.value is not None and not code.is_generator:
        operand = _returned_reference(c, node.value)
    else:
        operand = _returned_value(c, node)
    if runs_finally(c):
        if not is_temporary(operand) and operand >= 0:
            slot = c.e.temporary()
            c.e.emit(b.COPY, operand, slot)
            operand = slot
        unwind(c, 0)
        if is_temporary(operand):
            hold(c, operand)
    else:
        unwind(c, 0)
        c.e.release(operand)
    if code.is_generator:
        c.e.emit(b.GENERATOR_RETURN, operand)
        operand = c.e.const_null()
    c.e.emit(b.RETURN_TMP if is_temporary(operand) else b.RETURN, operand)


def _returned_value(c, node):
    """The operand of a returned value, checked against the declared type."""
    operand = c.e.const_null()
    if node.value is not None:
        operand = expr(c, node.value)
    if c.code.return_type is None or c.code.is_generator:
        return operand
    c.e.release(operand)
    slot = c.e.temporary()
    c.e.emit(b.CHECK_RETURN, operand if node.value is not None else b.UNUSED_KEY, slot)
    return slot


def _returned_reference(c, value):
    """A temporary with the reference that a function returns by reference; a notice, and a fresh one, for what is no place."""
    reference = returned_reference(c, value)
    if c.code.return_type is not None:
        slot = c.e.temporary()
        c.e.emit(b.COPY, reference, slot)
        c.e.emit(b.CHECK_RETURN, slot, slot)
        c.drop(slot)
    return reference


# exceptions

@compiles(ast.Try)
def compile_Try(c, node):
    assert isinstance(node, ast.Try)
    if len(node.catches) == 0 and node.otherwise is None:
        raise c.unit.error('Cannot use try without catch or finally', node)
    scope = None
    if node.otherwise is not None:
        scope = open_try(c, node)
    start = c.e.pc()
    kept = c.e.taken()
    statement(c, node.body)
    if len(node.catches) > 0:
        _compile_catches(c, node, start, kept)
    if scope is not None:
        c.scopes.pop()
        _compile_finally(c, node, start, scope, kept)


def _compile_catches(c, node, start, kept):
    after = c.e.label()
    exc = c.e.temporary()
    end = c.e.pc()
    c.e.emit(b.JMP, after)
    c.e.regions.append(TryRegion(start, end, c.e.pc(), exc, kept))
    for clause in node.catches:
        c.at(clause)
        following = c.e.label()
        cells = []
        for name in clause.types:
            if name.resolution != ast.NAME_FULLY_QUALIFIED and ascii_lower(name.text) in SPECIAL_CLASS_NAMES:
                raise c.unit.error('Bad class name in the catch statement', clause)
            cells.append(c.unit.symbols.class_cell(c.unit.class_name(name)))
        c.e.catches.append(CatchClause(cells))
        variable = b.UNUSED
        if clause.variable is not None:
            if clause.variable == 'this':
                raise c.unit.error('Cannot re-assign $this', clause)
            variable = c.e.variable(clause.variable)
        c.e.emit(b.CATCH, exc, len(c.e.catches) - 1, variable, following)
        statement(c, clause.body)
        c.e.emit(b.JMP, after)
        c.e.place(following)
    c.e.emit(b.RETHROW, exc)
    c.e.release(exc)
    c.e.place(after)


def _compile_finally(c, node, start, scope, kept):
    end = c.e.label()
    stop = c.e.pc()
    c.e.emit(b.CALL_FINALLY, scope.resume, scope.exc, scope.label)
    c.e.emit(b.JMP, end)
    c.e.regions.append(TryRegion(start, stop, c.e.pc(), scope.exc, kept))
    c.e.place(scope.label)
    start_body = c.e.pc()
    kept_body = c.e.taken()
    c.e.note_filled(scope.resume)
    c.e.note_filled(scope.exc)
    c.scopes.append(Scope(FINALLY, node.otherwise))
    statement(c, node.otherwise)
    c.scopes.pop()
    second = c.e.temporary()
    stop_body = c.e.pc()
    c.e.emit(b.END_FINALLY, scope.exc, scope.resume)
    c.e.regions.append(TryRegion(start_body, stop_body, c.e.pc(), second, kept_body))
    c.e.emit(b.CHAIN_PREVIOUS, scope.exc, second)
    c.e.emit(b.RETHROW, second)
    c.e.release(second)
    close_try(c, scope)
    c.e.place(end)


class CatchClause(object):
    _attrs_ = ('cells',)
    _immutable_fields_ = ('cells[*]',)

    def __init__(self, cells):
        self.cells = cells[:]


# variables

@compiles(ast.Global)
def compile_Global(c, node):
    assert isinstance(node, ast.Global)
    for target in node.targets:
        if isinstance(target, ast.Variable):
            if target.name == 'this':
                raise c.unit.error('Cannot use $this as global variable', target)
            c.e.global_cells.append(c.unit.symbols.global_cell(target.name))
            c.e.emit(b.BIND_GLOBAL, c.e.variable(target.name), len(c.e.global_cells) - 1)
        else:
            c.unsupported('global with a computed name', -1)


@compiles(ast.Static)
def compile_Static(c, node):
    assert isinstance(node, ast.Static)
    for variable in node.variables:
        if variable.name == 'this':
            raise c.unit.error('Cannot use $this as static variable', variable)
        number = len(c.e.static_names)
        c.e.static_names.append(variable.name)
        w_init = None
        if variable.default is None:
            w_init = fold(c, NULL_NODE)
        else:
            check_constant_expression(c, variable.default, True)
            w_init = fold(c, variable.default)
        c.e.static_inits.append(w_init)
        if w_init is None:
            done = c.e.label()
            c.e.emit(b.JMP_STATIC, number, done)
            c.fixed_line = c.e.line
            slot = expr_to_temporary(c, variable.default)
            c.fixed_line = 0
            c.e.release(slot)
            c.e.emit(b.SET_STATIC, number, slot)
            c.e.place(done)
        c.e.emit(b.BIND_STATIC, c.e.variable(variable.name), number)


NULL_NODE = ast.ConstFetch(0, 0, ast.Name(0, 0, 'null', ast.NAME_FULLY_QUALIFIED))


@compiles(ast.Unset)
def compile_Unset(c, node):
    assert isinstance(node, ast.Unset)
    for target in node.targets:
        unset_place(c, target)


@compiles(ast.Goto)
def compile_Goto(c, node):
    assert isinstance(node, ast.Goto)
    place = label_place(c, node.label)
    if place is None:
        raise c.unit.error("'goto' to undefined label '%s'" % node.label, node)
    leave_for(c, node, place)
    c.e.emit(b.JMP, _goto_label(c, node.label))


@compiles(ast.Label)
def compile_Label(c, node):
    assert isinstance(node, ast.Label)
    label = _goto_label(c, node.name)
    if c.e.pc_of(label) >= 0:
        raise c.unit.error("Label '%s' already defined" % node.name, node)
    c.e.place(label)


def _goto_label(c, name):
    label = c.labels.get(name, -1)
    if label < 0:
        label = c.e.label()
        c.labels[name] = label
    return label


# declarations

@compiles(ast.FunctionDecl)
def compile_FunctionDecl(c, node):
    """At top level functions were declared before anything ran (see sources.py); here only nested and conditional ones remain."""
    assert isinstance(node, ast.FunctionDecl)
    check_function_name(c, node)
    c.e.emit(b.DECLARE_FUNCTION, function_index(c, node))


def check_function_name(c, node):
    """A function must not be called like an import, or like what the engine calls itself."""
    name = node.function.name
    assert name is not None
    note_declaration(c, ast.USE_FUNCTION, name, node)
    lower = ascii_lower(name)
    if ascii_lower(c.unit.in_namespace(name)) == '__autoload':
        raise c.unit.error('__autoload() is no longer supported, use spl_autoload_register() instead', node)
    if lower == 'assert':
        raise c.unit.error('Defining a custom assert() function is not allowed, as the function has special semantics', node)


def function_index(c, node):
    """Compiles a function; the index into code.functions."""
    function = node.function
    assert function.name is not None
    check_attributes(c, function.attributes, TARGET_FUNCTION, 0, function)
    code = compile_function_code(c, function, c.unit.in_namespace(function.name), None, False)
    c.e.functions.append(code)
    return len(c.e.functions) - 1


@compiles(ast.ClassDecl)
def compile_ClassDecl(c, node):
    assert isinstance(node, ast.ClassDecl)
    c.e.emit(b.DECLARE_CLASS, emit_class(c, node))


def emit_class(c, node):
    assert node.name is not None
    if c.class_context is not None:
        raise c.unit.error('Class declarations may not be nested', node)
    check_class_name(c, node.name, node)
    note_declaration(c, ast.USE_CLASS, node.name, node)
    return compile_class(c, node, c.unit.in_namespace(node.name))


def _check_constant_name(c, item):
    lower = ascii_lower(item.name)
    if lower in ('true', 'false', 'null', '__compiler_halt_offset__'):
        raise c.unit.error("Cannot redeclare constant '%s'" % item.name, item)
    note_declaration(c, ast.USE_CONST, item.name, item)


@compiles(ast.Const)
def compile_Const(c, node):
    assert isinstance(node, ast.Const)
    for item in node.items:
        check_constant_expression(c, item.value, True)
        _check_constant_name(c, item)
        operand = expr(c, item.value)
        c.e.release(operand)
        c.e.emit(b.DECLARE_CONST, c.e.const(new_str(c.unit.in_namespace(item.name))), operand)


@compiles(ast.HaltCompiler)
def compile_HaltCompiler(c, node):
    c.e.emit(b.RETURN, c.e.const_int(1))
