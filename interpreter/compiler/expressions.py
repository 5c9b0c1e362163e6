"""Expressions: operators, conditions, literals. Assignment and what can be assigned to: places.py. Calls: calls.py."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode as b
from hippy.interpreter.compiler.checks import check_ternary, note_interpolation
from hippy.interpreter.compiler.code import ClassRef, Rope, TryRegion, CLASS_COMPUTED, CLASS_NAMED, CLASS_PARENT, CLASS_SELF, CLASS_STATIC, KIND_CONSTANT
from hippy.interpreter.compiler.dispatch import compiles, expr, expr_to, expr_to_temporary
from hippy.interpreter.compiler.emitter import is_const, is_temporary, is_variable
from hippy.interpreter.compiler.folding import fold, fold_magic, truth
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.values import TYPE_NAMES
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.syntax import ast

# by ast operator
BINARY_OPCODES = [b.ADD, b.SUB, b.MUL, b.DIV, b.MOD, b.POW, b.CONCAT, b.BIT_AND, b.BIT_OR, b.BIT_XOR, b.SHL, b.SHR, b.IS_EQUAL,
                  b.IS_NOT_EQUAL, b.IS_IDENTICAL, b.IS_NOT_IDENTICAL, b.IS_SMALLER, b.IS_SMALLER_OR_EQUAL, b.IS_SMALLER,
                  b.IS_SMALLER_OR_EQUAL, b.SPACESHIP]
# by ast operator from EQ on: (jump if it holds, jump if it does not)
JUMPS = [(b.JMP_EQUAL, b.JMP_NOT_EQUAL), (b.JMP_NOT_EQUAL, b.JMP_EQUAL), (b.JMP_IDENTICAL, b.JMP_NOT_IDENTICAL),
         (b.JMP_NOT_IDENTICAL, b.JMP_IDENTICAL), (b.JMP_SMALLER, b.JMP_NOT_SMALLER),
         (b.JMP_SMALLER_OR_EQUAL, b.JMP_NOT_SMALLER_OR_EQUAL), (b.JMP_SMALLER, b.JMP_NOT_SMALLER),
         (b.JMP_SMALLER_OR_EQUAL, b.JMP_NOT_SMALLER_OR_EQUAL)]
UNARY_OPCODES = [b.PLUS, b.NEGATE, b.NOT, b.BIT_NOT]


def operands_of(c, node):
    """(left, right) of a Binary; `>` and `>=` come swapped, evaluated in source order all the same."""
    left = expr(c, node.left)
    right = expr(c, node.right)
    if node.op == ast.GT or node.op == ast.GE or is_commutative(node.op) and is_swapped(
            operand_rank(node.left, left), operand_rank(node.right, right)):
        return right, left
    return left, right


def is_commutative(op):
    return op == ast.MUL or ast.BIT_AND <= op <= ast.BIT_XOR or ast.EQ <= op <= ast.NOT_IDENTICAL


# what PHP's compiler keeps an operand in, in the order of commutative operands (Zend/zend_compile.h, IS_CONST ... IS_CV)
RANK_CONSTANT = 0
RANK_TEMPORARY = 1
RANK_RESULT = 2
RANK_VARIABLE = 3

# functions that PHP compiles to instructions of their own, whose results are temporaries (zend_try_compile_special_func)
INLINED_FUNCTIONS = [
    'strlen', 'is_null', 'is_bool', 'is_int', 'is_long', 'is_integer', 'is_float', 'is_double', 'is_string', 'is_array', 'is_object',
    'is_resource', 'is_scalar', 'boolval', 'intval', 'floatval', 'doubleval', 'strval', 'defined', 'count', 'sizeof', 'get_class',
    'get_called_class', 'gettype', 'func_num_args', 'func_get_args', 'array_key_exists']


def is_swapped(left, right):
    """True where PHP looks at the right operand first: it brings constants, then temporaries, then calls' results to the right of
    commutative operators (Zend/zend_vm_def.h, COMMUTATIVE), which shows in the order of warnings and in messages with both types."""
    return left < right


def operand_rank(node, operand):
    if is_const(operand):
        return RANK_CONSTANT
    if isinstance(node, ast.Call):
        return RANK_TEMPORARY if _is_inlined(node) else RANK_RESULT
    if (isinstance(node, ast.MethodCall) or isinstance(node, ast.StaticCall) or isinstance(node, ast.New) or isinstance(node, ast.Eval)
            or isinstance(node, ast.Include) or isinstance(node, ast.Yield) or isinstance(node, ast.AssignRef)):
        return RANK_RESULT
    return RANK_VARIABLE if is_variable(operand) else RANK_TEMPORARY


def _is_inlined(node):
    callee = node.callee
    if node.first_class:
        return True
    return isinstance(callee, ast.Name) and ascii_lower(callee.text) in INLINED_FUNCTIONS


def release_two(c, left, right):
    c.e.release(left)
    c.e.release(right)


@compiles(ast.Binary)
def compile_Binary(c, node, target):
    assert isinstance(node, ast.Binary)
    if node.op == ast.CONCAT:
        return compile_concatenation(c, node, target)
    left, right = operands_of(c, node)
    release_two(c, left, right)
    slot = c.result(target)
    c.e.emit(BINARY_OPCODES[node.op], left, right, slot)
    return slot


def compile_concatenation(c, node, target):
    """a . b . c becomes one ROPE."""
    parts = []
    current = node
    while isinstance(current, ast.Binary) and current.op == ast.CONCAT:
        parts.append(current.right)
        current = current.left
    parts.append(current)
    parts.reverse()
    if len(parts) == 2:
        left, right = operands_of(c, node)
        release_two(c, left, right)
        slot = c.result(target)
        c.e.emit(b.CONCAT, left, right, slot)
        return slot
    return compile_rope(c, parts, target, 1)


def compile_rope(c, parts, target, first_join):
    """Joins many strings at once. A variable is read where ROPE runs, unless a later part could change it; then it is read with
    the part that it is joined to, which is not before part `first_join`."""
    operands = []
    for i in range(len(parts)):
        operands.append(expr(c, parts[i]))
        if i == first_join:
            for k in range(i):
                operands[k] = _joined(c, operands[k], parts, i)
        if i >= first_join:
            operands[i] = _joined(c, operands[i], parts, i)
    for operand in operands:
        c.e.release(operand)
    slot = c.result(target)
    c.e.ropes.append(Rope(operands))
    c.e.emit(b.ROPE, len(c.e.ropes) - 1, slot)
    return slot


def _joined(c, operand, parts, i):
    """An operand of the rope as it is when part i has been evaluated."""
    if not is_variable(operand) or _all_pure(parts, i + 1):
        return operand
    slot = c.e.temporary()
    c.e.emit(b.CAST, operand, slot, b.CAST_STRING)
    return slot


def _all_pure(nodes, first):
    for i in range(first, len(nodes)):
        if not is_pure(nodes[i]):
            return False
    return True


def is_pure(node):
    """True for what can neither change a variable nor warn before the variables are read."""
    return (isinstance(node, ast.Variable) or isinstance(node, ast.StringLiteral) or isinstance(node, ast.IntLiteral)
            or isinstance(node, ast.FloatLiteral) or isinstance(node, ast.ConstFetch) or isinstance(node, ast.ClassConst))


@compiles(ast.Interpolated)
def compile_Interpolated(c, node, target):
    assert isinstance(node, ast.Interpolated)
    note_interpolation(c, node.parts, node.forms)
    if len(node.parts) == 1:
        operand = expr(c, node.parts[0])
        c.e.release(operand)
        slot = c.result(target)
        c.e.emit(b.CAST, operand, slot, b.CAST_STRING)
        return slot
    return compile_rope(c, node.parts, target, 1 if len(node.parts) == 2 else 0)


@compiles(ast.Unary)
def compile_Unary(c, node, target):
    assert isinstance(node, ast.Unary)
    operand = expr(c, node.operand)
    c.e.release(operand)
    slot = c.result(target)
    c.e.emit(UNARY_OPCODES[node.op], operand, slot)
    return slot


@compiles(ast.Cast)
def compile_Cast(c, node, target):
    assert isinstance(node, ast.Cast)
    if node.cast == ast.CAST_UNSET:
        raise c.unit.error('The (unset) cast is no longer supported', node)
    operand = expr(c, node.operand)
    c.e.release(operand)
    slot = c.result(target)
    c.e.emit(b.CAST, operand, slot, node.cast)
    return slot


@compiles(ast.LogicalXor)
def compile_LogicalXor(c, node, target):
    assert isinstance(node, ast.LogicalXor)
    left = expr(c, node.left)
    right = expr(c, node.right)
    release_two(c, left, right)
    if is_swapped(operand_rank(node.left, left), operand_rank(node.right, right)):
        left, right = right, left
    slot = c.result(target)
    c.e.emit(b.BOOL_XOR, left, right, slot)
    return slot


# conditions

def jump_if(c, node, label, wanted):
    """Jumps to the label when the node's truth is `wanted`, otherwise goes on."""
    c.at(node)
    if isinstance(node, ast.Unary) and node.op == ast.NOT:
        jump_if(c, node.operand, label, not wanted)
    elif isinstance(node, ast.LogicalAnd):
        _jump_if_both(c, node.left, node.right, label, wanted, False)
    elif isinstance(node, ast.LogicalOr):
        _jump_if_both(c, node.left, node.right, label, wanted, True)
    elif isinstance(node, ast.Binary) and ast.EQ <= node.op <= ast.GE:
        left, right = operands_of(c, node)
        release_two(c, left, right)
        yes, no = JUMPS[node.op - ast.EQ]
        c.e.emit(yes if wanted else no, left, right, label)
    else:
        operand = expr(c, node)
        c.e.release(operand)
        c.e.emit(b.JMPNZ if wanted else b.JMPZ, operand, label)


