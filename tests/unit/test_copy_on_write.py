"""Random programs of copies, nested writes and references: does each variable keep what is its own?

Arrays are values in PHP, yet a copy costs nothing until one side is written. When exactly that
copy is made can be seen: a reference in an array that nobody else holds any more becomes a plain
value in the copy. The model here counts owners as PHP does and prints what var_dump would print;
the engine, and with --reference PHP itself, must print the same.

HIPPY_SEED and HIPPY_PROGRAMS in the environment choose other programs and how many.
"""

from __future__ import annotations

import os
import random
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

SEED = int(os.environ.get("HIPPY_SEED", "2012"))
PROGRAMS = int(os.environ.get("HIPPY_PROGRAMS", "300"))
# How often a program in a function runs; a JIT compiles only what runs often.
ROUNDS = {"python": 2, "native": 3000}
NAMES = "abcd"
SEPARATOR = "====\n"
HEAD = """<?php
function write_and_return($p, $n) { if ($n) { $p[] = $n; } return $p; }
function write_and_pack($p, $n) { if ($n) { $p[] = $n; } return [$p]; }
function append_to(&$p, $n) { $p[] = $n; }
function repeat($program, $rounds) {
    for ($round = 1; $round <= $rounds; $round++) {
        ob_start();
        $program();
        $output = ob_get_clean();
        if ($output !== ($first ??= $output)) {
            echo "round $round is different:\\n$output";
            break;
        }
    }
    echo $first;
}
"""


class Array:
    """A PHP array and the number of places that hold it."""

    def __init__(self) -> None:
        self.owners = 1
        self.items: dict[int, object] = {}
        self.next_key = 0

    def duplicate(self) -> Array:
        """A copy with one owner. A reference that only this array holds is a value in the copy."""
        copy = Array()
        copy.next_key = self.next_key
        for key, held in self.items.items():
            if isinstance(held, Reference) and held.owners == 1 and held.value is not self:
                held = held.value
            copy.items[key] = owned(held)
        return copy


class Reference:
    """What several variables or elements share after `=&`."""

    def __init__(self, value: object) -> None:
        self.owners = 1
        self.value = value


class Cyclic(Exception):
    """An array that contains itself; such programs are left out."""


def owned(held: object) -> object:
    """The same thing, with one owner more."""
    if isinstance(held, (Array, Reference)):
        held.owners += 1
    return held


def disown(held: object) -> None:
    """One owner less; what nobody owns lets go of what it holds."""
    if isinstance(held, (Array, Reference)):
        held.owners -= 1
        assert held.owners >= 0
        if held.owners == 0:
            inside = held.items.values() if isinstance(held, Array) else [held.value]
            for one in list(inside):
                disown(one)


def plain(held: object) -> object:
    """The value behind a reference, or the value itself."""
    return held.value if isinstance(held, Reference) else held


# A place is a dict and a key in it: a variable, an element, a local of a called function.


def assign(places: dict, key: object, value: object) -> None:
    """Put a value, owned already, into a place or through the reference that lies there."""
    held = places.get(key)
    if isinstance(held, Reference):
        old, held.value = held.value, value
    else:
        old, places[key] = held, value
    disown(old)


def bind(places: dict, key: object, reference: Reference) -> None:
    """Let a place hold a reference."""
    owned(reference)
    old = places.get(key)
    places[key] = reference
    disown(old)


def separated(places: dict, key: object) -> Array:
    """The array in a place, made one that the place owns alone."""
    held = places[key]
    array = plain(held)
    assert isinstance(array, Array)
    if array.owners == 1:
        return array
    copy = array.duplicate()
    array.owners -= 1
    if isinstance(held, Reference):
        held.value = copy
    else:
        places[key] = copy
    return copy


def put(array: Array, key: int, value: object) -> None:
    """Assign to an element."""
    assign(array.items, key, value)
    array.next_key = max(array.next_key, key + 1)


