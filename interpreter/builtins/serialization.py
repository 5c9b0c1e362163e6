"""serialize() and unserialize()."""
from __future__ import absolute_import

from hippy.interpreter.builtins.arguments import callable_problem
from hippy.interpreter.builtins.dumping import unmangled
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.classes import INIT_REFUSED, INIT_RESERVED, INIT_UNIQUE, PRIVATE
from hippy.interpreter.objects.convert import mangled_name, to_bool, to_str, type_name
from hippy.interpreter.objects.enums import NAME_SLOT
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.numbers import float_text, parse_decimal, parse_int_digits, skip_digits, skip_exponent, skip_fraction
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Bool, W_Counted, W_Float, W_Int, W_Null, disown, new_bool, own, w_false, w_null
from hippy.interpreter.rlib.arithmetic import INFINITY, MAXINT, MININT, NAN
from hippy.interpreter.rlib.strings import StringBuilder, ascii_lower, hex_value, is_digit, matches_at, up_to_nul
from hippy.interpreter.vm import enums, objects, settings, types

INCOMPLETE = '__PHP_Incomplete_Class'
INCOMPLETE_NAME = '__PHP_Incomplete_Class_Name'


class Nesting(object):
    """The running serialize() and unserialize(). A method of Serializable that calls them again continues the numbering of values.

    locked: calls of the other magic methods that are running; what these serialize stands alone.
    """
    _attrs_ = ('serializer', 'unserializer', 'locked')

    def __init__(self):
        self.serializer = None
        self.unserializer = None
        self.locked = 0

    def call(self, ctx, w_object, name, args_w):
        """The result of a magic method."""
        self.locked += 1
        try:
            return ctx.call_method(w_object, name, args_w)
        finally:
            self.locked -= 1


NESTING = Nesting()


# -- serialize ------------------------------------------------------------------------------------------------------------

