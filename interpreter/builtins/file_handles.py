"""Open files as PHP resources: fopen(), fread() and what goes with them; whole files at once."""
from __future__ import absolute_import

import errno

from hippy.interpreter.builtins.encodings import base64_decode
from hippy.interpreter.builtins.filesystem import check_path, fresh_file, status_array, temporary_directory
from hippy.interpreter.builtins.formatting import formatted
from hippy.interpreter.builtins.growing import GrowingBytes
from hippy.interpreter.builtins.registry import builtin, constant
from hippy.interpreter.builtins.urls import url_decoded
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.convert import to_str, type_name
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.resources import W_Resource
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Int, new_bool, w_false
from hippy.interpreter.rlib import files, streams
from hippy.interpreter.rlib.strings import StringBuilder, ascii_lower, starts_with

CHUNK = 8192
FILE_IGNORE_NEW_LINES = 2
FILE_SKIP_EMPTY_LINES = 4
FILE_APPEND = 8


class W_Stream(W_Resource):
    """A stream with a read buffer: buffer[at:] was read from below but not yet given out; position counts what was given out."""
    _attrs_ = ('mode', 'uri', 'buffer', 'at', 'position', 'eof', 'can_read', 'can_write')

    def __init__(self, number, uri, mode):
        W_Resource.__init__(self, number, 'stream')
        self.uri = uri
        self.mode = mode
        self.buffer = ''
        self.at = 0
        self.position = 0
        self.eof = False
        plus = mode.find('+') >= 0
        self.can_read = plus or mode[:1] == 'r'
        self.can_write = plus or mode[:1] != 'r'

    # what subclasses do; they raise OSError

    def read_some(self, ctx, size):
        """At least one byte; '' at the end."""
        raise NotImplementedError

    def write_all(self, ctx, data):
        raise NotImplementedError

    def move(self, ctx, offset, whence):
        """The new position, or -1 when it is impossible."""
        raise NotImplementedError

    def resize(self, ctx, size):
        """False when it is impossible."""
        raise NotImplementedError

    def status(self):
        """A files.Status, or None."""
        raise NotImplementedError

    def shut(self, ctx):
        raise NotImplementedError

    def is_seekable(self):
        return True

    # buffered

    def fill(self, ctx, name):
        """Reads on, as much as there is already; False at the end or, with a notice, after an error."""
        size = max(CHUNK, len(self.buffer) - self.at)
        try:
            chunk = self.read_some(ctx, size)
        except OSError as e:
            ctx.notice('%s(): Read of %d bytes failed with errno=%d %s' % (name, size, e.errno, files.error_text(e.errno)))
            return False
        if chunk == '':
            self.eof = True
            return False
        at = self.at
        assert at >= 0
        self.buffer = self.buffer[at:] + chunk
        self.at = 0
        return True

    def take(self, size):
        """The next `size` bytes of the buffer, which has them."""
        start = self.at
        stop = start + size
        assert start >= 0
        assert stop >= 0
        data = self.buffer[start:stop]
        self.at = stop
        self.position += size
        return data

    def read(self, ctx, name, size):
        """Up to size bytes; fewer only at the end."""
        while len(self.buffer) - self.at < size:
            if not self.fill(ctx, name):
                break
        return self.take(min(size, len(self.buffer) - self.at))

    def read_line(self, ctx, name, limit):
        """Up to a newline, or limit bytes; None at the end."""
        searched = 0
        while True:
            start = self.at + searched
            assert start >= 0
            newline = self.buffer.find('\n', start)
            if newline >= 0 and newline - self.at < limit:
                return self.take(newline + 1 - self.at)
            searched = len(self.buffer) - self.at
            if searched >= limit:
                return self.take(limit)
            if not self.fill(ctx, name):
                break
        if searched == 0:
            return None
        return self.take(searched)

    def read_rest(self, ctx, name):
        builder = StringBuilder(CHUNK)
        while True:
            builder.append(self.take(len(self.buffer) - self.at))
            if not self.fill(ctx, name):
                return builder.build()

    def write(self, ctx, name, data):
        """False, with a notice, when it fails."""
        try:
            if self.at < len(self.buffer):
                self.move(ctx, self.position, files.SEEK_SET)
            self.buffer = ''
            self.at = 0
            self.write_all(ctx, data)
        except OSError as e:
            ctx.notice('%s(): Write of %d bytes failed with errno=%d %s' % (
                name, len(data), e.errno, files.error_text(e.errno)))
            return False
        self.position += len(data)
        return True

    def seek(self, ctx, offset, whence):
        """True when the position is as asked for."""
        if not self.is_seekable():
            return False
        if whence == files.SEEK_CUR:
            offset += self.position
            whence = files.SEEK_SET
        try:
            reached = self.move(ctx, offset, whence)
        except OSError:
            return False
        if reached < 0:
            return False
        self.buffer = ''
        self.at = 0
        self.position = reached
        self.eof = False
        return True


