"""Numbers as text: PHP's numeric strings, and the text of floats."""
from __future__ import absolute_import

from hippy.interpreter.rlib.arithmetic import (
    MAXINT, MININT, float_digits, formatd, parse_float, isnan, isinf, int_to_float,
    int_in_float_range, float_to_int)

# What a string is as a number; W_StrConst caches it (0 = not looked at yet).
NUM_NONE = 1            # does not begin with a number
NUM_INT = 2
NUM_FLOAT = 3
NUM_LEADING_INT = 4     # an int with other text behind it: '12 apples'
NUM_LEADING_FLOAT = 5

SHORTEST = -1           # a precision: as few digits as read back to the same float


def is_space(c):
    """White space around numbers: blank, \\t, \\n, \\v, \\f, \\r."""
    return c == ' ' or '\t' <= c <= '\r'


def is_digit(c):
    return '0' <= c <= '9'


class Numeric(object):
    """The number at the start of a string: kind (NUM_*) and its value in intval or floatval."""
    _attrs_ = ('kind', 'intval', 'floatval')
    _immutable_fields_ = ('kind', 'intval', 'floatval')

    def __init__(self, kind, intval, floatval):
        self.kind = kind
        self.intval = intval
        self.floatval = floatval

    def is_int(self):
        return self.kind == NUM_INT or self.kind == NUM_LEADING_INT

    def is_float(self):
        return self.kind == NUM_FLOAT or self.kind == NUM_LEADING_FLOAT

    def is_whole(self):
        """True when the whole string is a number."""
        return self.kind == NUM_INT or self.kind == NUM_FLOAT

    def as_float(self):
        """The value as a float; 0.0 without a number."""
        if self.is_float():
            return self.floatval
        return int_to_float(self.intval)


NOT_NUMERIC = Numeric(NUM_NONE, 0, 0.0)


def skip_spaces(s, i):
    while i < len(s) and is_space(s[i]):
        i += 1
    return i


def begins_negative(s):
    """True when a minus is the first byte after white space."""
    i = skip_spaces(s, 0)
    return i < len(s) and s[i] == '-'


def skip_digits(s, i):
    while i < len(s) and is_digit(s[i]):
        i += 1
    return i


def scan_numeric(s):
    """The number that s starts with, after white space (Zend/zend_operators.c _is_numeric_string_ex). Never None."""
    length = len(s)
    start = skip_spaces(s, 0)
    i = start
    if i < length and (s[i] == '-' or s[i] == '+'):
        i += 1
    first = i
    i = skip_digits(s, i)
    digits_end = i
    if i == first and not (i + 1 < length and s[i] == '.' and is_digit(s[i + 1])):
        return NOT_NUMERIC
    i = skip_fraction(s, i)
    i = skip_exponent(s, i)
    after = skip_spaces(s, i)
    whole = after == length
    if i == digits_end:
        value = parse_int_digits(s, first, i, s[start] == '-')
        if value.kind == NUM_INT:
            return Numeric(NUM_INT if whole else NUM_LEADING_INT, value.intval, 0.0)
    return Numeric(NUM_FLOAT if whole else NUM_LEADING_FLOAT, 0, parse_decimal(s, start, i))


def skip_fraction(s, i):
    """Past '.' and digits. The caller knows that digits stand before or behind the point."""
    if i < len(s) and s[i] == '.':
        return skip_digits(s, i + 1)
    return i


def skip_exponent(s, i):
    """Past a complete exponent; i itself when there is none."""
    if i < len(s) and (s[i] == 'e' or s[i] == 'E'):
        j = i + 1
        if j < len(s) and (s[j] == '-' or s[j] == '+'):
            j += 1
        if j < len(s) and is_digit(s[j]):
            return skip_digits(s, j)
    return i


def parse_int_digits(s, i, stop, negative):
    """Digits s[i:stop] as a Numeric of kind NUM_INT; NOT_NUMERIC when they do not fit."""
    while i < stop - 1 and s[i] == '0':
        i += 1
    if stop - i > 19:
        return NOT_NUMERIC
    value = 0
    last = stop - 1 if stop - i == 19 else stop
    for k in range(i, last):
        value = value * 10 + (ord(s[k]) - 48)
    if last < stop:
        digit = ord(s[last]) - 48
        if value > 922337203685477580 or (value == 922337203685477580 and digit > 7):
            if value == 922337203685477580 and digit == 8 and negative and stop == len(s):
                return Numeric(NUM_INT, MININT, 0.0)
            return NOT_NUMERIC
        value = value * 10 + digit
    return Numeric(NUM_INT, -value if negative else value, 0.0)


