"""How much memory a process took at its peak, for processes that are smaller than this one too.

What the kernel reports at the end (`ru_maxrss`) starts from the size of whoever started the
process. So the process is also watched while it runs, by way of /proc (Linux).
"""

from __future__ import annotations

import resource
import threading
from pathlib import Path

INTERVAL = 0.01


class PeakWatch:
    """Watches a process and its children from a thread of its own until `stop` is called."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.seen = 0
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()

    def watch(self) -> None:
        while not self.stopped.is_set():
            self.seen = max([self.seen, *map(peak_of, family_of(self.pid))])
            self.stopped.wait(INTERVAL)

    def stop(self, reported: int) -> int:
        """The peak in kilobytes; `reported` is the kernel's figure, exact where it says more."""
        self.stopped.set()
        self.thread.join()
        floor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return reported if reported > floor else self.seen


def family_of(pid: int) -> list[int]:
    """A process and its descendants, as far as they still run."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid] + [one for child in children for one in family_of(int(child))]


def peak_of(pid: int) -> int:
    """The peak of one process so far in kilobytes, 0 when it has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    for line in status.splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    return 0
