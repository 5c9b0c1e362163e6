"""What the JIT does, while it does it: loops, bridges, guards and their failures, aborts, as one JSON object per line.

The lines are described in trace_viewer/stream.py, which reads them. Only a translation with the JIT loads this module
(jitcontrol.install); it hooks and wraps the meta-interpreter of rpython 0.2.1 before translation.

Everything here runs on the meta-interpreter's side. STATE and `hooks` must never be touched by ordinary interpreter
code: it calls the register_helper functions at the end, through jitcontrol.py.
"""
from __future__ import absolute_import

import os
import time

from rpython.jit.codewriter import heaptracker, longlong
from rpython.jit.metainterp import compile as jitcompile, history, pyjitpl, quasiimmut, resumecode, warmstate
from rpython.jit.metainterp.optimizeopt.optimizer import Optimizer
from rpython.jit.metainterp.resoperation import rop, AbstractResOp, GuardResOp
from rpython.jit.metainterp.resume import (
    untag, tagged_eq, NULLREF, UNINITIALIZED, TAGCONST, TAGINT, TAGBOX, TAGVIRTUAL, TAG_CONST_OFFSET, VirtualInfo)
from rpython.rlib.debug import have_debug_prints_for
from rpython.rlib.jit import JitHookInterface, Counters
from rpython.rlib.jit_hooks import register_helper
from rpython.rlib.objectmodel import compute_unique_id, we_are_translated
from rpython.rlib.rarithmetic import intmask
from rpython.rlib.rjitlog import rjitlog
from rpython.rlib.unroll import unrolling_iterable
from rpython.rtyper import rclass
from rpython.rtyper.annlowlevel import (
    cast_base_ptr_to_instance, cast_instance_to_base_ptr, hlstr, llhelper, llstr)
from rpython.rtyper.lltypesystem import lltype, llmemory, rffi, rstr
from rpython.tool.sourcetools import func_with_new_name

from hippy.interpreter.rlib.arithmetic import float_digits
from hippy.interpreter.rlib.jitcontrol import EVENTS, VALUES, FAILURES, MACHINE_CODE

FORMAT = 1
MAX_OPERANDS = 6            # of a guard's condition that are followed
MAX_DEPTH = 3
MAX_VALUE = 60              # characters of a value's text
MAX_HISTOGRAM = 8           # distinct values kept per GUARD_VALUE
MAX_PENDING = 32768         # bytes of failure events kept back
PROGRESS = 0.25             # seconds between two tables of counts while the program runs
FAILURES_BETWEEN = 63       # the clock is looked at once in so many failures of a guard, and one
HEX = '0123456789abcdef'
DESCRIBE = lltype.Ptr(lltype.FuncType([llmemory.GCREF], lltype.Ptr(rstr.STR)))
SLOT_NAME = lltype.Ptr(lltype.FuncType([llmemory.GCREF, lltype.Signed], lltype.Ptr(rstr.STR)))


class Source(object):
    """Where a value is found when a guard fails: the guard's fail argument `index`, or nowhere (-1, `text` is it)."""

    def __init__(self, name, kind, index, text):
        self.name = name
        self.kind = kind        # 'i', 'r', 'f'
        self.index = index
        self.text = text


class Guard(object):
    """What is known of one guard. Its descr points here; the reverse would keep freed loops alive."""

    def __init__(self, number, trace, text, location):
        self.number = number
        self.trace = trace
        self.text = text
        self.location = location
        self.condition = ''
        self.origin = ''
        self.resumes = ''
        self.by_value = False
        self.bridge = 0         # trace number of its bridge
        self.failures = 0       # times it was left through handle_fail; its bridge counts its own entries
        self.operands = []      # Sources of the condition
        self.slots = []         # Sources of the PHP variables
        self.last = ''
        self.last_slots = ''
        self.seen_values = []
        self.seen_counts = []


class State(object):
    def __init__(self):
        self.mode = 0
        self.fd = 1
        self.guards = []
        self.slot_names = {}    # loop number -> list of names
        self.pending = []
        self.pending_size = 0
        self.last_table = 0.0
        self.describe = lltype.nullptr(DESCRIBE.TO)
        self.slot_name = lltype.nullptr(SLOT_NAME.TO)


STATE = State()


