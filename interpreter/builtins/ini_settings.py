"""PHP's functions that read and change php.ini's settings while a program runs."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.errors import E_ALL
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.convert import to_bool, to_str
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Int, w_false, w_null
from hippy.interpreter.rlib import gcsize, streams
from hippy.interpreter.rlib.arithmetic import intmask
from hippy.interpreter.rlib.strings import ascii_lower, cut, hex_value, is_space
from hippy.interpreter.vm import settings

SMALLEST_MEMORY = 2097152       # what PHP uses before the first line of a program
ZONES = '/usr/share/zoneinfo'


@builtin('ini_get(string $option): string|false')
def ini_get(ctx, option):
    value = ctx.ini_get(option)
    return w_false if value is None else new_str(value)


@builtin('ini_set(string $option, string|int|float|bool|null $value): string|false', raw=('value',))
def ini_set(ctx, option, w_value):
    return changed_setting(ctx, 'ini_set', option, w_value)


@builtin('ini_alter(string $option, string|int|float|bool|null $value): string|false', raw=('value',))
def ini_alter(ctx, option, w_value):
    return changed_setting(ctx, 'ini_alter', option, w_value)


def changed_setting(ctx, name, option, w_value):
    """The old value; false when there is no such setting, or it does not take this value."""
    if isinstance(w_value, W_Array) or isinstance(w_value, W_Object):
        raise ctx.error('TypeError', '%s(): Argument #2 ($value) must be of type string|int|float|bool|null' % name)
    value = to_str(ctx, w_value)
    old = ctx.ini_get(option)
    if old is None or not change(ctx, name, option, old, value):
        return w_false
    return new_str(old)


def change(ctx, name, option, old, value):
    """Changes a setting that exists; False when it may not be, or not to this value."""
    setting = settings.BY_NAME.get(option, None)
    if setting is not None and not setting.access & settings.AT_RUN_TIME:
        return False
    if not takes(ctx, name, option, old, value):
        return False
    if option not in ctx.ini_before:
        ctx.ini_before[option] = old
    ctx.ini_set(option, value)
    if option == 'memory_limit':
        limit_memory(ctx)
    return True


def limit_memory(ctx):
    """Holds the process to memory_limit, unless it has been over it already."""
    if not ctx.memory_exhausted:
        gcsize.limit_heap(Quantity(ctx.ini['memory_limit']).value)


def takes(ctx, name, option, old, value):
    """Whether a setting takes this value."""
    if option == 'precision' or option == 'serialize_precision':
        return settings.number(value) >= -1
    if option == 'include_path':
        return value != ''
    if option == 'zend.exception_string_param_max_len':
        return 0 <= settings.number(value) <= 1000000
    if option == 'zend.assertions':
        before = settings.number(old)
        after = settings.number(value)
        if before != after and (before < 0 or after < 0):
            ctx.warning('zend.assertions may be completely enabled or disabled only in php.ini')
            return False
    elif option == 'memory_limit':
        return takes_limit(ctx, value)
    elif option == 'date.timezone':
        return takes_zone(ctx, name, old, value)
    return True


def takes_limit(ctx, value):
    limit = Quantity(value).value
    if 0 <= limit < SMALLEST_MEMORY:
        ctx.warning('Failed to set memory limit to %d bytes (Current memory usage is %d bytes)' % (limit, SMALLEST_MEMORY))
        return False
    return True


def takes_zone(ctx, name, old, value):
    if value == 'UTC' or not streams.path_exists(ZONES):
        return True
    if value != '' and value.find('..') < 0 and streams.path_exists(ZONES + '/' + value) and not streams.path_isdir(ZONES + '/' + value):
        return True
    ctx.warning("%s(): Invalid date.timezone value '%s', using '%s' instead" % (name, value, old))
    return False


@builtin('ini_restore(string $option): void')
def ini_restore(ctx, option):
    if option in ctx.ini_before:
        value = ctx.ini_before[option]
        ctx.ini_set(option, value)
        del ctx.ini_before[option]
        if option == 'error_reporting' and value == '':
            ctx.error_level = E_ALL


@builtin('ini_get_all(?string $extension = null, bool $details = true): array|false')
def ini_get_all(ctx, w_extension, details):
    extension = ''
    if isinstance(w_extension, W_Str):
        extension = ascii_lower(w_extension.as_str())
    w_all = new_array(0)
    for setting in settings.SETTINGS:
        if extension == '' or extension == 'core' or extension == setting.extension:
            w_value = shown(ctx, setting, ctx.ini[setting.name])
            if details:
                w_value = described(ctx, setting, w_value)
            w_all.put_str(setting.name, w_value)
    if w_all.count() == 0:
        ctx.warning('ini_get_all(): Extension "%s" cannot be found' % to_str(ctx, w_extension))
        return w_false
    return w_all


def shown(ctx, setting, value):
    if value == '' and not setting.is_set and setting.name not in ctx.ini_before:
        return w_null
    return new_str(value)


def described(ctx, setting, w_value):
    w_details = new_array(3)
    w_details.put_str('global_value', new_str(setting.value) if setting.is_set else w_null)
    w_details.put_str('local_value', w_value)
    w_details.put_str('access', W_Int(setting.access))
    return w_details


@builtin('set_time_limit(int $seconds): bool')
def set_time_limit(ctx, seconds):
    return change(ctx, 'set_time_limit', 'max_execution_time', ctx.ini['max_execution_time'], '%d' % seconds)


@builtin('get_include_path(): string|false')
def get_include_path(ctx):
    return new_str(ctx.ini['include_path'])


@builtin('set_include_path(string $include_path): string|false')
def set_include_path(ctx, include_path):
    return changed_setting(ctx, 'set_include_path', 'include_path', new_str(include_path))


@builtin('ignore_user_abort(?bool $enable = null): int')
def ignore_user_abort(ctx, w_enable):
    old = settings.number(ctx.ini['ignore_user_abort'])
    if w_enable is not w_null:
        change(ctx, 'ignore_user_abort', 'ignore_user_abort', ctx.ini['ignore_user_abort'], '1' if to_bool(ctx, w_enable) else '0')
    return old


@builtin('gc_enabled(): bool')
def gc_enabled(ctx):
    return settings.is_on(ctx.ini['zend.enable_gc'])


@builtin('gc_enable(): void')
def gc_enable(ctx):
    change(ctx, 'gc_enable', 'zend.enable_gc', ctx.ini['zend.enable_gc'], '1')


@builtin('gc_disable(): void')
def gc_disable(ctx):
    """The engine's collector goes on: only what the setting says changes."""
    change(ctx, 'gc_disable', 'zend.enable_gc', ctx.ini['zend.enable_gc'], '0')


