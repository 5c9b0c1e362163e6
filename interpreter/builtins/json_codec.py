"""json_encode() and json_decode() (RFC 8259; ext/json)."""
from __future__ import absolute_import

from hippy.interpreter.builtins.json_reading import JsonFailure, Reader
from hippy.interpreter.builtins.json_writing import (
    DEPTH, INF_OR_NAN, INVALID_PROPERTY_NAME, NON_BACKED_ENUM, PARTIAL_OUTPUT_ON_ERROR, RECURSION, SYNTAX, UNSUPPORTED_TYPE, UTF8, UTF16,
    CTRL_CHAR, STATE_MISMATCH, Writer)
from hippy.interpreter.builtins.registry import builtin
from hippy.interpreter.objects.strings import new_str
from hippy.interpreter.objects.values import W_Bool, W_Int, w_false, w_null
from hippy.interpreter.vm import throwables

THROW_ON_ERROR = 4194304
OBJECT_AS_ARRAY = 1
MAX_DEPTH = 2147483647


def message_of(code):
    if code == 0:
        return 'No error'
    if code == DEPTH:
        return 'Maximum stack depth exceeded'
    if code == STATE_MISMATCH:
        return 'State mismatch (invalid or malformed JSON)'
    if code == CTRL_CHAR:
        return 'Control character error, possibly incorrectly encoded'
    if code == SYNTAX:
        return 'Syntax error'
    if code == UTF8:
        return 'Malformed UTF-8 characters, possibly incorrectly encoded'
    if code == RECURSION:
        return 'Recursion detected'
    if code == INF_OR_NAN:
        return 'Inf and NaN cannot be JSON encoded'
    if code == UNSUPPORTED_TYPE:
        return 'Type is not supported'
    if code == INVALID_PROPERTY_NAME:
        return 'The decoded property name is invalid'
    if code == UTF16:
        return 'Single unpaired UTF-16 surrogate in unicode escape'
    if code == NON_BACKED_ENUM:
        return 'Non-backed enums have no default serialization'
    return 'Unknown error'


def exception(ctx, code):
    e = ctx.error('JsonException', message_of(code))
    throwables.set_slot(e.w_exc, throwables.CODE, W_Int(code))
    return e


@builtin('json_encode(mixed $value, int $flags = 0, int $depth = 512): string|false')
def json_encode(ctx, w_value, flags, depth):
    writer = Writer(ctx, flags, depth)
    writer.value(w_value)
    code = writer.error
    if flags & THROW_ON_ERROR and not flags & PARTIAL_OUTPUT_ON_ERROR:
        if code != 0:
            raise exception(ctx, code)
    else:
        ctx.json_error = code
        if code != 0 and not flags & PARTIAL_OUTPUT_ON_ERROR:
            return w_false
    return new_str(writer.builder.build())


@builtin('json_decode(string $json, ?bool $associative = null, int $depth = 512, int $flags = 0): mixed')
def json_decode(ctx, json, w_associative, depth, flags):
    throws = flags & THROW_ON_ERROR != 0
    if not throws:
        ctx.json_error = 0
    if json == '':
        return failed(ctx, SYNTAX, throws)
    if depth <= 0:
        raise ctx.error('ValueError', 'json_decode(): Argument #3 ($depth) must be greater than 0')
    if depth > MAX_DEPTH:
        raise ctx.error('ValueError', 'json_decode(): Argument #3 ($depth) must be less than %d' % MAX_DEPTH)
    if isinstance(w_associative, W_Bool):
        as_array = w_associative.boolval
    else:
        as_array = flags & OBJECT_AS_ARRAY != 0
    reader = Reader(ctx, json, as_array, flags, depth)
    try:
        return reader.document()
    except JsonFailure as e:
        code = e.code
    return failed(ctx, code, throws)


def failed(ctx, code, throws):
    if throws:
        raise exception(ctx, code)
    ctx.json_error = code
    return w_null


@builtin('json_last_error(): int')
def json_last_error(ctx):
    return ctx.json_error


@builtin('json_last_error_msg(): string')
def json_last_error_msg(ctx):
    return message_of(ctx.json_error)
