"""One line for each event of the stream, while the program runs."""

from __future__ import annotations

from hippy.debugger.present import short_path, visible
from hippy.trace_viewer.model import parse_place


def live_line(event: dict) -> str:
    """What the event says; '' for the final counts, which the report has."""
    describe = LINES.get(event["ev"])
    return "jit: " + describe(event) if describe else ""


def at(text: str) -> str:
    place = parse_place(text)
    if place is None:
        return "?"
    return visible(f"{place.function} {short_path(place.file)}:{place.line}")


def compiled(event: dict) -> str:
    if event["type"] == "bridge":
        guard = event.get("from_guard")
        start = "an older guard" if guard is None else f"guard {guard}"
        return f"bridge {event['no']} from {start}, {len(event['ops'])} operations"
    return f"{event['type']} {event['no']} {at(event['loc'])}, {len(event['ops'])} operations"


def failed(event: dict) -> str:
    seen = event["vars"] or event["values"]
    values = visible(", ".join(f"{name} = {value}" for name, value in seen))
    return f"guard {event['guard']} failed, {event['n']} in all: {values}"


LINES = {
    "trace": lambda event: f"tracing {at(event['loc'])}",
    "compile": compiled,
    "abort": lambda event: f"given up {at(event['loc'])}: {event['reason']} at {at(event['at'])}",
    "blame": lambda event: f"not inlined any more: {at(event['loc'])}",
    "invalidate": lambda event: f"thrown away: loops {', '.join(map(str, event['loops']))}",
    "fail": failed,
}
