"""PHP's arithmetic and bitwise operators, ++ and --. Operands are dereferenced and never None; results are owned by the caller."""
from __future__ import absolute_import

from hippy.interpreter.objects import numbers
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.convert import (
    float_to_int_checked, numeric_of, numeric_value, type_name)
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Null, W_Bool, W_Int, W_Float, own, w_null
from hippy.interpreter.rlib.arithmetic import (
    float_div, float_pow, int_div_trunc, int_mod_trunc, int_to_float, ovfcheck, shift_left, shift_right)
from hippy.interpreter.rlib.jit import dont_look_inside
from hippy.interpreter.rlib.strings import StringBuilder

NON_NUMERIC = 'A non-numeric value encountered'


# -- + - * ----------------------------------------------------------------------------------------------------------------

def add(ctx, w_a, w_b):
    """w_a + w_b; two arrays give their union."""
    if isinstance(w_a, W_Int):
        if isinstance(w_b, W_Int):
            return add_ints(w_a.intval, w_b.intval)
        if isinstance(w_b, W_Float):
            return W_Float(int_to_float(w_a.intval) + w_b.floatval)
    elif isinstance(w_a, W_Float):
        if isinstance(w_b, W_Float):
            return W_Float(w_a.floatval + w_b.floatval)
        if isinstance(w_b, W_Int):
            return W_Float(w_a.floatval + int_to_float(w_b.intval))
    return _add_slow(ctx, w_a, w_b)


def add_ints(a, b):
    try:
        return W_Int(ovfcheck(a + b))
    except OverflowError:
        return W_Float(int_to_float(a) + int_to_float(b))


@dont_look_inside
def _add_slow(ctx, w_a, w_b):
    if isinstance(w_a, W_Array) and isinstance(w_b, W_Array):
        return array_union(w_a, w_b)
    w_x, w_y = operands(ctx, w_a, w_b, '+')
    return add(ctx, w_x, w_y)


def array_union(w_a, w_b):
    """w_a with the elements of w_b whose keys it lacks."""
    if w_b.count() == 0 or w_a is w_b:
        own(w_a)
        return w_a
    w_union = w_a.dup()
    pos = w_b.next_pos(0)
    while pos >= 0:
        w_key = w_b.key_at(pos)
        if w_union.get_key(w_key) is None:
            w_value = w_b.value_at(pos)
            own(w_value)
            w_union.put_key(w_key, w_value)
        pos = w_b.next_pos(pos + 1)
    return w_union


def sub(ctx, w_a, w_b):
    """w_a - w_b"""
    if isinstance(w_a, W_Int):
        if isinstance(w_b, W_Int):
            return sub_ints(w_a.intval, w_b.intval)
        if isinstance(w_b, W_Float):
            return W_Float(int_to_float(w_a.intval) - w_b.floatval)
    elif isinstance(w_a, W_Float):
        if isinstance(w_b, W_Float):
            return W_Float(w_a.floatval - w_b.floatval)
        if isinstance(w_b, W_Int):
            return W_Float(w_a.floatval - int_to_float(w_b.intval))
    return _sub_slow(ctx, w_a, w_b)


def sub_ints(a, b):
    try:
        return W_Int(ovfcheck(a - b))
    except OverflowError:
        return W_Float(int_to_float(a) - int_to_float(b))


@dont_look_inside
def _sub_slow(ctx, w_a, w_b):
    w_x, w_y = operands(ctx, w_a, w_b, '-')
    return sub(ctx, w_x, w_y)


def mul(ctx, w_a, w_b):
    """w_a * w_b"""
    if isinstance(w_a, W_Int):
        if isinstance(w_b, W_Int):
            return mul_ints(w_a.intval, w_b.intval)
        if isinstance(w_b, W_Float):
            return W_Float(int_to_float(w_a.intval) * w_b.floatval)
    elif isinstance(w_a, W_Float):
        if isinstance(w_b, W_Float):
            return W_Float(w_a.floatval * w_b.floatval)
        if isinstance(w_b, W_Int):
            return W_Float(w_a.floatval * int_to_float(w_b.intval))
    return _mul_slow(ctx, w_a, w_b)


def mul_ints(a, b):
    try:
        return W_Int(ovfcheck(a * b))
    except OverflowError:
        return W_Float(int_to_float(a) * int_to_float(b))


