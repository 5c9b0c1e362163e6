"""Declared types as written to objects.types.Type, with what PHP refuses about them (Zend/zend_compile.c zend_compile_typename)."""
from __future__ import absolute_import

from hippy.interpreter.errors import E_COMPILE_WARNING
from hippy.interpreter.objects.types import (
    NAMED_TYPES, T_ARRAY, T_BOOL, T_CALLABLE, T_FALSE, T_FLOAT, T_INT, T_ITERABLE, T_MIXED, T_NEVER, T_NULL, T_OBJECT, T_PARENT, T_SELF,
    T_STATIC, T_STRING, T_TRUE, T_VOID, Type, type_text)
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.syntax import ast

# members that are no classes, in the order in which PHP prints them
PRINTED = [(T_STATIC, 'static'), (T_CALLABLE, 'callable'), (T_OBJECT, 'object'), (T_ARRAY, 'array'), (T_STRING, 'string'), (T_INT, 'int'),
           (T_FLOAT, 'float'), (T_BOOL, 'bool'), (T_FALSE, 'false'), (T_TRUE, 'true'), (T_VOID, 'void'), (T_NEVER, 'never')]
# names of types that only mean them where no namespace is written
UNQUALIFIED_ONLY = ['null', 'true', 'false', 'int', 'float', 'string', 'bool', 'void', 'never', 'object', 'iterable', 'mixed']
RESERVED = ['bool', 'false', 'float', 'int', 'iterable', 'mixed', 'never', 'null', 'object', 'parent', 'self', 'static', 'string', 'true',
            'void']
# what is often taken for a type, with the type that is meant
CONFUSING = {'boolean': 'bool', 'integer': 'int', 'double': 'float', 'resource': ''}


class TypeParts(object):
    """A type under construction. class_names: classes as printed, self, parent and Traversable of `iterable` included."""
    _attrs_ = ('mask', 'cells', 'groups', 'class_names')

    def __init__(self):
        self.mask = 0
        self.cells = []
        self.groups = []
        self.class_names = []


def compile_type(c, node):
    """The Type of an ast type, or None."""
    if node is None:
        return None
    if isinstance(node, ast.IntersectionType):
        return _intersection(c, node)
    parts = TypeParts()
    if isinstance(node, ast.UnionType):
        for member in node.types:
            _add_member(c, parts, member)
        _check_union(c, parts, node)
    elif isinstance(node, ast.NullableType):
        _add_single(c, parts, node.inner)
        if parts.mask & T_MIXED:
            raise c.unit.error('Type mixed cannot be marked as nullable since mixed already includes null', node)
        if parts.mask & T_NULL:
            raise c.unit.error('null cannot be marked as nullable', node)
        parts.mask |= T_NULL
        _check_standalone(c, parts, node)
    else:
        _add_single(c, parts, node)
    return finished(parts)


def finished(parts):
    return Type(parts.mask, parts.cells, parts.groups, printed_names(parts), False)


def printed_names(parts):
    if parts.mask & T_MIXED:
        return ['mixed']
    names = parts.class_names[:]
    mask = parts.mask
    if mask & T_ITERABLE:
        mask |= T_ARRAY
    for bits, name in PRINTED:
        if mask & bits == bits:
            names.append(name)
            mask &= ~bits
    return names


def _add_single(c, parts, node):
    assert isinstance(node, ast.NamedType)
    name = node.name
    lower = ascii_lower(name.text)
    bits = NAMED_TYPES.get(lower, 0)
    if name.resolution != ast.NAME_UNQUALIFIED:
        if lower in UNQUALIFIED_ONLY:
            raise c.unit.error("Type declaration '%s' must be unqualified" % lower, node)
        bits = 0
    if bits == 0:
        full = c.unit.class_name(name)
        check_class_name(c, full, node)
        _warn_of_confusion(c, name, full)
        parts.cells.append(c.unit.symbols.class_cell(full))
        parts.class_names.append(full)
    elif bits & (T_SELF | T_PARENT):
        _check_class_word(c, node, lower)
        parts.class_names.append(lower)
    elif bits == T_ITERABLE:
        parts.class_names.append('Traversable')
    elif bits == T_STATIC:
        _check_class_word(c, node, lower)
    parts.mask |= bits


def check_class_name(c, name, node):
    """A class must not be called like a type, in no namespace."""
    position = name.rfind('\\') + 1
    assert position >= 0
    if ascii_lower(name[position:]) in RESERVED:
        raise c.unit.error("Cannot use '%s' as class name as it is reserved" % name, node)


