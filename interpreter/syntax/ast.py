"""The nodes of a parsed PHP program: fields and byte offsets, no behaviour.

Every node has `start` and `end`, byte offsets into the source (`end` is one past the last byte);
lines follow from them through `Program.lines`. Constructors take `start, end` first, then the
fields in the order of `_attrs_`. `kind` is a number unique to the class, an index into
`KIND_NAMES` and `NODE_CLASSES`: a table of handlers is a list indexed by it. Lists are never None.
Optional nodes and strings are None when absent. Names are recorded as written: resolving them is
the compiler's task.
"""

from __future__ import absolute_import

# Operators of Binary and AssignOp.
ADD = 0
SUB = 1
MUL = 2
DIV = 3
MOD = 4
POW = 5
CONCAT = 6
BIT_AND = 7
BIT_OR = 8
BIT_XOR = 9
SHL = 10
SHR = 11
EQ = 12
NE = 13
IDENTICAL = 14
NOT_IDENTICAL = 15
LT = 16
LE = 17
GT = 18
GE = 19
SPACESHIP = 20

BINARY_NAMES = ['+', '-', '*', '/', '%', '**', '.', '&', '|', '^', '<<', '>>',
                '==', '!=', '===', '!==', '<', '<=', '>', '>=', '<=>']

# Operators of Unary.
PLUS = 0
MINUS = 1
NOT = 2
BIT_NOT = 3

UNARY_NAMES = ['+', '-', '!', '~']

# Target types of Cast.
CAST_INT = 0
CAST_FLOAT = 1
CAST_STRING = 2
CAST_ARRAY = 3
CAST_OBJECT = 4
CAST_BOOL = 5
CAST_UNSET = 6

CAST_NAMES = ['int', 'float', 'string', 'array', 'object', 'bool', 'unset']

# Modes of Include.
INCLUDE = 0
INCLUDE_ONCE = 1
REQUIRE = 2
REQUIRE_ONCE = 3

INCLUDE_NAMES = ['include', 'include_once', 'require', 'require_once']

# Values of MagicConst.
MAGIC_LINE = 0
MAGIC_FILE = 1
MAGIC_DIR = 2
MAGIC_FUNCTION = 3
MAGIC_CLASS = 4
MAGIC_METHOD = 5
MAGIC_NAMESPACE = 6
MAGIC_TRAIT = 7

MAGIC_NAMES = ['__LINE__', '__FILE__', '__DIR__', '__FUNCTION__', '__CLASS__',
               '__METHOD__', '__NAMESPACE__', '__TRAIT__']

# How a Name was written: Foo, Foo\\Bar, \\Foo\\Bar, namespace\\Foo.
NAME_UNQUALIFIED = 0
NAME_QUALIFIED = 1
NAME_FULLY_QUALIFIED = 2
NAME_RELATIVE = 3

# How a part of Interpolated was written: "text", "$x" or "{$x}"; "${name}" or "${name[1]}";
# "${expression}". The last two are deprecated, with different messages.
PART_PLAIN = 0
PART_DOLLAR_BRACE_NAME = 1
PART_DOLLAR_BRACE_EXPRESSION = 2

# Modifiers of classes, members and promoted parameters: a mask.
MOD_PUBLIC = 1
MOD_PROTECTED = 2
MOD_PRIVATE = 4
MOD_STATIC = 8
MOD_ABSTRACT = 16
MOD_FINAL = 32
MOD_READONLY = 64
MOD_VISIBILITY = 7

MODIFIER_NAMES = ['public', 'protected', 'private', 'static', 'abstract', 'final', 'readonly']

# Kinds of ClassDecl.
CLASS_CLASS = 0
CLASS_INTERFACE = 1
CLASS_TRAIT = 2
CLASS_ENUM = 3

CLASS_KIND_NAMES = ['class', 'interface', 'trait', 'enum']

# What a Use or UseClause imports.
USE_CLASS = 0
USE_FUNCTION = 1
USE_CONST = 2

USE_KIND_NAMES = ['class', 'function', 'const']

NODE_CLASSES = []
KIND_NAMES = []


def _numbered(cls):
    "NOT_RPYTHON: gives a node class its kind."
    cls.kind = len(NODE_CLASSES)
    NODE_CLASSES.append(cls)
    KIND_NAMES.append(cls.__name__)
    return cls


