"""What PHP refuses while compiling, apart from what the functions of the nodes themselves see (Zend/zend_compile.c)."""
from __future__ import absolute_import

from hippy.interpreter.compiler.folding import fold
from hippy.interpreter.errors import E_DEPRECATED
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.types import (
    T_ARRAY, T_FALSE, T_FLOAT, T_INT, T_ITERABLE, T_MIXED, T_NEVER, T_NULL, T_OBJECT, T_STATIC, T_STRING, T_TRUE, T_VOID, with_null)
from hippy.interpreter.objects.values import TYPE_NAMES, W_Bool, W_Float, W_Int, w_null
from hippy.interpreter.rlib.arithmetic import int_to_float
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.syntax import ast


# statements

def check_return_statement(c, node):
    type = c.code.return_type
    if type is None or c.code.is_generator:
        return
    value = node.value
    if type.mask & T_VOID:
        if value is None:
            return
        if fold(c, value) is w_null:
            raise c.unit.error('A void function must not return a value (did you mean "return;" instead of "return null;"?)', node)
        raise c.unit.error('A void function must not return a value', node)
    if type.mask & T_NEVER:
        raise c.unit.error('A never-returning function must not return', node)
    if value is None:
        if type.mask & (T_NULL | T_MIXED):
            raise c.unit.error('A function with return type must return a value (did you mean "return null;" instead of "return;"?)', node)
        raise c.unit.error('A function with return type must return a value', node)


def check_generator_type(c, function):
    """A function that yields may only promise what a Generator is."""
    type = c.code.return_type
    if type is None or type.mask & (T_MIXED | T_OBJECT | T_ITERABLE | T_STATIC):
        return
    for cell in type.cells:
        if ascii_lower(cell.name) in ('generator', 'iterator', 'traversable'):
            return
    raise c.unit.error('Generator return type must be a supertype of Generator, %s given' % type.text, function)


# places

def has_writable_root(node):
    """False for an element or property of what is only a value: [1][0], (new A)->b. What a call gives may be written to."""
    while True:
        if isinstance(node, ast.Dim):
            node = node.target
        elif isinstance(node, ast.Prop):
            node = node.target
        else:
            return (isinstance(node, ast.Variable) or isinstance(node, ast.VariableVariable) or isinstance(node, ast.StaticProp)
                    or isinstance(node, ast.Call) or isinstance(node, ast.MethodCall) or isinstance(node, ast.StaticCall))


def is_globals(node):
    return isinstance(node, ast.Variable) and node.name == 'GLOBALS'


def has_nullsafe(node):
    """True for a chain of elements, properties and calls with a `?->`."""
    while True:
        if isinstance(node, ast.Prop):
            if node.nullsafe:
                return True
            node = node.target
        elif isinstance(node, ast.MethodCall):
            if node.nullsafe:
                return True
            node = node.target
        elif isinstance(node, ast.Dim):
            node = node.target
        elif isinstance(node, ast.StaticProp):
            node = node.class_ref
        elif isinstance(node, ast.StaticCall):
            node = node.class_ref
        else:
            return False


def check_not_nullsafe(c, node):
    if has_nullsafe(node):
        raise c.unit.error('Cannot take reference of a nullsafe chain', node)


def check_dimension(c, node, is_unset):
    """Refuses $a[] and braces where an element is read or unset, $GLOBALS[] everywhere."""
    check_dim(c, node)
    if node.index is None:
        if is_unset:
            raise c.unit.error('Cannot use [] for unsetting', node)
        raise c.unit.error('Cannot append to $GLOBALS' if is_globals(node.target) else 'Cannot use [] for reading', node)


def check_writable(c, node):
    """Refuses what cannot be assigned to, bound or unset."""
    if isinstance(node, ast.Call):
        raise c.unit.error("Can't use function return value in write context", node)
    if isinstance(node, ast.MethodCall) or isinstance(node, ast.StaticCall):
        raise c.unit.error("Can't use method return value in write context", node)
    if has_nullsafe(node):
        raise c.unit.error("Can't use nullsafe operator in write context", node)
    if is_globals(node):
        raise c.unit.error('$GLOBALS can only be modified using the $GLOBALS[$name] = $value syntax', node)
    if not (isinstance(node, ast.Variable) or isinstance(node, ast.VariableVariable) or isinstance(node, ast.Dim)
            or isinstance(node, ast.Prop) or isinstance(node, ast.StaticProp)):
        raise c.unit.error('Cannot use temporary expression in write context', node)


