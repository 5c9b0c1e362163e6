"""Reading and writing $a[k] for every kind of $a. The fast paths for arrays are in op_arrays.py."""
from __future__ import absolute_import

from hippy.interpreter.objects import convert
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.classes import slot_info
from hippy.interpreter.objects.convert import array_key_or_none, type_name
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.natives import W_Native
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.strings import W_Str, char_str, w_empty_str, with_char
from hippy.interpreter.objects.values import (
    W_Bool, W_Float, W_Int, W_Null, disown, own, w_null, w_false)
from hippy.interpreter.rlib.strings import up_to_nul
from hippy.interpreter.rlib.jit import dont_look_inside
from hippy.interpreter.vm import typed_references, types


def key_of(ctx, w):
    """The array key for an index; TypeError for arrays and objects."""
    w_key = array_key_or_none(ctx, w)
    if w_key is None:
        raise ctx.error('TypeError', 'Illegal offset type')
    return w_key


def undefined_key(ctx, w_key):
    if isinstance(w_key, W_Int):
        ctx.warning('Undefined array key %d' % w_key.intval)
    else:
        assert isinstance(w_key, W_Str)
        if w_key.is_int_key():
            ctx.warning('Undefined array key %d' % w_key.int_key_value())
        else:
            ctx.warning('Undefined array key "%s"' % up_to_nul(w_key.as_str()))
    return w_null


@dont_look_inside
def fetch(ctx, w_container, w_index):
    """$container[$index] for reading; borrowed, but what is made anew."""
    if isinstance(w_container, W_Array):
        w_key = array_key_or_none(ctx, w_index)
        if w_key is None:
            raise ctx.error('TypeError', 'Illegal offset type')
        w = w_container.get_key(w_key)
        if w is None:
            return undefined_key(ctx, w_key)
        return deref(w)
    if isinstance(w_container, W_Str):
        return _fetch_char(ctx, w_container, w_index)
    if isinstance(w_container, W_Object):
        return _offset_get(ctx, w_container, w_index)
    ctx.warning('Trying to access array offset on value of type %s' % type_name(w_container))
    return w_null


@dont_look_inside
def offset_for_write(ctx, w_object, w_index):
    """What offsetGet() gives for an element that is written into: a W_Ref when it returns by reference. w_index None: a new element."""
    method = w_object.cls.find_method('offsetget')
    if method is None:
        raise ctx.error('Error', 'Cannot use object of type %s as array' % w_object.cls.name)
    w = None
    if isinstance(w_object, W_Native) and method.is_builtin():
        w = w_object.element_for_write(ctx, w_index)
        if w is not None:
            return w
    if w_index is None:
        w_index = w_null
    w = ctx.call_bound_for_reference(method, w_object, [w_index])
    if not isinstance(w, W_Ref) and not isinstance(w, W_Object):
        ctx.notice('Indirect modification of overloaded element of %s has no effect' % w_object.cls.name)
    return w


def borrowed(ref):
    """A reference that a method returned, given up where somebody else owns it: it is for one write."""
    if ref.rc > 1:
        ref.rc -= 1
    return ref


def call_offset(ctx, w_object, lower, args_w):
    """Calls a method of ArrayAccess. A builtin one is to be seen in stack traces unless the class answers `[]` without a call."""
    if isinstance(w_object, W_Native) and not w_object.has_own_elements():
        return ctx.call_bound(w_object.get_class().find_method(lower), w_object, args_w)
    return ctx.call_method(w_object, lower, args_w)


def _offset_get(ctx, w_object, w_index):
    if w_object.cls.find_method('offsetget') is None:
        raise ctx.error('Error', 'Cannot use object of type %s as array' % w_object.cls.name)
    own(w_index)
    return call_offset(ctx, w_object, 'offsetget', [w_index])


def _fetch_char(ctx, w_str, w_index):
    if isinstance(w_index, W_Int):
        index = w_index.intval
    else:
        index = _string_offset(ctx, w_index)
    length = w_str.length()
    position = index + length if index < 0 else index
    if position < 0 or position >= length:
        ctx.warning('Uninitialized string offset %d' % index)
        return w_empty_str
    return char_str(w_str.char_at(position))


def _string_offset(ctx, w_index):
    """The int that a string is indexed with."""
    if isinstance(w_index, W_Int):
        return w_index.intval
    if isinstance(w_index, W_Str):
        if w_index.is_int_key():
            return w_index.int_key_value()
        numeric = convert.numeric_of(w_index)
        if numeric.is_int() and numeric.is_whole():
            return convert.to_int(ctx, w_index)
        if numeric.is_int():
            ctx.warning('Illegal string offset "%s"' % w_index.as_str())
            return convert.str_to_int(numeric)
        raise bad_string_offset(ctx, w_index)
    if is_plain(w_index):
        ctx.warning('String offset cast occurred')
        return convert.to_int(ctx, w_index)
    raise bad_string_offset(ctx, w_index)


