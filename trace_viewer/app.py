"""hippy-trace: runs a PHP file under the JIT watch and reports what the JIT made of it."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TextIO

from hippy.debugger.present import plain
from hippy.trace_viewer.export import json_report
from hippy.trace_viewer.live import live_line
from hippy.trace_viewer.model import Recording
from hippy.trace_viewer.page import html_page
from hippy.trace_viewer.paint import painted
from hippy.trace_viewer.report import Options, ReadSource, source_lines, text_report
from hippy.trace_viewer.stream import StreamError, StreamReader

USAGE = """\
usage: hippy-trace [OPTIONS] FILE [ARGUMENTS]
       hippy-trace [OPTIONS] --from=RECORD

Runs FILE on the native engine, then tells what its JIT did: loops with their PHP lines, guards
that failed, bridges, traces given up.

  --top=N          show the N loops with the most iterations (10; 0: all)
  --loop=N         show only the loop with trace N
  --ops            show the operations of their traces, line by line
  --brief          do not say what the words mean
  --json           one JSON object instead of text
  --html=F         write an HTML page to F instead of text
  -o, --output=F   write the report to F instead of standard output
  --record=F       keep the engine's event stream in F
  --from=F         report on a kept stream; runs nothing
  --live           say what happens as it happens, on standard error
  --no-pager       do not show a long report page by page
  --engine=KIND    which engine runs the file (native)
"""
FAILED, MISUSED = 1, 2
DEFAULT_WIDTH, MIN_WIDTH = 80, 60


class UsageError(Exception):
    """Options that cannot be followed."""


@dataclass(slots=True)
class Request:
    """What the command line asks for."""

    program: list[str] = field(default_factory=list)
    top: int = 10
    loop: int | None = None
    ops: bool = False
    brief: bool = False
    json: bool = False
    html: str | None = None
    no_pager: bool = False
    live: bool = False
    help: bool = False
    output: str | None = None
    record: str | None = None
    source: str | None = None


FLAGS = {"--ops": "ops", "--json": "json", "--live": "live", "--help": "help", "-h": "help",
         "--brief": "brief", "--no-pager": "no_pager"}
VALUES = {"--output": "output", "-o": "output", "--record": "record", "--from": "source",
          "--top": "top", "--loop": "loop", "--html": "html"}
NUMBERS = ("top", "loop")
PAGER = "less -RFX"


def main(engine_argv: list[str], engine_description: str, args: list[str]) -> int:
    """The command. Returns the program's own exit status; 1 or 2 for trouble here."""
    try:
        request = parse_arguments(args)
    except UsageError as error:
        return fail(f"{error}\n{USAGE}", MISUSED)
    if request.help:
        sys.stdout.write(USAGE)
        return 0
    try:
        if request.source is not None:
            return report_on_file(request, engine_description)
        if engine_description.startswith("python"):
            return fail("the Python engine has no JIT: build the native engine with hippy-build",
                        MISUSED)
        return run_and_report(request, engine_argv, engine_description)
    except OSError as error:
        return fail(f"{error.filename or 'hippy-trace'}: {error.strerror}")
    except StreamError as error:
        return fail(f"the event stream cannot be read: {error}")


def parse_arguments(args: list[str]) -> Request:
    """Options stand before the file; what follows it is the program's. Raises UsageError."""
    request = Request()
    words = iter(args)
    for word in words:
        name, equals, value = word.partition("=")
        if word == "--":
            request.program = list(words)
        elif not word.startswith("-") or word == "-":
            request.program = [word, *words]
        elif word in FLAGS:
            setattr(request, FLAGS[word], True)
        elif name in VALUES:
            value = value if equals else next(words, "")
            if not value:
                raise UsageError(f"{name} needs a value")
            set_value(request, VALUES[name], value)
        else:
            raise UsageError(f"unknown option {word}")
    if request.help:
        return request
    if request.source is not None and request.program:
        raise UsageError("--from runs nothing, but a file is given")
    if request.source is None and not request.program:
        raise UsageError("no file is given")
    return request


def set_value(request: Request, name: str, value: str) -> None:
    if name not in NUMBERS:
        setattr(request, name, value)
    elif value.isascii() and value.isdigit():
        setattr(request, name, int(value))
    else:
        raise UsageError(f"--{name}={value}: not a number")


def report_on_file(request: Request, engine: str) -> int:
    """The report on a kept stream."""
    reader = StreamReader()
    with open(request.source, "rb") as lines:
        take(lines, reader, request.live)
    write_report(request, reader.recording(), request.source, "")
    return 0


