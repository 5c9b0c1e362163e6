"""A DBGp session: one method per command, each of which sends, waits and returns what came back.

Source: the DBGp specification, sections 7 and 8; the commands that begin with xcmd_hippy_ and the
diagnostics of `interact` are described in docs/protocol.md.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from xml.etree.ElementTree import Element

from hippy.debugger.engine import Engine, EngineLost
from hippy.debugger.mapping import Mapping
from hippy.debugger.packet import (
    DBGP,
    HIPPY,
    XDEBUG,
    ProtocolError,
    content,
    encode_command,
    number,
    parse,
)
from hippy.debugger.values import Value, read_value

RUNS_CODE = ("interact", "eval", "property_set")


class EngineError(Exception):
    """The engine answered a command with an error."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message or f"DBGp error {code}")
        self.code = code


class EngineRestored(Exception):
    """The engine died over a command; another process goes on from a snapshot of the session."""


# What a question may come to that nobody need hear of: there is no answer.
UNANSWERED = (EngineLost, EngineError, EngineRestored, ProtocolError)


@dataclass(frozen=True)
class Welcome:
    """The <init> packet: which engine this is and which file it is going to run."""

    file: str
    engine: str
    version: str
    language_version: str


@dataclass(frozen=True)
class Stop:
    """Where and why the program stands after a continuation command.

    `status` is break, stopping, stopped or interactive; the rest is known for break only.
    `breakpoint` is the identifier of what stopped it, from engines that tell. `outcome`: what a
    snippet came to that has run to its end.
    """

    status: str
    reason: str = ""
    file: str = ""
    line: int = 0
    exception: str = ""
    message: str = ""
    return_value: Value | None = None
    breakpoint: str = ""
    outcome: Interaction | None = None


@dataclass(frozen=True)
class Frame:
    """One entry of the call stack; level 0 is the innermost."""

    level: int
    function: str
    file: str
    line: int
    arguments: tuple[Value, ...] = ()


@dataclass(frozen=True)
class Breakpoint:
    """A breakpoint as the engine lists it."""

    identifier: str
    type: str
    state: str
    file: str
    line: int
    function: str
    exception: str
    hits: int
    resolved: bool


@dataclass(frozen=True)
class Diagnostic:
    """What is wrong with code that was sent, or how it ended: see docs/protocol.md.

    `kind` is parse, compile, uncaught, fatal, interrupted or exit; `start` and `end` are offsets
    into the bytes of the code, -1 where no place is known.
    """

    kind: str
    message: str
    line: int = 0
    column: int = 0
    start: int = -1
    end: int = -1
    code: int = 0


@dataclass(frozen=True)
class Interaction:
    """The outcome of `interact`. `buffers`: how many levels of ob_start() hold the output back.

    `is_void`: the value is the null of a function that is declared to return none. `no_snapshot`:
    the system let the engine keep no copy from before this. `stop`: where the code stands that has
    not ended yet.
    """

    status: str
    more: bool
    prompt: str
    value: Value | None = None
    diagnostic: Diagnostic | None = None
    buffers: int = 0
    is_void: bool = False
    no_snapshot: bool = False
    stop: Stop | None = None


@dataclass(frozen=True)
class Check:
    """What the parser says of some code: complete, incomplete (and of what) or invalid."""

    state: str
    expects: str = ""
    diagnostic: Diagnostic | None = None


@dataclass(frozen=True)
class Completion:
    """One proposal: `text` replaces the bytes from `start` to `end`."""

    text: str
    kind: str
    start: int
    end: int
    type: str = ""
    signature: str = ""


@dataclass(frozen=True)
class Signature:
    """A function's head and where in it the parameter stands that is being written, or -1."""

    text: str
    start: int = -1
    end: int = -1


@dataclass(frozen=True)
class Place:
    """A declaration's full name, file, first and last line; no file for what is built in."""

    name: str
    file: str
    first: int
    last: int


def ignore(*_: object) -> None:
    """The listener of a session that nobody listens to."""


