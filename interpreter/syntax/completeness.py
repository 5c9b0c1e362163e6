"""Whether what was typed so far is a whole piece of PHP: asked before each prompt of a console."""

from __future__ import absolute_import

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
    statement merely lacks its end. `message`, `line`, `offset` and `end` (bytes) of what is wrong
    when INVALID; message '' and offsets -1 otherwise.
    """
    _attrs_ = ('state', 'expects', 'message', 'line', 'offset', 'end')

    def __init__(self, state, expects, message, line, offset, end):
        self.state = state
        self.expects = expects
        self.message = message
        self.line = line
        self.offset = offset
        self.end = end


def check_complete(source):
    """The Completeness of code without an opening tag; its last statement needs no semicolon."""
    # The newline that Enter adds lets the last line close a heredoc.
    source = source + '\n'
    lines = LineTable(source)
    lexer = Lexer(source, lines, True)
    parser = Parser(source, lexer, lines, True)
    try:
        parser.parse_program('')
    except ParseError as error:
        if error.at_end or _is_unclosed_string(lexer, error):
            return Completeness(INCOMPLETE, lexer.innermost_open(), '', error.line, -1, -1)
        return Completeness(INVALID, '', error.message, error.line, error.start,
                            error.end)
    return Completeness(COMPLETE, '', '', 0, -1, -1)


def _is_unclosed_string(lexer, error):
    """A single quote that is never closed is a token of its own, the last one."""
    return lexer.unclosed_quote and error.start == lexer.starts[len(lexer.starts) - 2]
