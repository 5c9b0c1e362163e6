"""Whether what was typed so far is a whole piece of PHP: asked before each prompt of a console."""

from __future__ import absolute_import

from hippy.interpreter.syntax import ast
from hippy.interpreter.syntax.lexer import Lexer
from hippy.interpreter.syntax.lines import LineTable
from hippy.interpreter.syntax.parse_error import ParseError
from hippy.interpreter.syntax.parser import Parser

COMPLETE = 'complete'
INCOMPLETE = 'incomplete'
INVALID = 'invalid'


class Completeness(object):
    """`state` is COMPLETE, INCOMPLETE or INVALID.

    `expects`: the character that opened what is still open, one of { ( [ " ' ` < or '' if a
    statement merely lacks its end. `message`, `line` and `offset` of what is wrong when INVALID;
    message '' and offset -1 otherwise.
    """
    _attrs_ = ('state', 'expects', 'message', 'line', 'offset')

    def __init__(self, state, expects, message, line, offset):
        self.state = state
        self.expects = expects
        self.message = message
        self.line = line
        self.offset = offset


def check_complete(source):
    """The Completeness of code without an opening tag; its last statement needs no semicolon."""
    lines = LineTable(source)
    lexer = Lexer(source, lines, True, False, True)
    parser = Parser(source, lexer, lines, True)
    last_line = lines.line_of(len(source))
    try:
        program = parser.parse_program('')
    except ParseError as error:
        if error.at_end or _is_unclosed_string(lexer, error):
            return Completeness(INCOMPLETE, lexer.innermost_open(), '', last_line, -1)
        return Completeness(INVALID, '', error.message, error.line, error.start)
    if _ends_with_bare_try(program):
        return Completeness(INCOMPLETE, '', '', last_line, -1)
    return Completeness(COMPLETE, '', '', last_line, -1)


def _ends_with_bare_try(program):
    """A `try` with neither `catch` nor `finally` parses, but can only be meant to go on."""
    if len(program.statements) == 0:
        return False
    last = program.statements[len(program.statements) - 1]
    return isinstance(last, ast.Try) and len(last.catches) == 0 and last.otherwise is None


def _is_unclosed_string(lexer, error):
    """A single quote that is never closed is a token of its own, the last one."""
    return lexer.unclosed_quote and error.start == lexer.starts[len(lexer.starts) - 2]
