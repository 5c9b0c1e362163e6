"""A debugging session: who may send what when, and what stops the program. What single commands do is in commands.py.

States (DBGp 7.1, 8.6): starting -> running <-> break -> stopping -> stopped. A session without a script begins as interactive; while a
snippet runs it is running or break.
"""
from __future__ import absolute_import

from hippy.interpreter.compiler.code import KIND_FILE
from hippy.interpreter.dbgp import breakpoints, packet, program, replies, stepping, uris
from hippy.interpreter.dbgp.breakpoints import BreakpointTable
from hippy.interpreter.dbgp.channel import open_channel
from hippy.interpreter.dbgp.commands import AFTER_END, ANSWERED, AT_BREAK, AT_PROMPT, AT_START, COMMANDS, DETACH, GO_ON, HANDED_OVER, STAY
from hippy.interpreter.dbgp.commands import STOP, WHILE_RUNNING
from hippy.interpreter.dbgp.features import Features
from hippy.interpreter.dbgp.functions import Debugger, declare_functions
from hippy.interpreter.dbgp.packet import DbgpError, parse_command, response
from hippy.interpreter.dbgp.properties import Exporter
from hippy.interpreter.dbgp.snapshots import LOST, NO_ORDER, Snapshots
from hippy.interpreter.dbgp.stepping import Stepper, Throws
from hippy.interpreter.dbgp.watches import WatchTable
from hippy.interpreter.errors import Interrupted, Jump, level_name
from hippy.interpreter.objects import convert
from hippy.interpreter.objects.values import disown
from hippy.interpreter.rlib.strings import up_to_nul
from hippy.interpreter.rlib import jitcontrol, links, process, signals, sockets, streams
from hippy.interpreter.syntax.completeness import INCOMPLETE, check_complete
from hippy.interpreter.vm.debug import DBG

STARTING = 'starting'
RUNNING = 'running'
BREAK = 'break'
INTERACTIVE = 'interactive'
STOPPING = 'stopping'
STOPPED = 'stopped'

ANY_DEPTH = 1 << 40
FAILED = 'failed'       # to a snapshot: the statement after it came to a fatal error

TIMES = {STARTING: AT_START, RUNNING: WHILE_RUNNING, BREAK: AT_BREAK, INTERACTIVE: AT_PROMPT, STOPPING: AFTER_END, STOPPED: 0}


def fits_running(line):
    """True for a command that may come while code runs."""
    row = COMMANDS.get(parse_command(line).name, None)
    return row is not None and row.times & WHILE_RUNNING != 0


def open_session(ctx, target):
    """A Session with the client at 'fd:N' or 'HOST:PORT'; raises channel.BadTarget."""
    return Session(ctx, open_channel(target))


