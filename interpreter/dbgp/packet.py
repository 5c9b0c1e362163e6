"""DBGp packets: command lines taken apart, XML elements put together, base64. What commands do is in commands.py.

The shapes are those of the DBGp specification, sections 6.3 (commands, escaping) and 6.4 (replies).
"""
from __future__ import absolute_import

from hippy.interpreter.rlib.arithmetic import MAXINT
from hippy.interpreter.rlib.strings import StringBuilder, cut, is_digit, is_space

PROTOCOL_VERSION = '1.0'
REPLACEMENT = '\xef\xbf\xbd'      # U+FFFD in UTF-8
NS_DBGP = 'urn:debugger_protocol_v1'
NS_XDEBUG = 'https://xdebug.org/dbgp/xdebug'
NS_HIPPY = 'https://hippy.dev/dbgp'

ERR_PARSE = 1
ERR_DUPLICATE_ARGUMENT = 2
ERR_INVALID_OPTION = 3
ERR_UNIMPLEMENTED = 4
ERR_NOT_AVAILABLE = 5
ERR_CANNOT_OPEN_FILE = 100
ERR_BREAKPOINT_NOT_SET = 200
ERR_BREAKPOINT_TYPE = 201
ERR_BREAKPOINT_LINE = 202
ERR_NO_SUCH_BREAKPOINT = 205
ERR_EVAL = 206
ERR_NO_PROPERTY = 300
ERR_STACK_DEPTH = 301
ERR_CONTEXT = 302
ERR_ENCODING = 900

ERROR_TEXTS = {
    ERR_PARSE: 'parse error in command',
    ERR_DUPLICATE_ARGUMENT: 'duplicate arguments in command',
    ERR_INVALID_OPTION: 'invalid or missing options',
    ERR_UNIMPLEMENTED: 'unimplemented command',
    ERR_NOT_AVAILABLE: 'command is not available',
    ERR_CANNOT_OPEN_FILE: 'can not open file',
    ERR_BREAKPOINT_NOT_SET: 'breakpoint could not be set',
    ERR_BREAKPOINT_TYPE: 'breakpoint type is not supported',
    ERR_BREAKPOINT_LINE: 'invalid breakpoint line',
    ERR_NO_SUCH_BREAKPOINT: 'no such breakpoint',
    ERR_EVAL: 'error evaluating code',
    ERR_NO_PROPERTY: 'can not get property',
    ERR_STACK_DEPTH: 'stack depth invalid',
    ERR_CONTEXT: 'context invalid',
    ERR_ENCODING: 'encoding not supported',
}


class DbgpError(Exception):
    """A command that fails: becomes <error code><message>. An empty message means the code's usual text."""
    def __init__(self, code, message=''):
        self.code = code
        self.message = message


# -- commands ---------------------------------------------------------------------------------------------------------------

class Command(object):
    """`name -i ID -x VALUE ... [-- DATA]`. options: {letter: text}; data: decoded, '' when none was sent; has_data tells."""
    _attrs_ = ('name', 'transaction_id', 'options', 'data', 'has_data', 'error')

    def __init__(self):
        self.name = ''
        self.transaction_id = ''
        self.options = {}
        self.data = ''
        self.has_data = False
        self.error = 0          # why the line could not be taken apart, 0 when it could

    def has(self, letter):
        return letter in self.options

    def text(self, letter, default):
        return self.options.get(letter, default)

    def required(self, letter):
        """Raises DbgpError when the option is missing."""
        if letter not in self.options:
            raise DbgpError(ERR_INVALID_OPTION, 'option -%s is missing' % letter)
        return self.options[letter]

    def number(self, letter, default):
        """An option that is an integer; raises DbgpError when it is none."""
        if letter not in self.options:
            return default
        try:
            return parse_number(self.options[letter])
        except ValueError:
            raise DbgpError(ERR_INVALID_OPTION, 'option -%s is not a number' % letter)

    def flag(self, letter, default):
        """An option that is 0 or 1."""
        return self.number(letter, 1 if default else 0) != 0

    def required_data(self):
        if not self.has_data:
            raise DbgpError(ERR_INVALID_OPTION, 'data is missing')
        return self.data


