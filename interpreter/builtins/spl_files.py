"""SplFileInfo, SplFileObject and SplTempFileObject (ext/spl/spl_directory.c)."""
from __future__ import absolute_import

from hippy.interpreter.builtins import csv_lines, file_handles
from hippy.interpreter.builtins.elements import owned
from hippy.interpreter.builtins.filesystem import accessible, link_status_of, status_array, status_of
from hippy.interpreter.builtins.native_classes import native_class
from hippy.interpreter.builtins.object_making import construct, derived_class, members_table
from hippy.interpreter.builtins.paths import base_name
from hippy.interpreter.builtins.scanning import scanned
from hippy.interpreter.builtins.stream_types import MemoryStream, new_number
from hippy.interpreter.builtins.wrappers import open_stream
from hippy.interpreter.objects.convert import type_name
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.natives import W_Native
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Int, W_Null, disown, new_bool, w_false, w_null
from hippy.interpreter.rlib import files, links

NO_LIMIT = 1 << 62


class W_FileInfo(W_Native):
    """path: the whole name as given, without slashes at the end; None before the constructor. info_class, file_class: what
    getFileInfo() and openFile() make, None for SplFileInfo and SplFileObject."""
    _attrs_ = ('path', 'info_class', 'file_class')

    def __init__(self, map, ident):
        W_Object.__init__(self, map, ident)
        self.path = None
        self.info_class = None
        self.file_class = None

    def copy_state(self, ctx, w_from):
        assert isinstance(w_from, W_FileInfo)
        self.path = w_from.path
        self.info_class = w_from.info_class
        self.file_class = w_from.file_class

    def full_name(self, ctx):
        path = self.path
        if path is None:
            raise ctx.error('Error', 'Object not initialized')
        return path

    def directory(self, ctx):
        """Up to the last slash; '' without one."""
        path = self.full_name(ctx)
        slash = path.rfind('/')
        if slash < 0:
            return ''
        return path[:slash]

    def name(self, ctx):
        """Behind the last slash."""
        path = self.full_name(ctx)
        slash = path.rfind('/')
        if slash < 0 or slash == len(path) - 1:
            return path
        start = slash + 1
        assert start >= 0
        return path[start:]

    def shown_name(self, ctx):
        """full_name, None where it is not known."""
        return self.path

    def add_debug_info(self, ctx, w_info):
        """What a subclass shows besides."""


def without_slashes(path):
    end = len(path)
    while end > 1 and path[end - 1] == '/':
        end -= 1
    assert end >= 0
    return path[:end]


FILE_INFO = native_class('SplFileInfo', W_FileInfo, implements=('Stringable',))


@FILE_INFO.method('__construct(string $filename)', paths=('filename',))
def info_construct(ctx, w_info, filename):
    w_info.path = without_slashes(filename)


@FILE_INFO.method('getPath(): string')
def info_path(ctx, w_info):
    return w_info.directory(ctx)


@FILE_INFO.method('getFilename(): string')
def info_filename(ctx, w_info):
    return w_info.name(ctx)


@FILE_INFO.method('getExtension(): string')
def info_extension(ctx, w_info):
    return extension_of(w_info.name(ctx))


def extension_of(name):
    base = base_name(name, '')
    dot = base.rfind('.')
    if dot < 0:
        return ''
    return base[dot + 1:]


@FILE_INFO.method('getBasename(string $suffix = ""): string')
def info_basename(ctx, w_info, suffix):
    return base_name(w_info.name(ctx), suffix)


@FILE_INFO.method('__toString(): string')
@FILE_INFO.method('getPathname(): string')
def info_pathname(ctx, w_info):
    return w_info.full_name(ctx)


def checked_status(ctx, w_info, method):
    """The files.Status of what the object names; RuntimeException without one."""
    path = w_info.full_name(ctx)
    status = status_of(path)
    if status is None:
        raise ctx.error('RuntimeException', 'SplFileInfo::%s(): stat failed for %s' % (method, path))
    return status


@FILE_INFO.method('getPerms(): int|false')
def info_perms(ctx, w_info):
    return W_Int(checked_status(ctx, w_info, 'getPerms').mode)


