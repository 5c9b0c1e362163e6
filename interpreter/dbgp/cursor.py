"""Where the cursor stands in code: in a string or comment, in which brackets, at which argument of a call."""
from __future__ import absolute_import

from hippy.interpreter.rlib.strings import cut, is_alnum, matches_at, strip_ascii

IN_CODE = 0
IN_SINGLE = 1       # a string in single quotes
IN_DOUBLE = 2
IN_COMMENT = 3


class Place(object):
    """start: of the word before the cursor. quote: the position of the quotation mark of a string. openings: the positions of the brackets
    round the cursor, the outermost first; with each the commas in it so far and where what stands behind the last one begins. statement:
    where the statement begins."""
    _attrs_ = ('code', 'cursor', 'start', 'state', 'quote', 'openings', 'commas', 'parts', 'statement')

    def __init__(self, code, cursor):
        self.code = code
        self.cursor = cursor
        start = cursor
        while start > 0 and is_word_char(code[start - 1]):
            start -= 1
        self.start = start
        self.state = IN_CODE
        self.quote = -1
        self.openings = []
        self.commas = []
        self.parts = []
        self.statement = 0
        self._scan(cursor)

    def follows(self, text):
        """True when text stands just before the word."""
        position = self.start - len(text)
        return position >= 0 and matches_at(self.code, position, text)

    def innermost(self):
        """The index of the innermost bracket, -1 outside of all."""
        return len(self.openings) - 1

    def opens_call(self, index):
        """True for the bracket of a call's arguments."""
        if index < 0:
            return False
        opening = self.openings[index]
        return self.code[opening] == '(' and opening > 0 and is_word_char(self.code[opening - 1])

    def opens_attribute(self, index):
        """True for the bracket of `#[`."""
        if index < 0:
            return False
        opening = self.openings[index]
        return opening > 0 and self.code[opening] == '[' and self.code[opening - 1] == '#'

    def call_round(self):
        """The index of the bracket of the call round the cursor, which may be in an array or in brackets there; -1 elsewhere."""
        index = self.innermost()
        while index >= 0 and not self.opens_call(index):
            if self.code[self.openings[index]] == '{' or self.opens_attribute(index):
                return -1
            index -= 1
        return index

    def argument_text(self, index):
        """The argument in a bracket as far as it is written."""
        return strip_ascii(cut(self.code, self.parts[index], self.cursor))

    def _scan(self, cursor):
        code = self.code
        i = 0
        while i < cursor:
            c = code[i]
            if self.state == IN_CODE:
                if c == "'" or c == '"':
                    self.state = IN_SINGLE if c == "'" else IN_DOUBLE
                    self.quote = i
                elif matches_at(code, i, '//') or (c == '#' and not matches_at(code, i, '#[')):
                    i = _end_of(code, '\n', i)
                elif matches_at(code, i, '/*'):
                    i = _end_of(code, '*/', i + 2)
                else:
                    self._take(c, i)
            elif c == '\\':
                i += 1
            elif c == code[self.quote]:
                self.state = IN_CODE
                self.quote = -1
            i += 1
        if i > cursor and self.state == IN_CODE:
            self.state = IN_COMMENT

    def _take(self, c, i):
        """One character of code."""
        if c == '(' or c == '[' or c == '{':
            self.openings.append(i)
            self.commas.append(0)
            self.parts.append(i + 1)
        elif (c == ')' or c == ']' or c == '}') and len(self.openings) > 0:
            self.openings.pop()
            self.commas.pop()
            self.parts.pop()
        elif c == ',' and len(self.openings) > 0:
            last = len(self.commas) - 1
            assert last >= 0
            self.commas[last] += 1
            self.parts[last] = i + 1
        if c == ';' or c == '{' or c == '}':
            self.statement = i + 1


def _end_of(code, mark, start):
    """The position of the last byte of mark, or far behind the end of code."""
    assert start >= 0
    found = code.find(mark, start)
    if found < 0:
        return len(code) + 1
    return found + len(mark) - 1


def is_word_char(c):
    return is_alnum(c) or c == '_' or c == '\\' or c >= '\x80'


def word_end(text, start):
    """The position behind the word at `start`."""
    while start < len(text) and is_word_char(text[start]):
        start += 1
    return start
