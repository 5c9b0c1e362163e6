"""From the bytes of a source to its tokens. What the tokens mean together is in parser.py.

The lexer reads the whole source at once into parallel lists. It keeps PHP's own scanner states (a
mode, and a stack of modes to return to) because strings may hold code that may hold strings. An
error becomes the last token, so that the parser reports it only when it gets there.
"""

from __future__ import absolute_import

from hippy.interpreter.syntax import literals
from hippy.interpreter.syntax.tokens import (
    BACKQUOTE, CASTS, DOLLAR, END, KEYWORDS, LBRACE, LBRACKET, LPAREN, QUOTE, RBRACE, RBRACKET,
    RPAREN, SEMICOLON, T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG,
    T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG, T_AND_EQUAL, T_ATTRIBUTE, T_BAD_CHARACTER,
    T_BOOLEAN_AND, T_BOOLEAN_OR, T_COALESCE, T_COALESCE_EQUAL, T_CONCAT_EQUAL,
    T_CONSTANT_ENCAPSED_STRING, T_CURLY_OPEN, T_DEC, T_DIV_EQUAL, T_DNUMBER,
    T_DOLLAR_OPEN_CURLY_BRACES, T_DOUBLE_ARROW, T_ECHO, T_ELLIPSIS, T_ENCAPSED_AND_WHITESPACE,
    T_END_HEREDOC, T_ENUM, T_ERROR, T_HALT_COMPILER, T_INC, T_INLINE_HTML, T_IS_EQUAL,
    T_IS_GREATER_OR_EQUAL, T_IS_IDENTICAL, T_IS_NOT_EQUAL, T_IS_NOT_IDENTICAL,
    T_IS_SMALLER_OR_EQUAL, T_LNUMBER,
    T_MINUS_EQUAL, T_MOD_EQUAL, T_MUL_EQUAL, T_NAME_FULLY_QUALIFIED, T_NAME_QUALIFIED,
    T_NAME_RELATIVE, T_NAMESPACE, T_NS_SEPARATOR, T_NULLSAFE_OBJECT_OPERATOR, T_NUM_STRING,
    T_OBJECT_OPERATOR, T_OR_EQUAL, T_PAAMAYIM_NEKUDOTAYIM, T_PLUS_EQUAL, T_POW, T_POW_EQUAL, T_SL,
    T_SL_EQUAL, T_SPACESHIP, T_SR, T_SR_EQUAL, T_START_HEREDOC, T_STRING, T_STRING_VARNAME,
    T_VARIABLE, T_XOR_EQUAL, T_YIELD, T_YIELD_FROM)

HTML = 0
SCRIPT = 1
QUOTES = 2
BACKQUOTES = 3
HEREDOC = 4
NOWDOC = 5
HEREDOC_END = 6
OFFSET = 7
VARNAME = 8
FINISHED = 9

# Classes of characters in script mode.
OTHER = 0
SPACE = 1
LETTER = 2
DIGIT = 3
PUNCTUATION = 4

NEVER = 1 << 60


def _char_classes():
    "NOT_RPYTHON"
    classes = [OTHER] * 256
    for code in range(256):
        if literals.LABEL_START[code]:
            classes[code] = LETTER
    for c in ' \t\r\n':
        classes[ord(c)] = SPACE
    for c in '0123456789':
        classes[ord(c)] = DIGIT
    for c in ';,~@':
        classes[ord(c)] = PUNCTUATION
    return classes


def _offset_tokens():
    "NOT_RPYTHON: the characters that stand for themselves inside the brackets of \"$a[...]\"."
    return [chr(code) in ';:,.|^&+-/*=%!~$<>?@[(){}"`' for code in range(256)]


CHAR_CLASS = _char_classes()
IS_OFFSET_TOKEN = _offset_tokens()
LABEL = literals.LABEL
LABEL_START = literals.LABEL_START


