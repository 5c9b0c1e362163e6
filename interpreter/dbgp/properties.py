"""Values as <property> elements, and the values that full names mean.

DBGp 7.11 and 7.13; the types, facets and order of children are those that Xdebug's clients know.
"""
from __future__ import absolute_import

from hippy.interpreter.builtins.dumping import shown_elements
from hippy.interpreter.dbgp import closure_view, names
from hippy.interpreter.dbgp.packet import Element, encode_base64, fits_xml
from hippy.interpreter.objects import numbers
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.classes import PRIVATE, PUBLIC, slot_info
from hippy.interpreter.objects.closures import W_Closure
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.natives import W_Native
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.resources import W_Resource
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Bool, W_Float, W_Int, w_null
from hippy.interpreter.rlib.strings import cut, equal_icase, up_to_nul

FACETS = ['public', 'protected', 'private']


class Limits(object):
    """How much of a value is told: feature_set changes them, options of a command stand in for one reply."""
    _attrs_ = ('max_children', 'max_data', 'max_depth', 'extended', 'exact_floats')

    def __init__(self):
        self.max_children = 32
        self.max_data = 1024            # bytes of a string, 0 for all
        self.max_depth = 1
        self.extended = False           # names that do not fit XML travel in base64 (DBGp 7.11.1)
        self.exact_floats = False       # as var_dump prints them, not as echo does

    def copy(self):
        limits = Limits()
        limits.max_children = self.max_children
        limits.max_data = self.max_data
        limits.max_depth = self.max_depth
        limits.extended = self.extended
        limits.exact_floats = self.exact_floats
        return limits


class Member(object):
    """A property of an object or class as it is shown. owner: the class, when it is private to another than the object's."""
    _attrs_ = ('name', 'owner', 'visibility', 'is_static', 'is_readonly', 'w_value')

    def __init__(self, name, owner, visibility, is_static, is_readonly, w_value):
        self.name = name
        self.owner = owner
        self.visibility = visibility
        self.is_static = is_static
        self.is_readonly = is_readonly
        self.w_value = w_value          # dereferenced; None while uninitialized

    def shown_name(self):
        if self.owner:
            return '*%s*%s' % (self.owner, self.name)
        return self.name


