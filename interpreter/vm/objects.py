"""Objects at run time: properties with visibility, types and magic methods; static properties; constants; new and clone."""
from __future__ import absolute_import

from hippy.interpreter.compiler.code import CLASS_COMPUTED, CLASS_NAMED, CLASS_PARENT, CLASS_SELF
from hippy.interpreter.objects.classes import (
    INIT_ENUM, INIT_PLAIN, INIT_REFUSED, INIT_RESERVED, INIT_UNIQUE, SLOT_INACCESSIBLE, SLOT_MISSING, VISIBILITY_NAMES, find_slot,
    is_visible, slot_info)
from hippy.interpreter.objects.closures import W_Closure
from hippy.interpreter.objects.functions import UserFunction
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.natives import W_Native
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.types import T_MIXED, T_NULL
from hippy.interpreter.objects.values import disown, own, w_null
from hippy.interpreter.rlib.jit import dont_look_inside, promote, unroll_safe
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.vm import enums, typed_references, types
from hippy.interpreter.vm.dimensions import (
    RefHolder, SlotHolder, ValueHolder, borrowed, fetch_quietly, is_set, offset_for_write)
from hippy.interpreter.vm.operands import read


# classes as code names them

def resolve_class(ctx, frame, code, index):
    """The W_Class of code.classes[index], a constant to the JIT; autoloads; Error when there is none."""
    return promote(_resolve_class(ctx, frame, code, index))


def _resolve_class(ctx, frame, code, index):
    ref = code.classes[index]
    if ref.kind == CLASS_NAMED:
        cls = ref.cell.cls
        if cls is not None:
            return cls
        return ctx.load_class(ref.name)
    if ref.kind == CLASS_COMPUTED:
        return class_of_value(ctx, read(ctx, frame, code, ref.operand))
    scope = frame.scope()
    if scope is None:
        raise ctx.error('Error', 'Cannot access "%s" when no class scope is active' % ascii_lower(ref.name))
    if ref.kind == CLASS_SELF:
        return scope
    if ref.kind == CLASS_PARENT:
        if scope.parent is None:
            raise ctx.error('Error', 'Cannot access "parent" when current class scope has no parent')
        return scope.parent
    return called_class(frame)


def called_class(frame):
    """What `static` means in a frame; None outside classes."""
    if frame.w_this is not None:
        return frame.w_this.cls
    if frame.static_cls is not None:
        return frame.static_cls
    return frame.scope()


def class_of_value(ctx, w):
    if isinstance(w, W_Object):
        return w.cls
    if isinstance(w, W_Str):
        return ctx.load_class(w.as_str())
    raise ctx.error('Error', 'Class name must be a valid object or a string')


# properties

def inaccessible(ctx, w_object, name):
    info = w_object.cls.find_property(name)
    raise ctx.error('Error', 'Cannot access %s property %s::$%s' % (VISIBILITY_NAMES[info.visibility], w_object.cls.name, name))


def in_magic(ctx, w_object, name, kind):
    """True while the object's own magic method for this property runs: then the property is treated as plain."""
    for guard in ctx.magic_guards:
        if guard.w_object is w_object and guard.kind == kind and guard.name == name:
            return True
    return False


def call_magic(ctx, w_object, method, kind, name, args_w):
    ctx.magic_guards.append(MagicGuard(w_object, kind, name))
    try:
        return ctx.call_bound(method, w_object, args_w)
    finally:
        ctx.magic_guards.pop()


def get_for_write(ctx, w_object, name):
    """What __get gives for a property that is written into: a W_Ref when it returns by reference; otherwise nothing comes of the write."""
    ctx.magic_guards.append(MagicGuard(w_object, GET, name))
    try:
        w = ctx.call_bound_for_reference(w_object.cls.method_get, w_object, [new_str(name)])
    finally:
        ctx.magic_guards.pop()
    if not isinstance(w, W_Ref) and not isinstance(w, W_Object):
        ctx.notice('Indirect modification of overloaded property %s::$%s has no effect' % (w_object.cls.name, name))
    return w


