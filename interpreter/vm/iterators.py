"""What foreach keeps in its temporary: walks over arrays, over references to arrays, over objects."""
from __future__ import absolute_import

from hippy.interpreter.objects.arrays import ArrayIterator, W_Array
from hippy.interpreter.objects.classes import is_visible, slot_info
from hippy.interpreter.objects.convert import type_name
from hippy.interpreter.objects.generators import W_Generator
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.natives import W_Native
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Root, disown, own, w_null
from hippy.interpreter.vm import dimensions, generators, typed_references


class Walk(W_Root):
    """One foreach under way."""
    _attrs_ = ()

    def next_value(self, ctx):
        """The next value, owned by the caller, or None at the end."""
        raise NotImplementedError

    def next_ref(self, ctx):
        """The reference to the next element, owned by the caller, or None: of walks by reference."""
        return None

    def step(self, ctx):
        """Goes to the next value without asking for it; False at the end."""
        w = self.next_value(ctx)
        disown(w)
        return w is not None

    def key(self, ctx):
        """The key of the value given last."""
        raise NotImplementedError

    def close(self):
        """Gives up what the walk owns."""
        raise NotImplementedError


class ArrayWalk(Walk):
    """By value: owns the array, so that writes in the body go to a copy."""
    _attrs_ = ('w_array', 'pos')

    def __init__(self, w_array):
        """Takes over one ownership."""
        self.w_array = w_array
        self.pos = 0

    def next_value(self, ctx):
        pos = self.w_array.next_pos(self.pos)
        if pos < 0:
            return None
        self.pos = pos + 1
        w = deref(self.w_array.value_at(pos))
        own(w)
        return w

    def key(self, ctx):
        return self.w_array.key_at(self.pos - 1)

    def close(self):
        disown(self.w_array)


class NothingWalk(Walk):
    """Over what is neither array nor object."""
    _attrs_ = ()

    def next_value(self, ctx):
        return None

    def key(self, ctx):
        return w_null

    def close(self):
        pass


class ReferenceWalk(Walk):
    """By reference: follows the array behind a reference through all changes of the body."""
    _attrs_ = ('ref', 'w_array', 'iterator', 'w_key', 'entries', 'index')

    def __init__(self, ref):
        """Takes over one ownership of the reference."""
        self.ref = ref
        self.w_array = None
        self.iterator = ArrayIterator(0)
        self.w_key = w_null
        self.entries = None     # of an object: its property entries
        self.index = 0

    def next_ref(self, ctx):
        if self.entries is not None:
            return self._next_property(ctx)
        w = self.ref.value
        if not isinstance(w, W_Array):
            return None
        w_array = dimensions.array_for_write(ctx, dimensions.RefHolder(self.ref))
        if w_array is not self.w_array:
            self._follow(w, w_array)
        pos = w_array.next_pos(self.iterator.pos)
        if pos < 0:
            return None
        self.iterator.pos = pos + 1
        self.w_key = w_array.key_at(pos)
        ref = w_array.ref_at(pos)
        own(ref)
        return ref

    def _follow(self, w_before, w_array):
        """The reference holds another array now: a copy of the old one keeps the position, any other starts at its own."""
        old = self.w_array
        if old is not None:
            old.unregister(self.iterator)
            if w_before is not old:
                self.iterator.pos = w_array.pos
        w_array.register(self.iterator)
        self.w_array = w_array

    def _next_property(self, ctx):
        w_object = self.ref.value
        assert isinstance(w_object, W_Object)
        while self.index < len(self.entries):
            entry = self.entries[self.index]
            self.index += 1
            w = w_object.get_slot(entry.slot)
            if w is None:
                continue
            if not isinstance(w, W_Ref):
                info = slot_info(w_object.map, entry.slot)
                if info is not None and info.readonly:
                    raise ctx.error('Error', 'Cannot acquire reference to readonly property %s::$%s' % (info.cls.name, entry.name))
                w = W_Ref(w)
                typed_references.hold(ctx, w, info)
                w_object.set_slot(entry.slot, w)
            own(w)
            self.w_key = new_str(entry.name)
            return w
        return None

    def next_value(self, ctx):
        raise NotImplementedError

    def key(self, ctx):
        return self.w_key

    def close(self):
        if self.w_array is not None:
            self.w_array.unregister(self.iterator)
            self.w_array = None
        disown(self.ref)


class PropertyWalk(Walk):
    """Over the properties of a plain object that the scope may see."""
    _attrs_ = ('w_object', 'entries', 'index')

    def __init__(self, w_object, entries):
        self.w_object = w_object
        self.entries = entries
        self.index = 0

    def next_value(self, ctx):
        while self.index < len(self.entries):
            entry = self.entries[self.index]
            self.index += 1
            w = deref(self.w_object.get_slot(entry.slot))
            if w is not None:
                own(w)
                return w
        return None

    def key(self, ctx):
        return new_str(self.entries[self.index - 1].name)

    def close(self):
        pass


