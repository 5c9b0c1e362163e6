"""File URIs: how paths and sources without a file are named in packets (DBGp 6.6 and 6.7)."""
from __future__ import absolute_import

from hippy.interpreter.vm.sources import SNIPPET_NAME
from hippy.interpreter.rlib.strings import StringBuilder, hex_value, is_alnum, matches_at, starts_with

FILE = 'file://'
VIRTUAL = 'dbgp://'
STDIN = 'dbgp://stdin'
_HEX = '0123456789ABCDEF'


def file_uri(path):
    """file:///path with all but letters, digits and - _ . ~ / escaped; URIs of another scheme stay as they are."""
    if _has_scheme(path):
        return path
    builder = StringBuilder(len(path) + len(FILE))
    builder.append(FILE)
    for c in path:
        if is_alnum(c) or c == '/' or c == '-' or c == '_' or c == '.' or c == '~':
            builder.append(c)
        else:
            builder.append('%')
            builder.append(_HEX[ord(c) >> 4])
            builder.append(_HEX[ord(c) & 15])
    return builder.build()


def path_of(uri):
    """The path of a file URI; anything else as it is."""
    if not starts_with(uri, FILE):
        return uri
    builder = StringBuilder(len(uri))
    i = len(FILE)
    while i < len(uri):
        c = uri[i]
        if c == '%' and i + 2 < len(uri) and hex_value(uri[i + 1]) >= 0 and hex_value(uri[i + 2]) >= 0:
            c = chr((hex_value(uri[i + 1]) << 4 | hex_value(uri[i + 2])) & 255)
            i += 2
        builder.append(c)
        i += 1
    return builder.build()


def _has_scheme(path):
    i = path.find(':')
    return i > 0 and matches_at(path, i, '://')


class VirtualFiles(object):
    """Sources that are in no file: dbgp://stdin is what was typed, dbgp://1, dbgp://2 ... code of eval(), in the order of first mention."""
    _attrs_ = ('paths',)

    def __init__(self):
        self.paths = []     # by number, from 1

    def uri_of(self, path):
        if path == SNIPPET_NAME:
            return STDIN
        for i in range(len(self.paths)):
            if self.paths[i] == path:
                return '%s%d' % (VIRTUAL, i + 1)
        self.paths.append(path)
        return '%s%d' % (VIRTUAL, len(self.paths))

    def path_of(self, uri):
        """The name by which the engine knows the source; '' for a URI that is not of ours."""
        if uri == STDIN:
            return SNIPPET_NAME
        for i in range(len(self.paths)):
            if uri == '%s%d' % (VIRTUAL, i + 1):
                return self.paths[i]
        return ''
