"""Variables and everything else that can be read, written, unset or referenced: places; assignment; isset, empty, ??, list()."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode as b
from hippy.interpreter.compiler.builtin_calls import check_not_builtin
from hippy.interpreter.compiler.chains import compile_chain, is_link, link, opens_chain, skip_if_null
from hippy.interpreter.compiler.checks import (
    check_array, check_dim, check_dimension, check_not_nullsafe, check_writable, has_nullsafe, has_writable_root, is_globals)
from hippy.interpreter.compiler.code import (
    ACT_ASSIGN, ACT_ASSIGN_OP, ACT_BIND_REF, ACT_MAKE_REF, ACT_POST_DEC, ACT_POST_INC, ACT_PRE_DEC, ACT_PRE_INC, ACT_UNSET, BASE_GLOBALS, BASE_NAMED, BASE_STATIC_PROP, BASE_VALUE, BASE_VARIABLE, STEP_APPEND, STEP_DIM, STEP_PROP, Path, Rope)
from hippy.interpreter.compiler.dispatch import compiles, expr, expr_to, expr_to_temporary, move_to
from hippy.interpreter.compiler.emitter import is_const, is_temporary
from hippy.interpreter.compiler.expressions import BINARY_OPCODES, class_ref, release_two
from hippy.interpreter.compiler.folding import fold
from hippy.interpreter.compiler.function_compiler import ANYWHERE, NOWHERE
from hippy.interpreter.objects.hashtable import RecordKeys
from hippy.interpreter.objects.strings import W_StrConst, constant_str
from hippy.interpreter.syntax import ast

LONGEST_RECORD = 64     # array literals with more elements get their keys one by one

# reading

@compiles(ast.Variable)
def compile_Variable(c, node, target):
    assert isinstance(node, ast.Variable)
    if node.name == 'this':
        return compile_this(c, target)
    if node.name == 'GLOBALS':
        slot = c.result(target)
        c.e.emit(b.FETCH_GLOBALS, slot)
        return slot
    return c.variable(node.name)


def compile_this(c, target):
    if c.has_this:
        return c.e.variable('this')
    slot = c.result(target)
    c.e.emit(b.FETCH_THIS, c.e.variable('this'), slot)
    return slot


@compiles(ast.VariableVariable)
def compile_VariableVariable(c, node, target):
    assert isinstance(node, ast.VariableVariable)
    return _compile_named(c, node, target, 0)


def _compile_named(c, node, target, quiet):
    operand = expr(c, node.expression)
    c.e.release(operand)
    slot = c.result(target)
    c.e.emit(b.FETCH_VAR, operand, slot, quiet)
    return slot


@compiles(ast.Dim)
def compile_Dim(c, node, target):
    assert isinstance(node, ast.Dim)
    check_dimension(c, node, False)
    if opens_chain(c, node):
        return compile_chain(c, node, target)
    inner = node.target
    if is_global(node):
        operand = expr(c, node.index)
        c.e.release(operand)
        slot = c.result(target)
        c.e.emit(b.FETCH_VAR, operand, slot, 2)
        return slot
    if _depth(c, node) > 2:
        return _compile_dims(c, node, c.result(target), b.DIMS_READ)
    if isinstance(inner, ast.Dim) and inner.index is not None and not is_global(inner) and _is_simple(c, node.index) and _on_one_line(c, inner.index, node.index):
        return _compile_dim_of_dim(c, inner, node.index, target)
    container = link(c, inner)
    index = expr(c, node.index)
    release_two(c, container, index)
    slot = c.result(target)
    c.e.emit(b.FETCH_DIM_R, container, index, slot)
    return slot


def is_global(node):
    """True for $GLOBALS[...]."""
    if not isinstance(node, ast.Dim) or node.index is None:
        return False
    target = node.target
    return isinstance(target, ast.Variable) and target.name == 'GLOBALS'


def _compile_dim_of_dim(c, inner, last_index, target):
    """$a[i][j]: the inner array need not be owned when nothing can happen in between."""
    container = link(c, inner.target)
    index = expr(c, inner.index)
    last = expr(c, last_index)
    release_two(c, container, index)
    slot = c.result(target)
    c.e.emit(b.FETCH_DIM2_R, container, index, last, slot)
    return slot


def _depth(c, node):
    """How many dimensions of $a[i][j][k]... can be read at once, from the last one inwards: nothing can happen between them."""
    depth = 1
    inner = node.target
    while isinstance(inner, ast.Dim) and inner.index is not None and not is_global(inner) and _is_simple(c, node.index) and _on_one_line(c, inner.index, node.index):
        depth += 1
        node = inner
        inner = node.target
    return depth


def _compile_dims(c, node, slot, mode):
    """Reads all dimensions that _depth found."""
    indexes = [node.index]
    for i in range(_depth(c, node) - 1):
        node = node.target
        assert isinstance(node, ast.Dim)
        indexes.append(node.index)
    container = link(c, node.target) if mode == b.DIMS_READ else _link_quietly(c, node.target)
    operands = [container]
    while len(indexes) > 0:
        operands.append(expr(c, indexes.pop()))
    for operand in operands:
        c.e.release(operand)
    c.e.ropes.append(Rope(operands))
    c.e.emit(b.FETCH_DIMS, len(c.e.ropes) - 1, slot, mode)
    return slot


def _on_one_line(c, first, second):
    return c.unit.lines.line_of(first.start) == c.unit.lines.line_of(second.start)


def _is_simple(c, node):
    return isinstance(node, ast.Variable) and node.name != 'this' and node.name != 'GLOBALS' or fold(c, node) is not None


def prop_name(c, node):
    """The operand of a property's or method's name."""
    if isinstance(node, ast.Identifier):
        c.at_line_of(node.start)
        return c.e.const_str(node.name)
    return expr(c, node)


@compiles(ast.Prop)
def compile_Prop(c, node, target):
    assert isinstance(node, ast.Prop)
    if opens_chain(c, node):
        return compile_chain(c, node, target)
    container = link(c, node.target)
    if node.nullsafe:
        skip_if_null(c, container, False)
    name = prop_name(c, node.name)
    release_two(c, container, name)
    slot = c.result(target)
    c.e.emit(b.FETCH_PROP_R, container, name, slot, c.e.cache())
    return slot


@compiles(ast.StaticProp)
def compile_StaticProp(c, node, target):
    assert isinstance(node, ast.StaticProp)
    if opens_chain(c, node):
        return compile_chain(c, node, target)
    return _compile_static_prop(c, node, target, 0)


def _compile_static_prop(c, node, target, quiet):
    name = prop_name(c, node.name)
    index = class_ref(c, node.class_ref)
    c.e.release(name)
    slot = c.result(target)
    c.e.emit(b.FETCH_STATIC_PROP, index, name, slot, quiet)
    return slot


def read_quietly(c, node):
    """As expr, but a missing variable, element or property is null without a warning."""
    if is_link(node) and opens_chain(c, node):
        return _read_chain_quietly(c, node)
    if isinstance(node, ast.Variable) and node.name != 'GLOBALS':
        if node.name == 'this':
            return c.e.variable('this')
        return c.variable(node.name)
    if isinstance(node, ast.VariableVariable):
        return _compile_named(c, node, ANYWHERE, 1)
    if isinstance(node, ast.Dim):
        if node.index is None:
            raise c.unit.error('Cannot use [] for reading', node)
        if _depth(c, node) > 1:
            return _compile_dims(c, node, c.e.temporary(), b.DIMS_QUIETLY)
        container = _link_quietly(c, node.target)
        index = expr(c, node.index)
        release_two(c, container, index)
        slot = c.e.temporary()
        c.e.emit(b.FETCH_DIM_IS, container, index, slot)
        return slot
    if isinstance(node, ast.Prop):
        container = _link_quietly(c, node.target)
        if node.nullsafe:
            skip_if_null(c, container, True)
        name = prop_name(c, node.name)
        release_two(c, container, name)
        slot = c.e.temporary()
        c.e.emit(b.FETCH_PROP_IS, container, name, slot, c.e.cache())
        return slot
    if isinstance(node, ast.StaticProp):
        return _compile_static_prop(c, node, ANYWHERE, 1)
    c.is_inner = is_link(node)      # its chain was opened above
    return expr(c, node)


def _link_quietly(c, node):
    c.is_inner = is_link(node)
    return read_quietly(c, node)


def _read_chain_quietly(c, node):
    outer = c.null_label
    null = c.e.label()
    end = c.e.label()
    c.null_label = null
    operand = _link_quietly(c, node)
    c.null_label = outer
    c.e.release(operand)
    slot = c.e.temporary()
    move_to(c, operand, slot)
    c.e.emit(b.JMP, end)
    c.e.place(null)
    c.e.emit(b.COPY, c.e.const_null(), slot)
    c.e.place(end)
    return slot


@compiles(ast.Coalesce)
def compile_Coalesce(c, node, target):
    assert isinstance(node, ast.Coalesce)
    otherwise = c.e.label()
    end = c.e.label()
    operand = read_quietly(c, node.left)
    c.e.emit(b.JMP_NULL, operand, otherwise)
    c.e.release(operand)
    slot = c.result(target)
    move_to(c, operand, slot)
    c.e.emit(b.JMP, end)
    c.e.place(otherwise)
    expr_to(c, node.right, slot)
    c.e.place(end)
    return slot


@compiles(ast.Isset)
def compile_Isset(c, node, target):
    assert isinstance(node, ast.Isset)
    if len(node.targets) == 1:
        return _compile_test(c, node.targets[0], target, 0)
    slot = c.e.temporary()
    end = c.e.label()
    for i in range(len(node.targets)):
        operand = _compile_test(c, node.targets[i], slot, 0)
        move_to(c, operand, slot)
        if i + 1 < len(node.targets):
            c.e.emit(b.JMPZ_KEEP, slot, end)
    c.e.place(end)
    return slot


@compiles(ast.Empty)
def compile_Empty(c, node, target):
    assert isinstance(node, ast.Empty)
    return _compile_test(c, node.target, target, 1)


def _compile_test(c, node, target, is_empty):
    """isset() or empty() of one place."""
    if not is_link(node) or not has_nullsafe(node):
        return _compile_plain_test(c, node, target, is_empty)
    outer = c.null_label
    null = c.e.label()
    end = c.e.label()
    c.null_label = null
    operand = _compile_plain_test(c, node, ANYWHERE, is_empty)
    c.null_label = outer
    c.e.release(operand)
    slot = c.result(target)
    move_to(c, operand, slot)
    c.e.emit(b.JMP, end)
    c.e.place(null)
    c.e.emit(b.COPY, c.e.const_bool(is_empty == 1), slot)
    c.e.place(end)
    return slot


def _compile_plain_test(c, node, target, is_empty):
    if isinstance(node, ast.Dim) and node.index is not None:
        if is_empty == 0 and _depth(c, node) > 1:
            return _compile_dims(c, node, c.result(target), b.DIMS_ISSET)
        container = _link_quietly(c, node.target)
        index = expr(c, node.index)
        release_two(c, container, index)
        slot = c.result(target)
        c.e.emit(b.ISSET_DIM, container, index, slot, is_empty)
        return slot
    if isinstance(node, ast.Prop):
        container = _link_quietly(c, node.target)
        if node.nullsafe:
            skip_if_null(c, container, True)
        name = prop_name(c, node.name)
        release_two(c, container, name)
        slot = c.result(target)
        c.e.emit(b.ISSET_PROP, container, name, slot, is_empty)
        return slot
    if isinstance(node, ast.Dim):
        raise c.unit.error('Cannot use [] for reading', node)
    if is_empty == 0 and not _is_place(node):
        raise c.unit.error('Cannot use isset() on the result of an expression (you can use "null !== expression" instead)', node)
    operand = read_quietly(c, node)
    c.e.release(operand)
    slot = c.result(target)
    if is_empty:
        c.e.emit(b.IS_EMPTY, operand, slot)
    else:
        c.e.emit(b.IS_SET, operand, slot)
    return slot


def _is_place(node):
    return (isinstance(node, ast.Variable) or isinstance(node, ast.VariableVariable) or isinstance(node, ast.Dim)
            or isinstance(node, ast.Prop) or isinstance(node, ast.StaticProp))


# writing

def plain_variable(c, node):
    """The slot of a variable that can be assigned, or -1 for any other place."""
    if isinstance(node, ast.Variable) and node.name != 'GLOBALS':
        if node.name == 'this':
            raise c.unit.error('Cannot re-assign $this', node)
        return c.variable(node.name)
    return -1


class Place(object):
    """A place whose parts have been computed: base and steps of a Path."""
    _attrs_ = ('base', 'operand', 'class_index', 'kinds', 'operands')

    def __init__(self, base, operand, class_index):
        self.base = base
        self.operand = operand
        self.class_index = class_index
        self.kinds = []
        self.operands = []


def place_of(c, node):
    """Computes a place's indexes, outermost last."""
    if isinstance(node, ast.Variable):
        if node.name == 'this':
            return Place(BASE_VALUE, compile_this(c, ANYWHERE), -1)
        if node.name == 'GLOBALS':
            return Place(BASE_GLOBALS, b.UNUSED_KEY, -1)
        return Place(BASE_VARIABLE, c.variable(node.name), -1)
    if isinstance(node, ast.VariableVariable):
        return Place(BASE_NAMED, expr(c, node.expression), -1)
    if isinstance(node, ast.StaticProp):
        name = prop_name(c, node.name)
        return Place(BASE_STATIC_PROP, name, class_ref(c, node.class_ref))
    if isinstance(node, ast.Dim):
        check_dim(c, node)
        if node.index is None and is_globals(node.target):
            raise c.unit.error('Cannot append to $GLOBALS', node)
        place = place_of(c, node.target)
        if node.index is None:
            place.kinds.append(STEP_APPEND)
            place.operands.append(b.UNUSED_KEY)
        else:
            place.kinds.append(STEP_DIM)
            place.operands.append(expr(c, node.index))
        return place
    if isinstance(node, ast.Prop):
        if node.nullsafe:
            raise c.unit.error("Can't use nullsafe operator in write context", node)
        place = place_of(c, node.target)
        place.kinds.append(STEP_PROP)
        place.operands.append(prop_name(c, node.name))
        return place
    if not has_writable_root(node):
        raise c.unit.error('Cannot use temporary expression in write context', node)
    operand = expr(c, node)
    check_not_builtin(c, node)
    return Place(BASE_VALUE, operand, -1)