@FILE_INFO.method('getInode(): int|false')
def info_inode(ctx, w_info):
    return W_Int(checked_status(ctx, w_info, 'getInode').ino)


@FILE_INFO.method('getSize(): int|false')
def info_size(ctx, w_info):
    return W_Int(checked_status(ctx, w_info, 'getSize').size)


@FILE_INFO.method('getOwner(): int|false')
def info_owner(ctx, w_info):
    return W_Int(checked_status(ctx, w_info, 'getOwner').uid)


@FILE_INFO.method('getGroup(): int|false')
def info_group(ctx, w_info):
    return W_Int(checked_status(ctx, w_info, 'getGroup').gid)


@FILE_INFO.method('getATime(): int|false')
def info_atime(ctx, w_info):
    return W_Int(checked_status(ctx, w_info, 'getATime').atime)


@FILE_INFO.method('getMTime(): int|false')
def info_mtime(ctx, w_info):
    return W_Int(checked_status(ctx, w_info, 'getMTime').mtime)


@FILE_INFO.method('getCTime(): int|false')
def info_ctime(ctx, w_info):
    return W_Int(checked_status(ctx, w_info, 'getCTime').ctime)


@FILE_INFO.method('getType(): string|false')
def info_type(ctx, w_info):
    path = w_info.full_name(ctx)
    if link_status_of(path) is None:
        raise ctx.error('RuntimeException', 'SplFileInfo::getType(): Lstat failed for %s' % path)
    return ctx.call(new_str('filetype'), [new_str(path)])


@FILE_INFO.method('isWritable(): bool')
def info_is_writable(ctx, w_info):
    return accessible(w_info.full_name(ctx), files.W_OK)


@FILE_INFO.method('isReadable(): bool')
def info_is_readable(ctx, w_info):
    return accessible(w_info.full_name(ctx), files.R_OK)


@FILE_INFO.method('isExecutable(): bool')
def info_is_executable(ctx, w_info):
    return accessible(w_info.full_name(ctx), files.X_OK)


@FILE_INFO.method('isFile(): bool')
def info_is_file(ctx, w_info):
    status = status_of(w_info.full_name(ctx))
    return status is not None and status.is_regular()


@FILE_INFO.method('isDir(): bool')
def info_is_dir(ctx, w_info):
    status = status_of(w_info.full_name(ctx))
    return status is not None and status.is_dir()


@FILE_INFO.method('isLink(): bool')
def info_is_link(ctx, w_info):
    status = link_status_of(w_info.full_name(ctx))
    return status is not None and status.is_link()


@FILE_INFO.method('getLinkTarget(): string|false')
def info_link_target(ctx, w_info):
    path = w_info.full_name(ctx)
    if path == '':
        raise ctx.error('RuntimeException', 'Empty filename')
    try:
        return new_str(files.read_link(path))
    except OSError as e:
        raise ctx.error('RuntimeException', 'Unable to read link %s, error: %s' % (path, files.error_text(e.errno)))


@FILE_INFO.method('getRealPath(): string|false')
def info_real_path(ctx, w_info):
    found = links.resolved(w_info.full_name(ctx))
    return w_false if found is None else new_str(found)


def chosen_class(ctx, w_class, chosen, title, base):
    """The class that an argument names, otherwise the one that was set, otherwise `base`."""
    if w_class is not None and not isinstance(w_class, W_Null):
        return derived_class(ctx, title, 1, 'class', base, w_class)
    if chosen is not None:
        return chosen
    return ctx.find_class(base)


@FILE_INFO.method('getFileInfo(?string $class = null): SplFileInfo')
def info_file_info(ctx, w_info, w_class):
    cls = chosen_class(ctx, w_class, w_info.info_class, 'SplFileInfo::getFileInfo', 'SplFileInfo')
    return made_info(ctx, cls, w_info, w_info.full_name(ctx))


@FILE_INFO.method('getPathInfo(?string $class = null): ?SplFileInfo')
def info_path_info(ctx, w_info, w_class):
    cls = chosen_class(ctx, w_class, w_info.info_class, 'SplFileInfo::getPathInfo', 'SplFileInfo')
    directory = w_info.directory(ctx)
    if directory == '':
        return w_null
    return made_info(ctx, cls, w_info, directory)