class Session(Debugger):
    """pending_*: the command that the next stop answers. quiet: > 0 while code runs for the debugger, which nothing stops.

    entered: the call breakpoint that stops at the next statement. w_return: the value to show while a function has just returned.
    w_thrown: the exception at which the program stands. standing: the frame that is about to begin a statement, None at other stops.
    jump: the pc of the statement to go on at, -1 for the one it stands at. is_stepped: a snippet is being debugged.
    """
    _attrs_ = ('ctx', 'channel', 'features', 'breakpoints', 'stepper', 'status', 'pending_name', 'pending_id', 'quiet', 'entered',
               'w_return', 'throws', 'is_interactive', 'script', 'snippet', 'stdout_mode', 'attached', 'virtual', 'break_obeyed', 'conditions',
               'snapshots', 'statements', 'jit_record', 'watches', 'eval_message', 'w_uncaught',
               'w_thrown', 'standing', 'jump', 'is_stepped', 'fatal')

    def __init__(self, ctx, channel):
        Debugger.__init__(self)
        self.ctx = ctx
        self.channel = channel
        self.features = Features()
        self.breakpoints = BreakpointTable((process.getpid() & 0x1FFFF) * 10000 + 1)
        self.stepper = Stepper()
        self.status = STARTING
        self.pending_name = ''
        self.pending_id = ''
        self.quiet = 0
        self.entered = None
        self.w_return = None
        self.throws = Throws()
        self.is_interactive = False
        self.script = ''
        self.snippet = ''
        self.stdout_mode = 0
        self.attached = False
        self.virtual = uris.VirtualFiles()
        self.break_obeyed = False
        self.conditions = {}            # text -> Code
        self.snapshots = Snapshots()
        self.statements = 0             # inputs that were run at the prompt
        self.jit_record = -1            # the file descriptor to which the JIT watch reports
        self.watches = WatchTable()
        self.eval_message = ''          # the first message of the code that was evaluated last
        self.w_uncaught = None          # `finally` throws it anew
        self.w_thrown = None
        self.standing = None
        self.jump = -1
        self.is_stepped = False
        self.fatal = None               # the FatalError at which the program has stopped

    # -- a whole session

    def serve_script(self, path):
        """Debugs a script; returns the process's exit status."""
        self.script = links.full_path(path)
        self._attach()
        self.ctx.load_script(path)
        self.channel.send(replies.init(uris.file_uri(self.script), False, self.ide_key))
        outcome = self._converse()
        if outcome == STOP:
            return self._end(0)
        self._leave(outcome)
        return self._after_script(self.ctx.run_script(path))

    def serve_late(self, path):
        """Runs a script that begin_late may come to; returns the process's exit status."""
        self.script = links.full_path(path)
        return self._after_script(self.ctx.run_script(path))

    def begin_late(self):
        """The channel has a client now, and the program runs already: talks until the client lets it go on. Raises Interrupted."""
        self._attach()
        self.status = STARTING
        self.channel.send(replies.init(uris.file_uri(self.script), False, self.ide_key))
        outcome = self._converse()
        if outcome == STOP:
            self._stop_program()
        self._leave(outcome)

    def _after_script(self, status):
        if self.status == STOPPED:
            return 0
        if not self.attached:
            return status
        self.status = STOPPING
        self.w_return = None
        self.channel.send(self._stop_reply())
        self._converse()
        return self._end(status)

    def serve_repl(self):
        """Answers until the client stops the session or goes away; returns the process's exit status."""
        self.is_interactive = True
        self.ctx.keep_names()
        self.ctx.shares_input = True
        self._attach()
        self.status = INTERACTIVE
        self.channel.send(replies.init(uris.STDIN, True, self.ide_key))
        if self._converse() != HANDED_OVER:
            self.snapshots.drop_all()
            self._end(0)
            return self.ctx.finish(0)
        process.exit_now(0)
        return 0

    def _attach(self):
        self.attached = True
        DBG.hook = self
        DBG.active = True
        declare_functions(self.ctx.symbols)
        self.ctx.debug = True
        self.ctx.output.unbuffered = True

    def copy_output(self, mode):
        """0: output goes its usual way, 1: the client gets it too, 2: the client alone."""
        self.stdout_mode = mode
        self.ctx.output.watched = mode != 0

    def _end(self, status):
        self._detach()
        self.status = STOPPED
        return status

    def _detach(self):
        self.attached = False
        self.channel.close()
        self.copy_output(0)
        self.stepper.clear()
        DBG.stepping = False
        DBG.functions = False
        DBG.active = False

    # -- talking

    def _converse(self):
        """Answers commands until one of them ends the conversation; returns how."""
        while True:
            if self.status == INTERACTIVE and self.snapshots.limit > 0 and not self.snapshots.is_current(self.statements):
                self._take_snapshot()
            line = self.channel.receive()
            if line is None:
                return STOP
            if self.break_obeyed:
                self._forget_interrupt()
            outcome = self._answer(line)
            if outcome != STAY and outcome != ANSWERED:
                return outcome

    def _forget_interrupt(self):
        """After a break command: the signal of the Ctrl-C behind it has had its effect."""
        number = signals.take()
        while number >= 0:
            if number == signals.SIGINT:
                self.break_obeyed = False
            number = signals.take()

    def _answer(self, line):
        command = parse_command(line)
        reply = response(command.name, command.transaction_id)
        outcome = STAY
        if command.error:
            packet.add_error(reply, command.error, '')
        else:
            try:
                outcome = self._perform(command, reply)
            except DbgpError as e:
                reply = response(command.name, command.transaction_id)
                self.put_status(reply)
                packet.add_error(reply, e.code, e.message)
        if outcome == STAY or outcome == STOP or outcome == DETACH:
            self.channel.send(reply)
        return outcome

    def _perform(self, command, reply):
        row = COMMANDS.get(command.name, None)
        if row is None:
            raise DbgpError(packet.ERR_UNIMPLEMENTED)
        times = TIMES[self.status]
        if self.status == STARTING and self.ctx.frame_at(0) is not None:
            times |= AT_BREAK       # a program that ran before the client came
        if not row.times & times:
            raise DbgpError(packet.ERR_NOT_AVAILABLE)
        return row.handler(self, command, reply)

    def features_changed(self):
        self.watch_functions()
        self.snapshots.limit = self.features.snapshots if self.is_interactive else 0
        self.ctx.remembers_results = self.features.last_values and self.is_interactive

    def put_status(self, reply):
        reply.set('status', self.status)
        reply.set('reason', 'ok')

    def put_stopped(self, reply):
        """The answer to stop: a snippet ends, and so does a session without one."""
        if self.is_interactive and self.status != INTERACTIVE:
            reply.set('status', INTERACTIVE)
            reply.set('reason', 'aborted')
        else:
            reply.set('status', STOPPED)
            reply.set('reason', 'ok')

    def go_on(self, command, reply, mode):
        """Continues; after the script's end that ends the session."""
        if self.status == STOPPING:
            self.put_stopped(reply)
            return STOP
        self.pending_name = command.name
        self.pending_id = command.transaction_id
        if mode == stepping.NONE:
            self.stepper.clear()
        else:
            depth = self.ctx.depth(ANY_DEPTH)
            self.stepper.start(mode, depth if depth > 0 else 1, self.ctx.frame_at(0))
        return GO_ON

    def _stop_reply(self):
        """The late answer to the command that let the program run."""
        reply = response(self.pending_name, self.pending_id)
        self.pending_name = ''
        self.pending_id = ''
        self.put_status(reply)
        self._note_unfinished_line(reply)
        return reply

    def _note_unfinished_line(self, reply):
        """Says whether the output since the last reply ended in the middle of a line; nothing when there was none."""
        output = self.ctx.output
        if self.features.unfinished_lines and output.last:
            reply.set_flag('hippy:unfinished_line', output.last != '\n')
            output.last = ''

    def is_attached(self):
        return self.attached

    def connect(self):
        """A process has one session."""
        return self.attached

    # -- the JIT

    def watch_jit(self, path):
        """Reports what the JIT does to a file from now on; '' ends that."""
        if self.jit_record >= 0:
            jitcontrol.write_table(self.jit_record)
            jitcontrol.set_mode(0, self.jit_record)
            jitcontrol.set_counters(False)
            streams.close(self.jit_record)
            self.jit_record = -1
        if path == '':
            return
        if not jitcontrol.has_jit():
            raise DbgpError(packet.ERR_NOT_AVAILABLE, 'this engine has no JIT')
        try:
            fd = streams.open_file(path, streams.O_WRONLY | streams.O_CREAT | streams.O_TRUNC, 0x180)
        except OSError:
            raise DbgpError(packet.ERR_CANNOT_OPEN_FILE)
        jitcontrol.set_mode(jitcontrol.EVERYTHING_USUAL, fd)
        jitcontrol.set_counters(True)
        self.jit_record = fd

    # -- snapshots

    def _take_snapshot(self):
        """Makes a copy of this process, at the prompt. What a copy wakes up to is done here too, after which it is the engine."""
        order = self.snapshots.take(self.statements)
        while order != NO_ORDER:
            self._wake_up(order)
            order = self.snapshots.take(self.statements)

    def _wake_up(self, order):
        """In a copy: takes the place of the process that it is a copy of."""
        self.channel.renew()
        while signals.take() >= 0:
            pass
        if order == LOST:
            self.channel.end_broken_packet()
            told = packet.notification('restored')
            self._put_place(told)
            self.channel.send(told)
            if not self.channel.is_open:
                process.exit_now(0)
        elif order != FAILED:
            reply = response('xcmd_hippy_undo', order)
            self.put_status(reply)
            self._put_place(reply)
            self.channel.send(reply)

    def _put_place(self, reply):
        reply.set_number('hippy:process', process.getpid())
        reply.set_number('hippy:statements', self.statements)

    def undo(self, command, count):
        """Hands over to the process of `count` statements ago; raises DbgpError when there is none."""
        index = self.snapshots.find(self.statements - count) if count > 0 else -1
        if index < 0:
            raise DbgpError(packet.ERR_NO_PROPERTY, 'nothing is kept of that')
        if not self.snapshots.wake(index, command.transaction_id):
            raise DbgpError(packet.ERR_NO_PROPERTY, 'what was kept of that has ended')

    def _go_back(self, reply):
        """After a fatal error: the process from before the statement takes over. Gives HANDED_OVER, or ANSWERED when there is none."""
        kept = self.snapshots.kept
        if len(kept) == 0:
            return ANSWERED
        newest = kept[len(kept) - 1]
        reply.set_number('hippy:process', newest.pid)
        reply.set_number('hippy:statements', newest.statement)
        self.channel.send(reply)
        # Should it have died, the client hears no more of this process, and of the copy before that one instead.
        self.snapshots.wake(len(kept) - 1, FAILED)
        return HANDED_OVER

    # -- stopping the program

    def _suspend(self, message, breakpoint):
        """The program stands still: answers the pending command, and talks. Raises Interrupted when the client ends the program."""
        self.stepper.clear()
        self.entered = None
        self.is_stepped = True
        self.status = BREAK
        reply = self._stop_reply()
        reply.add(message)
        if self.w_return is not None:
            value = packet.Element('xdebug:return_value')
            value.add(Exporter(self.ctx, self.features.limits, 0).value(self.w_return))
            reply.add(value)
        if breakpoint is not None and self.features.breakpoint_details:
            reply.add(self.breakpoint_element(breakpoint))
        self.channel.send(reply)
        outcome = self._converse()
        self.w_return = None
        self.w_thrown = None
        if outcome == STOP:
            self._stop_program()
        self._leave(outcome)

    def _suspend_at_statement(self, frame, breakpoint):
        """The same before a statement, from where the client may jump to another."""
        self.standing = frame
        self.jump = -1
        self._suspend(self._message_here(frame), breakpoint)
        self.standing = None
        if self.jump >= 0:
            raise Jump(self.jump)

    def jump_to(self, line):
        """The program goes on at a line of the function in which it stands; raises DbgpError."""
        frame = self.standing
        if frame is None:
            raise DbgpError(packet.ERR_NOT_AVAILABLE, 'the program stands inside a statement')
        pc = frame.code.statement_on(line, frame.pc)
        if pc < 0:
            raise DbgpError(packet.ERR_BREAKPOINT_LINE, 'no statement of this function that can be reached begins on line %d' % line)
        frame.pc = self.jump = pc

    def _leave(self, outcome):
        """Lets the program run on."""
        if outcome == DETACH:
            self._detach()
            return
        self.watches.refresh(self)
        self.status = RUNNING
        self._update_switch()

    def _stop_program(self):
        self.stepper.clear()
        self.pending_name = ''
        if not self.is_interactive or not self.channel.is_open:
            self.status = STOPPED
            self._detach()
        raise Interrupted()

    def _update_switch(self):
        stepping_on = self.stepper.is_active() or self.entered is not None or self.watches.is_active()
        if DBG.stepping != stepping_on:
            DBG.stepping = stepping_on

    def _message_here(self, frame):
        return replies.message(self.uri_of(frame.code.file), frame.line())

    def pause(self):
        """The program is to stop before its next statement."""
        if self.quiet or not self.attached:
            return
        self.stepper.start(stepping.PAUSE, 0, None)
        self._update_switch()

    # -- what the VM tells

    def at_statement(self, ctx, frame, code, line):
        if self.quiet:
            return
        watched = self.watches.changed(self)
        if watched is not None:
            self._suspend_at_statement(frame, watched)
        elif self.entered is not None:
            self._suspend_at_statement(frame, self.entered)
        elif self.stepper.is_active() and self.stepper.ends_at_statement(ctx.depth(self.stepper.depth + 1), frame):
            self._suspend_at_statement(frame, None)
        elif code.bps is not None and code.bps.has(line):
            breakpoint = self._line_hit(frame, line)
            if breakpoint is not None:
                self._suspend_at_statement(frame, breakpoint)

    def _line_hit(self, frame, line):
        for breakpoint in self.breakpoints.at_line(frame.code.file, line):
            if not self._counts(breakpoint, frame):
                continue
            stops = breakpoint.hit()
            if not breakpoint.enabled:
                self._apply_lines(breakpoint.file)
            if stops:
                return breakpoint
        return None

    def _holds(self, condition, frame):
        """A condition is compiled once: it may be asked for in every round of a loop."""
        result = self.evaluate_compiled(condition, self.conditions.get(condition, None), frame)
        if result.compiled is not None:
            self.conditions[condition] = result.compiled
        if result.error_kind == 'interrupted':
            if self._client_has_gone():
                self._stop_program()
            self.pause()
        return result.error_kind == '' and result.w_value is not None and convert.to_bool(self.ctx, result.w_value)

    def at_call(self, ctx, frame, code):
        if self.quiet:
            return
        breakpoint = self._at_user_function(breakpoints.CALL, frame)
        if breakpoint is not None and self._counts(breakpoint, frame) and breakpoint.hit():
            self.entered = breakpoint
            self._update_switch()

    def _counts(self, breakpoint, frame):
        """True unless the breakpoint has a condition that does not hold."""
        return not breakpoint.condition or self._holds(breakpoint.condition, frame)

    def at_return(self, ctx, frame, code, w_result):
        caller = ctx.frame_at(1)
        if self.quiet or caller is None:
            return
        breakpoint = self._at_user_function(breakpoints.RETURN, frame)
        if breakpoint is not None and not (self._counts(breakpoint, frame) and breakpoint.hit()):
            breakpoint = None
        if breakpoint is None and not self._steps_end_at_return(caller):
            return
        if self._is_result_shown(caller):
            self.w_return = w_result
        self._suspend(self._message_here(caller), breakpoint)

    def _steps_end_at_return(self, caller):
        return self.stepper.is_active() and self.stepper.ends_at_return(self.ctx.depth(self.stepper.depth + 1)) and self._is_result_shown(caller)

    def _is_result_shown(self, caller):
        """Whether the client wants to know what the program uses: the result of what `caller` has called."""
        return self.features.return_values and program.wants_result(caller)

    def _at_user_function(self, type, frame):
        """A method of a trait is known by the trait's name too."""
        name = program.breakpoint_name(frame)
        breakpoint = self._at_function(type, name)
        if breakpoint is None:
            declared = program.declared_name(frame)
            if declared != '' and declared != name:
                breakpoint = self._at_function(type, declared)
        return breakpoint

    def _at_function(self, type, name):
        return self.breakpoints.at_function(type, name, self.features.last_parts)

    def at_native_call(self, ctx, name):
        self._stop_at_native(ctx, breakpoints.CALL, name, None)

    def at_native_return(self, ctx, name, w_result):
        self._stop_at_native(ctx, breakpoints.RETURN, name, w_result)

    def _stop_at_native(self, ctx, type, name, w_result):
        """A builtin function has no frame: its caller is shown."""
        frame = ctx.frame_at(0)
        if self.quiet or frame is None:
            return
        breakpoint = self._at_function(type, name)
        if breakpoint is not None and self._counts(breakpoint, frame) and breakpoint.hit():
            if self.features.return_values:
                self.w_return = w_result        # None at the call
            self._suspend(self._message_here(frame), breakpoint)

    def at_throw(self, ctx, frame, code, w_exc):
        if self.quiet or not self.throws.is_new(frame, w_exc) or program.throws_on(frame):
            return
        breakpoint = self._exception_breakpoint(program.class_names(w_exc.get_class()))
        if breakpoint is None:
            breakpoint = self.breakpoints.at_exception(breakpoints.UNCAUGHT)
            if w_exc is self.w_uncaught or (breakpoint is not None and program.is_caught(ctx, w_exc)):
                return
            self.w_uncaught = w_exc
        if breakpoint is None or not breakpoint.hit():
            return
        message = self._message_here(frame)
        message.set('exception', up_to_nul(w_exc.get_class().name))
        code_text = program.exception_code(w_exc)
        if code_text:
            message.set('code', code_text)
        message.text = packet.readable(program.exception_message(w_exc))
        self.w_thrown = w_exc
        self._suspend(message, breakpoint)

    def at_fatal(self, ctx, e):
        """Fatal errors are uncaught exceptions too; the report of what the program has stopped at does not stop it again."""
        if self.quiet or self.status != RUNNING or self.fatal is e:
            return
        breakpoint = self.breakpoints.at_exception(breakpoints.UNCAUGHT)
        if breakpoint is None or not breakpoint.hit():
            return
        self.fatal = e
        message = replies.message(self.uri_of(e.file), e.line)
        message.set('exception', level_name(e.level))
        message.text = packet.readable(e.message)
        self._suspend(message, breakpoint)

    def _exception_breakpoint(self, names):
        breakpoint = self.breakpoints.at_exception('*')
        for name in names:
            if breakpoint is None:
                breakpoint = self.breakpoints.at_exception(name)
        return breakpoint

    def at_error(self, ctx, level, text, path, line):
        """A warning, notice or fatal error: notified, and an exception breakpoint may name it."""
        name = level_name(level)
        if self.quiet and not self.eval_message:
            self.eval_message = '%s: %s' % (name, text)
        if self.quiet or self.status != RUNNING:
            return
        message = replies.message(self.uri_of(path), line)
        message.text = packet.readable(text)
        if self.features.notify_ok:
            told = replies.message(self.uri_of(path), line)
            told.set('type', name)
            told.text = message.text
            self._notify('error', told)
        breakpoint = self._exception_breakpoint([name])
        if self.fatal is not None and self.fatal.message == text:
            return
        if breakpoint is not None and breakpoint.hit():
            message.set('exception', name)
            message.set_number('code', level)
            self._suspend(message, breakpoint)

    def at_interrupt(self, ctx, number):
        """A signal came: the client has sent something or has gone, announces commands, or a person pressed Ctrl-C."""
        if self.quiet:
            if number == signals.SIGINT or self._client_has_gone():
                raise Interrupted()
            return
        heard = self._hear(number != sockets.SIGNAL_OF_INPUT)
        if heard:
            self._stop_in_builtin()
        if number != signals.SIGINT:
            return
        if heard or self.break_obeyed:
            self.break_obeyed = False
            return
        if self.is_interactive and not self.is_stepped:
            raise Interrupted()
        self.pause()
        self._stop_in_builtin()

    def _stop_in_builtin(self):
        """A builtin that waits might let its next statement wait long: the program stops inside it."""
        frame = self.ctx.frame_at(0)
        if self.stepper.mode == stepping.PAUSE and frame is not None and program.runs_builtin(self.ctx, frame):
            self._suspend(self._message_here(frame), None)

    def _client_has_gone(self):
        return self.channel.has_packet() and not self.channel.is_open

    def _hear(self, announced):
        """Answers what can be answered while the program runs; True when there was anything.

        The rest waits for the next stop, unless it was announced by a signal: then it is refused.
        """
        heard = False
        while self.channel.has_packet():
            line = self.channel.peek()
            if line is not None and not announced and not fits_running(line):
                break
            heard = True
            line = self.channel.receive()
            if line is None or self._answer(line) == STOP:
                self._stop_program()
        return heard

    def on_output(self, ctx, data):
        """True when the client alone gets the output."""
        if self.stdout_mode == 0 or not self.attached:
            return False
        self.channel.send(replies.stream('stdout', data))
        return self.stdout_mode == 2

    def code_loaded(self, ctx, code):
        """A source was compiled: the breakpoints that wait for it find their lines."""
        if code.kind == KIND_FILE and len(self.breakpoints.in_file(code.file)) > 0:
            self._settle(code.file)

    # -- breakpoints

    def watch(self, breakpoint, depth):
        """Begins to watch the breakpoint's expression in the frame at a depth; raises DbgpError."""
        frame = None
        if self.ctx.frame_at(0) is not None:
            frame = program.frame_at(self.ctx, depth)
        self.watches.add(self, breakpoint, frame)

    def breakpoint_changed(self, breakpoint):
        """After a breakpoint was set, updated or removed."""
        if breakpoint.is_line():
            self._settle(breakpoint.file)
        self.watch_functions()

    def watch_functions(self):
        """Lets the VM tell calls and returns while anybody wants to know."""
        wanted = self.features.return_values or self.breakpoints.has_type(breakpoints.CALL) or self.breakpoints.has_type(breakpoints.RETURN)
        if DBG.functions != wanted:
            DBG.functions = wanted

    def _settle(self, path):
        codes = self.ctx.codes_of_file(path)
        if not codes:
            return
        for breakpoint in self.breakpoints.in_file(path):
            if not breakpoint.resolved and breakpoints.resolve(breakpoint, codes) and self.features.resolved_breakpoints:
                self._notify('breakpoint_resolved', self.breakpoint_element(breakpoint))
        self._apply_lines(path)

    def _apply_lines(self, path):
        breakpoints.apply_lines(self.breakpoints.in_file(path), self.ctx.codes_of_file(path))

    def breakpoint_element(self, breakpoint):
        return breakpoint.element(self.features.resolved_breakpoints, self.uri_of(breakpoint.file))

    def notify_user(self, ctx, w_value):
        """xdebug_notify(): a place and a value."""
        if not self.features.notify_ok:
            return
        frame = ctx.frame_at(0)
        element = packet.notification('user')
        location = element.add_new('xdebug:location')
        if frame is not None:
            location.set('filename', self.uri_of(frame.code.file))
            location.set_number('lineno', frame.line())
        element.add(Exporter(ctx, self.features.limits, 0).value(w_value))
        self.channel.send(element)

    def _notify(self, name, content):
        if self.features.notify_ok:
            element = packet.notification(name)
            element.add(content)
            self.channel.send(element)

    # -- code that runs for the client

    def evaluate(self, code, frame):
        """Runs code without stops, messages or notifications; an InteractiveResult."""
        return self.evaluate_compiled(code, None, frame)

    def evaluate_compiled(self, code, compiled, frame):
        """The same; compiled: what the code came to before, or None."""
        self.eval_message = ''
        self.quiet += 1
        try:
            return self.ctx.evaluate_quietly(code, compiled, frame)
        finally:
            self.quiet -= 1

    def interact(self, command):
        """Adds a line to the snippet and runs it once it is complete; sends the reply itself (DBGp 8.6)."""
        code = self.snippet + command.required_data()
        frame = None
        if self.status == BREAK:
            frame = program.frame_at(self.ctx, command.number('d', 0))
        found = check_complete(code)
        if found.state == INCOMPLETE:
            self.snippet = code + '\n'
            reply = response(command.name, command.transaction_id)
            replies.fill_interact(reply, True, replies.open_prompt(found.expects))
            self.channel.send(reply)
            return ANSWERED
        self.snippet = ''
        if frame is not None:
            return self._interact_at_break(command, code, frame)
        self.pending_name = command.name
        self.pending_id = command.transaction_id
        self.status = RUNNING
        self.is_stepped = command.flag('s', False)
        if self.is_stepped:
            self.stepper.start(stepping.INTO, 0, None)
            self._update_switch()
        self.ctx.limit_time(True)
        result = self.ctx.run_interactive(code, None)
        self.ctx.limit_time(False)
        self.is_stepped = False
        self.fatal = None
        self.stepper.clear()
        self._update_switch()
        self.status = INTERACTIVE
        if not self.channel.is_open:
            return STOP
        if result.error_kind != 'parse' and result.error_kind != 'compile' and result.error_kind != 'fatal':
            self.statements += 1
        outcome = ANSWERED
        if self.pending_name:
            reply = response(self.pending_name, self.pending_id)
            self.pending_name = ''
            self._fill_result(reply, code, result)
            if result.error_kind == 'fatal':
                outcome = self._go_back(reply)
            if outcome == ANSWERED:
                self.channel.send(reply)
        if result.w_value is not None:
            disown(result.w_value)
        return outcome

    def _interact_at_break(self, command, code, frame):
        self.quiet += 1
        try:
            result = self.ctx.run_interactive(code, frame)
        finally:
            self.quiet -= 1
        reply = response(command.name, command.transaction_id)
        self._fill_result(reply, code, result)
        self.channel.send(reply)
        return ANSWERED

    def _fill_result(self, reply, code, result):
        replies.fill_interact(reply, False, replies.PROMPT)
        self._note_unfinished_line(reply)
        buffers = len(self.ctx.output.levels)
        if buffers > 0:
            reply.set_number('hippy:buffers', buffers)
        if self.snapshots.refused:
            reply.set('hippy:no_snapshot', '1')
        if result.is_void:
            reply.set('hippy:void', '1')
        if result.w_value is not None:
            limits = self.features.limits.copy()
            limits.exact_floats = True
            reply.add(Exporter(self.ctx, limits, 0).value(result.w_value))
        if result.error_kind:
            reply.add(replies.diagnostic(code, result))

    # -- places

    def current_file(self):
        """The file of the innermost frame, or the script that is about to run."""
        frame = self.ctx.frame_at(0)
        if frame is not None:
            return frame.code.file
        if not self.script:
            raise DbgpError(packet.ERR_STACK_DEPTH)
        return self.script

    def uri_of(self, path):
        if self.ctx.is_virtual_file(path):
            return self.virtual.uri_of(path)
        return uris.file_uri(path)

    def path_of(self, uri):
        """The file as Code names it, with symbolic links followed where it exists."""
        path = self.virtual.path_of(uri)
        if path:
            return path
        return links.full_path(uris.path_of(uri))

    def source_of(self, uri):
        try:
            return self.ctx.source_of(self.path_of(uri))
        except OSError:
            raise DbgpError(packet.ERR_CANNOT_OPEN_FILE)

    def stack_element(self, levels, depth):
        """<stack>: one of the program.levels."""
        shown = levels[depth].frame
        if depth == 0 and self.w_return is not None and len(levels) > 1:
            shown = levels[1].frame     # a function that has returned is shown where its caller goes on
        element = packet.Element('stack')
        element.set('where', program.where(levels[depth]))
        element.set_number('level', depth)
        element.set('type', 'eval' if program.is_eval(shown.code.file) else 'file')
        element.set('filename', self.uri_of(shown.code.file))
        element.set_number('lineno', shown.line())
        if self.features.arguments:
            limits = self.features.limits.copy()
            limits.max_depth = 0
            exporter = Exporter(self.ctx, limits, 0)
            for argument in program.arguments(levels[depth]):
                element.add(exporter.named(argument.name, '', argument.w_value))
        return element