@dont_look_inside
def _mul_slow(ctx, w_a, w_b):
    w_x, w_y = operands(ctx, w_a, w_b, '*')
    return mul(ctx, w_x, w_y)


def neg(ctx, w_a):
    """-w_a, which PHP defines as w_a * -1."""
    if isinstance(w_a, W_Int):
        return sub_ints(0, w_a.intval)
    if isinstance(w_a, W_Float):
        return W_Float(-w_a.floatval)
    return _mul_slow(ctx, w_a, W_Int(-1))


def plus(ctx, w_a):
    """+w_a, which PHP defines as w_a * 1."""
    if isinstance(w_a, W_Int) or isinstance(w_a, W_Float):
        return w_a
    return _mul_slow(ctx, w_a, W_Int(1))


# -- / % ** ---------------------------------------------------------------------------------------------------------------

def div(ctx, w_a, w_b):
    """w_a / w_b: an int when both are and nothing is left over. DivisionByZeroError."""
    if isinstance(w_a, W_Int):
        if isinstance(w_b, W_Int):
            return div_ints(ctx, w_a.intval, w_b.intval)
        if isinstance(w_b, W_Float):
            return div_floats(ctx, int_to_float(w_a.intval), w_b.floatval)
    elif isinstance(w_a, W_Float):
        if isinstance(w_b, W_Float):
            return div_floats(ctx, w_a.floatval, w_b.floatval)
        if isinstance(w_b, W_Int):
            return div_floats(ctx, w_a.floatval, int_to_float(w_b.intval))
    return _div_slow(ctx, w_a, w_b)


def div_ints(ctx, a, b):
    if b == 0:
        raise ctx.error('DivisionByZeroError', 'Division by zero')
    if b == -1:
        return sub_ints(0, a)
    if int_mod_trunc(a, b) == 0:
        return W_Int(int_div_trunc(a, b))
    return W_Float(float_div(int_to_float(a), int_to_float(b)))


def div_floats(ctx, a, b):
    if b == 0.0:
        raise ctx.error('DivisionByZeroError', 'Division by zero')
    return W_Float(float_div(a, b))


@dont_look_inside
def _div_slow(ctx, w_a, w_b):
    w_x, w_y = operands(ctx, w_a, w_b, '/')
    return div(ctx, w_x, w_y)


def mod(ctx, w_a, w_b):
    """w_a % w_b of ints, with the sign of w_a. DivisionByZeroError."""
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        return mod_ints(ctx, w_a.intval, w_b.intval)
    return _mod_slow(ctx, w_a, w_b)


def mod_ints(ctx, a, b):
    if b == 0:
        raise ctx.error('DivisionByZeroError', 'Modulo by zero')
    if b == -1:
        return W_Int(0)
    return W_Int(int_mod_trunc(a, b))


@dont_look_inside
def _mod_slow(ctx, w_a, w_b):
    a = int_operand(ctx, w_a, w_a, w_b, '%')
    b = int_operand(ctx, w_b, w_a, w_b, '%')
    return mod_ints(ctx, a, b)


def pow_(ctx, w_a, w_b):
    """w_a ** w_b: an int as long as ints suffice."""
    if isinstance(w_a, W_Float) and isinstance(w_b, W_Float):
        return W_Float(float_pow(w_a.floatval, w_b.floatval))
    return _pow_slow(ctx, w_a, w_b)


@dont_look_inside
def _pow_slow(ctx, w_a, w_b):
    w_x, w_y = operands(ctx, w_a, w_b, '**')
    if isinstance(w_x, W_Int) and isinstance(w_y, W_Int):
        return pow_ints(w_x.intval, w_y.intval)
    return W_Float(float_pow(float_of(w_x), float_of(w_y)))


def float_of(w):
    if isinstance(w, W_Int):
        return int_to_float(w.intval)
    assert isinstance(w, W_Float)
    return w.floatval


def pow_ints(base, exponent):
    """By squaring; goes on with floats when an int overflows (Zend/zend_operators.c pow_function_base)."""
    if exponent < 0:
        return W_Float(float_pow(int_to_float(base), int_to_float(exponent)))
    result = 1
    while exponent > 0:
        if exponent & 1:
            exponent -= 1
            try:
                result = ovfcheck(result * base)
            except OverflowError:
                product = int_to_float(result) * int_to_float(base)
                return W_Float(product * float_pow(int_to_float(base), int_to_float(exponent)))
        else:
            exponent >>= 1
            try:
                base = ovfcheck(base * base)
            except OverflowError:
                square = int_to_float(base) * int_to_float(base)
                return W_Float(int_to_float(result) * float_pow(square, int_to_float(exponent)))
    return W_Int(result)