class Heredoc(object):
    """What the parser needs to know of a heredoc or nowdoc: its indentation is known at its end."""
    _attrs_ = ('label', 'is_nowdoc', 'indentation', 'uses_spaces', 'closing_start')

    def __init__(self, label, is_nowdoc):
        self.label = label
        self.is_nowdoc = is_nowdoc
        self.indentation = 0
        self.uses_spaces = False
        # Where the newline before the closing label stands; -1 while not found.
        self.closing_start = -1


class Lexer(object):
    """The tokens of a source: `kinds`, `starts` and `ends`, the last being END or T_ERROR.

    For a T_ERROR, `error_message` holds PHP's words and `error_offset` a place on the line that it
    reports; `error_at_end` tells that the source ended inside something.
    Doc comments: `doc_starts`, `doc_ends`; `doc_tokens` says before which token each stands, and
    `doc_resets` at which token (a closing brace) it loses its effect.
    """
    _attrs_ = ('source', 'text', 'length', 'position', 'mode', 'modes', 'brackets',
               'bracket_starts', 'kinds', 'starts', 'ends', 'doc_tokens', 'doc_starts', 'doc_ends',
               'doc_resets', 'heredocs', 'open_heredocs', 'error_message', 'error_offset',
               'error_at_end', 'unclosed_quote', 'lines', 'label_may_end_source')

    def __init__(self, source, lines, start_in_php=False, skip_shebang=False,
                 label_may_end_source=False):
        self.source = source
        self.lines = lines
        # In a file PHP does not see a label of a heredoc that is the very end.
        self.label_may_end_source = label_may_end_source
        # The zero bytes save looking for the end on every look ahead.
        self.text = source + '\0\0\0\0'
        self.length = len(source)
        self.position = 0
        self.mode = SCRIPT if start_in_php else HTML
        self.modes = []
        self.brackets = []
        self.bracket_starts = []
        self.kinds = []
        self.starts = []
        self.ends = []
        self.doc_tokens = []
        self.doc_starts = []
        self.doc_ends = []
        self.doc_resets = []
        self.heredocs = {}
        self.open_heredocs = []
        self.error_message = ''
        self.error_offset = 0
        self.error_at_end = False
        self.unclosed_quote = False
        if skip_shebang:
            self._skip_shebang()
        self._run()

    def innermost_open(self):
        """The character that opened what the source's end lies in: { ( [ " ' ` < or ''."""
        mode = self.mode
        if self.unclosed_quote:
            return "'"
        if mode == QUOTES:
            return '"'
        if mode == BACKQUOTES:
            return '`'
        if mode == HEREDOC or mode == NOWDOC:
            return '<'
        if mode == OFFSET:
            return '['
        if len(self.brackets) > 0:
            return self.brackets[len(self.brackets) - 1]
        return ''

    def _run(self):
        while not self._is_done():
            mode = self.mode
            if mode == SCRIPT:
                self._scan_script()
            elif mode == HTML:
                self._scan_html()
            elif mode == QUOTES:
                self._scan_quoted('"', QUOTE)
            elif mode == BACKQUOTES:
                self._scan_quoted('`', BACKQUOTE)
            elif mode == HEREDOC:
                self._scan_heredoc()
            elif mode == NOWDOC:
                self._scan_nowdoc()
            elif mode == HEREDOC_END:
                self._scan_heredoc_end()
            elif mode == OFFSET:
                self._scan_offset()
            else:
                self._scan_varname()

    def _is_done(self):
        if self.mode == FINISHED:
            return True
        if self.position < self.length:
            return False
        if len(self.brackets) > 0:
            message = self._bad_nesting(self.length)
            self.error_at_end = True
            self._note_error(message, self.length, self.length)
        else:
            self._emit(END, self.length, self.length)
        return True

    def _emit(self, kind, start, end):
        self.kinds.append(kind)
        self.starts.append(start)
        self.ends.append(end)
        self.position = end

    def _note_error(self, message, start, end):
        self._emit(T_ERROR, start, end)
        self.error_message = message
        self.error_offset = start

    def _fail(self, message, start, end):
        self._note_error(message, start, end)
        self.mode = FINISHED

    def _push_mode(self, mode):
        self.modes.append(self.mode)
        self.mode = mode

    def _pop_mode(self):
        if len(self.modes) > 0:
            self.mode = self.modes.pop()

    # Brackets.

    def _open(self, bracket, start):
        self.brackets.append(bracket)
        self.bracket_starts.append(start)

    def _close(self, bracket, kind, start):
        """Emits a closing bracket; False if it does not match the innermost open one."""
        if len(self.brackets) == 0:
            self._fail("Unmatched '%s'" % bracket, start, start + 1)
            return False
        opened = self.brackets[len(self.brackets) - 1]
        if opened == '{':
            matches = bracket == '}'
        elif opened == '[':
            matches = bracket == ']'
        else:
            matches = bracket == ')'
        if not matches:
            message = self._bad_nesting(start)
            self._fail("%s does not match '%s'" % (message, bracket), start, start + 1)
            return False
        self.brackets.pop()
        self.bracket_starts.pop()
        self.kinds.append(kind)
        self.starts.append(start)
        self.ends.append(start + 1)
        return True

    def _bad_nesting(self, offset):
        message = "Unclosed '%s'" % self.brackets[len(self.brackets) - 1]
        line = self.lines.line_of(self.bracket_starts[len(self.bracket_starts) - 1])
        if line != self.lines.line_of(offset):
            message += ' on line %d' % line
        return message

    # Text outside PHP tags.

    def _skip_shebang(self):
        text = self.text
        if self.mode != HTML or text[0] != '#' or text[1] != '!':
            return
        i = 2
        while i < self.length and text[i] != '\n' and text[i] != '\r':
            i += 1
        if i < self.length:
            self.position = literals.skip_newline(text, i)

    def _scan_html(self):
        source = self.source
        start = self.position
        assert start >= 0
        tag = source.find('<?', start)
        if tag < 0:
            self._emit(T_INLINE_HTML, start, self.length)
            return
        if tag > start:
            self._emit(T_INLINE_HTML, start, tag)
        self.mode = SCRIPT
        if self.text[tag + 2] == '=':
            self._emit(T_ECHO, tag, tag + 3)
        else:
            self.position = self._after_open_tag(tag + 2)

    def _after_open_tag(self, i):
        text = self.text
        if literals.matches_word(text, i, 'php'):
            c = text[i + 3]
            if c == ' ' or c == '\t':
                return i + 4
            if c == '\n' or c == '\r':
                return literals.skip_newline(text, i + 3)
            if i + 3 >= self.length:
                return i + 3
        # With short tags, `<?phpx` opens code that begins with the word phpx.
        return i

    # Code.

    def _scan_script(self):
        text = self.text
        length = self.length
        kinds = self.kinds
        starts = self.starts
        ends = self.ends
        i = self.position
        assert i >= 0
        after_arrow = False
        while i < length:
            c = text[i]
            char_class = CHAR_CLASS[ord(c)]
            if char_class == SPACE:
                i += 1
                continue
            start = i
            if char_class == LETTER:
                i += 1
                seen = LABEL[ord(c)]
                while True:
                    label = LABEL[ord(text[i])]
                    if label == 0:
                        break
                    seen |= label
                    i += 1
                if after_arrow:
                    after_arrow = False
                    kind = T_STRING
                else:
                    word = text[start:i]
                    kind = KEYWORDS.get(word, T_STRING)
                    if kind == T_STRING and seen & literals.UPPER:
                        kind = KEYWORDS.get(literals.lowered(word), T_STRING)
                    c = text[i]
                    if c == '\\' and LABEL_START[ord(text[i + 1])]:
                        kind = T_NAME_RELATIVE if kind == T_NAMESPACE else T_NAME_QUALIFIED
                        i = _end_of_name(text, i)
                    elif kind == T_ENUM:
                        if not _enum_begins_declaration(text, i):
                            kind = T_STRING
                    elif kind == T_YIELD:
                        after_from = _end_of_from(text, i)
                        if after_from > 0:
                            kind = T_YIELD_FROM
                            i = after_from
                    elif kind == T_HALT_COMPILER:
                        if self._halt_compiler(start, i):
                            return
                    elif (c == '"' or c == "'" or c == '<') and i == start + 1 and (
                            word == 'b' or word == 'B'):
                        # A binary string: the prefix means nothing.
                        if c == '"':
                            i = self._double_quoted(start, i + 1)
                        elif c == "'":
                            i = self._single_quoted(start, i + 1)
                        else:
                            i = self._heredoc_start(start, i)
                        if i < 0:
                            return
                        if i > start + 1:
                            continue
                        i = start + 1
                kinds.append(kind)
                starts.append(start)
                ends.append(i)
                continue
            if c == '$':
                if LABEL_START[ord(text[i + 1])]:
                    i += 2
                    while LABEL[ord(text[i])] != 0:
                        i += 1
                    kinds.append(T_VARIABLE)
                else:
                    i += 1
                    kinds.append(DOLLAR)
                starts.append(start)
                ends.append(i)
            elif char_class == PUNCTUATION:
                i += 1
                kinds.append(ord(c))
                starts.append(start)
                ends.append(i)
            elif c == '(':
                i = self._cast_or_paren(i)
                if i < 0:
                    return
            elif c == ')' or c == ']':
                if not self._close(c, ord(c), i):
                    return
                i += 1
            elif c == '-' and text[i + 1] == '>':
                i += 2
                kinds.append(T_OBJECT_OPERATOR)
                starts.append(start)
                ends.append(i)
                after_arrow = True
                continue
            elif c == '?' and text[i + 1] == '-' and text[i + 2] == '>':
                i += 3
                kinds.append(T_NULLSAFE_OBJECT_OPERATOR)
                starts.append(start)
                ends.append(i)
                after_arrow = True
                continue
            elif c == "'":
                i = self._single_quoted(start, i + 1)
            elif c == '"':
                i = self._double_quoted(start, i + 1)
                if i < 0:
                    return
            elif c == '[':
                self._open('[', i)
                i += 1
                kinds.append(LBRACKET)
                starts.append(start)
                ends.append(i)
            elif c == '{':
                self.modes.append(SCRIPT)
                self._open('{', i)
                i += 1
                kinds.append(LBRACE)
                starts.append(start)
                ends.append(i)
            elif c == '}':
                self._reset_doc_comments()
                if not self._close('}', RBRACE, i):
                    return
                i += 1
                if len(self.modes) > 0:
                    self.mode = self.modes.pop()
                    if self.mode != SCRIPT:
                        self.position = i
                        return
            elif char_class == DIGIT or (c == '.' and literals.is_digit(text[i + 1])):
                i = self._number(i)
                if i < 0:
                    return
            elif c == '#' and (text[i + 1] != '[' or after_arrow):
                i = _end_of_line_comment(text, i + 1, length)
                continue
            elif c == '/' and text[i + 1] == '/':
                i = _end_of_line_comment(text, i + 2, length)
                continue
            elif c == '/' and text[i + 1] == '*':
                i = self._block_comment(i)
                if i < 0:
                    return
                continue
            elif c == '`':
                self.mode = BACKQUOTES
                self._emit(BACKQUOTE, i, i + 1)
                return
            elif c == '?' and text[i + 1] == '>':
                i += 2
                if text[i] == '\n' or text[i] == '\r':
                    i = literals.skip_newline(text, i)
                self.mode = HTML
                self._emit(SEMICOLON, start, i)
                return
            elif c == '\\' and LABEL_START[ord(text[i + 1])]:
                i = _end_of_name(text, i)
                kinds.append(T_NAME_FULLY_QUALIFIED)
                starts.append(start)
                ends.append(i)
            else:
                if c == '<' and text[i + 1] == '<' and text[i + 2] == '<':
                    i = self._heredoc_start(start, i)
                    if i < 0:
                        return
                if i == start:
                    i = self._operator(c, i)
            after_arrow = False
        self.position = i

    def _halt_compiler(self, start, i):
        """Ends the tokens after `__halt_compiler();`, for what follows is no code."""
        opening = _skip_space(self.text, i)
        closing = _skip_space(self.text, opening + 1)
        semicolon = _skip_space(self.text, closing + 1)
        end = _end_of_semicolon(self.text, semicolon)
        if self.text[opening] != '(' or self.text[closing] != ')' or end < 0:
            return False
        self._emit(T_HALT_COMPILER, start, i)
        self._emit(LPAREN, opening, opening + 1)
        self._emit(RPAREN, closing, closing + 1)
        self._emit(SEMICOLON, semicolon, end)
        self._emit(END, end, end)
        self.mode = FINISHED
        return True

    def _operator(self, c, i):
        """Emits the longest operator that begins at `i`; returns its end."""
        if c == '=' or c == '!' or c == '<' or c == '>':
            kind, size = _comparison(self.text, i)
        elif c == '+' or c == '-' or c == '*' or c == '/' or c == '%' or c == '.':
            kind, size = _arithmetic(self.text, i)
        else:
            kind, size = _other_operator(self.text, i)
            if kind == T_ATTRIBUTE:
                self._open('[', i)
        self.kinds.append(kind)
        self.starts.append(i)
        self.ends.append(i + size)
        return i + size

    def _cast_or_paren(self, start):
        """Emits a cast or an opening parenthesis; returns its end, negative after an error."""
        text = self.text
        i = literals.skip_blanks(text, start + 1)
        word_start = i
        while LABEL[ord(text[i])] != 0:
            i += 1
        if i > word_start:
            after = literals.skip_blanks(text, i)
            if text[after] == ')':
                word = literals.lowered(text[word_start:i])
                if word in CASTS:
                    after += 1
                    if word == 'real':
                        self._fail('The (real) cast has been removed, use (float) instead',
                                   start, after)
                        return -1
                    self.kinds.append(CASTS[word])
                    self.starts.append(start)
                    self.ends.append(after)
                    return after
        self._open('(', start)
        self.kinds.append(LPAREN)
        self.starts.append(start)
        self.ends.append(start + 1)
        return start + 1

    def _number(self, start):
        """Emits a number; returns its end, negative after an error."""
        text = self.text
        i, kind = literals.number_end(text, start)
        assert i >= 0
        number = text[start:i]
        if kind == literals.DECIMAL and literals.is_bad_octal(number):
            self._fail('Invalid numeric literal', start, i)
            return -1
        if kind == literals.FLOAT or not literals.fits_int(number):
            token = T_DNUMBER
        else:
            token = T_LNUMBER
        self.kinds.append(token)
        self.starts.append(start)
        self.ends.append(i)
        return i

    def _block_comment(self, start):
        """Returns the end of a comment, negative if it has none."""
        text = self.text
        end = self.source.find('*/', start + 2)
        if end < 0:
            self.error_at_end = True
            self._fail('Unterminated comment starting line %d' % self.lines.line_of(start),
                       start, self.length)
            return -1
        end += 2
        if text[start + 2] == '*' and CHAR_CLASS[ord(text[start + 3])] == SPACE:
            self.doc_tokens.append(len(self.kinds))
            self.doc_starts.append(start)
            self.doc_ends.append(end)
            self.doc_resets.append(NEVER)
        return end

    def _reset_doc_comments(self):
        i = len(self.doc_resets) - 1
        while i >= 0 and self.doc_resets[i] == NEVER:
            self.doc_resets[i] = len(self.kinds)
            i -= 1

    # Strings.

    def _single_quoted(self, start, i):
        text = self.text
        length = self.length
        while i < length:
            c = text[i]
            i += 1
            if c == "'":
                self._emit(T_CONSTANT_ENCAPSED_STRING, start, i)
                return i
            if c == '\\' and i < length:
                i += 1
        self.unclosed_quote = True
        self._emit(T_ENCAPSED_AND_WHITESPACE, start, length)
        return length

    def _double_quoted(self, start, i):
        """A string without variables is one token, whose end is returned.

        Of others only the quote is emitted; the result is negative and the mode changed.
        """
        body = i
        i = self._end_of_text(i, '"')
        if i < self.length and self.text[i] == '"':
            self._emit(T_CONSTANT_ENCAPSED_STRING, start, i + 1)
            return i + 1
        self.mode = QUOTES
        self._emit(QUOTE, start, body)
        return -1

    def _end_of_text(self, i, closing):
        """Where text ends that holds neither a variable nor the closing character."""
        text = self.text
        length = self.length
        while i < length:
            c = text[i]
            if c == closing:
                break
            if c == '$':
                if text[i + 1] == '{' or LABEL_START[ord(text[i + 1])]:
                    break
            elif c == '{':
                if text[i + 1] == '$':
                    break
            elif c == '\\' and i + 1 < length:
                i += 1
            i += 1
        return i

    def _scan_quoted(self, closing, kind):
        i = self.position
        if self.text[i] == closing:
            self.mode = SCRIPT
            self._emit(kind, i, i + 1)
        elif not self._variable_in_text(i):
            self._emit(T_ENCAPSED_AND_WHITESPACE, i, self._end_of_text(i, closing))

    def _variable_in_text(self, i):
        """Emits what begins a variable in a string; False if `i` is at plain text."""
        text = self.text
        c = text[i]
        if c == '$':
            if text[i + 1] == '{':
                self._open('{', i)
                self._push_mode(VARNAME)
                self._emit(T_DOLLAR_OPEN_CURLY_BRACES, i, i + 2)
                return True
            if LABEL_START[ord(text[i + 1])]:
                self._simple_variable(i)
                return True
        elif c == '{' and text[i + 1] == '$':
            self._open('{', i)
            self._push_mode(SCRIPT)
            self._emit(T_CURLY_OPEN, i, i + 1)
            return True
        return False

    def _simple_variable(self, start):
        text = self.text
        i = literals.end_of_label(text, start + 1)
        self._emit(T_VARIABLE, start, i)
        if text[i] == '[':
            self._emit(LBRACKET, i, i + 1)
            self._push_mode(OFFSET)
        elif text[i] == '-' and text[i + 1] == '>' and LABEL_START[ord(text[i + 2])]:
            self._emit(T_OBJECT_OPERATOR, i, i + 2)
            self._emit(T_STRING, i + 2, literals.end_of_label(text, i + 2))
        elif (text[i] == '?' and text[i + 1] == '-' and text[i + 2] == '>'
              and LABEL_START[ord(text[i + 3])]):
            self._emit(T_NULLSAFE_OBJECT_OPERATOR, i, i + 3)
            self._emit(T_STRING, i + 3, literals.end_of_label(text, i + 3))

    def _scan_offset(self):
        text = self.text
        i = self.position
        c = text[i]
        if c == ']':
            self._pop_mode()
            self._emit(RBRACKET, i, i + 1)
        elif literals.is_digit(c):
            end, kind = literals.number_end(text, i)
            if kind == literals.FLOAT:
                end = literals.end_of_digits(text, i)
            self._emit(T_NUM_STRING, i, end)
        elif LABEL_START[ord(c)]:
            self._emit(T_STRING, i, literals.end_of_label(text, i))
        elif c == '$' and LABEL_START[ord(text[i + 1])]:
            self._emit(T_VARIABLE, i, literals.end_of_label(text, i + 1))
        elif IS_OFFSET_TOKEN[ord(c)]:
            self._emit(ord(c), i, i + 1)
        elif c == ' ' or c == '\n' or c == '\r' or c == '\t' or c == '\\' or c == "'" or c == '#':
            # Never right; an empty token makes the parser say so at the right line.
            self._pop_mode()
            self._emit(T_ENCAPSED_AND_WHITESPACE, i, i)
        else:
            self._emit(T_BAD_CHARACTER, i, i + 1)

    def _scan_varname(self):
        text = self.text
        i = self.position
        self.mode = SCRIPT
        if LABEL_START[ord(text[i])]:
            end = literals.end_of_label(text, i)
            if text[end] == '[' or text[end] == '}':
                self._emit(T_STRING_VARNAME, i, end)

    # Heredoc and nowdoc.

    def _heredoc_start(self, start, i):
        """Tries `<<<LABEL` at `i`. Returns `i` if it is none, negative if it is."""
        text = self.text
        if text[i + 1] != '<' or text[i + 2] != '<':
            return i
        j = literals.skip_blanks(text, i + 3)
        quote = text[j]
        if quote == '"' or quote == "'":
            j += 1
        if not LABEL_START[ord(text[j])]:
            return i
        end = literals.end_of_label(text, j)
        label = text[j:end]
        if quote == '"' or quote == "'":
            if text[end] != quote:
                return i
            end += 1
        ends_source = self.label_may_end_source and end == self.length
        if text[end] != '\n' and text[end] != '\r' and not ends_source:
            return i
        heredoc = Heredoc(label, quote == "'")
        self.heredocs[len(self.kinds)] = heredoc
        self.open_heredocs.append(heredoc)
        self.mode = NOWDOC if heredoc.is_nowdoc else HEREDOC
        if not ends_source:
            end = literals.skip_newline(text, end)
        self._emit(T_START_HEREDOC, start, end)
        self._closing_label(heredoc, end, end)
        return -1

    def _closing_label(self, heredoc, text_end, i):
        """Looks for the closing label on the line at `i`; `text_end` is where the text ends then.

        Emits the text, or an error if its indentation mixes tabs and spaces.
        """
        text = self.text
        start = i
        tabs = 0
        while text[i] == ' ' or text[i] == '\t':
            if text[i] == '\t':
                tabs += 1
            i += 1
        if not literals.matches_label(text, i, heredoc.label):
            return False
        if i + len(heredoc.label) >= self.length and not self.label_may_end_source:
            return False
        text_start = self.position
        if tabs > 0 and tabs < i - start:
            self._fail(literals.MIXED_INDENTATION, text_start, i)
            return True
        heredoc.indentation = i - start
        heredoc.uses_spaces = tabs == 0
        heredoc.closing_start = text_end
        self.mode = HEREDOC_END
        if text_start < start:
            self._emit(T_ENCAPSED_AND_WHITESPACE, text_start, text_end)
        self.position = start
        return True

    def _scan_heredoc_end(self):
        heredoc = self.open_heredocs.pop()
        start = self.position
        self.mode = SCRIPT
        self._emit(T_END_HEREDOC, start, start + heredoc.indentation + len(heredoc.label))

    def _scan_heredoc(self):
        heredoc = self.open_heredocs[len(self.open_heredocs) - 1]
        i = self.position
        if self._variable_in_text(i):
            return
        text = self.text
        length = self.length
        while i < length:
            c = text[i]
            if c == '\n' or c == '\r':
                newline = i
                i = literals.skip_newline(text, i)
                if self._closing_label(heredoc, newline, i):
                    return
                continue
            if c == '$':
                if text[i + 1] == '{' or LABEL_START[ord(text[i + 1])]:
                    break
            elif c == '{':
                if text[i + 1] == '$':
                    break
            elif c == '\\' and i + 1 < length and text[i + 1] != '\n' and text[i + 1] != '\r':
                i += 1
            i += 1
        self._emit(T_ENCAPSED_AND_WHITESPACE, self.position, i)

    def _scan_nowdoc(self):
        heredoc = self.open_heredocs[len(self.open_heredocs) - 1]
        i = self.position
        text = self.text
        length = self.length
        while i < length:
            c = text[i]
            if c == '\n' or c == '\r':
                newline = i
                i = literals.skip_newline(text, i)
                if self._closing_label(heredoc, newline, i):
                    return
            else:
                i += 1
        self._emit(T_ENCAPSED_AND_WHITESPACE, self.position, length)


