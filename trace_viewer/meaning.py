"""The engine's own checks and terms in words of PHP: "$a is not shared", "$a[$i] exists".

explain.py puts a check together as an expression; here stands what it means where the expression
speaks of the inside of arrays, strings and objects (interpreter/objects/).
"""

from __future__ import annotations

import re

# What a guard_value of an array's strategy says (interpreter/objects/arrays_strategies.py).
STRATEGIES = {
    "EmptyStrategy": "an empty array",
    "PackedIntStrategy": "a list of ints",
    "PackedFloatStrategy": "a list of floats",
    "PackedObjStrategy": "a list of values of any type",
    "HashIntStrategy": "an array with int keys in any order",
    "HashMixedStrategy": "an array with string keys",
}

# Kinds of guards, each with the question it asks about the PHP program.
GUARD_KINDS = {
    "guard_true": "a condition still comes out true: the same way through an if, a loop, && or ?:",
    "guard_false": "a condition still comes out false",
    "guard_class": "a value still has the type it had: an int is an int, a list a list",
    "guard_nonnull_class": "a value is there and has the type it had: $i is an int",
    "guard_nonnull": "a variable is set",
    "guard_isnull": "a variable or a temporary value is not set yet",
    "guard_value": "a value is the very one seen before, as an array's kind or an object's class",
    "guard_no_overflow": "an int result fits into 64 bits; PHP would go on with a float",
    "guard_overflow": "an int result does not fit into 64 bits",
    "guard_no_exception": "the function just called has thrown nothing",
    "guard_exception": "the function just called has thrown an exception of the class seen before",
    "guard_not_forced": "the function just called has not looked at the variables of its caller",
    "guard_not_forced_2": "nobody looks at this function's variables while it is being left",
    "guard_not_invalidated": "no function, class or constant that the code relies on has changed; "
                             "costs nothing until then",
    "guard_always_fails": "the way ends here and the interpreter takes over",
}

# What the report speaks of, for those who see one for the first time.
WORDS = {
    "loop": "PHP that ran often, compiled to machine code. Its rounds are counted as iterations",
    "entries": "how often the interpreter went into the machine code",
    "guard": "a check in machine code of what was so when it was made. Where it does not hold, "
             "the interpreter goes on: slow, so a guard that fails often gets a bridge",
    "bridge": "machine code for the other way at a guard, compiled after some failures",
    "temporary": "a value between two steps of an expression, as $i & 3 in $a[$i & 3]",
    "p12, i34": "a value for which PHP has no name, or one of an inlined function",
    "begun": "how often the line was begun in machine code",
    "work": "the line's share of all operations run in machine code; it stands in for time",
    "allocates": "an object that has to be made each time; the fewer the better",
    "calls": "functions of the engine that are called, not compiled into the loop",
    "given up": "tracing was stopped, nothing was compiled; the interpreter goes on",
}

OWNERS = re.compile(r"(.+)\.rc")
FREED = re.compile(r"(.+)\.rc - 1")
USED = re.compile(r"(.+)\.used")
WALK = re.compile(r"(.+)\.pos(?: \+ \d+)?")
VISITED = re.compile(r"([\w$]+)\.w_array\[\1\.pos(?: \+ \d+)?\]")
WALKED = re.compile(r"[\w$]+\.w_array\b")
FOUND = re.compile(r"find\((.*)\)")
PLACE = re.compile(r"(.+?)\.start(?: \+ (.+))?")
TEXT_END = re.compile(r"(.+)\.(?:buf\.used|size)(?: \+ .+)?")
STRATEGY = re.compile(r"(.+)\.strategy")
MAP = re.compile(r"(.+)\.map")
LEAST_INT = str(-(1 << 50))     # interpreter/objects/arrays_strategies.py
NEGATIVE = {">=": False, "<": True}
EQUAL = {"==": True, "!=": False}
EXISTS = {True: "exists", False: "does not exist"}


def of_comparison(left: str, sign: str, right: str) -> str | None:
    """What `left sign right` says, when it is about the inside of a value."""
    if sign in (">", "<=") and left != "0":
        return of_comparison(right, {">": "<", "<=": ">="}[sign], left)
    for rule in (of_owners, of_room, of_mixed, of_bounds, of_lookup):
        text = rule(left, sign, right)
        if text:
            return text
    return None


