"""The parts of tokens: characters of labels, the bounds and values of numbers and strings."""

from __future__ import absolute_import

from hippy.interpreter.rlib.arithmetic import ovfcheck, parse_float

# Bits of a character in LABEL; 0 for one that no label may hold.
PLAIN = 1
UPPER = 2

# What number_end() found.
DECIMAL = 0
HEXADECIMAL = 1
OCTAL = 2
BINARY = 3
FLOAT = 4

BAD_CODE_POINT = 'Invalid UTF-8 codepoint escape sequence'
BODY_INDENTATION = ('Invalid body indentation level '
                    '(expecting an indentation level of at least %d)')
MIXED_INDENTATION = 'Invalid indentation - tabs and spaces cannot be mixed'
LAST_CODE_POINT = 0x10FFFF


class LiteralError(Exception):
    """A string that PHP refuses; `newlines` counts those before the error."""
    _attrs_ = ('message', 'newlines')

    def __init__(self, message, newlines):
        self.message = message
        self.newlines = newlines


def _label_bits():
    "NOT_RPYTHON"
    bits = [0] * 256
    for code in range(256):
        c = chr(code)
        if 'A' <= c <= 'Z':
            bits[code] = UPPER
        elif 'a' <= c <= 'z' or '0' <= c <= '9' or c == '_' or code >= 0x80:
            bits[code] = PLAIN
    return bits


def _lower_case():
    "NOT_RPYTHON"
    return ''.join([chr(code + 32) if 65 <= code <= 90 else chr(code) for code in range(128)])


def _hex_values():
    "NOT_RPYTHON: the value of a hexadecimal digit, -1 for other characters."
    values = [-1] * 256
    for digit in range(16):
        values[ord('0123456789abcdef'[digit])] = digit
        values[ord('0123456789ABCDEF'[digit])] = digit
    return values


LABEL = _label_bits()
LABEL_START = [LABEL[_code] != 0 and not 48 <= _code <= 57 for _code in range(256)]
LOWER = _lower_case()
HEX_VALUE = _hex_values()


def is_digit(c):
    return '0' <= c <= '9'


def lowered(word):
    """ASCII lower case."""
    chars = []
    for c in word:
        code = ord(c)
        chars.append(LOWER[code] if code < 128 else c)
    return ''.join(chars)


# Scanning. The text always ends with some zero bytes.

def end_of_label(text, i):
    assert i >= 0
    while LABEL[ord(text[i])] != 0:
        i += 1
    return i


def skip_blanks(text, i):
    assert i >= 0
    while text[i] == ' ' or text[i] == '\t':
        i += 1
    return i


def skip_newline(text, i):
    """The place after the CR, LF or CR LF at `i`."""
    if text[i] == '\r' and text[i + 1] == '\n':
        return i + 2
    return i + 1


def matches_word(text, i, word):
    """Is the lower-case `word` at `i`, in any case?"""
    for c in word:
        found = ord(text[i])
        if found >= 128 or LOWER[found] != c:
            return False
        i += 1
    return True


def matches_label(text, i, label):
    """Is exactly this label at `i`?"""
    for c in label:
        if text[i] != c:
            return False
        i += 1
    return LABEL[ord(text[i])] == 0


def end_of_digits(text, i):
    """The end of decimal digits in groups joined by single underscores."""
    assert i >= 0
    while is_digit(text[i]) or (text[i] == '_' and is_digit(text[i + 1])):
        i += 1
    return i


def _end_of_digits_in_base(text, i, base):
    while _is_digit_of(text[i], base) or (text[i] == '_' and _is_digit_of(text[i + 1], base)):
        i += 1
    return i


def _is_digit_of(c, base):
    value = HEX_VALUE[ord(c)]
    return 0 <= value < base


def number_end(text, start):
    """The end and the kind of the number at `start`."""
    if text[start] == '0':
        base, kind = _base_of_prefix(text[start + 1])
        if base != 0 and _is_digit_of(text[start + 2], base):
            return _end_of_digits_in_base(text, start + 2, base), kind
    kind = DECIMAL
    i = start
    if text[i] != '.':
        i = end_of_digits(text, i)
    if text[i] == '.':
        kind = FLOAT
        i += 1
        if is_digit(text[i]):
            i = end_of_digits(text, i)
    if text[i] == 'e' or text[i] == 'E':
        exponent = i + 1
        if text[exponent] == '+' or text[exponent] == '-':
            exponent += 1
        if is_digit(text[exponent]):
            kind = FLOAT
            i = end_of_digits(text, exponent)
    return i, kind


