"""Machine integers and IEEE floats: 64-bit signed ints whose overflow is seen, float text with the shortest digits.

PHP ints are 64-bit two's complement. Any operation whose result may leave that range goes through `ovfcheck` (one operation,
raises OverflowError), `intmask` (wraps) or `r_uint`.
"""
from __future__ import absolute_import

import math

MAXINT = 9223372036854775807
MININT = -MAXINT - 1

try:
    from rpython.rlib.rarithmetic import ovfcheck, intmask, r_uint, LONG_BIT, r_int32
    from rpython.rlib.rfloat import double_to_string, formatd as _formatd, isnan, isinf, INFINITY, NAN
    from rpython.rlib.longlong2float import float2longlong, longlong2float
    from rpython.rlib.rfloat import rstring_to_float as _parse
    from rpython.rlib.rstring import ParseStringError

    def float_digits(x):
        """The shortest decimal text that reads back as x, in Python's repr form ('0.1', '1e+25', '5e-324'); x is finite."""
        return double_to_string(x, 'r', 0, 0)[0]

    def formatd(x, code, precision):
        """printf-like text of a finite float; code 'e', 'f' or 'g'."""
        return _formatd(x, code, precision)

    def parse_float(text):
        """The float nearest to validated decimal text such as '12', '1.5e3' (no sign of inf/nan, no spaces)."""
        try:
            return _parse(text)
        except ParseStringError:
            raise ValueError

    def float_to_int(x):
        """Truncates a float that is known to lie within the int range."""
        return int(x)

    def int_to_float(n):
        return float(n)
except ImportError:
    import struct

    LONG_BIT = 64
    INFINITY = float('inf')
    NAN = float('nan')

    def isnan(x):
        return x != x

    def isinf(x):
        return x == INFINITY or x == -INFINITY

    def ovfcheck(r):
        if r < MININT or r > MAXINT:
            raise OverflowError
        return r

    def intmask(n):
        n = int(n) & 0xFFFFFFFFFFFFFFFF
        return n - (1 << 64) if n > MAXINT else n

    class r_uint(int):
        """Unsigned 64-bit int; every operation wraps."""
        def __new__(cls, value):
            return int.__new__(cls, int(value) & 0xFFFFFFFFFFFFFFFF)

        def __invert__(self):
            return r_uint(~int(self))

        def __neg__(self):
            return r_uint(-int(self))

    def _wrapping(name):
        operation = getattr(int, name)

        def wrapped(a, b):
            return r_uint(operation(int(a), int(b)))
        return wrapped
    for _name in ('add', 'sub', 'mul', 'floordiv', 'mod', 'and', 'or', 'xor', 'lshift', 'rshift'):
        setattr(r_uint, '__%s__' % _name, _wrapping('__%s__' % _name))
        setattr(r_uint, '__r%s__' % _name, _wrapping('__r%s__' % _name))

    def r_int32(n):
        n = int(n) & 0xFFFFFFFF
        return n - (1 << 32) if n >= 1 << 31 else n

    def float2longlong(x):
        return struct.unpack('<q', struct.pack('<d', x))[0]

    def longlong2float(n):
        return struct.unpack('<d', struct.pack('<q', n))[0]

    def float_digits(x):
        return repr(x)

    def formatd(x, code, precision):
        return '%.*' + code if False else ('%%.%d%s' % (precision, code)) % x

    def parse_float(text):
        return float(text)

    def float_to_int(x):
        return int(x)

    def int_to_float(n):
        return float(n)


def int_in_float_range(x):
    """True when truncating the finite float x gives a 64-bit int."""
    return -9223372036854775808.0 <= x < 9223372036854775808.0


def truncate_modular(x):
    """Float to int as PHP 8 on 64 bits: modulo 2^64 outside the range; 0 for infinities and NAN (Zend/zend_operators.h zend_dval_to_lval)."""
    if isnan(x) or isinf(x):
        return 0
    if int_in_float_range(x):
        return float_to_int(x)
    rest = math.fmod(x, 18446744073709551616.0)
    if rest < -9223372036854775808.0:
        rest += 18446744073709551616.0
    elif rest >= 9223372036854775808.0:
        rest -= 18446744073709551616.0
    return float_to_int(rest)


def int_div_trunc(a, b):
    """Quotient rounded to zero; b is not 0; the caller handles MININT / -1."""
    q = a // b
    if q < 0 and q * b != a:
        q += 1
    return q


def int_mod_trunc(a, b):
    """Remainder with the sign of a; b is neither 0 nor -1."""
    r = a % b
    if r != 0 and (a < 0) != (b < 0):
        r -= b
    return r


def shift_left(a, count):
    """a << count with count >= 0, wrapping; 0 from 64 on."""
    if count >= 64:
        return 0
    return intmask(r_uint(a) << r_uint(count))


def shift_right(a, count):
    """Arithmetic a >> count with count >= 0."""
    if count >= 64:
        return -1 if a < 0 else 0
    return a >> count


def float_mod(a, b):
    """C's fmod for all inputs; NAN where it is undefined."""
    if isnan(a) or isnan(b) or isinf(a) or b == 0.0:
        return NAN
    if isinf(b):
        return a
    return math.fmod(a, b)


def float_div(a, b):
    """IEEE division, b may be zero."""
    if b == 0.0:
        if a == 0.0 or isnan(a):
            return NAN
        if (math.copysign(1.0, a) < 0) != (math.copysign(1.0, b) < 0):
            return -INFINITY
        return INFINITY
    return a / b  # float division


def float_pow(a, b):
    """C's pow, which raises nothing."""
    try:
        return math.pow(a, b)
    except OverflowError:
        if a < 0.0 and float_mod(b, 2.0) != 0.0:
            return -INFINITY
        return INFINITY
    except ValueError:
        if a == 0.0 and b < 0.0:
            if math.copysign(1.0, a) < 0 and math.fmod(b, 2.0) in (1.0, -1.0):
                return -INFINITY
            return INFINITY
        return NAN
