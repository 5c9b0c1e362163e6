"""Small recordings for the tests: real ones from the files here, and some put together by hand."""

from __future__ import annotations

import json
from pathlib import Path

from hippy.trace_viewer.model import Recording
from hippy.trace_viewer.stream import read_stream

HERE = Path(__file__).parent


def load(name: str) -> Recording:
    """The recording in the file NAME.jsonl."""
    with open(HERE / f"{name}.jsonl", "rb") as lines:
        return read_stream(lines)


def place(line: int, opcode: str = "ADD", function: str = "{main}") -> str:
    return f"{function};a.php:1-{line}~{opcode}"


def at(line: int, opcode: str = "ADD", depth: int = 0) -> dict:
    """The start of an instruction."""
    return {"at": place(line, opcode), "depth": depth, "call": depth}


def op(text: str, **more: object) -> dict:
    return {"op": text, "ofs": -1, **more}


def guard(number: int, text: str, line: int = 2, variables: tuple = (), resumes: str = "") -> dict:
    return op(text, guard=number, loc=place(line), origin="", resumes=resumes, cond="",
              vars=[list(pair) for pair in variables])


def loop(number: int, ops: list[dict], line: int = 2, kind: str = "loop") -> dict:
    """A loop that begins with its first merge point, or in the line."""
    starts = [op["at"] for op in ops if "at" in op]
    return {"ev": "compile", "t": 0.0, "type": kind, "no": number, "token": number,
            "driver": "hippy", "loc": starts[0] if starts else place(line), "slots": [],
            "ops": ops}


def bridge(number: int, ops: list[dict], from_guard: int, descr: int) -> dict:
    return {"ev": "compile", "t": 0.0, "type": "bridge", "no": number, "token": 1,
            "driver": "hippy", "loc": "", "slots": [], "from_guard": from_guard,
            "from_descr": descr, "ops": ops}


def runs(kind: str, number: int, count: int) -> dict:
    return {"ev": "runs", "t": 0.0, "type": kind, "number": number, "count": count}


def failures(number: int, count: int, variables: tuple = (), histogram: tuple = ()) -> dict:
    return {"ev": "guard", "t": 0.0, "guard": number, "trace": 1, "failures": count, "bridge": 0,
            "values": [], "vars": [list(pair) for pair in variables],
            "histogram": [list(pair) for pair in histogram]}


def abort(reason: str, line: int, stopped: int, from_guard: int = -1) -> dict:
    return {"ev": "abort", "t": 0.0, "reason": reason, "loc": place(line), "guard": from_guard,
            "size": 10, "at": place(stopped, "CALL"), "where": "run@10"}


END = {"ev": "end", "t": 0.0}


def lines(*events: dict) -> list[bytes]:
    return [json.dumps(event).encode() + b"\n" for event in events]


def recorded(*events: dict) -> Recording:
    """The recording of these events and an end."""
    return read_stream(lines(*events, END))