def parse_number(text):
    """A decimal integer with an optional sign; raises ValueError for anything else, also beyond 64 bits."""
    i = 0
    negative = False
    if text and (text[0] == '-' or text[0] == '+'):
        negative = text[0] == '-'
        i = 1
    if i == len(text):
        raise ValueError()
    value = 0
    while i < len(text):
        if not is_digit(text[i]):
            raise ValueError()
        digit = ord(text[i]) - 48
        if value > (MAXINT - digit) // 10:
            raise ValueError()
        value = value * 10 + digit
        i += 1
    return -value if negative else value


def parse_command(line):
    """A Command for any text; what is wrong with it is in `error`, with as much of the rest as could be read."""
    command = Command()
    try:
        _read_command(command, line)
    except DbgpError as e:
        command.error = e.code
        if not command.transaction_id:
            command.transaction_id = _find_transaction_id(line)
    return command


def _read_command(command, line):
    pos = _skip_blanks(line, 0)
    start = pos
    while pos < len(line) and not is_space(line[pos]):
        pos += 1
    command.name = cut(line, start, pos)
    if not command.name:
        raise DbgpError(ERR_PARSE)
    while True:
        pos = _skip_blanks(line, pos)
        if pos == len(line):
            break
        if line[pos] != '-' or pos + 1 == len(line):
            raise DbgpError(ERR_PARSE)
        letter = line[pos + 1]
        pos += 2
        if letter == '-':
            command.data = decode_base64(cut(line, pos, len(line)))
            command.has_data = True
            break
        pos = _read_option(command, letter, line, pos)
    if not command.transaction_id:
        raise DbgpError(ERR_INVALID_OPTION)


def _read_option(command, letter, line, pos):
    pos = _skip_blanks(line, pos)
    if pos == len(line):
        raise DbgpError(ERR_PARSE)
    if line[pos] == '"':
        value, pos = _read_quoted(line, pos + 1)
    else:
        start = pos
        while pos < len(line) and not is_space(line[pos]):
            pos += 1
        assert start >= 0
        value = cut(line, start, pos)
    if letter == 'i' and not command.transaction_id:
        command.transaction_id = value
    if letter in command.options:
        raise DbgpError(ERR_DUPLICATE_ARGUMENT)
    command.options[letter] = value
    return pos


def _read_quoted(line, pos):
    """The text up to the closing quote, a backslash taken away before any character and \\0 made a NUL; the position behind."""
    builder = StringBuilder(len(line))
    while pos < len(line):
        c = line[pos]
        if c == '"':
            pos += 1
            if pos < len(line) and not is_space(line[pos]):
                raise DbgpError(ERR_PARSE)
            return builder.build(), pos
        if c == '\\' and pos + 1 < len(line):
            pos += 1
            c = line[pos]
            if c == '0':
                c = '\0'
        builder.append(c)
        pos += 1
    raise DbgpError(ERR_PARSE)


def _skip_blanks(line, pos):
    assert pos >= 0
    while pos < len(line) and is_space(line[pos]):
        pos += 1
    return pos


def _find_transaction_id(line):
    """The word behind the first ` -i ` of a line that cannot be taken apart, so that the client's wait ends."""
    start = line.find(' -i ')
    if start < 0:
        return ''
    start = _skip_blanks(line, start + 4)
    end = start
    while end < len(line) and not is_space(line[end]):
        end += 1
    return cut(line, start, end)


# -- base64 -----------------------------------------------------------------------------------------------------------------

_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'


