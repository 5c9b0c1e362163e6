"""PHP's functions of numbers. Random numbers are in random_numbers.py, number_format is in formatting.py."""
from __future__ import absolute_import

import math

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.builtins.variables import digit_value
from hippy.interpreter.objects import arithmetic
from hippy.interpreter.objects.values import W_Float, W_Int
from hippy.interpreter.rlib.arithmetic import (
    INFINITY, MAXINT, MININT, NAN, float_div, float_mod, float_pow, float_to_int, formatd, int_div_trunc, int_to_float, intmask,
    isinf, isnan, parse_float, r_uint)
from hippy.interpreter.rlib.jit import dont_look_inside
from hippy.interpreter.rlib.strings import strip_ascii

PHP_ROUND_HALF_UP = 1
PHP_ROUND_HALF_DOWN = 2
PHP_ROUND_HALF_EVEN = 3
PHP_ROUND_HALF_ODD = 4
INTEGRAL_FROM = 4503599627370496.0      # every float of at least this size is whole
DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'


# -- whole numbers --------------------------------------------------------------------------------------------------------

@builtin('abs(int|float $num): int|float', inline=True)
def abs_(ctx, w_num):
    if isinstance(w_num, W_Int):
        if w_num.intval >= 0:
            return w_num
        return arithmetic.neg(ctx, w_num)
    assert isinstance(w_num, W_Float)
    return W_Float(absolute(w_num.floatval))


def absolute(x):
    return math.fabs(x)


@builtin('intdiv(int $num1, int $num2): int', inline=True)
def intdiv(ctx, num1, num2):
    if num2 == 0:
        raise ctx.error('DivisionByZeroError', 'Division by zero')
    if num2 == -1:
        if num1 == MININT:
            raise ctx.error('ArithmeticError', 'Division of PHP_INT_MIN by -1 is not an integer')
        return -num1
    return int_div_trunc(num1, num2)


def floor_of(x):
    if not (absolute(x) < INTEGRAL_FROM) or x == 0.0:
        return x
    whole = int_to_float(float_to_int(x))
    if whole > x:
        return whole - 1.0
    return whole


def ceil_of(x):
    return -floor_of(-x)


def number_as_float(w):
    if isinstance(w, W_Int):
        return int_to_float(w.intval)
    assert isinstance(w, W_Float)
    return w.floatval


@builtin('floor(int|float $num): float', inline=True)
def floor(ctx, w_num):
    return floor_of(number_as_float(w_num))


@builtin('ceil(int|float $num): float', inline=True)
def ceil(ctx, w_num):
    return ceil_of(number_as_float(w_num))


# -- round ----------------------------------------------------------------------------------------------------------------

@builtin('round(int|float $num, int $precision = 0, int $mode = PHP_ROUND_HALF_UP): float')
def round_(ctx, w_num, precision, mode):
    if isinstance(w_num, W_Int) and precision >= 0:
        return int_to_float(w_num.intval)
    return rounded(number_as_float(w_num), precision, mode)


def power_of_ten(exponent):
    return float_pow(10.0, int_to_float(exponent))


def to_whole(x, mode):
    """x rounded to a whole number; the mode says where halves go."""
    down = floor_of(x)
    part = x - down
    if part != 0.5:
        if mode == PHP_ROUND_HALF_DOWN:
            return ceil_of(x - 0.5) if x >= 0.0 else floor_of(x + 0.5)
        if mode == PHP_ROUND_HALF_UP:
            return floor_of(x + 0.5) if x >= 0.0 else ceil_of(x - 0.5)
        return down if part < 0.5 else down + 1.0
    if mode == PHP_ROUND_HALF_UP:
        upwards = x >= 0.0
    elif mode == PHP_ROUND_HALF_DOWN:
        upwards = x < 0.0
    else:
        down_is_even = math.fmod(down, 2.0) == 0.0
        upwards = down_is_even == (mode == PHP_ROUND_HALF_ODD)
    return down + 1.0 if upwards else down


def scaled(x, places):
    """x * 10**places"""
    if places >= 0:
        return x * power_of_ten(places)
    return x / power_of_ten(-places)    # float division


