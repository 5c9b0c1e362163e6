"""strtotime()'s reading of dates: absolute dates and times, zones, and steps such as '+2 weeks' or 'next month'."""
from __future__ import absolute_import

from hippy.interpreter.builtins.civil_time import DAY, DAYS, MONTHS, day_number, days_in_month, timestamp_of
from hippy.interpreter.builtins.timezones import find_zone, fixed_zone
from hippy.interpreter.rlib.strings import ascii_lower, cut, is_alpha, is_digit, is_space

UNITS = [
    ('sec', 1), ('second', 1), ('min', 60), ('minute', 60), ('hour', 3600), ('day', DAY), ('week', 7 * DAY),
    ('fortnight', 14 * DAY), ('month', -1), ('year', -12),
]
ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth']
ABBREVIATIONS = [
    ('utc', 0), ('gmt', 0), ('z', 0), ('est', -18000), ('edt', -14400), ('cst', -21600), ('cdt', -18000), ('mst', -25200),
    ('mdt', -21600), ('pst', -28800), ('pdt', -25200), ('cet', 3600), ('cest', 7200), ('bst', 3600), ('wet', 0), ('west', 3600),
    ('eet', 7200), ('eest', 10800), ('msk', 10800), ('jst', 32400),
]
NOT_SET = -1 << 40


