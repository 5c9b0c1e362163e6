"""PHP's functions that search strings and replace in them."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin, alias
from hippy.interpreter.builtins.strings import char_mask
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.convert import to_int, to_str, type_name
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Int, W_Null, disown, own, w_false
from hippy.interpreter.rlib.strings import (
    StringBuilder, ascii_lower, count_of, ends_with, find, replace, rfind, starts_with)


def int_or_false(n):
    return W_Int(n) if n >= 0 else w_false


def bad_offset(ctx, name):
    return ctx.error('ValueError', '%s(): Argument #3 ($offset) must be contained in argument #1 ($haystack)' % name)


# -- finding --------------------------------------------------------------------------------------------------------------

@builtin('strpos(string $haystack, string $needle, int $offset = 0): int|false', inline=True)
def strpos(ctx, haystack, needle, offset):
    if offset < 0:
        offset += len(haystack)
    if offset < 0 or offset > len(haystack):
        raise bad_offset(ctx, 'strpos')
    return int_or_false(find(haystack, needle, offset))


@builtin('stripos(string $haystack, string $needle, int $offset = 0): int|false')
def stripos(ctx, haystack, needle, offset):
    if offset < 0:
        offset += len(haystack)
    if offset < 0 or offset > len(haystack):
        raise bad_offset(ctx, 'stripos')
    return int_or_false(find(ascii_lower(haystack), ascii_lower(needle), offset))


def last_position(ctx, name, haystack, needle, offset):
    """Where needle stands last; a negative offset ends the search that many bytes before the end, for the needle's start."""
    size = len(haystack)
    start = 0
    end = size
    if offset >= 0:
        if offset > size:
            raise bad_offset(ctx, name)
        start = offset
    else:
        if offset < -size:
            raise bad_offset(ctx, name)
        if -offset >= len(needle):
            end = size + offset + len(needle)
    return int_or_false(rfind(haystack, needle, start, end))


@builtin('strrpos(string $haystack, string $needle, int $offset = 0): int|false')
def strrpos(ctx, haystack, needle, offset):
    return last_position(ctx, 'strrpos', haystack, needle, offset)


@builtin('strripos(string $haystack, string $needle, int $offset = 0): int|false')
def strripos(ctx, haystack, needle, offset):
    return last_position(ctx, 'strripos', ascii_lower(haystack), ascii_lower(needle), offset)


@builtin('str_contains(string $haystack, string $needle): bool')
def str_contains(ctx, haystack, needle):
    return find(haystack, needle, 0) >= 0


@builtin('str_starts_with(string $haystack, string $needle): bool')
def str_starts_with(ctx, haystack, needle):
    return starts_with(haystack, needle)


@builtin('str_ends_with(string $haystack, string $needle): bool')
def str_ends_with(ctx, haystack, needle):
    return ends_with(haystack, needle)


def part_at(haystack, position, before_needle):
    """From the position on, or up to it; false when position is negative."""
    if position < 0:
        return w_false
    if before_needle:
        return new_str(haystack[:position])
    return new_str(haystack[position:])


@builtin('strstr(string $haystack, string $needle, bool $before_needle = false): string|false')
def strstr(ctx, haystack, needle, before_needle):
    return part_at(haystack, find(haystack, needle, 0), before_needle)


alias('strchr', 'strstr')


@builtin('stristr(string $haystack, string $needle, bool $before_needle = false): string|false')
def stristr(ctx, haystack, needle, before_needle):
    return part_at(haystack, find(ascii_lower(haystack), ascii_lower(needle), 0), before_needle)


@builtin('strrchr(string $haystack, string $needle): string|false')
def strrchr(ctx, haystack, needle):
    c = needle[:1] if needle else '\0'
    return part_at(haystack, rfind(haystack, c, 0, len(haystack)), False)


@builtin('substr_count(string $haystack, string $needle, int $offset = 0, ?int $length = null): int')
def substr_count(ctx, haystack, needle, offset, w_length):
    if needle == '':
        raise ctx.error('ValueError', 'substr_count(): Argument #2 ($needle) cannot be empty')
    size = len(haystack)
    if offset < 0:
        offset += size
    if offset < 0 or offset > size:
        raise bad_offset(ctx, 'substr_count')
    stop = size
    if isinstance(w_length, W_Int):
        length = w_length.intval
        if length < 0:
            length += size - offset
        if length < 0 or length > size - offset:
            raise ctx.error(
                'ValueError', 'substr_count(): Argument #4 ($length) must be contained in argument #1 ($haystack)')
        stop = offset + length
    assert offset >= 0
    assert stop >= 0
    return count_of(haystack[offset:stop], needle)


