"""The breakpoints of a session and the lines they come to lie on. When they stop the program is decided in session.py.

DBGp 7.6. A line breakpoint belongs to the innermost function round its line and moves to the nearest line of it where a statement
begins: first downwards, then upwards, SEARCH_LINES at most.
"""
from __future__ import absolute_import

from hippy.interpreter.compiler.code import KIND_FILE
from hippy.interpreter.dbgp.packet import DbgpError, Element, ERR_BREAKPOINT_NOT_SET, ERR_INVALID_OPTION, ERR_NO_SUCH_BREAKPOINT
from hippy.interpreter.rlib.strings import cut, equal_icase

LINE = 'line'
CONDITIONAL = 'conditional'
CALL = 'call'
RETURN = 'return'
EXCEPTION = 'exception'
WATCH = 'watch'             # for clients that set the feature hippy_watch
TYPES = [LINE, CONDITIONAL, CALL, RETURN, EXCEPTION]
TYPES_TEXT = 'line conditional call return exception'

SEARCH_LINES = 5
UNCAUGHT = 'hippy:uncaught'     # in place of an exception's class: one that nobody is going to catch


class Breakpoint(object):
    """`line` is the one asked for, `resolved_line` the one where it stops; function: 'name' or 'Class::name'."""
    _attrs_ = ('id', 'type', 'file', 'line', 'resolved_line', 'resolved', 'function', 'class_name', 'exception', 'condition',
               'enabled', 'temporary', 'hit_count', 'hit_value', 'hit_condition')

    def __init__(self, type):
        self.id = 0
        self.type = type
        self.file = ''
        self.line = 0
        self.resolved_line = 0
        self.resolved = False
        self.function = ''
        self.class_name = ''
        self.exception = ''
        self.condition = ''
        self.enabled = True
        self.temporary = False
        self.hit_count = 0
        self.hit_value = 0
        self.hit_condition = ''     # '' counts as >=

    def is_line(self):
        return self.type == LINE or self.type == CONDITIONAL

    def state(self):
        if not self.enabled:
            return 'disabled'
        return 'temporary' if self.temporary else 'enabled'

    def full_function(self):
        if self.class_name:
            return self.class_name + '::' + self.function
        return self.function

    def set_hit_condition(self, text):
        if text != '>=' and text != '==' and text != '%':
            raise DbgpError(ERR_INVALID_OPTION, 'a hit condition is one of >=, == and %')
        self.hit_condition = text

    def set_state(self, text):
        if text != 'enabled' and text != 'disabled':
            raise DbgpError(ERR_INVALID_OPTION, 'a breakpoint is enabled or disabled')
        self.enabled = text == 'enabled'

    def hit(self):
        """Counts a hit; True when the program stops for it. A temporary breakpoint is disabled by its first hit."""
        if self.temporary:
            self.enabled = False
        self.hit_count += 1
        if self.hit_value == 0:
            return True
        if self.hit_condition == '==':
            return self.hit_count == self.hit_value
        if self.hit_condition == '%':
            return self.hit_value > 0 and self.hit_count % self.hit_value == 0
        return self.hit_count >= self.hit_value

    def clashes_with(self, other):
        """True when both would stop at the same place; exceptions may be asked for twice."""
        if self.is_line():
            return other.is_line() and self.file == other.file and self.line == other.line
        if self.type != other.type or self.type == EXCEPTION or self.type == WATCH:
            return False
        return equal_icase(self.full_function(), other.full_function())

    def element(self, with_resolved, uri):
        """<breakpoint>; uri: of the file."""
        element = Element('breakpoint')
        element.set('type', self.type)
        if with_resolved:
            element.set('resolved', 'resolved' if self.resolved else 'unresolved')
        if self.file:
            element.set('filename', uri)
        if self.resolved_line:
            element.set_number('lineno', self.resolved_line)
        if self.function:
            element.set('function', self.function)
        if self.class_name:
            element.set('class', self.class_name)
        if self.exception:
            element.set('exception', self.exception)
        element.set('state', self.state())
        element.set_number('hit_count', self.hit_count)
        if self.hit_condition:
            element.set('hit_condition', self.hit_condition)
        element.set_number('hit_value', self.hit_value)
        element.set_number('id', self.id)
        if self.condition:
            element.add_new('expression').set_base64(self.condition)
        return element