class DateText(object):
    """A text being read. Fields that it does not name come from the base, the clock is 0:00 once a date is named."""
    _attrs_ = ('ctx', 's', 'at', 'zone', 'base', 'year', 'month', 'day', 'hour', 'minute', 'second', 'has_time', 'has_date',
               'step_months', 'step_days', 'step_seconds', 'weekday', 'weekday_step', 'absolute', 'special', 'last_unit', 'last_count')

    def __init__(self, ctx, s, zone, base):
        self.ctx = ctx
        self.s = ascii_lower(s)
        self.at = 0
        self.zone = zone
        self.base = base
        self.year = NOT_SET
        self.month = NOT_SET
        self.day = NOT_SET
        self.hour = NOT_SET
        self.minute = 0
        self.second = 0
        self.has_time = False
        self.has_date = False
        self.step_months = 0
        self.step_days = 0
        self.step_seconds = 0
        self.weekday = -1
        self.weekday_step = 0
        self.absolute = NOT_SET
        self.special = 0        # 1: first day of the month, 2: last day
        self.last_unit = 0
        self.last_count = 0

    # scanning

    def char(self, ahead):
        i = self.at + ahead
        return self.s[i] if i < len(self.s) else '\0'

    def skip(self):
        while self.at < len(self.s) and (is_space(self.s[self.at]) or self.s[self.at] == ','):
            self.at += 1

    def digits(self):
        """How many digits stand here."""
        count = 0
        while is_digit(self.char(count)):
            count += 1
        return count

    def take_number(self, size):
        value = 0
        for _ in range(size):
            value = value * 10 + ord(self.s[self.at]) - 48
            self.at += 1
        return value

    def word(self):
        """The letters here; they are taken."""
        start = self.at
        while is_alpha(self.char(0)):
            self.at += 1
        stop = self.at
        assert start >= 0
        assert stop >= 0
        return cut(self.s, start, stop)

    # reading

    def parse(self):
        """False for what is no date."""
        self.skip()
        if self.at >= len(self.s):
            return False
        while self.at < len(self.s):
            c = self.char(0)
            if c == '@':
                good = self.timestamp_token()
            elif is_digit(c):
                good = self.digit_token()
            elif c == '+' or c == '-':
                good = self.sign_token()
            elif is_alpha(c):
                good = self.word_token()
            else:
                good = False
            if not good:
                return False
            self.skip()
        return True

    def timestamp_token(self):
        self.at += 1
        negative = self.char(0) == '-'
        if negative:
            self.at += 1
        size = self.digits()
        if size == 0 or size > 18:
            return False
        value = self.take_number(size)
        self.absolute = -value if negative else value
        if self.char(0) == '.':
            self.at += 1
            self.at += self.digits()
        return True

    def digit_token(self):
        size = self.digits()
        following = self.char(size)
        if following == ':' and size <= 2:
            return self.time_token(size)
        if size == 4 and following == '-':
            return self.iso_date('-')
        if size == 4 and following == '/':
            return self.iso_date('/')
        if size == 4 and following == 'w' and is_digit(self.char(5)) and is_digit(self.char(6)):
            return self.week_date()
        if size == 4 and following == '.' and is_digit(self.char(5)) and is_digit(self.char(7)) and not is_digit(self.char(8)):
            self.set_date(self.take_number(4), 1, 1)
            self.at += 1
            self.day = self.take_number(3)
            return True
        if size == 8 and not self.has_date:
            self.set_date(self.take_number(4), self.take_number(2), self.take_number(2))
            if self.char(0) == 't':
                self.at += 1
            return self.valid_date()
        if size <= 2 and (following == '/' or following == '-' or following == '.') and is_digit(self.char(size + 1)):
            return self.short_date(size, following)
        if size == 6 and self.has_date and not self.has_time:
            self.set_time(self.take_number(2), self.take_number(2), self.take_number(2))
            return True
        return self.number_word(size)

    def number_word(self, size):
        """'5 days', '3pm', '15 January 2020', '2020'"""
        start = self.at
        number = self.take_number(size) if size <= 15 else 0
        if size == 4 and (self.at >= len(self.s) or not is_alpha(self.char(0))) and self.has_date and self.year == NOT_SET:
            self.year = number
            return True
        self.ordinal_suffix()
        while is_space(self.char(0)) or self.char(0) == '-':
            self.at += 1
        mark = self.at
        word = self.word()
        if size <= 2 and (word == 'am' or word == 'pm'):
            self.set_time(number % 12 + (12 if word == 'pm' else 0), 0, 0)
            return number <= 12
        month = month_number(word)
        if month > 0 and size <= 2:
            self.has_date = True
            self.month = month
            if number > 31:
                return self.day_behind(number)
            self.day = number
            self.year_behind()
            return True
        self.at = mark
        if self.unit(number):
            return True
        if size == 4 and mark == start + 4 or self.at >= len(self.s):
            if size == 4:
                self.set_time(number // 100, number % 100, 0)
                return number // 100 < 24 and number % 100 < 60
        return False

    def ordinal_suffix(self):
        rest = cut(self.s, self.at, self.at + 2)
        if rest in ('st', 'nd', 'rd', 'th') and not is_alpha(self.char(2)):
            self.at += 2

    def year_behind(self):
        """An optional year after day and month."""
        mark = self.at
        while is_space(self.char(0)) or self.char(0) in (',', '-', '.'):
            self.at += 1
        size = self.digits()
        if size == 4 and self.char(4) != ':':
            self.year = self.take_number(4)
        elif size == 2 and self.char(2) != ':':
            self.year = two_digit_year(self.take_number(2))
        else:
            self.at = mark

    def day_behind(self, year):
        """'78-Dec-22'"""
        self.year = two_digit_year(year)
        if self.char(0) != '-' or not is_digit(self.char(1)):
            return False
        self.at += 1
        self.day = self.take_number(min(2, self.digits()))
        return self.valid_date()

    def week_date(self):
        """'2020W10' or '2020W101': a Monday or another day of an ISO week."""
        year = self.take_number(4)
        self.at += 1
        week = self.take_number(2)
        day = 1
        if is_digit(self.char(0)):
            day = self.take_number(1)
        elif self.char(0) == '-' and is_digit(self.char(1)):
            self.at += 1
            day = self.take_number(1)
        fourth = (day_number(year, 1, 4) + 4) % 7       # the weekday of January 4th, which is in week 1
        self.set_date(year, 1, 4 - (fourth + 6) % 7 + (week - 1) * 7 + day - 1)
        return True

    def set_date(self, year, month, day):
        self.has_date = True
        self.year = year
        self.month = month
        self.day = day

    def set_time(self, hour, minute, second):
        self.has_time = True
        self.hour = hour
        self.minute = minute
        self.second = second

    def valid_date(self):
        return 1 <= self.month <= 12 and 1 <= self.day <= 31

    def iso_date(self, separator):
        year = self.take_number(4)
        self.at += 1
        size = self.digits()
        if size == 0 or size > 2:
            return False
        month = self.take_number(size)
        day = 1
        if self.char(0) == separator and is_digit(self.char(1)):
            self.at += 1
            size = self.digits()
            if size > 2:
                return False
            day = self.take_number(size)
        self.set_date(year, month, day)
        if self.char(0) == 't' and is_digit(self.char(1)):
            self.at += 1
        return self.valid_date()

    def short_date(self, size, separator):
        """American 12/31/2020, European 31-12-2020 and 31.12.2020."""
        first = self.take_number(size)
        self.at += 1
        size = self.digits()
        if size > 2:
            return False
        second = self.take_number(size)
        year = NOT_SET
        if self.char(0) == separator and is_digit(self.char(1)):
            self.at += 1
            size = self.digits()
            if size != 2 and size != 4:
                return False
            year = self.take_number(size)
            if size == 2:
                year = two_digit_year(year)
        if separator == '/':
            self.set_date(year, first, second)
        else:
            self.set_date(year, second, first)
        return self.valid_date()

    def time_token(self, size):
        hour = self.take_number(size)
        self.at += 1
        size = self.digits()
        if size != 1 and size != 2:
            return False
        minute = self.take_number(size)
        second = 0
        if self.char(0) == ':' and is_digit(self.char(1)):
            self.at += 1
            second = self.take_number(min(2, self.digits()))
            if self.char(0) == '.' and is_digit(self.char(1)):
                self.at += 1
                self.at += self.digits()
        mark = self.at
        while is_space(self.char(0)):
            self.at += 1
        half = cut(self.s, self.at, self.at + 2)
        if half in ('am', 'pm') and not is_alpha(self.char(2)):
            self.at += 2
            if hour < 1 or hour > 12:
                return False
            hour = hour % 12 + (12 if half == 'pm' else 0)
        else:
            self.at = mark
        self.set_time(hour, minute, second)
        return hour <= 24 and minute < 60 and second <= 60

    def sign_token(self):
        """'+02:00' behind a time, else a step such as '+1 day'."""
        negative = False
        mark = self.at
        while self.char(0) == '+' or self.char(0) == '-':
            negative = negative != (self.char(0) == '-')
            self.at += 1
        size = self.digits()
        if size == 0:
            return False
        is_offset = (size == 4 or (size == 2 and self.char(2) == ':') or size <= 2) and self.has_time
        if is_offset and not self.unit_follows(size):
            self.zone = fixed_zone(self.offset(size, negative))
            return True
        if size > 15:
            return False
        number = self.take_number(size)
        while is_space(self.char(0)):
            self.at += 1
        if self.unit(-number if negative else number):
            return True
        self.at = mark
        return False

    def unit_follows(self, size):
        i = size
        while is_space(self.char(i)):
            i += 1
        return is_alpha(self.char(i))

    def offset(self, size, negative):
        hours = self.take_number(2 if size == 4 else size)
        minutes = 0
        if size == 4:
            minutes = self.take_number(2)
        elif self.char(0) == ':':
            self.at += 1
            minutes = self.take_number(min(2, self.digits()))
        seconds = hours * 3600 + minutes * 60
        return -seconds if negative else seconds

    def unit(self, count):
        """Takes a unit's name and adds the step; False when none stands here."""
        mark = self.at
        word = self.word()
        last = len(word) - 1
        if last > 0 and word[last] == 's':
            word = cut(word, 0, last)
        for name, seconds in UNITS:
            if word == name:
                self.step(count, seconds)
                return True
        weekday = weekday_number(word)
        if weekday >= 0:
            self.weekday = weekday
            self.weekday_step = count
            self.clear_time()
            return True
        if word == 'weekday':
            raise self.ctx.fatal('Hippy does not read dates such as "%s" yet' % self.s)
        self.at = mark
        return False

    def step(self, count, seconds):
        self.last_unit = seconds
        self.last_count = count
        if seconds < 0:
            self.step_months -= count * seconds
        elif seconds % DAY == 0:
            self.step_days += count * (seconds // DAY)
        else:
            self.step_seconds += count * seconds

    def clear_time(self):
        if not self.has_time:
            self.hour = 0
            self.minute = 0
            self.second = 0

    def word_token(self):
        if self.zone_token():
            return True
        word = self.word()
        if word == 'now':
            return True
        if word == 'today' or word == 'midnight':
            self.set_clock(0)
        elif word == 'noon':
            self.set_clock(12)
        elif word == 'tomorrow' or word == 'yesterday':
            self.set_clock(0)
            self.step_days += 1 if word == 'tomorrow' else -1
        elif word == 'ago':
            self.step_months = -self.step_months
            self.step_days = -self.step_days
            self.step_seconds = -self.step_seconds
        elif word == 't' and is_digit(self.char(0)):
            return True
        elif month_number(word) > 0:
            return self.month_token(month_number(word))
        elif weekday_number(word) >= 0:
            self.weekday = weekday_number(word)
            self.clear_time()
        else:
            return self.counted_token(word)
        return True

    def set_clock(self, hour):
        self.hour = hour
        self.minute = 0
        self.second = 0

    def month_token(self, month):
        """'January', 'Jan 5', 'January 2020', 'January 5, 2020'"""
        self.has_date = True
        self.month = month
        while is_space(self.char(0)) or self.char(0) == '.' or self.char(0) == '-':
            self.at += 1
        size = self.digits()
        if size == 4 and self.char(4) != ':':
            self.year = self.take_number(4)
            self.day = 1
        elif 0 < size <= 2 and self.char(size) != ':':
            self.day = self.take_number(size)
            self.ordinal_suffix()
            self.year_behind()
        return True

    def counted_token(self, word):
        """'next month', 'last friday', 'first day of', 'third monday'"""
        count = NOT_SET
        if word == 'next':
            count = 1
        elif word == 'last' or word == 'previous':
            count = -1
        elif word == 'this':
            count = 0
        else:
            for i in range(len(ORDINALS)):
                if ORDINALS[i] == word:
                    count = i + 1
        if count == NOT_SET:
            return False
        while is_space(self.char(0)):
            self.at += 1
        rest = cut(self.s, self.at, self.at + 6)
        if rest == 'day of' and (word == 'first' or word == 'last'):
            self.at += 6
            self.special = 1 if word == 'first' else 2
            return True
        return self.unit(count)

    def zone_token(self):
        """A zone's abbreviation or name; False, and nothing taken, when there is none."""
        i = self.at
        while i < len(self.s) and (is_alpha(self.s[i]) or self.s[i] == '/' or self.s[i] == '_'):
            i += 1
        start = self.at
        assert start >= 0
        assert i >= 0
        name = cut(self.s, start, i)
        for abbreviation, offset in ABBREVIATIONS:
            if name == abbreviation:
                self.at = i
                self.zone = find_zone('UTC') if offset == 0 else fixed_zone(offset)
                return True
        if name.find('/') > 0:
            zone = find_zone(name)
            if zone is not None:
                self.at = i
                self.zone = zone
                return True
        return False

    # the result

    def timestamp(self):
        if self.absolute != NOT_SET:
            return self.absolute + self.step_days * DAY + self.step_seconds
        now = self.zone.moment(self.base)
        year = now.year if self.year == NOT_SET else self.year
        month = now.month if self.month == NOT_SET else self.month
        day = now.day if self.day == NOT_SET else self.day
        hour = now.hour
        minute = now.minute
        second = now.second
        if self.hour != NOT_SET or self.has_date:
            hour = max(0, self.hour)
            minute = self.minute
            second = self.second
        month += self.step_months
        year += (month - 1) // 12
        month = (month - 1) % 12 + 1
        if self.special == 1:
            day = 1
        elif self.special == 2:
            day = days_in_month(year, month)
        local = timestamp_of(year, month, day + self.step_days, hour, minute, second)
        if self.weekday >= 0:
            local = self.moved_to_weekday(local)
        return self.zone.timestamp(local) + self.step_seconds

    def moved_to_weekday(self, local):
        """The next such day from here on (0: today counts), or the one before."""
        today = (local // DAY + 4) % 7
        ahead = (self.weekday - today) % 7
        if self.weekday_step > 0:
            if ahead == 0:
                ahead = 7
            ahead += 7 * (self.weekday_step - 1)
        elif self.weekday_step < 0:
            ahead = ahead - 7 if ahead > 0 else -7
            ahead += 7 * (self.weekday_step + 1)
        return local + ahead * DAY


def two_digit_year(year):
    return year + 2000 if year < 70 else year + 1900


def month_number(word):
    """1 to 12 for a month's name or its first three letters, else 0."""
    if len(word) < 3:
        return 0
    if word == 'sept':
        return 9
    for i in range(12):
        name = ascii_lower(MONTHS[i])
        if word == name or word == name[:3]:
            return i + 1
    return 0


def weekday_number(word):
    """0 to 6 for a day's name or an abbreviation, else -1."""
    if len(word) < 3:
        return -1
    for i in range(7):
        name = ascii_lower(DAYS[i])
        if word == name or word == name[:3] or (len(word) == 4 and i in (2, 3, 4) and word == name[:4]):
            return i
    return -1
