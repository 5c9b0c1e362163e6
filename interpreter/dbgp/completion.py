"""What may stand at the cursor: variables, members of live values, array keys, functions, classes, constants, keywords.

Nothing is run to find out: a receiver such as $a['k']->p is followed as a full name (names.py), calls are not.
"""
from __future__ import absolute_import

from hippy.interpreter.dbgp import documentation, program, promises, receivers, short_names, signatures
from hippy.interpreter.dbgp.cursor import IN_CODE, IN_COMMENT, Place, is_word_char
from hippy.interpreter.dbgp.packet import Element
from hippy.interpreter.dbgp.properties import static_members
from hippy.interpreter.objects import convert
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.classes import is_visible
from hippy.interpreter.objects.functions import UserFunction
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.rlib.strings import ascii_lower, compare, cut, matches_at, replace, starts_with, strip_left
from hippy.interpreter.syntax import ast
from hippy.interpreter.syntax.tokens import KEYWORDS
from hippy.interpreter.vm import calls

CLASS_WORDS = ['new', 'instanceof', 'extends', 'implements', 'use', 'catch']
DECLARING_WORDS = ['class', 'interface', 'trait', 'enum', 'function', 'const', 'as']
SHORTEST_LIKENESS = 2       # a prefix from which on names that are like it are proposed, where none begins so
ATTRIBUTES = ['Attribute', 'AllowDynamicProperties', 'ReturnTypeWillChange', 'SensitiveParameter']      # those of PHP itself
USE_WORDS = ['', 'function ', 'const ']     # by ast.USE_ kind
MAX_KEYS = 200


class Item(object):
    """`text` may replace the bytes start..end of the code. kind: variable, property, method, constant, function, class, key, keyword,
    argument (of the call that the cursor is in), namespace; of declared() use and declare too."""
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
    """The items whose text, or last part behind a backslash, begins with a prefix, sorted. fold: capital letters count as small ones.
    loose: the letters of the prefix need only stand in the text in their order."""
    _attrs_ = ('items', 'prefix', 'lower', 'fold', 'loose', 'start', 'end')

    def __init__(self, prefix, start, end):
        self.items = []
        self.prefix = prefix
        self.lower = ascii_lower(prefix)
        self.fold = False
        self.loose = False
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
        prefix = self.prefix
        if starts_with(text, '\\') and not starts_with(prefix, '\\'):
            text = text[1:]
        if self.loose:
            return is_like(ascii_lower(text), self.lower)
        if self.fold:
            text = ascii_lower(text)
            prefix = self.lower
        if starts_with(text, prefix):
            return True
        last = text.rfind('\\') + 1
        return last > 0 and prefix.find('\\') < 0 and matches_at(text, last, prefix)


def is_like(text, letters):
    """True when the letters stand in the text in their order, the first of them where a part of the text begins."""
    for i in range(len(text)):
        if text[i] == letters[0] and (i == 0 or text[i - 1] == '_' or text[i - 1] == '\\' or text[i - 1] == '$'):
            position = i
            found = 0
            while position < len(text) and found < len(letters):
                if text[position] == letters[found]:
                    found += 1
                position += 1
            if found == len(letters):
                return True
    return False


def items_at(ctx, frame, code, cursor):
    """Items for a byte offset of code, sorted; where nothing begins with the word there, what is like it."""
    place = Place(code, cursor)
    if place.state == IN_COMMENT:
        return []
    found = _items_of(ctx, frame, place, False)
    if len(found.items) == 0 and len(found.prefix) >= SHORTEST_LIKENESS:
        found = _items_of(ctx, frame, place, True)
    return found.items


def _items_of(ctx, frame, place, loose):
    code = place.code
    found = ItemList(cut(code, place.start, place.cursor), place.start, place.cursor)
    found.loose = loose
    if place.state != IN_CODE and place.quote > 0 and code[place.quote - 1] == '[':
        found = ItemList(cut(code, place.quote + 1, place.cursor), place.quote + 1, place.cursor)
        found.loose = loose
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
    return found


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
    _add_promised(cls, found)
    found.fold = True
    _add_methods(cls, frame, found)


def _add_members_of_class(cls, frame, found):
    if cls is None:
        return
    for info in cls.property_list:
        if info.visibility == 0 or is_visible(info.visibility, cls, frame.scope()):
            found.add(info.name, 'property', info.type.text if info.type is not None else '', '')
    _add_promised(cls, found)
    found.fold = True
    _add_methods(cls, frame, found)


def _add_promised(cls, found):
    """What doc comments tell of, and magic methods answer for."""
    for promise in promises.promises_of(cls):
        found.add(promise.name, promise.kind, promise.type, promise.signature)


