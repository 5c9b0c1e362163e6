"""parse_ini_string() and parse_ini_file(): texts in the form of php.ini (Zend/zend_ini_scanner.l, Zend/zend_ini_parser.y)."""
from __future__ import absolute_import

from hippy.interpreter.builtins.constant_functions import found_constant
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.builtins.wrappers import open_stream
from hippy.interpreter.objects import convert
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.strings import new_str, w_empty_str
from hippy.interpreter.objects.values import W_Int, new_bool, w_false, w_null
from hippy.interpreter.rlib import streams
from hippy.interpreter.rlib.strings import StringBuilder, ascii_lower, cut, is_digit, up_to_nul

NORMAL = 0
RAW = 1
TYPED = 2

NOT_IN_NAMES = '=\n\r\t;&|^$~(){}!"['
NOT_IN_VALUES = '= \t\n\r;&|^~()!"\'\0'
OPERATORS = '&|^~()!'
WORDS_TRUE = ['true', 'on', 'yes']
WORDS_FALSE = ['false', 'off', 'no', 'none']


class IniError(Exception):
    """The text breaks the rules: what was not expected."""

    def __init__(self, found):
        self.found = found


class IniReader(object):
    """A text being read into an array. w_section: where the entries go."""
    _attrs_ = ('ctx', 'text', 'at', 'line', 'mode', 'with_sections', 'w_all', 'w_section')

    def __init__(self, ctx, text, mode, with_sections):
        self.ctx = ctx
        self.text = text
        self.at = 0
        self.line = 1
        self.mode = mode
        self.with_sections = with_sections
        self.w_all = new_array(0)
        self.w_section = self.w_all

    # characters

    def peek(self):
        """The next character, NUL at the end."""
        at = self.at
        if at >= len(self.text):
            return '\0'
        assert at >= 0
        return self.text[at]

    def is_at_end(self):
        return self.at >= len(self.text)

    def skip_blanks(self):
        while self.peek() == ' ' or self.peek() == '\t':
            self.at += 1

    def is_at_line_end(self):
        c = self.peek()
        return self.is_at_end() or c == '\n' or c == '\r' or c == ';'

    def skip_line(self):
        """To the beginning of the next line."""
        while not self.is_at_end() and self.peek() != '\n' and self.peek() != '\r':
            self.at += 1
        if self.peek() == '\r':
            self.at += 1
        if self.peek() == '\n':
            self.at += 1
        self.line += 1

    def unexpected(self):
        if self.is_at_end():
            return IniError('end of file')
        if self.is_at_line_end():
            return IniError('end of line')
        return IniError("'%s'" % self.peek())

    # lines

    def read(self):
        """The array. Raises IniError."""
        while True:
            self.skip_blanks()
            if self.is_at_end():
                return self.w_all
            if self.is_at_line_end():
                self.skip_line()
            elif self.peek() == '[':
                self.at += 1
                self.section()
            else:
                self.entry()

    def section(self):
        name = self.bracketed(self.mode == RAW, False)
        self.skip_blanks()
        if self.peek() == '\n' or self.peek() == '\r':
            self.skip_line()
        if self.with_sections:
            self.w_section = new_array(0)
            self.w_all.assign_key(convert.array_key_or_none(self.ctx, new_str(name)), self.w_section)

    def bracketed(self, raw, trims):
        """What stands before the next ']', which is read too; trims: without blanks at the end that are not quoted."""
        builder = StringBuilder(16)
        blanks = ''
        while self.peek() != ']':
            c = self.peek()
            if self.is_at_end() or c == '\n' or c == '\r':
                raise IniError("end of file, expecting ']'")
            if c == ' ' or c == '\t':
                blanks += c
                self.at += 1
                continue
            if raw or c != '"':
                builder.append(blanks)
            blanks = ''
            if not raw and self.is_single_quoted():
                builder.append(self.single_quoted())
            elif not raw and c == '"':
                builder.append(self.double_quoted())
            elif not raw and c == '$' and self.is_variable():
                builder.append(self.variable())
            else:
                builder.append(c)
                self.at += 1
        self.at += 1
        if not trims:
            builder.append(blanks)
        return builder.build()

    def entry(self):
        """NAME, NAME = value or NAME[offset] = value"""
        start = self.at
        while not self.is_at_end() and NOT_IN_NAMES.find(self.peek()) < 0:
            self.at += 1
        name = trimmed(cut(self.text, start, self.at))
        if name == '':
            raise self.unexpected()
        is_element = self.peek() == '['
        offset = ''
        if is_element:
            self.at += 1
            self.skip_blanks()
            offset = self.bracketed(False, True)
        self.skip_blanks()
        if self.peek() != '=':
            if is_element or not self.is_at_line_end():
                raise self.unexpected()
            return                  # a name alone says nothing
        self.at += 1
        self.skip_blanks()
        w_value = self.raw_value() if self.mode == RAW else self.value()
        w_key = convert.array_key_or_none(self.ctx, new_str(name))
        if is_element:
            self.put_element(w_key, offset, w_value)
        else:
            self.w_section.assign_key(w_key, w_value)

    def put_element(self, w_key, offset, w_value):
        w_array = self.w_section.get_key(w_key)
        if not isinstance(w_array, W_Array):
            w_array = new_array(0)
            self.w_section.assign_key(w_key, w_array)
        if offset == '':
            w_array.append(w_value)
        else:
            w_array.assign_key(convert.array_key_or_none(self.ctx, new_str(offset)), w_value)

    # values

    def raw_value(self):
        """The rest of the line as it stands, without a comment and without quotes around all of it."""
        start = self.at
        comment = -1
        quoted = self.peek() == '"'
        while not self.is_at_end() and self.peek() != '\n' and self.peek() != '\r':
            if self.peek() == ';' and comment < 0:
                comment = self.at
            elif self.peek() == '"' and quoted and self.at > start:
                comment = -1
            self.at += 1
        text = trimmed(cut(self.text, start, comment if comment >= 0 else self.at))
        size = len(text)
        if size > 1 and text[0] == '"' and text[size - 1] == '"':
            text = cut(text, 1, size - 1)
        return new_str(text)

    def value(self):
        """A value with its operators, up to the end of the line."""
        if self.is_at_line_end():
            return w_empty_str
        w_word = self.word_value()
        if w_word is not None:
            return w_word
        w_value = self.expression()
        if self.peek() == '=':
            raise self.unexpected()
        if not self.is_at_line_end():
            raise self.unexpected()
        return w_value

    def word_value(self):
        """The value of true, off, null and their like when nothing else is there, else None."""
        stop = self.at
        while stop < len(self.text) and NOT_IN_VALUES.find(self.text[stop]) < 0:
            stop += 1
        word = ascii_lower(cut(self.text, self.at, stop))
        after = stop
        while after < len(self.text) and (self.text[after] == ' ' or self.text[after] == '\t'):
            after += 1
        if after < len(self.text) and self.text[after] not in '\n\r;':
            return None
        typed = self.mode == TYPED
        w_value = None
        if word in WORDS_TRUE:
            w_value = new_bool(True) if typed else new_str('1')
        elif word in WORDS_FALSE:
            w_value = new_bool(False) if typed else w_empty_str
        elif word == 'null':
            w_value = w_null if typed else w_empty_str
        if w_value is not None:
            self.at = after
        return w_value

    def expression(self):
        w_left = self.operand()
        while True:
            operator = self.peek()
            if operator != '|' and operator != '&' and operator != '^':
                return w_left
            self.at += 1
            self.skip_blanks()
            left = convert.to_int(self.ctx, w_left)
            right = convert.to_int(self.ctx, self.operand())
            if operator == '|':
                left |= right
            elif operator == '&':
                left &= right
            else:
                left ^= right
            w_left = new_str('%d' % left)

    def operand(self):
        c = self.peek()
        if c == '~' or c == '!':
            self.at += 1
            self.skip_blanks()
            n = convert.to_int(self.ctx, self.operand())
            if c == '~':
                return new_str('%d' % ~n)
            return new_str('0' if n != 0 else '1')
        if c == '(':
            self.at += 1
            self.skip_blanks()
            w_inner = self.expression()
            if self.peek() != ')':
                raise self.unexpected()
            self.at += 1
            self.skip_blanks()
            return w_inner
        return self.joined()

    def joined(self):
        """Words, quoted texts and ${variables} side by side."""
        builder = StringBuilder(32)
        blanks = ''
        count = 0
        number = ''
        while not self.is_at_line_end() and OPERATORS.find(self.peek()) < 0 and self.peek() != '=':
            c = self.peek()
            if c == ' ' or c == '\t':
                blanks += c
                self.at += 1
                continue
            if c != '"':            # the blanks before it belong to nothing
                builder.append(blanks)
            blanks = ''
            number = ''
            if c == '"':
                builder.append(self.double_quoted())
            elif self.is_single_quoted():
                builder.append(self.single_quoted())
            elif c == '$' and self.is_variable():
                builder.append(self.variable())
            else:
                number = self.word()
                builder.append(self.constant(number))
            count += 1
        if self.is_at_end():
            builder.append(blanks)
        if count == 0:
            raise self.unexpected()
        if self.mode == TYPED and count == 1 and is_number(number):
            w_number = convert.to_number(self.ctx, new_str(number))
            if isinstance(w_number, W_Int) or number.find('.') >= 0:
                return w_number
        return new_str(builder.build())

    def word(self):
        start = self.at
        self.at += 1        # an odd quote stands for itself
        while not self.is_at_end() and NOT_IN_VALUES.find(self.peek()) < 0 and not self.is_variable():
            self.at += 1
        return cut(self.text, start, self.at)

    def constant(self, word):
        """The value of the constant of that name; the word itself when there is none."""
        if not is_name(word):
            return word
        w_value = found_constant(self.ctx, word)
        return word if w_value is None else convert.to_str(self.ctx, w_value)

    def closing(self, mark, start):
        """The place of a mark behind start, or -1."""
        assert start >= 0
        return self.text.find(mark, start)

    def is_single_quoted(self):
        """True at quotes with something between them."""
        return self.peek() == "'" and self.closing("'", self.at + 1) > self.at + 1

    def single_quoted(self):
        start = self.at + 1
        stop = self.closing("'", start)
        self.at = stop + 1
        return cut(self.text, start, stop)

    def double_quoted(self):
        builder = StringBuilder(32)
        self.at += 1
        while self.peek() != '"' or self.is_at_end():
            if self.is_at_end():
                raise IniError('end of file, expecting TC_DOLLAR_CURLY or TC_QUOTED_STRING or \'"\'')
            c = self.peek()
            if c == '$' and self.is_variable():
                builder.append(self.variable())
                continue
            self.at += 1
            if c == '\\' and not self.is_at_end():
                escaped = self.peek()
                after = self.at + 1
                is_last = after >= len(self.text) or self.text[after] == '\n' or self.text[after] == '\r'
                if escaped == '"' and is_last:      # "C:\path\"
                    builder.append(c)
                    continue
                self.at += 1
                is_dollar = escaped == '$' and after < len(self.text) and self.text[after] == '{'
                if escaped != '\\' and escaped != '"' and not is_dollar:
                    builder.append(c)
                c = escaped
            if c == '\n':
                self.line += 1
            builder.append(c)
        self.at += 1
        self.skip_blanks()
        return builder.build()

    def is_variable(self):
        at = self.at
        return self.peek() == '$' and at + 1 < len(self.text) and self.text[at + 1] == '{'

    def variable(self):
        """${NAME}: a setting of php.ini or a variable of the environment."""
        start = self.at + 2
        stop = self.closing('}', start)
        if stop < 0:
            self.at = len(self.text)
            raise self.unexpected()
        name = trimmed(cut(self.text, start, stop))
        self.at = stop + 1
        value = streams.getenv(name)
        return '' if value is None else value


