"""Bytes as text: hexadecimal, base64, quoted-printable, uuencode, UTF-8 from and to Latin-1."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import w_false
from hippy.interpreter.rlib.strings import StringBuilder, hex_value, is_digit, is_lower, is_space, is_upper

HEX = '0123456789abcdef'
BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'


# -- hexadecimal ----------------------------------------------------------------------------------------------------------

def hex_text(s):
    builder = StringBuilder(len(s) * 2)
    for i in range(len(s)):
        code = ord(s[i])
        builder.append(HEX[code >> 4])
        builder.append(HEX[code & 15])
    return builder.build()


@builtin('bin2hex(string $string): string')
def bin2hex(ctx, string):
    return hex_text(string)


@builtin('hex2bin(string $string): string|false')
def hex2bin(ctx, string):
    if len(string) & 1:
        ctx.warning('hex2bin(): Hexadecimal input string must have an even length')
        return w_false
    builder = StringBuilder(len(string) >> 1)
    i = 0
    while i < len(string):
        high = hex_value(string[i])
        low = hex_value(string[i + 1])
        if high < 0 or low < 0:
            ctx.warning('hex2bin(): Input string must be hexadecimal string')
            return w_false
        builder.append(chr(high << 4 | low))
        i += 2
    return new_str(builder.build())


# -- base64 ---------------------------------------------------------------------------------------------------------------

@builtin('base64_encode(string $string): string')
def base64_encode(ctx, string):
    builder = StringBuilder(len(string) * 4 // 3 + 4)
    i = 0
    size = len(string)
    while i < size:
        bits = ord(string[i]) << 16
        if i + 1 < size:
            bits |= ord(string[i + 1]) << 8
        if i + 2 < size:
            bits |= ord(string[i + 2])
        builder.append(BASE64[bits >> 18])
        builder.append(BASE64[bits >> 12 & 63])
        builder.append(BASE64[bits >> 6 & 63] if i + 1 < size else '=')
        builder.append(BASE64[bits & 63] if i + 2 < size else '=')
        i += 3
    return builder.build()


def base64_value(c):
    """0 to 63, or -1 for what is no digit."""
    if is_upper(c):
        return ord(c) - 65
    if is_lower(c):
        return ord(c) - 71
    if is_digit(c):
        return ord(c) + 4
    if c == '+':
        return 62
    return 63 if c == '/' else -1


@builtin('base64_decode(string $string, bool $strict = false): string|false')
def base64_decode(ctx, string, strict):
    builder = StringBuilder(len(string) * 3 // 4 + 3)
    digits = 0
    padding = 0
    bits = 0
    for i in range(len(string)):
        c = string[i]
        if c == '=':
            padding += 1
            continue
        value = base64_value(c)
        if value < 0:
            if strict and not is_space(c):
                return w_false
            continue
        if padding > 0 and strict:
            return w_false
        bits = (bits << 6 | value) & 0xFFFFFF
        digits += 1
        if digits & 3 != 1:
            builder.append(chr(bits >> (6 - 2 * (digits - 1 & 3)) & 255))
    if strict and (digits & 3 == 1 or (padding > 0 and (padding > 2 or digits + padding & 3 != 0))):
        return w_false
    return new_str(builder.build())


# -- quoted-printable -----------------------------------------------------------------------------------------------------

def following_bytes(c):
    """How many bytes PHP wants on the line of c so as not to tear UTF-8 apart."""
    if c <= '\x7f' or c > '\xf4':
        return 0
    if c <= '\xdf':
        return 1
    return 2 if c <= '\xef' else 3


def quoted_byte(code):
    return '=' + '0123456789ABCDEF'[code >> 4] + '0123456789ABCDEF'[code & 15]


@builtin('quoted_printable_encode(string $string): string')
def quoted_printable_encode(ctx, string):
    builder = StringBuilder(len(string) * 2)
    left = 75
    i = 0
    while i < len(string):
        c = string[i]
        if c == '\r' and i + 1 < len(string) and string[i + 1] == '\n':
            builder.append('\r\n')
            i += 2
            left = 75
            continue
        i += 1
        if c < ' ' or c >= '\x7f' or c == '=' or (c == ' ' and i < len(string) and string[i] == '\r'):
            left -= 3
            if left < 0 or left < following_bytes(c) * 3:
                builder.append('=\r\n')
                left = 75 - 3
            builder.append(quoted_byte(ord(c)))
        else:
            left -= 1
            if left < 0:
                builder.append('=\r\n')
                left = 74
            builder.append(c)
    return builder.build()


@builtin('quoted_printable_decode(string $string): string')
def quoted_printable_decode(ctx, string):
    builder = StringBuilder(len(string))
    size = string.find('\0')        # where PHP stops reading
    if size < 0:
        size = len(string)
    i = 0
    while i < size:
        c = string[i]
        if c != '=':
            builder.append(c)
            i += 1
        elif i + 2 < size and hex_value(string[i + 1]) >= 0 and hex_value(string[i + 2]) >= 0:
            builder.append(chr(hex_value(string[i + 1]) << 4 | hex_value(string[i + 2])))
            i += 3
        else:
            k = i + 1
            while k < size and (string[k] == ' ' or string[k] == '\t'):
                k += 1
            if k >= size:
                i = k
            elif string[k] == '\r' and k + 1 < size and string[k + 1] == '\n':
                i = k + 2
            elif string[k] == '\n' or string[k] == '\r':
                i = k + 1
            else:
                builder.append('=')
                i += 1
    return builder.build()


# -- uuencode -------------------------------------------------------------------------------------------------------------

def uu_char(value):
    return '`' if value == 0 else chr(value + 32)


@builtin('convert_uuencode(string $string): string')
def convert_uuencode(ctx, string):
    builder = StringBuilder(len(string) * 2)
    start = 0
    while start < len(string):
        stop = min(start + 45, len(string))
        builder.append(uu_char(stop - start))
        i = start
        while i < stop:
            bits = ord(string[i]) << 16
            if i + 1 < stop:
                bits |= ord(string[i + 1]) << 8
            if i + 2 < stop:
                bits |= ord(string[i + 2])
            for shift in [18, 12, 6, 0]:
                builder.append(uu_char(bits >> shift & 63))
            i += 3
        builder.append('\n')
        start = stop
    builder.append('`\n')
    return builder.build()


@builtin('convert_uudecode(string $string): string|false')
def convert_uudecode(ctx, string):
    if string == '':
        ctx.warning('convert_uudecode(): Argument #1 ($data) is not a valid uuencoded string')
        return w_false
    builder = StringBuilder(len(string))
    i = 0
    while i < len(string):
        size = ord(string[i]) - 32 & 63
        if size == 0:
            break
        groups = (size + 2) // 3
        if i + 1 + groups * 4 > len(string):
            ctx.warning('convert_uudecode(): Argument #1 ($data) is not a valid uuencoded string')
            return w_false
        i += 1
        for _ in range(groups):
            bits = 0
            for k in range(4):
                bits = bits << 6 | (ord(string[i + k]) - 32 & 63)
            for shift in [16, 8, 0]:
                if size > 0:
                    builder.append(chr(bits >> shift & 255))
                    size -= 1
            i += 4
        i += 1
    return new_str(builder.build())


# -- UTF-8 ----------------------------------------------------------------------------------------------------------------

def utf8_char(code):
    """A code point, up to 0x10FFFF, in UTF-8."""
    if code < 0x80:
        return chr(code)
    if code < 0x800:
        return chr(0xC0 | code >> 6) + chr(0x80 | code & 63)
    if code < 0x10000:
        return chr(0xE0 | code >> 12) + chr(0x80 | code >> 6 & 63) + chr(0x80 | code & 63)
    return chr(0xF0 | code >> 18) + chr(0x80 | code >> 12 & 63) + chr(0x80 | code >> 6 & 63) + chr(0x80 | code & 63)


def utf8_size(s, i):
    """The length of the UTF-8 sequence at i, or 0 when it is malformed (overlong forms and surrogates are)."""
    lead = ord(s[i])
    if lead < 0x80:
        return 1
    if lead < 0xC2:
        return 0
    size = 2 if lead < 0xE0 else (3 if lead < 0xF0 else 4)
    if lead > 0xF4 or i + size > len(s):
        return 0
    for k in range(1, size):
        if ord(s[i + k]) & 0xC0 != 0x80:
            return 0
    second = ord(s[i + 1])
    if (lead == 0xE0 and second < 0xA0) or (lead == 0xED and second > 0x9F):
        return 0
    if (lead == 0xF0 and second < 0x90) or (lead == 0xF4 and second > 0x8F):
        return 0
    return size


def utf8_code(s, i, size):
    """The code point of a well-formed sequence of this size at i."""
    if size == 1:
        return ord(s[i])
    code = ord(s[i]) & (0x7F >> size)
    for k in range(1, size):
        code = code << 6 | (ord(s[i + k]) & 63)
    return code


@builtin('utf8_encode(string $string): string', deprecated=True)
def utf8_encode(ctx, string):
    builder = StringBuilder(len(string) * 2)
    for i in range(len(string)):
        builder.append(utf8_char(ord(string[i])))
    return builder.build()


@builtin('utf8_decode(string $string): string', deprecated=True)
def utf8_decode(ctx, string):
    builder = StringBuilder(len(string))
    i = 0
    while i < len(string):
        size = utf8_size(string, i)
        if size == 0:
            builder.append('?')
            i += 1
            continue
        code = utf8_code(string, i, size)
        builder.append(chr(code) if code < 256 else '?')
        i += size
    return builder.build()