class Serializer(object):
    """Collects the text. `seen` has for objects and references the number of the value where each stood first."""
    _attrs_ = ('ctx', 'builder', 'count', 'seen', 'precision')

    def __init__(self, ctx):
        self.ctx = ctx
        self.builder = StringBuilder(64)
        self.count = 0
        self.seen = {}
        self.precision = ctx.serialize_precision()

    def text_of(self, w):
        """A value's text; the one that is being built waits."""
        outer = self.builder
        self.builder = StringBuilder(64)
        try:
            self.value(w)
            return self.builder.build()
        finally:
            self.builder = outer

    def number_of(self, w):
        return self.seen.get(w, 0)

    def note(self, w):
        self.seen[w] = self.count

    def value(self, w_raw):
        w = deref(w_raw)
        self.count += 1
        if isinstance(w_raw, W_Ref) and w_raw.rc > 1 and not isinstance(w, W_Object):
            number = self.number_of(w_raw)
            if number > 0:
                self.count -= 1         # a repeated reference is no new value
                self.builder.append('R:%d;' % number)
                return
            self.note(w_raw)
        if isinstance(w, W_Object):
            number = self.number_of(w)
            if number > 0:
                if isinstance(w_raw, W_Ref) and w_raw.rc > 1:
                    self.count -= 1
                    self.builder.append('R:%d;' % number)
                else:
                    self.builder.append('r:%d;' % number)
                return
            self.note(w)
            self.object(w)
        elif isinstance(w, W_Array):
            self.builder.append('a:%d:{' % w.count())
            self.elements(w)
            self.builder.append('}')
        else:
            self.scalar(w)

    def scalar(self, w):
        if isinstance(w, W_Int):
            self.builder.append('i:%d;' % w.intval)
        elif isinstance(w, W_Str):
            self.string(w.as_str())
        elif isinstance(w, W_Float):
            self.builder.append('d:' + float_text(w.floatval, self.precision) + ';')
        elif isinstance(w, W_Bool):
            self.builder.append('b:1;' if w.boolval else 'b:0;')
        elif isinstance(w, W_Null):
            self.builder.append('N;')
        else:
            self.builder.append('i:0;')     # resources

    def string(self, s):
        self.builder.append('s:%d:"' % len(s))
        self.builder.append(s)
        self.builder.append('";')

    def elements(self, w_array):
        pos = w_array.next_pos(0)
        while pos >= 0:
            if w_array.is_int_key_at(pos):
                self.builder.append('i:%d;' % w_array.int_key_at(pos))
            else:
                self.string(w_array.str_key_at(pos))
            self.value(w_array.value_at(pos))
            pos = w_array.next_pos(pos + 1)

    def head(self, kind, w_object):
        name = class_name(w_object)
        self.builder.append('%s:%d:"%s":' % (kind, len(name), name))

    def object(self, w_object):
        cls = w_object.get_class()
        if cls.init_native in (INIT_UNIQUE, INIT_REFUSED, INIT_RESERVED) or cls.name.find('\0') >= 0:
            raise self.ctx.error('Exception', "Serialization of '%s' is not allowed" % up_to_nul(cls.name))
        if cls.enum is not None:
            w_name = w_object.get_slot(NAME_SLOT)
            assert isinstance(w_name, W_Str)
            self.builder.append('E:%d:"%s:%s";' % (len(cls.name) + 1 + w_name.length(), cls.name, w_name.as_str()))
            return
        if cls.find_method('__serialize') is not None:
            w_data = NESTING.call(self.ctx, w_object, '__serialize', [])
            if not isinstance(w_data, W_Array):
                raise self.ctx.error('TypeError', '%s::__serialize() must return an array' % cls.name)
            self.head('O', w_object)
            self.builder.append('%d:{' % w_data.count())
            self.elements(w_data)
            self.builder.append('}')
        elif self.is_serializable(cls):
            self.custom(w_object)
        elif cls.find_method('__sleep') is not None:
            self.asleep(w_object)
        else:
            self.all_properties(w_object)

    def is_serializable(self, cls):
        interface = self.ctx.find_class('serializable')
        return interface is not None and cls.is_subclass_of(interface)

    def custom(self, w_object):
        """The Serializable interface."""
        w_text = self.ctx.call_method(w_object, 'serialize', [])
        if isinstance(w_text, W_Null):
            self.builder.append('N;')
            return
        if not isinstance(w_text, W_Str):
            raise self.ctx.error('Exception', '%s::serialize() must return a string or NULL' % w_object.get_class().name)
        text = w_text.as_str()
        self.head('C', w_object)
        self.builder.append('%d:{' % len(text))
        self.builder.append(text)
        self.builder.append('}')

    def all_properties(self, w_object):
        entries = []
        is_incomplete = w_object.get_class().name == INCOMPLETE
        for entry in w_object.property_list():
            if not is_incomplete or entry.name != INCOMPLETE_NAME:
                entries.append(entry)
        self.head('O', w_object)
        self.builder.append('%d:{' % len(entries))
        for entry in entries:
            self.string(mangled_name(entry))
            self.value(entry.w_value)
        self.builder.append('}')

    def asleep(self, w_object):
        """Only the properties that __sleep names."""
        ctx = self.ctx
        w_names = NESTING.call(ctx, w_object, '__sleep', [])
        if not isinstance(w_names, W_Array):
            ctx.warning('serialize(): %s::__sleep() should return an array only containing the names of '
                        'instance-variables to serialize' % w_object.get_class().name)
            self.builder.append('N;')
            return
        entries = w_object.property_list()
        chosen = []
        pos = w_names.next_pos(0)
        while pos >= 0:
            name = to_str(ctx, deref(w_names.value_at(pos)))
            entry = entry_named(entries, w_object.get_class(), name)
            if entry is None:
                if not is_typed_property(w_object.get_class(), name):       # it has no value yet
                    ctx.warning('serialize(): "%s" returned as member variable from __sleep() but does not exist' % up_to_nul(name))
            elif is_chosen(chosen, entry):
                ctx.notice('serialize(): "%s" is returned from __sleep() multiple times' % up_to_nul(name))
            else:
                chosen.append(entry)
            pos = w_names.next_pos(pos + 1)
        self.head('O', w_object)
        self.builder.append('%d:{' % len(chosen))
        for entry in chosen:
            self.string(mangled_name(entry))
            self.value(entry.w_value)
        self.builder.append('}')


