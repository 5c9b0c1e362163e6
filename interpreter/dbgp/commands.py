"""The DBGp commands: one function each, in the order of the specification's sections 7 and 8, then our own.

A handler gets the Session, the Command and the <response> to fill, and returns what becomes of the conversation: STAY sends the
reply, GO_ON keeps it back until the program stops again. Errors are raised as DbgpError. docs/protocol.md tells every shape.
"""
from __future__ import absolute_import

from hippy.interpreter.dbgp import breakpoints, completion, disassembly, documentation, names, packet, program, replies, signature_help
from hippy.interpreter.dbgp import stepping
from hippy.interpreter.dbgp.breakpoints import Breakpoint
from hippy.interpreter.dbgp.packet import DbgpError
from hippy.interpreter.dbgp.properties import Exporter
from hippy.interpreter.objects.values import w_null
from hippy.interpreter.rlib.strings import split, starts_with
from hippy.interpreter.syntax.completeness import check_complete

# What becomes of the conversation.
STAY = 0            # the reply is sent, the next command is awaited
ANSWERED = 1        # the same, but the handler has sent its reply itself
GO_ON = 2           # the program goes on; its next stop answers the command
STOP = 3            # the reply is sent, then what runs is ended
DETACH = 4          # the reply is sent, then the program runs on alone
HANDED_OVER = 5     # another process goes on with the session, this one ends at once

# When a command may come; each row of COMMANDS has a mask of these.
AT_START = 1        # before the script runs
AT_BREAK = 2
AT_PROMPT = 4       # interactive, nothing runs
WHILE_RUNNING = 8   # announced by a signal
AFTER_END = 16
STANDING = AT_START | AT_BREAK | AT_PROMPT
WITH_PROGRAM = AT_BREAK | AT_PROMPT
ALWAYS = STANDING | WHILE_RUNNING | AFTER_END

COMMANDS = {}       # name -> Row


class Row(object):
    _attrs_ = ('handler', 'times')
    _immutable_fields_ = ('handler', 'times')

    def __init__(self, handler, times):
        self.handler = handler
        self.times = times


def command(name, times):
    """NOT_RPYTHON: registers a handler; refuses a second one of the same name."""
    def register(handler):
        assert name not in COMMANDS, name
        COMMANDS[name] = Row(handler, times)
        return handler
    return register


# -- 7.1 status, 7.2 features -----------------------------------------------------------------------------------------------

@command('status', ALWAYS)
def status(session, command, reply):
    session.put_status(reply)
    return STAY


@command('feature_get', ALWAYS)
def feature_get(session, command, reply):
    name = command.required('n')
    reply.set('feature_name', name)
    value = session.features.get(name)
    if value is None and name in COMMANDS:
        value = '1'
    reply.set_flag('supported', value is not None)
    reply.text = value if value is not None else '0'
    return STAY


@command('feature_set', STANDING | WHILE_RUNNING)
def feature_set(session, command, reply):
    name = command.required('n')
    session.features.set(name, command.required('v'))
    session.features_changed()
    reply.set('feature', name)
    reply.set('success', '1')
    return STAY


# -- 7.5 continuation -------------------------------------------------------------------------------------------------------

CONTINUES = AT_START | AT_BREAK | AFTER_END


@command('run', CONTINUES)
def run(session, command, reply):
    return session.go_on(command, reply, stepping.NONE)


@command('step_into', CONTINUES)
def step_into(session, command, reply):
    return session.go_on(command, reply, stepping.INTO)


@command('step_over', CONTINUES)
def step_over(session, command, reply):
    return session.go_on(command, reply, stepping.OVER)


@command('step_out', CONTINUES)
def step_out(session, command, reply):
    return session.go_on(command, reply, stepping.OUT)


@command('stop', ALWAYS)
def stop(session, command, reply):
    session.put_stopped(reply)
    return STOP


@command('detach', STANDING | AFTER_END)
def detach(session, command, reply):
    reply.set('status', 'stopping')
    reply.set('reason', 'ok')
    return DETACH


@command('break', WHILE_RUNNING)
def break_(session, command, reply):
    session.pause()
    session.break_obeyed = True
    reply.set('success', '1')
    return STAY


# -- 7.6 breakpoints --------------------------------------------------------------------------------------------------------