@dataclass
class Session:
    """The conversation with one engine.

    `on_notify(name, element)` and `on_stream(type, data)` are called from whichever thread waits
    for a reply at that moment. `unfinished_line`: the program's output stands in the middle of a
    line, as far as the engine tells (feature hippy_unfinished_lines). `eval_message`: the warning
    that the last `eval` caused, or nothing (feature hippy_eval_messages). Every method raises
    EngineError, EngineLost and ProtocolError; those that run code EngineRestored too. `statements`:
    how many inputs `interact` has run; `restored`: the number that a snapshot which has taken over
    knows of, until somebody has taken note.
    """

    engine: Engine
    mapping: Mapping = Mapping()
    on_notify: Callable[[str, Element], None] = ignore
    on_stream: Callable[[str, bytes], None] = ignore
    transactions: Iterator[int] = field(default_factory=lambda: count(1))
    running: bool = False
    unfinished_line: bool = False
    statements: int = 0
    restored: int | None = None
    eval_message: str = ""
    features: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lock = threading.Lock()

    # Talking

    def request(self, name: str, data: bytes | None = None, **arguments: object) -> Element:
        """Sends a command and waits for its reply; what is None among the arguments is left out."""
        with self.lock:
            self.running = True
            try:
                return self.wait(self.send(name, data, arguments))
            except EngineRestored:
                if name in RUNS_CODE:
                    raise
                return self.wait(self.send(name, data, arguments))
            finally:
                self.running = False

    def send(self, name: str, data: bytes | None, arguments: dict[str, object]) -> int:
        # A signal handler may send `break` in between: the number must be this command's own.
        transaction = next(self.transactions)
        given = {letter: value for letter, value in arguments.items() if value is not None}
        self.engine.connection.send(encode_command(name, transaction, given, data))
        return transaction

    def wait(self, transaction: int) -> Element:
        """The reply to a command, after whatever the engine has to say before it.

        A process that takes the engine's place has the command only if nobody had read it. So it is
        asked something else: if that is answered first, and nothing runs, the command is lost.
        """
        probe = 0
        while True:
            root = parse(self.engine.connection.receive())
            self.mapping.localize(root)
            if root.tag == DBGP + "response":
                self.note_process(root)
                # A reply to another command belongs to a `break` that was sent meanwhile.
                answered = number(root, "transaction_id")
                if answered == transaction:
                    self.note_output(root)
                    return checked(root)
                if probe and answered == probe and root.get("status") != "running":
                    raise EngineRestored("the engine was lost")
            elif root.tag == DBGP + "notify" and root.get("name") == "restored":
                self.note_process(root)
                self.restored = self.statements
                self.engine.replaced = True
                probe = self.send("status", None, {})
            elif root.tag == DBGP + "stream":
                self.on_stream(root.get("type", "stdout"), content(root))
            elif root.tag == DBGP + "notify":
                self.on_notify(root.get("name", ""), root)
            else:
                raise ProtocolError(f"the engine sent <{root.tag}>, which nothing asked for")

    def note_output(self, reply: Element) -> None:
        """Takes over what the reply tells of the output, which is nothing if there was none."""
        told = reply.get(HIPPY + "unfinished_line")
        if told is not None:
            self.unfinished_line = told == "1"

    def note_process(self, told: Element) -> None:
        """Takes over which process is the engine now and how many statements it has run."""
        process = number(told, HIPPY + "process")
        if process:
            self.engine.succeed(process)
            self.statements = number(told, HIPPY + "statements")

    def welcome(self) -> Welcome:
        """Waits for the <init> packet that opens every session."""
        root = parse(self.engine.connection.receive())
        self.mapping.localize(root)
        if root.tag != DBGP + "init":
            raise ProtocolError(f"the engine opened with <{root.tag}>, not with <init>")
        engine = root.find(DBGP + "engine")
        return Welcome(
            file=path_of(root.get("fileuri", "")),
            engine="" if engine is None else content(engine).decode("utf-8", "replace"),
            version="" if engine is None else engine.get("version", ""),
            language_version=root.get(XDEBUG + "language_version", ""),
        )

    def async_break(self) -> bool:
        """Asks a running program to stop where it is; True if the engine could be asked.

        Fit for a signal handler: it neither takes the lock nor waits, the reply is dropped.
        """
        if not self.running:
            return False
        self.send("break", None, {})
        return True

    # Features and state

    def feature_get(self, name: str) -> str | None:
        """A feature's value, None where the engine does not have it."""
        reply = self.request("feature_get", n=name)
        if reply.get("supported") != "1":
            return None
        return content(reply).decode("utf-8", "replace")

    def supports(self, name: str) -> bool:
        """Whether the engine has a feature or a command; it is asked once."""
        if name not in self.features:
            self.features[name] = self.feature_get(name) is not None
        return self.features[name]

    def feature_set(self, name: str, value: object) -> bool:
        """True if the engine took the value; what it does not know is no error."""
        try:
            reply = self.request("feature_set", n=name, v=value)
        except EngineError:
            return False
        taken = reply.get("success") == "1"
        if taken and name == "hippy_snapshots":
            self.engine.replaced = bool(value)
        return taken

    def status(self) -> Stop:
        return read_stop(self.request("status"))

    # Running

    def run(self) -> Stop:
        return self.go_on("run")

    def step_into(self) -> Stop:
        return self.go_on("step_into")

    def step_over(self) -> Stop:
        return self.go_on("step_over")

    def step_out(self) -> Stop:
        return self.go_on("step_out")

    def go_on(self, command: str) -> Stop:
        """Sends a continuation command; of an engine that was lost over it nobody asks again."""
        stop = read_stop(self.request(command))
        if stop.outcome is not None:
            self.note_statement(stop.outcome)
        return stop

    def jump(self, line: int) -> None:
        """Lets the function that runs go on at a line."""
        self.request("xcmd_hippy_jump", n=line)

    def stop(self) -> Stop:
        """Ends the program; afterwards there is nobody left to talk to."""
        return read_stop(self.request("stop"))

    def detach(self) -> Stop:
        """Lets the program run on by itself."""
        return read_stop(self.request("detach"))

    # Breakpoints

    def breakpoint_set(
        self,
        type: str,
        file: str | None = None,
        line: int | None = None,
        function: str | None = None,
        exception: str | None = None,
        condition: bytes | None = None,
        temporary: bool = False,
        enabled: bool = True,
        hit_value: int | None = None,
        hit_condition: str | None = None,
        depth: int | None = None,
    ) -> str:
        """The new breakpoint's identifier.

        `type` is line, conditional, call, return, exception or watch: that one's condition is an
        expression in the frame `depth`.
        """
        reply = self.request(
            "breakpoint_set",
            condition,
            t=type,
            f=None if file is None else uri_of(self.mapping.remote(file)),
            n=line,
            m=function,
            x=exception,
            r=1 if temporary else None,
            s=None if enabled else "disabled",
            h=hit_value,
            o=hit_condition,
            d=depth,
        )
        return reply.get("id", "")

    def breakpoint_get(self, identifier: str) -> Breakpoint:
        reply = self.request("breakpoint_get", d=identifier)
        found = reply.find(DBGP + "breakpoint")
        if found is None:
            raise ProtocolError("the reply to breakpoint_get has no <breakpoint>")
        return read_breakpoint(found)

    def breakpoint_update(
        self, identifier: str, enabled: bool | None = None, line: int | None = None
    ) -> None:
        state = None if enabled is None else ("enabled" if enabled else "disabled")
        self.request("breakpoint_update", d=identifier, s=state, n=line)

    def breakpoint_remove(self, identifier: str) -> None:
        self.request("breakpoint_remove", d=identifier)

    def breakpoint_list(self) -> list[Breakpoint]:
        reply = self.request("breakpoint_list")
        return [read_breakpoint(found) for found in reply.findall(DBGP + "breakpoint")]

    # Looking

    def stack_depth(self) -> int:
        return number(self.request("stack_depth"), "depth")

    def stack_get(self) -> list[Frame]:
        return [read_frame(entry) for entry in self.request("stack_get").findall(DBGP + "stack")]

    def stack_frame(self, level: int) -> Frame:
        """One entry of the stack; raises EngineError where there is none."""
        found = self.request("stack_get", d=level).find(DBGP + "stack")
        if found is None:
            raise ProtocolError("the reply to stack_get has no <stack>")
        return read_frame(found)

    def context_names(self, depth: int = 0) -> dict[int, str]:
        reply = self.request("context_names", d=depth)
        return {
            number(context, "id"): context.get("name", "")
            for context in reply.findall(DBGP + "context")
        }

    def context_get(self, depth: int = 0, context: int = 0) -> list[Value]:
        reply = self.request("context_get", d=depth, c=context)
        return [read_value(found) for found in reply.findall(DBGP + "property")]

    def property_get(
        self,
        name: str,
        depth: int = 0,
        context: int | None = None,
        page: int | None = None,
        max_data: int | None = None,
    ) -> Value:
        reply = self.request("property_get", n=name, d=depth, c=context, p=page, m=max_data)
        return only_value(reply)

    def property_value(self, name: str, depth: int = 0, max_data: int | None = None) -> bytes:
        return content(self.request("property_value", n=name, d=depth, m=max_data))

    def property_set(self, name: str, value: bytes, depth: int = 0) -> bool:
        """Assigns what the value, a PHP expression or a plain string, stands for."""
        return self.request("property_set", value, n=name, d=depth).get("success") == "1"

    def source(self, file: str | None = None, first: int | None = None,
               last: int | None = None) -> bytes:
        uri = None if file is None else uri_of(self.mapping.remote(file))
        return content(self.request("source", f=uri, b=first, e=last))

    # Evaluating

    def eval(self, code: bytes, depth: int | None = None) -> Value | None:
        """The value of an expression, at a break in the frame `depth`."""
        self.eval_message = ""
        reply = self.request("eval", code, d=depth)
        found = reply.find(HIPPY + "diagnostic")
        if found is not None:
            self.eval_message = found.get("message", "")
        return optional_value(reply)

    def interact(self, code: bytes, depth: int | None = None, mode: int = 1,
                 step: bool = False) -> Interaction:
        """Runs statements; mode 0 drops what an earlier call left incomplete.

        `step`: the first statement is stopped at. With a depth they run in a frame, at a stop.
        """
        reply = self.request("interact", code, m=mode, d=depth, s=1 if step else None)
        outcome = read_interaction(reply)
        if mode and depth is None:
            self.note_statement(outcome)
        return outcome

    def note_statement(self, outcome: Interaction) -> None:
        """Counts code that has run, as the engine does."""
        kind = "" if outcome.diagnostic is None else outcome.diagnostic.kind
        if not outcome.more and outcome.stop is None and kind not in ("parse", "compile", "fatal"):
            self.statements += 1

    def abort(self) -> None:
        """Ends the snippet that stands somewhere; the engine counts it."""
        self.request("stop")
        self.statements += 1

    def stdout(self, mode: int) -> bool:
        """What becomes of the program's output: 0 not sent here, 1 copied, 2 redirected."""
        return self.request("stdout", c=mode).get("success") == "1"

    def stderr(self, mode: int) -> bool:
        return self.request("stderr", c=mode).get("success") == "1"

    # Hippy's own commands

    def check(self, code: bytes) -> Check:
        """Whether the code is complete, without running it."""
        found = self.request("xcmd_hippy_check", code).find(HIPPY + "check")
        if found is None:
            raise ProtocolError("the reply to xcmd_hippy_check has no <hippy:check>")
        state = found.get("state", "")
        diagnostic = read_diagnostic(found) if state == "invalid" else None
        return Check(state, found.get("expects", ""), diagnostic)

    def complete(self, code: bytes, cursor: int, depth: int | None = None) -> list[Completion]:
        """Proposals for the byte offset `cursor` in the code."""
        reply = self.request("xcmd_hippy_complete", code, o=cursor, d=depth)
        return [read_completion(item, cursor) for item in reply.findall(HIPPY + "item")]

    def signature(self, code: bytes, cursor: int) -> Signature | None:
        """Which call is being written at the byte offset `cursor`, if any is."""
        found = self.request("xcmd_hippy_signature", code, o=cursor).find(HIPPY + "signature")
        if found is None:
            return None
        text = found.get("text", "")
        if found.get("start") is None:
            return Signature(text)
        data = text.encode()
        start, end = number(found, "start"), number(found, "end")
        return Signature(text, len(data[:start].decode("utf-8", "replace")),
                         len(data[:end].decode("utf-8", "replace")))

    def doc(self, name: str) -> bytes:
        """What there is to say about a function, class or constant."""
        return content(self.request("xcmd_hippy_doc", n=name))

    def undo(self, count: int) -> int:
        """Goes back to before the last `count` statements; how many there are now."""
        self.request("xcmd_hippy_undo", n=count)
        return self.statements

    def watch_jit(self, path: str | None) -> None:
        """Has the engine report what its JIT does to a file; None ends that."""
        self.request("xcmd_hippy_jit", f=path)

    def names(self) -> list[Completion]:
        """The functions, classes and constants that PHP code has declared."""
        reply = self.request("xcmd_hippy_names")
        return [read_completion(item, 0) for item in reply.findall(HIPPY + "item")]

    def place(self, name: str) -> Place:
        """Where something is declared that code calls by this name."""
        reply = self.request("xcmd_hippy_doc", n=name)
        return Place(reply.get(HIPPY + "name", name), path_of(reply.get("filename", "")),
                     number(reply, "lineno"), number(reply, HIPPY + "endline"))

    def disassemble(self, function: str | None = None, depth: int | None = None) -> bytes:
        """The bytecode of a function or method, or of what runs in a frame."""
        return content(self.request("xcmd_hippy_disasm", m=function, d=depth))


