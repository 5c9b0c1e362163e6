"""Parsing of functions, parameters, types, attributes, classes and their members."""

from __future__ import absolute_import

from hippy.interpreter.syntax import ast, tokens
from hippy.interpreter.syntax.expressions import ExpressionParser
from hippy.interpreter.syntax.tokens import (
    COLON, COMMA, EQUALS, IS_RESERVED_NON_MODIFIER, LBRACE, LPAREN, PIPE, QUESTION,
    RBRACE, RBRACKET, RPAREN, SEMICOLON, T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG,
    T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG, T_ARRAY, T_AS, T_ATTRIBUTE, T_CALLABLE, T_CASE,
    T_CLASS, T_CONST, T_DOUBLE_ARROW, T_ELLIPSIS, T_ENUM, T_EXTENDS, T_FN, T_FUNCTION,
    T_IMPLEMENTS, T_INSTEADOF, T_INTERFACE, T_PAAMAYIM_NEKUDOTAYIM, T_READONLY, T_STATIC, T_STRING,
    T_TRAIT, T_USE, T_VAR, T_VARIABLE)

MODIFIER_ROWS = [
    (tokens.T_PUBLIC, ast.MOD_PUBLIC),
    (tokens.T_PROTECTED, ast.MOD_PROTECTED),
    (tokens.T_PRIVATE, ast.MOD_PRIVATE),
    (tokens.T_STATIC, ast.MOD_STATIC),
    (tokens.T_ABSTRACT, ast.MOD_ABSTRACT),
    (tokens.T_FINAL, ast.MOD_FINAL),
    (tokens.T_READONLY, ast.MOD_READONLY),
]

CLASS_MODIFIERS = ast.MOD_ABSTRACT | ast.MOD_FINAL | ast.MOD_READONLY
PARAMETER_MODIFIERS = ast.MOD_VISIBILITY | ast.MOD_READONLY

CLASS_KIND_ROWS = [
    (T_CLASS, ast.CLASS_CLASS),
    (T_INTERFACE, ast.CLASS_INTERFACE),
    (T_TRAIT, ast.CLASS_TRAIT),
    (T_ENUM, ast.CLASS_ENUM),
]


def _table(rows, missing):
    "NOT_RPYTHON"
    values = [missing] * tokens.KIND_COUNT
    for kind, value in rows:
        values[kind] = value
    return values


MODIFIER = _table(MODIFIER_ROWS, 0)
CLASS_KIND = _table(CLASS_KIND_ROWS, -1)