# -- bits -----------------------------------------------------------------------------------------------------------------

def bit_and(ctx, w_a, w_b):
    """w_a & w_b; of two strings bytewise, as | and ^."""
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        return W_Int(w_a.intval & w_b.intval)
    return _bits_slow(ctx, w_a, w_b, '&')


def bit_or(ctx, w_a, w_b):
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        return W_Int(w_a.intval | w_b.intval)
    return _bits_slow(ctx, w_a, w_b, '|')


def bit_xor(ctx, w_a, w_b):
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        return W_Int(w_a.intval ^ w_b.intval)
    return _bits_slow(ctx, w_a, w_b, '^')


@dont_look_inside
def _bits_slow(ctx, w_a, w_b, sign):
    if isinstance(w_a, W_Str) and isinstance(w_b, W_Str):
        return new_str(combined_bytes(w_a.as_str(), w_b.as_str(), sign))
    a = int_operand(ctx, w_a, w_a, w_b, sign)
    b = int_operand(ctx, w_b, w_a, w_b, sign)
    return W_Int(combined_bits(a, b, sign))


def combined_bits(a, b, sign):
    if sign == '&':
        return a & b
    if sign == '|':
        return a | b
    return a ^ b


def combined_bytes(a, b, sign):
    """Byte by byte over the shorter string; | keeps the rest of the longer one."""
    common = min(len(a), len(b))
    builder = StringBuilder(max(len(a), len(b)))
    for i in range(common):
        builder.append(chr(combined_bits(ord(a[i]), ord(b[i]), sign)))
    if sign == '|':
        builder.append_slice(a, common, len(a))
        builder.append_slice(b, common, len(b))
    return builder.build()


def bit_not(ctx, w_a):
    """~w_a"""
    if isinstance(w_a, W_Int):
        return W_Int(~w_a.intval)
    return _bit_not_slow(ctx, w_a)


@dont_look_inside
def _bit_not_slow(ctx, w_a):
    if isinstance(w_a, W_Float):
        return W_Int(~float_to_int_checked(ctx, w_a.floatval))
    if isinstance(w_a, W_Str):
        s = w_a.as_str()
        builder = StringBuilder(len(s))
        for i in range(len(s)):
            builder.append(chr(255 - ord(s[i])))
        return new_str(builder.build())
    raise ctx.error('TypeError', 'Cannot perform bitwise not on %s' % type_name(w_a))


def shl(ctx, w_a, w_b):
    """w_a << w_b. ArithmeticError for a negative count."""
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        return shl_ints(ctx, w_a.intval, w_b.intval)
    return _shl_slow(ctx, w_a, w_b)


def shl_ints(ctx, a, count):
    if count < 0:
        raise ctx.error('ArithmeticError', 'Bit shift by negative number')
    return W_Int(shift_left(a, count))


@dont_look_inside
def _shl_slow(ctx, w_a, w_b):
    a = int_operand(ctx, w_a, w_a, w_b, '<<')
    return shl_ints(ctx, a, int_operand(ctx, w_b, w_a, w_b, '<<'))


def shr(ctx, w_a, w_b):
    """w_a >> w_b, keeping the sign."""
    if isinstance(w_a, W_Int) and isinstance(w_b, W_Int):
        return shr_ints(ctx, w_a.intval, w_b.intval)
    return _shr_slow(ctx, w_a, w_b)


def shr_ints(ctx, a, count):
    if count < 0:
        raise ctx.error('ArithmeticError', 'Bit shift by negative number')
    return W_Int(shift_right(a, count))


@dont_look_inside
def _shr_slow(ctx, w_a, w_b):
    a = int_operand(ctx, w_a, w_a, w_b, '>>')
    return shr_ints(ctx, a, int_operand(ctx, w_b, w_a, w_b, '>>'))


# -- operands -------------------------------------------------------------------------------------------------------------

def unsupported(ctx, w_a, w_b, sign):
    return ctx.error('TypeError', 'Unsupported operand types: %s %s %s' % (type_name(w_a), sign, type_name(w_b)))


