"""The scalar values of PHP and the root of all values. Strings are in strings.py, arrays in arrays.py, objects in instances.py."""
from __future__ import absolute_import

TP_NULL = 0
TP_BOOL = 1
TP_INT = 2
TP_FLOAT = 3
TP_STRING = 4
TP_ARRAY = 5
TP_OBJECT = 6
TP_RESOURCE = 7
TP_REF = 8
TP_INTERNAL = 9         # iterators, half-built calls: never seen by PHP code

# gettype() names, by tp (PHP manual, gettype)
GETTYPE_NAMES = ['NULL', 'boolean', 'integer', 'double', 'string', 'array', 'object', 'resource', 'reference', 'internal']
# names used in error messages and by get_debug_type(), by tp; objects give their class
TYPE_NAMES = ['null', 'bool', 'int', 'float', 'string', 'array', 'object', 'resource', 'reference', 'internal']


class W_Root(object):
    """Any PHP value; also what only slots may hold: references and iterators."""
    _attrs_ = ()
    tp = TP_INTERNAL


class W_Null(W_Root):
    _attrs_ = ()
    tp = TP_NULL


class W_Bool(W_Root):
    """Two instances only, w_true and w_false: compare by identity."""
    _attrs_ = ('boolval',)
    _immutable_fields_ = ('boolval',)
    tp = TP_BOOL

    def __init__(self, boolval):
        self.boolval = boolval


class W_Int(W_Root):
    _attrs_ = ('intval',)
    _immutable_fields_ = ('intval',)
    tp = TP_INT

    def __init__(self, intval):
        self.intval = intval


class W_Float(W_Root):
    _attrs_ = ('floatval',)
    _immutable_fields_ = ('floatval',)
    tp = TP_FLOAT

    def __init__(self, floatval):
        self.floatval = floatval


class W_Counted(W_Root):
    """A value with an owner count: the number of slots that hold it, never too low (it may be too high).

    A slot is a variable or temporary of a frame, an array element, a property, a static, a reference's value or a closure's
    binding. A fresh value is born with rc 1, owned by the temporary that receives it. It may be changed in place only when rc is 1.
    """
    _attrs_ = ('rc',)

    def release(self):
        """Called when rc fell to 0: gives up what the value itself owns."""
        raise NotImplementedError


IMMORTAL = 1 << 60      # rc of literals: never unique, so always copied before a write

w_null = W_Null()
w_true = W_Bool(True)
w_false = W_Bool(False)


def new_bool(flag):
    return w_true if flag else w_false


def own(w):
    """One more slot holds w (None allowed)."""
    if isinstance(w, W_Counted):
        w.rc += 1


def disown(w):
    """One slot less holds w (None allowed). Call it after the new value is in place: releasing may run user code."""
    if isinstance(w, W_Counted):
        give_back(w)


def give_back(w):
    rc = w.rc - 1
    w.rc = rc
    if rc == 0:
        w.release()
