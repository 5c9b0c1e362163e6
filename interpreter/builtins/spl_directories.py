"""DirectoryIterator, FilesystemIterator, RecursiveDirectoryIterator, GlobIterator (ext/spl/spl_directory.c); Directory and dir()."""
from __future__ import absolute_import

from hippy.interpreter.builtins import directories
from hippy.interpreter.builtins.elements import owned
from hippy.interpreter.builtins.filesystem import link_status_of, status_of
from hippy.interpreter.builtins.native_classes import native_class
from hippy.interpreter.builtins.object_making import construct, make
from hippy.interpreter.builtins.paths import base_name, dir_name, glob
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.builtins.spl_files import W_FileInfo, extension_of, without_slashes
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.convert import to_str
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.references import deref
from hippy.interpreter.objects.resources import W_Resource
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Int, disown, new_bool, own, w_false
from hippy.interpreter.rlib import files

CURRENT_AS_FILEINFO = 0
CURRENT_AS_SELF = 0x10
CURRENT_AS_PATHNAME = 0x20
CURRENT_MODE = 0xf0
KEY_AS_PATHNAME = 0
KEY_AS_FILENAME = 0x100
KEY_MODE = 0xf00
SKIP_DOTS = 0x1000
UNIX_PATHS = 0x2000
FOLLOW_SYMLINKS = 0x4000
OTHER_MODE = 0x7000


class W_Directory(W_FileInfo):
    """folder: the directory's name; names: what is in it; index: of the current one; shown: how many came before it.
    sub_path: from where the recursion began. is_glob: the names are paths."""
    _attrs_ = ('folder', 'names', 'index', 'shown', 'flags', 'sub_path', 'is_glob', 'is_open')

    def __init__(self, map, ident):
        W_FileInfo.__init__(self, map, ident)
        self.folder = ''
        self.names = []
        self.index = 0
        self.shown = 0
        self.flags = 0
        self.sub_path = ''
        self.is_glob = False
        self.is_open = False

    def copy_state(self, ctx, w_from):
        W_FileInfo.copy_state(self, ctx, w_from)
        assert isinstance(w_from, W_Directory)
        self.folder = w_from.folder
        self.names = w_from.names
        self.index = w_from.index
        self.shown = w_from.shown
        self.flags = w_from.flags
        self.sub_path = w_from.sub_path
        self.is_glob = w_from.is_glob
        self.is_open = w_from.is_open

    def add_debug_info(self, ctx, w_info):
        w_info.put_str('\0DirectoryIterator\0glob', new_bool(self.is_glob))
        w_info.put_str('\0RecursiveDirectoryIterator\0subPathName', new_str(self.sub_path))

    def entry(self):
        """The current name, '' at the end."""
        if self.index < len(self.names):
            return self.names[self.index]
        return ''

    def full_name(self, ctx):
        self.check(ctx)
        entry = self.entry()
        if entry == '':
            return ''
        if self.is_glob:
            return entry
        return self.folder + '/' + entry

    def directory(self, ctx):
        self.check(ctx)
        if self.is_glob:
            parent = dir_name(self.entry())
            return '' if parent == '.' else parent
        return self.folder

    def name(self, ctx):
        self.check(ctx)
        if self.is_glob:
            return base_name(self.entry(), '')
        return self.entry()

    def shown_name(self, ctx):
        return self.full_name(ctx) if self.is_open else None

    def check(self, ctx):
        if not self.is_open:
            raise ctx.error('Error', 'Object not initialized')

    def open(self, ctx, title, folder, flags):
        if folder == '':
            raise ctx.error('ValueError', '%s(): Argument #1 ($directory) cannot be empty' % title)
        if self.is_open:
            raise ctx.error('Error', 'Directory object is already initialized')
        try:
            names = ['.', '..'] + files.list_directory(folder)
        except OSError as e:
            raise ctx.error('UnexpectedValueException', '%s(%s): Failed to open directory: %s' % (
                title, folder, files.error_text(e.errno)))
        self.folder = without_slashes(folder)
        self.start(names, flags)

    def open_pattern(self, ctx, pattern, flags):
        if pattern == '':
            raise ctx.error('ValueError', 'GlobIterator::__construct(): Argument #1 ($pattern) cannot be empty')
        self.is_glob = True
        names = []
        w_found = glob(ctx, pattern, 0)
        if isinstance(w_found, W_Array):
            for w_name in w_found.values():
                names.append(to_str(ctx, deref(w_name)))
        self.start(names, flags)

    def start(self, names, flags):
        self.names = names[:]
        self.flags = flags
        self.is_open = True
        self.path = ''
        self.rewind()

    def rewind(self):
        self.index = 0
        self.shown = 0
        self.skip_dots()

    def advance(self):
        if self.index < len(self.names):
            self.index += 1
        self.shown += 1
        self.skip_dots()

    def skip_dots(self):
        if self.flags & SKIP_DOTS:
            while self.is_dot():
                self.index += 1

    def is_dot(self):
        entry = self.entry()
        return entry == '.' or entry == '..'