def _base_of_prefix(c):
    if c == 'x' or c == 'X':
        return 16, HEXADECIMAL
    if c == 'o' or c == 'O':
        return 8, OCTAL
    if c == 'b' or c == 'B':
        return 2, BINARY
    return 0, DECIMAL


# Values of numbers.

def is_bad_octal(number):
    """Has a decimal-looking number with a leading zero a digit 8 or 9?"""
    if number[0] != '0':
        return False
    for c in number:
        if c == '8' or c == '9':
            return True
    return False


def _base_of(number):
    if len(number) > 1 and number[0] == '0':
        base, _kind = _base_of_prefix(number[1])
        return base if base != 0 else 8
    return 10


def _digits_start(number, base):
    if base == 10:
        return 0
    if len(number) > 1 and not is_digit(number[1]) and number[1] != '_':
        return 2
    return 1


def fits_int(number):
    try:
        int_value(number)
    except OverflowError:
        return False
    return True


def int_value(number):
    """The value of an integer literal in any base; raises OverflowError."""
    base = _base_of(number)
    value = 0
    for i in range(_digits_start(number, base), len(number)):
        if number[i] != '_':
            value = ovfcheck(value * base)
            value = ovfcheck(value + HEX_VALUE[ord(number[i])])
    return value


def float_value(number):
    """The value of a floating-point literal, or of an integer literal that is too big."""
    base = 10
    if number[0] == '0' and not _has_fraction(number):
        base = _base_of(number)
    if base == 10:
        return parse_float(without_underscores(number))
    # PHP adds digit by digit, which may round differently from the exact value.
    value = 0.0
    for i in range(_digits_start(number, base), len(number)):
        if number[i] != '_':
            value = value * base + HEX_VALUE[ord(number[i])]
    return value


def _has_fraction(number):
    if _base_of(number) == 16:
        return False
    for c in number:
        if c == '.' or c == 'e' or c == 'E':
            return True
    return False


def without_underscores(number):
    if number.find('_') < 0:
        return number
    chars = []
    for c in number:
        if c != '_':
            chars.append(c)
    return ''.join(chars)


def is_decimal_int(number):
    """Is the offset in "$a[...]" an int key, as opposed to a string that looks like one?"""
    if number == '0':
        return True
    if number[0] == '0' or len(number) > 19:
        return False
    for c in number:
        if not is_digit(c):
            return False
    return fits_int(number)


# Values of strings.

def single_quoted_value(body):
    if body.find('\\') < 0:
        return body
    pieces = []
    start = 0
    i = 0
    last = len(body) - 1
    while i < last:
        if body[i] == '\\':
            if body[i + 1] == '\\' or body[i + 1] == "'":
                pieces.append(body[start:i])
                start = i + 1
            i += 1
        i += 1
    pieces.append(body[start:])
    return ''.join(pieces)


class Unescaper(object):
    """Resolves the escapes of one piece of a double-quoted string, heredoc or backquotes.

    `overflows` collects the octal escapes above \\377, of which PHP warns.
    """
    _attrs_ = ('body', 'quote', 'pieces', 'overflows', 'overflow_newlines')

    def __init__(self, body, quote):
        self.body = body
        self.quote = quote
        self.pieces = []
        self.overflows = []
        self.overflow_newlines = []

    def value(self):
        """May raise LiteralError."""
        body = self.body
        i = body.find('\\')
        if i < 0:
            return body
        start = 0
        length = len(body)
        while i >= 0 and i + 1 < length:
            self.pieces.append(body[start:i])
            start = self._escape(i + 1)
            assert start >= 0
            i = body.find('\\', start)
        self.pieces.append(body[start:])
        return ''.join(self.pieces)

    def _escape(self, i):
        """Resolves the escape whose character after the backslash is at `i`; returns its end."""
        c = self.body[i]
        simple = _simple_escape(c)
        if simple != '':
            self.pieces.append(simple)
        elif c == '\\' or c == '$' or c == self.quote:
            self.pieces.append(c)
        elif c == 'x' or c == 'X':
            return self._hex_escape(i)
        elif c == 'u':
            return self._unicode_escape(i)
        elif '0' <= c <= '7':
            return self._octal_escape(i)
        else:
            self.pieces.append('\\')
            return i
        return i + 1

    def _digit(self, i):
        if i < len(self.body):
            return HEX_VALUE[ord(self.body[i])]
        return -1

    def _hex_escape(self, i):
        first = self._digit(i + 1)
        if first < 0:
            self.pieces.append('\\')
            return i
        second = self._digit(i + 2)
        if second < 0:
            self.pieces.append(chr(first))
            return i + 2
        self.pieces.append(chr(first * 16 + second))
        return i + 3

    def _octal_escape(self, i):
        start = i
        code = 0
        while i < start + 3 and 0 <= self._digit(i) < 8:
            code = code * 8 + self._digit(i)
            i += 1
        if code > 0xFF:
            self.overflows.append(self.body[start:i])
            self.overflow_newlines.append(count_newlines(self.body, i))
        self.pieces.append(chr(code & 0xFF))
        return i

    def _unicode_escape(self, i):
        body = self.body
        if i + 1 >= len(body) or body[i + 1] != '{':
            self.pieces.append('\\')
            return i
        start = i + 2
        code = 0
        i = start
        while self._digit(i) >= 0:
            if code <= LAST_CODE_POINT:
                code = code * 16 + self._digit(i)
            i += 1
        if i == start or i >= len(body) or body[i] != '}':
            raise LiteralError(BAD_CODE_POINT, count_newlines(body, i))
        if code > LAST_CODE_POINT:
            raise LiteralError(BAD_CODE_POINT + ': Codepoint too large', count_newlines(body, i))
        self.pieces.append(utf8(code))
        return i + 1


