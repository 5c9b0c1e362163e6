"""Stands in for a native engine: writes a kept event stream to the descriptor, and some output.

usage: fake_engine.py --jitwatch fd:N FILE [STATUS]; FILE.jsonl beside this file is the stream.
"""

import os
import signal
import sys
from pathlib import Path

option, value, file, *rest = sys.argv[1:]
assert option == "--jitwatch" and value.startswith("fd:")
print(f"output of {file} {rest}", flush=True)
if "refuse" in rest:
    print("hippy: this engine has no JIT", file=sys.stderr)
    sys.exit(64)
events = (Path(__file__).parent / file).with_suffix(".jsonl").read_bytes()
if "junk" in rest:
    events = b"junk\n" + events
os.write(int(value[3:]), events)
if "crash" in rest:
    os.kill(os.getpid(), signal.SIGKILL)
sys.exit(int(rest[0]) if rest[:1] and rest[0].isdigit() else 0)
