"""Patterns with delimiters and modifiers, their cache, and the search for one match after the other (ext/pcre/php_pcre.c)."""
from __future__ import absolute_import

from hippy.interpreter.errors import FatalError
from hippy.interpreter.rlib import pcre
from hippy.interpreter.rlib.strings import StringBuilder, find, is_alnum, is_space
from hippy.interpreter.vm import settings

CACHE_SIZE = 4096

NO_ERROR = 0
INTERNAL_ERROR = 1
BACKTRACK_LIMIT_ERROR = 2
RECURSION_LIMIT_ERROR = 3
BAD_UTF8_ERROR = 4
BAD_UTF8_OFFSET_ERROR = 5
JIT_STACKLIMIT_ERROR = 6

ERROR_TEXTS = [
    'No error', 'Internal error', 'Backtrack limit exhausted', 'Recursion limit exhausted',
    'Malformed UTF-8 characters, possibly incorrectly encoded',
    'The offset did not correspond to the beginning of a valid UTF-8 code point', 'JIT stack exhausted']


def error_of(code):
    """The PREG_ constant of a negative result of a match."""
    if code == pcre.MATCHLIMIT:
        return BACKTRACK_LIMIT_ERROR
    if code == pcre.RECURSIONLIMIT:
        return RECURSION_LIMIT_ERROR
    if code == pcre.BADUTFOFFSET:
        return BAD_UTF8_OFFSET_ERROR
    if code == pcre.JIT_STACKLIMIT:
        return JIT_STACKLIMIT_ERROR
    if pcre.UTF8_ERR_LAST <= code <= pcre.UTF8_ERR_FIRST:
        return BAD_UTF8_ERROR
    return INTERNAL_ERROR


# -- patterns -------------------------------------------------------------------------------------------------------------

class Cache(object):
    """The compiled patterns of a process, by their text."""
    _attrs_ = ('patterns',)

    def __init__(self):
        self.patterns = {}


CACHE = Cache()


class PatternText(object):
    """A pattern's text taken apart: what is between the delimiters, and the library's options."""
    _attrs_ = ('body', 'options')

    def __init__(self, body, options):
        self.body = body
        self.options = options


class PatternError(Exception):
    def __init__(self, message):
        self.message = message


def regex_of(ctx, name, text):
    """The pcre.Regex of a pattern with delimiters, or None after a warning of the function `name`."""
    regex = CACHE.patterns.get(text, None)
    if regex is None:
        try:
            regex = compiled(ctx, text)
        except PatternError as e:
            ctx.warning('%s(): %s' % (name, e.message))
            ctx.preg_error = INTERNAL_ERROR
            return None
        make_room()
        CACHE.patterns[text] = regex
    pcre.set_limits(settings.number(ctx.ini['pcre.backtrack_limit']), settings.number(ctx.ini['pcre.recursion_limit']))
    return regex


def make_room():
    """Forgets all patterns when there are too many. One that is in use must stay alive, so none is freed."""
    if len(CACHE.patterns) >= CACHE_SIZE:
        CACHE.patterns.clear()


def compiled(ctx, text):
    """Raises PatternError."""
    try:
        pcre.open_library()
    except pcre.MissingLibrary:
        raise FatalError('The preg functions need the library %s, which is not installed' % pcre.LIBRARY)
    parts = take_apart(text)
    try:
        return pcre.Regex(parts.body, parts.options, settings.is_on(ctx.ini['pcre.jit']))
    except pcre.BadPattern as e:
        raise PatternError('Compilation failed: %s at offset %d' % (e.message, e.offset))


def take_apart(text):
    i = 0
    while i < len(text) and is_space(text[i]):
        i += 1
    if i >= len(text):
        raise PatternError('Empty regular expression')
    opening = text[i]
    if is_alnum(opening) or opening == '\\' or opening == '\0':
        raise PatternError('Delimiter must not be alphanumeric, backslash, or NUL')
    i += 1
    end = end_of_body(text, i, opening, closing_of(opening))
    assert end >= i >= 0
    return PatternText(text[i:end], options_of(text, end + 1))


def closing_of(opening):
    if opening == '(':
        return ')'
    if opening == '[':
        return ']'
    if opening == '{':
        return '}'
    if opening == '<':
        return '>'
    return opening


def end_of_body(text, i, opening, closing):
    """Where the closing delimiter stands; paired ones nest."""
    depth = 1
    while i < len(text):
        c = text[i]
        if c == '\\' and i + 1 < len(text):
            i += 1
        elif c == closing:
            depth -= 1
            if depth == 0:
                return i
        elif c == opening:
            depth += 1
        i += 1
    if opening == closing:
        raise PatternError("No ending delimiter '%s' found" % closing)
    raise PatternError("No ending matching delimiter '%s' found" % closing)


def options_of(text, start):
    options = 0
    for i in range(start, len(text)):
        options |= option_of(text[i])
    if find(text, 'e', start) >= 0:
        raise PatternError('The /e modifier is no longer supported, use preg_replace_callback instead')
    return options