def release_place(c, place):
    c.e.release(place.operand)
    for operand in place.operands:
        c.e.release(operand)


def emit_path(c, place, action, operator, value, result):
    c.e.paths.append(Path(place.base, place.operand, place.class_index, '', place.kinds, place.operands, action, operator))
    c.e.emit(b.PATH, len(c.e.paths) - 1, value, result)


@compiles(ast.Assign)
def compile_Assign(c, node, target):
    assert isinstance(node, ast.Assign)
    place = node.target
    if isinstance(place, ast.ListPattern):
        return _assign_list(c, node, target)
    variable = plain_variable(c, place)
    if variable >= 0:
        return assign_variable(c, variable, node, target)
    if isinstance(place, ast.Dim):
        base = place.target
        if isinstance(base, ast.Variable) and base.name != 'this' and base.name != 'GLOBALS' and not _is_own_base(place, place.index):
            return _assign_dim(c, place, c.variable(base.name), node.value, target)
    if isinstance(place, ast.Prop) and target == NOWHERE and not place.nullsafe and not _needs_path(place.target):
        return _assign_prop(c, place, node.value)
    check_writable(c, place)
    computed = place_of(c, place)
    line = c.e.line
    value = _value_to_write(c, place, node.value)
    c.e.release(value)
    release_place(c, computed)
    slot = c.result_or_unused(target)
    c.e.line = line
    emit_path(c, computed, ACT_ASSIGN, 0, value, slot)
    return slot