@command('breakpoint_set', STANDING | WHILE_RUNNING)
def breakpoint_set(session, command, reply):
    breakpoint = _new_breakpoint(command, session.features)
    if command.has('s'):
        breakpoint.set_state(command.text('s', ''))
        reply.set('state', command.text('s', ''))
    if command.has('o'):
        breakpoint.set_hit_condition(command.text('o', ''))
    breakpoint.hit_value = _at_least_zero(command, 'h', 0)
    breakpoint.temporary = command.flag('r', False)
    if breakpoint.is_line():
        _place(session, command, breakpoint)
    elif breakpoint.type == breakpoints.WATCH:
        breakpoint.condition = command.required_data()
        breakpoint.resolved = True
        session.watch(breakpoint, command.number('d', 0))
    elif breakpoint.type == breakpoints.EXCEPTION:
        breakpoint.exception = command.required('x')
        breakpoint.resolved = True
    else:
        breakpoint.function = command.required('m')
        breakpoint.class_name = command.text('a', '')
        breakpoint.condition = command.data
        breakpoint.resolved = True
    session.breakpoints.add(breakpoint)
    session.breakpoint_changed(breakpoint)
    reply.set_number('id', breakpoint.id)
    if session.features.resolved_breakpoints:
        reply.set('resolved', 'resolved' if breakpoint.resolved else 'unresolved')
    return STAY


def _new_breakpoint(command, features):
    kind = command.required('t')
    if kind == breakpoints.WATCH:
        if not features.watch:
            raise DbgpError(packet.ERR_BREAKPOINT_TYPE)
        return Breakpoint(kind)
    if kind not in breakpoints.TYPES:
        raise DbgpError(packet.ERR_INVALID_OPTION, 'no such type of breakpoint')
    return Breakpoint(kind)


def _place(session, command, breakpoint):
    """The file, line and condition of a line breakpoint."""
    breakpoint.line = command.number('n', -1)
    if not command.has('n'):
        raise DbgpError(packet.ERR_INVALID_OPTION, 'option -n is missing')
    if breakpoint.line <= 0:
        raise DbgpError(packet.ERR_BREAKPOINT_LINE)
    breakpoint.resolved_line = breakpoint.line
    if command.has('f'):
        breakpoint.file = session.path_of(command.text('f', ''))
    else:
        breakpoint.file = session.current_file()
    breakpoint.condition = command.data


def _at_least_zero(command, letter, default):
    number = command.number(letter, default)
    if number < 0:
        raise DbgpError(packet.ERR_INVALID_OPTION, 'option -%s is below 0' % letter)
    return number


@command('breakpoint_get', ALWAYS)
def breakpoint_get(session, command, reply):
    reply.add(session.breakpoint_element(session.breakpoints.get(command.required('d'))))
    return STAY


@command('breakpoint_update', STANDING | WHILE_RUNNING)
def breakpoint_update(session, command, reply):
    breakpoint = session.breakpoints.get(command.required('d'))
    if command.has('s'):
        breakpoint.set_state(command.text('s', ''))
    if command.has('o'):
        breakpoint.set_hit_condition(command.text('o', ''))
    breakpoint.hit_value = _at_least_zero(command, 'h', breakpoint.hit_value)
    if command.has('n'):
        line = command.number('n', 0)
        if line <= 0 or not breakpoint.is_line():
            raise DbgpError(packet.ERR_BREAKPOINT_LINE)
        breakpoint.line = line
        breakpoint.resolved_line = line
        breakpoint.resolved = False
    if command.has_data:
        breakpoint.condition = command.data
    session.breakpoint_changed(breakpoint)
    reply.add(session.breakpoint_element(breakpoint))
    return STAY


@command('breakpoint_remove', STANDING | WHILE_RUNNING)
def breakpoint_remove(session, command, reply):
    breakpoint = session.breakpoints.get(command.required('d'))
    reply.add(session.breakpoint_element(breakpoint))
    session.breakpoints.remove(breakpoint)
    session.watches.drop(breakpoint)
    session.breakpoint_changed(breakpoint)
    return STAY


@command('breakpoint_list', ALWAYS)
def breakpoint_list(session, command, reply):
    for breakpoint in session.breakpoints.all:
        reply.add(session.breakpoint_element(breakpoint))
    return STAY


# -- 7.7 to 7.10 stack and contexts -----------------------------------------------------------------------------------------

LOCALS = 0
GLOBALS = 1
CONSTANTS = 2
CONTEXTS = ['Locals', 'Superglobals', 'User defined constants']