# constant expressions

def check_constant_expression(c, node, allows_new):
    """Refuses what a constant, a default or a static variable must not be computed from."""
    if isinstance(node, ast.New):
        _check_constant_new(c, node, allows_new)
        return
    if isinstance(node, ast.ClassConst):
        _check_constant_class(c, node)
        return
    if isinstance(node, ast.Prop):
        check_constant_expression(c, node.target, allows_new)
        if not isinstance(node.name, ast.Identifier):
            check_constant_expression(c, node.name, allows_new)
        return
    if isinstance(node, ast.ArrayLiteral):
        check_array(c, node)
        for item in node.items:
            if item.by_ref:
                raise _not_constant(c, node)
            if item.key is not None:
                check_constant_expression(c, item.key, allows_new)
            check_constant_expression(c, item.value, allows_new)
        return
    for part in _constant_parts(c, node):
        if part is not None:
            check_constant_expression(c, part, allows_new)


def check_array(c, node):
    """An array literal must not have empty elements; PHP tells of the last one before. In an array of constants it sees more."""
    place = node
    for item in node.items:
        if item is None:
            raise c.unit.error('Cannot use empty array elements in arrays', place)
        place = item
    for item in node.items:
        if item.by_ref or fold(c, item.value) is None or (item.key is not None and fold(c, item.key) is None):
            return
    for item in node.items:
        if item.spread and not isinstance(fold(c, item.value), W_Array):
            raise c.unit.error('Only arrays and Traversables can be unpacked', node.items[0])
        if item.key is not None and isinstance(fold(c, item.key), W_Array):
            raise c.unit.error('Illegal offset type', node.items[0])


def _constant_parts(c, node):
    """What an operator is applied to; refuses everything that is no operator, literal or constant."""
    if isinstance(node, ast.Binary):
        return [node.left, node.right]
    if isinstance(node, ast.LogicalAnd):
        return [node.left, node.right]
    if isinstance(node, ast.LogicalOr):
        return [node.left, node.right]
    if isinstance(node, ast.LogicalXor):
        return [node.left, node.right]
    if isinstance(node, ast.Coalesce):
        return [node.left, node.right]
    if isinstance(node, ast.Unary):
        return [node.operand]
    if isinstance(node, ast.Ternary):
        return [node.condition, node.then, node.otherwise]
    if isinstance(node, ast.Dim):
        if node.index is None:
            raise c.unit.error('Cannot use [] for reading', node)
        return [node.target, node.index]
    if (isinstance(node, ast.IntLiteral) or isinstance(node, ast.FloatLiteral) or isinstance(node, ast.StringLiteral)
            or isinstance(node, ast.MagicConst) or isinstance(node, ast.ConstFetch)):
        return []
    raise _not_constant(c, node)


def _not_constant(c, node):
    return c.unit.error('Constant expression contains invalid operations', node)


def _check_constant_new(c, node, allows_new):
    reference = node.class_ref
    if isinstance(reference, ast.AnonymousClass):
        raise c.unit.error('Cannot use anonymous class in constant expression', node)
    if not isinstance(reference, ast.Name):
        raise c.unit.error('Cannot use dynamic class name in constant expression', node)
    if not allows_new:
        raise c.unit.error('New expressions are not supported in this context', node)
    if _is_static(reference):
        raise c.unit.error('"static" is not allowed in compile-time constants', node)
    for arg in node.args:
        if arg.spread:
            raise c.unit.error('Argument unpacking in constant expressions is not supported', arg)
        check_constant_expression(c, arg.value, allows_new)


def _check_constant_class(c, node):
    is_name = ascii_lower(node.name) == 'class'
    reference = node.class_ref
    if not isinstance(reference, ast.Name):
        if is_name:
            raise c.unit.error('(expression)::class cannot be used in constant expressions', node)
        raise c.unit.error('Dynamic class names are not allowed in compile-time class constant references', node)
    if _is_static(reference):
        if is_name:
            raise c.unit.error('static::class cannot be used for compile-time class name resolution', node)
        raise c.unit.error('"static::" is not allowed in compile-time constants', node)