def _jump_if_both(c, left, right, label, wanted, is_or):
    """For `and` (is_or False) and `or`: they differ in which truth of the left side decides. A constant one does so now: then the right
    side is not looked at."""
    w_left = fold(c, left)
    if w_left is not None:
        if truth(w_left) != is_or:
            jump_if(c, right, label, wanted)
        elif wanted == is_or:
            c.e.emit(b.JMP, label)
        return
    if wanted == is_or:
        jump_if(c, left, label, wanted)
        jump_if(c, right, label, wanted)
    else:
        skip = c.e.label()
        jump_if(c, left, skip, not wanted)
        jump_if(c, right, label, wanted)
        c.e.place(skip)


def compile_logical(c, node, target):
    slot = c.result(target)
    false_label = c.e.label()
    end = c.e.label()
    jump_if(c, node, false_label, False)
    c.e.emit(b.COPY, c.e.const_bool(True), slot)
    c.e.emit(b.JMP, end)
    c.e.place(false_label)
    c.e.emit(b.COPY, c.e.const_bool(False), slot)
    c.e.place(end)
    return slot


@compiles(ast.LogicalAnd)
def compile_LogicalAnd(c, node, target):
    return compile_logical(c, node, target)


@compiles(ast.LogicalOr)
def compile_LogicalOr(c, node, target):
    return compile_logical(c, node, target)


