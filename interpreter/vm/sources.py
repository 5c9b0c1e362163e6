"""Running sources: the main script, includes, eval, REPL inputs; their compilation and what their end means."""
from __future__ import absolute_import

from hippy.interpreter.compiler.code import Code, KIND_FILE
from hippy.interpreter.compiler.imports import Names
from hippy.interpreter.compiler.sources import compile_program
from hippy.interpreter.compiler.unit import Reporter
from hippy.interpreter.errors import (
    CompileError, E_COMPILE_ERROR, E_COMPILE_WARNING, E_ERROR, E_PARSE, ExitRequest, FatalError, Interrupted, PhpThrow)
from hippy.interpreter.objects import convert
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.functions import UserFunction
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Float, W_Int, W_Null, disown, own, w_false, w_true
from hippy.interpreter.rlib import gcsize, links, process, signals, streams
from hippy.interpreter.rlib.arithmetic import float_to_int
from hippy.interpreter.rlib.jit import dont_look_inside
from hippy.interpreter.rlib.strings import ascii_lower, is_alnum
from hippy.interpreter.syntax import ast
from hippy.interpreter.syntax.parse_error import ParseError
from hippy.interpreter.syntax.parser import parse
from hippy.interpreter.vm import fibers, generators, limits, linking, objects, reports, settings, throwables
from hippy.interpreter.vm.debug import DBG
from hippy.interpreter.vm.frame import Frame

SNIPPET_NAME = 'php shell code'     # what php -a calls its inputs
EVAL_MARK = " : eval()'d code"


class InteractiveResult(object):
    """What a REPL input did. w_value: of a last expression, owned, None without one. error_kind: '' or parse, compile, uncaught, fatal,
    interrupted, exit. start and end: byte offsets into the input, -1 when unknown. code: an exit status. compiled: its Code, or None. is_void: the
    value is the null of a function that is declared to return nothing."""
    _attrs_ = ('w_value', 'error_kind', 'message', 'line', 'start', 'end', 'code', 'compiled', 'is_void')

    def __init__(self):
        self.w_value = None
        self.error_kind = ''
        self.message = ''
        self.line = 0
        self.start = -1
        self.end = -1
        self.code = 0
        self.compiled = None
        self.is_void = False

    def fail(self, kind, message, line, start, end):
        self.error_kind = kind
        self.message = message
        self.line = line
        self.start = start
        self.end = end


# compiling

class ContextReporter(Reporter):
    """Compile-time warnings as the script's own; early: the classes linked while this source is compiled, by lower name."""
    _attrs_ = ('ctx', 'early')

    def __init__(self, ctx):
        self.ctx = ctx
        self.early = {}

    def bind(self, declaration):
        return linking.link_early(self.ctx, declaration, self.early)

    def report(self, level, message, filename, line):
        reports.report_at(self.ctx, level, message, filename, line)


def compile_source(ctx, source, filename, start_in_php, interactive, skip_shebang):
    """The Code of a source; raises ParseError and CompileError."""
    try:
        program = parse(source, filename, start_in_php, interactive, skip_shebang)
    except ParseError as e:
        report_parse_warnings(ctx, e.warnings, filename)
        raise
    report_parse_warnings(ctx, program.warnings, filename)
    names = ctx.names.copy() if interactive and ctx.names is not None else None
    code = compile_program(program, ctx.symbols, ctx.debug and not ctx.muted, interactive, filename.find(EVAL_MARK) >= 0, ContextReporter(ctx), names)
    if names is not None and not ctx.muted:
        ctx.names = names
    if not ctx.muted:       # nobody asks for what a debugger evaluates
        ctx.codes.append(code)
        ctx.code_loaded(code)
    return code


def report_parse_warnings(ctx, warnings, filename):
    for warning in warnings:
        reports.report_at(ctx, E_COMPILE_WARNING, warning.message, filename, warning.line)


def top_function(code, scope):
    """The nameless function whose static variables top-level code uses."""
    return UserFunction('', code, scope, 0, True, False, False)


def run_globally(ctx, code):
    """Runs top-level code on the global variables; the result is owned."""
    frame = Frame(code, top_function(code, None), None, None, 0)
    frame.get_extras().globals = ctx.globals
    before = ctx.globals.attach(frame)
    try:
        return ctx.execute(frame)
    finally:
        ctx.globals.detach(frame, before)