def assign_variable(c, variable, node, target):
    value_node = node.value
    if target == NOWHERE:
        operand = expr(c, value_node, variable)
        if operand == variable and not _is_variable_node(value_node):
            return b.UNUSED         # the last instruction wrote it
    else:
        operand = expr(c, value_node)
    c.e.release(operand)
    slot = c.result_or_unused(target)
    c.at_line_of(node.target.start)
    c.e.emit(b.ASSIGN_TMP if is_temporary(operand) else b.ASSIGN, variable, operand, slot)
    return slot


def _is_variable_node(node):
    return isinstance(node, ast.Variable)


def _is_own_base(place, value):
    """True for the variable that a chain of elements and properties begins with."""
    if not isinstance(value, ast.Variable):
        return False
    while True:
        if isinstance(place, ast.Dim):
            place = place.target
        elif isinstance(place, ast.Prop):
            place = place.target
        else:
            break
    return isinstance(place, ast.Variable) and place.name == value.name


def _value_to_write(c, place, node):
    """The operand of what is written to a place: `$a[0][1] = $a` stores what $a is before."""
    if _is_own_base(place, node):
        return expr_to_temporary(c, node)
    return expr(c, node)


def _assign_dim(c, place, variable, value_node, target):
    index = b.UNUSED_KEY
    if place.index is not None:
        index = expr(c, place.index)
    line = c.e.line
    value = expr(c, value_node)
    c.e.release(value)
    if index != b.UNUSED_KEY:
        c.e.release(index)
    slot = c.result_or_unused(target)
    c.e.line = line
    if place.index is None:
        c.e.emit(b.ASSIGN_APPEND, variable, value, slot)
    else:
        c.e.emit(b.ASSIGN_DIM, variable, index, value, slot)
    return slot


