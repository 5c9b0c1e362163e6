"""Parsing of expressions: precedence, operands and operators. Variables, calls and strings, from
which operands are made, are in operands.py.
"""

from __future__ import absolute_import

from hippy.interpreter.syntax import ast, tokens
from hippy.interpreter.syntax.operands import OperandParser
from hippy.interpreter.syntax.tokens import (
    AT, BANG, COLON, COMMA, EQUALS, IS_RESERVED, LBRACE, LBRACKET, LPAREN, MINUS, PLUS, QUESTION,
    RBRACE, RBRACKET, RPAREN, T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG,
    T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG, T_ATTRIBUTE, T_CLONE, T_COALESCE,
    T_COALESCE_EQUAL, T_DEC, T_DEFAULT, T_DOUBLE_ARROW, T_ELLIPSIS, T_EMPTY, T_EVAL, T_EXIT, T_FN,
    T_FUNCTION, T_INC, T_INCLUDE, T_INCLUDE_ONCE, T_INSTANCEOF, T_ISSET, T_LIST, T_LOGICAL_AND,
    T_LOGICAL_OR, T_LOGICAL_XOR, T_MATCH, T_NEW, T_PRINT, T_REQUIRE, T_REQUIRE_ONCE, T_STATIC,
    T_THROW, T_YIELD, T_YIELD_FROM, TILDE)

# How tightly operators bind, loosest first. A prefix operator reads as its operand whatever binds
# tighter than itself, wherever it stands: `1 + print 2 . 3` is `1 + (print (2 . 3))`.
LOWEST = 1
THROW_PRECEDENCE = 1
ARROW_PRECEDENCE = 2
INCLUDE_PRECEDENCE = 3
OR_PRECEDENCE = 4
XOR_PRECEDENCE = 5
AND_PRECEDENCE = 6
PRINT_PRECEDENCE = 7
YIELD_PRECEDENCE = 8
DOUBLE_ARROW_PRECEDENCE = 9
YIELD_FROM_PRECEDENCE = 10
ASSIGN_PRECEDENCE = 11
TERNARY_PRECEDENCE = 12
COALESCE_PRECEDENCE = 13
BOOLEAN_OR_PRECEDENCE = 14
BOOLEAN_AND_PRECEDENCE = 15
EQUALITY_PRECEDENCE = 19
COMPARISON_PRECEDENCE = 20
NOT_PRECEDENCE = 25
INSTANCEOF_PRECEDENCE = 26
UNARY_PRECEDENCE = 27
POW_PRECEDENCE = 28
CLONE_PRECEDENCE = 29

# Binary operators that become ast.Binary.
BINARY_ROWS = [
    (tokens.PIPE, ast.BIT_OR, 16),
    (tokens.CARET, ast.BIT_XOR, 17),
    (tokens.T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG, ast.BIT_AND, 18),
    (tokens.T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG, ast.BIT_AND, 18),
    (tokens.T_IS_EQUAL, ast.EQ, EQUALITY_PRECEDENCE),
    (tokens.T_IS_NOT_EQUAL, ast.NE, EQUALITY_PRECEDENCE),
    (tokens.T_IS_IDENTICAL, ast.IDENTICAL, EQUALITY_PRECEDENCE),
    (tokens.T_IS_NOT_IDENTICAL, ast.NOT_IDENTICAL, EQUALITY_PRECEDENCE),
    (tokens.T_SPACESHIP, ast.SPACESHIP, EQUALITY_PRECEDENCE),
    (tokens.LESS, ast.LT, COMPARISON_PRECEDENCE),
    (tokens.T_IS_SMALLER_OR_EQUAL, ast.LE, COMPARISON_PRECEDENCE),
    (tokens.GREATER, ast.GT, COMPARISON_PRECEDENCE),
    (tokens.T_IS_GREATER_OR_EQUAL, ast.GE, COMPARISON_PRECEDENCE),
    (tokens.DOT, ast.CONCAT, 21),
    (tokens.T_SL, ast.SHL, 22),
    (tokens.T_SR, ast.SHR, 22),
    (tokens.PLUS, ast.ADD, 23),
    (tokens.MINUS, ast.SUB, 23),
    (tokens.STAR, ast.MUL, 24),
    (tokens.SLASH, ast.DIV, 24),
    (tokens.PERCENT, ast.MOD, 24),
    (tokens.T_POW, ast.POW, POW_PRECEDENCE),
]

