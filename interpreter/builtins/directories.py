"""Directories as PHP resources: opendir(), readdir() and what goes with them; scandir()."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.builtins.sort_algorithm import sort_strings, sort_strings_down
from hippy.interpreter.builtins.stream_types import W_Stream, new_number
from hippy.interpreter.objects.arrays import array_from_strs
from hippy.interpreter.objects.resources import W_Resource
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import w_false
from hippy.interpreter.rlib import files

SCANDIR_SORT_NONE = 2
ENTRY = 4096        # how far a position moves with each name


class DirectoryStream(W_Stream):
    """An opendir() handle, which is a stream that gives no bytes: the names that were there, and the next one."""
    _attrs_ = ('names', 'next')

    def __init__(self, number, names):
        W_Stream.__init__(self, number, '', 'r')
        self.names = names
        self.next = 0

    def next_name(self):
        """None at the end."""
        if self.next >= len(self.names):
            return None
        self.next += 1
        self.position += ENTRY
        return self.names[self.next - 1]

    def fill(self, ctx, name):
        self.failed = True
        return False

    def read_some(self, ctx, size):
        return ''

    def write(self, ctx, name, data):
        ctx.notice('%s(): Stream is not writable' % name)
        return False

    def write_all(self, ctx, data):
        pass

    def move(self, ctx, offset, whence):
        return -1

    def seek(self, ctx, offset, whence):
        """Back to the first name, wherever to."""
        self.next = 0
        return True

    def kind_name(self):
        return 'dir'


class LastOpened(object):
    """The directory that readdir() without an argument means."""
    _attrs_ = ('w_directory',)

    def __init__(self):
        self.w_directory = None


last_opened = LastOpened()


def names_in(ctx, name, directory):
    """The names in a directory, '.' and '..' among them. Raises OSError after the warning."""
    try:
        return ['.', '..'] + files.list_directory(directory)
    except OSError as e:
        ctx.warning('%s(%s): Failed to open directory: %s' % (name, directory, files.error_text(e.errno)))
        raise


@builtin('scandir(string $directory, int $sorting_order = SCANDIR_SORT_ASCENDING, mixed $context = null): array|false',
         paths=('directory',))
def scandir(ctx, directory, sorting_order, w_context):
    if directory == '':
        raise ctx.error('ValueError', 'scandir(): Argument #1 ($directory) cannot be empty')
    try:
        names = names_in(ctx, 'scandir', directory)
    except OSError as e:
        ctx.warning('scandir(): (errno %d): %s' % (e.errno, files.error_text(e.errno)))
        return w_false
    if sorting_order == 0:
        sort_strings(names)
    elif sorting_order != SCANDIR_SORT_NONE:
        sort_strings_down(names)
    return array_from_strs(names)


@builtin('opendir(string $directory, mixed $context = null): mixed', paths=('directory',))
def opendir(ctx, directory, w_context):
    if directory == '':
        return w_false
    try:
        names = names_in(ctx, 'opendir', directory)
    except OSError:
        return w_false
    return opened(ctx, names)


def opened(ctx, names):
    """A handle, which readdir() without an argument means from now on."""
    w_directory = DirectoryStream(new_number(ctx), names)
    last_opened.w_directory = w_directory
    return w_directory


def directory_argument(ctx, name, w):
    """The handle; without an argument the one opened last."""
    if not isinstance(w, W_Resource):
        w_last = last_opened.w_directory
        if w_last is not None and w_last.is_open:
            return w_last
        raise ctx.error('TypeError', 'No resource supplied')
    if not w.is_open:
        raise ctx.error('TypeError', '%s(): supplied resource is not a valid Directory resource' % name)
    if not isinstance(w, DirectoryStream):
        raise ctx.error('TypeError', '%s(): Argument #1 ($dir_handle) must be a valid Directory resource' % name)
    return w


@builtin('readdir(mixed $dir_handle = null): string|false')
def readdir(ctx, w_handle):
    name = directory_argument(ctx, 'readdir', w_handle).next_name()
    return w_false if name is None else new_str(name)


@builtin('rewinddir(mixed $dir_handle = null): void')
def rewinddir(ctx, w_handle):
    directory_argument(ctx, 'rewinddir', w_handle).seek(ctx, 0, files.SEEK_SET)


@builtin('closedir(mixed $dir_handle = null): void')
def closedir(ctx, w_handle):
    directory_argument(ctx, 'closedir', w_handle).close()
