"""A terminal for tests: a program on a pty, and what a person would see of it.

It knows the escape sequences that the front ends use and fails on others. Nothing waits for a time:
the program is ready for input when it has switched bracketed paste on.
"""

from __future__ import annotations

import base64
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from pathlib import Path

from wcwidth import wcwidth

SEQUENCE = re.compile(
    r"\x1b(?:\[([?>]?)([0-9;]*)([A-Za-z@`])|\]([^\x07\x1b]*)(?:\x07|\x1b\\)|([=>78]))"
)
PARTIAL = re.compile(r"\x1b(?:\[[?>]?[0-9;]*|\][^\x07\x1b]*\x1b?)?\Z")
LIMIT = 60.0


class Terminal:
    """A program and its screen. `lines` are all lines so far, those scrolled out of sight too."""

    def __init__(
        self, argv: list[str], env: dict[str, str], cwd: str | None = None,
        columns: int = 80, rows: int = 24,
    ) -> None:
        self.columns, self.rows = columns, rows
        self.lines: list[list[str]] = [[" "] * columns]
        self.top = self.row = self.column = 0
        self.prompts = 0
        self.ended = False
        self.pending = ""
        self.undecoded = b""
        self.clipboard = b""
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.process = subprocess.Popen(
            argv, stdin=slave, stdout=slave, stderr=slave, cwd=cwd, env=env,
            start_new_session=True, preexec_fn=take_terminal,
        )
        os.close(slave)

    # Input

    def type(self, text: str) -> None:
        os.write(self.master, text.encode())

    def enter(self, *inputs: str) -> str:
        """Types each input when the prompt stands and waits for the next prompt; `text()`."""
        for text in inputs:
            self.wait_for_prompt(self.prompts or 1)
            number = self.prompts
            self.type(text + "\r")
            self.wait_for_prompt(number + 1)
        return self.text()

    def wait_for_prompt(self, number: int) -> None:
        """Waits until the program asks for its input with this number, counted from 1."""
        self.wait(lambda: self.prompts >= number, f"prompt {number}")

    def wait_for_text(self, text: str) -> None:
        self.wait(lambda: text in self.text(), repr(text))

    def press_until(self, key: str, text: str) -> None:
        """Presses a key, if need be again: two signals that come too fast are one.

        Not after a second: so long an engine may sleep that missed a signal on the way to sleep,
        and another Ctrl-C throws away what it has just answered to the first.
        """
        for _ in range(10):
            self.type(key)
            deadline = time.monotonic() + 2.5
            while text not in self.text() and self.read(deadline):
                pass
            if text in self.text():
                return
        raise AssertionError(f"pressed in vain for {text!r}:\n{self.text()}")

    def wait(self, is_there, what: str) -> None:
        # A machine that stood still has not made the program late.
        waited, before = 0.0, time.monotonic()
        while not is_there():
            if waited > LIMIT or self.ended:
                raise AssertionError(f"waited in vain for {what}:\n{self.text()}")
            self.read(before + 0.5)
            now = time.monotonic()
            waited += min(now - before, 1.0)
            before = now

    def finish(self) -> int:
        """Waits for the program's end; its exit status."""
        self.wait(lambda: self.ended, "the end")
        return self.process.wait(LIMIT)

    def engine(self) -> int:
        """The process id of the engine: what the program started last."""
        threads = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return int(" ".join(thread.read_text() for thread in threads).split()[-1])

    def close(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        os.close(self.master)

    def read(self, deadline: float) -> bool:
        """Takes some output; False at its end or when the time is up."""
        ready, _, _ = select.select([self.master], [], [], max(0, deadline - time.monotonic()))
        if not ready:
            return False
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            data = b""
        self.ended = not data
        self.feed(data)
        return bool(data)

    # Output

    def text(self) -> str:
        """Everything that was shown, without the blanks at the ends of lines."""
        lines = ["".join(line).rstrip() for line in self.lines]
        return "\n".join(lines).rstrip("\n") + "\n"

    def forget(self, kept: int = 100) -> None:
        """Drops lines that have scrolled out of sight, all but the last ones."""
        gone = max(0, self.top - kept)
        del self.lines[:gone]
        self.row -= gone
        self.top -= gone

    def feed(self, data: bytes) -> None:
        data = self.undecoded + data
        text = data.decode("utf-8", "ignore")
        # Only the end can be an unfinished character; the front ends write UTF-8.
        self.undecoded = data[len(text.encode()):]
        text = self.pending + text
        held = PARTIAL.search(text)
        self.pending = held.group() if held else ""
        text = text[: len(text) - len(self.pending)]
        position = 0
        while position < len(text):
            if text[position] == "\x1b":
                found = SEQUENCE.match(text, position)
                assert found, f"an unknown sequence: {text[position:position + 20]!r}"
                self.obey(*found.groups())
                position = found.end()
            else:
                self.put(text[position])
                position += 1

    def put(self, character: str) -> None:
        match character:
            case "\r":
                self.column = 0
            case "\n":
                self.move_down()
            case "\b":
                self.column = max(0, min(self.column, self.columns - 1) - 1)
            case "\t":
                self.column = min(self.columns - 1, self.column // 8 * 8 + 8)
            case "\a":
                pass
            case _:
                self.write(character)

    def write(self, character: str) -> None:
        width = wcwidth(character)
        assert width >= 0, f"{character!r} was written to the terminal"
        if self.column + width > self.columns:
            self.column = 0
            self.move_down()
        line = self.lines[self.row]
        if width == 0:
            line[max(0, self.column - 1)] += character
            return
        line[self.column] = character
        if width == 2:
            line[self.column + 1] = ""
        self.column += width

    def move_down(self) -> None:
        self.row += 1
        if self.row == len(self.lines):
            self.lines.append([" "] * self.columns)
        self.top = max(self.top, self.row - self.rows + 1)

    def obey(self, private, numbers, final, title, plain) -> None:
        """One escape sequence."""
        if final is None:
            if title and title.startswith("52;c;"):
                self.clipboard = base64.b64decode(title[5:])
            return
        values = [int(number or 0) for number in numbers.split(";")]
        count = max(1, values[0])
        match final:
            case "A":
                self.row = max(self.top, self.row - count)
            case "B":
                self.row = min(self.row + count, self.top + self.rows - 1)
                self.reach_row()
            case "C":
                self.column = min(self.columns - 1, self.column + count)
            case "D":
                self.column = max(0, min(self.column, self.columns - 1) - count)
            case "G":
                self.column = count - 1
            case "H":
                self.row = self.top + count - 1
                self.column = max(1, values[1] if len(values) > 1 else 1) - 1
                self.reach_row()
            case "J":
                self.erase_below(values[0])
            case "K":
                self.lines[self.row][self.column:] = [" "] * (self.columns - self.column)
            case "n":
                self.type(f"\x1b[{self.row - self.top + 1};{self.column + 1}R")
            case "h" | "l":
                self.prompts += final == "h" and values == [2004]
            case "m" | "q" | "t":
                pass
            case _:
                raise AssertionError(f"the terminal does not know CSI {numbers}{final}")

    def reach_row(self) -> None:
        while self.row >= len(self.lines):
            self.lines.append([" "] * self.columns)

    def erase_below(self, mode: int) -> None:
        if mode == 2:
            del self.lines[self.top + 1:]
            self.lines[self.top] = [" "] * self.columns
            self.reach_row()
            return
        del self.lines[self.row + 1:]
        self.lines[self.row][self.column:] = [" "] * (self.columns - self.column)


def take_terminal() -> None:
    """Makes the pty the controlling terminal, so that Ctrl-C there becomes SIGINT."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def in_session(leader: int) -> list[int]:
    """The processes of a session that still live."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                fields = Path(f"/proc/{entry}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == leader and fields[0] != "Z":
                found.append(int(entry))
    return found
