"""Time zones from the system's database (/usr/share/zoneinfo, RFC 8536)."""
from __future__ import absolute_import

from hippy.interpreter.builtins.civil_time import DAY, Moment, day_number, days_in_month, offset_text
from hippy.interpreter.rlib import files, streams
from hippy.interpreter.rlib.arithmetic import intmask, r_uint
from hippy.interpreter.rlib.strings import ascii_lower, cut, is_alpha, is_digit

DATABASE = '/usr/share/zoneinfo'


class LocalType(object):
    """What clocks show for some time: seconds east of Greenwich, daylight saving or not, the abbreviation."""
    _attrs_ = ('offset', 'is_dst', 'abbreviation')

    def __init__(self, offset, is_dst, abbreviation):
        self.offset = offset
        self.is_dst = is_dst
        self.abbreviation = abbreviation


UTC_TYPE = LocalType(0, False, 'UTC')


class Zone(object):
    """A time zone: at times[i] the type kinds[i] begins; before the first, `first`; after the last, the rule if there is one."""
    _attrs_ = ('name', 'times', 'kinds', 'first', 'rule')

    def __init__(self, name, times, kinds, first, rule):
        self.name = name
        self.times = times
        self.kinds = kinds
        self.first = first
        self.rule = rule

    def type_at(self, timestamp):
        """The LocalType at a time."""
        count = len(self.times)
        if count == 0 or timestamp < self.times[0]:
            return self.first
        if timestamp >= self.times[count - 1] and self.rule is not None:
            return self.rule.type_at(timestamp)
        low = 0
        high = count
        while high - low > 1:
            middle = (low + high) // 2
            if self.times[middle] <= timestamp:
                low = middle
            else:
                high = middle
        return self.kinds[low]

    def moment(self, timestamp):
        local = self.type_at(timestamp)
        return Moment(timestamp, local.offset, local.is_dst, local.abbreviation, self.name)

    def timestamp(self, local):
        """The timestamp when clocks show `local` (seconds since 1970 as if in UTC); times that clocks skip count from before."""
        before = self.type_at(local - DAY).offset
        after = self.type_at(local + DAY).offset
        if self.type_at(local - after).offset == after:
            return local - after
        return local - before


class Rule(object):
    """A POSIX TZ rule: standard time and, between two days of each year, daylight saving time."""
    _attrs_ = ('standard', 'summer', 'start', 'end')

    def __init__(self, standard, summer, start, end):
        self.standard = standard
        self.summer = summer
        self.start = start
        self.end = end

    def type_at(self, timestamp):
        if self.summer is None or self.start is None:
            return self.standard
        year = Moment(timestamp, self.standard.offset, False, '', '').year
        start = self.start.seconds(year) - self.standard.offset
        end = self.end.seconds(year) - self.summer.offset
        if start < end:
            return self.summer if start <= timestamp < end else self.standard
        return self.standard if end <= timestamp < start else self.summer


class RuleDay(object):
    """'M3.2.0/2', 'J60' or '59': a day of the year and a time in seconds."""
    _attrs_ = ('kind', 'month', 'week', 'day', 'time')

    def __init__(self, kind, month, week, day, time):
        self.kind = kind
        self.month = month
        self.week = week
        self.day = day
        self.time = time

    def seconds(self, year):
        """Since 1970, in the clocks' own time."""
        if self.kind == 'M':
            first = day_number(year, self.month, 1)
            weekday = (first + 4) % 7
            days = first + (self.day - weekday) % 7 + (self.week - 1) * 7
            while days >= first + days_in_month(year, self.month):
                days -= 7
        else:
            days = day_number(year, 1, 1) + self.day - (1 if self.kind == 'J' else 0)
            if self.kind == 'J' and self.day >= 60 and days_in_month(year, 2) == 29:
                days += 1
        return days * DAY + self.time