# Operators with nodes of their own.
OTHER_ROWS = [
    (T_LOGICAL_OR, OR_PRECEDENCE),
    (T_LOGICAL_XOR, XOR_PRECEDENCE),
    (T_LOGICAL_AND, AND_PRECEDENCE),
    (QUESTION, TERNARY_PRECEDENCE),
    (T_COALESCE, COALESCE_PRECEDENCE),
    (tokens.T_BOOLEAN_OR, BOOLEAN_OR_PRECEDENCE),
    (tokens.T_BOOLEAN_AND, BOOLEAN_AND_PRECEDENCE),
    (T_INSTANCEOF, INSTANCEOF_PRECEDENCE),
]

ASSIGNMENT_ROWS = [
    (tokens.T_PLUS_EQUAL, ast.ADD),
    (tokens.T_MINUS_EQUAL, ast.SUB),
    (tokens.T_MUL_EQUAL, ast.MUL),
    (tokens.T_DIV_EQUAL, ast.DIV),
    (tokens.T_CONCAT_EQUAL, ast.CONCAT),
    (tokens.T_MOD_EQUAL, ast.MOD),
    (tokens.T_AND_EQUAL, ast.BIT_AND),
    (tokens.T_OR_EQUAL, ast.BIT_OR),
    (tokens.T_XOR_EQUAL, ast.BIT_XOR),
    (tokens.T_SL_EQUAL, ast.SHL),
    (tokens.T_SR_EQUAL, ast.SHR),
    (tokens.T_POW_EQUAL, ast.POW),
]

CAST_ROWS = [
    (tokens.T_INT_CAST, ast.CAST_INT),
    (tokens.T_DOUBLE_CAST, ast.CAST_FLOAT),
    (tokens.T_STRING_CAST, ast.CAST_STRING),
    (tokens.T_ARRAY_CAST, ast.CAST_ARRAY),
    (tokens.T_OBJECT_CAST, ast.CAST_OBJECT),
    (tokens.T_BOOL_CAST, ast.CAST_BOOL),
    (tokens.T_UNSET_CAST, ast.CAST_UNSET),
]

# What may begin an expression besides operands that operands.py knows, casts and magic constants.
PREFIX_KINDS = [
    PLUS, MINUS, BANG, TILDE, AT, LPAREN, T_NEW, T_CLONE, T_INC, T_DEC, T_PRINT, T_YIELD,
    T_YIELD_FROM, T_THROW, T_FUNCTION, T_FN, T_ATTRIBUTE, T_MATCH, T_ISSET, T_EMPTY, T_EVAL, T_EXIT,
    T_INCLUDE, T_INCLUDE_ONCE, T_REQUIRE, T_REQUIRE_ONCE, T_LIST, tokens.T_LNUMBER,
    tokens.T_DNUMBER, tokens.T_START_HEREDOC, tokens.BACKQUOTE,
]


def _by_kind(rows, column, missing):
    "NOT_RPYTHON: a list from token kinds to a column of a table."
    values = [missing] * tokens.KIND_COUNT
    for row in rows:
        values[row[0]] = row[column]
    return values


PRECEDENCE = [
    max(pair) for pair in zip(_by_kind(BINARY_ROWS, 2, 0), _by_kind(OTHER_ROWS, 1, 0))]
BINARY_OPERATOR = _by_kind(BINARY_ROWS, 1, -1)
ASSIGNMENT_OPERATOR = _by_kind(ASSIGNMENT_ROWS, 1, -1)
CAST_TYPE = _by_kind(CAST_ROWS, 1, -1)
STARTS_EXPRESSION = [
    OperandParser.STARTS_OPERAND[_kind] or _kind in PREFIX_KINDS or CAST_TYPE[_kind] >= 0
    for _kind in range(tokens.KIND_COUNT)]


