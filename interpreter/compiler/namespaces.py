"""namespace, use and declare: the statements that say how names and types are meant (Zend/zend_compile.c)."""
from __future__ import absolute_import

from hippy.interpreter.compiler.dispatch import compiles, statement
from hippy.interpreter.compiler.folding import fold
from hippy.interpreter.compiler.imports import Import, import_key, with_import
from hippy.interpreter.compiler.types import RESERVED
from hippy.interpreter.errors import E_COMPILE_WARNING, E_WARNING
from hippy.interpreter.objects.values import W_Int
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.syntax import ast

USE_WORDS = ['', ' function', ' const']     # by ast.USE_ kind
DECLARED_WORDS = ['class', 'function', 'const']


class Segment(object):
    """The statements of one namespace of a source, with its imports. opening: the ast.Namespace, None outside of all."""
    _attrs_ = ('namespace', 'opening', 'statements', 'class_uses', 'function_uses', 'const_uses', 'imports')

    def __init__(self, opening, statements):
        self.namespace = ''
        if opening is not None and opening.name is not None:
            self.namespace = opening.name.text
        self.opening = opening
        self.statements = statements
        self.class_uses = {}
        self.function_uses = {}
        self.const_uses = {}
        self.imports = []

    def go_on(self, names):
        """Begins with what was in force before."""
        self.namespace = names.namespace
        self.class_uses = names.uses(ast.USE_CLASS)
        self.function_uses = names.uses(ast.USE_FUNCTION)
        self.const_uses = names.uses(ast.USE_CONST)
        self.imports = names.imports

    def ends_itself(self):
        """True for a namespace in braces."""
        return self.opening is not None and self.opening.has_braces

    def enter(self, unit):
        unit.namespace = self.namespace
        unit.class_uses = self.class_uses
        unit.function_uses = self.function_uses
        unit.const_uses = self.const_uses
        unit.imports = self.imports
        unit.imported = {}


def segments_of(nodes, names):
    """A source's statements by namespace. names: the imports.Names in force at its begin, or None."""
    segments = []
    in_braces = False
    current = Segment(None, [])
    if names is not None:
        current.go_on(names)
    segments.append(current)
    for node in nodes:
        if isinstance(node, ast.Namespace):
            in_braces = node.has_braces
            current = Segment(node, node.statements)
            segments.append(current)
        elif in_braces:
            segments.append(Segment(None, [node]))
        else:
            current.statements.append(node)
    return segments


class OpenedNamespaces(object):
    """The namespaces met so far: refuses those that are mixed or late, and code between those in braces."""
    _attrs_ = ('c', 'nodes', 'in_braces', 'is_named')

    def __init__(self, c, nodes):
        self.c = c
        self.nodes = nodes
        self.in_braces = False      # one with braces was there
        self.is_named = False       # one without braces is open

    def open(self, segment):
        unit = self.c.unit
        node = segment.opening
        if node is None:
            if self.in_braces:
                self._check_outside(segment.statements[0])
            return
        if self.in_braces != node.has_braces and (self.in_braces or self.is_named):
            raise unit.error('Cannot mix bracketed namespace declarations with unbracketed namespace declarations', node)
        if not self.in_braces and not self.is_named and not _only_declares(self.nodes, _index_of(self.nodes, node), True):
            raise unit.error('Namespace declaration statement has to be the very first statement or after any declare call in the '
                             'script', node)
        if ascii_lower(segment.namespace) == 'namespace':
            raise unit.error("Cannot use '%s' as namespace name" % segment.namespace, node)
        self.in_braces = node.has_braces
        self.is_named = not node.has_braces

    def _check_outside(self, node):
        if not (isinstance(node, ast.Declare) or isinstance(node, ast.Nop) or isinstance(node, ast.HaltCompiler)):
            raise self.c.unit.error('No code may exist outside of namespace {}', node)


def _only_declares(nodes, count, allows_nop):
    for i in range(count):
        node = nodes[i]
        if not (isinstance(node, ast.Declare) or (allows_nop and isinstance(node, ast.Nop))):
            return False
    return True


