"""A byte string to which much is appended, and which is sometimes looked at or changed in other ways."""
from __future__ import absolute_import

from hippy.interpreter.rlib.strings import StringBuilder


class GrowingBytes(object):
    """`flat` followed by `tail_size` bytes that are only put together when somebody asks."""
    _attrs_ = ('flat', 'tail', 'tail_size')

    def __init__(self, flat):
        self.flat = flat
        self.tail = StringBuilder(64)
        self.tail_size = 0

    def size(self):
        return len(self.flat) + self.tail_size

    def append(self, s):
        self.tail.append(s)
        self.tail_size += len(s)

    def text(self):
        if self.tail_size > 0:
            self.flat = self.flat + self.tail.build()
            self.tail = StringBuilder(64)
            self.tail_size = 0
        return self.flat

    def replace(self, start, s):
        """Overwrites what is at `start`, within the bytes or right behind them; the rest of s is appended."""
        if start == self.size():
            self.append(s)
            return
        flat = self.text()
        stop = start + len(s)
        assert start >= 0
        self.flat = flat[:start] + s
        if stop < len(flat):
            assert stop >= 0
            self.flat += flat[stop:]

    def resize(self, size):
        """Cuts off what is behind `size`, or fills up with NUL."""
        missing = size - self.size()
        if missing > 0:
            self.append('\0' * missing)
        elif missing < 0:
            assert size >= 0
            self.flat = self.text()[:size]
