"""pack() and unpack(): values as bytes of fixed forms."""
from __future__ import absolute_import

from hippy.interpreter.builtins.growing import GrowingBytes
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import new_array, put_by_name
from hippy.interpreter.objects.convert import to_float, to_int, to_str
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Float, W_Int, w_false
from hippy.interpreter.rlib.arithmetic import (
    INFINITY, NAN, float2longlong, int_to_float, intmask, isinf, isnan, longlong2float, r_uint)
from hippy.interpreter.rlib.strings import StringBuilder, cut, hex_value, is_digit

MAX_SIZE = 2147483647
STAR = -1
# code: bytes, big-endian, signed when unpacked
NUMBERS = {
    'c': (1, False, True), 'C': (1, False, False), 's': (2, False, True), 'S': (2, False, False), 'n': (2, True, False),
    'v': (2, False, False), 'i': (4, False, True), 'I': (4, False, False), 'l': (4, False, True), 'L': (4, False, False),
    'N': (4, True, False), 'V': (4, False, False), 'q': (8, False, True), 'Q': (8, False, False), 'J': (8, True, False),
    'P': (8, False, False),
}
FLOATS = {'f': (4, False), 'g': (4, False), 'G': (4, True), 'd': (8, False), 'e': (8, False), 'E': (8, True)}


# -- numbers as bytes -----------------------------------------------------------------------------------------------------

def int_bytes(n, size, big_endian):
    builder = StringBuilder(size)
    number = r_uint(n)
    for k in range(size):
        shift = 8 * (size - 1 - k) if big_endian else 8 * k
        builder.append(chr(intmask(number >> r_uint(shift)) & 255))
    return builder.build()


def int_of_bytes(data, at, size, big_endian, signed):
    number = r_uint(0)
    for k in range(size):
        i = at + k if big_endian else at + size - 1 - k
        number = (number << r_uint(8)) | r_uint(ord(data[i]))
    n = intmask(number)
    if signed and size < 8:
        top = 1 << (8 * size - 1)
        if n >= top:
            n -= top * 2
    return n


def single_bits(x):
    """A float as the bits of an IEEE single: rounded to nearest, ties to even."""
    bits = float2longlong(x)
    sign = 0x80000000 if bits < 0 else 0
    if isnan(x):
        return sign | 0x7FC00000
    if isinf(x):
        return sign | 0x7F800000
    exponent = (bits >> 52 & 0x7FF) - 1023 + 127
    mantissa = bits & 0xFFFFFFFFFFFFF
    if exponent <= 0:
        if exponent < -24:
            return sign
        mantissa |= 0x10000000000000
        return sign | rounded_shift(mantissa, 30 - exponent)
    rounded = (exponent << 23) + rounded_shift(mantissa, 29)
    if rounded >= 0x7F800000:
        return sign | 0x7F800000
    return sign | rounded


def rounded_shift(n, count):
    kept = n >> count
    rest = n - (kept << count)
    half = 1 << (count - 1)
    if rest > half or (rest == half and kept & 1):
        kept += 1
    return kept


def single_value(bits):
    sign = -1.0 if bits & 0x80000000 else 1.0
    exponent = bits >> 23 & 255
    mantissa = bits & 0x7FFFFF
    if exponent == 255:
        return NAN if mantissa else sign * INFINITY
    if exponent == 0:
        return sign * int_to_float(mantissa) * 1.401298464324817e-45
    wide = (exponent - 127 + 1023) << 52 | mantissa << 29
    return sign * longlong2float(wide)


def float_bytes(x, size, big_endian):
    return int_bytes(single_bits(x) if size == 4 else float2longlong(x), size, big_endian)


def float_of_bytes(data, at, size, big_endian):
    n = int_of_bytes(data, at, size, big_endian, False)
    return single_value(n) if size == 4 else longlong2float(n)


# -- formats --------------------------------------------------------------------------------------------------------------

class Field(object):
    """One code of a format with its count (STAR for '*') and, for unpack, its name."""
    _attrs_ = ('code', 'count', 'name')

    def __init__(self, code, count, name):
        self.code = code
        self.count = count
        self.name = name


def read_count(format, i):
    """(count, where it ends): 1 when none stands there, -2 for one that is too large."""
    if i < len(format) and format[i] == '*':
        return STAR, i + 1
    if i >= len(format) or not is_digit(format[i]):
        return 1, i
    count = 0
    while i < len(format) and is_digit(format[i]):
        if count >= 0:
            count = count * 10 + ord(format[i]) - 48
            if count > MAX_SIZE:
                count = -2
        i += 1
    return count, i