DIRECTORY = native_class('DirectoryIterator', W_Directory, 'SplFileInfo', ('SeekableIterator',))
FILESYSTEM = native_class('FilesystemIterator', W_Directory, 'DirectoryIterator')
RECURSIVE = native_class('RecursiveDirectoryIterator', W_Directory, 'FilesystemIterator', ('RecursiveIterator',))
GLOB = native_class('GlobIterator', W_Directory, 'FilesystemIterator', ('Countable',))
for constant, value in [
        ('CURRENT_MODE_MASK', CURRENT_MODE), ('CURRENT_AS_PATHNAME', CURRENT_AS_PATHNAME), ('CURRENT_AS_FILEINFO', CURRENT_AS_FILEINFO),
        ('CURRENT_AS_SELF', CURRENT_AS_SELF), ('KEY_MODE_MASK', KEY_MODE), ('KEY_AS_PATHNAME', KEY_AS_PATHNAME),
        ('FOLLOW_SYMLINKS', FOLLOW_SYMLINKS), ('KEY_AS_FILENAME', KEY_AS_FILENAME), ('NEW_CURRENT_AND_KEY', KEY_AS_FILENAME),
        ('OTHER_MODE_MASK', OTHER_MODE), ('SKIP_DOTS', SKIP_DOTS), ('UNIX_PATHS', UNIX_PATHS)]:
    FILESYSTEM.constant(constant, value)


# -- DirectoryIterator ----------------------------------------------------------------------------------------------------

@DIRECTORY.method('__construct(string $directory)', paths=('directory',))
def directory_construct(ctx, w_this, directory):
    w_this.open(ctx, 'DirectoryIterator::__construct', directory, 0)
    w_this.flags = CURRENT_AS_SELF


@DIRECTORY.method('__toString(): string')
@DIRECTORY.method('getFilename(): string')
def directory_filename(ctx, w_this):
    return w_this.name(ctx)


@DIRECTORY.method('getExtension(): string')
def directory_extension(ctx, w_this):
    return extension_of(w_this.name(ctx))


@DIRECTORY.method('getBasename(string $suffix = ""): string')
def directory_basename(ctx, w_this, suffix):
    return base_name(w_this.name(ctx), suffix)


@DIRECTORY.method('isDot(): bool')
def directory_is_dot(ctx, w_this):
    w_this.check(ctx)
    return w_this.is_dot()


@DIRECTORY.method('rewind(): void')
def directory_rewind(ctx, w_this):
    w_this.check(ctx)
    w_this.rewind()


@DIRECTORY.method('valid(): bool')
def directory_valid(ctx, w_this):
    w_this.check(ctx)
    return w_this.entry() != ''


@DIRECTORY.method('key(): mixed')
def directory_key(ctx, w_this):
    w_this.check(ctx)
    return W_Int(w_this.shown)


@DIRECTORY.method('current(): mixed')
def directory_current(ctx, w_this):
    w_this.check(ctx)
    return owned(w_this)


@DIRECTORY.method('next(): void')
def directory_next(ctx, w_this):
    w_this.check(ctx)
    w_this.advance()


@DIRECTORY.method('seek(int $offset): void')
def directory_seek(ctx, w_this, offset):
    w_this.check(ctx)
    if w_this.shown > offset:
        disown(ctx.call_method(w_this, 'rewind', []))
    while w_this.shown < offset:
        if not ctx.to_bool(ctx.call_method(w_this, 'valid', [])):
            raise ctx.error('OutOfBoundsException', 'Seek position %d is out of range' % offset)
        disown(ctx.call_method(w_this, 'next', []))


# -- FilesystemIterator, GlobIterator -------------------------------------------------------------------------------------

@FILESYSTEM.method('__construct(string $directory, int $flags = FilesystemIterator::SKIP_DOTS)', paths=('directory',))
def filesystem_construct(ctx, w_this, directory, flags):
    w_this.open(ctx, 'FilesystemIterator::__construct', directory, flags)


@FILESYSTEM.method('rewind(): void')
def filesystem_rewind(ctx, w_this):
    w_this.check(ctx)
    w_this.rewind()


