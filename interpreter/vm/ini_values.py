"""Settings as a command line gives them: words for yes and no, constants, expressions of flags (Zend/zend_ini_parser.y)."""
from __future__ import absolute_import

from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.values import W_Int
from hippy.interpreter.rlib.strings import ascii_lower, is_alnum, strip_ascii
from hippy.interpreter.vm import settings

OPERATORS = '|&^~!()'


def value_of(ctx, text):
    """The text of a setting behind `-d name=`."""
    if text == '':
        return ''
    if text[0] == '"' or text[0] == "'":
        end = text.find(text[0], 1)
        stop = end if end > 0 else len(text)
        return text[1:stop]
    if not is_alnum(text[0]):
        return text
    comment = text.find(';')
    if comment >= 0:
        text = text[:comment]
    for c in text:
        if OPERATORS.find(c) >= 0:
            return '%d' % Expression(ctx, text).whole()
    return word_value(ctx, strip_ascii(text))


def word_value(ctx, word):
    lower = ascii_lower(word)
    if lower == 'on' or lower == 'yes' or lower == 'true':
        return '1'
    if lower == 'off' or lower == 'no' or lower == 'false' or lower == 'none' or lower == 'null':
        return ''
    cell = ctx.symbols.constants.get(word, None)
    if cell is not None:
        w_value = cell.w_value
        if isinstance(w_value, W_Int):
            return '%d' % w_value.intval
        if isinstance(w_value, W_Str):
            return w_value.as_str()
    return word


class Expression(object):
    """Flags joined by | & ^, which bind alike, from the left; ~ and ! before one."""
    _attrs_ = ('ctx', 'text', 'pos')

    def __init__(self, ctx, text):
        self.ctx = ctx
        self.text = text
        self.pos = 0

    def peek(self):
        while self.pos < len(self.text) and self.text[self.pos] == ' ':
            self.pos += 1
        if self.pos == len(self.text):
            return ''
        return self.text[self.pos]

    def whole(self):
        value = self.operand()
        while True:
            c = self.peek()
            if c == '' or '|&^'.find(c) < 0:
                return value
            self.pos += 1
            other = self.operand()
            if c == '|':
                value |= other
            elif c == '&':
                value &= other
            else:
                value ^= other

    def operand(self):
        c = self.peek()
        if c == '~':
            self.pos += 1
            return ~self.operand()
        if c == '!':
            self.pos += 1
            return 0 if self.operand() else 1
        if c == '(':
            self.pos += 1
            value = self.whole()
            if self.peek() == ')':
                self.pos += 1
            return value
        start = self.pos
        while self.pos < len(self.text) and OPERATORS.find(self.text[self.pos]) < 0:
            self.pos += 1
        stop = self.pos
        assert start >= 0
        assert stop >= 0
        if start == stop:
            self.pos += 1       # nothing that an operand could be
            return 0
        return settings.number(word_value(self.ctx, strip_ascii(self.text[start:stop])))