def class_name(w_object):
    """The name of an object's class; the wanted one when the class was unknown."""
    name = w_object.get_class().name
    if name == INCOMPLETE:
        for entry in w_object.property_list():
            w = deref(entry.w_value)
            if entry.name == INCOMPLETE_NAME and isinstance(w, W_Str):
                return w.as_str()
    return name


def is_chosen(chosen, entry):
    for other in chosen:
        if other.slot == entry.slot:
            return True
    return False


def is_typed_property(cls, name):
    for info in cls.property_list:
        if info.name == name and info.type is not None and (info.visibility != PRIVATE or info.cls is cls):
            return True
    return False


def entry_named(entries, cls, name):
    """The property that a name from __sleep means: plain, or mangled for a private one of a parent."""
    for entry in entries:
        if entry.name == name and (entry.visibility != 2 or entry.class_name == cls.name):
            return entry
    for entry in entries:
        if mangled_name(entry) == name:
            return entry
    return None


@builtin('serialize(mixed $value): string')
def serialize(ctx, w_value):
    if NESTING.locked > 0:
        return Serializer(ctx).text_of(w_value)
    if NESTING.serializer is not None:
        return NESTING.serializer.text_of(w_value)
    serializer = Serializer(ctx)
    NESTING.serializer = serializer
    try:
        return serializer.text_of(w_value)
    finally:
        NESTING.serializer = None


def serialized_parts(ctx, values_w):
    """The texts of borrowed values, numbered as values of the serialize() that is running."""
    serializer = NESTING.serializer
    if serializer is None or NESTING.locked > 0:
        serializer = Serializer(ctx)
    texts = []
    for w_value in values_w:
        texts.append(serializer.text_of(w_value))
    return texts


# -- unserialize ----------------------------------------------------------------------------------------------------------

class BadData(Exception):
    """The text is no serialized value, from here on."""


class Place(object):
    """Where an unserialized value stands, so that a later R: can make a reference of it."""
    _attrs_ = ('w_array', 'w_key', 'w_object', 'slot', 'w_value')

    def __init__(self, w_array, w_key, w_object, slot):
        self.w_array = w_array
        self.w_key = w_key
        self.w_object = w_object
        self.slot = slot
        self.w_value = w_null

    def put(self, w):
        """Takes over one ownership."""
        self.w_value = w
        if self.w_array is not None:
            self.w_array.put_key(self.w_key, w)
        elif self.w_object is not None:
            w_old = self.w_object.get_slot(self.slot)
            self.w_object.set_slot(self.slot, w)
            disown(w_old)

    def current(self):
        """The value, borrowed."""
        return deref(self.w_value)

    def reference(self):
        """The place as a W_Ref, borrowed."""
        w = self.w_value
        if isinstance(w, W_Ref):
            return w
        if self.w_array is not None:
            ref = self.w_array.ref_key(self.w_key)
        else:
            ref = W_Ref(w)
            if self.w_object is not None:
                self.w_object.set_slot(self.slot, ref)
        self.w_value = ref
        return ref


class Wakeup(object):
    """A call that waits until everything is unserialized: __wakeup, or __unserialize with its data."""
    _attrs_ = ('w_object', 'w_data')

    def __init__(self, w_object, w_data):
        self.w_object = w_object
        self.w_data = w_data


