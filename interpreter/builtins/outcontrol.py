"""PHP's output buffers: ob_start() and what follows."""
from __future__ import absolute_import

from hippy.interpreter.builtins.arguments import callable_name, callable_problem
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.convert import to_str
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Bool, W_Int, W_Null, disown, own, w_false
from hippy.interpreter.output import OutputBuffer

START = 1
CLEAN = 2
FLUSH = 4
FINAL = 8


def innermost(ctx):
    levels = ctx.output.levels
    return levels[len(levels) - 1]


def processed(ctx, level, text, flags):
    """The text as the level's callback leaves it."""
    if level.w_callback is None:
        return text
    if not level.started:
        flags |= START
        level.started = True
    w_result = ctx.call(level.w_callback, [new_str(text), W_Int(flags)])
    if isinstance(w_result, W_Bool):
        return '' if w_result.boolval else text
    result = to_str(ctx, w_result)
    disown(w_result)
    return result


def pass_on(ctx, flags):
    """The innermost level's content, through its callback, to the level around it."""
    levels = ctx.output.levels
    level = innermost(ctx)
    text = processed(ctx, level, level.take(), flags)
    if len(levels) > 1:
        levels[len(levels) - 2].builder.append(text)
    else:
        ctx.output.emit(text)


def drop(ctx, flags):
    """The innermost level's content is thrown away; its callback sees it nevertheless."""
    level = innermost(ctx)
    text = level.take()
    if level.w_callback is not None:
        processed(ctx, level, text, flags)


def close(ctx):
    level = ctx.output.levels.pop()
    if level.w_callback is not None:
        disown(level.w_callback)


def has_level(ctx, name, problem):
    """False, with a notice, when there is no buffer."""
    if len(ctx.output.levels) > 0:
        return True
    ctx.notice('%s(): Failed to %s' % (name, problem))
    return False


@builtin('ob_start(mixed $callback = null, int $chunk_size = 0, int $flags = PHP_OUTPUT_HANDLER_STDFLAGS): bool')
def ob_start(ctx, w_callback, chunk_size, flags):
    if isinstance(w_callback, W_Null):
        ctx.output.levels.append(OutputBuffer(None, max(chunk_size, 0)))
        return True
    if not ctx.is_callable(w_callback):
        ctx.warning('ob_start(): ' + callable_problem(ctx, w_callback))
        ctx.notice('ob_start(): Failed to create buffer')
        return False
    own(w_callback)
    ctx.output.levels.append(OutputBuffer(w_callback, max(chunk_size, 0)))
    return True


@builtin('ob_flush(): bool')
def ob_flush(ctx):
    if not has_level(ctx, 'ob_flush', 'flush buffer. No buffer to flush'):
        return False
    pass_on(ctx, FLUSH)
    return True


@builtin('ob_clean(): bool')
def ob_clean(ctx):
    if not has_level(ctx, 'ob_clean', 'delete buffer. No buffer to delete'):
        return False
    drop(ctx, CLEAN)
    return True


@builtin('ob_end_flush(): bool')
def ob_end_flush(ctx):
    if not has_level(ctx, 'ob_end_flush', 'delete and flush buffer. No buffer to delete or flush'):
        return False
    pass_on(ctx, FINAL)
    close(ctx)
    return True


@builtin('ob_end_clean(): bool')
def ob_end_clean(ctx):
    if not has_level(ctx, 'ob_end_clean', 'delete buffer. No buffer to delete'):
        return False
    drop(ctx, CLEAN | FINAL)
    close(ctx)
    return True


@builtin('ob_get_flush(): string|false')
def ob_get_flush(ctx):
    if not has_level(ctx, 'ob_get_flush', 'delete and flush buffer. No buffer to delete or flush'):
        return w_false
    text = innermost(ctx).content()
    pass_on(ctx, FINAL)
    close(ctx)
    return new_str(text)


@builtin('ob_get_clean(): string|false')
def ob_get_clean(ctx):
    if len(ctx.output.levels) == 0:
        return w_false
    text = innermost(ctx).content()
    drop(ctx, CLEAN | FINAL)
    close(ctx)
    return new_str(text)


@builtin('ob_get_contents(): string|false')
def ob_get_contents(ctx):
    if len(ctx.output.levels) == 0:
        return w_false
    return new_str(innermost(ctx).content())


@builtin('ob_get_level(): int')
def ob_get_level(ctx):
    return len(ctx.output.levels)


@builtin('ob_get_length(): int|false')
def ob_get_length(ctx):
    if len(ctx.output.levels) == 0:
        return w_false
    return W_Int(innermost(ctx).length())


def handler_name(ctx, level):
    w_callback = level.w_callback
    if w_callback is None:
        return new_str('default output handler')
    return callable_name(ctx, w_callback)


@builtin('ob_list_handlers(): array')
def ob_list_handlers(ctx):
    w_names = new_array(0)
    for level in ctx.output.levels:
        w_names.append(handler_name(ctx, level))
    return w_names


def status_of(ctx, number):
    level = ctx.output.levels[number]
    w_status = new_array(8)
    w_status.put_str('name', handler_name(ctx, level))
    kind = 1 if level.w_callback is not None else 0
    w_status.put_str('type', W_Int(kind))
    w_status.put_str('flags', W_Int(112 + kind + (0x2000 if level.started else 0)))
    w_status.put_str('level', W_Int(number))
    w_status.put_str('chunk_size', W_Int(level.chunk_size))
    w_status.put_str('buffer_size', W_Int(16384))
    w_status.put_str('buffer_used', W_Int(level.length()))
    return w_status


@builtin('ob_get_status(bool $full_status = false): array')
def ob_get_status(ctx, full_status):
    count = len(ctx.output.levels)
    if not full_status:
        return status_of(ctx, count - 1) if count > 0 else new_array(0)
    w_all = new_array(count)
    for number in range(count):
        w_all.append(status_of(ctx, number))
    return w_all


@builtin('ob_implicit_flush(bool $enable = true): void')
def ob_implicit_flush(ctx, enable):
    ctx.output.unbuffered = enable


@builtin('flush(): void')
def flush(ctx):
    ctx.output.flush()
