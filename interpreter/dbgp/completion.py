"""What may stand at the cursor: variables, members of live values, array keys, functions, classes, constants, keywords.

Nothing is run to find out: a receiver such as $a['k']->p is followed as a full name (names.py), calls are not.
"""
from __future__ import absolute_import

from hippy.interpreter.dbgp import documentation, program, receivers, signatures
from hippy.interpreter.dbgp.packet import Element
from hippy.interpreter.dbgp.properties import static_members
from hippy.interpreter.objects import convert
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.classes import is_visible
from hippy.interpreter.objects.functions import UserFunction
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.rlib.strings import ascii_lower, compare, cut, is_alnum, matches_at, replace, starts_with
from hippy.interpreter.syntax.tokens import KEYWORDS
from hippy.interpreter.vm import calls

IN_CODE = 0
IN_SINGLE = 1       # a string in single quotes
IN_DOUBLE = 2
IN_COMMENT = 3

CLASS_WORDS = ['new', 'instanceof', 'extends', 'implements', 'use', 'catch']
MAX_KEYS = 200


class Item(object):
    """`text` may replace the bytes start..end of the code. kind: variable, property, method, constant, function, class, key, keyword,
    argument (of the call that the cursor is in)."""
    _attrs_ = ('text', 'kind', 'type', 'signature', 'start', 'end')

    def __init__(self, text, kind, type, signature):
        self.text = text
        self.kind = kind
        self.type = type
        self.signature = signature
        self.start = 0
        self.end = 0

    def element(self):
        """<hippy:item>"""
        element = Element('hippy:item')
        element.set('text', self.text)
        element.set('kind', self.kind)
        if self.type:
            element.set('type', self.type)
        element.set_number('start', self.start)
        element.set_number('end', self.end)
        if self.signature:
            element.set('sig', self.signature)
        return element


class ItemList(object):
    """The items whose text begins with a prefix, sorted. fold: capital letters count as small ones."""
    _attrs_ = ('items', 'prefix', 'fold', 'start', 'end')

    def __init__(self, prefix, start, end):
        self.items = []
        self.prefix = prefix
        self.fold = False
        self.start = start
        self.end = end

    def add(self, text, kind, type, signature):
        if not self.fits(text):
            return
        item = Item(text, kind, type, signature)
        item.start = self.start
        item.end = self.end
        low = 0
        high = len(self.items)
        while low < high:
            middle = (low + high) // 2
            order = compare(self.items[middle].text, text)
            if order == 0 and self.items[middle].kind == kind:
                return
            if order <= 0:
                low = middle + 1
            else:
                high = middle
        assert low >= 0
        self.items.insert(low, item)

    def fits(self, text):
        if self.fold:
            return starts_with(ascii_lower(text), ascii_lower(self.prefix))
        return starts_with(text, self.prefix)


def items_at(ctx, frame, code, cursor):
    """Items for a byte offset of code, sorted."""
    place = Place(code, cursor)
    found = ItemList(cut(code, place.start, cursor), place.start, cursor)
    if place.state == IN_COMMENT:
        return found.items
    if place.state != IN_CODE and place.quote > 0 and code[place.quote - 1] == '[':
        found = ItemList(cut(code, place.quote + 1, cursor), place.quote + 1, cursor)
        _add_keys(ctx, frame, receiver_before(code, place.quote - 1), found, '')
    elif place.follows('->'):
        end = place.start - 3 if place.follows('?->') else place.start - 2
        w_value = program.value_or_none(ctx, frame, receiver_before(code, end))
        if w_value is None:
            _add_members_of_class(receivers.class_of(ctx, frame, code, end), frame, found)
        _add_members(frame, w_value, found)
    elif place.follows('$'):
        _add_variables(ctx, frame, code, place, found)
    elif place.state == IN_CODE:
        _add_names(ctx, frame, code, place, found)
    return found.items