class BreakpointTable(object):
    """Every breakpoint of the session, in the order of their making."""
    _attrs_ = ('all', 'next_id')

    def __init__(self, first_id):
        self.all = []
        self.next_id = first_id

    def add(self, breakpoint):
        """Gives it an id; raises DbgpError when there is one at the same place."""
        for other in self.all:
            if breakpoint.clashes_with(other):
                raise DbgpError(ERR_BREAKPOINT_NOT_SET, 'breakpoint %d is there already' % other.id)
        breakpoint.id = self.next_id
        self.next_id += 1
        self.all.append(breakpoint)

    def get(self, text):
        """The breakpoint with this id; raises DbgpError."""
        for breakpoint in self.all:
            if '%d' % breakpoint.id == text:
                return breakpoint
        raise DbgpError(ERR_NO_SUCH_BREAKPOINT)

    def remove(self, breakpoint):
        self.all = [other for other in self.all if other is not breakpoint]

    def at_line(self, path, line):
        """Enabled line breakpoints that stop there."""
        return [b for b in self.all if b.enabled and b.is_line() and b.resolved_line == line and b.file == path]

    def at_function(self, type, name, by_last_part):
        """The enabled call or return breakpoint of a function ('name' or 'Class::name'), or None.

        by_last_part: without a namespace, or a class, a breakpoint's name means the function in any.
        """
        for breakpoint in self.all:
            if breakpoint.enabled and breakpoint.type == type:
                wanted = breakpoint.full_function()
                if equal_icase(wanted, name) or (by_last_part and is_last_part(wanted, name)):
                    return breakpoint
        return None

    def at_exception(self, name):
        """The enabled exception breakpoint with exactly this name, or None."""
        for breakpoint in self.all:
            if breakpoint.enabled and breakpoint.type == EXCEPTION and equal_icase(breakpoint.exception, name):
                return breakpoint
        return None

    def has_type(self, type):
        for breakpoint in self.all:
            if breakpoint.enabled and breakpoint.type == type:
                return True
        return False

    def in_file(self, path):
        """The line breakpoints of a file."""
        return [breakpoint for breakpoint in self.all if breakpoint.is_line() and breakpoint.file == path]


def is_last_part(wanted, name):
    """True when a function's name is `wanted` behind a namespace, a class or both."""
    start = len(name) - len(wanted)
    return start > 0 and (name[start - 1] == '\\' or name[start - 1] == ':') and equal_icase(cut(name, start, len(name)), wanted)


# -- lines ------------------------------------------------------------------------------------------------------------------

def resolve(breakpoint, codes):
    """Moves a line breakpoint to a line that can stop; codes: all of its file. True when that was possible."""
    code = innermost(codes, breakpoint.line)
    if code is None:
        return False
    line = nearest_line(code, breakpoint.line)
    if line == 0:
        return False
    breakpoint.resolved_line = line
    breakpoint.resolved = True
    return True


def innermost(codes, line):
    """The Code with the fewest lines among those round a line; the file's own code is round every line. None without any."""
    best = None
    best_span = 0
    for code in codes:
        if code.kind == KIND_FILE:
            if best is None:
                best = code
                best_span = MANY_LINES
        elif code.start_line <= line <= code.end_line:
            span = code.end_line - code.start_line
            if best is None or span < best_span:
                best = code
                best_span = span
    return best


MANY_LINES = 1 << 40


def nearest_line(code, line):
    """The line itself or the nearest one of code where a statement begins, 0 when none is near."""
    following = 0
    previous = 0
    for candidate in code.statement_lines():
        if candidate == line:
            return line
        if candidate > line and following == 0:
            following = candidate
        if candidate < line:
            previous = candidate
    if following and following - line <= SEARCH_LINES:
        return following
    if previous and line - previous <= SEARCH_LINES:
        return previous
    return 0


def apply_lines(breakpoints, codes):
    """Tells every Code of a file which of its lines have enabled breakpoints."""
    for code in codes:
        lines = []
        for line in code.statement_lines():
            for breakpoint in breakpoints:
                if breakpoint.enabled and breakpoint.resolved_line == line:
                    lines.append(line)
                    break
        if len(lines) > 0 or code.bps is not None:
            code.set_breakpoint_lines(lines)
