"""PHP's functions of dates without objects: date(), mktime(), strtotime() and their like."""
from __future__ import absolute_import

from hippy.interpreter.builtins import timezones
from hippy.interpreter.builtins.civil_time import (
    DAYS, MONTHS, days_in_month, field, format_moment, timestamp_of)
from hippy.interpreter.builtins.date_texts import DateText
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.builtins.timezones import default_zone, find_zone
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Int, w_false
from hippy.interpreter.rlib import clock
from hippy.interpreter.rlib.arithmetic import float_to_int
from hippy.interpreter.rlib.strings import StringBuilder


def given_time(w_timestamp):
    """The timestamp of an optional argument: now when it is null."""
    if isinstance(w_timestamp, W_Int):
        return w_timestamp.intval
    return float_to_int(clock.now())


# -- the default zone -----------------------------------------------------------------------------------------------------

@builtin('date_default_timezone_set(string $timezoneId): bool')
def date_default_timezone_set(ctx, name):
    zone = find_zone(name)
    if zone is None:
        ctx.notice("date_default_timezone_set(): Timezone ID '%s' is invalid" % name)
        return False
    timezones.zones.default = zone
    return True


@builtin('date_default_timezone_get(): string')
def date_default_timezone_get(ctx):
    return default_zone(ctx).name


# -- formats --------------------------------------------------------------------------------------------------------------

@builtin('date(string $format, ?int $timestamp = null): string')
def date(ctx, format, w_timestamp):
    return format_moment(default_zone(ctx).moment(given_time(w_timestamp)), format)


@builtin('gmdate(string $format, ?int $timestamp = null): string')
def gmdate(ctx, format, w_timestamp):
    moment = find_zone('UTC').moment(given_time(w_timestamp))
    moment.abbreviation = 'GMT'
    return format_moment(moment, format)


@builtin('idate(string $format, ?int $timestamp = null): int|false')
def idate(ctx, format, w_timestamp):
    if len(format) != 1:
        ctx.warning('idate(): idate format is one char')
        return w_false
    c = format[0]
    if 'BdhHiILmNosStUwWyYzZ'.find(c) < 0 or c == 'S':
        ctx.warning('idate(): Unrecognized date format token')
        return w_false
    text = field(default_zone(ctx).moment(given_time(w_timestamp)), c)
    value = 0
    for digit in text:
        if digit != '-':
            value = value * 10 + ord(digit) - 48
    return W_Int(-value if text[0] == '-' else value)


@builtin('getdate(?int $timestamp = null): array')
def getdate(ctx, w_timestamp):
    m = default_zone(ctx).moment(given_time(w_timestamp))
    w_parts = new_array(11)
    for name, number in [('seconds', m.second), ('minutes', m.minute), ('hours', m.hour), ('mday', m.day), ('wday', m.weekday),
                         ('mon', m.month), ('year', m.year), ('yday', m.year_day)]:
        w_parts.put_str(name, W_Int(number))
    w_parts.put_str('weekday', new_str(DAYS[m.weekday]))
    w_parts.put_str('month', new_str(MONTHS[m.month - 1]))
    w_parts.put_int(0, W_Int(m.timestamp))
    return w_parts


@builtin('localtime(?int $timestamp = null, bool $associative = false): array')
def localtime(ctx, w_timestamp, associative):
    m = default_zone(ctx).moment(given_time(w_timestamp))
    w_parts = new_array(9)
    for name, number in [('tm_sec', m.second), ('tm_min', m.minute), ('tm_hour', m.hour), ('tm_mday', m.day),
                         ('tm_mon', m.month - 1), ('tm_year', m.year - 1900), ('tm_wday', m.weekday), ('tm_yday', m.year_day),
                         ('tm_isdst', 1 if m.is_dst else 0)]:
        if associative:
            w_parts.put_str(name, W_Int(number))
        else:
            w_parts.append(W_Int(number))
    return w_parts


# -- making timestamps ----------------------------------------------------------------------------------------------------

def part(w, default):
    return w.intval if isinstance(w, W_Int) else default