def is_plain(w):
    return isinstance(w, W_Int) or isinstance(w, W_Float) or isinstance(w, W_Bool) or isinstance(w, W_Null)


def bad_string_offset(ctx, w_index):
    return ctx.error('TypeError', 'Cannot access offset of type %s on string' % type_name(w_index))


def check_string_offset(ctx, w_index):
    """What PHP finds wrong with an offset before it says that a string cannot be written into like this."""
    if w_index is None:
        raise ctx.error('Error', '[] operator not supported for strings')
    _string_offset(ctx, w_index)


@dont_look_inside
def fetch_quietly(ctx, w_container, w_index):
    """$container[$index] ?? null; None when it is missing or null. ArrayAccess objects are asked by offsetExists first."""
    if isinstance(w_container, W_Array):
        w_key = array_key_or_none(ctx, w_index)
        if w_key is None:
            raise ctx.error('TypeError', 'Illegal offset type')
        w = deref(w_container.get_key(w_key))
        if w is w_null:
            return None
        return w
    if isinstance(w_container, W_Str):
        return _char_quietly(ctx, w_container, w_index, True)
    if isinstance(w_container, W_Object):
        if w_container.cls.find_method('offsetexists') is None:
            raise ctx.error('Error', 'Cannot use object of type %s as array' % w_container.cls.name)
        if not ctx.to_bool(call_offset(ctx, w_container, 'offsetexists', [w_index])):
            return None
        w = _offset_get(ctx, w_container, w_index)
        if w is w_null:
            return None
        return w
    return None


def _char_quietly(ctx, w_str, w_index, allows_text):
    """allows_text: a number with text behind it will do, with a warning, and arrays and objects are errors, as in `??`;
    isset() and empty() want a whole number."""
    if isinstance(w_index, W_Str):
        numeric = convert.numeric_of(w_index)
        if not numeric.is_int():
            return None
        if not numeric.is_whole():
            if not allows_text:
                return None
            ctx.warning('Illegal string offset "%s"' % w_index.as_str())
    elif not is_plain(w_index):
        if allows_text:
            raise bad_string_offset(ctx, w_index)
        return None
    position = convert.to_int(ctx, w_index)
    length = w_str.length()
    if position < 0:
        position += length
    if position < 0 or position >= length:
        return None
    return char_str(w_str.char_at(position))


@dont_look_inside
def is_set(ctx, w_container, w_index, is_empty):
    """isset($container[$index]), or empty() of it."""
    if isinstance(w_container, W_Native):
        tested = w_container.test_element(ctx, w_index, is_empty)
        if tested >= 0:
            return tested == 1
    if isinstance(w_container, W_Object) and not is_empty:
        if w_container.cls.find_method('offsetexists') is None:
            raise ctx.error('Error', 'Cannot use object of type %s as array' % w_container.cls.name)
        return ctx.to_bool(call_offset(ctx, w_container, 'offsetexists', [w_index]))
    if isinstance(w_container, W_Str):
        if isinstance(w_index, W_Float):
            w_index = W_Int(convert.float_to_int_checked(ctx, w_index.floatval))
        w = _char_quietly(ctx, w_container, w_index, False)
    elif isinstance(w_container, W_Array):
        w = _element_to_test(ctx, w_container, w_index)
    else:
        w = fetch_quietly(ctx, w_container, w_index)
    if is_empty:
        return w is None or not ctx.to_bool(w)
    return w is not None


def _element_to_test(ctx, w_array, w_index):
    """The element that isset() and empty() look at, None when it is missing or null."""
    w_key = array_key_or_none(ctx, w_index)
    if w_key is None:
        raise ctx.error('TypeError', 'Illegal offset type in isset or empty')
    w = deref(w_array.get_key(w_key))
    return None if w is w_null else w


# writing: a Holder is where a container lies, so that it can be separated or replaced

class Holder(object):
    """A place that holds a value: a variable, an element, a property, a reference."""
    _attrs_ = ()

    def get(self):
        """The raw value or None."""
        raise NotImplementedError

    def put(self, w):
        """Replaces the raw value; takes over one ownership, gives up none."""
        raise NotImplementedError

    def is_lost(self):
        """True when code that ran meanwhile (an error handler, a method) took the place away: what is written there, nobody may see."""
        return False

    def check_array(self, ctx):
        """TypeError when null may not become an array here."""

    def checked(self, ctx, w):
        """A value as the place takes it. Takes over one ownership and gives one."""
        return w

    def check_step(self, ctx, w_old, w_new, is_up):
        """TypeError when ++ or -- makes a float of the last int, which the place does not take."""