def checked(reply: Element) -> Element:
    """The reply, unless it is an error: that is raised as EngineError."""
    error = reply.find(DBGP + "error")
    if error is None:
        return reply
    message = error.find(DBGP + "message")
    text = b"" if message is None else content(message)
    raise EngineError(number(error, "code"), text.decode("utf-8", "replace").strip())


def read_stop(reply: Element) -> Stop:
    message = reply.find(XDEBUG + "message")
    returned = reply.find(XDEBUG + "return_value")
    breakpoint = reply.find(DBGP + "breakpoint")
    place = reply if message is None else message
    return Stop(
        status=reply.get("status", ""),
        reason=reply.get("reason", ""),
        file=path_of(place.get("filename", "")),
        line=number(place, "lineno"),
        exception=place.get("exception", ""),
        message="" if message is None else content(message).decode("utf-8", "surrogateescape"),
        return_value=None if returned is None else optional_value(returned),
        breakpoint="" if breakpoint is None else breakpoint.get("id", ""),
        outcome=read_interaction(reply) if reply.get("status") == "interactive" else None,
    )


def read_interaction(reply: Element) -> Interaction:
    found = reply.find(HIPPY + "diagnostic")
    return Interaction(
        status=reply.get("status", ""),
        more=reply.get("more") == "1",
        prompt=reply.get("prompt", ""),
        value=optional_value(reply),
        diagnostic=None if found is None else read_diagnostic(found),
        buffers=number(reply, HIPPY + "buffers"),
        is_void=reply.get(HIPPY + "void") == "1",
        no_snapshot=reply.get(HIPPY + "no_snapshot") == "1",
        stop=read_stop(reply) if reply.get("status") == "break" else None,
    )


