#!/usr/bin/env python3
"""Makes the pictures of terminals in docs/pictures/: runs commands, types, keeps the screen.

usage: docs/pictures.py [NAME ...]      all pictures, or those with these names; needs tmux

A picture is an SVG file and the same screen as text. SCENES says what is typed; what has to be on
the screen before the next keys are sent stands beside it, so nothing depends on how fast the
machine is.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "pictures"
COLUMNS, ROWS = 80, 24
SECONDS = 60                    # for one thing to appear
CELL_WIDTH, CELL_HEIGHT, MARGIN = 8.4, 18, 12
BACKGROUND, FOREGROUND = "#1c2128", "#d0d7de"
PALETTE = ("#545d68", "#f47067", "#8ddb8c", "#e0a83c", "#6cb6ff", "#dcbdfb", "#76e3ea", "#d0d7de")
BRIGHT = ("#768390", "#ff938a", "#b4f1b4", "#f0c674", "#96d0ff", "#eedcff", "#b3f0ff", "#ffffff")
NO_BREAK_SPACE = "\u00a0"       # others are drawn as one, or not at all
SEQUENCE = re.compile(r"\x1b\[([0-9;]*)m")
CODES = re.compile(r"\x1b\[[0-9;]*m")

# Keys are tmux's names (Enter, C-c, Up) or text; each pair is (keys, text that shows that they were
# taken).
Keys = tuple[tuple[str, ...], str]


@dataclass(frozen=True)
class Scene:
    """One picture: the command line, what shows that it has started, and what is typed then."""

    command: str
    ready: str
    typed: tuple[Keys, ...] = ()
    rows: int = ROWS


PYTHON = "python3 main.py"
SCENES = {
    "repl-values": Scene(f"{PYTHON} repl", "php>", (
        (("$planets = ['Mercury' => 0, 'Earth' => 1, 'Mars' => 2];", "Enter"), "php>"),
        (("array_filter($planets, fn($moons) => $moons > 0)", "Enter"), '= ["Earth"'),
        (("'10' == '1e1'", "Enter"), "= true"),
        (("intdiv(1, 0)", "Enter"), "DivisionByZeroError"),
    )),
    "repl-block": Scene(f"{PYTHON} repl", "php>", (
        (("function fib($n) {", "Enter"), "php{"),
        (("return $n < 2 ? $n : fib($n - 1) + fib($n - 2);", "Enter", "}", "Enter"), "php>"),
        (("array_map('fib', range(1, 10))", "Enter"), "= ["),
        ((":type fib(20) / 2", "Enter"), "php>"),
    )),
    "debug-stop": Scene(f"{PYTHON} debug examples/foreach_by_reference.php", "dbg>", (
        (("break 11", "Enter"), "reakpoint"),
        (("run", "Enter"), "$sum += "),
        (("print $numbers", "Enter"), "= ["),
        (("continue", "Enter"), "$sum += "),
        (("print $numbers", "Enter"), "= ["),
    ), rows=28),
    "trace-report": Scene(
        f"{PYTHON} trace --brief --no-pager --from=tests/trace_viewer/modulo.jsonl", "Bridges",
        rows=30),
    "trace-operations": Scene(
        f"{PYTHON} trace --brief --ops --from=tests/trace_viewer/modulo.jsonl", "JIT report", (
            (("/-- loop", "Enter"), "-- loop"),
        )),
    "trace-words": Scene(
        f"{PYTHON} trace --no-pager --from=tests/trace_viewer/types.jsonl", "_class: a value"),
}


class Terminal:
    """A tmux session of its own server, with an empty home."""

    def __init__(self, scene: Scene, folder: Path) -> None:
        self.socket = str(folder / "tmux")
        environment = {
            "HOME": str(folder), "LANG": "C.UTF-8", "TERM": "xterm-256color", "PAGER": "less -RX",
            "PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(cache()),
        }
        words = ["env", "-i", *(f"{name}={value}" for name, value in environment.items())]
        shown = (f"cd {ROOT}; clear; printf '$ %s\\n' {quoted(scene.command)}; "
                 f"{scene.command}; read end")
        self.tmux("new-session", "-d", "-x", str(COLUMNS), "-y", str(scene.rows),
                  " ".join(map(quoted, [*words, "sh", "-c", shown])))
        self.tmux("set-option", "-g", "status", "off")

    def tmux(self, *words: str) -> str:
        done = subprocess.run(["tmux", "-S", self.socket, "-f", "/dev/null", *words],
                              capture_output=True, text=True, check=True)
        return done.stdout

    def screen(self) -> str:
        """What is on it, with its colours."""
        return self.tmux("capture-pane", "-e", "-p")

    def send(self, keys: tuple[str, ...]) -> None:
        for key in keys:
            if key in ("Enter", "Tab", "Up", "Down") or key.startswith("C-"):
                self.tmux("send-keys", key)
            else:
                # A semicolon at the end would begin another command of tmux.
                self.tmux("send-keys", "-l", re.sub(r";$", r"\\;", key))

    def wait(self, text: str, old: str) -> None:
        """Until the text is there once more than on the old screen, and nothing changes."""
        limit, before = time.monotonic() + SECONDS, ""
        while time.monotonic() < limit:
            now = self.screen()
            if now == before and plain(now).count(text) > plain(old).count(text):
                return
            before = now
            time.sleep(0.3)
        raise SystemExit(f"{text!r} never came:\n{plain(before)}")

    def close(self) -> None:
        self.tmux("kill-server")


def plain(screen: str) -> str:
    return CODES.sub("", screen)


def cache() -> Path:
    """Where built engines are, whatever HOME the commands see."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def take(scene: Scene) -> str:
    """The screen at the end of a scene."""
    with tempfile.TemporaryDirectory() as folder:
        terminal = Terminal(scene, Path(folder))
        try:
            terminal.wait(scene.ready, "")
            for keys, shown in scene.typed:
                old = terminal.screen()
                terminal.send(keys)
                terminal.wait(shown, old)
            return terminal.screen()
        finally:
            terminal.close()


