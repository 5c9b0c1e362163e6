"""PHP's string functions: pieces, case, trimming, padding, comparing, joining. Searching and replacing are in string_search.py."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import W_Array, array_from_strs, new_array
from hippy.interpreter.objects.convert import to_w_str, type_name
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.strings import W_Str, char_str, join_rope, new_str, w_empty_str
from hippy.interpreter.objects.values import W_Int, W_Null
from hippy.interpreter.rlib.arithmetic import MAXINT
from hippy.interpreter.rlib.jit import dont_look_inside
from hippy.interpreter.rlib.strings import (
    StringBuilder, ascii_lower, ascii_upper, find, lower_char, repeated, reversed_str, split, upper_char)
from hippy.interpreter.vm import limits

TRIMMED = ' \n\r\t\x0b\0'
WORD_BREAKS = ' \t\r\n\f\x0b'
STR_PAD_LEFT = 0
STR_PAD_RIGHT = 1
STR_PAD_BOTH = 2


# -- pieces ---------------------------------------------------------------------------------------------------------------

@builtin('strlen(string $string): int', raw=('string',), inline=True)
def strlen(ctx, w_string):
    return w_string.length()


@builtin('substr(string $string, int $offset, ?int $length = null): string', raw=('string', 'return'), inline=True)
def substr(ctx, w_string, offset, w_length):
    start, stop = piece(w_string.length(), offset, w_length)
    if start == 0 and stop == w_string.length():
        return w_string
    return new_str(w_string.slice(start, stop))


def piece(size, offset, w_length):
    """The bounds that substr's offset and length mean in a string of this size."""
    start = offset
    if start < 0:
        start += size
        if start < 0:
            start = 0
    elif start > size:
        start = size
    stop = size
    if isinstance(w_length, W_Int):
        length = w_length.intval
        if length < 0:
            stop = size + length
            if stop < start:
                stop = start
        elif length < size - start:
            stop = start + length
    return start, stop


@builtin('ord(string $character): int', raw=('character',), inline=True)
def ord_(ctx, w_character):
    if w_character.length() == 0:
        return 0
    return ord(w_character.char_at(0))


@builtin('chr(int $codepoint): string', raw=('return',), inline=True)
def chr_(ctx, codepoint):
    return char_str(chr(codepoint & 255))


