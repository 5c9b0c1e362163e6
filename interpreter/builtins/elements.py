"""How builtin functions read and write array elements: ownership and references done once."""
from __future__ import absolute_import

from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.values import own


def copied(w):
    """A raw element for a slot of another array: owned; a reference that nothing else holds becomes its value."""
    if isinstance(w, W_Ref) and w.rc == 1:
        w = w.value
    own(w)
    return w


def owned(w):
    """w, owned once more."""
    own(w)
    return w


def add_copy(w_target, w_source, pos):
    """Puts a source's element under its own key."""
    put_under_key_at(w_target, w_source, pos, copied(w_source.value_at(pos)))


def put_under_key_at(w_target, w_source, pos, w):
    """Puts a value, whose ownership moves, under the key that stands at a position of w_source."""
    if w_source.is_int_key_at(pos):
        w_target.put_int(w_source.int_key_at(pos), w)
    else:
        w_target.put_str(w_source.str_key_at(pos), w)


def add_renumbered(w_target, w_source, pos):
    """Puts a source's element under its string key, or appends it."""
    w = copied(w_source.value_at(pos))
    if w_source.is_int_key_at(pos):
        w_target.append(w)
    else:
        w_target.put_str(w_source.str_key_at(pos), w)


def has_key_at(w_array, w_source, pos):
    """True when w_array has the key that stands at a position of w_source."""
    if w_source.is_int_key_at(pos):
        return w_array.get_int(w_source.int_key_at(pos)) is not None
    return w_array.get_str(w_source.str_key_at(pos)) is not None


def get_key_at(w_array, w_source, pos):
    """w_array's raw element under the key that stands at a position of w_source, or None."""
    if w_source.is_int_key_at(pos):
        return w_array.get_int(w_source.int_key_at(pos))
    return w_array.get_str(w_source.str_key_at(pos))


def writable_array(w_ref):
    """The array in a reference, made unique in its place."""
    w_array = w_ref.value
    assert isinstance(w_array, W_Array)
    w_unique = w_array.separate()
    if w_unique is not w_array:
        w_ref.value = w_unique
    return w_unique
