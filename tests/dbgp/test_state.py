"""The states of a session with a program that is only pretended: what may be sent when."""

from __future__ import annotations

import base64
import socket
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from hippy.interpreter.compiler.bytecode import STATEMENT
from hippy.interpreter.compiler.code import KIND_FILE, KIND_FUNCTION, Code
from hippy.interpreter.dbgp.channel import BadTarget, Channel, open_channel
from hippy.interpreter.dbgp.commands import COMMANDS
from hippy.interpreter.dbgp.session import Session
from hippy.interpreter.errors import Interrupted
from hippy.interpreter.objects.symbols import SymbolTable
from hippy.interpreter.objects.values import W_Int
from hippy.interpreter.vm.debug import DBG

DBGP = "{urn:debugger_protocol_v1}"
XDEBUG = "{https://xdebug.org/dbgp/xdebug}"
HIPPY = "{https://hippy.dev/dbgp}"
SCRIPT = "/tmp/script.php"


class FakeFrame:
    """A place in a Code, with variables."""

    def __init__(self, code: Code, line: int) -> None:
        self.code = code
        self.at = line
        self.func = None
        self.w_this = None
        self.variables = {"x": W_Int(7)}
        self.pc = 0
        self.caller: FakeFrame | None = None

    def back(self) -> FakeFrame | None:
        return self.caller

    def line(self) -> int:
        return self.at

    def scope(self) -> None:
        return None

    def get_variable(self, name: str) -> W_Int | None:
        return self.variables.get(name)

    def variable_names(self) -> list[str]:
        return list(self.variables)


class FakeCode(Code):
    """A Code whose statements are where it is told."""

    def __init__(self, name: str, kind: int, start: int, end: int, lines: list[int]) -> None:
        Code.__init__(self, name, SCRIPT, kind)
        self.start_line = start
        self.end_line = end
        self.statements = lines
        self.ops = [STATEMENT]

    def statement_lines(self) -> list[int]:
        return self.statements


@dataclass
class FakeResult:
    """What code that ran came to."""

    w_value: W_Int | None = None
    error_kind: str = ""
    message: str = ""
    line: int = 0
    start: int = -1
    end: int = -1
    code: int = 0
    compiled: None = None
    is_void: bool = False


@dataclass
class FakeOutput:
    """The switches of the engine's output."""

    unbuffered: bool = False
    watched: bool = False
    levels: list[object] = field(default_factory=list)


@dataclass
class FakeContext:
    """A program: a function from this context to nothing, which visits statements."""

    program: Callable[[FakeContext], None] = lambda ctx: None
    frames: list[FakeFrame] = field(default_factory=list)
    symbols: SymbolTable = field(default_factory=SymbolTable)
    output: FakeOutput = field(default_factory=FakeOutput)
    debug: bool = False
    native_call: None = None
    visited: list[int] = field(default_factory=list)
    ran: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.main = FakeCode("", KIND_FILE, 1, 9, [1, 2, 3, 8])
        self.function = FakeCode("f", KIND_FUNCTION, 4, 7, [5, 6])

    def depth(self, most: int) -> int:
        return len(self.frames)

    def frame_at(self, depth: int) -> FakeFrame | None:
        for inner, outer in zip(self.frames[1:], self.frames, strict=False):
            inner.caller = outer
        return self.frames[-1 - depth] if depth < len(self.frames) else None

    def globals_frame(self) -> FakeFrame:
        return FakeFrame(self.main, 0)

    def codes_of_file(self, path: str) -> list[Code]:
        return [self.main, self.function] if path == SCRIPT else []

    def precision(self) -> int:
        return 14

    def is_virtual_file(self, path: str) -> bool:
        return False

    def load_script(self, path: str) -> None:
        pass

    def finish(self, status: int) -> int:
        return status

    def run_script(self, path: str) -> int:
        try:
            self.program(self)
        except Interrupted:
            return 255
        return 3

    def keep_names(self) -> None:
        pass

    def limit_time(self, running: bool) -> None:
        pass

    def run_interactive(self, code: str, frame: FakeFrame | None) -> FakeResult:
        self.ran.append(code)
        try:
            self.program(self)
        except Interrupted:
            return FakeResult(error_kind="interrupted")
        if code.startswith("bad"):
            return FakeResult(error_kind="compile", message="no good", line=1, start=4, end=6)
        return FakeResult(W_Int(len(code)))

    def evaluate_quietly(self, code: str, compiled: None, frame: FakeFrame) -> FakeResult:
        return FakeResult(W_Int(1)) if code == "1" else FakeResult(error_kind="uncaught")

    # What programs do

    def enter(self, code: Code, line: int) -> None:
        self.frames.append(FakeFrame(code, line))

    def leave(self) -> None:
        self.frames.pop()

    def statement(self, line: int) -> None:
        frame = self.frames[-1]
        frame.at = line
        if DBG.active and (DBG.stepping or frame.code.bps is not None):
            DBG.hook.at_statement(self, frame, frame.code, line)
        self.visited.append(line)


