"""What the debugger asks of the running program: its stack, the variables of a frame, the names that are declared."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode
from hippy.interpreter.compiler.code import KIND_CONSTANT, KIND_FILE
from hippy.interpreter.dbgp import names
from hippy.interpreter.dbgp.packet import DbgpError, ERR_NO_PROPERTY, ERR_STACK_DEPTH
from hippy.interpreter.dbgp.properties import find_member, follow, own_members, static_members
from hippy.interpreter.objects import numbers
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.strings import W_Str
from hippy.interpreter.objects.values import W_Int
from hippy.interpreter.rlib.strings import ascii_lower, compare, cut, ends_with, starts_with, up_to_nul
from hippy.interpreter.vm import calls
from hippy.interpreter.vm.backtraces import arguments_array, native_call_at

SUPERGLOBALS = ['GLOBALS', '_GET', '_POST', '_COOKIE', '_FILES', '_SERVER', '_ENV', '_REQUEST', '_SESSION']
SCRIPT_ARGUMENTS = ['argc', 'argv']     # of the main script: told among the superglobals
LATE_SUPERGLOBALS = ['_ENV', '_REQUEST', '_SERVER']         # PHP makes them for code that names them
EVAL_MARK = "eval()'d code"


class Level(object):
    """One entry of the stack: a Frame, or a builtin function that it has called (native: a backtraces.NativeCall, else None)."""
    _attrs_ = ('frame', 'native')
    _immutable_fields_ = ('frame', 'native')

    def __init__(self, frame, native):
        self.frame = frame
        self.native = native


def levels(ctx):
    """The stack, innermost first: the frames, and between them the builtins that run or call back."""
    found = []
    frame = ctx.frame_at(0)
    native = ctx.native_call
    while frame is not None:
        while native is not None and native.frame is frame:
            found.append(Level(frame, native))
            native = native.previous
        direct = native_call_at(frame)
        if direct is not None:
            found.append(Level(frame, direct))
        if frame.code.kind != KIND_CONSTANT:
            found.append(Level(frame, None))
        frame = frame.back()
    return found


class Argument(object):
    """What a call got for a parameter, as it is now. name: '$x', or '' beyond the parameters."""
    _attrs_ = ('name', 'w_value')
    _immutable_fields_ = ('name', 'w_value')

    def __init__(self, name, w_value):
        self.name = name
        self.w_value = w_value


def arguments(level):
    """The Arguments of a Level's call."""
    if level.native is not None:
        func = level.native.func
        args_w = level.native.args_w
    else:
        func = level.frame.func
        if func is None or level.frame.code.kind == KIND_FILE:
            return []
        args_w = arguments_array(level.frame, False).values()
    names, _ = calls.param_names(func)
    found = []
    for i in range(len(args_w)):
        found.append(Argument('$' + names[i] if i < len(names) else '', deref(args_w[i])))
    return found


def runs_builtin(ctx, frame):
    """True when the innermost frame waits for a builtin function."""
    return native_call_at(frame) is not None or (ctx.native_call is not None and ctx.native_call.frame is frame)


def level_at(ctx, depth):
    """The Level at a depth, 0 being the innermost; that of the globals when nothing runs. Raises DbgpError."""
    found = levels(ctx)
    if 0 <= depth < len(found):
        return found[depth]
    if depth == 0:
        return Level(ctx.globals_frame(), None)
    raise DbgpError(ERR_STACK_DEPTH)


def frame_at(ctx, depth):
    """The Frame of the code that runs at a depth, or has called the builtin there. Raises DbgpError."""
    return level_at(ctx, depth).frame