def made_info(ctx, cls, w_info, path):
    """An SplFileInfo of this class that goes on with the classes that were set."""
    w_made = construct(ctx, cls, [new_str(path)])
    if isinstance(w_made, W_FileInfo):
        w_made.info_class = w_info.info_class
        w_made.file_class = w_info.file_class
    return w_made


@FILE_INFO.method('openFile(string $mode = "r", bool $useIncludePath = false, $context = null): SplFileObject', raw=('context',))
def info_open_file(ctx, w_info, mode, use_include_path, w_context):
    cls = chosen_class(ctx, None, w_info.file_class, '', 'SplFileObject')
    return construct(ctx, cls, [new_str(w_info.full_name(ctx)), new_str(mode), new_bool(use_include_path)])


@FILE_INFO.method('setFileClass(string $class = "SplFileObject"): void', raw=('class',))
def info_set_file_class(ctx, w_info, w_class):
    w_info.file_class = derived_class(ctx, 'SplFileInfo::setFileClass', 1, 'class', 'SplFileObject', w_class)


@FILE_INFO.method('setInfoClass(string $class = "SplFileInfo"): void', raw=('class',))
def info_set_info_class(ctx, w_info, w_class):
    w_info.info_class = derived_class(ctx, 'SplFileInfo::setInfoClass', 1, 'class', 'SplFileInfo', w_class)


@FILE_INFO.method('__debugInfo(): array')
def info_debug_info(ctx, w_info):
    w_shown = members_table(w_info)
    path = w_info.shown_name(ctx)
    w_shown.put_str('\0SplFileInfo\0pathName', new_str(path) if path is not None else w_false)
    if path is not None:
        w_shown.put_str('\0SplFileInfo\0fileName', new_str(w_info.name(ctx)))
    w_info.add_debug_info(ctx, w_shown)
    return w_shown


@FILE_INFO.method('_bad_state_ex(): void', final=True)
def info_bad_state(ctx, w_info):
    raise ctx.error('LogicException', 'The parent constructor was not called: the instance is in an invalid state')


# -- SplFileObject --------------------------------------------------------------------------------------------------------

DROP_NEW_LINE = 1
READ_AHEAD = 2
SKIP_EMPTY = 4
READ_CSV = 8


