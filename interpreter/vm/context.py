"""Context: one PHP engine - its names, settings, output, call stack, errors. It is handed to whatever needs it.

Running sources (files, eval, REPL inputs) is in sources.py, error reports in reports.py, callables in callables.py.
"""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode
from hippy.interpreter.compiler.code import KIND_CONSTANT
from hippy.interpreter.errors import E_ALL, E_DEPRECATED, E_NOTICE, E_WARNING, ExitRequest, FatalError, PhpThrow
from hippy.interpreter.objects import convert
from hippy.interpreter.objects.closures import W_Closure
from hippy.interpreter.objects.functions import BuiltinFunction, NativeMethod, UserFunction
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Int, new_bool, own, w_null
from hippy.interpreter.output import Output
from hippy.interpreter.rlib import clock, process, signals
from hippy.interpreter.rlib.jit import dont_look_inside, virtual_ref, virtual_ref_finish, vref_None
from hippy.interpreter.rlib.strings import ascii_lower, up_to_nul
from hippy.interpreter.vm import (
    backtraces, callables, callbacks, calls, execution, limits, linking, objects, reports, settings, sources, special, throwables, types)
from hippy.interpreter.vm.backtraces import NativeCall
from hippy.interpreter.vm.calls import Callee
from hippy.interpreter.vm.debug import DBG
from hippy.interpreter.vm.frame import Frame
from hippy.interpreter.vm.globals import GlobalTable
from hippy.interpreter.vm.op_variables import value_of_ref