class Place(object):
    """Where the cursor is: the start of the word round it, whether in a string (and where its quote is) or a comment."""
    _attrs_ = ('code', 'start', 'state', 'quote')

    def __init__(self, code, cursor):
        self.code = code
        start = cursor
        while start > 0 and is_word_char(code[start - 1]):
            start -= 1
        self.start = start
        self.state = IN_CODE
        self.quote = -1
        self._scan(cursor)

    def follows(self, text):
        """True when text stands just before the word."""
        position = self.start - len(text)
        return position >= 0 and matches_at(self.code, position, text)

    def _scan(self, cursor):
        code = self.code
        i = 0
        while i < cursor:
            c = code[i]
            if self.state == IN_CODE:
                if c == "'" or c == '"':
                    self.state = IN_SINGLE if c == "'" else IN_DOUBLE
                    self.quote = i
                elif c == '#' or matches_at(code, i, '//'):
                    i = _end_of(code, '\n', i)
                elif matches_at(code, i, '/*'):
                    i = _end_of(code, '*/', i + 2)
            elif c == '\\':
                i += 1
            elif c == code[self.quote]:
                self.state = IN_CODE
                self.quote = -1
            i += 1
        if i > cursor and self.state == IN_CODE:
            self.state = IN_COMMENT


def _end_of(code, mark, start):
    """The position of the last byte of mark, or far behind the end of code."""
    assert start >= 0
    found = code.find(mark, start)
    if found < 0:
        return len(code) + 1
    return found + len(mark) - 1


def is_word_char(c):
    return is_alnum(c) or c == '_' or c == '\\' or c >= '\x80'


def receiver_before(code, end):
    """The text of the variable with its steps that ends at `end`, as a full name; '' when something else stands there."""
    start = end
    while start > 0:
        c = code[start - 1]
        if c == ']':
            start = _opening_bracket(code, start - 1)
            if start < 0:
                return ''
        elif is_word_char(c):
            start -= 1
        elif c == '$':
            start -= 1
            if start < 2 or not matches_at(code, start - 2, '::'):
                break
        elif c == '>' and start > 1 and code[start - 2] == '-':
            start -= 2
        elif c == '?' and matches_at(code, start, '->'):
            start -= 1
        elif c == ':' and start > 1 and code[start - 2] == ':':
            start -= 2
        else:
            break
    text = ''
    for i in range(start, end):
        if code[i] != '?':
            text += code[i]
    return text


def _opening_bracket(code, close):
    """The position of the [ that belongs to the ] at close, -1 when there is none."""
    depth = 0
    i = close
    while i >= 0:
        if code[i] == ']':
            depth += 1
        elif code[i] == '[':
            depth -= 1
            if depth == 0:
                return i
        i -= 1
    return -1


# -- sources of items -------------------------------------------------------------------------------------------------------

def _add_variables(ctx, frame, code, place, found):
    end = place.start - 3
    if end >= 0 and matches_at(code, end, '::'):
        _add_static_properties(class_before(ctx, frame, code, end), frame, found, '')
        return
    for name in program.local_names(frame):
        w_value = program.variable(ctx, frame, name)
        if w_value is not None:
            found.add(name, 'variable', convert.debug_type(w_value), '')
    for name in program.SUPERGLOBALS:
        found.add(name, 'variable', 'array', '')


def _add_members(frame, w_value, found):
    if not isinstance(w_value, W_Object):
        return
    cls = w_value.get_class()
    for entry in w_value.property_list():
        if entry.visibility == 0 or is_visible(entry.visibility, cls, frame.scope()):
            found.add(entry.name, 'property', convert.debug_type(entry.w_value), '')
    found.fold = True
    _add_methods(cls, frame, found)


def _add_members_of_class(cls, frame, found):
    if cls is None:
        return
    for info in cls.property_list:
        if info.visibility == 0 or is_visible(info.visibility, cls, frame.scope()):
            found.add(info.name, 'property', info.type.text if info.type is not None else '', '')
    found.fold = True
    _add_methods(cls, frame, found)


def _add_argument_names(ctx, frame, code, place, found):
    """The names of the parameters of the call that the cursor is in."""
    opening = receivers.call_round(code, place.start)
    if opening < 0:
        return
    function = receivers.function_called(ctx, frame, code, opening)
    if function is None:
        return
    signature = signatures.of_function(function)
    for name in calls.param_names(function)[0]:
        if name != '':
            found.add(name + ':', 'argument', '', signature)


