"""sscanf() and fscanf(): values out of text by a format."""
from __future__ import absolute_import

from hippy.interpreter.builtins.file_handles import stream_argument
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.builtins.variables import digit_value
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.numbers import parse_decimal
from hippy.interpreter.objects.references import W_Ref
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Float, W_Int, w_false, w_null
from hippy.interpreter.rlib.arithmetic import MAXINT, MININT, intmask, r_uint
from hippy.interpreter.rlib.strings import cut, is_digit, is_space

MAX_ARGUMENTS = 255
MAX_NUMBER_LENGTH = 63
NO_LIMIT = 1 << 62


class Directive(object):
    """One step of a format. kind: ' ' white space, '=' the character `c`, otherwise the conversion's letter."""
    _attrs_ = ('kind', 'c', 'suppressed', 'width', 'index', 'chars', 'negated')

    def __init__(self, kind, c):
        self.kind = kind
        self.c = c
        self.suppressed = False
        self.width = 0
        self.index = -1         # which result it fills
        self.chars = None       # of a set: 256 bools
        self.negated = False


class FormatReader(object):
    """Turns a format into Directives. ValueError for a bad one (ext/standard/scanf.c ValidateFormat)."""
    _attrs_ = ('ctx', 'text', 'at', 'variables', 'numbered', 'sequential', 'next_index', 'highest')

    def __init__(self, ctx, text, variables):
        self.ctx = ctx
        self.text = text
        self.at = 0
        self.variables = variables
        self.numbered = False
        self.sequential = False
        self.next_index = 0
        self.highest = 0

    def bad(self, message):
        return self.ctx.error('ValueError', message)

    def bad_index(self):
        if self.numbered:
            return self.bad('"%n$" argument index out of range')
        return self.bad('Different numbers of variable names and field specifiers')

    def next_char(self):
        """The next character, or NUL at the end."""
        at = self.at
        self.at = at + 1
        if at >= len(self.text):
            return '\0'
        assert at >= 0
        return self.text[at]

    def number_end(self, i):
        while i < len(self.text) and is_digit(self.text[i]):
            i += 1
        return i

    def number(self, i, end):
        value = 0
        while i < end and value < NO_LIMIT // 16:
            value = value * 10 + ord(self.text[i]) - 48
            i += 1
        return value

    def directives(self):
        found = []
        while self.at < len(self.text):
            c = self.next_char()
            if is_space(c):
                found.append(Directive(' ', c))
            elif c != '%':
                found.append(Directive('=', c))
            else:
                c = self.next_char()
                found.append(Directive('=', c) if c == '%' else self.conversion(c))
        self.check_assigned(found)
        return found

    def conversion(self, c):
        directive = Directive('?', c)
        if c == '*':
            directive.suppressed = True
            c = self.next_char()
        elif is_digit(c) and self.char_at(self.number_end(self.at - 1)) == '$':
            c = self.argument_number()
        else:
            self.sequential = True
            if self.numbered:
                raise self.bad('cannot mix "%" and "%n$" conversion specifiers')
        if is_digit(c):
            end = self.number_end(self.at - 1)
            directive.width = self.number(self.at - 1, end)
            self.at = end
            c = self.next_char()
        if c == 'l' or c == 'L' or c == 'h':
            c = self.next_char()
        if not directive.suppressed and self.variables > 0 and self.next_index >= self.variables:
            raise self.bad_index()
        if c == '[':
            self.read_set(directive)
        elif 'ndDioxXufeEgsc'.find(c) < 0:
            raise self.bad('Bad scan conversion character "' + (c + '"' if c != '\0' else ''))
        directive.kind = c
        if not directive.suppressed:
            directive.index = self.next_index
            self.next_index += 1
        return directive

    def char_at(self, i):
        return self.text[i] if i < len(self.text) else '\0'

    def argument_number(self):
        """'2$': the next index; gives the character behind."""
        start = self.at - 1
        end = self.number_end(start)
        value = self.number(start, end)
        self.at = end + 1
        self.numbered = True
        if self.sequential:
            raise self.bad('cannot mix "%" and "%n$" conversion specifiers')
        if value < 1 or (self.variables > 0 and value > self.variables) or value > MAX_ARGUMENTS:
            raise self.bad_index()
        self.highest = max(self.highest, value)
        self.next_index = value - 1
        return self.next_char()

    def read_set(self, directive):
        """'[a-z]' or '[^...]'; a ']' that comes first is a member."""
        chars = [False] * 256
        i = self.at
        if self.char_at(i) == '^':
            directive.negated = True
            i += 1
        first = i
        while True:
            if i >= len(self.text):
                raise self.bad('Unmatched [ in format string')
            c = self.text[i]
            if c == ']' and i > first:
                break
            if i + 2 < len(self.text) and self.text[i + 1] == '-' and self.text[i + 2] != ']':
                low = min(ord(c), ord(self.text[i + 2]))
                high = max(ord(c), ord(self.text[i + 2]))
                for code in range(low, high + 1):
                    chars[code] = True
                i += 3
            else:
                chars[ord(c)] = True
                i += 1
        directive.chars = chars
        self.at = i + 1

    def results(self):
        """How many results there are."""
        if self.variables > 0:
            return self.variables
        return self.highest if self.highest > 0 else self.next_index

    def check_assigned(self, found):
        counts = [0] * max(self.results(), MAX_ARGUMENTS + 1)
        for directive in found:
            if 0 <= directive.index < len(counts):
                counts[directive.index] += 1
        for i in range(self.results()):
            if counts[i] > 1:
                raise self.bad('Variable is assigned by multiple "%n$" conversion specifiers')
            if counts[i] == 0 and self.highest == 0:
                raise self.bad('Variable is not assigned by any conversion specifiers')