class MagicGuard(object):
    _attrs_ = ('w_object', 'kind', 'name')

    def __init__(self, w_object, kind, name):
        self.w_object = w_object
        self.kind = kind
        self.name = name


GET = 0
SET = 1
ISSET = 2
UNSET = 3


def fetch_property(ctx, w_object, name, scope):
    """$object->name, borrowed; the raw slot's value."""
    slot = find_slot(promote(w_object.map), name, scope)
    if slot >= 0:
        w = w_object.get_slot(slot)
        if w is not None:
            if isinstance(w, W_Ref):
                return w.value
            return w
    return _fetch_missing(ctx, w_object, name, slot)


@dont_look_inside
def _fetch_missing(ctx, w_object, name, slot):
    if is_element(w_object, slot):
        return ctx.call_method(w_object, 'offsetget', [new_str(name)])
    method = w_object.cls.method_get
    if method is not None and not in_magic(ctx, w_object, name, GET) and not _is_uninitialized(w_object, slot):
        w = call_magic(ctx, w_object, method, GET, name, [new_str(name)])
        if slot >= 0:
            w = checked_default(ctx, slot_info(w_object.map, slot), w)
        return w
    if slot == SLOT_INACCESSIBLE:
        inaccessible(ctx, w_object, name)
    if slot == SLOT_MISSING:
        note_static(ctx, w_object, name)
    if slot >= 0:
        info = slot_info(w_object.map, slot)
        if info is not None and info.type is not None:
            raise ctx.error('Error', 'Typed property %s::$%s must not be accessed before initialization' % (info.cls.name, name))
    ctx.warning('Undefined property: %s::$%s' % (w_object.cls.name, name))
    return w_null


def is_element(w_object, slot):
    """True for a missing property of an object of a builtin class where such are elements (ArrayObject::ARRAY_AS_PROPS)."""
    if not isinstance(w_object, W_Native) or not w_object.has_elements_as_properties():
        return False
    return slot == SLOT_MISSING or slot >= 0 and w_object.get_slot(slot) is None


def note_static(ctx, w_object, name):
    """A static property is written like one of the object."""
    static = w_object.cls.find_static(name)
    if static is None:
        return
    frame = ctx.top_frame()
    info = static.info
    if not is_visible(info.visibility, info.cls, frame.scope() if frame is not None else None):
        raise ctx.error('Error', 'Cannot access %s property %s::$%s' % (VISIBILITY_NAMES[info.visibility], w_object.cls.name, name))
    ctx.notice('Accessing static property %s::$%s as non static' % (w_object.cls.name, name))


def _is_uninitialized(w_object, slot):
    """A typed property without value does not call __get, unless it was unset."""
    if slot < 0 or w_object.map.is_removed(slot):
        return False
    info = slot_info(w_object.map, slot)
    return info is not None and info.type is not None


def fetch_property_quietly(ctx, w_object, name, scope):
    """$object->name ?? null; None when missing. __isset is asked before __get."""
    slot = find_slot(promote(w_object.map), name, scope)
    if slot >= 0:
        w = deref(w_object.get_slot(slot))
        if w is not None:
            return None if w is w_null else w
    if is_element(w_object, slot):
        return fetch_quietly(ctx, w_object, new_str(name))
    if w_object.cls.method_isset is None or _is_uninitialized(w_object, slot):
        return None
    return _fetch_by_isset(ctx, w_object, name)


@dont_look_inside
def _fetch_by_isset(ctx, w_object, name):
    method = w_object.cls.method_isset
    if in_magic(ctx, w_object, name, ISSET):
        return None
    if not ctx.to_bool(call_magic(ctx, w_object, method, ISSET, name, [new_str(name)])):
        return None
    if w_object.cls.method_get is None:
        return None
    w = call_magic(ctx, w_object, w_object.cls.method_get, GET, name, [new_str(name)])
    return None if w is w_null else w


