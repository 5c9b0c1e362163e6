"""The script's output: a buffer in front of a file descriptor, and the stack of ob_start() above it (main/output.c)."""
from __future__ import absolute_import

from hippy.interpreter.errors import ExitRequest, FatalError, PhpThrow
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Bool, W_Int, disown, w_false
from hippy.interpreter.rlib import streams
from hippy.interpreter.rlib.strings import StringBuilder

FLUSH_SIZE = 8192

# what is asked of a callback
WRITE = 0
START = 1
CLEAN = 2
FLUSH = 4
FINAL = 8

# OutputBuffer.flags, as ob_get_status() shows them
USER = 1
CLEANABLE = 16
FLUSHABLE = 32
REMOVABLE = 64
STARTED = 4096
DISABLED = 8192
PROCESSED = 16384

PAGE = 4096
FIRST_SIZE = 16384


def buffer_size(wanted):
    """What PHP would allocate."""
    if wanted <= 1:
        return FIRST_SIZE
    return (wanted + PAGE - 1) // PAGE * PAGE


class OutputBuffer(object):
    """One level of ob_start(). w_callback: what sees the content when it leaves, or None. size: of the buffer that PHP would have."""
    _attrs_ = ('builder', 'w_callback', 'name', 'chunk_size', 'flags', 'size')

    def __init__(self, w_callback, name, chunk_size, flags):
        self.builder = StringBuilder()
        self.w_callback = w_callback
        self.name = name
        self.chunk_size = chunk_size
        self.flags = flags & (CLEANABLE | FLUSHABLE | REMOVABLE) | (0 if w_callback is None else USER)
        self.size = buffer_size(chunk_size)

    def length(self):
        return self.builder.getlength()

    def content(self):
        return self.builder.build()

    def append(self, text):
        self.builder.append(text)
        used = self.builder.getlength()
        if used >= self.size and len(text) > 0:
            self.size += max(buffer_size(self.chunk_size), buffer_size(used - self.size))

    def is_full(self):
        return self.chunk_size > 0 and self.length() >= self.chunk_size

    def clear(self):
        self.builder = StringBuilder()


class Output(object):
    """`unbuffered`: each write goes out at once (a terminal, a debugger). `watched`: a debugger may take the output."""
    _attrs_ = ('fd', 'pending', 'levels', 'unbuffered', 'ctx', 'watched', 'broken', 'last', 'is_running', 'thrown', 'exit_request')

    def __init__(self, ctx, fd):
        self.ctx = ctx
        self.fd = fd
        self.pending = StringBuilder()
        self.levels = []
        self.unbuffered = False
        self.watched = False        # a debugger wants copies of what goes out
        self.broken = False         # nobody reads any more
        self.last = ''              # the last character that went out since a debugger asked for it
        self.is_running = False     # a callback of ob_start() is at work
        self.thrown = None          # the PhpThrow or ExitRequest that ended a callback; it goes on when the level is dealt with
        self.exit_request = None

    def write(self, text):
        """echo"""
        count = len(self.levels)
        if count == 0:
            self.emit(text)
            return
        level = self.levels[count - 1]
        if level.chunk_size == 0 and not level.flags & DISABLED:
            level.append(text)
        else:
            self.write_to(count - 1, text)

    def write_to(self, index, text):
        """Hands text to the level `index`, or past all levels for -1."""
        while index >= 0:
            level = self.levels[index]
            if not level.flags & DISABLED:
                level.append(text)
                if self.is_running or not level.is_full():
                    return
                text = self.process(level, WRITE)
                if text == '':
                    break
            index -= 1
        if text != '':
            self.emit(text)
        self.throw_on()

    def emit(self, text):
        """Past all levels."""
        if self.watched and self.ctx.output_taken(text):
            return
        self.pending.append(text)
        if self.unbuffered or self.pending.getlength() >= FLUSH_SIZE:
            was_broken = self.broken
            self.flush()
            if self.broken and not was_broken and not self.watched and self.ctx.ini['ignore_user_abort'] == '0':
                raise ExitRequest(255)

    def flush(self):
        """Writes what is pending to the file descriptor. Output that cannot be written is dropped.

        The first time ends the script, as in PHP: main/output.c, php_handle_aborted_connection."""
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

    # levels

    def check_lock(self, name):
        """A callback must not change the stack that it is part of."""
        if self.is_running:
            self.levels = []
            raise FatalError('%s(): Cannot use output buffering in output buffering display handlers' % name)

    def push(self, w_callback, name, chunk_size, flags):
        """Takes over one ownership of the callback (None: none)."""
        self.levels.append(OutputBuffer(w_callback, name, chunk_size, flags))

    def top(self):
        """The innermost level, or None."""
        count = len(self.levels)
        if count == 0:
            return None
        return self.levels[count - 1]

    def process(self, level, operation):
        """A level's content as its callback leaves it; the level is empty then. Callers end with `throw_on`."""
        text = level.content()
        if not level.flags & STARTED:
            operation |= START
            level.flags |= STARTED
        if level.w_callback is not None:
            w_result = self.answer(level, text, operation)
            if w_result is w_false:         # from now on without the callback
                text = level.content()      # with what the callback has written
                level.flags |= DISABLED
                level.clear()
                return text
            text = '' if isinstance(w_result, W_Bool) else self.ctx.to_str(w_result)
            disown(w_result)
        level.flags |= PROCESSED
        level.clear()
        return text

    def answer(self, level, text, operation):
        """What the callback gives, owned; false when it does not come to its end."""
        self.is_running = True
        try:
            return self.ctx.call(level.w_callback, [new_str(text), W_Int(operation)])
        except PhpThrow as e:
            self.thrown = e
        except ExitRequest as e:
            self.exit_request = e
        finally:
            self.is_running = False
        return w_false

    def throw_on(self):
        """Raises what ended a callback."""
        thrown = self.thrown
        if thrown is not None:
            self.thrown = None
            raise thrown
        exit_request = self.exit_request
        if exit_request is not None:
            self.exit_request = None
            raise exit_request

    def clean_top(self):
        """Throws the innermost level's content away, which its callback sees all the same; False when it may not be cleaned."""
        level = self.top()
        if not level.flags & CLEANABLE:
            return False
        self.process(level, CLEAN)
        self.throw_on()
        return True

    def flush_top(self):
        """Moves the innermost level's content one level out; False when it may not be flushed."""
        level = self.top()
        if not level.flags & FLUSHABLE:
            return False
        text = self.process(level, FLUSH)
        self.write_to(len(self.levels) - 2, text)
        return True

    def pop(self, discards):
        """Ends the innermost level."""
        level = self.top()
        text = ''
        if not level.flags & DISABLED:
            text = self.process(level, FINAL | CLEAN if discards else FINAL)
        self.levels.pop()
        if level.w_callback is not None:
            disown(level.w_callback)
        self.write_to(len(self.levels) - 1, '' if discards else text)

    def end_all(self):
        """At the end of the program. What a callback throws now takes all output with it."""
        while len(self.levels) > 0:
            level = self.top()
            text = ''
            if not level.flags & DISABLED:
                text = self.process(level, FINAL)
            if self.thrown is not None:
                self.levels = []
                self.throw_on()
            self.levels.pop()
            self.write_to(len(self.levels) - 1, text)