def _end_of_name(text, i):
    """The end of `\\Foo\\Bar`, given the place of its first backslash."""
    while text[i] == '\\' and LABEL_START[ord(text[i + 1])]:
        i = literals.end_of_label(text, i + 1)
    return i


def _enum_begins_declaration(text, i):
    """`enum` is a keyword only before a name, which may not begin as two others do."""
    name = _skip_space(text, i)
    return (name > i and LABEL_START[ord(text[name])]
            and not literals.matches_word(text, name, 'extends')
            and not literals.matches_word(text, name, 'implements'))


def _end_of_from(text, i):
    """The end of the `from` that follows a `yield` ending at `i`, or -1."""
    word = _skip_space(text, i)
    if word > i and literals.matches_word(text, word, 'from') and LABEL[ord(text[word + 4])] == 0:
        return word + 4
    return -1


def _skip_space(text, i):
    while CHAR_CLASS[ord(text[i])] == SPACE:
        i += 1
    return i


def _end_of_semicolon(text, i):
    """The end of a `;` or of the `?>` that is one; -1 for anything else."""
    if text[i] == ';':
        return i + 1
    if text[i] == '?' and text[i + 1] == '>':
        i += 2
        if text[i] == '\n' or text[i] == '\r':
            return literals.skip_newline(text, i)
        return i
    return -1


