"""How values, source lines, call stacks and errors are shown: everything becomes Fragments.

Fragments are pairs of a style's name (from theme.py) and a text, as prompt_toolkit has them; this
module does not need it. Where they are written to is in screen.py.
"""

from __future__ import annotations

import os
import re

from wcwidth import wcswidth

from hippy.debugger.session import Diagnostic, Frame
from hippy.debugger.values import Value

Fragments = list[tuple[str, str]]

INDENT = 4
LONGEST = 400       # columns of a line of source
CONSTANTS = {"null": "null", "uninitialized": "uninitialized"}
ESCAPES = {
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\x1b": "\\e",
    "\\": "\\\\",
    '"': '\\"',
    "$": "\\$",
}
VISIBILITIES = {"public": "+", "protected": "#", "private": "-"}
INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
RESOURCE = re.compile(r"\Aresource id='(\d+)' type='(.*)'\Z")
CLOSURE = re.compile(r"\{closure:(.*):(\d+)-(\d+)\}\Z", re.DOTALL)
WHOLE = re.compile(r"-?[0-9]+")


def plain(fragments: Fragments) -> str:
    """The text without its styles."""
    return "".join(text for _, text in fragments)


def width_of(text: str) -> int:
    """The columns the text takes on a terminal."""
    columns = wcswidth(text)
    return len(text) if columns < 0 else columns


def cut(fragments: Fragments, width: int) -> Fragments:
    """The beginning that fits into the columns, with an ellipsis where something is left out."""
    if width_of(plain(fragments)) <= width:
        return fragments
    shown: Fragments = []
    room = width - 1
    for style, text in fragments:
        kept = text[:room]
        while width_of(kept) > room:
            kept = kept[:-1]
        shown.append((style, kept))
        room -= width_of(kept)
        if kept != text:
            break
    return [*shown, ("class:value.more", "…")]


# Text from programs


def visible(text: str) -> str:
    """The text with everything escaped that a terminal would not show as it is.

    Undecodable bytes (as surrogateescape keeps them) become \\xFF, invisible characters \\u{200B}.
    """
    if text.isprintable():
        return text
    return "".join(map(visible_character, text))


def visible_character(character: str) -> str:
    if character.isprintable():
        return character
    if character in ESCAPES:
        return ESCAPES[character]
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02X}"
    if code < 0x80:
        return f"\\x{code:02X}"
    return f"\\u{{{code:X}}}"


def quoted(data: bytes) -> str:
    """The bytes as a double-quoted PHP string."""
    text = data.decode("utf-8", "surrogateescape")
    return '"' + "".join(
        ESCAPES[character] if character in '\\"$' else visible_character(character)
        for character in text
    ) + '"'


# Values


def show_value(value: Value, width: int = 80, indent: int = 0) -> Fragments:
    """The value as PHP would be written; over several lines when it does not fit in one.

    `indent` is the column the value starts in and that its further lines are set to.
    """
    if not is_compound(value):
        return show_scalar(value)
    flat = show_flat(value)
    if width_of(plain(flat)) <= width - indent:
        return flat
    return show_block(value, width, indent)


def is_compound(value: Value) -> bool:
    """Whether the value is shown with members: arrays, and objects other than enum cases."""
    return value.type == "array" or (value.type == "object" and "enum" not in value.facets)


def show_scalar(value: Value) -> Fragments:
    text = visible(value.text)
    match value.type:
        case "null" | "uninitialized":
            return [("class:value.constant", CONSTANTS[value.type])]
        case "bool":
            return [("class:value.constant", "true" if text == "1" else "false")]
        case "int":
            return [("class:value.number", text)]
        case "float":
            return [("class:value.number", text + ".0" if WHOLE.fullmatch(text) else text)]
        case "string":
            return show_string(value)
        case "object":
            return show_enum_case(value)
    # As Xdebug names resources, whose form other engines keep.
    shown = RESOURCE.sub(r"resource(\1) of type (\2)", text)
    return [("class:value.constant", shown or value.type)]


def show_string(value: Value) -> Fragments:
    shown: Fragments = [("class:value.string", quoted(value.data))]
    if value.cut:
        shown.append(("class:value.more", f"… ({value.size:,} bytes)"))
    return shown


def show_enum_case(value: Value) -> Fragments:
    members = {child.name: child for child in value.children}
    shown: Fragments = [("class:value.class", visible(value.classname))]
    if "name" in members:
        shown.append(("class:value.constant", "::" + visible(members["name"].text)))
    if "value" in members:
        shown += [("", " = "), *show_scalar(members["value"])]
    return shown


def show_flat(value: Value) -> Fragments:
    """The value in one line, however long."""
    if not is_compound(value):
        return show_scalar(value)
    members = [show_key(value, position) + show_flat(child)
               for position, child in enumerate(value.children)]
    rest = show_rest(value)
    if rest:
        members.append(rest)
    opening, closing = brackets(value)
    shown = show_title(value) if value.type == "object" else []
    shown.append(("", opening))
    for position, member in enumerate(members):
        shown += [("", ", "), *member] if position else member
    shown.append(("", closing))
    return shown


