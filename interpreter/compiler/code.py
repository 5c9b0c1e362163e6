"""Code: what one function, one file or one line of the REPL compiles to. Immutable but for caches and breakpoints."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode
from hippy.interpreter.rlib.jit import elidable

KIND_FILE = 0           # a file, eval or REPL input: its variables belong to the scope that runs it
KIND_FUNCTION = 1
KIND_CONSTANT = 2       # a constant expression, computed as if it stood where it is asked for


class Param(object):
    """A declared parameter. `w_default` is a constant default or None; `has_default` is also true for computed ones."""
    _attrs_ = ('name', 'type', 'by_ref', 'variadic', 'has_default', 'w_default', 'promote', 'default_text', 'sensitive')
    _immutable_fields_ = ('name', 'type', 'by_ref', 'variadic', 'has_default', 'w_default', 'promote')

    def __init__(self, name, type, by_ref, variadic, has_default, w_default, promote):
        self.name = name
        self.type = type                # objects.types.Type or None
        self.by_ref = by_ref
        self.variadic = variadic
        self.has_default = has_default
        self.w_default = w_default
        self.default_text = ''          # as in the source, shortened
        self.sensitive = False          # #[SensitiveParameter]: stack traces do not show the value
        self.promote = promote          # mask of ast.MOD_ when the parameter is a property too


class CallSite(object):
    """A call as written: the function's cell when its name is fixed, names of named arguments."""
    _attrs_ = ('name', 'cell', 'fallback', 'arg_names', 'has_names', 'keeps_reference')
    _immutable_fields_ = ('name', 'cell', 'fallback', 'arg_names[*]', 'has_names', 'keeps_reference')

    def __init__(self, name, cell, fallback, arg_names, has_names):
        self.name = name
        self.cell = cell                # objects.symbols.FunctionCell or None
        self.fallback = fallback        # the cell of the global function, for an unqualified name in a namespace
        self.arg_names = arg_names[:]   # list of str, '' where positional
        self.has_names = has_names
        self.keeps_reference = False    # of a function that returns by reference: the result stays one


class ClassRef(object):
    """A class as written: a name, or self, parent, static, or the slot of a computed class."""
    _attrs_ = ('name', 'cell', 'kind', 'operand')
    _immutable_fields_ = ('name', 'cell', 'kind', 'operand')

    def __init__(self, name, cell, kind, operand):
        self.name = name
        self.cell = cell
        self.kind = kind
        self.operand = operand


CLASS_NAMED = 0
CLASS_SELF = 1
CLASS_PARENT = 2
CLASS_STATIC = 3
CLASS_COMPUTED = 4


class TryRegion(object):
    """Instructions start <= pc < end: what they throw goes to slot `exc`, then `handler` runs. Inner regions come first.
    kept: the temporaries of what is round the region; all others are given up on the way to the handler."""
    _attrs_ = ('start', 'end', 'handler', 'exc', 'kept')
    _immutable_fields_ = ('start', 'end', 'handler', 'exc', 'kept[*]')

    def __init__(self, start, end, handler, exc, kept):
        self.start = start
        self.end = end
        self.handler = handler
        self.exc = exc
        self.kept = kept[:]

    @elidable
    def keeps(self, slot):
        for kept in self.kept:
            if kept == slot:
                return True
        return False


class PropCache(object):
    """The last map seen by a property instruction that runs outside the JIT, and the slot found in it."""
    _attrs_ = ('map', 'slot')

    def __init__(self):
        self.map = None
        self.slot = -1


class Rope(object):
    """The operands of a ROPE or FETCH_DIMS instruction."""
    _attrs_ = ('operands',)
    _immutable_fields_ = ('operands[*]',)

    def __init__(self, operands):
        self.operands = operands[:]


# the base of a Path
BASE_VARIABLE = 0       # a variable slot
BASE_VALUE = 1          # any operand: an object, or a value that is thrown away after
BASE_STATIC_PROP = 2    # class, name operand
BASE_NAMED = 3          # $$name: name operand
BASE_GLOBALS = 4        # $GLOBALS