def property_is_set(ctx, w_object, name, scope, is_empty):
    slot = find_slot(promote(w_object.map), name, scope)
    if slot >= 0:
        w = deref(w_object.get_slot(slot))
        if w is not None:
            if is_empty:
                return not ctx.to_bool(w)
            return w is not w_null
    if is_element(w_object, slot):
        return is_set(ctx, w_object, new_str(name), is_empty)
    if w_object.cls.method_isset is None or _is_uninitialized(w_object, slot):
        return is_empty
    return _is_set_by_magic(ctx, w_object, name, is_empty)


@dont_look_inside
def _is_set_by_magic(ctx, w_object, name, is_empty):
    method = w_object.cls.method_isset
    if in_magic(ctx, w_object, name, ISSET):
        return is_empty
    if not ctx.to_bool(call_magic(ctx, w_object, method, ISSET, name, [new_str(name)])):
        return is_empty
    if not is_empty:
        return True
    if w_object.cls.method_get is None:
        return True
    return not ctx.to_bool(call_magic(ctx, w_object, w_object.cls.method_get, GET, name, [new_str(name)]))


def assign_property(ctx, w_object, name, scope, w_value, want_result):
    """$object->name = value. Takes over one ownership; gives the assigned value, owned, when it is wanted."""
    map = promote(w_object.map)
    slot = find_slot(map, name, scope)
    if slot >= 0:
        info = slot_info(map, slot)
        w_old = w_object.get_slot(slot)
        if takes_as_it_is(ctx, map, info, scope, w_old, w_value):
            if want_result:
                own(w_value)
            if isinstance(w_old, W_Ref):
                w_old.store(w_value)
            else:
                w_object.set_slot(slot, w_value)
                disown(w_old)
            return w_value
    return _assign_slow(ctx, w_object, name, scope, slot, w_value, want_result)


def takes_as_it_is(ctx, map, info, scope, w_old, w_value):
    """True where a property of this PropertyInfo (or None) is assigned without conversion, further checks or magic."""
    if info is None or info.type is None:
        return w_old is not None
    if isinstance(w_old, W_Ref) or w_old is None and len(map.removed) > 0:
        return False
    if info.readonly and (w_old is not None or scope is not info.cls):
        return False
    return types.fits(ctx, info.type, w_value, info.cls, None)


@dont_look_inside
def _assign_slow(ctx, w_object, name, scope, slot, w_value, want_result):
    cls = w_object.cls
    if is_element(w_object, slot):
        if want_result:
            own(w_value)
        disown(ctx.call_method(w_object, 'offsetset', [new_str(name), w_value]))
        return w_value
    if slot == SLOT_INACCESSIBLE or slot == SLOT_MISSING or w_object.get_slot(slot) is None and not _is_uninitialized(w_object, slot):
        method = cls.method_set
        if method is not None and not in_magic(ctx, w_object, name, SET):
            if want_result:
                own(w_value)
            disown(call_magic(ctx, w_object, method, SET, name, [new_str(name), w_value]))
            return w_value
        if slot == SLOT_INACCESSIBLE:
            inaccessible(ctx, w_object, name)
        if slot == SLOT_MISSING:
            note_static(ctx, w_object, name)
            return _add_property(ctx, w_object, name, w_value, want_result)
    info = slot_info(w_object.map, slot)
    if info is not None and info.readonly:
        _check_readonly(ctx, w_object, info, slot, scope)
    if info is not None and info.type is not None:
        w_value = types.check_property(ctx, info, w_value)
    w_old = w_object.get_slot(slot)
    if isinstance(w_old, W_Ref):
        w_old.store(w_value)
        if want_result:
            w_value = w_old.value
            own(w_value)
        return w_value
    if want_result:
        own(w_value)
    w_object.set_slot(slot, w_value)
    disown(w_old)
    return w_value


