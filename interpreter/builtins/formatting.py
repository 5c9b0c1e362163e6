"""The printf family and number_format."""
from __future__ import absolute_import

import math

from hippy.interpreter.builtins.maths import PHP_ROUND_HALF_UP, absolute, rounded, unsigned_text
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.convert import to_float, to_int, to_str
from hippy.interpreter.objects.numbers import decimal_of, decimal_text
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.values import W_Int
from hippy.interpreter.rlib.arithmetic import formatd, intmask, isinf, isnan, r_uint
from hippy.interpreter.rlib.strings import StringBuilder, ascii_upper, is_digit

MAX_NUMBER = 2147483647
MAX_PRECISION = 53


class Format(object):
    """A format string being worked through (ext/standard/formatted_print.c php_formatted_print).

    args_w are the values; `extra` counts the arguments before them, for the message about missing ones (-1 for an array of values).
    """
    _attrs_ = ('ctx', 'name', 'text', 'at', 'args_w', 'extra', 'next_arg', 'missing', 'builder',
               'left', 'plus', 'pad', 'width', 'precision', 'has_precision', 'arg')

    def __init__(self, ctx, name, text, args_w, extra):
        self.ctx = ctx
        self.name = name
        self.text = text
        self.at = 0
        self.args_w = args_w
        self.extra = extra
        self.next_arg = 0
        self.missing = -1
        self.builder = StringBuilder(len(text) + 32)
        self.reset()

    def reset(self):
        self.left = False
        self.plus = False
        self.pad = ' '
        self.width = 0
        self.precision = -1
        self.has_precision = False
        self.arg = -1

    def value_error(self, message):
        return self.ctx.error('ValueError', message)

    def run(self):
        """The formatted text. ValueError for a bad format, ArgumentCountError for missing values."""
        text = self.text
        while self.at < len(text):
            percent = text.find('%', self.at)
            if percent < 0:
                percent = len(text)
            start = self.at
            assert start >= 0
            self.builder.append_slice(text, start, percent)
            self.at = percent + 1
            if percent < len(text):
                self.directive()
        if self.missing >= 0:
            raise self.missing_arguments()
        return self.builder.build()

    def missing_arguments(self):
        if self.extra < 0:
            return self.value_error('The arguments array must contain %d items, %d given' % (
                self.missing + 1, len(self.args_w)))
        return self.ctx.error('ArgumentCountError', '%d arguments are required, %d given' % (
            self.missing + self.extra + 1, len(self.args_w) + self.extra))

    def peek(self):
        """The next character of the format; NUL at the end."""
        at = self.at
        if at >= len(self.text):
            return '\0'
        assert at >= 0
        return self.text[at]

    def directive(self):
        if self.peek() == '%':
            self.builder.append('%')
            self.at += 1
            return
        self.reset()
        self.read_argument_number()
        self.read_flags()
        self.read_width()
        self.read_precision()
        if self.peek() == 'l':
            self.at += 1
        if self.arg < 0:
            self.arg = self.next_arg
            self.next_arg += 1
        if self.arg >= len(self.args_w):
            self.missing = max(self.missing, self.arg)
        elif self.missing < 0:          # else the directives are read on, but nothing is formatted any more
            self.convert(deref(self.args_w[self.arg]))

    def read_number(self):
        """Digits as a number; -1 when it is too large."""
        value = 0
        while is_digit(self.peek()):
            if value >= 0:
                value = value * 10 + ord(self.peek()) - 48
                if value >= MAX_NUMBER:
                    value = -1
            self.at += 1
        return value

    def numbered_argument(self, what):
        """The index that '12$' at the format's place gives, or -1 when no such thing stands there."""
        start = self.at
        number = self.read_number()
        if self.peek() != '$':
            self.at = start
            return -1
        if number <= 0:
            raise self.value_error(
                'Argument number specifier%s must be greater than zero and less than %d' % (what, MAX_NUMBER))
        self.at += 1
        return number - 1

    def read_argument_number(self):
        self.arg = self.numbered_argument('')

    def read_flags(self):
        while True:
            c = self.peek()
            if c == '0' or c == ' ':
                self.pad = c
            elif c == '-':
                self.left = True
            elif c == '+':
                self.plus = True
            elif c == "'":
                self.at += 1
                if self.at >= len(self.text):
                    raise self.value_error('Missing padding character')
                self.pad = self.peek()
            else:
                return
            self.at += 1

    def star(self, what, least):
        """The int that '*' or '*2$' takes from the arguments; None when the argument is missing."""
        self.at += 1
        index = self.numbered_argument('')
        if index < 0:
            index = self.next_arg
            self.next_arg += 1
        if index >= len(self.args_w):
            self.missing = max(self.missing, index)
            return least
        w = deref(self.args_w[index])
        if not isinstance(w, W_Int):
            raise self.value_error('%s must be an integer' % what)
        if w.intval < least or w.intval > MAX_NUMBER:
            raise self.value_error('%s must be %s %d' % (
                what, 'greater than zero and less than' if least == 0 else 'between -1 and', MAX_NUMBER))
        return w.intval

    def read_width(self):
        if self.peek() == '*':
            self.width = self.star('Width', 0)
        elif is_digit(self.peek()):
            self.width = self.read_number()
            if self.width < 0:
                raise self.value_error('Width must be greater than zero and less than %d' % MAX_NUMBER)

    def read_precision(self):
        if self.peek() != '.':
            return
        self.at += 1
        if self.peek() == '*':
            self.precision = self.star('Precision', -1)
            self.has_precision = True
        elif not is_digit(self.peek()):
            self.precision = 0
        else:
            self.has_precision = True
            self.precision = self.read_number()
            if self.precision < 0:
                raise self.value_error('Precision must be greater than zero and less than %d' % MAX_NUMBER)

    # conversions

    def convert(self, w):
        if self.at >= len(self.text):
            raise self.value_error('Missing format specifier at end of string')
        c = self.peek()
        self.at += 1
        if self.precision == -1 and self.has_precision and 'gGhH'.find(c) < 0:
            raise self.value_error('Precision -1 is only supported for %g, %G, %h and %H')
        if c == 's':
            self.put_string(to_str(self.ctx, w))
        elif self.has_precision and 'xXob'.find(c) >= 0:
            self.put('', False)         # PHP cuts these to a width that it never sets
        elif c == 'd':
            self.put_int(to_int(self.ctx, w))
        elif c == 'u':
            self.put(unsigned_decimal(to_int(self.ctx, w)), False)
        elif c == 'c':
            self.builder.append(chr(to_int(self.ctx, w) & 255))
        elif c == 'x':
            self.put(unsigned_text(to_int(self.ctx, w), 16), False)
        elif c == 'X':
            self.put(ascii_upper(unsigned_text(to_int(self.ctx, w), 16)), False)
        elif c == 'o':
            self.put(unsigned_text(to_int(self.ctx, w), 8), False)
        elif c == 'b':
            self.put(unsigned_text(to_int(self.ctx, w), 2), False)
        elif 'eEfFgGhH'.find(c) >= 0:
            self.put_float(c, to_float(self.ctx, w))
        elif c == '%':
            self.builder.append('%')
        else:
            raise self.value_error('Unknown format specifier "%s"' % c)

    def put(self, text, negative):
        """Pads to the width; zeros go between the sign and the digits."""
        missing = self.width - len(text)
        if missing <= 0:
            self.builder.append(text)
        elif self.left:
            self.builder.append(text)
            self.builder.append_multiple_char(self.pad, missing)
        elif negative and self.pad == '0':
            self.builder.append(text[0])
            self.builder.append_multiple_char('0', missing)
            self.builder.append_slice(text, 1, len(text))
        else:
            self.builder.append_multiple_char(self.pad, missing)
            self.builder.append(text)

    def put_string(self, text):
        precision = self.precision
        if precision >= 0 and precision < len(text):
            text = text[:precision]
        self.put(text, False)

    def put_int(self, n):
        text = '%d' % n
        if n >= 0 and self.plus:
            text = '+' + text
        if self.left and self.pad == '0':
            self.pad = ' '
        self.put(text, n < 0 or self.plus)

    def put_float(self, c, x):
        if isnan(x):
            self.builder.append('NaN')
            return
        if isinf(x):
            # PHP writes the sign over the first letter, and only between zeros.
            signed = self.pad == '0' and not self.left and (x < 0.0 or self.plus)
            self.builder.append(('-NF' if x < 0.0 else '+NF') if signed else 'INF')
            return
        precision = self.precision
        if not self.has_precision:
            precision = 6
        if precision > MAX_PRECISION:
            self.ctx.notice('%s(): Requested precision of %d digits was truncated to PHP maximum of %d digits' % (
                self.name, precision, MAX_PRECISION))
            precision = MAX_PRECISION
        text = float_format(c, absolute(x), precision)
        negative = x < 0.0 or c != 'f' and c != 'F' and c != 'e' and c != 'E' and math.copysign(1.0, x) < 0.0
        if negative:
            text = '-' + text
        elif self.plus:
            text = '+' + text
        self.put(text, negative or self.plus)