def show_block(value: Value, width: int, indent: int) -> Fragments:
    """The value with one member to a line."""
    opening, closing = brackets(value)
    shown = [*show_title(value), ("", opening + "\n")]
    inner = indent + INDENT
    if value.type == "array" and is_list(value) and not any(map(is_compound, value.children)):
        shown += [*show_filled(value, width, inner), ("", " " * indent + closing)]
        return shown
    for position, child in enumerate(value.children):
        key = show_key(value, position)
        shown += [("", " " * inner), *key]
        shown += show_member(child, width - 1, inner, width_of(plain(key)))
        shown.append(("", ",\n"))
    rest = show_rest(value)
    if rest:
        shown += [("", " " * inner), *rest, ("", "\n")]
    shown.append(("", " " * indent + closing))
    return shown


def show_filled(value: Value, width: int, indent: int) -> Fragments:
    """The members of a list of scalars, as many to a line as fit."""
    items = [show_scalar(child) for child in value.children]
    rest = show_rest(value)
    if rest:
        items.append(rest)
    shown: Fragments = [("", " " * indent)]
    column = indent
    for position, item in enumerate(items):
        comma = "," if position < len(value.children) else ""
        length = width_of(plain(item)) + len(comma)
        if column > indent and column + 1 + length >= width:
            shown.append(("", "\n" + " " * indent))
            column = indent
        elif column > indent:
            shown.append(("", " "))
            column += 1
        shown += [*item, ("", comma)]
        column += length
    return [*shown, ("", "\n")]


def show_member(child: Value, width: int, indent: int, used: int) -> Fragments:
    """A member's value: flat if it fits behind its key, else as a block of its own."""
    if not is_compound(child) or not child.children:
        return show_flat(child)
    flat = show_flat(child)
    if width_of(plain(flat)) <= width - indent - used:
        return flat
    return show_block(child, width, indent)


def show_title(value: Value) -> Fragments:
    """What stands before the bracket: the class and number of an object, the size of an array."""
    if value.type == "array":
        return [("class:value.class", "array"), ("", f"({value.count}) ")]
    number = f" #{value.address}" if value.address else ""
    return [("class:value.class", class_name(value)), ("class:note", number), ("", " ")]


def class_name(value: Value) -> str:
    """Without what PHP puts behind a NUL in the names of anonymous classes."""
    return visible(value.classname.partition("\0")[0])


def brackets(value: Value) -> tuple[str, str]:
    return ("[", "]") if value.type == "array" else ("{", "}")


def show_key(parent: Value, position: int) -> Fragments:
    """The key of a member with what follows it; nothing for the members of a list."""
    child = parent.children[position]
    if parent.type == "object":
        mark = next((VISIBILITIES[facet] for facet in VISIBILITIES if facet in child.facets), "+")
        mark = "static " + mark if "static" in child.facets else mark
        # A private property of a parent class comes as *Parent*name.
        name = child.name[1:].replace("*", "::", 1) if child.name.startswith("*") else child.name
        return [("class:note", mark), ("class:value.key", visible(name)), ("", ": ")]
    if is_list(parent):
        return []
    if INTEGER.fullmatch(child.name):
        return [("class:value.number", child.name), ("", " => ")]
    key = quoted(child.name.encode("utf-8", "surrogateescape"))
    return [("class:value.key", key), ("", " => ")]


def is_list(value: Value) -> bool:
    """Whether the keys that were sent are 0, 1, 2 and so on."""
    return all(child.name == str(position) for position, child in enumerate(value.children))


def show_rest(value: Value) -> Fragments:
    """What stands for the members that were not sent."""
    if value.recursive:
        return [("class:value.more", "*recursion*")]
    missing = value.count - len(value.children)
    if missing <= 0:
        return []
    if value.children:
        return [("class:value.more", f"… {missing:,} more")]
    return [("class:value.more", "…" if value.type == "object" else f"…×{missing:,}")]


def type_of(value: Value) -> str:
    """The value's type as PHP's get_debug_type() names it."""
    match value.type:
        case "object":
            return class_name(value)
        case "resource":
            return "resource"
    return value.type


def show_variable(value: Value, width: int = 80, sigil: str = "$") -> Fragments:
    """`$name = value`; constants have no sigil."""
    name = value.fullname or value.name
    if not name.startswith("$") and "::" not in name:
        name = sigil + name
    shown: Fragments = [("class:value.key", visible(name)), ("", " = ")]
    return shown + show_value(value, width - width_of(name) - 3)


# Source and stack


