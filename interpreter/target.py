"""The engine's command line and its translation target.

    ENGINE [OPTIONS] FILE [ARGUMENTS]     ENGINE [OPTIONS] -r CODE [ARGUMENTS]     ENGINE [OPTIONS] - [ARGUMENTS]     ENGINE -l FILE
"""
from __future__ import absolute_import

from hippy.interpreter import builtins
from hippy.interpreter.builtins.registry import BUILTINS, CONSTANTS
from hippy.interpreter.compiler.sources import compile_program
from hippy.interpreter.dbgp import session
from hippy.interpreter.dbgp.channel import BadTarget
from hippy.interpreter.dbgp.disassembly import of_code
from hippy.interpreter.errors import CompileError
from hippy.interpreter.objects.resources import W_Resource
from hippy.interpreter.objects.symbols import SymbolTable
from hippy.interpreter.rlib import jitcontrol, process, signals, streams
from hippy.interpreter.rlib.gcsize import set_nursery_size, set_root_stack_depth
from hippy.interpreter.rlib.jit import set_user_param
from hippy.interpreter.syntax.dump import dump_program
from hippy.interpreter.syntax.parse_error import ParseError
from hippy.interpreter.syntax.parser import parse
from hippy.interpreter.vm import builtin_classes, ini_values, jitnames, sources
from hippy.interpreter.vm.context import Context
from hippy.interpreter.vm.jit import SWITCH

VERSION = '0.1.0'
PHP_VERSION = '8.2.36'
NURSERY_SIZE = 4 * 1024 * 1024
ROOT_STACK_ENTRIES = 6 * 1024 * 1024
# Chosen by measurement: docs/performance.md.
JIT_PARAMETERS = 'threshold=400,function_threshold=600,trace_eagerness=100,trace_limit=14000'

USAGE = """usage: hippy [OPTIONS] FILE [ARGUMENTS]
       hippy [OPTIONS] -r CODE [ARGUMENTS]
       hippy [OPTIONS] - [ARGUMENTS]
       hippy -l FILE

  -r CODE          run CODE, without <?php
  -                run what standard input holds
  -l FILE          only parse and compile FILE
  -n               accepted: no php.ini is ever read
  -d NAME=VALUE    set a php.ini setting
  --jit TEXT       parameters of the JIT ("off", "threshold=100")
  --jitwatch fd:N  report what the JIT does to a file descriptor
  --dbgp TARGET    debug over DBGp: fd:N or HOST:PORT
  --repl           with --dbgp: no script, the client sends code
  --dump ast|bytecode FILE
  -v, --version    show the version
  -h, --help       show this
"""


def new_symbols():
    "NOT_RPYTHON: the names that every engine starts with."
    assert builtins.EXTENSIONS
    symbols = SymbolTable()
    builtin_classes.install(symbols)
    for function in BUILTINS:
        symbols.function_cell(function.name).func = function
    for name, w_value in CONSTANTS:
        cell = symbols.constant_cell(name)
        cell.w_value = w_value
        cell.persistent = not isinstance(w_value, W_Resource)     # the compiler may use all but STDIN and its like
    return symbols


SYMBOLS = new_symbols()


class Options(object):
    """What the command line asks for. action: file, code, stdin, lint, repl, dump, version, help."""
    _attrs_ = ('action', 'file', 'code', 'arguments', 'settings', 'jit', 'jitwatch', 'dbgp', 'dump', 'error')

    def __init__(self):
        self.action = ''
        self.file = ''
        self.code = ''
        self.arguments = []
        self.settings = []
        self.jit = ''
        self.jitwatch = ''
        self.dbgp = ''
        self.dump = ''
        self.error = ''


def parse_arguments(argv):
    """Options from the words after the program's name."""
    options = Options()
    i = 0
    while i < len(argv):
        word = argv[i]
        i += 1
        if word == '-' or not word.startswith('-'):
            options.action = 'stdin' if word == '-' else 'file'
            options.file = word
            break
        if word == '--':
            continue
        if takes_value(word):
            if i == len(argv):
                options.error = 'option %s wants a value' % word
                return options
            value = argv[i]
            i += 1
            take_option(options, word, value)
            if word == '-r':
                break
        elif word.startswith('-d') and not word.startswith('--'):
            options.settings.append(word[2:])
        elif word == '--repl':
            options.action = 'repl'
        elif word == '-v' or word == '--version':
            options.action = 'version'
        elif word == '-h' or word == '--help':
            options.action = 'help'
        elif word != '-n' and word != '-q':
            options.error = 'unknown option %s' % word
            return options
    if options.dump != '' and options.action == 'file':
        options.action = 'dump'
    if i < len(argv) and argv[i] == '--':
        i += 1
    assert i >= 0
    options.arguments = argv[i:]
    if options.action == '':
        options.action = 'stdin'
        options.file = '-'
    return options


def takes_value(word):
    return word in ('-r', '-l', '-f', '-d', '--jit', '--jitwatch', '--dbgp', '--dump')


def take_option(options, word, value):
    if word == '-r':
        options.action = 'code'
        options.code = value
    elif word == '-l':
        options.action = 'lint'
        options.file = value
    elif word == '-f':
        options.action = 'file'
        options.file = value
    elif word == '-d':
        options.settings.append(value)
    elif word == '--jit':
        options.jit = value
    elif word == '--jitwatch':
        options.jitwatch = value
    elif word == '--dbgp':
        options.dbgp = value
    else:
        options.dump = value


def entry_point(argv, at_end=None):
    """Runs the command line argv (the program's name first); the process's exit status.

    at_end: under Python 3, a function of the Context and the status that gives the status."""
    process.prepare()
    options = parse_arguments(argv[1:])
    if options.error != '':
        streams.write(2, 'hippy: %s\n%s' % (options.error, USAGE))
        return 1
    if options.action == 'version':
        streams.write(1, 'Hippy %s (PHP %s) (cli)\n' % (VERSION, PHP_VERSION))
        return 0
    if options.action == 'help':
        streams.write(1, USAGE)
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
    status = run_with_watch(ctx, options)
    process.finish()
    if at_end is not None:
        status = at_end(ctx, status)
    return status


def apply_settings(ctx, texts):
    for text in texts:
        position = text.find('=')
        if position < 0:
            ctx.ini_set(text, '1')
        else:
            assert position >= 0
            ctx.ini_set(text[:position], ini_values.value_of(ctx, text[position + 1:]))


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
    status = run_action(ctx, options)
    jitcontrol.write_table(fd)
    jitcontrol.set_mode(0, fd)
    return status


def run_action(ctx, options):
    action = options.action
    if action == 'lint':
        return lint(ctx, options.file)
    if action == 'dump':
        return dump(options)
    name = options.file if action != 'code' and action != 'stdin' else 'Standard input code'
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
    try:
        source = streams.read_file(path)
    except OSError:
        streams.write(1, 'Could not open input file: %s\n' % path)
        return 1
    if sources.compile_reported(ctx, source, path, False) is None:
        ctx.output.write('\nErrors parsing %s\n' % path)
        ctx.output.flush()
        return 255
    ctx.output.write('No syntax errors detected in %s\n' % path)
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
    set_nursery_size(NURSERY_SIZE)
    set_root_stack_depth(ROOT_STACK_ENTRIES)
    return entry_point, None


def jitpolicy(_driver):
    "NOT_RPYTHON"
    from hippy.interpreter.rlib.jitpolicy import EnginePolicy
    return EnginePolicy(jitcontrol.hooks())


