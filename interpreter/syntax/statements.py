"""Parsing of statements, from blocks and loops to namespaces."""

from __future__ import absolute_import

from hippy.interpreter.syntax import ast, literals, tokens
from hippy.interpreter.syntax.declarations import DeclarationParser
from hippy.interpreter.syntax.expressions import STARTS_EXPRESSION
from hippy.interpreter.syntax.parse_error import ParseWarning
from hippy.interpreter.syntax.tokens import (
    COLON, COMMA, DOLLAR, EQUALS, LBRACE, LPAREN, PIPE, RBRACE, RPAREN, SEMICOLON, T_ABSTRACT,
    T_AS, T_ATTRIBUTE, T_BREAK, T_CASE, T_CATCH, T_CLASS, T_CONST, T_CONTINUE, T_DECLARE, T_DEFAULT,
    T_DO, T_DOUBLE_ARROW, T_ECHO, T_ELSE, T_ELSEIF, T_ENDDECLARE, T_ENDFOR, T_ENDFOREACH, T_ENDIF,
    T_ENDSWITCH, T_ENDWHILE, T_ENUM, T_FINAL, T_FINALLY, T_FOR, T_FOREACH, T_FUNCTION,
    T_GLOBAL, T_GOTO, T_HALT_COMPILER, T_IF, T_INLINE_HTML, T_INTERFACE, T_NAME_FULLY_QUALIFIED,
    T_NAME_QUALIFIED, T_NAMESPACE, T_NS_SEPARATOR, T_READONLY, T_RETURN, T_STATIC, T_STRING,
    T_SWITCH, T_TRAIT, T_TRY, T_UNSET, T_USE, T_VARIABLE, T_WHILE)

STATEMENT_KINDS = [
    LBRACE, SEMICOLON, T_IF, T_WHILE, T_DO, T_FOR, T_FOREACH, T_SWITCH, T_BREAK, T_CONTINUE,
    T_RETURN, T_GLOBAL, T_STATIC, T_ECHO, T_INLINE_HTML, T_UNSET, T_DECLARE, T_TRY, T_GOTO,
    T_ABSTRACT, T_FINAL, T_READONLY, T_CLASS, T_TRAIT, T_INTERFACE, T_ENUM, T_HALT_COMPILER,
]
TOP_KINDS = [T_NAMESPACE, T_USE, T_CONST]

ANY_NAME = 'identifier or fully qualified name or namespaced name'
INNER_NAME = 'identifier or namespaced name'

STARTS_STATEMENT = [STARTS_EXPRESSION[_kind] or _kind in STATEMENT_KINDS
                    for _kind in range(tokens.KIND_COUNT)]
STARTS_TOP_STATEMENT = [STARTS_STATEMENT[_kind] or _kind in TOP_KINDS
                        for _kind in range(tokens.KIND_COUNT)]