class Node(object):
    _attrs_ = ('start', 'end')
    kind = -1

    def __init__(self, start, end):
        self.start = start
        self.end = end


class Expr(Node):
    _attrs_ = ()


class Stmt(Node):
    _attrs_ = ()


class Type(Node):
    _attrs_ = ()


# Names and literals.

@_numbered
class Name(Expr):
    """text: without leading `\\` or `namespace\\`. resolution: a NAME_ constant. `static`, `self`,
    `array` ... are unqualified names.
    """
    _attrs_ = ('text', 'resolution')

    def __init__(self, start, end, text, resolution):
        Node.__init__(self, start, end)
        self.text = text
        self.resolution = resolution


@_numbered
class Identifier(Expr):
    """A member name written as a word: `$a->name`, `A::name()`, `A::$name`."""
    _attrs_ = ('name',)

    def __init__(self, start, end, name):
        Node.__init__(self, start, end)
        self.name = name


@_numbered
class IntLiteral(Expr):
    _attrs_ = ('value',)

    def __init__(self, start, end, value):
        Node.__init__(self, start, end)
        self.value = value


@_numbered
class FloatLiteral(Expr):
    _attrs_ = ('value',)

    def __init__(self, start, end, value):
        Node.__init__(self, start, end)
        self.value = value


@_numbered
class StringLiteral(Expr):
    """`value` is the string's bytes, escapes resolved."""
    _attrs_ = ('value',)

    def __init__(self, start, end, value):
        Node.__init__(self, start, end)
        self.value = value


@_numbered
class Interpolated(Expr):
    """parts: list of Expr, text as StringLiteral. forms: a PART_ constant for each."""
    _attrs_ = ('parts', 'forms')

    def __init__(self, start, end, parts, forms):
        Node.__init__(self, start, end)
        self.parts = parts
        self.forms = forms


@_numbered
class ShellExec(Expr):
    """Backticks; fields as Interpolated."""
    _attrs_ = ('parts', 'forms')

    def __init__(self, start, end, parts, forms):
        Node.__init__(self, start, end)
        self.parts = parts
        self.forms = forms


@_numbered
class MagicConst(Expr):
    """magic: a MAGIC_ constant."""
    _attrs_ = ('magic',)

    def __init__(self, start, end, magic):
        Node.__init__(self, start, end)
        self.magic = magic


@_numbered
class ConstFetch(Expr):
    """name: Name. `true`, `false` and `null` too."""
    _attrs_ = ('name',)

    def __init__(self, start, end, name):
        Node.__init__(self, start, end)
        self.name = name


@_numbered
class ArrayLiteral(Expr):
    """items: list of ArrayItem or None (a hole, which only a pattern may have). `list(...)` is a
    ListPattern always.
    """
    _attrs_ = ('items', 'is_short')

    def __init__(self, start, end, items, is_short):
        Node.__init__(self, start, end)
        self.items = items
        self.is_short = is_short


@_numbered
class ArrayItem(Node):
    """key: Expr or None."""
    _attrs_ = ('key', 'value', 'by_ref', 'spread')

    def __init__(self, start, end, key, value, by_ref, spread):
        Node.__init__(self, start, end)
        self.key = key
        self.value = value
        self.by_ref = by_ref
        self.spread = spread


@_numbered
class ListPattern(Expr):
    """The left side of a destructuring. items as ArrayLiteral; nested patterns are ListPattern
    too.
    """
    _attrs_ = ('items', 'is_short')

    def __init__(self, start, end, items, is_short):
        Node.__init__(self, start, end)
        self.items = items
        self.is_short = is_short


# Variables.

@_numbered
class Variable(Expr):
    """`$name`; `this` too."""
    _attrs_ = ('name',)

    def __init__(self, start, end, name):
        Node.__init__(self, start, end)
        self.name = name


@_numbered
class VariableVariable(Expr):
    """`$$x`, `${x . 'y'}`."""
    _attrs_ = ('expression',)

    def __init__(self, start, end, expression):
        Node.__init__(self, start, end)
        self.expression = expression


