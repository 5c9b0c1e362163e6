"""An expression as PHP prints it in the message of a failed assert() (Zend/zend_ast.c zend_ast_export)."""
from __future__ import absolute_import

from hippy.interpreter.objects import numbers
from hippy.interpreter.rlib.strings import StringBuilder, is_alnum
from hippy.interpreter.syntax import ast

# how strongly Binary and AssignOp operators bind: outside, left operand, right operand
PRIORITIES = [
    (200, 200, 201), (200, 200, 201), (210, 210, 211), (210, 210, 211), (210, 210, 211), (250, 251, 250), (185, 185, 186),
    (160, 160, 161), (140, 140, 141), (150, 150, 151), (190, 190, 191), (190, 190, 191),
    (170, 171, 171), (170, 171, 171), (170, 171, 171), (170, 171, 171),
    (180, 181, 181), (180, 181, 181), (180, 181, 181), (180, 181, 181), (180, 181, 181),
]
CASTS = ['int', 'double', 'string', 'array', 'object', 'bool', 'unset']
VISIBILITIES = [(ast.MOD_PUBLIC, 'public '), (ast.MOD_PROTECTED, 'protected '), (ast.MOD_PRIVATE, 'private ')]
CLASS_WORDS = ['class', 'interface', 'trait', 'enum']       # by ast.CLASS_


def text_of(node):
    printer = Printer()
    printer.expr(node, 0)
    return printer.builder.build()


