"""Paths as text, and patterns for them."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.builtins.sort_algorithm import sort_strings
from hippy.interpreter.objects.arrays import array_from_strs, new_array
from hippy.interpreter.objects.strings import new_str, w_empty_str
from hippy.interpreter.objects.values import w_false
from hippy.interpreter.rlib import files, links
from hippy.interpreter.rlib.strings import lower_char

PATHINFO_DIRNAME = 1
PATHINFO_BASENAME = 2
PATHINFO_EXTENSION = 4
PATHINFO_FILENAME = 8
PATHINFO_ALL = 15
FNM_NOESCAPE = 2
FNM_PATHNAME = 1
FNM_PERIOD = 4
FNM_CASEFOLD = 16
GLOB_MARK = 2
GLOB_NOSORT = 4
GLOB_NOCHECK = 16
GLOB_BRACE = 1024
GLOB_ONLYDIR = 8192
GLOB_ERR = 1
GLOB_NOESCAPE = 64
GLOB_FLAGS = GLOB_ERR | GLOB_MARK | GLOB_NOSORT | GLOB_NOCHECK | GLOB_NOESCAPE | GLOB_BRACE | GLOB_ONLYDIR

MAX_PATH = 4096


# -- parts ----------------------------------------------------------------------------------------------------------------

def base_name(path, suffix):
    end = len(path)
    while end > 0 and path[end - 1] == '/':
        end -= 1
    assert end >= 0
    start = path.rfind('/', 0, end) + 1
    assert start >= 0
    name = path[start:end]
    stem = len(name) - len(suffix)
    if suffix != '' and stem > 0 and name.endswith(suffix):
        return name[:stem]
    return name


def dir_name(path):
    """The parent of a path: '.' without a slash, '/' for what stands in it."""
    end = len(path)
    if end == 0:
        return ''
    while end > 0 and path[end - 1] == '/':
        end -= 1
    if end == 0:
        return '/'
    while end > 0 and path[end - 1] != '/':
        end -= 1
    if end == 0:
        return '.'
    while end > 0 and path[end - 1] == '/':
        end -= 1
    if end == 0:
        return '/'
    assert end >= 0
    return path[:end]


@builtin('basename(string $path, string $suffix = ""): string')
def basename(ctx, path, suffix):
    return base_name(path, suffix)


@builtin('dirname(string $path, int $levels = 1): string')
def dirname(ctx, path, levels):
    if levels < 1:
        raise ctx.error('ValueError', 'dirname(): Argument #2 ($levels) must be greater than or equal to 1')
    while levels > 0:
        parent = dir_name(path)
        if parent == path:
            break
        path = parent
        levels -= 1
    return path


@builtin('pathinfo(string $path, int $flags = PATHINFO_ALL): array|string')
def pathinfo(ctx, path, flags):
    w_parts = new_array(4)
    if flags & PATHINFO_DIRNAME:
        parent = dir_name(path)
        if parent != '':
            w_parts.put_str('dirname', new_str(parent))
    name = base_name(path, '')
    if flags & PATHINFO_BASENAME:
        w_parts.put_str('basename', new_str(name))
    dot = name.rfind('.')
    if flags & PATHINFO_EXTENSION and dot >= 0:
        w_parts.put_str('extension', new_str(name[dot + 1:]))
    if flags & PATHINFO_FILENAME:
        w_parts.put_str('filename', new_str(name[:dot] if dot >= 0 else name))
    if flags == PATHINFO_ALL:
        return w_parts
    pos = w_parts.next_pos(0)
    return w_parts.value_at(pos) if pos >= 0 else w_empty_str


@builtin('realpath(string $path): string|false', paths=('path',))
def realpath(ctx, path):
    found = links.resolved(path)
    return w_false if found is None else new_str(found)


# -- patterns -------------------------------------------------------------------------------------------------------------

def matches(pattern, p, name, n, flags):
    """C's fnmatch of pattern[p:] and name[n:]."""
    while p < len(pattern):
        c = pattern[p]
        if c == '*':
            return matches_star(pattern, p + 1, name, n, flags)
        if n >= len(name):
            return False
        if c == '?':
            if is_special(name, n, flags):
                return False
            p += 1
        elif c == '[':
            end = set_end(pattern, p)
            if end < 0:
                if name[n] != '[':
                    return False
                p += 1
            else:
                if is_special(name, n, flags) or not in_set(pattern, p + 1, end, name[n], flags):
                    return False
                p = end + 1
        else:
            if c == '\\' and flags & FNM_NOESCAPE == 0 and p + 1 < len(pattern):
                p += 1
                c = pattern[p]
            if not same_char(c, name[n], flags):
                return False
            p += 1
        n += 1
    return n == len(name)