@_numbered
class Dim(Expr):
    """index: Expr, or None for `[]`. braces: `$a{0}`, which parses: the compiler refuses it."""
    _attrs_ = ('target', 'index', 'braces')

    def __init__(self, start, end, target, index, braces):
        Node.__init__(self, start, end)
        self.target = target
        self.index = index
        self.braces = braces


@_numbered
class Prop(Expr):
    """name: Identifier or Expr."""
    _attrs_ = ('target', 'name', 'nullsafe')

    def __init__(self, start, end, target, name, nullsafe):
        Node.__init__(self, start, end)
        self.target = target
        self.name = name
        self.nullsafe = nullsafe


@_numbered
class StaticProp(Expr):
    """class_ref: Name or Expr. name: Identifier (without `$`) or Expr for `A::$$x`."""
    _attrs_ = ('class_ref', 'name')

    def __init__(self, start, end, class_ref, name):
        Node.__init__(self, start, end)
        self.class_ref = class_ref
        self.name = name


@_numbered
class ClassConst(Expr):
    """name: str; `class` for `A::class`."""
    _attrs_ = ('class_ref', 'name')

    def __init__(self, start, end, class_ref, name):
        Node.__init__(self, start, end)
        self.class_ref = class_ref
        self.name = name


# Operators.

@_numbered
class Binary(Expr):
    """op: ADD ... SPACESHIP."""
    _attrs_ = ('op', 'left', 'right')

    def __init__(self, start, end, op, left, right):
        Node.__init__(self, start, end)
        self.op = op
        self.left = left
        self.right = right


@_numbered
class LogicalAnd(Expr):
    """`&&` and `and`."""
    _attrs_ = ('left', 'right')

    def __init__(self, start, end, left, right):
        Node.__init__(self, start, end)
        self.left = left
        self.right = right


@_numbered
class LogicalOr(Expr):
    """`||` and `or`."""
    _attrs_ = ('left', 'right')

    def __init__(self, start, end, left, right):
        Node.__init__(self, start, end)
        self.left = left
        self.right = right


@_numbered
class LogicalXor(Expr):
    _attrs_ = ('left', 'right')

    def __init__(self, start, end, left, right):
        Node.__init__(self, start, end)
        self.left = left
        self.right = right


@_numbered
class Coalesce(Expr):
    """`??`"""
    _attrs_ = ('left', 'right')

    def __init__(self, start, end, left, right):
        Node.__init__(self, start, end)
        self.left = left
        self.right = right


@_numbered
class Unary(Expr):
    """op: PLUS, MINUS, NOT, BIT_NOT."""
    _attrs_ = ('op', 'operand')

    def __init__(self, start, end, op, operand):
        Node.__init__(self, start, end)
        self.op = op
        self.operand = operand


@_numbered
class Cast(Expr):
    """cast: a CAST_ constant. CAST_UNSET parses: the compiler refuses it."""
    _attrs_ = ('cast', 'operand')

    def __init__(self, start, end, cast, operand):
        Node.__init__(self, start, end)
        self.cast = cast
        self.operand = operand


@_numbered
class Silence(Expr):
    """`@`"""
    _attrs_ = ('operand',)

    def __init__(self, start, end, operand):
        Node.__init__(self, start, end)
        self.operand = operand


@_numbered
class IncDec(Expr):
    _attrs_ = ('target', 'is_inc', 'is_prefix')

    def __init__(self, start, end, target, is_inc, is_prefix):
        Node.__init__(self, start, end)
        self.target = target
        self.is_inc = is_inc
        self.is_prefix = is_prefix


@_numbered
class Assign(Expr):
    """target: any Expr the grammar calls a variable, or a ListPattern."""
    _attrs_ = ('target', 'value')

    def __init__(self, start, end, target, value):
        Node.__init__(self, start, end)
        self.target = target
        self.value = value


@_numbered
class AssignRef(Expr):
    """`$a = &$b`"""
    _attrs_ = ('target', 'value')

    def __init__(self, start, end, target, value):
        Node.__init__(self, start, end)
        self.target = target
        self.value = value


@_numbered
class AssignOp(Expr):
    """op: ADD ... SHR."""
    _attrs_ = ('op', 'target', 'value')

    def __init__(self, start, end, op, target, value):
        Node.__init__(self, start, end)
        self.op = op
        self.target = target
        self.value = value


