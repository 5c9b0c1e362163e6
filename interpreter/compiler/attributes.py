"""Attributes: what PHP refuses about them while compiling (Zend/zend_compile.c zend_compile_attributes)."""
from __future__ import absolute_import

from hippy.interpreter.compiler.checks import check_constant_expression
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.syntax import ast

TARGET_CLASS = 1
TARGET_FUNCTION = 2
TARGET_METHOD = 4
TARGET_PROPERTY = 8
TARGET_CONSTANT = 16
TARGET_PARAMETER = 32
TARGET_NAMES = ['class', 'function', 'method', 'property', 'class constant', 'parameter']

# where PHP's own attributes may stand; none of them twice
OWN_TARGETS = {
    'attribute': TARGET_CLASS,
    'allowdynamicproperties': TARGET_CLASS,
    'returntypewillchange': TARGET_METHOD,
    'sensitiveparameter': TARGET_PARAMETER,
}


def target_names(targets):
    names = []
    for i in range(len(TARGET_NAMES)):
        if targets & (1 << i):
            names.append(TARGET_NAMES[i])
    return ', '.join(names)


def check_attributes(c, attributes, target, promoted, node):
    """node: what they belong to. promoted: what else a promoted parameter is, 0 for everything else."""
    if len(attributes) == 0:
        return
    unit = c.unit
    before = unit.fixed_line
    unit.fixed_line = unit.line_of(node)
    names = []
    for attribute in attributes:
        if attribute.first_class:
            raise unit.error('Cannot create Closure as attribute argument', node)
        full = unit.class_name(attribute.name)
        allowed = OWN_TARGETS.get(ascii_lower(full), 0)
        if allowed and not target & allowed and promoted & allowed:
            continue
        names.append(full)
        _check_arguments(c, attribute, node)
    for i in range(len(names)):
        allowed = OWN_TARGETS.get(ascii_lower(names[i]), 0)
        if allowed == 0:
            continue
        if not target & allowed:
            raise unit.error('Attribute "%s" cannot target %s (allowed targets: %s)' % (
                names[i], target_names(target), target_names(allowed)), node)
        for k in range(len(names)):
            if k != i and ascii_lower(names[k]) == ascii_lower(names[i]):
                raise unit.error('Attribute "%s" must not be repeated' % names[i], node)
    unit.fixed_line = before


def _check_arguments(c, attribute, node):
    named = []
    for arg in attribute.args:
        if arg.spread:
            raise c.unit.error('Cannot use unpacking in attribute argument list', node)
        name = arg.name
        if name is not None:
            if name in named:
                raise c.unit.error('Duplicate named parameter $%s' % name, node)
            named.append(name)
        elif len(named) > 0:
            raise c.unit.error('Cannot use positional argument after named argument', node)
        check_constant_expression(c, arg.value, True)


def has_attribute(c, attributes, lower):
    for attribute in attributes:
        assert isinstance(attribute, ast.Attribute)
        if ascii_lower(c.unit.class_name(attribute.name)) == lower:
            return True
    return False
