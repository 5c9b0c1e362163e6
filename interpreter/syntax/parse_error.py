"""What the parser raises, and the words in which PHP names tokens."""

from __future__ import absolute_import

from hippy.interpreter.syntax import tokens

LONGEST_TEXT = 30


class ParseError(Exception):
    """A source that PHP refuses before compiling it.

    `message` has PHP's exact words, without the place. `start` and `end` are byte offsets, `line`
    the line PHP reports. `class_name` is the PHP class to throw: ParseError, or CompileError for
    the few errors that PHP's parser finds but reports as fatal. `at_end` tells that the source
    ended too early: more text might complete it. `warnings`: ParseWarnings given before it.
    """
    _attrs_ = ('message', 'line', 'start', 'end', 'class_name', 'at_end', 'warnings')

    def __init__(self, message, line, start, end, class_name='ParseError', at_end=False):
        self.message = message
        self.line = line
        self.start = start
        self.end = end
        self.class_name = class_name
        self.at_end = at_end
        self.warnings = []


class ParseWarning(object):
    """A warning that PHP gives while it reads a source; `message` without the place."""
    _attrs_ = ('message', 'line')

    def __init__(self, message, line):
        self.message = message
        self.line = line


def unexpected(kind, text, expected):
    """The message for a token that does not fit.

    `expected` is what PHP lists after "expecting", ready made, or '' when it lists nothing.
    """
    message = 'syntax error, unexpected ' + describe_found(kind, text)
    if expected != '':
        message += ', expecting ' + expected
    return message


def describe_found(kind, text):
    if kind == tokens.END:
        return 'end of file'
    if kind == tokens.QUOTE:
        return 'double-quote mark'
    fixed = tokens.FIXED_TEXT[kind]
    if fixed is not None:
        return 'token "%s"' % fixed
    if kind == tokens.T_BAD_CHARACTER:
        return 'character 0x%s' % _two_hex_digits(ord(text[0]))
    return _described_text(kind, text)


def describe_expected(kind):
    if kind == tokens.END:
        return 'end of file'
    fixed = tokens.FIXED_TEXT[kind]
    if fixed is not None:
        return '"%s"' % fixed
    description = tokens.DESCRIPTION[kind]
    assert description is not None
    return description


def _two_hex_digits(byte):
    digits = '0123456789ABCDEF'
    return digits[byte >> 4] + digits[byte & 15]


def _described_text(kind, text):
    description = tokens.DESCRIPTION[kind]
    assert description is not None
    newline = text.find('\n')
    if newline >= 0:
        text = text[:newline]
    if kind == tokens.T_CONSTANT_ENCAPSED_STRING and text != '':
        if text[0] == '"':
            description = 'double-quoted string'
        elif text[0] == "'":
            description = 'single-quoted string'
    start = 0
    end = len(text)
    if end > 0 and (text[0] == "'" or text[0] == '"'):
        start = 1
    if end > start and (text[end - 1] == "'" or text[end - 1] == '"'):
        end -= 1
    if end - start > LONGEST_TEXT + len('...'):
        return '%s "%s..."' % (description, text[start:start + LONGEST_TEXT])
    assert end >= start
    return '%s "%s"' % (description, text[start:end])
