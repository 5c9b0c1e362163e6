"""An engine without PHP, for what a real one should never do.

Usage: fake_engine.py SCENARIO --dbgp fd:N ...  A scenario is a function that gets the connection
and does all that this engine does, from <init> on.
"""

import base64
import os
import re
import signal
import socket
import sys

HEAD = (
    'xmlns="urn:debugger_protocol_v1" xmlns:xdebug="https://xdebug.org/dbgp/xdebug"'
    ' xmlns:hippy="https://hippy.dev/dbgp"'
)


class Wire:
    """The engine's end of the conversation."""

    def __init__(self, endpoint):
        self.endpoint = endpoint
        self.pending = b""

    def send(self, xml):
        self.send_bytes(b"%d\0%s\0" % (len(xml.encode()), xml.encode()))

    def send_bytes(self, data):
        self.endpoint.sendall(data)

    def init(self):
        self.send(f'<init {HEAD} fileuri="dbgp://stdin" language="PHP"'
                  ' xdebug:language_version="8.2.36"'
                  ' protocol_version="1.0" appid="1"><engine version="0.0">Fake</engine></init>')

    def command(self):
        """(name, transaction id, options, data) of the next command; ends the process at EOF."""
        while b"\0" not in self.pending:
            data = self.endpoint.recv(65536)
            if not data:
                sys.exit(0)
            self.pending += data
        line, _, self.pending = self.pending.partition(b"\0")
        text, _, encoded = line.partition(b" -- ")
        words = text.decode().split(" ")
        options = dict(re.findall(r'-(\w) ("(?:\\.|[^"])*"|\S+)', " ".join(words[1:])))
        return words[0], options["i"], options, base64.b64decode(encoded).decode()

    def reply(self, name, transaction, attributes="", content=""):
        self.send(f'<response {HEAD} command="{name}" transaction_id="{transaction}" {attributes}>'
                  f"{content}</response>")


def property_of(text, attributes='type="string"'):
    data = text.encode()
    return (f'<property {attributes} size="{len(data)}" encoding="base64">'
            f"{base64.b64encode(data).decode()}</property>")


def answer(wire, name, transaction, options, data):
    """What any engine says; False for commands that are a scenario's own business."""
    if name == "feature_get":
        wire.reply(name, transaction, f'feature_name="{options["n"]}" supported="1"', "1")
    elif name == "feature_set":
        wire.reply(name, transaction, f'feature="{options["n"]}" success="1"')
    elif name == "stop":
        wire.reply(name, transaction, 'status="stopped" reason="ok"')
        sys.exit(0)
    elif name == "xcmd_hippy_check":
        state = "complete" if data.count("{") <= data.count("}") else "incomplete"
        wire.reply(name, transaction, "",
                   f'<hippy:check state="{state}" expects="{"{" * (state != "complete")}"/>')
    else:
        return False
    return True


def echo(wire):
    """interact gives its code back as a string; some words do harm."""
    wire.init()
    while True:
        name, transaction, options, data = command = wire.command()
        if answer(wire, *command):
            continue
        if data == "crash":
            os.kill(os.getpid(), signal.SIGKILL)
        elif data == "garbage":
            wire.send_bytes(b"not a packet of the protocol at all\0")
        elif data == "exit":
            wire.reply(name, transaction, 'status="interactive" more="0"',
                       '<hippy:diagnostic kind="exit" code="3" message=""/>')
        elif data == "wrong":
            wire.reply(name, transaction, 'status="interactive" more="0"',
                       '<hippy:diagnostic kind="parse" line="1" col="3" start="2" end="4"'
                       ' message="syntax error"/>')
        elif name in ("interact", "eval"):
            wire.reply(name, transaction, 'status="interactive" more="0"', property_of(data))
        else:
            wire.reply(name, transaction, "",
                       '<error code="4"><message>unimplemented command</message></error>')


def streams(wire):
    """Output, a notification and the reply to another command come before the reply."""
    wire.init()
    name, transaction, _, _ = wire.command()
    encoded = base64.b64encode(b"printed\xff").decode()
    wire.send(f'<stream {HEAD} type="stdout" encoding="base64">{encoded}</stream>')
    wire.send(f'<notify {HEAD} name="hippy_jit_loop"><loop id="1"/></notify>')
    wire.reply("break", "99", 'success="1"')
    wire.reply(name, transaction, 'status="break" reason="ok"',
               '<xdebug:message filename="file:///a%20b.php" lineno="7"/>')
    wire.command()


def busy(wire):
    """`run` is answered only after a `break`."""
    wire.init()
    while True:
        name, transaction, options, data = command = wire.command()
        if answer(wire, *command):
            continue
        broken, other, _, _ = wire.command()
        wire.reply(broken, other, 'success="1"')
        wire.reply(name, transaction, 'status="break" reason="ok"',
                   '<xdebug:message filename="file:///x.php" lineno="2"/>')


def stubborn(wire):
    """Never answers when it runs something."""
    wire.init()
    while answer(wire, *wire.command()):
        pass
    os.write(1, b"It runs.\n")
    while True:
        signal.pause()


def restored_before(wire):
    """Another process takes over, and has the command that nobody had read: it runs already."""
    restored(wire, "running")


def restored_after(wire):
    """Another process takes over, and does not know of the command."""
    restored(wire, "interactive")


def restored(wire, status):
    wire.init()
    name, transaction, _, data = wire.command()
    wire.send(f'<notify {HEAD} name="restored" hippy:process="{os.getpid()}"'
              ' hippy:statements="0"/>')
    probe, other, _, _ = wire.command()
    wire.reply(probe, other, f'status="{status}" reason="ok"')
    if status == "running":
        wire.reply(name, transaction, 'status="interactive" more="0"', property_of(data))
    wire.command()


def dies_halfway(wire):
    wire.init()
    wire.command()
    wire.send_bytes(b"1000\0<response")
    sys.exit(7)


def no_length(wire):
    wire.send_bytes(b"<init></init> is what comes here\0")
    wire.endpoint.recv(1)


def broken_xml(wire):
    wire.send("<init><unclosed></init>")
    wire.endpoint.recv(1)


def wrong_length(wire):
    wire.send_bytes(b"3\0<init/>\0")
    wire.endpoint.recv(1)


def wrong_element(wire):
    wire.send(f"<response {HEAD}/>")
    wire.endpoint.recv(1)


def one_byte_at_a_time(wire):
    whole = wire.send_bytes

    def send_slowly(data):
        for position in range(len(data)):
            whole(data[position:position + 1])

    wire.send_bytes = send_slowly
    echo(wire)


def silent_end(wire):
    sys.exit(5)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    descriptor = int(sys.argv[sys.argv.index("--dbgp") + 1].removeprefix("fd:"))
    globals()[sys.argv[1]](Wire(socket.socket(fileno=descriptor)))
