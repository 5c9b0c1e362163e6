"""Parsing of what operators work on: variables and what hangs on them, names, calls, strings and
numbers. The operators are in expressions.py.
"""

from __future__ import absolute_import

from hippy.interpreter.syntax import ast, literals, tokens
from hippy.interpreter.syntax.cursor import Cursor
from hippy.interpreter.syntax.tokens import (
    BACKQUOTE, DOLLAR, LBRACE, LBRACKET, LPAREN, MINUS, QUOTE, RBRACE, RBRACKET, RPAREN, T_ARRAY,
    T_CONSTANT_ENCAPSED_STRING, T_CURLY_OPEN, T_DOLLAR_OPEN_CURLY_BRACES,
    T_ENCAPSED_AND_WHITESPACE, T_END_HEREDOC, T_NULLSAFE_OBJECT_OPERATOR, T_NUM_STRING,
    T_OBJECT_OPERATOR, T_PAAMAYIM_NEKUDOTAYIM, T_READONLY, T_STATIC, T_STRING, T_STRING_VARNAME,
    T_VARIABLE)

MAGIC_ROWS = [
    (tokens.T_LINE, ast.MAGIC_LINE),
    (tokens.T_FILE, ast.MAGIC_FILE),
    (tokens.T_DIR, ast.MAGIC_DIR),
    (tokens.T_FUNC_C, ast.MAGIC_FUNCTION),
    (tokens.T_CLASS_C, ast.MAGIC_CLASS),
    (tokens.T_METHOD_C, ast.MAGIC_METHOD),
    (tokens.T_NS_C, ast.MAGIC_NAMESPACE),
    (tokens.T_TRAIT_C, ast.MAGIC_TRAIT),
]

# What may hang on what was parsed last; each level allows what those before it do.
CONSTANT = 0
CLASS_CONSTANT = 1
CALLABLE = 2

AFTER_CONSTANT = '"->" or "?->" or "{" or "["'
AFTER_STRING_START = 'variable or "${" or "{$"'


def _magic_constants():
    "NOT_RPYTHON"
    table = [-1] * tokens.KIND_COUNT
    for kind, magic in MAGIC_ROWS:
        table[kind] = magic
    return table


def _starts_operand():
    "NOT_RPYTHON: kinds that parse_dereferenceable() knows, the parenthesis apart."
    kinds = [T_VARIABLE, DOLLAR, T_STRING, tokens.T_NAME_QUALIFIED, tokens.T_NAME_FULLY_QUALIFIED,
             tokens.T_NAME_RELATIVE, T_STATIC, T_ARRAY, LBRACKET, T_CONSTANT_ENCAPSED_STRING,
             QUOTE, T_READONLY] + [kind for kind, _magic in MAGIC_ROWS]
    return [kind in kinds for kind in range(tokens.KIND_COUNT)]


MAGIC_CONSTANT = _magic_constants()