@_numbered
class CoalesceAssign(Expr):
    """`??=`"""
    _attrs_ = ('target', 'value')

    def __init__(self, start, end, target, value):
        Node.__init__(self, start, end)
        self.target = target
        self.value = value


@_numbered
class Ternary(Expr):
    """then: None for `?:`. parenthesized: written in `( )`, without which it may not be another's
    condition (the compiler refuses it).
    """
    _attrs_ = ('condition', 'then', 'otherwise', 'parenthesized')

    def __init__(self, start, end, condition, then, otherwise, parenthesized):
        Node.__init__(self, start, end)
        self.condition = condition
        self.then = then
        self.otherwise = otherwise
        self.parenthesized = parenthesized


@_numbered
class Instanceof(Expr):
    """class_ref: Name or Expr."""
    _attrs_ = ('value', 'class_ref')

    def __init__(self, start, end, value, class_ref):
        Node.__init__(self, start, end)
        self.value = value
        self.class_ref = class_ref


@_numbered
class Match(Expr):
    """arms: list of MatchArm."""
    _attrs_ = ('subject', 'arms')

    def __init__(self, start, end, subject, arms):
        Node.__init__(self, start, end)
        self.subject = subject
        self.arms = arms


@_numbered
class MatchArm(Node):
    """conditions: list of Expr, empty for `default`."""
    _attrs_ = ('conditions', 'is_default', 'body')

    def __init__(self, start, end, conditions, is_default, body):
        Node.__init__(self, start, end)
        self.conditions = conditions
        self.is_default = is_default
        self.body = body


# Calls and what looks like one.

@_numbered
class Arg(Node):
    """name: str or None. spread: `...$value`."""
    _attrs_ = ('value', 'name', 'spread')

    def __init__(self, start, end, value, name, spread):
        Node.__init__(self, start, end)
        self.value = value
        self.name = name
        self.spread = spread


@_numbered
class Call(Expr):
    """callee: Name or Expr. args: list of Arg. first_class: `f(...)`."""
    _attrs_ = ('callee', 'args', 'first_class')

    def __init__(self, start, end, callee, args, first_class):
        Node.__init__(self, start, end)
        self.callee = callee
        self.args = args
        self.first_class = first_class


@_numbered
class New(Expr):
    """class_ref: Name, AnonymousClass or Expr. `new A(...)` parses: the compiler refuses it."""
    _attrs_ = ('class_ref', 'args', 'first_class')

    def __init__(self, start, end, class_ref, args, first_class):
        Node.__init__(self, start, end)
        self.class_ref = class_ref
        self.args = args
        self.first_class = first_class


@_numbered
class MethodCall(Expr):
    """name: Identifier or Expr."""
    _attrs_ = ('target', 'name', 'args', 'first_class', 'nullsafe')

    def __init__(self, start, end, target, name, args, first_class, nullsafe):
        Node.__init__(self, start, end)
        self.target = target
        self.name = name
        self.args = args
        self.first_class = first_class
        self.nullsafe = nullsafe


@_numbered
class StaticCall(Expr):
    """class_ref: Name or Expr. name: Identifier or Expr."""
    _attrs_ = ('class_ref', 'name', 'args', 'first_class')

    def __init__(self, start, end, class_ref, name, args, first_class):
        Node.__init__(self, start, end)
        self.class_ref = class_ref
        self.name = name
        self.args = args
        self.first_class = first_class


@_numbered
class Closure(Expr):
    """uses: list of ClosureUse."""
    _attrs_ = ('function', 'uses')

    def __init__(self, start, end, function, uses):
        Node.__init__(self, start, end)
        self.function = function
        self.uses = uses


@_numbered
class ClosureUse(Node):
    _attrs_ = ('name', 'by_ref')

    def __init__(self, start, end, name, by_ref):
        Node.__init__(self, start, end)
        self.name = name
        self.by_ref = by_ref


@_numbered
class ArrowFunction(Expr):
    """The body is a Block of one Return."""
    _attrs_ = ('function',)

    def __init__(self, start, end, function):
        Node.__init__(self, start, end)
        self.function = function


