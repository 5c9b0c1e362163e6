"""PHP's functions about files and directories as a whole: status, making, removing, renaming."""
from __future__ import absolute_import

from hippy.interpreter.builtins.paths import dir_name
from hippy.interpreter.builtins.random_numbers import secure_bytes
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Int, w_false
from hippy.interpreter.rlib import clock, files, links, streams
from hippy.interpreter.rlib.arithmetic import float_to_int

LETTERS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
SCANDIR_SORT_NONE = 2


# -- status ---------------------------------------------------------------------------------------------------------------

def status_of(path):
    """A files.Status, or None."""
    if path.find('\0') >= 0 or path == '':
        return None
    try:
        return files.stat(path)
    except OSError:
        return None


def link_status_of(path):
    if path.find('\0') >= 0 or path == '':
        return None
    try:
        return files.lstat(path)
    except OSError:
        return None


def checked_status(ctx, name, path):
    """The same with a warning."""
    status = status_of(path)
    if status is None:
        warn_of_status(ctx, name, 'stat', path)
    return status


def checked_link_status(ctx, name, path):
    """The same for a link itself."""
    status = link_status_of(path)
    if status is None:
        warn_of_status(ctx, name, 'Lstat', path)
    return status


def warn_of_status(ctx, name, call, path):
    if path.find('\0') >= 0:
        ctx.warning('%s(): Filename contains null byte' % name)
    elif path != '':
        ctx.warning('%s(): %s failed for %s' % (name, call, path))


@builtin('file_exists(string $filename): bool')
def file_exists(ctx, filename):
    return status_of(filename) is not None


@builtin('is_file(string $filename): bool')
def is_file(ctx, filename):
    status = status_of(filename)
    return status is not None and status.is_regular()


@builtin('is_dir(string $filename): bool')
def is_dir(ctx, filename):
    status = status_of(filename)
    return status is not None and status.is_dir()


@builtin('is_link(string $filename): bool')
def is_link(ctx, filename):
    status = link_status_of(filename)
    return status is not None and status.is_link()


def accessible(path, mode):
    return path != '' and path.find('\0') < 0 and files.accessible(path, mode)


@builtin('is_readable(string $filename): bool')
def is_readable(ctx, filename):
    return accessible(filename, files.R_OK)


@builtin('is_writable(string $filename): bool')
def is_writable(ctx, filename):
    return accessible(filename, files.W_OK)


@builtin('is_writeable(string $filename): bool')
def is_writeable(ctx, filename):
    return accessible(filename, files.W_OK)


@builtin('is_executable(string $filename): bool')
def is_executable(ctx, filename):
    return accessible(filename, files.X_OK)


@builtin('filesize(string $filename): int|false')
def filesize(ctx, filename):
    status = checked_status(ctx, 'filesize', filename)
    return w_false if status is None else W_Int(status.size)


@builtin('filemtime(string $filename): int|false')
def filemtime(ctx, filename):
    status = checked_status(ctx, 'filemtime', filename)
    return w_false if status is None else W_Int(status.mtime)


@builtin('fileatime(string $filename): int|false')
def fileatime(ctx, filename):
    status = checked_status(ctx, 'fileatime', filename)
    return w_false if status is None else W_Int(status.atime)


@builtin('filectime(string $filename): int|false')
def filectime(ctx, filename):
    status = checked_status(ctx, 'filectime', filename)
    return w_false if status is None else W_Int(status.ctime)


@builtin('fileperms(string $filename): int|false')
def fileperms(ctx, filename):
    status = checked_status(ctx, 'fileperms', filename)
    return w_false if status is None else W_Int(status.mode)


@builtin('fileinode(string $filename): int|false')
def fileinode(ctx, filename):
    status = checked_status(ctx, 'fileinode', filename)
    return w_false if status is None else W_Int(status.ino)


@builtin('fileowner(string $filename): int|false')
def fileowner(ctx, filename):
    status = checked_status(ctx, 'fileowner', filename)
    return w_false if status is None else W_Int(status.uid)


@builtin('filegroup(string $filename): int|false')
def filegroup(ctx, filename):
    status = checked_status(ctx, 'filegroup', filename)
    return w_false if status is None else W_Int(status.gid)


