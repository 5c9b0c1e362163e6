"""PHP's functions about errors, their handlers and stack traces."""
from __future__ import absolute_import

from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.errors import (
    E_USER_DEPRECATED, E_USER_ERROR, E_USER_NOTICE, E_USER_WARNING, FatalError)
from hippy.interpreter.objects.arrays import W_Array, new_array
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Int, disown, own, w_null
from hippy.interpreter.rlib import streams
from hippy.interpreter.vm import backtraces, reports, throwables


class SavedHandler(object):
    """An error or exception handler that another one has replaced."""
    _attrs_ = ('w_callback', 'mask')

    def __init__(self, w_callback, mask):
        self.w_callback = w_callback
        self.mask = mask


# -- levels and reports ---------------------------------------------------------------------------------------------------

@builtin('error_reporting(?int $error_level = null): int')
def error_reporting(ctx, w_level):
    old = ctx.error_level
    if isinstance(w_level, W_Int):
        ctx.ini_set('error_reporting', '%d' % w_level.intval)
        ctx.error_level = w_level.intval
    return old


@builtin('trigger_error(string $message, int $error_level = E_USER_NOTICE): bool')
def trigger_error(ctx, message, level):
    return trigger(ctx, 'trigger_error', message, level)


@builtin('user_error(string $message, int $error_level = E_USER_NOTICE): bool')
def user_error(ctx, message, level):
    return trigger(ctx, 'user_error', message, level)


def trigger(ctx, name, message, level):
    if level == E_USER_ERROR:
        if ctx.w_error_handler is not w_null and ctx.error_handler_mask & level:
            if reports.handled(ctx, level, message, ctx.current_file(), ctx.current_line()):
                return True
        raise FatalError(message, E_USER_ERROR)
    if level != E_USER_WARNING and level != E_USER_NOTICE and level != E_USER_DEPRECATED:
        raise ctx.error('ValueError', (
            '%s(): Argument #2 ($error_level) must be one of E_USER_ERROR, E_USER_WARNING, E_USER_NOTICE, '
            'or E_USER_DEPRECATED' % name))
    reports.report(ctx, level, message)
    return True


@builtin('error_get_last(): ?array')
def error_get_last(ctx):
    report = ctx.last_error
    if report is None:
        return w_null
    w_error = new_array(4)
    w_error.put_str('type', W_Int(report.level))
    w_error.put_str('message', new_str(report.message))
    w_error.put_str('file', new_str(report.file))
    w_error.put_str('line', W_Int(report.line))
    return w_error


@builtin('error_clear_last(): void')
def error_clear_last(ctx):
    ctx.last_error = None


@builtin('error_log(string $message, int $message_type = 0, ?string $destination = null, '
         '?string $additional_headers = null): bool')
def error_log(ctx, message, message_type, w_destination, w_headers):
    try:
        if message_type == 3 and isinstance(w_destination, W_Str):
            fd = streams.open_file(
                w_destination.as_str(), streams.O_WRONLY | streams.O_CREAT | streams.O_APPEND, 0x1B6)
            streams.write(fd, message)
            streams.close(fd)
        elif message_type == 0:
            reports.log(ctx, message)
        elif message_type == 4:
            streams.write(2, message + '\n')
        else:
            return False
    except OSError:
        return False
    return True


# -- handlers -------------------------------------------------------------------------------------------------------------

@builtin('set_error_handler(?callable $callback, int $error_levels = E_ALL): mixed')
def set_error_handler(ctx, w_callback, error_levels):
    w_old = ctx.w_error_handler
    own(w_callback)
    own(w_old)
    ctx.error_handlers.append(SavedHandler(w_old, ctx.error_handler_mask))
    ctx.w_error_handler = w_callback
    ctx.error_handler_mask = error_levels
    return w_old


@builtin('restore_error_handler(): true')
def restore_error_handler(ctx):
    w_current = ctx.w_error_handler
    if len(ctx.error_handlers) > 0:
        saved = ctx.error_handlers.pop()
        ctx.w_error_handler = saved.w_callback
        ctx.error_handler_mask = saved.mask
    else:
        ctx.w_error_handler = w_null
    disown(w_current)


@builtin('set_exception_handler(?callable $callback): mixed')
def set_exception_handler(ctx, w_callback):
    w_old = ctx.w_exception_handler
    own(w_callback)
    own(w_old)
    ctx.exception_handlers.append(SavedHandler(w_old, 0))
    ctx.w_exception_handler = w_callback
    return w_old


@builtin('restore_exception_handler(): true')
def restore_exception_handler(ctx):
    w_current = ctx.w_exception_handler
    if len(ctx.exception_handlers) > 0:
        ctx.w_exception_handler = ctx.exception_handlers.pop().w_callback
    else:
        ctx.w_exception_handler = w_null
    disown(w_current)


# -- stack traces ---------------------------------------------------------------------------------------------------------

def trace_for(ctx, options, limit):
    if limit < 0 or limit & 0x80000000 != 0:        # PHP has 32 bits for it
        return new_array(0)
    return backtraces.backtrace(ctx, ctx.top_frame(), options, limit, True)


@builtin('debug_backtrace(int $options = DEBUG_BACKTRACE_PROVIDE_OBJECT, int $limit = 0): array')
def debug_backtrace(ctx, options, limit):
    return trace_for(ctx, options, limit)


@builtin('debug_print_backtrace(int $options = 0, int $limit = 0): void')
def debug_print_backtrace(ctx, options, limit):
    w_trace = trace_for(ctx, options, limit)
    number = 0
    pos = w_trace.next_pos(0)
    while pos >= 0:
        w_entry = w_trace.value_at(pos)
        assert isinstance(w_entry, W_Array)
        ctx.output.write('#%d %s\n' % (number, throwables.entry_text(ctx, w_entry)))
        number += 1
        pos = w_trace.next_pos(pos + 1)
