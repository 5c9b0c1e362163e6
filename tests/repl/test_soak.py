"""A person who types, pastes, interrupts and kills engines at random: hippy-repl bears it.

`--soak SECONDS` says for how long. What is asserted: the front end never ends, no answer takes more
than a second of an idle machine, every input that was run is in the history, and nothing is left
behind.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest
from prompt_toolkit.history import FileHistory

from hippy.tests.repl.terminal import Terminal, in_session

MAIN = Path(__file__).resolve().parents[2] / "main.py"
PATIENCE = 1.0
NEW_ENGINE = 20.0
KEYS = [
    "\x01", "\x05", "\x0b", "\x15", "\x17", "\x12", "\x07", "\t", "\x7f", "\x08", "\x1b",
    "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[3~", "\x1b[H", "\x1b[F", "\x1b\r", "\x1b[Z",
    "\x1bb", "\x14", "\x19", "\x1f",
]
TEXTS = [
    "$a", "[1, 2", "foreach ($a as $k => $v) {", "}", ")", "'open", '"open $a[', "<<<E\n", "\\",
    "é日本", "// note", "/* note", "class C { public $x", "function g($n) { return", ";", "$a->",
    "C::", ":ls str", ":undo", ":help", ":nothing", "\u200b", "array_", "#[A]", "match(true) {",
    "<?php 1", "?>", "`ls",
]
STATEMENTS = [
    "$n = $n ?? 0; $n++", "$list[] = str_repeat('x', 1000)", "while (true);", "sleep(100)",
    "usort($list, function ($a, $b) { while (true); })",
    "for ($i = 0; $i < 100000; $i++) $m = $i;", "function g($n) {\rreturn $n * 2;\r}", "g(2)",
    "class C { public $x = 1; }", "$c = new C; $c->x = $n", "throw new Exception('x')",
    "(function () { exit(3); })()", "function d($n) { return d($n) + 1; }",
    "d(1)", "class C { abstract function f(); }", "echo 'no newline'",
    "echo \"\\x1b]0;title\\x07\"",
    ":vars", ":ls", ":undo", ":undo 3", ":show g", ":type $n", ":time 1 + 1", "1 +* 2",
    "nothing()", "$undefined", "var_dump($c)", "range(1, 3000)",
]


class Person:
    """Does things to a terminal. `slowest`: the longest that an answer took, `before_slowest` what
    was done last before it; `sent`: what ran.
    """

    def __init__(self, terminal: Terminal, seed: int) -> None:
        self.terminal = terminal
        self.random = random.Random(seed)
        self.sent: list[str] = []
        self.done: list[str] = []
        self.slowest = 0.0
        self.before_slowest: list[str] = []

    def note(self, what: str) -> None:
        self.done = [*self.done[-30:], what]

    def type(self, text: str) -> None:
        self.terminal.type(text)
        self.note(f"type {text!r}")

    def pause(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and self.terminal.read(deadline):
            pass

    def act(self) -> None:
        match self.random.randrange(10):
            case 0 | 1:
                self.type(self.random.choice(TEXTS))
            case 2:
                for _ in range(self.random.randrange(1, 8)):
                    self.type(self.random.choice(KEYS))
            case 3:
                self.paste()
            case 4 | 5 | 6:
                self.give_up()
                self.type(self.random.choice(STATEMENTS) + "\r")
                self.pause(self.random.choice((0, 0.01, 0.1, 0.3)))
            case 7:
                self.type("\x03")
            case 8:
                self.kill()
            case 9:
                self.type("".join(chr(self.random.randrange(32, 127)) for _ in range(30)))
        self.pause(self.random.choice((0, 0, 0.02, 0.2)))

    def paste(self) -> None:
        text = "\n".join(self.random.choice(TEXTS + STATEMENTS)
                         for _ in range(self.random.randrange(1, 30)))
        self.type(f"\x1b[200~{text}\x1b[201~")

    def kill(self) -> None:
        found = [pid for pid in in_session(self.terminal.process.pid)
                 if pid != self.terminal.process.pid]
        if found:
            victim = self.random.choice((min(found), max(found), self.random.choice(found)))
            os.kill(victim, signal.SIGKILL)
            self.note(f"kill {victim} of {found}")

    def give_up(self) -> None:
        """Ctrl-C until there is a new prompt: code that runs ends, what is typed goes."""
        before = self.terminal.prompts
        if not self.answer(lambda: self.terminal.prompts > before, "\x03"):
            raise AssertionError(self.story("no prompt after Ctrl-C"))

    def ask(self, number: int) -> None:
        """An input that has to be answered; again if what was typed ahead got in its way."""
        text = f'"asked {number}"'
        self.sent.append(text)
        for _ in range(5):
            self.give_up()
            self.type(text + "\r")
            if self.answer(lambda: f'= "asked {number}"' in shown(self.terminal)):
                return
        raise AssertionError(self.story(f"no answer to {text}"))

    def answer(self, is_there, key: str = "") -> bool:
        """Waits for an answer; the time in which this process itself stood still does not count."""
        waited, pressed, began = 0.0, 0.0, time.monotonic()
        fresh = not self.others()
        if key:
            self.type(key)
        while not is_there():
            now = time.monotonic()
            took, began = min(now - began, 0.1), now
            waited += took
            pressed += took
            if key and pressed > 0.25:
                # Two signals that come too fast are one; the third in a row ends the engine.
                self.type(key)
                pressed = 0.0
            fresh = fresh or not self.others()
            if self.terminal.process.poll() is not None:
                raise AssertionError(self.story("it has ended"))
            if waited > (NEW_ENGINE if fresh else 3 * PATIENCE):
                return False
            self.terminal.read(now + 0.05)
        if not fresh:
            # A machine with more to do than it has processors is slower by as much.
            waited /= max(1.0, os.getloadavg()[0] / os.cpu_count())
            if waited > self.slowest:
                self.slowest = waited
                self.before_slowest = self.done[-8:]
        return True

    def others(self) -> bool:
        return len(in_session(self.terminal.process.pid)) > 1

    def story(self, end: str) -> str:
        return "\n".join([*self.done, end, shown(self.terminal)])


def shown(terminal: Terminal) -> str:
    return "\n".join("".join(line).rstrip() for line in terminal.lines[terminal.top:])


def test_soak(engine_kind, tmp_path, pytestconfig):
    if not pytestconfig.getoption("soak"):
        pytest.skip("--soak SECONDS runs it")
    seed = random.randrange(1 << 30)
    env = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path),
           "TERM": "xterm", "NO_COLOR": "1",
           "EDITOR": "true"}
    terminal = Terminal([sys.executable, str(MAIN), "repl", f"--engine={engine_kind}"], env,
                        str(tmp_path))
    person = Person(terminal, seed)
    print("seed", seed)
    try:
        terminal.wait_for_prompt(1)
        end = time.monotonic() + pytestconfig.getoption("soak")
        number = 0
        while time.monotonic() < end:
            for _ in range(person.random.randrange(1, 6)):
                person.act()
            number += 1
            person.ask(number)
            terminal.forget()
        person.give_up()
        terminal.type("\x04")
        assert terminal.finish() == 0
    finally:
        terminal.close()
    kept = list(FileHistory(str(tmp_path / "hippy" / "history")).load_history_strings())
    kept.reverse()
    assert list(dict.fromkeys(text for text in kept if text in set(person.sent))) == person.sent
    print(f"{number} rounds, the slowest answer {person.slowest:.2f} s, after:")
    print(*person.before_slowest, sep="\n")
    assert person.slowest < PATIENCE
    deadline = time.monotonic() + 10
    while in_session(terminal.process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert in_session(terminal.process.pid) == []


@pytest.fixture(autouse=True)
def needs_proc():
    if not os.path.isdir("/proc/self"):
        pytest.skip("the processes of a session are found in /proc")
