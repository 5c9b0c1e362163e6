"""Byte strings: builders, growing buffers, ASCII character classes and searching.

PHP's bytes are `str` whose chars are below 256. Everything here has pure ASCII semantics: bytes from 128 on are no letters.
"""
from __future__ import absolute_import

from hippy.interpreter.rlib.jit import dont_look_inside

try:
    from rpython.rlib.rstring import StringBuilder
    from rpython.rlib.objectmodel import keepalive_until_here, we_are_translated
    from rpython.rlib.rarithmetic import intmask
    from rpython.rtyper.annlowlevel import llstr, hlstr
    from rpython.rtyper.lltypesystem import llmemory, lltype, rffi
    from rpython.rtyper.lltypesystem.rstr import STR, mallocstr, copy_string_contents
    from rpython.translator.tool.cbuild import ExternalCompilationInfo

    _string_h = ExternalCompilationInfo(includes=['string.h'])
    _memcmp = rffi.llexternal('memcmp', [llmemory.Address, llmemory.Address, lltype.Signed], rffi.INT,
                              compilation_info=_string_h, sandboxsafe=True, _nowrapper=True)
    _memchr = rffi.llexternal('memchr', [llmemory.Address, rffi.INT, lltype.Signed], llmemory.Address,
                              compilation_info=_string_h, sandboxsafe=True, _nowrapper=True)
    _CHARS = llmemory.offsetof(STR, 'chars') + llmemory.itemoffsetof(STR.chars, 0)

    # The next two take addresses inside movable strings: nothing between that and the end of the C call may allocate.

    @dont_look_inside
    def _compare_parts(a, a_start, b, b_start, length):
        """<0, 0 or >0 for two parts of strings, which must lie within them."""
        if not we_are_translated():
            x, y = a[a_start:a_start + length], b[b_start:b_start + length]
            return (x > y) - (x < y)
        left = llstr(a)
        right = llstr(b)
        result = _memcmp(llmemory.cast_ptr_to_adr(left) + _CHARS + a_start,
                         llmemory.cast_ptr_to_adr(right) + _CHARS + b_start, length)
        keepalive_until_here(left)
        keepalive_until_here(right)
        return intmask(result)

    @dont_look_inside
    def _find_char(s, c, start, stop):
        """The first index of c in s[start:stop], or -1; 0 <= start <= stop <= len(s)."""
        if not we_are_translated():
            return s.find(c, start, stop)
        subject = llstr(s)
        first = llmemory.cast_ptr_to_adr(subject) + _CHARS
        found = _memchr(first + start, rffi.cast(rffi.INT, ord(c)), stop - start)
        index = -1
        if found:
            index = found - first
        keepalive_until_here(subject)
        return index

    def same_str(a, b):
        """True for one and the same string or for None twice; False tells nothing."""
        if not we_are_translated():
            return a is b
        return llstr(a) == llstr(b)

    def equal_hashed(a, b):
        """Equality of two strings of one hash, which are almost surely equal; raises nothing and may be inlined into a search."""
        if same_str(a, b):
            return True
        length = len(a)
        if length != len(b):
            return False
        if length < 8 or not we_are_translated():
            return a == b
        left = llstr(a)
        right = llstr(b)
        x = llmemory.cast_ptr_to_adr(left) + _CHARS
        y = llmemory.cast_ptr_to_adr(right) + _CHARS
        last = length - 8
        result = (x + last).signed[0] == (y + last).signed[0]
        i = 0
        while result and i < last:
            result = (x + i).signed[0] == (y + i).signed[0]
            i += 8
        keepalive_until_here(left)
        keepalive_until_here(right)
        return result

    class StrBuf(object):
        """A growable byte buffer. Bytes below `used` never change, except by `set` before `take`."""
        _attrs_ = ('chars', 'used', 'size')

        def __init__(self, size):
            self.chars = mallocstr(size)
            self.used = 0
            self.size = size

        @dont_look_inside
        def append(self, s):
            used = self.used
            length = len(s)
            end = used + length
            if end > self.size:
                self._grow(end)
            assert used >= 0
            copy_string_contents(llstr(s), self.chars, 0, used, length)
            self.used = end

        @dont_look_inside
        def append_slice(self, s, start, stop):
            """Appends s[start:stop]; 0 <= start <= stop <= len(s)."""
            used = self.used
            length = stop - start
            end = used + length
            if end > self.size:
                self._grow(end)
            assert used >= 0
            assert length >= 0
            assert start >= 0
            copy_string_contents(llstr(s), self.chars, start, used, length)
            self.used = end

        @dont_look_inside
        def append_buf(self, other, length):
            """Appends the first `length` bytes of another buffer, or of this one."""
            used = self.used
            end = used + length
            if end > self.size:
                self._grow(end)
            assert used >= 0
            assert length >= 0
            copy_string_contents(other.chars, self.chars, 0, used, length)
            self.used = end

        def append_char(self, c):
            used = self.used
            if used == self.size:
                self._grow(used + 1)
            assert used >= 0
            self.chars.chars[used] = c
            self.used = used + 1

        @dont_look_inside
        def append_fill(self, c, count):
            """Appends c count times."""
            while count > 0:
                self.append_char(c)
                count -= 1

        @dont_look_inside
        def _grow(self, wanted):
            size = self.size * 2
            if size < wanted:
                size = wanted
            if size < 32:
                size = 32
            chars = mallocstr(size)
            used = self.used
            assert used >= 0
            copy_string_contents(self.chars, chars, 0, 0, used)
            self.chars = chars
            self.size = size

        def get(self, i):
            """The byte at i, 0 <= i < used, as a one-char string."""
            assert i >= 0
            return self.chars.chars[i]

        @dont_look_inside
        def set(self, i, c):
            """Changes a byte of a buffer that nobody else has seen."""
            assert i >= 0
            self.chars.chars[i] = c

        @dont_look_inside
        def slice(self, start, stop):
            """The bytes from start up to stop as a string; 0 <= start <= stop <= used."""
            assert start >= 0
            length = stop - start
            assert length >= 0
            chars = mallocstr(length)
            copy_string_contents(self.chars, chars, start, 0, length)
            return hlstr(chars)

        @dont_look_inside
        def take(self):
            """All bytes as a string, without a copy when the buffer is exactly full; the buffer must not be used afterwards."""
            if self.used == self.size:
                return hlstr(self.chars)
            return self.slice(0, self.used)
