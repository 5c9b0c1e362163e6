"""Programs that connect to a client by themselves, as Xdebug's settings say."""

from __future__ import annotations

import os
import socket
import subprocess
from pathlib import Path

import pytest

from hippy.interpreter.dbgp.activation import AT_START, LATE, NEVER, OFF, read_activation
from hippy.tests.dbgp.player import Peer, Player

VARIABLES = ("XDEBUG_MODE", "XDEBUG_CONFIG", "XDEBUG_SESSION", "XDEBUG_SESSION_START",
             "XDEBUG_TRIGGER", "DBGP_IDEKEY")
DEBUG = {"xdebug.mode": "debug"}
TRIGGER = {**DEBUG, "xdebug.start_with_request": "trigger"}


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("ini", "environment", "when"),
    [
        ({}, {}, OFF),
        ({}, {"XDEBUG_SESSION": "1"}, OFF),
        ({"xdebug.mode": "off"}, {}, OFF),
        ({"xdebug.mode": "develop"}, {"XDEBUG_SESSION": "1"}, NEVER),
        ({"xdebug.mode": "develop, debug", "xdebug.start_with_request": "1"}, {}, AT_START),
        ({**DEBUG, "xdebug.start_with_request": ""}, {"XDEBUG_SESSION_START": "1"}, NEVER),
        (DEBUG, {}, LATE),
        (DEBUG, {"XDEBUG_SESSION": "1"}, AT_START),
        (DEBUG, {"XDEBUG_TRIGGER": "1"}, AT_START),
        (DEBUG, {"XDEBUG_PROFILE": "1"}, LATE),
        (DEBUG, {"XDEBUG_SESSION_START": "1"}, AT_START),
        (DEBUG, {"XDEBUG_CONFIG": "idekey=me"}, AT_START),
        (DEBUG, {"XDEBUG_CONFIG": "client_port=9"}, LATE),
        (DEBUG, {"XDEBUG_MODE": "off", "XDEBUG_SESSION": "1"}, OFF),
        ({}, {"XDEBUG_MODE": "debug", "XDEBUG_SESSION": "1"}, AT_START),
        ({**TRIGGER, "xdebug.trigger_value": "a, b"}, {"XDEBUG_TRIGGER": "b "}, AT_START),
        ({**TRIGGER, "xdebug.trigger_value": "a,b"}, {"XDEBUG_TRIGGER": "c"}, LATE),
        ({**TRIGGER, "xdebug.trigger_value": "a"}, {"XDEBUG_SESSION_START": "a"}, LATE),
    ],
)
def test_when(monkeypatch, ini, environment, when):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert read_activation(ini).when == when


def test_where_and_under_which_key(monkeypatch):
    found = read_activation(DEBUG)
    assert (found.host, found.port, found.ide_key) == ("localhost", 9003, "")
    found = read_activation({**DEBUG, "xdebug.client_host": "127.0.0.1",
                             "xdebug.client_port": "9009", "xdebug.idekey": "me"})
    assert (found.host, found.port, found.ide_key) == ("127.0.0.1", 9009, "me")
    monkeypatch.setenv("XDEBUG_CONFIG", "client_host=127.0.0.2 client_port=9010 idekey=you")
    found = read_activation(DEBUG)
    assert (found.host, found.port, found.ide_key) == ("127.0.0.2", 9010, "you")


class Client:
    """A client that listens, and the program that may come to it."""

    def __init__(self, argv: list[str], script: Path, settings: dict[str, str]) -> None:
        self.player: Player | None = None
        self.listener = socket.create_server(("127.0.0.1", 0))
        port = self.listener.getsockname()[1]
        given = {"xdebug.mode": "debug", "xdebug.client_host": "127.0.0.1",
                 "xdebug.client_port": str(port), **settings}
        options = [f"-d{name}={value}" for name, value in given.items()]
        self.process = subprocess.Popen(
            [*argv, *options, str(script)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, env=dict(os.environ))

    def accept(self) -> Player:
        self.listener.settimeout(60)
        connection, _ = self.listener.accept()
        peer = Peer(self.process, connection)
        self.player = Player(None, peer, None)
        assert peer.packet().tag.endswith("init")
        return self.player

    def finish(self) -> tuple[bytes, bytes]:
        """Standard output and the error stream of a program that runs on alone."""
        self.listener.close()
        printed, complaints = self.process.communicate(timeout=60)
        already = b"" if self.player is None else self.player.peer.printed
        return already + printed, complaints


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "script.php"
    path.write_text("<?php\nfunction f() {\n  $x = 5;\n  xdebug_break();\n  echo $x;\n}\n"
                    "@trigger_error('e');\nf();\n")
    return path


def ask(player: Player, command: str) -> dict[str, str]:
    """The attributes of the reply."""
    player.wait(player.send(command))
    return dict(player.reply.attrib)


def test_at_the_start(engine_argv, script):
    client = Client(engine_argv, script, {"xdebug.start_with_request": "yes"})
    player = client.accept()
    assert ask(player, "status")["status"] == "starting"
    assert ask(player, "step_into")["status"] == "break"
    assert ask(player, "detach")["status"] == "stopping"
    assert client.finish() == (b"5", b"")


def test_a_break_in_the_script_connects(engine_argv, script):
    client = Client(engine_argv, script, {"xdebug.start_with_request": "trigger"})
    player = client.accept()
    player.wait(player.send("stack_get"))
    assert [entry.get("where") for entry in player.reply] == ["xdebug_break", "f", "{main}"]
    assert ask(player, "property_get -n $x -d 1")["command"] == "property_get"
    assert ask(player, "run")["status"] == "break"
    assert player.reply[0].get("lineno") == "5"
    player.wait(player.send("property_get -n $x"))
    assert player.reply[0].text == "5"
    assert ask(player, "run")["status"] == "stopping"
    assert ask(player, "stop")["status"] == "stopped"
    assert client.finish() == (b"5", b"")


def test_an_error_connects(engine_argv, script):
    settings = {"xdebug.start_with_request": "trigger", "xdebug.start_upon_error": "yes"}
    client = Client(engine_argv, script, settings)
    player = client.accept()
    player.wait(player.send("stack_get"))
    assert [entry.get("where") for entry in player.reply] == ["trigger_error", "{main}"]
    assert ask(player, "stop")["status"] == "stopped"
    assert client.finish() == (b"", b"")


def test_nobody_asks(engine_argv, tmp_path):
    path = tmp_path / "alone.php"
    path.write_text("<?php echo (int) xdebug_is_debugger_active();")
    client = Client(engine_argv, path, {"xdebug.start_with_request": "trigger"})
    client.process.wait(60)
    client.listener.settimeout(0)
    with pytest.raises(BlockingIOError):
        client.listener.accept()
    assert client.finish() == (b"0", b"")


def test_nobody_listens(engine_argv, script):
    settings = {"xdebug.start_with_request": "yes", "xdebug.client_port": "1"}
    client = Client(engine_argv, script, settings)
    printed, complaints = client.finish()
    assert printed == b"5"
    assert b"no debugging client: cannot connect to 127.0.0.1:1" in complaints


def test_a_client_that_goes_away_ends_the_program(engine_argv, script):
    client = Client(engine_argv, script, {"xdebug.start_with_request": "yes"})
    player = client.accept()
    player.peer.connection.close()
    assert client.finish() == (b"", b"")


