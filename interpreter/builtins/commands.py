"""Shell commands: exec, system, passthru, shell_exec, popen, and the escaping of their arguments."""
from __future__ import absolute_import

from hippy.interpreter.builtins.elements import writable_array
from hippy.interpreter.builtins.file_handles import stream_argument
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.builtins.stream_types import FileStream, new_number
from hippy.interpreter.objects.arrays import W_Array, array_from_list, new_array
from hippy.interpreter.objects.numbers import parse_decimal
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Float, W_Int, w_false, w_null
from hippy.interpreter.rlib import children, streams
from hippy.interpreter.rlib.strings import StringBuilder, is_space

LONGEST_COMMAND = 2097152
COLLECT = 0         # exec: the lines into an array
SHOW = 1            # system: print lines, the last one is the result
PASS = 2            # passthru: print everything
GATHER = 3          # shell_exec: everything as one text


def check_command(ctx, name, command):
    if command == '':
        raise ctx.error('ValueError', '%s(): Argument #1 ($command) cannot be empty' % name)
    if command.find('\0') >= 0:
        raise ctx.error('ValueError', '%s(): Argument #1 ($command) must not contain any null bytes' % name)


def started(ctx, name, command, for_reading):
    """The running Child, or None with a warning."""
    ctx.output.flush()
    try:
        return children.start(command, for_reading)
    except OSError:
        ctx.warning('%s(): Unable to fork [%s]' % (name, command))
        return None


def stripped(line):
    """Without white space at the end."""
    end = len(line)
    while end > 0 and is_space(line[end - 1]):
        end -= 1
    assert end >= 0
    return line[:end]


class Running(object):
    """Takes what a command prints."""
    _attrs_ = ('ctx', 'way', 'w_lines', 'pending', 'last', 'gathered')

    def __init__(self, ctx, way, w_lines):
        self.ctx = ctx
        self.way = way
        self.w_lines = w_lines
        self.pending = ''
        self.last = ''
        self.gathered = StringBuilder(256)

    def take(self, chunk):
        if self.way == GATHER:
            self.gathered.append(chunk)
            return
        if self.way != COLLECT:
            self.ctx.output.write(chunk)
        if self.way == PASS:
            return
        text = self.pending + chunk
        start = 0
        while True:
            assert start >= 0
            newline = text.find('\n', start)
            if newline < 0:
                break
            assert newline >= 0
            self.line(text[start:newline])
            start = newline + 1
        assert start >= 0
        self.pending = text[start:]

    def line(self, line):
        self.last = stripped(line)
        if self.w_lines is not None:
            self.w_lines.append(new_str(self.last))

    def end(self):
        if self.pending != '':
            self.line(self.pending)


def run(ctx, name, command, running):
    """The exit status, -1 when the command did not start."""
    check_command(ctx, name, command)
    child = started(ctx, name, command, True)
    if child is None:
        return -1
    while True:
        chunk = children.read(child.fd)
        if chunk == '':
            break
        running.take(chunk)
    running.end()
    streams.close(child.fd)
    return children.wait(child.pid)


def ended(status, code_ref, w_result):
    """Stores the exit status where the caller wants it; gives w_result, or false when the command did not start."""
    if code_ref is not None:
        code_ref.store(W_Int(status))
    return w_false if status == -1 else w_result


@builtin('exec(string $command, mixed &$output = null, mixed &$result_code = null): string|false')
def exec_(ctx, command, output_ref, code_ref):
    w_lines = None
    if output_ref is not None:
        if not isinstance(output_ref.value, W_Array):
            output_ref.store(new_array(0))
        w_lines = writable_array(output_ref)
    running = Running(ctx, COLLECT, w_lines)
    status = run(ctx, 'exec', command, running)
    return ended(status, code_ref, new_str(running.last))


@builtin('system(string $command, mixed &$result_code = null): string|false')
def system(ctx, command, code_ref):
    running = Running(ctx, SHOW, None)
    status = run(ctx, 'system', command, running)
    return ended(status, code_ref, new_str(running.last))


@builtin('passthru(string $command, mixed &$result_code = null): ?false')
def passthru(ctx, command, code_ref):
    return ended(run(ctx, 'passthru', command, Running(ctx, PASS, None)), code_ref, w_null)


@builtin('shell_exec(string $command): string|false|null')
def shell_exec(ctx, command):
    running = Running(ctx, GATHER, None)
    status = run(ctx, 'shell_exec', command, running)
    text = running.gathered.build()
    return ended(status, None, w_null if text == '' else new_str(text))