def unsigned_decimal(n):
    """An int as an unsigned 64-bit number."""
    if n >= 0:
        return '%d' % n
    number = r_uint(n)
    tenth = number // r_uint(10)
    return '%d%d' % (intmask(tenth), intmask(number - tenth * r_uint(10)))


def float_format(c, x, precision):
    """A finite float >= 0 in one of printf's forms."""
    if precision < 0 and (c == 'f' or c == 'F' or c == 'e' or c == 'E'):
        precision = 6
    if c == 'f' or c == 'F':
        return formatd(x, 'f', precision)
    if c == 'e' or c == 'E':
        return short_exponent(formatd(x, 'e', precision), c)
    if precision == 0:
        precision = 1
    return decimal_text(decimal_of(x, precision), precision, 'e' if c == 'g' or c == 'h' else 'E')


def short_exponent(text, mark):
    """'1.5e+07' as PHP writes it: '1.5e+7'."""
    i = text.find('e')
    assert i >= 0
    k = i + 2
    while k < len(text) - 1 and text[k] == '0':
        k += 1
    return text[:i] + mark + text[i + 1] + text[k:]


def formatted(ctx, name, text, args_w, extra):
    return Format(ctx, name, text, args_w, extra).run()


@builtin('sprintf(string $format, mixed ...$values): string')
def sprintf(ctx, format, values_w):
    return formatted(ctx, 'sprintf', format, values_w, 1)


