"""Constant expressions: literals, arrays of them and the operators that PHP itself folds while compiling."""
from __future__ import absolute_import

from hippy.interpreter.objects.arrays import W_Array, mark_literal, new_array
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Float, W_Int, W_Bool, w_false, w_null, w_true, own
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.rlib import streams
from hippy.interpreter.rlib.arithmetic import float_to_int, int_in_float_range, isnan, ovfcheck
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.syntax import ast


def fold(c, node):
    """The W_ value of a constant expression, or None when it is to be computed at run time."""
    if isinstance(node, ast.IntLiteral):
        return W_Int(node.value)
    if isinstance(node, ast.FloatLiteral):
        return W_Float(node.value)
    if isinstance(node, ast.StringLiteral):
        return new_str(node.value)
    if isinstance(node, ast.ConstFetch):
        return _fold_constant(c, node)
    if isinstance(node, ast.ArrayLiteral):
        return _fold_array(c, node)
    if isinstance(node, ast.Unary):
        return _fold_unary(c, node)
    if isinstance(node, ast.Binary):
        return _fold_binary(c, node)
    if isinstance(node, ast.MagicConst):
        return fold_magic(c, node)
    if isinstance(node, ast.LogicalAnd):
        return _fold_logical(c, node.left, node.right, False)
    if isinstance(node, ast.LogicalOr):
        return _fold_logical(c, node.left, node.right, True)
    return None


def _fold_logical(c, left, right, is_or):
    """The right side is looked at only where the left one does not decide."""
    w_left = fold(c, left)
    if w_left is None:
        return None
    if truth(w_left) == is_or:
        return w_true if is_or else w_false
    w_right = fold(c, right)
    if w_right is None:
        return None
    return w_true if truth(w_right) else w_false


def truth(w):
    """A constant as a condition."""
    if isinstance(w, W_Bool):
        return w.boolval
    if isinstance(w, W_Int):
        return w.intval != 0
    if isinstance(w, W_Float):
        return w.floatval != 0.0
    if isinstance(w, W_Str):
        s = w.as_str()
        return s != '' and s != '0'
    return isinstance(w, W_Array) and w.count() > 0


def _fold_constant(c, node):
    text = node.name.text
    lower = ascii_lower(text)
    if node.name.resolution != ast.NAME_QUALIFIED:
        if lower == 'true':
            return w_true
        if lower == 'false':
            return w_false
        if lower == 'null':
            return w_null
    if text == '__COMPILER_HALT_OFFSET__' and c.unit.halt_offset >= 0:
        return W_Int(c.unit.halt_offset)
    name, fallback = c.unit.constant_name(node.name)
    if fallback != '':
        return None             # the namespace may have one of its own
    cell = c.unit.symbols.constants.get(name, None)
    if cell is not None and cell.persistent:
        return cell.w_value
    return None


def _fold_array(c, node):
    if len(node.items) == 0:
        return mark_literal(new_array(0))
    w_array = new_array(len(node.items))
    for item in node.items:
        if item is None or item.by_ref:
            return None
        w_value = fold(c, item.value)
        if w_value is None:
            return None
        if item.spread:
            if not isinstance(w_value, W_Array) or not _spread_constant(w_array, w_value):
                return None
            continue
        if item.key is None:
            own(w_value)
            if not w_array.append(w_value):
                return None
        else:
            w_key = fold(c, item.key)
            if w_key is None or not _put_constant(w_array, w_key, w_value):
                return None
    return mark_literal(w_array)


def _spread_constant(w_array, w_spread):
    """Adds the elements of an array; False when there is no room."""
    pos = w_spread.next_pos(0)
    while pos >= 0:
        w_key = w_spread.key_at(pos)
        w_value = w_spread.value_at(pos)
        own(w_value)
        if isinstance(w_key, W_Str):
            w_array.put_key(w_key, w_value)
        elif not w_array.append(w_value):
            return False
        pos = w_spread.next_pos(pos + 1)
    return True


