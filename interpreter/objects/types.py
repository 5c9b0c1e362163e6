"""Declared types of parameters, properties and return values."""
from __future__ import absolute_import

T_NULL = 1
T_FALSE = 2
T_TRUE = 4
T_BOOL = T_TRUE | T_FALSE
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
    'mixed': T_MIXED, 'self': T_SELF, 'parent': T_PARENT, 'true': T_TRUE,
}


class Type(object):
    """mask: T_ bits. cells: class cells of which any may fit (all, when is_intersection). groups: intersections of which any may fit.
    names: how the members are printed, in PHP's order, without null. text: the whole, as PHP's messages print it."""
    _attrs_ = ('mask', 'cells', 'groups', 'names', 'text', 'is_intersection')
    _immutable_fields_ = ('mask', 'cells[*]', 'groups[*]', 'names[*]', 'text', 'is_intersection')

    def __init__(self, mask, cells, groups, names, is_intersection):
        self.mask = mask
        self.cells = cells[:]
        self.groups = groups[:]
        self.names = names[:]
        self.is_intersection = is_intersection
        self.text = type_text(names, mask, is_intersection)


def type_text(names, mask, is_intersection):
    """The text of a type with these members (Zend/zend_compile.c zend_type_to_string)."""
    if is_intersection:
        return '&'.join(names)
    text = '|'.join(names)
    if mask & T_NULL == 0 or mask & T_MIXED:
        return text
    if len(names) == 0:
        return 'null'
    if len(names) == 1 and names[0][0] != '(':
        return '?' + text
    return text + '|null'


def with_null(type):
    """The type, allowing null."""
    if type.mask & (T_NULL | T_MIXED):
        return type
    if type.is_intersection:
        return Type(T_NULL, [], [type], ['(' + type.text + ')'], False)
    return Type(type.mask | T_NULL, type.cells[:], type.groups[:], type.names[:], False)
