"""The `use` of traits in a class body."""
from __future__ import absolute_import

from hippy.interpreter.compiler.class_declaration import TraitAdaptation
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.syntax import ast

RESERVED = ['self', 'parent', 'static']


def compile_trait_use(c, declaration, member):
    for name in member.names:
        full = _trait_name(c, name, member)
        if declaration.class_kind == ast.CLASS_INTERFACE:
            raise c.unit.error('Cannot use traits inside of interfaces. %s is used in %s' % (full, declaration.name), member)
        declaration.traits.append(full)
    for node in member.adaptations:
        if isinstance(node, ast.TraitAlias):
            declaration.aliases.append(_alias(c, node, member))
        elif isinstance(node, ast.TraitPrecedence):
            names = [_trait_name(c, name, member) for name in node.instead_of]
            declaration.precedences.append(TraitAdaptation(_trait_name(c, node.trait, member), node.method, 0, '', names))


def _trait_name(c, name, member):
    if name.resolution == ast.NAME_UNQUALIFIED and ascii_lower(name.text) in RESERVED:
        raise c.unit.error("Cannot use '%s' as trait name, as it is reserved" % name.text, member)
    return c.unit.class_name(name)


def _alias(c, node, member):
    for bit, word in [(ast.MOD_STATIC, 'static'), (ast.MOD_ABSTRACT, 'abstract'), (ast.MOD_FINAL, 'final'), (ast.MOD_READONLY, 'readonly')]:
        if node.modifiers & bit:
            raise c.unit.error("Cannot use '%s' as method modifier" % word, member)
    trait = ''
    if node.trait is not None:
        trait = _trait_name(c, node.trait, member)
    return TraitAdaptation(trait, node.method, node.modifiers, node.alias if node.alias is not None else '', [])