def reference_to(places: dict, key: object) -> Reference:
    """The reference in a place, made there if there is none."""
    held = places.get(key)
    if not isinstance(held, Reference):
        held = places[key] = Reference(held)
    return held


def reference_to_element(array: Array, key: int) -> Reference:
    """The same for an element, which comes into being if need be."""
    array.next_key = max(array.next_key, key + 1)
    return reference_to(array.items, key)


def literal(value: object) -> object:
    """A Python list as a PHP array."""
    if not isinstance(value, list):
        return value
    array = Array()
    for one in value:
        put(array, array.next_key, literal(one))
    return array


class Machine:
    """The four variables, and one method for each kind of statement.

    A method runs its statement on the model and gives it as PHP; None if it does not apply.
    """

    def __init__(self, rnd: random.Random) -> None:
        self.rnd = rnd
        self.variables: dict[str, object] = {}

    def value(self, name: str) -> object:
        return plain(self.variables.get(name))

    def array(self, name: str) -> Array | None:
        value = self.value(name)
        return value if isinstance(value, Array) else None

    def element_array(self, name: str, key: int) -> Array | None:
        array = self.array(name)
        element = plain(array.items.get(key)) if array else None
        return element if isinstance(element, Array) else None

    def index(self) -> int:
        return self.rnd.randrange(3)

    def number(self) -> int:
        return self.rnd.randrange(10, 99)

    def two_names(self) -> tuple[str, str]:
        x, y = self.rnd.sample(NAMES, 2)
        return x, y

    # Statements that write one variable

    def assign_literal(self, x: str) -> str:
        value = self.rnd.choice([7, [], [1, [2, 3]], [[1], [2]], [[[5]], 6], [1, 2, 3]])
        assign(self.variables, x, literal(value))
        return f"${x} = {value};"

    def append(self, x: str) -> str | None:
        if not self.array(x):
            return None
        number = self.number()
        array = separated(self.variables, x)
        put(array, array.next_key, number)
        return f"${x}[] = {number};"

    def append_through_a_parameter(self, x: str) -> str | None:
        if not self.array(x):
            return None
        number = self.number()
        reference = owned(reference_to(self.variables, x))
        array = separated(self.variables, x)
        put(array, array.next_key, number)
        disown(reference)
        return f"append_to(${x}, {number});"

    def write_nested(self, x: str) -> str | None:
        i, j, number = self.index(), self.index(), self.number()
        if not self.element_array(x, i):
            return None
        put(separated(separated(self.variables, x).items, i), j, number)
        return f"${x}[{i}][{j}] = {number};"

    def unset_variable(self, x: str) -> str:
        disown(self.variables.pop(x, None))
        return f"unset(${x});"

    def unset_element(self, x: str) -> str | None:
        if not self.array(x):
            return None
        i = self.index()
        disown(separated(self.variables, x).items.pop(i, None))
        return f"unset(${x}[{i}]);"

    def loop_by_reference(self, x: str) -> str | None:
        if not self.array(x):
            return None
        is_writing = self.rnd.random() < 0.5
        loop: dict[str, object] = {}
        held = owned(reference_to(self.variables, x))
        array = separated(self.variables, x)
        for key in list(array.items):
            bind(loop, "v", reference_to(array.items, key))
            if is_writing and not isinstance(plain(loop["v"]), Array):
                assign(loop, "v", 50 + key)
        disown(loop.pop("v", None))
        disown(held)
        body = "if (!is_array($v)) { $v = 50 + $k; }" if is_writing else ""
        return f"foreach (${x} as $k => &$v) {{ {body} }} unset($v, $k);"

    def loop_by_value(self, x: str) -> str | None:
        if not self.array(x):
            return None
        held = owned(self.array(x))
        assert isinstance(held, Array)
        for _ in list(held.items):
            array = self.array(x)
            if array and len(array.items) < 6:
                array = separated(self.variables, x)
                put(array, array.next_key, 7)
        disown(held)
        return f"foreach (${x} as $v) {{ if (count(${x}) < 6) {{ ${x}[] = 7; }} }} unset($v);"

    # Statements with two variables

    def copy(self, x: str, y: str) -> str:
        assign(self.variables, x, owned(self.value(y)))
        return f"${x} = ${y} ?? null;"

    def read_element(self, x: str, y: str) -> str | None:
        if not self.array(y):
            return None
        i = self.index()
        assign(self.variables, x, owned(plain(self.array(y).items.get(i))))
        return f"${x} = ${y}[{i}] ?? null;"

    def store(self, x: str, y: str) -> str | None:
        if not self.array(x) or not self.may_store(x, y):
            return None
        i = self.index()
        value = owned(self.value(y))
        put(separated(self.variables, x), i, value)
        return f"${x}[{i}] = ${y} ?? null;"

    def store_into_itself(self, x: str, _: str) -> str | None:
        array = self.array(x)
        if not array or reaches_reference(array, self.variables[x]):
            return None
        value = owned(array)
        array = separated(self.variables, x)
        put(array, array.next_key, value)
        return f"${x}[] = ${x};"

    def may_store(self, x: str, y: str) -> bool:
        """Whether `$x[i] = $y` makes no cycle, now or by a reference on the way."""
        is_alias = isinstance(self.variables[x], Reference) and (
            self.variables.get(y) is self.variables[x]
        )
        return not is_alias and not reaches_reference(self.value(y), self.variables[x])

    def swap(self, x: str, y: str) -> str:
        values = [owned(self.value(y)), owned(self.value(x))]
        assign(self.variables, x, values[0])
        assign(self.variables, y, values[1])
        return f"[${x}, ${y}] = [${y} ?? null, ${x} ?? null];"

    def refer_to_variable(self, x: str, y: str) -> str:
        bind(self.variables, x, reference_to(self.variables, y))
        return f"${x} = &${y};"

    def refer_to_element(self, x: str, y: str) -> str | None:
        if not self.array(y):
            return None
        i = self.index()
        bind(self.variables, x, reference_to_element(separated(self.variables, y), i))
        return f"${x} = &${y}[{i}];"

    def refer_to_nested_element(self, x: str, y: str) -> str | None:
        i, j = self.index(), self.index()
        if not self.element_array(y, i):
            return None
        inner = separated(separated(self.variables, y).items, i)
        bind(self.variables, x, reference_to_element(inner, j))
        return f"${x} = &${y}[{i}][{j}];"

    def call_and_return(self, x: str, y: str) -> str | None:
        return self.call(x, y, "${x} = write_and_return(${y}, {n});")

    def call_and_pack(self, x: str, y: str) -> str | None:
        return self.call(x, y, "[${x}] = write_and_pack(${y}, {n});")

    def call(self, x: str, y: str, php: str) -> str | None:
        """Pass an array by value to a function that may write it and gives it back."""
        if not self.array(y):
            return None
        number = self.rnd.choice([0, self.number()])
        frame = {"p": owned(self.array(y))}
        if number:
            array = separated(frame, "p")
            put(array, array.next_key, number)
        assign(self.variables, x, frame["p"])
        return php.replace("{x}", x).replace("{y}", y).replace("{n}", str(number))

    # The end

    def dump(self) -> str:
        """What var_dump prints for each variable."""
        return "".join(f"{name}: {dumped(self.value(name), '', 0)}" for name in NAMES)