def _needs_path(node):
    """True when what holds the property may have to be created or separated: not for plain objects in variables."""
    return not (isinstance(node, ast.Variable) and node.name != 'GLOBALS')


def _assign_prop(c, place, value_node):
    container = expr(c, place.target)
    name = prop_name(c, place.name)
    line = c.e.line
    value = expr(c, value_node)
    c.e.release(container)
    c.e.release(name)
    c.e.release(value)
    c.e.line = line
    c.e.emit(b.ASSIGN_PROP, container, name, value, c.e.cache())
    return b.UNUSED


@compiles(ast.AssignOp)
def compile_AssignOp(c, node, target):
    assert isinstance(node, ast.AssignOp)
    variable = plain_variable(c, node.target)
    if variable >= 0:
        value = expr(c, node.value)
        c.e.release(value)
        opcode = b.APPEND if node.op == ast.CONCAT else BINARY_OPCODES[node.op]
        if node.op == ast.CONCAT:
            slot = c.result_or_unused(target)
            c.e.emit(opcode, variable, value, slot)
            return slot
        c.e.emit(opcode, variable, value, variable, 1)
        if target == NOWHERE:
            return b.UNUSED
        slot = c.result(target)
        c.e.emit(b.COPY, variable, slot)
        return slot
    check_writable(c, node.target)
    place = place_of(c, node.target)
    line = c.e.line
    value = _value_to_write(c, node.target, node.value)
    c.e.release(value)
    release_place(c, place)
    slot = c.result_or_unused(target)
    c.e.line = line
    emit_path(c, place, ACT_ASSIGN_OP, BINARY_OPCODES[node.op], value, slot)
    return slot