@_numbered
class AnonymousClass(Expr):
    """declaration: ClassDecl with name None."""
    _attrs_ = ('declaration',)

    def __init__(self, start, end, declaration):
        Node.__init__(self, start, end)
        self.declaration = declaration


@_numbered
class Isset(Expr):
    _attrs_ = ('targets',)

    def __init__(self, start, end, targets):
        Node.__init__(self, start, end)
        self.targets = targets


@_numbered
class Empty(Expr):
    _attrs_ = ('target',)

    def __init__(self, start, end, target):
        Node.__init__(self, start, end)
        self.target = target


@_numbered
class Exit(Expr):
    """value: Expr or None."""
    _attrs_ = ('value',)

    def __init__(self, start, end, value):
        Node.__init__(self, start, end)
        self.value = value


@_numbered
class Print(Expr):
    _attrs_ = ('value',)

    def __init__(self, start, end, value):
        Node.__init__(self, start, end)
        self.value = value


@_numbered
class Include(Expr):
    """mode: INCLUDE ... REQUIRE_ONCE."""
    _attrs_ = ('mode', 'path')

    def __init__(self, start, end, mode, path):
        Node.__init__(self, start, end)
        self.mode = mode
        self.path = path


@_numbered
class Eval(Expr):
    _attrs_ = ('code',)

    def __init__(self, start, end, code):
        Node.__init__(self, start, end)
        self.code = code


@_numbered
class Clone(Expr):
    _attrs_ = ('value',)

    def __init__(self, start, end, value):
        Node.__init__(self, start, end)
        self.value = value


@_numbered
class Yield(Expr):
    """both Expr or None."""
    _attrs_ = ('key', 'value')

    def __init__(self, start, end, key, value):
        Node.__init__(self, start, end)
        self.key = key
        self.value = value


@_numbered
class YieldFrom(Expr):
    _attrs_ = ('value',)

    def __init__(self, start, end, value):
        Node.__init__(self, start, end)
        self.value = value


@_numbered
class Throw(Expr):
    _attrs_ = ('value',)

    def __init__(self, start, end, value):
        Node.__init__(self, start, end)
        self.value = value


# Statements.

@_numbered
class Program(Node):
    """lines: the LineTable of the source. warnings: list of ParseWarning, to be reported before
    running.
    """
    _attrs_ = ('filename', 'statements', 'lines', 'warnings')

    def __init__(self, start, end, filename, statements, lines, warnings):
        Node.__init__(self, start, end)
        self.filename = filename
        self.statements = statements
        self.lines = lines
        self.warnings = warnings


@_numbered
class InlineHtml(Stmt):
    _attrs_ = ('text',)

    def __init__(self, start, end, text):
        Node.__init__(self, start, end)
        self.text = text


@_numbered
class Echo(Stmt):
    """`echo` and `<?=`."""
    _attrs_ = ('values',)

    def __init__(self, start, end, values):
        Node.__init__(self, start, end)
        self.values = values


@_numbered
class ExprStmt(Stmt):
    _attrs_ = ('expression',)

    def __init__(self, start, end, expression):
        Node.__init__(self, start, end)
        self.expression = expression


@_numbered
class Nop(Stmt):
    """`;` alone, or `<?php ?>`."""
    _attrs_ = ()


@_numbered
class Block(Stmt):
    """`{ ... }`, or the body of an alternative syntax."""
    _attrs_ = ('statements',)

    def __init__(self, start, end, statements):
        Node.__init__(self, start, end)
        self.statements = statements


@_numbered
class If(Stmt):
    """branches: list of IfBranch, at least one. otherwise: Stmt or None."""
    _attrs_ = ('branches', 'otherwise')

    def __init__(self, start, end, branches, otherwise):
        Node.__init__(self, start, end)
        self.branches = branches
        self.otherwise = otherwise


@_numbered
class IfBranch(Node):
    _attrs_ = ('condition', 'body')

    def __init__(self, start, end, condition, body):
        Node.__init__(self, start, end)
        self.condition = condition
        self.body = body


@_numbered
class While(Stmt):
    _attrs_ = ('condition', 'body')

    def __init__(self, start, end, condition, body):
        Node.__init__(self, start, end)
        self.condition = condition
        self.body = body


