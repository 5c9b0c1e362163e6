"""Random and broken packets: the engine answers every one, and neither crashes nor hangs.

A few hundred in every run of the tests; `--packets 100000` asks for more, `--seed N` repeats a run.
"""

from __future__ import annotations

import base64
import contextlib
import random
import signal
import socket
import subprocess
import time
import xml.etree.ElementTree as ET
from pathlib import Path

from hippy.interpreter.dbgp.commands import COMMANDS

LIMIT = 180.0
BATCH = 25
SCRIPT = r"""<?php
class Base { private $own = 1; protected static $all = []; public $next; }
class Node extends Base {
    public function __construct(public array $items = [], public ?Node $up = null) {
        static::$all[] = $this;
    }
    public function sum($n) {
        $total = 0;
        foreach (array_map(fn($x) => $x * $n, $this->items) as $item) {
            $total += $item;
        }
        return $total;
    }
}
function deep($n, ...$rest) {
    $local = [[1, 'k' => [true, null, 1.5]], "text\0\xff\n"];
    if ($n > 0) {
        return deep($n - 1, $n);
    }
    xdebug_notify($local);
    return strlen($local[1]);
}
const ANSWER = 42;
for ($i = 0; $i < 50; $i++) {
    $node = new Node([1, 2, $i], $node ?? null);
    $node->next = $node;
    echo $node->sum($i), deep(4), "\n";
    try {
        if ($i % 5 == 0) {
            throw new RuntimeException("odd $i");
        }
    } catch (Exception $e) {
        $undefined;
    }
}
"""
SNIPPETS = [
    "1 + 1", "$i", "$node", "$this", "$i > 3", "$node->items[1] = [1, [2]]", "echo 'x';", "$a = ",
    "function f", "throw new Exception('e');", "new Node", "$GLOBALS", "missing()", "if (1) {", "",
    "'\\\\", "\x80\xff\0", "return 1;", "class Q {}", "[1, 2, 3][$i] ?? null", "<?php 1",
    "static fn", "$total++; $total", "str_repeat('x', 100000)", "range(1, 500)",
    "const X = 1;", "unset($local)",
]
NAMES = [
    "$i", "i", "$node", "$node->items", "$node->items[1]", '$local[0]["k"][1]', "$node->*Base*own",
    "::all", "$this", "$this::all", "$nowhere", "", "$", "::", "$local[", '$local["', "$a->{\"",
    "->", "ANSWER", "$GLOBALS", "$_SERVER", "deep", "Node::sum", "Node", "strlen", "max_depth",
    "max_data", "max_children", "extended_properties", "notify_ok", "resolved_breakpoints",
    "encoding", "breakpoint_details", "breakpoint_include_return_value", "hippy_watch",
    "hippy_arguments", "hippy_exact_floats", "hippy_unfinished_lines", "hippy_last_parts",
    "hippy_eval_messages",
]
NUMBERS = ["0", "1", "2", "5", "9", "14", "23", "28", "-1", "99", "10001", "9223372036854775807",
           "99999999999999999999", "1.5", "0x10", "+3", ""]
WORDS = ["line", "conditional", "call", "return", "exception", "watch", "enabled", "disabled", ">=",
         "==", "%", "bool", "int", "float", "string", "UTF-8", "iso-8859-1", "*", "Exception",
         "Warning", "hippy:uncaught", "{uri}", "{uri}x", "file://", "dbgp://1", "dbgp://stdin",
         '""', '"a b"', '"\\"', '"', "\x01", "é", "x" * 5000]
ENDINGS = {"run", "step_into", "step_over", "step_out", "stop", "detach"}
COMMON = sorted(set(COMMANDS) - {"stop", "detach", "run"})


