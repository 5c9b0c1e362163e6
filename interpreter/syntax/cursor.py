"""The parser's place among the tokens: looking, moving on, complaining, and names.

What tokens make up together is in expressions.py, declarations.py and statements.py, whose classes
extend Cursor one after the other; Parser in parser.py is the last.
"""

from __future__ import absolute_import

from hippy.interpreter.syntax import ast, literals
from hippy.interpreter.syntax.parse_error import (
    ParseError, ParseWarning, describe_expected, unexpected)
from hippy.interpreter.syntax.tokens import (
    COMMA, END, IS_RESERVED, KIND_COUNT, SEMICOLON, T_AS, T_CLASS_C, T_CONSTANT_ENCAPSED_STRING,
    T_DIR, T_ERROR, T_EXIT, T_FILE, T_FN, T_FUNC_C, T_FUNCTION, T_LINE, T_METHOD_C,
    T_NAME_FULLY_QUALIFIED, T_NAME_QUALIFIED, T_NAME_RELATIVE, T_NS_C, T_STATIC, T_STRING,
    T_TRAIT_C, T_VARIABLE, T_YIELD)

# Words that may be, or begin, an expression with whatever follows.
COMPLETE_WORDS = [
    T_EXIT, T_YIELD, T_FUNCTION, T_FN, T_LINE, T_FILE, T_DIR, T_CLASS_C, T_TRAIT_C, T_METHOD_C,
    T_FUNC_C, T_NS_C]
ENDS_EXPRESSION = [_kind in COMPLETE_WORDS for _kind in range(KIND_COUNT)]

RELATIVE_PREFIX = len('namespace\\')