class Context(object):
    _attrs_ = ('symbols', 'output', 'globals', 'topframe', 'ini', 'object_count', 'resource_count', 'magic_guards', 'native_call',
               'compile_file', 'compile_line', 'error_level', 'muted', 'debug', 'script_path', 'loaded_script', 'included', 'codes', 'sources',
               'w_error_handler', 'error_handler_mask', 'w_exception_handler', 'shutdown', 'autoloaders', 'loading', 'last_error', 'snippet_count', 'random',
               'start_time', 'request_depth', 'argv', 'error_handlers', 'exception_handlers',
               'json_error', 'preg_error', 'user_constants', 'ini_before',
               'last_uniqid', 'collections', 'closure_class', 'unfinished', 'fiber', 'fibers', 'declared',
               'memory_exhausted', 'remembers_results', 'shares_input', 'depth_unseen', 'early_classes', 'names', 'calls_void')
    _immutable_fields_ = ('closure_class',)

    def __init__(self, symbols):
        self.symbols = symbols
        self.output = Output(self, 1)
        self.closure_class = self.find_class('closure')
        self.globals = GlobalTable(symbols)
        self.topframe = vref_None
        self.depth_unseen = 0           # frames that vm/execution.py runs in the loop of their callers
        self.ini = settings.default_settings()
        self.ini_before = {}            # what the program has changed, as it was
        self.object_count = 0
        self.resource_count = 3
        self.magic_guards = []
        self.native_call = None         # backtraces.NativeCall: the innermost builtin that a builtin calls back
        self.compile_file = ''
        self.compile_line = 0
        self.error_level = E_ALL
        self.muted = False              # messages are not printed: a debugger evaluates
        self.debug = False              # compile with STATEMENT instructions
        self.script_path = ''
        self.loaded_script = None       # the main script's Code when it was compiled ahead
        self.included = {}              # real paths
        self.codes = []                 # every file's Code, for breakpoints
        self.sources = {}               # the text of what is in no file
        self.w_error_handler = w_null
        self.error_handler_mask = E_ALL
        self.w_exception_handler = w_null
        self.error_handlers = []        # those that set_error_handler() replaced
        self.exception_handlers = []
        self.json_error = 0             # json_last_error()
        self.preg_error = 0             # preg_last_error()
        self.last_uniqid = 0
        self.collections = 0            # those that the program has asked for
        self.declared = []              # W_Class of the program, in the order of their declaration
        self.unfinished = []            # generators with finally blocks to run: see generators.py
        self.fiber = None               # the W_Fiber that runs
        self.fibers = []                # those that have been started: see fibers.py
        self.memory_exhausted = False   # memory_limit has been reached; what is left to do goes without
        self.remembers_results = False  # $_ and $_e at the prompt
        self.names = None               # compiler.imports.Names in force at the prompt, see sources.keep_names
        self.calls_void = False         # the call whose value a REPL input has is one of a function declared void
        self.shares_input = False       # standard input is read no further than the program asks: the front end reads it too
        self.user_constants = []        # symbols.ConstantCell, in the order of their declaration
        self.shutdown = []
        self.autoloaders = []
        self.loading = {}
        self.early_classes = None       # while a class is linked early: those of its source that are, by lower name
        self.last_error = None          # reports.Report
        self.snippet_count = 0
        self.random = None
        self.start_time = clock.now()
        self.request_depth = 0
        self.argv = []

    # call stack

    def enter(self, frame):
        frame.back = self.topframe
        self.topframe = virtual_ref(frame)

    def leave(self, frame):
        vref = self.topframe
        self.topframe = frame.back
        virtual_ref_finish(vref, frame)

    def execute(self, frame):
        try:
            return execution.execute(self, frame)
        except FatalError as e:
            execution.locate(frame, e)
            raise
        except MemoryError:
            raise self.out_of_memory(frame)
        except process.StackOverflow:
            raise self.out_of_memory(frame)

    def resume(self, frame, code, pc, e):
        """Runs on a generator's frame, which is on the call stack."""
        try:
            return execution.resume(self, frame, code, pc, e)
        except FatalError as error:
            execution.locate(frame, error)
            raise
        except MemoryError:
            raise self.out_of_memory(frame)
        except process.StackOverflow:
            raise self.out_of_memory(frame)

    def out_of_memory(self, frame):
        return sources.out_of_memory(self, frame)

    @dont_look_inside
    def top_frame(self):
        """The innermost frame, or None. A constant expression counts for the code that needs its value."""
        frame = self.topframe()
        while frame is not None and frame.code.kind == KIND_CONSTANT:
            frame = frame.back()
        return frame

    @dont_look_inside
    def frame_at(self, depth):
        """The frame `depth` calls out (0: the innermost), or None."""
        frame = self.topframe()
        while frame is not None and depth > 0:
            frame = frame.back()
            depth -= 1
        return frame

    @dont_look_inside
    def depth(self, most):
        """How many frames there are, counted no further than `most`."""
        count = 0
        frame = self.topframe()
        while frame is not None and count < most:
            count += 1
            frame = frame.back()
        return count

    def globals_frame(self):
        """The frame that holds the global variables; outside of running code, an empty one that knows them."""
        frame = self.globals.frame
        if frame is None:
            frame = sources.idle_frame(self)
        return frame

    def current_file(self):
        frame = self.top_frame()
        if frame is None:
            return self.compile_file
        return frame.code.file

    def current_line(self):
        frame = self.top_frame()
        if frame is None:
            return self.compile_line
        return frame.line()

    def strict_types(self):
        """Whether the code that calls a builtin now declared strict_types."""
        frame = self.top_frame()
        return frame is not None and frame.code.strict_types

    def calls_strictly(self, frame):
        """The same for the code that calls the function of a new frame."""
        return self.strict_types()

    def call_place(self):
        """', called in FILE on line N' for an argument's error; '' when no PHP code calls."""
        caller = self.top_frame()
        if caller is None or backtraces.native_call_at(caller) is not None:
            return ''
        return ', called in %s on line %d' % (caller.code.file, caller.line())

    def called_class(self, frame):
        return objects.called_class(frame)

    def function_title(self, func):
        """'name' or 'Class::name' as messages show a function."""
        owner = func.owner_name()
        if owner != '' and func.name != '{closure}':
            return up_to_nul(owner) + '::' + func.name
        return func.name

    # errors

    def warning(self, message):
        if message.find('@anonymous\0') >= 0:
            message = throwables.printable_message(message)
        reports.report(self, E_WARNING, message)

    def notice(self, message):
        reports.report(self, E_NOTICE, message)

    def deprecated(self, message):
        if message.find('@anonymous\0') >= 0:
            message = throwables.printable_message(message)
        reports.report(self, E_DEPRECATED, message)

    def deprecated_at(self, message, file, line):
        reports.report_at(self, E_DEPRECATED, message, file, line)

    @dont_look_inside
    def error(self, class_name, message):
        """A PhpThrow to raise: a new object of a builtin exception class, made here and now."""
        cls = self.find_class(class_name)
        w_exc = objects.instantiate(self, cls)
        if message.find('@anonymous\0') >= 0:
            message = throwables.printable_message(message)
        throwables.set_slot(w_exc, throwables.MESSAGE, new_str(message))
        return PhpThrow(w_exc)

    def error_in(self, frame, class_name, message):
        """The same as if it came from the first line of a function that is about to run."""
        frame.pc = len(frame.code.ops) - bytecode.WIDTH     # the last instruction, a return, calls nothing
        self.enter(frame)
        try:
            e = self.error(class_name, message)
        finally:
            self.leave(frame)
        throwables.set_slot(e.w_exc, throwables.LINE, W_Int(frame.code.start_line))
        return e

    @dont_look_inside
    def too_few_arguments(self, frame, func):
        caller = self.top_frame()
        code = func.code
        place = ''
        if caller is not None and backtraces.native_call_at(caller) is None:
            place = ' in %s on line %d' % (caller.code.file, caller.line())
        bound = 'exactly' if code.required_count == len(code.params) and not code.variadic else 'at least'
        return self.error_in(frame, 'ArgumentCountError', 'Too few arguments to function %s(), %d passed%s and %s %d expected' % (
            self.function_title(func), frame.arg_count, place, bound, code.required_count))

    def native_arity_error(self, func, count):
        low = func.min_args
        high = func.max_args
        if low == high:
            bound = 'exactly'
        else:
            bound = 'at least' if count < low else 'at most'
        wanted = low if count < low else high
        return self.error('ArgumentCountError', '%s() expects %s %d argument%s, %d given' % (
            self.function_title(func), bound, wanted, '' if wanted == 1 else 's', count))

    def fatal(self, message):
        return FatalError(message)

    def init_throwable(self, w_exc):
        throwables.init(self, w_exc)

    def missing_constant(self, ref):
        return sources.missing_constant(self, ref)

    def silence(self):
        level = self.error_level
        self.error_level = level & 4437     # what @ cannot silence: fatal errors
        return level

    def silence_end(self, level):
        if self.error_level == self.error_level & 4437:
            self.error_level = level

    # conversions that need the whole engine

    def to_bool(self, w):
        return convert.to_bool(self, w)

    def to_str(self, w):
        return convert.to_str(self, w)

    def to_array(self, w):
        """(array); owned."""
        if isinstance(w, W_Closure):
            own(w)
            return sources.single(w)
        return convert.to_array(self, w)

    def to_object(self, w):
        return sources.to_object(self, w)

    def w_bool(self, flag):
        return new_bool(flag)

    def coerce_argument(self, title, number, name, type_text, w):
        """A builtin method's scalar argument in weak mode; TypeError when it does not fit. Gives a value without owner."""
        w_converted = types.coerce(self, types.SCALAR_TYPES[type_text], w, self.strict_types(), None)
        if w_converted is None:
            raise self.error('TypeError', '%s(): Argument #%d ($%s) must be of type %s, %s given' % (
                title, number, name, type_text, convert.type_name(w)))
        return w_converted

    # names

    def find_function(self, lower):
        cell = self.symbols.functions.get(lower, None)
        if cell is None:
            return None
        return cell.func

    def find_class(self, name):
        """A loaded class by any spelling, or None; never autoloads."""
        if len(name) > 0 and name[0] == '\\':
            name = name[1:]
        cell = self.symbols.classes.get(ascii_lower(name), None)
        if cell is None:
            return None
        return cell.cls

    def load_class_or_none(self, name):
        """As find_class, but asks the autoloaders."""
        cls = self.find_class(name)
        if cls is None:
            cls = sources.autoload(self, name)
        return cls

    def load_class(self, name):
        cls = self.load_class_or_none(name)
        if cls is None:
            raise self.error('Error', 'Class "%s" not found' % name)
        return cls

    def class_by_word(self, name, scope):
        lower = ascii_lower(name)
        if scope is not None:
            if lower == 'self':
                return scope
            if lower == 'parent':
                return scope.parent
            if lower == 'static':
                frame = self.top_frame()
                if frame is not None:
                    return objects.called_class(frame)
        return self.load_class_or_none(name)

    @dont_look_inside
    def declare_function(self, code):
        cell = self.symbols.function_cell(code.name)
        if cell.func is not None:
            old = cell.func
            if isinstance(old, UserFunction) and self.may_redeclare():
                pass
            elif isinstance(old, UserFunction):
                raise FatalError('Cannot redeclare %s() (previously declared in %s:%d)' % (
                    code.name, old.code.file, old.code.start_line), 64, code.file, code.start_line)
            else:
                raise FatalError('Cannot redeclare %s()' % code.name, 64, code.file, code.start_line)
        cell.func = UserFunction(code.name, code, None, 0, False, False, False)
        self.code_loaded(code)

    @dont_look_inside
    def declare_class(self, declaration):
        if declaration.unsupported != '':
            raise FatalError('Hippy does not execute %s yet' % declaration.unsupported, 1, declaration.file, declaration.start_line)
        cell = declaration.cell
        if cell.cls is not None:
            if declaration.anonymous:
                return
            if cell.cls.is_internal or not self.may_redeclare():
                raise FatalError('Cannot declare class %s, because the name is already in use' % declaration.name, 64, declaration.file,
                                 declaration.start_line)
        cell.cls = self.linked_class(declaration)
        self.declared.append(cell.cls)
        for method in declaration.methods:
            self.code_loaded(method.code)

    def linked_class(self, declaration):
        linked = declaration.linked
        declaration.linked = None
        if linked is not None and (linked.parent is None or self.find_class(linked.parent.name) is linked.parent):
            return linked
        return linking.link(self, declaration)

    def may_redeclare(self):
        """At the REPL's prompt functions and classes may be entered again."""
        frame = self.top_frame()
        return frame is not None and sources.is_snippet(frame.code.file) and frame.back() is None

    def define(self, name, w_value):
        """A constant; False and a warning when it exists. Takes over one ownership."""
        cell = self.symbols.constant_cell(name)
        if cell.w_value is not None or ascii_lower(name) in ('true', 'false', 'null'):
            self.warning('Constant %s already defined' % name)
            return False
        cell.w_value = w_value
        self.user_constants.append(cell)
        return True

    def code_loaded(self, code):
        if DBG.active:
            DBG.hook.code_loaded(self, code)

    def codes_of_file(self, path):
        return sources.codes_of_file(self, path)

    def source_of(self, path):
        return sources.source_of(self, path)

    def is_virtual_file(self, path):
        return sources.is_virtual(path)

    # calls

    def is_callable(self, w):
        if isinstance(w, W_Closure):
            return True
        return callbacks.find(self, w, False).callee is not None

    def callee_of(self, w_callback):
        """The Callee of what a builtin function got as callable; TypeError when it cannot be called from here."""
        if isinstance(w_callback, W_Closure):
            return calls.callee_of_closure(w_callback)
        search = callbacks.find(self, w_callback, False)
        if search.callee is None:
            raise self.error('Error', 'Invalid callback: ' + search.problem)
        return search.callee

    def resolve_callable(self, w, scope, _must):
        """The Callee of a value; throws PHP's Error when it cannot be called."""
        callee = callables.find_callee(self, w, scope)
        if callee is None:
            raise callables.explain(self, w, scope)
        return callee

    def resolve_static(self, cls, name, frame, forwards):
        return callables.resolve_static(self, cls, name, frame, forwards)

    def call(self, w_callable, args_w):
        """Calls a callable with borrowed arguments; the result is owned."""
        return self.call_callee(self.callee_of(w_callable), args_w)

    def call_callee(self, callee, args_w):
        owned = [None] * len(args_w)
        for i in range(len(args_w)):
            w = args_w[i]
            own(w)
            owned[i] = w
        return self.call_owned(callee, owned)

    def call_owned(self, callee, args_w):
        """As call_callee, takes over the arguments."""
        w_result = self.call_for_reference(callee, args_w)
        if isinstance(w_result, W_Ref):
            return value_of_ref(w_result)
        return w_result

    def call_for_reference(self, callee, args_w):
        """As call_owned; a function that returns by reference gives the W_Ref."""
        func = callee.func
        if isinstance(func, UserFunction) and not func.code.by_ref_params:
            return calls.call_with_list(self, callee, args_w)
        for i in range(len(args_w)):
            if func.by_reference(i) and not isinstance(args_w[i], W_Ref) and args_w[i] is not None:
                self.note_missing_reference(func, i)
        if not isinstance(func, BuiltinFunction) and not isinstance(func, NativeMethod):
            return calls.call_with_list(self, callee, args_w)
        self.native_call = NativeCall(func, callee.w_this, args_w, self.top_frame(), self.native_call)
        try:
            return calls.call_with_list(self, callee, args_w)
        finally:
            self.native_call = self.native_call.previous

    def note_missing_reference(self, func, index):
        if isinstance(func, BuiltinFunction) and func.prefers_reference(index):
            return
        names, _ = calls.param_names(func)
        name = ' ($%s)' % names[index] if index < len(names) else ''
        self.warning('%s(): Argument #%d%s must be passed by reference, value given' % (self.function_title(func), index + 1, name))

    def call_bound(self, func, w_this, args_w):
        """Calls a method on an object with borrowed arguments."""
        return self.call_callee(Callee(func, w_this, None, None), args_w)

    def call_bound_for_reference(self, func, w_this, args_w):
        """The same; the result may be a W_Ref."""
        for w in args_w:
            own(w)
        return self.call_for_reference(Callee(func, w_this, None, None), args_w)

    def call_method(self, w_object, lower, args_w):
        """Calls a method by its lower-case name, whatever its visibility, with borrowed arguments; the result is owned. A builtin one
        leaves no trace: what the engine asks of its own objects is no call in PHP."""
        func = w_object.get_class().find_method(lower)
        if func is None:
            raise self.error('Error', 'Call to undefined method %s::%s()' % (w_object.get_class().name, lower))
        if isinstance(func, NativeMethod):
            return func.call_on(self, w_object, args_w)
        return self.call_bound(func, w_object, args_w)

    def magic_call(self, method, w_object, static_cls, name):
        return callables.MagicFunction(method, w_object, static_cls, name)

    def call_special(self, frame, number, args_w):
        return special.call(self, frame, number, args_w)

    def run_thunk(self, code, cls):
        """The value of a constant expression's Code in a class's scope; owned."""
        func = UserFunction('[constant expression]', code, cls, 0, True, False, False)
        return self.execute(Frame(code, func, None, cls, 0))

    # objects

    def new_object_id(self):
        number = self.object_count + 1
        self.object_count = number
        return number

    def new_closure(self, code, scope, bound, w_this, static_cls):
        func = code.closure_function
        if func is None or func.cls is not scope:
            func = self._closure_function(code, scope)
        return W_Closure(self.closure_class.map, self.new_object_id(), func, bound, w_this, static_cls)

    @dont_look_inside
    def _closure_function(self, code, scope):
        """What closures of this code call: one function for all, so that machine code sees the same one, unless each has its own statics."""
        func = UserFunction(code.name, code, scope, 0, code.is_static, False, False)
        if code.closure_function is None and len(code.static_names) == 0:
            code.closure_function = func
        return func

    def closure_of_function(self, func, w_on):
        """The closure of f(...): of a Function with its $this or class, or a closure itself."""
        w_this = w_on if isinstance(w_on, W_Object) else None
        static_cls = None
        if isinstance(func, UserFunction):
            static_cls = func.cls
        return W_Closure(self.closure_class.map, self.new_object_id(), func, [], w_this, static_cls)

    def closure_from_callable(self, w):
        if isinstance(w, W_Closure):
            return w
        frame = self.top_frame()
        callee = callables.find_callee(self, w, frame.scope() if frame is not None else None)
        if callee is None:
            raise self.error('TypeError', 'Failed to create closure from callable')
        return self.closure_of_function(callee.func, callee.w_this)

    def allows_dynamic_properties(self, cls):
        """stdClass, and classes with the attribute AllowDynamicProperties."""
        while cls is not None:
            if cls.name == 'stdClass' or cls.allows_dynamic:
                return True
            cls = cls.parent
        return False

    def visibility_of(self, func):
        if isinstance(func, UserFunction):
            return func.visibility
        if isinstance(func, NativeMethod):
            return func.visibility
        return 0

    def class_of_method(self, func):
        if isinstance(func, UserFunction):
            return func.cls
        return None

    # settings

    def ini_get(self, name):
        """The text of a setting, or None."""
        return self.ini.get(name, None)

    def ini_set(self, name, value):
        self.ini[name] = value
        if name == 'error_reporting':
            self.error_level = settings.number(value)
        elif name == 'max_execution_time':
            limits.start_timer(self)

    def reported_levels(self):
        """error_reporting, whatever @ silences now."""
        text = self.ini['error_reporting']
        return E_ALL if text is None or text == '' else settings.number(text)

    def precision(self):
        return settings.number(self.ini['precision'])

    def serialize_precision(self):
        return settings.number(self.ini['serialize_precision'])

    # variables by name

    def scope_variable(self, frame, name, quiet):
        """$$name; borrowed."""
        if name == 'this' and frame.w_this is not None:
            return frame.w_this
        w = deref(self.get_scope_variable(frame, name))
        if w is None:
            if not quiet:
                self.warning('Undefined variable $%s' % name)
            return w_null
        return w

    def global_variable(self, name):
        """$GLOBALS[name]; borrowed."""
        w = deref(self.globals.get(name))
        if w is None:
            self.warning('Undefined global variable $%s' % name)
            return w_null
        return w

    def get_scope_variable(self, frame, name):
        """The raw value in a frame, or among the globals for None."""
        if frame is None:
            return self.globals.get(name)
        return frame.get_variable(name)

    def put_scope_variable(self, frame, name, w):
        """Replaces the raw value; takes over one ownership and gives up none."""
        if frame is None:
            self.globals.put(name, w)
        else:
            own(frame.get_variable(name))       # put_variable gives it up, the caller does too
            frame.put_variable(name, w)

    # signals and the end

    @dont_look_inside
    def take_signals(self):
        """Called when a signal is pending."""
        number = signals.take()
        while number >= 0:
            sources.on_signal(self, number)
            number = signals.take()

    def check_signals(self):
        """For builtins that wait."""
        if signals.pending():
            self.take_signals()

    def output_taken(self, text):
        """True when a debugger took output instead of the file descriptor."""
        return DBG.active and DBG.hook.on_output(self, text)

    def exit(self, status):
        return ExitRequest(status)

    # whole sources

    @dont_look_inside
    def include(self, frame, path, mode):
        return sources.include(self, frame, path, mode)

    @dont_look_inside
    def eval_code(self, frame, source):
        return sources.eval_code(self, frame, source)

    def load_script(self, path):
        sources.load_script(self, path)

    def run_script(self, path):
        """Runs a file as the main script; the process's exit status."""
        return sources.run_script(self, path)

    def finish(self, status):
        """The end of a process without a main script: shutdown functions, buffers; the exit status."""
        return sources.finish(self, status)

    def limit_time(self, running):
        """max_execution_time counts for each input of an interactive session anew, and not between them."""
        if self.ini['max_execution_time'] != '0':
            if running:
                limits.start_timer(self)
            else:
                limits.stop_timer()

    def keep_names(self):
        """Lets namespaces and imports at the prompt hold for the inputs that follow."""
        sources.keep_names(self)

    def run_interactive(self, source, frame):
        """Runs a REPL input, in a frame or (None) at top level: sources.InteractiveResult."""
        return sources.run_interactive(self, source, frame)

    def evaluate_quietly(self, source, code, frame):
        """The same for a debugger: code is what the source compiled to before, or None."""
        return sources.evaluate_quietly(self, source, code, frame)


