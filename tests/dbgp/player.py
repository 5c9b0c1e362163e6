"""A .dbgp file: a PHP program and a conversation about it, played against an engine.

Sections, each begun by a line `--NAME--`:
  TEST      what the file shows
  FILE      the script; without it the session is interactive (`--repl`)
  SESSION   the conversation, see below
  OUTPUT    all that the engine writes to standard output (optional)
  STATUS    the engine's exit status (optional, 0)
  OURS      why the reference, PHP with Xdebug, is not asked: what it lacks (optional)

Lines of a conversation; `{uri}` and `{file}` stand for the script, `{dir}` for its folder's URI,
`{id}` and other names for the attribute of that name that was told last, `\\n`, `\\0` for bytes:
  -> run                     sends a command and waits for its reply
  -> eval -- $a + 1          what follows ` -- ` is sent in base64
  => run -i x                sends a packet as it is, NUL added; its reply is read by `<~`
  ~> run                     sends a command without waiting
  <- status=break            attributes of the reply to the last `->`; others may be there too
  <- property name=$a | 1    the same of the next element of that name in the reply, and its text
  <- ~property name=$b       skips elements of that name up to one that fits
  <- !property               no further element of that name
  <~ stream type=stdout | a  the same of the next packet that is no reply to a `->`; waits for it
  output TEXT                waits until standard output contains the text
  signal INT                 sends a signal
  close                      the client goes away
A value is `*` for any, or `/regex/`; in double quotes, with \\ before a quote, where it holds
blanks. `attribute=` means that it is absent.
"""

from __future__ import annotations

import base64
import contextlib
import os
import re
import select
import signal
import socket
import subprocess
import tempfile
import time
import xml.etree.ElementTree as ET
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SECTIONS = frozenset(["TEST", "FILE", "SESSION", "OUTPUT", "STATUS", "OURS"])
SECTION = re.compile(r"^--([A-Z]+)--$\n?", re.MULTILINE)
WORD = re.compile(r'[^\s="]+(?:="(?:[^"\\]|\\.)*"(?=\s|$)|=\S*)?')
SECONDS = 150      # more than the machine stands still for a benchmark
ABSENT = ""


class Difference(Exception):
    """The engine did not say what the file expects; the message tells where."""


class BadFile(Exception):
    """A .dbgp file that cannot be understood."""


@dataclass(frozen=True)
class Conversation:
    """One .dbgp file."""

    path: Path
    title: str
    script: bytes | None
    lines: tuple[tuple[int, str], ...]
    output: bytes | None
    status: int
    ours: str | None

    def commands(self) -> set[str]:
        """The names of the commands that are sent."""
        return {text[3:].split()[0] for _, text in self.lines if text[:3] in ("-> ", "~> ")}


