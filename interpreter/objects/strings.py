"""PHP strings: plain byte strings and the growing ones that `.=` makes."""
from __future__ import absolute_import

from hippy.interpreter.objects.values import W_Root, TP_STRING
from hippy.interpreter.rlib.arithmetic import MAXINT
from hippy.interpreter.rlib.jit import dont_look_inside, record_exact_class
from hippy.interpreter.rlib.strings import StrBuf, compare, equal

BUFFER_FROM = 32        # shorter results of .= are plain strings
CONCAT_BUFFER_FROM = 1024


class W_Str(W_Root):
    _attrs_ = ()
    tp = TP_STRING

    def length(self):
        raise NotImplementedError

    def as_str(self):
        """All bytes; built once."""
        raise NotImplementedError

    def char_at(self, i):
        """The byte at i as a one-char string; 0 <= i < length()."""
        raise NotImplementedError

    def slice(self, start, stop):
        """The bytes from start up to stop; 0 <= start <= stop <= length()."""
        raise NotImplementedError

    def is_int_key(self):
        """True when an array takes this string as an integer key: '0' or '-?[1-9][0-9]*' within 64 bits."""
        raise NotImplementedError

    def int_key_value(self):
        """The integer; only when is_int_key()."""
        raise NotImplementedError

    def write_to(self, buf):
        """Appends all bytes to a StrBuf."""
        raise NotImplementedError


class W_StrConst(W_Str):
    """A plain string. `numeric` is what it is as a number (numbers.py), None before anybody asked; `hint` the place in a hash table where
    it was found last as a constant key.
    """
    _attrs_ = ('s', 'numeric', 'hint')
    _immutable_fields_ = ('s',)

    def __init__(self, s):
        self.s = s
        self.numeric = None
        self.hint = 0

    def length(self):
        return len(self.s)

    def as_str(self):
        return self.s

    def char_at(self, i):
        assert i >= 0
        return self.s[i]

    def slice(self, start, stop):
        assert start >= 0
        assert stop >= 0
        return self.s[start:stop]

    def is_int_key(self):
        return is_int_key_str(self.s)

    def int_key_value(self):
        return int_key_of(self.s)

    def write_to(self, buf):
        buf.append(self.s)


class W_StrBuf(W_Str):
    """The first `size` bytes of a buffer that may grow behind them; what a view shows never changes."""
    _attrs_ = ('buf', 'size', 'cached')
    _immutable_fields_ = ('buf', 'size')

    def __init__(self, buf, size):
        self.buf = buf
        self.size = size
        self.cached = None

    def length(self):
        return self.size

    def as_str(self):
        s = self.cached
        if s is None:
            s = self.buf.slice(0, self.size)
            self.cached = s
        return s

    def char_at(self, i):
        return self.buf.get(i)

    def slice(self, start, stop):
        return self.buf.slice(start, stop)

    def is_int_key(self):
        return self.size <= 20 and is_int_key_str(self.as_str())

    def int_key_value(self):
        return int_key_of(self.as_str())

    def write_to(self, buf):
        buf.append_buf(self.buf, self.size)


w_empty_str = W_StrConst('')
_chars = [W_StrConst(chr(_code)) for _code in range(256)]


def char_str(c):
    """The string of one byte."""
    w = _chars[ord(c)]
    record_exact_class(w, W_StrConst)
    return w


def new_str(s):
    length = len(s)
    if length <= 1:
        if length == 0:
            return w_empty_str
        return char_str(s[0])
    return W_StrConst(s)


class Interning(object):
    """The strings of constants: equal short ones are the same string, which is how a hash table recognizes its keys fastest."""
    _attrs_ = ('strings',)

    def __init__(self):
        self.strings = {}


interning = Interning()
LONGEST_INTERNED = 40


def constant_str(s):
    """A constant of the program."""
    if 1 < len(s) <= LONGEST_INTERNED:
        known = interning.strings.get(s, None)
        if known is None:
            interning.strings[s] = s
        else:
            s = known
    return new_str(s)