def trimmed_end(text):
    stop = len(text)
    while stop > 0 and (text[stop - 1] == ' ' or text[stop - 1] == '\t'):
        stop -= 1
    return cut(text, 0, stop)


def trimmed(text):
    text = trimmed_end(text)
    start = 0
    while start < len(text) and (text[start] == ' ' or text[start] == '\t'):
        start += 1
    return cut(text, start, len(text))


def is_number(word):
    """-?digits, or digits with a point."""
    digits = 0
    points = 0
    for i in range(len(word)):
        if is_digit(word[i]):
            digits += 1
        elif word[i] == '.':
            points += 1
        elif word[i] != '-' or i > 0:
            return False
    return digits > 0 and points <= 1 and not (points == 1 and word[0] == '-')


def is_name(word):
    for i in range(len(word)):
        c = word[i]
        if not ('a' <= c <= 'z' or 'A' <= c <= 'Z' or c == '_' or i > 0 and is_digit(c)):
            return False
    return word != ''


def parsed(ctx, file_name, text, with_sections, mode):
    if mode != NORMAL and mode != RAW and mode != TYPED:
        ctx.warning('Invalid scanner mode')
        return w_false
    reader = IniReader(ctx, up_to_nul(text), mode, with_sections)
    try:
        return reader.read()
    except IniError as e:
        ctx.warning('syntax error, unexpected %s in %s on line %d\n' % (e.found, file_name, reader.line))
        return w_false


@builtin('parse_ini_string(string $ini_string, bool $process_sections = false, int $scanner_mode = INI_SCANNER_NORMAL): array|false')
def parse_ini_string(ctx, ini_string, process_sections, scanner_mode):
    return parsed(ctx, 'Unknown', ini_string, process_sections, scanner_mode)


@builtin('parse_ini_file(string $filename, bool $process_sections = false, int $scanner_mode = INI_SCANNER_NORMAL): array|false',
         paths=('filename',))
def parse_ini_file(ctx, filename, process_sections, scanner_mode):
    if filename == '':
        raise ctx.error('ValueError', 'parse_ini_file(): Argument #1 ($filename) cannot be empty')
    w_stream = open_stream(ctx, 'parse_ini_file', filename, 'r', True)
    if w_stream is None:
        return w_false
    text = w_stream.read_rest(ctx, 'parse_ini_file')
    try:
        w_stream.shut(ctx)
    except OSError:
        pass            # PHP tells nobody either
    w_stream.close()
    return parsed(ctx, filename, text, process_sections, scanner_mode)