def read_frame(entry: Element) -> Frame:
    return Frame(
        level=number(entry, "level"),
        function=entry.get("where", ""),
        file=path_of(entry.get("filename", "")),
        line=number(entry, "lineno"),
        arguments=tuple(read_value(found) for found in entry.findall(DBGP + "property")),
    )


def read_breakpoint(found: Element) -> Breakpoint:
    return Breakpoint(
        identifier=found.get("id", ""),
        type=found.get("type", ""),
        state=found.get("state", ""),
        file=path_of(found.get("filename", "")),
        line=number(found, "lineno"),
        function=found.get("function", ""),
        exception=found.get("exception", ""),
        hits=number(found, "hit_count"),
        resolved=found.get("resolved") == "resolved",
    )


def read_diagnostic(found: Element) -> Diagnostic:
    return Diagnostic(
        kind=found.get("kind", "parse"),
        message=found.get("message", ""),
        line=number(found, "line"),
        column=number(found, "col"),
        start=number(found, "start", -1),
        end=number(found, "end", -1),
        code=number(found, "code"),
    )


def read_completion(item: Element, cursor: int) -> Completion:
    return Completion(
        text=item.get("text", ""),
        kind=item.get("kind", ""),
        start=number(item, "start", cursor),
        end=number(item, "end", cursor),
        type=item.get("type", ""),
        signature=item.get("sig", ""),
    )


def only_value(reply: Element) -> Value:
    value = optional_value(reply)
    if value is None:
        raise ProtocolError(f"the reply to {reply.get('command')} has no <property>")
    return value


def optional_value(reply: Element) -> Value | None:
    found = reply.find(DBGP + "property")
    return None if found is None else read_value(found)


def uri_of(path: str) -> str:
    """A path as DBGp names files; what is a URI already stays."""
    from urllib.parse import quote

    if "://" in path:
        return path
    return "file://" + quote(path, errors="surrogateescape")


def path_of(uri: str) -> str:
    """The path of a file URI; other URIs (dbgp://stdin) stay."""
    if not uri.startswith("file://"):
        return uri
    from urllib.parse import unquote

    return unquote(uri[len("file://"):], errors="surrogateescape")