def rounded(x, places, mode):
    """x at `places` digits behind the point (8.2's ext/standard/math.c _php_math_round).

    PHP first rounds to the 15 digits that a float is good for: otherwise 1.955, which is stored as 1.95499..., would become 1.95.
    """
    if isnan(x) or isinf(x) or x == 0.0:
        return x
    places = max(-1000, min(1000, places))
    good_places = 14 - float_to_int(floor_of(math.log10(absolute(x))))
    if good_places > places and good_places - 15 < places:
        good_places = max(-60, good_places)
        value = to_whole(scaled(x, good_places), mode)
        value = value / power_of_ten(min(60, good_places - places))     # float division
    else:
        value = scaled(x, places)
        if absolute(value) >= 1e15:
            return x
    value = to_whole(value, mode)
    if places > -23 and places < 23:
        return scaled(value, -places)
    value = parse_float('%se%d' % (formatd(value, 'f', 6), -places))
    if isnan(value) or isinf(value):
        return x
    return value


# -- floats ---------------------------------------------------------------------------------------------------------------

@builtin('is_nan(float $num): bool', inline=True)
def is_nan(ctx, num):
    return isnan(num)


@builtin('is_finite(float $num): bool', inline=True)
def is_finite(ctx, num):
    return not isnan(num) and not isinf(num)


@builtin('is_infinite(float $num): bool', inline=True)
def is_infinite(ctx, num):
    return isinf(num)


@builtin('fmod(float $num1, float $num2): float')
def fmod(ctx, num1, num2):
    return float_mod(num1, num2)


@builtin('fdiv(float $num1, float $num2): float')
def fdiv(ctx, num1, num2):
    return float_div(num1, num2)


@builtin('pow(mixed $num, mixed $exponent): object|int|float', inline=True)
def pow_(ctx, w_num, w_exponent):
    return arithmetic.pow_(ctx, w_num, w_exponent)


@builtin('sqrt(float $num): float', inline=True)
def sqrt(ctx, num):
    if num < 0.0:
        return NAN
    return math.sqrt(num)


@builtin('pi(): float', inline=True)
def pi(ctx):
    return math.pi


@builtin('exp(float $num): float')
def exp(ctx, num):
    try:
        return math.exp(num)
    except OverflowError:
        return INFINITY


@builtin('expm1(float $num): float')
def expm1(ctx, num):
    try:
        return math.expm1(num)
    except OverflowError:
        return INFINITY


def natural_log(x):
    if x == 0.0:
        return -INFINITY
    if x < 0.0:
        return NAN
    return math.log(x)


@builtin('log(float $num, float $base = M_E): float')
def log(ctx, num, base):
    if base == math.e:
        return natural_log(num)
    if base == 2.0:
        return log_2(num)
    if base == 10.0:
        return log_10(num)
    if base == 1.0:
        return NAN
    if base <= 0.0:
        raise ctx.error('ValueError', 'log(): Argument #2 ($base) must be greater than 0')
    return float_div(natural_log(num), math.log(base))


def log_10(x):
    if x <= 0.0:
        return natural_log(x)
    return math.log10(x)


def log_2(x):
    """Exact for powers of two."""
    if not (x > 0.0) or isinf(x):
        return natural_log(x)
    mantissa, exponent = math.frexp(x)
    if mantissa == 0.5:
        return int_to_float(exponent - 1)
    return math.log(x) / 0.6931471805599453     # float division


@builtin('log10(float $num): float')
def log10(ctx, num):
    return log_10(num)


@builtin('log1p(float $num): float')
def log1p(ctx, num):
    if num == -1.0:
        return -INFINITY
    if num < -1.0:
        return NAN
    return math.log1p(num)


@builtin('hypot(float $x, float $y): float')
def hypot(ctx, x, y):
    try:
        return math.hypot(x, y)
    except OverflowError:
        return INFINITY


@builtin('deg2rad(float $num): float')
def deg2rad(ctx, num):
    return num / 180.0 * math.pi    # float division


@builtin('rad2deg(float $num): float')
def rad2deg(ctx, num):
    return num / math.pi * 180.0    # float division


# -- angles ---------------------------------------------------------------------------------------------------------------

@builtin('sin(float $num): float')
def sin(ctx, num):
    return NAN if isinf(num) else math.sin(num)


@builtin('cos(float $num): float')
def cos(ctx, num):
    return NAN if isinf(num) else math.cos(num)


@builtin('tan(float $num): float')
def tan(ctx, num):
    return NAN if isinf(num) else math.tan(num)


@builtin('asin(float $num): float')
def asin(ctx, num):
    return NAN if absolute(num) > 1.0 else math.asin(num)


@builtin('acos(float $num): float')
def acos(ctx, num):
    return NAN if absolute(num) > 1.0 else math.acos(num)


@builtin('atan(float $num): float')
def atan(ctx, num):
    return math.atan(num)


@builtin('atan2(float $y, float $x): float')
def atan2(ctx, y, x):
    return math.atan2(y, x)


