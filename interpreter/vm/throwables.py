"""Exceptions: the builtin classes' methods, stack traces, and the text of what nobody caught (Zend/zend_exceptions.c)."""
from __future__ import absolute_import

from hippy.interpreter.objects import convert, numbers
from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.objects.convert import type_name
from hippy.interpreter.objects.instances import W_Object
from hippy.interpreter.objects.references import W_Ref, deref
from hippy.interpreter.objects.strings import W_Str, new_str
from hippy.interpreter.objects.values import W_Bool, W_Float, W_Int, W_Null, disown, w_null
from hippy.interpreter.rlib.jit import dont_look_inside
from hippy.interpreter.rlib.strings import StringBuilder, is_xdigit, up_to_nul
from hippy.interpreter.vm import backtraces, settings

HEX_DIGITS = '0123456789ABCDEF'

# slots of Exception and Error alike, in the order in which builtins/exceptions.py declares them
MESSAGE = 0
STRING = 1
CODE = 2
FILE = 3
LINE = 4
TRACE = 5
PREVIOUS = 6
SEVERITY = 7        # of an ErrorException


def set_slot(w_exc, slot, w):
    """Replaces a property; takes over one ownership."""
    w_old = w_exc.get_slot(slot)
    w_exc.set_slot(slot, w)
    disown(w_old)


def get_slot(w_exc, slot):
    w = deref(w_exc.get_slot(slot))
    if w is None:
        return w_null
    return w


@dont_look_inside
def init(ctx, w_exc):
    """File, line and trace of the place where the object is created."""
    frame = ctx.top_frame()
    depth = 0
    while frame is not None and is_constructor_of(frame, w_exc):
        frame = frame.back()
        depth += 1
    if frame is not None:
        set_slot(w_exc, FILE, new_str(frame.code.file))
        set_slot(w_exc, LINE, W_Int(frame.line()))
    else:
        set_slot(w_exc, FILE, new_str('[no active file]'))
        set_slot(w_exc, LINE, W_Int(0))
    options = backtraces.WITHOUT_ARGUMENTS if settings.is_on(ctx.ini['zend.exception_ignore_args']) else 0
    set_slot(w_exc, TRACE, backtraces.backtrace(ctx, frame, options, 0, False))


def is_constructor_of(frame, w_exc):
    return frame.w_this is w_exc and frame.func is not None and frame.func.name == '__construct'


def chain_previous(ctx, w_new, w_pending):
    """The exception thrown in a finally block gets the one it replaces as its last `previous`."""
    if w_new is w_pending or not w_pending.get_class().is_throwable or not w_new.get_class().is_throwable:
        return
    w = w_new
    while True:
        w_previous = get_slot(w, PREVIOUS)
        if w_previous is w_pending or is_previous_of(w, w_pending):
            return
        if not isinstance(w_previous, W_Object):
            break
        w = w_previous
    set_slot(w, PREVIOUS, w_pending)


def is_previous_of(w, w_exc):
    """True when w_exc came after w: the chain must not become a circle."""
    w_previous = get_slot(w_exc, PREVIOUS)
    while isinstance(w_previous, W_Object):
        if w_previous is w:
            return True
        w_previous = get_slot(w_previous, PREVIOUS)
    return False


# texts

def trace_text(ctx, w_exc):
    """getTraceAsString()"""
    lines = []
    w_trace = get_slot(w_exc, TRACE)
    number = 0
    if isinstance(w_trace, W_Array):
        pos = w_trace.next_pos(0)
        while pos >= 0:
            w_entry = deref(w_trace.value_at(pos))
            if isinstance(w_entry, W_Array):
                lines.append('#%d %s' % (number, entry_text(ctx, w_entry)))
                number += 1
            pos = w_trace.next_pos(pos + 1)
    lines.append('#%d {main}' % number)
    return '\n'.join(lines)


