"""What a path or URL opens: files, php://, data:."""
from __future__ import absolute_import

import errno

from hippy.interpreter.builtins.encodings import base64_decode
from hippy.interpreter.builtins.stream_types import DataStream, FileStream, MemoryStream, OutputStream, new_number
from hippy.interpreter.builtins.urls import url_decoded
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import new_bool
from hippy.interpreter.rlib import files, streams
from hippy.interpreter.rlib.strings import ascii_lower, starts_with
from hippy.interpreter.vm import sources

MAX_DESCRIPTOR = 20000


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


def open_stream(ctx, name, path, mode, use_include_path):
    """A W_Stream, or None after the warning."""
    scheme_end = path.find('://')
    if scheme_end > 0:
        rest = path[scheme_end + 3:]
        scheme = ascii_lower(path[:scheme_end])
        if scheme == 'php':
            return open_php(ctx, name, path, rest, mode)
        if scheme == 'file':
            return open_file_url(ctx, name, path, rest, mode)
        if scheme == 'data':
            return open_data(ctx, name, path, rest, mode)
        if scheme in ('http', 'https', 'ftp', 'ftps'):
            raise ctx.fatal('Hippy does not open %s:// yet' % scheme)
        ctx.warning('%s(): Unable to find the wrapper "%s" - did you forget to enable it when you configured PHP?' % (
            name, path[:scheme_end]))
    if starts_with(path, 'data:'):
        return open_data(ctx, name, path, path[5:], mode)
    if use_include_path:
        found = sources.find_file(ctx, ctx.top_frame(), path)
        return open_file(ctx, name, path, found if found != '' else path, mode)
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
        failed_to_open(ctx, name, uri, open_error(e.errno))
        return None
    return FileStream(new_number(ctx), uri, mode, fd)


def open_error(number):
    """Why open(2) failed; to PHP a path through a plain file leads nowhere."""
    return files.error_text(errno.ENOENT if number == errno.ENOTDIR else number)


def open_file_url(ctx, name, uri, path, mode):
    if ascii_lower(path[:10]) == 'localhost/':
        path = path[9:]
    elif path[:1] != '/':
        ctx.warning('%s(): Remote host file access not supported, %s' % (name, uri))
        failed_to_open(ctx, name, uri, 'no suitable wrapper could be found')
        return None
    return open_file(ctx, name, uri, path, mode)


# -- php:// ---------------------------------------------------------------------------------------------------------------

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
        return open_descriptor(ctx, name, uri, 0, mode)
    if kind == 'stdout':
        return open_descriptor(ctx, name, uri, 1, mode)
    if kind == 'stderr':
        return open_descriptor(ctx, name, uri, 2, mode)
    if kind == 'input':
        return MemoryStream(new_number(ctx), uri, 'rb', '')
    if starts_with(kind, 'fd/'):
        return open_numbered(ctx, name, uri, kind[3:], mode)
    if starts_with(kind, 'filter/'):
        raise ctx.fatal('Hippy does not open php://filter yet')
    ctx.warning('%s(): Invalid php:// URL specified' % name)
    failed_to_open(ctx, name, uri, 'operation failed')
    return None


def open_numbered(ctx, name, uri, text, mode):
    """php://fd/NUMBER"""
    number = 0
    start = 1 if text[:1] == '-' else 0
    for i in range(start, len(text)):
        if not '0' <= text[i] <= '9':
            start = len(text)
            break
        number = min(number * 10 + ord(text[i]) - ord('0'), MAX_DESCRIPTOR)
    if start >= len(text):
        failed_to_open(ctx, name, uri, 'php://fd/ stream must be specified in the form php://fd/<orig fd>')
        return None
    if number >= MAX_DESCRIPTOR or (start == 1 and number > 0):
        failed_to_open(ctx, name, uri, 'The file descriptors must be non-negative numbers smaller than %d' % MAX_DESCRIPTOR)
        return None
    return open_descriptor(ctx, name, uri, number, mode)


def open_descriptor(ctx, name, uri, fd, mode):
    try:
        copy = files.duplicate(fd)
    except OSError as e:
        failed_to_open(ctx, name, uri, "Error duping file descriptor %d; possibly it doesn't exist: [%d]: %s" % (
            fd, e.errno, files.error_text(e.errno)))
        return None
    return FileStream(new_number(ctx), uri, mode, copy)


# -- data: ----------------------------------------------------------------------------------------------------------------

def open_data(ctx, name, uri, rest, mode):
    """RFC 2397: data:[type][;name=value][;base64],content"""
    comma = rest.find(',')
    if comma < 0:
        failed_to_open(ctx, name, uri, 'rfc2397: no comma in URL')
        return None
    w_about = new_array(0)
    problem = read_media_type(w_about, rest[:comma].split(';'))
    if problem != '':
        failed_to_open(ctx, name, uri, 'rfc2397: ' + problem)
        return None
    in_base64 = comma >= 7 and rest[:comma].endswith(';base64')
    w_about.put_str('base64', new_bool(in_base64))
    content = rest[comma + 1:]
    if in_base64:
        w_content = base64_decode(ctx, content, True)
        if not isinstance(w_content, W_Str):
            failed_to_open(ctx, name, uri, 'rfc2397: unable to decode')
            return None
        content = w_content.as_str()
    else:
        content = url_decoded(content, False)
    return DataStream(new_number(ctx), uri, mode, content, w_about)


def read_media_type(w_about, parts):
    """Puts the type and its parameters into w_about; gives what is wrong with them, '' for nothing."""
    kind = parts[0]
    if kind == '':
        if len(parts) > 1 and not (len(parts) == 2 and parts[1] == 'base64'):
            return 'illegal media type'
    elif kind.find('/') < 0:
        return 'illegal media type'
    else:
        w_about.put_str('mediatype', new_str(kind))
    for i in range(1, len(parts)):
        part = parts[i]
        equals = part.find('=')
        if equals < 0:
            if part != 'base64' or i < len(parts) - 1:
                return 'illegal parameter'
        elif part[:equals] != 'mediatype':
            w_about.put_str(part[:equals], new_str(part[equals + 1:]))
    return ''