def script(ctx: FakeContext) -> None:
    """Lines 1 to 3, line 3 calls the function, then line 8."""
    ctx.enter(ctx.main, 1)
    for line in (1, 2, 3):
        ctx.statement(line)
    ctx.enter(ctx.function, 5)
    for line in (5, 6):
        ctx.statement(line)
    ctx.leave()
    ctx.statement(8)
    ctx.leave()


@pytest.fixture(autouse=True)
def debugger_off() -> None:
    """Each test leaves the engine's switch as it was."""
    yield
    DBG.active = DBG.stepping = DBG.functions = False
    DBG.hook = None


@dataclass
class Played:
    """All that a session sent, and the status with which it ended."""

    packets: list[ET.Element]
    status: int
    ctx: FakeContext

    def reply(self, number: int) -> ET.Element:
        found = [p for p in self.packets if p.get("transaction_id") == str(number)]
        assert len(found) == 1, [ET.tostring(p) for p in self.packets]
        return found[0]

    def error(self, number: int) -> int:
        error = self.reply(number).find(DBGP + "error")
        return 0 if error is None else int(error.get("code"))

    def stops(self) -> list[str]:
        """The lines of all stops, in order; the status of those without."""
        places = []
        for packet in self.packets:
            if packet.get("status") and packet.find(DBGP + "error") is None:
                message = packet.find(XDEBUG + "message")
                places.append(packet.get("status") if message is None else message.get("lineno"))
        return places


def play(commands: list[str], ctx: FakeContext, repl: bool = False) -> Played:
    """Sends all commands at once, hangs up, and reads what came back."""
    ours, theirs = socket.socketpair()
    for number, command in enumerate(commands, 1):
        name, _, rest = command.partition(" ")
        ours.sendall(f"{name} -i {number} {rest}".encode() + b"\0")
    ours.shutdown(socket.SHUT_WR)
    session = Session(ctx, Channel(theirs.detach()))
    status = session.serve_repl() if repl else session.serve_script(SCRIPT)
    received = b""
    while data := ours.recv(65536):
        received += data
    ours.close()
    return Played([ET.fromstring(xml) for xml in received.split(b"\0")[1::2]], status, ctx)


def data(text: str) -> str:
    return "-- " + base64.b64encode(text.encode()).decode()


def test_init_tells_who_speaks() -> None:
    played = play([], FakeContext())
    init = played.packets[0]
    assert init.tag == DBGP + "init"
    assert init.get("fileuri") == "file://" + SCRIPT
    assert init.get("protocol_version") == "1.0"
    assert init.get("interactive") is None
    assert int(init.get("appid")) > 0
    assert init.findtext(DBGP + "engine") == "Hippy"


def test_a_client_that_goes_away_before_the_script_ends_the_engine() -> None:
    played = play([], FakeContext(script))
    assert (played.status, played.ctx.visited) == (0, [])


def test_a_script_runs_to_its_end_and_its_status_is_the_engines() -> None:
    played = play(["run"], FakeContext(script))
    assert played.stops() == ["stopping"]
    assert (played.status, played.ctx.visited) == (3, [1, 2, 3, 5, 6, 8])


