"""PHP's functions about the engine, its settings and the process it runs in."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import array_from_list, new_array
from hippy.interpreter.objects.convert import to_str
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Int, W_Null, new_bool, w_false
from hippy.interpreter.rlib import objectmodel, process, streams
from hippy.interpreter.rlib.strings import ascii_lower, is_digit
from hippy.interpreter.vm import settings

EXTENSIONS = ['core', 'standard', 'spl', 'json', 'pcre', 'random', 'date', 'ctype']


# -- settings -------------------------------------------------------------------------------------------------------------

@builtin('ini_get(string $option): string|false')
def ini_get(ctx, option):
    value = ctx.ini_get(option)
    return w_false if value is None else new_str(value)


@builtin('ini_set(string $option, string|int|float|bool|null $value): string|false')
def ini_set(ctx, option, w_value):
    return changed_setting(ctx, option, w_value)


@builtin('ini_alter(string $option, string|int|float|bool|null $value): string|false')
def ini_alter(ctx, option, w_value):
    return changed_setting(ctx, option, w_value)


def changed_setting(ctx, option, w_value):
    """The old value; false when there is no such setting."""
    old = ctx.ini_get(option)
    if old is None:
        return w_false
    ctx.ini_set(option, to_str(ctx, w_value))
    return new_str(old)


@builtin('ini_restore(string $option): void')
def ini_restore(ctx, option):
    if option in settings.default_settings():
        ctx.ini_set(option, settings.default_settings()[option])


@builtin('set_time_limit(int $seconds): bool')
def set_time_limit(ctx, seconds):
    ctx.ini_set('max_execution_time', '%d' % seconds)
    return True


@builtin('get_include_path(): string|false')
def get_include_path(ctx):
    return new_str(ctx.ini_get('include_path'))


@builtin('set_include_path(string $include_path): string|false')
def set_include_path(ctx, include_path):
    return changed_setting(ctx, 'include_path', new_str(include_path))


@builtin('get_included_files(): array')
def get_included_files(ctx):
    return included_files(ctx)


@builtin('get_required_files(): array')
def get_required_files(ctx):
    return included_files(ctx)


def included_files(ctx):
    w_files = new_array(0)
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


@builtin('php_sapi_name(): string|false')
def php_sapi_name(ctx):
    return new_str('cli')


@builtin('phpversion(?string $extension = null): string|false')
def phpversion(ctx, w_extension):
    if isinstance(w_extension, W_Str) and ascii_lower(w_extension.as_str()) not in EXTENSIONS:
        return w_false
    return new_str('8.2.36')


@builtin('zend_version(): string')
def zend_version(ctx):
    return '4.2.36'


@builtin('extension_loaded(string $extension): bool')
def extension_loaded(ctx, extension):
    return ascii_lower(extension) in EXTENSIONS


@builtin('get_loaded_extensions(bool $zend_extensions = false): array')
def get_loaded_extensions(ctx, zend_extensions):
    if zend_extensions:
        return new_array(0)
    return array_from_list([new_str(name) for name in EXTENSIONS])


@builtin('getmypid(): int|false')
def getmypid(ctx):
    return W_Int(process.getpid())


@builtin('sys_get_temp_dir(): string')
def sys_get_temp_dir(ctx):
    path = streams.getenv('TMPDIR')
    return '/tmp' if path is None or path == '' else path


# -- memory ---------------------------------------------------------------------------------------------------------------

@builtin('gc_collect_cycles(): int')
def gc_collect_cycles(ctx):
    objectmodel.collect()
    return 0


@builtin('gc_enabled(): bool')
def gc_enabled(ctx):
    return True


@builtin('gc_enable(): void')
def gc_enable(ctx):
    """The engine's collector is always on."""


@builtin('gc_mem_caches(): int')
def gc_mem_caches(ctx):
    return 0


# -- version_compare ------------------------------------------------------------------------------------------------------

def canonical_parts(version):
    """The numbers and words of a version: '1.0-rc1' gives 1 0 rc 1."""
    parts = []
    i = 0
    while i < len(version):
        start = i
        c = version[i]
        if is_digit(c):
            while i < len(version) and is_digit(version[i]):
                i += 1
            parts.append(version[start:i])
        elif c == '-' or c == '_' or c == '+' or c == '.':
            i += 1
        else:
            while i < len(version) and not is_digit(version[i]) and '-_+.'.find(version[i]) < 0:
                i += 1
            parts.append(version[start:i])
    return parts


def form_order(word):
    """The rank of a word in a version; -1 for unknown words, before all others."""
    if word == '':
        return -1
    if is_digit(word[0]):
        return 10
    forms = [('dev', 0), ('alpha', 1), ('a', 1), ('beta', 2), ('b', 2), ('RC', 3), ('rc', 3), ('#', 4), ('pl', 5), ('p', 5)]
    for name, rank in forms:
        if word[:len(name)] == name:
            return rank
    return -7


def compare_parts(a, b):
    if is_digit(a[0]) and is_digit(b[0]):
        return sign(settings.number(a) - settings.number(b))
    if is_digit(a[0]):
        return sign(4 - form_order(b))
    if is_digit(b[0]):
        return sign(form_order(a) - 4)
    return sign(form_order(a) - form_order(b))


def sign(n):
    return 1 if n > 0 else (-1 if n < 0 else 0)


def version_order(a, b):
    """-1, 0 or 1 (ext/standard/versioning.c php_version_compare)."""
    if a == '' or b == '':
        return (1 if a != '' else 0) - (1 if b != '' else 0)
    left = canonical_parts(a)
    right = canonical_parts(b)
    for i in range(min(len(left), len(right))):
        order = compare_parts(left[i], right[i])
        if order != 0:
            return order
    if len(left) > len(right):
        rest = left[len(right)]
        return 1 if is_digit(rest[0]) else compare_parts(rest, '#N#')
    if len(right) > len(left):
        rest = right[len(left)]
        return -1 if is_digit(rest[0]) else compare_parts('#N#', rest)
    return 0


@builtin('version_compare(string $version1, string $version2, ?string $operator = null): int|bool')
def version_compare(ctx, version1, version2, w_operator):
    order = version_order(version1, version2)
    if isinstance(w_operator, W_Null):
        return W_Int(order)
    operator = to_str(ctx, w_operator)
    if operator == '<' or operator == 'lt':
        return new_bool(order < 0)
    if operator == '<=' or operator == 'le':
        return new_bool(order <= 0)
    if operator == '>' or operator == 'gt':
        return new_bool(order > 0)
    if operator == '>=' or operator == 'ge':
        return new_bool(order >= 0)
    if operator == '==' or operator == 'eq':
        return new_bool(order == 0)
    if operator == '!=' or operator == '<>' or operator == 'ne':
        return new_bool(order != 0)
    raise ctx.error('ValueError', 'version_compare(): Argument #3 ($operator) must be a valid comparison operator')