class Scanner(object):
    """Works through a string. `underflow`: the string ended where a conversion wanted more."""
    _attrs_ = ('s', 'at', 'results', 'count', 'underflow')

    def __init__(self, s, results):
        end = s.find('\0')
        self.s = s if end < 0 else cut(s, 0, end)
        self.at = 0
        self.results = [None] * results
        self.count = 0
        self.underflow = False

    def at_end(self):
        return self.at >= len(self.s)

    def skip_spaces(self):
        while self.at < len(self.s) and is_space(self.s[self.at]):
            self.at += 1

    def run(self, directives):
        for directive in directives:
            if directive.kind == ' ':
                self.skip_spaces()
            elif directive.kind == '=':
                if self.at_end():
                    self.underflow = True
                    return
                self.at += 1
                if self.s[self.at - 1] != directive.c:
                    return
            elif not self.convert(directive):
                return

    def give(self, directive, w):
        if directive.index >= 0:
            self.results[directive.index] = w

    def convert(self, directive):
        """False when scanning has to stop."""
        kind = directive.kind
        if kind == 'n':
            self.give(directive, W_Int(self.at))
            self.count += 1
            return True
        if kind != 'c' and kind != '[':
            if not self.at_end():
                self.skip_spaces()
        if self.at_end():
            self.underflow = True
            return False
        if kind == 's' or kind == 'c':
            good = self.word(directive)
        elif kind == '[':
            good = self.members(directive)
        elif 'feEg'.find(kind) >= 0:
            good = self.real(directive)
        else:
            good = self.integer(directive)
        if good:
            self.count += 1
        return good

    def piece(self, directive, end):
        start = self.at
        assert start >= 0
        assert end >= 0
        self.give(directive, new_str(cut(self.s, start, end)))
        self.at = end
        return True

    def word(self, directive):
        width = directive.width
        if width == 0:
            width = 1 if directive.kind == 'c' else NO_LIMIT
        end = self.at
        while end < len(self.s) and not is_space(self.s[end]) and end - self.at < width:
            end += 1
        return self.piece(directive, end)

    def members(self, directive):
        width = directive.width if directive.width > 0 else NO_LIMIT
        end = self.at
        while end < len(self.s) and end - self.at < width and directive.chars[ord(self.s[end])] != directive.negated:
            end += 1
        if end == self.at:
            return False
        return self.piece(directive, end)

    def limit(self, directive):
        """Where a number must end."""
        width = directive.width
        if width == 0 or width > MAX_NUMBER_LENGTH:
            width = MAX_NUMBER_LENGTH
        return min(len(self.s), self.at + width)

    def integer(self, directive):
        stop = self.limit(directive)
        i = self.at
        negative = False
        if self.s[i] == '-' or self.s[i] == '+':
            negative = self.s[i] == '-'
            i += 1
        base = base_of(directive.kind)
        is_hex = i + 2 < stop and self.s[i] == '0' and (self.s[i + 1] == 'x' or self.s[i + 1] == 'X') \
            and digit_value(self.s[i + 2]) < 16
        if is_hex and (base == 0 or base == 16):
            base = 16
            i += 2
        elif base == 0:
            base = 8 if i < stop and self.s[i] == '0' else 10
        first = i
        while i < stop and digit_value(self.s[i]) < base:
            i += 1
        if i == first:
            self.underflow = i >= len(self.s)
            return False
        self.give(directive, number_value(self.s, first, i, base, negative, directive.kind == 'u'))
        self.at = i
        return True

    def real(self, directive):
        stop = self.limit(directive)
        start = self.at
        i = start
        if self.s[i] == '-' or self.s[i] == '+':
            i += 1
        digits = 0
        points = 0
        while i < stop and (is_digit(self.s[i]) or (self.s[i] == '.' and points == 0)):
            if self.s[i] == '.':
                points += 1
            else:
                digits += 1
            i += 1
        if digits == 0:
            self.underflow = i >= len(self.s)
            return False
        if i < stop and (self.s[i] == 'e' or self.s[i] == 'E'):
            k = i + 1
            if k < stop and (self.s[k] == '-' or self.s[k] == '+'):
                k += 1
            if k < stop and is_digit(self.s[k]):
                while k < stop and is_digit(self.s[k]):
                    k += 1
                i = k
        self.give(directive, W_Float(parse_decimal(self.s, start, i)))
        self.at = i
        return True


