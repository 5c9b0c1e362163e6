#!/usr/bin/env python3
"""Runs an engine with a debugger that is attached and has nothing to do.

    idle_debugger.py ENGINE... FILE.php ARGUMENTS...

One breakpoint is set, on a line of a file that is never loaded; then the program runs to its end.
What a program loses by this is the cost of being debuggable. The exit status is the engine's.
"""

from __future__ import annotations

import sys
import types
from pathlib import Path

FOLDER = Path(__file__).resolve().parent

hippy = types.ModuleType("hippy")
hippy.__path__ = [str(FOLDER.parent)]
sys.modules["hippy"] = hippy

from hippy.debugger.engine import EngineLost, start  # noqa: E402
from hippy.debugger.session import Session  # noqa: E402


def main(words: list[str]) -> int:
    script = next(place for place, word in enumerate(words) if word.endswith(".php"))
    engine = start(words[:script], words[script:])
    session = Session(engine)
    try:
        session.welcome()
        session.breakpoint_set("line", file=str(FOLDER / "never_loaded.php"), line=1)
        session.run()
        session.stop()
    except EngineLost as lost:
        print(lost, file=sys.stderr)
    return engine.close() or 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