class FileStream(W_Stream):
    """A file descriptor."""
    _attrs_ = ('fd',)

    def __init__(self, number, uri, mode, fd):
        W_Stream.__init__(self, number, uri, mode)
        self.fd = fd

    def read_some(self, ctx, size):
        if self.fd == 0:
            ctx.output.flush()
        while True:
            try:
                return streams.read_until_signal(self.fd, size)
            except OSError as e:
                if e.errno != errno.EINTR:
                    raise
                ctx.check_signals()

    def write_all(self, ctx, data):
        if self.fd <= 2:
            ctx.output.flush()
        streams.write(self.fd, data)

    def move(self, ctx, offset, whence):
        return files.seek(self.fd, offset, whence)

    def resize(self, ctx, size):
        files.truncate(self.fd, size)
        return True

    def status(self):
        return files.fstat(self.fd)

    def shut(self, ctx):
        streams.close(self.fd)

    def is_seekable(self):
        try:
            files.seek(self.fd, 0, files.SEEK_CUR)
        except OSError:
            return False
        return True


class MemoryStream(W_Stream):
    """php://memory and php://temp."""
    _attrs_ = ('data', 'place')

    def __init__(self, number, uri, mode, data):
        W_Stream.__init__(self, number, uri, mode)
        self.data = GrowingBytes(data)
        self.place = 0

    def read_some(self, ctx, size):
        data = self.data.text()
        start = self.place
        stop = min(start + size, len(data))
        if start >= stop:
            return ''
        assert start >= 0
        assert stop >= 0
        self.place = stop
        return data[start:stop]

    def write(self, ctx, name, data):
        return self.can_write and W_Stream.write(self, ctx, name, data)

    def write_all(self, ctx, data):
        if self.mode[:1] == 'a':
            self.place = self.data.size()
        elif self.place > self.data.size():
            self.data.resize(self.place)
        self.data.replace(self.place, data)
        self.place += len(data)

    def move(self, ctx, offset, whence):
        if whence == files.SEEK_END:
            offset += self.data.size()
        if offset < 0 or offset > self.data.size():
            return -1
        self.place = offset
        return offset

    def resize(self, ctx, size):
        self.data.resize(size)
        self.place = min(self.place, size)
        return True

    def status(self):
        return files.Status(12, 0, 0x81B6, 1, 0, 0, self.data.size(), 0, 0, 0)

    def shut(self, ctx):
        self.data = GrowingBytes('')


class OutputStream(W_Stream):
    """php://output: what echo writes to."""
    _attrs_ = ()

    def read_some(self, ctx, size):
        return ''

    def write_all(self, ctx, data):
        ctx.output.write(data)

    def move(self, ctx, offset, whence):
        return -1

    def resize(self, ctx, size):
        return False

    def status(self):
        return None

    def shut(self, ctx):
        pass

    def is_seekable(self):
        return False


constant('STDIN', FileStream(1, 'php://stdin', 'r', 0))
constant('STDOUT', FileStream(2, 'php://stdout', 'w', 1))
constant('STDERR', FileStream(3, 'php://stderr', 'w', 2))


# -- opening --------------------------------------------------------------------------------------------------------------

