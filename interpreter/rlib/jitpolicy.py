"""Which functions the JIT looks into. Imported only when an engine with the JIT is translated."""
from __future__ import absolute_import

from rpython.jit.codewriter.policy import JitPolicy

# parts whose loops would fill traces and that no hot path needs to be seen through
OPAQUE_MODULES = (
    'hippy.interpreter.syntax.', 'hippy.interpreter.compiler.', 'hippy.interpreter.dbgp.', 'hippy.interpreter.vm.linking',
    'hippy.interpreter.vm.reports', 'hippy.interpreter.vm.sources', 'hippy.interpreter.vm.throwables', 'hippy.interpreter.vm.special',
    'hippy.interpreter.vm.callables', 'hippy.interpreter.vm.builtin_classes', 'hippy.interpreter.objects.numbers',
    'hippy.interpreter.target',
)
VISIBLE_MODULES = ('hippy.interpreter.compiler.code', 'hippy.interpreter.compiler.bytecode')


class EnginePolicy(JitPolicy):
    def look_inside_function(self, function):
        module = function.__module__ or ''
        if module in VISIBLE_MODULES:
            return True
        for opaque in OPAQUE_MODULES:
            if module.startswith(opaque) or module == opaque:
                return False
        return JitPolicy.look_inside_function(self, function)