def test_stepping_into_over_and_out() -> None:
    steps = ["step_into", "step_into", "step_into", "step_into", "step_out", "step_into"]
    assert play(steps, FakeContext(script)).stops() == ["1", "2", "3", "5", "8", "stopping"]
    steps = ["step_over"] * 5
    assert play(steps, FakeContext(script)).stops() == ["1", "2", "3", "8", "stopping"]
    assert play(["step_out"], FakeContext(script)).stops() == ["stopping"]


def test_line_breakpoints_stop_and_count() -> None:
    place = f"breakpoint_set -t line -f file://{SCRIPT} -n 4"
    played = play([place, "run", "breakpoint_list", "run"], FakeContext(script))
    assert played.stops() == ["5", "stopping"]
    found = played.reply(3).find(DBGP + "breakpoint")
    assert (found.get("lineno"), found.get("hit_count"), found.get("state")) == (
        "5",
        "1",
        "enabled",
    )


@pytest.mark.parametrize(("condition", "stops"), [("1", ["2"]), ("0", [])])
def test_conditions(condition: str, stops: list[str]) -> None:
    place = "breakpoint_set -t conditional -n 2 " + data(condition)
    played = play([place, "run", "run"], FakeContext(script))
    assert [stop for stop in played.stops() if stop.isdigit()] == stops


def test_stop_ends_the_script_where_it_is() -> None:
    played = play(["step_into", "stop"], FakeContext(script))
    assert played.stops() == ["1", "stopped"]
    assert (played.status, played.ctx.visited) == (0, [])


def test_a_client_that_goes_away_at_a_break_ends_the_script() -> None:
    played = play(["step_into"], FakeContext(script))
    assert (played.status, played.ctx.visited) == (0, [])


def test_detach_lets_the_script_run_on() -> None:
    played = play(["breakpoint_set -t line -n 8", "step_into", "detach"], FakeContext(script))
    assert played.reply(3).get("status") == "stopping"
    assert (played.status, played.ctx.visited) == (3, [1, 2, 3, 5, 6, 8])
    assert not DBG.active


def test_after_the_end_few_commands_are_left() -> None:
    after = ["status", "feature_get -n encoding", "property_get -n $x", "stack_get", "stop"]
    played = play(["run", *after], FakeContext(script))
    assert [played.error(number) for number in range(2, 7)] == [0, 0, 5, 5, 0]
    assert played.reply(2).get("status") == "stopping"
    assert played.reply(6).get("status") == "stopped"


def test_continuing_after_the_end_ends_the_session() -> None:
    played = play(["run", "run", "status"], FakeContext(script))
    assert played.stops() == ["stopping", "stopped"]


def test_before_the_start_there_is_nothing_to_look_at() -> None:
    played = play(["status", "property_get -n $x", "stack_depth", "break"], FakeContext(script))
    assert played.reply(1).get("status") == "starting"
    assert [played.error(number) for number in (2, 3, 4)] == [5, 0, 5]
    assert played.reply(3).get("depth") == "0"


def test_errors_leave_the_program_where_it_is() -> None:
    commands = ["step_into", "xcmd_unknown", "eval", "property_get -n $x -d 9", "step_into"]
    played = play(commands, FakeContext(script))
    assert [played.error(number) for number in (2, 3, 4)] == [4, 3, 301]
    assert played.reply(2).get("status") == "break"
    assert played.stops() == ["1", "2"]


def test_a_packet_that_is_no_command_is_answered() -> None:
    played = play(["step_into", "property_get -n $x['a b']", "status"], FakeContext(script))
    assert played.error(2) == 1
    assert played.reply(2).get("status") is None
    assert played.reply(3).get("status") == "break"


def test_features() -> None:
    commands = [
        "feature_get -n supports_async",
        "feature_get -n interact",
        "feature_get -n xcmd_hippy_check",
        "feature_get -n no_such_thing",
        "feature_set -n max_depth -v 3",
        "feature_get -n max_depth",
        "feature_set -n no_such_thing -v 1",
        "feature_set -n max_data -v -1",
        "feature_set -n encoding -v latin-1",
    ]
    played = play(commands, FakeContext())
    told = [(played.reply(n).get("supported"), played.reply(n).text) for n in (1, 2, 3, 4, 6)]
    assert told == [("1", "1"), ("1", "1"), ("1", "1"), ("0", "0"), ("1", "3")]
    assert played.reply(5).get("success") == "1"
    assert [played.error(number) for number in (7, 8, 9)] == [3, 3, 900]