class Unserializer(object):
    """Reads one value. `at` is where reading is; it stays where BadData was noticed.

    kept: values that others took the place of; later numbers may mean something in them.
    """
    _attrs_ = ('ctx', 'data', 'at', 'places', 'kept', 'wakeups', 'any_class', 'allowed', 'depth', 'max_depth')

    def __init__(self, ctx, data):
        self.ctx = ctx
        self.data = data
        self.at = 0
        self.places = []
        self.kept = []
        self.wakeups = []
        self.any_class = True
        self.allowed = {}
        self.depth = 0
        setting = ctx.ini_get('unserialize_max_depth')
        self.max_depth = 4096 if setting is None else settings.number(setting)

    # tokens: each gives the position behind it, or BadData with `at` at its start

    def char(self, i):
        return self.data[i] if i < len(self.data) else '\0'

    def expect(self, i, text):
        if not matches_at(self.data, i, text):
            raise BadData()
        return i + len(text)

    def number_end(self, i):
        end = skip_digits(self.data, i)
        if end == i:
            raise BadData()
        return end

    def size(self, i, end):
        numeric = parse_int_digits(self.data, i, end, False)
        if not numeric.is_int():
            raise BadData()
        return numeric.intval

    # values

    def value(self, place):
        """Reads a value into its place."""
        c = self.char(self.at)
        self.check_end(c)
        if self.char(self.at + 1) != ':' and c != 'N':
            raise BadData()
        if c == 'R' or c == 'r':
            self.repeated(place, c == 'R')
            return
        self.places.append(place)
        if c == 'a':
            self.array(place)
        elif c == 'O':
            self.object(place)
        elif c == 'C':
            self.custom(place)
        elif c == 'E':
            self.enum_case(place)
        else:
            place.put(self.scalar(c))

    def check_end(self, c):
        if c == '}':
            self.ctx.notice('unserialize(): Unexpected end of serialized data')

    def scalar(self, c):
        start = self.at
        if c == 'N':
            self.at = self.expect(start, 'N;')
            return w_null
        if c == 'b':
            if self.char(start + 2) != '0' and self.char(start + 2) != '1':
                raise BadData()
            self.at = self.expect(start + 3, ';')
            return new_bool(self.char(start + 2) == '1')
        if c == 'i':
            return W_Int(self.int_token())
        if c == 'd':
            return W_Float(self.float_token())
        if c == 's':
            return new_str(self.string_token())
        if c == 'S':
            return new_str(self.escaped_token())
        raise BadData()

    def int_token(self):
        start = self.at + 2
        i = start
        if self.char(i) == '-' or self.char(i) == '+':
            i += 1
        end = self.number_end(i)
        self.at = self.expect(end, ';')
        negative = self.char(start) == '-'
        assert i >= 0
        assert end >= i
        numeric = parse_int_digits(self.data[i:end], 0, end - i, negative)
        if not numeric.is_int():
            self.ctx.warning('unserialize(): Numerical result out of range')
            return MININT if negative else MAXINT
        return numeric.intval

    def float_token(self):
        start = self.at + 2
        for name, x in [('INF;', INFINITY), ('-INF;', -INFINITY), ('NAN;', NAN)]:
            if matches_at(self.data, start, name):
                self.at = start + len(name)
                return x
        i = start
        if self.char(i) == '-' or self.char(i) == '+':
            i += 1
        if not is_digit(self.char(i)) and not (self.char(i) == '.' and is_digit(self.char(i + 1))):
            raise BadData()
        end = skip_exponent(self.data, skip_fraction(self.data, skip_digits(self.data, i)))
        self.at = self.expect(end, ';')
        return parse_decimal(self.data, start, end)

    def quoted(self, start):
        """'5:"bytes"' at start; `at` goes behind the closing quote."""
        end = self.number_end(start)
        first = self.expect(end, ':"')
        stop = first + self.size(start, end)
        self.at = stop if stop <= len(self.data) else start
        if stop > len(self.data):
            raise BadData()
        stop = self.expect(stop, '"') - 1
        self.at = stop + 1
        assert first >= 0
        assert stop >= 0
        return self.data[first:stop]

    def string_token(self):
        s = self.quoted(self.at + 2)
        self.at = self.expect(self.at, ';')
        return s

    def escaped_token(self):
        """S: a string whose bytes may be written as backslash and two hexadecimal digits."""
        start = self.at + 2
        end = self.number_end(start)
        i = self.expect(end, ':"')
        builder = StringBuilder(16)
        for _ in range(self.size(start, end)):
            if self.char(i) == '\\':
                high = hex_value(self.char(i + 1))
                low = hex_value(self.char(i + 2))
                if high < 0 or low < 0:
                    raise BadData()
                builder.append(chr(high << 4 | low))
                i += 3
            else:
                if i >= len(self.data):
                    raise BadData()
                builder.append(self.data[i])
                i += 1
        self.at = self.expect(i, '";')
        return builder.build()

    def repeated(self, place, by_reference):
        end = self.number_end(self.at + 2)
        number = self.size(self.at + 2, end)
        self.at = self.expect(end, ';')
        if number < 1 or number > len(self.places):
            raise BadData()
        found = self.places[number - 1]
        if by_reference:
            ref = found.reference()
            own(ref)
            place.put(ref)
        else:
            w = found.current()
            if not isinstance(w, W_Object):
                raise BadData()
            own(w)
            self.places.append(place)
            place.put(w)

    def key(self):
        """An array key or property name: W_Int or W_Str."""
        c = self.char(self.at)
        self.check_end(c)
        if self.char(self.at + 1) != ':':
            raise BadData()
        if c == 'i':
            return W_Int(self.int_token())
        if c == 's':
            return new_str(self.string_token())
        if c == 'S':
            return new_str(self.escaped_token())
        if c == 'a':
            self.at = self.expect(self.number_end(self.at + 2), ':{')
        raise BadData()

    def enter(self):
        self.depth += 1
        if self.max_depth > 0 and self.depth > self.max_depth:
            self.ctx.warning('unserialize(): Maximum depth of %d exceeded. The depth limit can be changed using the '
                             'max_depth unserialize() option or the unserialize_max_depth ini setting' % self.max_depth)
            raise BadData()

    def elements(self, w_array, count):
        self.enter()
        for _ in range(count):
            w_key = self.key()
            w_old = w_array.get_key(w_key)
            if w_old is not None:
                own(w_old)
                self.kept.append(w_old)
                w_array.put_key(w_key, w_null)
            self.value(Place(w_array, w_key, None, -1))
        self.depth -= 1
        self.at = self.expect(self.at, '}')

    def array(self, place):
        end = self.number_end(self.at + 2)
        count = self.size(self.at + 2, end)
        self.at = self.expect(end, ':{')
        w_array = new_array(0)
        place.put(w_array)
        if count == 0:
            self.at = self.expect(self.at, '}')
        else:
            self.elements(w_array, count)

    # objects

    def class_named(self, name):
        """The class to make an object of: None for an unknown or forbidden one."""
        if not self.any_class and ascii_lower(name) not in self.allowed:
            return None
        cls = self.ctx.load_class_or_none(name)
        callback = self.ctx.ini['unserialize_callback_func']
        if cls is None and callback != '':
            cls = self.class_by_callback(name, callback)
        return cls

    def class_by_callback(self, name, callback):
        """The class, if the function that the setting names defines it."""
        ctx = self.ctx
        w_callback = new_str(callback)
        problem = callable_problem(ctx, w_callback)
        if problem != '':
            raise ctx.error('Error', 'Invalid callback %s, %s' % (callback, problem))
        NESTING.locked += 1
        try:
            disown(ctx.call(w_callback, [new_str(name)]))
            cls = ctx.load_class_or_none(name)
        finally:
            NESTING.locked -= 1
        if cls is None:
            ctx.warning("unserialize(): Function %s() hasn't defined the class it was called for" % callback)
        return cls

    def new_object(self, name):
        cls = self.class_named(name)
        if cls is None:
            w_object = objects.instantiate(self.ctx, self.ctx.find_class(INCOMPLETE))
            w_object.map = w_object.map.with_property(INCOMPLETE_NAME)
            w_object.set_slot(0, new_str(name))
            return w_object
        if cls.init_native in (INIT_UNIQUE, INIT_REFUSED, INIT_RESERVED) or cls.name.find('\0') >= 0:
            raise self.ctx.error('Exception', "Unserialization of '%s' is not allowed" % cls.name)
        return objects.instantiate(self.ctx, cls)

    def object(self, place):
        name = self.quoted(self.at + 2)
        start = self.expect(self.at, ':')
        end = self.number_end(start)
        count = self.size(start, end)
        behind = self.expect(end, ':{')
        w_object = self.new_object(name)
        own(w_object)
        place.put(w_object)
        self.at = behind
        if w_object.get_class().find_method('__unserialize') is not None:
            w_data = new_array(0)
            self.elements(w_data, count)
            self.wakeups.append(Wakeup(w_object, w_data))
            return
        self.enter()
        for _ in range(count):
            self.property(w_object, self.key())
        self.depth -= 1
        self.at = self.expect(self.at, '}')
        if w_object.get_class().find_method('__wakeup') is not None:
            self.wakeups.append(Wakeup(w_object, None))

    def property(self, w_object, w_key):
        slot = property_slot(self.ctx, w_object, to_str(self.ctx, w_key))
        place = Place(None, None, w_object, slot)
        w_old = w_object.get_slot(slot)
        if isinstance(w_old, W_Counted):
            self.kept.append(w_old)
            w_object.set_slot(slot, w_null)
        self.value(place)
        infos = w_object.get_class().property_list
        if slot < len(infos) and infos[slot].type is not None:
            w = deref(w_object.get_slot(slot))
            own(w)
            w_checked = types.check_property(self.ctx, infos[slot], w)
            if w_checked is not w:
                place.put(w_checked)
            else:
                disown(w)

    def custom(self, place):
        """C: the Serializable interface."""
        name = self.quoted(self.at + 2)
        start = self.expect(self.at, ':')
        end = self.number_end(start)
        first = self.expect(end, ':{')
        stop = first + self.size(start, end)
        w_object = self.new_object(name)
        place.put(w_object)
        if w_object.get_class().find_method('unserialize') is None:
            self.ctx.warning('Class %s has no unserializer' % name)
            self.at = first
        else:
            if stop > len(self.data):
                raise BadData()
            assert first >= 0
            assert stop >= 0
            disown(self.ctx.call_method(w_object, 'unserialize', [new_str(self.data[first:stop])]))
            self.at = stop
        self.at = self.expect(self.at, '}')

    def enum_case(self, place):
        """E: 'Class:Case'"""
        start = self.at
        name = self.quoted(start + 2)
        behind = self.expect(self.at, ';')
        self.at = start
        colon = name.find(':')
        if colon < 0:
            self.ctx.warning("unserialize(): Invalid enum name '%s' (missing colon)" % name)
            raise BadData()
        cls = self.class_named(name[:colon])
        if cls is None:
            self.ctx.warning("unserialize(): Class '%s' not found" % name[:colon])
            raise BadData()
        if cls.enum is None:
            self.ctx.warning("unserialize(): Class '%s' is not an enum" % cls.name)
            raise BadData()
        case = name[colon + 1:]
        self.at = behind
        if cls.find_constant(case) is None:
            self.ctx.warning('unserialize(): Undefined constant %s::%s' % (cls.name, case))
            raise BadData()
        constant = enums.find_case(cls, case)
        if constant is None:
            self.ctx.warning('unserialize(): %s::%s is not an enum case' % (cls.name, case))
            raise BadData()
        place.put(enums.w_case_of(self.ctx, constant))

    def next_value(self):
        """Reads one value at `at`; borrowed from its place."""
        place = Place(None, None, None, -1)
        self.value(place)
        return place.current()

    def skip(self, text):
        """Goes over a text that has to be here."""
        self.at = self.expect(self.at, text)

    def wake_all(self):
        for wakeup in self.wakeups:
            if wakeup.w_data is None:
                disown(NESTING.call(self.ctx, wakeup.w_object, '__wakeup', []))
            else:
                disown(NESTING.call(self.ctx, wakeup.w_object, '__unserialize', [wakeup.w_data]))