def run_in_frame(ctx, code, outer):
    """Runs top-level code on the variables of a function's frame."""
    frame = Frame(code, top_function(code, outer.scope()), outer.w_this, outer.static_cls, 0)
    this_slot = code.this_slot
    if this_slot >= 0:
        frame.slots[this_slot] = outer.w_this
    move_variables(outer, frame)
    try:
        return ctx.execute(frame)
    finally:
        return_variables(frame, outer)


def move_variables(outer, frame):
    code = frame.code
    for i in range(code.var_count):
        name = code.var_names[i]
        if name != 'this':
            w = outer.get_variable(name)
            if w is not None:
                own(w)
                outer.put_variable(name, None)
            frame.slots[i] = w


def return_variables(frame, outer):
    code = frame.code
    for i in range(code.var_count):
        name = code.var_names[i]
        if name != 'this':
            w = frame.slots[i]
            frame.slots[i] = None
            if w is not None or outer.get_variable(name) is not None:
                outer.put_variable(name, w)
    if frame.extras is not None:
        for name in frame.extras.names:
            outer.put_variable(name, frame.extras.variables[name])


def is_global_frame(ctx, frame):
    return frame is None or frame is ctx.globals.frame


def run_code(ctx, code, frame):
    if is_global_frame(ctx, frame):
        return run_globally(ctx, code)
    return run_in_frame(ctx, code, frame)


def idle_frame(ctx):
    """A frame of no code for looking at the globals while nothing runs."""
    code = Code('', SNIPPET_NAME, KIND_FILE)
    frame = Frame(code, top_function(code, None), None, None, 0)
    frame.get_extras().globals = ctx.globals
    return frame


# the main script

def set_arguments(ctx, argv):
    """$argv, $argc and the superglobals, in PHP's order. argv: the script's name and its arguments.

    $_SERVER, $_ENV and $_REQUEST are there, but among the globals only for code that names them (PHP's auto_globals_jit).
    """
    for name in ['_GET', '_POST', '_COOKIE', '_FILES']:
        ctx.globals.put(name, new_array(0))
    ctx.globals.put('argv', argument_array(argv))
    ctx.globals.put('argc', W_Int(len(argv)))
    ctx.argv = argv
    ctx.symbols.constant_cell('PHP_BINARY').w_value = new_str(process.executable())
    w_environment = environment_array()
    ctx.symbols.global_cell('_ENV').w_value = w_environment
    ctx.symbols.global_cell('_REQUEST').w_value = new_array(0)
    ctx.symbols.global_cell('_SERVER').w_value = server_array(ctx, argv, w_environment.dup())


def argument_array(argv):
    w_argv = new_array(len(argv))
    for text in argv:
        w_argv.append(new_str(text))
    return w_argv


def environment_array():
    w_environment = new_array(0)
    for name, value in streams.environment():
        w_environment.put_key(new_str(name), new_str(value))
    return w_environment


def server_array(ctx, argv, w_server):
    """$_SERVER, on top of the environment (PHP manual, $_SERVER; sapi/cli/php_cli.c)."""
    for name in ['PHP_SELF', 'SCRIPT_NAME', 'SCRIPT_FILENAME', 'PATH_TRANSLATED']:
        w_server.put_str(name, new_str(argv[0]))
    w_server.put_str('DOCUMENT_ROOT', new_str(''))
    w_server.put_str('REQUEST_TIME', W_Int(float_to_int(ctx.start_time)))
    w_server.put_str('REQUEST_TIME_FLOAT', W_Float(ctx.start_time))
    w_server.put_str('argv', argument_array(argv))
    w_server.put_str('argc', W_Int(len(argv)))
    return w_server


@dont_look_inside
def load_script(ctx, path):
    """Compiles the main script ahead of run_script, so that breakpoints find their lines. Errors wait for run_script."""
    full = links.full_path(path)
    ctx.script_path = full
    try:
        ctx.loaded_script = compile_source(ctx, streams.read_file(path), full, False, False, True)
    except OSError:
        ctx.loaded_script = None
    except ParseError:
        ctx.loaded_script = None
    except CompileError:
        ctx.loaded_script = None


def run_script(ctx, path):
    try:
        source = streams.read_file(path)
    except OSError:
        streams.write(1, 'Could not open input file: %s\n' % path)
        return 1
    full = links.full_path(path)
    ctx.script_path = full
    ctx.included[full] = True
    return run_main(ctx, source, full, False)


