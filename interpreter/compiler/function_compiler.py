"""FunctionCompiler: the state of compiling one function body or one top-level source. What a node compiles to is in statements.py,
expressions.py, places.py, calls.py and declarations.py."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode
from hippy.interpreter.compiler.bytecode import UNUSED
from hippy.interpreter.compiler.code import KIND_FUNCTION
from hippy.interpreter.compiler.emitter import Emitter, is_temporary

# The arrays that every scope knows ($GLOBALS is no variable).
SUPERGLOBALS = ['_SERVER', '_GET', '_POST', '_COOKIE', '_FILES', '_ENV', '_REQUEST', '_SESSION']

# Where a compile_ function should leave its value: its own choice, or nowhere. A slot says: there.
ANYWHERE = -3
NOWHERE = -2


class ClassContext(object):
    """The class whose code is being compiled. name is None for an anonymous class until it is declared."""
    _attrs_ = ('name', 'parent', 'is_trait')

    def __init__(self, name, parent, is_trait):
        self.name = name
        self.parent = parent            # full name or None
        self.is_trait = is_trait


class FunctionCompiler(object):
    _attrs_ = ('unit', 'code', 'e', 'class_context', 'scopes', 'statements', 'labels', 'label_finder', 'function_name', 'method_name',
               'parent', 'has_this', 'fixed_line', 'null_label', 'is_inner', 'value_node')

    def __init__(self, unit, code, class_context, parent):
        self.unit = unit
        self.code = code
        self.e = Emitter(code)
        self.class_context = class_context
        self.scopes = []                # scopes.Scope, outermost first
        self.statements = []            # the body, for finding goto labels
        self.labels = {}                # goto labels
        self.label_finder = None        # scopes.LabelFinder, once a goto was met
        self.function_name = ''
        self.method_name = ''
        self.parent = parent            # the FunctionCompiler round a closure, or None
        self.has_this = False           # a method that is not static: $this is always set
        self.null_label = -1            # where a `?->` on null jumps; see chains.py
        self.value_node = None          # the last expression of a REPL input
        self.is_inner = False           # the next node is part of a chain that is being compiled
        self.fixed_line = 0             # while defaults of parameters are compiled: the line of the function

    def at(self, node):
        """From here on instructions belong to the node's line."""
        self.at_line_of(node.start)
        self.e.start = node.start

    def at_line_of(self, offset):
        """As `at`, for the line of a byte of the source."""
        if self.fixed_line > 0:
            self.e.line = self.fixed_line
        else:
            self.e.line = self.unit.lines.line_of(offset)

    def variable(self, name):
        """The slot of a variable as code names it; in functions a superglobal is bound to its global first."""
        slot = self.e.variable(name)
        if name in SUPERGLOBALS and self.code.kind == KIND_FUNCTION:
            self.e.global_cells.append(self.unit.symbols.global_cell(name))
            self.e.emit(bytecode.BIND_GLOBAL, slot, len(self.e.global_cells) - 1)
        return slot

    def result(self, target):
        """The slot for a result that the instruction always gives."""
        if target < 0:
            return self.e.temporary()
        return target

    def result_or_unused(self, target):
        """The same where the instruction may be told to drop its result."""
        if target == NOWHERE:
            return UNUSED
        return self.result(target)

    def drop(self, operand):
        """Nobody wants the value."""
        if is_temporary(operand):
            self.e.emit(bytecode.FREE, operand)
            self.e.release(operand)

    def unsupported(self, feature, target):
        """What parses but is not executed yet: a fatal error when it is reached."""
        self.e.emit(bytecode.UNSUPPORTED, self.e.name(feature))
        return self.e.const_int(0) if target < 0 else target
