"""The engine under Python 3: `python3 interpreter/__main__.py FILE`."""
from __future__ import absolute_import

import os
import sys

if 'hippy' not in sys.modules:
    package = type(sys)('hippy')
    package.__path__ = [os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
    sys.modules['hippy'] = package

from hippy.interpreter.rlib import process, signals

signals.take_over()     # Ctrl-C while the rest is imported is no traceback
from hippy.interpreter.target import entry_point  # noqa: E402


def main():
    """NOT_RPYTHON. The command line of this process, its words as bytes in latin-1."""
    argv = [os.fsencode(word).decode('latin-1') for word in sys.argv]
    at_end = check_owner_counts if os.environ.get('HIPPY_CHECK_COUNTS') else None
    process.exit_now(entry_point(argv, at_end))


def check_owner_counts(ctx, status):
    """NOT_RPYTHON. For tests: exit status 70 and a report on stderr when an owner count is too low."""
    from hippy.interpreter.vm.recount import violations
    found = violations(ctx)
    for line in found:
        sys.stderr.write('hippy: %s\n' % line)
    return 70 if found else status


if __name__ == '__main__':
    main()