def new_number(ctx):
    if ctx.resource_count == 3:
        ctx.resource_count = 4          # PHP's default stream context, which the first use of files makes
    ctx.resource_count += 1
    return ctx.resource_count


def open_flags(mode):
    """The flags of open(2) for fopen's mode, or -1."""
    kind = mode[:1]
    plus = mode.find('+') >= 0
    if kind == 'r':
        return streams.O_RDWR if plus else streams.O_RDONLY
    flags = streams.O_CREAT | (streams.O_RDWR if plus else streams.O_WRONLY)
    if kind == 'w':
        return flags | streams.O_TRUNC
    if kind == 'a':
        return flags | streams.O_APPEND
    if kind == 'x':
        return flags | streams.O_EXCL
    if kind == 'c':
        return flags
    return -1


def open_stream(ctx, name, path, mode):
    """A W_Stream, or None after the warning."""
    scheme_end = path.find('://')
    if scheme_end > 0:
        scheme = ascii_lower(path[:scheme_end])
        if scheme == 'php':
            return open_php(ctx, name, path, path[scheme_end + 3:], mode)
        if scheme == 'file':
            return open_file(ctx, name, path, path[scheme_end + 3:], mode)
        if scheme == 'data':
            return open_data(ctx, path, path[scheme_end + 3:], mode)
        if scheme in ('http', 'https', 'ftp', 'ftps'):
            raise ctx.fatal('Hippy does not open %s:// yet' % scheme)
        ctx.warning('%s(): Unable to find the wrapper "%s" - did you forget to enable it when you configured PHP?' % (
            name, path[:scheme_end]))
    if starts_with(path, 'data:'):
        return open_data(ctx, path, path[5:], mode)
    return open_file(ctx, name, path, path, mode)


def failed_to_open(ctx, name, path, why):
    ctx.warning('%s(%s): Failed to open stream: %s' % (name, path, why))


def open_file(ctx, name, uri, path, mode):
    flags = open_flags(mode)
    if flags < 0:
        failed_to_open(ctx, name, uri, "`%s' is not a valid mode for fopen" % mode)
        return None
    try:
        fd = streams.open_file(path, flags, 0x1B6)
    except OSError as e:
        failed_to_open(ctx, name, uri, files.error_text(e.errno))
        return None
    return FileStream(new_number(ctx), uri, mode, fd)


def memory_mode(mode):
    if mode.find('a') >= 0:
        return 'a+b'
    return 'w+b' if mode.find('+') >= 0 or mode.find('w') >= 0 else 'rb'


def open_php(ctx, name, uri, what, mode):
    kind = ascii_lower(what)
    if kind == 'memory' or kind == 'temp' or starts_with(kind, 'temp/'):
        return MemoryStream(new_number(ctx), uri, memory_mode(mode), '')
    if kind == 'output':
        return OutputStream(new_number(ctx), uri, 'wb')
    if kind == 'stdin':
        return FileStream(new_number(ctx), uri, mode, files.duplicate(0))
    if kind == 'stdout':
        return FileStream(new_number(ctx), uri, mode, files.duplicate(1))
    if kind == 'stderr':
        return FileStream(new_number(ctx), uri, mode, files.duplicate(2))
    if kind == 'input':
        return MemoryStream(new_number(ctx), uri, 'rb', '')
    ctx.warning('%s(): Invalid php:// URL specified' % name)
    failed_to_open(ctx, name, uri, 'operation failed')
    return None


def open_data(ctx, uri, rest, mode):
    """RFC 2397: data:[type][;base64],content"""
    comma = rest.find(',')
    if comma < 0:
        ctx.warning('fopen(): rfc2397: no comma in URL')
        failed_to_open(ctx, 'fopen', uri, 'operation failed')
        return None
    content = rest[comma + 1:]
    if rest[:comma].endswith(';base64'):
        w_content = base64_decode(ctx, url_decoded(content, True), True)
        if not isinstance(w_content, W_Str):
            ctx.warning('fopen(): rfc2397: unable to decode')
            failed_to_open(ctx, 'fopen', uri, 'operation failed')
            return None
        content = w_content.as_str()
    else:
        content = url_decoded(content, False)
    return MemoryStream(new_number(ctx), uri, 'r', content)


