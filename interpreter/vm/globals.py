"""Global variables. While top-level code runs, its frame's slots hold the variables that it names; other code reaches them through cells.

A cell's w_value is the truth when no attached frame has a slot of that name. While a frame is attached its slots are; a cell that was
asked for (by `global $x`) holds the same W_Ref as the slot, as an alias that is not counted.
"""
from __future__ import absolute_import

from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import own, w_null
from hippy.interpreter.rlib.jit import dont_look_inside

LATE_SUPERGLOBALS = ['_SERVER', '_ENV', '_REQUEST']      # there when code names them, before what that code sets


class GlobalTable(object):
    _attrs_ = ('symbols', 'frame', 'order', 'noted')

    def __init__(self, symbols):
        self.symbols = symbols
        self.frame = None       # the attached frame
        self.order = []         # names in the order in which they came to be known: set, or named by top-level code that began
        self.noted = {}         # the same names

    # attaching

    def attach(self, frame):
        """Moves the values of the frame's variables into its slots. Gives the frame that was attached before."""
        before = self.frame
        if before is not None:
            self._store_back(before)
        self._load(frame)
        return before

    def detach(self, frame, before):
        """The reverse, when the code ends."""
        self._store_back(frame)
        if before is not None:
            self._load(before)

    def _load(self, frame):
        code = frame.code
        for name in LATE_SUPERGLOBALS:
            if code.variable_slot(name) >= 0:
                self._note(name)
        for i in range(code.var_count):
            cell = self.symbols.global_cell(code.var_names[i])
            frame.slots[i] = cell.w_value
            if not isinstance(cell.w_value, W_Ref):
                cell.w_value = None
            self._note(code.var_names[i])
        self.frame = frame

    def _store_back(self, frame):
        code = frame.code
        for i in range(code.var_count):
            cell = self.symbols.global_cell(code.var_names[i])
            cell.w_value = frame.slots[i]
            frame.slots[i] = None
        self.frame = None

    def _note(self, name):
        if name not in self.noted:
            self.noted[name] = True
            self.order.append(name)

    def rebound(self, frame, name, ref):
        """The attached frame's variable became another reference, or was unset: the alias follows."""
        if frame is self.frame:
            cell = self.symbols.global_cell(name)
            cell.w_value = ref

    # access from elsewhere

    def reference(self, cell):
        """The W_Ref of a global, made one; borrowed."""
        w = cell.w_value
        if isinstance(w, W_Ref):
            return w
        return self._make_reference(cell)

    @dont_look_inside
    def _make_reference(self, cell):
        frame = self.frame
        if frame is not None:
            slot = frame.code.variable_slot(cell.name)
            if slot >= 0:
                w = frame.slots[slot]
                if not isinstance(w, W_Ref):
                    w = W_Ref(w if w is not None else w_null)
                    frame.slots[slot] = w
                cell.w_value = w
                return w
        ref = W_Ref(cell.w_value if cell.w_value is not None else w_null)
        cell.w_value = ref
        self._note(cell.name)
        return ref

    @dont_look_inside
    def get(self, name):
        """The raw value of a global or None; borrowed."""
        frame = self.frame
        if frame is not None:
            slot = frame.code.variable_slot(name)
            if slot >= 0:
                return frame.slots[slot]
        cell = self.symbols.globals.get(name, None)
        if cell is None:
            return None
        return cell.w_value

    @dont_look_inside
    def put(self, name, w):
        """Replaces the raw value (None unsets); takes over one ownership and gives up none."""
        frame = self.frame
        cell = self.symbols.global_cell(name)
        if frame is not None:
            slot = frame.code.variable_slot(name)
            if slot >= 0:
                frame.slots[slot] = w
                cell.w_value = w if isinstance(w, W_Ref) else None
                return
        cell.w_value = w
        if w is not None:
            self._note(name)

    @dont_look_inside
    def names(self):
        """The names of the globals that are set, in PHP's order."""
        return [name for name in self.order if name != 'this' and self.get(name) is not None]

    @dont_look_inside
    def as_array(self, ctx):
        """$GLOBALS when it is read: a fresh array."""
        w_array = new_array(0)
        for name in self.names():
            w = self.get(name)
            if isinstance(w, W_Ref) and w.rc == 1:
                w = w.value
            own(w)
            w_array.put_key(new_str(name), w)
        return w_array