def assign_updated(ctx, w_object, name, scope, w_value):
    """assign_property for the result of `op=`, ++ and --."""
    map = promote(w_object.map)
    slot = find_slot(map, name, scope)
    if slot >= 0:
        ref = w_object.get_slot(slot)
        if isinstance(ref, W_Ref) and ref.sources is not None:
            ref.store(w_value)
            w_value = ref.value
            own(w_value)
            return w_value
    return assign_property(ctx, w_object, name, scope, w_value, True)


def check_step(ctx, w_object, name, scope, w_old, w_new, is_up):
    """++ and -- of a property: an int that has become a float does not go into every property."""
    slot = find_slot(w_object.map, name, scope)
    if slot < 0:
        return
    w_raw = w_object.get_slot(slot)
    if isinstance(w_raw, W_Ref):
        typed_references.check_step(ctx, w_raw, w_old, w_new, is_up)
    else:
        typed_references.check_step_of_property(ctx, slot_info(w_object.map, slot), w_old, w_new, is_up)


def _check_readonly(ctx, w_object, info, slot, scope):
    if w_object.get_slot(slot) is not None:
        raise ctx.error('Error', 'Cannot modify readonly property %s::$%s' % (info.cls.name, info.name))
    if scope is info.cls:
        return
    if scope is not None and w_object.cls.is_subclass_of(scope):
        redeclared = scope.find_property(info.name)     # by a subclass: the class may still initialize it
        if redeclared is not None and redeclared.cls is scope:
            return
    raise ctx.error('Error', 'Cannot initialize readonly property %s::$%s from %s' % (info.cls.name, info.name, scope_text(scope)))


def scope_text(scope):
    return 'global scope' if scope is None else 'scope ' + scope.name


def _add_property(ctx, w_object, name, w_value, want_result):
    if w_object.get_class().init_native != INIT_PLAIN:
        raise ctx.error('Error', 'Cannot create dynamic property %s::$%s' % (w_object.get_class().name, name))
    if len(name) > 0 and name[0] == '\0':
        raise ctx.error('Error', 'Cannot access property starting with "\\0"')
    if not ctx.allows_dynamic_properties(w_object.cls):
        ctx.deprecated('Creation of dynamic property %s::$%s is deprecated' % (w_object.cls.name, name))
    if want_result:
        own(w_value)
    map = w_object.map
    slot = map.index.get(name, -1)
    if slot >= 0:                       # an error handler made it
        w_old = w_object.get_slot(slot)
        w_object.set_slot(slot, w_value)
        disown(w_old)
        return w_value
    slot = map.size()
    w_object.map = map.with_property(name)
    w_object.set_slot(slot, w_value)
    return w_value


@dont_look_inside
def unset_property(ctx, w_object, name, scope):
    slot = find_slot(w_object.map, name, scope)
    if _is_uninitialized(w_object, slot) and w_object.get_slot(slot) is None:
        info = slot_info(w_object.map, slot)
        if info.readonly and scope is not info.cls:
            raise ctx.error('Error', 'Cannot unset readonly property %s::$%s from %s' % (info.cls.name, name, scope_text(scope)))
        w_object.map = w_object.map.with_removed(slot)
        return
    if is_element(w_object, slot):
        disown(ctx.call_method(w_object, 'offsetunset', [new_str(name)]))
        return
    if slot < 0 or w_object.get_slot(slot) is None:
        method = w_object.cls.method_unset
        if method is not None and not in_magic(ctx, w_object, name, UNSET):
            disown(call_magic(ctx, w_object, method, UNSET, name, [new_str(name)]))
            return
        if slot == SLOT_INACCESSIBLE:
            inaccessible(ctx, w_object, name)
        return
    info = slot_info(w_object.map, slot)
    w_old = w_object.get_slot(slot)
    if info is not None:
        if info.readonly:
            raise ctx.error('Error', 'Cannot unset readonly property %s::$%s' % (info.cls.name, name))
        typed_references.let_go(w_old, info)
        w_object.set_slot(slot, None)
        w_object.map = w_object.map.with_removed(slot)
    else:
        size = w_object.map.size()
        for i in range(slot, size - 1):
            w_object.set_slot(i, w_object.get_slot(i + 1))
        w_object.set_slot(size - 1, None)
        w_object.map = w_object.map.without(slot)
    disown(w_old)


