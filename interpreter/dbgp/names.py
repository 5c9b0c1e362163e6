"""Full names of properties, such as $a["k"][0]->p, ::count or $o->*Base*p: text to steps and back. Following them is in properties.py.

A full name looks like PHP but is none (DBGp 7.11): it is taken apart here, never run.
"""
from __future__ import absolute_import

from hippy.interpreter.rlib.strings import StringBuilder, cut, is_digit, matches_at

STEP_KEY = 0            # ["text"], ['text'] or [7]
STEP_PROPERTY = 1       # ->text, ->{"text"} or ->*Class*text
STEP_STATIC = 2         # ::text or ::*Class*text

ROOT_VARIABLE = 0
ROOT_STATIC = 1         # a static property of the class whose method runs


class BadName(Exception):
    """Text that is no full name."""


class Step(object):
    """owner: the class whose private property is meant, '' for the first that fits."""
    _attrs_ = ('kind', 'text', 'owner')
    _immutable_fields_ = ('kind', 'text', 'owner')

    def __init__(self, kind, text, owner):
        self.kind = kind
        self.text = text
        self.owner = owner


class FullName(object):
    """root: a variable's name without $, or a static property's; steps: what follows."""
    _attrs_ = ('root_kind', 'root', 'owner', 'steps')

    def __init__(self, root_kind, root, owner, steps):
        self.root_kind = root_kind
        self.root = root
        self.owner = owner
        self.steps = steps


def with_dollar(text):
    """The form in which a name is repeated in replies: with a $ unless it begins with one or with ::, without :: at its end."""
    if not text:
        return '$'
    if text[0] != '$' and text[0] != ':':
        text = '$' + text
    end = len(text) - 2
    if end > 0 and matches_at(text, end, '::'):
        assert end >= 0
        text = cut(text, 0, end)
    return text


def parse_full_name(text):
    """A FullName; raises BadName."""
    reader = _Reader(with_dollar(text))
    if reader.skip('::'):
        root, owner = reader.property_name()
        return FullName(ROOT_STATIC, root, owner, reader.steps())
    if not reader.skip('$'):
        raise BadName()
    root = reader.word()
    if not root:
        raise BadName()
    return FullName(ROOT_VARIABLE, root, '', reader.steps())


class _Reader(object):
    _attrs_ = ('text', 'pos')

    def __init__(self, text):
        self.text = text
        self.pos = 0

    def skip(self, expected):
        if not matches_at(self.text, self.pos, expected):
            return False
        self.pos += len(expected)
        return True

    def steps(self):
        found = []
        while self.pos < len(self.text):
            if self.skip('['):
                found.append(Step(STEP_KEY, self.key(), ''))
            elif self.skip('->'):
                name, owner = self.property_name()
                found.append(Step(STEP_PROPERTY, name, owner))
            elif self.skip('::'):
                name, owner = self.property_name()
                found.append(Step(STEP_STATIC, name, owner))
            else:
                raise BadName()
        return found

    def word(self):
        """Everything up to the next step."""
        start = self.pos
        assert start >= 0
        pos = start
        while pos < len(self.text):
            if self.text[pos] == '[' or matches_at(self.text, pos, '->') or matches_at(self.text, pos, '::'):
                break
            pos += 1
        self.pos = pos
        return cut(self.text, start, pos)

    def property_name(self):
        """(name, owner) of a name as it is, in {"..."} or behind *Class*."""
        if self.skip('{'):
            name = self.quoted()
            if not self.skip('}'):
                raise BadName()
            return name, ''
        owner = ''
        if self.skip('*'):
            start = self.pos
            assert start >= 0
            end = self.text.find('*', start)
            if end < 0:
                raise BadName()
            owner = cut(self.text, start, end)
            self.pos = end + 1
        name = self.word()
        if not name:
            raise BadName()
        return name, owner

    def key(self):
        """What stands between brackets, the closing one included."""
        if self.pos < len(self.text) and (self.text[self.pos] == '"' or self.text[self.pos] == "'"):
            text = self.quoted()
        else:
            start = self.pos
            assert start >= 0
            end = self.text.find(']', start)
            if end < 0 or not _is_bare_key(cut(self.text, start, end)):
                raise BadName()
            text = cut(self.text, start, end)
            self.pos = end
        if not self.skip(']'):
            raise BadName()
        return text

    def quoted(self):
        """A quoted text; a backslash is taken away before any character, \\0 is a NUL."""
        if self.pos >= len(self.text):
            raise BadName()
        quote = self.text[self.pos]
        if quote != '"' and quote != "'":
            raise BadName()
        builder = StringBuilder(20)
        pos = self.pos + 1
        while pos < len(self.text):
            c = self.text[pos]
            if c == quote:
                self.pos = pos + 1
                return builder.build()
            if c == '\\' and pos + 1 < len(self.text):
                pos += 1
                c = self.text[pos]
                if c == '0':
                    c = '\0'
            builder.append(c)
            pos += 1
        raise BadName()


def _is_bare_key(text):
    """Numbers, and words as an old client may write them; '-' alone is neither."""
    if not text or text == '-':
        return False
    for i in range(len(text)):
        c = text[i]
        if c == '-' and i > 0 and is_digit(text[0]):
            return False
    return True


# -- text -------------------------------------------------------------------------------------------------------------------

def key_name(parent, text, is_int):
    """The full name of an array element, '' when the parent has none."""
    if not parent:
        return ''
    if is_int:
        return '%s[%s]' % (parent, text)
    return '%s["%s"]' % (parent, escaped(text))


def property_full_name(parent, separator, text, owner):
    """The full name of a property behind `->` or `::`; owner: the class, when it is another class's private one."""
    if not parent:
        return ''
    if owner:
        return '%s%s*%s*%s' % (parent, separator, owner, text)
    if _needs_braces(text):
        text = '{"%s"}' % escaped(text)
    return parent + separator + text


def _needs_braces(text):
    if not text:
        return True
    for c in text:
        if c == '-' or c == '[' or c == '{' or c == ':':
            return True
    return False


def escaped(text):
    """As addslashes(): a backslash before quotes and backslashes, \\0 for a NUL."""
    builder = StringBuilder(len(text))
    for c in text:
        if c == '"' or c == "'" or c == '\\':
            builder.append('\\')
        elif c == '\0':
            builder.append('\\')
            c = '0'
        builder.append(c)
    return builder.build()