class Cursor(object):
    """`kind` is that of the token at `pos`; the last token is never passed."""
    _attrs_ = ('source', 'lexer', 'lines', 'kinds', 'starts', 'ends', 'pos', 'kind', 'next_doc',
               'implicit_semicolon', 'warnings', 'argument')

    def __init__(self, source, lexer, lines, implicit_semicolon):
        self.source = source
        self.lexer = lexer
        self.lines = lines
        self.kinds = lexer.kinds
        self.starts = lexer.starts
        self.ends = lexer.ends
        self.pos = 0
        self.kind = self.kinds[0]
        self.next_doc = 0
        self.implicit_semicolon = implicit_semicolon
        self.warnings = []
        # Where an argument begins that might have turned out to be named; -1 if it cannot.
        self.argument = -1

    # Looking and moving.

    def advance(self):
        self.pos += 1
        self.kind = self.kinds[self.pos]

    def next_kind(self):
        """The kind of the token after the current one."""
        if self.pos + 1 < len(self.kinds):
            return self.kinds[self.pos + 1]
        return END

    def start(self):
        return self.starts[self.pos]

    def last_end(self):
        """Where the token before the current one ends."""
        pos = self.pos - 1
        if pos < 0:
            return 0
        return self.ends[pos]

    def text(self):
        return self.text_of(self.pos)

    def text_of(self, pos):
        start = self.starts[pos]
        end = self.ends[pos]
        assert 0 <= start <= end
        return self.source[start:end]

    def accept(self, kind):
        """Moves past a token of this kind, if there is one."""
        if self.kind == kind:
            self.advance()
            return True
        return False

    def expect(self, kind):
        if self.kind != kind:
            raise self.unexpected(describe_expected(kind))
        self.advance()

    def expect_after_expression(self, kind):
        """As expect(), where an operator could have followed: PHP then lists nothing."""
        if self.kind != kind:
            raise self.unexpected()
        self.advance()

    def expect_semicolon(self, expected='";"'):
        if self.kind == SEMICOLON:
            self.advance()
        elif not (self.kind == END and self.implicit_semicolon):
            raise self.unexpected(expected)

    # Complaining.

    def unexpected(self, expected=''):
        """The ParseError for the current token."""
        kind = self.kind
        if kind == T_ERROR:
            return self._lexical_error()
        if self.argument >= 0 and self.pos == self.argument + 1:
            if self._could_name_argument():
                expected = '":"'
        if kind == T_CONSTANT_ENCAPSED_STRING:
            # What is wrong inside the string comes first.
            self.string_at(self.pos)
        start = self.start()
        end = self.ends[self.pos]
        message = unexpected(kind, self.text(), expected)
        return ParseError(message, self._reported_line(), start, end, at_end=kind == END)

    def _could_name_argument(self):
        """Does PHP take the word before the current token for an argument's name?"""
        word = self.kinds[self.argument]
        if word == T_STRING:
            return self.kind == T_AS
        return IS_RESERVED[word] and not ENDS_EXPRESSION[word]

    def _reported_line(self):
        """The line on which the current token ends.

        PHP does not count the newline after `?>`, nor those in a single quote that never ends.
        """
        end = self.ends[self.pos]
        if self.kind == SEMICOLON:
            end = self.start() + 1
        elif self.lexer.unclosed_quote and self.pos == len(self.kinds) - 2:
            end = self.start()
        return self.lines.line_of(end)

    def _lexical_error(self):
        lexer = self.lexer
        return ParseError(lexer.error_message, self.lines.line_of(lexer.error_offset),
                          self.start(), self.ends[self.pos], at_end=lexer.error_at_end)

    def compile_error(self, message, pos):
        """One of the fatal errors that PHP finds while parsing; `pos` is a token's index."""
        start = self.starts[pos]
        return ParseError(message, self.lines.line_of(self.last_end()), start, self.ends[pos],
                          class_name='CompileError')

    # Doc comments.

    def take_doc_comment(self, last):
        """The doc comment in effect after the token at index `last` was read, or None."""
        lexer = self.lexer
        found = -1
        i = self.next_doc
        while i < len(lexer.doc_tokens) and lexer.doc_tokens[i] <= last:
            found = i
            i += 1
        self.next_doc = i
        if found < 0 or lexer.doc_resets[found] <= last:
            return None
        start = lexer.doc_starts[found]
        end = lexer.doc_ends[found]
        assert 0 <= start <= end
        return self.source[start:end]

    # Names.

    def identifier(self, expected=''):
        """The text of a word, keyword or not."""
        if self.kind != T_STRING and not IS_RESERVED[self.kind]:
            raise self.unexpected(expected)
        text = self.text()
        if text == '<?=':
            raise ParseError('Cannot use "<?=" as an identifier', self.lines.line_of(self.start()),
                             self.start(), self.ends[self.pos])
        self.advance()
        return text

    def at_identifier(self):
        return self.kind == T_STRING or IS_RESERVED[self.kind]

    def at_name(self):
        kind = self.kind
        return (kind == T_STRING or kind == T_NAME_QUALIFIED or kind == T_NAME_FULLY_QUALIFIED
                or kind == T_NAME_RELATIVE)

    def parse_name(self, expected=''):
        """A Name, from any of its four forms."""
        if not self.at_name():
            raise self.unexpected(expected)
        kind = self.kind
        text = self.text()
        start = self.start()
        self.advance()
        resolution = ast.NAME_UNQUALIFIED
        if kind == T_NAME_QUALIFIED:
            resolution = ast.NAME_QUALIFIED
        elif kind == T_NAME_FULLY_QUALIFIED:
            resolution = ast.NAME_FULLY_QUALIFIED
            text = text[1:]
        elif kind == T_NAME_RELATIVE:
            resolution = ast.NAME_RELATIVE
            text = text[RELATIVE_PREFIX:]
        return ast.Name(start, self.last_end(), text, resolution)

    def parse_class_name(self, expected=''):
        """A Name, or `static` as one."""
        if self.kind == T_STATIC:
            return self.keyword_name()
        return self.parse_name(expected)

    def keyword_name(self):
        """The current keyword as an unqualified Name."""
        text = self.text()
        self.advance()
        return ast.Name(self.starts[self.pos - 1], self.last_end(), text, ast.NAME_UNQUALIFIED)

    def parse_class_names(self, expected=''):
        names = [self.parse_class_name(expected)]
        while self.accept(COMMA):
            names.append(self.parse_class_name(expected))
        return names

    def variable_name(self):
        """The name of the T_VARIABLE here, without its `$`."""
        if self.kind != T_VARIABLE:
            raise self.unexpected('variable')
        name = self.text()[1:]
        self.advance()
        return name

    # Text of strings.

    def string_at(self, pos):
        """The value of a T_CONSTANT_ENCAPSED_STRING."""
        start = self.starts[pos]
        end = self.ends[pos] - 1
        assert start >= 0
        quote = self.source[start]
        if quote != '"' and quote != "'":
            start += 1
            quote = self.source[start]
        start += 1
        assert end >= start
        body = self.source[start:end]
        if quote == "'":
            return literals.single_quoted_value(body)
        return self.unescape(body, quote, pos)

    def unescape(self, body, quote, pos):
        unescaper = literals.Unescaper(body, quote)
        try:
            value = unescaper.value()
        except literals.LiteralError as error:
            raise self._literal_error(error, pos)
        line = self.lines.line_of(self.starts[pos])
        for i in range(len(unescaper.overflows)):
            self.warnings.append(ParseWarning(
                'Octal escape sequence overflow \\%s is greater than \\377'
                % unescaper.overflows[i], line + unescaper.overflow_newlines[i]))
        return value

    def _literal_error(self, error, pos):
        line = self.lines.line_of(self.starts[pos]) + error.newlines
        return ParseError(error.message, line, self.starts[pos], self.ends[pos])

    def heredoc_text(self, heredoc, pos):
        """The value of the text at `pos` inside a heredoc or nowdoc."""
        start = self.starts[pos]
        end = self.ends[pos]
        assert 0 < start <= end
        body = self.source[start:end]
        before = self.source[start - 1]
        try:
            body = literals.unindented(body, heredoc.indentation, heredoc.uses_spaces,
                                       before == '\n' or before == '\r',
                                       end == heredoc.closing_start)
        except literals.LiteralError as error:
            raise self._literal_error(error, pos)
        if heredoc.is_nowdoc:
            return body
        return self.unescape(body, '', pos)

    def check_heredoc_start(self, heredoc):
        """A variable that begins the first line lacks the indentation."""
        if heredoc.indentation > 0:
            raise ParseError(literals.BODY_INDENTATION % heredoc.indentation,
                             self.lines.line_of(self.start()), self.start(), self.ends[self.pos])