def _simple_escape(c):
    if c == 'n':
        return '\n'
    if c == 't':
        return '\t'
    if c == 'r':
        return '\r'
    if c == 'e':
        return '\x1b'
    if c == 'f':
        return '\x0c'
    if c == 'v':
        return '\x0b'
    return ''


def utf8(code):
    """The UTF-8 bytes of a code point; surrogates are encoded like others."""
    if code < 0x80:
        return chr(code)
    last = chr(0x80 | code & 0x3F)
    if code < 0x800:
        return chr(0xC0 | code >> 6) + last
    middle = chr(0x80 | code >> 6 & 0x3F)
    if code < 0x10000:
        return chr(0xE0 | code >> 12) + middle + last
    return chr(0xF0 | code >> 18) + chr(0x80 | code >> 12 & 0x3F) + middle + last


def count_newlines(text, end):
    """How many lines end before `end`."""
    count = 0
    i = 0
    while i < end:
        c = text[i]
        i += 1
        if c == '\n' or (c == '\r' and not (i < len(text) and text[i] == '\n')):
            count += 1
    return count


def unindented(body, indentation, uses_spaces, at_line_start, at_line_end):
    """The text of a heredoc without the indentation of its closing label.

    `at_line_start`: the text begins a line; `at_line_end`: a newline follows it. Lines of blanks
    may be shorter than the indentation. May raise LiteralError.
    """
    if indentation == 0:
        return body
    pieces = []
    i = 0
    length = len(body)
    if not at_line_start:
        i = _next_line(body, 0)
        assert i >= 0
        pieces.append(body[:i])
        if i == length and not _ends_with_newline(body):
            return body
    while True:
        line_end = _line_end(body, i)
        text_follows = line_end == length and not at_line_end
        i = _skip_indentation(body, i, line_end, indentation, uses_spaces, text_follows)
        assert i >= 0
        following = _next_line(body, i)
        assert following >= 0
        pieces.append(body[i:following])
        if line_end == length:
            return ''.join(pieces)
        i = following


def _skip_indentation(body, i, line_end, indentation, uses_spaces, text_follows):
    wanted = i + indentation
    start = i
    while i < wanted:
        if i == line_end and not text_follows:
            break
        if i == line_end or (body[i] != ' ' and body[i] != '\t'):
            raise LiteralError(BODY_INDENTATION % indentation, count_newlines(body, start))
        if (body[i] == ' ') != uses_spaces:
            raise LiteralError(MIXED_INDENTATION, count_newlines(body, start))
        i += 1
    return i


def _line_end(body, i):
    """Where the line's newline or the text's end stands."""
    while i < len(body) and body[i] != '\n' and body[i] != '\r':
        i += 1
    return i


def _next_line(body, i):
    i = _line_end(body, i)
    if i + 1 < len(body) and body[i] == '\r' and body[i + 1] == '\n':
        return i + 2
    if i < len(body):
        return i + 1
    return i


def _ends_with_newline(body):
    return body != '' and (body[len(body) - 1] == '\n' or body[len(body) - 1] == '\r')
