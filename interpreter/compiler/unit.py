"""Unit: one source being compiled (a file, eval or REPL input): its names, namespace, imports and error positions."""
from __future__ import absolute_import

from hippy.interpreter.errors import CompileError
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.syntax import ast

SPECIAL_CLASS_NAMES = ['self', 'parent', 'static']


def declared_key(kind, name):
    if kind == ast.USE_CONST:
        return '2' + name
    return ('0' if kind == ast.USE_CLASS else '1') + ascii_lower(name)


def first_part(node):
    """What follows the keyword of a statement or expression: PHP counts it as being on that line. None where there is no such part."""
    if isinstance(node, ast.Yield):
        return node.value
    if isinstance(node, ast.Return):
        return node.value
    if isinstance(node, ast.Break):
        return node.levels
    if isinstance(node, ast.Continue):
        return node.levels
    return None


class Reporter(object):
    """Who hears of warnings and deprecations found while compiling, and links classes; this one does neither."""
    _attrs_ = ()

    def report(self, level, message, filename, line):
        pass

    def bind(self, declaration):
        """Links a class whose parent is known; False when it must wait for others. Raises errors.FatalError."""
        return True


class Unit(object):
    """symbols: objects.symbols.SymbolTable. debug: emit STATEMENT instructions. interactive: the value of a last expression is returned."""
    _attrs_ = ('filename', 'lines', 'symbols', 'debug', 'interactive', 'namespace', 'class_uses', 'function_uses', 'const_uses',
               'imports', 'imported', 'declared_functions', 'function_lines', 'declared', 'strict_types', 'closure_count', 'reporter',
               'halt_offset', 'fixed_line')

    def __init__(self, filename, lines, symbols, debug, interactive, reporter):
        self.filename = filename
        self.lines = lines
        self.symbols = symbols
        self.debug = debug
        self.interactive = interactive
        self.namespace = ''
        self.class_uses = {}
        self.function_uses = {}
        self.const_uses = {}
        self.imports = []               # imports.Import, all that the three above hold
        self.imported = {}              # the imports that this source made in the namespace: see note_imported
        self.declared_functions = {}    # lower-case name -> ast.Function, unconditional ones of this source
        self.function_lines = {}        # lower-case name -> line, of those compiled so far
        self.declared = {}              # what this source declared so far: kind and name, see note_declared
        self.strict_types = False
        self.closure_count = 0
        self.halt_offset = -1           # where the data behind __halt_compiler() begins
        self.reporter = reporter
        self.fixed_line = 0             # the line of all errors while the head of a function or of a class member is compiled

    def error(self, message, node):
        """A CompileError to raise, placed at the node."""
        return CompileError(message, self.line_of(node), node.start, node.end)

    def line_of(self, node):
        """The line on which PHP reports what is wrong with a node."""
        if self.fixed_line > 0:
            return self.fixed_line
        place = node.start
        inner = first_part(node)
        if inner is not None:
            place = inner.start
        elif isinstance(node, ast.ClassDecl):
            place = node.keyword_start
        elif isinstance(node, ast.FunctionDecl):
            place = node.function.keyword_start
        elif isinstance(node, ast.MethodDecl):
            place = node.function.keyword_start
        elif isinstance(node, ast.Function):
            place = node.keyword_start
        return self.lines.line_of(place)

    def warn(self, level, message, node):
        """Reports an errors.E_WARNING or E_DEPRECATED placed at the node."""
        self.reporter.report(level, message, self.filename, self.line_of(node))

    def in_namespace(self, name):
        """The full name of something declared here."""
        if self.namespace == '':
            return name
        return self.namespace + '\\' + name

    def uses(self, kind):
        """The imports of an ast.USE_ kind."""
        if kind == ast.USE_CLASS:
            return self.class_uses
        if kind == ast.USE_FUNCTION:
            return self.function_uses
        return self.const_uses

    def note_imported(self, kind, alias):
        self.imported[declared_key(kind, alias)] = True

    def is_imported(self, kind, alias):
        """True when a `use` further up in this namespace of this source has taken the name."""
        return declared_key(kind, alias) in self.imported

    def note_declared(self, kind, name):
        self.declared[declared_key(kind, name)] = True

    def is_declared(self, kind, name):
        """True when this source declared such a class, function or constant (an ast.USE_ kind) further up."""
        return declared_key(kind, name) in self.declared

    def class_name(self, name):
        """The full name that a class Name means; self, parent and static as they are."""
        assert isinstance(name, ast.Name)
        text = name.text
        is_special = ascii_lower(text) in SPECIAL_CLASS_NAMES
        if name.resolution == ast.NAME_FULLY_QUALIFIED:
            if is_special:
                raise self.error("'\\%s' is an invalid class name" % text, name)
            return text
        if name.resolution == ast.NAME_RELATIVE:
            if is_special:
                raise self.error("'namespace\\%s' is an invalid class name" % text, name)
            return self.in_namespace(text)
        if is_special:
            return text
        return self._imported(text, self.class_uses, True)

    def _imported(self, text, uses, is_class):
        position = text.find('\\')
        if position < 0:
            target = uses.get(ascii_lower(text), None)
            if target is not None:
                return target
        else:
            assert position >= 0
            target = self.class_uses.get(ascii_lower(text[:position]), None)
            if target is not None:
                return target + text[position:]
        return self.in_namespace(text)

    def function_name(self, name):
        """(full name, global fallback or ''): what a called Name means."""
        assert isinstance(name, ast.Name)
        text = name.text
        if name.resolution == ast.NAME_FULLY_QUALIFIED:
            return text, ''
        if name.resolution == ast.NAME_RELATIVE:
            return self.in_namespace(text), ''
        if name.resolution == ast.NAME_QUALIFIED:
            return self._imported(text, self.class_uses, False), ''
        target = self.function_uses.get(ascii_lower(text), None)
        if target is not None:
            return target, ''
        if self.namespace == '':
            return text, ''
        return self.in_namespace(text), text

    def constant_name(self, name):
        """(full name, global fallback or '') of a constant."""
        assert isinstance(name, ast.Name)
        text = name.text
        if name.resolution == ast.NAME_FULLY_QUALIFIED:
            return text, ''
        if name.resolution == ast.NAME_RELATIVE:
            return self.in_namespace(text), ''
        if name.resolution == ast.NAME_QUALIFIED:
            return self._imported(text, self.class_uses, False), ''
        target = self.const_uses.get(text, None)
        if target is not None:
            return target, ''
        if self.namespace == '':
            return text, ''
        return self.in_namespace(text), text
