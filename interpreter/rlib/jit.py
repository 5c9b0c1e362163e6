"""The JIT's hints under RPython, do-nothing stand-ins under Python 3."""
from __future__ import absolute_import

try:
    from rpython.rlib.jit import (
        JitDriver, elidable, elidable_promote, promote, promote_string, unroll_safe, dont_look_inside,
        look_inside_iff, look_inside, hint, we_are_jitted, isconstant, isvirtual, set_user_param,
        loop_invariant, conditional_call, virtual_ref, virtual_ref_finish, non_virtual_ref, vref_None,
        record_exact_class, JitHookInterface, current_trace_length)
    from rpython.rlib.unroll import unrolling_iterable
    from rpython.rlib.jit import set_param as _set_param
except ImportError:
    class JitDriver(object):
        def __init__(self, **_keywords):
            pass

        def jit_merge_point(_self, **_live):
            pass

        def can_enter_jit(_self, **_live):
            pass

    def _same(function):
        return function

    elidable = unroll_safe = dont_look_inside = look_inside = loop_invariant = _same

    def elidable_promote(promote_args='all'):
        return _same

    def look_inside_iff(_predicate):
        return _same

    def promote(x):
        return x

    promote_string = promote

    def hint(x, **_keywords):
        return x

    def we_are_jitted():
        return False

    def isconstant(_x):
        return False

    isvirtual = isconstant

    def current_trace_length():
        return -1

    def set_user_param(_driver, _text):
        pass

    def conditional_call(condition, function, *args):
        if condition:
            function(*args)

    class _VirtualRef(object):
        def __init__(self, x):
            self.x = x

        def __call__(self):
            return self.x

    def virtual_ref(x):
        return _VirtualRef(x)

    non_virtual_ref = virtual_ref
    vref_None = _VirtualRef(None)

    def virtual_ref_finish(_vref, _x):
        pass

    def record_exact_class(_value, _cls):
        pass

    def unrolling_iterable(items):
        return list(items)