@builtin('fopen(string $filename, string $mode, bool $use_include_path = false, mixed $context = null): mixed')
def fopen(ctx, filename, mode, use_include_path, w_context):
    check_path(ctx, 'fopen', 1, 'filename', filename)
    if filename == '':
        raise ctx.error('ValueError', 'Path cannot be empty')
    w_stream = open_stream(ctx, 'fopen', filename, mode)
    return w_false if w_stream is None else w_stream


@builtin('tmpfile(): mixed')
def tmpfile(ctx):
    path = fresh_file(temporary_directory(), 'php')
    if path is None:
        return w_false
    w_stream = open_stream(ctx, 'tmpfile', path, 'r+b')
    try:
        files.remove(path)
    except OSError:
        return w_false
    return w_false if w_stream is None else w_stream


def stream_argument(ctx, name, w):
    """The open stream that is the first argument; TypeError for anything else."""
    if not isinstance(w, W_Resource):
        raise ctx.error('TypeError', '%s(): Argument #1 ($stream) must be of type resource, %s given' % (name, type_name(w)))
    if not isinstance(w, W_Stream) or not w.is_open:
        raise ctx.error('TypeError', '%s(): supplied resource is not a valid %s resource' % (
            name, 'File-Handle' if name == 'fscanf' else 'stream'))
    return w


@builtin('fclose(mixed $stream): bool')
def fclose(ctx, w):
    w_stream = stream_argument(ctx, 'fclose', w)
    try:
        w_stream.shut(ctx)
    except OSError:
        return False
    finally:
        w_stream.close()
    return True


# -- reading --------------------------------------------------------------------------------------------------------------

@builtin('fread(mixed $stream, int $length): string|false')
def fread(ctx, w, length):
    w_stream = stream_argument(ctx, 'fread', w)
    if length <= 0:
        raise ctx.error('ValueError', 'fread(): Argument #2 ($length) must be greater than 0')
    data = w_stream.read(ctx, 'fread', length)
    if data == '' and not w_stream.can_read:
        return w_false
    return new_str(data)


@builtin('fgets(mixed $stream, ?int $length = null): string|false')
def fgets(ctx, w, w_length):
    w_stream = stream_argument(ctx, 'fgets', w)
    limit = 1 << 62
    if isinstance(w_length, W_Int):
        if w_length.intval <= 0:
            raise ctx.error('ValueError', 'fgets(): Argument #2 ($length) must be greater than 0')
        limit = w_length.intval - 1
        if limit == 0:
            return w_false
    line = w_stream.read_line(ctx, 'fgets', limit)
    return w_false if line is None else new_str(line)


@builtin('fgetc(mixed $stream): string|false')
def fgetc(ctx, w):
    data = stream_argument(ctx, 'fgetc', w).read(ctx, 'fgetc', 1)
    return w_false if data == '' else new_str(data)


@builtin('feof(mixed $stream): bool')
def feof(ctx, w):
    w_stream = stream_argument(ctx, 'feof', w)
    return w_stream.eof and w_stream.at >= len(w_stream.buffer)


@builtin('stream_get_contents(mixed $stream, ?int $length = null, int $offset = -1): string|false')
def stream_get_contents(ctx, w, w_length, offset):
    w_stream = stream_argument(ctx, 'stream_get_contents', w)
    if isinstance(w_length, W_Int) and w_length.intval < -1:
        raise ctx.error('ValueError', (
            'stream_get_contents(): Argument #2 ($length) must be greater than or equal to -1, or null'))
    if offset >= 0 and not w_stream.seek(ctx, offset, files.SEEK_SET):
        ctx.warning('stream_get_contents(): Failed to seek to position %d in the stream' % offset)
        return w_false
    if isinstance(w_length, W_Int) and w_length.intval >= 0:
        return new_str(w_stream.read(ctx, 'stream_get_contents', w_length.intval))
    return new_str(w_stream.read_rest(ctx, 'stream_get_contents'))