@command('stack_depth', STANDING | AFTER_END)
def stack_depth(session, command, reply):
    reply.set_number('depth', len(program.levels(session.ctx)))
    return STAY


@command('stack_get', STANDING)
def stack_get(session, command, reply):
    levels = program.levels(session.ctx)
    if command.has('d'):
        depth = command.number('d', 0)
        if not 0 <= depth < len(levels):
            raise DbgpError(packet.ERR_STACK_DEPTH)
        reply.add(session.stack_element(levels, depth))
    else:
        for depth in range(len(levels)):
            reply.add(session.stack_element(levels, depth))
    return STAY


@command('context_names', STANDING | AFTER_END)
def context_names(session, command, reply):
    for i in range(len(CONTEXTS)):
        context = reply.add_new('context')
        context.set('name', CONTEXTS[i])
        context.set_number('id', i)
    return STAY


@command('context_get', WITH_PROGRAM)
def context_get(session, command, reply):
    context = command.number('c', LOCALS)
    exporter = Exporter(session.ctx, session.features.limits, 0)
    if context == LOCALS:
        _add_locals(session, command.number('d', 0), exporter, reply)
    elif context == GLOBALS:
        frame = session.ctx.globals_frame()
        for name in program.global_names(frame):
            w_value = program.variable(session.ctx, frame, name)
            if w_value is not None:
                reply.add(exporter.named('$' + name, '$' + name, w_value))
    elif context == CONSTANTS:
        for name in program.user_constants(session.ctx):
            element = exporter.named(name, name, program.constant(session.ctx, name))
            element.add_word('facet', 'constant')
            reply.add(element)
    else:
        raise DbgpError(packet.ERR_CONTEXT)
    reply.set_number('context', context)
    return STAY


def _add_locals(session, depth, exporter, reply):
    if depth == 0 and session.w_return is not None:
        element = exporter.named('$' + RETURN_VALUE, '$' + RETURN_VALUE, session.w_return)
        for word in RETURN_FACETS:
            element.add_word('facet', word)
        reply.add(element)
        return
    if depth == 0 and session.w_thrown is not None and session.features.exception_value:
        element = exporter.named('$' + EXCEPTION, '$' + EXCEPTION, session.w_thrown)
        for word in EXCEPTION_FACETS:
            element.add_word('facet', word)
        reply.add(element)
    level = program.level_at(session.ctx, depth)
    if level.native is not None:
        return
    frame = level.frame
    for name in program.local_names(frame):
        reply.add(exporter.named('$' + name, '$' + name, program.variable(session.ctx, frame, name)))
    if frame.code.is_static and frame.scope() is not None:
        reply.add(exporter.statics(frame.scope()))


RETURN_VALUE = '__RETURN_VALUE'
RETURN_FACETS = ['readonly', 'return_value', 'virtual']
EXCEPTION = '__EXCEPTION'
EXCEPTION_FACETS = ['readonly', 'virtual']


# -- 7.12 types, 7.13 properties --------------------------------------------------------------------------------------------

# The common type, PHP's type, the type of XML Schema.
TYPE_MAP = [('bool', 'bool', 'xsd:boolean'), ('int', 'int', 'xsd:decimal'), ('float', 'float', 'xsd:double'),
            ('string', 'string', 'xsd:string'), ('null', 'null', ''), ('hash', 'array', ''), ('object', 'object', ''),
            ('resource', 'resource', '')]


@command('typemap_get', STANDING | AFTER_END)
def typemap_get(session, command, reply):
    reply.set('xmlns:xsi', 'http://www.w3.org/2001/XMLSchema-instance')
    reply.set('xmlns:xsd', 'http://www.w3.org/2001/XMLSchema')
    for common, language, schema in TYPE_MAP:
        element = reply.add_new('map')
        element.set('type', common)
        element.set('name', language)
        if schema:
            element.set('xsi:type', schema)
    return STAY


