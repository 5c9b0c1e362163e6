"""The engine as a process: what it does for each command line; the translation target."""
from __future__ import absolute_import

from hippy.interpreter import builtins
from hippy.interpreter.builtins import native_classes
from hippy.interpreter.builtins.info import EXTENSIONS
from hippy.interpreter.builtins.phpinfo import print_information
from hippy.interpreter.builtins.ini_settings import limit_memory
from hippy.interpreter.builtins.registry import BUILTINS, CONSTANTS
from hippy.interpreter.command_line import USAGE, parse_arguments
from hippy.interpreter.compiler.sources import compile_program
from hippy.interpreter.dbgp import activation, late, session
from hippy.interpreter.dbgp.channel import BadTarget
from hippy.interpreter.dbgp.disassembly import of_code
from hippy.interpreter.errors import CompileError, ExitRequest
from hippy.interpreter.objects.resources import W_Resource
from hippy.interpreter.objects.symbols import SymbolTable
from hippy.interpreter.rlib import jitcontrol, process, signals, streams
from hippy.interpreter.rlib.gcsize import set_nursery_size, set_root_stack_depth
from hippy.interpreter.rlib.jit import set_user_param
from hippy.interpreter.syntax.dump import dump_program
from hippy.interpreter.syntax.parse_error import ParseError
from hippy.interpreter.syntax.parser import parse
from hippy.interpreter.vm import builtin_classes, ini_values, jitnames, settings, sources
from hippy.interpreter.vm.context import Context
from hippy.interpreter.vm.jit import SWITCH

VERSION = '0.1.0'
PHP_VERSION = '8.2.36'
NURSERY_SIZE = 4 * 1024 * 1024
ROOT_STACK_ENTRIES = 16 * 1024 * 1024
# Chosen by measurement: docs/performance.md.
JIT_PARAMETERS = 'threshold=400,function_threshold=600,trace_eagerness=100,trace_limit=10000,max_unroll_loops=2'


INI_FILES = '''\
Configuration File (php.ini) Path: (none)
Loaded Configuration File:         (none)
Scan for additional .ini files in: (none)
Additional .ini files parsed:      (none)
'''
INFORMATION = {
    'version': 'Hippy %s (PHP %s) (cli)\n' % (VERSION, PHP_VERSION),
    'help': USAGE,
    'modules': '[PHP Modules]\n%s\n\n[Zend Modules]\n\n' % '\n'.join(sorted(EXTENSIONS, key=str.lower)),
    'ini': INI_FILES,
}


def new_symbols():
    "NOT_RPYTHON: the names that every engine starts with."
    assert builtins.EXTENSIONS
    symbols = SymbolTable()
    builtin_classes.install(symbols)
    native_classes.install(symbols)
    for function in BUILTINS:
        symbols.function_cell(function.name).func = function
    for name, w_value in CONSTANTS:
        cell = symbols.constant_cell(name)
        cell.w_value = w_value
        cell.persistent = not isinstance(w_value, W_Resource)     # the compiler may use all but STDIN and its like
    return symbols


SYMBOLS = new_symbols()


def entry_point(argv, at_end=None):
    """Runs the command line argv (the program's name first); the process's exit status.

    at_end: under Python 3, a function of the Context and the status that gives the status."""
    process.prepare()
    signals.take_over()
    options = parse_arguments(argv[1:])
    if options.error != '':
        streams.write(2, 'hippy: %s\nhippy --help lists the options.\n' % options.error)
        return 1
    if options.action in INFORMATION:
        streams.write(1, INFORMATION[options.action])
        return 0
    set_user_param(None, JIT_PARAMETERS)
    if options.jit == 'off':
        SWITCH.enabled = False
    if options.jit != '':
        try:
            set_user_param(None, options.jit)
        except ValueError:
            streams.write(2, 'hippy: --jit %s: not a list of JIT parameters\n' % options.jit)
            return 1
    ctx = Context(SYMBOLS)
    apply_settings(ctx, options.settings)
    limit_memory(ctx)
    try:
        status = run_with_watch(ctx, options)
    except ExitRequest as e:            # a last report that could not be written
        status = e.status
    process.finish()
    if at_end is not None:
        status = at_end(ctx, status)
    return status


def apply_settings(ctx, texts):
    """-d NAME=VALUE; settings that do not exist are left out, as PHP does."""
    for text in texts:
        position = text.find('=')
        name, value = text, '1'
        if position >= 0:
            name = text[:position]
            value = ini_values.value_of(ctx, text[position + 1:])
        if name in settings.BY_NAME or name in activation.SETTINGS:
            ctx.ini_set(name, value)