# ---------------------------------------------------------------- values as PHP sees them, told by the target

# set before translation by the two functions below
_value_sample = _value_class = _describe = None
_code_sample = _code_class = _slot_name = None


def show_values_with(value_sample, describe):
    """NOT_RPYTHON
    `describe(w)` gives a value's short text or ''; value_sample is an instance of the root class of values itself."""
    global _value_sample, _value_class, _describe
    _value_sample, _value_class, _describe = value_sample, value_sample.__class__, describe


def name_slots_with(code_sample, slot_name):
    """NOT_RPYTHON
    `slot_name(code, i)` gives the variable in slot i of a frame of code, '' after the last; code_sample is a code object."""
    global _code_sample, _code_class, _slot_name
    _code_sample, _code_class, _slot_name = code_sample, code_sample.__class__, slot_name


# These two are ordinary interpreter code: the JIT's side, which is translated later, can add nothing to what is known
# of the interpreter's classes. It gets them as function pointers.

def describe_ref(ref):
    """The text of an object, null when it is no PHP value."""
    if _value_class is not None:
        pointer = lltype.cast_opaque_ptr(rclass.OBJECTPTR, ref)
        if rclass.ll_isinstance(pointer, cast_instance_to_base_ptr(_value_sample).typeptr):
            text = _describe(cast_base_ptr_to_instance(_value_class, pointer))
            if text:
                return llstr(text)
    return lltype.nullptr(rstr.STR)


def slot_name_of_ref(ref, i):
    """The name of a slot, null after the last and when the object is no code."""
    if _code_class is not None:
        pointer = lltype.cast_opaque_ptr(rclass.OBJECTPTR, ref)
        if rclass.ll_isinstance(pointer, cast_instance_to_base_ptr(_code_sample).typeptr):
            name = _slot_name(cast_base_ptr_to_instance(_code_class, pointer), i)
            if name:
                return llstr(name)
    return lltype.nullptr(rstr.STR)


def start_naming():
    """Hands both over; for jitcontrol."""
    set_naming(llhelper(DESCRIBE, describe_ref), llhelper(SLOT_NAME, slot_name_of_ref))


def shortened(text):
    if len(text) > MAX_VALUE:
        return text[:MAX_VALUE] + '...'
    return text


def text_of_ref(cpu, ref):
    """A reference as PHP shows the value, else its class, else 'ref'."""
    if not ref:
        return 'null'
    if not cpu.supports_guard_gc_type or not cpu.check_is_object(ref):
        return 'ref'
    if STATE.describe:
        text = STATE.describe(ref)
        if text:
            return shortened(hlstr(text))
    return hlstr(lltype.cast_opaque_ptr(rclass.OBJECTPTR, ref).typeptr.name)


def names_of_slots(cpu, greenkey):
    """The names of a frame's variables, from the code object among the greens."""
    names = []
    if STATE.slot_name:
        for box in greenkey:
            if box.type == history.REF:
                ref = box.getref_base()
                if not ref or not cpu.check_is_object(ref):
                    continue
                name = STATE.slot_name(ref, len(names))
                while name:
                    names.append(hlstr(name))
                    name = STATE.slot_name(ref, len(names))
    return names


# ---------------------------------------------------------------- writing

def quoted(text):
    """text as a JSON string; bytes from 0x80 on stay as they are."""
    parts = ['"']
    for char in text:
        code = ord(char)
        if char == '"' or char == '\\':
            parts.append('\\')
            parts.append(char)
        elif code < 32:
            parts.append('\\u00')
            parts.append(HEX[code >> 4])
            parts.append(HEX[code & 15])
        else:
            parts.append(char)
    parts.append('"')
    return ''.join(parts)


def quoted_list(texts):
    return '[%s]' % ', '.join([quoted(text) for text in texts])


def write_now(data):
    """Ends the watch when nobody reads any more."""
    try:
        while data:
            written = os.write(STATE.fd, data)
            assert written >= 0
            data = data[written:]
    except OSError:
        STATE.mode = 0


def flush():
    if STATE.pending:
        data = ''.join(STATE.pending)
        STATE.pending = []
        STATE.pending_size = 0
        write_now(data)


def event(name, rest):
    return '{"ev": "%s", "t": %f%s}\n' % (name, time.time(), rest)