class ExpressionParser(OperandParser):
    _attrs_ = ('yields',)

    # Binary operators.

    def parse_expression(self):
        return self.parse_infix(self.parse_operand(), LOWEST)

    def parse_tighter(self, precedence):
        """An expression of operators that bind tighter than `precedence`."""
        return self.parse_infix(self.parse_operand(), precedence + 1)

    def parse_infix(self, left, lowest):
        """What the operators after `left` make of it, while they bind at least as `lowest`."""
        # Comparisons do not associate: what two of the same level may not do is meet.
        incomparable = 0
        while True:
            kind = self.kind
            precedence = PRECEDENCE[kind]
            if precedence < lowest:
                return left
            operator = BINARY_OPERATOR[kind]
            if operator >= 0:
                if precedence == EQUALITY_PRECEDENCE or precedence == COMPARISON_PRECEDENCE:
                    if precedence == incomparable:
                        raise self.unexpected()
                    incomparable = precedence
                else:
                    incomparable = 0
                self.advance()
                if precedence == POW_PRECEDENCE:
                    precedence -= 1
                right = self.parse_tighter(precedence)
                left = ast.Binary(left.start, right.end, operator, left, right)
            else:
                incomparable = 0
                left = self._parse_other_infix(left, kind, precedence)

    def _parse_other_infix(self, left, kind, precedence):
        if kind == QUESTION:
            return self._parse_ternary(left)
        self.advance()
        start = left.start
        if kind == T_INSTANCEOF:
            class_ref = self.parse_class_reference()
            return ast.Instanceof(start, self.last_end(), left, class_ref)
        if kind == T_COALESCE:
            right = self.parse_tighter(precedence - 1)
            return ast.Coalesce(start, right.end, left, right)
        right = self.parse_tighter(precedence)
        if kind == tokens.T_BOOLEAN_OR or kind == T_LOGICAL_OR:
            return ast.LogicalOr(start, right.end, left, right)
        if kind == T_LOGICAL_XOR:
            return ast.LogicalXor(start, right.end, left, right)
        return ast.LogicalAnd(start, right.end, left, right)

    def _parse_ternary(self, condition):
        self.advance()
        if self.accept(COLON):
            otherwise = self.parse_tighter(TERNARY_PRECEDENCE)
            return ast.Ternary(condition.start, otherwise.end, condition, None, otherwise, False)
        then = self.parse_expression()
        self.expect_after_expression(COLON)
        otherwise = self.parse_tighter(TERNARY_PRECEDENCE)
        return ast.Ternary(condition.start, otherwise.end, condition, then, otherwise, False)

    # Operands: prefix operators, and assignments, whose left side is one.

    def parse_operand(self):
        kind = self.kind
        if self.STARTS_OPERAND[kind]:
            if kind == T_STATIC and self.next_kind() != tokens.T_PAAMAYIM_NEKUDOTAYIM:
                return self._parse_static_closure()
            return self._after_operand(self.parse_dereferenceable())
        if kind == LPAREN:
            return self._after_operand(self.parse_dereferenceable())
        if kind == tokens.T_LNUMBER or kind == tokens.T_DNUMBER:
            return self.parse_number()
        return self._parse_prefix(kind)

    def _after_operand(self, node):
        """The assignment or increment that a variable begins, or the operand itself."""
        kind = self.kind
        if self.is_variable:
            if kind == EQUALS:
                return self._parse_assignment(node)
            operator = ASSIGNMENT_OPERATOR[kind]
            if operator >= 0:
                self.advance()
                value = self.parse_tighter(ASSIGN_PRECEDENCE)
                return ast.AssignOp(node.start, value.end, operator, node, value)
            if kind == T_COALESCE_EQUAL:
                self.advance()
                value = self.parse_tighter(ASSIGN_PRECEDENCE)
                return ast.CoalesceAssign(node.start, value.end, node, value)
            if kind == T_INC or kind == T_DEC:
                self.advance()
                return ast.IncDec(node.start, self.last_end(), node, kind == T_INC, False)
        elif kind == EQUALS and self.is_pattern:
            assert isinstance(node, ast.ArrayLiteral)
            return self._parse_destructuring(self.pattern_of(node))
        return node

    def _parse_assignment(self, target):
        self.advance()
        if self.accept_ampersand():
            value = self.parse_variable()
            return ast.AssignRef(target.start, value.end, target, value)
        value = self.parse_tighter(ASSIGN_PRECEDENCE)
        return ast.Assign(target.start, value.end, target, value)

    def _parse_destructuring(self, pattern):
        self.expect(EQUALS)
        value = self.parse_tighter(ASSIGN_PRECEDENCE)
        return ast.Assign(pattern.start, value.end, pattern, value)

    def _parse_prefix(self, kind):
        start = self.start()
        if kind == MINUS:
            return self._parse_unary(ast.MINUS, UNARY_PRECEDENCE)
        if kind == BANG:
            return self._parse_unary(ast.NOT, NOT_PRECEDENCE)
        if kind == T_NEW:
            return self._parse_new()
        if kind == T_ISSET:
            return self._parse_isset()
        if kind == T_EMPTY:
            self.advance()
            target = self._parse_parenthesized()
            return ast.Empty(start, self.last_end(), target)
        if kind == T_FUNCTION or kind == T_FN:
            return self.parse_closure(start, [], False)
        if kind == T_ATTRIBUTE:
            return self._parse_attributed_closure()
        if kind == tokens.T_START_HEREDOC:
            return self.parse_heredoc()
        if kind == T_INC or kind == T_DEC:
            self.advance()
            target = self.parse_variable()
            return ast.IncDec(start, target.end, target, kind == T_INC, True)
        if CAST_TYPE[kind] >= 0:
            self.advance()
            operand = self.parse_tighter(UNARY_PRECEDENCE)
            return ast.Cast(start, operand.end, CAST_TYPE[kind], operand)
        if kind == AT:
            self.advance()
            operand = self.parse_tighter(UNARY_PRECEDENCE)
            return ast.Silence(start, operand.end, operand)
        if kind == PLUS:
            return self._parse_unary(ast.PLUS, UNARY_PRECEDENCE)
        if kind == TILDE:
            return self._parse_unary(ast.BIT_NOT, UNARY_PRECEDENCE)
        if kind == T_LIST:
            return self._parse_destructuring(self.parse_list_pattern())
        return self._parse_word_operator(kind)

    def _parse_unary(self, operator, precedence):
        start = self.start()
        self.advance()
        operand = self.parse_tighter(precedence)
        return ast.Unary(start, operand.end, operator, operand)

    def _parse_word_operator(self, kind):
        start = self.start()
        if kind == T_CLONE:
            self.advance()
            value = self.parse_tighter(CLONE_PRECEDENCE)
            return ast.Clone(start, value.end, value)
        if kind == T_PRINT:
            self.advance()
            value = self.parse_tighter(PRINT_PRECEDENCE)
            return ast.Print(start, value.end, value)
        if kind == T_THROW:
            self.advance()
            value = self.parse_tighter(THROW_PRECEDENCE)
            return ast.Throw(start, value.end, value)
        if kind == T_YIELD:
            return self._parse_yield()
        if kind == T_YIELD_FROM:
            self.advance()
            self.yields = True
            value = self.parse_tighter(YIELD_FROM_PRECEDENCE)
            return ast.YieldFrom(start, value.end, value)
        if kind == T_MATCH:
            return self._parse_match()
        if kind == T_EXIT:
            return self._parse_exit()
        if kind == T_INCLUDE:
            return self._parse_include(ast.INCLUDE)
        if kind == T_INCLUDE_ONCE:
            return self._parse_include(ast.INCLUDE_ONCE)
        if kind == T_REQUIRE:
            return self._parse_include(ast.REQUIRE)
        if kind == T_REQUIRE_ONCE:
            return self._parse_include(ast.REQUIRE_ONCE)
        if kind == T_EVAL:
            self.advance()
            code = self._parse_parenthesized()
            return ast.Eval(start, self.last_end(), code)
        if kind == tokens.BACKQUOTE:
            return self.parse_shell_exec()
        raise self.unexpected()

    def _parse_parenthesized(self):
        self.expect(LPAREN)
        value = self.parse_expression()
        self.expect_after_expression(RPAREN)
        return value

    def _parse_include(self, mode):
        start = self.start()
        self.advance()
        path = self.parse_tighter(INCLUDE_PRECEDENCE)
        return ast.Include(start, path.end, mode, path)

    def _parse_exit(self):
        start = self.start()
        self.advance()
        value = None
        if self.accept(LPAREN):
            value = self.parse_optional_expression()
            self.expect(RPAREN)
        return ast.Exit(start, self.last_end(), value)

    def _parse_isset(self):
        start = self.start()
        self.advance()
        self.expect(LPAREN)
        targets = [self.parse_expression()]
        while self.accept(COMMA):
            if self.kind == RPAREN:
                break
            targets.append(self._parse_item(STARTS_EXPRESSION, '")"'))
        self.expect(RPAREN)
        return ast.Isset(start, self.last_end(), targets)

    def _parse_item(self, starts, expected):
        """An expression after a comma that may have been a list's last."""
        if not starts[self.kind]:
            raise self.unexpected(expected)
        return self.parse_expression()

    def _parse_yield(self):
        start = self.start()
        self.advance()
        self.yields = True
        if not STARTS_EXPRESSION[self.kind]:
            return ast.Yield(start, self.last_end(), None, None)
        value = self.parse_tighter(YIELD_PRECEDENCE)
        if not self.accept(T_DOUBLE_ARROW):
            return ast.Yield(start, value.end, None, value)
        key = value
        value = self.parse_tighter(DOUBLE_ARROW_PRECEDENCE)
        return ast.Yield(start, value.end, key, value)

    def parse_optional_expression(self):
        """An expression, or None where none begins."""
        if STARTS_EXPRESSION[self.kind]:
            return self.parse_expression()
        return None

    def accept_ampersand(self):
        kind = self.kind
        if (kind == T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG
                or kind == T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG):
            self.advance()
            return True
        return False

    # match.

    def _parse_match(self):
        start = self.start()
        self.advance()
        subject = self._parse_parenthesized()
        self.expect(LBRACE)
        arms = []
        while STARTS_EXPRESSION[self.kind] or self.kind == T_DEFAULT:
            arms.append(self._parse_match_arm())
            if not self.accept(COMMA):
                break
        self.expect(RBRACE)
        return ast.Match(start, self.last_end(), subject, arms)

    def _parse_match_arm(self):
        start = self.start()
        conditions = []
        is_default = False
        if self.accept(T_DEFAULT):
            is_default = True
            self.accept(COMMA)
        else:
            conditions.append(self.parse_expression())
            while self.accept(COMMA) and self.kind != T_DOUBLE_ARROW:
                conditions.append(self._parse_item(STARTS_EXPRESSION, '"=>"'))
        self.expect(T_DOUBLE_ARROW)
        body = self.parse_expression()
        return ast.MatchArm(start, body.end, conditions, is_default, body)

    # Closures, of which declarations.py parses more.

    def parse_closure(self, start, attributes, is_static):
        raise NotImplementedError

    def parse_attributes(self):
        raise NotImplementedError

    def parse_anonymous_class(self, start):
        raise NotImplementedError

    def parse_arrow_value(self):
        return self.parse_tighter(ARROW_PRECEDENCE)

    def _parse_static_closure(self):
        start = self.start()
        self.advance()
        if self.kind != T_FUNCTION and self.kind != T_FN:
            raise self.unexpected('"::"')
        return self.parse_closure(start, [], True)

    def _parse_attributed_closure(self):
        start = self.start()
        attributes = self.parse_attributes()
        return self.parse_closure_after_attributes(
            start, attributes, '"function" or "fn" or "static" or "#["')

    def parse_closure_after_attributes(self, start, attributes, expected):
        is_static = self.accept(T_STATIC)
        if self.kind != T_FUNCTION and self.kind != T_FN:
            raise self.unexpected('"function" or "fn"' if is_static else expected)
        return self.parse_closure(start, attributes, is_static)

    # new.

    def _parse_new(self):
        start = self.start()
        self.advance()
        if self.kind == tokens.T_CLASS or self.kind == T_ATTRIBUTE:
            return self.parse_anonymous_class(start)
        class_ref = self.parse_class_reference()
        args = []
        first_class = False
        if self.kind == LPAREN:
            first_class = self.at_first_class_marker()
            args = self.parse_arguments()
        return ast.New(start, self.last_end(), class_ref, args, first_class)

    # Arrays and patterns.

    def parse_array_items(self, closing):
        """Items up to the closing bracket, holes as None; a comma at the end makes no hole."""
        items = []
        while True:
            if self.kind == COMMA:
                self.advance()
                items.append(None)
                continue
            if not (STARTS_EXPRESSION[self.kind] or self.kind == T_ELLIPSIS
                    or self.at_ampersand()):
                break
            items.append(self._parse_array_item())
            if not self.accept(COMMA):
                break
        self.expect(closing)
        return items

    def at_ampersand(self):
        return (self.kind == T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG
                or self.kind == T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG)

    def _parse_array_item(self):
        start = self.start()
        if self.accept(T_ELLIPSIS):
            value = self.parse_expression()
            return ast.ArrayItem(start, value.end, None, value, False, True)
        if self.accept_ampersand():
            value = self._parse_referenced_item()
            return ast.ArrayItem(start, value.end, None, value, True, False)
        value = self._parse_item_value()
        if isinstance(value, ast.ListPattern) or not self.accept(T_DOUBLE_ARROW):
            return ast.ArrayItem(start, value.end, None, value, False, False)
        key = value
        if self.accept_ampersand():
            value = self._parse_referenced_item()
            return ast.ArrayItem(start, value.end, key, value, True, False)
        value = self._parse_item_value()
        return ast.ArrayItem(start, value.end, key, value, False, False)

    def _parse_referenced_item(self):
        value = self.parse_variable()
        if self.kind != COMMA and self.kind != RPAREN and self.kind != RBRACKET:
            raise self.not_a_variable()
        return value

    def _parse_item_value(self):
        """An expression, or a `list(...)` that need not be assigned to."""
        if self.kind != T_LIST:
            return self.parse_expression()
        pattern = self.parse_list_pattern()
        if self.kind == EQUALS:
            return self.parse_infix(self._parse_destructuring(pattern), LOWEST)
        return pattern

    def parse_list_pattern(self):
        start = self.start()
        self.advance()
        self.expect(LPAREN)
        items = self.parse_array_items(RPAREN)
        self._make_patterns(items)
        return ast.ListPattern(start, self.last_end(), items, False)

    def pattern_of(self, node):
        """The pattern that an array literal on the left of `=` is."""
        self._make_patterns(node.items)
        return ast.ListPattern(node.start, node.end, node.items, node.is_short)

    def _make_patterns(self, items):
        for item in items:
            if item is not None:
                value = item.value
                if isinstance(value, ast.ArrayLiteral) and value.is_short:
                    item.value = self.pattern_of(value)

    def parse_foreach_target(self):
        """A variable or a pattern."""
        if self.kind == T_LIST:
            return self.parse_list_pattern()
        node = self.parse_dereferenceable()
        if self.is_variable:
            return node
        if self.is_pattern:
            assert isinstance(node, ast.ArrayLiteral)
            return self.pattern_of(node)
        raise self.not_a_variable()

    def parse_bracketed_index(self):
        """What `[` or `{` after a value holds; None for `[]`."""
        if self.accept(LBRACKET):
            index = self.parse_optional_expression()
            self.expect(RBRACKET)
            return index
        self.expect(LBRACE)
        index = self.parse_expression()
        self.expect_after_expression(RBRACE)
        return index

    def parse_braced(self):
        """`{ expression }`"""
        self.expect(LBRACE)
        value = self.parse_expression()
        self.expect_after_expression(RBRACE)
        return value

    # Arguments.

    def at_first_class_marker(self):
        """Is this `(...)`, which makes a closure of what is called?"""
        return (self.next_kind() == T_ELLIPSIS and self.pos + 2 < len(self.kinds)
                and self.kinds[self.pos + 2] == RPAREN)

    def parse_arguments(self):
        """List of Arg; empty for `(...)`."""
        args = []
        if self.at_first_class_marker():
            self.advance()
            self.advance()
            self.advance()
            return args
        self.expect(LPAREN)
        if self.accept(RPAREN):
            return args
        args.append(self._parse_argument())
        while self.accept(COMMA) and self.kind != RPAREN:
            if not (STARTS_EXPRESSION[self.kind] or self.kind == T_ELLIPSIS
                    or self.at_identifier()):
                raise self.unexpected('")"')
            args.append(self._parse_argument())
        self.expect(RPAREN)
        return args

    def _parse_argument(self):
        start = self.start()
        if self.at_identifier() and self.next_kind() == COLON:
            name = self.identifier()
            self.advance()
            value = self.parse_expression()
            return ast.Arg(start, value.end, value, name, False)
        if IS_RESERVED[self.kind] and not STARTS_EXPRESSION[self.kind]:
            self.advance()
            raise self.unexpected('":"')
        self.argument = self.pos
        spread = self.accept(T_ELLIPSIS)
        value = self.parse_expression()
        return ast.Arg(start, value.end, value, None, spread)