@compiles(ast.IncDec)
def compile_IncDec(c, node, target):
    assert isinstance(node, ast.IncDec)
    variable = plain_variable(c, node.target)
    if variable >= 0:
        slot = c.result_or_unused(target)
        if node.is_prefix or target == NOWHERE:
            c.e.emit(b.PRE_INC if node.is_inc else b.PRE_DEC, variable, slot)
        else:
            c.e.emit(b.POST_INC if node.is_inc else b.POST_DEC, variable, slot)
        return slot
    check_writable(c, node.target)
    place = place_of(c, node.target)
    release_place(c, place)
    slot = c.result_or_unused(target)
    if node.is_prefix:
        action = ACT_PRE_INC if node.is_inc else ACT_PRE_DEC
    else:
        action = ACT_POST_INC if node.is_inc else ACT_POST_DEC
    emit_path(c, place, action, 0, b.UNUSED_KEY, slot)
    return slot


def check_no_append(c, node, message):
    """Refuses $x[] where there has to be an element."""
    while isinstance(node, ast.Dim) or isinstance(node, ast.Prop):
        if isinstance(node, ast.Dim):
            if node.index is None:
                raise c.unit.error(message, node)
            node = node.target
        else:
            assert isinstance(node, ast.Prop)
            node = node.target