@dont_look_inside
def property_ref(ctx, w_object, name, scope):
    """A reference to a property, made one; owned. Through __get it is one to a copy."""
    slot = find_slot(w_object.map, name, scope)
    if slot < 0 or w_object.get_slot(slot) is None and not _is_uninitialized(w_object, slot):
        if w_object.cls.method_get is not None and not in_magic(ctx, w_object, name, GET):
            w = get_for_write(ctx, w_object, name)
            info = slot_info(w_object.map, slot) if slot >= 0 else None
            if isinstance(w, W_Ref):
                if info is not None and info.type is not None:
                    typed_references.fit_for(ctx, info, w)
                return w
            return W_Ref(checked_default(ctx, info, w))
        if slot == SLOT_INACCESSIBLE:
            inaccessible(ctx, w_object, name)
        if slot == SLOT_MISSING:
            _make_missing(ctx, w_object, name, False)
            slot = find_slot(w_object.map, name, scope)
    info = slot_info(w_object.map, slot)
    w = w_object.get_slot(slot)
    if info is not None and info.readonly:
        raise readonly_write(ctx, info, w)
    if isinstance(w, W_Ref):
        own(w)
        return w
    if w is None and info is not None and info.type is not None and info.type.mask & (T_NULL | T_MIXED) == 0:
        raise ctx.error('Error', 'Cannot access uninitialized non-nullable property %s::$%s by reference' % (info.cls.name, name))
    ref = W_Ref(w if w is not None else w_null)
    w_object.set_slot(slot, ref)
    typed_references.hold(ctx, ref, info)
    own(ref)
    return ref


@dont_look_inside
def bind_property(ctx, w_object, name, scope, ref):
    """$object->name = &ref; takes over one ownership."""
    slot = find_slot(w_object.map, name, scope)
    if slot < 0 or w_object.get_slot(slot) is None and not _is_uninitialized(w_object, slot):
        if w_object.cls.method_get is not None and not in_magic(ctx, w_object, name, GET):
            get_for_write(ctx, w_object, name)
            raise ctx.error('Error', 'Cannot assign by reference to overloaded object')
    if slot == SLOT_INACCESSIBLE:
        inaccessible(ctx, w_object, name)
    if slot == SLOT_MISSING:
        disown(_add_property(ctx, w_object, name, w_null, True))
        slot = find_slot(w_object.map, name, scope)
    info = slot_info(w_object.map, slot)
    if info is not None and info.readonly:
        raise readonly_write(ctx, info, w_object.get_slot(slot))
    if info is not None and info.type is not None:
        typed_references.fit_for(ctx, info, ref)
        typed_references.hold(ctx, ref, info)
    w_old = w_object.get_slot(slot)
    w_object.set_slot(slot, ref)
    typed_references.let_go(w_old, info)
    disown(w_old)


def fetch_for_update(ctx, w_object, name, scope):
    """The value that `op=` and ++ start from; a property that is missing is made first."""
    if find_slot(promote(w_object.map), name, scope) == SLOT_MISSING and _is_made(ctx, w_object, name):
        return w_null
    return fetch_property(ctx, w_object, name, scope)


@dont_look_inside
def _is_made(ctx, w_object, name):
    """Makes a missing property unless __get is to be asked."""
    if w_object.cls.method_get is None or in_magic(ctx, w_object, name, GET):
        _make_missing(ctx, w_object, name, True)
        return True
    return False


