"""Object-model helpers of RPython and their Python 3 stand-ins."""
from __future__ import absolute_import

try:
    from rpython.rlib.objectmodel import (
        we_are_translated, specialize, always_inline, dont_inline, compute_hash,
        compute_identity_hash, compute_unique_id, newlist_hint, resizelist_hint, keepalive_until_here,
        import_from_mixin)
    from rpython.rlib.rerased import new_static_erasing_pair
    from rpython.rlib.debug import make_sure_not_resized, check_nonneg
    from rpython.rlib.rgc import collect, add_memory_pressure
    from rpython.rlib.nonconst import NonConstant
    IS_RPYTHON = True       # the sources were imported for a translation
except ImportError:
    import gc

    IS_RPYTHON = False

    def we_are_translated():
        return False

    class _Specialize(object):
        def _same(self, *_args):
            return lambda function: function
        arg = argtype = call_location = ll = arg_or_var = _same

        def memo(self):
            return lambda function: function

    specialize = _Specialize()

    def always_inline(function):
        return function

    dont_inline = always_inline

    def compute_hash(x):
        return hash(x)

    def compute_identity_hash(x):
        return id(x) >> 4

    compute_unique_id = id

    def newlist_hint(_size):
        return []

    def resizelist_hint(_items, _size):
        pass

    def keepalive_until_here(*_objects):
        pass

    def import_from_mixin(mixin):
        raise NotImplementedError('import_from_mixin')

    class _Erased(object):
        __slots__ = ('key', 'x')

        def __init__(self, key, x):
            self.key = key
            self.x = x

    def new_static_erasing_pair(name):
        key = [name]

        def erase(x):
            return _Erased(key, x)

        def unerase(erased):
            assert erased.key is key, 'unerase: %s expected, %s found' % (name, erased.key[0])
            return erased.x
        return staticmethod(erase), staticmethod(unerase)

    def make_sure_not_resized(x):
        return x

    def check_nonneg(x):
        assert x >= 0

    def collect():
        gc.collect()

    def add_memory_pressure(_size):
        pass

    def NonConstant(x):
        return x
