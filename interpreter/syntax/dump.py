"""Tokens and nodes as text: what `--dump` prints and the golden tests compare.

A node is `(Class parts...)`, on one line if that fits. Otherwise the parts that are mere words stay
on the first line and every other part gets a line of its own. What is absent is left out unless its
place tells what it is; then it is `-`.
"""

from __future__ import absolute_import

from hippy.interpreter.rlib.arithmetic import float_digits, isinf
from hippy.interpreter.rlib.jit import unrolling_iterable
from hippy.interpreter.syntax import ast
from hippy.interpreter.syntax.tokens import NAMES

WIDTH = 90

# Per node class, its parts in order: a field and how it is shown.
#   word    a bare str, `-` for None          node     a node, `-` for None
#   text    a quoted str                      optional a node, nothing for None
#   int, float                                named    as optional, after the field's name
#   flag    the field's name, if true         nodes    the nodes one after the other
#   label   a str after the field's name      list     `field[nodes]`, nothing if empty
# Upper-case words name a table of ast.py that the number is an index into.
PARTS = {
    'Name': 'text:word resolution:RESOLUTION',
    'Identifier': 'name:word',
    'IntLiteral': 'value:int',
    'FloatLiteral': 'value:float',
    'StringLiteral': 'value:text',
    'Interpolated': 'parts:nodes forms:forms',
    'ShellExec': 'parts:nodes forms:forms',
    'MagicConst': 'magic:MAGIC',
    'ConstFetch': 'name:node',
    'ArrayLiteral': 'is_short:short items:nodes',
    'ArrayItem': 'by_ref:flag spread:flag key:named value:node',
    'ListPattern': 'is_short:short items:nodes',
    'Variable': 'name:word',
    'VariableVariable': 'expression:node',
    'Dim': 'braces:flag target:node index:node',
    'Prop': 'nullsafe:flag target:node name:node',
    'StaticProp': 'class_ref:node name:node',
    'ClassConst': 'class_ref:node name:word',
    'Binary': 'op:BINARY left:node right:node',
    'LogicalAnd': 'left:node right:node',
    'LogicalOr': 'left:node right:node',
    'LogicalXor': 'left:node right:node',
    'Coalesce': 'left:node right:node',
    'Unary': 'op:UNARY operand:node',
    'Cast': 'cast:CAST operand:node',
    'Silence': 'operand:node',
    'IncDec': 'is_inc:inc is_prefix:prefix target:node',
    'Assign': 'target:node value:node',
    'AssignRef': 'target:node value:node',
    'AssignOp': 'op:BINARY target:node value:node',
    'CoalesceAssign': 'target:node value:node',
    'Ternary': 'parenthesized:flag condition:node then:node otherwise:node',
    'Instanceof': 'value:node class_ref:node',
    'Match': 'subject:node arms:nodes',
    'MatchArm': 'is_default:default conditions:list body:node',
    'Arg': 'spread:flag name:label value:node',
    'Call': 'first_class:flag callee:node args:nodes',
    'New': 'first_class:flag class_ref:node args:nodes',
    'MethodCall': 'first_class:flag nullsafe:flag target:node name:node args:nodes',
    'StaticCall': 'first_class:flag class_ref:node name:node args:nodes',
    'Closure': 'uses:list function:node',
    'ClosureUse': 'by_ref:flag name:word',
    'ArrowFunction': 'function:node',
    'AnonymousClass': 'declaration:node',
    'Isset': 'targets:nodes',
    'Empty': 'target:node',
    'Exit': 'value:optional',
    'Print': 'value:node',
    'Include': 'mode:INCLUDE path:node',
    'Eval': 'code:node',
    'Clone': 'value:node',
    'Yield': 'key:named value:optional',
    'YieldFrom': 'value:node',
    'Throw': 'value:node',
    'Program': 'statements:nodes',
    'InlineHtml': 'text:text',
    'Echo': 'values:nodes',
    'ExprStmt': 'expression:node',
    'Nop': '',
    'Block': 'statements:nodes',
    'If': 'branches:nodes otherwise:named',
    'IfBranch': 'condition:node body:node',
    'While': 'condition:node body:node',
    'DoWhile': 'body:node condition:node',
    'For': 'init:list condition:list step:list body:node',
    'Foreach': 'key_by_ref:flag by_ref:flag subject:node key:named target:node body:node',
    'Switch': 'subject:node cases:nodes',
    'Case': 'condition:node body:nodes',
    'Break': 'levels:optional',
    'Continue': 'levels:optional',
    'Return': 'value:optional',
    'Global': 'targets:nodes',
    'Static': 'variables:nodes',
    'StaticVar': 'name:word default:optional',
    'Unset': 'targets:nodes',
    'Try': 'body:node catches:nodes otherwise:named',
    'Catch': 'types:list variable:word body:node',
    'Goto': 'label:word',
    'Label': 'name:word',
    'Const': 'items:nodes',
    'ConstItem': 'name:word doc_comment:doc value:node',
    'Namespace': 'name:node has_braces:flag statements:nodes',
    'Use': 'use_kind:USE_KIND prefix:named clauses:nodes',
    'UseClause': 'use_kind:USE_KIND name:node alias:label',
    'Declare': 'directives:list body:optional',
    'Directive': 'name:word value:node',
    'HaltCompiler': 'data_offset:int',
    'Function': 'name:word doc_comment:doc by_ref:flag is_static:flag is_generator:flag'
                ' attributes:list params:list return_type:named body:optional',
    'Param': 'name:word doc_comment:doc modifiers:modifiers by_ref:flag variadic:flag'
             ' attributes:list type:named default:named',
    'Attribute': 'first_class:flag name:node args:nodes',
    'FunctionDecl': 'function:node',
    'ClassDecl': 'class_kind:CLASS_KIND name:word doc_comment:doc modifiers:modifiers'
                 ' attributes:list backing_type:named extends:list implements:list members:nodes',
    'ClassConstDecl': 'modifiers:modifiers attributes:list items:nodes',
    'PropertyDecl': 'modifiers:modifiers attributes:list type:named items:nodes',
    'PropertyItem': 'name:word doc_comment:doc default:optional',
    'MethodDecl': 'modifiers:modifiers function:node',
    'TraitUse': 'names:list adaptations:nodes',
    'TraitAlias': 'trait:node method:word modifiers:modifiers alias:label',
    'TraitPrecedence': 'trait:node method:word instead_of:list',
    'EnumCase': 'name:word doc_comment:doc attributes:list value:optional',
    'NamedType': 'name:node',
    'NullableType': 'inner:node',
    'UnionType': 'types:nodes',
    'IntersectionType': 'types:nodes',
}

