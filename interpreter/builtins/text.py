"""PHP's functions for running text: line breaks, wrapping, C-style escapes, tags."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.builtins.strings import char_mask
from hippy.interpreter.rlib.strings import StringBuilder, hex_value, is_xdigit, matches_at


# -- lines ----------------------------------------------------------------------------------------------------------------

@builtin('nl2br(string $string, bool $use_xhtml = true): string')
def nl2br(ctx, string, use_xhtml):
    mark = '<br />' if use_xhtml else '<br>'
    builder = StringBuilder(len(string) + 32)
    i = 0
    while i < len(string):
        c = string[i]
        if c == '\n' or c == '\r':
            builder.append(mark)
            builder.append(c)
            i += 1
            if i < len(string) and string[i] != c and (string[i] == '\n' or string[i] == '\r'):
                builder.append(string[i])
                i += 1
        else:
            builder.append(c)
            i += 1
    return builder.build()


@builtin('wordwrap(string $string, int $width = 75, string $break = "\\n", bool $cut_long_words = false): string')
def wordwrap(ctx, string, width, break_, cut_long_words):
    if string == '':
        return string
    if break_ == '':
        raise ctx.error('ValueError', 'wordwrap(): Argument #3 ($break) cannot be empty')
    if width == 0 and cut_long_words:
        raise ctx.error('ValueError', (
            'wordwrap(): Argument #4 ($cut_long_words) cannot be true when argument #2 ($width) is 0'))
    builder = StringBuilder(len(string) + 32)
    line = 0            # where the line that is being filled starts
    space = 0           # its last space, or its start
    i = 0
    while i < len(string):
        if matches_at(string, i, break_) and (i + len(break_) < len(string) or len(break_) == 1):
            builder.append_slice(string, line, i + len(break_))
            i += len(break_) - 1
            line = i + 1
            space = line
        elif string[i] == ' ':
            if i - line >= width:
                builder.append_slice(string, line, i)
                builder.append(break_)
                line = i + 1
            space = i
        elif i - line >= width and cut_long_words and line >= space:
            builder.append_slice(string, line, i)
            builder.append(break_)
            line = i
            space = i
        elif i - line >= width and line < space:
            builder.append_slice(string, line, space)
            builder.append(break_)
            line = space + 1
            space = line
        i += 1
    builder.append_slice(string, line, len(string))
    return builder.build()


# -- escapes --------------------------------------------------------------------------------------------------------------

LETTERS = 'abtnvfr'
CODES = '\x07\x08\t\n\x0b\x0c\r'


@builtin('addcslashes(string $string, string $characters): string')
def addcslashes(ctx, string, characters):
    if characters == '':
        return string
    mask = char_mask(ctx, 'addcslashes', characters)
    builder = StringBuilder(len(string) * 2)
    for i in range(len(string)):
        c = string[i]
        if not mask[ord(c)]:
            builder.append(c)
            continue
        builder.append('\\')
        if ' ' <= c <= '~':
            builder.append(c)
            continue
        k = CODES.find(c)
        if k >= 0:
            builder.append(LETTERS[k])
        else:
            builder.append(octal_digits(ord(c)))
    return builder.build()


def octal_digits(code):
    """Three octal digits."""
    return chr(48 + (code >> 6)) + chr(48 + (code >> 3 & 7)) + chr(48 + (code & 7))


@builtin('stripcslashes(string $string): string')
def stripcslashes(ctx, string):
    builder = StringBuilder(len(string))
    i = 0
    while i < len(string):
        c = string[i]
        i += 1
        if c != '\\' or i >= len(string):
            builder.append(c)
            continue
        c = string[i]
        k = LETTERS.find(c)
        if k >= 0:
            builder.append(CODES[k])
            i += 1
        elif c == 'x' and i + 1 < len(string) and is_xdigit(string[i + 1]):
            i = append_hex(builder, string, i + 1)
        elif '0' <= c <= '7':
            i = append_octal(builder, string, i)
        else:
            builder.append(c)
            i += 1
    return builder.build()


def append_hex(builder, string, i):
    """The byte of up to two hexadecimal digits at i; returns where they end."""
    stop = min(i + 2, len(string))
    code = 0
    while i < stop and is_xdigit(string[i]):
        code = code * 16 + hex_value(string[i])
        i += 1
    builder.append(chr(code & 255))
    return i


def append_octal(builder, string, i):
    stop = min(i + 3, len(string))
    code = 0
    while i < stop and '0' <= string[i] <= '7':
        code = code * 8 + ord(string[i]) - 48
        i += 1
    builder.append(chr(code & 255))
    return i