@builtin('stream_get_line(mixed $stream, int $length, string $ending = ""): string|false')
def stream_get_line(ctx, w, length, ending):
    w_stream = stream_argument(ctx, 'stream_get_line', w)
    if length < 0:
        raise ctx.error('ValueError', 'stream_get_line(): Argument #2 ($length) must be greater than or equal to 0')
    limit = length if length > 0 else CHUNK
    if ending == '':
        data = w_stream.read(ctx, 'stream_get_line', limit)
        return w_false if data == '' else new_str(data)
    while True:
        start = w_stream.at
        assert start >= 0
        found = w_stream.buffer.find(ending, start)
        if found >= 0 and found - start <= limit:
            w_line = new_str(w_stream.take(found - start))
            w_stream.take(len(ending))
            return w_line
        if len(w_stream.buffer) - start >= limit or not w_stream.fill(ctx, 'stream_get_line'):
            break
    rest = min(limit, len(w_stream.buffer) - w_stream.at)
    if rest == 0:
        return w_false
    return new_str(w_stream.take(rest))


@builtin('fpassthru(mixed $stream): int')
def fpassthru(ctx, w):
    data = stream_argument(ctx, 'fpassthru', w).read_rest(ctx, 'fpassthru')
    ctx.output.write(data)
    return len(data)


# -- writing --------------------------------------------------------------------------------------------------------------

def written(ctx, name, w, data, w_length):
    w_stream = stream_argument(ctx, name, w)
    if isinstance(w_length, W_Int):
        length = max(0, w_length.intval)
        assert length >= 0
        if length < len(data):
            data = data[:length]
    if data == '':
        return W_Int(0)
    return W_Int(len(data)) if w_stream.write(ctx, name, data) else w_false


@builtin('fwrite(mixed $stream, string $data, ?int $length = null): int|false')
def fwrite(ctx, w, data, w_length):
    return written(ctx, 'fwrite', w, data, w_length)


@builtin('fputs(mixed $stream, string $data, ?int $length = null): int|false')
def fputs(ctx, w, data, w_length):
    return written(ctx, 'fputs', w, data, w_length)


@builtin('fprintf(mixed $stream, string $format, mixed ...$values): int')
def fprintf(ctx, w, format, values_w):
    w_stream = stream_argument(ctx, 'fprintf', w)
    text = formatted(ctx, 'fprintf', format, values_w, 2)
    w_stream.write(ctx, 'fprintf', text)
    return len(text)


@builtin('vfprintf(mixed $stream, string $format, array $values): int')
def vfprintf(ctx, w, format, w_values):
    w_stream = stream_argument(ctx, 'vfprintf', w)
    text = formatted(ctx, 'vfprintf', format, w_values.values(), -1)
    w_stream.write(ctx, 'vfprintf', text)
    return len(text)


@builtin('fflush(mixed $stream): bool')
def fflush(ctx, w):
    stream_argument(ctx, 'fflush', w)
    return True


@builtin('ftruncate(mixed $stream, int $size): bool')
def ftruncate(ctx, w, size):
    w_stream = stream_argument(ctx, 'ftruncate', w)
    if size < 0:
        raise ctx.error('ValueError', 'ftruncate(): Argument #2 ($size) must be greater than or equal to 0')
    if not w_stream.can_write:
        return False
    try:
        return w_stream.resize(ctx, size)
    except OSError:
        return False


# -- positions and state --------------------------------------------------------------------------------------------------

@builtin('ftell(mixed $stream): int|false')
def ftell(ctx, w):
    return W_Int(stream_argument(ctx, 'ftell', w).position)


@builtin('fseek(mixed $stream, int $offset, int $whence = SEEK_SET): int')
def fseek(ctx, w, offset, whence):
    w_stream = stream_argument(ctx, 'fseek', w)
    if not w_stream.is_seekable():
        ctx.warning('fseek(): Stream does not support seeking')
        return -1
    return 0 if w_stream.seek(ctx, offset, whence) else -1