def property_slot(ctx, w_object, key):
    """The slot of the property that a serialized key means, made when there is none."""
    wanted = unmangled(key)
    cls = w_object.get_class()
    infos = cls.property_list
    found = -1
    for slot in range(len(infos)):
        info = infos[slot]
        if info.name == wanted.name:
            if info.visibility != PRIVATE or info.cls is cls:
                if found < 0 or wanted.visibility != 2 or wanted.class_name == cls.name:
                    found = slot
            elif wanted.visibility == 2 and wanted.class_name == info.cls.name:
                return slot
    if found >= 0:
        return found
    slot = w_object.map.index.get(key, -1)
    if slot < 0:
        if cls.name != INCOMPLETE and not ctx.allows_dynamic_properties(cls):
            ctx.deprecated('Creation of dynamic property %s::$%s is deprecated' % (cls.name, wanted.name))
        slot = w_object.map.size()
        w_object.map = w_object.map.with_property(key)
    return slot


def apply_max_depth(ctx, reader, w_options):
    w = deref(w_options.get_str('max_depth'))
    if w is None:
        return
    if not isinstance(w, W_Int):
        raise ctx.error('TypeError', 'unserialize(): Option "max_depth" must be of type int, %s given' % type_name(w))
    if w.intval < 0:
        raise ctx.error('ValueError', 'unserialize(): Option "max_depth" must be greater than or equal to 0')
    reader.max_depth = w.intval
    reader.depth = 0