def base_of(kind):
    if kind == 'i':
        return 0
    if kind == 'o':
        return 8
    return 16 if kind == 'x' or kind == 'X' else 10


def number_value(s, start, stop, base, negative, unsigned):
    """C's strtol, clamped; strtoul wraps and becomes text above the range of ints."""
    value = r_uint(0)
    top = r_uint(MAXINT)
    too_big = False
    for i in range(start, stop):
        digit = digit_value(s[i])
        if value > (top - r_uint(digit)) // r_uint(base) and not unsigned:
            too_big = True
        value = value * r_uint(base) + r_uint(digit)
    if unsigned:
        n = intmask(value)
        if negative:
            n = intmask(r_uint(0) - value)
        if n < 0:
            number = r_uint(n)
            tenth = number // r_uint(10)
            return new_str('%d%d' % (intmask(tenth), intmask(number - tenth * r_uint(10))))
        return W_Int(n)
    if too_big:
        return W_Int(MININT if negative else MAXINT)
    n = intmask(value)
    return W_Int(-n if negative else n)


def scanned(ctx, string, format, refs):
    """The array of values, or with variables the number of conversions; -1 or null when the string ended before the first."""
    reader = FormatReader(ctx, format, len(refs))
    directives = reader.directives()
    scanner = Scanner(string, reader.results())
    scanner.run(directives)
    if scanner.underflow and scanner.count == 0:
        return W_Int(-1) if len(refs) > 0 else w_null
    if len(refs) > 0:
        for i in range(len(refs)):
            w_value = scanner.results[i]
            ref = refs[i]
            if w_value is not None:
                assert isinstance(ref, W_Ref)
                ref.store(w_value)
        return W_Int(scanner.count)
    w_values = new_array(len(scanner.results))
    for w_value in scanner.results:
        w_values.append(w_null if w_value is None else w_value)
    return w_values


@builtin('sscanf(string $string, string $format, mixed &...$vars): array|int|null')
def sscanf(ctx, string, format, refs):
    return scanned(ctx, string, format, refs)


@builtin('fscanf(mixed $stream, string $format, mixed &...$vars): array|int|false|null')
def fscanf(ctx, w, format, refs):
    line = stream_argument(ctx, 'fscanf', w).read_line(ctx, 'fscanf', NO_LIMIT)
    if line is None:
        return w_false
    return scanned(ctx, line, format, refs)