TABLES = {
    'RESOLUTION': ['', 'qualified', 'fully-qualified', 'relative'],
    'MAGIC': ast.MAGIC_NAMES,
    'BINARY': ast.BINARY_NAMES,
    'UNARY': ast.UNARY_NAMES,
    'CAST': ast.CAST_NAMES,
    'INCLUDE': ast.INCLUDE_NAMES,
    'USE_KIND': ast.USE_KIND_NAMES,
    'CLASS_KIND': ast.CLASS_KIND_NAMES,
}

FORM_WORDS = ['', '${name}', '${expression}']
HEX = '0123456789abcdef'


def _parts_of(cls):
    "NOT_RPYTHON: rows of field, shape and table."
    rows = []
    for part in PARTS[cls.__name__].split():
        field, shape = part.split(':')
        if shape.isupper():
            rows.append((field, 'table', TABLES[shape]))
        else:
            rows.append((field, shape, []))
    shown = [row[0] for row in rows]
    hidden = ['keyword_start', 'filename', 'lines', 'warnings', 'has_parens', 'follows']
    fields = [field for field in cls._attrs_ if field not in hidden]
    assert sorted(shown) == sorted(fields), cls.__name__
    return rows


def _make_lister(cls):
    "NOT_RPYTHON: the function that lists the parts of nodes of one class as texts."
    rows = unrolling_iterable(_parts_of(cls))

    def list_parts(node, out):
        assert isinstance(node, cls)
        for field, shape, table in rows:
            value = getattr(node, field)
            if shape == 'node':
                out.append(dump_node(value))
            elif shape == 'optional':
                if value is not None:
                    out.append(dump_node(value))
            elif shape == 'nodes':
                for item in value:
                    out.append(dump_node(item))
            elif shape == 'list':
                if len(value) > 0:
                    texts = []
                    for item in value:
                        texts.append(dump_node(item))
                    out.append(_layout(field + '[', texts, ']', ''))
            elif shape == 'word':
                out.append('-' if value is None else value)
            elif shape == 'text':
                out.append(quoted(value))
            elif shape == 'int':
                out.append('%d' % value)
            elif shape == 'float':
                out.append(_float_text(value))
            elif shape == 'table':
                if table[value] != '':
                    out.append(table[value])
            elif shape == 'flag':
                if value:
                    out.append(field)
            elif shape == 'short':
                if not value:
                    out.append('long')
            elif shape == 'inc':
                out.append('++' if value else '--')
            elif shape == 'prefix':
                out.append('prefix' if value else 'postfix')
            elif shape == 'default':
                if value:
                    out.append('default')
            elif shape == 'named':
                if value is not None:
                    out.append(field + '=' + dump_node(value))
            elif shape == 'label':
                if value is not None:
                    out.append(field + '=' + value)
            elif shape == 'doc':
                if value is not None:
                    out.append('doc=' + quoted(value))
            elif shape == 'modifiers':
                for i in range(len(ast.MODIFIER_NAMES)):
                    if value & 1 << i:
                        out.append(ast.MODIFIER_NAMES[i])
            elif shape == 'forms':
                for i in range(len(value)):
                    if value[i] != ast.PART_PLAIN:
                        out.append('part-%d=%s' % (i, FORM_WORDS[value[i]]))
            else:
                assert False
    return list_parts