def apply_options(ctx, reader, w_options):
    w_allowed = deref(w_options.get_str('allowed_classes'))
    if w_allowed is None:
        return
    if isinstance(w_allowed, W_Bool):
        reader.any_class = to_bool(ctx, w_allowed)
    elif isinstance(w_allowed, W_Array):
        reader.any_class = False
        pos = w_allowed.next_pos(0)
        while pos >= 0:
            reader.allowed[ascii_lower(to_str(ctx, deref(w_allowed.value_at(pos))))] = True
            pos = w_allowed.next_pos(pos + 1)
    else:
        raise ctx.error('TypeError', (
            'unserialize(): Option "allowed_classes" must be of type array|bool, %s given' % type_name(w_allowed)))


@builtin('unserialize(string $data, array $options = []): mixed')
def unserialize(ctx, data, w_options):
    reader = Unserializer(ctx, data)
    apply_options(ctx, reader, w_options)
    outer = NESTING.unserializer if NESTING.locked == 0 else None
    if outer is not None:
        reader.places = outer.places
        reader.kept = outer.kept
        reader.wakeups = outer.wakeups
        reader.depth = outer.depth
        reader.max_depth = outer.max_depth
    apply_max_depth(ctx, reader, w_options)
    if outer is not None or NESTING.locked > 0:
        w = whole(ctx, reader)
    else:
        NESTING.unserializer = reader
        try:
            w = whole(ctx, reader)
        finally:
            NESTING.unserializer = None
    if outer is None:
        reader.wake_all()
        for w_kept in reader.kept:
            disown(w_kept)
    return w


def joined_reader(ctx, data):
    """The reader of the text that a class's unserialize() gets: it goes on with the numbers of the unserialize() that is running."""
    reader = Unserializer(ctx, data)
    outer = NESTING.unserializer if NESTING.locked == 0 else None
    if outer is not None:
        reader.places = outer.places
        reader.kept = outer.kept
        reader.wakeups = outer.wakeups
        reader.depth = outer.depth
        reader.max_depth = outer.max_depth
    return reader


def whole(ctx, reader):
    """The one value of a text, or false with a notice."""
    root = Place(None, None, None, -1)
    try:
        reader.value(root)
    except BadData:
        if reader.data != '':
            ctx.notice('unserialize(): Error at offset %d of %d bytes' % (reader.at, len(reader.data)))
        return w_false
    w = root.current()
    if isinstance(root.w_value, W_Ref):
        own(w)
    return w