def _add_argument_names(ctx, frame, code, place, found):
    """The names of the parameters of the call that the cursor is in."""
    call = place.innermost()
    if not place.opens_call(call):
        return
    assert call >= 0
    function = receivers.function_called(ctx, frame, code, place.openings[call], place.opens_attribute(call - 1))
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
    if place.opens_attribute(place.innermost()):
        found.fold = True
        _add_attributes(ctx, found)
        return
    if _add_imported(ctx, place, found):
        return
    word = word_before(code, place.start)
    if word in DECLARING_WORDS:
        return
    _add_argument_names(ctx, frame, code, place, found)
    found.fold = True
    _add_classes(ctx, found)
    if word in CLASS_WORDS:
        return
    _add_functions(ctx, found)
    _add_constants(ctx, found)
    for keyword in KEYWORDS:
        found.add(keyword, 'keyword', '', '')


def _add_imported(ctx, place, found):
    """What may stand in `use` and `namespace` statements, as full names; False elsewhere."""
    words = strip_left(ascii_lower(cut(place.code, place.statement, place.start)))
    if len(place.openings) > 0 or not (starts_with(words, 'use ') or starts_with(words, 'namespace ')):
        return False
    found.fold = True
    if words.find(' as ') >= 0:
        return True
    if starts_with(words, 'use function '):
        for name in ctx.symbols.functions:
            function = ctx.symbols.functions[name].func
            if function is not None and found.fits(function.name):
                found.add(function.name, 'function', '', signatures.of_function(function))
        return True
    if starts_with(words, 'use const '):
        for name in ctx.symbols.constants:
            w_value = ctx.symbols.constants[name].w_value
            if w_value is not None:
                found.add(name, 'constant', convert.debug_type(w_value), '')
        return True
    for name in ctx.symbols.classes:
        cls = ctx.symbols.classes[name].cls
        if cls is not None and cls.name.find('\0') < 0:
            if starts_with(words, 'use '):
                found.add(cls.name, 'class', '', '')
            _add_namespaces(cls.name, found)
    for name in ctx.symbols.functions:
        function = ctx.symbols.functions[name].func
        if function is not None:
            _add_namespaces(function.name, found)
    if words == 'use ':
        found.add('function', 'keyword', '', '')
        found.add('const', 'keyword', '', '')
    return True


def _add_namespaces(name, found):
    position = name.rfind('\\')
    while position > 0:
        name = cut(name, 0, position)
        found.add(name, 'namespace', '', '')
        position = name.rfind('\\')


def _add_attributes(ctx, found):
    names = short_names.in_force(ctx)
    for name in ctx.symbols.classes:
        cls = ctx.symbols.classes[name].cls
        if cls is not None and _is_attribute(cls):
            for text in short_names.spellings(names, ast.USE_CLASS, cls.name, found.prefix):
                found.add(text, 'class', '', '')


def _is_attribute(cls):
    if cls.is_internal:
        return cls.name in ATTRIBUTES
    return cls.declaration is not None and cls.declaration.is_attribute


def _add_classes(ctx, found):
    names = short_names.in_force(ctx)
    for name in ctx.symbols.classes:
        cls = ctx.symbols.classes[name].cls
        if cls is not None and cls.name.find('\0') < 0:
            for text in short_names.spellings(names, ast.USE_CLASS, cls.name, found.prefix):
                found.add(text, 'class', '', '')


def _add_functions(ctx, found):
    names = short_names.in_force(ctx)
    for name in ctx.symbols.functions:
        function = ctx.symbols.functions[name].func
        if function is not None:
            for text in short_names.spellings(names, ast.USE_FUNCTION, function.name, found.prefix):
                if found.fits(text):
                    found.add(text, 'function', '', signatures.of_function(function))


def _add_constants(ctx, found):
    names = short_names.in_force(ctx)
    for name in ctx.symbols.constants:
        w_value = ctx.symbols.constants[name].w_value
        if w_value is not None:
            for text in short_names.spellings(names, ast.USE_CONST, name, found.prefix):
                if found.fits(text):
                    found.add(text, 'constant', convert.debug_type(w_value), '')


def declared(ctx):
    """Items for the functions, classes and constants that PHP code has declared, and for what is in force at the prompt, sorted."""
    found = ItemList('', 0, 0)
    _add_names_in_force(ctx, found)
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


def _add_names_in_force(ctx, found):
    """As PHP writes them behind the words namespace, use and declare."""
    names = short_names.in_force(ctx)
    if names.strict_types:
        found.add('(strict_types=1)', 'declare', '', '')
    if names.namespace != '':
        found.add(names.namespace, 'namespace', '', '')
    for made in names.imports:
        text = USE_WORDS[made.kind] + made.full
        if ascii_lower(made.alias) != ascii_lower(cut(made.full, made.full.rfind('\\') + 1, len(made.full))):
            text += ' as ' + made.alias
        found.add(text, 'use', '', '')


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
    return short_names.class_meant(ctx, frame, receiver)
