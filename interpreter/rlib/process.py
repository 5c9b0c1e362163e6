"""The process: its id, its stack, its end."""
from __future__ import absolute_import

import os
import sys

if sys.version_info[0] == 2:
    from rpython.rlib import rstack

    def getpid():
        return os.getpid()

    def stack_almost_full():
        return rstack.stack_almost_full()
else:
    def getpid():
        return os.getpid()

    def stack_almost_full():
        return False


def exit_now(status):
    """Ends the process without any clean-up."""
    os._exit(status)