class W_File(W_FileInfo):
    """w_line: the current line or record, None where it was not read yet; text: what it was read from; number: its number."""
    _attrs_ = ('w_stream', 'mode', 'flags', 'w_line', 'text', 'number', 'longest', 'separator', 'enclosure', 'escape')

    def __init__(self, map, ident):
        W_FileInfo.__init__(self, map, ident)
        self.w_stream = None
        self.mode = 'r'
        self.flags = 0
        self.w_line = None
        self.text = ''
        self.number = 0
        self.longest = 0
        self.separator = ','
        self.enclosure = '"'
        self.escape = '\\'

    def owned_values(self):
        return [self.w_line]

    def copy_state(self, ctx, w_from):
        raise ctx.error('Error', 'An object of class %s cannot be cloned' % self.get_class().name)

    def add_debug_info(self, ctx, w_info):
        w_info.put_str('\0SplFileObject\0openMode', new_str(self.mode))
        w_info.put_str('\0SplFileObject\0delimiter', new_str(self.separator))
        w_info.put_str('\0SplFileObject\0enclosure', new_str(self.enclosure))

    def stream(self, ctx):
        w_stream = self.w_stream
        if w_stream is None:
            raise ctx.error('Error', 'Object not initialized')
        return w_stream

    def at_end(self, ctx):
        w_stream = self.stream(ctx)
        return w_stream.eof and w_stream.at >= len(w_stream.buffer)

    def put_line(self, w_line):
        """Takes over one ownership."""
        w_old = self.w_line
        self.w_line = w_line
        disown(w_old)

    def read(self, ctx, silent, adds, keeps_end):
        """Reads a line of text; False at the end, where an exception tells it unless silent. adds: the number grows by so much."""
        self.put_line(None)
        if self.at_end(ctx):
            if not silent:
                raise ctx.error('RuntimeException', 'Cannot read from file %s' % self.full_name(ctx))
            return False
        line = self.stream(ctx).read_line(ctx, 'fgets', self.longest if self.longest > 0 else NO_LIMIT)
        if line is None:
            line = ''
        if self.flags & DROP_NEW_LINE and not keeps_end and line.endswith('\n'):
            end = csv_lines.text_end(line)
            assert end >= 0
            line = line[:end]
        self.text = line
        self.put_line(new_str(line))
        self.number += adds
        return True

    def growth(self):
        """By how much the next line's number is greater: the first one that is read is where the file stands."""
        return 1 if self.w_line is not None else 0

    def read_record(self, ctx, silent):
        """The same as the flags want it: a text or a CSV record, of PHP code's own getCurrentLine() if it has one."""
        if self.flags & READ_CSV:
            return self.read_csv(ctx, silent, self.separator, self.enclosure, self.escape)
        method = self.get_class().find_method('getcurrentline')
        if method.is_builtin():
            return self.read(ctx, silent, self.growth(), False)
        self.put_line(None)
        if self.at_end(ctx):
            return False
        w_line = ctx.call_bound(method, self, [])
        if not isinstance(w_line, W_Str):
            raise ctx.error('TypeError', '%s::getCurrentLine(): Return value must be of type string, %s returned' % (
                self.get_class().name, type_name(w_line)))
        self.number += self.growth()
        self.text = w_line.as_str()
        self.put_line(w_line)
        return True

    def read_csv(self, ctx, silent, separator, enclosure, escape):
        found = self.read(ctx, silent, self.growth(), True)
        while found and self.flags & SKIP_EMPTY and self.is_empty():
            found = self.read(ctx, silent, self.growth(), True)
        if not found:
            return False
        dialect = csv_lines.Dialect(separator, enclosure, escape)
        self.put_line(csv_lines.CsvReader(ctx, self.text, dialect, self.stream(ctx)).record())
        return True

    def is_empty(self):
        """Whether the line that was read is one that SKIP_EMPTY leaves out."""
        if self.flags & READ_CSV and self.flags & DROP_NEW_LINE:
            return self.text == '' or self.text == '\n' or self.text == '\r\n'
        return self.text == ''

    def next_line(self, ctx, silent):
        """Reads on to the next line that is not left out."""
        found = self.read_record(ctx, silent)
        while found and self.flags & SKIP_EMPTY and self.is_empty():
            self.put_line(None)
            found = self.read_record(ctx, silent)
        return found

    def rewind(self, ctx):
        if not self.stream(ctx).seek(ctx, 0, files.SEEK_SET):
            raise ctx.error('RuntimeException', 'Cannot rewind file %s' % self.full_name(ctx))
        self.put_line(None)
        self.number = 0
        if self.flags & READ_AHEAD:
            self.next_line(ctx, True)


class W_TempFile(W_File):
    _attrs_ = ()

    def directory(self, ctx):
        return ''

    def name(self, ctx):
        return self.full_name(ctx)


FILE = native_class('SplFileObject', W_File, 'SplFileInfo', ('RecursiveIterator', 'SeekableIterator'))
TEMP_FILE = native_class('SplTempFileObject', W_TempFile, 'SplFileObject')
FILE.constant('DROP_NEW_LINE', DROP_NEW_LINE)
FILE.constant('READ_AHEAD', READ_AHEAD)
FILE.constant('SKIP_EMPTY', SKIP_EMPTY)
FILE.constant('READ_CSV', READ_CSV)


@FILE.method('__construct(string $filename, string $mode = "r", bool $useIncludePath = false, $context = null)', raw=('context',),
             paths=('filename',))
def file_construct(ctx, w_file, filename, mode, use_include_path, w_context):
    if w_file.w_stream is not None:
        raise ctx.error('Error', 'Cannot call constructor twice')
    status = status_of(filename)
    if status is not None and status.is_dir():
        raise ctx.error('LogicException', 'Cannot use SplFileObject with directories')
    if filename == '':
        raise ctx.error('ValueError', 'Path cannot be empty')
    level = ctx.silence()
    try:
        w_stream = open_stream(ctx, 'SplFileObject::__construct', filename, mode, use_include_path)
    finally:
        ctx.silence_end(level)
    if w_stream is None:
        reason = 'No such file or directory' if status is None else 'Permission denied'
        raise ctx.error('RuntimeException', 'SplFileObject::__construct(%s): Failed to open stream: %s' % (filename, reason))
    w_file.path = without_slashes(filename)
    w_file.mode = mode
    w_file.w_stream = w_stream


