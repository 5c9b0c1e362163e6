"""What builtin classes need to make objects of classes that PHP code names, and to show and restore their properties."""
from __future__ import absolute_import

from hippy.interpreter.builtins.serialization import property_slot
from hippy.interpreter.objects.convert import object_to_array, to_array_key, to_str, type_name
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.resources import W_Resource
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.values import W_Bool, W_Float, W_Int, disown, own
from hippy.interpreter.vm import objects


def make(ctx, cls):
    """A new object of the class before its constructor."""
    return objects.instantiate(ctx, cls)


def construct(ctx, cls, args_w):
    """A new object, constructed with borrowed arguments."""
    w_made = objects.instantiate(ctx, cls)
    if cls.constructor is not None:
        disown(ctx.call_method(w_made, '__construct', args_w))
    return w_made


def derived_class(ctx, title, number, name, base, w_class):
    """The W_Class that an argument names, which has to be `base` or below it; TypeError otherwise."""
    text = w_class.as_str() if isinstance(w_class, W_Str) else ''
    cls = ctx.load_class_or_none(text)
    if cls is None or not cls.is_subclass_of(ctx.find_class(base)):
        problem = text if isinstance(w_class, W_Str) else type_name(w_class)
        raise ctx.error('TypeError', '%s(): Argument #%d ($%s) must be a class name derived from %s, %s given' % (
            title, number, name, base, problem))
    return cls


def members_table(w_object):
    """The properties as an owned array with mangled names, without what a class says instead of them."""
    return object_to_array(w_object)


def restore_members(ctx, w_object, w_members):
    """Puts back what members_table gave."""
    pos = w_members.next_pos(0)
    while pos >= 0:
        restore_member(ctx, w_object, to_str(ctx, w_members.key_at(pos)), deref(w_members.value_at(pos)))
        pos = w_members.next_pos(pos + 1)


def restore_member(ctx, w_object, key, w_value):
    """Puts one property back under its mangled name."""
    own(w_value)
    slot = property_slot(ctx, w_object, key)
    w_old = w_object.get_slot(slot)
    w_object.set_slot(slot, w_value)
    disown(w_old)


def element_index(ctx, w_index, problem):
    """The int that an offset stands for where a class has only int offsets; TypeError, with this message, where it stands for none."""
    if isinstance(w_index, W_Int):
        return w_index.intval
    if isinstance(w_index, W_Str) and w_index.is_int_key():
        return w_index.int_key_value()
    if isinstance(w_index, W_Float) or isinstance(w_index, W_Bool) or isinstance(w_index, W_Resource):
        w_key = to_array_key(ctx, w_index)
        assert isinstance(w_key, W_Int)
        return w_key.intval
    raise ctx.error('TypeError', problem)