@builtin('str_repeat(string $string, int $times): string')
def str_repeat(ctx, string, times):
    if times < 0:
        raise ctx.error('ValueError', 'str_repeat(): Argument #2 ($times) must be greater than or equal to 0')
    if times > 0:
        limits.check_string(ctx, len(string) * times if len(string) < MAXINT // times else MAXINT)
    return repeated(string, times)


@builtin('strrev(string $string): string')
def strrev(ctx, string):
    return reversed_str(string)


@builtin('str_split(string $string, int $length = 1): array')
def str_split(ctx, string, length):
    if length <= 0:
        raise ctx.error('ValueError', 'str_split(): Argument #2 ($length) must be greater than 0')
    size = len(string)
    w_array = new_array(size // length + 1)
    start = 0
    while start < size:
        stop = start + length if size - start > length else size
        assert start >= 0
        assert stop >= 0
        w_array.append(new_str(string[start:stop]))
        start = stop
    return w_array


@builtin('chunk_split(string $string, int $length = 76, string $separator = "\\r\\n"): string')
def chunk_split(ctx, string, length, separator):
    if length < 1:
        raise ctx.error('ValueError', 'chunk_split(): Argument #2 ($length) must be greater than 0')
    builder = StringBuilder(len(string) + 16)
    start = 0
    while True:
        stop = start + length if len(string) - start > length else len(string)
        assert start >= 0
        assert stop >= 0
        builder.append_slice(string, start, stop)
        builder.append(separator)
        start = stop
        if start >= len(string):
            return builder.build()


# -- joining and splitting ------------------------------------------------------------------------------------------------

@builtin('implode(array|string $separator, ?array $array = null): string', raw=('return',))
def implode(ctx, w_separator, w_array):
    return imploded(ctx, 'implode', w_separator, w_array)


@builtin('join(array|string $separator, ?array $array = null): string', raw=('return',))
def join(ctx, w_separator, w_array):
    return imploded(ctx, 'join', w_separator, w_array)


def imploded(ctx, name, w_separator, w_array):
    if isinstance(w_array, W_Array):
        if not isinstance(w_separator, W_Str):
            raise ctx.error('TypeError', '%s(): Argument #1 ($separator) must be of type string, %s given' % (
                name, type_name(w_separator)))
        return joined(ctx, w_separator, w_array)
    if not isinstance(w_separator, W_Array):
        raise ctx.error('TypeError', '%s(): Argument #1 ($array) must be of type array, %s given' % (
            name, type_name(w_separator)))
    return joined(ctx, w_empty_str, w_separator)


@dont_look_inside
def joined(ctx, w_separator, w_array):
    """The values of w_array as strings, with w_separator between them."""
    strs = []
    pos = w_array.next_pos(0)
    while pos >= 0:
        if len(strs) > 0 and w_separator.length() > 0:
            strs.append(w_separator)
        strs.append(to_w_str(ctx, deref(w_array.value_at(pos))))
        pos = w_array.next_pos(pos + 1)
    if len(strs) == 1:
        return strs[0]
    return join_rope(strs)


@builtin('explode(string $separator, string $string, int $limit = PHP_INT_MAX): array')
def explode(ctx, separator, string, limit):
    if separator == '':
        raise ctx.error('ValueError', 'explode(): Argument #1 ($separator) cannot be empty')
    if string == '':
        return array_from_strs([] if limit < 0 else [''])
    if limit > 1:
        return array_from_strs(split_at_most(string, separator, limit))
    if limit < 0:
        pieces = split(string, separator)
        keep = len(pieces) + limit
        if keep <= 0:
            return new_array(0)
        return array_from_strs(pieces[:keep])
    return array_from_strs([string])


def split_at_most(string, separator, limit):
    """At most `limit` pieces, the last of which holds the rest."""
    pieces = []
    done = 0
    i = find(string, separator, 0)
    while i >= 0 and len(pieces) + 1 < limit:
        assert done >= 0
        pieces.append(string[done:i])
        done = i + len(separator)
        i = find(string, separator, done)
    assert done >= 0
    pieces.append(string[done:])
    return pieces


# -- case -----------------------------------------------------------------------------------------------------------------

@builtin('strtolower(string $string): string')
def strtolower(ctx, string):
    return ascii_lower(string)


@builtin('strtoupper(string $string): string')
def strtoupper(ctx, string):
    return ascii_upper(string)


@builtin('ucfirst(string $string): string')
def ucfirst(ctx, string):
    if string == '':
        return string
    return upper_char(string[0]) + string[1:]


@builtin('lcfirst(string $string): string')
def lcfirst(ctx, string):
    if string == '':
        return string
    return lower_char(string[0]) + string[1:]


@builtin('ucwords(string $string, string $separators = " \\t\\r\\n\\f\\u000b"): string')
def ucwords(ctx, string, separators):
    if string == '':
        return string
    mask = char_mask(ctx, 'ucwords', separators)
    builder = StringBuilder(len(string))
    at_start = True
    for i in range(len(string)):
        c = string[i]
        if at_start:
            c = upper_char(c)
        builder.append(c)
        at_start = mask[ord(c)]
    return builder.build()


# -- trimming and padding -------------------------------------------------------------------------------------------------

def char_mask(ctx, name, chars):
    """A list of 256 bools for a set of bytes in which 'a..z' is a range; warnings for bad ranges (ext/standard php_charmask)."""
    mask = [False] * 256
    size = len(chars)
    i = 0
    while i < size:
        c = chars[i]
        if i + 3 < size and chars[i + 1] == '.' and chars[i + 2] == '.' and chars[i + 3] >= c:
            for code in range(ord(c), ord(chars[i + 3]) + 1):
                mask[code] = True
            i += 4
            continue
        if i + 1 < size and c == '.' and chars[i + 1] == '.':
            ctx.warning(name + "(): " + range_problem(chars, i))
        else:
            mask[ord(c)] = True
        i += 1
    return mask


def range_problem(chars, i):
    """Why the '..' at i is no range."""
    if i == 0:
        return "Invalid '..'-range, no character to the left of '..'"
    if i + 2 >= len(chars):
        return "Invalid '..'-range, no character to the right of '..'"
    if chars[i - 1] > chars[i + 2]:
        return "Invalid '..'-range, '..'-range needs to be incrementing"
    return "Invalid '..'-range"


def is_trimmed(c):
    return c == ' ' or '\t' <= c <= '\r' and c != '\f' or c == '\0'


def trimmed(ctx, name, string, chars, left, right):
    start = 0
    stop = len(string)
    if chars == TRIMMED:
        if left:
            while start < stop and is_trimmed(string[start]):
                start += 1
        if right:
            while stop > start and is_trimmed(string[stop - 1]):
                stop -= 1
    else:
        mask = char_mask(ctx, name, chars)
        if left:
            while start < stop and mask[ord(string[start])]:
                start += 1
        if right:
            while stop > start and mask[ord(string[stop - 1])]:
                stop -= 1
    assert start >= 0
    assert stop >= 0
    return string[start:stop]


@builtin('trim(string $string, string $characters = " \\n\\r\\t\\u000b\\u0000"): string')
def trim(ctx, string, characters):
    return trimmed(ctx, 'trim', string, characters, True, True)


@builtin('ltrim(string $string, string $characters = " \\n\\r\\t\\u000b\\u0000"): string')
def ltrim(ctx, string, characters):
    return trimmed(ctx, 'ltrim', string, characters, True, False)


@builtin('rtrim(string $string, string $characters = " \\n\\r\\t\\u000b\\u0000"): string')
def rtrim(ctx, string, characters):
    return trimmed(ctx, 'rtrim', string, characters, False, True)


@builtin('chop(string $string, string $characters = " \\n\\r\\t\\u000b\\u0000"): string')
def chop(ctx, string, characters):
    return trimmed(ctx, 'chop', string, characters, False, True)


@builtin('str_pad(string $string, int $length, string $pad_string = " ", int $pad_type = STR_PAD_RIGHT): string')
def str_pad(ctx, string, length, pad_string, pad_type):
    missing = length - len(string)
    if length < 0 or missing <= 0:
        return string
    if pad_string == '':
        raise ctx.error('ValueError', 'str_pad(): Argument #3 ($pad_string) must be a non-empty string')
    if pad_type == STR_PAD_RIGHT:
        return string + padding(pad_string, missing)
    if pad_type == STR_PAD_LEFT:
        return padding(pad_string, missing) + string
    if pad_type == STR_PAD_BOTH:
        left = missing // 2
        return padding(pad_string, left) + string + padding(pad_string, missing - left)
    raise ctx.error(
        'ValueError', 'str_pad(): Argument #4 ($pad_type) must be STR_PAD_LEFT, STR_PAD_RIGHT, or STR_PAD_BOTH')


def padding(pad_string, size):
    """The first `size` bytes of pad_string repeated for ever."""
    assert size >= 0
    return repeated(pad_string, size // len(pad_string) + 1)[:size]


# -- comparing ------------------------------------------------------------------------------------------------------------

def byte_order(a, b):
    """As C's memcmp and then the lengths: the difference of the first different bytes, else -1, 0 or 1."""
    common = min(len(a), len(b))
    for i in range(common):
        if a[i] != b[i]:
            return ord(a[i]) - ord(b[i])
    return order_of_lengths(a, b)


def byte_order_icase(a, b):
    common = min(len(a), len(b))
    for i in range(common):
        x = lower_char(a[i])
        y = lower_char(b[i])
        if x != y:
            return ord(x) - ord(y)
    return order_of_lengths(a, b)


def order_of_lengths(a, b):
    if len(a) == len(b):
        return 0
    return -1 if len(a) < len(b) else 1


def cut(string, length):
    """At most the first `length` bytes, length >= 0."""
    assert length >= 0
    return string[:length] if length < len(string) else string


@builtin('strcmp(string $string1, string $string2): int')
def strcmp(ctx, string1, string2):
    return byte_order(string1, string2)


@builtin('strcoll(string $string1, string $string2): int')
def strcoll(ctx, string1, string2):
    size = min(len(string1), len(string2))
    i = 0
    while i < size and string1[i] == string2[i] and string1[i] != '\0':
        i += 1
    return (ord(string1[i]) if i < len(string1) else 0) - (ord(string2[i]) if i < len(string2) else 0)


@builtin('strcasecmp(string $string1, string $string2): int')
def strcasecmp(ctx, string1, string2):
    return byte_order_icase(string1, string2)


@builtin('strncmp(string $string1, string $string2, int $length): int')
def strncmp(ctx, string1, string2, length):
    if length < 0:
        raise ctx.error('ValueError', 'strncmp(): Argument #3 ($length) must be greater than or equal to 0')
    return byte_order(cut(string1, length), cut(string2, length))


@builtin('strncasecmp(string $string1, string $string2, int $length): int')
def strncasecmp(ctx, string1, string2, length):
    if length < 0:
        raise ctx.error('ValueError', 'strncasecmp(): Argument #3 ($length) must be greater than or equal to 0')
    return byte_order_icase(cut(string1, length), cut(string2, length))


@builtin('substr_compare(string $haystack, string $needle, int $offset, ?int $length = null, '
         'bool $case_insensitive = false): int')
def substr_compare(ctx, haystack, needle, offset, w_length, case_insensitive):
    size = max(len(haystack) - max(offset, 0), len(needle))
    if isinstance(w_length, W_Int):
        size = w_length.intval
        if size < 0:
            raise ctx.error('ValueError', 'substr_compare(): Argument #4 ($length) must be greater than or equal to 0')
        if size == 0:
            return 0
    if offset < 0:
        offset = max(0, offset + len(haystack))
    if offset > len(haystack):
        raise ctx.error(
            'ValueError', 'substr_compare(): Argument #3 ($offset) must be contained in argument #1 ($haystack)')
    if isinstance(w_length, W_Null):
        size = max(len(haystack) - offset, len(needle))
    assert offset >= 0
    left = cut(haystack[offset:], size)
    right = cut(needle, size)
    if case_insensitive:
        return byte_order_icase(left, right)
    return byte_order(left, right)


# -- quoting --------------------------------------------------------------------------------------------------------------

@builtin('addslashes(string $string): string')
def addslashes(ctx, string):
    builder = StringBuilder(len(string) + 8)
    for i in range(len(string)):
        c = string[i]
        if c == '\0':
            builder.append('\\0')
            continue
        if c == "'" or c == '"' or c == '\\':
            builder.append('\\')
        builder.append(c)
    return builder.build()


@builtin('stripslashes(string $string): string')
def stripslashes(ctx, string):
    builder = StringBuilder(len(string))
    i = 0
    while i < len(string):
        c = string[i]
        if c == '\\':
            i += 1
            if i >= len(string):
                break
            c = '\0' if string[i] == '0' else string[i]
        builder.append(c)
        i += 1
    return builder.build()


@builtin('quotemeta(string $string): string')
def quotemeta(ctx, string):
    builder = StringBuilder(len(string) + 8)
    for i in range(len(string)):
        c = string[i]
        if '.\\+*?[^]$()'.find(c) >= 0:
            builder.append('\\')
        builder.append(c)
    return builder.build()


@builtin('str_rot13(string $string): string')
def str_rot13(ctx, string):
    builder = StringBuilder(len(string))
    for i in range(len(string)):
        c = string[i]
        lower = lower_char(c)
        if 'a' <= lower <= 'm':
            c = chr(ord(c) + 13)
        elif 'n' <= lower <= 'z':
            c = chr(ord(c) - 13)
        builder.append(c)
    return builder.build()