@_numbered
class DoWhile(Stmt):
    _attrs_ = ('body', 'condition')

    def __init__(self, start, end, body, condition):
        Node.__init__(self, start, end)
        self.body = body
        self.condition = condition


@_numbered
class For(Stmt):
    """the first three: lists of Expr."""
    _attrs_ = ('init', 'condition', 'step', 'body')

    def __init__(self, start, end, init, condition, step, body):
        Node.__init__(self, start, end)
        self.init = init
        self.condition = condition
        self.step = step
        self.body = body


@_numbered
class Foreach(Stmt):
    """key: Expr or None. target: Expr or ListPattern. key_by_ref parses: the compiler refuses it.
    """
    _attrs_ = ('subject', 'key', 'target', 'by_ref', 'key_by_ref', 'body')

    def __init__(self, start, end, subject, key, target, by_ref, key_by_ref, body):
        Node.__init__(self, start, end)
        self.subject = subject
        self.key = key
        self.target = target
        self.by_ref = by_ref
        self.key_by_ref = key_by_ref
        self.body = body


@_numbered
class Switch(Stmt):
    """cases: list of Case."""
    _attrs_ = ('subject', 'cases')

    def __init__(self, start, end, subject, cases):
        Node.__init__(self, start, end)
        self.subject = subject
        self.cases = cases


@_numbered
class Case(Node):
    """condition: None for `default`. body: list of Stmt."""
    _attrs_ = ('condition', 'body')

    def __init__(self, start, end, condition, body):
        Node.__init__(self, start, end)
        self.condition = condition
        self.body = body


@_numbered
class Break(Stmt):
    """levels: Expr or None."""
    _attrs_ = ('levels',)

    def __init__(self, start, end, levels):
        Node.__init__(self, start, end)
        self.levels = levels


@_numbered
class Continue(Stmt):
    """levels: Expr or None."""
    _attrs_ = ('levels',)

    def __init__(self, start, end, levels):
        Node.__init__(self, start, end)
        self.levels = levels


@_numbered
class Return(Stmt):
    """value: Expr or None."""
    _attrs_ = ('value',)

    def __init__(self, start, end, value):
        Node.__init__(self, start, end)
        self.value = value


@_numbered
class Global(Stmt):
    """targets: list of Variable or VariableVariable."""
    _attrs_ = ('targets',)

    def __init__(self, start, end, targets):
        Node.__init__(self, start, end)
        self.targets = targets


@_numbered
class Static(Stmt):
    """variables: list of StaticVar."""
    _attrs_ = ('variables',)

    def __init__(self, start, end, variables):
        Node.__init__(self, start, end)
        self.variables = variables


@_numbered
class StaticVar(Node):
    """default: Expr or None."""
    _attrs_ = ('name', 'default')

    def __init__(self, start, end, name, default):
        Node.__init__(self, start, end)
        self.name = name
        self.default = default


@_numbered
class Unset(Stmt):
    _attrs_ = ('targets',)

    def __init__(self, start, end, targets):
        Node.__init__(self, start, end)
        self.targets = targets


@_numbered
class Try(Stmt):
    """body: Block. otherwise: the Block of `finally`, or None."""
    _attrs_ = ('body', 'catches', 'otherwise')

    def __init__(self, start, end, body, catches, otherwise):
        Node.__init__(self, start, end)
        self.body = body
        self.catches = catches
        self.otherwise = otherwise


@_numbered
class Catch(Node):
    """types: list of Name. variable: str or None."""
    _attrs_ = ('types', 'variable', 'body')

    def __init__(self, start, end, types, variable, body):
        Node.__init__(self, start, end)
        self.types = types
        self.variable = variable
        self.body = body


@_numbered
class Goto(Stmt):
    _attrs_ = ('label',)

    def __init__(self, start, end, label):
        Node.__init__(self, start, end)
        self.label = label


@_numbered
class Label(Stmt):
    _attrs_ = ('name',)

    def __init__(self, start, end, name):
        Node.__init__(self, start, end)
        self.name = name


@_numbered
class Const(Stmt):
    """items: list of ConstItem."""
    _attrs_ = ('items',)

    def __init__(self, start, end, items):
        Node.__init__(self, start, end)
        self.items = items