def _make_missing(ctx, w_object, name, is_update):
    """Makes a property that is null, without asking __set (zend_std_get_property_ptr_ptr)."""
    note_static(ctx, w_object, name)
    disown(_add_property(ctx, w_object, name, w_null, True))
    if is_update:
        ctx.warning('Undefined property: %s::$%s' % (w_object.cls.name, name))


@dont_look_inside
def property_holder(ctx, w_object, name, scope, is_update):
    """The Holder of a property that is written into ($o->p[...] = ...); is_update: what is there is read, too."""
    slot = find_slot(w_object.map, name, scope)
    if slot < 0 or w_object.get_slot(slot) is None and not _is_uninitialized(w_object, slot):
        if w_object.cls.method_get is not None and not in_magic(ctx, w_object, name, GET):
            w = get_for_write(ctx, w_object, name)
            if isinstance(w, W_Ref):
                return RefHolder(borrowed(w))
            return ValueHolder(w)
        if slot == SLOT_INACCESSIBLE:
            inaccessible(ctx, w_object, name)
        if slot == SLOT_MISSING:
            if is_element(w_object, slot):
                w = offset_for_write(ctx, w_object, new_str(name))
                return RefHolder(borrowed(w)) if isinstance(w, W_Ref) else ValueHolder(w)
            _make_missing(ctx, w_object, name, is_update)
            slot = find_slot(w_object.map, name, scope)
            if slot < 0:
                return ValueHolder(w_null)      # the warning's handler removed it
    info = slot_info(w_object.map, slot)
    w = w_object.get_slot(slot)
    if w is None and is_update and info is not None and info.type is not None:
        raise ctx.error('Error', 'Typed property %s::$%s must not be accessed before initialization' % (info.cls.name, name))
    if info is not None and info.readonly:
        if not isinstance(w, W_Object):
            raise readonly_write(ctx, info, w)
    return SlotHolder(w_object, slot)


def is_readonly_without_value(w_object, name, scope):
    slot = find_slot(w_object.map, name, scope)
    if slot < 0 or w_object.get_slot(slot) is not None:
        return False
    info = slot_info(w_object.map, slot)
    return info is not None and info.readonly


def readonly_write(ctx, info, w):
    """Error for a write into what a readonly property has, None: nothing yet."""
    how = 'modify' if w is not None else 'indirectly modify'
    return ctx.error('Error', 'Cannot %s readonly property %s::$%s' % (how, info.cls.name, info.name))


# static properties and constants

def is_hidden_static(cls, name, scope):
    """True for a static property that is not there, or not for code of this scope, or has no value yet: isset() and ?? say nothing."""
    static = cls.find_static(name)
    if static is None or not is_visible(static.info.visibility, static.info.cls, scope):
        return True
    info = static.info
    return static.ref is None and begins_uninitialized(info)


def static_ref(ctx, frame, cls, name):
    """The W_Ref of a static property; borrowed."""
    return ref_of_static(ctx, accessible_static(ctx, frame, cls, name))


def ref_of_static(ctx, static, is_reference=False):
    """Its W_Ref, borrowed. is_reference: a reference to it is made, before which one that may be null is null."""
    if static.ref is None and is_reference and begins_uninitialized(static.info) and static.info.type.mask & (T_NULL | T_MIXED):
        set_static(ctx, static, w_null)
    if static.ref is None:
        init_static(ctx, static)
    return static.ref


def set_static(ctx, static, w_value):
    """The first value of a static property, whose ownership is taken over."""
    static.ref = W_Ref(w_value)
    typed_references.hold(ctx, static.ref, static.info)


def unborn_static(ctx, info):
    """A reference for a typed static property that may get its first value now: null."""
    ref = W_Ref(w_null)
    typed_references.hold(ctx, ref, info)
    return ref


def begins_uninitialized(info):
    """True for a typed static property without default."""
    return info.type is not None and info.code is None and info.w_default is None