class StatementParser(DeclarationParser):
    _attrs_ = ('halted',)

    def parse_top_statements(self):
        """Statements up to the first token that begins none."""
        statements = []
        while STARTS_TOP_STATEMENT[self.kind] and not self.halted:
            statements.append(self._parse_top_statement())
        return statements

    def _parse_top_statement(self):
        kind = self.kind
        if kind == T_NAMESPACE:
            return self._parse_namespace()
        if kind == T_USE:
            return self._parse_use()
        if kind == T_CONST:
            return self._parse_constants()
        if kind == T_HALT_COMPILER:
            return self._parse_halt_compiler()
        return self.parse_statement()

    def parse_inner_statements(self):
        """As parse_top_statements(), for what stands in braces."""
        statements = []
        while STARTS_STATEMENT[self.kind]:
            statements.append(self.parse_statement())
        return statements

    def parse_block(self):
        """`{ statements }`"""
        start = self.start()
        self.expect(LBRACE)
        statements = self.parse_inner_statements()
        self.expect_after_expression(RBRACE)
        return ast.Block(start, self.last_end(), statements)

    def _parse_alternative_block(self, closing):
        """`: statements closing ;`"""
        start = self.start()
        self.advance()
        statements = self.parse_inner_statements()
        end = self.last_end()
        self.expect_after_expression(closing)
        self.expect_semicolon()
        return ast.Block(start, end, statements)

    def _parse_body_or_block(self, closing):
        """A loop's body in either syntax."""
        if self.kind == COLON:
            return self._parse_alternative_block(closing)
        return self.parse_substatement()

    def parse_substatement(self):
        """The body of a control structure: not a declaration."""
        if self.kind == T_ATTRIBUTE or self._at_declaration():
            # At best a closure.
            return self._parse_expression_statement()
        if self.kind == T_HALT_COMPILER:
            raise self.unexpected()
        return self.parse_statement()

    def _at_declaration(self):
        kind = self.kind
        if kind == T_FUNCTION:
            return self.at_function_declaration()
        if kind == T_READONLY:
            return self.next_kind() != LPAREN
        return (kind == T_CLASS or kind == T_ABSTRACT or kind == T_FINAL or kind == T_INTERFACE
                or kind == T_TRAIT or kind == T_ENUM)

    def parse_statement(self):
        kind = self.kind
        if kind == T_VARIABLE:
            return self._parse_expression_statement()
        if kind == LBRACE:
            return self.parse_block()
        if kind == T_ECHO:
            return self._parse_echo()
        if kind == T_IF:
            return self._parse_if()
        if kind == T_RETURN:
            start = self.start()
            value = self._parse_after_keyword()
            return ast.Return(start, self.last_end(), value)
        if kind == T_STRING and self.next_kind() == COLON:
            return self._parse_label()
        if kind == T_FOREACH:
            return self._parse_foreach()
        if kind == T_FOR:
            return self._parse_for()
        if kind == T_WHILE:
            return self._parse_while()
        if kind == T_DO:
            return self._parse_do_while()
        if kind == T_SWITCH:
            return self._parse_switch()
        if kind == T_ATTRIBUTE:
            return self._parse_attributed()
        if self._at_declaration():
            return self._parse_declaration(self.start(), [])
        return self._parse_rarer_statement(kind)

    def _parse_rarer_statement(self, kind):
        start = self.start()
        if kind == T_INLINE_HTML:
            text = self.text()
            self.advance()
            return ast.InlineHtml(start, self.last_end(), text)
        if kind == SEMICOLON:
            self.advance()
            return ast.Nop(start, self.last_end())
        if kind == T_BREAK:
            levels = self._parse_after_keyword()
            return ast.Break(start, self.last_end(), levels)
        if kind == T_CONTINUE:
            levels = self._parse_after_keyword()
            return ast.Continue(start, self.last_end(), levels)
        if kind == T_STATIC and self.next_kind() == T_VARIABLE:
            return self._parse_static()
        if kind == T_GLOBAL:
            return self._parse_global()
        if kind == T_UNSET:
            return self._parse_unset()
        if kind == T_TRY:
            return self._parse_try()
        if kind == T_DECLARE:
            return self._parse_declare()
        if kind == T_GOTO:
            return self._parse_goto()
        if kind == T_HALT_COMPILER:
            return self._refuse_halt_compiler()
        return self._parse_expression_statement()

    # Simple statements.

    def _parse_expression_statement(self):
        expression = self.parse_expression()
        self.expect_semicolon('')
        return ast.ExprStmt(expression.start, self.last_end(), expression)

    def _parse_after_keyword(self):
        """The optional expression of `return`, `break` and `continue`, and the semicolon."""
        self.advance()
        value = self.parse_optional_expression()
        self.expect_semicolon()
        return value

    def _parse_echo(self):
        start = self.start()
        self.advance()
        values = [self.parse_expression()]
        while self.accept(COMMA):
            values.append(self.parse_expression())
        self.expect_semicolon('"," or ";"')
        return ast.Echo(start, self.last_end(), values)

    def _parse_label(self):
        start = self.start()
        name = self.text()
        self.advance()
        self.advance()
        return ast.Label(start, self.last_end(), name)

    def _parse_goto(self):
        start = self.start()
        self.advance()
        if self.kind != T_STRING:
            raise self.unexpected('identifier')
        label = self.text()
        self.advance()
        self.expect_semicolon()
        return ast.Goto(start, self.last_end(), label)

    def _parse_global(self):
        start = self.start()
        self.advance()
        targets = [self._parse_global_variable()]
        while self.accept(COMMA):
            targets.append(self._parse_global_variable())
        self.expect_semicolon('"," or ";"')
        return ast.Global(start, self.last_end(), targets)

    def _parse_global_variable(self):
        if self.kind != T_VARIABLE and self.kind != DOLLAR:
            raise self.unexpected('variable or "$"')
        return self.parse_simple_variable()

    def _parse_static(self):
        start = self.start()
        self.advance()
        variables = [self._parse_static_variable()]
        while self.accept(COMMA):
            variables.append(self._parse_static_variable())
        self.expect_semicolon('"," or ";"')
        return ast.Static(start, self.last_end(), variables)

    def _parse_static_variable(self):
        start = self.start()
        name = self.variable_name()
        default = None
        if self.accept(EQUALS):
            default = self.parse_expression()
        return ast.StaticVar(start, self.last_end(), name, default)

    def _parse_unset(self):
        start = self.start()
        self.advance()
        self.expect(LPAREN)
        targets = [self.parse_variable()]
        while self.accept(COMMA) and self.kind != RPAREN:
            if not self.STARTS_OPERAND[self.kind] and self.kind != LPAREN:
                raise self.unexpected('")"')
            targets.append(self.parse_variable())
        if self.kind != RPAREN:
            raise self.not_a_variable()
        self.advance()
        self.expect_semicolon()
        return ast.Unset(start, self.last_end(), targets)

    # Branches.

    def _parse_condition(self):
        self.expect(LPAREN)
        condition = self.parse_expression()
        self.expect_after_expression(RPAREN)
        return condition

    def _parse_if(self):
        start = self.start()
        branch_start = start
        self.advance()
        condition = self._parse_condition()
        if self.kind == COLON:
            return self._parse_alternative_if(start, condition)
        branches = []
        while True:
            body = self.parse_substatement()
            branches.append(ast.IfBranch(branch_start, body.end, condition, body))
            if self.kind != T_ELSEIF:
                break
            branch_start = self.start()
            self.advance()
            condition = self._parse_condition()
        otherwise = None
        if self.accept(T_ELSE):
            otherwise = self.parse_substatement()
        return ast.If(start, self.last_end(), branches, otherwise)

    def _parse_alternative_if(self, start, condition):
        branches = []
        branch_start = start
        while True:
            body = self._parse_branch_block()
            branches.append(ast.IfBranch(branch_start, body.end, condition, body))
            if self.kind != T_ELSEIF:
                break
            branch_start = self.start()
            self.advance()
            condition = self._parse_condition()
        otherwise = None
        if self.accept(T_ELSE):
            otherwise = self._parse_branch_block()
            self.expect_after_expression(T_ENDIF)
        elif not self.accept(T_ENDIF):
            raise self.unexpected('"elseif" or "else" or "endif"')
        self.expect_semicolon()
        return ast.If(start, self.last_end(), branches, otherwise)

    def _parse_branch_block(self):
        start = self.start()
        self.expect(COLON)
        statements = self.parse_inner_statements()
        return ast.Block(start, self.last_end(), statements)

    def _parse_switch(self):
        start = self.start()
        self.advance()
        subject = self._parse_condition()
        if self.accept(COLON):
            closing = T_ENDSWITCH
            expected = '"endswitch" or "case" or "default"'
        elif self.accept(LBRACE):
            closing = RBRACE
            expected = '"case" or "default" or "}"'
        else:
            raise self.unexpected('":" or "{"')
        self.accept(SEMICOLON)
        cases = []
        while self.kind == T_CASE or self.kind == T_DEFAULT:
            cases.append(self._parse_case())
        if self.kind != closing:
            raise self.unexpected(expected)
        self.advance()
        if closing == T_ENDSWITCH:
            self.expect_semicolon()
        return ast.Switch(start, self.last_end(), subject, cases)

    def _parse_case(self):
        start = self.start()
        condition = None
        if self.accept(T_DEFAULT):
            if self.kind != COLON and self.kind != SEMICOLON:
                raise self.unexpected('":" or ";"')
        else:
            self.advance()
            condition = self.parse_expression()
            if self.kind != COLON and self.kind != SEMICOLON:
                raise self.unexpected()
        self.advance()
        body = self.parse_inner_statements()
        return ast.Case(start, self.last_end(), condition, body)

    # Loops.

    def _parse_while(self):
        start = self.start()
        self.advance()
        condition = self._parse_condition()
        body = self._parse_body_or_block(T_ENDWHILE)
        return ast.While(start, self.last_end(), condition, body)

    def _parse_do_while(self):
        start = self.start()
        self.advance()
        body = self.parse_substatement()
        self.expect(T_WHILE)
        condition = self._parse_condition()
        self.expect_semicolon()
        return ast.DoWhile(start, self.last_end(), body, condition)

    def _parse_for(self):
        start = self.start()
        self.advance()
        self.expect(LPAREN)
        init = self._parse_for_expressions(SEMICOLON)
        condition = self._parse_for_expressions(SEMICOLON)
        step = self._parse_for_expressions(RPAREN)
        body = self._parse_body_or_block(T_ENDFOR)
        return ast.For(start, self.last_end(), init, condition, step, body)

    def _parse_for_expressions(self, closing):
        expressions = []
        if STARTS_EXPRESSION[self.kind]:
            expressions.append(self.parse_expression())
            while self.accept(COMMA):
                expressions.append(self.parse_expression())
        self.expect(closing)
        return expressions

    def _parse_foreach(self):
        start = self.start()
        self.advance()
        self.expect(LPAREN)
        subject = self.parse_expression()
        self.expect_after_expression(T_AS)
        key = None
        by_ref = self.accept_ampersand()
        target = self._parse_loop_variable(by_ref)
        key_by_ref = False
        if self.accept(T_DOUBLE_ARROW):
            key = target
            key_by_ref = by_ref
            by_ref = self.accept_ampersand()
            target = self._parse_loop_variable(by_ref)
        if self.kind != RPAREN:
            raise self._bad_loop_variable(key, target)
        self.advance()
        body = self._parse_body_or_block(T_ENDFOREACH)
        return ast.Foreach(start, self.last_end(), subject, key, target, by_ref, key_by_ref, body)

    def _bad_loop_variable(self, key, target):
        if isinstance(target, ast.ListPattern) and not target.is_short:
            return self.unexpected('")"' if key is not None else '"=>" or ")"')
        if self.kind == T_DOUBLE_ARROW:
            return self.unexpected('")"')
        return self.not_a_variable()

    def _parse_loop_variable(self, by_ref):
        if by_ref:
            return self.parse_variable()
        return self.parse_foreach_target()

    # Exceptions.

    def _parse_try(self):
        start = self.start()
        self.advance()
        body = self._parse_braced_block()
        catches = []
        while self.kind == T_CATCH:
            catches.append(self._parse_catch())
        otherwise = None
        if self.accept(T_FINALLY):
            otherwise = self._parse_braced_block()
        return ast.Try(start, self.last_end(), body, catches, otherwise)

    def _parse_braced_block(self):
        if self.kind != LBRACE:
            raise self.unexpected('"{"')
        return self.parse_block()

    def _parse_catch(self):
        start = self.start()
        self.advance()
        self.expect(LPAREN)
        types = [self.parse_class_name()]
        while self.accept(PIPE):
            types.append(self.parse_class_name())
        variable = None
        if self.kind == T_VARIABLE:
            variable = self.variable_name()
        elif self.kind != RPAREN:
            raise self.unexpected('")"')
        self.expect(RPAREN)
        body = self._parse_braced_block()
        return ast.Catch(start, self.last_end(), types, variable, body)

    # Declarations.

    def _parse_attributed(self):
        start = self.start()
        attributes = self.parse_attributes()
        if self._at_declaration():
            return self._parse_declaration(start, attributes)
        closure = self.parse_closure_after_attributes(start, attributes, '')
        expression = self.parse_infix(closure, 1)
        self.expect_semicolon('')
        return ast.ExprStmt(start, self.last_end(), expression)

    def _parse_declaration(self, start, attributes):
        if self.kind == T_FUNCTION:
            return self.parse_function_declaration(start, attributes)
        return self.parse_class_declaration(start, attributes)

    def _parse_constants(self):
        start = self.start()
        self.advance()
        items = self._parse_constant_list()
        self.expect_semicolon('"," or ";"')
        return ast.Const(start, self.last_end(), items)

    def _parse_constant_list(self):
        items = [self._parse_constant()]
        while self.accept(COMMA):
            items.append(self._parse_constant())
        return items

    def _parse_constant(self):
        start = self.start()
        if self.kind != T_STRING:
            raise self.unexpected('identifier')
        name = self.text()
        self.advance()
        return self.parse_constant_value(start, name)

    def _parse_declare(self):
        start = self.start()
        self.advance()
        self.expect(LPAREN)
        directives = []
        for item in self._parse_constant_list():
            if literals.lowered(item.name) == 'encoding':
                self._note_encoding(item)
            directives.append(ast.Directive(item.start, item.end, item.name, item.value))
        if self.kind != RPAREN:
            raise self.unexpected('"," or ")"')
        self.advance()
        body = None
        if not self.accept(SEMICOLON):
            body = self._parse_body_or_block(T_ENDDECLARE)
        return ast.Declare(start, self.last_end(), directives, body)

    def _note_encoding(self, item):
        if not _is_literal(item.value):
            raise self.compile_error('Encoding must be a literal', self.pos)
        self.warnings.append(ParseWarning(
            'declare(encoding=...) ignored because Zend multibyte feature is turned off by settings',
            self.lines.line_of(self.start())))

    # Namespaces.

    def _parse_namespace(self):
        start = self.start()
        self.advance()
        name = self._parse_namespace_name()
        if self.kind == LBRACE:
            self.next_doc = self._docs_before(self.pos)
            self.advance()
            statements = self.parse_top_statements()
            self.expect_after_expression(RBRACE)
            return ast.Namespace(start, self.last_end(), name, statements, True)
        if name is None:
            raise self.unexpected('"{"')
        self.expect_semicolon('"{"')
        self.next_doc = self._docs_before(self.pos - 1)
        return ast.Namespace(start, self.last_end(), name, [], False)

    def _docs_before(self, last):
        """The index of the first doc comment after the token at `last`."""
        doc_tokens = self.lexer.doc_tokens
        i = self.next_doc
        while i < len(doc_tokens) and doc_tokens[i] <= last:
            i += 1
        return i

    def _parse_namespace_name(self):
        """A Name, whose one word may be a keyword; None if there is none."""
        if self.kind == T_NAME_QUALIFIED:
            return self.parse_name()
        if not self.at_identifier():
            return None
        start = self.start()
        text = self.identifier()
        return ast.Name(start, self.last_end(), text, ast.NAME_UNQUALIFIED)

    def _parse_use(self):
        start = self.start()
        self.advance()
        use_kind = self._parse_use_kind()
        first = self._parse_imported_name(True, '' if use_kind == ast.USE_CLASS else ANY_NAME)
        prefix = None
        if self.kind == T_NS_SEPARATOR:
            self.advance()
            prefix = first
            clauses = self._parse_use_group(use_kind)
        else:
            clauses = [self._parse_use_clause(first, use_kind)]
            while self.accept(COMMA):
                name = self._parse_imported_name(True, ANY_NAME)
                clauses.append(self._parse_use_clause(name, use_kind))
            self.expect_semicolon('"," or ";"')
        return ast.Use(start, self.last_end(), use_kind, prefix, clauses)

    def _parse_use_kind(self):
        if self.accept(T_FUNCTION):
            return ast.USE_FUNCTION
        if self.accept(T_CONST):
            return ast.USE_CONST
        return ast.USE_CLASS

    def _parse_imported_name(self, allow_leading, expected):
        kind = self.kind
        if (kind == T_STRING or kind == T_NAME_QUALIFIED
                or (allow_leading and kind == T_NAME_FULLY_QUALIFIED)):
            return self.parse_name()
        raise self.unexpected(expected)

    def _parse_use_clause(self, name, use_kind):
        alias = None
        if self.accept(T_AS):
            if self.kind != T_STRING:
                raise self.unexpected('identifier')
            alias = self.text()
            self.advance()
        return ast.UseClause(name.start, self.last_end(), use_kind, name, alias)

    def _parse_use_group(self, use_kind):
        """`{A, B as C}`; without a kind for all, each clause may have its own."""
        self.expect(LBRACE)
        expected = INNER_NAME
        if use_kind == ast.USE_CLASS:
            expected += ' or "function" or "const"'
        clauses = [self._parse_group_clause(use_kind, expected)]
        while self.accept(COMMA) and self.kind != RBRACE:
            clauses.append(self._parse_group_clause(use_kind, '"}"'))
        self.expect(RBRACE)
        self.expect_semicolon()
        return clauses

    def _parse_group_clause(self, use_kind, expected):
        if use_kind == ast.USE_CLASS:
            use_kind = self._parse_use_kind()
            if use_kind != ast.USE_CLASS:
                expected = INNER_NAME
        name = self._parse_imported_name(False, expected)
        return self._parse_use_clause(name, use_kind)

    # The end of the code.

    def _parse_halt_compiler(self):
        start = self.start()
        self._parse_halt_call()
        self.halted = True
        end = self.last_end()
        return ast.HaltCompiler(start, end, end)

    def _parse_halt_call(self):
        self.advance()
        self.expect(LPAREN)
        self.expect(RPAREN)
        self.expect_semicolon()

    def _refuse_halt_compiler(self):
        pos = self.pos
        self._parse_halt_call()
        raise self.compile_error(
            '__HALT_COMPILER() can only be used from the outermost scope', pos)


def _is_literal(value):
    return (isinstance(value, ast.StringLiteral) or isinstance(value, ast.IntLiteral)
            or isinstance(value, ast.FloatLiteral))