class Exporter(object):
    """Makes elements. page: which page of the first level's children; path: the arrays and objects round the current value."""
    _attrs_ = ('ctx', 'limits', 'page', 'path')

    def __init__(self, ctx, limits, page):
        self.ctx = ctx
        self.limits = limits
        self.page = page
        self.path = []

    def value(self, w_value):
        """A value without a name: the result of an evaluation."""
        element = Element('property')
        self._fill(element, deref(w_value), '', 0, self._needs_extension('', '', w_value))
        return element

    def named(self, name, full_name, w_value):
        """w_value None: a variable that has no value."""
        element = Element('property')
        w_value = deref(w_value)
        extended = self._needs_extension(name, full_name, w_value)
        set_name(element, 'name', name, extended)
        set_name(element, 'fullname', full_name, extended)
        self._fill(element, w_value, full_name, 0, extended)
        return element

    def statics(self, cls):
        """The container `::` of a class's static properties."""
        element = Element('property')
        set_name(element, 'name', '::', False)
        set_name(element, 'fullname', '::', False)
        element.set('type', 'object')
        set_name(element, 'classname', cls.name, self.limits.extended and not fits_xml(cls.name))
        members = static_members(cls)
        element.set_flag('children', len(members) > 0)
        element.set_number('numchildren', len(members))
        for member in members:
            name = '::' + member.shown_name()
            child = self.named(name, name, member.w_value)
            child.add_word('facet', 'static')
            child.add_word('facet', FACETS[member.visibility])
            element.add(child)
        return element

    def _needs_extension(self, name, full_name, w_value):
        if not self.limits.extended:
            return False
        if not fits_xml(name) or not fits_xml(full_name):
            return True
        if isinstance(w_value, W_Object):
            return not fits_xml(w_value.get_class().name)
        if isinstance(w_value, W_Str):
            return _has_control(w_value.as_str())
        return False

    def _fill(self, element, w_value, full_name, level, extended):
        if w_value is None:
            element.set('type', 'uninitialized')
        elif isinstance(w_value, W_Bool):
            element.set('type', 'bool')
            _set_text(element, '1' if w_value.boolval else '0', extended)
        elif isinstance(w_value, W_Int):
            element.set('type', 'int')
            _set_text(element, numbers.int_text(w_value.intval), extended)
        elif isinstance(w_value, W_Float):
            element.set('type', 'float')
            _set_text(element, self.float_text(w_value), extended)
        elif isinstance(w_value, W_Str):
            self._fill_string(element, w_value.as_str(), extended)
        elif isinstance(w_value, W_Array):
            self._fill_array(element, w_value, full_name, level)
        elif isinstance(w_value, W_Object):
            self._fill_object(element, w_value, full_name, level, extended)
        elif isinstance(w_value, W_Resource):
            element.set('type', 'resource')
            _set_text(element, "resource id='%d' type='%s'" % (w_value.number, w_value.kind), extended)
        else:
            element.set('type', 'null')

    def float_text(self, w_float):
        if self.limits.exact_floats:
            return numbers.float_repr(w_float.floatval)
        return numbers.float_text(w_float.floatval, self.ctx.precision())

    def _fill_string(self, element, text, extended):
        element.set('type', 'string')
        element.set_number('size', len(text))
        text = self.clipped(text)
        if extended:
            _add_encoded(element, 'value', text)
        else:
            element.set_base64(text)

    def clipped(self, text):
        """A string's first max_data bytes."""
        length = self.limits.max_data
        if length > 0 and length < len(text):
            return cut(text, 0, length)
        return text

    def _enter(self, element, w_value, level, count):
        """Writes the attributes of something with children; True when its children are to follow."""
        element.set_flag('children', count > 0)
        for w_outer in self.path:
            if w_outer is w_value:
                element.set('recursive', '1')
                if isinstance(w_value, W_Object):
                    element.set_number('numchildren', count)
                return False
        element.set_number('numchildren', count)
        if level >= self.limits.max_depth:
            return False
        element.set_number('page', self.page if level == 0 else 0)
        element.set_number('pagesize', self.limits.max_children)
        return True

    def _first_child(self, level):
        if level == 0:
            return self.page * self.limits.max_children
        return 0

    def _fill_array(self, element, w_array, full_name, level):
        element.set('type', 'array')
        if not self._enter(element, w_array, level, w_array.count()):
            return
        self.path.append(w_array)
        first = self._first_child(level)
        end = first + self.limits.max_children
        index = 0
        pos = w_array.next_pos(0)
        while pos >= 0 and index < end:
            if index >= first:
                element.add(self._array_child(w_array, pos, full_name, level))
            index += 1
            pos = w_array.next_pos(pos + 1)
        self.path.pop()

    def _array_child(self, w_array, pos, full_name, level):
        is_int = w_array.is_int_key_at(pos)
        if is_int:
            key = numbers.int_text(w_array.int_key_at(pos))
        else:
            key = w_array.str_key_at(pos)
        full = names.key_name(full_name, key, is_int)
        return self._child(key, full, deref(w_array.value_at(pos)), level)

    def _child(self, name, full, w_value, level):
        child = Element('property')
        extended = self._needs_extension(name, full, w_value)
        set_name(child, 'name', name, extended)
        if full:
            set_name(child, 'fullname', full, extended)
        self._fill(child, w_value, full, level + 1, extended)
        return child

    def _fill_object(self, element, w_object, full_name, level, extended):
        element.set('type', 'object')
        cls = w_object.get_class()
        if 'unitenum' in cls.ancestors:
            element.add_word('facet', 'enum')
        if isinstance(w_object, W_Closure):
            element.add_word('facet', 'closure')
        set_name(element, 'classname', cls.name, extended)
        element.set_number('address', w_object.object_id())
        members = members_of(self.ctx, w_object)
        if not self._enter(element, w_object, level, len(members)):
            return
        self.path.append(w_object)
        first = self._first_child(level)
        end = min(first + self.limits.max_children, len(members))
        for i in range(first, end):
            element.add(self._object_child(members[i], full_name, level))
        self.path.pop()

    def _object_child(self, member, full_name, level):
        separator = '::' if member.is_static else '->'
        full = names.property_full_name(full_name, separator, member.name, member.owner)
        child = self._child(member.shown_name(), full, member.w_value, level)
        words = FACETS[member.visibility]
        if member.is_static:
            words = 'static ' + words
        if member.is_readonly:
            words += ' readonly'
        own = child.get('facet')
        child.set('facet', words + ' ' + own if own else words)
        return child