# Screens as SVG


@dataclass
class Look:
    """How characters are drawn from here on."""

    colour: str = FOREGROUND
    back: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False

    def change(self, codes: str) -> Look:
        """As a sequence of select-graphic-rendition codes says; 256 and true colours included."""
        look = Look(**vars(self))
        numbers = iter([int(code or 0) for code in codes.split(";")])
        for number in numbers:
            match number:
                case 0:
                    look = Look()
                case 1:
                    look.bold = True
                case 3:
                    look.italic = True
                case 4:
                    look.underline = True
                case 7:
                    look.colour, look.back = look.back or BACKGROUND, look.colour
                case 38:
                    look.colour = extended(numbers)
                case 48:
                    look.back = extended(numbers)
                case 39:
                    look.colour = FOREGROUND
                case 49:
                    look.back = ""
                case _ if 30 <= number <= 37:
                    look.colour = PALETTE[number - 30]
                case _ if 90 <= number <= 97:
                    look.colour = BRIGHT[number - 90]
                case _ if 40 <= number <= 47:
                    look.back = PALETTE[number - 40]
        return look


def extended(numbers: Iterator[int]) -> str:
    """A colour of the 256, or one given by red, green and blue."""
    if next(numbers) == 2:
        return "#" + "".join(f"{next(numbers):02x}" for _ in range(3))
    index = next(numbers)
    if index < 16:
        return (PALETTE + BRIGHT)[index]
    if index >= 232:
        return "#" + f"{8 + 10 * (index - 232):02x}" * 3
    levels = [0, 95, 135, 175, 215, 255]
    index -= 16
    return "#" + "".join(f"{levels[index // power % 6]:02x}" for power in (36, 6, 1))


def svg(screen: str, title: str) -> str:
    """The screen as an SVG picture."""
    lines = screen.rstrip("\n").split("\n")
    width = COLUMNS * CELL_WIDTH + 2 * MARGIN
    height = len(lines) * CELL_HEIGHT + 2 * MARGIN
    drawn, look = [], Look()
    for row, line in enumerate(lines):
        column = 0
        parts = SEQUENCE.split(line)
        for position, part in enumerate(parts):
            if position % 2:
                look = look.change(part)
                continue
            if part:
                drawn.append(run(part, look, row, column))
            column += len(part)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height}" '
        f'role="img"><title>{escape(title)}</title>\n'
        f'<rect width="100%" height="100%" rx="6" fill="{BACKGROUND}"/>\n'
        '<g font-family="ui-monospace, DejaVu Sans Mono, monospace" font-size="14">\n'
        + "\n".join(filter(None, drawn)) + "\n</g></svg>\n")


def run(text: str, look: Look, row: int, column: int) -> str:
    """Characters that look alike, as SVG."""
    x, y = MARGIN + column * CELL_WIDTH, MARGIN + row * CELL_HEIGHT
    size = len(text) * CELL_WIDTH
    box = "" if not look.back else (
        f'<rect x="{x:.1f}" y="{y}" width="{size:.1f}" height="{CELL_HEIGHT}" '
        f'fill="{look.back}"/>')
    if not text.strip():
        return box
    style = "".join(word for wanted, word in (
        (look.bold, ' font-weight="bold"'), (look.italic, ' font-style="italic"'),
        (look.underline, ' text-decoration="underline"')) if wanted)
    return box + (f'<text x="{x:.1f}" y="{y + 13}" textLength="{size:.1f}" '
                  f'fill="{look.colour}"{style}>{escape(text.replace(" ", NO_BREAK_SPACE))}</text>')


def main(names: list[str]) -> int:
    if not shutil.which("tmux"):
        sys.stderr.write("docs/pictures.py: tmux is not installed\n")
        return 1
    unknown = set(names) - set(SCENES)
    if unknown:
        sys.stderr.write(f"docs/pictures.py: no scene {', '.join(sorted(unknown))}\n")
        return 2
    FOLDER.mkdir(exist_ok=True)
    for name in names or SCENES:
        screen = take(SCENES[name])
        (FOLDER / f"{name}.svg").write_text(svg(screen, SCENES[name].command), encoding="utf-8")
        lines = [line.rstrip() for line in plain(screen).rstrip().split("\n")]
        (FOLDER / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{name}: {len(lines)} lines")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
