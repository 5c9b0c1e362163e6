"""Objects: a map that names the class and says which slot holds which property, and the slots."""
from __future__ import absolute_import

from hippy.interpreter.objects.values import W_Root, TP_OBJECT
from hippy.interpreter.rlib.jit import elidable, promote, unroll_safe

INLINE_SLOTS = 5


class Map(object):
    """The layout of objects: the declared properties of `cls`, then dynamic ones in the order in which they were added.

    removed: the slots of declared properties that unset() took away, which magic methods stand in for; not those that never had a value."""
    _attrs_ = ('cls', 'names', 'index', 'transitions', 'removed')
    _immutable_fields_ = ('cls', 'names[*]', 'removed[*]')

    def __init__(self, cls, names, index, removed):
        self.cls = cls
        self.names = names[:]       # of every slot
        self.index = index          # name -> slot, of what is visible by its plain name
        self.transitions = {}
        self.removed = removed[:]

    @elidable
    def with_removed(self, slot):
        """The map of an object whose declared property in this slot was unset."""
        if self.is_removed(slot):
            return self
        key = '\0unset ' + self.names[slot]
        following = self.transitions.get(key, None)
        if following is None:
            following = Map(self.cls, self.names[:], self.index, self.removed + [slot])
            self.transitions[key] = following
        return following

    def is_removed(self, slot):
        for number in self.removed:
            if number == slot:
                return True
        return False

    @elidable
    def with_property(self, name):
        """The map of an object that got one more dynamic property."""
        following = self.transitions.get(name, None)
        if following is None:
            index = self.index.copy()
            index[name] = len(self.names)
            following = Map(self.cls, self.names + [name], index, self.removed[:])
            self.transitions[name] = following
        return following

    @elidable
    def size(self):
        return len(self.names)

    def without(self, slot):
        """The map of an object that lost a dynamic property: later ones move down."""
        names = []
        index = {}
        declared = len(self.cls.property_list)
        for name in self.cls.map.index:
            index[name] = self.cls.map.index[name]
        for i in range(len(self.names)):
            if i < declared:
                names.append(self.names[i])
            elif i != slot:
                index[self.names[i]] = len(names)
                names.append(self.names[i])
        return Map(self.cls, names, index, self.removed[:])


class PropertyEntry(object):
    """One property of an object as listings show it. visibility: 0 public, 1 protected, 2 private (of class_name)."""
    _attrs_ = ('name', 'visibility', 'class_name', 'w_value', 'slot')

    def __init__(self, name, visibility, class_name, w_value, slot):
        self.name = name
        self.visibility = visibility
        self.class_name = class_name
        self.w_value = w_value
        self.slot = slot


class W_Object(W_Root):
    """Slots hold property values (W_Ref for references), None when unset or uninitialized. The first five are fields, others in `more`."""
    _attrs_ = ('map', 'p0', 'p1', 'p2', 'p3', 'p4', 'more', 'ident')
    _immutable_fields_ = ('ident',)
    tp = TP_OBJECT

    def __init__(self, map, ident):
        self.map = map
        self.ident = ident
        self.p0 = None
        self.p1 = None
        self.p2 = None
        self.p3 = None
        self.p4 = None
        self.more = None

    @property  # dialect: a getter, which RPython has
    def cls(self):
        return promote(self.map).cls

    def get_class(self):
        return promote(self.map).cls

    def object_id(self):
        return self.ident

    def get_slot(self, slot):
        if slot == 0:
            return self.p0
        if slot == 1:
            return self.p1
        if slot == 2:
            return self.p2
        if slot == 3:
            return self.p3
        if slot == 4:
            return self.p4
        slot -= INLINE_SLOTS
        assert slot >= 0
        more = self.more
        if more is None or slot >= len(more):
            return None
        return more[slot]

    def set_slot(self, slot, w):
        """Raw: counts and references are the caller's."""
        if slot == 0:
            self.p0 = w
        elif slot == 1:
            self.p1 = w
        elif slot == 2:
            self.p2 = w
        elif slot == 3:
            self.p3 = w
        elif slot == 4:
            self.p4 = w
        else:
            slot -= INLINE_SLOTS
            assert slot >= 0
            self._set_more(slot, w)

    @unroll_safe
    def _set_more(self, slot, w):
        more = self.more
        if more is None:
            more = [None] * max_int(self.map.size() - INLINE_SLOTS, slot + 1)
            self.more = more
        elif slot >= len(more):
            grown = [None] * (2 * slot + 2)
            for i in range(len(more)):
                grown[i] = more[i]
            more = grown
            self.more = more
        more[slot] = w

    def property_list(self):
        """list of PropertyEntry, in PHP's order; what is unset or uninitialized is left out."""
        infos = self.map.cls.property_list
        entries = []
        for slot in range(len(self.map.names)):
            w_value = self.get_slot(slot)
            if w_value is None:
                continue
            if slot < len(infos):
                info = infos[slot]
                entries.append(PropertyEntry(info.name, info.visibility, info.cls.name, w_value, slot))
            else:
                entries.append(PropertyEntry(self.map.names[slot], 0, '', w_value, slot))
        return entries


def max_int(a, b):
    return a if a > b else b