class RefHolder(Holder):
    _attrs_ = ('ref',)

    def __init__(self, ref):
        self.ref = ref

    def get(self):
        return self.ref.value

    def put(self, w):
        self.ref.value = w

    def is_lost(self):
        return self.ref.rc <= 0

    def check_array(self, ctx):
        typed_references.check_array(ctx, self.ref)

    def checked(self, ctx, w):
        if self.ref.sources is not None:
            return self.ref.sources.converted(w)
        return w

    def check_step(self, ctx, w_old, w_new, is_up):
        typed_references.check_step(ctx, self.ref, w_old, w_new, is_up)


class StaticHolder(RefHolder):
    """A static property of this PropertyInfo."""
    _attrs_ = ('info',)

    def __init__(self, ref, info):
        self.ref = ref
        self.info = info

    def check_array(self, ctx):
        typed_references.check_array_in_property(ctx, self.info)

    def checked(self, ctx, w):
        if self.info.type is not None:
            w = types.check_property(ctx, self.info, w)
            if self.ref.sources is not None:
                return self.ref.sources.converted(w)
        return w

    def check_step(self, ctx, w_old, w_new, is_up):
        typed_references.check_step_of_property(ctx, self.info, w_old, w_new, is_up)


class VariableHolder(RefHolder):
    """A plain variable that lies in a reference for the time of a write."""
    _attrs_ = ()


class ElementHolder(Holder):
    """An element of a unique array; the key may be missing yet (get gives None). An array that is not unique any more is left alone."""
    _attrs_ = ('w_array', 'w_key')

    def __init__(self, w_array, w_key):
        self.w_array = w_array
        self.w_key = w_key

    def get(self):
        return self.w_array.get_key(self.w_key)

    def put(self, w):
        if self.is_lost():
            return
        w_old = self.w_array.get_key(self.w_key)
        if w_old is not None:
            own(w_old)          # put_key gives up the old one, which stays ours
        self.w_array.put_key(self.w_key, w)

    def is_lost(self):
        return self.w_array.rc != 1


class SlotHolder(Holder):
    """A slot of an object. When a dynamic property goes, others change their slots: then this one is lost."""
    _attrs_ = ('w_object', 'slot', 'map')

    def __init__(self, w_object, slot):
        self.w_object = w_object
        self.slot = slot
        self.map = w_object.map

    def get(self):
        if self.is_lost():
            return None
        return self.w_object.get_slot(self.slot)

    def put(self, w):
        if not self.is_lost():
            self.w_object.set_slot(self.slot, w)

    def is_lost(self):
        return self.w_object.map is not self.map

    def check_array(self, ctx):
        if not self.is_lost():
            typed_references.check_array_in_property(ctx, slot_info(self.map, self.slot))


class ValueHolder(Holder):
    """A value that lies nowhere: what a function returned."""
    _attrs_ = ('w',)

    def __init__(self, w):
        self.w = w

    def get(self):
        return self.w

    def put(self, w):
        self.w = w


class FrameHolder(Holder):
    """A variable outside the bytecode loop's own slots: by name."""
    _attrs_ = ('frame', 'name', 'ctx')

    def __init__(self, ctx, frame, name):
        self.ctx = ctx
        self.frame = frame
        self.name = name

    def get(self):
        return self.ctx.get_scope_variable(self.frame, self.name)

    def put(self, w):
        self.ctx.put_scope_variable(self.frame, self.name, w)


def inner_holder(holder):
    """The holder itself, or that behind the reference it holds."""
    w = holder.get()
    if isinstance(w, W_Ref):
        return RefHolder(w)
    return holder


def array_for_write(ctx, holder):
    """The unique array that the holder (not of a reference) holds, separated or made from null; None for other values. Nothing that
    may run user code may come between this and the write: a warning's handler can give the array another owner."""
    w = holder.get()
    if w is w_false:
        return _array_of_false(ctx, holder)
    if isinstance(w, W_Array):
        if holder.is_lost():
            return w.dup()
        w_unique = w.separate()
        if w_unique is not w:
            holder.put(w_unique)
        return w_unique
    if w is None or w is w_null:
        holder.check_array(ctx)
        w_array = new_array(0)
        holder.put(w_array)
        return w_array
    return None


def array_for_fetch(ctx, holder):
    """The same where the write goes on to a deeper level or binds a reference: PHP says nothing of false behind a reference then
    (Zend/zend_execute.c, zend_fetch_dimension_address)."""
    if isinstance(holder, RefHolder) and not isinstance(holder, VariableHolder) and holder.get() is w_false:
        holder.put(w_null)
    return array_for_write(ctx, holder)


