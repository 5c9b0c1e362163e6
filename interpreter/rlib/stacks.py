"""Further stacks: code that runs beside its caller, which waits until it suspends or ends.

Natively a stack is a stacklet of RPython, which copies the used part away. Under Python it is a thread, and one of all runs at a time.
"""
from __future__ import absolute_import

import sys

if sys.version_info[0] == 2:
    from rpython.rlib.jit import dont_look_inside
    from rpython.rlib.rstacklet import StackletThread
    from rpython.rtyper.lltypesystem import llmemory

    class Switcher(object):
        """beginning: the stack that _run is to run."""
        _attrs_ = ('thread', 'beginning')

        def __init__(self):
            self.thread = None
            self.beginning = None

    SWITCHER = Switcher()

    class Stack(object):
        """Subclasses say in `body` what runs on it; nothing may be raised out of it. other: the stacklet of the side that waits."""
        _attrs_ = ('other',)

        def body(self):
            raise NotImplementedError

        @dont_look_inside
        def begin(self):
            """Runs `body` until it suspends or ends. Raises MemoryError."""
            if SWITCHER.thread is None:
                SWITCHER.thread = StackletThread()
            SWITCHER.beginning = self
            self.other = SWITCHER.thread.new(_run, llmemory.NULL)

        @dont_look_inside
        def go_on(self):
            """Goes on where `body` suspended, until it does so again or ends."""
            self.other = SWITCHER.thread.switch(self.other)

        @dont_look_inside
        def suspend(self):
            """Called by what runs on the stack: its caller goes on."""
            self.other = SWITCHER.thread.switch(self.other)

    def _run(stacklet, _argument):
        stack = SWITCHER.beginning
        SWITCHER.beginning = None
        stack.other = stacklet
        stack.body()
        return stack.other
else:
    import os
    import threading

    STACK_BYTES = 4 << 20      # of address space; what is not used takes no memory

    class Stack(object):
        def body(self):
            raise NotImplementedError

        def begin(self):
            self._turn = threading.Semaphore(0)
            self._caller = threading.Semaphore(0)
            self._process = os.getpid()
            before = threading.stack_size(STACK_BYTES)
            try:
                threading.Thread(target=self._run, daemon=True).start()
            except RuntimeError:
                raise MemoryError
            finally:
                threading.stack_size(before)
            _wait(self._caller)

        def go_on(self):
            if self._process != os.getpid():
                raise LostStack
            self._turn.release()
            _wait(self._caller)

        def suspend(self):
            self._caller.release()
            _wait(self._turn)

        def _run(self):
            self.body()
            self._caller.release()

    def _wait(turn):
        while True:
            try:
                turn.acquire()
                return
            except OSError:
                pass        # a signal that is to end what waits in the other thread: see signals.py


class LostStack(Exception):
    """The stack was a thread, and this process is a copy without it."""