def is_int_key_str(s):
    """True for '0' and '-?[1-9][0-9]*' within 64 bits (Zend/zend_hash.h ZEND_HANDLE_NUMERIC_STR)."""
    length = len(s)
    if length == 0:
        return False
    c = s[0]
    if c > '9' or (c < '0' and c != '-') or length > 20:
        return False
    return _is_canonical_int(s)


@dont_look_inside
def _is_canonical_int(s):
    i = 1 if s[0] == '-' else 0
    digits = len(s) - i
    if digits == 0 or digits > 19:
        return False
    if s[i] == '0':
        return len(s) == 1
    k = i
    while k < len(s):
        if not '0' <= s[k] <= '9':
            return False
        k += 1
    if digits < 19:
        return True
    limit = '9223372036854775807'
    if i == 1:
        limit = '9223372036854775808'
    for j in range(19):
        if s[i + j] != limit[j]:
            return s[i + j] < limit[j]
    return True


@dont_look_inside
def int_key_of(s):
    """The integer of a string for which is_int_key_str holds."""
    negative = s[0] == '-'
    i = 1 if negative else 0
    value = 0
    while i < len(s):
        digit = ord(s[i]) - 48
        if value > (MAXINT - digit) // 10:
            return -MAXINT - 1      # only '-9223372036854775808' gets here
        value = value * 10 + digit
        i += 1
    return -value if negative else value


def append(w_left, w_right):
    """The result of `.=`: in place at the end of w_left's buffer when nobody wrote behind w_left yet."""
    if isinstance(w_left, W_StrBuf):
        return _append_to_buf(w_left, w_right)
    length = w_right.length()
    if length == 0:
        return w_left
    if w_left.length() + length < BUFFER_FROM:
        return W_StrConst(w_left.as_str() + w_right.as_str())
    return _new_buf(w_left, w_right)


def _append_to_buf(w_left, w_right):
    buf = w_left.buf
    size = w_left.size
    length = w_right.length()
    if buf.used != size:
        return _new_buf(w_left, w_right)
    if isinstance(w_right, W_StrConst):
        if length == 1:
            buf.append_char(w_right.s[0])
        else:
            buf.append(w_right.s)
    else:
        w_right.write_to(buf)
    return W_StrBuf(buf, size + length)


@dont_look_inside
def _new_buf(w_left, w_right):
    size = w_left.length() + w_right.length()
    buf = StrBuf(size * 2)
    w_left.write_to(buf)
    w_right.write_to(buf)
    return W_StrBuf(buf, size)


def concat(w_left, w_right):
    """The result of `.`."""
    left = w_left.length()
    right = w_right.length()
    if right == 0:
        return w_left
    if left == 0:
        return w_right
    if isinstance(w_left, W_StrBuf):
        return _append_to_buf(w_left, w_right)
    if left >= CONCAT_BUFFER_FROM and right < left >> 3:
        return _new_buf(w_left, w_right)
    return W_StrConst(w_left.as_str() + w_right.as_str())


@dont_look_inside
def join_rope(strs):
    """The concatenation of a list of W_Str, with one allocation for its bytes."""
    size = 0
    for w_str in strs:
        size += w_str.length()
    if size <= 1:
        for w_str in strs:
            if w_str.length() == 1:
                return w_str
        return w_empty_str
    buf = StrBuf(size)
    for w_str in strs:
        w_str.write_to(buf)
    return W_StrConst(buf.take())


def str_eq(w_left, w_right):
    """Bytewise equality, the `===` of strings."""
    if w_left is w_right:
        return True
    if w_left.length() != w_right.length():
        return False
    return equal(w_left.as_str(), w_right.as_str())


def str_cmp(w_left, w_right):
    """Bytewise order: -1, 0 or 1."""
    if w_left is w_right:
        return 0
    return compare(w_left.as_str(), w_right.as_str())


@dont_look_inside
def with_char(w_str, i, c):
    """A copy whose byte at i >= 0 is c, padded with spaces up to i when w_str is shorter."""
    size = w_str.length()
    buf = StrBuf(size if i < size else i + 1)
    w_str.write_to(buf)
    if i < size:
        buf.set(i, c)
    else:
        buf.append_fill(' ', i - size)
        buf.append_char(c)
    return new_str(buf.take())