def test_every_command_is_a_feature() -> None:
    played = play([f"feature_get -n {name}" for name in COMMANDS], FakeContext())
    assert {packet.get("supported") for packet in played.packets[1:]} == {"1"}


def test_interactive_sessions() -> None:
    ctx = FakeContext()
    commands = [
        "status",
        "interact " + data("1+2"),
        "interact " + data("function f() {"),
        "interact " + data("}"),
        "interact " + data("$a = ;"),
        "interact " + data("bad()"),
        "interact -m 0 " + data(""),
        "run",
        "property_get -n $x",
        "stop",
        "status",
    ]
    played = play(commands, ctx, repl=True)
    assert played.packets[0].get("fileuri") == "dbgp://stdin"
    assert played.packets[0].get("interactive") == "php> "
    shape = [
        (reply.get("status"), reply.get("more"), reply.get("prompt"))
        for reply in (played.reply(n) for n in (2, 3, 4, 7))
    ]
    assert shape == [
        ("interactive", "0", "php> "),
        ("interactive", "1", "php{ "),
        ("interactive", "0", "php> "),
        ("interactive", "0", ""),
    ]
    assert played.reply(2).find(DBGP + "property").text == "3"
    assert ctx.ran == ["1+2", "function f() {\n}", "$a = ;", "bad()"]
    wrong = played.reply(6).find(HIPPY + "diagnostic").attrib
    assert wrong == {
        "kind": "compile",
        "line": "1",
        "col": "5",
        "start": "4",
        "end": "6",
        "message": "no good",
    }
    assert [played.error(number) for number in (8, 9)] == [5, 0]
    assert played.reply(10).get("status") == "stopped"
    assert played.packets[-1].get("transaction_id") == "10"


def test_a_snippet_stops_at_a_breakpoint_and_its_value_comes_at_its_end() -> None:
    place = f"breakpoint_set -t line -f {SCRIPT} -n 5"
    commands = [place, "interact " + data("f()"), "stack_get", "step_into", "run", "status"]
    played = play(commands, FakeContext(script), repl=True)
    assert played.stops() == ["5", "6", "interactive", "interactive"]
    assert played.reply(5).find(DBGP + "property").text == "3"
    assert [frame.get("where") for frame in played.reply(3)] == ["f", "{main}"]


def test_stop_ends_only_the_snippet() -> None:
    place = f"breakpoint_set -t line -f {SCRIPT} -n 5"
    commands = [place, "interact " + data("f()"), "stop", "status"]
    played = play(commands, FakeContext(script), repl=True)
    assert [played.reply(n).get("status") for n in (3, 4)] == ["interactive", "interactive"]
    assert played.ctx.visited == [1, 2, 3]


def test_output_is_copied_or_redirected() -> None:
    taken = []

    def talk(ctx: FakeContext) -> None:
        taken.append(DBG.hook.on_output(ctx, "a\0\xff"))

    assert len(play(["run"], FakeContext(talk)).packets) == 2
    played = play(["stdout -c 1", "run"], FakeContext(talk))
    stream = played.packets[2]
    assert stream.tag == DBGP + "stream"
    assert base64.b64decode(stream.text) == b"a\0\xff"
    play(["stdout -c 2", "run"], FakeContext(talk))
    assert taken == [False, False, True]
    played = play(["stdout -c 3", "stderr -c 1", "stderr"], FakeContext())
    assert [played.error(number) for number in (1, 2, 3)] == [3, 0, 3]
    assert played.reply(2).get("success") == "0"


@pytest.mark.parametrize("target", ["", "fd:", "fd:x", "host:port", "127.0.0.1:", "10.0.0.1:9003"])
def test_places_that_are_none(target: str) -> None:
    with pytest.raises(BadTarget):
        open_channel(target)