def emit(name, rest):
    """Writes an event; rest is `, "key": value ...`."""
    flush()
    write_now(event(name, rest))


def emit_later(name, rest):
    """The same for events that come in great numbers: they are written in bundles."""
    line = event(name, rest)
    STATE.pending.append(line)
    STATE.pending_size += len(line)
    if STATE.pending_size > MAX_PENDING:
        flush()


def hex_of_memory(address, size):
    memory = rffi.cast(rffi.CCHARP, address)
    parts = []
    for i in range(size):
        code = ord(memory[i])
        parts.append(HEX[code >> 4])
        parts.append(HEX[code & 15])
    return ''.join(parts)


# ---------------------------------------------------------------- guards

def resume_data(descr):
    """The descr that holds the resume data: guards share it with an earlier one."""
    if isinstance(descr, jitcompile.ResumeGuardCopiedDescr):
        storage = descr.prev
    else:
        storage = descr
    assert isinstance(storage, jitcompile.ResumeGuardDescr)
    return storage


def origin_of(descr, sd):
    """The RPython functions, outermost first, that were being traced when the guard was recorded."""
    places = []
    where = descr.watch_origin
    if where is not None:
        i = 0
        while i < len(where):
            places.append('%s@%d' % (sd.jitcodes[where[i]].name, where[i + 1]))
            i += 2
    return ' > '.join(places)


def resume_point(storage, sd):
    """The RPython functions in which the interpreter goes on after the failure."""
    if not storage.rd_numb:
        return ''
    reader = resumecode.Reader(storage.rd_numb)
    total = reader.next_item()
    reader.next_item()                      # number of fail arguments
    reader.jump(reader.next_item())         # virtualizable
    reader.jump(reader.next_item() * 2)     # virtual references
    places = []
    while reader.items_read < total:
        jitcode = sd.jitcodes[reader.next_item()]
        pc = reader.next_item()
        live = jitcode.get_live_vars_info(pc)
        reader.jump(live.get_register_count_i() + live.get_register_count_r() + live.get_register_count_f())
        places.append('%s@%d' % (jitcode.name, pc))
    return ' > '.join(places)


def source_of_tagged(name, tagged, storage, failargs, logops, sd):
    """Where the resume data says that a slot's value is."""
    number, tagbits = untag(tagged)
    if tagbits == TAGINT:
        return Source(name, 'i', -1, str(number))
    if tagbits == TAGCONST:
        if tagged_eq(tagged, NULLREF) or tagged_eq(tagged, UNINITIALIZED):
            return Source(name, 'r', -1, 'unset')
        return source_of_constant(name, storage.rd_consts[number - TAG_CONST_OFFSET], sd)
    if tagbits == TAGVIRTUAL:
        if number < 0:
            number += len(storage.rd_virtuals)
        return source_of_virtual(name, storage.rd_virtuals[number], storage, failargs, logops, sd)
    if number < 0:
        number += len(failargs)
    box = failargs[number]
    if box is None:
        return Source(name, 'r', -1, 'unset')
    return Source(name, box.type, number, logops.repr_of_arg(box))


def source_of_constant(name, const, sd):
    if const.type == history.INT:
        return Source(name, 'i', -1, str(const.getint()))
    if const.type == history.FLOAT:
        return Source(name, 'f', -1, float_digits(const.getfloat()))
    return Source(name, 'r', -1, text_of_ref(sd.cpu, const.getref_base()))


def source_of_virtual(name, virtual, storage, failargs, logops, sd):
    """An object that was never allocated: a boxed scalar is its one field, others are known by class."""
    if isinstance(virtual, VirtualInfo):
        if len(virtual.fieldnums) == 1:
            field = virtual.fieldnums[0]
            if untag(field)[1] == TAGBOX or untag(field)[1] == TAGINT:
                return source_of_tagged(name, field, storage, failargs, logops, sd)
        vtable = heaptracker.int2adr(virtual.descr.get_vtable())
        return Source(name, 'r', -1, hlstr(llmemory.cast_adr_to_ptr(vtable, rclass.CLASSTYPE).name))
    return Source(name, 'r', -1, 'virtual')