# -- quantities -----------------------------------------------------------------------------------------------------------

@builtin('ini_parse_quantity(string $shorthand): int')
def ini_parse_quantity(ctx, shorthand):
    quantity = Quantity(shorthand)
    if quantity.problem != '':
        ctx.warning(quantity.problem)
    return quantity.value


class Quantity(object):
    """A number of bytes such as '16M' (Zend/zend_ini.c zend_ini_parse_quantity). problem: what PHP warns of, or ''."""
    _attrs_ = ('value', 'problem', 'text')

    def __init__(self, text):
        self.value = 0
        self.problem = ''
        self.text = text
        start = 0
        stop = len(text)
        while start < stop and is_space(text[start]):
            start += 1
        while stop > start and is_space(text[stop - 1]):
            stop -= 1
        if start < stop:
            self.parse(text, start, stop)

    def parse(self, text, start, stop):
        i = start
        negative = text[i] == '-'
        if text[i] == '-' or text[i] == '+':
            i += 1
        base = 10
        if i + 1 < stop and text[i] == '0':
            base = base_of(text[i + 1])
            i += 2 if base != 8 or text[i + 1] == 'o' or text[i + 1] == 'O' else 1
        first = i if base != 8 else i - 1
        i = self.digits(text, i, stop, base)
        if i == first:
            self.problem = 'Invalid quantity "%s": no valid leading digits, interpreting as "0" for backwards compatibility' % self.text
            return
        if negative:
            self.value = -self.value
        self.multiply(text, first, i, stop)

    def digits(self, text, i, stop, base):
        overflows = False
        value = 0
        while i < stop:
            digit = hex_value(text[i])
            if digit < 0 or digit >= base:
                break
            if value < 0 or value > (MAX_UNSIGNED_TENTH if base == 10 else 1 << 58):
                overflows = True
            value = intmask(value * base + digit)
            i += 1
        if overflows:
            value = -1
            self.problem = ('Invalid quantity "%s": value is out of range, using overflow result for backwards compatibility' %
                            self.text)
        self.value = value
        return i

    def multiply(self, text, first, i, stop):
        digits_end = i
        while i < stop and is_space(text[i]):
            i += 1
        if i == stop:
            return
        last = text[stop - 1]
        factor = factor_of(last)
        assert first >= 0
        assert digits_end >= 0
        if factor == 0:
            self.problem = 'Invalid quantity "%s": unknown multiplier "%s", interpreting as "%s" for backwards compatibility' % (
                self.text, last, cut(text, first, digits_end))
            return
        if i != stop - 1:
            self.problem = 'Invalid quantity "%s", interpreting as "%s%s" for backwards compatibility' % (
                self.text, cut(text, first, digits_end), last)
        self.value = intmask(self.value * factor)


MAX_UNSIGNED_TENTH = 1844674407370955161


def base_of(c):
    if c == 'x' or c == 'X':
        return 16
    if c == 'b' or c == 'B':
        return 2
    return 8 if '0' <= c <= '9' or c == 'o' or c == 'O' else 10


def factor_of(c):
    if c == 'k' or c == 'K':
        return 1024
    if c == 'm' or c == 'M':
        return 1048576
    if c == 'g' or c == 'G':
        return 1073741824
    return 0