def parse_decimal(s, start, stop):
    """The float that s[start:stop] spells: sign, digits, point, exponent, checked by the caller."""
    assert start >= 0
    assert stop >= start
    if s[start] == '+':
        start += 1
    if start < stop and s[start] == '.':
        return parse_float('0' + s[start:stop])
    return parse_float(s[start:stop])


# -- to text --------------------------------------------------------------------------------------------------------------

def int_text(n):
    return str(n)       # dialect: the digits of an int are the same everywhere, and '%d' is slower


class Decimal(object):
    """A float's digits without leading or trailing zeros ('0' for zero) and the place of the point: 0.digits * 10**point."""
    _attrs_ = ('digits', 'point', 'negative')
    _immutable_fields_ = ('digits', 'point', 'negative')

    def __init__(self, digits, point, negative):
        self.digits = digits
        self.point = point
        self.negative = negative


def decimal_of(x, precision):
    """The Decimal of a finite float, with at most `precision` significant digits or SHORTEST."""
    if precision == SHORTEST:
        text = float_digits(x)
    else:
        text = formatd(x, 'e', precision - 1)
    negative = text[0] == '-'
    i = 1 if negative else 0
    digits = []
    point = 0
    seen_point = False
    while i < len(text) and text[i] != 'e':
        c = text[i]
        if c == '.':
            seen_point = True
        else:
            if not seen_point:
                point += 1
            digits.append(c)
        i += 1
    if i < len(text):
        point += exponent_value(text, i + 1)
    return stripped(digits, point, negative)


def exponent_value(text, i):
    sign = 1
    if text[i] == '-':
        sign = -1
    if text[i] == '-' or text[i] == '+':
        i += 1
    value = 0
    while i < len(text):
        value = value * 10 + (ord(text[i]) - 48)
        i += 1
    return sign * value


def stripped(digits, point, negative):
    """A Decimal from a list of digits that may have zeros at both ends."""
    first = 0
    while first < len(digits) and digits[first] == '0':
        first += 1
    stop = len(digits)
    while stop > first and digits[stop - 1] == '0':
        stop -= 1
    assert stop >= 0
    if first == stop:
        return Decimal('0', 1, negative)
    return Decimal(''.join(digits[first:stop]), point - first, negative)


def float_text(x, precision, exponent_mark='E'):
    """A float as echo prints it (main/snprintf.c php_gcvt): '1.5', '1.0E+25', '-0', 'INF'. Precision SHORTEST behaves as 17."""
    if isnan(x):
        return 'NAN'
    if isinf(x):
        return 'INF' if x > 0.0 else '-INF'
    if -1e14 < x < 1e14 and x != 0.0 and (precision == SHORTEST or precision >= 14):
        n = float_to_int(x)
        if int_to_float(n) == x:
            return int_text(n)
    return decimal_text(decimal_of(x, precision_digits(precision)), precision, exponent_mark)


def precision_digits(precision):
    return 1 if precision == 0 else precision


def decimal_text(d, precision, exponent_mark):
    point = d.point
    limit = 17 if precision == SHORTEST else precision_digits(precision)
    digits = d.digits
    sign = '-' if d.negative else ''
    if point > limit or point < -3:
        return sign + exponent_text(digits, point - 1, exponent_mark)
    if point <= 0:
        return sign + '0.' + '0' * (-point) + digits
    assert point >= 0
    if point >= len(digits):
        return sign + digits + '0' * (point - len(digits))
    return sign + digits[:point] + '.' + digits[point:]


def exponent_text(digits, exponent, exponent_mark):
    mantissa = digits[:1] + '.' + (digits[1:] if len(digits) > 1 else '0')
    if exponent < 0:
        return mantissa + exponent_mark + '-' + int_text(-exponent)
    return mantissa + exponent_mark + '+' + int_text(exponent)


def float_repr(x):
    """A float as var_dump prints it: the shortest digits."""
    return float_text(x, SHORTEST)


def float_export(x, precision):
    """A float as var_export prints it: never mistaken for an int (0.0, 1.0E+25, NAN)."""
    text = float_text(x, precision)
    for c in text:
        if not (is_digit(c) or c == '-'):
            return text
    return text + '.0'


# -- whole floats ---------------------------------------------------------------------------------------------------------

def fits_int(x):
    """True when x has the exact value of some int."""
    return int_in_float_range(x) and int_to_float(float_to_int(x)) == x


def saturated(x):
    """A string's float as an int: clamped, 0 for infinities and NAN (zend_dval_to_lval_cap)."""
    if isnan(x) or isinf(x):
        return 0
    if int_in_float_range(x):
        return float_to_int(x)
    return MAXINT if x > 0.0 else MININT
