"""A Code as text: one instruction a line, its operands by the kinds of the opcode table (compiler/bytecode.py)."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode
from hippy.interpreter.compiler.code import KIND_FILE
from hippy.interpreter.vm.jitnames import describe


def of_code(code):
    """`line  number  OPCODE operands`; the line only where it changes. $v variables, T7 temporaries, @12 jump targets, #3 side tables."""
    name = '{main}' if code.kind == KIND_FILE else code.name + '()'
    lines = ['%s, %s:%d-%d, %d variables, %d slots' % (name, code.file, code.start_line, code.end_line, code.var_count, code.slot_count)]
    pc = 0
    last_line = 0
    while pc < len(code.ops):
        line = code.line_at(pc)
        shown_line = '%d' % line if line != last_line else ''
        last_line = line
        lines.append('%s %s  %s' % (_right(shown_line, 6), _right('%d' % (pc // bytecode.WIDTH), 5), _instruction(code, pc)))
        pc += bytecode.WIDTH
    return '\n'.join(lines) + '\n'


def _right(text, width):
    """text moved to the right of a column."""
    while len(text) < width:
        text = ' ' + text
    return text


def _instruction(code, pc):
    op = code.ops[pc]
    kinds = bytecode.KINDS[op]
    text = bytecode.NAMES[op]
    separator = ' '
    for i in range(len(kinds)):
        if kinds[i] != '-' and kinds[i] != 'c':
            text += separator + _operand(code, kinds[i], code.ops[pc + 1 + i])
            separator = ', '
    return text


def _operand(code, kind, x):
    if kind == 'j':
        return '@%d' % (x // bytecode.WIDTH)
    if kind == 'n':
        return '%d' % x
    if kind == 's':
        return '#%d' % x
    if kind == 'r' and x < 0:
        index = ~x
        if index >= len(code.consts):
            return '_'
        return describe(code.consts[index])
    if x < 0:
        return '_'
    if x < code.var_count:
        return '$' + code.var_names[x]
    return 'T%d' % x