LISTERS = [_make_lister(_cls) for _cls in ast.NODE_CLASSES]


def dump_node(node):
    """The node as an s-expression; `-` for None."""
    if node is None:
        return '-'
    parts = []
    LISTERS[node.kind](node, parts)
    return _layout('(' + ast.KIND_NAMES[node.kind], parts, ')', ' ')


def _layout(opening, parts, closing, separator):
    length = len(opening)
    fits = True
    for part in parts:
        length += len(part) + 1
        if part.find('\n') >= 0:
            fits = False
    fits = fits and length < WIDTH
    pieces = [opening]
    breaks = False
    for part in parts:
        if not fits and part.find('(') >= 0:
            breaks = True
        if breaks:
            pieces.append('\n  ')
            pieces.append(_indented(part))
        else:
            pieces.append(separator)
            pieces.append(part)
        separator = ' '
    pieces.append(closing)
    return ''.join(pieces)


def _indented(text):
    return '\n  '.join(text.split('\n'))


def _float_text(value):
    if isinf(value):
        return 'INF'
    digits = float_digits(value)
    point = len(digits) - 2
    if point > 0 and digits[point] == '.' and digits[point + 1] == '0':
        return digits[:point]
    return digits


def quoted(text):
    """Printable ASCII, with the escapes of PHP for the rest."""
    pieces = ['"']
    for c in text:
        code = ord(c)
        if c == '"' or c == '\\':
            pieces.append('\\' + c)
        elif c == '\n':
            pieces.append('\\n')
        elif 32 <= code < 127:
            pieces.append(c)
        else:
            pieces.append('\\x' + HEX[code >> 4] + HEX[code & 15])
    pieces.append('"')
    return ''.join(pieces)


def dump_program(program):
    """The statements of a Program, one after the other."""
    pieces = []
    for statement in program.statements:
        pieces.append(dump_node(statement))
        pieces.append('\n')
    return ''.join(pieces)


def dump_tokens(lexer):
    """A line for each token of a Lexer: its place as line:column, its name and its text."""
    pieces = []
    for i in range(len(lexer.kinds)):
        start = lexer.starts[i]
        end = lexer.ends[i]
        assert 0 <= start <= end
        place = '%d:%d' % (lexer.lines.line_of(start), lexer.lines.column_of(start) + 1)
        text = quoted(lexer.source[start:end])
        if lexer.error_message != '' and i == len(lexer.kinds) - 1:
            text = lexer.error_message
        pieces.append('%s %s %s\n' % (place, NAMES[lexer.kinds[i]], text))
    return ''.join(pieces)