# -- sets of bytes --------------------------------------------------------------------------------------------------------

def span(string, characters, offset, w_length, wanted):
    """How many bytes from offset on are in `characters` (wanted) or not in it (not wanted)."""
    size = len(string)
    if offset < 0:
        offset = max(0, offset + size)
    elif offset > size:
        offset = size
    stop = size
    if isinstance(w_length, W_Int):
        length = w_length.intval
        if length < 0:
            stop = max(offset, size + length)
        elif length < size - offset:
            stop = offset + length
    i = offset
    while i < stop and (characters.find(string[i]) >= 0) == wanted:
        i += 1
    return i - offset


@builtin('strspn(string $string, string $characters, int $offset = 0, ?int $length = null): int')
def strspn(ctx, string, characters, offset, w_length):
    return span(string, characters, offset, w_length, True)


@builtin('strcspn(string $string, string $characters, int $offset = 0, ?int $length = null): int')
def strcspn(ctx, string, characters, offset, w_length):
    if characters == '':
        characters = '\0'       # which ends PHP's empty string
    return span(string, characters, offset, w_length, False)


@builtin('strpbrk(string $string, string $characters): string|false')
def strpbrk(ctx, string, characters):
    if characters == '':
        raise ctx.error('ValueError', 'strpbrk(): Argument #2 ($characters) must be a non-empty string')
    for i in range(len(string)):
        if characters.find(string[i]) >= 0:
            return new_str(string[i:])
    return w_false


# -- replacing ------------------------------------------------------------------------------------------------------------

class Replacing(object):
    """One call of str_replace: its search and replacement values and the number of replacements so far."""
    _attrs_ = ('w_search', 'w_replace', 'ignore_case', 'count')

    def __init__(self, w_search, w_replace, ignore_case):
        self.w_search = w_search
        self.w_replace = w_replace
        self.ignore_case = ignore_case
        self.count = 0

    def one(self, string, old, new):
        if old == '' or len(old) > len(string):
            return string
        if self.ignore_case:
            return self.one_icase(string, old, new)
        found = count_of(string, old)
        if found == 0:
            return string
        self.count += found
        return replace(string, old, new)

    def one_icase(self, string, old, new):
        folded = ascii_lower(string)
        old = ascii_lower(old)
        i = find(folded, old, 0)
        if i < 0:
            return string
        builder = StringBuilder(len(string))
        done = 0
        while i >= 0:
            assert done >= 0
            builder.append_slice(string, done, i)
            builder.append(new)
            self.count += 1
            done = i + len(old)
            i = find(folded, old, done)
        assert done >= 0
        builder.append_slice(string, done, len(string))
        return builder.build()

    def subject(self, ctx, string):
        """All replacements in one string."""
        w_search = self.w_search
        w_replace = self.w_replace
        if not isinstance(w_search, W_Array):
            return self.one(string, to_str(ctx, w_search), to_str(ctx, w_replace))
        next_new = 0
        pos = w_search.next_pos(0)
        while pos >= 0 and string != '':
            old = to_str(ctx, deref(w_search.value_at(pos)))
            new = ''
            if isinstance(w_replace, W_Array):
                next_new = w_replace.next_pos(next_new) if next_new >= 0 else -1
                if next_new >= 0:
                    new = to_str(ctx, deref(w_replace.value_at(next_new)))
                    next_new += 1
            else:
                new = to_str(ctx, w_replace)
            string = self.one(string, old, new)
            pos = w_search.next_pos(pos + 1)
        return string


def replaced(ctx, name, replacing, w_subject, count_ref):
    if isinstance(replacing.w_replace, W_Array) and not isinstance(replacing.w_search, W_Array):
        raise ctx.error('TypeError', (
            '%s(): Argument #2 ($replace) must be of type string when argument #1 ($search) is a string' % name))
    if isinstance(w_subject, W_Array):
        w_result = new_array(w_subject.count())
        own(w_subject)                      # __toString() may do anything
        pos = w_subject.next_pos(0)
        while pos >= 0:
            string = to_str(ctx, deref(w_subject.value_at(pos)))
            w_result.put_key(w_subject.key_at(pos), new_str(replacing.subject(ctx, string)))
            pos = w_subject.next_pos(pos + 1)
        disown(w_subject)
    else:
        w_result = new_str(replacing.subject(ctx, to_str(ctx, w_subject)))
    count_ref.store(W_Int(replacing.count))
    return w_result