@compiles(ast.CoalesceAssign)
def compile_CoalesceAssign(c, node, target):
    assert isinstance(node, ast.CoalesceAssign)
    check_writable(c, node.target)
    check_no_append(c, node.target, 'Cannot use [] for reading')
    end = c.e.label()
    otherwise = c.e.label()
    variable = plain_variable(c, node.target)
    if variable >= 0:
        slot = c.result_or_unused(target)
        c.e.emit(b.JMP_NULL, variable, otherwise)
        if slot != b.UNUSED:
            c.e.emit(b.COPY, variable, slot)
        c.e.emit(b.JMP, end)
        c.e.place(otherwise)
        operand = expr(c, node.value)
        c.e.release(operand)
        c.e.emit(b.ASSIGN_TMP if is_temporary(operand) else b.ASSIGN, variable, operand, slot)
        c.e.place(end)
        return slot
    place = place_of(c, node.target)
    current = _read_place_quietly(c, place)
    c.e.emit(b.JMP_NULL, current, otherwise)
    slot = c.result_or_unused(target)
    if slot != b.UNUSED:
        c.e.emit(b.COPY_TMP, current, slot)
    c.e.emit(b.JMP, end)
    c.e.place(otherwise)
    c.e.release(current)
    operand = _value_to_write(c, node.target, node.value)
    c.e.release(operand)
    release_place(c, place)
    emit_path(c, place, ACT_ASSIGN, 0, operand, slot)
    c.e.place(end)
    return slot


def _read_place_quietly(c, place):
    """The current value of a computed place, in a temporary."""
    slot = c.e.temporary()
    if place.base == BASE_STATIC_PROP:
        c.e.emit(b.FETCH_STATIC_PROP, place.class_index, place.operand, slot, 1)
    elif place.base == BASE_NAMED:
        c.e.emit(b.FETCH_VAR, place.operand, slot, 1)
    elif place.base == BASE_GLOBALS:
        c.e.emit(b.FETCH_GLOBALS, slot)
    else:
        c.e.emit(b.COPY_QUIET, place.operand, slot)
    for i in range(len(place.kinds)):
        if place.kinds[i] == STEP_PROP:
            c.e.emit(b.FETCH_PROP_IS, slot, place.operands[i], slot, c.e.cache())
        else:
            c.e.emit(b.FETCH_DIM_IS, slot, place.operands[i], slot)
    return slot


# references

def reference_to(c, node):
    """A temporary that holds the reference to a place (made one if it is not yet)."""
    variable = -1
    if isinstance(node, ast.Variable) and node.name != 'this' and node.name != 'GLOBALS':
        variable = c.variable(node.name)
    if variable >= 0:
        slot = c.e.temporary()
        c.e.emit(b.MAKE_REF, variable, slot)
        return slot
    if not _is_place(node):
        return _reference_to_value(c, node, REF_SILENT)
    place = place_of(c, node)
    release_place(c, place)
    slot = c.e.temporary()
    emit_path(c, place, ACT_MAKE_REF, 0, b.UNUSED_KEY, slot)
    return slot


# what is said of a value where a reference is wanted: numbers of VALUE_REF
REF_SILENT = 0
REF_RETURNED = 1
REF_ASSIGNED = 2
REF_YIELDED = 3


def _reference_to_value(c, node, note):
    """A function's result where a reference is wanted: its reference, or a fresh one."""
    operand = referenced_expr(c, node)
    c.e.release(operand)
    slot = c.e.temporary()
    c.e.emit(b.VALUE_REF, operand, slot, note)
    return slot


def referenced_expr(c, node):
    """As expr; a call's result stays the reference that the function returned."""
    operand = expr(c, node)
    if is_call(node):
        c.e.keep_reference()
    return operand


def is_call(node):
    return isinstance(node, ast.Call) or isinstance(node, ast.MethodCall) or isinstance(node, ast.StaticCall)


def returned_reference(c, node):
    """The same for `return` in a function that returns by reference."""
    if _is_place(node):
        check_not_nullsafe(c, node)
        return reference_to(c, node)
    return _reference_to_value(c, node, REF_RETURNED)


def yielded_reference(c, node):
    """The same for `yield`."""
    if _is_place(node):
        check_not_nullsafe(c, node)
        return reference_to(c, node)
    return _reference_to_value(c, node, REF_YIELDED)