@compiles(ast.Ternary)
def compile_Ternary(c, node, target):
    assert isinstance(node, ast.Ternary)
    check_ternary(c, node)
    otherwise = c.e.label()
    end = c.e.label()
    if node.then is None:
        value = expr_to_temporary(c, node.condition)
        c.e.emit(b.JMPZ_KEEP, value, otherwise)
        slot = c.result(target)
        c.e.emit(b.COPY_TMP, value, slot)
        c.e.emit(b.JMP, end)
        c.e.place(otherwise)
        c.drop(value)
    else:
        jump_if(c, node.condition, otherwise, False)
        slot = c.result(target)
        expr_to(c, node.then, slot)
        c.e.emit(b.JMP, end)
        c.e.place(otherwise)
    expr_to(c, node.otherwise, slot)
    c.e.place(end)
    return slot


@compiles(ast.Match)
def compile_Match(c, node, target):
    assert isinstance(node, ast.Match)
    subject = expr(c, node.subject)
    slot = c.result(target)
    labels = []
    default = None
    end = c.e.label()
    for arm in node.arms:
        label = c.e.label()
        labels.append(label)
        if arm.is_default:
            if default is not None:
                raise c.unit.error('Match expressions may only contain one default arm', arm)
            default = arm
        for condition in arm.conditions:
            operand = expr(c, condition)
            c.e.release(operand)
            c.e.emit(b.JMP_IDENTICAL, subject, operand, label, 1)
    if default is None:
        c.e.emit(b.MATCH_ERROR, subject)
    else:
        for i in range(len(node.arms)):
            if node.arms[i] is default:
                c.e.emit(b.JMP, labels[i])
    for i in range(len(node.arms)):
        c.e.place(labels[i])
        if is_temporary(subject):
            c.e.emit(b.FREE, subject)
        expr_to(c, node.arms[i].body, slot)
        c.e.emit(b.JMP, end)
    c.e.place(end)
    c.e.release(subject)
    return slot