def bind_static(ctx, frame, cls, name, ref):
    """cls::$name = &ref; takes over one ownership."""
    static = accessible_static(ctx, frame, cls, name)
    info = static.info
    if info.type is not None:
        typed_references.fit_for(ctx, info, ref)
        typed_references.hold(ctx, ref, info)
    w_old = static.ref
    static.ref = ref
    typed_references.let_go(w_old, info)
    disown(w_old)


def accessible_static(ctx, frame, cls, name):
    """The StaticProperty, which code of this frame may use; Error otherwise."""
    static = cls.find_static(name)
    if static is None:
        raise ctx.error('Error', 'Access to undeclared static property %s::$%s' % (cls.name, name))
    info = static.info
    if cls.is_trait:
        ctx.deprecated('Accessing static trait property %s::$%s is deprecated, it should only be accessed on a class using the trait' % (
            cls.name, name))
    if not is_visible(info.visibility, info.cls, frame.scope()):
        raise ctx.error('Error', 'Cannot access %s property %s::$%s' % (VISIBILITY_NAMES[info.visibility], cls.name, name))
    return static


@dont_look_inside
def init_static(ctx, static):
    info = static.info
    if info.code is not None:
        w_value = checked_default(ctx, info, ctx.run_thunk(info.code, info.cls))
    elif info.w_default is not None:
        w_value = info.w_default
        own(w_value)
    elif info.type is not None:
        raise ctx.error('Error', 'Typed static property %s::$%s must not be accessed before initialization' % (info.cls.name, info.name))
    else:
        w_value = w_null
    set_static(ctx, static, w_value)


def find_constant(ctx, cls, name, scope):
    """The ClassConstant cls::name, whose w_value may be None yet."""
    constant = cls.find_constant(name)
    if constant is None:
        raise ctx.error('Error', 'Undefined constant %s::%s' % (cls.name, name))
    if cls.is_trait:
        raise ctx.error('Error', 'Cannot access trait constant %s::%s directly' % (cls.name, name))
    if not is_visible(constant.visibility, constant.cls, scope):
        raise ctx.error('Error', 'Cannot access %s constant %s::%s' % (VISIBILITY_NAMES[constant.visibility], cls.name, name))
    return constant


def class_constant(ctx, cls, name, scope):
    """The value of cls::name, borrowed."""
    constant = find_constant(ctx, cls, name, scope)
    if constant.w_value is None:
        compute_constant(ctx, constant)
    return constant.w_value


@dont_look_inside
def compute_constant(ctx, constant):
    if constant.is_case:
        constant.w_value = enums.make_case(ctx, constant)
        return
    constant.w_value = ctx.run_thunk(constant.code, constant.cls)


@dont_look_inside
def compute_inner_constant(ctx, constant, class_word):
    """The same for a constant that another one is computed from, which calls its class so: only here can a circle be met."""
    if constant.busy:
        raise ctx.error('Error', 'Cannot declare self-referencing constant %s::%s' % (class_word, constant.name))
    constant.busy = True
    try:
        compute_constant(ctx, constant)
    finally:
        constant.busy = False


# new and clone

def instantiate(ctx, cls):
    """A new object with its properties' defaults, before the constructor."""
    if cls.is_abstract or cls.is_interface or cls.is_trait or cls.init_native > INIT_UNIQUE:
        _refuse(ctx, cls)
    w_object = new_object(ctx, cls.map)
    if cls.has_thunks:
        compute_defaults(ctx, cls)
    _fill(w_object, cls)
    if cls.is_throwable:
        ctx.init_throwable(w_object)
    return w_object


def new_object(ctx, map):
    """An object of this map with nothing in it."""
    maker = promote(map).cls.maker
    if maker is not None:
        return maker.make(map, ctx.new_object_id())
    return W_Object(map, ctx.new_object_id())