def _array_of_false(ctx, holder):
    """The same where the holder has false. An error handler that puts something else there keeps it: the array is nobody's then."""
    holder.check_array(ctx)
    w_array = new_array(0)
    holder.put(w_array)
    own(w_array)
    ctx.deprecated('Automatic conversion of false to array is deprecated')
    if w_array.rc == 1:
        return w_array
    disown(w_array)
    if w_array.rc == 1:
        return w_array
    return array_for_write(ctx, holder)


def key_for_write(ctx, w_array, w_index):
    """key_of for a write to a unique array. None when the array is not unique, or not there at all, after what was said of the index."""
    if isinstance(w_index, W_Int) or isinstance(w_index, W_Str):
        return key_of(ctx, w_index)
    own(w_array)
    try:
        w_key = key_of(ctx, w_index)
    finally:
        disown(w_array)
    return w_key if w_array.rc == 1 else None


def warn_undefined_key(ctx, w_array, w_key):
    """The warning before a missing element of a unique array is read and then written. False when the array is not unique, or not there
    at all, after it (zend_undefined_offset_write in php-src's Zend/zend_execute.c)."""
    own(w_array)
    undefined_key(ctx, w_key)
    disown(w_array)
    return w_array.rc == 1


@dont_look_inside
def assign(ctx, holder, w_index, w_value):
    """$holder[$index] = $value, w_index None for []. Takes over one ownership of w_value; gives the value assigned, borrowed."""
    holder = inner_holder(holder)
    w_container = holder.get()
    if isinstance(w_container, W_Object):
        _offset_set(ctx, w_container, w_index, w_value)
        return w_value
    if isinstance(w_container, W_Str) and w_container.length() >= 0:
        return _assign_char(ctx, holder, w_container, w_index, w_value)
    w_array = array_for_write(ctx, holder)
    if w_array is None:
        disown(w_value)
        raise ctx.error('Error', 'Cannot use a scalar value as an array')
    w_key = None
    if w_index is not None:
        w_key = key_for_write(ctx, w_array, w_index)
        if w_key is None:
            disown(w_value)
            return w_null
    return assign_element(ctx, w_array, w_key, w_value)


def assign_element(ctx, w_array, w_key, w_value):
    """The same for a unique array and a key as key_of gives it."""
    if w_key is None:
        if not w_array.append(w_value):
            disown(w_value)
            raise ctx.error('Error', 'Cannot add element to the array as the next element is already occupied')
        return w_value
    w_array.assign_key(w_key, w_value)
    return w_value


def _offset_set(ctx, w_object, w_index, w_value):
    if w_object.cls.find_method('offsetset') is None:
        raise ctx.error('Error', 'Cannot use object of type %s as array' % w_object.cls.name)
    disown(call_offset(ctx, w_object, 'offsetset', [w_index if w_index is not None else w_null, w_value]))


def _assign_char(ctx, holder, w_str, w_index, w_value):
    if w_index is None:
        raise ctx.error('Error', '[] operator not supported for strings')
    if not isinstance(w_index, W_Int):
        index = _string_offset(ctx, w_index)
    else:
        index = w_index.intval
    length = w_str.length()
    if index < -length:
        ctx.warning('Illegal string offset %d' % index)
        return w_null
    s = convert.to_str(ctx, w_value)
    if len(s) == 0:
        raise ctx.error('Error', 'Cannot assign an empty string to a string offset')
    if len(s) > 1:
        ctx.warning('Only the first byte will be assigned to the string offset')
    if index < 0:
        index += length
    holder.put(with_char(w_str, index, s[0]))
    return char_str(s[0])


@dont_look_inside
def unset(ctx, holder, w_index):
    """unset($holder[$index])"""
    holder = inner_holder(holder)
    w_container = holder.get()
    if isinstance(w_container, W_Array):
        w_key = array_key_or_none(ctx, w_index)
        if w_key is None:
            raise ctx.error('TypeError', 'Illegal offset type in unset')
        w_array = array_for_write(ctx, holder)
        if w_array is not None:
            w_array.delete_key(w_key)
    elif isinstance(w_container, W_Object):
        if w_container.cls.find_method('offsetunset') is None:
            raise ctx.error('Error', 'Cannot use object of type %s as array' % w_container.cls.name)
        disown(call_offset(ctx, w_container, 'offsetunset', [w_index]))
    elif isinstance(w_container, W_Str):
        raise ctx.error('Error', 'Cannot unset string offsets')
    elif w_container is w_false:
        ctx.deprecated('Automatic conversion of false to array is deprecated')
    elif w_container is not None and w_container is not w_null:
        raise ctx.error('Error', 'Cannot unset offset in a non-array variable')