def set_name(element, field, text, extended):
    """A name as an attribute, or in base64 as an element."""
    if extended:
        _add_encoded(element, field, text)
    else:
        element.set(field, text)


def _add_encoded(element, tag, text):
    child = element.add_new(tag)
    child.set('encoding', 'base64')
    child.text = encode_base64(text)


def _set_text(element, text, extended):
    if extended:
        _add_encoded(element, 'value', text)
    else:
        element.text = text


def _has_control(text):
    for c in text:
        if c < ' ':
            return True
    return False


# -- members ----------------------------------------------------------------------------------------------------------------

def members_of(ctx, w_object):
    """The Members of an object: the static ones of its class first, then its own."""
    found = static_members(w_object.get_class())
    w_table = builtin_table(ctx, w_object)
    return found + (own_members(w_object) if w_table is None else table_members(w_object, w_table))


def own_members(w_object):
    cls = w_object.get_class()
    found = []
    if isinstance(w_object, W_Closure):
        for shown in closure_view.shown_of(w_object):
            found.append(Member(shown.name, '', PUBLIC, False, False, shown.w_value))
    for entry in w_object.property_list():
        owner = ''
        if entry.visibility == PRIVATE and entry.class_name != cls.name:
            owner = entry.class_name
        info = slot_info(w_object.map, entry.slot)
        is_readonly = info is not None and info.readonly
        found.append(Member(entry.name, owner, entry.visibility, False, is_readonly, deref(entry.w_value)))
    return found


def table_members(w_object, w_table):
    found = []
    for shown in shown_elements(w_table):
        owner = shown.class_name if shown.class_name != up_to_nul(w_object.get_class().name) else ''
        name = '%d' % shown.number if shown.is_int else shown.name
        found.append(Member(name, owner, shown.visibility, False, False, deref(shown.w_value)))
    return found


def builtin_table(ctx, w_object):
    """What a builtin class with a state of its own shows instead of properties, an array with mangled keys, or None. No PHP code runs."""
    if not isinstance(w_object, W_Native):
        return None
    method = w_object.get_class().find_method('__debuginfo')
    if method is None or not method.is_builtin():
        return w_object.property_table(ctx)
    w_table = ctx.call_method(w_object, '__debuginfo', [])
    return w_table if isinstance(w_table, W_Array) else None


def static_members(cls):
    """The static properties of a class: its own first, then those of its parents."""
    own = []
    inherited = []
    for name in cls.static_names:
        static = cls.static_properties[name]
        info = static.info
        owner = ''
        if info.visibility == PRIVATE and info.cls is not cls:
            owner = info.cls.name
        member = Member(info.name, owner, info.visibility, True, info.readonly, _static_value(static))
        if info.cls is cls:
            own.append(member)
        else:
            inherited.append(member)
    return own + inherited


def _static_value(static):
    """The value; what no code has used yet is shown with its constant default."""
    if static.ref is not None:
        return static.ref.value
    if static.info.w_default is None and static.info.code is None and static.info.type is None:
        return w_null
    return static.info.w_default


def find_member(members, name, owner):
    """The member that a step means: of the class `owner`, else the object's own, else another class's private one; or None."""
    other = None
    for member in members:
        if member.name == name:
            if equal_icase(member.owner, owner):
                return member
            if not owner and other is None:
                other = member
    return other


# -- full names -------------------------------------------------------------------------------------------------------------

def follow(ctx, w_value, steps):
    """The value that steps lead to from w_value, dereferenced; None when there is none. Runs no PHP code."""
    w_value = deref(w_value)
    for step in steps:
        if w_value is None:
            return None
        if step.kind == names.STEP_KEY:
            w_value = _element(w_value, step.text)
        else:
            w_value = _property(ctx, w_value, step)
    return w_value


def _element(w_value, key):
    if not isinstance(w_value, W_Array):
        return None
    return deref(w_value.get_key(new_str(key)))


def _property(ctx, w_value, step):
    if not isinstance(w_value, W_Object):
        return None
    if step.kind == names.STEP_STATIC:
        members = static_members(w_value.get_class())
    else:
        members = members_of(ctx, w_value)
    member = find_member(members, step.text, step.owner)
    if member is None:
        return None
    return member.w_value