except ImportError:
    def same_str(a, b):
        return a is b

    def equal_hashed(a, b):
        return a == b

    def _compare_parts(a, a_start, b, b_start, length):
        assert 0 <= a_start <= a_start + length <= len(a)
        assert 0 <= b_start <= b_start + length <= len(b)
        x, y = a[a_start:a_start + length], b[b_start:b_start + length]
        return (x > y) - (x < y)

    def _find_char(s, c, start, stop):
        assert 0 <= start <= stop <= len(s)
        return s.find(c, start, stop)

    class StringBuilder(object):
        def __init__(self, _init_size=100):
            self._pieces = []
            self._length = 0

        def append(self, s):
            assert isinstance(s, str)
            self._pieces.append(s)
            self._length += len(s)

        def append_slice(self, s, start, end):
            assert 0 <= start <= end <= len(s)
            self.append(s[start:end])

        def append_multiple_char(self, c, times):
            assert len(c) == 1
            if times > 0:
                self.append(c * times)

        def getlength(self):
            return self._length

        def build(self):
            self._pieces = [''.join(self._pieces)]
            return self._pieces[0]

    class StrBuf(object):
        def __init__(self, size):
            assert size >= 0
            self.data = bytearray()

        @property
        def used(self):
            return len(self.data)

        def append(self, s):
            self.data += s.encode('latin-1')

        def append_slice(self, s, start, stop):
            assert 0 <= start <= stop <= len(s)
            self.data += s[start:stop].encode('latin-1')

        def append_buf(self, other, length):
            assert 0 <= length <= len(other.data)
            self.data += other.data[:length]

        def append_char(self, c):
            self.data.append(ord(c))

        def append_fill(self, c, count):
            self.data += c.encode('latin-1') * count

        def get(self, i):
            assert i >= 0
            return chr(self.data[i])

        def set(self, i, c):
            assert i >= 0
            self.data[i] = ord(c)

        def slice(self, start, stop):
            assert 0 <= start <= stop <= len(self.data)
            return self.data[start:stop].decode('latin-1')

        def take(self):
            return self.slice(0, len(self.data))


def is_digit(c):
    return '0' <= c <= '9'


def is_xdigit(c):
    return '0' <= c <= '9' or 'a' <= c <= 'f' or 'A' <= c <= 'F'


def is_lower(c):
    return 'a' <= c <= 'z'


def is_upper(c):
    return 'A' <= c <= 'Z'


def is_alpha(c):
    return 'a' <= c <= 'z' or 'A' <= c <= 'Z'


def is_alnum(c):
    return 'a' <= c <= 'z' or 'A' <= c <= 'Z' or '0' <= c <= '9'


def is_space(c):
    """C's isspace in the C locale: space, \\t, \\n, \\v, \\f, \\r."""
    return c == ' ' or '\t' <= c <= '\r'


def hex_value(c):
    """0 to 15 for a hexadecimal digit, else -1."""
    if '0' <= c <= '9':
        return ord(c) - 48
    if 'a' <= c <= 'f':
        return ord(c) - 87
    if 'A' <= c <= 'F':
        return ord(c) - 55
    return -1


def lower_char(c):
    if 'A' <= c <= 'Z':
        return chr(ord(c) + 32)
    return c


def upper_char(c):
    if 'a' <= c <= 'z':
        return chr(ord(c) - 32)
    return c


@dont_look_inside
def ascii_lower(s):
    """s with A-Z in lower case; s itself when nothing changes."""
    i = 0
    length = len(s)
    while i < length and not is_upper(s[i]):
        i += 1
    if i == length:
        return s
    builder = StringBuilder(length)
    builder.append_slice(s, 0, i)
    while i < length:
        builder.append(lower_char(s[i]))
        i += 1
    return builder.build()