def where(level):
    """The name of a Level as stack traces of debuggers show it."""
    if level.native is not None:
        func = level.native.func
        return member_name(func.owner_name(), level.native.w_this, func.name)
    frame = level.frame
    code = frame.code
    if code.kind == KIND_FILE:
        if frame.back() is None:
            return '{main}'
        return 'eval' if is_eval(code.file) else 'include'
    owner = ''
    if frame.scope() is not None:
        owner = up_to_nul(frame.scope().name)
    if code.is_closure:
        return member_name(owner, frame.w_this, '{closure:%s:%d-%d}' % (code.file, code.start_line, code.end_line))
    return member_name(owner, frame.w_this, code.name if owner == '' else frame.func.name)


def member_name(owner, w_this, name):
    """'name', 'Class->name' or 'Class::name'."""
    if not owner:
        return name
    return owner + ('->' if w_this is not None else '::') + name


def breakpoint_name(frame):
    """The name by which call and return breakpoints know a frame: 'name' or 'Class::name'; '' for a file."""
    func = frame.func
    if func is None:
        return ''
    if func.cls is None or frame.code.is_closure:
        return func.name
    return up_to_nul(func.cls.name) + '::' + func.name


def declared_name(frame):
    """'Class::name' of a method by the class or trait that it stands in; '' for others."""
    code = frame.code
    if frame.func is None or code.is_closure or code.class_name == '':
        return ''
    return up_to_nul(code.class_name) + '::' + code.name


def wants_result(frame):
    """True when the instruction at which a frame stands uses what it calls."""
    code = frame.code
    kinds = bytecode.KINDS[code.ops[frame.pc]]
    for i in range(len(kinds)):
        if kinds[i] == 'w':
            return code.ops[frame.pc + 1 + i] != bytecode.UNUSED
    return False


def throws_on(frame):
    """True where a frame throws an exception on that no `catch` of a `try` has taken, or that a `finally` has seen."""
    op = frame.code.ops[frame.pc]
    return op == bytecode.RETHROW or op == bytecode.END_FINALLY


def is_eval(path):
    return ends_with(path, EVAL_MARK)


# -- variables --------------------------------------------------------------------------------------------------------------

def local_names(frame):
    """The variables of a frame, sorted: those that its code names, set or not, others that are set, $this; no superglobals."""
    found = []
    for name in frame.code.var_names:
        _note_local(found, name)
    for name in frame.variable_names():
        _note_local(found, name)
    if frame.w_this is not None:
        insert_sorted(found, 'this')
    return found


def _note_local(found, name):
    if name not in SUPERGLOBALS and name not in SCRIPT_ARGUMENTS and name != 'this':
        insert_sorted(found, name)


def global_names(frame):
    """The superglobals, then the other global variables; frame: the globals'."""
    first = []
    others = []
    for name in frame.variable_names():
        if name in SUPERGLOBALS or name in SCRIPT_ARGUMENTS:
            if name not in LATE_SUPERGLOBALS:
                first.append(name)
        else:
            others.append(name)
    return first + LATE_SUPERGLOBALS + others


def insert_sorted(texts, text):
    """Puts text into a sorted list unless it is there."""
    i = len(texts)
    while i > 0 and compare(texts[i - 1], text) > 0:
        i -= 1
    if i == 0 or texts[i - 1] != text:
        assert i >= 0
        texts.insert(i, text)


def variable(ctx, frame, name):
    """The value of a variable, dereferenced; None when it has none. Superglobals are known everywhere."""
    if name == 'this':
        return frame.w_this
    w_value = deref(frame.get_variable(name))
    if w_value is None and name in SUPERGLOBALS:
        w_value = deref(ctx.globals_frame().get_variable(name))
    return w_value


def value_of(ctx, frame, text):
    """The value that a full name means in a frame; raises DbgpError when it means none."""
    w_value = value_or_none(ctx, frame, text)
    if w_value is None:
        raise DbgpError(ERR_NO_PROPERTY)
    return w_value