@TEMP_FILE.method('__construct(int $maxMemory = 2097152)')
def temp_construct(ctx, w_file, memory):
    name = 'php://memory' if memory < 0 else 'php://temp'
    if memory >= 0 and memory != 2097152:
        name = 'php://temp/maxmemory:%d' % memory
    w_file.path = name
    w_file.mode = 'wb'
    w_file.w_stream = MemoryStream(new_number(ctx), name, 'w+b', '')


@FILE.method('rewind(): void')
def file_rewind(ctx, w_file):
    w_file.rewind(ctx)


@FILE.method('eof(): bool')
def file_eof(ctx, w_file):
    return w_file.at_end(ctx)


@FILE.method('valid(): bool')
def file_valid(ctx, w_file):
    if w_file.flags & READ_AHEAD:
        w_file.stream(ctx)
        return w_file.w_line is not None
    return not w_file.at_end(ctx)


@FILE.method('getCurrentLine(): string')
@FILE.method('fgets(): string')
def file_gets(ctx, w_file):
    w_file.read(ctx, False, 1, False)
    return w_file.text


@FILE.method('__toString(): string')
def file_to_string(ctx, w_file):
    w_file.stream(ctx)
    if w_file.w_line is None:
        w_file.next_line(ctx, False)
    return w_file.text


@FILE.method('fread(int $length): string|false')
def file_read(ctx, w_file, length):
    if length <= 0:
        raise ctx.error('ValueError', 'SplFileObject::fread(): Argument #1 ($length) must be greater than 0')
    return file_handles.fread(ctx, w_file.stream(ctx), length)


def dialect(ctx, w_file, method, first, separator, enclosure, escape):
    return csv_lines.dialect_of(ctx, 'SplFileObject::' + method, first, separator, enclosure, escape)


@FILE.method('fgetcsv(string $separator = ?, string $enclosure = ?, string $escape = ?): array|false')
def file_getcsv(ctx, w_file, w_separator, w_enclosure, w_escape):
    separator = text_or(w_separator, w_file.separator)
    enclosure = text_or(w_enclosure, w_file.enclosure)
    escape = text_or(w_escape, w_file.escape)
    dialect(ctx, w_file, 'fgetcsv', 1, separator, enclosure, escape)
    if not w_file.read_csv(ctx, True, separator, enclosure, escape):
        return w_false
    return owned(w_file.w_line)


def text_or(w, default):
    return w.as_str() if isinstance(w, W_Str) else default


@FILE.method('fputcsv(array $fields, string $separator = ?, string $enclosure = ?, string $escape = ?, string $eol = "\\n"): int|false')
def file_putcsv(ctx, w_file, w_fields, w_separator, w_enclosure, w_escape, eol):
    separator = text_or(w_separator, w_file.separator)
    enclosure = text_or(w_enclosure, w_file.enclosure)
    escape = text_or(w_escape, w_file.escape)
    dialect(ctx, w_file, 'fputcsv', 2, separator, enclosure, escape)
    return csv_lines.fputcsv(ctx, w_file.stream(ctx), w_fields, separator, enclosure, escape, eol)


@FILE.method('setCsvControl(string $separator = ",", string $enclosure = "\\"", string $escape = "\\\\"): void')
def file_set_csv(ctx, w_file, separator, enclosure, escape):
    dialect(ctx, w_file, 'setCsvControl', 1, separator, enclosure, escape)
    w_file.separator = separator
    w_file.enclosure = enclosure
    w_file.escape = escape


@FILE.method('getCsvControl(): array')
def file_get_csv(ctx, w_file):
    w_parts = members_table(w_file)
    w_parts.clear()
    for text in [w_file.separator, w_file.enclosure, w_file.escape]:
        w_parts.append(new_str(text))
    return w_parts