@dont_look_inside
def ascii_upper(s):
    """s with a-z in upper case; s itself when nothing changes."""
    i = 0
    length = len(s)
    while i < length and not is_lower(s[i]):
        i += 1
    if i == length:
        return s
    builder = StringBuilder(length)
    builder.append_slice(s, 0, i)
    while i < length:
        builder.append(upper_char(s[i]))
        i += 1
    return builder.build()


@dont_look_inside
def equal_icase(a, b):
    """ASCII case-insensitive equality."""
    if len(a) != len(b):
        return False
    for i in range(len(a)):
        if lower_char(a[i]) != lower_char(b[i]):
            return False
    return True


def compare(a, b):
    """Bytewise order: -1, 0 or 1."""
    order = _compare_parts(a, 0, b, 0, min(len(a), len(b)))
    if order == 0:
        order = len(a) - len(b)
    if order == 0:
        return 0
    return -1 if order < 0 else 1


def equal(a, b):
    """Bytewise equality; faster than == for long strings."""
    length = len(a)
    if length != len(b):
        return False
    if length < 16:
        return a == b
    return _compare_parts(a, 0, b, 0, length) == 0


def left_end(s):
    """The index of the first byte that is no white space (len(s) when there is none)."""
    i = 0
    while i < len(s) and is_space(s[i]):
        i += 1
    return i


def strip_left(s):
    start = left_end(s)
    assert start >= 0
    return s[start:]


def strip_right(s):
    end = len(s)
    while end > 0 and is_space(s[end - 1]):
        end -= 1
    assert end >= 0
    return s[:end]


def strip_ascii(s):
    """s without white space (see is_space) at both ends."""
    return strip_left(strip_right(s))


def matches_at(s, start, sub):
    """True when sub stands at s[start]; start >= 0."""
    length = len(sub)
    if start + length > len(s):
        return False
    return _compare_parts(s, start, sub, 0, length) == 0


def starts_with(s, prefix):
    return matches_at(s, 0, prefix)


def ends_with(s, suffix):
    start = len(s) - len(suffix)
    return start >= 0 and matches_at(s, start, suffix)


MANY_FALSE_STARTS = 64


@dont_look_inside
def find(s, sub, start):
    """The first index >= start where sub stands, or -1; 0 <= start; the empty string is found at start when start <= len(s)."""
    assert start >= 0
    length = len(sub)
    stop = len(s) - length + 1
    if start >= stop:
        return -1
    if length == 0:
        return start
    first = sub[0]
    false_starts = 0
    while start < stop and false_starts < MANY_FALSE_STARTS:
        i = _find_char(s, first, start, stop)
        if i < 0 or length == 1 or _compare_parts(s, i, sub, 0, length) == 0:
            return i
        start = i + 1
        false_starts += 1
    assert start >= 0
    return s.find(sub, start)


@dont_look_inside
def rfind(s, sub, start, end):
    """The last index where sub stands wholly within s[start:end], or -1; 0 <= start, 0 <= end <= len(s)."""
    assert start >= 0
    assert end >= 0
    if start > end:
        return -1
    return s.rfind(sub, start, end)


@dont_look_inside
def count_of(s, sub):
    """How often sub (not empty) stands in s without overlap."""
    count = 0
    i = find(s, sub, 0)
    while i >= 0:
        count += 1
        i = find(s, sub, i + len(sub))
    return count


@dont_look_inside
def replace(s, old, new):
    """s with every `old` (not empty) replaced, from the left; s itself when there is none."""
    i = find(s, old, 0)
    if i < 0:
        return s
    builder = StringBuilder(len(s))
    done = 0
    while i >= 0:
        builder.append_slice(s, done, i)
        builder.append(new)
        done = i + len(old)
        i = find(s, old, done)
    builder.append_slice(s, done, len(s))
    return builder.build()


@dont_look_inside
def split(s, separator):
    """The pieces of s between separators (not empty); at least one piece."""
    pieces = []
    done = 0
    i = find(s, separator, 0)
    while i >= 0:
        assert done >= 0
        pieces.append(s[done:i])
        done = i + len(separator)
        i = find(s, separator, done)
    assert done >= 0
    pieces.append(s[done:])
    return pieces


@dont_look_inside
def reversed_str(s):
    builder = StringBuilder(len(s))
    i = len(s)
    while i > 0:
        i -= 1
        builder.append(s[i])
    return builder.build()


@dont_look_inside
def repeated(s, times):
    """s times times; times >= 0."""
    return s * times


def cut(s, start, stop):
    """s[start:stop] for bounds that RPython cannot see to be non-negative."""
    assert start >= 0
    assert stop >= 0
    return s[start:stop]


def up_to_nul(s):
    """What stands before the first NUL byte: of an anonymous class's name what is shown, of others what C sees."""
    end = s.find('\0')
    if end >= 0:
        return s[:end]
    return s