def operands(ctx, w_a, w_b, sign):
    """Both operands as W_Int or W_Float; a warning for text behind a number, TypeError for what is no number."""
    w_x = number_operand(ctx, w_a)
    if w_x is None:
        raise unsupported(ctx, w_a, w_b, sign)
    w_y = number_operand(ctx, w_b)
    if w_y is None:
        raise unsupported(ctx, w_a, w_b, sign)
    return w_x, w_y


def number_operand(ctx, w):
    """A scalar as W_Int or W_Float, else None."""
    if isinstance(w, W_Int) or isinstance(w, W_Float):
        return w
    if isinstance(w, W_Null):
        return W_Int(0)
    if isinstance(w, W_Bool):
        return W_Int(1 if w.boolval else 0)
    if isinstance(w, W_Str):
        numeric = numeric_of(w)
        if numeric.kind == numbers.NUM_NONE:
            return None
        if not numeric.is_whole():
            ctx.warning(NON_NUMERIC)
        return numeric_value(numeric)
    return None


def int_operand(ctx, w, w_a, w_b, sign):
    """w, one of the operands w_a and w_b, as an int for % and the bitwise operators."""
    if isinstance(w, W_Int):
        return w.intval
    if isinstance(w, W_Float):
        return float_to_int_checked(ctx, w.floatval)
    if isinstance(w, W_Str):
        numeric = numeric_of(w)
        if numeric.kind == numbers.NUM_NONE:
            raise unsupported(ctx, w_a, w_b, sign)
        if not numeric.is_whole():
            ctx.warning(NON_NUMERIC)
        if numeric.is_int():
            return numeric.intval
        return int_of_float_string(ctx, numeric.floatval, w)
    if isinstance(w, W_Null):
        return 0
    if isinstance(w, W_Bool):
        return 1 if w.boolval else 0
    raise unsupported(ctx, w_a, w_b, sign)


def int_of_float_string(ctx, x, w_str):
    """The int of a string that spells a float; deprecated when that loses something."""
    n = numbers.saturated(x)
    if int_to_float(n) != x:
        ctx.deprecated('Implicit conversion from float-string "%s" to int loses precision' % w_str.as_str())
    return n


# -- ++ and -- ------------------------------------------------------------------------------------------------------------

def increment(ctx, w):
    """The value of $x after $x++."""
    if isinstance(w, W_Int):
        return add_ints(w.intval, 1)
    if isinstance(w, W_Float):
        return W_Float(w.floatval + 1.0)
    return _increment_slow(ctx, w)


@dont_look_inside
def _increment_slow(ctx, w):
    if isinstance(w, W_Null):
        return W_Int(1)
    if isinstance(w, W_Bool):
        return w
    if isinstance(w, W_Str):
        numeric = numeric_of(w)
        if numeric.is_whole():
            return increment(ctx, numeric_value(numeric))
        return new_str(next_string(w.as_str()))
    raise ctx.error('TypeError', 'Cannot increment %s' % type_name(w))


def decrement(ctx, w):
    """The value of $x after $x--; null and words stay."""
    if isinstance(w, W_Int):
        return sub_ints(w.intval, 1)
    if isinstance(w, W_Float):
        return W_Float(w.floatval - 1.0)
    return _decrement_slow(ctx, w)


@dont_look_inside
def _decrement_slow(ctx, w):
    if isinstance(w, W_Null):
        return w_null
    if isinstance(w, W_Bool):
        return w
    if isinstance(w, W_Str):
        if w.length() == 0:
            return W_Int(-1)
        numeric = numeric_of(w)
        if numeric.is_whole():
            return decrement(ctx, numeric_value(numeric))
        return w
    raise ctx.error('TypeError', 'Cannot decrement %s' % type_name(w))


def next_string(s):
    """The string after s in the counting of letters and digits: 'a' 'b', 'Az' 'Ba', 'zZ9' 'aaA0', '' '1'."""
    if s == '':
        return '1'
    chars = [c for c in s]
    i = len(chars) - 1
    while i >= 0:
        c = chars[i]
        if c == 'z':
            chars[i] = 'a'
        elif c == 'Z':
            chars[i] = 'A'
        elif c == '9':
            chars[i] = '0'
        elif 'a' <= c < 'z' or 'A' <= c < 'Z' or '0' <= c < '9':
            chars[i] = chr(ord(c) + 1)
            return ''.join(chars)
        else:
            return ''.join(chars)
        i -= 1
    first = s[0]
    if first == '9':
        return '1' + ''.join(chars)
    return chr(ord(first) - 25) + ''.join(chars)
