"""Classes. They do not change once they are linked (vm/linking.py), so the JIT takes every lookup in them for a constant."""
from __future__ import absolute_import

from hippy.interpreter.objects.instances import Map
from hippy.interpreter.objects.values import W_Root
from hippy.interpreter.rlib.jit import elidable
from hippy.interpreter.rlib.strings import ascii_lower

PUBLIC = 0
PROTECTED = 1
PRIVATE = 2
VISIBILITY_NAMES = ['public', 'protected', 'private']

# init_native of a class: whether `new` gives a plain object
INIT_PLAIN = 0
INIT_UNIQUE = 1         # one that is not copied or serialized and has no further properties; the next ones too
INIT_REFUSED = 2        # only the engine makes objects of it
INIT_RESERVED = 3       # the same with other words
INIT_ENUM = 4

# what find_slot gives besides slots
SLOT_MISSING = -1
SLOT_INACCESSIBLE = -2


class PropertyInfo(object):
    """A declared property. cls declares it; w_default None: computed by code, or uninitialized if typed, or null."""
    _attrs_ = ('name', 'cls', 'visibility', 'is_static', 'readonly', 'type', 'w_default', 'code', 'slot')
    _immutable_fields_ = ('name', 'cls', 'visibility', 'is_static', 'readonly', 'type', 'slot')

    def __init__(self, name, cls, visibility, is_static, readonly, type, w_default, code, slot):
        self.name = name
        self.cls = cls
        self.visibility = visibility
        self.is_static = is_static
        self.readonly = readonly
        self.type = type
        self.w_default = w_default
        self.code = code
        self.slot = slot


class StaticProperty(object):
    """Shared by a class and those that inherit it; ref is None until it is first used."""
    _attrs_ = ('info', 'ref')
    _immutable_fields_ = ('info',)

    def __init__(self, info):
        self.info = info
        self.ref = None


class ClassConstant(object):
    """is_case: of an enum; w_backing: its value, when that is known."""
    _attrs_ = ('name', 'cls', 'visibility', 'w_value', 'code', 'busy', 'is_final', 'is_case', 'w_backing')
    _immutable_fields_ = ('name', 'cls', 'visibility', 'w_value?', 'code', 'is_case')

    def __init__(self, name, cls, visibility, w_value, code):
        self.name = name
        self.cls = cls
        self.visibility = visibility
        self.w_value = w_value
        self.code = code
        self.is_final = False
        self.is_case = False
        self.w_backing = None
        self.busy = False       # being computed: a reference to itself is an error


class W_Class(W_Root):
    """methods, ancestors: by lower-case name, inherited ones included. properties: by name, those a scope outside private parents sees."""
    _attrs_ = ('name', 'parent', 'interfaces', 'ancestors', 'constants', 'constant_names', 'methods', 'method_names', 'properties',
               'property_list', 'static_properties', 'static_names', 'map', 'is_abstract', 'is_interface', 'is_trait', 'traits', 'enum', 'is_final', 'is_internal',
               'constructor', 'method_get', 'method_set', 'method_isset', 'method_unset', 'method_call', 'method_callstatic', 'has_thunks',
               'is_throwable', 'allows_dynamic', 'declaration', 'init_native', 'maker', 'defaults', 'thunks')
    _immutable_fields_ = ('name', 'parent', 'map', 'is_abstract', 'is_interface', 'is_trait', 'enum', 'is_final', 'is_internal', 'constructor',
                          'method_get', 'method_set', 'method_isset', 'method_unset', 'method_call', 'method_callstatic', 'is_throwable',
                          'init_native', 'maker', 'defaults[*]', 'thunks[*]')

    def __init__(self, name, parent):
        self.name = name
        self.parent = parent
        self.interfaces = []            # all of them, as W_Class
        self.ancestors = {}             # lower name -> True, itself included
        self.constants = {}
        self.constant_names = []
        self.methods = {}
        self.method_names = []
        self.properties = {}
        self.property_list = []         # every slot's PropertyInfo, parents first, private ones of parents too
        self.static_properties = {}
        self.static_names = []
        self.map = Map(self, [], {}, [])
        self.is_abstract = False
        self.is_interface = False
        self.is_trait = False
        self.enum = None                # enums.Enum, when it is one
        self.traits = []                # those that its declaration uses
        self.is_final = False
        self.is_internal = False
        self.constructor = None
        self.method_get = None
        self.method_set = None
        self.method_isset = None
        self.method_unset = None
        self.method_call = None
        self.method_callstatic = None
        self.has_thunks = False
        self.is_throwable = False
        self.allows_dynamic = False
        self.declaration = None
        self.init_native = INIT_PLAIN
        self.maker = None               # natives.Maker of objects that hold more than properties
        self.defaults = []              # the first value of each slot, None for uninitialized
        self.thunks = []                # code that computes a slot's default, or None

    @elidable
    def _find_method(self, lower):
        return self.methods.get(lower, None)

    def find_method(self, lower):
        """The Function for a lower-case method name, or None."""
        return self._find_method(lower)

    def find_own_method(self, lower):
        """As find_method, while the class is still being linked."""
        return self.methods.get(lower, None)

    @elidable
    def is_subclass_of(self, other):
        """True for the class itself, its parents and interfaces."""
        if self is other:
            return True
        return ascii_lower(other.name) in self.ancestors

    @elidable
    def find_property(self, name):
        return self.properties.get(name, None)

    @elidable
    def find_constant(self, name):
        return self.constants.get(name, None)

    @elidable
    def find_static(self, name):
        return self.static_properties.get(name, None)


@elidable
def find_slot(map, name, scope):
    """The slot of property `name` in objects of this map for code of class `scope` (or None): >= 0, or SLOT_MISSING or SLOT_INACCESSIBLE."""
    cls = map.cls
    if scope is not None and scope is not cls:
        own_info = scope.properties.get(name, None)
        if own_info is not None and own_info.cls is scope and own_info.visibility == PRIVATE and cls.is_subclass_of(scope):
            return own_info.slot
    info = cls.properties.get(name, None)
    if info is None:
        return map.index.get(name, SLOT_MISSING)
    if info.visibility == PUBLIC or is_visible(info.visibility, info.cls, scope):
        return info.slot
    return SLOT_INACCESSIBLE


@elidable
def slot_info(map, slot):
    """The PropertyInfo of a slot, or None for a dynamic property."""
    infos = map.cls.property_list
    if slot < len(infos):
        return infos[slot]
    return None


@elidable
def is_visible(visibility, cls, scope):
    """True when code of class `scope` may use a member of this visibility that `cls` declares."""
    if visibility == PUBLIC:
        return True
    if scope is None:
        return False
    if visibility == PRIVATE:
        return scope is cls
    return scope.is_subclass_of(cls) or cls.is_subclass_of(scope)
