"""Objects of builtin classes that hold more than their properties."""
from __future__ import absolute_import

from hippy.interpreter.objects.instances import W_Object


class W_Native(W_Object):
    """The state of a builtin class is a subclass of this with attributes of its own; PHP classes that extend it have it too.

    What the engine does with such an object without calling a method of PHP code is asked here. The defaults are those of an
    object that has nothing but its properties and methods.
    """
    _attrs_ = ()

    def owned_values(self):
        """The values that the state owns; None where a slot of it is empty."""
        return []

    def copy_state(self, ctx, w_from):
        """Fills the state of a clone; w_from is of the same class."""

    def start_walk(self, ctx, by_ref):
        """What foreach walks over where that is not the methods of Iterator: a vm.iterators.Walk, or None."""
        return None

    def walk_ended(self):
        """A foreach over the object is over."""

    def method_receiver(self, ctx):
        """The object that gets calls of methods which this one does not have, or None."""
        return None

    def property_table(self, ctx):
        """What stands for the properties in casts, exports and json: an owned W_Array with mangled keys; None: the properties."""
        return None

    def has_own_elements(self):
        """True where `[]` is answered without a call of the methods of ArrayAccess."""
        return False

    def element_for_write(self, ctx, w_index):
        """The W_Ref of the element that is written into ($o[$index][] = ...), owned; w_index None: a new one. None: offsetGet() is called."""
        return None

    def test_element(self, ctx, w_index, is_empty):
        """isset($o[$index]), or empty(): 1 or 0; -1: offsetExists() tells."""
        return -1

    def has_elements_as_properties(self):
        """True where properties that do not exist are elements."""
        return False

    def compare_state(self, ctx, w_other):
        """== and < before the properties: the W_Array or other value that is compared, borrowed; None: only the properties count."""
        return None


class Maker(object):
    """Makes objects of a builtin class with a state of its own."""
    _attrs_ = ()

    def make(self, map, ident):
        """A W_Native whose properties are not filled yet."""
        raise NotImplementedError
