"""Snapshots of an interactive session: copies of the engine's process that sleep until they are needed.

After each statement the engine forks. The copy waits at a pipe whose writing end the engine holds, and every later copy: an order there
wakes it, to take back statements, and the end of the pipe does, when the engine has died. Whichever process is awake is the engine.
"""
from __future__ import absolute_import

from hippy.interpreter.rlib import process, sockets, streams

NO_ORDER = '-'          # to the process that goes on as before
LOST = ''               # to a copy: the engine has died
END = 'end'             # to a copy: it is not needed any more
MEMORY = 1 << 30        # what all copies together may come to if no page stays shared


class Snapshot(object):
    """`fd`: where its orders are written to. `statement`: how many statements had been run."""
    _attrs_ = ('pid', 'fd', 'statement')

    def __init__(self, pid, fd, statement):
        self.pid = pid
        self.fd = fd
        self.statement = statement


class Snapshots(object):
    """The copies that sleep, the oldest first; the last is of the session as it stands, if `is_current`."""
    _attrs_ = ('kept', 'limit', 'ending', 'refused')

    def __init__(self):
        self.kept = []
        self.limit = 0
        self.ending = []        # process ids of children that were told to end
        self.refused = False    # the system made no copy the last time

    def is_current(self, statement):
        count = len(self.kept)
        return count > 0 and self.kept[count - 1].statement == statement

    def take(self, statement):
        """Makes a copy. Gives NO_ORDER in this process and the order that wakes it in the copy; without a copy when the system refuses."""
        try:
            read_end, write_end = process.pipe()
        except OSError:
            return NO_ORDER
        sockets.close_in_programs(read_end)
        sockets.close_in_programs(write_end)
        try:
            pid = process.fork()
        except OSError:
            streams.close(read_end)
            streams.close(write_end)
            self.refused = True
            return NO_ORDER
        self.refused = False
        if pid == 0:
            streams.close(write_end)
            self.ending = []
            return _sleep(read_end)
        streams.close(read_end)
        self.kept.append(Snapshot(pid, write_end, statement))
        room = self.limit
        size = process.resident_bytes()
        if size > 0 and MEMORY // size < room:
            room = MEMORY // size
        while len(self.kept) > room and len(self.kept) > 1:
            self._end(self.kept.pop(0))
        self.ending = [ending for ending in self.ending if not process.has_ended(ending)]
        return NO_ORDER

    def find(self, statement):
        """The index of the copy as it was after this many statements; -1 when there is none any more."""
        for i in range(len(self.kept)):
            if self.kept[i].statement == statement:
                return i
        return -1

    def wake(self, index, order):
        """Hands the session over to a copy, those behind it are given up; True when it lives. Then this process has to end at once."""
        while len(self.kept) > index + 1:
            self._end(self.kept.pop())
        chosen = self.kept[index]
        try:
            streams.write(chosen.fd, order + '\n')
        except OSError:
            self._end(self.kept.pop())
            return False
        return True

    def drop_all(self):
        while len(self.kept) > 0:
            self._end(self.kept.pop())

    def _end(self, snapshot):
        """By its pipe: the process id may be another's when the copy has died."""
        self.ending.append(snapshot.pid)
        try:
            streams.write(snapshot.fd, END + '\n')
        except OSError:
            pass        # it has died already
        streams.close(snapshot.fd)


def _sleep(fd):
    """The order that comes, LOST for the pipe's end; does not return from END."""
    text = ''
    while True:
        data = streams.read_patiently(fd, 200)
        text += data
        end = text.find('\n')
        if data != '' and end < 0:
            continue
        streams.close(fd)
        if data == '':
            return LOST
        assert end >= 0
        if text[:end] == END:
            process.exit_now(0)
        return text[:end]