@builtin('printf(string $format, mixed ...$values): int')
def printf(ctx, format, values_w):
    text = formatted(ctx, 'printf', format, values_w, 1)
    ctx.output.write(text)
    return len(text)


@builtin('vsprintf(string $format, array $values): string')
def vsprintf(ctx, format, w_values):
    return formatted(ctx, 'vsprintf', format, w_values.values(), -1)


@builtin('vprintf(string $format, array $values): int')
def vprintf(ctx, format, w_values):
    text = formatted(ctx, 'vprintf', format, w_values.values(), -1)
    ctx.output.write(text)
    return len(text)


# -- number_format --------------------------------------------------------------------------------------------------------

@builtin('number_format(float $num, int $decimals = 0, ?string $decimal_separator = ".", '
         '?string $thousands_separator = ","): string')
def number_format(ctx, num, decimals, w_point, w_comma):
    point = w_point.as_str() if isinstance(w_point, W_Str) else '.'
    comma = w_comma.as_str() if isinstance(w_comma, W_Str) else ','
    if decimals < 0:
        decimals = 0
    x = rounded(num, decimals, PHP_ROUND_HALF_UP)
    if isnan(x):
        return 'nan'
    if isinf(x):
        return 'inf'
    text = formatd(absolute(x), 'f', decimals)
    whole_end = text.find('.')
    if whole_end < 0:
        whole_end = len(text)
    builder = StringBuilder(len(text) * 2)
    if x < 0.0:
        builder.append('-')
    for i in range(whole_end):
        if i > 0 and (whole_end - i) % 3 == 0:
            builder.append(comma)
        builder.append(text[i])
    if decimals > 0:
        builder.append(point)
        builder.append_slice(text, whole_end + 1, len(text))
    return builder.build()