@_numbered
class ConstItem(Node):
    """Of `const` statements and class constants."""
    _attrs_ = ('name', 'value', 'doc_comment')

    def __init__(self, start, end, name, value, doc_comment):
        Node.__init__(self, start, end)
        self.name = name
        self.value = value
        self.doc_comment = doc_comment


@_numbered
class Namespace(Stmt):
    """name: Name or None. Without braces, statements is empty and what follows belongs to it."""
    _attrs_ = ('name', 'statements', 'has_braces')

    def __init__(self, start, end, name, statements, has_braces):
        Node.__init__(self, start, end)
        self.name = name
        self.statements = statements
        self.has_braces = has_braces


@_numbered
class Use(Stmt):
    """prefix: Name of a group use, or None."""
    _attrs_ = ('use_kind', 'prefix', 'clauses')

    def __init__(self, start, end, use_kind, prefix, clauses):
        Node.__init__(self, start, end)
        self.use_kind = use_kind
        self.prefix = prefix
        self.clauses = clauses


@_numbered
class UseClause(Node):
    """name: Name, relative to the prefix if there is one. alias: str or None."""
    _attrs_ = ('use_kind', 'name', 'alias')

    def __init__(self, start, end, use_kind, name, alias):
        Node.__init__(self, start, end)
        self.use_kind = use_kind
        self.name = name
        self.alias = alias


@_numbered
class Declare(Stmt):
    """body: Stmt or None."""
    _attrs_ = ('directives', 'body')

    def __init__(self, start, end, directives, body):
        Node.__init__(self, start, end)
        self.directives = directives
        self.body = body


@_numbered
class Directive(Node):
    _attrs_ = ('name', 'value')

    def __init__(self, start, end, name, value):
        Node.__init__(self, start, end)
        self.name = name
        self.value = value


@_numbered
class HaltCompiler(Stmt):
    """data_offset: what __COMPILER_HALT_OFFSET__ is."""
    _attrs_ = ('data_offset',)

    def __init__(self, start, end, data_offset):
        Node.__init__(self, start, end)
        self.data_offset = data_offset


# Functions and classes.

@_numbered
class Function(Node):
    """What functions, methods, closures and arrow functions share. keyword_start: where `function`
    or `fn` stands, whose line PHP reports as the first. name: None for closures. body: Block, None
    for abstract methods. is_generator: the body yields.
    """
    _attrs_ = ('keyword_start', 'name', 'params', 'return_type', 'body', 'by_ref', 'is_static',
               'is_generator', 'attributes', 'doc_comment')

    def __init__(self, start, end, keyword_start, name, params, return_type, body, by_ref,
                 is_static, is_generator, attributes, doc_comment):
        Node.__init__(self, start, end)
        self.keyword_start = keyword_start
        self.name = name
        self.params = params
        self.return_type = return_type
        self.body = body
        self.by_ref = by_ref
        self.is_static = is_static
        self.is_generator = is_generator
        self.attributes = attributes
        self.doc_comment = doc_comment


@_numbered
class Param(Node):
    """modifiers: not 0 for a promoted property."""
    _attrs_ = ('name', 'type', 'default', 'by_ref', 'variadic', 'modifiers', 'attributes',
               'doc_comment')

    def __init__(self, start, end, name, type, default, by_ref, variadic, modifiers, attributes,
                 doc_comment):
        Node.__init__(self, start, end)
        self.name = name
        self.type = type
        self.default = default
        self.by_ref = by_ref
        self.variadic = variadic
        self.modifiers = modifiers
        self.attributes = attributes
        self.doc_comment = doc_comment


@_numbered
class Attribute(Node):
    """name: Name. args: list of Arg. has_parens: they were written. follows: not the first of its `#[...]`."""
    _attrs_ = ('name', 'args', 'first_class', 'has_parens', 'follows')

    def __init__(self, start, end, name, args, first_class, has_parens, follows):
        Node.__init__(self, start, end)
        self.name = name
        self.args = args
        self.first_class = first_class
        self.has_parens = has_parens
        self.follows = follows


@_numbered
class FunctionDecl(Stmt):
    _attrs_ = ('function',)

    def __init__(self, start, end, function):
        Node.__init__(self, start, end)
        self.function = function