@builtin('rewind(mixed $stream): bool')
def rewind(ctx, w):
    w_stream = stream_argument(ctx, 'rewind', w)
    if not w_stream.is_seekable():
        ctx.warning('rewind(): Stream does not support seeking')
        return False
    return w_stream.seek(ctx, 0, files.SEEK_SET)


@builtin('fstat(mixed $stream): array|false')
def fstat(ctx, w):
    status = stream_argument(ctx, 'fstat', w).status()
    return w_false if status is None else status_array(status)


@builtin('flock(mixed $stream, int $operation, mixed &$would_block = null): bool')
def flock(ctx, w, operation, would_block_ref):
    w_stream = stream_argument(ctx, 'flock', w)
    if operation & 3 == 0:
        raise ctx.error('ValueError', 'flock(): Argument #2 ($operation) must be one of LOCK_SH, LOCK_EX, or LOCK_UN')
    would_block_ref.store(W_Int(0))
    if not isinstance(w_stream, FileStream):
        return False
    return files.lock(w_stream.fd, operation)


@builtin('stream_get_meta_data(mixed $stream): array')
def stream_get_meta_data(ctx, w):
    w_stream = stream_argument(ctx, 'stream_get_meta_data', w)
    is_file = isinstance(w_stream, FileStream)
    w_data = new_array(9)
    w_data.put_str('timed_out', new_bool(False))
    w_data.put_str('blocked', new_bool(True))
    w_data.put_str('eof', new_bool(w_stream.eof))
    w_data.put_str('wrapper_type', new_str('plainfile' if is_file and not starts_with(w_stream.uri, 'php://') else 'PHP'))
    w_data.put_str('stream_type', new_str('STDIO' if is_file else memory_type(w_stream)))
    w_data.put_str('mode', new_str(w_stream.mode))
    w_data.put_str('unread_bytes', W_Int(len(w_stream.buffer) - w_stream.at))
    w_data.put_str('seekable', new_bool(w_stream.is_seekable()))
    w_data.put_str('uri', new_str(w_stream.uri))
    return w_data


def memory_type(w_stream):
    if isinstance(w_stream, OutputStream):
        return 'Output'
    return 'TEMP' if starts_with(w_stream.uri, 'php://temp') else 'MEMORY'


@builtin('stream_isatty(mixed $stream): bool')
def stream_isatty(ctx, w):
    w_stream = stream_argument(ctx, 'stream_isatty', w)
    return isinstance(w_stream, FileStream) and streams.isatty(w_stream.fd)


@builtin('get_resource_type(mixed $resource): string')
def get_resource_type(ctx, w):
    return resource_argument(ctx, 'get_resource_type', w).kind


@builtin('get_resource_id(mixed $resource): int')
def get_resource_id(ctx, w):
    return resource_argument(ctx, 'get_resource_id', w).number


def resource_argument(ctx, name, w):
    if isinstance(w, W_Resource):
        return w
    raise ctx.error('TypeError', '%s(): Argument #1 ($resource) must be of type resource, %s given' % (name, type_name(w)))


# -- whole files ----------------------------------------------------------------------------------------------------------

def opened_path(ctx, name, path, mode):
    check_path(ctx, name, 1, 'filename', path)
    if path == '':
        raise ctx.error('ValueError', 'Path cannot be empty')
    return open_stream(ctx, name, path, mode)


def shut_quietly(ctx, w_stream):
    try:
        w_stream.shut(ctx)
    except OSError:
        pass            # PHP tells nobody either
    w_stream.close()


@builtin('file_get_contents(string $filename, bool $use_include_path = false, mixed $context = null, int $offset = 0, '
         '?int $length = null): string|false')