def _warn_of_confusion(c, name, full):
    if name.resolution != ast.NAME_UNQUALIFIED or name.text not in CONFUSING or name.text in c.unit.class_uses:
        return
    meant = CONFUSING[name.text]
    hint = '' if c.unit.namespace == '' else ' or import the class with "use"'
    if meant == '':
        message = '"%s" is not a supported builtin type and will be interpreted as a class name.' % name.text
    else:
        message = '"%s" will be interpreted as a class name. Did you mean "%s"?' % (name.text, meant)
    c.unit.warn(E_COMPILE_WARNING, '%s Write "\\%s"%s to suppress this warning' % (message, full, hint), name)


def _check_class_word(c, node, word):
    context = c.class_context
    if c.code.is_closure or (context is not None and context.is_trait):
        return
    if context is None:
        raise c.unit.error('Cannot use "%s" when no class scope is active' % word, node)
    if word == 'parent' and context.parent is None:
        raise c.unit.error('Cannot use "parent" when current class scope has no parent', node)


def _add_member(c, parts, member):
    """One member of a union."""
    if isinstance(member, ast.IntersectionType):
        _add_group(c, parts, member)
        return
    single = TypeParts()
    _add_single(c, single, member)
    if single.mask & T_MIXED:
        raise c.unit.error('Type mixed can only be used as a standalone type', member)
    overlap = parts.mask & single.mask
    if single.mask & T_ITERABLE and parts.mask & T_ARRAY or single.mask & T_ARRAY and parts.mask & T_ITERABLE:
        overlap |= T_ARRAY
    if overlap & ~(T_SELF | T_PARENT):
        raise c.unit.error('Duplicate type %s is redundant' % mask_text(overlap), member)
    if parts.mask & T_TRUE and single.mask == T_FALSE or parts.mask & T_FALSE and single.mask == T_TRUE:
        raise c.unit.error('Type contains both true and false, bool should be used instead', member)
    for name in single.class_names:
        for known in parts.class_names:
            if ascii_lower(known) == ascii_lower(name):
                raise c.unit.error('Duplicate type %s is redundant' % name, member)
        for group in parts.groups:
            if contains_class(group.names, name):
                raise c.unit.error('Type %s is redundant as it is more restrictive than type %s' % (group.text, name), member)
    parts.mask |= single.mask
    parts.cells.extend(single.cells)
    parts.class_names.extend(single.class_names)


def _add_group(c, parts, member):
    """An intersection in a union."""
    group = _intersection(c, member)
    for known in parts.class_names:
        if contains_class(group.names, known):
            raise c.unit.error('Type %s is redundant as it is more restrictive than type %s' % (group.text, known), member)
    for known in parts.groups:
        smaller, larger = group, known
        if len(known.names) < len(group.names):
            smaller, larger = known, group
        if _is_part(smaller.names, larger.names):
            if len(smaller.names) == len(larger.names):
                raise c.unit.error('Type %s is redundant with type %s' % (smaller.text, larger.text), member)
            raise c.unit.error('Type %s is redundant as it is more restrictive than type %s' % (larger.text, smaller.text), member)
    parts.groups.append(group)
    parts.class_names.append('(' + group.text + ')')


def contains_class(names, name):
    for known in names:
        if ascii_lower(known) == ascii_lower(name):
            return True
    return False


def _is_part(names, others):
    for name in names:
        if not contains_class(others, name):
            return False
    return True


def mask_text(mask):
    parts = TypeParts()
    parts.mask = mask
    return type_text(printed_names(parts), mask, False)


def _check_union(c, parts, node):
    is_only_iterable = len(parts.class_names) == 0 or (parts.mask & T_ITERABLE and len(parts.class_names) == 1)
    if parts.mask & T_OBJECT and (not is_only_iterable or parts.mask & T_STATIC):
        raise c.unit.error('Type %s contains both object and a class type, which is redundant' % finished(parts).text, node)
    _check_standalone(c, parts, node)


def _check_standalone(c, parts, node):
    if parts.mask & T_VOID:
        raise c.unit.error('Void can only be used as a standalone type', node)
    if parts.mask & T_NEVER:
        raise c.unit.error('never can only be used as a standalone type', node)


def _intersection(c, node):
    parts = TypeParts()
    for member in node.types:
        before = len(parts.class_names)
        _add_single(c, parts, member)
        if parts.mask:
            assert isinstance(member, ast.NamedType)
            text = member.name.text
            if parts.mask & T_ITERABLE:
                text = 'Traversable|array'
            elif not parts.mask & (T_SELF | T_PARENT):
                text = ascii_lower(text)
            raise c.unit.error('Type %s cannot be part of an intersection type' % text, member)
        for i in range(before):
            if ascii_lower(parts.class_names[i]) == ascii_lower(parts.class_names[before]):
                raise c.unit.error('Duplicate type %s is redundant' % parts.class_names[before], member)
    return Type(parts.mask, parts.cells, [], parts.class_names, True)