def _put_constant(w_array, w_key, w_value):
    if isinstance(w_key, W_Bool):
        w_key = W_Int(1 if w_key.boolval else 0)
    elif isinstance(w_key, W_Float):
        x = w_key.floatval
        if isnan(x) or not int_in_float_range(x) or float(float_to_int(x)) != x:  # dialect: an int
            return False        # warns at run time
        w_key = W_Int(float_to_int(x))
    elif w_key is w_null:
        w_key = new_str('')
    elif not isinstance(w_key, W_Int) and not isinstance(w_key, W_Str):
        return False
    own(w_value)
    w_array.put_key(w_key, w_value)
    return True


def _fold_unary(c, node):
    w = fold(c, node.operand)
    if w is None:
        return None
    if node.op == ast.MINUS:
        if isinstance(w, W_Int):
            try:
                return W_Int(ovfcheck(-w.intval))
            except OverflowError:
                return W_Float(-float(w.intval))  # dialect: an int
        if isinstance(w, W_Float):
            return W_Float(-w.floatval)
    elif node.op == ast.PLUS:
        if isinstance(w, W_Int) or isinstance(w, W_Float):
            return w
    elif node.op == ast.NOT:
        return w_false if truth(w) else w_true
    elif node.op == ast.BIT_NOT:
        if isinstance(w, W_Int):
            return W_Int(~w.intval)
    return None


def _fold_binary(c, node):
    w_left = fold(c, node.left)
    if w_left is None:
        return None
    w_right = fold(c, node.right)
    if w_right is None:
        return None
    op = node.op
    if isinstance(w_left, W_Int) and isinstance(w_right, W_Int):
        return _fold_ints(op, w_left.intval, w_right.intval)
    if isinstance(w_left, W_Float) and isinstance(w_right, W_Float):
        a = w_left.floatval
        b = w_right.floatval
        if op == ast.ADD:
            return W_Float(a + b)
        if op == ast.SUB:
            return W_Float(a - b)
        if op == ast.MUL:
            return W_Float(a * b)
    if op == ast.CONCAT and isinstance(w_left, W_Str) and isinstance(w_right, W_Str):
        return new_str(w_left.as_str() + w_right.as_str())
    return None


def _fold_ints(op, a, b):
    try:
        if op == ast.ADD:
            return W_Int(ovfcheck(a + b))
        if op == ast.SUB:
            return W_Int(ovfcheck(a - b))
        if op == ast.MUL:
            return W_Int(ovfcheck(a * b))
    except OverflowError:
        return None
    if op == ast.BIT_AND:
        return W_Int(a & b)
    if op == ast.BIT_OR:
        return W_Int(a | b)
    if op == ast.BIT_XOR:
        return W_Int(a ^ b)
    if op == ast.SHL and 0 <= b < 62 and 0 <= a < (1 << (62 - b)):
        return W_Int(a << b)
    return None


def fold_magic(c, node):
    """__LINE__ and its kind; None where the class is only known at run time."""
    unit = c.unit
    magic = node.magic
    if magic == ast.MAGIC_LINE:
        return W_Int(unit.lines.line_of(node.start))
    if magic == ast.MAGIC_FILE:
        return new_str(unit.filename)
    if magic == ast.MAGIC_DIR:
        return new_str(directory_of(unit.filename))
    if magic == ast.MAGIC_NAMESPACE:
        return new_str(unit.namespace)
    if magic == ast.MAGIC_FUNCTION:
        return new_str(c.function_name)
    if magic == ast.MAGIC_METHOD:
        return new_str(c.method_name)
    if magic == ast.MAGIC_CLASS:
        if c.class_context is None:
            return new_str('')
        if c.class_context.is_trait:
            return None         # the class that uses it
        return new_str(c.class_context.name)
    if magic == ast.MAGIC_TRAIT and c.class_context is not None and c.class_context.is_trait:
        return new_str(c.class_context.name)
    return new_str('')


def directory_of(path):
    position = path.rfind('/')
    if position < 0:
        return streams.getcwd()         # code from the command line or standard input
    if position == 0:
        return '/'
    assert position >= 0
    return path[:position]