def file_get_contents(ctx, filename, use_include_path, w_context, offset, w_length):
    if isinstance(w_length, W_Int) and w_length.intval < 0:
        raise ctx.error('ValueError', (
            'file_get_contents(): Argument #5 ($length) must be greater than or equal to 0'))
    w_stream = opened_path(ctx, 'file_get_contents', filename, 'rb')
    if w_stream is None:
        return w_false
    if offset != 0 and not w_stream.seek(ctx, offset, files.SEEK_SET if offset > 0 else files.SEEK_END):
        ctx.warning('file_get_contents(): Failed to seek to position %d in the stream' % offset)
        shut_quietly(ctx, w_stream)
        return w_false
    if isinstance(w_length, W_Int):
        data = w_stream.read(ctx, 'file_get_contents', w_length.intval)
    else:
        data = w_stream.read_rest(ctx, 'file_get_contents')
    shut_quietly(ctx, w_stream)
    return new_str(data)


def data_to_write(ctx, w_data):
    """What file_put_contents writes for a string, an array, a stream or another value."""
    if isinstance(w_data, W_Array):
        pieces = []
        pos = w_data.next_pos(0)
        while pos >= 0:
            pieces.append(to_str(ctx, deref(w_data.value_at(pos))))
            pos = w_data.next_pos(pos + 1)
        return ''.join(pieces)
    if isinstance(w_data, W_Resource):
        return stream_argument(ctx, 'file_put_contents', w_data).read_rest(ctx, 'file_put_contents')
    return to_str(ctx, w_data)


@builtin('file_put_contents(string $filename, mixed $data, int $flags = 0, mixed $context = null): int|false')
def file_put_contents(ctx, filename, w_data, flags, w_context):
    w_stream = opened_path(ctx, 'file_put_contents', filename, 'ab' if flags & FILE_APPEND else 'wb')
    if w_stream is None:
        return w_false
    data = data_to_write(ctx, w_data)
    good = w_stream.write(ctx, 'file_put_contents', data)
    shut_quietly(ctx, w_stream)
    return W_Int(len(data)) if good else w_false


@builtin('file(string $filename, int $flags = 0, mixed $context = null): array|false')
def file_(ctx, filename, flags, w_context):
    if flags < 0 or flags > 23:
        raise ctx.error('ValueError', 'file(): Argument #2 ($flags) must be a valid flag value')
    w_stream = opened_path(ctx, 'file', filename, 'rb')
    if w_stream is None:
        return w_false
    w_lines = new_array(0)
    while True:
        line = w_stream.read_line(ctx, 'file', 1 << 62)
        if line is None:
            break
        if flags & FILE_IGNORE_NEW_LINES:
            end = len(line)
            if end > 0 and line[end - 1] == '\n':
                end -= 1
                if end > 0 and line[end - 1] == '\r':
                    end -= 1
            assert end >= 0
            line = line[:end]
            if line == '' and flags & FILE_SKIP_EMPTY_LINES:
                continue
        w_lines.append(new_str(line))
    shut_quietly(ctx, w_stream)
    return w_lines


@builtin('readfile(string $filename, bool $use_include_path = false, mixed $context = null): int|false')
def readfile(ctx, filename, use_include_path, w_context):
    w_stream = opened_path(ctx, 'readfile', filename, 'rb')
    if w_stream is None:
        return w_false
    data = w_stream.read_rest(ctx, 'readfile')
    shut_quietly(ctx, w_stream)
    ctx.output.write(data)
    return W_Int(len(data))


@builtin('stream_copy_to_stream(mixed $from, mixed $to, ?int $length = null, int $offset = 0): int|false')
def stream_copy_to_stream(ctx, w_from, w_to, w_length, offset):
    w_source = stream_argument(ctx, 'stream_copy_to_stream', w_from)
    w_target = stream_argument(ctx, 'stream_copy_to_stream', w_to)
    if offset > 0 and not w_source.seek(ctx, offset, files.SEEK_SET):
        ctx.warning('stream_copy_to_stream(): Failed to seek to position %d in the stream' % offset)
        return w_false
    if isinstance(w_length, W_Int):
        data = w_source.read(ctx, 'stream_copy_to_stream', max(0, w_length.intval))
    else:
        data = w_source.read_rest(ctx, 'stream_copy_to_stream')
    if data != '' and not w_target.write(ctx, 'stream_copy_to_stream', data):
        return w_false
    return W_Int(len(data))
