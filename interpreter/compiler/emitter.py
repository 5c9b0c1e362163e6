"""Emitter: collects the instructions of one Code; allocates slots; resolves labels and slot numbers at the end."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode
from hippy.interpreter.compiler.bytecode import TEMPORARY, WIDTH
from hippy.interpreter.compiler.code import Holds, PropCache
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.strings import W_StrConst, constant_str
from hippy.interpreter.objects.values import W_Float, W_Int, W_Null, W_Bool, w_false, w_null, w_true

EMPTY = -1      # the serial of a temporary that is taken for later


def is_const(operand):
    return operand < 0


def is_temporary(operand):
    return operand >= TEMPORARY


def is_variable(operand):
    return 0 <= operand < TEMPORARY


class Emitter(object):
    """Operands are as in bytecode.py; temporaries are TEMPORARY + n until `finish`."""
    _attrs_ = ('code', 'ops', 'lines', 'starts', 'line', 'start', 'consts', 'const_ints', 'const_strs', 'var_names', 'var_slots', 'in_use',
               'label_pcs', 'calls', 'classes', 'constants', 'functions', 'class_declarations', 'names', 'ropes', 'records', 'paths', 'catches', 'regions', 'caches',
               'global_cells', 'static_names', 'static_inits', 'statement_starts', 'statement_holds', 'serials', 'next_serial', 'children')

    def __init__(self, code):
        self.code = code
        self.ops = []
        self.lines = []
        self.starts = []
        self.line = 0               # of the node being compiled
        self.start = -1
        self.consts = []
        self.const_ints = {}
        self.const_strs = {}
        self.var_names = []
        self.var_slots = {}
        self.in_use = []            # which temporaries are taken
        self.serials = []           # which taking of a temporary it was
        self.next_serial = 0
        self.label_pcs = []
        self.calls = []
        self.classes = []
        self.constants = []
        self.functions = []
        self.class_declarations = []
        self.names = []
        self.ropes = []
        self.records = []
        self.paths = []
        self.catches = []
        self.regions = []
        self.caches = []
        self.global_cells = []
        self.static_names = []
        self.static_inits = []
        self.statement_starts = []
        self.statement_holds = []
        self.children = []

    # slots and constants

    def variable(self, name):
        """The slot of a variable, in order of first appearance."""
        slot = self.var_slots.get(name, -1)
        if slot < 0:
            slot = len(self.var_names)
            self.var_names.append(name)
            self.var_slots[name] = slot
        return slot

    def temporary(self):
        return self.block(1)

    def block(self, count):
        """The first of `count` free temporaries in a row."""
        first = 0
        i = 0
        while i < len(self.in_use):
            if self.in_use[i]:
                first = i + 1
            elif i + 1 - first >= count:
                break
            i += 1
        while len(self.in_use) < first + count:
            self.in_use.append(False)
            self.serials.append(0)
        for k in range(first, first + count):
            self.in_use[k] = True
            self.serials[k] = self.next_serial
            self.next_serial += 1
        return TEMPORARY + first

    def taken(self):
        """The temporaries that are in use."""
        operands = []
        for i in range(len(self.in_use)):
            if self.in_use[i]:
                operands.append(TEMPORARY + i)
        return operands

    def note_empty(self, operand):
        """The temporary is taken for later; statements do not find anything in it."""
        self.serials[operand - TEMPORARY] = EMPTY

    def note_filled(self, operand):
        """Now there is something in it."""
        self.serials[operand - TEMPORARY] = self.next_serial
        self.next_serial += 1

    def begin_statement(self):
        """Lets a debugger stop here."""
        slots = [slot for slot in self.taken() if self.serials[slot - TEMPORARY] != EMPTY]
        self.statement_starts.append(self.pc())
        self.statement_holds.append(Holds(slots, [self.serials[slot - TEMPORARY] for slot in slots]))
        self.emit(bytecode.STATEMENT)

    def release(self, operand):
        """Gives a temporary back; other operands are left alone."""
        if is_temporary(operand):
            self.in_use[operand - TEMPORARY] = False

    def release_block(self, first, count):
        for i in range(count):
            self.in_use[first - TEMPORARY + i] = False

    def const(self, w):
        """The operand of a constant."""
        if isinstance(w, W_Int):
            return self.const_int(w.intval)
        if isinstance(w, W_StrConst):
            return self.const_str(w.as_str())
        if isinstance(w, W_Null) or isinstance(w, W_Bool):
            for i in range(len(self.consts)):
                if self.consts[i] is w:
                    return ~i
        assert isinstance(w, W_Null) or isinstance(w, W_Bool) or isinstance(w, W_Float) or isinstance(w, W_Array)
        self.consts.append(w)
        return ~(len(self.consts) - 1)

    def const_int(self, value):
        index = self.const_ints.get(value, -1)
        if index < 0:
            index = len(self.consts)
            self.consts.append(W_Int(value))
            self.const_ints[value] = index
        return ~index

    def const_null(self):
        return self.const(w_null)

    def const_bool(self, value):
        return self.const(w_true if value else w_false)

    def const_str(self, value):
        index = self.const_strs.get(value, -1)
        if index < 0:
            index = len(self.consts)
            self.consts.append(constant_str(value))
            self.const_strs[value] = index
        return ~index

    def const_value(self, operand):
        """The constant behind a negative operand."""
        return self.consts[~operand]

    def cache(self):
        self.caches.append(PropCache())
        return len(self.caches) - 1

    def name(self, text):
        self.names.append(text)
        return len(self.names) - 1

    # instructions

    def pc(self):
        return len(self.ops)

    def emit(self, opcode, a=0, b=0, c=0, d=0):
        self.ops.append(opcode)
        self.ops.append(a)
        self.ops.append(b)
        self.ops.append(c)
        self.ops.append(d)
        self.lines.append(self.line)
        self.starts.append(self.start)

    def patch(self, pc, opcode, a, b):
        """Replaces an instruction that was emitted before what it is about was known."""
        self.ops[pc] = opcode
        self.ops[pc + 1] = a
        self.ops[pc + 2] = b

    def skip(self, pc):
        """Such an instruction turns out not to be wanted."""
        self.label_pcs.append(pc + WIDTH)
        self.patch(pc, bytecode.JMP, len(self.label_pcs) - 1, 0)

    def keep_reference(self):
        """The call that was just emitted gives the reference that its function returns, not the value."""
        last = len(self.ops) - WIDTH
        opcode = self.ops[last]
        if opcode == bytecode.CALL:
            self.calls[self.ops[last + 1]].keeps_reference = True
        elif opcode == bytecode.CALL_SLOT:
            self.calls[self.ops[last + 4]].keeps_reference = True
        elif opcode == bytecode.SPREAD_CALL:
            self.ops[last + 4] = 1

    def label(self):
        """A new jump target, given a place by `place`."""
        self.label_pcs.append(-1)
        return len(self.label_pcs) - 1

    def place(self, label):
        self.label_pcs[label] = self.pc()

    def pc_of(self, label):
        return self.label_pcs[label]

    def finish(self):
        """Fills the Code: slots numbered, labels resolved."""
        code = self.code
        var_count = len(self.var_names)
        ops = self.ops
        pc = 0
        while pc < len(ops):
            kinds = bytecode.KINDS[ops[pc]]
            for i in range(4):
                ops[pc + 1 + i] = self._final_operand(kinds[i], ops[pc + 1 + i], var_count, pc)
            pc += WIDTH
        code.ops = ops[:]
        code.consts = self.consts[:]
        code.var_names = self.var_names[:]
        code.var_count = var_count
        code.slot_count = var_count + len(self.in_use)
        code.lines = self.lines[:]
        code.starts = self.starts[:]
        code.calls = self.calls[:]
        code.classes = self.classes[:]
        code.constants = self.constants[:]
        code.functions = self.functions[:]
        code.class_declarations = self.class_declarations[:]
        code.names = self.names[:]
        code.ropes = self.ropes[:]
        code.records = self.records[:]
        code.paths = self.paths[:]
        code.catches = self.catches[:]
        code.regions = self.regions[:]
        code.caches = self.caches[:]
        code.global_cells = self.global_cells[:]
        code.static_names = self.static_names[:]
        code.static_inits = self.static_inits[:]
        code.statement_starts = self.statement_starts[:]
        code.statement_holds = self.statement_holds[:]
        code.children = self.children[:]

        for region in self.regions:
            region.exc = self.final_slot(region.exc, var_count)
            region.kept = [self.final_slot(operand, var_count) for operand in region.kept]
        for holds in self.statement_holds:
            holds.slots = [self.final_slot(operand, var_count) for operand in holds.slots]
        for class_ref in self.classes:
            class_ref.operand = self.final_slot(class_ref.operand, var_count)
        for rope in self.ropes:
            rope.operands = [self.final_slot(operand, var_count) for operand in rope.operands]
        for path in self.paths:
            path.base_operand = self.final_slot(path.base_operand, var_count)
            path.operands = [self.final_slot(operand, var_count) for operand in path.operands]

    def _target(self, label, pc):
        target = self.label_pcs[label]
        if target <= pc:
            self.code.has_loops = True
        return target

    def _final_operand(self, kind, operand, var_count, pc):
        if kind == 'j':
            return self._target(operand, pc)
        if kind in 'rvtwb':
            return self.final_slot(operand, var_count)
        return operand

    def final_slot(self, operand, var_count):
        if operand >= TEMPORARY:
            return operand - TEMPORARY + var_count
        return operand
