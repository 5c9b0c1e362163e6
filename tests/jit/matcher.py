"""Compares the operations of a trace with a pattern that has holes.

A pattern is one operation per line, as the report writes them: `i2 = int_add(i0, 1)`,
`i3 = getfield_gc_i(p1, W_Int.intval)`, `guard_true(i2)`. In it

    ...             as a line: any number of operations; as the last argument: any further ones
    _               any one argument
    i0, p1, f2      a box: the same name is the same box, another name another box

and everything else stands for itself.
"""

from __future__ import annotations

from dataclasses import replace

from hippy.trace_viewer.explain import called, is_call, short_class
from hippy.trace_viewer.model import BOX, Op, Recording, parse_op
from hippy.trace_viewer.wording import field_text

HOLE = "..."
ANYTHING = "_"


class Mismatch(AssertionError):
    """The operations do not match the pattern; the message shows both."""


def normalised(recording: Recording, ops: list[Op]) -> list[Op]:
    """The operations with boxes numbered as they appear, and without addresses."""
    names: dict[str, str] = {}

    def name_of(box: str) -> str:
        if not BOX.fullmatch(box):
            return constant(box)
        return names.setdefault(box, f"{box[0]}{len(names)}")

    found = []
    for op in ops:
        args = [name_of(arg) for arg in arguments(recording, op)]
        if "_raw" in op.name and args[0].isdigit():
            args[0] = "ConstAddress"
        result = name_of(op.result) if op.result else ""
        found.append(Op(op.name, result, tuple(args)))
    return found


def arguments(recording: Recording, op: Op) -> list[str]:
    """The arguments, with the readable part of the descriptor as the last."""
    if op.name == "jump":
        return [HOLE]
    if is_call(op):
        position = 1 if op.name.startswith("cond_call") else 0
        name = called(recording, op).removesuffix("()")
        rest = op.args if op.name.startswith("call_assembler") else op.args[position + 1:]
        return [*op.args[:position], name, *rest]
    if op.made:
        return [*op.args, op.made]
    if op.descr.startswith("<Field"):
        return [*op.args, field_text(op.descr)]
    return list(op.args)


def constant(text: str) -> str:
    """A constant without its address: a class by its name, a pointer as ConstPtr."""
    if text.startswith("ConstClass("):
        return short_class(text[len("ConstClass("):-1])
    if text.startswith("ConstPtr(") and text != "ConstPtr(null)":
        return "ConstPtr"
    return text


def match(ops: list[Op], pattern: list[str]) -> None:
    """Raises Mismatch when the normalised operations are not what the pattern says."""
    wanted = [line if line == HOLE else parse_op(line) for line in pattern]
    search = Search(ops, wanted)
    if search.matches(0, 0, {}):
        return
    line = pattern[search.reached_line] if search.reached_line < len(pattern) else "(the end)"
    op = str(ops[search.reached]) if search.reached < len(ops) else "(the end)"
    shown = "\n".join(f"    {op}" for op in ops)
    raise Mismatch(f"expected {line}\n   found {op}\nin\n{shown}")


class Search:
    """Tries the pattern; remembers how far it came."""

    def __init__(self, ops: list[Op], wanted: list[Op | str]) -> None:
        self.ops = ops
        self.wanted = wanted
        self.reached = -1
        self.reached_line = 0

    def matches(self, position: int, line: int, bound: dict[str, str]) -> bool:
        if position > self.reached:
            self.reached, self.reached_line = position, line
        if line == len(self.wanted):
            return position == len(self.ops)
        pattern = self.wanted[line]
        if pattern == HOLE:
            return any(self.matches(later, line + 1, bound)
                       for later in range(position, len(self.ops) + 1))
        if position == len(self.ops):
            return False
        binding = bind(pattern, self.ops[position], bound)
        return binding is not None and self.matches(position + 1, line + 1, binding)


def bind(pattern: Op, op: Op, bound: dict[str, str]) -> dict[str, str] | None:
    """What the pattern's boxes are, if it matches the operation; `bound` is known already."""
    wanted, given = list(pattern.args), list(op.args)
    if wanted[-1:] == [HOLE]:
        wanted.pop()
        given = given[:len(wanted)]
    if pattern.name != op.name or len(wanted) != len(given) or bool(pattern.result) != bool(
            op.result):
        return None
    binding = dict(bound)
    for name, box in zip([*wanted, pattern.result], [*given, op.result], strict=True):
        if not bind_one(name, box, binding):
            return None
    return binding


def bind_one(name: str, box: str, binding: dict[str, str]) -> bool:
    """Whether the name can stand for the box; it does from then on."""
    if name == ANYTHING:
        return True
    if not BOX.fullmatch(name) or not BOX.fullmatch(box):
        return name == box
    if name in binding:
        return binding[name] == box
    if name[0] != box[0] or box in binding.values():
        return False
    binding[name] = box
    return True


def pattern_of(ops: list[Op]) -> list[str]:
    """A pattern without holes for normalised operations."""
    return [str(replace(op, guard=None)) for op in ops]