@FILESYSTEM.method('key(): string')
def filesystem_key(ctx, w_this):
    if w_this.flags & KEY_AS_FILENAME:
        return w_this.name(ctx)
    return w_this.full_name(ctx)


@FILESYSTEM.method('current(): SplFileInfo|FilesystemIterator|string')
def filesystem_current(ctx, w_this):
    path = w_this.full_name(ctx)
    if w_this.flags & CURRENT_AS_PATHNAME:
        return new_str(path)
    if w_this.flags & CURRENT_AS_SELF:
        return owned(w_this)
    cls = w_this.info_class
    if cls is None:
        cls = ctx.find_class('splfileinfo')
    return construct(ctx, cls, [new_str(path)])


@FILESYSTEM.method('getFlags(): int')
def filesystem_get_flags(ctx, w_this):
    return w_this.flags & (KEY_MODE | CURRENT_MODE | OTHER_MODE)


@FILESYSTEM.method('setFlags(int $flags): void')
def filesystem_set_flags(ctx, w_this, flags):
    mask = KEY_MODE | CURRENT_MODE | OTHER_MODE
    w_this.flags = w_this.flags & ~mask | flags & mask


@GLOB.method('__construct(string $pattern, int $flags = 0)', paths=('pattern',))
def glob_construct(ctx, w_this, pattern, flags):
    w_this.open_pattern(ctx, pattern, flags | SKIP_DOTS)


@GLOB.method('count(): int')
def glob_count(ctx, w_this):
    w_this.check(ctx)
    return len(w_this.names)


# -- RecursiveDirectoryIterator -------------------------------------------------------------------------------------------

@RECURSIVE.method('__construct(string $directory, int $flags = 0)', paths=('directory',))
def recursive_construct(ctx, w_this, directory, flags):
    w_this.open(ctx, 'RecursiveDirectoryIterator::__construct', directory, flags)


@RECURSIVE.method('hasChildren(bool $allowLinks = false): bool')
def recursive_has_children(ctx, w_this, allow_links):
    path = w_this.full_name(ctx)
    if w_this.is_dot() or path == '':
        return False
    if not allow_links and not w_this.flags & FOLLOW_SYMLINKS:
        status = link_status_of(path)
        if status is not None and status.is_link():
            return False
    status = status_of(path)
    return status is not None and status.is_dir()


@RECURSIVE.method('getChildren(): RecursiveDirectoryIterator')
def recursive_get_children(ctx, w_this):
    w_children = construct(ctx, w_this.get_class(), [new_str(w_this.full_name(ctx)), W_Int(w_this.flags)])
    if isinstance(w_children, W_Directory):
        w_children.sub_path = joined(w_this.sub_path, w_this.entry())
        w_children.info_class = w_this.info_class
        w_children.file_class = w_this.file_class
    return w_children


def joined(folder, name):
    return name if folder == '' else folder + '/' + name


@RECURSIVE.method('getSubPath(): string')
def recursive_sub_path(ctx, w_this):
    w_this.check(ctx)
    return w_this.sub_path


@RECURSIVE.method('getSubPathname(): string')
def recursive_sub_path_name(ctx, w_this):
    w_this.check(ctx)
    return joined(w_this.sub_path, w_this.entry())


# -- Directory ------------------------------------------------------------------------------------------------------------

PLAIN = native_class('Directory', W_Object)
PLAIN.property('path', None)
PLAIN.property('handle', None)


def handle_of(ctx, w_this):
    w_handle = deref(w_this.get_slot(1))
    if not isinstance(w_handle, W_Resource):
        raise ctx.error('Error', 'Unable to find my handle property')
    return w_handle


@PLAIN.method('close(): void')
def plain_close(ctx, w_this):
    directories.closedir(ctx, handle_of(ctx, w_this))


@PLAIN.method('rewind(): void')
def plain_rewind(ctx, w_this):
    directories.rewinddir(ctx, handle_of(ctx, w_this))


@PLAIN.method('read(): string|false')
def plain_read(ctx, w_this):
    return directories.readdir(ctx, handle_of(ctx, w_this))


@builtin('dir(string $directory, mixed $context = null): Directory|false', paths=('directory',))
def dir_(ctx, directory, w_context):
    if directory == '':
        return w_false
    try:
        names = directories.names_in(ctx, 'dir', directory)
    except OSError:
        return w_false
    w_handle = directories.opened(ctx, names)
    w_made = make(ctx, ctx.find_class('directory'))
    w_made.set_slot(0, new_str(directory))
    own(w_handle)
    w_made.set_slot(1, w_handle)
    return w_made