def reaches_reference(held: object, place: object) -> bool:
    """Whether the reference in a place, if there is one, can be reached from a value."""
    if not isinstance(place, Reference):
        return False
    if held is place:
        return True
    value = plain(held)
    return isinstance(value, Array) and any(
        reaches_reference(one, place) for one in value.items.values()
    )


def dumped(held: object, mark: str, depth: int) -> str:
    """A value as var_dump shows it; raises Cyclic when it has no end."""
    if depth > 60:
        raise Cyclic
    value = plain(held)
    if not isinstance(value, Array):
        return f"{mark}NULL\n" if value is None else f"{mark}int({value})\n"
    indent = "  " * depth
    lines = [f"{mark}array({len(value.items)}) {{\n"]
    for key, one in value.items.items():
        is_shared = isinstance(one, Reference) and one.owners > 1
        inner = dumped(one, "&" if is_shared else "", depth + 1)
        lines.append(f"{indent}  [{key}]=>\n{indent}  {inner}")
    return "".join(lines) + f"{indent}}}\n"


ONE_NAME = [
    Machine.assign_literal,
    Machine.append,
    Machine.append_through_a_parameter,
    Machine.write_nested,
    Machine.write_nested,
    Machine.unset_variable,
    Machine.unset_element,
    Machine.loop_by_reference,
    Machine.loop_by_value,
]
TWO_NAMES = [
    Machine.copy,
    Machine.copy,
    Machine.read_element,
    Machine.store,
    Machine.store_into_itself,
    Machine.swap,
    Machine.refer_to_variable,
    Machine.refer_to_element,
    Machine.refer_to_nested_element,
    Machine.call_and_return,
    Machine.call_and_pack,
]