def run_main(ctx, source, filename, start_in_php):
    """Runs a source as the main script, reports what ends it, runs shutdown functions; the process's exit status."""
    status = 0
    try:
        try:
            code = compile_reported(ctx, source, filename, start_in_php)
            if code is None:
                status = 255
            else:
                disown(run_globally(ctx, code))
        except PhpThrow as e:
            status = handle_uncaught(ctx, e, status)
    except ExitRequest as e:
        status = e.status
    except FatalError as e:
        reports.fatal(ctx, e)
        forget_unfinished(ctx)
        status = 255
    except process.StackOverflow:
        reports.fatal(ctx, out_of_memory_at(ctx, '', 0))        # of what is no PHP code: parsing, compiling
        status = 255
    except MemoryError:
        reports.fatal(ctx, out_of_memory_at(ctx, '', 0))
        status = 255
    except Interrupted:
        status = 130
    return finish(ctx, status)


def compile_reported(ctx, source, filename, start_in_php):
    """The Code, or None after PHP's report of why there is none."""
    ctx.compile_file = filename
    if ctx.loaded_script is not None and ctx.loaded_script.file == filename:
        return ctx.loaded_script
    try:
        return compile_source(ctx, source, filename, start_in_php, False, not start_in_php)
    except ParseError as e:
        level = E_PARSE if e.class_name == 'ParseError' else E_COMPILE_ERROR
        reports.fatal(ctx, FatalError(e.message, level, filename, e.line))
    except CompileError as e:
        reports.fatal(ctx, FatalError(e.message, E_COMPILE_ERROR, filename, e.line))
    return None


def compiles(ctx, source, filename):
    """Whether a source compiles; reports why not."""
    try:
        return compile_reported(ctx, source, filename, False) is not None
    except process.StackOverflow:
        reports.fatal(ctx, out_of_memory_at(ctx, filename, 1))
    except MemoryError:
        reports.fatal(ctx, out_of_memory_at(ctx, filename, 1))
    return False


def handle_uncaught(ctx, e, status):
    """Gives an exception to the script's handler, which leaves the exit status as it is, or prints it; the exit status."""
    w_handler = ctx.w_exception_handler
    if not isinstance(w_handler, W_Null):
        ctx.w_exception_handler = w_false
        try:
            disown(ctx.call(w_handler, [e.w_exc]))
            return status
        except PhpThrow as inner:
            reports.uncaught(ctx, inner.w_exc)
            return 255
    reports.uncaught(ctx, e.w_exc)
    forget_unfinished(ctx)
    return 255


def forget_unfinished(ctx):
    """Nothing is destroyed after a fatal error."""
    ctx.unfinished = []
    ctx.fibers = []


def finish(ctx, status):
    """Shutdown functions, output buffers, flush."""
    ctx.compile_file = 'Unknown'        # what no code does is in no file
    ctx.compile_line = 0
    status = run_shutdown_calls(ctx, status)
    status = end_unfinished(ctx, status)
    status = end_buffers(ctx, status)
    ctx.output.flush()
    if ctx.output.broken and not ctx.output.watched:
        return 255
    return status


def end_buffers(ctx, status):
    try:
        ctx.output.end_all()
    except PhpThrow:
        return 255
    except ExitRequest as e:
        return e.status
    except FatalError as e:
        reports.fatal(ctx, e)
        return 255
    return status


def run_shutdown_calls(ctx, status):
    """Until one exits or throws; exception handlers are not asked any more."""
    try:
        while len(ctx.shutdown) > 0:
            pending = ctx.shutdown
            ctx.shutdown = []
            for call in pending:
                disown(ctx.call_callee(call.callee, call.args_w))
    except PhpThrow as e:
        reports.uncaught(ctx, e.w_exc)
        return 255
    except ExitRequest as e:
        return e.status
    except FatalError as e:
        reports.fatal(ctx, e)
        return 255
    return status


def end_unfinished(ctx, status):
    """Runs the finally blocks of generators and fibers that wait."""
    try:
        fibers.destroy_all(ctx)
        generators.destroy_all(ctx)
    except PhpThrow as e:
        reports.uncaught(ctx, e.w_exc)
        return 255
    except ExitRequest as e:
        return e.status
    except FatalError as e:
        reports.fatal(ctx, e)
        return 255
    return status


@dont_look_inside
def out_of_memory(ctx, frame):
    """The FatalError of a process that has no memory left, or no stack, which PHP takes from the same."""
    return out_of_memory_at(ctx, frame.code.file, frame.line())


def out_of_memory_at(ctx, file, line):
    ctx.memory_exhausted = True
    gcsize.limit_heap(-1)
    text = 'Allowed memory size of %s bytes exhausted (tried to allocate 262144 bytes)' % settings.bytes_text(ctx.ini['memory_limit'])
    return FatalError(text, E_ERROR, file, line)