def _requested_value(session, command):
    """The value that options -n, -d and -c mean; raises DbgpError when there is none."""
    context = command.number('c', LOCALS)
    depth = command.number('d', 0)
    name = command.required('n')
    if context == LOCALS:
        if session.w_return is not None and depth == 0:
            return program.in_value(session.ctx, session.w_return, RETURN_VALUE, name)
        if session.w_thrown is not None and session.features.exception_value and starts_with(names.with_dollar(name), '$' + EXCEPTION):
            return program.in_value(session.ctx, session.w_thrown, EXCEPTION, name)
        level = program.level_at(session.ctx, depth)
        if level.native is not None:
            raise DbgpError(packet.ERR_NO_PROPERTY)
        return program.value_of(session.ctx, level.frame, name)
    if context == GLOBALS:
        return program.value_of(session.ctx, session.ctx.globals_frame(), name)
    if context == CONSTANTS:
        w_value = program.constant(session.ctx, name)
        if w_value is None:
            raise DbgpError(packet.ERR_NO_PROPERTY)
        return w_value
    raise DbgpError(packet.ERR_CONTEXT)


def _requested_limits(session, command):
    limits = session.features.limits.copy()
    limits.max_data = _at_least_zero(command, 'm', limits.max_data)
    return limits


@command('property_get', WITH_PROGRAM)
def property_get(session, command, reply):
    exporter = Exporter(session.ctx, _requested_limits(session, command), _at_least_zero(command, 'p', 0))
    w_value = _requested_value(session, command)
    name = command.text('n', '')
    if command.number('c', LOCALS) == CONSTANTS:
        element = exporter.named(name, name, w_value)
        element.add_word('facet', 'constant')
    else:
        name = names.with_dollar(name)
        element = exporter.named(name, name, w_value)
    reply.add(element)
    return STAY


@command('property_value', WITH_PROGRAM)
def property_value(session, command, reply):
    exporter = Exporter(session.ctx, _requested_limits(session, command), _at_least_zero(command, 'p', 0))
    element = exporter.value(_requested_value(session, command))
    for i in range(len(element.names)):
        reply.set(element.names[i], element.values[i])
    reply.text = element.text
    for child in element.children:
        reply.add(child)
    return STAY


CASTS = {'bool': '(bool)', 'int': '(int)', 'float': '(float)', 'string': '(string)'}


@command('property_set', WITH_PROGRAM)
def property_set(session, command, reply):
    name = names.with_dollar(command.required('n'))
    code = command.required_data()
    cast = ''
    if command.has('t'):
        cast = CASTS.get(command.text('t', ''), '')
        if not cast:
            raise DbgpError(packet.ERR_INVALID_OPTION, 'no such type')
    if command.number('c', LOCALS) == GLOBALS:
        frame = session.ctx.globals_frame()
    else:
        frame = program.frame_at(session.ctx, command.number('d', 0))
    result = session.evaluate('%s = %s %s' % (name, cast, code), frame)
    reply.set_flag('success', result.error_kind == '')
    return STAY


# -- 7.14 source, 7.15 streams ----------------------------------------------------------------------------------------------

@command('source', STANDING | WHILE_RUNNING)
def source(session, command, reply):
    first = command.number('b', 1)
    last = command.number('e', 0)
    uri = command.text('f', '')
    if not command.has('f'):
        uri = session.uri_of(session.current_file())
    text = session.source_of(uri)
    if first > 1 or last > 0:
        text = lines_between(text, first, last)
    reply.set_base64(text)
    return STAY


def lines_between(text, first, last):
    """The lines first to last of a text, counted from 1; last 0: up to the end."""
    lines = split(text, '\n')
    kept = []
    for i in range(len(lines)):
        if i + 1 >= first and (last <= 0 or i + 1 <= last):
            kept.append(lines[i] + '\n' if i + 1 < len(lines) else lines[i])
    return ''.join(kept)


@command('stdout', STANDING | WHILE_RUNNING)
def stdout(session, command, reply):
    mode = command.number('c', -1)
    if not 0 <= mode <= 2:
        raise DbgpError(packet.ERR_INVALID_OPTION, 'option -c is 0, 1 or 2')
    session.copy_output(mode)
    reply.set('success', '1')
    return STAY


@command('stderr', STANDING | WHILE_RUNNING)
def stderr(session, command, reply):
    """What goes to the standard error stream is never copied: PHP's messages go to standard output."""
    mode = command.number('c', -1)
    if not 0 <= mode <= 2:
        raise DbgpError(packet.ERR_INVALID_OPTION, 'option -c is 0, 1 or 2')
    reply.set_flag('success', mode == 0)
    return STAY


# -- 8.3 eval, 8.6 interact -------------------------------------------------------------------------------------------------