# steps
STEP_DIM = 0
STEP_APPEND = 1
STEP_PROP = 2

# actions at the end of a Path
ACT_ASSIGN = 0
ACT_ASSIGN_OP = 1
ACT_PRE_INC = 2
ACT_PRE_DEC = 3
ACT_POST_INC = 4
ACT_POST_DEC = 5
ACT_UNSET = 6
ACT_MAKE_REF = 7
ACT_BIND_REF = 8


class Path(object):
    """Where a nested write goes: a base, steps (dimension, append, property), and what is done at the end. See vm/paths.py."""
    _attrs_ = ('base', 'base_operand', 'base_class', 'base_name', 'kinds', 'operands', 'action', 'operator')
    _immutable_fields_ = ('base', 'base_operand', 'base_class', 'base_name', 'kinds[*]', 'operands[*]', 'action', 'operator')

    def __init__(self, base, base_operand, base_class, base_name, kinds, operands, action, operator):
        self.base = base
        self.base_operand = base_operand
        self.base_class = base_class
        self.base_name = base_name
        self.kinds = kinds[:]
        self.operands = operands[:]
        self.action = action
        self.operator = operator


class Code(object):
    """`ops` holds bytecode.WIDTH ints an instruction; `lines` one int an instruction. Slots: variables, then temporaries."""
    _attrs_ = ('ops', 'consts', 'name', 'file', 'kind', 'var_names', 'var_count', 'slot_count', 'lines', 'params', 'simple_params',
               'required_count', 'variadic', 'by_ref_params', 'by_ref_return', 'return_type', 'this_slot', 'calls', 'classes',
               'constants', 'functions', 'class_declarations', 'names', 'ropes', 'records', 'paths', 'catches', 'regions', 'caches', 'global_cells',
               'static_names', 'static_inits', 'start_line', 'end_line', 'strict_types', 'is_static', 'is_generator', 'is_closure', 'uses',
               'statement_starts', 'statement_holds', 'bps', 'has_value', 'starts', 'children', 'has_loops', 'has_finally', 'calls_seen', 'return_type_will_change',
               'closure_function', 'class_name', 'doc_comment')
    _immutable_fields_ = ('ops[*]', 'consts[*]', 'name', 'file', 'kind', 'var_names[*]', 'var_count', 'slot_count', 'lines[*]', 'params[*]',
                          'simple_params', 'required_count', 'variadic', 'by_ref_params', 'by_ref_return', 'return_type', 'this_slot',
                          'calls[*]', 'classes[*]', 'constants[*]', 'functions[*]', 'class_declarations[*]', 'names[*]', 'ropes[*]', 'records[*]', 'paths[*]',
                          'catches[*]', 'regions[*]', 'caches[*]', 'global_cells[*]', 'static_names[*]', 'static_inits[*]', 'start_line',
                          'end_line', 'strict_types', 'is_static', 'is_generator', 'is_closure', 'uses[*]', 'statement_starts[*]', 'statement_holds[*]', 'bps?',
                          'has_value', 'starts[*]', 'children[*]', 'has_loops', 'has_finally', 'closure_function?', 'class_name',
                          'doc_comment')

    def __init__(self, name, file, kind):
        self.name = name
        self.file = file
        self.kind = kind
        self.ops = []
        self.consts = []
        self.var_names = []
        self.var_count = 0
        self.slot_count = 0
        self.lines = []
        self.starts = []                # byte offset of each instruction's source, -1 when unknown
        self.params = []
        self.simple_params = True       # nothing to check: no types, defaults, references or variadics
        self.required_count = 0
        self.variadic = False
        self.by_ref_params = False
        self.by_ref_return = False
        self.return_type = None
        self.this_slot = -1
        self.calls = []
        self.classes = []
        self.constants = []
        self.functions = []
        self.class_declarations = []
        self.names = []
        self.ropes = []
        self.records = []               # hashtable.RecordKeys of array literals
        self.paths = []
        self.catches = []
        self.regions = []
        self.caches = []
        self.global_cells = []          # of KIND_FILE: the cell of each variable; of functions: those named by `global`
        self.static_names = []
        self.static_inits = []
        self.start_line = 0
        self.end_line = 0
        self.strict_types = False
        self.is_static = False
        self.is_generator = False
        self.is_closure = False
        self.uses = []                  # of closures: (slot, by_ref) of each bound variable, as ClosureBinding
        self.statement_starts = []      # pcs of STATEMENT instructions
        self.statement_holds = []       # the Holds of each
        self.bps = None                 # lines with breakpoints, or None
        self.has_value = False          # the last statement was an expression whose value is returned (REPL)
        self.return_type_will_change = False    # has the attribute ReturnTypeWillChange
        self.has_finally = False
        self.has_loops = False          # some jump goes backwards
        self.calls_seen = 0             # while the function is not worth the JIT's counters
        self.closure_function = None    # the function of all closures made of this code, where they can share one
        self.children = []              # codes of the functions declared in this one
        self.class_name = ''            # the class round a method or closure as declared, '' for none
        self.doc_comment = None         # of a function, with its marks

    def line_at(self, pc):
        return self.lines[pc // bytecode.WIDTH]

    @elidable
    def find_region(self, pc):
        """The innermost TryRegion round pc, or None."""
        for region in self.regions:
            if region.start <= pc < region.end:
                return region
        return None

    def variable_slot(self, name):
        """The slot of a variable, or -1."""
        for i in range(self.var_count):
            if self.var_names[i] == name:
                return i
        return -1

    def holds_at(self, pc):
        """The Holds of the statement that begins at pc."""
        for i in range(len(self.statement_starts)):
            if self.statement_starts[i] == pc:
                return self.statement_holds[i]
        raise AssertionError

    def statement_on(self, line, pc):
        """The pc of the first statement on a line that can be gone on at from the statement at pc; -1 when there is none."""
        holds = self.holds_at(pc)
        for i in range(len(self.statement_starts)):
            start = self.statement_starts[i]
            if self.line_at(start) == line and self.statement_holds[i].are_part_of(holds):
                return start
        return -1

    def statement_lines(self):
        """The lines on which a statement begins, ascending, without repeats."""
        found = []
        for pc in self.statement_starts:
            line = self.line_at(pc)
            i = len(found)
            while i > 0 and found[i - 1] > line:
                i -= 1
            if i == 0 or found[i - 1] != line:
                assert i >= 0
                found.insert(i, line)
        return found

    def set_breakpoint_lines(self, lines):
        """lines: a list of ints, empty for none. Throws away only the machine code that runs through this code."""
        if len(lines) == 0:
            if self.bps is not None:
                self.bps = None
        else:
            self.bps = BreakpointLines(lines)


class Holds(object):
    """The temporaries that a statement finds in use: what the loops, switches and `finally`s round it work with.

    serials: which taking of the temporary it was; two loops one behind the other may share a slot.
    """
    _attrs_ = ('slots', 'serials')

    def __init__(self, slots, serials):
        self.slots = slots[:]
        self.serials = serials[:]

    def has(self, slot):
        for held in self.slots:
            if held == slot:
                return True
        return False

    def are_part_of(self, others):
        """True when all of them are among the others, taken at the same time."""
        for serial in self.serials:
            found = False
            for other in others.serials:
                if other == serial:
                    found = True
            if not found:
                return False
        return True


class BreakpointLines(object):
    _attrs_ = ('lines',)
    _immutable_fields_ = ('lines[*]',)

    def __init__(self, lines):
        self.lines = lines[:]

    @elidable
    def has(self, line):
        for candidate in self.lines:
            if candidate == line:
                return True
        return False


class ClosureBinding(object):
    _attrs_ = ('slot', 'by_ref')
    _immutable_fields_ = ('slot', 'by_ref')

    def __init__(self, slot, by_ref):
        self.slot = slot
        self.by_ref = by_ref
