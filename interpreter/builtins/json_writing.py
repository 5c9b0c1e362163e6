"""From values to JSON text (ext/json/json_encoder.c)."""
from __future__ import absolute_import

from hippy.interpreter.builtins import utf8
from hippy.interpreter.builtins.classes import KIND_ENUM, kind_of
from hippy.interpreter.objects import numbers
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.natives import W_Native
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.values import W_Bool, W_Float, W_Int, W_Null, disown, own
from hippy.interpreter.rlib.arithmetic import isinf, isnan
from hippy.interpreter.rlib.strings import StringBuilder

# errors
DEPTH = 1
STATE_MISMATCH = 2
CTRL_CHAR = 3
SYNTAX = 4
UTF8 = 5
RECURSION = 6
INF_OR_NAN = 7
UNSUPPORTED_TYPE = 8
INVALID_PROPERTY_NAME = 9
UTF16 = 10
NON_BACKED_ENUM = 11

# flags
HEX_TAG = 1
HEX_AMP = 2
HEX_APOS = 4
HEX_QUOT = 8
FORCE_OBJECT = 16
NUMERIC_CHECK = 32
UNESCAPED_SLASHES = 64
PRETTY_PRINT = 128
UNESCAPED_UNICODE = 256
PARTIAL_OUTPUT_ON_ERROR = 512
PRESERVE_ZERO_FRACTION = 1024
UNESCAPED_LINE_TERMINATORS = 2048
INVALID_UTF8_IGNORE = 1048576
INVALID_UTF8_SUBSTITUTE = 2097152


class Writer(object):
    """Collects the text in `builder`. Methods give False when they failed; `error` says why; with PARTIAL_OUTPUT_ON_ERROR they go on."""
    _attrs_ = ('ctx', 'flags', 'max_depth', 'builder', 'depth', 'error', 'path', 'precision')

    def __init__(self, ctx, flags, max_depth):
        self.ctx = ctx
        self.flags = flags
        self.max_depth = max_depth
        self.builder = StringBuilder(128)
        self.depth = 0
        self.error = 0
        self.path = []              # the arrays and objects around the current value
        self.precision = ctx.serialize_precision()

    def fail(self, code, text):
        """Always False; the text stands for the value in partial output."""
        self.error = code
        self.builder.append(text)
        return False

    def is_partial(self):
        return self.flags & PARTIAL_OUTPUT_ON_ERROR != 0

    def value(self, w):
        w = deref(w)
        if isinstance(w, W_Str):
            return self.string(w.as_str(), self.flags)
        if isinstance(w, W_Int):
            self.builder.append(numbers.int_text(w.intval))
        elif isinstance(w, W_Array):
            return self.array(w)
        elif isinstance(w, W_Bool):
            self.builder.append('true' if w.boolval else 'false')
        elif isinstance(w, W_Null):
            self.builder.append('null')
        elif isinstance(w, W_Float):
            return self.float(w.floatval)
        elif isinstance(w, W_Object):
            return self.object(w)
        else:
            return self.fail(UNSUPPORTED_TYPE, 'null')
        return True

    def float(self, x):
        if isnan(x) or isinf(x):
            return self.fail(INF_OR_NAN, '0')
        text = numbers.float_text(x, self.precision, 'e')
        self.builder.append(text)
        if self.flags & PRESERVE_ZERO_FRACTION and text.find('.') < 0:
            self.builder.append('.0')
        return True

    # arrays and objects

    def enter(self, w):
        """False when w stands within itself."""
        for known in self.path:
            if known is w:
                return self.fail(RECURSION, 'null')
        self.path.append(w)
        return True

    def array(self, w_array):
        if not self.enter(w_array):
            return False
        own(w_array)            # jsonSerialize() may change the variable it came from
        if w_array.is_packed_list() and not self.flags & FORCE_OBJECT:
            done = self.elements(w_array)
        else:
            done = self.members(w_array)
        self.path.pop()
        disown(w_array)
        return done

    def elements(self, w_array):
        self.builder.append('[')
        self.depth += 1
        is_first = True
        pos = w_array.next_pos(0)
        while pos >= 0:
            self.begin_item(is_first)
            is_first = False
            if not self.value(w_array.value_at(pos)) and not self.is_partial():
                return False
            pos = w_array.next_pos(pos + 1)
        return self.close(']', is_first)

    def members(self, w_array):
        self.builder.append('{')
        self.depth += 1
        is_first = True
        pos = w_array.next_pos(0)
        while pos >= 0:
            self.begin_item(is_first)
            is_first = False
            if w_array.is_int_key_at(pos):
                self.builder.append('"%d"' % w_array.int_key_at(pos))
            else:
                self.key(w_array.str_key_at(pos))
            if not self.member(w_array.value_at(pos)):
                return False
            pos = w_array.next_pos(pos + 1)
        return self.close('}', is_first)

    def object(self, w_object):
        cls = w_object.get_class()
        if 'jsonserializable' in cls.ancestors:
            return self.serializable(w_object)
        if kind_of(cls) == KIND_ENUM:
            slot = w_object.map.index.get('value', -1)
            if slot < 0:
                return self.fail(NON_BACKED_ENUM, '0')
            return self.value(w_object.get_slot(slot))
        return self.properties(w_object)

    def properties(self, w_object):
        """The public properties."""
        if not self.enter(w_object):
            return False
        self.builder.append('{')
        self.depth += 1
        w_table = w_object.property_table(self.ctx) if isinstance(w_object, W_Native) else None
        if w_table is not None:
            return self.table(w_table)
        is_first = True
        for entry in w_object.property_list():
            if entry.visibility != 0 or entry.name[:1] == '\0':
                continue
            self.begin_item(is_first)
            is_first = False
            self.key(entry.name)
            if not self.member(entry.w_value):
                return False
        self.path.pop()
        return self.close('}', is_first)

    def table(self, w_table):
        """What stands for the properties of an object of a builtin class."""
        is_first = True
        pos = w_table.next_pos(0)
        while pos >= 0:
            name = '%d' % w_table.int_key_at(pos) if w_table.is_int_key_at(pos) else w_table.str_key_at(pos)
            if name[:1] != '\0':
                self.begin_item(is_first)
                is_first = False
                self.key(name)
                if not self.member(w_table.value_at(pos)):
                    return False
            pos = w_table.next_pos(pos + 1)
        self.path.pop()
        return self.close('}', is_first)

    def serializable(self, w_object):
        """What jsonSerialize() gives; the object's own properties when it gives the object itself."""
        for known in self.path:
            if known is w_object:
                return self.fail(RECURSION, 'null')
        self.path.append(w_object)
        w_data = self.ctx.call_method(w_object, 'jsonserialize', [])
        if w_data is w_object:
            self.path.pop()
            return self.properties(w_object)
        done = self.value(w_data)
        self.path.pop()
        disown(w_data)
        return done

    def begin_item(self, is_first):
        if not is_first:
            self.builder.append(',')
        self.new_line()

    def key(self, name):
        if not self.string(name, self.flags & ~(NUMERIC_CHECK | PARTIAL_OUTPUT_ON_ERROR)) and self.is_partial():
            self.builder.append('""')

    def member(self, w_value):
        self.builder.append(': ' if self.flags & PRETTY_PRINT else ':')
        return self.value(w_value) or self.is_partial()

    def close(self, bracket, is_empty):
        if self.depth > self.max_depth:
            self.error = DEPTH
            if not self.is_partial():
                return False
        self.depth -= 1
        if not is_empty:
            self.new_line()
        self.builder.append(bracket)
        return True

    def new_line(self):
        if self.flags & PRETTY_PRINT:
            self.builder.append('\n')
            self.builder.append_multiple_char(' ', 4 * self.depth)

    # strings

    def string(self, s, flags):
        if flags & NUMERIC_CHECK and self.number(s):
            return True
        if flags & (INVALID_UTF8_IGNORE | INVALID_UTF8_SUBSTITUTE) == 0 and not utf8.is_valid(s):
            return self.fail(UTF8, 'null' if flags & PARTIAL_OUTPUT_ON_ERROR else '')
        builder = self.builder
        builder.append('"')
        done = 0
        i = 0
        while i < len(s):
            c = s[i]
            if is_plain(c):
                i += 1
                continue
            builder.append_slice(s, done, i)
            if c < '\x80':
                append_escaped(builder, c, flags)
                i += 1
            else:
                code = utf8.char_at(s, i)
                size = -code if code < 0 else utf8.width(code)
                append_unicode(builder, s, i, i + size, code, flags)
                i += size
            done = i
        builder.append_slice(s, done, len(s))
        builder.append('"')
        return True

    def number(self, s):
        """Writes a numeric string as a number; False for any other."""
        found = numbers.scan_numeric(s)
        if not found.is_whole():
            return False
        if found.is_int():
            self.builder.append(numbers.int_text(found.intval))
            return True
        x = found.floatval
        if isnan(x) or isinf(x):
            return False
        return self.float(x)