def entry_text(ctx, w_entry):
    w_file = w_entry.get_str('file')
    if isinstance(w_file, W_Str):
        place = '%s(%s): ' % (w_file.as_str(), text_of(ctx, w_entry, 'line'))
    else:
        place = '[internal function]: '
    name = up_to_nul(text_of(ctx, w_entry, 'class')) + text_of(ctx, w_entry, 'type') + text_of(ctx, w_entry, 'function')
    args = []
    w_args = w_entry.get_str('args')
    if isinstance(w_args, W_Array):
        pos = w_args.next_pos(0)
        while pos >= 0:
            text = argument_text(ctx, deref(w_args.value_at(pos)))
            if not w_args.is_int_key_at(pos):
                text = w_args.str_key_at(pos) + ': ' + text
            args.append(text)
            pos = w_args.next_pos(pos + 1)
    return '%s%s(%s)' % (place, name, ', '.join(args))


def text_of(ctx, w_entry, key):
    w = w_entry.get_str(key)
    if w is None:
        return ''
    return convert.to_str(ctx, w)


def argument_text(ctx, w):
    """An argument in a stack trace: NULL, 'text...', Array, Object(Name)."""
    if isinstance(w, W_Null):
        return 'NULL'
    if isinstance(w, W_Str):
        return quoted_start(w.as_str(), settings.number(ctx.ini['zend.exception_string_param_max_len']))
    if isinstance(w, W_Bool):
        return 'true' if w.boolval else 'false'
    if isinstance(w, W_Array):
        return 'Array'
    if isinstance(w, W_Object):
        return 'Object(%s)' % up_to_nul(w.get_class().name)
    if isinstance(w, W_Float):
        return numbers.float_export(w.floatval, ctx.precision())
    return convert.to_str(ctx, w)


def quoted_start(s, length):
    """The first `length` bytes in quotes, with escapes for what does not print."""
    builder = StringBuilder(length + 8)
    builder.append("'")
    for i in range(min(length, len(s))):
        append_escaped(builder, s[i])
    builder.append("...'" if len(s) > length else "'")
    return builder.build()


def append_escaped(builder, c):
    position = '\n\r\t\x0c\x0b\\\x1b'.find(c)
    if position >= 0:
        builder.append('\\')
        builder.append('nrtfv\\e'[position])
    elif c < ' ' or c > '~':
        code = ord(c)
        builder.append('\\x')
        builder.append(HEX_DIGITS[code >> 4])
        builder.append(HEX_DIGITS[code & 15])
    else:
        builder.append(c)


def printable_message(message):
    """A message without the files in the names of anonymous classes."""
    start = message.find('\0')
    while start >= 0:
        stop = message.find('$', start)
        if stop < 0:
            return message
        stop += 1
        while stop < len(message) and is_xdigit(message[stop]):
            stop += 1
        assert start >= 0
        assert stop >= 0
        message = message[:start] + message[stop:]
        start = message.find('\0')
    return message


def text(ctx, w_exc):
    """__toString(): the exception and, before it, those that led to it."""
    chain = []
    w = w_exc
    while isinstance(w, W_Object):
        chain.append(one_text(ctx, w))
        w = get_slot(w, PREVIOUS)
    chain.reverse()
    return '\n\nNext '.join(chain)


def one_text(ctx, w_exc):
    message = convert.to_str(ctx, get_slot(w_exc, MESSAGE))
    head = up_to_nul(w_exc.get_class().name)
    if message != '':
        if (head == 'TypeError' or head == 'ArgumentCountError') and message.find(', called in ') >= 0:
            message = message + ' and defined'
        head = head + ': ' + message
    return '%s in %s:%s\nStack trace:\n%s' % (head, convert.to_str(ctx, get_slot(w_exc, FILE)),
                                              convert.to_str(ctx, get_slot(w_exc, LINE)), trace_text(ctx, w_exc))


def match_text(ctx, w):
    """The value in an UnhandledMatchError; of a variable that is a reference PHP tells the type only."""
    if isinstance(w, W_Ref):
        return 'of type ' + type_name(w.value)
    if isinstance(w, W_Object):
        return 'of type ' + type_name(w)
    if isinstance(w, W_Array):
        return 'of type array'
    if isinstance(w, W_Str):
        return quoted_start(w.as_str(), settings.number(ctx.ini['zend.exception_string_param_max_len']))
    if isinstance(w, W_Bool):
        return 'true' if w.boolval else 'false'
    if isinstance(w, W_Null):
        return 'NULL'
    if isinstance(w, W_Float):
        return numbers.float_export(w.floatval, ctx.precision())
    return convert.to_str(ctx, w)
