"""Paths without symbolic links. Functions raise OSError or give None where something on the way does not exist."""
from __future__ import absolute_import

from hippy.interpreter.rlib import files, streams

MOST_LINKS = 40


def resolved(path):
    """The absolute path without links; None when it does not exist."""
    try:
        if path == '':
            return streams.getcwd()
        return follow(path, MOST_LINKS)
    except OSError:
        return None


def full_path(path):
    """The same; of what does not exist the absolute path as it is."""
    found = resolved(path)
    return streams.real_path(path) if found is None else found


def follow(path, links):
    """As resolved, through so many links at most. Raises OSError."""
    done = '/'
    if path[0] != '/':
        done = streams.getcwd()
    parts = path.split('/')
    for i in range(len(parts)):
        part = parts[i]
        if part == '' or part == '.':
            continue
        if part == '..':
            done = parent(done)
            continue
        here = done + part if done == '/' else done + '/' + part
        if files.lstat(here).is_link():
            if links == 0:
                return None
            target = files.read_link(here)
            if target[:1] != '/':
                target = done + '/' + target
            rest = parts[i + 1:]
            return follow('/'.join([target] + rest), links - 1)
        done = here
    return done


def parent(folder):
    """Of an absolute path without a slash at its end."""
    end = folder.rfind('/')
    return folder[:end] if end > 0 else '/'