def run_with_watch(ctx, options):
    if options.jitwatch == '':
        return run_action(ctx, options)
    try:
        fd, mode = jitcontrol.parse_option(options.jitwatch)
    except ValueError:
        streams.write(2, 'hippy: --jitwatch %s: wanted fd:N or fd:N,MODE\n' % options.jitwatch)
        return 1
    if not jitcontrol.set_mode(mode, fd):
        streams.write(2, 'hippy: the Python engine has no JIT; build the native engine with hippy-build\n')
        return 2
    jitcontrol.set_counters(True)
    # A program that is interrupted still writes its counts; one that looks away from signals does not.
    signals.install(signals.SIGINT)
    signals.install(signals.SIGTERM)
    status = run_action(ctx, options)
    jitcontrol.write_table(fd)
    jitcontrol.set_mode(0, fd)
    return status


def run_action(ctx, options):
    action = options.action
    if action == 'lint':
        return lint(ctx, options.file)
    if action == 'info':
        print_information(ctx, 0xffffffff)
        ctx.output.flush()
        return 0
    if action == 'dump':
        return dump(options)
    name = 'Standard input code' if action == 'code' or options.file == '-' else options.file
    sources.set_arguments(ctx, [name] + options.arguments)
    if options.dbgp != '':
        return debug(ctx, options)
    if action == 'repl':
        streams.write(2, 'hippy: --repl wants --dbgp TARGET; for a prompt use hippy-repl\n')
        return 1
    ctx.output.unbuffered = streams.isatty(1)
    if action == 'code':
        ctx.sources['Command line code'] = options.code
        return sources.run_main(ctx, options.code, 'Command line code', True)
    if action == 'stdin':
        source = streams.read_all(0)
        ctx.sources['Standard input code'] = source
        return sources.run_main(ctx, source, 'Standard input code', False)
    wanted = activation.read_activation(ctx.ini)
    if wanted.when != activation.OFF:
        return late.run_script(ctx, options.file, wanted)
    return ctx.run_script(options.file)


def debug(ctx, options):
    """The engine as the debuggee of a DBGp client."""
    ctx.debug = True
    ctx.output.watched = True
    ctx.output.unbuffered = True
    signals.install(signals.SIGINT)
    signals.install(signals.SIGUSR1)
    try:
        opened = session.open_session(ctx, options.dbgp)
    except BadTarget as e:
        streams.write(2, 'hippy: --dbgp %s: %s\n' % (options.dbgp, e.message))
        return 1
    if options.action == 'repl':
        return opened.serve_repl()
    if options.action != 'file':
        streams.write(2, 'hippy: --dbgp wants a FILE or --repl\n')
        return 1
    return opened.serve_script(options.file)


def lint(ctx, path):
    """php -l"""
    name = path
    if path == '-':
        name = 'Standard input code'
        source = streams.read_all(0)
    else:
        try:
            source = streams.read_file(path)
        except OSError:
            streams.write(1, 'Could not open input file: %s\n' % path)
            return 1
    if not sources.compiles(ctx, source, name):
        ctx.output.write('Errors parsing %s\n' % name)
        ctx.output.flush()
        return 255
    ctx.output.write('No syntax errors detected in %s\n' % name)
    ctx.output.flush()
    return 0


def dump(options):
    """--dump ast|bytecode FILE"""
    try:
        source = streams.read_file(options.file)
    except OSError:
        streams.write(2, 'Could not open input file: %s\n' % options.file)
        return 1
    try:
        program = parse(source, options.file, False, False, True)
        if options.dump == 'ast':
            streams.write(1, dump_program(program))
            return 0
        if options.dump == 'bytecode':
            dump_code(compile_program(program, SYMBOLS, False, False))
            return 0
    except ParseError as e:
        streams.write(2, 'PHP Parse error:  %s in %s on line %d\n' % (e.message, options.file, e.line))
        return 255
    except CompileError as e:
        streams.write(2, 'PHP Fatal error:  %s in %s on line %d\n' % (e.message, options.file, e.line))
        return 255
    streams.write(2, 'hippy: --dump %s: wanted ast or bytecode\n' % options.dump)
    return 1


def dump_code(code):
    streams.write(1, of_code(code))
    for child in code.children:
        streams.write(1, '\n')
        dump_code(child)


# translation

def target(driver, _args):
    "NOT_RPYTHON: what rpython translates."
    watch = jitcontrol.install(driver)
    if watch is not None:
        jitnames.register(watch)
    driver.config.translation.continuation = True
    SWITCH.enabled = driver.config.translation.jit
    set_nursery_size(NURSERY_SIZE)
    set_root_stack_depth(ROOT_STACK_ENTRIES)
    return entry_point, None


def jitpolicy(_driver):
    "NOT_RPYTHON"
    from hippy.interpreter.rlib.jitpolicy import EnginePolicy
    return EnginePolicy(jitcontrol.hooks())