# include and eval

def include(ctx, frame, path, mode):
    """The included file's value, owned; False and warnings when it cannot be opened."""
    once = mode == ast.INCLUDE_ONCE or mode == ast.REQUIRE_ONCE
    full = find_file(ctx, frame, path)
    word = ast.INCLUDE_NAMES[mode]
    if full == '':
        ctx.warning('%s(%s): Failed to open stream: No such file or directory' % (word, path))
        message = "%s(): Failed opening %s'%s' for inclusion (include_path='%s')" % (
            word, 'required ' if mode >= ast.REQUIRE else '', path, ctx.ini['include_path'])
        if mode >= ast.REQUIRE:
            raise FatalError(message, E_COMPILE_ERROR)
        ctx.warning(message)
        return w_false
    if once and full in ctx.included:
        return w_true
    try:
        source = streams.read_file(full)
    except OSError:
        ctx.warning('%s(%s): Failed to open stream: No such file or directory' % (word, path))
        return w_false
    ctx.included[full] = True
    return run_code(ctx, compile_thrown(ctx, source, full, False), frame)


def require_once(ctx, frame, path):
    """Runs a file that exists, if nobody included it before."""
    disown(include(ctx, frame, path, ast.REQUIRE_ONCE))


def find_file(ctx, frame, path):
    """The full path of an included file, '' when there is none: include_path, then the including file's folder."""
    if len(path) > 0 and path[0] == '/':
        full = links.full_path(path)
        return full if streams.path_exists(full) and not streams.path_isdir(full) else ''
    folders = ctx.ini['include_path'].split(':')
    position = frame.code.file.rfind('/')
    if position > 0:
        folders.append(frame.code.file[:position])
    if path[:2] == './' or path[:3] == '../':
        folders = ['.']
    for folder in folders:
        full = links.full_path(folder + '/' + path)
        if streams.path_exists(full) and not streams.path_isdir(full):
            return full
    return ''


def eval_code(ctx, frame, source):
    filename = '%s(%d)%s' % (frame.code.file, frame.line(), EVAL_MARK)
    ctx.sources[filename] = source
    code = compile_thrown(ctx, source, filename, True)
    return run_code(ctx, code, frame)


def compile_thrown(ctx, source, filename, start_in_php):
    """The Code; parse errors are thrown as ParseError objects, compile errors are fatal."""
    try:
        return compile_source(ctx, source, filename, start_in_php, False, False)
    except ParseError as e:
        error = ctx.error(e.class_name, e.message)
        throwables.set_slot(error.w_exc, throwables.FILE, new_str(filename))
        throwables.set_slot(error.w_exc, throwables.LINE, W_Int(e.line))
    except CompileError as e:
        raise FatalError(e.message, E_COMPILE_ERROR, filename, e.line)
    raise error


# the REPL

def is_snippet(filename):
    return filename == SNIPPET_NAME


def run_interactive(ctx, source, frame):
    return run_snippet(ctx, source, None, frame)


def run_snippet(ctx, source, code, frame):
    """Runs a REPL input. code: what it compiled to the last time, or None; result.compiled is that for the next time."""
    result = InteractiveResult()
    void_before = ctx.calls_void        # of the input round this one: a debugger evaluates
    ctx.calls_void = False
    try:
        try:
            if code is None:
                code = compile_source(ctx, source, SNIPPET_NAME, True, True, False)
                if not ctx.muted:
                    ctx.sources[SNIPPET_NAME] = source
            result.compiled = code
            w_result = run_code(ctx, code, frame)
            if code.has_value:
                result.w_value = w_value = deref(w_result)
                result.is_void = ctx.calls_void and isinstance(w_value, W_Null)
                if w_value is not w_result:
                    own(w_value)
                    disown(w_result)
                if frame is None and not isinstance(w_value, W_Null):
                    remember(ctx, '_', w_value)
            else:
                disown(w_result)
        except ParseError as e:
            result.fail('parse', e.message, e.line, e.start, e.end)
        except CompileError as e:
            result.fail('compile', e.message, e.line, e.start, e.end)
        except PhpThrow as e:
            note_uncaught(ctx, result, e.w_exc)
            if frame is None:
                remember(ctx, '_e', e.w_exc)
    except ExitRequest as e:
        result.fail('exit', '', 0, -1, -1)
        result.code = e.status
    except FatalError as e:
        line = reports.fatal(ctx, e)
        result.fail('fatal', e.message, line, e.start, -1)
    except process.StackOverflow:
        fail_exhausted(ctx, result)
    except MemoryError:
        fail_exhausted(ctx, result)
    except Interrupted:
        result.fail('interrupted', 'Interrupted', 0, -1, -1)
    ctx.calls_void = void_before
    ctx.output.flush()
    return result


