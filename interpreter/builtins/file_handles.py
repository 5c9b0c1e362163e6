"""Open files as PHP resources: fopen(), fread() and what goes with them; whole files at once."""
from __future__ import absolute_import

from hippy.interpreter.builtins.filesystem import fresh_file, status_array, temporary_directory
from hippy.interpreter.builtins.formatting import formatted
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.builtins.stream_types import CHUNK, DataStream, FileStream, MemoryStream, W_Stream
from hippy.interpreter.builtins.wrappers import open_stream
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.convert import to_str
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.resources import W_Resource
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Int, new_bool, w_false
from hippy.interpreter.rlib import files, streams
from hippy.interpreter.rlib.strings import starts_with

FILE_USE_INCLUDE_PATH = 1
FILE_IGNORE_NEW_LINES = 2
FILE_SKIP_EMPTY_LINES = 4
FILE_APPEND = 8


@builtin('fopen(string $filename, string $mode, bool $use_include_path = false, mixed $context = null): mixed',
         paths=('filename',))
def fopen(ctx, filename, mode, use_include_path, w_context):
    if filename == '':
        raise ctx.error('ValueError', 'Path cannot be empty')
    w_stream = open_stream(ctx, 'fopen', filename, mode, use_include_path)
    return w_false if w_stream is None else w_stream


@builtin('tmpfile(): mixed')
def tmpfile(ctx):
    path = fresh_file(temporary_directory(), 'php')
    if path is None:
        return w_false
    w_stream = open_stream(ctx, 'tmpfile', path, 'r+b', False)
    try:
        files.remove(path)
    except OSError:
        return w_false
    return w_false if w_stream is None else w_stream


def stream_argument(ctx, name, w):
    """The open stream that is the first argument; TypeError for another resource."""
    if not isinstance(w, W_Stream) or not w.is_open:
        raise ctx.error('TypeError', '%s(): supplied resource is not a valid %s resource' % (
            name, 'File-Handle' if name == 'fscanf' else 'stream'))
    return w


@builtin('fclose(mixed $stream): bool')
def fclose(ctx, w):
    w_stream = stream_argument(ctx, 'fclose', w)
    if w_stream.kind_name() == 'dir':
        ctx.warning('fclose(): %d is not a valid stream resource' % w_stream.number)
        return False
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
    if data == '' and (w_stream.failed or not w_stream.can_read):
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
    w_stream = stream_argument(ctx, 'fpassthru', w)
    data = w_stream.read_rest(ctx, 'fpassthru')
    ctx.output.write(data)
    return -1 if w_stream.failed and data == '' else len(data)


# -- writing --------------------------------------------------------------------------------------------------------------

def written(ctx, name, w, data, w_length):
    if isinstance(w_length, W_Int):
        length = max(0, w_length.intval)
        assert length >= 0
        if length < len(data):
            data = data[:length]
    if data == '':
        return W_Int(0)
    w_stream = stream_argument(ctx, name, w)
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
    if size < 0:
        raise ctx.error('ValueError', 'ftruncate(): Argument #2 ($size) must be greater than or equal to 0')
    w_stream = stream_argument(ctx, 'ftruncate', w)
    if w_stream.kind_name() == 'dir':
        ctx.warning("ftruncate(): Can't truncate this stream!")
        return False
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
    is_plain = not isinstance(w_stream, MemoryStream) and not starts_with(w_stream.uri, 'php://')
    if isinstance(w_stream, DataStream):
        w_data = w_stream.w_about.dup()
    else:
        w_data = new_array(9)
        w_data.put_str('timed_out', new_bool(False))
        w_data.put_str('blocked', new_bool(True))
        w_data.put_str('eof', new_bool(w_stream.eof))
    wrapper = 'plainfile' if is_plain else 'PHP'
    w_data.put_str('wrapper_type', new_str('RFC2397' if isinstance(w_stream, DataStream) else wrapper))
    w_data.put_str('stream_type', new_str(w_stream.kind_name()))
    w_data.put_str('mode', new_str(w_stream.mode))
    w_data.put_str('unread_bytes', W_Int(len(w_stream.buffer) - w_stream.at))
    w_data.put_str('seekable', new_bool(w_stream.is_seekable()))
    if w_stream.uri != '':
        w_data.put_str('uri', new_str(w_stream.uri))
    return w_data


@builtin('stream_isatty(mixed $stream): bool')
def stream_isatty(ctx, w):
    w_stream = stream_argument(ctx, 'stream_isatty', w)
    return isinstance(w_stream, FileStream) and streams.isatty(w_stream.fd)


@builtin('get_resource_type(mixed $resource): string')
def get_resource_type(ctx, w):
    assert isinstance(w, W_Resource)
    return w.kind


@builtin('get_resource_id(mixed $resource): int')
def get_resource_id(ctx, w):
    assert isinstance(w, W_Resource)
    return w.number


# -- whole files ----------------------------------------------------------------------------------------------------------

def opened_path(ctx, name, path, mode, use_include_path):
    if path == '':
        raise ctx.error('ValueError', 'Path cannot be empty')
    return open_stream(ctx, name, path, mode, use_include_path)


def shut_quietly(ctx, w_stream):
    try:
        w_stream.shut(ctx)
    except OSError:
        pass            # PHP tells nobody either
    w_stream.close()


@builtin('file_get_contents(string $filename, bool $use_include_path = false, mixed $context = null, int $offset = 0, '
         '?int $length = null): string|false', paths=('filename',))
def file_get_contents(ctx, filename, use_include_path, w_context, offset, w_length):
    if isinstance(w_length, W_Int) and w_length.intval < 0:
        raise ctx.error('ValueError', (
            'file_get_contents(): Argument #5 ($length) must be greater than or equal to 0'))
    w_stream = opened_path(ctx, 'file_get_contents', filename, 'rb', use_include_path)
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


@builtin('file_put_contents(string $filename, mixed $data, int $flags = 0, mixed $context = null): int|false',
         paths=('filename',))
def file_put_contents(ctx, filename, w_data, flags, w_context):
    w_stream = opened_path(
        ctx, 'file_put_contents', filename, 'ab' if flags & FILE_APPEND else 'wb', flags & FILE_USE_INCLUDE_PATH != 0)
    if w_stream is None:
        return w_false
    data = data_to_write(ctx, w_data)
    good = w_stream.write(ctx, 'file_put_contents', data)
    shut_quietly(ctx, w_stream)
    return W_Int(len(data)) if good else w_false


@builtin('file(string $filename, int $flags = 0, mixed $context = null): array|false', paths=('filename',))
def file_(ctx, filename, flags, w_context):
    if flags < 0 or flags > 23:
        raise ctx.error('ValueError', 'file(): Argument #2 ($flags) must be a valid flag value')
    w_stream = opened_path(ctx, 'file', filename, 'rb', flags & FILE_USE_INCLUDE_PATH != 0)
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


@builtin('readfile(string $filename, bool $use_include_path = false, mixed $context = null): int|false', paths=('filename',))
def readfile(ctx, filename, use_include_path, w_context):
    w_stream = opened_path(ctx, 'readfile', filename, 'rb', use_include_path)
    if w_stream is None:
        return w_false
    data = w_stream.read_rest(ctx, 'readfile')
    shut_quietly(ctx, w_stream)
    ctx.output.write(data)
    return W_Int(-1 if w_stream.failed and data == '' else len(data))


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