@_numbered
class ClassDecl(Stmt):
    """extends: list of Name (one, or an interface's many). backing_type: Type of an enum, or None.
    members: list of Stmt.
    """
    _attrs_ = ('keyword_start', 'class_kind', 'modifiers', 'name', 'extends', 'implements',
               'backing_type', 'members', 'attributes', 'doc_comment')

    def __init__(self, start, end, keyword_start, class_kind, modifiers, name, extends,
                 implements, backing_type, members, attributes, doc_comment):
        Node.__init__(self, start, end)
        self.keyword_start = keyword_start
        self.class_kind = class_kind
        self.modifiers = modifiers
        self.name = name
        self.extends = extends
        self.implements = implements
        self.backing_type = backing_type
        self.members = members
        self.attributes = attributes
        self.doc_comment = doc_comment


@_numbered
class ClassConstDecl(Stmt):
    """items: list of ConstItem."""
    _attrs_ = ('modifiers', 'items', 'attributes')

    def __init__(self, start, end, modifiers, items, attributes):
        Node.__init__(self, start, end)
        self.modifiers = modifiers
        self.items = items
        self.attributes = attributes


@_numbered
class PropertyDecl(Stmt):
    """items: list of PropertyItem."""
    _attrs_ = ('modifiers', 'type', 'items', 'attributes')

    def __init__(self, start, end, modifiers, type, items, attributes):
        Node.__init__(self, start, end)
        self.modifiers = modifiers
        self.type = type
        self.items = items
        self.attributes = attributes


@_numbered
class PropertyItem(Node):
    _attrs_ = ('name', 'default', 'doc_comment')

    def __init__(self, start, end, name, default, doc_comment):
        Node.__init__(self, start, end)
        self.name = name
        self.default = default
        self.doc_comment = doc_comment


@_numbered
class MethodDecl(Stmt):
    _attrs_ = ('modifiers', 'function')

    def __init__(self, start, end, modifiers, function):
        Node.__init__(self, start, end)
        self.modifiers = modifiers
        self.function = function


@_numbered
class TraitUse(Stmt):
    """adaptations: list of TraitAlias or TraitPrecedence."""
    _attrs_ = ('names', 'adaptations')

    def __init__(self, start, end, names, adaptations):
        Node.__init__(self, start, end)
        self.names = names
        self.adaptations = adaptations


@_numbered
class TraitAlias(Stmt):
    """trait: Name or None. modifiers: 0 if none given. alias: str or None."""
    _attrs_ = ('trait', 'method', 'modifiers', 'alias')

    def __init__(self, start, end, trait, method, modifiers, alias):
        Node.__init__(self, start, end)
        self.trait = trait
        self.method = method
        self.modifiers = modifiers
        self.alias = alias


@_numbered
class TraitPrecedence(Stmt):
    """instead_of: list of Name."""
    _attrs_ = ('trait', 'method', 'instead_of')

    def __init__(self, start, end, trait, method, instead_of):
        Node.__init__(self, start, end)
        self.trait = trait
        self.method = method
        self.instead_of = instead_of


@_numbered
class EnumCase(Stmt):
    """value: Expr or None."""
    _attrs_ = ('name', 'value', 'attributes', 'doc_comment')

    def __init__(self, start, end, name, value, attributes, doc_comment):
        Node.__init__(self, start, end)
        self.name = name
        self.value = value
        self.attributes = attributes
        self.doc_comment = doc_comment


# Types.

@_numbered
class NamedType(Type):
    """name: Name; `int`, `static`, `array` ... too."""
    _attrs_ = ('name',)

    def __init__(self, start, end, name):
        Node.__init__(self, start, end)
        self.name = name


@_numbered
class NullableType(Type):
    _attrs_ = ('inner',)

    def __init__(self, start, end, inner):
        Node.__init__(self, start, end)
        self.inner = inner


@_numbered
class UnionType(Type):
    """members may be IntersectionType."""
    _attrs_ = ('types',)

    def __init__(self, start, end, types):
        Node.__init__(self, start, end)
        self.types = types


@_numbered
class IntersectionType(Type):
    _attrs_ = ('types',)

    def __init__(self, start, end, types):
        Node.__init__(self, start, end)
        self.types = types