def note_slots(guard, storage, failargs, names, vinfo, logops, sd):
    """Notes where each PHP variable of the loop's frame is at the guard."""
    if vinfo is None or not storage.rd_numb or len(names) == 0:
        return
    reader = resumecode.Reader(storage.rd_numb)
    reader.next_item()
    reader.next_item()
    size = reader.next_item()
    fixed = 1 + vinfo.num_static_extra_boxes
    if size < fixed + len(names):
        return
    reader.jump(fixed)
    for name in names:
        guard.slots.append(source_of_tagged(name, reader.next_item(), storage, failargs, logops, sd))


def follow(guard, box, failargs, names_class, logops, depth):
    """Goes through the operations that compute the guard's condition, and notes their operands that a failure still has."""
    if box is None or len(guard.operands) >= MAX_OPERANDS:
        return
    for i in range(len(failargs)):
        if failargs[i] is box:
            kind = box.type
            if kind == 'r' and names_class and depth == 0:
                kind = 'C'
            guard.operands.append(Source(logops.repr_of_arg(box), kind, i, ''))
            break
    if isinstance(box, AbstractResOp) and depth < MAX_DEPTH:
        text = logops.repr_of_resop(box)
        if guard.condition != '':
            text = guard.condition + '; ' + text
        guard.condition = text
        for i in range(box.numargs()):
            follow(guard, box.getarg(i), failargs, names_class, logops, depth + 1)


def note_guard(op, descr, logops, sd, trace, location, names, vinfo):
    """The Guard of a guard operation that has just been compiled."""
    guard = Guard(len(STATE.guards), trace, logops.repr_of_resop(op), location)
    guard.origin = origin_of(descr, sd)
    descr.watch_origin = None
    storage = resume_data(descr)
    guard.resumes = resume_point(storage, sd)
    number = op.getopnum()
    guard.by_value = number == rop.GUARD_VALUE
    failargs = op.getfailargs()
    if failargs is not None:
        if op.numargs() > 0:
            follow(guard, op.getarg(0), failargs, number == rop.GUARD_CLASS or number == rop.GUARD_NONNULL_CLASS,
                   logops, 0)
        note_slots(guard, storage, failargs, names, vinfo, logops, sd)
    STATE.guards.append(guard)
    descr.watch_guard = guard
    return guard


def sources_as_json(sources):
    parts = []
    for source in sources:
        parts.append('[%s, %s]' % (quoted(source.name), quoted(source.text)))
    return '[%s]' % ', '.join(parts)


def guard_as_json(guard):
    return ', "guard": %d, "loc": %s, "origin": %s, "resumes": %s, "cond": %s, "vars": %s' % (
        guard.number, quoted(guard.location), quoted(guard.origin), quoted(guard.resumes), quoted(guard.condition),
        sources_as_json(guard.slots))


# ---------------------------------------------------------------- failures

def read_source(source, deadframe, cpu):
    if source.index < 0:
        return source.text
    if source.kind == 'i':
        return str(cpu.get_int_value(deadframe, source.index))
    if source.kind == 'f':
        return float_digits(longlong.getrealfloat(cpu.get_float_value(deadframe, source.index)))
    ref = cpu.get_ref_value(deadframe, source.index)
    if source.kind == 'C' and ref:
        return hlstr(lltype.cast_opaque_ptr(rclass.OBJECTPTR, ref).typeptr.name)
    return text_of_ref(cpu, ref)


def values_as_json(sources, deadframe, cpu):
    parts = []
    for source in sources:
        parts.append('[%s, %s]' % (quoted(source.name), quoted(read_source(source, deadframe, cpu))))
    return '[%s]' % ', '.join(parts)


def guarded_value(descr, deadframe, cpu):
    """The value that a GUARD_VALUE was given, found as its descr's must_compile() finds it; '' when it is not kept."""
    index = intmask(descr.status >> descr.ST_SHIFT)
    kind = intmask(descr.status & descr.ST_TYPE_MASK)
    if kind == descr.TY_INT:
        return str(cpu.get_value_direct(deadframe, 'i', index))
    if kind == descr.TY_REF:
        return text_of_ref(cpu, cpu.get_value_direct(deadframe, 'r', index))
    if kind == descr.TY_FLOAT:
        return float_digits(longlong.getrealfloat(cpu.get_value_direct(deadframe, 'f', index)))
    return ''


