"""The bytecode loop's JIT driver and the text by which traces name a place in a PHP program."""
from __future__ import absolute_import

from hippy.interpreter.compiler import bytecode
from hippy.interpreter.rlib.strings import up_to_nul
from hippy.interpreter.rlib.jit import JitDriver


def location(pc, code):
    """name;file:start-line~OPCODE, where a method's name is CLASS::METHOD"""
    return '%s;%s:%d-%d~%s' % (full_name(code), code.file, code.start_line, code.line_at(pc), bytecode.NAMES[code.ops[pc]])


def full_name(code):
    """The name of a function, method or file as a report shows it; anonymous classes without the NUL byte and what follows."""
    if code.name == '':
        return '{main}'
    if code.class_name == '':
        return code.name
    return up_to_nul(code.class_name) + '::' + code.name


class JitSwitch(object):
    """enabled: false with `--jit off`, when not even the counters of loops and calls are kept."""
    _attrs_ = ('enabled',)
    _immutable_fields_ = ('enabled?',)

    def __init__(self):
        self.enabled = True


SWITCH = JitSwitch()
CALLS_BEFORE_JIT = 100      # a function without loops is not even counted before that


def yields(pc, code):
    """A generator's loop that is inlined goes on into its next round, which ends at the next yield."""
    return code.is_generator


driver = JitDriver(greens=['pc', 'code'], reds=['frame', 'ctx'], virtualizables=['frame'], get_printable_location=location,
                   is_recursive=True, should_unroll_one_iteration=yields, name='php')