@command('eval', WITH_PROGRAM)
def eval_(session, command, reply):
    exporter = Exporter(session.ctx, session.features.limits, _at_least_zero(command, 'p', 0))
    frame = program.frame_at(session.ctx, command.number('d', 0))
    result = session.evaluate(command.required_data(), frame)
    if result.error_kind != '':
        raise DbgpError(packet.ERR_EVAL, packet.readable(result.message))
    reply.add(exporter.value(result.w_value if result.w_value is not None else w_null))
    if session.features.eval_messages and session.eval_message:
        reply.add(replies.warning(session.eval_message))
    return STAY


@command('interact', WITH_PROGRAM)
def interact(session, command, reply):
    if not command.flag('m', True):
        session.snippet = ''
        session.put_status(reply)
        reply.set('more', '0')
        reply.set('prompt', '')
        return STAY
    return session.interact(command)


# -- our own ----------------------------------------------------------------------------------------------------------------

@command('xcmd_get_executable_lines', WITH_PROGRAM)
def xcmd_get_executable_lines(session, command, reply):
    frame = program.frame_at(session.ctx, command.number('d', 0))
    lines = reply.add_new('xdebug:lines')
    for line in frame.code.statement_lines():
        lines.add_new('xdebug:line').set_number('lineno', line)
    return STAY


@command('xcmd_hippy_check', STANDING | WHILE_RUNNING | AFTER_END)
def xcmd_hippy_check(session, command, reply):
    code = command.required_data()
    reply.add(replies.check(code, check_complete(code)))
    return STAY


@command('xcmd_hippy_complete', WITH_PROGRAM)
def xcmd_hippy_complete(session, command, reply):
    code = command.required_data()
    cursor = cursor_in(command, code)
    frame = program.frame_at(session.ctx, command.number('d', 0))
    for item in completion.items_at(session.ctx, frame, code, cursor):
        reply.add(item.element())
    return STAY


@command('xcmd_hippy_signature', WITH_PROGRAM)
def xcmd_hippy_signature(session, command, reply):
    code = command.required_data()
    found = signature_help.help_at(session.ctx, program.frame_at(session.ctx, command.number('d', 0)), code, cursor_in(command, code))
    if found is not None:
        reply.add(found.element())
    return STAY


def cursor_in(command, code):
    """The byte offset of option -o; raises DbgpError when it is outside the code."""
    cursor = command.number('o', len(code))
    if not 0 <= cursor <= len(code):
        raise DbgpError(packet.ERR_INVALID_OPTION, 'the cursor is outside the code')
    return cursor


@command('xcmd_hippy_doc', WITH_PROGRAM)
def xcmd_hippy_doc(session, command, reply):
    name = command.required('n')
    reply.set_base64(documentation.of_name(session.ctx, name))
    place = documentation.place_of(session.ctx, name)
    if place.file != '':
        reply.set('filename', session.uri_of(place.file))
        reply.set('hippy:name', place.name)
        reply.set_number('lineno', place.first)
        reply.set_number('hippy:endline', place.last)
    return STAY


@command('xcmd_hippy_undo', AT_PROMPT)
def xcmd_hippy_undo(session, command, reply):
    """The snapshot that is woken answers."""
    session.undo(command, command.number('n', 1))
    return HANDED_OVER


@command('xcmd_hippy_jump', AT_BREAK)
def xcmd_hippy_jump(session, command, reply):
    """Nothing of what lies between runs; the program goes on there with the next continuation command."""
    if not command.has('n'):
        raise DbgpError(packet.ERR_INVALID_OPTION, 'option -n is missing')
    session.jump_to(command.number('n', 0))
    reply.set('success', '1')
    return STAY


@command('xcmd_hippy_names', WITH_PROGRAM)
def xcmd_hippy_names(session, command, reply):
    """The functions, classes and constants that PHP code has declared."""
    for item in completion.declared(session.ctx):
        reply.add(item.element())
    return STAY


@command('xcmd_hippy_jit', AT_PROMPT)
def xcmd_hippy_jit(session, command, reply):
    session.watch_jit(command.text('f', ''))
    reply.set('success', '1')
    return STAY


@command('xcmd_hippy_disasm', WITH_PROGRAM)
def xcmd_hippy_disasm(session, command, reply):
    if command.has('m'):
        code = documentation.code_named(session.ctx, command.text('m', ''))
    else:
        code = program.frame_at(session.ctx, command.number('d', 0)).code
    reply.set_base64(disassembly.of_code(code))
    return STAY