def full_year(w_year, default):
    """Two-digit years are of 1970 to 2069."""
    if not isinstance(w_year, W_Int):
        return default
    year = w_year.intval
    if 0 <= year < 70:
        return year + 2000
    if 70 <= year <= 100:
        return year + 1900
    return year


def made_time(zone, hour, w_minute, w_second, w_month, w_day, w_year):
    now = zone.moment(float_to_int(clock.now()))
    local = timestamp_of(
        full_year(w_year, now.year), part(w_month, now.month), part(w_day, now.day), hour, part(w_minute, now.minute),
        part(w_second, now.second))
    return zone.timestamp(local)


@builtin('mktime(int $hour, ?int $minute = null, ?int $second = null, ?int $month = null, ?int $day = null, '
         '?int $year = null): int|false')
def mktime(ctx, hour, w_minute, w_second, w_month, w_day, w_year):
    return W_Int(made_time(default_zone(ctx), hour, w_minute, w_second, w_month, w_day, w_year))


@builtin('gmmktime(int $hour, ?int $minute = null, ?int $second = null, ?int $month = null, ?int $day = null, '
         '?int $year = null): int|false')
def gmmktime(ctx, hour, w_minute, w_second, w_month, w_day, w_year):
    return W_Int(made_time(find_zone('UTC'), hour, w_minute, w_second, w_month, w_day, w_year))


@builtin('checkdate(int $month, int $day, int $year): bool')
def checkdate(ctx, month, day, year):
    if year < 1 or year > 32767 or month < 1 or month > 12:
        return False
    return 1 <= day <= days_in_month(year, month)


@builtin('strtotime(string $datetime, ?int $baseTimestamp = null): int|false')
def strtotime(ctx, datetime, w_base):
    text = DateText(ctx, datetime, default_zone(ctx), given_time(w_base))
    if not text.parse():
        return w_false
    return W_Int(text.timestamp())


# -- strftime -------------------------------------------------------------------------------------------------------------

STRFTIME = {
    'a': 'D', 'A': 'l', 'b': 'M', 'B': 'F', 'h': 'M', 'c': 'D M j H:i:s Y', 'C': '', 'd': 'd', 'D': 'm/d/y', 'F': 'Y-m-d',
    'G': 'o', 'H': 'H', 'I': 'h', 'm': 'm', 'M': 'i', 'p': 'A', 'P': 'a', 'r': 'h:i:s A', 'R': 'H:i', 's': 'U', 'S': 's',
    'T': 'H:i:s', 'u': 'N', 'V': 'W', 'w': 'w', 'x': 'm/d/y', 'X': 'H:i:s', 'y': 'y', 'Y': 'Y', 'z': 'O', 'Z': 'T',
}


def strftime_field(m, c):
    if c == 'n':
        return '\n'
    if c == 't':
        return '\t'
    if c == '%':
        return '%'
    if c == 'e' or c == 'k':
        number = m.day if c == 'e' else m.hour
        return ' %d' % number if number < 10 else '%d' % number
    if c == 'j':
        number = m.year_day + 1
        return '00%d' % number if number < 10 else ('0%d' % number if number < 100 else '%d' % number)
    if c == 'C':
        return field(m, 'Y')[:2]
    if c in STRFTIME:
        return format_moment(m, STRFTIME[c])
    return '%' + c


def strftime_text(moment, format):
    builder = StringBuilder(32)
    i = 0
    while i < len(format):
        if format[i] == '%' and i + 1 < len(format):
            builder.append(strftime_field(moment, format[i + 1]))
            i += 2
        else:
            builder.append(format[i])
            i += 1
    return builder.build()


@builtin('strftime(string $format, ?int $timestamp = null): string|false', deprecated=True)
def strftime(ctx, format, w_timestamp):
    if format == '':
        return w_false
    return new_str(strftime_text(default_zone(ctx).moment(given_time(w_timestamp)), format))


@builtin('gmstrftime(string $format, ?int $timestamp = null): string|false', deprecated=True)
def gmstrftime(ctx, format, w_timestamp):
    if format == '':
        return w_false
    moment = find_zone('UTC').moment(given_time(w_timestamp))
    moment.abbreviation = 'GMT'
    return new_str(strftime_text(moment, format))