def count_value(guard, text):
    if not text:
        return
    for i in range(len(guard.seen_values)):
        if guard.seen_values[i] == text:
            guard.seen_counts[i] += 1
            return
    if len(guard.seen_values) < MAX_HISTOGRAM:
        guard.seen_values.append(text)
        guard.seen_counts.append(1)


def note_failure(descr, deadframe, sd):
    guard = descr.watch_guard
    if guard is None:           # compiled while nobody watched
        guard = Guard(len(STATE.guards), descr.rd_loop_token.number, '', '')
        STATE.guards.append(guard)
        descr.watch_guard = guard
    guard.failures += 1
    if STATE.mode & (VALUES | FAILURES):
        guard.last = values_as_json(guard.operands, deadframe, sd.cpu)
        guard.last_slots = values_as_json(guard.slots, deadframe, sd.cpu)
        if guard.by_value:
            count_value(guard, guarded_value(descr, deadframe, sd.cpu))
    if STATE.mode & FAILURES:
        emit_later('fail', ', "guard": %d, "n": %d, "values": %s, "vars": %s' % (
            guard.number, guard.failures, guard.last, guard.last_slots))
    if guard.failures & FAILURES_BETWEEN == 0:
        write_progress(sd)


# ---------------------------------------------------------------- compilations

class Compilation(object):
    """One call of a hook: what is needed to describe the operations."""

    def __init__(self, debug_info, names):
        self.sd = debug_info.logger.metainterp_sd
        self.vinfo = debug_info.jitdriver_sd.virtualizable_info
        self.logops = debug_info.logger._make_log_operations(None)
        self.trace = self.sd.jitlog.trace_id
        self.asminfo = debug_info.asminfo
        self.names = names
        self.location = ''
        self.constants = {}     # names of constants that have been explained


def operation_as_json(run, op):
    """One operation; guards get their Guard on the way."""
    number = op.getopnum()
    if number == rop.DEBUG_MERGE_POINT:
        jd = run.sd.jitdrivers_sd[op.getarg(0).getint()]
        run.location = jd.warmstate.get_location_str(op.getarglist()[3:])
        return '{"at": %s, "depth": %d, "call": %d}' % (
            quoted(run.location), op.getarg(1).getint(), op.getarg(2).getint())
    descr = op.getdescr()
    extra = ''
    if op.is_guard() and isinstance(descr, jitcompile.AbstractResumeGuardDescr):
        guard = note_guard(op, descr, run.logops, run.sd, run.trace, run.location, run.names, run.vinfo)
        extra = guard_as_json(guard)
    elif descr is not None:
        if number == rop.LABEL or number == rop.JUMP:
            extra = ', "target": %d' % compute_unique_id(descr)
        elif number == rop.NEW_WITH_VTABLE:
            vtable = heaptracker.int2adr(descr.get_vtable())
            extra = ', "class": %s' % quoted(hlstr(llmemory.cast_adr_to_ptr(vtable, rclass.CLASSTYPE).name))
    extra += constants_as_json(run, op)
    offset = -1
    if run.asminfo is not None and run.asminfo.ops_offset is not None:
        offset = run.asminfo.ops_offset.get(op.get_box_replacement(), -1)
    return '{"op": %s, "ofs": %d%s}' % (quoted(run.logops.repr_of_resop(op)), offset, extra)


def constants_as_json(run, op):
    """What the constant objects among the arguments are, at the first use of each."""
    parts = []
    for i in range(op.numargs()):
        arg = op.getarg(i)
        if isinstance(arg, history.Const) and arg.type == history.REF:
            name = run.logops.repr_of_arg(arg)
            if name not in run.constants:
                run.constants[name] = True
                text = text_of_ref(run.sd.cpu, arg.getref_base())
                if text != 'ref' and text != 'null':
                    parts.append('[%s, %s]' % (quoted(name), quoted(text)))
    if not parts:
        return ''
    return ', "consts": [%s]' % ', '.join(parts)


def parent_as_json(debug_info, trace):
    """The guard that a bridge hangs on."""
    descr = debug_info.fail_descr
    assert isinstance(descr, jitcompile.AbstractResumeGuardDescr)
    text = ', "from_descr": %d' % compute_unique_id(descr)
    guard = descr.watch_guard
    if guard is not None:
        guard.bridge = trace
        text += ', "from_guard": %d' % guard.number
    return text