class Fuzzer:
    """Makes packets; the same seed makes the same ones."""

    def __init__(self, seed: int, uri: str) -> None:
        self.random = random.Random(seed)
        self.uri = uri
        self.number = 0

    def packet(self) -> bytes:
        """A packet without its NUL: sound, broken, or noise."""
        kind = self.random.random()
        if kind < 0.05:
            return self.noise()
        packet = self.command()
        return self.broken(packet) if kind < 0.35 else packet

    def command(self) -> bytes:
        self.number += 1
        choose = self.random.choice
        name = choose(COMMON) if self.random.random() < 0.985 else choose(sorted(ENDINGS))
        parts = [name, f"-i {self.number}"]
        for _ in range(self.random.randrange(5)):
            parts.append(f"-{choose('tfnmaxhorsdcpveiqi')} {self.value()}")
        if name == "breakpoint_set" and self.random.random() < 0.5:
            parts.append(f"-t line -n {choose(NUMBERS)} -f {self.uri}")
        line = " ".join(parts).encode("utf-8")
        if self.random.random() < 0.4:
            line += b" -- " + base64.b64encode(choose(SNIPPETS).encode("latin-1"))
        return line

    def value(self) -> str:
        values = self.random.choice((NAMES, NUMBERS, WORDS))
        text = self.random.choice(values).replace("{uri}", self.uri)
        if '"' in text and self.random.random() < 0.5:
            text = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
        return text

    def broken(self, packet: bytes) -> bytes:
        data = bytearray(packet)
        for _ in range(self.random.randrange(1, 4)):
            if not data:
                break
            at = self.random.randrange(len(data))
            match self.random.randrange(5):
                case 0:
                    data[at] = self.random.randrange(1, 256)
                case 1:
                    del data[at:at + self.random.randrange(1, 9)]
                case 2:
                    data[at:at] = bytes(self.random.randrange(1, 256) for _ in range(3))
                case 3:
                    del data[at:]
                case 4:
                    data += data[at:at + 20]
        return bytes(data.replace(b"\0", b"0"))

    def noise(self) -> bytes:
        size = self.random.choice((0, 1, 2, 7, 60, 3000))
        return bytes(self.random.randrange(1, 256) for _ in range(size))


class Engine:
    """An engine that is fuzzed, and what it answers."""

    def __init__(self, argv: list[str], script: Path, complaints: Path) -> None:
        ours, theirs = socket.socketpair()
        with theirs, complaints.open("ab") as errors:
            command = [*argv, "--dbgp", f"fd:{theirs.fileno()}", str(script)]
            self.process = subprocess.Popen(
                command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=errors)
        self.connection = ours
        self.received = b""
        assert self.packet().tag.endswith("init")

    def packet(self) -> ET.Element | None:
        """The next packet, None at the end; raises TimeoutError."""
        while self.received.count(b"\0") < 2:
            self.connection.settimeout(LIMIT)
            try:
                data = self.connection.recv(1 << 16)
            except ConnectionError:
                data = b""
            if not data:
                assert not self.received, "the engine ended in the middle of a packet"
                return None
            self.received += data
        length, text, self.received = self.received.split(b"\0", 2)
        assert int(length) == len(text)
        return ET.fromstring(text.replace(b"&#0;", b"&#xFFFD;"))

    def exchange(self, packets: list[bytes]) -> bool:
        """Sends packets and takes a reply for each; False when the engine has ended."""
        with contextlib.suppress(ConnectionError):
            self.connection.sendall(b"".join(packet + b"\0" for packet in packets))
        for _ in packets:
            while True:
                reply = self.packet()
                if reply is None:
                    return False
                if reply.tag.endswith("response"):
                    break
        return True

    def end(self) -> int:
        """Hangs up; the exit status."""
        self.connection.close()
        deadline = time.monotonic() + LIMIT
        while self.process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.005)
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            raise TimeoutError("the engine does not end when its client has gone")
        return self.process.wait()


def fuzz(argv: list[str], folder: Path, packets: int, seed: int) -> int:
    """Sends that many packets to as many engines as they end; how many engines that were."""
    script, complaints = folder / "script.php", folder / "complaints"
    script.write_text(SCRIPT)
    complaints.touch()
    fuzzer = Fuzzer(seed, f"file://{script}")
    sent = engines = 0
    while sent < packets:
        engine = Engine(argv, script, complaints)
        engines += 1
        goes_on = True
        batch: list[bytes] = []
        try:
            while goes_on and sent < packets:
                batch = [fuzzer.packet() for _ in range(fuzzer.random.randrange(1, BATCH))]
                sent += len(batch)
                goes_on = engine.exchange(batch)
            status = engine.end()
        except Exception:
            engine.process.kill()
            print(f"seed {seed}, packet {sent}, one of:")
            print(*batch, sep="\n")
            raise
        assert status in (0, 1, 255), f"exit status {status} after packet {sent}: {batch}"
        assert complaints.read_bytes() == b"", f"after packet {sent}: {batch}"
    return engines


def test_packets(engine_argv, tmp_path, pytestconfig):
    packets = pytestconfig.getoption("packets")
    seed = pytestconfig.getoption("seed")
    engines = fuzz(engine_argv, tmp_path, packets, seed)
    print(f"{packets} packets, {engines} engines, seed {seed}")