@builtin('str_replace(array|string $search, array|string $replace, array|string $subject, '
         'mixed &$count = null): array|string')
def str_replace(ctx, w_search, w_replace, w_subject, count_ref):
    return replaced(ctx, 'str_replace', Replacing(w_search, w_replace, False), w_subject, count_ref)


@builtin('str_ireplace(array|string $search, array|string $replace, array|string $subject, '
         'mixed &$count = null): array|string')
def str_ireplace(ctx, w_search, w_replace, w_subject, count_ref):
    return replaced(ctx, 'str_ireplace', Replacing(w_search, w_replace, True), w_subject, count_ref)


# -- substr_replace -------------------------------------------------------------------------------------------------------

def spliced(string, new, offset, length):
    """string with the bytes that offset and length name (as in substr) replaced."""
    size = len(string)
    if offset < 0:
        offset = max(0, offset + size)
    elif offset > size:
        offset = size
    if length < 0:
        length = max(0, size - offset + length)
    stop = offset + length if length < size - offset else size
    assert offset >= 0
    assert stop >= 0
    return string[:offset] + new + string[stop:]


class Column(object):
    """An argument of substr_replace that is one value for all strings or an array with one for each."""
    _attrs_ = ('w', 'pos')

    def __init__(self, w):
        self.w = w
        self.pos = 0

    def following(self):
        """The value for the next string; None when the array has no more."""
        w = self.w
        if not isinstance(w, W_Array):
            return w
        if self.pos < 0:
            return None
        pos = w.next_pos(self.pos)
        if pos < 0:
            self.pos = -1
            return None
        self.pos = pos + 1
        return deref(w.value_at(pos))


@builtin('substr_replace(array|string $string, array|string $replace, array|int $offset, '
         'array|int|null $length = null): array|string')
def substr_replace(ctx, w_string, w_replace, w_offset, w_length):
    if isinstance(w_string, W_Str):
        return substr_replace_one(ctx, w_string.as_str(), w_replace, w_offset, w_length)
    assert isinstance(w_string, W_Array)
    replaces = Column(w_replace)
    offsets = Column(w_offset)
    lengths = Column(w_length)
    w_result = new_array(w_string.count())
    pos = w_string.next_pos(0)
    while pos >= 0:
        string = to_str(ctx, deref(w_string.value_at(pos)))
        w_offset = offsets.following()
        offset = 0 if w_offset is None else to_int(ctx, w_offset)
        w_length = lengths.following()
        length = len(string)
        if w_length is not None and not isinstance(w_length, W_Null):
            length = to_int(ctx, w_length)
        w_new = replaces.following()
        new = '' if w_new is None else to_str(ctx, w_new)
        w_result.put_key(w_string.key_at(pos), new_str(spliced(string, new, offset, length)))
        pos = w_string.next_pos(pos + 1)
    return w_result


def substr_replace_one(ctx, string, w_replace, w_offset, w_length):
    if isinstance(w_offset, W_Array):
        raise ctx.error(
            'TypeError', 'substr_replace(): Argument #3 ($offset) cannot be an array when working on a single string')
    if isinstance(w_length, W_Array):
        raise ctx.error(
            'TypeError', 'substr_replace(): Argument #4 ($length) cannot be an array when working on a single string')
    w_new = Column(w_replace).following()
    new = '' if w_new is None else to_str(ctx, w_new)
    length = len(string) if isinstance(w_length, W_Null) else to_int(ctx, w_length)
    return new_str(spliced(string, new, to_int(ctx, w_offset), length))


# -- strtr ----------------------------------------------------------------------------------------------------------------

@builtin('strtr(string $string, array|string $from, ?string $to = null): string')
def strtr(ctx, string, w_from, w_to):
    if isinstance(w_from, W_Array):
        if isinstance(w_to, W_Str):
            raise ctx.error('TypeError', 'strtr(): Argument #2 ($from) must be of type string, array given')
        return translated_pairs(ctx, string, w_from)
    if not isinstance(w_to, W_Str):
        raise ctx.error('TypeError', 'strtr(): Argument #2 ($from) must be of type array, %s given' % type_name(w_from))
    return translated_bytes(string, to_str(ctx, w_from), w_to.as_str())


