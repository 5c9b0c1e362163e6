"""From JSON text to values (ext/json/json_scanner.re, json_parser.y)."""
from __future__ import absolute_import

from hippy.interpreter.builtins import utf8
from hippy.interpreter.builtins.json_writing import (
    CTRL_CHAR, DEPTH, INVALID_PROPERTY_NAME, INVALID_UTF8_IGNORE, INVALID_UTF8_SUBSTITUTE, STATE_MISMATCH, SYNTAX, UTF8, UTF16)
from hippy.interpreter.objects import numbers
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Float, W_Int, disown, w_false, w_null, w_true
from hippy.interpreter.rlib.strings import StringBuilder, hex_value, is_digit, matches_at
from hippy.interpreter.vm import objects

BIGINT_AS_STRING = 2


class JsonFailure(Exception):
    """The text is no JSON; code: json_last_error()."""
    def __init__(self, code):
        self.code = code


class Reader(object):
    """Reads one text. Methods start at `pos` and leave it behind what they read; they raise JsonFailure."""
    _attrs_ = ('ctx', 'text', 'pos', 'as_array', 'flags', 'depth', 'max_depth')

    def __init__(self, ctx, text, as_array, flags, max_depth):
        self.ctx = ctx
        self.text = text
        self.pos = 0
        self.as_array = as_array
        self.flags = flags
        self.depth = 0
        self.max_depth = max_depth

    def document(self):
        w = self.value()
        if self.peek() != '':
            raise self.unexpected()
        return w

    def peek(self):
        """The next character that is no white space, '' at the end."""
        text = self.text
        pos = self.pos
        while pos < len(text):
            c = text[pos]
            if c != ' ' and c != '\n' and c != '\t' and c != '\r':
                self.pos = pos
                return c
            pos += 1
        self.pos = pos
        return ''

    def unexpected(self):
        """The failure for a token that may not stand at `pos`: the token's own fault goes first."""
        if self.pos >= len(self.text):
            return JsonFailure(SYNTAX)
        c = self.text[self.pos]
        if c == '"':
            self.string()
        elif c < ' ':
            return JsonFailure(CTRL_CHAR)
        elif c >= '\x80' and utf8.char_at(self.text, self.pos) < 0:
            return JsonFailure(UTF8)
        return JsonFailure(SYNTAX)

    def value(self):
        c = self.peek()
        if c == '"':
            return new_str(self.string())
        if c == '{':
            return self.object()
        if c == '[':
            return self.array()
        if c == '-' or c != '' and is_digit(c):
            return self.number()
        if self.takes_word('true'):
            return w_true
        if self.takes_word('false'):
            return w_false
        if self.takes_word('null'):
            return w_null
        raise self.unexpected()

    def takes_word(self, word):
        """Goes past a word, if it stands here."""
        if not matches_at(self.text, self.pos, word):
            return False
        self.pos += len(word)
        return True

    def number(self):
        text = self.text
        start = self.pos
        i = start
        if text[i] == '-':
            i += 1
        if i >= len(text) or not is_digit(text[i]):
            raise JsonFailure(SYNTAX)
        i = i + 1 if text[i] == '0' else numbers.skip_digits(text, i)
        is_float = False
        if i + 1 < len(text) and text[i] == '.' and is_digit(text[i + 1]):
            is_float = True
            i = numbers.skip_digits(text, i + 1)
        after = numbers.skip_exponent(text, i)
        if after != i:
            is_float = True
            i = after
        self.pos = i
        assert start >= 0
        assert i >= 0
        digits = text[start:i]
        if is_float:
            return W_Float(numbers.scan_numeric(digits).as_float())
        return self.integer(digits)

    def integer(self, digits):
        found = numbers.scan_numeric(digits)
        if found.is_int():
            return W_Int(found.intval)
        if self.flags & BIGINT_AS_STRING:
            return new_str(digits)
        return W_Float(found.as_float())

    # arrays and objects

    def enter(self):
        """A scalar counts as a level too."""
        self.pos += 1
        self.depth += 1
        if self.depth >= self.max_depth:
            raise JsonFailure(DEPTH)

    def leave(self):
        self.pos += 1
        self.depth -= 1

    def array(self):
        self.enter()
        w_array = new_array(0)
        c = self.peek()
        if c == ']':
            self.leave()
            return w_array
        if c == '}':
            raise JsonFailure(STATE_MISMATCH)
        while True:
            w_array.append(self.value())
            c = self.peek()
            if c == ']':
                self.leave()
                return w_array
            if c == '}':
                raise JsonFailure(STATE_MISMATCH)
            if c != ',':
                raise self.unexpected()
            self.pos += 1

    def object(self):
        self.enter()
        if self.as_array:
            w_array = new_array(0)
            key = self.first_key()
            while key is not None:
                w_array.put_key(new_str(key), self.value())
                key = self.next_key()
            return w_array
        w_object = None         # made after its first value: PHP numbers the inner objects first
        key = self.first_key()
        while key is not None:
            w_value = self.value()
            if w_object is None:
                w_object = self.new_object()
            if len(key) > 0 and key[0] == '\0':
                raise JsonFailure(INVALID_PROPERTY_NAME)
            put_property(w_object, key, w_value)
            key = self.next_key()
        if w_object is None:
            return self.new_object()
        return w_object

    def new_object(self):
        return objects.instantiate(self.ctx, self.ctx.find_class('stdclass'))

    def first_key(self):
        """The key behind '{', None behind '{}'."""
        if self.ends_object():
            return None
        return self.key()

    def next_key(self):
        """The key behind a comma, None behind '}'."""
        if self.ends_object():
            return None
        if self.peek() != ',':
            raise self.unexpected()
        self.pos += 1
        return self.key()

    def ends_object(self):
        c = self.peek()
        if c == '}':
            self.leave()
            return True
        if c == ']':
            raise JsonFailure(STATE_MISMATCH)
        return False

    def key(self):
        if self.peek() != '"':
            raise self.unexpected()
        key = self.string()
        if self.peek() != ':':
            raise self.unexpected()
        self.pos += 1
        return key

    # strings

    def string(self):
        text = self.text
        start = self.pos + 1
        i = start
        while i < len(text):
            c = text[i]
            if c == '"':
                self.pos = i + 1
                assert start >= 0
                assert i >= 0
                return text[start:i]
            if c == '\\' or c < ' ':
                break
            if c < '\x80':
                i += 1
            else:
                code = utf8.char_at(text, i)
                if code < 0:
                    break
                i += utf8.width(code)
        return self.escaped_string(start, i)

    def escaped_string(self, start, i):
        """A string with something special at i."""
        text = self.text
        builder = StringBuilder(i - start + 32)
        builder.append_slice(text, start, i)
        while i < len(text):
            c = text[i]
            if c == '"':
                self.pos = i + 1
                return builder.build()
            if c < ' ':
                break
            if c == '\\':
                i = self.escape(builder, i + 1)
            elif c < '\x80':
                builder.append(c)
                i += 1
            else:
                i = self.character(builder, i)
        raise JsonFailure(CTRL_CHAR)

    def character(self, builder, i):
        """Copies a character beyond ASCII; the position behind it."""
        code = utf8.char_at(self.text, i)
        if code >= 0:
            stop = i + utf8.width(code)
            builder.append_slice(self.text, i, stop)
            return stop
        if self.flags & INVALID_UTF8_SUBSTITUTE:
            builder.append('\xef\xbf\xbd')
        elif not self.flags & INVALID_UTF8_IGNORE:
            raise JsonFailure(UTF8)
        return i + 1

    def escape(self, builder, i):
        """What stands behind a backslash; the position behind it."""
        if i >= len(self.text):
            raise JsonFailure(SYNTAX)
        c = self.text[i]
        if c == 'u':
            return self.unicode_escape(builder, i + 1)
        if c == 'n':
            c = '\n'
        elif c == 't':
            c = '\t'
        elif c == 'r':
            c = '\r'
        elif c == 'b':
            c = '\x08'
        elif c == 'f':
            c = '\x0c'
        elif c != '"' and c != '\\' and c != '/':
            raise JsonFailure(SYNTAX)
        builder.append(c)
        return i + 1

    def unicode_escape(self, builder, i):
        code = self.hex_digits(i)
        if code < 0:
            raise JsonFailure(SYNTAX)
        i += 4
        if 0xd800 <= code <= 0xdfff:
            low = -1
            if code < 0xdc00 and i + 1 < len(self.text) and self.text[i] == '\\' and self.text[i + 1] == 'u':
                low = self.hex_digits(i + 2)
            if low < 0xdc00 or low > 0xdfff:
                raise JsonFailure(UTF16)
            code = 0x10000 + ((code & 0x3ff) << 10) + (low & 0x3ff)
            i += 6
        utf8.append_char(builder, code)
        return i

    def hex_digits(self, i):
        """The value of four hexadecimal digits, -1 when they are not there."""
        if i + 4 > len(self.text):
            return -1
        code = 0
        for k in range(4):
            digit = hex_value(self.text[i + k])
            if digit < 0:
                return -1
            code = code * 16 + digit
        return code


def put_property(w_object, name, w_value):
    """Sets a property of a stdClass object; takes over one ownership."""
    slot = w_object.map.index.get(name, -1)
    if slot < 0:
        slot = w_object.map.size()
        w_object.map = w_object.map.with_property(name)
        w_object.set_slot(slot, w_value)
    else:
        w_old = w_object.get_slot(slot)
        w_object.set_slot(slot, w_value)
        disown(w_old)
