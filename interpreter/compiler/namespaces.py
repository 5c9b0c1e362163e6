"""namespace, use and declare: the statements that say how names and types are meant (Zend/zend_compile.c)."""
from __future__ import absolute_import

from hippy.interpreter.compiler.dispatch import compiles, statement
from hippy.interpreter.compiler.folding import fold
from hippy.interpreter.compiler.members import RESERVED
from hippy.interpreter.errors import E_COMPILE_WARNING, E_WARNING
from hippy.interpreter.objects.values import W_Int
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.syntax import ast

USE_WORDS = ['', ' function', ' const']     # by ast.USE_ kind


class Segment(object):
    """The statements of one namespace of a source, with its imports. `namespace` None: outside of all braces."""
    _attrs_ = ('namespace', 'statements', 'class_uses', 'function_uses', 'const_uses', 'hoisted')

    def __init__(self, namespace, statements):
        self.namespace = namespace
        self.statements = statements
        self.class_uses = {}
        self.function_uses = {}
        self.const_uses = {}
        self.hoisted = []           # of each statement: whether it was compiled ahead of all others

    def enter(self, unit):
        unit.namespace = self.namespace
        unit.class_uses = self.class_uses
        unit.function_uses = self.function_uses
        unit.const_uses = self.const_uses


def segments_of(c, nodes):
    """A source's statements by namespace; refuses namespaces that are nested, mixed or late."""
    segments = []
    outside = []
    in_braces = False
    current = Segment('', outside)
    segments.append(current)
    for i in range(len(nodes)):
        node = nodes[i]
        if isinstance(node, ast.Namespace):
            if len(segments) == 1 and not _only_declares(nodes, i, True):
                raise c.unit.error('Namespace declaration statement has to be the very first statement or after any declare call in the '
                                   'script', node)
            if len(segments) > 1 and node.has_braces != in_braces:
                raise c.unit.error('Cannot mix bracketed namespace declarations with unbracketed namespace declarations', node)
            in_braces = node.has_braces
            current = Segment(node.name.text if node.name is not None else '', node.statements)
            segments.append(current)
        elif in_braces:
            if not (isinstance(node, ast.Declare) or isinstance(node, ast.Nop) or isinstance(node, ast.HaltCompiler)):
                raise c.unit.error('No code may exist outside of namespace {}', node)
            segments.append(Segment('', [node]))
        else:
            current.statements.append(node)
    return segments


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
    key = alias if kind == ast.USE_CONST else ascii_lower(alias)
    uses = unit.uses(kind)
    own = unit.in_namespace(alias)
    taken = key in uses
    if unit.is_declared(kind, own):
        taken = taken or (own != full if kind == ast.USE_CONST else ascii_lower(own) != ascii_lower(full))
    if taken:
        raise unit.error('Cannot use%s %s as %s because the name is already in use' % (USE_WORDS[kind], full, alias), node)
    uses[key] = full


def note_declaration(c, kind, name, node):
    """A class, function or constant of this source: its name must not be that of an import."""
    unit = c.unit
    own = unit.in_namespace(name)
    uses = unit.uses(kind)
    target = uses.get(name if kind == ast.USE_CONST else ascii_lower(name), None)
    if target is not None and ascii_lower(target) != ascii_lower(own):
        word = ['class', 'function', 'const'][kind]
        raise unit.error('Cannot declare %s %s because the name is already in use' % (word, own if kind != ast.USE_CONST else name), node)
    unit.note_declared(kind, own)


# declare

@compiles(ast.Declare)
def compile_Declare(c, node):
    assert isinstance(node, ast.Declare)
    for directive in node.directives:
        name = ascii_lower(directive.name)
        w_value = fold(c, directive.value)
        value = directive.value
        if w_value is None or isinstance(value, ast.ConstFetch) or isinstance(value, ast.Binary):
            raise c.unit.error('declare(%s) value must be a literal' % directive.name, node)
        if name == 'strict_types':
            _declare_strict_types(c, node, w_value)
        elif name == 'encoding':
            c.unit.warn(E_COMPILE_WARNING, 'declare(encoding=...) ignored because Zend multibyte feature is turned off by settings', node)
            if not _only_declares(c.statements, _index_of(c.statements, node), False):
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