@unroll_safe
def _fill(w_object, cls):
    defaults = cls.defaults
    for i in range(len(defaults)):
        w = defaults[i]
        if w is not None:
            own(w)
            w_object.set_slot(i, w)


def _refuse(ctx, cls):
    if cls.is_interface:
        raise ctx.error('Error', 'Cannot instantiate interface %s' % cls.name)
    if cls.is_trait:
        raise ctx.error('Error', 'Cannot instantiate trait %s' % cls.name)
    if cls.init_native == INIT_REFUSED:
        raise ctx.error('Error', 'Instantiation of class %s is not allowed' % cls.name)
    if cls.init_native == INIT_RESERVED:
        raise ctx.error('Error', 'The "%s" class is reserved for internal use and cannot be manually instantiated' % cls.name)
    if cls.init_native == INIT_ENUM:
        raise ctx.error('Error', 'Cannot instantiate enum %s' % cls.name)
    raise ctx.error('Error', 'Cannot instantiate abstract class %s' % cls.name)


def checked_default(ctx, info, w):
    """A computed value as the property's type wants it."""
    if info is None or info.type is None:
        return w
    return types.check_property(ctx, info, w)


@dont_look_inside
def compute_defaults(ctx, cls):
    """Runs the code of defaults that are no plain constants, once a class."""
    for i in range(len(cls.thunks)):
        code = cls.thunks[i]
        if code is not None:
            info = cls.property_list[i]
            cls.defaults[i] = checked_default(ctx, info, ctx.run_thunk(code, info.cls))
            cls.thunks[i] = None
    cls.has_thunks = False


@dont_look_inside
def scope_of(func):
    """The class that a function belongs to, or None."""
    return func.cls if isinstance(func, UserFunction) else None


def copy_of_closure(ctx, closure, scope, w_this, static_cls):
    """A closure with the same captured values; static variables go on from where they are, each closure with its own."""
    values = []
    for w in closure.bound:
        own(w)
        values.append(w)
    func = closure.func
    if isinstance(func, UserFunction) and (scope is not func.cls or len(func.statics) > 0):
        copy = UserFunction(func.name, func.code, scope, func.visibility, func.is_static, False, False)
        for i in range(len(func.statics)):
            ref = func.statics[i].ref
            if ref is not None:
                own(ref.value)
                copy.statics[i].ref = W_Ref(ref.value)
        func = copy
    return W_Closure(closure.map, ctx.new_object_id(), func, values[:], w_this, static_cls)


def clone(ctx, w_object, scope):
    """A shallow copy; references that nobody else holds become plain values; then __clone."""
    cls = w_object.cls
    method = cls.find_method('__clone')
    if method is not None and not is_visible(ctx.visibility_of(method), ctx.class_of_method(method), scope):
        where = 'global scope' if scope is None else 'scope ' + scope.name
        raise ctx.error('Error', 'Call to %s %s::__clone() from %s' % (
            VISIBILITY_NAMES[ctx.visibility_of(method)], cls.name, where))
    if isinstance(w_object, W_Closure):
        return copy_of_closure(ctx, w_object, scope_of(w_object.func), w_object.w_this, w_object.static_cls)
    if cls.is_throwable or cls.init_native != INIT_PLAIN:
        raise ctx.error('Error', 'Trying to clone an uncloneable object of class %s' % cls.name)
    w_copy = new_object(ctx, w_object.map)
    for i in range(w_object.map.size()):
        w = w_object.get_slot(i)
        if isinstance(w, W_Ref) and w.rc == 1:
            w = w.value
        elif isinstance(w, W_Ref):
            typed_references.hold(ctx, w, slot_info(w_object.map, i))
        own(w)
        w_copy.set_slot(i, w)
    if isinstance(w_copy, W_Native):
        w_copy.copy_state(ctx, w_object)
    if method is not None:
        disown(ctx.call_bound(method, w_copy, []))
    return w_copy


