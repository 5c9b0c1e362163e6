"""What a class has when it is an enum. Its cases are constants that hold objects, made when they are first asked for."""
from __future__ import absolute_import

from hippy.interpreter.objects.functions import NativeMethod

NAME_SLOT = 0
VALUE_SLOT = 1

CASES = 0
FROM = 1
TRY_FROM = 2


class Enum(object):
    """backing: 'int', 'string' or ''. ints, strs: value -> name of the case, once a case, from() or tryFrom() was asked for."""
    _attrs_ = ('backing', 'is_indexed', 'is_busy', 'ints', 'strs')
    _immutable_fields_ = ('backing',)

    def __init__(self, backing):
        self.backing = backing
        self.is_indexed = False
        self.is_busy = False            # is being indexed: a case's value may be computed from another case
        self.ints = {}
        self.strs = {}


class EnumMethod(NativeMethod):
    """cases(), from() or tryFrom() of one enum. kind: which of them."""
    _attrs_ = ('cls', 'kind')
    _immutable_fields_ = ('cls', 'kind')