def compiled(debug_info, is_bridge):
    """What both hooks do after the machine code is there."""
    if STATE.mode == 0:
        return
    number = debug_info.looptoken.number
    location = ''
    if is_bridge:
        names = STATE.slot_names.get(number, [])
    else:
        names = names_of_slots(debug_info.logger.metainterp_sd.cpu, debug_info.greenkey)
        STATE.slot_names[number] = names
        location = debug_info.get_greenkey_repr()
    run = Compilation(debug_info, names)
    operations = [operation_as_json(run, op) for op in debug_info.operations]
    extra = ''
    if is_bridge:
        extra = parent_as_json(debug_info, run.trace)
    if STATE.mode & EVENTS:
        if run.asminfo is not None and we_are_translated():
            extra += ', "addr": %d, "len": %d' % (run.asminfo.asmaddr, run.asminfo.asmlen)
            if STATE.mode & MACHINE_CODE:
                extra += ', "code": "%s"' % hex_of_memory(run.asminfo.asmaddr, run.asminfo.asmlen)
        emit('compile', ', "type": %s, "no": %d, "token": %d, "driver": %s, "loc": %s, "slots": %s%s, "ops": [%s]' % (
            quoted(debug_info.type), run.trace, number, quoted(debug_info.get_jitdriver().name), quoted(location),
            quoted_list(names), extra, ', '.join(operations)))
    write_progress(run.sd)


class Hooks(JitHookInterface):
    def after_compile(self, debug_info):
        compiled(debug_info, False)

    def after_compile_bridge(self, debug_info):
        compiled(debug_info, True)

    def on_trace_too_long(self, jitdriver, greenkey, greenkey_repr):
        if STATE.mode & EVENTS:
            emit('blame', ', "loc": %s' % quoted(greenkey_repr))


hooks = Hooks()


# ---------------------------------------------------------------- wraps round the meta-interpreter, made before translation

def _original(function):
    """NOT_RPYTHON
    A copy of a function or method under another name, to be called by the one that takes its place."""
    function = getattr(function, 'im_func', function)
    return func_with_new_name(function, function.__name__ + '_unwatched')


jitcompile.AbstractResumeGuardDescr._attrs_ += ('watch_guard', 'watch_origin')
jitcompile.AbstractResumeGuardDescr.watch_guard = None
jitcompile.AbstractResumeGuardDescr.watch_origin = None


def _wants_locations(category_prefix):
    """Locations are otherwise only given when PYPYLOG selects a jit- section."""
    return STATE.mode != 0 or have_debug_prints_for('jit-')


warmstate.have_debug_prints_for = _wants_locations


def save_origin(optimizer, op):
    """Where a guard was recorded is only known while optimizing, from the trace's snapshot."""
    descr = op.getdescr()
    if STATE.mode != 0 and isinstance(descr, jitcompile.AbstractResumeGuardDescr) and isinstance(op, GuardResOp):
        position = op.rd_resume_position
        if position >= 0:
            snapshots = optimizer.trace.get_snapshot_iter(position)
            where = []
            for snapshot in snapshots.framestack:
                jitcode_index, pc = snapshots.unpack_jitcode_pc(snapshot)
                where.append(jitcode_index)
                where.append(pc)
            descr.watch_origin = where


_store_final_boxes_in_guard = _original(Optimizer.store_final_boxes_in_guard)
_copy_resume_data_from = _original(Optimizer._copy_resume_data_from)
_replace_guard_op = _original(Optimizer.replace_guard_op)


def store_final_boxes_in_guard(self, op, pendingfields):
    result = _store_final_boxes_in_guard(self, op, pendingfields)
    save_origin(self, result)
    return result


def copy_resume_data_from(self, guard_op, last_guard_op):
    result = _copy_resume_data_from(self, guard_op, last_guard_op)
    save_origin(self, result)
    return result


def replace_guard_op(self, old_op_pos, new_op):
    old_descr = self._newoperations[old_op_pos].getdescr()
    _replace_guard_op(self, old_op_pos, new_op)
    new_descr = new_op.getdescr()
    if isinstance(old_descr, jitcompile.AbstractResumeGuardDescr) and isinstance(
            new_descr, jitcompile.AbstractResumeGuardDescr):
        new_descr.watch_origin = old_descr.watch_origin


