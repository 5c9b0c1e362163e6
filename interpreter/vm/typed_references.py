"""References that typed properties hold: what is assigned through them has to suit every one of these properties.

php-src's Zend/zend_execute.c, zend_verify_ref_assignable_zval and zend_verify_prop_assignable_by_ref."""
from __future__ import absolute_import

from hippy.interpreter.objects.compare import strict_equal
from hippy.interpreter.objects.convert import type_name
from hippy.interpreter.objects.references import TypeSources, W_Ref
from hippy.interpreter.objects.types import T_ARRAY, T_FLOAT, T_ITERABLE, T_MIXED
from hippy.interpreter.objects.values import W_Float, W_Int, disown
from hippy.interpreter.vm import types


class PropertySources(TypeSources):
    """The PropertyInfo of each typed property that holds the reference, one of several objects as often as there are such objects."""
    _attrs_ = ('ctx', 'infos')

    def __init__(self, ctx):
        self.ctx = ctx
        self.infos = []

    def converted(self, w_value):
        return assignable(self.ctx, self.infos, w_value)


def hold(ctx, ref, info):
    """A property (info may be None) holds the reference from now on."""
    if info is None or info.type is None:
        return
    sources = ref.sources
    if sources is None:
        sources = PropertySources(ctx)
        ref.sources = sources
    assert isinstance(sources, PropertySources)
    sources.infos.append(info)


def let_go(w, info):
    """A property holds its former value, maybe a reference, no longer."""
    if not isinstance(w, W_Ref) or w.sources is None:
        return
    sources = w.sources
    assert isinstance(sources, PropertySources)
    for i in range(len(sources.infos)):
        if sources.infos[i] is info:
            del sources.infos[i]
            break
    if len(sources.infos) == 0:
        w.sources = None


def described(info):
    return 'property %s::$%s of type %s' % (info.cls.name, info.name, info.type.text)


def assignable(ctx, infos, w_value):
    """The value as all properties take it. Takes over one ownership and gives one; TypeError."""
    w_converted = None
    for i in range(len(infos)):
        info = infos[i]
        w = w_value
        if not types.fits(ctx, info.type, w_value, info.cls, None):
            w = types.coerce(ctx, info.type, w_value, ctx.strict_types(), None)
            if w is None:
                raise ctx.error('TypeError', 'Cannot assign %s to reference held by %s' % (type_name(w_value), described(info)))
        if w_converted is not None and w_converted is not w and not strict_equal(ctx, w_converted, w):
            raise ctx.error('TypeError', 'Cannot assign %s to reference held by %s and %s, '
                            'as this would result in an inconsistent type conversion' % (
                                type_name(w_value), described(infos[0]), described(info)))
        w_converted = w
    if w_converted is None or w_converted is w_value:
        return w_value
    disown(w_value)
    return w_converted


def fit_for(ctx, info, ref):
    """Makes the value of a reference what a typed property takes before the property holds it; TypeError."""
    w = ref.value
    if types.fits(ctx, info.type, w, info.cls, None):
        return
    sources = ref.sources
    if sources is None:
        ref.value = types.check_property(ctx, info, w)
        return
    assert isinstance(sources, PropertySources)
    first = sources.infos[0]
    if types.coerce(ctx, info.type, w, ctx.strict_types(), None) is not None and first.type.mask != info.type.mask:
        raise ctx.error('TypeError', 'Reference with value of type %s held by %s is not compatible with %s' % (
            type_name(w), described(first), described(info)))
    raise ctx.error('TypeError', 'Cannot assign %s to %s' % (type_name(w), described(info)))


def check_array(ctx, ref):
    """Before null becomes an array in a reference."""
    sources = ref.sources
    if sources is None:
        return
    assert isinstance(sources, PropertySources)
    for info in sources.infos:
        if not allows_array(info):
            raise ctx.error('TypeError', 'Cannot auto-initialize an array inside a reference held by ' + described(info))


def check_array_in_property(ctx, info):
    if info is not None and info.type is not None and not allows_array(info):
        raise ctx.error('TypeError', 'Cannot auto-initialize an array inside ' + described(info))


def allows_array(info):
    return info.type.mask & (T_ARRAY | T_ITERABLE | T_MIXED) != 0


def check_step(ctx, ref, w_old, w_new, is_up):
    """++ and -- of a reference whose int has become a float."""
    sources = ref.sources
    if sources is None or not isinstance(w_old, W_Int) or not isinstance(w_new, W_Float):
        return
    assert isinstance(sources, PropertySources)
    for info in sources.infos:
        if info.type.mask & (T_FLOAT | T_MIXED) == 0:
            raise ctx.error('TypeError', 'Cannot %s a reference held by %s past its %s value' % (
                'increment' if is_up else 'decrement', described(info), 'maximal' if is_up else 'minimal'))


def check_step_of_property(ctx, info, w_old, w_new, is_up):
    """The same for a property."""
    if info is None or info.type is None or not isinstance(w_old, W_Int) or not isinstance(w_new, W_Float):
        return
    if info.type.mask & (T_FLOAT | T_MIXED) == 0:
        raise ctx.error('TypeError', 'Cannot %s %s past its %s value' % (
            'increment' if is_up else 'decrement', described(info), 'maximal' if is_up else 'minimal'))