class OperandParser(Cursor):
    """After parse_dereferenceable(), `is_variable` tells whether the result may be assigned to,
    and `is_pattern` whether it is a short array literal, which may before a `=`.
    """
    _attrs_ = ('is_variable', 'is_pattern', 'level')

    STARTS_OPERAND = _starts_operand()

    # What subclasses add.

    def parse_expression(self):
        raise NotImplementedError

    def parse_arguments(self):
        raise NotImplementedError

    def at_first_class_marker(self):
        raise NotImplementedError

    def parse_array_items(self, closing):
        raise NotImplementedError

    def parse_bracketed_index(self):
        raise NotImplementedError

    def parse_braced(self):
        raise NotImplementedError

    # Variables and what hangs on them.

    def parse_variable(self):
        """Something that can be assigned to or called, never a mere value."""
        if not self.STARTS_OPERAND[self.kind] and self.kind != LPAREN:
            raise self.unexpected()
        node = self.parse_dereferenceable()
        if not self.is_variable:
            raise self.not_a_variable()
        return node

    def not_a_variable(self):
        return self.unexpected(AFTER_CONSTANT)

    def parse_dereferenceable(self):
        """A variable, name, string, array or parenthesized expression with all that follows."""
        self.is_variable = False
        self.is_pattern = False
        kind = self.kind
        if kind == T_VARIABLE or kind == DOLLAR:
            node = self.parse_simple_variable()
            self._is_variable()
        elif kind == T_CONSTANT_ENCAPSED_STRING:
            node = self._parse_string()
            self.level = CALLABLE
        elif kind == LBRACKET:
            start = self.start()
            self.advance()
            items = self.parse_array_items(RBRACKET)
            node = ast.ArrayLiteral(start, self.last_end(), items, True)
            self._is_value(CALLABLE)
            self.is_pattern = True
        elif kind == T_ARRAY:
            node = self._parse_long_array()
        elif kind == LPAREN:
            node = self._parse_in_parentheses()
        elif kind == QUOTE:
            node = self._parse_interpolated()
        elif MAGIC_CONSTANT[kind] >= 0:
            start = self.start()
            self.advance()
            node = ast.MagicConst(start, self.last_end(), MAGIC_CONSTANT[kind])
            self.level = CONSTANT
        else:
            node = self._parse_named()
        return self._parse_postfixes(node)

    def _is_variable(self):
        self.is_variable = True
        self.is_pattern = False
        self.level = CALLABLE

    def _is_value(self, level):
        self.is_variable = False
        self.is_pattern = False
        self.level = level

    def _parse_postfixes(self, node):
        while True:
            kind = self.kind
            if kind == T_OBJECT_OPERATOR or kind == T_NULLSAFE_OBJECT_OPERATOR:
                node = self._parse_member(node, kind == T_NULLSAFE_OBJECT_OPERATOR)
            elif kind == LBRACKET or kind == LBRACE:
                index = self.parse_bracketed_index()
                node = ast.Dim(node.start, self.last_end(), node, index, kind == LBRACE)
                self._is_variable()
            elif kind == LPAREN and self.level == CALLABLE:
                first_class = self.at_first_class_marker()
                args = self.parse_arguments()
                node = ast.Call(node.start, self.last_end(), node, args, first_class)
                self._is_variable()
            elif kind == T_PAAMAYIM_NEKUDOTAYIM and self.level >= CLASS_CONSTANT:
                node = self._parse_static_member(node)
            else:
                return node

    def parse_simple_variable(self):
        """`$a`, `$$a` or `${...}`."""
        start = self.start()
        if self.kind == T_VARIABLE:
            name = self.text()[1:]
            self.advance()
            return ast.Variable(start, self.last_end(), name)
        self.advance()
        if self.kind == LBRACE:
            inner = self.parse_braced()
        elif self.kind == T_VARIABLE or self.kind == DOLLAR:
            inner = self.parse_simple_variable()
        else:
            raise self.unexpected('variable or "{" or "$"')
        return ast.VariableVariable(start, self.last_end(), inner)

    def _parse_member(self, target, nullsafe):
        self.advance()
        name = self._parse_member_name()
        if self.kind == LPAREN:
            first_class = self.at_first_class_marker()
            args = self.parse_arguments()
            node = ast.MethodCall(target.start, self.last_end(), target, name, args, first_class,
                                  nullsafe)
        else:
            node = ast.Prop(target.start, self.last_end(), target, name, nullsafe)
        self._is_variable()
        return node

    def _parse_member_name(self):
        """An Identifier or an expression after `->`."""
        kind = self.kind
        start = self.start()
        if kind == T_STRING:
            name = self.text()
            self.advance()
            return ast.Identifier(start, self.last_end(), name)
        if kind == LBRACE:
            return self.parse_braced()
        if kind == T_VARIABLE or kind == DOLLAR:
            return self.parse_simple_variable()
        raise self.unexpected('identifier or variable or "{" or "$"')

    def _parse_static_member(self, class_ref):
        """What follows `class_ref` and the `::` here."""
        self.advance()
        kind = self.kind
        if kind == T_VARIABLE or kind == DOLLAR:
            name = self.parse_simple_variable()
            if self.kind != LPAREN:
                self._is_variable()
                return _static_property(class_ref, name, self.last_end())
            return self._parse_static_call(class_ref, name)
        if kind == LBRACE:
            name = self.parse_braced()
            if self.kind != LPAREN:
                raise self.unexpected('"("')
            return self._parse_static_call(class_ref, name)
        start = self.start()
        word = self.identifier()
        if self.kind == LPAREN:
            name = ast.Identifier(start, self.last_end(), word)
            return self._parse_static_call(class_ref, name)
        self._is_value(CLASS_CONSTANT)
        return ast.ClassConst(class_ref.start, self.last_end(), class_ref, word)

    def _parse_static_call(self, class_ref, name):
        first_class = self.at_first_class_marker()
        args = self.parse_arguments()
        self._is_variable()
        return ast.StaticCall(class_ref.start, self.last_end(), class_ref, name, args, first_class)

    def _parse_named(self):
        """A constant, or what a function's or a class's name begins."""
        kind = self.kind
        if kind == T_READONLY:
            name = self.keyword_name()
            if self.kind != LPAREN:
                raise self.unexpected('"("')
        else:
            name = self.parse_class_name()
            if self.kind == T_PAAMAYIM_NEKUDOTAYIM:
                return self._parse_static_member(name)
        if kind == T_STATIC:
            raise self.unexpected('"::"')
        if self.kind == LPAREN:
            first_class = self.at_first_class_marker()
            args = self.parse_arguments()
            self._is_variable()
            return ast.Call(name.start, self.last_end(), name, args, first_class)
        self._is_value(CONSTANT)
        return ast.ConstFetch(name.start, name.end, name)

    def _parse_in_parentheses(self):
        self.advance()
        node = self.parse_expression()
        self.expect_after_expression(RPAREN)
        if isinstance(node, ast.Ternary):
            node.parenthesized = True
        self._is_value(CALLABLE)
        return node

    def _parse_long_array(self):
        start = self.start()
        self.advance()
        self.expect(LPAREN)
        items = self.parse_array_items(RPAREN)
        self._is_value(CALLABLE)
        return ast.ArrayLiteral(start, self.last_end(), items, False)

    # Classes in `new` and `instanceof`.

    def parse_class_reference(self):
        """A Name, or an expression without calls, or any in parentheses."""
        kind = self.kind
        if kind == LPAREN:
            self.advance()
            node = self.parse_expression()
            self.expect_after_expression(RPAREN)
            return node
        if kind == T_VARIABLE or kind == DOLLAR:
            return self._parse_new_postfixes(self.parse_simple_variable())
        name = self.parse_class_name()
        if self.kind != T_PAAMAYIM_NEKUDOTAYIM:
            return name
        return self._parse_new_postfixes(self._parse_static_property(name))

    def _parse_new_postfixes(self, node):
        while True:
            kind = self.kind
            if kind == LBRACKET or kind == LBRACE:
                index = self.parse_bracketed_index()
                node = ast.Dim(node.start, self.last_end(), node, index, kind == LBRACE)
            elif kind == T_OBJECT_OPERATOR or kind == T_NULLSAFE_OBJECT_OPERATOR:
                self.advance()
                name = self._parse_member_name()
                node = ast.Prop(node.start, self.last_end(), node, name,
                                kind == T_NULLSAFE_OBJECT_OPERATOR)
            elif kind == T_PAAMAYIM_NEKUDOTAYIM:
                node = self._parse_static_property(node)
            else:
                return node

    def _parse_static_property(self, class_ref):
        self.advance()
        if self.kind != T_VARIABLE and self.kind != DOLLAR:
            raise self.unexpected('variable or "$"')
        name = self.parse_simple_variable()
        return _static_property(class_ref, name, self.last_end())

    # Numbers.

    def parse_number(self):
        start = self.start()
        text = self.text()
        kind = self.kind
        self.advance()
        if kind == tokens.T_LNUMBER:
            return ast.IntLiteral(start, self.last_end(), literals.int_value(text))
        return ast.FloatLiteral(start, self.last_end(), literals.float_value(text))

    # Strings.

    def _parse_string(self):
        start = self.start()
        value = self.string_at(self.pos)
        self.advance()
        return ast.StringLiteral(start, self.last_end(), value)

    def _parse_interpolated(self):
        start = self.start()
        self.advance()
        parts, forms = self._parse_parts(QUOTE, '"')
        self.expect(QUOTE)
        self._is_value(CALLABLE)
        return ast.Interpolated(start, self.last_end(), parts, forms)

    def parse_shell_exec(self):
        start = self.start()
        self.advance()
        parts = []
        forms = []
        if self.kind == T_ENCAPSED_AND_WHITESPACE and self.next_kind() == BACKQUOTE:
            parts.append(self._parse_text('`'))
            forms.append(ast.PART_PLAIN)
        elif self.kind != BACKQUOTE:
            parts, forms = self._parse_parts(BACKQUOTE, '`')
        self.expect(BACKQUOTE)
        return ast.ShellExec(start, self.last_end(), parts, forms)

    def _parse_text(self, quote):
        start = self.start()
        value = self.unescape(self.text(), quote, self.pos)
        self.advance()
        return ast.StringLiteral(start, self.last_end(), value)

    def _parse_parts(self, closing, quote):
        """Text and variables up to the closing token: lists for Interpolated."""
        parts = []
        forms = []
        while self.kind != closing:
            if self.kind == T_ENCAPSED_AND_WHITESPACE:
                text = self._parse_text(quote)
                if closing == QUOTE and len(parts) == 0 and not self._starts_part(self.kind):
                    raise self.unexpected(AFTER_STRING_START)
                _add_text(text, parts, forms)
            else:
                forms.append(ast.PART_PLAIN)
                parts.append(self._parse_part(forms, _after_parts(closing, len(parts))))
        return parts, forms

    def _starts_part(self, kind):
        return (kind == T_VARIABLE or kind == T_CURLY_OPEN
                or kind == T_DOLLAR_OPEN_CURLY_BRACES)

    def _parse_part(self, forms, expected):
        """A variable in a string. Sets its form, the last of `forms`."""
        kind = self.kind
        if kind == T_VARIABLE:
            return self._parse_simple_part()
        if kind == T_CURLY_OPEN:
            self.advance()
            node = self.parse_variable()
            if self.kind != RBRACE:
                raise self.not_a_variable()
            self.advance()
            return node
        if kind != T_DOLLAR_OPEN_CURLY_BRACES:
            raise self.unexpected(expected)
        start = self.start()
        self.advance()
        if self.kind == T_STRING_VARNAME:
            forms[len(forms) - 1] = ast.PART_DOLLAR_BRACE_NAME
            return self._parse_named_part(start)
        forms[len(forms) - 1] = ast.PART_DOLLAR_BRACE_EXPRESSION
        name = self.parse_expression()
        self.expect_after_expression(RBRACE)
        return ast.VariableVariable(start, self.last_end(), name)

    def _parse_named_part(self, start):
        """`${name}` or `${name[expression]}`."""
        name = self.text()
        name_start = self.start()
        self.advance()
        variable = ast.Variable(name_start, self.last_end(), name)
        if self.kind == LBRACKET:
            self.advance()
            index = self.parse_expression()
            self.expect_after_expression(RBRACKET)
            self.expect(RBRACE)
            return ast.Dim(start, self.last_end(), variable, index, False)
        self.expect(RBRACE)
        return ast.Variable(start, self.last_end(), name)

    def _parse_simple_part(self):
        """`$a`, `$a[...]` or `$a->b`."""
        node = self.parse_simple_variable()
        kind = self.kind
        if kind == LBRACKET:
            self.advance()
            index = self._parse_offset()
            self.expect(RBRACKET)
            return ast.Dim(node.start, self.last_end(), node, index, False)
        if kind == T_OBJECT_OPERATOR or kind == T_NULLSAFE_OBJECT_OPERATOR:
            self.advance()
            name = self._parse_member_name()
            return ast.Prop(node.start, self.last_end(), node, name,
                            kind == T_NULLSAFE_OBJECT_OPERATOR)
        return node

    def _parse_offset(self):
        """The unquoted word, number or variable in "$a[...]"."""
        kind = self.kind
        start = self.start()
        if kind == T_VARIABLE:
            return self.parse_simple_variable()
        if kind == T_STRING:
            word = self.text()
            self.advance()
            return ast.StringLiteral(start, self.last_end(), word)
        negative = self.accept(MINUS)
        if self.kind != T_NUM_STRING:
            raise self.unexpected(
                'number' if negative else '"-" or identifier or variable or number')
        number = self.text()
        self.advance()
        if not literals.is_decimal_int(number) or (negative and number == '0'):
            if negative:
                number = '-' + number
            return ast.StringLiteral(start, self.last_end(), number)
        value = literals.int_value(number)
        if negative:
            value = -value
        return ast.IntLiteral(start, self.last_end(), value)

    def parse_heredoc(self):
        """A heredoc or nowdoc: a StringLiteral if it holds no variable."""
        start = self.start()
        heredoc = self.lexer.heredocs[self.pos]
        if self._starts_part(self.next_kind()):
            self.check_heredoc_start(heredoc)
        self.advance()
        parts = []
        forms = []
        while self.kind != T_END_HEREDOC:
            if self.kind == T_ENCAPSED_AND_WHITESPACE:
                _add_text(self._parse_heredoc_text(heredoc), parts, forms)
            else:
                self._check_heredoc_part(parts)
                forms.append(ast.PART_PLAIN)
                parts.append(self._parse_part(forms, ''))
        self.advance()
        end = self.last_end()
        if len(parts) == 0:
            return ast.StringLiteral(start, end, '')
        first = parts[0]
        if len(parts) == 1 and isinstance(first, ast.StringLiteral):
            return ast.StringLiteral(start, end, first.value)
        return ast.Interpolated(start, end, parts, forms)

    def _check_heredoc_part(self, parts):
        if not self._starts_part(self.kind) and len(parts) == 1:
            if isinstance(parts[0], ast.StringLiteral):
                raise self.unexpected('variable or heredoc end or "${" or "{$"')
            raise self.unexpected()

    def _parse_heredoc_text(self, heredoc):
        start = self.start()
        value = self.heredoc_text(heredoc, self.pos)
        self.advance()
        return ast.StringLiteral(start, self.last_end(), value)


def _add_text(text, parts, forms):
    # What remains of an indented line may be nothing.
    if text.value != '':
        parts.append(text)
        forms.append(ast.PART_PLAIN)


def _after_parts(closing, count):
    """What PHP expects in a string besides text, given how many parts were read."""
    if closing == BACKQUOTE:
        return '"`"'
    if count == 0:
        return 'variable or string content or "${" or "{$"'
    return ''


def _static_property(class_ref, name, end):
    """StaticProp of what was written as `$name`, `$$x` or `${x}` after `::`."""
    if isinstance(name, ast.Variable):
        return ast.StaticProp(class_ref.start, end, class_ref,
                              ast.Identifier(name.start, name.end, name.name))
    assert isinstance(name, ast.VariableVariable)
    return ast.StaticProp(class_ref.start, end, class_ref, name.expression)