def of_owners(left: str, sign: str, right: str) -> str | None:
    """Owner counts: whether a write may go into the array itself, whether a value is given up."""
    if sign not in EQUAL:
        return None
    freed, owned = FREED.fullmatch(left), OWNERS.fullmatch(left)
    if freed and right == "0":
        used = "nowhere" if EQUAL[sign] else "elsewhere"
        return f"{freed[1]} is still in use {used}" if used == "elsewhere" else (
            f"{freed[1]} is in use nowhere else: it is freed")
    if owned and right in ("0", "1"):
        alone = EQUAL[sign]
        return f"{owned[1]} is not shared" if alone else (
            f"{owned[1]} is shared: a write copies it first")
    return None


def of_room(left: str, sign: str, right: str) -> str | None:
    """Whether an array or a string that grows has room left."""
    if sign not in EQUAL:
        return None
    place = PLACE.fullmatch(left)
    if place and right == f"length({place[1]}.storage)":
        return f"{place[1]} is full and has to grow" if EQUAL[sign] else (
            f"{place[1]} has room for one more")
    used = USED.fullmatch(left)
    if used and right == f"{used[1]}.next_index" or (
            left.partition(" + ")[0].endswith(".used") and left == right):
        owner = left.partition(".used")[0]
        return f"{owner} has the keys 0, 1, 2 …" if EQUAL[sign] else f"{owner} has other keys"
    end = TEXT_END.fullmatch(left)
    if end and ".buf.used" in left and right.startswith(f"{end[1]}.size"):
        return f"{end[1]} was appended to last by this variable" if EQUAL[sign] else (
            f"another string grows out of {end[1]}")
    return None


def of_mixed(left: str, sign: str, right: str) -> str | None:
    """Lists of ints and floats keep the bits of both: those from LEAST_INT to -1 are ints."""
    if right != LEAST_INT or sign not in NEGATIVE:
        return None
    return f"{left} is a float below 0" if NEGATIVE[sign] else f"{left} is no float below 0"


def of_bounds(left: str, sign: str, right: str) -> str | None:
    """Bounds of arrays, and the end of foreach."""
    if sign not in NEGATIVE:
        return None
    used = USED.fullmatch(right)
    if used:
        inside = NEGATIVE[sign]
        if WALK.fullmatch(left) and used[1].endswith(".w_array"):
            return "foreach has another element" if inside else "foreach is at the end"
        return f"{used[1]}[{ungrouped(left)}] {EXISTS[inside]}"
    place = PLACE.fullmatch(left)
    if place and right == "0":
        where = f"{place[1]}[{ungrouped(place[2] or '0')}]"
        return f"{where} lies outside the array" if NEGATIVE[sign] else (
            f"{where} lies inside the array")
    return None


def of_lookup(left: str, sign: str, right: str) -> str | None:
    """A key looked up in an array with string keys."""
    found = FOUND.fullmatch(left)
    if found and right == "0" and sign in NEGATIVE:
        return f"{found[1]} {EXISTS[not NEGATIVE[sign]]}"
    return None


def of_value(name: str, value: str) -> tuple[str, str] | None:
    """(expected, failed) for `name is the very object value`, where value is a class's name."""
    strategy = STRATEGY.fullmatch(name)
    if strategy and value in STRATEGIES:
        return f"{strategy[1]} is {STRATEGIES[value]}", f"{strategy[1]} is another kind of array"
    map_of = MAP.fullmatch(name)
    if map_of:
        return (f"{map_of[1]} is of the class seen before, with the same properties",
                f"{map_of[1]} is of another class or has other properties")
    if name.endswith((".func", ".code")):
        return "the function called is the one seen before", "another function is called"
    return None


def element(items: str, index: str) -> str | None:
    """`$a[$i]` for an item of the storage of $a, None when items is no array's storage."""
    base = items.removesuffix(".vals")
    if base != items:
        found = FOUND.fullmatch(index)
        return found[1] if found else f"{base.removesuffix('.storage')}[…]"
    base = items.removesuffix(".storage")
    if base == items:
        return None
    head, dot, offset = index.rpartition(".start")
    if dot and (not offset or offset.startswith(" + ")):
        return f"{base}[{ungrouped(offset.removeprefix(' + ') or '0')}]"
    return None


def of_foreach(text: str) -> str:
    """The text with what foreach walks through called so."""
    return WALKED.sub("the array of foreach", VISITED.sub("the value of foreach", text))


def outside_brackets(text: str) -> str:
    """The text without what stands in brackets."""
    depth, kept = 0, []
    for character in text:
        depth -= character in ")]"
        if not depth:
            kept.append(character)
        depth += character in "(["
    return "".join(kept)


def ungrouped(text: str) -> str:
    """Without the brackets round all of it."""
    return text[1:-1] if outside_brackets(text) == "()" else text
