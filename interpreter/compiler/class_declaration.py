"""What a class declaration compiles to: plain records, from which vm/linking.py makes a class when the declaration runs."""
from __future__ import absolute_import

from hippy.interpreter.syntax.ast import (  # the vm reads declarations by these, too
    CLASS_ENUM, CLASS_INTERFACE, CLASS_TRAIT, MOD_ABSTRACT, MOD_FINAL, MOD_PRIVATE, MOD_PROTECTED, MOD_READONLY, MOD_STATIC)

__all__ = [
    'CLASS_ENUM',
    'CLASS_INTERFACE',
    'CLASS_TRAIT',
    'MOD_ABSTRACT',
    'MOD_FINAL',
    'MOD_PRIVATE',
    'MOD_PROTECTED',
    'MOD_READONLY',
    'MOD_STATIC',
    'ClassDeclaration',
    'ConstantDeclaration',
    'MethodDeclaration',
    'PropertyDeclaration',
    'TraitAdaptation',
    'listed_methods',
    'missing_methods',
]


def missing_methods(class_name, names):
    """The message about abstract methods that a class does not implement."""
    return 'Class %s contains %d abstract method%s and must therefore be declared abstract or implement the remaining methods (%s)' % (
        class_name, len(names), 's' if len(names) > 1 else '', listed_methods(names))


def listed_methods(names):
    listed = ', '.join(names[:3])
    return listed if len(names) <= 3 else listed + ', ...'


class ClassDeclaration(object):
    _attrs_ = ('name', 'class_kind', 'modifiers', 'parent', 'interfaces', 'constants', 'properties', 'methods', 'start_line', 'end_line',
               'file', 'unsupported', 'cell', 'anonymous', 'allows_dynamic', 'is_attribute', 'traits', 'aliases',
               'precedences', 'backing', 'linked', 'doc_comment')

    def __init__(self, name, class_kind, modifiers, parent, interfaces, cell):
        self.name = name
        self.class_kind = class_kind
        self.modifiers = modifiers
        self.parent = parent            # full name, '' for none
        self.interfaces = interfaces    # full names
        self.cell = cell                # objects.symbols.ClassCell
        self.constants = []
        self.properties = []
        self.methods = []
        self.backing = ''               # of an enum: 'int' or 'string', '' when it has no values
        self.traits = []                # full names
        self.aliases = []               # TraitAdaptation
        self.precedences = []           # TraitAdaptation
        self.start_line = 0
        self.end_line = 0
        self.file = ''
        self.doc_comment = None         # with its marks
        self.unsupported = ''           # a feature that is not executed yet: a fatal error when declared
        self.anonymous = False
        self.linked = None              # the W_Class made of it while its source was compiled, until it is declared
        self.allows_dynamic = False     # has the attribute AllowDynamicProperties
        self.is_attribute = False       # has the attribute Attribute


class ConstantDeclaration(object):
    """w_value or, for what is computed when first read, code. is_case: of an enum; then they tell its backing value, if it has one."""
    _attrs_ = ('name', 'modifiers', 'w_value', 'code', 'is_case')

    def __init__(self, name, modifiers, w_value, code):
        self.name = name
        self.modifiers = modifiers
        self.w_value = w_value
        self.code = code
        self.is_case = False


class PropertyDeclaration(object):
    """w_default None and code None: no default (null, or uninitialized when typed)."""
    _attrs_ = ('name', 'modifiers', 'type', 'w_default', 'code')

    def __init__(self, name, modifiers, type, w_default, code):
        self.name = name
        self.modifiers = modifiers
        self.type = type
        self.w_default = w_default
        self.code = code


class MethodDeclaration(object):
    _attrs_ = ('name', 'modifiers', 'code')

    def __init__(self, name, modifiers, code):
        self.name = name
        self.modifiers = modifiers
        self.code = code


class TraitAdaptation(object):
    """`trait::method as modifiers alias`, or `trait::method insteadof instead_of`. trait: full name, '' when not named."""
    _attrs_ = ('trait', 'method', 'modifiers', 'alias', 'instead_of')

    def __init__(self, trait, method, modifiers, alias, instead_of):
        self.trait = trait
        self.method = method
        self.modifiers = modifiers
        self.alias = alias
        self.instead_of = instead_of[:]