def _is_static(name):
    return name.resolution == ast.NAME_UNQUALIFIED and ascii_lower(name.text) == 'static'


def check_default(c, type, w, subject, is_property, takes_null, node):
    """A constant default as its type wants it: an int for a float is converted. takes_null: null as default makes the type nullable."""
    if w is w_null:
        if takes_null or type.mask & (T_NULL | T_MIXED):
            return w
        if is_property and not type.is_intersection:
            raise c.unit.error('Default value for property of type %s may not be null. Use the nullable type %s to allow null default '
                               'value' % (type.text, with_null(type).text), node)
    if type.mask & T_MIXED or fits_mask(type.mask, w):
        return w
    if isinstance(w, W_Int) and type.mask & T_FLOAT:
        return W_Float(int_to_float(w.intval))
    raise c.unit.error('Cannot use %s as default value for %s of type %s' % (TYPE_NAMES[w.tp], subject, type.text), node)


def fits_mask(mask, w):
    """True when a constant is of one of the types."""
    if isinstance(w, W_Int):
        return mask & T_INT != 0
    if isinstance(w, W_Float):
        return mask & T_FLOAT != 0
    if isinstance(w, W_Str):
        return mask & T_STRING != 0
    if isinstance(w, W_Array):
        return mask & (T_ARRAY | T_ITERABLE) != 0
    if isinstance(w, W_Bool):
        return mask & (T_TRUE if w.boolval else T_FALSE) != 0
    return False


# expressions

def check_ternary(c, node):
    """A condition that is itself a conditional wants parentheses, unless both are `?:`."""
    inner = node.condition
    if not isinstance(inner, ast.Ternary) or inner.parenthesized:
        return
    if inner.then is not None:
        if node.then is not None:
            raise _ternary_error(c, node, 'a ? b : c ? d : e', '(a ? b : c) ? d : e', 'a ? b : (c ? d : e)')
        raise _ternary_error(c, node, 'a ? b : c ?: d', '(a ? b : c) ?: d', 'a ? b : (c ?: d)')
    if node.then is not None:
        raise _ternary_error(c, node, 'a ?: b ? c : d', '(a ?: b) ? c : d', 'a ?: (b ? c : d)')


def _ternary_error(c, node, written, first, second):
    return c.unit.error('Unparenthesized `%s` is not supported. Use either `%s` or `%s`' % (written, first, second), node)


def check_dim(c, node):
    if node.braces:
        raise c.unit.error('Array and string offset access syntax with curly braces is no longer supported', node)


def note_interpolation(c, parts, forms):
    """The deprecated ways of writing a variable in a string, on the line of the part before."""
    for i in range(len(forms)):
        form = forms[i]
        node = parts[i - 1 if i > 0 else 0]
        if form == ast.PART_DOLLAR_BRACE_NAME:
            c.unit.warn(E_DEPRECATED, 'Using ${var} in strings is deprecated, use {$var} instead', node)
        elif form == ast.PART_DOLLAR_BRACE_EXPRESSION:
            c.unit.warn(E_DEPRECATED, 'Using ${expr} (variable variables) in strings is deprecated, use {${expr}} instead', node)


# parameters

def check_parameter(c, nodes, i, code):
    node = nodes[i]
    if node.name in AUTO_GLOBALS:
        raise c.unit.error('Cannot re-assign auto-global variable %s' % node.name, node)
    for k in range(i):
        if nodes[k].name == node.name:
            raise c.unit.error('Redefinition of parameter $%s' % node.name, node)
    if node.name == 'this':
        raise c.unit.error('Cannot use $this as parameter', node)
    if code.variadic:
        raise c.unit.error('Only the last parameter can be variadic', node)
    if node.variadic and node.default is not None:
        raise c.unit.error('Variadic parameter cannot have a default value', node)


def check_parameter_type(c, node, type):
    if type.mask & T_VOID:
        raise c.unit.error('void cannot be used as a parameter type', node)
    if type.mask & T_NEVER:
        raise c.unit.error('never cannot be used as a parameter type', node)


AUTO_GLOBALS = ['GLOBALS', '_GET', '_POST', '_COOKIE', '_SERVER', '_ENV', '_REQUEST', '_FILES', '_SESSION']