def _add_methods(cls, frame, found):
    for name in cls.method_names:
        method = cls.find_method(ascii_lower(name))
        if method is not None:
            found.add(method.name, 'method', '', signatures.of_function(method))


def _add_static_properties(cls, frame, found, sign):
    if cls is None:
        return
    for member in static_members(cls):
        if is_visible(member.visibility, cls, frame.scope()):
            type = '' if member.w_value is None else convert.debug_type(member.w_value)
            found.add(sign + member.name, 'property', type, '')


def _add_class_members(cls, frame, found):
    if cls is None:
        return
    for name in cls.constant_names:
        found.add(name, 'constant', '', '')
    found.add('class', 'keyword', '', '')
    if found.prefix == '':
        _add_static_properties(cls, frame, found, '$')
    found.fold = True
    _add_methods(cls, frame, found)


def _add_keys(ctx, frame, receiver, found, quote):
    w_value = program.value_or_none(ctx, frame, receiver)
    if not isinstance(w_value, W_Array):
        return
    count = 0
    pos = w_value.next_pos(0)
    while pos >= 0 and count < MAX_KEYS:
        if not w_value.is_int_key_at(pos):
            found.add(quoted_key(w_value.str_key_at(pos), quote), 'key', '', '')
        elif quote:
            found.add('%d' % w_value.int_key_at(pos), 'key', '', '')
        count += 1
        pos = w_value.next_pos(pos + 1)


def quoted_key(key, quote):
    if quote == '':
        return key
    return quote + replace(replace(key, '\\', '\\\\'), quote, '\\' + quote) + quote


def _add_names(ctx, frame, code, place, found):
    if place.follows('::'):
        _add_class_members(class_before(ctx, frame, code, place.start - 2), frame, found)
        return
    if place.follows('['):
        _add_keys(ctx, frame, receiver_before(code, place.start - 1), found, "'")
    _add_argument_names(ctx, frame, code, place, found)
    found.fold = True
    _add_classes(ctx, found)
    if word_before(code, place.start) in CLASS_WORDS:
        return
    for name in ctx.symbols.functions:
        function = ctx.symbols.functions[name].func
        if function is not None and found.fits(function.name):
            found.add(function.name, 'function', '', signatures.of_function(function))
    for name in ctx.symbols.constants:
        w_value = ctx.symbols.constants[name].w_value
        if w_value is not None and found.fits(name):
            found.add(name, 'constant', convert.debug_type(w_value), '')
    for word in KEYWORDS:
        found.add(word, 'keyword', '', '')


def _add_classes(ctx, found):
    for name in ctx.symbols.classes:
        cls = ctx.symbols.classes[name].cls
        if cls is not None:
            found.add(cls.name, 'class', '', '')


def declared(ctx):
    """Items for the functions, classes and constants that PHP code has declared, sorted."""
    found = ItemList('', 0, 0)
    for name in ctx.symbols.functions:
        function = ctx.symbols.functions[name].func
        if isinstance(function, UserFunction):
            found.add(function.name, 'function', '', signatures.of_function(function))
    for name in ctx.symbols.classes:
        cls = ctx.symbols.classes[name].cls
        if cls is not None and not cls.is_internal and cls.name.find('\0') < 0:
            found.add(cls.name, 'class', '', documentation.class_head(cls))
    for name in program.user_constants(ctx):
        w_value = program.constant(ctx, name)
        if w_value is not None:
            found.add(name, 'constant', convert.debug_type(w_value), '')
    return found.items


def word_before(code, end):
    """The word that stands before `end`, blanks and ( between them skipped, in small letters."""
    assert end >= 0
    while end > 0 and (code[end - 1] == ' ' or code[end - 1] == '('):
        end -= 1
    start = end
    while start > 0 and is_word_char(code[start - 1]):
        start -= 1
    return ascii_lower(cut(code, start, end))


def class_before(ctx, frame, code, end):
    """The class that the text before :: means: a name, self, static, parent, or a variable's class; or None."""
    receiver = receiver_before(code, end)
    if starts_with(receiver, '$'):
        w_value = program.value_or_none(ctx, frame, receiver)
        return w_value.get_class() if isinstance(w_value, W_Object) else None
    return program.class_named(ctx, frame, receiver)
