"""How PHP wants its magic methods to be declared (Zend/zend_API.c zend_check_magic_method_implementation)."""
from __future__ import absolute_import

from hippy.interpreter.errors import E_WARNING
from hippy.interpreter.objects.types import (
    T_ARRAY, T_BOOL, T_MIXED, T_NEVER, T_NULL, T_OBJECT, T_SELF, T_STATIC, T_STRING, T_VOID)
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.syntax import ast

ANY_COUNT = -1
MUST_BE_STATIC = 1
MUST_NOT_BE_STATIC = 2


class MagicRule(object):
    """params: the mask of each parameter's type; None for any number of them. returns: a mask, 0 for anything."""
    _attrs_ = ('count', 'params', 'returns', 'static_rule', 'is_public', 'returns_nothing')

    def __init__(self, count, params, returns, static_rule, is_public, returns_nothing):
        self.count = count
        self.params = params
        self.returns = returns
        self.static_rule = static_rule
        self.is_public = is_public
        self.returns_nothing = returns_nothing      # no return type may be declared


RULES = {
    '__construct': MagicRule(ANY_COUNT, [], 0, MUST_NOT_BE_STATIC, False, True),
    '__destruct': MagicRule(0, [], 0, MUST_NOT_BE_STATIC, False, True),
    '__clone': MagicRule(0, [], T_VOID, MUST_NOT_BE_STATIC, False, False),
    '__get': MagicRule(1, [T_STRING], 0, MUST_NOT_BE_STATIC, True, False),
    '__set': MagicRule(2, [T_STRING, 0], T_VOID, MUST_NOT_BE_STATIC, True, False),
    '__unset': MagicRule(1, [T_STRING], T_VOID, MUST_NOT_BE_STATIC, True, False),
    '__isset': MagicRule(1, [T_STRING], T_BOOL, MUST_NOT_BE_STATIC, True, False),
    '__call': MagicRule(2, [T_STRING, T_ARRAY], 0, MUST_NOT_BE_STATIC, True, False),
    '__callstatic': MagicRule(2, [T_STRING, T_ARRAY], 0, MUST_BE_STATIC, True, False),
    '__tostring': MagicRule(0, [], T_STRING, MUST_NOT_BE_STATIC, True, False),
    '__debuginfo': MagicRule(0, [], T_ARRAY | T_NULL, MUST_NOT_BE_STATIC, True, False),
    '__serialize': MagicRule(0, [], T_ARRAY, MUST_NOT_BE_STATIC, True, False),
    '__unserialize': MagicRule(1, [T_ARRAY], T_VOID, MUST_NOT_BE_STATIC, True, False),
    '__set_state': MagicRule(1, [T_ARRAY], T_OBJECT, MUST_BE_STATIC, True, False),
    '__invoke': MagicRule(ANY_COUNT, [], 0, MUST_NOT_BE_STATIC, True, False),
    '__sleep': MagicRule(0, [], T_ARRAY, MUST_NOT_BE_STATIC, True, False),
    '__wakeup': MagicRule(0, [], T_VOID, MUST_NOT_BE_STATIC, True, False),
}
MASK_NAMES = {T_VOID: 'void', T_BOOL: 'bool', T_STRING: 'string', T_ARRAY: 'array', T_OBJECT: 'object', T_ARRAY | T_NULL: '?array'}


def check_magic_method(c, declaration, member, code):
    name = member.function.name
    assert name is not None
    rule = RULES.get(ascii_lower(name), None)
    if rule is None:
        return
    title = '%s::%s()' % (declaration.name, name)
    _check_arguments(c, member, code, rule, title)
    is_static = member.modifiers & ast.MOD_STATIC != 0
    if is_static and rule.static_rule == MUST_NOT_BE_STATIC:
        raise c.unit.error('Method %s cannot be static' % title, member)
    if not is_static and rule.static_rule == MUST_BE_STATIC:
        raise c.unit.error('Method %s must be static' % title, member)
    if rule.is_public and member.modifiers & (ast.MOD_PRIVATE | ast.MOD_PROTECTED):
        c.unit.warn(E_WARNING, 'The magic method %s must have public visibility' % title, member)
    _check_types(c, member, code, rule, title)


def _check_arguments(c, member, code, rule, title):
    if rule.count == ANY_COUNT:
        return
    count = len(code.params)
    if code.variadic:
        count -= 1
    if count != rule.count:
        if rule.count == 0:
            raise c.unit.error('Method %s cannot take arguments' % title, member)
        raise c.unit.error('Method %s must take exactly %d argument%s' % (title, rule.count, '' if rule.count == 1 else 's'), member)
    for i in range(count):
        if code.params[i].by_ref:
            raise c.unit.error('Method %s cannot take arguments by reference' % title, member)


def _check_types(c, member, code, rule, title):
    for i in range(len(rule.params)):
        type = code.params[i].type
        wanted = rule.params[i]
        if type is not None and wanted != 0 and type.mask & (wanted | T_MIXED) == 0:
            raise c.unit.error('%s: Parameter #%d ($%s) must be of type %s when declared' % (
                title, i + 1, code.params[i].name, MASK_NAMES[wanted]), member)
    type = code.return_type
    if member.function.return_type is None or type is None:
        return
    if rule.returns_nothing:
        raise c.unit.error('Method %s cannot declare a return type' % title, member)
    if rule.returns == 0 or type.mask & T_NEVER:
        return
    allowed = rule.returns
    if rule.returns == T_OBJECT:
        allowed |= T_STATIC | T_SELF
    has_classes = len(type.cells) > 0 or len(type.groups) > 0
    if type.mask & ~allowed or (has_classes and rule.returns != T_OBJECT):
        raise c.unit.error('%s: Return type must be %s when declared' % (title, MASK_NAMES[rule.returns]), member)