def translated_bytes(string, old, new):
    """Byte for byte; the later of two rules for a byte wins."""
    common = min(len(old), len(new))
    if common == 0:
        return string
    table = [chr(code) for code in range(256)]
    for i in range(common):
        table[ord(old[i])] = new[i]
    builder = StringBuilder(len(string))
    for i in range(len(string)):
        builder.append(table[ord(string[i])])
    return builder.build()


def translated_pairs(ctx, string, w_pairs):
    """The longest key that fits at each place, left to right; what was replaced is not looked at again."""
    pairs = {}
    longest = 0
    shortest = len(string) + 1
    pos = w_pairs.next_pos(0)
    while pos >= 0:
        old = to_str(ctx, w_pairs.key_at(pos))
        w = deref(w_pairs.value_at(pos))
        if w_pairs.count() == 1:
            w = new_str(to_str(ctx, w))     # a single replacement is converted whether it is used or not
        if old == '':
            ctx.warning('strtr(): Ignoring replacement of empty string')
        elif len(old) <= len(string):
            pairs[old] = w
            longest = max(longest, len(old))
            shortest = min(shortest, len(old))
        pos = w_pairs.next_pos(pos + 1)
    if longest == 0:
        return string
    builder = StringBuilder(len(string))
    i = 0
    while i < len(string):
        size = longest_key_at(string, i, pairs, longest, shortest)
        if size > 0:
            assert i >= 0
            builder.append(to_str(ctx, pairs[string[i:i + size]]))
            i += size
        else:
            builder.append(string[i])
            i += 1
    return builder.build()


def longest_key_at(string, i, pairs, longest, shortest):
    """The length of the longest key that stands at i; 0 when there is none."""
    assert i >= 0
    size = min(longest, len(string) - i)
    while size >= shortest:
        assert size >= 0
        if string[i:i + size] in pairs:
            return size
        size -= 1
    return 0


# -- counting -------------------------------------------------------------------------------------------------------------

@builtin('count_chars(string $string, int $mode = 0): array|string')
def count_chars(ctx, string, mode):
    if mode < 0 or mode > 4:
        raise ctx.error('ValueError', 'count_chars(): Argument #2 ($mode) must be between 0 and 4 (inclusive)')
    counts = [0] * 256
    for i in range(len(string)):
        counts[ord(string[i])] += 1
    if mode >= 3:
        builder = StringBuilder(256)
        for code in range(256):
            if (counts[code] != 0) == (mode == 3):
                builder.append(chr(code))
        return new_str(builder.build())
    w_counts = new_array(256)
    for code in range(256):
        if mode == 0 or (counts[code] != 0) == (mode == 1):
            w_counts.put_int(code, W_Int(counts[code]))
    return w_counts


def is_word_byte(c, extra):
    return 'a' <= c <= 'z' or 'A' <= c <= 'Z' or c == "'" or c == '-' or extra[ord(c)]


@builtin('str_word_count(string $string, int $format = 0, ?string $characters = null): array|int')
def str_word_count(ctx, string, format, w_characters):
    extra = [False] * 256
    if isinstance(w_characters, W_Str):
        extra = char_mask(ctx, 'str_word_count', w_characters.as_str())
    if format < 0 or format > 2:
        raise ctx.error('ValueError', 'str_word_count(): Argument #2 ($format) must be a valid format value')
    start, end = word_bounds(string, extra)
    w_words = new_array(0)
    count = 0
    while start < end:
        if not is_word_byte(string[start], extra):
            start += 1
            continue
        stop = start
        assert stop >= 0
        while stop < end and is_word_byte(string[stop], extra):
            stop += 1
        count += 1
        if format == 1:
            w_words.append(new_str(string[start:stop]))
        elif format == 2:
            w_words.put_int(start, new_str(string[start:stop]))
        start = stop
    if format == 0:
        return W_Int(count)
    return w_words


def word_bounds(string, extra):
    """Where words may stand: no apostrophe or hyphen at the start, no hyphen at the end, unless asked for."""
    start = 0
    end = len(string)
    while start < end and (string[start] == "'" and not extra[39] or string[start] == '-' and not extra[45]):
        start += 1
    while start < end and string[end - 1] == '-' and not extra[45]:
        end -= 1
    return start, end
