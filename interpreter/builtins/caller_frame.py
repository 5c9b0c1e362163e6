"""Functions that work on the frame of their caller: compact(), func_get_args() and their like, called by name at run time.

Where code names them directly, the compiler makes CALL_SPECIAL of them: vm/special.py does the work.
"""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.values import W_Int, own
from hippy.interpreter.vm import backtraces, special


def checked_frame(ctx, name):
    """The frame of the caller; Error when the function was called through a variable or by another builtin."""
    frame = ctx.top_frame()
    if frame is None or backtraces.called_by_variable(ctx, frame):
        raise ctx.error('Error', 'Cannot call %s() dynamically' % name)
    return frame


def perform(ctx, name, number, args_w):
    frame = checked_frame(ctx, name)
    for w in args_w:
        own(w)
    return special.call(ctx, frame, number, args_w)


@builtin('func_get_args(): array')
def func_get_args(ctx):
    return perform(ctx, 'func_get_args', special.FUNC_GET_ARGS, [])


@builtin('func_get_arg(int $position): mixed')
def func_get_arg(ctx, position):
    return perform(ctx, 'func_get_arg', special.FUNC_GET_ARG, [W_Int(position)])


@builtin('func_num_args(): int', raw=('return',))
def func_num_args(ctx):
    return perform(ctx, 'func_num_args', special.FUNC_NUM_ARGS, [])


@builtin('compact(mixed $var_name, mixed ...$var_names): array')
def compact(ctx, w_name, names_w):
    return perform(ctx, 'compact', special.COMPACT, [w_name] + names_w)


@builtin('extract(array &$array, int $flags = EXTR_OVERWRITE, string $prefix = ""): int', raw=('prefix', 'return'))
def extract(ctx, array_ref, flags, w_prefix):
    return perform(ctx, 'extract', special.EXTRACT, [array_ref, W_Int(flags), w_prefix])


@builtin('get_defined_vars(): array')
def get_defined_vars(ctx):
    return perform(ctx, 'get_defined_vars', special.GET_DEFINED_VARS, [])
