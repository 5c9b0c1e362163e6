"""What an open stream is: a file descriptor, memory, PHP's own output, the content of a data: URL."""
from __future__ import absolute_import

import errno

from hippy.interpreter.builtins.growing import GrowingBytes
from hippy.interpreter.builtins.registry import constant
from hippy.interpreter.objects.resources import W_Resource
from hippy.interpreter.rlib import files, streams
from hippy.interpreter.rlib.arithmetic import MAXINT
from hippy.interpreter.rlib.strings import StringBuilder, starts_with

CHUNK = 8192


def new_number(ctx):
    if ctx.resource_count == 3:
        ctx.resource_count = 4          # PHP's default stream context, which the first use of files makes
    ctx.resource_count += 1
    return ctx.resource_count


class W_Stream(W_Resource):
    """A stream with a read buffer: buffer[at:] was read from below but not yet given out; position counts what was given out."""
    _attrs_ = ('mode', 'uri', 'buffer', 'at', 'position', 'eof', 'failed', 'can_read', 'can_write')

    def __init__(self, number, uri, mode):
        W_Resource.__init__(self, number, 'stream')
        self.uri = uri
        self.mode = mode
        self.buffer = ''
        self.at = 0
        self.position = 0
        self.eof = False
        self.failed = False             # the last reading was an error
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
        return False

    def status(self):
        """A files.Status, or None."""
        return None

    def shut(self, ctx):
        """Gives back what lies below, if anything does."""

    def is_seekable(self):
        return True

    def kind_name(self):
        """What stream_get_meta_data calls its type."""
        raise NotImplementedError

    # buffered

    def fill(self, ctx, name):
        """Reads on, as much as there is already; False at the end or, with a notice, after an error."""
        size = max(CHUNK, len(self.buffer) - self.at)
        self.failed = False
        try:
            chunk = self.read_some(ctx, size)
        except OSError as e:
            ctx.notice('%s(): Read of %d bytes failed with errno=%d %s' % (name, size, e.errno, files.error_text(e.errno)))
            self.failed = True
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
            if offset > MAXINT - self.position:
                return False
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
            if ctx.shares_input:
                size = 1
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

    def kind_name(self):
        return 'STDIO'

    def is_seekable(self):
        try:
            return not files.fstat(self.fd).is_stream()
        except OSError:
            return False


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
        if start + size > len(data) and starts_with(self.uri, 'php://temp'):
            self.eof = True         # php://memory notices its end only where nothing is left
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
            if offset > 0:
                return -1
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

    def kind_name(self):
        return 'TEMP' if starts_with(self.uri, 'php://temp') else 'MEMORY'


class DataStream(MemoryStream):
    """The content of a data: URL, with what the URL says about it."""
    _attrs_ = ('w_about',)

    def __init__(self, number, uri, mode, data, w_about):
        MemoryStream.__init__(self, number, uri, mode, data)
        self.w_about = w_about

    def write(self, ctx, name, data):
        ctx.notice('%s(): Stream is not writable' % name)
        return False

    def kind_name(self):
        return 'RFC2397'


class OutputStream(W_Stream):
    """php://output: what echo writes to."""
    _attrs_ = ()

    def read_some(self, ctx, size):
        return ''

    def write_all(self, ctx, data):
        ctx.output.write(data)

    def move(self, ctx, offset, whence):
        return -1

    def is_seekable(self):
        return False

    def kind_name(self):
        return 'Output'


constant('STDIN', FileStream(1, 'php://stdin', 'r', 0))
constant('STDOUT', FileStream(2, 'php://stdout', 'w', 1))
constant('STDERR', FileStream(3, 'php://stderr', 'w', 2))