Optimizer.store_final_boxes_in_guard = store_final_boxes_in_guard
Optimizer._copy_resume_data_from = copy_resume_data_from
Optimizer.replace_guard_op = replace_guard_op


def _watch_failures_of(cls):
    """NOT_RPYTHON
    Every failure of a guard without a bridge passes through handle_fail."""
    original = func_with_new_name(cls.handle_fail.im_func, 'handle_fail_unwatched_%s' % cls.__name__)

    def handle_fail(self, deadframe, metainterp_sd, jitdriver_sd):
        if STATE.mode != 0:
            note_failure(self, deadframe, metainterp_sd)
        original(self, deadframe, metainterp_sd, jitdriver_sd)
        assert 0, 'unreachable'
    cls.handle_fail = handle_fail


_watch_failures_of(jitcompile.AbstractResumeGuardDescr)
_watch_failures_of(jitcompile.ResumeGuardForcedDescr)

# The backend puts run counters only into code that it is asked to log.
_do_compile_loop = _original(jitcompile.do_compile_loop)
_do_compile_bridge = _original(jitcompile.do_compile_bridge)


def do_compile_loop(jd_id, unique_id, metainterp_sd, inputargs, operations, looptoken, log=True, name='', memo=None):
    if metainterp_sd.cpu.assembler._debug:
        log = True
    return _do_compile_loop(jd_id, unique_id, metainterp_sd, inputargs, operations, looptoken, log, name, memo)


def do_compile_bridge(metainterp_sd, faildescr, inputargs, operations, original_loop_token, log=True, memo=None):
    if metainterp_sd.cpu.assembler._debug:
        log = True
    return _do_compile_bridge(metainterp_sd, faildescr, inputargs, operations, original_loop_token, log, memo)


def count_runs_when_asked():
    """NOT_RPYTHON
    Not for the backend of untranslated tests, which has no assembler."""
    jitcompile.do_compile_loop = do_compile_loop
    jitcompile.do_compile_bridge = do_compile_bridge


count_runs_when_asked()


def start_of_tracing(metainterp):
    """Where the trace began, and the guard it began at (-1 for a loop)."""
    resumekey = metainterp.resumekey
    if isinstance(resumekey, jitcompile.AbstractResumeGuardDescr):
        guard = resumekey.watch_guard
        if guard is not None:
            return guard.location, guard.number
    if metainterp.current_merge_points:
        jd = metainterp.jitdriver_sd
        return jd.warmstate.get_location_str(metainterp.current_merge_points[0][0][:jd.num_green_args]), -1
    return '', -1


def last_location(metainterp):
    """The PHP place that the aborted trace had reached."""
    location = ''
    if metainterp.history is not None and metainterp.history.trace is not None:
        greens = []
        driver = 0
        for op in metainterp.history.trace.unpack()[1]:
            if op.getopnum() == rop.DEBUG_MERGE_POINT:
                driver = op.getarg(0).getint()
                greens = op.getarglist()[3:]
        if len(greens) > 0:
            location = metainterp.staticdata.jitdrivers_sd[driver].warmstate.get_location_str(greens)
    return location


def report_abort(metainterp, reason):
    functions = []
    for frame in metainterp.framestack:
        functions.append('%s@%d' % (frame.jitcode.name, frame.pc))
    size = -1
    if metainterp.history is not None and metainterp.history.trace is not None:
        size = metainterp.history.length()
    location, guard = start_of_tracing(metainterp)
    emit('abort', ', "reason": %s, "loc": %s, "guard": %d, "size": %d, "at": %s, "where": %s' % (
        quoted(Counters.counter_names[reason]), quoted(location), guard, size, quoted(last_location(metainterp)),
        quoted(' > '.join(functions))))


# The hook on_abort is not called for bridges.
_aborted_tracing = _original(pyjitpl.MetaInterp.aborted_tracing)
_compile_and_run_once = _original(pyjitpl.MetaInterp._compile_and_run_once)
_invalidate = _original(quasiimmut.QuasiImmut.invalidate)
_trace_aborted = _original(rjitlog.JitLogger.trace_aborted)


