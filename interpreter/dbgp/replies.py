"""The packets that are no plain reply to a command: init, streams, break messages; and what interact answers with."""
from __future__ import absolute_import

from hippy.interpreter.dbgp import packet
from hippy.interpreter.dbgp.features import ENGINE_NAME, ENGINE_VERSION, LANGUAGE_VERSION
from hippy.interpreter.dbgp.packet import Element
from hippy.interpreter.rlib import process, streams
from hippy.interpreter.syntax.completeness import INVALID
from hippy.interpreter.syntax.parse_error import ParseError
from hippy.interpreter.syntax.parser import parse

PROMPT = 'php> '
COOKIE_VARIABLE = 'DBGP_COOKIE'
IDEKEY_VARIABLE = 'DBGP_IDEKEY'


def init(uri, interactive, ide_key):
    """The first packet of a session (DBGp 5.2)."""
    element = Element('init')
    element.set('xmlns', packet.NS_DBGP)
    element.set('xmlns:xdebug', packet.NS_XDEBUG)
    element.set('xmlns:hippy', packet.NS_HIPPY)
    element.set('fileuri', uri)
    element.set('language', 'PHP')
    element.set('xdebug:language_version', LANGUAGE_VERSION)
    element.set('protocol_version', packet.PROTOCOL_VERSION)
    element.set_number('appid', process.getpid())
    cookie = streams.getenv(COOKIE_VARIABLE)
    if cookie is not None:
        element.set('session', cookie)
    if not ide_key:
        from_environment = streams.getenv(IDEKEY_VARIABLE)
        ide_key = from_environment if from_environment is not None else ''
    element.set('idekey', ide_key)
    if interactive:
        element.set('interactive', PROMPT)
    engine = element.add_new('engine')
    engine.set('version', ENGINE_VERSION)
    engine.text = ENGINE_NAME
    return element


def stream(kind, data):
    element = Element('stream')
    element.set('xmlns', packet.NS_DBGP)
    element.set('xmlns:xdebug', packet.NS_XDEBUG)
    element.set('type', kind)
    element.set_base64(data)
    return element


def message(uri, line):
    """<xdebug:message>: where the program stands. Clients take the first child of a reply for it."""
    element = Element('xdebug:message')
    element.set('filename', uri)
    element.set_number('lineno', line)
    return element


def open_prompt(opener):
    """The prompt while something is open: its last character names that, a dot stands for a statement without end."""
    return 'php%s ' % (opener if opener else '.')


def fill_interact(reply, more, prompt):
    reply.set('status', 'interactive')
    reply.set('reason', 'ok')
    reply.set_flag('more', more)
    reply.set('prompt', prompt)


def diagnostic(code, result):
    """<hippy:diagnostic>: why a snippet ended. Offsets are bytes into the snippet, -1 when unknown; columns count from 1."""
    element = Element('hippy:diagnostic')
    element.set('kind', result.error_kind)
    if result.line > 0:
        element.set_number('line', result.line)
    if 0 <= result.start <= len(code):
        element.set_number('col', column_of(code, result.start))
        element.set_number('start', result.start)
        element.set_number('end', result.end)
    if result.error_kind == 'exit':
        element.set_number('code', result.code)
    element.set('message', packet.readable(result.message))
    return element


def warning(text):
    """<hippy:diagnostic> of code that ran, but not without a message."""
    element = Element('hippy:diagnostic')
    element.set('kind', 'warning')
    element.set('message', packet.readable(text))
    return element


def check(code, found):
    """<hippy:check>: a Completeness as xcmd_hippy_check tells it."""
    element = Element('hippy:check')
    element.set('state', found.state)
    if found.expects:
        element.set('expects', found.expects)
    if found.state == INVALID:
        element.set_number('line', found.line)
        if 0 <= found.offset <= len(code):
            element.set_number('col', column_of(code, found.offset))
            element.set_number('start', found.offset)
            element.set_number('end', _end_of_error(code))
        element.set('message', packet.readable(found.message))
    return element


def _end_of_error(code):
    try:
        parse(code, '', True, True)
    except ParseError as error:
        return error.end
    return len(code)


def column_of(code, offset):
    """The column of a byte, from 1, in characters of UTF-8."""
    assert offset >= 0
    column = 1
    start = code.rfind('\n', 0, offset) + 1
    for i in range(start, offset):
        if not '\x80' <= code[i] < '\xc0':
            column += 1
    return column
