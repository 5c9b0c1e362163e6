"""The Gregorian calendar: days, weeks, and PHP's date() formats. Time zones are in timezones.py."""
from __future__ import absolute_import

from hippy.interpreter.rlib.strings import StringBuilder

DAY = 86400
DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
          'December']
MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    if month == 2 and is_leap(year):
        return 29
    return MONTH_DAYS[month - 1]


def day_number(year, month, day):
    """Days since 1970-01-01; month from 1 to 12, day any number."""
    if month <= 2:
        year -= 1
        month += 12
    era = year // 400
    year_of_era = year - era * 400
    day_of_year = (153 * (month - 3) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * 146097 + day_of_era - 719468


def timestamp_of(year, month, day, hour, minute, second):
    """Seconds since 1970 in UTC; every field may be out of its range."""
    year += (month - 1) // 12
    month = (month - 1) % 12 + 1
    return day_number(year, month, day) * DAY + hour * 3600 + minute * 60 + second


class Moment(object):
    """A timestamp as a calendar and a clock show it `offset` seconds east of Greenwich."""
    _attrs_ = ('timestamp', 'year', 'month', 'day', 'hour', 'minute', 'second', 'weekday', 'year_day', 'offset', 'is_dst',
               'abbreviation', 'zone_name')

    def __init__(self, timestamp, offset, is_dst, abbreviation, zone_name):
        self.timestamp = timestamp
        self.offset = offset
        self.is_dst = is_dst
        self.abbreviation = abbreviation
        self.zone_name = zone_name
        local = timestamp + offset
        days = local // DAY
        rest = local - days * DAY
        self.hour = rest // 3600
        self.minute = rest // 60 % 60
        self.second = rest % 60
        self.weekday = (days + 4) % 7
        era_day = days + 719468
        era = era_day // 146097
        day_of_era = era_day - era * 146097
        year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524 - day_of_era // 146096) // 365
        day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
        shifted_month = (5 * day_of_year + 2) // 153
        self.day = day_of_year - (153 * shifted_month + 2) // 5 + 1
        self.month = shifted_month + 3 if shifted_month < 10 else shifted_month - 9
        self.year = year_of_era + era * 400 + (1 if self.month <= 2 else 0)
        self.year_day = days - day_number(self.year, 1, 1)

    def iso_week(self):
        """(year, week) of ISO 8601."""
        thursday = self.year_day + 4 - (self.weekday + 6) % 7 - 1
        year = self.year
        if thursday < 0:
            year -= 1
            thursday += 366 if is_leap(year) else 365
        elif thursday >= (366 if is_leap(year) else 365):
            thursday -= 366 if is_leap(year) else 365
            year += 1
        return year, thursday // 7 + 1

    def swatch_beat(self):
        seconds = (self.timestamp + 3600) % DAY
        return seconds * 10 // 864


def two(n):
    """At least two digits."""
    return '0%d' % n if n < 10 else '%d' % n


def padded(n, size):
    text = '%d' % n
    return '0' * (size - len(text)) + text


def year_text(year):
    return '-' + padded(-year, 4) if year < 0 else padded(year, 4)


def offset_text(offset, colon):
    """'+0200' or '+02:00'"""
    sign = '-' if offset < 0 else '+'
    minutes = abs_int(offset) // 60
    return sign + two(minutes // 60) + colon + two(minutes % 60)


def abs_int(n):
    return -n if n < 0 else n


def ordinal_suffix(day):
    if 10 < day < 20:
        return 'th'
    if day % 10 == 1:
        return 'st'
    if day % 10 == 2:
        return 'nd'
    return 'rd' if day % 10 == 3 else 'th'


def format_moment(moment, format):
    """date()'s text."""
    builder = StringBuilder(32)
    i = 0
    while i < len(format):
        c = format[i]
        if c == '\\':
            i += 1
            if i < len(format):
                builder.append(format[i])
        else:
            builder.append(field(moment, c))
        i += 1
    return builder.build()


def field(m, c):
    """What one letter of a format stands for; other characters stand for themselves."""
    if c in ('d', 'D', 'j', 'l', 'N', 'S', 'w', 'z', 'W', 'o'):
        return day_field(m, c)
    if c in ('F', 'm', 'M', 'n', 't', 'L', 'Y', 'y', 'x', 'X'):
        return month_field(m, c)
    if c in ('a', 'A', 'B', 'g', 'G', 'h', 'H', 'i', 's', 'u', 'v'):
        return clock_field(m, c)
    if c in ('e', 'I', 'O', 'P', 'p', 'T', 'Z'):
        return zone_field(m, c)
    if c == 'c':
        return format_moment(m, 'Y-m-d\\TH:i:sP')
    if c == 'r':
        return format_moment(m, 'D, d M Y H:i:s O')
    if c == 'U':
        return '%d' % m.timestamp
    return c


def day_field(m, c):
    if c == 'd':
        return two(m.day)
    if c == 'j':
        return '%d' % m.day
    if c == 'D':
        return DAYS[m.weekday][:3]
    if c == 'l':
        return DAYS[m.weekday]
    if c == 'N':
        return '%d' % ((m.weekday + 6) % 7 + 1)
    if c == 'w':
        return '%d' % m.weekday
    if c == 'z':
        return '%d' % m.year_day
    if c == 'S':
        return ordinal_suffix(m.day)
    year, week = m.iso_week()
    return two(week) if c == 'W' else '%d' % year


def month_field(m, c):
    if c == 'm':
        return two(m.month)
    if c == 'n':
        return '%d' % m.month
    if c == 'F':
        return MONTHS[m.month - 1]
    if c == 'M':
        return MONTHS[m.month - 1][:3]
    if c == 't':
        return '%d' % days_in_month(m.year, m.month)
    if c == 'L':
        return '1' if is_leap(m.year) else '0'
    if c == 'y':
        return two(m.year % 100)
    if c == 'Y':
        return year_text(m.year)
    sign = '+' if m.year >= 0 and (c == 'X' or m.year > 9999) else ''
    return sign + year_text(m.year)


def clock_field(m, c):
    twelve = m.hour % 12
    if twelve == 0:
        twelve = 12
    if c == 'H':
        return two(m.hour)
    if c == 'i':
        return two(m.minute)
    if c == 's':
        return two(m.second)
    if c == 'G':
        return '%d' % m.hour
    if c == 'g':
        return '%d' % twelve
    if c == 'h':
        return two(twelve)
    if c == 'a':
        return 'am' if m.hour < 12 else 'pm'
    if c == 'A':
        return 'AM' if m.hour < 12 else 'PM'
    if c == 'B':
        return padded(m.swatch_beat(), 3)
    return '000000' if c == 'u' else '000'


def zone_field(m, c):
    if c == 'e':
        return m.zone_name
    if c == 'I':
        return '1' if m.is_dst else '0'
    if c == 'O':
        return offset_text(m.offset, '')
    if c == 'P':
        return offset_text(m.offset, ':')
    if c == 'p':
        return 'Z' if m.abbreviation in ('UTC', 'GMT') and m.zone_name == 'UTC' else offset_text(m.offset, ':')
    if c == 'T':
        return m.abbreviation
    return '%d' % m.offset
