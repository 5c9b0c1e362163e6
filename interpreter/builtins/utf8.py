"""UTF-8: characters of byte strings, checked."""
from __future__ import absolute_import

from hippy.interpreter.rlib.strings import StringBuilder


def is_trail(s, i):
    return i < len(s) and '\x80' <= s[i] <= '\xbf'


def is_lead(s, i):
    """True for a byte that can begin a character; False behind the end."""
    return i < len(s) and (s[i] < '\x80' or '\xc2' <= s[i] <= '\xf4')


def char_at(s, i):
    """The code of the character at s[i]; for ill-formed bytes minus their number, by the rules of Unicode TR 36, 3.6.1."""
    c = ord(s[i])
    if c < 0x80:
        return c
    if c < 0xc2 or c > 0xf4:
        return -1
    if c < 0xe0:
        count = 2
        code = c & 0x1f
    elif c < 0xf0:
        count = 3
        code = c & 0x0f
    else:
        count = 4
        code = c & 0x07
    for k in range(1, count):
        if not is_trail(s, i + k):
            return ill_formed(s, i, count)
        code = (code << 6) | (ord(s[i + k]) & 0x3f)
    if count == 3 and (code < 0x800 or 0xd800 <= code <= 0xdfff) or count == 4 and (code < 0x10000 or code > 0x10ffff):
        return -count
    return code


def ill_formed(s, i, count):
    """Minus the number of bytes that belong to a broken character: none that may begin the next one."""
    for k in range(1, count):
        if i + k >= len(s) or is_lead(s, i + k):
            return -k
    return -count


def width(code):
    """How many bytes a character has."""
    if code < 0x80:
        return 1
    if code < 0x800:
        return 2
    if code < 0x10000:
        return 3
    return 4


def is_valid(s):
    i = 0
    while i < len(s):
        if s[i] < '\x80':
            i += 1
        else:
            code = char_at(s, i)
            if code < 0:
                return False
            i += width(code)
    return True


def append_char(builder, code):
    """Appends a character's bytes to a StringBuilder; lone surrogates get three."""
    if code < 0x80:
        builder.append(chr(code))
    elif code < 0x800:
        builder.append(chr(0xc0 | code >> 6))
        builder.append(trail(code))
    elif code < 0x10000:
        builder.append(chr(0xe0 | code >> 12))
        builder.append(trail(code >> 6))
        builder.append(trail(code))
    else:
        builder.append(chr(0xf0 | code >> 18 & 7))
        builder.append(trail(code >> 12))
        builder.append(trail(code >> 6))
        builder.append(trail(code))


def trail(bits):
    return chr(0x80 | bits & 0x3f)


def encoded(code):
    """A character's bytes."""
    builder = StringBuilder(4)
    append_char(builder, code)
    return builder.build()