def aborted_tracing(self, reason):
    if STATE.mode & EVENTS:
        report_abort(self, reason)
    _aborted_tracing(self, reason)


def compile_and_run_once(self, original_boxes):
    if STATE.mode & EVENTS:
        jd = self.jitdriver_sd
        emit('trace', ', "loc": %s' % quoted(jd.warmstate.get_location_str(original_boxes[:jd.num_green_args])))
    return _compile_and_run_once(self, original_boxes)


def invalidate(self):
    if STATE.mode & EVENTS:
        numbers = []
        if self.looptokens_wrefs is not None:
            for wref in self.looptokens_wrefs:
                looptoken = wref()
                if looptoken is not None:
                    numbers.append(str(looptoken.number))
        if numbers:
            emit('invalidate', ', "loops": [%s]' % ', '.join(numbers))
    _invalidate(self)


def trace_aborted(self):
    """The optimizer found that the trace cannot be a loop."""
    if STATE.mode & EVENTS:
        emit('cancel', ', "no": %d' % self.trace_id)
    _trace_aborted(self)


pyjitpl.MetaInterp.aborted_tracing = aborted_tracing
pyjitpl.MetaInterp._compile_and_run_once = compile_and_run_once
quasiimmut.QuasiImmut.invalidate = invalidate
rjitlog.JitLogger.trace_aborted = trace_aborted


# ---------------------------------------------------------------- what the interpreter calls, through jitcontrol.py

@register_helper(None)
def set_naming(describe, slot_name):
    STATE.describe = describe
    STATE.slot_name = slot_name


@register_helper(None)
def set_mode(mode, fd):
    flush()
    STATE.mode = mode
    STATE.fd = fd
    if mode & EVENTS:
        emit('start', ', "format": %d, "mode": %d' % (FORMAT, mode))


@register_helper(None)
def stats_set_counters(warmrunnerdesc, flag):
    warmrunnerdesc.metainterp_sd.cpu.set_debug(flag != 0)


def histogram_as_json(guard):
    parts = []
    for i in range(len(guard.seen_values)):
        parts.append('[%s, %d]' % (quoted(guard.seen_values[i]), guard.seen_counts[i]))
    return '[%s]' % ', '.join(parts)


def write_guards():
    for guard in STATE.guards:
        if guard.failures:
            last = guard.last or '[]'
            last_slots = guard.last_slots or '[]'
            emit_later('guard', ', "guard": %d, "trace": %d, "failures": %d, "bridge": %d, "values": %s, "vars": %s, '
                       '"histogram": %s' % (guard.number, guard.trace, guard.failures, guard.bridge, last, last_slots,
                                            histogram_as_json(guard)))


def write_counts(sd):
    runs = sd.cpu.get_all_loop_runs()
    emit_later('counts', '')
    for i in range(len(runs)):
        emit_later('runs', ', "type": "%s", "number": %d, "count": %d' % (runs[i].type, runs[i].number, runs[i].counter))
    write_guards()


def write_progress(sd):
    """The counts up to now, from time to time: a program that is killed cannot write them any more."""
    if STATE.mode & EVENTS:
        now = time.time()
        if now - STATE.last_table >= PROGRESS:
            STATE.last_table = now
            write_counts(sd)
            flush()


_counter_numbers = unrolling_iterable([(_name, getattr(Counters, _name)) for _name in Counters.counter_names
                                       if _name not in ('TRACING', 'BACKEND')])


def write_totals(sd):
    parts = []
    for name, number in _counter_numbers:
        parts.append('"%s": %d' % (name, sd.profiler.get_counter(number)))
    emit_later('totals', ', "tracing": %f, "backend": %f, %s' % (
        sd.profiler.get_times(Counters.TRACING), sd.profiler.get_times(Counters.BACKEND), ', '.join(parts)))


@register_helper(None)
def stats_write_table(warmrunnerdesc, fd):
    flush()
    sd = warmrunnerdesc.metainterp_sd
    saved_fd = STATE.fd
    STATE.fd = fd
    write_counts(sd)
    if sd.profiler.initialized:
        write_totals(sd)
    emit_later('end', '')
    flush()
    STATE.fd = saved_fd