def option_of(modifier):
    if modifier == 'i':
        return pcre.CASELESS
    if modifier == 'm':
        return pcre.MULTILINE
    if modifier == 'n':
        return pcre.NO_AUTO_CAPTURE
    if modifier == 's':
        return pcre.DOTALL
    if modifier == 'x':
        return pcre.EXTENDED
    if modifier == 'A':
        return pcre.ANCHORED
    if modifier == 'D':
        return pcre.DOLLAR_ENDONLY
    if modifier == 'U':
        return pcre.UNGREEDY
    if modifier == 'u':
        return pcre.UTF | pcre.UCP
    if modifier == 'J':
        return pcre.DUPNAMES
    if modifier in 'SXe \n\r':
        return 0
    if modifier == '\0':
        raise PatternError('NUL is not a valid modifier')
    raise PatternError("Unknown modifier '%s'" % modifier)


# -- searching ------------------------------------------------------------------------------------------------------------

class Search(object):
    """Finds the matches in a text one after the other; release() it.

    After next(): spans of the groups (see pcre.Regex.match), how many of them took part (count), the mark; after an error,
    `failed`, with the reason in ctx.preg_error.
    """
    _attrs_ = ('ctx', 'regex', 'subject', 'text', 'spans', 'count', 'mark', 'position', 'was_empty', 'options', 'failed')

    def __init__(self, ctx, regex, text, start):
        self.ctx = ctx
        self.regex = regex
        self.subject = pcre.Subject(text)
        self.text = text
        self.spans = [-1] * (2 * regex.groups)
        self.count = 0
        self.mark = ''
        self.position = start
        self.was_empty = False
        self.options = 0 if regex.is_utf else pcre.NO_UTF_CHECK
        self.failed = False
        ctx.preg_error = NO_ERROR

    def release(self):
        self.subject.release()

    def next(self):
        """True when there is another match. After an empty one it may begin at the same place if it is not empty, as in Perl's /g."""
        if self.was_empty:
            self.was_empty = False
            if self.try_at(pcre.NO_UTF_CHECK | pcre.NOTEMPTY_ATSTART | pcre.ANCHORED):
                return True
            if self.failed or self.position >= len(self.text):
                return False
            self.position += self.width_at(self.position)
        return self.try_at(self.options)

    def try_at(self, options):
        count = self.regex.match(self.subject, self.position, options, self.spans)
        if count < 0:
            if count != pcre.NOMATCH:
                self.failed = True
                self.ctx.preg_error = error_of(count)
            return False
        self.options = pcre.NO_UTF_CHECK
        if self.end(0) < self.start(0):         # \K in a lookahead
            self.failed = True
            self.ctx.preg_error = INTERNAL_ERROR
            return False
        self.count = count
        self.mark = self.regex.mark()
        self.position = self.end(0)
        self.was_empty = self.start(0) == self.end(0)
        return True

    def width_at(self, i):
        """The bytes of the character at i."""
        end = i + 1
        if self.regex.is_utf:
            while end < len(self.text) and ord(self.text[end]) & 0xC0 == 0x80:
                end += 1
        return end - i

    def start(self, group):
        return self.spans[2 * group]

    def end(self, group):
        return self.spans[2 * group + 1]

    def took_part(self, group):
        return group < self.count and self.spans[2 * group] >= 0

    def group(self, group):
        """A group's text, '' when it took no part."""
        if not self.took_part(group):
            return ''
        return self.between(self.start(group), self.end(group))

    def between(self, start, end):
        assert 0 <= start <= end
        return self.text[start:end]


# -- replacements ---------------------------------------------------------------------------------------------------------

class Template(object):
    """A replacement text: literal pieces, each followed by the group to insert (-1 for none)."""
    _attrs_ = ('pieces', 'groups')

    def __init__(self, text):
        self.pieces = []
        self.groups = []
        self.parse(text)

    def parse(self, text):
        builder = StringBuilder()
        i = 0
        previous = '\0'
        held = ''               # the last byte written, which a reference may still turn out to be escaped by
        while i < len(text):
            c = text[i]
            if c == '\\' or c == '$':
                if previous == '\\':
                    held = c    # takes the place of the backslash
                    previous = '\0'
                    i += 1
                    continue
                reference = reference_at(text, i)
                if reference.size > 0:
                    builder.append(held)
                    held = ''
                    self.pieces.append(builder.build())
                    self.groups.append(reference.group)
                    builder = StringBuilder()
                    i += reference.size
                    continue
            builder.append(held)
            held = c
            previous = c
            i += 1
        builder.append(held)
        self.pieces.append(builder.build())
        self.groups.append(-1)

    def fill(self, builder, search):
        for i in range(len(self.pieces)):
            builder.append(self.pieces[i])
            group = self.groups[i]
            if group >= 0:
                builder.append(search.group(group))


class Reference(object):
    _attrs_ = ('group', 'size')

    def __init__(self, group, size):
        self.group = group
        self.size = size


def reference_at(text, i):
    r"""\n, $n or ${n} with one or two digits; size 0 where none stands."""
    start = i
    braced = text[i] == '$' and i + 1 < len(text) and text[i + 1] == '{'
    i += 2 if braced else 1
    group = digit_at(text, i)
    if group < 0:
        return Reference(-1, 0)
    i += 1
    second = digit_at(text, i)
    if second >= 0:
        group = group * 10 + second
        i += 1
    if braced:
        if i >= len(text) or text[i] != '}':
            return Reference(-1, 0)
        i += 1
    return Reference(group, i - start)


def digit_at(text, i):
    if i < len(text) and '0' <= text[i] <= '9':
        return ord(text[i]) - 48
    return -1