@compiles(ast.Silence)
def compile_Silence(c, node, target):
    assert isinstance(node, ast.Silence)
    saved = c.e.temporary()
    exc = c.e.temporary()
    slot = c.result(target)
    kept = c.e.taken()
    end = c.e.label()
    c.e.emit(b.SILENCE, saved)
    start = c.e.pc()
    expr_to(c, node.operand, slot)
    stop = c.e.pc()
    c.e.emit(b.SILENCE_END, saved)
    c.e.emit(b.JMP, end)
    c.e.regions.append(TryRegion(start, stop, c.e.pc(), exc, kept))
    c.e.emit(b.SILENCE_END, saved)
    c.e.emit(b.RETHROW, exc)
    c.e.place(end)
    c.e.release(saved)
    c.e.release(exc)
    return slot


@compiles(ast.Print)
def compile_Print(c, node, target):
    assert isinstance(node, ast.Print)
    operand = expr(c, node.value)
    c.e.release(operand)
    c.e.emit(b.ECHO, operand)
    return c.e.const_int(1)


@compiles(ast.Exit)
def compile_Exit(c, node, target):
    assert isinstance(node, ast.Exit)
    operand = b.UNUSED_KEY
    if node.value is not None:
        operand = expr(c, node.value)
        c.e.release(operand)
    c.e.emit(b.EXIT, operand)
    return c.e.const_int(1)


@compiles(ast.Throw)
def compile_Throw(c, node, target):
    assert isinstance(node, ast.Throw)
    operand = expr(c, node.value)
    c.e.release(operand)
    c.e.emit(b.THROW, operand)
    return c.e.const_int(1)


@compiles(ast.Include)
def compile_Include(c, node, target):
    assert isinstance(node, ast.Include)
    operand = expr(c, node.path)
    c.e.release(operand)
    slot = c.result(target)
    c.e.emit(b.INCLUDE, operand, slot, node.mode)
    return slot


@compiles(ast.Eval)
def compile_Eval(c, node, target):
    assert isinstance(node, ast.Eval)
    operand = expr(c, node.code)
    c.e.release(operand)
    slot = c.result(target)
    c.e.emit(b.EVAL, operand, slot)
    return slot


# literals, constants, arrays

@compiles(ast.ConstFetch)
def compile_ConstFetch(c, node, target):
    assert isinstance(node, ast.ConstFetch)
    name, fallback = c.unit.constant_name(node.name)
    c.e.constants.append(ConstantRef(name, fallback, c.unit.symbols.constant_cell(name),
                                     c.unit.symbols.constant_cell(fallback) if fallback != '' else None))
    slot = c.result(target)
    c.e.emit(b.FETCH_CONST, len(c.e.constants) - 1, slot)
    return slot


@compiles(ast.MagicConst)
def compile_MagicConst(c, node, target):
    assert isinstance(node, ast.MagicConst)
    w_constant = fold_magic(c, node)
    if w_constant is not None:
        return c.e.const(w_constant)
    c.e.classes.append(ClassRef('self', None, CLASS_SELF, b.UNUSED_KEY))
    slot = c.result(target)
    c.e.emit(b.FETCH_CLASS_NAME, len(c.e.classes) - 1, slot)
    return slot


class ConstantRef(object):
    """A constant as written: its cell, and that of the global one for an unqualified name in a namespace."""
    _attrs_ = ('name', 'fallback_name', 'cell', 'fallback')
    _immutable_fields_ = ('name', 'fallback_name', 'cell', 'fallback')

    def __init__(self, name, fallback_name, cell, fallback):
        self.name = name
        self.fallback_name = fallback_name
        self.cell = cell
        self.fallback = fallback


# classes

