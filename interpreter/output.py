"""The script's output: a buffer in front of a file descriptor, and the stack of ob_start() above it."""
from __future__ import absolute_import

from hippy.interpreter.rlib import streams
from hippy.interpreter.rlib.strings import StringBuilder

FLUSH_SIZE = 8192


class OutputBuffer(object):
    """One level of ob_start(). w_callback: what sees the content when it leaves, or None."""
    _attrs_ = ('builder', 'w_callback', 'chunk_size', 'started')

    def __init__(self, w_callback, chunk_size):
        self.builder = StringBuilder()
        self.w_callback = w_callback
        self.chunk_size = chunk_size
        self.started = False

    def length(self):
        return self.builder.getlength()

    def content(self):
        return self.builder.build()

    def take(self):
        """The content, which is removed."""
        text = self.builder.build()
        self.builder = StringBuilder()
        return text


class Output(object):
    """`unbuffered`: each write goes out at once (a terminal, a debugger). `hook`: vm.debug.DebugHook that may take the output, or None."""
    _attrs_ = ('fd', 'pending', 'levels', 'unbuffered', 'ctx', 'watched', 'broken', 'last')

    def __init__(self, ctx, fd):
        self.ctx = ctx
        self.fd = fd
        self.pending = StringBuilder()
        self.levels = []
        self.unbuffered = False
        self.watched = False        # a debugger wants copies of what goes out
        self.broken = False         # nobody reads any more
        self.last = ''              # the last character that went out since a debugger asked for it

    def write(self, text):
        """echo"""
        if len(self.levels) > 0:
            level = self.levels[len(self.levels) - 1]
            level.builder.append(text)
            if level.chunk_size > 0 and level.length() >= level.chunk_size:
                self.ctx.flush_level()
            return
        self.emit(text)

    def emit(self, text):
        """Past all levels."""
        if self.watched and self.ctx.output_taken(text):
            return
        self.pending.append(text)
        if self.unbuffered or self.pending.getlength() >= FLUSH_SIZE:
            self.flush()

    def flush(self):
        """Writes what is pending to the file descriptor. Output that cannot be written is dropped, as PHP does."""
        if self.pending.getlength() == 0:
            return
        text = self.pending.build()
        self.pending = StringBuilder()
        if self.broken:
            return
        end = len(text) - 1
        assert end >= 0
        self.last = text[end]
        try:
            streams.write(self.fd, text)
        except OSError:
            self.broken = True