def keep_names(ctx):
    """From now on an input begins with the namespace, the imports and the strictness that the one before ended with."""
    ctx.names = Names('', [], False)


def remember(ctx, name, w):
    """Keeps what an input came to in a global variable, if the prompt asks for that."""
    if not ctx.remembers_results or ctx.muted:
        return
    w_before = ctx.globals.get(name)
    own(w)
    ctx.globals.put(name, w)
    if w_before is not None:
        disown(w_before)


def fail_exhausted(ctx, result):
    """Of what is no PHP code: parsing, compiling."""
    e = out_of_memory_at(ctx, '', 0)
    line = reports.fatal(ctx, e)
    result.fail('fatal', e.message, line, -1, -1)


def note_uncaught(ctx, result, w_exc):
    message = convert.to_str(ctx, throwables.get_slot(w_exc, throwables.MESSAGE))
    line = convert.to_int(ctx, throwables.get_slot(w_exc, throwables.LINE))
    reports.uncaught(ctx, w_exc)
    result.fail('uncaught', '%s: %s' % (w_exc.get_class().name, message), line, -1, -1)


def evaluate_quietly(ctx, source, code, frame):
    """As run_snippet, for a debugger: no message is printed or remembered."""
    muted = ctx.muted
    last_error = ctx.last_error
    ctx.muted = True
    try:
        result = run_snippet(ctx, source, code, frame)
    finally:
        ctx.muted = muted
        ctx.last_error = last_error
    return result


# names that are not there

def autoload(ctx, name):
    """Asks the autoloaders for a class; None when they do not load it."""
    if len(name) > 0 and name[0] == '\\':
        name = name[1:]
    lower = ascii_lower(name)
    if len(ctx.autoloaders) == 0 or name == '' or lower in ctx.loading or not is_class_name(name):
        return None
    ctx.loading[lower] = True
    try:
        for callee in ctx.autoloaders:
            disown(ctx.call_callee(callee, [new_str(name)]))
            cls = ctx.find_class(name)
            if cls is not None:
                return cls
    finally:
        del ctx.loading[lower]
    return None


def is_class_name(name):
    for c in name:
        if not (is_alnum(c) or c == '_' or c == '\\' or c >= '\x80'):
            return False
    return True


def missing_constant(ctx, ref):
    name = ref.name
    raise ctx.error('Error', 'Undefined constant "%s"' % name)


# conversions

def single(w):
    w_array = new_array(1)
    w_array.append(w)
    return w_array


def to_object(ctx, w):
    """(object) w"""
    if isinstance(w, W_Object):
        return w
    w_object = objects.instantiate(ctx, ctx.find_class('stdclass'))
    if isinstance(w, W_Array):
        pos = w.next_pos(0)
        while pos >= 0:
            w_value = w.value_at(pos)
            if isinstance(w_value, W_Ref) and w_value.rc == 1:
                w_value = w_value.value
            own(w_value)
            name = convert.to_str(ctx, w.key_at(pos))
            slot = w_object.map.size()
            w_object.map = w_object.map.with_property(name)
            w_object.set_slot(slot, w_value)
            pos = w.next_pos(pos + 1)
    elif not isinstance(w, W_Null):
        own(w)
        objects.assign_property(ctx, w_object, 'scalar', None, w, False)
    return w_object


# debuggers and signals

def codes_of_file(ctx, path):
    """Every Code loaded from a file, those of its functions included."""
    found = []
    for code in ctx.codes:
        if code.file == path:
            add_with_children(found, code)
    return found


def add_with_children(found, code):
    found.append(code)
    for child in code.children:
        add_with_children(found, child)


def source_of(ctx, path):
    """The text of a source; raises OSError."""
    if path in ctx.sources:
        return ctx.sources[path]
    return streams.read_file(path)


def is_virtual(path):
    """True for what is in no file."""
    return path == SNIPPET_NAME or path == 'Command line code' or path == 'Standard input code' or path.find(EVAL_MARK) >= 0


def on_signal(ctx, number):
    if number == signals.SIGPROF:
        raise limits.out_of_time(ctx)
    if DBG.active:
        DBG.hook.at_interrupt(ctx, number)
    elif number == signals.SIGINT or number == signals.SIGTERM:
        raise Interrupted()