def read_conversation(path: Path) -> Conversation:
    """Raises BadFile."""
    text = path.read_bytes().decode("utf-8")
    parts = SECTION.split(text)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    if parts[0].strip() or set(sections) - SECTIONS or not {"TEST", "SESSION"} <= set(sections):
        raise BadFile(f"{path}: sections are {', '.join(sorted(SECTIONS))}")
    before = text[: text.index("--SESSION--")].count("\n") + 1
    lines = [
        (before + number, line.strip())
        for number, line in enumerate(sections["SESSION"].splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    output = sections.get("OUTPUT")
    return Conversation(
        path=path,
        title=sections["TEST"].strip(),
        script=sections["FILE"].encode() if "FILE" in sections else None,
        lines=tuple(lines),
        output=None if output is None else output.encode(),
        status=int(sections.get("STATUS", "0")),
        ours=sections.get("OURS"),
    )


class Peer:
    """An engine that runs, and the connection to it."""

    def __init__(self, process: subprocess.Popen[bytes], connection: socket.socket) -> None:
        self.process = process
        self.connection = connection
        self.received = b""
        self.printed = b""
        self.deadline = time.monotonic() + SECONDS

    def send(self, packet: bytes) -> None:
        self.connection.sendall(packet + b"\0")

    def packet(self) -> ET.Element:
        """The next packet; raises Difference when none comes."""
        while self.received.count(b"\0") < 2:
            self.wait_for(self.connection)
            try:
                data = self.connection.recv(65536)
            except ConnectionError:
                data = b""
            if not data:
                raise Difference("the engine closed the connection")
            self.received += data
        length, xml, self.received = self.received.split(b"\0", 2)
        if int(length) != len(xml):
            raise Difference(f"a packet of {len(xml)} bytes says that it has {int(length)}")
        return parse(xml)

    def wait_for(self, source: socket.socket | object) -> None:
        while True:
            left = self.deadline - time.monotonic()
            if left <= 0:
                raise Difference(f"nothing came for {SECONDS} seconds")
            readable, _, _ = select.select([source, self.process.stdout], [], [], left)
            if self.process.stdout in readable:
                self.read_output()
            if source in readable:
                return

    def read_output(self) -> None:
        data = os.read(self.process.stdout.fileno(), 65536)
        self.printed += data
        if not data:
            time.sleep(0.01)

    def wait_for_output(self, text: bytes) -> None:
        while text not in self.printed:
            if time.monotonic() > self.deadline:
                raise Difference(f"the output {self.printed!r} never contains {text!r}")
            if select.select([self.process.stdout], [], [], 0.1)[0]:
                self.read_output()

    def end(self) -> int:
        """Hangs up; the exit status, with all output read."""
        self.connection.close()
        try:
            rest, _ = self.process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()
            raise Difference("the engine does not end when its client has gone") from None
        self.printed += rest
        return self.process.returncode

    def kill(self) -> None:
        self.connection.close()
        self.process.kill()
        self.process.communicate()


def parse(xml: bytes) -> ET.Element:
    """Xdebug writes NULs as references that XML does not allow."""
    try:
        return ET.fromstring(xml.replace(b"&#0;", b"&#xFFFD;"))
    except ET.ParseError as error:
        raise Difference(f"broken XML ({error}): {xml!r}") from error


def start_engine(argv: list[str], script: Path | None) -> Peer:
    """Our engine with a socket pair."""
    ours, theirs = socket.socketpair()
    with theirs:
        descriptor = theirs.fileno()
        target = ["--repl"] if script is None else [str(script)]
        command = [*argv, "--dbgp", f"fd:{descriptor}", *target]
        return Peer(start(command, [descriptor]), ours)


def start_reference(php: str, script: Path) -> Peer:
    """PHP with Xdebug, which connects to a port of ours."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        settings = {
            "mode": "debug",
            "start_with_request": "yes",
            "client_host": "127.0.0.1",
            "client_port": listener.getsockname()[1],
        }
        command = [php, "-n", "-dzend_extension=xdebug.so"]
        command += [f"-dxdebug.{name}={value}" for name, value in settings.items()]
        process = start([*command, str(script)], [])
        listener.settimeout(SECONDS)
        return Peer(process, listener.accept()[0])


def start(command: list[str], descriptors: list[int]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        pass_fds=descriptors,
    )


def play(conversation: Conversation, engine: list[str] | None, reference: str | None) -> None:
    """Plays against our engine, or against the reference; raises Difference."""
    with tempfile.TemporaryDirectory() as folder:
        script = None
        if conversation.script is not None:
            script = Path(os.path.realpath(folder)) / "script.php"
            script.write_bytes(conversation.script)
        if reference is not None:
            peer = start_reference(reference, script)
        else:
            peer = start_engine(engine, script)
        try:
            Player(conversation, peer, script).play()
            compare_ending(conversation, peer, peer.end(), reference is not None)
        finally:
            peer.kill()


def compare_ending(conversation: Conversation, peer: Peer, status: int, is_reference: bool) -> None:
    if conversation.output is not None and peer.printed.rstrip() != conversation.output.rstrip():
        raise Difference(f"the output is {peer.printed!r}, not {conversation.output!r}")
    if status != conversation.status and not is_reference:
        shown = peer.printed.decode("utf-8", "replace")
        raise Difference(f"the exit status is {status}, not {conversation.status}: {shown}")


class Player:
    """The state of a conversation: the last reply, and packets that nobody asked for."""

    def __init__(self, conversation: Conversation, peer: Peer, script: Path | None) -> None:
        self.conversation = conversation
        self.peer = peer
        self.script = script
        self.transaction = 0
        self.reply: ET.Element | None = None
        self.elements: Iterator[ET.Element] = iter(())
        self.others: deque[ET.Element] = deque()
        self.seen: dict[str, str] = {}

    def play(self) -> None:
        welcome = self.peer.packet()
        if self.conversation.lines[0][1].startswith("<~ init"):
            self.others.append(welcome)
        for number, text in self.conversation.lines:
            try:
                self.line(text)
            except Difference as error:
                where = f"{self.conversation.path.name}:{number}: {text}"
                shown = "" if self.reply is None else "\n" + show(self.reply)
                raise Difference(f"{where}\n{error}{shown}") from None

    def line(self, text: str) -> None:
        word, _, rest = text.partition(" ")
        if word == "->":
            self.wait(self.send(rest))
        elif word == "~>":
            self.send(rest)
        elif word == "=>":
            self.peer.send(self.filled(rest).encode())
        elif word == "<-":
            self.compare_reply(rest)
        elif word == "<~":
            self.reply = self.others.popleft() if self.others else self.peer.packet()
            self.elements = self.reply.iter()
            self.compare_packet(rest)
        elif word == "output":
            self.peer.wait_for_output(rest.encode())
        elif word == "signal":
            self.peer.process.send_signal(signal.Signals["SIG" + rest])
        elif word == "close":
            self.peer.connection.close()
        else:
            raise BadFile(f"{self.conversation.path}: {text}")

    def filled(self, text: str) -> str:
        known = {"id": "", "filename": "", **self.seen}
        if self.script is not None:
            known["uri"] = f"file://{self.script}"
            known["file"] = str(self.script)
            known["dir"] = f"file://{self.script.parent}"
        return re.sub(r"\{(\w+)\}", lambda match: known.get(match[1], match[0]), text)

    def send(self, text: str) -> str:
        self.transaction += 1
        command, dashes, data = self.filled(text).partition(" -- ")
        name, _, options = command.partition(" ")
        line = f"{name} -i {self.transaction}" + (f" {options}" if options else "")
        packet = line.encode()
        if dashes:
            packet += b" -- " + base64.b64encode(unescaped(data))
        self.peer.send(packet)
        return str(self.transaction)

    def wait(self, transaction: str) -> None:
        while True:
            packet = self.peer.packet()
            if packet.get("transaction_id") == transaction:
                self.reply = packet
                self.elements = packet.iter()
                next(self.elements)
                return
            self.others.append(packet)

    def compare_reply(self, text: str) -> None:
        if self.reply is None:
            raise BadFile("there is no reply yet")
        words, content = split(self.filled(text))
        element = self.reply
        if words and words[0].startswith("!"):
            if self.find(words[0][1:]) is not None:
                raise Difference(f"there is a <{words[0][1:]}>")
            return
        if words and words[0].startswith("~"):
            element = self.find_fitting(words[0][1:], words[1:], content)
            words = words[1:]
        elif words and "=" not in words[0]:
            element = self.find(words[0])
            if element is None:
                raise Difference(f"there is no further <{words[0]}>")
            words = words[1:]
        self.seen.update(element.attrib)
        compare(element, words, content)

    def compare_packet(self, text: str) -> None:
        words, content = split(self.filled(text))
        if words and "=" not in words[0]:
            if local(self.reply.tag) != words[0]:
                raise Difference(f"the packet is no <{words[0]}>")
            words = words[1:]
        next(self.elements)
        compare(self.reply, words, content)

    def find_fitting(self, tag: str, words: list[str], content: str | None) -> ET.Element:
        while (element := self.find(tag)) is not None:
            with contextlib.suppress(Difference):
                compare(element, words, content)
                return element
        raise Difference(f"there is no further <{tag}> like that")

    def find(self, tag: str) -> ET.Element | None:
        return next((found for found in self.elements if local(found.tag) == tag), None)


def split(text: str) -> tuple[list[str], str | None]:
    """What is said of attributes, and of the text behind a bar (None without one)."""
    match = re.fullmatch(r"(.*?)(?:(?:^| )\|(?: (.*))?)?", text)
    bar = len(match[1]) < len(text)
    return WORD.findall(match[1]), (match[2] or "") if bar else None


def unquoted(text: str) -> str:
    if len(text) > 1 and text[0] == text[-1] == '"':
        return re.sub(r"\\(.)", r"\1", text[1:-1])
    return text


def compare(element: ET.Element, words: list[str], content: str | None) -> None:
    for word in words:
        name, _, wanted = word.partition("=")
        wanted = unquoted(wanted)
        found = {local(key): value for key, value in element.attrib.items()}.get(name)
        if wanted == ABSENT and not word.endswith('=""'):
            if found:
                raise Difference(f"there is an attribute {name}={found!r}")
        elif found is None or not fits(wanted, found):
            raise Difference(f"{name} is {found!r}, not {wanted!r}")
    if content is not None and not fits(content, text_of(element)):
        raise Difference(f"the text is {text_of(element)!r}, not {content!r}")


def fits(wanted: str, found: str) -> bool:
    if wanted == "*":
        return True
    if len(wanted) > 1 and wanted.startswith("/") and wanted.endswith("/"):
        return re.fullmatch(wanted[1:-1], found, re.DOTALL) is not None
    return found == unescaped(wanted).decode("utf-8", "replace")


def text_of(element: ET.Element) -> str:
    """An element's text, decoded; with extended properties it is inside <value>."""
    value = next((child for child in element if local(child.tag) == "value"), element)
    text = value.text or ""
    if value.get("encoding") == "base64":
        return base64.b64decode(text).decode("utf-8", "replace")
    return text


def unescaped(text: str) -> bytes:
    return text.replace("\\n", "\n").replace("\\0", "\0").encode()


def local(name: str) -> str:
    return name.rpartition("}")[2]


def show(element: ET.Element) -> str:
    """The reply, without namespaces, for a message."""
    text = ET.tostring(element, encoding="unicode")
    return re.sub(r' xmlns:\w+="[^"]*"|(?<=<)ns\d:|(?<=</)ns\d:', "", text)