def random_statement(machine: Machine) -> str | None:
    """Run a random statement; None when it does not apply to the present values."""
    kind: Callable = machine.rnd.choice(ONE_NAME + TWO_NAMES)
    if kind in ONE_NAME:
        return kind(machine, machine.rnd.choice(NAMES))
    return kind(machine, *machine.two_names())


def random_program(rnd: random.Random) -> tuple[list[str], str]:
    """The statements of a program, and what it prints at its end."""
    machine = Machine(rnd)
    statements = []
    for name in NAMES[:2]:
        statements.append(machine.assign_literal(name))
    length = rnd.randrange(6, 20)
    while len(statements) < length:
        statement = random_statement(machine)
        if statement:
            statements.append(statement)
            machine.dump()
    return statements, machine.dump()


def random_programs(count: int, seed: int) -> list[tuple[list[str], str]]:
    """Programs without cyclic arrays."""
    rnd = random.Random(seed)
    programs = []
    while len(programs) < count:
        try:
            programs.append(random_program(rnd))
        except Cyclic:
            continue
    return programs


def source_of(programs: list[tuple[list[str], str]], rounds: int) -> str:
    """All programs as one file. Every other one runs in a function, the rest at top level."""
    show = "".join(f'echo "{name}: "; var_dump(${name} ?? null);\n' for name in NAMES)
    parts = [HEAD]
    for number, (statements, _) in enumerate(programs):
        body = "\n".join(statements) + "\n" + show
        if number % 2:
            name = f"program{number}"
            body = f"function {name}() {{\n{body}}}\nrepeat('{name}', {rounds});\n"
        else:
            body += "".join(f"unset(${name});\n" for name in NAMES)
        parts.append(body + 'echo "' + SEPARATOR.replace("\n", "\\n") + '";\n')
    return "".join(parts)


def check(
    command: list[str], folder: Path, rounds: int, environment: dict[str, str] | None = None
) -> None:
    """Run the programs by a command line and compare each with the model."""
    programs = random_programs(PROGRAMS, SEED)
    script = folder / "programs.php"
    script.write_text(source_of(programs, rounds))
    done = subprocess.run(
        [*command, str(script)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env=environment,
    )
    printed = done.stdout.split(SEPARATOR)
    for number, (statements, expected) in enumerate(programs):
        got = printed[number] if number < len(printed) else "(nothing: the engine ended before)"
        source = "\n".join(statements)
        assert got == expected, f"program {number} of seed {SEED}:\n{source}\n{done.stderr}"
    assert (done.returncode, done.stderr) == (0, "")


def test_the_engine_prints_what_the_model_prints(
    engine_argv: list[str], engine_environment: dict[str, str], engine_kind: str, tmp_path: Path
) -> None:
    check(engine_argv, tmp_path, ROUNDS[engine_kind], engine_environment)


@pytest.mark.reference
def test_the_reference_agrees_with_the_model(reference_argv: list[str], tmp_path: Path) -> None:
    check(reference_argv, tmp_path, ROUNDS["python"])