def show_source(
    lines: list[str],
    first: int,
    current: int = 0,
    stops: frozenset[int] = frozenset(),
    coloured: list[Fragments] | None = None,
) -> Fragments:
    """The lines with their numbers, an arrow at the current one, a mark at each breakpoint.

    `coloured` holds the same lines with styles.
    """
    shown: Fragments = []
    digits = max(3, len(str(first + len(lines) - 1)))
    for position, text in enumerate(lines):
        number = first + position
        arrow = "->" if number == current else "  "
        mark = "*" if number in stops else " "
        shown += [("class:source.arrow", arrow), ("class:source.breakpoint", mark)]
        shown.append(("class:source.number", f"{number:>{digits}} | "))
        line = coloured[position] if coloured else [("", visible(text.expandtabs(4)))]
        shown += line if len(text) < LONGEST // 4 else cut(line, LONGEST)
        shown.append(("", "\n"))
    return shown


def show_bytecode(text: str, current: int = 0) -> Fragments:
    """A listing of instructions, each with its line if that is new; an arrow at those of a line."""
    shown: Fragments = []
    here = False
    for text_line in text.rstrip("\n").split("\n"):
        number = text_line[:6].strip()
        if number.isdigit():
            here = int(number) == current
        shown += [("class:source.arrow", "-> " if here else "   "), ("", visible(text_line) + "\n")]
    return shown


def show_frame(frame: Frame, selected: bool = False, width: int = 80) -> Fragments:
    """One line of a backtrace; the arguments are cut where they do not fit."""
    name = visible(short_closure(frame.function) or "{main}")
    begin: Fragments = [
        ("class:source.arrow", "-> " if selected else "   "),
        ("class:note", f"#{frame.level} "),
        ("class:name", name),
    ]
    end: Fragments = [("", f" at {visible(short_path(frame.file))}:{frame.line}")]
    middle: Fragments = []
    if name not in ("{main}", "include", "require", "eval") and not name.endswith(")"):
        room = width - width_of(plain(begin + end)) - 3
        middle = [("", "("), *cut(show_arguments(frame), max(1, room)), ("", ")")]
    return [*begin, *middle, *end, ("", "\n")]


def show_arguments(frame: Frame) -> Fragments:
    """`$name: value` for each argument that the engine has told of."""
    shown: Fragments = []
    for argument in frame.arguments:
        if shown:
            shown.append(("", ", "))
        if argument.name:
            shown += [("class:value.key", visible(argument.name)), ("", ": ")]
        if is_compound(argument):
            title = plain(show_title(argument)).rstrip()
            shown.append(("class:value.class", title.replace("array(0)", "[]")))
        else:
            shown += show_flat(argument)
    return shown


def short_closure(name: str) -> str:
    """`{closure:FILE:FIRST-LAST}` without the file's folder, and the lines as one if they are."""
    found = CLOSURE.search(name)
    if found is None:
        return name
    lines = found[2] if found[2] != found[3] else ""
    place = f"{os.path.basename(found[1])}:{lines + '-' if lines else ''}{found[3]}"
    return f"{name[:found.start()]}{{closure:{place}}}"


def short_path(path: str) -> str:
    """The path relative to the working directory where that is inside it; `eval #1` for code."""
    if path == "dbgp://stdin":
        return "input"
    if path.startswith("dbgp://"):
        return path.replace("dbgp://", "eval #")
    here = os.getcwd().rstrip("/") + "/"
    return path[len(here):] if path.startswith(here) else path


# Errors


def show_diagnostic(diagnostic: Diagnostic, code: bytes, column: int | None = None) -> Fragments:
    """The message, under a caret that points at what it is about if that is known.

    With `column` the code's only line is on the screen already, one line up, and begins there;
    without it the line is repeated.
    """
    message = f"{title_of(diagnostic)}: {visible(diagnostic.message)}\n"
    if diagnostic.start < 0:
        return [("class:error", message)]
    lines = code.split(b"\n")
    line, start = place_of(code, diagnostic.start)
    before = lines[line][:start].decode("utf-8", "replace").expandtabs(4)
    length = max(1, min(diagnostic.end, diagnostic.start + len(lines[line]) - start)
                 - diagnostic.start)
    token = lines[line][start:start + length].decode("utf-8", "replace")
    shown: Fragments = []
    if column is None:
        prefix = f"{line + 1} | "
        text = lines[line].decode("utf-8", "surrogateescape").expandtabs(4)
        shown += [("class:source.number", prefix), ("", visible(text) + "\n")]
        column = len(prefix)
    shown.append(("", " " * (column + width_of(before))))
    shown.append(("class:error.caret", "^" * max(1, width_of(token)) + "\n"))
    shown.append(("class:error", message))
    return shown


def title_of(diagnostic: Diagnostic) -> str:
    return "Parse error" if diagnostic.kind == "parse" else "Fatal error"


def place_of(code: bytes, offset: int) -> tuple[int, int]:
    """The line, from 0, and the byte in it of an offset into the code."""
    offset = max(0, min(offset, len(code)))
    start = code.rfind(b"\n", 0, offset) + 1
    return code.count(b"\n", 0, start), offset - start