def class_ref(c, node, is_for_name=False):
    """The index into code.classes for a Name or an expression; an expression's value must be a class name or an object. is_for_name: its
    ::class is wanted."""
    operand = b.UNUSED_KEY
    name = ''
    cell = None
    if isinstance(node, ast.Name):
        name = c.unit.class_name(node)
        lower = ascii_lower(name)
        if lower == 'self':
            kind = CLASS_SELF
        elif lower == 'parent':
            kind = CLASS_PARENT
        elif lower == 'static':
            kind = CLASS_STATIC
        else:
            kind = CLASS_NAMED
            cell = c.unit.symbols.class_cell(name)
        _check_class_scope(c, kind, node, lower, is_for_name)
    else:
        w_name = fold(c, node)
        if w_name is not None and not isinstance(w_name, W_Str):
            raise c.unit.error('Illegal class name', node)
        kind = CLASS_COMPUTED
        operand = expr(c, node)
        c.e.release(operand)
    c.e.classes.append(ClassRef(name, cell, kind, operand))
    return len(c.e.classes) - 1


def _check_class_scope(c, kind, node, lower, is_for_name):
    """self, parent and static where it is known that there is no class, or no parent."""
    if kind == CLASS_NAMED or not _is_scope_known(c, is_for_name):
        return
    if c.class_context is None:
        raise c.unit.error('Cannot use "%s" when no class scope is active' % lower, node)
    if kind == CLASS_PARENT and c.class_context.parent is None:
        raise c.unit.error('Cannot use "parent" when current class scope has no parent', node)


def _is_scope_known(c, is_for_name):
    """Not in files, closures and traits; in constant expressions only for ::class."""
    if c.code.is_closure or not is_for_name and (c.code.kind == KIND_CONSTANT or c.fixed_line > 0):
        return False
    if c.class_context is None:
        return c.function_name != ''
    return not c.class_context.is_trait


@compiles(ast.ClassConst)
def compile_ClassConst(c, node, target):
    assert isinstance(node, ast.ClassConst)
    if ascii_lower(node.name) == 'class':
        return _compile_class_name(c, node, target)
    index = class_ref(c, node.class_ref)
    slot = c.result(target)
    c.e.emit(b.FETCH_CLASS_CONST, index, c.e.const_str(node.name), slot)
    return slot


def _compile_class_name(c, node, target):
    if isinstance(node.class_ref, ast.Name):
        name = c.unit.class_name(node.class_ref)
        if ascii_lower(name) not in ['self', 'parent', 'static']:
            return c.e.const_str(name)
        index = class_ref(c, node.class_ref, True)
        slot = c.result(target)
        c.e.emit(b.FETCH_CLASS_NAME, index, slot)
        return slot
    reference = node.class_ref
    if isinstance(reference, ast.StringLiteral):
        name = reference.value
        return c.e.const_str(name[1:] if name[:1] == '\\' else name)
    w_constant = fold(c, reference)
    if isinstance(reference, ast.IntLiteral) or isinstance(reference, ast.FloatLiteral):
        raise c.unit.error('Illegal class name', node)
    if w_constant is not None:
        raise c.unit.error('Cannot use "::class" on value of type %s' % TYPE_NAMES[w_constant.tp], node)
    operand = expr(c, reference)
    c.e.release(operand)
    slot = c.result(target)
    c.e.emit(b.OBJECT_CLASS_NAME, operand, slot)
    return slot


@compiles(ast.Instanceof)
def compile_Instanceof(c, node, target):
    assert isinstance(node, ast.Instanceof)
    value = expr(c, node.value)
    if isinstance(node.class_ref, ast.Name):
        index = class_ref(c, node.class_ref)
        c.e.release(value)
        slot = c.result(target)
        c.e.emit(b.INSTANCEOF, value, index, slot)
        return slot
    operand = expr(c, node.class_ref)
    release_two(c, value, operand)
    slot = c.result(target)
    c.e.emit(b.INSTANCEOF_DYNAMIC, value, operand, slot)
    return slot


@compiles(ast.Clone)
def compile_Clone(c, node, target):
    assert isinstance(node, ast.Clone)
    operand = expr(c, node.value)
    c.e.release(operand)
    slot = c.result(target)
    c.e.emit(b.CLONE, operand, slot)
    return slot


@compiles(ast.ShellExec)
def compile_ShellExec(c, node, target):
    assert isinstance(node, ast.ShellExec)
    if len(node.parts) == 0:
        command = ast.StringLiteral(node.start, node.end, '')
    else:
        command = ast.Interpolated(node.start, node.end, node.parts, node.forms)
    name = ast.Name(node.start, node.end, 'shell_exec', ast.NAME_FULLY_QUALIFIED)
    return expr(c, ast.Call(node.start, node.end, name, [ast.Arg(node.start, node.end, command, None, False)], False), target)