def is_plain(c):
    """True for bytes that no flag can make special."""
    return ' ' <= c < '\x80' and c != '"' and c != '\\' and c != '/' and c != '<' and c != '>' and c != '&' and c != "'"


def append_escaped(builder, c, flags):
    if c == '"':
        builder.append('\\u0022' if flags & HEX_QUOT else '\\"')
    elif c == '\\':
        builder.append('\\\\')
    elif c == '/':
        builder.append('/' if flags & UNESCAPED_SLASHES else '\\/')
    elif c == '<':
        builder.append('\\u003C' if flags & HEX_TAG else '<')
    elif c == '>':
        builder.append('\\u003E' if flags & HEX_TAG else '>')
    elif c == '&':
        builder.append('\\u0026' if flags & HEX_AMP else '&')
    elif c == "'":
        builder.append('\\u0027' if flags & HEX_APOS else "'")
    elif c == '\n':
        builder.append('\\n')
    elif c == '\t':
        builder.append('\\t')
    elif c == '\r':
        builder.append('\\r')
    elif c == '\x08':
        builder.append('\\b')
    elif c == '\x0c':
        builder.append('\\f')
    else:
        append_hex(builder, ord(c))


def append_unicode(builder, s, start, stop, code, flags):
    """A character beyond ASCII, s[start:stop]; a negative code: ill-formed bytes."""
    if code < 0:
        if flags & INVALID_UTF8_IGNORE:
            return
        builder.append('\xef\xbf\xbd' if flags & UNESCAPED_UNICODE else '\\ufffd')
    elif flags & UNESCAPED_UNICODE and (flags & UNESCAPED_LINE_TERMINATORS or code < 0x2028 or code > 0x2029):
        assert start >= 0
        builder.append_slice(s, start, stop)
    elif code >= 0x10000:
        code -= 0x10000
        append_hex(builder, 0xd800 | code >> 10)
        append_hex(builder, 0xdc00 | code & 0x3ff)
    else:
        append_hex(builder, code)


def append_hex(builder, code):
    digits = '%x' % code
    builder.append('\\u')
    builder.append('0000'[len(digits):])
    builder.append(digits)