class RuleReader(object):
    """Reads 'EST5EDT,M3.2.0,M11.1.0'."""
    _attrs_ = ('s', 'at')

    def __init__(self, s):
        self.s = s
        self.at = 0

    def char(self):
        return self.s[self.at] if self.at < len(self.s) else '\0'

    def name(self):
        start = self.at
        if self.char() == '<':
            at = self.at
            assert at >= 0
            self.at = self.s.find('>', at) + 1
            stop = self.at - 1
            assert stop >= 0
            return cut(self.s, start + 1, stop)
        while is_alpha(self.char()):
            self.at += 1
        stop = self.at
        assert start >= 0
        assert stop >= 0
        return cut(self.s, start, stop)

    def number(self):
        value = 0
        while is_digit(self.char()):
            value = value * 10 + ord(self.char()) - 48
            self.at += 1
        return value

    def time(self):
        """'[+-]hh[:mm[:ss]]' in seconds"""
        sign = 1
        if self.char() == '-' or self.char() == '+':
            sign = -1 if self.char() == '-' else 1
            self.at += 1
        seconds = self.number() * 3600
        for unit in [60, 1]:
            if self.char() == ':':
                self.at += 1
                seconds += self.number() * unit
        return sign * seconds

    def day(self):
        self.at += 1            # the comma
        kind = 'D'
        month = 0
        week = 0
        if self.char() == 'M':
            self.at += 1
            kind = 'M'
            month = self.number()
            self.at += 1
            week = self.number()
            self.at += 1
        elif self.char() == 'J':
            self.at += 1
            kind = 'J'
        day = self.number()
        time = 7200
        if self.char() == '/':
            self.at += 1
            time = self.time()
        return RuleDay(kind, month, week, day, time)

    def rule(self):
        name = self.name()
        offset = -self.time()
        standard = LocalType(offset, False, name)
        if self.at >= len(self.s):
            return Rule(standard, None, None, None)
        summer_name = self.name()
        summer_offset = offset + 3600
        if self.char() != ',' and self.char() != '\0':
            summer_offset = -self.time()
        summer = LocalType(summer_offset, True, summer_name)
        if self.char() != ',':
            return Rule(standard, summer, None, None)
        start = self.day()
        return Rule(standard, summer, start, self.day())


# -- the database's files -------------------------------------------------------------------------------------------------

def big_int(data, at, size):
    """A signed big-endian number."""
    value = r_uint(0)
    for k in range(size):
        value = (value << r_uint(8)) | r_uint(ord(data[at + k]))
    n = intmask(value)
    if size == 4 and n >= 0x80000000:
        n -= 0x100000000
    return n


def zone_of_data(name, data):
    """The Zone of a TZif file of version 2 or later; None for other data."""
    if len(data) < 44 or data[:4] != 'TZif' or data[4] < '2':
        return None
    counts = [big_int(data, 20 + 4 * k, 4) for k in range(6)]
    at = 44 + counts[3] * 5 + counts[4] * 6 + counts[5] + counts[2] * 8 + counts[1] + counts[0]
    counts = [big_int(data, at + 20 + 4 * k, 4) for k in range(6)]
    at += 44
    time_count = counts[3]
    kind_at = at + 8 * time_count
    type_at = kind_at + time_count
    names_at = type_at + 6 * counts[4]
    types = []
    for k in range(counts[4]):
        here = type_at + 6 * k
        start = names_at + ord(data[here + 5])
        assert start >= 0
        stop = data.find('\0', start)
        assert stop >= 0
        types.append(LocalType(big_int(data, here, 4), data[here + 4] != '\0', cut(data, start, stop)))
    times = []
    kinds = []
    for k in range(time_count):
        times.append(big_int(data, at + 8 * k, 8))
        kinds.append(types[ord(data[kind_at + k])])
    footer = names_at + counts[5] + counts[2] * 12 + counts[1] + counts[0] + 1
    assert footer >= 0
    end = data.find('\n', footer)
    assert footer >= 0
    rule = None
    if end > footer:
        rule = RuleReader(cut(data, footer, end)).rule()
    return Zone(name, times, kinds, types[0], rule)


class Zones(object):
    """The zones that were used so far, by name, and the default one."""
    _attrs_ = ('known', 'default')

    def __init__(self):
        self.known = {}
        self.default = None


zones = Zones()


def is_zone_name(name):
    for c in name:
        if not is_alpha(c) and not is_digit(c) and '/_+-'.find(c) < 0:
            return False
    return name != ''


def real_name(directory, name):
    """The name of a file in a directory, whatever its case; '' when there is none."""
    try:
        names = files.list_directory(directory)
    except OSError:
        return ''
    for found in names:
        if ascii_lower(found) == name:
            return found
    return ''


def spelled(name):
    """The database's spelling of a zone's name; '' for an unknown one."""
    path = ''
    for part in ascii_lower(name).split('/'):
        found = real_name(DATABASE + path, part)
        if found == '':
            return ''
        path += '/' + found
    return path[1:]


def find_zone(name):
    """The Zone of a name, which keeps its spelling, or None."""
    zone = zones.known.get(name, None)
    if zone is not None:
        return zone
    if ascii_lower(name) == 'utc':
        zone = Zone('UTC', [], [], UTC_TYPE, None)
    elif is_zone_name(name):
        proper = spelled(name)
        if proper == '' or proper.find('.') >= 0:
            return None
        try:
            zone = zone_of_data(name, streams.read_file(DATABASE + '/' + proper))
        except OSError:
            return None
    if zone is not None:
        zones.known[name] = zone
    return zone


def fixed_zone(offset):
    """The zone of '+02:00'."""
    name = offset_text(offset, ':')
    return Zone(name, [], [], LocalType(offset, False, name), None)


def default_zone(ctx):
    """What date_default_timezone_set() or date.timezone says; else UTC."""
    if zones.default is not None:
        return zones.default
    name = ctx.ini_get('date.timezone')
    if name is not None and name != '':
        zone = find_zone(name)
        if zone is not None:
            return zone
    return find_zone('UTC')
