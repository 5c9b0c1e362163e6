"""PHP's output buffers: ob_start() and what follows."""
from __future__ import absolute_import

from hippy.interpreter.builtins.arguments import callable_name
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.arrays import new_array
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Int, W_Null, own, w_false
from hippy.interpreter.output import REMOVABLE, USER
from hippy.interpreter.vm import callbacks


@builtin('ob_start(mixed $callback = null, int $chunk_size = 0, int $flags = PHP_OUTPUT_HANDLER_STDFLAGS): bool')
def ob_start(ctx, w_callback, chunk_size, flags):
    ctx.output.check_lock('ob_start')
    if isinstance(w_callback, W_Null):
        ctx.output.push(None, 'default output handler', max(chunk_size, 0), flags)
        return True
    problem = callbacks.find(ctx, w_callback, True).problem
    if problem != '':
        ctx.warning('ob_start(): ' + problem)
        ctx.notice('ob_start(): Failed to create buffer')
        return False
    own(w_callback)
    ctx.output.push(w_callback, callable_name(ctx, w_callback).as_str(), max(chunk_size, 0), flags)
    return True


def has_level(ctx, name, problem):
    """False, with a notice, when there is no buffer."""
    if len(ctx.output.levels) > 0:
        ctx.output.check_lock(name)
        return True
    ctx.notice('%s(): Failed to %s' % (name, problem))
    return False


def note_refusal(ctx, name, what):
    """The innermost buffer does not allow what was asked; gives False."""
    level = ctx.output.top()
    ctx.notice('%s(): Failed to %s buffer of %s (%d)' % (name, what, level.name, len(ctx.output.levels) - 1))
    return False


def end_level(ctx, name, discards):
    """Ends the innermost buffer; False, with a notice, when it is not removable."""
    if not ctx.output.top().flags & REMOVABLE:
        return note_refusal(ctx, name, 'discard' if discards else 'send')
    ctx.output.pop(discards)
    return True


@builtin('ob_flush(): bool')
def ob_flush(ctx):
    if not has_level(ctx, 'ob_flush', 'flush buffer. No buffer to flush'):
        return False
    return ctx.output.flush_top() or note_refusal(ctx, 'ob_flush', 'flush')


@builtin('ob_clean(): bool')
def ob_clean(ctx):
    if not has_level(ctx, 'ob_clean', 'delete buffer. No buffer to delete'):
        return False
    return ctx.output.clean_top() or note_refusal(ctx, 'ob_clean', 'delete')


@builtin('ob_end_flush(): bool')
def ob_end_flush(ctx):
    if not has_level(ctx, 'ob_end_flush', 'delete and flush buffer. No buffer to delete or flush'):
        return False
    return end_level(ctx, 'ob_end_flush', False)


@builtin('ob_end_clean(): bool')
def ob_end_clean(ctx):
    if not has_level(ctx, 'ob_end_clean', 'delete buffer. No buffer to delete'):
        return False
    return end_level(ctx, 'ob_end_clean', True)


@builtin('ob_get_flush(): string|false')
def ob_get_flush(ctx):
    if not has_level(ctx, 'ob_get_flush', 'delete and flush buffer. No buffer to delete or flush'):
        return w_false
    text = ctx.output.top().content()
    if not end_level(ctx, 'ob_get_flush', False):
        note_refusal(ctx, 'ob_get_flush', 'delete')
    return new_str(text)


@builtin('ob_get_clean(): string|false')
def ob_get_clean(ctx):
    if len(ctx.output.levels) == 0:
        return w_false
    ctx.output.check_lock('ob_get_clean')
    text = ctx.output.top().content()
    if not end_level(ctx, 'ob_get_clean', True):
        note_refusal(ctx, 'ob_get_clean', 'delete')
    return new_str(text)


@builtin('ob_get_contents(): string|false')
def ob_get_contents(ctx):
    if len(ctx.output.levels) == 0:
        return w_false
    return new_str(ctx.output.top().content())


@builtin('ob_get_level(): int')
def ob_get_level(ctx):
    return len(ctx.output.levels)


@builtin('ob_get_length(): int|false')
def ob_get_length(ctx):
    if len(ctx.output.levels) == 0:
        return w_false
    return W_Int(ctx.output.top().length())


@builtin('ob_list_handlers(): array')
def ob_list_handlers(ctx):
    w_names = new_array(0)
    for level in ctx.output.levels:
        w_names.append(new_str(level.name))
    return w_names


def status_of(ctx, number):
    level = ctx.output.levels[number]
    w_status = new_array(8)
    w_status.put_str('name', new_str(level.name))
    w_status.put_str('type', W_Int(level.flags & USER))
    w_status.put_str('flags', W_Int(level.flags))
    w_status.put_str('level', W_Int(number))
    w_status.put_str('chunk_size', W_Int(level.chunk_size))
    w_status.put_str('buffer_size', W_Int(level.size))
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
    """Without it output waits in the engine's own buffer, which nobody can tell from PHP's writes but by time."""
    if enable:
        ctx.output.unbuffered = True


@builtin('flush(): void')
def flush(ctx):
    ctx.output.flush()