def iterated_reference(c, node):
    """The same for what a foreach goes through by reference; behind `?->` there is only a value."""
    if has_nullsafe(node):
        return _reference_to_value(c, node, REF_SILENT)
    return reference_to(c, node)


@compiles(ast.AssignRef)
def compile_AssignRef(c, node, target):
    assert isinstance(node, ast.AssignRef)
    if isinstance(node.value, ast.New):
        raise c.unit.error('Cannot assign new by reference', node)
    check_writable(c, node.target)
    check_not_nullsafe(c, node.value)
    if is_globals(node.value):
        raise c.unit.error('Cannot acquire reference to $GLOBALS', node)
    variable = plain_variable(c, node.target)
    if variable >= 0:
        reference = _assigned_reference(c, node.value)
        if not _is_place(node.value):
            check_not_builtin(c, node.value)
        c.e.release(reference)
        c.e.emit(b.BIND_REF, variable, reference)
        return _value_of_reference(c, variable, target)
    place = place_of(c, node.target)
    reference = _assigned_reference(c, node.value)
    c.e.release(reference)
    release_place(c, place)
    slot = c.result_or_unused(target)
    emit_path(c, place, ACT_BIND_REF, 0, reference, slot)
    return slot


def _assigned_reference(c, node):
    if _is_place(node):
        return reference_to(c, node)
    return _reference_to_value(c, node, REF_ASSIGNED)


def _value_of_reference(c, variable, target):
    if target == NOWHERE:
        return b.UNUSED
    slot = c.result(target)
    c.e.emit(b.COPY, variable, slot)
    return slot


def unset_place(c, node):
    if isinstance(node, ast.Variable) and node.name != 'GLOBALS':
        if node.name == 'this':
            raise c.unit.error('Cannot unset $this', node)
        c.e.emit(b.UNSET_CV, c.variable(node.name))
        return
    check_writable(c, node)
    check_no_append(c, node, 'Cannot use [] for unsetting')
    place = place_of(c, node)
    release_place(c, place)
    emit_path(c, place, ACT_UNSET, 0, b.UNUSED_KEY, b.UNUSED)


# list()

def _assign_list(c, node, target):
    pattern = node.target
    assert isinstance(pattern, ast.ListPattern)
    if has_references(pattern):
        if not _is_place(node.value) and not is_call(node.value):
            raise c.unit.error('Cannot assign reference to non referenceable value', node)
        check_not_nullsafe(c, node.value)
        source = reference_to(c, node.value)
        destructure(c, pattern, source, True)
    else:
        operand = expr(c, node.value)
        source = operand
        if not is_temporary(operand) and (not is_const(operand)):
            # the pattern may assign to the variable that is taken apart
            source = c.e.temporary()
            c.e.emit(b.COPY, operand, source)
        destructure(c, pattern, source, False)
    if target == NOWHERE:
        c.drop(source)
        return b.UNUSED
    return source


def has_references(pattern):
    for item in pattern.items:
        if item is not None:
            if item.by_ref:
                return True
            value = item.value
            if isinstance(value, ast.ListPattern) and has_references(value):
                return True
    return False


def destructure(c, pattern, source, by_ref):
    """Assigns the elements of `source` (kept) to a pattern's places."""
    assert isinstance(pattern, ast.ListPattern)
    position = 0
    has_items = False
    is_keyed = _is_keyed(pattern)
    place = pattern             # PHP tells the line of the last item before
    for item in pattern.items:
        if item is None and is_keyed:
            raise c.unit.error('Cannot use empty array entries in keyed array assignment', place)
        if item is not None:
            has_items = True
            _check_item(c, pattern, item, is_keyed, place)
            place = item
            if item.key is None:
                key = c.e.const_int(position)
            else:
                key = expr(c, item.key)
            _destructure_item(c, item, source, key, by_ref)
            c.e.release(key)
        position += 1
    if not has_items:
        raise c.unit.error('Cannot use empty list', pattern)


def _is_keyed(pattern):
    for item in pattern.items:
        if item is not None:
            return item.key is not None or item.spread
    return False