def encode_base64(data):
    builder = StringBuilder((len(data) + 2) // 3 * 4)
    i = 0
    whole = len(data) - len(data) % 3
    while i < whole:
        bits = ord(data[i]) << 16 | ord(data[i + 1]) << 8 | ord(data[i + 2])
        builder.append(_DIGITS[bits >> 18])
        builder.append(_DIGITS[(bits >> 12) & 63])
        builder.append(_DIGITS[(bits >> 6) & 63])
        builder.append(_DIGITS[bits & 63])
        i += 3
    if len(data) - whole == 1:
        bits = ord(data[i]) << 16
        builder.append(_DIGITS[bits >> 18])
        builder.append(_DIGITS[(bits >> 12) & 63])
        builder.append('==')
    elif len(data) - whole == 2:
        bits = ord(data[i]) << 16 | ord(data[i + 1]) << 8
        builder.append(_DIGITS[bits >> 18])
        builder.append(_DIGITS[(bits >> 12) & 63])
        builder.append(_DIGITS[(bits >> 6) & 63])
        builder.append('=')
    return builder.build()


def decode_base64(text):
    """The bytes; white space and missing padding are accepted, anything else raises DbgpError."""
    builder = StringBuilder(len(text))
    bits = 0
    count = 0
    padding = 0
    for c in text:
        if is_space(c):
            continue
        if c == '=':
            padding += 1
            continue
        digit = _digit_value(c)
        if digit < 0 or padding:
            raise DbgpError(ERR_PARSE)
        bits = (bits << 6 | digit) & 0xFFFFFF
        count += 1
        if count == 4:
            builder.append(chr(bits >> 16))
            builder.append(chr((bits >> 8) & 255))
            builder.append(chr(bits & 255))
            count = 0
    if count == 1 or padding > 2:
        raise DbgpError(ERR_PARSE)
    if count == 2:
        builder.append(chr((bits >> 4) & 255))
    elif count == 3:
        builder.append(chr((bits >> 10) & 255))
        builder.append(chr((bits >> 2) & 255))
    return builder.build()


def _digit_value(c):
    if 'A' <= c <= 'Z':
        return ord(c) - 65
    if 'a' <= c <= 'z':
        return ord(c) - 71
    if is_digit(c):
        return ord(c) + 4
    if c == '+':
        return 62
    if c == '/':
        return 63
    return -1


# -- XML --------------------------------------------------------------------------------------------------------------------

class Element(object):
    """An XML element. Attributes keep their order; text comes before the children."""
    _attrs_ = ('tag', 'names', 'values', 'text', 'children')

    def __init__(self, tag):
        self.tag = tag
        self.names = []
        self.values = []
        self.text = ''
        self.children = []

    def set(self, name, value):
        for i in range(len(self.names)):
            if self.names[i] == name:
                self.values[i] = value
                return
        self.names.append(name)
        self.values.append(value)

    def set_number(self, name, number):
        self.set(name, '%d' % number)

    def set_flag(self, name, flag):
        self.set(name, '1' if flag else '0')

    def get(self, name):
        """The attribute's value or ''."""
        for i in range(len(self.names)):
            if self.names[i] == name:
                return self.values[i]
        return ''

    def add_word(self, name, word):
        """Adds a word to an attribute that is a list of words."""
        words = self.get(name)
        self.set(name, words + ' ' + word if words else word)

    def add(self, child):
        self.children.append(child)

    def add_new(self, tag):
        child = Element(tag)
        self.children.append(child)
        return child

    def set_base64(self, data):
        self.set('encoding', 'base64')
        self.text = encode_base64(data)

    def write(self, builder):
        builder.append('<')
        builder.append(self.tag)
        for i in range(len(self.names)):
            builder.append(' ')
            builder.append(self.names[i])
            builder.append('="')
            write_escaped(builder, self.values[i])
            builder.append('"')
        if not self.text and not self.children:
            builder.append('/>')
            return
        builder.append('>')
        write_escaped(builder, self.text)
        for child in self.children:
            child.write(builder)
        builder.append('</')
        builder.append(self.tag)
        builder.append('>')


def response(command_name, transaction_id):
    """A <response> with its namespaces; a name or id that is not known is left out."""
    element = Element('response')
    element.set('xmlns', NS_DBGP)
    element.set('xmlns:xdebug', NS_XDEBUG)
    element.set('xmlns:hippy', NS_HIPPY)
    if command_name:
        element.set('command', command_name)
    if transaction_id:
        element.set('transaction_id', transaction_id)
    return element


def notification(name):
    element = Element('notify')
    element.set('xmlns', NS_DBGP)
    element.set('xmlns:xdebug', NS_XDEBUG)
    element.set('xmlns:hippy', NS_HIPPY)
    element.set('name', name)
    return element


def add_error(element, code, message):
    """Adds <error code><message>text</message></error>."""
    error = element.add_new('error')
    error.set_number('code', code)
    error.add_new('message').text = message if message else ERROR_TEXTS.get(code, 'unknown error')


def document(element):
    """The bytes of a packet: its length, the XML document, each followed by a NUL."""
    builder = StringBuilder(1000)
    builder.append('<?xml version="1.0" encoding="UTF-8"?>\n')
    element.write(builder)
    xml = builder.build()
    return '%d\0%s\0' % (len(xml), xml)


def write_escaped(builder, text):
    """Text for an attribute or an element. What XML does not allow and bytes that are no UTF-8 become U+FFFD.

    But a NUL gives &#0;, as from Xdebug: clients that cannot take it ask for extended_properties (DBGp 7.11.1).
    """
    i = 0
    while i < len(text):
        c = text[i]
        if c >= '\x80':
            length = utf8_length(text, i)
            if length == 0:
                builder.append(REPLACEMENT)
                length = 1
            else:
                builder.append_slice(text, i, i + length)
            i += length
            continue
        if c == '&':
            builder.append('&amp;')
        elif c == '<':
            builder.append('&lt;')
        elif c == '>':
            builder.append('&gt;')
        elif c == '"':
            builder.append('&quot;')
        elif c == "'":
            builder.append('&#39;')
        elif c == '\t' or c == '\n' or c == '\r' or c == '\0' or c == '\x7f':
            builder.append('&#%d;' % ord(c))
        elif c < ' ':
            builder.append(REPLACEMENT)
        else:
            builder.append(c)
        i += 1


def utf8_length(text, i):
    """The bytes of the UTF-8 character that begins at i with a byte from 0x80 on; 0 when there is none that XML allows."""
    first = ord(text[i])
    if first < 0xC2 or first > 0xF4:
        return 0
    length = 2
    low = 0x80
    high = 0xBF
    if first >= 0xF0:
        length = 4
        if first == 0xF0:
            low = 0x90
        elif first == 0xF4:
            high = 0x8F
    elif first >= 0xE0:
        length = 3
        if first == 0xE0:
            low = 0xA0
        elif first == 0xED:
            high = 0x9F
    if i + length > len(text):
        return 0
    if not low <= ord(text[i + 1]) <= high:
        return 0
    for k in range(2, length):
        if not 0x80 <= ord(text[i + k]) <= 0xBF:
            return 0
    if first == 0xEF and ord(text[i + 1]) == 0xBF and ord(text[i + 2]) >= 0xBE:
        return 0
    return length


def fits_xml(text):
    """True when text can stand in an XML attribute as it is: UTF-8 without control characters."""
    i = 0
    while i < len(text):
        c = text[i]
        if c < ' ':
            return False
        if c >= '\x80':
            length = utf8_length(text, i)
            if length == 0:
                return False
            i += length
        else:
            i += 1
    return True


def readable(text):
    """A message for people: what XML cannot hold becomes '?', but line ends and tabs stay."""
    builder = StringBuilder(len(text))
    for c in text:
        if c < ' ' and c != '\n' and c != '\t' and c != '\r':
            c = '?'
        builder.append(c)
    return builder.build()