def _end_of_line_comment(text, i, length):
    while i < length:
        c = text[i]
        if c == '\n' or c == '\r' or (c == '?' and text[i + 1] == '>'):
            break
        i += 1
    return i


def _comparison(text, i):
    c = text[i]
    second = text[i + 1]
    if c == '=':
        if second == '>':
            return T_DOUBLE_ARROW, 2
        if second == '=':
            if text[i + 2] == '=':
                return T_IS_IDENTICAL, 3
            return T_IS_EQUAL, 2
    elif c == '!':
        if second == '=':
            if text[i + 2] == '=':
                return T_IS_NOT_IDENTICAL, 3
            return T_IS_NOT_EQUAL, 2
    elif c == '<':
        if second == '=':
            if text[i + 2] == '>':
                return T_SPACESHIP, 3
            return T_IS_SMALLER_OR_EQUAL, 2
        if second == '>':
            return T_IS_NOT_EQUAL, 2
        if second == '<':
            if text[i + 2] == '=':
                return T_SL_EQUAL, 3
            return T_SL, 2
    elif second == '=':
        return T_IS_GREATER_OR_EQUAL, 2
    elif second == '>':
        if text[i + 2] == '=':
            return T_SR_EQUAL, 3
        return T_SR, 2
    return ord(c), 1