@compiles(ast.Namespace)
def compile_Namespace(c, node):
    raise c.unit.error('Namespace declarations cannot be nested', node)


# use

@compiles(ast.Use)
def compile_Use(c, node):
    """At top level; elsewhere the grammar has none."""
    assert isinstance(node, ast.Use)
    for clause in node.clauses:
        full = clause.name.text
        if node.prefix is not None:
            full = node.prefix.text + '\\' + full
        alias = clause.alias
        if alias is None:
            position = full.rfind('\\') + 1
            assert position >= 0
            alias = full[position:]
        if clause.use_kind == ast.USE_CLASS:
            _check_class_import(c, node, clause, full, alias)
        _import(c, node, clause.use_kind, full, alias)


def _check_class_import(c, node, clause, full, alias):
    unit = c.unit
    if unit.namespace == '' and full.find('\\') < 0 and alias == full:
        unit.warn(E_WARNING, "The use statement with non-compound name '%s' has no effect" % full, node)
    if ascii_lower(alias) in RESERVED:
        raise unit.error("Cannot use %s as %s because '%s' is a special class name" % (full, alias, alias), clause)


def _import(c, node, kind, full, alias):
    unit = c.unit
    own = unit.in_namespace(alias)
    taken = unit.is_imported(kind, alias)
    if unit.is_declared(kind, own):
        taken = taken or (own != full if kind == ast.USE_CONST else ascii_lower(own) != ascii_lower(full))
    if taken:
        raise unit.error('Cannot use%s %s as %s because the name is already in use' % (USE_WORDS[kind], full, alias), node)
    unit.uses(kind)[import_key(kind, alias)] = full
    unit.note_imported(kind, alias)
    unit.imports = with_import(unit.imports, Import(kind, alias, full))


def note_declaration(c, kind, name, node):
    """A class, function or constant of this source: its name must not be that of an import."""
    unit = c.unit
    own = unit.in_namespace(name)
    target = unit.uses(kind).get(name if kind == ast.USE_CONST else ascii_lower(name), None)
    if target is not None and not _is_same(kind, target, own):
        raise unit.error('Cannot declare %s %s because the name is already in use' % (DECLARED_WORDS[kind], own), node)
    unit.note_declared(kind, own)


def _is_same(kind, a, b):
    if kind == ast.USE_CONST:
        return a == b
    return ascii_lower(a) == ascii_lower(b)


# declare

@compiles(ast.Declare)
def compile_Declare(c, node):
    assert isinstance(node, ast.Declare)
    for directive in node.directives:
        name = ascii_lower(directive.name)
        w_value = fold(c, directive.value)
        value = directive.value
        if not (isinstance(value, ast.IntLiteral) or isinstance(value, ast.FloatLiteral) or isinstance(value, ast.StringLiteral)):
            raise c.unit.error('declare(%s) value must be a literal' % directive.name, node)
        if name == 'strict_types':
            _declare_strict_types(c, node, w_value)
        elif name == 'encoding':
            index = _index_of(c.statements, node)
            if index < 0 or not _only_declares(c.statements, index, False):
                raise c.unit.error('Encoding declaration pragma must be the very first statement in the script', node)
        elif name != 'ticks':
            c.unit.warn(E_COMPILE_WARNING, "Unsupported declare '%s'" % directive.name, node)
    if node.body is not None:
        statement(c, node.body)


def _declare_strict_types(c, node, w_value):
    index = _index_of(c.statements, node)
    if index < 0 or not _only_declares(c.statements, index, False):
        raise c.unit.error('strict_types declaration must be the very first statement in the script', node)
    if node.body is not None:
        raise c.unit.error('strict_types declaration must not use block mode', node)
    if not isinstance(w_value, W_Int) or (w_value.intval != 0 and w_value.intval != 1):
        raise c.unit.error('strict_types declaration must have 0 or 1 as its value', node)
    c.unit.strict_types = w_value.intval == 1


def _index_of(nodes, node):
    for i in range(len(nodes)):
        if nodes[i] is node:
            return i
    return -1