# -- pack -----------------------------------------------------------------------------------------------------------------

class Packer(object):
    """Builds the bytes of one pack() call."""
    _attrs_ = ('ctx', 'args_w', 'next_arg', 'data')

    def __init__(self, ctx, args_w):
        self.ctx = ctx
        self.args_w = args_w
        self.next_arg = 0
        self.data = GrowingBytes('')

    def fields(self, format):
        """The format's Fields, with the number of arguments checked."""
        found = []
        used = 0
        i = 0
        while i < len(format):
            code = format[i]
            count, i = read_count(format, i + 1)
            if code == 'x' or code == 'X' or code == '@':
                if count < 0:
                    self.ctx.warning("pack(): Type %s: '*' ignored" % code)
                    count = 1
            elif 'aAZhH'.find(code) >= 0:
                if used >= len(self.args_w):
                    raise self.ctx.error('ValueError', 'Type %s: not enough arguments' % code)
                if count < 0:
                    count = len(to_str(self.ctx, self.args_w[used])) + (1 if code == 'Z' else 0)
                used += 1
            elif code in NUMBERS or code in FLOATS:
                if count < 0:
                    count = len(self.args_w) - used
                used += count
                if used > len(self.args_w):
                    raise self.ctx.error('ValueError', 'Type %s: too few arguments' % code)
            else:
                raise self.ctx.error('ValueError', 'Type %s: unknown format code' % code)
            found.append(Field(code, count, ''))
        if used < len(self.args_w):
            self.ctx.warning('pack(): %d arguments unused' % (len(self.args_w) - used))
        return found

    def argument(self):
        self.next_arg += 1
        return self.args_w[self.next_arg - 1]

    def put(self, field):
        code = field.code
        count = field.count
        if code == 'a' or code == 'A' or code == 'Z':
            self.put_string(code, count)
        elif code == 'h' or code == 'H':
            self.put_hex(code, count)
        elif code == 'x':
            self.data.append('\0' * count)
        elif code == 'X':
            if count > self.data.size():
                self.ctx.warning('pack(): Type X: outside of string')
                count = self.data.size()
            self.data.resize(self.data.size() - count)
        elif code == '@':
            self.data.resize(count)
        elif code in NUMBERS:
            size, big_endian, _signed = NUMBERS[code]
            for _ in range(count):
                self.data.append(int_bytes(to_int(self.ctx, self.argument()), size, big_endian))
        else:
            size, big_endian = FLOATS[code]
            for _ in range(count):
                self.data.append(float_bytes(to_float(self.ctx, self.argument()), size, big_endian))

    def put_string(self, code, count):
        s = to_str(self.ctx, self.argument())
        room = max(0, count - 1) if code == 'Z' else count
        assert room >= 0
        if len(s) > room:
            s = cut(s, 0, room)
        self.data.append(s + (' ' if code == 'A' else '\0') * (count - len(s)))

    def put_hex(self, code, count):
        s = to_str(self.ctx, self.argument())
        if count > len(s):
            self.ctx.warning('pack(): Type %s: not enough characters in string' % code)
            count = len(s)
        builder = StringBuilder(count // 2 + 1)
        i = 0
        while i < count:
            first = self.hex_digit(code, s[i])
            second = self.hex_digit(code, s[i + 1]) if i + 1 < count else 0
            builder.append(chr(first << 4 | second if code == 'H' else second << 4 | first))
            i += 2
        self.data.append(builder.build())

    def hex_digit(self, code, c):
        value = hex_value(c)
        if value < 0:
            self.ctx.warning('pack(): Type %s: illegal hex digit %s' % (code, c))
            return 0
        return value


@builtin('pack(string $format, mixed ...$values): string')
def pack(ctx, format, values_w):
    packer = Packer(ctx, values_w)
    for field in packer.fields(format):
        packer.put(field)
    return packer.data.text()


# -- unpack ---------------------------------------------------------------------------------------------------------------

class Unpacker(object):
    """Takes bytes apart into an array."""
    _attrs_ = ('ctx', 'data', 'at', 'w_values')

    def __init__(self, ctx, data):
        self.ctx = ctx
        self.data = data
        self.at = 0
        self.w_values = new_array(0)

    def size_of(self, field):
        """Bytes that one value takes; -1: as many as there are."""
        code = field.code
        if 'aAZ'.find(code) >= 0:
            return field.count
        if code == 'h' or code == 'H':
            return (field.count + 1) // 2 if field.count > 0 else field.count
        if code == 'X':
            return -1
        if code == '@':
            return 0
        if code == 'x':
            return 1
        if code in NUMBERS:
            return NUMBERS[code][0]
        if code in FLOATS:
            return FLOATS[code][0]
        raise self.ctx.error('ValueError', 'Invalid format type %s' % code)

    def repetitions(self, field):
        if 'aAZhH'.find(field.code) >= 0:
            return 1
        if field.code == 'X' and field.count < 0:
            self.ctx.warning("unpack(): Type X: '*' ignored")
            return 1
        return field.count

    def take(self, field):
        """False, with a warning, when the data does not suffice."""
        size = self.size_of(field)
        times = self.repetitions(field)
        i = 0
        while i != times:
            if self.at + size > len(self.data):
                if times < 0:
                    return True
                self.ctx.warning('unpack(): Type %s: not enough input, need %d, have %d' % (
                    field.code, size, len(self.data) - self.at))
                return False
            name = field.name if times == 1 and field.name != '' else '%s%d' % (field.name, i + 1)
            self.one(field, name, size)
            i += 1
            self.at = max(0, self.at)
            if field.code == '@':
                break
        return True

    def one(self, field, name, size):
        code = field.code
        if 'aAZ'.find(code) >= 0:
            self.string(code, name, size)
        elif code == 'h' or code == 'H':
            self.hex(field, name, size)
        elif code == 'x':
            self.at += 1
        elif code == 'X':
            self.at -= 1
        elif code == '@':
            if field.count <= len(self.data):
                self.at = max(0, field.count)
            else:
                self.ctx.warning('unpack(): Type @: outside of string')
        elif code in NUMBERS:
            _size, big_endian, signed = NUMBERS[code]
            put_by_name(self.w_values, name, W_Int(int_of_bytes(self.data, self.at, size, big_endian, signed)))
            self.at += size
        else:
            _size, big_endian = FLOATS[code]
            put_by_name(self.w_values, name, W_Float(float_of_bytes(self.data, self.at, size, big_endian)))
            self.at += size

    def piece(self, size):
        left = len(self.data) - self.at
        if size < 0 or size > left:
            size = left
        start = self.at
        stop = start + size
        assert start >= 0
        assert stop >= 0
        self.at = stop
        return cut(self.data, start, stop)

    def string(self, code, name, size):
        s = self.piece(size)
        end = len(s)
        if code == 'A':
            while end > 0 and '\0 \t\r\n'.find(s[end - 1]) >= 0:
                end -= 1
        elif code == 'Z':
            nul = s.find('\0')
            if nul >= 0:
                end = nul
        assert end >= 0
        put_by_name(self.w_values, name, new_str(cut(s, 0, end)))

    def hex(self, field, name, size):
        start = self.at
        s = self.piece(size)
        if size < 0:
            self.at = start + size      # PHP takes the -1 of '*' for a size
        digits = len(s) * 2
        if size >= 0 and field.count >= 0:
            digits = min(digits, field.count)
        builder = StringBuilder(digits)
        for i in range(digits):
            code = ord(s[i >> 1])
            high = (i & 1 == 0) == (field.code == 'H')
            builder.append('0123456789abcdef'[code >> 4 if high else code & 15])
        put_by_name(self.w_values, name, new_str(builder.build()))


@builtin('unpack(string $format, string $string, int $offset = 0): array|false')
def unpack(ctx, format, string, offset):
    if offset < 0 or offset > len(string):
        raise ctx.error('ValueError', 'unpack(): Argument #3 ($offset) must be contained in argument #2 ($data)')
    unpacker = Unpacker(ctx, cut(string, offset, len(string)))
    i = 0
    while i < len(format):
        code = format[i]
        count, start = read_count(format, i + 1)
        if count == -2:
            ctx.warning('unpack(): Type %s: integer overflow' % code)
            return w_false
        assert start >= 0
        end = format.find('/', start)
        if end < 0:
            end = len(format)
        assert start >= 0
        if not unpacker.take(Field(code, count, cut(format, start, end))):
            return w_false
        i = end + 1
    return unpacker.w_values