class Printer(object):
    """Collects the text."""
    _attrs_ = ('builder', 'indent')

    def __init__(self):
        self.builder = StringBuilder(64)
        self.indent = 0

    def add(self, text):
        self.builder.append(text)

    # expressions

    def expr(self, node, priority):
        """priority: of the operator around; what binds less is put in parentheses."""
        if isinstance(node, ast.Variable):
            self.add('$' + node.name)
        elif isinstance(node, ast.StringLiteral):
            self.quoted(node.value)
        elif isinstance(node, ast.IntLiteral):
            self.add(numbers.int_text(node.value))
        elif isinstance(node, ast.FloatLiteral):
            self.add(numbers.float_text(node.value, 14))
        elif isinstance(node, ast.ConstFetch):
            self.name(node.name)
        elif isinstance(node, ast.Name):
            self.name(node)
        elif isinstance(node, ast.Identifier):
            self.add(node.name)
        elif isinstance(node, ast.MagicConst):
            self.add(ast.MAGIC_NAMES[node.magic])
        elif isinstance(node, ast.ClassConst):
            self.class_ref(node.class_ref)
            self.add('::' + node.name)
        elif isinstance(node, ast.Dim):
            self.expr(node.target, 260)
            self.add('[')
            if node.index is not None:
                self.expr(node.index, 0)
            self.add(']')
        elif isinstance(node, ast.Prop):
            self.expr(node.target, 0)
            self.add('?->' if node.nullsafe else '->')
            self.member(node.name)
        elif isinstance(node, ast.StaticProp):
            self.class_ref(node.class_ref)
            self.add('::$')
            self.member(node.name)
        elif isinstance(node, ast.VariableVariable):
            self.add('$')
            self.member(node.expression)
        else:
            self.call_or_operator(node, priority)

    def call_or_operator(self, node, priority):
        if isinstance(node, ast.Call):
            self.expr(node.callee, 0)
            self.arguments(node.args, node.first_class)
        elif isinstance(node, ast.MethodCall):
            self.expr(node.target, 0)
            self.add('?->' if node.nullsafe else '->')
            self.member(node.name)
            self.arguments(node.args, node.first_class)
        elif isinstance(node, ast.StaticCall):
            self.class_ref(node.class_ref)
            self.add('::')
            self.method_name(node.name)
            self.arguments(node.args, node.first_class)
        elif isinstance(node, ast.New):
            self.new(node)
        elif isinstance(node, ast.ArrayLiteral):
            self.items(node.items)
        elif isinstance(node, ast.ListPattern):
            self.items(node.items)
        elif isinstance(node, ast.Interpolated):
            self.interpolated(node.parts, '"')
        elif isinstance(node, ast.ShellExec):
            self.interpolated(node.parts, '`')
        elif isinstance(node, ast.Closure):
            self.function(node.function, node.uses)
        elif isinstance(node, ast.ArrowFunction):
            self.arrow_function(node.function)
        elif isinstance(node, ast.Match):
            self.match(node)
        elif isinstance(node, ast.Isset):
            self.isset(node.targets, priority)
        elif isinstance(node, ast.Empty):
            self.like_call('empty', node.target)
        elif isinstance(node, ast.Exit):
            if node.value is None:
                self.add('exit')
            else:
                self.like_call('exit', node.value)
        elif isinstance(node, ast.Include):
            self.like_call(ast.INCLUDE_NAMES[node.mode], node.path)
        elif isinstance(node, ast.Eval):
            self.like_call('eval', node.code)
        else:
            self.operator(node, priority)

    def operator(self, node, priority):
        if isinstance(node, ast.Binary):
            self.binary(node, priority)
        elif isinstance(node, ast.LogicalAnd):
            self.infix(node.left, ' && ', node.right, 130, 130, 131, priority)
        elif isinstance(node, ast.LogicalOr):
            self.infix(node.left, ' || ', node.right, 120, 120, 121, priority)
        elif isinstance(node, ast.LogicalXor):
            self.infix(node.left, ' xor ', node.right, 40, 40, 41, priority)
        elif isinstance(node, ast.Coalesce):
            self.infix(node.left, ' ?? ', node.right, 110, 111, 110, priority)
        elif isinstance(node, ast.Assign):
            self.infix(node.target, ' = ', node.value, 90, 91, 90, priority)
        elif isinstance(node, ast.AssignRef):
            self.infix(node.target, ' =& ', node.value, 90, 91, 90, priority)
        elif isinstance(node, ast.AssignOp):
            self.infix(node.target, ' ' + ast.BINARY_NAMES[node.op] + '= ', node.value, 90, 91, 90, priority)
        elif isinstance(node, ast.CoalesceAssign):
            self.infix(node.target, ' ??= ', node.value, 90, 91, 90, priority)
        elif isinstance(node, ast.Ternary):
            self.ternary(node, priority)
        elif isinstance(node, ast.Instanceof):
            self.expr(node.value, 0)
            self.add(' instanceof ')
            self.expr(node.class_ref, 0)
        else:
            self.prefix_operator(node, priority)

    def prefix_operator(self, node, priority):
        if isinstance(node, ast.Unary):
            self.prefix(ast.UNARY_NAMES[node.op], node.operand, 240, 241, priority)
        elif isinstance(node, ast.Cast):
            self.prefix('(' + CASTS[node.cast] + ')', node.operand, 240, 241, priority)
        elif isinstance(node, ast.Silence):
            self.prefix('@', node.operand, 240, 241, priority)
        elif isinstance(node, ast.IncDec):
            self.inc_dec(node, priority)
        elif isinstance(node, ast.Clone):
            self.prefix('clone ', node.value, 270, 271, priority)
        elif isinstance(node, ast.Print):
            self.prefix('print ', node.value, 60, 61, priority)
        elif isinstance(node, ast.Throw):
            self.add('throw ')
            self.expr(node.value, 0)
        elif isinstance(node, ast.YieldFrom):
            self.prefix('yield from ', node.value, 85, 86, priority)
        elif isinstance(node, ast.Yield):
            self.yield_(node, priority)
        else:
            raise NotImplementedError

    def open(self, own, priority):
        if priority > own:
            self.add('(')

    def close(self, own, priority):
        if priority > own:
            self.add(')')

    def infix(self, left, operator, right, own, left_priority, right_priority, priority):
        self.open(own, priority)
        self.expr(left, left_priority)
        self.add(operator)
        self.expr(right, right_priority)
        self.close(own, priority)

    def prefix(self, operator, operand, own, inner, priority):
        self.open(own, priority)
        self.add(operator)
        self.expr(operand, inner)
        self.close(own, priority)

    def like_call(self, word, node):
        self.add(word + '(')
        self.expr(node, 0)
        self.add(')')

    def binary(self, node, priority):
        folded = folded_concatenation(node)
        if folded is not None:
            self.quoted(folded)
            return
        own, left, right = PRIORITIES[node.op]
        self.infix(node.left, ' ' + ast.BINARY_NAMES[node.op] + ' ', node.right, own, left, right, priority)

    def ternary(self, node, priority):
        self.open(100, priority)
        self.expr(node.condition, 100)
        if node.then is None:
            self.add(' ?: ')
        else:
            self.add(' ? ')
            self.expr(node.then, 101)
            self.add(' : ')
        self.expr(node.otherwise, 101)
        self.close(100, priority)

    def inc_dec(self, node, priority):
        operator = '++' if node.is_inc else '--'
        if node.is_prefix:
            self.prefix(operator, node.target, 240, 241, priority)
        else:
            self.open(240, priority)
            self.expr(node.target, 241)
            self.add(operator)
            self.close(240, priority)

    def yield_(self, node, priority):
        self.open(70, priority)
        self.add('yield ')
        if node.key is not None:
            self.expr(node.key, 70)
            self.add(' => ')
        if node.value is not None:
            self.expr(node.value, 70)
        self.close(70, priority)

    def isset(self, targets, priority):
        own = 130 if len(targets) > 1 else 300
        self.open(own, priority)
        for i in range(len(targets)):
            if i > 0:
                self.add(' && ')
            self.like_call('isset', targets[i])
        self.close(own, priority)

    # names and parts

    def name(self, node):
        assert isinstance(node, ast.Name)
        if node.resolution == ast.NAME_FULLY_QUALIFIED:
            self.add('\\')
        elif node.resolution == ast.NAME_RELATIVE:
            self.add('namespace\\')
        self.add(node.text)

    def class_ref(self, node):
        """A class before `::`; a string is taken for a full name."""
        if isinstance(node, ast.StringLiteral):
            self.add('\\' + node.value)
        else:
            self.expr(node, 0)

    def member(self, node):
        """The name of a variable or property; what is no plain name in braces."""
        if isinstance(node, ast.Identifier):
            self.add(node.name)
        elif isinstance(node, ast.Variable) or isinstance(node, ast.VariableVariable):
            self.expr(node, 0)
        elif isinstance(node, ast.StringLiteral):
            self.add(node.value if is_name(node.value) else '{' + node.value + '}')
        else:
            self.add('{')
            self.expr(node, 0)
            self.add('}')

    def method_name(self, node):
        if isinstance(node, ast.StringLiteral):
            self.add(node.value)
        else:
            self.member(node)

    def new(self, node):
        self.add('new ')
        reference = node.class_ref
        if not isinstance(reference, ast.AnonymousClass):
            self.expr(reference, 0)
            self.arguments(node.args, node.first_class)
            return
        declaration = reference.declaration
        self.attributes(declaration.attributes, False)
        self.add('class')
        if len(node.args) > 0 or node.first_class:
            self.arguments(node.args, node.first_class)
        self.class_rest(declaration)

    def arguments(self, args, first_class):
        self.add('(')
        if first_class:
            self.add('...')
        for i in range(len(args)):
            if i > 0:
                self.add(', ')
            if args[i].spread:
                self.add('...')
            if args[i].name is not None:
                self.add(args[i].name + ': ')
            self.expr(args[i].value, 0)
        self.add(')')

    def items(self, items):
        self.add('[')
        for i in range(len(items)):
            if i > 0:
                self.add(', ')
            item = items[i]
            if item is not None:
                self.item(item)
        self.add(']')

    def item(self, item):
        if item.spread:
            self.add('...')
        if item.key is not None:
            self.expr(item.key, 80)
            self.add(' => ')
        if item.by_ref:
            self.add('&')
        self.expr(item.value, 80)

    def quoted(self, s):
        self.add("'")
        for c in s:
            if c == "'" or c == '\\':
                self.add('\\')
            self.add(c)
        self.add("'")

    def interpolated(self, parts, quote):
        self.add(quote)
        for i in range(len(parts)):
            part = parts[i]
            if isinstance(part, ast.StringLiteral):
                self.escaped(part.value, quote)
            elif isinstance(part, ast.Variable) and not (i + 1 < len(parts) and would_join(parts[i + 1])):
                self.expr(part, 0)
            else:
                self.add('{')
                self.expr(part, 0)
                self.add('}')
        self.add(quote)

    def escaped(self, s, quote):
        for c in s:
            position = '\n\r\t\x0c\x0b\x1b'.find(c)
            if position >= 0:
                self.add('\\' + 'nrtfve'[position])
            elif c < ' ':
                self.add('\\0' + '01234567'[ord(c) >> 3] + '01234567'[ord(c) & 7])
            else:
                if c == quote or c == '$' or c == '\\':
                    self.add('\\')
                self.add(c)

    # functions

    def head(self, function, word):
        self.attributes(function.attributes, False)
        if function.is_static:
            self.add('static ')
        self.add(word)
        if function.by_ref:
            self.add('&')

    def function(self, function, uses):
        self.head(function, 'function ')
        self.params(function.params)
        if len(uses) > 0:
            self.add(' use(')
            for i in range(len(uses)):
                if i > 0:
                    self.add(', ')
                self.add('&$' if uses[i].by_ref else '$')
                self.add(uses[i].name)
            self.add(')')
        self.return_type(function)
        self.add(' {\n')
        self.body(function.body)
        self.line_start()
        self.add('}')

    def arrow_function(self, function):
        self.head(function, 'fn')
        self.params(function.params)
        self.return_type(function)
        self.add(' => ')
        body = function.body
        if isinstance(body, ast.Block) and len(body.statements) == 1:
            body = body.statements[0]
        if isinstance(body, ast.Return) and body.value is not None:
            self.expr(body.value, 0)

    def params(self, params):
        self.add('(')
        for i in range(len(params)):
            if i > 0:
                self.add(', ')
            self.param(params[i])
        self.add(')')

    def param(self, param):
        self.attributes(param.attributes, False)
        if param.type is not None:
            self.type(param.type)
            self.add(' ')
        if param.by_ref:
            self.add('&')
        if param.variadic:
            self.add('...')
        self.add('$' + param.name)
        if param.default is not None:
            self.add(' = ')
            self.expr(param.default, 0)

    def return_type(self, function):
        if function.return_type is not None:
            self.add(': ')
            self.type(function.return_type)

    def type(self, node):
        if isinstance(node, ast.NullableType):
            self.add('?')
            self.type(node.inner)
        elif isinstance(node, ast.NamedType):
            self.name(node.name)
        elif isinstance(node, ast.UnionType):
            self.types(node.types, '|')
        elif isinstance(node, ast.IntersectionType):
            self.types(node.types, '&')

    def types(self, types, separator):
        for i in range(len(types)):
            if i > 0:
                self.add(separator)
            inner = types[i]
            if isinstance(inner, ast.IntersectionType):
                self.add('(')
                self.type(inner)
                self.add(')')
            else:
                self.type(inner)

    def match(self, node):
        self.add('match (')
        self.expr(node.subject, 0)
        self.add(') {\n')
        self.indent += 1
        for arm in node.arms:
            self.line_start()
            if arm.is_default:
                self.add('default')
            self.list(arm.conditions)
            self.add(' => ')
            indent = self.indent
            self.indent = 0
            self.expr(arm.body, 0)
            self.indent = indent
            self.add(',\n')
        self.indent -= 1
        self.line_start()
        self.add('}')

    def list(self, nodes):
        for i in range(len(nodes)):
            if i > 0:
                self.add(', ')
            self.expr(nodes[i], 20)

    # statements

    def line_start(self):
        self.add('    ' * self.indent)

    def body(self, node):
        """The statements of a block, or one that stands for a block."""
        self.indent += 1
        self.statements(node)
        self.indent -= 1

    def statements(self, node):
        if isinstance(node, ast.Block):
            for statement in node.statements:
                self.statements(statement)
        elif node is not None:
            self.statement(node)

    def statement(self, node):
        if isinstance(node, ast.Echo):
            for value in node.values:
                self.simple('echo ', value)
        elif isinstance(node, ast.Unset):
            for target in node.targets:
                self.line_start()
                self.like_call('unset', target)
                self.add(';\n')
        elif isinstance(node, ast.Global):
            for target in node.targets:
                self.simple('global ', target)
        elif isinstance(node, ast.Static):
            for variable in node.variables:
                self.simple('static $' + variable.name + (' = ' if variable.default is not None else ''), variable.default)
        elif isinstance(node, ast.ExprStmt):
            self.simple('', node.expression)
        elif isinstance(node, ast.Return):
            self.simple('return ' if node.value is not None else 'return', node.value)
        elif isinstance(node, ast.Break):
            self.simple('break ' if node.levels is not None else 'break', node.levels)
        elif isinstance(node, ast.Continue):
            self.simple('continue ' if node.levels is not None else 'continue', node.levels)
        elif not isinstance(node, ast.Nop):
            self.line_start()
            self.compound(node)

    def simple(self, word, node):
        self.line_start()
        self.add(word)
        if node is not None:
            self.expr(node, 0)
        self.add(';\n')

    def compound(self, node):
        if isinstance(node, ast.If):
            self.if_(node)
        elif isinstance(node, ast.While):
            self.loop_head('while (', node.condition)
            self.block_end(node.body, '}\n')
        elif isinstance(node, ast.DoWhile):
            self.add('do {\n')
            self.block_end(node.body, '} while (')
            self.expr(node.condition, 0)
            self.add(');\n')
        elif isinstance(node, ast.For):
            self.for_(node)
        elif isinstance(node, ast.Foreach):
            self.foreach(node)
        elif isinstance(node, ast.Switch):
            self.switch(node)
        elif isinstance(node, ast.Try):
            self.try_(node)
        elif isinstance(node, ast.Label):
            self.add(node.name + ':\n')
        elif isinstance(node, ast.Goto):
            self.add('goto ' + node.label + ';\n')
        elif isinstance(node, ast.InlineHtml):
            self.add('echo ')
            self.quoted(node.text)
            self.add(';\n')
        elif isinstance(node, ast.Declare):
            self.declare(node)
        else:
            self.declaration(node)

    def declaration(self, node):
        if isinstance(node, ast.FunctionDecl):
            self.function_declaration(node.function, '', '')
        elif isinstance(node, ast.ClassDecl):
            self.class_declaration(node)
        elif isinstance(node, ast.ClassConstDecl):
            self.attributes(node.attributes, True)
            self.visibility(node.modifiers, True)
            self.constants(node.items)
        elif isinstance(node, ast.PropertyDecl):
            self.properties(node)
        elif isinstance(node, ast.MethodDecl):
            modifiers = node.modifiers
            words = 'abstract ' if modifiers & ast.MOD_ABSTRACT else ''
            if modifiers & ast.MOD_FINAL:
                words = words + 'final '
            self.function_declaration(node.function, visibility_word(modifiers, True), words)
        elif isinstance(node, ast.TraitUse):
            self.trait_use(node)
        elif isinstance(node, ast.EnumCase):
            self.attributes(node.attributes, True)
            self.add('case ' + node.name)
            if node.value is not None:
                self.add(' = ')
                self.expr(node.value, 0)
            self.add(';\n')
        else:
            raise NotImplementedError

    # declarations

    def attributes(self, attributes, on_lines):
        """The groups of attributes, each on a line of its own or all on one."""
        count = len(attributes)
        for i in range(count):
            attribute = attributes[i]
            self.add(', ' if attribute.follows else '#[')
            self.name(attribute.name)
            if attribute.has_parens:
                self.arguments(attribute.args, attribute.first_class)
            if i + 1 == count or not attributes[i + 1].follows:
                self.add(']')
                if on_lines:
                    self.add('\n')
                    self.line_start()
                else:
                    self.add(' ')

    def visibility(self, modifiers, is_shown):
        self.add(visibility_word(modifiers, is_shown))

    def function_declaration(self, function, visibility, words):
        """visibility, words: what a method has before and behind `static`."""
        self.attributes(function.attributes, True)
        self.add(visibility)
        if function.is_static:
            self.add('static ')
        self.add(words + 'function ')
        if function.by_ref:
            self.add('&')
        name = function.name
        assert name is not None
        self.add(name)
        self.params(function.params)
        self.return_type(function)
        if function.body is None:
            self.add(';\n\n')
            return
        self.add(' {\n')
        self.block_end(function.body, '}\n\n')

    def class_declaration(self, node):
        self.attributes(node.attributes, True)
        for mask, word in [(ast.MOD_ABSTRACT, 'abstract '), (ast.MOD_FINAL, 'final '), (ast.MOD_READONLY, 'readonly ')]:
            if node.modifiers & mask and node.class_kind == ast.CLASS_CLASS:
                self.add(word)
        name = node.name
        assert name is not None
        self.add(CLASS_WORDS[node.class_kind] + ' ' + name)
        if node.backing_type is not None:
            self.add(': ')
            self.type(node.backing_type)
        self.class_rest(node)
        self.add('\n\n')

    def class_rest(self, node):
        """What a class extends and implements - PHP says so of what interfaces extend, too - and its body."""
        implemented = node.implements
        if node.class_kind == ast.CLASS_INTERFACE:
            implemented = node.extends
        elif len(node.extends) > 0:
            self.add(' extends ')
            self.name(node.extends[0])
        if len(implemented) > 0:
            self.add(' implements ')
            self.plain_names(implemented)
        self.add(' {\n')
        self.indent += 1
        for member in node.members:
            self.statement(member)
        self.indent -= 1
        self.line_start()
        self.add('}')

    def plain_names(self, names):
        """Without what says where they are looked up."""
        for i in range(len(names)):
            if i > 0:
                self.add(', ')
            self.add(names[i].text)

    def constants(self, items):
        self.add('const ')
        for i in range(len(items)):
            if i > 0:
                self.add(', ')
            self.add(items[i].name + ' = ')
            self.expr(items[i].value, 0)
        self.add(';\n')

    def properties(self, node):
        self.attributes(node.attributes, True)
        self.visibility(node.modifiers, node.modifiers == 0)
        if node.modifiers & ast.MOD_STATIC:
            self.add('static ')
        if node.modifiers & ast.MOD_READONLY:
            self.add('readonly ')
        if node.type is not None:
            self.type(node.type)
            self.add(' ')
        for i in range(len(node.items)):
            item = node.items[i]
            self.add((', $' if i > 0 else '$') + item.name)
            if item.default is not None:
                self.add(' = ')
                self.expr(item.default, 0)
        self.add(';\n')

    def trait_use(self, node):
        self.add('use ')
        self.plain_names(node.names)
        if len(node.adaptations) == 0:
            self.add(';\n')
            return
        self.add(' {\n')
        self.indent += 1
        for adaptation in node.adaptations:
            self.line_start()
            if isinstance(adaptation, ast.TraitAlias):
                self.trait_alias(adaptation)
            elif isinstance(adaptation, ast.TraitPrecedence):
                self.add(adaptation.trait.text + '::' + adaptation.method + ' insteadof ')
                self.plain_names(adaptation.instead_of)
            self.add(';\n')
        self.indent -= 1
        self.line_start()
        self.add('}\n')

    def trait_alias(self, node):
        if node.trait is not None:
            self.add(node.trait.text + '::')
        self.add(node.method + ' as')
        word = visibility_word(node.modifiers, False)
        if word != '':
            end = len(word) - 1
            assert end >= 0
            self.add(' ' + word[:end])
        if node.alias is not None:
            self.add(' ' + node.alias)

    def declare(self, node):
        self.add('declare(')
        for i in range(len(node.directives)):
            directive = node.directives[i]
            self.add((', ' if i > 0 else '') + directive.name + ' = ')
            self.expr(directive.value, 0)
        self.add(')')
        if node.body is None:
            self.add(';\n')
        else:
            self.add(' {\n')
            self.block_end(node.body, '}\n')

    def loop_head(self, words, condition):
        self.add(words)
        self.expr(condition, 0)
        self.add(') {\n')

    def block_end(self, body, end):
        self.body(body)
        self.line_start()
        self.add(end)

    def if_(self, node):
        for i in range(len(node.branches)):
            branch = node.branches[i]
            self.loop_head('if (' if i == 0 else '} elseif (', branch.condition)
            self.body(branch.body)
            self.line_start()
        if node.otherwise is not None:
            self.add('} else ')
            otherwise = node.otherwise
            if isinstance(otherwise, ast.If):
                self.if_(otherwise)
                return
            self.add('{\n')
            self.body(otherwise)
            self.line_start()
        self.add('}\n')

    def for_(self, node):
        self.add('for (')
        self.list(node.init)
        self.add(';')
        if len(node.condition) > 0:
            self.add(' ')
            self.list(node.condition)
        self.add(';')
        if len(node.step) > 0:
            self.add(' ')
            self.list(node.step)
        self.add(') {\n')
        self.block_end(node.body, '}\n')

    def foreach(self, node):
        self.add('foreach (')
        self.expr(node.subject, 0)
        self.add(' as ')
        if node.key is not None:
            self.expr(node.key, 0)
            self.add(' => ')
        if node.by_ref:
            self.add('&')
        self.expr(node.target, 0)
        self.add(') {\n')
        self.block_end(node.body, '}\n')

    def switch(self, node):
        self.loop_head('switch (', node.subject)
        self.indent += 1
        for case in node.cases:
            self.line_start()
            if case.condition is None:
                self.add('default')
            else:
                self.add('case ')
                self.expr(case.condition, 0)
            self.add(':\n')
            self.indent += 1
            for statement in case.body:
                self.statements(statement)
            self.indent -= 1
        self.indent -= 1
        self.line_start()
        self.add('}\n')

    def try_(self, node):
        self.add('try {\n')
        self.block_end(node.body, '}')
        for catch in node.catches:
            self.add(' catch (')
            for i in range(len(catch.types)):
                if i > 0:
                    self.add('|')
                self.add(catch.types[i].text)
            if catch.variable is not None:
                self.add(' $' + catch.variable)
            self.add(') {\n')
            self.block_end(catch.body, '}')
        if node.otherwise is not None:
            self.add(' finally {\n')
            self.block_end(node.otherwise, '}')
        self.add('\n')


def visibility_word(modifiers, is_shown):
    """is_shown: `public` also where it was not written."""
    for mask, word in VISIBILITIES:
        if modifiers & mask:
            return word
    return 'public ' if is_shown else ''


def folded_concatenation(node):
    """The string of a concatenation of literals, or None."""
    if isinstance(node, ast.StringLiteral):
        return node.value
    if isinstance(node, ast.IntLiteral):
        return numbers.int_text(node.value)
    if isinstance(node, ast.FloatLiteral):
        return numbers.float_text(node.value, 14)
    if isinstance(node, ast.Binary) and node.op == ast.CONCAT:
        left = folded_concatenation(node.left)
        right = folded_concatenation(node.right)
        if left is not None and right is not None:
            return left + right
    return None


def would_join(part):
    """True for text that would belong to the variable before it."""
    if not isinstance(part, ast.StringLiteral) or part.value == '':
        return False
    c = part.value[0]
    return c == '[' or is_name_char(c)


def is_name_char(c):
    return is_alnum(c) or c == '_' or c >= '\x7f'


def is_name(s):
    if s == '' or '0' <= s[0] <= '9':
        return False
    for c in s:
        if not is_name_char(c):
            return False
    return True