# -- pipes ----------------------------------------------------------------------------------------------------------------

class PipeStream(FileStream):
    """What popen() opens."""
    _attrs_ = ('pid', 'exit_status')

    def __init__(self, number, mode, child):
        FileStream.__init__(self, number, '', mode, child.fd)
        self.pid = child.pid
        self.exit_status = -1

    def shut(self, ctx):
        streams.close(self.fd)
        self.exit_status = children.wait(self.pid)

    def is_seekable(self):
        return False


@builtin('popen(string $command, string $mode): mixed')
def popen(ctx, command, mode):
    if command.find('\0') >= 0:
        raise ctx.error('ValueError', 'popen(): Argument #1 ($command) must not contain any null bytes')
    if mode != 'r' and mode != 'w' and mode != 'rb' and mode != 'wb':
        raise ctx.error('ValueError', 'popen(): Argument #2 ($mode) must be one of "r", "rb", "w", or "wb"')
    child = started(ctx, 'popen', command, mode[0] == 'r')
    if child is None:
        return w_false
    return PipeStream(new_number(ctx), mode, child)


@builtin('pclose(mixed $handle): int')
def pclose(ctx, w):
    w_stream = stream_argument(ctx, 'pclose', w)
    try:
        w_stream.shut(ctx)
    except OSError:
        pass
    w_stream.close()
    return w_stream.exit_status if isinstance(w_stream, PipeStream) else -1


# -- escaping -------------------------------------------------------------------------------------------------------------

def sequence_length(s, i):
    """How many bytes the UTF-8 character at i has; -1 when it is none."""
    code = ord(s[i])
    if code < 0x80:
        return 1
    size = 2 if code < 0xE0 else 3 if code < 0xF0 else 4
    if code < 0xC2 or code > 0xF4 or i + size > len(s):
        return -1
    for k in range(1, size):
        if ord(s[i + k]) & 0xC0 != 0x80:
            return -1
    return size


@builtin('escapeshellarg(string $arg): string')
def escapeshellarg(ctx, arg):
    if arg.find('\0') >= 0:
        raise ctx.error('ValueError', 'escapeshellarg(): Argument #1 ($arg) must not contain any null bytes')
    if len(arg) > LONGEST_COMMAND - 3:
        raise ctx.fatal('escapeshellarg(): Argument exceeds the allowed length of %d bytes' % LONGEST_COMMAND)
    builder = StringBuilder(len(arg) + 2)
    builder.append("'")
    i = 0
    while i < len(arg):
        size = sequence_length(arg, i)
        if size < 0:
            i += 1
            continue
        if arg[i] == "'":
            builder.append("'\\''")
        else:
            assert i >= 0
            assert size >= 0
            builder.append_slice(arg, i, i + size)
        i += size
    builder.append("'")
    return builder.build()


@builtin('escapeshellcmd(string $command): string')
def escapeshellcmd(ctx, command):
    if command.find('\0') >= 0:
        raise ctx.error('ValueError', 'escapeshellcmd(): Argument #1 ($command) must not contain any null bytes')
    if len(command) > LONGEST_COMMAND - 3:
        raise ctx.fatal('escapeshellcmd(): Command exceeds the allowed length of %d bytes' % LONGEST_COMMAND)
    builder = StringBuilder(len(command) * 2)
    closing = -1            # where the quote that was opened ends
    i = 0
    while i < len(command):
        size = sequence_length(command, i)
        if size < 0:
            i += 1
            continue
        c = command[i]
        if c == '"' or c == "'":
            if closing < 0:
                closing = command.find(c, i + 1)
                if closing < 0:
                    builder.append('\\')
            elif command[closing] == c:
                closing = -1
            else:
                builder.append('\\')
        elif '#&;`|*?~<>^()[]{}$\\\n'.find(c) >= 0:
            builder.append('\\')
        assert i >= 0
        assert size >= 0
        builder.append_slice(command, i, i + size)
        i += size
    return builder.build()


# -- the system -----------------------------------------------------------------------------------------------------------

@builtin('sys_getloadavg(): array|false')
def sys_getloadavg(ctx):
    try:
        text = streams.read_file('/proc/loadavg')
    except OSError:
        return w_false
    values_w = []
    for part in text.split(' ')[:3]:
        values_w.append(W_Float(parse_decimal(part, 0, len(part))))
    return array_from_list(values_w)
