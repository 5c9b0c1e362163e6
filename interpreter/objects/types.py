"""Declared types of parameters, properties and return values."""
from __future__ import absolute_import

T_NULL = 1
T_FALSE = 2
T_BOOL = 4 | 2
T_INT = 8
T_FLOAT = 16
T_STRING = 32
T_ARRAY = 64
T_OBJECT = 128
T_CALLABLE = 256
T_ITERABLE = 512
T_VOID = 1024
T_NEVER = 2048
T_STATIC = 4096
T_MIXED = 8192
T_SELF = 16384
T_PARENT = 32768

NAMED_TYPES = {
    'null': T_NULL, 'false': T_FALSE, 'bool': T_BOOL, 'int': T_INT, 'float': T_FLOAT, 'string': T_STRING, 'array': T_ARRAY,
    'object': T_OBJECT, 'callable': T_CALLABLE, 'iterable': T_ITERABLE, 'void': T_VOID, 'never': T_NEVER, 'static': T_STATIC,
    'mixed': T_MIXED, 'self': T_SELF, 'parent': T_PARENT, 'true': T_BOOL,
}


class Type(object):
    """mask: T_ bits; cells: class cells of which any may fit (all, when is_intersection); text as PHP's messages print it."""
    _attrs_ = ('mask', 'cells', 'text', 'is_intersection')
    _immutable_fields_ = ('mask', 'cells[*]', 'text', 'is_intersection')

    def __init__(self, mask, cells, text, is_intersection):
        self.mask = mask
        self.cells = cells[:]
        self.text = text
        self.is_intersection = is_intersection