class IteratorWalk(Walk):
    """Over an object of class Iterator."""
    _attrs_ = ('w_object', 'started')

    def __init__(self, w_object):
        self.w_object = w_object
        self.started = False

    def step(self, ctx):
        if self.started:
            disown(ctx.call_method(self.w_object, 'next', []))
        else:
            self.started = True
            disown(ctx.call_method(self.w_object, 'rewind', []))
        return ctx.to_bool(ctx.call_method(self.w_object, 'valid', []))

    def next_value(self, ctx):
        if not self.step(ctx):
            return None
        return ctx.call_method(self.w_object, 'current', [])

    def key(self, ctx):
        return ctx.call_method(self.w_object, 'key', [])

    def close(self):
        w_object = self.w_object
        if isinstance(w_object, W_Native):
            w_object.walk_ended()


class GeneratorWalk(Walk):
    """Over a generator, as it goes."""
    _attrs_ = ('generator', 'started')

    def __init__(self, generator):
        self.generator = generator
        self.started = False

    def step(self, ctx):
        generator = self.generator
        if self.started:
            generators.start(ctx, generator)
            generators.resume(ctx, generator, w_null)
        else:
            self.started = True
            generators.rewind(ctx, generator)
        return generator.frame is not None

    def next_value(self, ctx):
        if not self.step(ctx):
            return None
        return generators.current_value(ctx, self.generator)

    def next_ref(self, ctx):
        if not self.step(ctx):
            return None
        w = self.generator.w_value
        if isinstance(w, W_Ref):
            own(w)
            return w
        return W_Ref(generators.current_value(ctx, self.generator))

    def key(self, ctx):
        return generators.current_key(self.generator)

    def close(self):
        pass


def walk_generator(ctx, generator, by_ref):
    """The walk of a foreach over a generator."""
    if generator.frame is None and generator.started:
        raise ctx.error('Exception', 'Cannot traverse an already closed generator')
    if by_ref and not generator.by_ref:
        raise ctx.error('Exception', 'You can only iterate a generator by-reference if it declared that it yields by-reference')
    return GeneratorWalk(generator)


def visible_entries(w_object, scope):
    entries = []
    for entry in w_object.property_list():
        infos = w_object.cls.property_list
        if entry.slot >= len(infos) or is_visible(entry.visibility, infos[entry.slot].cls, scope):
            entries.append(entry)
    return entries


def iterator_of(ctx, w):
    """What getIterator() gives, or the object itself when it is no IteratorAggregate."""
    aggregate = ctx.find_class('iteratoraggregate')
    traversable = ctx.find_class('traversable')
    while w.get_class().is_subclass_of(aggregate):
        name = w.get_class().name
        w_inner = ctx.call_method(w, 'getiterator', [])
        if not isinstance(w_inner, W_Object) or not w_inner.get_class().is_subclass_of(traversable):
            raise ctx.error('Exception', 'Objects returned by %s::getIterator() must be traversable or implement interface Iterator' % name)
        w = w_inner
    return w


def native_walk(ctx, w, by_ref):
    """The walk that a builtin class has of its own, or None."""
    if isinstance(w, W_Native):
        return w.start_walk(ctx, by_ref)
    return None


def start_walk(ctx, scope, w):
    """The Walk over any value; takes over one ownership."""
    if isinstance(w, W_Array):
        return ArrayWalk(w)
    if isinstance(w, W_Object):
        walk = native_walk(ctx, w, False)
        if walk is not None:
            return walk
        w = iterator_of(ctx, w)
        if isinstance(w, W_Generator):
            return walk_generator(ctx, w, False)
        walk = native_walk(ctx, w, False)
        if walk is not None:
            return walk
        if w.get_class().is_subclass_of(ctx.find_class('iterator')):
            return IteratorWalk(w)
        return PropertyWalk(w, visible_entries(w, scope))
    ctx.warning('foreach() argument must be of type array|object, %s given' % type_name(w))
    return NothingWalk()


def start_reference_walk(ctx, scope, ref):
    """The walk for foreach by reference; takes over one ownership of the W_Ref."""
    w = ref.value
    if isinstance(w, W_Object):
        walk = native_walk(ctx, w, True)
        if walk is None:
            w = iterator_of(ctx, w)
            if isinstance(w, W_Generator):
                disown(ref)
                return walk_generator(ctx, w, True)
            walk = native_walk(ctx, w, True)
        if walk is not None:
            disown(ref)
            return walk
    walk = ReferenceWalk(ref)
    if isinstance(w, W_Object):
        if w.cls.is_subclass_of(ctx.find_class('traversable')):
            raise ctx.error('Error', 'An iterator cannot be used with foreach by reference')
        walk.entries = visible_entries(w, scope)
    elif not isinstance(w, W_Array):
        ctx.warning('foreach() argument must be of type array|object, %s given' % type_name(w))
    return walk
