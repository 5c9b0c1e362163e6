"""Warnings, fatal errors and uncaught exceptions: who hears of them and how they are printed (main/main.c php_error_cb)."""
from __future__ import absolute_import

from hippy.interpreter.errors import E_COMPILE_WARNING, E_ERROR, E_PARSE, PhpThrow, level_name
from hippy.interpreter.objects import convert
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Int, disown, w_false, w_null
from hippy.interpreter.rlib import clock, streams
from hippy.interpreter.rlib.arithmetic import float_to_int
from hippy.interpreter.rlib.jit import dont_look_inside
from hippy.interpreter.rlib.strings import replace
from hippy.interpreter.vm import settings, throwables
from hippy.interpreter.vm.debug import DBG


class Report(object):
    """What error_get_last() gives."""
    _attrs_ = ('level', 'message', 'file', 'line')

    def __init__(self, level, message, file, line):
        self.level = level
        self.message = message
        self.file = file
        self.line = line


@dont_look_inside
def report(ctx, level, message):
    """A warning, notice or deprecation of the code that runs now."""
    report_at(ctx, level, message, ctx.current_file(), ctx.current_line())


def report_at(ctx, level, message, file, line):
    if ctx.w_error_handler is not w_null and ctx.error_handler_mask & level and level != E_COMPILE_WARNING and handled(ctx, level, message, file, line):
        return
    ctx.last_error = Report(level, message, file, line)
    if DBG.active:
        DBG.hook.at_error(ctx, level, message, file, line)
    if ctx.error_level & level:
        show(ctx, level, message, file, line)


def handled(ctx, level, message, file, line):
    """Calls the script's own error handler; False when it wants the usual report."""
    w_handler = ctx.w_error_handler
    ctx.w_error_handler = w_null        # errors in the handler go the usual way
    try:
        w_result = ctx.call(w_handler, [W_Int(level), new_str(message), new_str(file), W_Int(line)])
    finally:
        if ctx.w_error_handler is w_null:
            ctx.w_error_handler = w_handler
    result = w_result is not w_false
    disown(w_result)
    return result


def show(ctx, level, message, file, line):
    """Logs and prints a message, as the settings say (main/main.c php_error_cb)."""
    if ctx.muted:
        return
    if settings.is_on(ctx.ini['log_errors']):
        log(ctx, 'PHP %s:  %s in %s on line %d' % (level_name(level), message, file, line))
    if ctx.ini['display_errors'] == 'stderr':
        write_error('%s: %s in %s on line %d\n' % (level_name(level), message, file, line))
    elif settings.is_on(ctx.ini['display_errors']):
        if settings.is_on(ctx.ini['html_errors']):
            if level == E_ERROR or level == E_PARSE:
                message = without_markup(message)
            text = '%s<br />\n<b>%s</b>:  %s in <b>%s</b> on line <b>%d</b><br />' % (
                ctx.ini['error_prepend_string'], level_name(level), message, file, line)
        else:
            text = '%s\n%s: %s in %s on line %d' % (ctx.ini['error_prepend_string'], level_name(level), message, file, line)
        ctx.output.write('%s\n%s' % (text, ctx.ini['error_append_string']))


def without_markup(text):
    return replace(replace(replace(replace(text, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;')


def log(ctx, text):
    """Writes a line to the file of error_log, with the time, or to standard error."""
    path = ctx.ini['error_log']
    if path == '':
        write_error(text + '\n')
        return
    try:
        fd = streams.open_file(path, streams.O_WRONLY | streams.O_CREAT | streams.O_APPEND, 0x1A4)
        streams.write(fd, '[%s] %s\n' % (clock.utc_text(float_to_int(clock.now())), text))
        streams.close(fd)
    except OSError:
        write_error(text + '\n')


def write_error(text):
    try:
        streams.write(2, text)
    except OSError:
        pass            # nobody is there to be told


def fatal(ctx, e):
    """Prints a FatalError; gives the place it names."""
    file = e.file if e.file != '' else ctx.current_file()
    line = e.line if e.line > 0 else ctx.current_line()
    ctx.last_error = Report(e.level, e.message, file, line)
    if DBG.active:
        DBG.hook.at_error(ctx, e.level, e.message, file, line)
    if ctx.error_level & e.level:
        show(ctx, e.level, e.message, file, line)
    return line


def uncaught(ctx, w_exc):
    """Prints what PHP prints for an exception that nobody caught."""
    file = convert.to_str(ctx, throwables.get_slot(w_exc, throwables.FILE))
    line = convert.to_int(ctx, throwables.get_slot(w_exc, throwables.LINE))
    parse_error = ctx.find_class('compileerror')
    if w_exc.get_class().is_subclass_of(parse_error):
        message = convert.to_str(ctx, throwables.get_slot(w_exc, throwables.MESSAGE))
        ctx.last_error = Report(E_PARSE, message, file, line)
        if ctx.error_level & E_PARSE:
            show(ctx, E_PARSE, message, file, line)
        return
    try:
        text = convert.to_str(ctx, w_exc)
    except PhpThrow as e:
        text = throwables.text(ctx, e.w_exc)
    message = 'Uncaught %s\n  thrown' % text
    ctx.last_error = Report(E_ERROR, message, file, line)
    if DBG.active:
        short = convert.to_str(ctx, throwables.get_slot(w_exc, throwables.MESSAGE))
        DBG.hook.at_error(ctx, E_ERROR, 'Uncaught %s: %s' % (w_exc.get_class().name, short), file, line)
    if ctx.error_level & E_ERROR:
        show(ctx, E_ERROR, message, file, line)
