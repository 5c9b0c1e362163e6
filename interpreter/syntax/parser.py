"""The way in: from the bytes of a source to a Program. Whether a source is complete is asked in
completeness.py.
"""

from __future__ import absolute_import

from hippy.interpreter.rlib import process
from hippy.interpreter.syntax import ast
from hippy.interpreter.syntax.lexer import Lexer
from hippy.interpreter.syntax.lines import LineTable
from hippy.interpreter.syntax.parse_error import ParseError
from hippy.interpreter.syntax.statements import StatementParser
from hippy.interpreter.syntax.tokens import END


class Parser(StatementParser):
    """Parses the tokens of one source."""
    _attrs_ = ()

    def __init__(self, source, lexer, lines, implicit_semicolon):
        StatementParser.__init__(self, source, lexer, lines, implicit_semicolon)
        self.is_variable = False
        self.is_pattern = False
        self.level = 0
        self.yields = False
        self.halted = False

    def parse_program(self, filename):
        statements = self.parse_top_statements()
        if self.kind != END and not self.halted:
            raise self.unexpected('end of file')
        return ast.Program(0, len(self.source), filename, statements, self.lines, self.warnings)


def parse(source, filename, start_in_php=False, implicit_semicolon=False, skip_shebang=False):
    """The Program that the bytes of a source make up; raises ParseError.

    `start_in_php`: the source begins with code, not with text. `implicit_semicolon`: the last
    statement needs none, nor does a heredoc's closing label anything after it. `skip_shebang`: a
    first line that begins with `#!` is no output.
    """
    lines = LineTable(source)
    lexer = Lexer(source, lines, start_in_php, skip_shebang, implicit_semicolon)
    parser = Parser(source, lexer, lines, implicit_semicolon)
    try:
        return parser.parse_program(filename)
    except ParseError as error:
        error.warnings = parser.warnings
        raise
    except process.StackOverflow:
        start = parser.start()
        raise ParseError('memory exhausted', lines.line_of(start), start, start)