@builtin('sinh(float $num): float')
def sinh(ctx, num):
    try:
        return math.sinh(num)
    except OverflowError:
        return INFINITY if num > 0.0 else -INFINITY


@builtin('cosh(float $num): float')
def cosh(ctx, num):
    try:
        return math.cosh(num)
    except OverflowError:
        return INFINITY


@builtin('tanh(float $num): float')
def tanh(ctx, num):
    return math.tanh(num)


@builtin('asinh(float $num): float')
def asinh(ctx, num):
    return math.asinh(num)


@builtin('acosh(float $num): float')
def acosh(ctx, num):
    return NAN if num < 1.0 else math.acosh(num)


@builtin('atanh(float $num): float')
def atanh(ctx, num):
    if num == 1.0:
        return INFINITY
    if num == -1.0:
        return -INFINITY
    if absolute(num) > 1.0:
        return NAN
    return math.atanh(num)


# -- other bases ----------------------------------------------------------------------------------------------------------

@dont_look_inside
def unsigned_text(n, base):
    """The digits of an int taken as an unsigned 64-bit number; base 2, 8 or 16."""
    shift = 1 if base == 2 else (3 if base == 8 else 4)
    digits = []
    while True:
        digits.append(DIGITS[n & (base - 1)])
        n = intmask(r_uint(n) >> r_uint(shift))
        if n == 0:
            break
    digits.reverse()
    return ''.join(digits)


@builtin('decbin(int $num): string')
def decbin(ctx, num):
    return unsigned_text(num, 2)


@builtin('decoct(int $num): string')
def decoct(ctx, num):
    return unsigned_text(num, 8)


@builtin('dechex(int $num): string')
def dechex(ctx, num):
    return unsigned_text(num, 16)


def number_in_base(ctx, s, base):
    """The number that s spells in a base, as an int or, from 2**63 on, a float; other characters are skipped with a deprecation."""
    value = 0
    big = 0.0
    is_big = False
    invalid = False
    s = strip_ascii(s)
    for i in range(2 if has_prefix(s, base) else 0, len(s)):
        digit = digit_value(s[i])
        if digit >= base:
            invalid = True
        elif is_big:
            big = big * base + digit
        elif value > (MAXINT - digit) // base:
            is_big = True
            big = int_to_float(value) * base + digit
        else:
            value = value * base + digit
    if invalid:
        ctx.deprecated('Invalid characters passed for attempted conversion, these have been ignored')
    if is_big:
        return W_Float(big)
    return W_Int(value)


def has_prefix(s, base):
    if len(s) < 2 or s[0] != '0':
        return False
    c = s[1]
    if base == 16:
        return c == 'x' or c == 'X'
    if base == 8:
        return c == 'o' or c == 'O'
    return base == 2 and (c == 'b' or c == 'B')


@builtin('bindec(string $binary_string): int|float')
def bindec(ctx, binary_string):
    return number_in_base(ctx, binary_string, 2)


@builtin('octdec(string $octal_string): int|float')
def octdec(ctx, octal_string):
    return number_in_base(ctx, octal_string, 8)


@builtin('hexdec(string $hex_string): int|float')
def hexdec(ctx, hex_string):
    return number_in_base(ctx, hex_string, 16)


@builtin('base_convert(string $num, int $from_base, int $to_base): string')
def base_convert(ctx, num, from_base, to_base):
    if from_base < 2 or from_base > 36:
        raise ctx.error('ValueError', 'base_convert(): Argument #2 ($from_base) must be between 2 and 36 (inclusive)')
    if to_base < 2 or to_base > 36:
        raise ctx.error('ValueError', 'base_convert(): Argument #3 ($to_base) must be between 2 and 36 (inclusive)')
    w_number = number_in_base(ctx, num, from_base)
    if isinstance(w_number, W_Float):
        return float_in_base(ctx, w_number.floatval, to_base)
    assert isinstance(w_number, W_Int)
    n = w_number.intval
    digits = []
    while True:
        digits.append(DIGITS[n % to_base])
        n = n // to_base
        if n == 0:
            break
    digits.reverse()
    return ''.join(digits)


def float_in_base(ctx, x, base):
    x = floor_of(x)
    if isinf(x):
        ctx.warning('Number too large')
        return ''
    digits = []
    while True:
        digits.append(DIGITS[float_to_int(math.fmod(x, int_to_float(base)))])
        x = x / base    # float division
        if absolute(x) < 1.0:
            break
    digits.reverse()
    return ''.join(digits)