@builtin('filetype(string $filename): string|false')
def filetype(ctx, filename):
    status = checked_link_status(ctx, 'filetype', filename)
    if status is None:
        return w_false
    kind = status.mode & files.S_IFMT
    if kind == files.S_IFDIR:
        return new_str('dir')
    if kind == files.S_IFREG:
        return new_str('file')
    if kind == files.S_IFLNK:
        return new_str('link')
    if kind == files.S_IFCHR:
        return new_str('char')
    if kind == files.S_IFBLK:
        return new_str('block')
    if kind == files.S_IFIFO:
        return new_str('fifo')
    return new_str('unknown')


def status_array(status):
    """stat()'s array: the values by number, then by name."""
    names = ['dev', 'ino', 'mode', 'nlink', 'uid', 'gid', 'rdev', 'size', 'atime', 'mtime', 'ctime', 'blksize', 'blocks']
    values = [status.dev, status.ino, status.mode, status.nlink, status.uid, status.gid, 0, status.size, status.atime,
              status.mtime, status.ctime, 4096, (status.size + 4095) // 4096 * 8]
    w_array = new_array(26)
    for value in values:
        w_array.append(W_Int(value))
    for i in range(len(names)):
        w_array.put_str(names[i], W_Int(values[i]))
    return w_array


@builtin('stat(string $filename): array|false')
def stat(ctx, filename):
    status = checked_status(ctx, 'stat', filename)
    return w_false if status is None else status_array(status)


@builtin('lstat(string $filename): array|false')
def lstat(ctx, filename):
    status = checked_link_status(ctx, 'lstat', filename)
    return w_false if status is None else status_array(status)


@builtin('clearstatcache(bool $clear_realpath_cache = false, string $filename = ""): void')
def clearstatcache(ctx, clear_realpath_cache, filename):
    """Nothing is cached."""


# -- changing -------------------------------------------------------------------------------------------------------------

@builtin('unlink(string $filename, mixed $context = null): bool', paths=('filename',))
def unlink(ctx, filename, w_context):
    try:
        files.remove(filename)
    except OSError as e:
        ctx.warning('unlink(%s): %s' % (filename, files.error_text(e.errno)))
        return False
    return True


@builtin('rename(string $from, string $to, mixed $context = null): bool', paths=('from', 'to'))
def rename(ctx, from_, to, w_context):
    try:
        files.rename(from_, to)
    except OSError as e:
        ctx.warning('rename(%s,%s): %s' % (from_, to, files.error_text(e.errno)))
        return False
    return True


@builtin('copy(string $from, string $to, mixed $context = null): bool', paths=('from', 'to'))
def copy(ctx, from_, to, w_context):
    if from_ == '':
        raise ctx.error('ValueError', 'Path cannot be empty')
    status = status_of(from_)
    if status is not None and status.is_dir():
        ctx.warning('copy(): The first argument to copy() function cannot be a directory')
        return False
    try:
        data = streams.read_file(from_)
    except OSError as e:
        ctx.warning('copy(%s): Failed to open stream: %s' % (from_, files.error_text(e.errno)))
        return False
    target = status_of(to)
    if target is not None and target.is_dir():
        ctx.warning('copy(): The second argument to copy() function cannot be a directory')
        return False
    if target is not None and status is not None and target.ino == status.ino and target.dev == status.dev:
        return False
    try:
        write_file(to, data, False)
    except OSError as e:
        ctx.warning('copy(%s): Failed to open stream: %s' % (to, files.error_text(e.errno)))
        return False
    return True


def write_file(path, data, append):
    """Replaces or extends a file. Raises OSError."""
    flags = streams.O_WRONLY | streams.O_CREAT | (streams.O_APPEND if append else streams.O_TRUNC)
    fd = streams.open_file(path, flags, 0x1B6)
    try:
        streams.write(fd, data)
    finally:
        streams.close(fd)


@builtin('mkdir(string $directory, int $permissions = 511, bool $recursive = false, mixed $context = null): bool',
         paths=('directory',))
def mkdir(ctx, directory, permissions, recursive, w_context):
    try:
        if recursive:
            make_parents(directory, permissions)
        files.make_directory(directory, permissions)
    except OSError as e:
        ctx.warning('mkdir(): ' + files.error_text(e.errno))
        return False
    return True


def make_parents(directory, permissions):
    parent = dir_name(directory)
    if parent != directory and parent != '' and status_of(parent) is None:
        make_parents(parent, permissions)
        files.make_directory(parent, permissions)


@builtin('rmdir(string $directory, mixed $context = null): bool', paths=('directory',))
def rmdir(ctx, directory, w_context):
    try:
        files.remove_directory(directory)
    except OSError as e:
        ctx.warning('rmdir(%s): %s' % (directory, files.error_text(e.errno)))
        return False
    return True


@builtin('touch(string $filename, ?int $mtime = null, ?int $atime = null): bool', paths=('filename',))
def touch(ctx, filename, w_mtime, w_atime):
    if filename == '':
        return False
    if isinstance(w_atime, W_Int) and not isinstance(w_mtime, W_Int):
        raise ctx.error('ValueError', 'touch(): Argument #2 ($mtime) cannot be null when argument #3 ($atime) is an integer')
    now = float_to_int(clock.now())
    mtime = w_mtime.intval if isinstance(w_mtime, W_Int) else now
    atime = w_atime.intval if isinstance(w_atime, W_Int) else mtime
    try:
        if status_of(filename) is None:
            write_file(filename, '', True)
        files.set_times(filename, atime, mtime)
    except OSError as e:
        ctx.warning('touch(): Unable to create file %s because %s' % (filename, files.error_text(e.errno)))
        return False
    return True


@builtin('chmod(string $filename, int $permissions): bool', paths=('filename',))
def chmod(ctx, filename, permissions):
    try:
        files.change_mode(filename, permissions)
    except OSError as e:
        ctx.warning('chmod(): ' + files.error_text(e.errno))
        return False
    return True


@builtin('umask(?int $mask = null): int')
def umask(ctx, w_mask):
    if isinstance(w_mask, W_Int):
        return files.set_umask(w_mask.intval & 0x1FF)
    old = files.set_umask(0x3F)
    files.set_umask(old)
    return old


@builtin('symlink(string $target, string $link): bool', paths=('target', 'link'))
def symlink(ctx, target, link):
    try:
        files.symbolic_link(target, link)
    except OSError as e:
        ctx.warning('symlink(): ' + files.error_text(e.errno))
        return False
    return True


@builtin('link(string $target, string $link): bool', paths=('target', 'link'))
def link_(ctx, target, link):
    try:
        files.hard_link(target, link)
    except OSError as e:
        ctx.warning('link(): ' + files.error_text(e.errno))
        return False
    return True


@builtin('readlink(string $path): string|false', paths=('path',))
def readlink(ctx, path):
    try:
        return new_str(files.read_link(path))
    except OSError as e:
        ctx.warning('readlink(): ' + files.error_text(e.errno))
        return w_false


# -- places ---------------------------------------------------------------------------------------------------------------

@builtin('getcwd(): string|false')
def getcwd(ctx):
    try:
        return new_str(streams.getcwd())
    except OSError:
        return w_false      # somebody removed it


@builtin('chdir(string $directory): bool', paths=('directory',))
def chdir(ctx, directory):
    try:
        files.change_directory(directory)
    except OSError as e:
        ctx.warning('chdir(): %s (errno %d)' % (files.error_text(e.errno), e.errno))
        return False
    return True


@builtin('tempnam(string $directory, string $prefix): string|false', paths=('directory', 'prefix'))
def tempnam(ctx, directory, prefix):
    path = fresh_file(directory if directory != '' else temporary_directory(), prefix)
    if path is None:
        ctx.notice("tempnam(): file created in the system's temporary directory")
        path = fresh_file(temporary_directory(), prefix)
    return w_false if path is None else new_str(path)


def temporary_directory():
    path = streams.getenv('TMPDIR')
    return '/tmp' if path is None or path == '' else path


def fresh_file(directory, prefix):
    """The path of a new empty file; None when none can be made there."""
    base = links.resolved(directory)
    if base is None:
        return None
    start = prefix.rfind('/') + 1
    assert start >= 0
    prefix = prefix[start:]
    for _ in range(100):
        name = ''
        for c in secure_bytes(6):
            name += LETTERS[ord(c) % len(LETTERS)]
        path = base + ('' if base.endswith('/') else '/') + prefix[:63] + name
        try:
            streams.close(streams.open_file(path, streams.O_RDWR | streams.O_CREAT | streams.O_EXCL, 0x180))
            return path
        except OSError:
            if status_of(path) is None:
                return None
    return None
