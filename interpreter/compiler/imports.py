"""What a prompt keeps from one input to the next: the namespace, the imports and strict_types, which in a file hold to its end."""
from __future__ import absolute_import

from hippy.interpreter.rlib.strings import ascii_lower, cut, starts_with
from hippy.interpreter.syntax import ast


class Import(object):
    """`use full as alias`; kind: an ast.USE_ kind."""
    _attrs_ = ('kind', 'alias', 'full')
    _immutable_fields_ = ('kind', 'alias', 'full')

    def __init__(self, kind, alias, full):
        self.kind = kind
        self.alias = alias
        self.full = full

    def key(self):
        """What tells the import from others of its kind."""
        return import_key(self.kind, self.alias)


def import_key(kind, alias):
    return alias if kind == ast.USE_CONST else ascii_lower(alias)


class Names(object):
    """How names and types are meant where an input begins. `imports`: in the order in which they were made."""
    _attrs_ = ('namespace', 'imports', 'strict_types')

    def __init__(self, namespace, imports, strict_types):
        self.namespace = namespace
        self.imports = imports
        self.strict_types = strict_types

    def uses(self, kind):
        """Lower-case alias (of constants: the alias itself) -> full name."""
        found = {}
        for made in self.imports:
            if made.kind == kind:
                found[made.key()] = made.full
        return found

    def _target(self, kind, alias):
        key = import_key(kind, alias)
        for made in self.imports:
            if made.kind == kind and made.key() == key:
                return made.full
        return ''

    def full_names(self, kind, text):
        """What a class, function or constant may be called in full that code calls `text`, the likeliest first."""
        if starts_with(text, '\\'):
            return [text[1:]]
        if starts_with(ascii_lower(text), 'namespace\\'):
            return [self.in_namespace(cut(text, 10, len(text)))]
        position = text.find('\\')
        if position >= 0:
            target = self._target(ast.USE_CLASS, cut(text, 0, position))
            if target != '':
                return [target + cut(text, position, len(text))]
            return [self.in_namespace(text)]
        target = self._target(kind, text)
        if target != '':
            return [target]
        if kind == ast.USE_CLASS or self.namespace == '':
            return [self.in_namespace(text)]
        return [self.in_namespace(text), text]

    def copy(self):
        return Names(self.namespace, self.imports, self.strict_types)

    def in_namespace(self, name):
        return name if self.namespace == '' else self.namespace + '\\' + name


def with_import(imports, made):
    """The imports and one more, which takes the place of one of the same name."""
    kept = []
    for other in imports:
        if other.kind != made.kind or other.key() != made.key():
            kept.append(other)
    kept.append(made)
    return kept