def value_or_none(ctx, frame, text):
    try:
        name = names.parse_full_name(text)
    except names.BadName:
        return None
    if name.root_kind == names.ROOT_STATIC:
        w_root = _static_root(frame, name)
    else:
        w_root = variable(ctx, frame, name.root)
    if w_root is None:
        return None
    return follow(ctx, w_root, name.steps)


def _static_root(frame, name):
    cls = frame.scope()
    if cls is None:
        return None
    member = find_member(static_members(cls), name.root, name.owner)
    return None if member is None else member.w_value


def constant(ctx, name):
    """The value of a constant or None."""
    cell = ctx.symbols.constants.get(name, None)
    return None if cell is None else cell.w_value


def user_constants(ctx):
    """Names of the constants that PHP code has defined, in order."""
    return [cell.name for cell in ctx.user_constants]


# -- values that stand for themselves ---------------------------------------------------------------------------------------

def in_value(ctx, w_value, root, text):
    """The value that a full name means when its variable `root` is w_value; raises DbgpError."""
    w_found = None
    try:
        name = names.parse_full_name(text)
        if name.root_kind == names.ROOT_VARIABLE and name.root == root:
            w_found = follow(ctx, w_value, name.steps)
    except names.BadName:
        w_found = None
    if w_found is None:
        raise DbgpError(ERR_NO_PROPERTY)
    return w_found


def is_caught(ctx, w_exc):
    """True when a `catch` of the code that runs waits for an exception that is thrown now."""
    frame = ctx.frame_at(0)
    while frame is not None:
        if catches(frame.code, frame.pc, w_exc.get_class()):
            return True
        frame = frame.back()
    return False


def catches(code, pc, cls):
    """True when an exception of a class, thrown at pc, comes to a `catch` of the same code that takes it."""
    region = code.find_region(pc)
    while region is not None:
        pc = region.handler
        while code.ops[pc] == bytecode.CATCH:
            for cell in code.catches[code.ops[pc + 2]].cells:
                if cell.cls is not None and cls.is_subclass_of(cell.cls):
                    return True
            pc = code.ops[pc + 4]
        region = code.find_region(pc)       # that of the next `try` outwards: code behind the catches throws on
    return False


def class_names(cls):
    """The names of a class and its parents."""
    found = []
    while cls is not None:
        found.append(cls.name)
        cls = cls.parent
    return found


def _own_property(w_object, name):
    member = find_member(own_members(w_object), name, '')
    return None if member is None else member.w_value


def exception_message(w_exc):
    w_message = _own_property(w_exc, 'message')
    return w_message.as_str() if isinstance(w_message, W_Str) else ''


def exception_code(w_exc):
    """The code as text; '' for 0."""
    w_code = _own_property(w_exc, 'code')
    if isinstance(w_code, W_Int) and w_code.intval != 0:
        return numbers.int_text(w_code.intval)
    if isinstance(w_code, W_Str):
        return w_code.as_str()
    return ''


# -- declarations -----------------------------------------------------------------------------------------------------------

def class_named(ctx, frame, name):
    """The W_Class of a name, or of self, static and parent in a frame; None when there is none. Loads nothing."""
    lower = ascii_lower(name)
    if lower == 'self' or lower == 'static' or lower == 'parent':
        cls = frame.scope() if frame is not None else None
        if cls is not None and lower == 'parent':
            return cls.parent
        return cls
    if starts_with(lower, '\\'):
        lower = lower[1:]
    cell = ctx.symbols.classes.get(lower, None)
    return None if cell is None else cell.cls


def function_named(ctx, name):
    """The Function of 'name' or 'Class::name', or None."""
    separator = name.find('::')
    if separator >= 0:
        cls = class_named(ctx, None, cut(name, 0, separator))
        return None if cls is None else cls.find_method(ascii_lower(cut(name, separator + 2, len(name))))
    lower = ascii_lower(name)
    if starts_with(lower, '\\'):
        lower = lower[1:]
    cell = ctx.symbols.functions.get(lower, None)
    return None if cell is None else cell.func