def matches_star(pattern, p, name, n, flags):
    if n < len(name) and flags & FNM_PERIOD and name[n] == '.' and (
            n == 0 or (flags & FNM_PATHNAME and name[n - 1] == '/')):
        return False
    while n <= len(name):
        if matches(pattern, p, name, n, flags):
            return True
        if n < len(name) and name[n] == '/' and flags & FNM_PATHNAME:
            return False
        n += 1
    return False


def is_special(name, n, flags):
    """True for a slash or leading period that wildcards do not match."""
    if name[n] == '/':
        return flags & FNM_PATHNAME != 0
    return name[n] == '.' and flags & FNM_PERIOD != 0 and (n == 0 or (flags & FNM_PATHNAME != 0 and name[n - 1] == '/'))


def same_char(a, b, flags):
    if flags & FNM_CASEFOLD:
        return lower_char(a) == lower_char(b)
    return a == b


def set_end(pattern, p):
    """The place of the ']' that closes the '[' at p, or -1."""
    i = p + 1
    if i < len(pattern) and (pattern[i] == '!' or pattern[i] == '^'):
        i += 1
    if i < len(pattern) and pattern[i] == ']':
        i += 1
    while i < len(pattern) and pattern[i] != ']':
        i += 1
    return i if i < len(pattern) else -1


def in_set(pattern, i, end, c, flags):
    negated = pattern[i] == '!' or pattern[i] == '^'
    if negated:
        i += 1
    found = False
    while i < end:
        low = pattern[i]
        high = low
        if i + 2 < end and pattern[i + 1] == '-':
            high = pattern[i + 2]
            i += 2
        if low <= c <= high or (flags & FNM_CASEFOLD and low <= lower_char(c) <= high):
            found = True
        i += 1
    return found != negated


@builtin('fnmatch(string $pattern, string $filename, int $flags = 0): bool', paths=('pattern', 'filename'))
def fnmatch(ctx, pattern, filename, flags):
    if len(filename) >= MAX_PATH or len(pattern) >= MAX_PATH:
        ctx.warning('fnmatch(): %s exceeds the maximum allowed length of %d characters' % (
            'Filename' if len(filename) >= MAX_PATH else 'Pattern', MAX_PATH))
        return False
    return matches(pattern, 0, filename, 0, flags)


# -- glob -----------------------------------------------------------------------------------------------------------------

def has_wildcard(part):
    for c in part:
        if c == '*' or c == '?' or c == '[':
            return True
    return False


def without_escapes(part):
    plain = ''
    i = 0
    while i < len(part):
        if part[i] == '\\' and i + 1 < len(part):
            i += 1
        plain += part[i]
        i += 1
    return plain


def expand_braces(pattern):
    """The patterns that 'a{b,c}' stands for."""
    start = pattern.find('{')
    end = pattern.find('}', start + 1) if start >= 0 else -1
    if end < 0:
        return [pattern]
    assert start >= 0
    expanded = []
    for choice in pattern[start + 1:end].split(','):
        for one in expand_braces(pattern[:start] + choice + pattern[end + 1:]):
            expanded.append(one)
    return expanded


def glob_into(found, base, parts, k, flags):
    """Adds the paths below base that parts[k:] match."""
    if k == len(parts):
        found.append(base)
        return
    part = parts[k]
    if part == '':
        glob_into(found, base + '/' if k > 0 or base == '' else base, parts, k + 1, flags)
        return
    prefix = base if base == '' or base.endswith('/') else base + '/'
    if not has_wildcard(part):
        path = prefix + without_escapes(part)
        if exists(path):
            glob_into(found, path, parts, k + 1, flags)
        return
    try:
        names = files.list_directory(prefix if prefix != '' else '.')
    except OSError:
        return
    if part[0] == '.':
        names = names + ['.', '..']
    if flags & GLOB_NOSORT == 0:
        sort_strings(names)
    for name in names:
        if matches(part, 0, name, 0, FNM_PERIOD) and (k + 1 == len(parts) or is_directory(prefix + name)):
            glob_into(found, prefix + name, parts, k + 1, flags)


def exists(path):
    try:
        files.lstat(path)
    except OSError:
        return False
    return True


def is_directory(path):
    try:
        return files.stat(path).is_dir()
    except OSError:
        return False


@builtin('glob(string $pattern, int $flags = 0): array|false', paths=('pattern',))
def glob(ctx, pattern, flags):
    if flags & ~GLOB_FLAGS:
        ctx.warning('glob(): At least one of the passed flags is invalid or not supported on this platform')
        return w_false
    found = []
    for one in expand_braces(pattern) if flags & GLOB_BRACE else [pattern]:
        glob_into(found, '', one.split('/'), 0, flags)
    if len(found) == 0 and flags & GLOB_NOCHECK:
        found.append(pattern)
    kept = []
    for path in found:
        if flags & GLOB_ONLYDIR and not is_directory(path):
            continue
        kept.append(path + '/' if flags & GLOB_MARK and is_directory(path) else path)
    return array_from_strs(kept)