@FILE.method('flock(int $operation, &$wouldBlock = null): bool')
def file_lock(ctx, w_file, operation, would_block_ref):
    if operation & 3 == 0:
        raise ctx.error('ValueError', 'SplFileObject::flock(): Argument #1 ($operation) must be one of LOCK_SH, LOCK_EX, or LOCK_UN')
    return file_handles.flock(ctx, w_file.stream(ctx), operation, would_block_ref)


@FILE.method('fflush(): bool')
def file_flush(ctx, w_file):
    w_file.stream(ctx)
    return True


@FILE.method('ftell(): int|false')
def file_tell(ctx, w_file):
    return W_Int(w_file.stream(ctx).position)


@FILE.method('fseek(int $offset, int $whence = SEEK_SET): int')
def file_fseek(ctx, w_file, offset, whence):
    w_file.put_line(None)
    return file_handles.fseek(ctx, w_file.stream(ctx), offset, whence)


@FILE.method('fgetc(): string|false')
def file_getc(ctx, w_file):
    w_file.put_line(None)
    data = w_file.stream(ctx).read(ctx, 'fgetc', 1)
    if data == '':
        return w_false
    if data == '\n':
        w_file.number += 1
    return new_str(data)


@FILE.method('fpassthru(): int')
def file_passthru(ctx, w_file):
    return file_handles.fpassthru(ctx, w_file.stream(ctx))


@FILE.method('fscanf(string $format, mixed &...$vars): array|int|null')
def file_scanf(ctx, w_file, format, refs):
    w_file.read(ctx, False, 1, False)
    return scanned(ctx, w_file.text, format, refs)


@FILE.method('fwrite(string $data, int $length = ?): int|false')
def file_write(ctx, w_file, data, w_length):
    return file_handles.written(ctx, 'fwrite', w_file.stream(ctx), data, w_length)


@FILE.method('fstat(): array')
def file_stat(ctx, w_file):
    status = w_file.stream(ctx).status()
    return w_false if status is None else status_array(status)


@FILE.method('ftruncate(int $size): bool')
def file_truncate(ctx, w_file, size):
    w_stream = w_file.stream(ctx)
    if not w_stream.can_write:
        raise ctx.error('LogicException', "Can't truncate file %s" % w_file.full_name(ctx))
    return file_handles.ftruncate(ctx, w_stream, size)


@FILE.method('current(): array|string|false')
def file_current(ctx, w_file):
    w_file.stream(ctx)
    if w_file.w_line is None:
        w_file.next_line(ctx, True)
    return owned(w_file.w_line) if w_file.w_line is not None else w_false


@FILE.method('key(): int')
def file_key(ctx, w_file):
    return w_file.number


@FILE.method('next(): void')
def file_next(ctx, w_file):
    w_file.put_line(None)
    if w_file.flags & READ_AHEAD:
        w_file.next_line(ctx, True)
    w_file.number += 1


@FILE.method('setFlags(int $flags): void')
def file_set_flags(ctx, w_file, flags):
    w_file.flags = flags


@FILE.method('getFlags(): int')
def file_get_flags(ctx, w_file):
    return w_file.flags & 15


@FILE.method('setMaxLineLen(int $maxLength): void')
def file_set_longest(ctx, w_file, length):
    if length < 0:
        raise ctx.error('ValueError', 'SplFileObject::setMaxLineLen(): Argument #1 ($maxLength) must be greater than or equal to 0')
    w_file.longest = length


@FILE.method('getMaxLineLen(): int')
def file_get_longest(ctx, w_file):
    return w_file.longest


@FILE.method('hasChildren(): false')
def file_has_children(ctx, w_file):
    return w_false


@FILE.method('getChildren(): null')
def file_get_children(ctx, w_file):
    return w_null


@FILE.method('seek(int $line): void')
def file_seek(ctx, w_file, line):
    if line < 0:
        raise ctx.error('ValueError', 'SplFileObject::seek(): Argument #1 ($line) must be greater than or equal to 0')
    w_file.rewind(ctx)
    for _ in range(line):
        if not w_file.next_line(ctx, True):
            return
    if line > 0 and not w_file.flags & READ_AHEAD:
        w_file.number += 1
        w_file.put_line(None)
