"""Comma-separated values: str_getcsv, fgetcsv, fputcsv."""
from __future__ import absolute_import

from hippy.interpreter.builtins.file_handles import stream_argument
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.convert import to_str
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Int, w_false, w_null
from hippy.interpreter.rlib.arithmetic import MAXINT
from hippy.interpreter.rlib.strings import StringBuilder, is_space

NO_LIMIT = 1 << 62


class Dialect(object):
    """The three special characters; escape is '' for none."""
    _attrs_ = ('separator', 'enclosure', 'escape')
    _immutable_fields_ = ('separator', 'enclosure', 'escape')

    def __init__(self, separator, enclosure, escape):
        self.separator = separator
        self.enclosure = enclosure
        self.escape = escape


def dialect_of(ctx, name, first, separator, enclosure, escape):
    """Checks the arguments from number `first` on."""
    if len(separator) != 1:
        raise ctx.error('ValueError', '%s(): Argument #%d ($separator) must be a single character' % (name, first))
    if len(enclosure) != 1:
        raise ctx.error('ValueError', '%s(): Argument #%d ($enclosure) must be a single character' % (name, first + 1))
    if len(escape) > 1:
        raise ctx.error('ValueError', '%s(): Argument #%d ($escape) must be empty or a single character' % (name, first + 2))
    return Dialect(separator, enclosure, escape)


def text_end(line):
    """Where the line's text ends and its line end begins."""
    end = len(line)
    if end > 0 and line[end - 1] == '\n':
        end -= 1
        if end > 0 and line[end - 1] == '\r':
            end -= 1
    elif end > 0 and line[end - 1] == '\r':
        end -= 1
    return end


class CsvReader(object):
    """Reads the fields of one record; goes on in the stream's next line while an enclosure is open."""
    _attrs_ = ('ctx', 'line', 'end', 'at', 'dialect', 'w_stream')

    def __init__(self, ctx, line, dialect, w_stream):
        self.ctx = ctx
        self.line = line
        self.end = text_end(line)
        self.at = 0
        self.dialect = dialect
        self.w_stream = w_stream

    def record(self):
        w_fields = new_array(0)
        first = True
        while True:
            self.skip_to_enclosure()
            if first and self.at >= self.end:
                w_fields.append(w_null)         # a blank line
                return w_fields
            first = False
            if self.at < self.end and self.line[self.at] == self.dialect.enclosure:
                w_fields.append(new_str(self.enclosed()))
            else:
                w_fields.append(new_str(self.plain()))
            if self.at >= self.end:
                return w_fields
            self.at += 1            # the separator
            if self.at >= self.end:
                w_fields.append(new_str(''))
                return w_fields

    def skip_to_enclosure(self):
        """White space before an enclosure is dropped."""
        i = self.at
        while i < self.end and self.line[i] != self.dialect.separator and is_space(self.line[i]):
            i += 1
        if i < self.end and self.line[i] == self.dialect.enclosure:
            self.at = i

    def separator_from(self, i):
        while i < self.end and self.line[i] != self.dialect.separator:
            i += 1
        return i

    def plain(self):
        start = self.at
        stop = self.separator_from(start)
        self.at = stop
        assert start >= 0
        assert stop >= 0
        field = self.line[start:stop]
        end = text_end(field)
        assert end >= 0
        return field[:end]

    def enclosed(self):
        """A field from its enclosure on; what stands between the closing one and the separator belongs to it too."""
        builder = StringBuilder(32)
        enclosure = self.dialect.enclosure
        escape = self.dialect.escape
        i = self.at + 1
        while True:
            if i >= self.end:
                builder.append_slice(self.line, self.end, len(self.line))
                if not self.next_line():
                    self.at = self.end
                    return builder.build()
                i = 0
                continue
            c = self.line[i]
            if c == enclosure:
                if i + 1 < self.end and self.line[i + 1] == enclosure:
                    builder.append(c)
                    i += 2
                    continue
                stop = self.separator_from(i + 1)
                builder.append_slice(self.line, i + 1, stop)
                self.at = stop
                return builder.build()
            builder.append(c)
            i += 1
            if c == escape and i < self.end:
                builder.append(self.line[i])
                i += 1

    def next_line(self):
        if self.w_stream is None:
            return False
        line = self.w_stream.read_line(self.ctx, 'fgetcsv', NO_LIMIT)
        if line is None:
            return False
        self.line = line
        self.end = text_end(line)
        return True


@builtin('str_getcsv(string $string, string $separator = ",", string $enclosure = "\\"", string $escape = "\\\\"): array')
def str_getcsv(ctx, string, separator, enclosure, escape):
    dialect = Dialect(separator[:1] if separator else ',', enclosure[:1] if enclosure else '"', escape[:1])
    return CsvReader(ctx, string, dialect, None).record()


@builtin('fgetcsv(mixed $stream, ?int $length = null, string $separator = ",", string $enclosure = "\\"", '
         'string $escape = "\\\\"): array|false')
def fgetcsv(ctx, w, w_length, separator, enclosure, escape):
    dialect = dialect_of(ctx, 'fgetcsv', 3, separator, enclosure, escape)
    limit = NO_LIMIT
    if isinstance(w_length, W_Int) and w_length.intval != 0:
        limit = w_length.intval
        if limit < 0:
            raise ctx.error('ValueError', 'fgetcsv(): Argument #2 ($length) must be between 0 and %d' % (MAXINT - 1))
    w_stream = stream_argument(ctx, 'fgetcsv', w)
    line = w_stream.read_line(ctx, 'fgetcsv', limit)
    if line is None:
        return w_false
    return CsvReader(ctx, line, dialect, w_stream).record()


# -- writing --------------------------------------------------------------------------------------------------------------

def must_enclose(field, dialect):
    for i in range(len(field)):
        c = field[i]
        if c == dialect.separator or c == dialect.enclosure or c == dialect.escape or c in ('\n', '\r', '\t', ' '):
            return True
    return False


def append_field(builder, field, dialect):
    if not must_enclose(field, dialect):
        builder.append(field)
        return
    builder.append(dialect.enclosure)
    escaped = False
    for i in range(len(field)):
        c = field[i]
        if c == dialect.escape:
            escaped = True
        elif not escaped and c == dialect.enclosure:
            builder.append(c)
        else:
            escaped = False
        builder.append(c)
    builder.append(dialect.enclosure)


@builtin('fputcsv(mixed $stream, array $fields, string $separator = ",", string $enclosure = "\\"", string $escape = "\\\\", '
         'string $eol = "\\n"): int|false')
def fputcsv(ctx, w, w_fields, separator, enclosure, escape, eol):
    dialect = dialect_of(ctx, 'fputcsv', 3, separator, enclosure, escape)
    w_stream = stream_argument(ctx, 'fputcsv', w)
    builder = StringBuilder(64)
    first = True
    pos = w_fields.next_pos(0)
    while pos >= 0:
        if not first:
            builder.append(separator)
        first = False
        append_field(builder, to_str(ctx, deref(w_fields.value_at(pos))), dialect)
        pos = w_fields.next_pos(pos + 1)
    builder.append(eol)
    line = builder.build()
    if not w_stream.write(ctx, 'fputcsv', line):
        return w_false
    return W_Int(len(line))