def _check_item(c, pattern, item, is_keyed, place):
    unit = c.unit
    if item.spread:
        raise unit.error('Spread operator is not supported in assignments', place)
    if is_keyed != (item.key is not None):
        raise unit.error('Cannot mix keyed and unkeyed array entries in assignments', place)
    value = item.value
    if isinstance(value, ast.ListPattern):
        if value.is_short != pattern.is_short:
            raise unit.error('Cannot mix [] and list()', place)
    elif isinstance(value, ast.ArrayLiteral) and not value.is_short:
        raise unit.error('Cannot assign to array(), use [] instead', place)
    elif not has_writable_root(value) or has_nullsafe(value):
        raise unit.error('Assignments can only happen to writable values', place)


def _destructure_item(c, item, source, key, by_ref):
    value = item.value
    element = c.e.temporary()
    if item.by_ref or (by_ref and isinstance(value, ast.ListPattern) and has_references(value)):
        c.e.emit(b.LIST_REF, source, key, element)
        if isinstance(value, ast.ListPattern):
            destructure(c, value, element, True)
        else:
            bind_reference(c, value, element)
        c.drop(element)
        return
    c.e.emit(b.FETCH_LIST, source, key, element)
    if isinstance(value, ast.ListPattern):
        destructure(c, value, element, False)
        c.drop(element)
    else:
        store_temporary(c, value, element)


def bind_reference(c, node, reference):
    """Makes a place the reference held in a temporary (moved)."""
    variable = plain_variable(c, node)
    if variable >= 0:
        c.e.emit(b.BIND_REF, variable, reference)
        return
    check_writable(c, node)
    place = place_of(c, node)
    release_place(c, place)
    emit_path(c, place, ACT_BIND_REF, 0, reference, b.UNUSED)


def store_temporary(c, node, slot):
    """Assigns what a temporary holds (moved) to a place."""
    variable = plain_variable(c, node)
    if variable >= 0:
        c.e.emit(b.ASSIGN_TMP, variable, slot, b.UNUSED)
    else:
        check_writable(c, node)
        place = place_of(c, node)
        release_place(c, place)
        emit_path(c, place, ACT_ASSIGN, 0, slot, b.UNUSED)
    c.e.release(slot)


# array literals

@compiles(ast.ArrayLiteral)
def compile_ArrayLiteral(c, node, target):
    assert isinstance(node, ast.ArrayLiteral)
    strings = _record_keys(c, node)
    if strings is not None:
        return _compile_record(c, node, strings)
    check_array(c, node)
    array = c.e.temporary()
    c.e.emit(b.NEW_ARRAY, array, len(node.items))
    for item in node.items:
        if item.by_ref:
            _compile_reference_item(c, item, array)
        elif item.spread:
            operand = expr(c, item.value)
            c.e.release(operand)
            c.e.emit(b.ELEM_SPREAD, array, operand)
        elif item.key is None:
            operand = expr(c, item.value)
            c.e.release(operand)
            c.e.emit(b.ELEM_APPEND, array, operand)
        else:
            key = expr(c, item.key)
            operand = expr(c, item.value)
            release_two(c, key, operand)
            c.e.emit(b.ELEM_SET, array, key, operand)
    return array


def _record_keys(c, node):
    """The list of keys when all of them are different constant strings, else None."""
    count = len(node.items)
    if count == 0 or count > LONGEST_RECORD:
        return None
    strings = []
    for item in node.items:
        if item is None or item.by_ref or item.spread or item.key is None:
            return None
        w_key = fold(c, item.key)
        if not isinstance(w_key, W_StrConst) or w_key.is_int_key() or w_key.s in strings:
            return None
        strings.append(constant_str(w_key.s).as_str())
    return strings


def _compile_record(c, node, strings):
    array = c.e.temporary()
    c.e.records.append(RecordKeys(strings))
    c.e.emit(b.NEW_RECORD, array, len(c.e.records) - 1)
    for i in range(len(node.items)):
        operand = expr(c, node.items[i].value)
        c.e.release(operand)
        c.e.emit(b.ELEM_FILL, array, i, operand)
    return array


def _compile_reference_item(c, item, array):
    key = b.UNUSED_KEY
    if item.key is not None:
        key = expr(c, item.key)
    check_writable(c, item.value)
    reference = reference_to(c, item.value)
    c.e.emit(b.ELEM_REF, array, reference, key)
    c.e.release(reference)
    if key != b.UNUSED_KEY:
        c.e.release(key)
