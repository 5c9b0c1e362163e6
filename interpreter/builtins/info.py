"""PHP's functions about the engine and the process it runs in."""
from __future__ import absolute_import

from hippy.interpreter.builtins.random_numbers import generator
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Int, w_false
from hippy.interpreter.rlib import clock, objectmodel, process, streams
from hippy.interpreter.rlib.arithmetic import float_to_int, formatd, int_to_float
from hippy.interpreter.rlib.strings import ascii_lower
from hippy.interpreter.vm import settings

EXTENSIONS = ['Core', 'date', 'ctype', 'hash', 'json', 'pcre', 'random', 'SPL', 'standard']
PAGE = 4096


@builtin('get_included_files(): array')
def get_included_files(ctx):
    return included_files(ctx)


@builtin('get_required_files(): array')
def get_required_files(ctx):
    return included_files(ctx)


def included_files(ctx):
    w_files = new_array(0)
    if ctx.script_path != '':
        w_files.append(new_str(ctx.script_path))
    for path in ctx.included:
        if path != ctx.script_path:
            w_files.append(new_str(path))
    return w_files


# -- environment ----------------------------------------------------------------------------------------------------------

@builtin('getenv(?string $name = null, bool $local_only = false): array|string|false')
def getenv(ctx, w_name, local_only):
    if isinstance(w_name, W_Str):
        value = streams.getenv(w_name.as_str())
        return w_false if value is None else new_str(value)
    w_all = new_array(0)
    for name, value in streams.environment():
        w_all.put_key(new_str(name), new_str(value))
    return w_all


@builtin('putenv(string $assignment): bool')
def putenv(ctx, assignment):
    if assignment == '' or assignment[0] == '=':
        raise ctx.error('ValueError', 'putenv(): Argument #1 ($assignment) must have a valid syntax')
    end = assignment.find('\0')        # the system's strings end there
    if end >= 0:
        assignment = assignment[:end]
    equals = assignment.find('=')
    try:
        if equals < 0:
            streams.unsetenv(assignment)
        else:
            streams.setenv(assignment[:equals], assignment[equals + 1:])
    except OSError:
        return False
    return True


@builtin('php_sapi_name(): string|false')
def php_sapi_name(ctx):
    return new_str('cli')


@builtin('php_uname(string $mode = "a"): string')
def php_uname(ctx, mode):
    system, host, release, version, machine = process.uname()
    if mode == 's':
        return system
    if mode == 'n':
        return host
    if mode == 'r':
        return release
    if mode == 'v':
        return version
    if mode == 'm':
        return machine
    return '%s %s %s %s %s' % (system, host, release, version, machine)


@builtin('gethostname(): string|false')
def gethostname(ctx):
    return new_str(process.uname()[1])


@builtin('phpversion(?string $extension = null): string|false')
def phpversion(ctx, w_extension):
    if isinstance(w_extension, W_Str) and not is_extension(w_extension.as_str()):
        return w_false
    return new_str('8.2.36')


@builtin('zend_version(): string')
def zend_version(ctx):
    return '4.2.36'


def is_extension(name):
    lower = ascii_lower(name)
    for extension in EXTENSIONS:
        if ascii_lower(extension) == lower:
            return True
    return False


@builtin('extension_loaded(string $extension): bool')
def extension_loaded(ctx, extension):
    return is_extension(extension)


@builtin('get_loaded_extensions(bool $zend_extensions = false): array')
def get_loaded_extensions(ctx, zend_extensions):
    w_names = new_array(0)
    if not zend_extensions:
        for name in EXTENSIONS:
            w_names.append(new_str(name))
    return w_names


@builtin('getmypid(): int|false')
def getmypid(ctx):
    return W_Int(process.getpid())


@builtin('sys_get_temp_dir(): string')
def sys_get_temp_dir(ctx):
    path = streams.getenv('TMPDIR')
    if path is None or path == '':
        return '/tmp'
    stop = len(path) - 1
    if stop > 0 and path[stop] == '/':
        return path[:stop]
    return path


@builtin('php_ini_loaded_file(): string|false')
def php_ini_loaded_file(ctx):
    """No php.ini is ever read."""
    return w_false


@builtin('php_ini_scanned_files(): string|false')
def php_ini_scanned_files(ctx):
    return w_false


@builtin('connection_status(): int')
def connection_status(ctx):
    return 1 if ctx.output.broken else 0


@builtin('connection_aborted(): int')
def connection_aborted(ctx):
    return 1 if ctx.output.broken else 0


@builtin('uniqid(string $prefix = "", bool $more_entropy = false): string')
def uniqid(ctx, prefix, more_entropy):
    microseconds = float_to_int(clock.now() * 1000000.0)
    while microseconds <= ctx.last_uniqid:
        clock.sleep(0.000001)
        microseconds = float_to_int(clock.now() * 1000000.0)
    ctx.last_uniqid = microseconds
    text = prefix + hexadecimal(microseconds // 1000000, 8) + hexadecimal(microseconds % 1000000, 5)
    if more_entropy:
        fraction = int_to_float(generator(ctx).next_32()) / 4294967296.0    # float division
        text += formatd(fraction * 10.0, 'f', 8)
    return text


def hexadecimal(n, width):
    digits = '%x' % n
    return '0' * (width - len(digits)) + digits


# -- memory ---------------------------------------------------------------------------------------------------------------

def first_number(text, start):
    """The digits at or behind `start` as an int."""
    while start < len(text) and not '0' <= text[start] <= '9':
        start += 1
    assert start >= 0
    return settings.number(text[start:])


@builtin('memory_get_usage(bool $real_usage = false): int')
def memory_get_usage(ctx, real_usage):
    return process.resident_bytes()


@builtin('memory_get_peak_usage(bool $real_usage = false): int')
def memory_get_peak_usage(ctx, real_usage):
    try:
        text = streams.read_file('/proc/self/status')
    except OSError:
        return 0
    position = text.find('VmHWM:')
    return first_number(text, position) * 1024 if position >= 0 else 0


@builtin('memory_reset_peak_usage(): void')
def memory_reset_peak_usage(ctx):
    try:
        fd = streams.open_file('/proc/self/clear_refs', streams.O_WRONLY, 0)
        streams.write(fd, '5')
        streams.close(fd)
    except OSError:
        pass        # the peak stays what it was


@builtin('gc_collect_cycles(): int')
def gc_collect_cycles(ctx):
    """The collector does not count what it finds."""
    objectmodel.collect()
    ctx.collections += 1
    return 0


@builtin('gc_status(): array')
def gc_status(ctx):
    w_status = new_array(4)
    w_status.put_str('runs', W_Int(ctx.collections))
    w_status.put_str('collected', W_Int(0))
    w_status.put_str('threshold', W_Int(10001))
    w_status.put_str('roots', W_Int(0))
    return w_status


@builtin('gc_mem_caches(): int')
def gc_mem_caches(ctx):
    """There are no caches to empty."""
    return 0
