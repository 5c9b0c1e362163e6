"""Line numbers of a source: where each line begins, and which line an offset lies on."""

from __future__ import absolute_import


class LineTable(object):
    """Lines are numbered from 1 and end with LF, CR LF or CR, as PHP's scanner counts them."""
    _attrs_ = ('starts',)

    def __init__(self, source):
        self.starts = _line_starts(source)

    def line_of(self, offset):
        """The number of the line that holds the byte at `offset`."""
        starts = self.starts
        low = 0
        high = len(starts)
        while high - low > 1:
            middle = (low + high) >> 1
            if starts[middle] <= offset:
                low = middle
            else:
                high = middle
        return low + 1

    def column_of(self, offset):
        """The distance in bytes from the beginning of the line."""
        return offset - self.starts[self.line_of(offset) - 1]


def _line_starts(source):
    starts = [0]
    length = len(source)
    i = 0
    while i < length:
        c = source[i]
        i += 1
        if c == '\n' or (c == '\r' and (i == length or source[i] != '\n')):
            starts.append(i)
    return starts