class DeclarationParser(ExpressionParser):
    _attrs_ = ()

    # What StatementParser adds.

    def parse_block(self):
        raise NotImplementedError

    # Attributes.

    def parse_attributes(self):
        """The attributes of all the `#[...]` groups here."""
        attributes = []
        while self.accept(T_ATTRIBUTE):
            attributes.append(self._parse_attribute('', False))
            while self.accept(COMMA) and self.kind != RBRACKET:
                attributes.append(self._parse_attribute('"]"', True))
            self.expect(RBRACKET)
        return attributes

    def _parse_attribute(self, expected, follows):
        name = self.parse_class_name(expected)
        args = []
        first_class = False
        has_parens = self.kind == LPAREN
        if has_parens:
            first_class = self.at_first_class_marker()
            args = self.parse_arguments()
        return ast.Attribute(name.start, self.last_end(), name, args, first_class, has_parens,
                             follows)

    # Types.

    def parse_optional_type(self, allow_static):
        """A Type, or None where none begins."""
        if self._at_simple_type(allow_static) or self.kind == QUESTION or self.kind == LPAREN:
            return self.parse_type(allow_static)
        return None

    def _at_simple_type(self, allow_static):
        return (self.at_name() or self.kind == T_ARRAY or self.kind == T_CALLABLE
                or (allow_static and self.kind == T_STATIC))

    def parse_type(self, allow_static):
        start = self.start()
        if self.accept(QUESTION):
            inner = self._parse_simple_type(allow_static)
            return ast.NullableType(start, self.last_end(), inner)
        if self.kind == LPAREN:
            first = self._parse_intersection_in_parentheses(allow_static)
            if self.kind != PIPE:
                raise self.unexpected('"|"')
            return self._parse_union(first, allow_static)
        first = self._parse_simple_type(allow_static)
        if self.kind == PIPE:
            return self._parse_union(first, allow_static)
        if self.kind == T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG:
            return self._parse_intersection(first, allow_static)
        return first

    def _parse_simple_type(self, allow_static):
        if not self._at_simple_type(allow_static):
            raise self.unexpected()
        if self.at_name():
            name = self.parse_name()
        else:
            name = self.keyword_name()
        return ast.NamedType(name.start, name.end, name)

    def _parse_union(self, first, allow_static):
        types = [first]
        while self.accept(PIPE):
            if self.kind == LPAREN:
                types.append(self._parse_intersection_in_parentheses(allow_static))
            else:
                types.append(self._parse_simple_type(allow_static))
        return ast.UnionType(first.start, self.last_end(), types)

    def _parse_intersection(self, first, allow_static):
        types = [first]
        while self.accept(T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG):
            types.append(self._parse_simple_type(allow_static))
        return ast.IntersectionType(first.start, self.last_end(), types)

    def _parse_intersection_in_parentheses(self, allow_static):
        self.advance()
        first = self._parse_simple_type(allow_static)
        if self.kind != T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG:
            raise self.unexpected('amp')
        inner = self._parse_intersection(first, allow_static)
        if self.kind != RPAREN:
            # PHP forgets to give this token its spelling.
            raise self.unexpected('amp or ")"')
        self.advance()
        return inner

    def _parse_return_type(self):
        if self.accept(COLON):
            return self.parse_type(True)
        return None

    # Functions.

    def parse_function_declaration(self, start, attributes):
        """`function` and a name; attributes were parsed before."""
        keyword_start = self.start()
        self.advance()
        by_ref = self.accept_ampersand()
        name = self.text()
        self.advance()
        doc_comment = self.take_doc_comment(self.pos - 1)
        params = self._parse_parameters()
        return_type = self._parse_return_type()
        body, yields = self._parse_body()
        end = self.last_end()
        function = ast.Function(start, end, keyword_start, name, params, return_type, body, by_ref,
                                False, yields, attributes, doc_comment)
        return ast.FunctionDecl(start, end, function)

    def at_function_declaration(self):
        """Does a name follow `function`? Otherwise it begins a closure."""
        pos = self.pos + 1
        kind = self.kinds[pos]
        if (kind == T_AMPERSAND_NOT_FOLLOWED_BY_VAR_OR_VARARG
                or kind == T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG):
            kind = self.kinds[pos + 1]
        return kind == T_STRING or kind == T_READONLY

    def _parse_body(self):
        """A function's block, and whether it yields."""
        outer_yields = self.yields
        self.yields = False
        if self.kind != LBRACE:
            raise self.unexpected('"{"')
        body = self.parse_block()
        yields = self.yields
        self.yields = outer_yields
        return body, yields

    def parse_closure(self, start, attributes, is_static):
        """`function` or `fn`; what stands before was parsed."""
        keyword_start = self.start()
        is_arrow = self.kind == T_FN
        self.advance()
        if self.accept_ampersand():
            by_ref = True
            doc_comment = self.take_doc_comment(self.pos - 1)
        else:
            by_ref = False
            doc_comment = self.take_doc_comment(self.pos)
        params = self._parse_parameters()
        if is_arrow:
            return_type = self._parse_return_type()
            body, yields = self._parse_arrow_body()
            function = ast.Function(start, body.end, keyword_start, None, params, return_type,
                                    body, by_ref, is_static, yields, attributes, doc_comment)
            return ast.ArrowFunction(start, body.end, function)
        uses = self._parse_closure_uses()
        return_type = self._parse_return_type()
        body, yields = self._parse_body()
        function = ast.Function(start, body.end, keyword_start, None, params, return_type, body,
                                by_ref, is_static, yields, attributes, doc_comment)
        return ast.Closure(start, body.end, function, uses)

    def _parse_arrow_body(self):
        outer_yields = self.yields
        self.yields = False
        self.expect(T_DOUBLE_ARROW)
        value = self.parse_arrow_value()
        yields = self.yields
        self.yields = outer_yields
        statement = ast.Return(value.start, value.end, value)
        return ast.Block(value.start, value.end, [statement]), yields

    def _parse_closure_uses(self):
        uses = []
        if not self.accept(T_USE):
            return uses
        self.expect(LPAREN)
        uses.append(self._parse_closure_use('variable or "&" or amp'))
        while self.accept(COMMA) and self.kind != RPAREN:
            uses.append(self._parse_closure_use('")"'))
        self.expect(RPAREN)
        return uses

    def _parse_closure_use(self, expected):
        start = self.start()
        by_ref = self.accept_ampersand()
        if not by_ref and self.kind != T_VARIABLE:
            raise self.unexpected(expected)
        name = self.variable_name()
        return ast.ClosureUse(start, self.last_end(), name, by_ref)

    def _parse_parameters(self):
        self.expect(LPAREN)
        params = []
        while self.kind != RPAREN:
            params.append(self._parse_parameter())
            if not self.accept(COMMA):
                break
        self.expect(RPAREN)
        return params

    def _parse_parameter(self):
        start = self.start()
        attributes = self.parse_attributes()
        modifiers = 0
        while MODIFIER[self.kind] & PARAMETER_MODIFIERS:
            modifiers = self._add_member_modifier(modifiers)
        declared_type = self.parse_optional_type(False)
        by_ref = self.accept(T_AMPERSAND_FOLLOWED_BY_VAR_OR_VARARG)
        variadic = self.accept(T_ELLIPSIS)
        name = self.variable_name()
        doc_comment = self.take_doc_comment(self.pos - 1)
        default = None
        if self.accept(EQUALS):
            default = self.parse_expression()
        return ast.Param(start, self.last_end(), name, declared_type, default, by_ref, variadic,
                         modifiers, attributes, doc_comment)

    # Modifiers.

    def _add_member_modifier(self, modifiers):
        """Adds the modifier here; PHP calls some combinations fatal while still parsing."""
        added = MODIFIER[self.kind]
        self.advance()
        message = ''
        if modifiers & ast.MOD_VISIBILITY and added & ast.MOD_VISIBILITY:
            message = 'Multiple access type modifiers are not allowed'
        elif modifiers & added:
            message = _multiple(added)
        elif (modifiers | added) & FINAL_ABSTRACT == FINAL_ABSTRACT:
            message = 'Cannot use the final modifier on an abstract class member'
        if message != '':
            raise self.compile_error(message, self.pos - 1)
        return modifiers | added

    def _add_class_modifier(self, modifiers):
        added = MODIFIER[self.kind]
        self.advance()
        message = ''
        if modifiers & added:
            message = _multiple(added)
        elif (modifiers | added) & FINAL_ABSTRACT == FINAL_ABSTRACT:
            message = 'Cannot use the final modifier on an abstract class'
        if message != '':
            raise self.compile_error(message, self.pos - 1)
        return modifiers | added

    # Classes.

    def parse_class_declaration(self, start, attributes):
        """A class, interface, trait or enum; attributes were parsed before."""
        modifiers = 0
        while MODIFIER[self.kind] & CLASS_MODIFIERS:
            modifiers = self._add_class_modifier(modifiers)
        if modifiers != 0 and self.kind != T_CLASS:
            raise self.unexpected('"abstract" or "final" or "readonly" or "class"')
        class_kind = CLASS_KIND[self.kind]
        keyword_start = self.start()
        self.advance()
        if self.kind != T_STRING:
            raise self.unexpected('identifier')
        name = self.text()
        self.advance()
        return self._parse_class_rest(start, keyword_start, class_kind, modifiers, name,
                                      attributes)

    def _parse_class_rest(self, start, keyword_start, class_kind, modifiers, name, attributes):
        """From what a class extends to its closing brace."""
        extends = []
        implements = []
        backing_type = None
        if class_kind == ast.CLASS_INTERFACE:
            if self.accept(T_EXTENDS):
                extends = self.parse_class_names()
        elif class_kind == ast.CLASS_CLASS:
            if self.accept(T_EXTENDS):
                extends.append(self.parse_class_name())
        elif class_kind == ast.CLASS_ENUM:
            backing_type = self._parse_return_type()
        if class_kind == ast.CLASS_CLASS or class_kind == ast.CLASS_ENUM:
            if self.accept(T_IMPLEMENTS):
                implements = self.parse_class_names()
        doc_comment = self.take_doc_comment(
            self.pos - 1 if class_kind == ast.CLASS_TRAIT else self.pos)
        self.expect(LBRACE)
        members = self._parse_members()
        self.expect(RBRACE)
        return ast.ClassDecl(start, self.last_end(), keyword_start, class_kind, modifiers, name,
                             extends, implements, backing_type, members, attributes, doc_comment)

    def parse_anonymous_class(self, start):
        """What follows `new` that creates an object of a class declared on the spot."""
        class_start = self.start()
        attributes = self.parse_attributes()
        if self.kind != T_CLASS:
            raise self.unexpected('"class" or "#["')
        keyword_start = self.start()
        self.advance()
        args = []
        first_class = False
        if self.kind == LPAREN:
            first_class = self.at_first_class_marker()
            args = self.parse_arguments()
        declaration = self._parse_class_rest(class_start, keyword_start, ast.CLASS_CLASS, 0, None,
                                             attributes)
        class_ref = ast.AnonymousClass(class_start, declaration.end, declaration)
        return ast.New(start, declaration.end, class_ref, args, first_class)

    # Members.

    def _parse_members(self):
        members = []
        while True:
            kind = self.kind
            if kind == T_USE:
                members.append(self._parse_trait_use())
            elif (MODIFIER[kind] != 0 or kind == T_FUNCTION or kind == T_CONST or kind == T_VAR
                  or kind == T_CASE or kind == T_ATTRIBUTE):
                members.append(self._parse_member_declaration())
            elif kind == RBRACE:
                return members
            else:
                raise self.unexpected('"function" or "const"')

    def _parse_member_declaration(self):
        start = self.start()
        attributes = self.parse_attributes()
        if self.kind == T_CASE:
            return self._parse_enum_case(start, attributes)
        if self.accept(T_VAR):
            return self._parse_properties(start, ast.MOD_PUBLIC, attributes)
        modifiers = 0
        while MODIFIER[self.kind] != 0:
            modifiers = self._add_member_modifier(modifiers)
        if self.kind == T_FUNCTION:
            return self._parse_method(start, modifiers, attributes)
        if self.kind == T_CONST:
            return self._parse_class_constants(start, modifiers, attributes)
        if modifiers == 0:
            raise self.unexpected('"function" or "const"')
        return self._parse_properties(start, modifiers, attributes)

    def _parse_enum_case(self, start, attributes):
        self.advance()
        doc_comment = self.take_doc_comment(self.pos - 1)
        name = self.identifier()
        value = None
        if self.accept(EQUALS):
            value = self.parse_expression()
        self.expect_semicolon()
        return ast.EnumCase(start, self.last_end(), name, value, attributes, doc_comment)

    def _parse_properties(self, start, modifiers, attributes):
        declared_type = self.parse_optional_type(False)
        items = [self._parse_property()]
        while self.accept(COMMA):
            items.append(self._parse_property())
        self.expect_semicolon('"," or ";"')
        return ast.PropertyDecl(start, self.last_end(), modifiers, declared_type, items,
                                attributes)

    def _parse_property(self):
        start = self.start()
        name = self.variable_name()
        default = None
        if self.accept(EQUALS):
            default = self.parse_expression()
        end = self.last_end()
        doc_comment = self.take_doc_comment(self.pos)
        return ast.PropertyItem(start, end, name, default, doc_comment)

    def _parse_class_constants(self, start, modifiers, attributes):
        self.advance()
        items = [self._parse_class_constant()]
        while self.accept(COMMA):
            items.append(self._parse_class_constant())
        self.expect_semicolon('"," or ";"')
        return ast.ClassConstDecl(start, self.last_end(), modifiers, items, attributes)

    def _parse_class_constant(self):
        start = self.start()
        name = self.identifier()
        return self.parse_constant_value(start, name)

    def parse_constant_value(self, start, name):
        """`= value` after a constant's name."""
        self.expect(EQUALS)
        value = self.parse_expression()
        doc_comment = self.take_doc_comment(self.pos)
        return ast.ConstItem(start, value.end, name, value, doc_comment)

    def _parse_method(self, start, modifiers, attributes):
        keyword_start = self.start()
        self.advance()
        by_ref = self.accept_ampersand()
        name = self.identifier()
        doc_comment = self.take_doc_comment(self.pos - 1)
        params = self._parse_parameters()
        return_type = self._parse_return_type()
        body = None
        yields = False
        if self.kind == LBRACE:
            body, yields = self._parse_body()
        elif self.kind == SEMICOLON:
            self.advance()
        else:
            raise self.unexpected('";" or "{"')
        end = self.last_end()
        function = ast.Function(start, end, keyword_start, name, params, return_type, body, by_ref,
                                modifiers & ast.MOD_STATIC != 0, yields, attributes, doc_comment)
        return ast.MethodDecl(start, end, modifiers, function)

    # Traits.

    def _parse_trait_use(self):
        start = self.start()
        self.advance()
        names = self.parse_class_names()
        adaptations = []
        if not self.accept(SEMICOLON):
            if self.kind != LBRACE:
                raise self.unexpected('"," or ";" or "{"')
            self.advance()
            while self.kind != RBRACE:
                adaptations.append(self._parse_adaptation())
            self.advance()
        return ast.TraitUse(start, self.last_end(), names, adaptations)

    def _parse_adaptation(self):
        start = self.start()
        trait = None
        expected = '"as"'
        if ((self.at_name() or self.kind == T_STATIC)
                and (self.next_kind() == T_PAAMAYIM_NEKUDOTAYIM or not self.at_identifier())):
            trait = self.parse_class_name()
            self.expect(T_PAAMAYIM_NEKUDOTAYIM)
        elif self.kind == T_STRING:
            expected = '"::"'
        method = self.identifier()
        if trait is not None and self.accept(T_INSTEADOF):
            instead_of = self.parse_class_names()
            self.expect_semicolon()
            return ast.TraitPrecedence(start, self.last_end(), trait, method, instead_of)
        if self.kind != T_AS:
            raise self.unexpected(expected)
        self.advance()
        return self._parse_trait_alias(start, trait, method)

    def _parse_trait_alias(self, start, trait, method):
        modifiers = MODIFIER[self.kind]
        alias = None
        if modifiers != 0:
            self.advance()
            if self.at_identifier():
                alias = self.identifier()
        elif self.kind == T_STRING or IS_RESERVED_NON_MODIFIER[self.kind]:
            alias = self.identifier()
        else:
            raise self.unexpected()
        self.expect_semicolon()
        return ast.TraitAlias(start, self.last_end(), trait, method, modifiers, alias)


FINAL_ABSTRACT = ast.MOD_FINAL | ast.MOD_ABSTRACT


def _multiple(modifier):
    for i in range(len(ast.MODIFIER_NAMES)):
        if modifier == 1 << i:
            return 'Multiple %s modifiers are not allowed' % ast.MODIFIER_NAMES[i]
    return ''