def _arithmetic(text, i):
    c = text[i]
    second = text[i + 1]
    if c == '.':
        if second == '=':
            return T_CONCAT_EQUAL, 2
        if second == '.' and text[i + 2] == '.':
            return T_ELLIPSIS, 3
    elif c == '+':
        if second == '+':
            return T_INC, 2
        if second == '=':
            return T_PLUS_EQUAL, 2
    elif c == '-':
        if second == '-':
            return T_DEC, 2
        if second == '=':
            return T_MINUS_EQUAL, 2
    elif c == '*':
        if second == '*':
            if text[i + 2] == '=':
                return T_POW_EQUAL, 3
            return T_POW, 2
        if second == '=':
            return T_MUL_EQUAL, 2
    elif second == '=':
        return T_DIV_EQUAL if c == '/' else T_MOD_EQUAL, 2
    return ord(c), 1


def _other_operator(text, i):
    c = text[i]
    second = text[i + 1]
    if c == ':':
        if second == ':':
            return T_PAAMAYIM_NEKUDOTAYIM, 2
    elif c == '&':
        if second == '&':
            return T_BOOLEAN_AND, 2
        if second == '=':
            return T_AND_EQUAL, 2
        return _ampersand(text, i + 1), 1
    elif c == '|':
        if second == '|':
            return T_BOOLEAN_OR, 2
        if second == '=':
            return T_OR_EQUAL, 2
    elif c == '?':
        if second == '?':
            if text[i + 2] == '=':
                return T_COALESCE_EQUAL, 3
            return T_COALESCE, 2
    elif c == '^':
        if second == '=':
            return T_XOR_EQUAL, 2
    elif c == '#':
        return T_ATTRIBUTE, 2
    elif c == '\\':
        return T_NS_SEPARATOR, 1
    else:
        return T_BAD_CHARACTER, 1
    return ord(c), 1


def _ampersand(text, i):
    """PHP tells by what follows whether `&` may join two types."""
    i = _skip_space(text, i)
    if text[i] == '$' or (text[i] == '.' and text[i + 1] == '.' and text[i + 2] == '.'):
        return T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG
    return T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG
