"""The members that a doc comment promises of a class: @method and @property."""
from __future__ import absolute_import

from hippy.interpreter.dbgp.cursor import is_word_char, word_end
from hippy.interpreter.rlib.strings import cut, replace, split, starts_with, strip_ascii

PROPERTY_TAGS = ['@property ', '@property-read ', '@property-write ']


class Promise(object):
    """kind: method or property. type: of a property. signature: of a method."""
    _attrs_ = ('kind', 'name', 'type', 'signature')
    _immutable_fields_ = ('kind', 'name', 'type', 'signature')

    def __init__(self, kind, name, type, signature):
        self.kind = kind
        self.name = name
        self.type = type
        self.signature = signature


def promises_of(cls):
    """The Promises of a class, its parents, interfaces and traits."""
    found = []
    _read_class(cls, found)
    parent = cls.parent
    while parent is not None:
        _read_class(parent, found)
        parent = parent.parent
    for interface in cls.interfaces:
        _read_class(interface, found)
    return found


def _read_class(cls, found):
    declaration = cls.declaration
    if declaration is not None and declaration.doc_comment is not None:
        _read(declaration.doc_comment, found)
    for used in cls.traits:
        _read_class(used, found)


def _read(comment, found):
    for line in split(replace(comment, '*/', ''), '\n'):
        line = strip_ascii(line)
        while starts_with(line, '*') or starts_with(line, '/'):
            line = strip_ascii(cut(line, 1, len(line)))
        promise = None
        if starts_with(line, '@method '):
            promise = _method(strip_ascii(cut(line, 8, len(line))))
        for tag in PROPERTY_TAGS:
            if starts_with(line, tag):
                promise = _property(cut(line, len(tag), len(line)))
        if promise is not None:
            found.append(promise)


def _method(text):
    """`[static] [type] name(parameters)`; None when that is not what stands there."""
    opening = text.find('(')
    if opening <= 0:
        return None
    start = opening
    while start > 0 and is_word_char(text[start - 1]):
        start -= 1
    name = cut(text, start, opening)
    if name == '':
        return None
    closing = _closing(text, opening)
    signature = cut(text, start, closing)
    type = strip_ascii(cut(text, 0, start))
    if starts_with(type, 'static '):
        type = strip_ascii(cut(type, 7, len(type)))
    if type != '':
        signature += ': ' + type
    return Promise('method', name, '', signature)


def _closing(text, opening):
    """The position behind the bracket that closes the one at `opening`."""
    depth = 0
    for i in range(opening, len(text)):
        if text[i] == '(':
            depth += 1
        elif text[i] == ')':
            depth -= 1
            if depth == 0:
                return i + 1
    return len(text)


def _property(text):
    """`[type] $name`."""
    dollar = text.find('$')
    if dollar < 0:
        return None
    name = cut(text, dollar + 1, word_end(text, dollar + 1))
    return Promise('property', name, strip_ascii(cut(text, 0, dollar)), '') if name != '' else None