def run_and_report(request: Request, engine_argv: list[str], engine: str) -> int:
    """Runs the program, then writes the report; the program's own output is not touched."""
    reader = StreamReader()
    with contextlib.ExitStack() as stack:
        keep = stack.enter_context(open(request.record, "wb")) if request.record else None
        process, pipe = start_engine(engine_argv, request.program)
        stack.enter_context(pipe)
        with interrupts_left_to(process):
            lines = copied(pipe, keep) if keep else pipe
            try:
                take(lines, reader, request.live)
            finally:
                # The program comes to its own end, whatever its events look like.
                for _ in lines:
                    pass
                status = process.wait()
    if reader.line == 0:
        # The engine refused the option, and has said why on standard error.
        return exit_status(status) or FAILED
    write_report(request, reader.recording(), request.program[0], engine)
    if status < 0:
        fail(f"the program was ended by {signal.Signals(-status).name}")
    return exit_status(status)


def start_engine(
    engine_argv: list[str], program: list[str],
) -> tuple[subprocess.Popen[bytes], Iterable[bytes]]:
    """The engine and the read end of the pipe on which it writes its events."""
    reading, writing = os.pipe()
    try:
        process = subprocess.Popen([*engine_argv, "--jitwatch", f"fd:{writing}", *program],
                                   pass_fds=[writing])
    except OSError:
        os.close(reading)
        raise
    finally:
        os.close(writing)
    return process, open(reading, "rb")


@contextlib.contextmanager
def interrupts_left_to(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Ctrl-C reaches the child, which is in the same process group; here it is ignored.

    SIGTERM, which may be for this process alone, is passed on: there is a report all the same.
    """
    interrupt = signal.signal(signal.SIGINT, signal.SIG_IGN)
    terminate = signal.signal(signal.SIGTERM, lambda _number, _frame: process.terminate())
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, terminate)
        signal.signal(signal.SIGINT, interrupt)


def copied(lines: Iterable[bytes], keep) -> Iterator[bytes]:
    for line in lines:
        keep.write(line)
        yield line


def take(lines: Iterable[bytes], reader: StreamReader, live: bool) -> None:
    """Feeds the reader; with `live`, tells of each event on standard error."""
    for line in lines:
        event = reader.feed(line)
        if live and event is not None:
            text = live_line(event)
            if text:
                sys.stderr.write(text + "\n")
                sys.stderr.flush()


def write_report(request: Request, recording: Recording, program: str, engine: str) -> None:
    """Raises OSError when the output cannot be written."""
    title = f"JIT report of {program}" + (f" on {engine}" if engine else "")
    if request.html:
        with open(request.html, "w", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(html_page(recording, title, sources(request)))
        if not request.json and not request.output:
            return
    if request.output:
        with open(request.output, "w", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(report_text(request, recording, title, program, engine, stream))
        return
    sys.stdout.reconfigure(errors="backslashreplace")
    text = report_text(request, recording, title, program, engine, sys.stdout)
    if request.json or request.no_pager or not paged(text):
        sys.stdout.write(text)
        sys.stdout.flush()


def report_text(
    request: Request, recording: Recording, title: str, program: str, engine: str, stream: TextIO,
) -> str:
    """The report in the form that is asked for, with colours where the stream shows them."""
    if request.json:
        return json.dumps(json_report(recording, program, engine, request.ops), indent=2) + "\n"
    columns = shutil.get_terminal_size().columns if stream.isatty() else DEFAULT_WIDTH
    options = Options(top=request.top, loop=request.loop, ops=request.ops,
                      words=not request.brief, width=max(columns, MIN_WIDTH))
    fragments = text_report(recording, title, sources(request), options)
    return painted(fragments) if in_colour(stream) else plain(fragments)


def paged(text: str) -> bool:
    """Shows text that is longer than the terminal in $PAGER; False where that is not to be done."""
    pager = shlex.split(os.environ.get("PAGER", PAGER))
    if not (sys.stdout.isatty() and sys.stdin.isatty()) or not pager or not shutil.which(pager[0]):
        return False
    if text.count("\n") < shutil.get_terminal_size().lines:
        return False
    environment = {"LESS": "-RFX", "LESSCHARSET": "utf-8", **os.environ}
    process = subprocess.Popen(pager, stdin=subprocess.PIPE, env=environment)
    with interrupts_left_to(process), contextlib.suppress(BrokenPipeError):
        process.communicate(text.encode("utf-8", "backslashreplace"))
    process.wait()
    return True


def in_colour(stream: TextIO) -> bool:
    """On a terminal, unless the environment says no (https://no-color.org)."""
    return (stream.isatty() and not os.environ.get("NO_COLOR")
            and os.environ.get("TERM", "dumb") not in ("dumb", "unknown"))


def sources(request: Request) -> ReadSource:
    """What reads PHP files: from where they were when they ran, else from beside the record."""
    folder = os.path.dirname(request.source) if request.source else ""

    @functools.cache
    def read(file: str) -> list[str]:
        return source_lines(file) or (source_lines(os.path.join(folder, file)) if folder else [])
    return read


def exit_status(status: int) -> int:
    """As a shell tells it: 128 and the signal's number when a signal ended the program."""
    return 128 - status if status < 0 else status


def fail(message: str, status: int = FAILED) -> int:
    sys.stderr.write(f"hippy-trace: {message.rstrip()}\n")
    return status
