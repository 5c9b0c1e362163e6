"""What stops PHP code: thrown objects, fatal errors, exit, interruption; and PHP's error levels."""
from __future__ import absolute_import

E_ERROR = 1
E_WARNING = 2
E_PARSE = 4
E_NOTICE = 8
E_CORE_ERROR = 16
E_CORE_WARNING = 32
E_COMPILE_ERROR = 64
E_COMPILE_WARNING = 128
E_USER_ERROR = 256
E_USER_WARNING = 512
E_USER_NOTICE = 1024
E_STRICT = 2048
E_RECOVERABLE_ERROR = 4096
E_DEPRECATED = 8192
E_USER_DEPRECATED = 16384
E_ALL = 32767


def level_name(level):
    """The word that PHP prints before a message of this level (main/main.c php_error_cb)."""
    if level in (E_ERROR, E_CORE_ERROR, E_COMPILE_ERROR, E_USER_ERROR):
        return 'Fatal error'
    if level in (E_WARNING, E_CORE_WARNING, E_COMPILE_WARNING, E_USER_WARNING):
        return 'Warning'
    if level == E_PARSE:
        return 'Parse error'
    if level in (E_NOTICE, E_USER_NOTICE):
        return 'Notice'
    if level == E_STRICT:
        return 'Strict Standards'
    if level in (E_DEPRECATED, E_USER_DEPRECATED):
        return 'Deprecated'
    if level == E_RECOVERABLE_ERROR:
        return 'Recoverable fatal error'
    return 'Unknown error'


class PhpThrow(Exception):
    """A PHP exception on its way up; w_exc is the W_Object (a Throwable)."""
    def __init__(self, w_exc):
        self.w_exc = w_exc


class FatalError(Exception):
    """An error that PHP code cannot catch. Line 0 means: the line that runs."""
    def __init__(self, message, level=E_ERROR, file='', line=0, start=-1):
        self.message = message
        self.level = level
        self.file = file
        self.line = line
        self.start = start      # byte offset into the source, -1 when unknown


class CompileError(Exception):
    """A fatal error found while compiling; start and end are byte offsets into the source."""
    def __init__(self, message, line, start, end):
        self.message = message
        self.line = line
        self.start = start
        self.end = end


class ExitRequest(Exception):
    """exit(): ends the script with this status."""
    def __init__(self, status):
        self.status = status


class Jump(Exception):
    """A debugger lets the innermost frame go on elsewhere; pc: of one of its STATEMENT instructions, which is not executed."""
    def __init__(self, pc):
        self.pc = pc


class Interrupted(Exception):
    """The user (Ctrl-C, a debugger's stop) ended the running code; no PHP handler sees it."""
