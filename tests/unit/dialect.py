"""The linter of the engine's dialect: Python for 3.11 and 2.7 that RPython translates.

A rule is a function over one kind of node. Where it holds is its scope: `everywhere` in the engine
(interpreter/ without the toolchain), in the `engine` without rlib/ (which hides the differences
between the Pythons), or at `run time`, that is inside of functions that get translated. A function
or class whose docstring begins with NOT_RPYTHON is only used while modules are imported.

A line that has to break a rule says why: `# dialect: the reason`. A division of floats says
`# float division`. docs/rpython.md has the reasons behind the rules.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

EVERYWHERE, ENGINE, RUN_TIME = "everywhere", "engine", "run time"
MAXINT = 2**63 - 1
NEVER_TRANSLATED = ("interpreter/__main__.py",)
EXCUSE = re.compile(r"# dialect: \S")
FLOAT_DIVISION = "# float division"

# What Python 3 answers differently for chars above 127, or what RPython's str lacks.
STRING_METHODS = frozenset(
    "upper lower isalpha isspace isdigit isalnum title casefold capitalize swapcase isupper islower"
    " isdecimal isnumeric istitle zfill ljust rjust center expandtabs partition rpartition"
    " splitlines translate encode decode format".split())
STRIPPING = frozenset("strip lstrip rstrip split rsplit".split())
NO_SUCH_FUNCTION = frozenset(
    "set frozenset sorted print super repr format any all sum map filter zip round pow divmod iter"
    " next vars dir eval exec compile open input hash id callable locals globals bytes bytearray"
    " memoryview ascii delattr".split())
PYTHON_2_NAMES = frozenset("xrange long unicode basestring unichr raw_input".split())
PYTHON_2_FUNCTIONS = frozenset("reduce intern file cmp execfile".split())
PYTHON_2_ATTRIBUTES = frozenset(
    [("sys", "maxint"), ("string", "letters"), ("string", "lowercase"), ("string", "uppercase")])
CONVERSIONS = frozenset(["int", "float", "str"])
DICT_VIEWS = frozenset(["keys", "values", "items"])
DICT_PYTHON_2 = frozenset(["iterkeys", "itervalues", "iteritems", "has_key", "viewkeys"])
MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp, ast.Call)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
FORMAT = re.compile(r"%(.?)")


@dataclass(frozen=True, order=True)
class Finding:
    """One broken rule; prints as file:line rule: why."""

    path: str
    line: int
    rule: str
    why: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.rule}: {self.why}"


@dataclass
class Source:
    """One file of the engine, parsed."""

    path: str
    text: str
    tree: ast.Module
    comments: dict[int, str]
    broken: SyntaxError | None = None

    @property
    def is_rlib(self) -> bool:
        return self.path.startswith("interpreter/rlib/")

    @property
    def is_translated(self) -> bool:
        return self.path not in NEVER_TRANSLATED


Check = Callable[[ast.AST], str | None]
RULES: dict[str, tuple[str, tuple[type, ...], Check]] = {}


def rule(name: str, scope: str, *nodes: type) -> Callable[[Check], Check]:
    """Registers a check: it returns why a node breaks the rule, or None."""
    def register(check: Check) -> Check:
        assert name not in RULES, name
        RULES[name] = (scope, nodes, check)
        return check
    return register


def called_name(node: ast.AST) -> str | None:
    """`f` of a call f(...), else None."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id
    return None


def called_method(node: ast.AST) -> str | None:
    """`m` of a call x.m(...), else None."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr
    return None


def is_constant(node: ast.AST | None, *kinds: type) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in kinds


def is_negative(node: ast.AST | None) -> bool:
    return (isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)
            and is_constant(node.operand, int))


def line_of(node: ast.AST) -> int:
    return node.iter.lineno if isinstance(node, ast.comprehension) else node.lineno


def docstring(node: ast.AST) -> str:
    return ast.get_docstring(node) or ""


def is_import_time(node: ast.AST) -> bool:
    return docstring(node).startswith("NOT_RPYTHON")


# Syntax and names that one of the Pythons does not have


@rule("python3-syntax", EVERYWHERE, ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Nonlocal,
      ast.Match, ast.YieldFrom, ast.AsyncFunctionDef, ast.Await, ast.Starred, ast.MatMult)
def python3_syntax(node: ast.AST) -> str | None:
    if isinstance(node, ast.JoinedStr):
        return "Python 2.7 has no f-strings"
    if isinstance(node, ast.Starred) and isinstance(node.ctx, ast.Load):
        return None
    return f"Python 2.7 has no {type(node).__name__}"


@rule("python3-signature", EVERYWHERE, *FUNCTIONS)
def python3_signature(node: ast.FunctionDef) -> str | None:
    arguments = node.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    if arguments.posonlyargs or arguments.kwonlyargs:
        return "Python 2.7 has no positional-only or keyword-only parameters"
    if node.returns or any(argument.annotation for argument in every):
        return "Python 2.7 has no annotations"
    return None


@rule("raise-from", EVERYWHERE, ast.Raise)
def raise_from(node: ast.Raise) -> str | None:
    return "Python 2.7 has no `raise ... from`" if node.cause else None


@rule("bare-except", EVERYWHERE, ast.ExceptHandler)
def bare_except(node: ast.ExceptHandler) -> str | None:
    if node.type is None:
        return "a bare except also catches StackOverflow and MemoryError: name the exception"
    return None


@rule("class", EVERYWHERE, ast.ClassDef)
def class_statement(node: ast.ClassDef) -> str | None:
    if not node.bases:
        return f"write `class {node.name}(object)`: Python 2.7 would make an old-style class"
    if node.keywords or any(assigned_name(part) == "__metaclass__" for part in node.body):
        return "no metaclasses"
    return None


def assigned_name(node: ast.AST) -> str | None:
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    return None


@rule("descriptor", ENGINE, ast.Name, ast.Attribute)
def descriptor(node: ast.AST) -> str | None:
    name = node.id if isinstance(node, ast.Name) else node.attr
    if isinstance(node, ast.Name) and name in ("property", "classmethod"):
        return f"no {name}: write a method or a function"
    if isinstance(node, ast.Attribute) and name in ("setter", "deleter", "getter"):
        return "no properties: write a method"
    return None


@rule("python2-name", ENGINE, ast.Name, ast.Attribute, ast.Call)
def python2_name(node: ast.AST) -> str | None:
    if called_name(node) in PYTHON_2_FUNCTIONS:
        return f"Python 3 has no `{called_name(node)}()`"
    if isinstance(node, ast.Name) and node.id in PYTHON_2_NAMES:
        return f"Python 3 has no `{node.id}`"
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        if (node.value.id, node.attr) in PYTHON_2_ATTRIBUTES:
            return f"Python 3 has no {node.value.id}.{node.attr}"
    return None


@rule("dict-method", ENGINE, ast.Call)
def dict_method(node: ast.Call) -> str | None:
    if called_method(node) in DICT_PYTHON_2:
        return f"Python 3's dict has no .{called_method(node)}()"
    return None


@rule("bytes", ENGINE, ast.Constant)
def bytes_literal(node: ast.Constant) -> str | None:
    if is_constant(node, bytes) or node.kind == "u":
        return "byte strings are plain literals; b'' and u'' are another type in one of the Pythons"
    return None


@rule("latin-1", EVERYWHERE, ast.Constant)
def latin_1(node: ast.Constant) -> str | None:
    if is_constant(node, str) and any(ord(char) > 255 for char in node.value):
        return "a char above 255: strings hold bytes"
    return None


# Numbers


@rule("division", EVERYWHERE, ast.BinOp, ast.AugAssign)
def division(node: ast.AST) -> str | None:
    if isinstance(node.op, ast.Div):
        return f"`/` differs between the Pythons: `//`, or float operands and {FLOAT_DIVISION!r}"
    return None


@rule("power", RUN_TIME, ast.BinOp, ast.AugAssign)
def power(node: ast.AST) -> str | None:
    return "a ** b is not RPython" if isinstance(node.op, ast.Pow) else None


@rule("slot-index", RUN_TIME, ast.Subscript)
def slot_index(node: ast.Subscript) -> str | None:
    index = node.slice.left if isinstance(node.slice, ast.BinOp) else node.slice
    of_frame = (isinstance(node.value, ast.Attribute) and node.value.attr == "slots"
                and isinstance(node.value.value, ast.Name) and node.value.value.id == "frame")
    if of_frame and not isinstance(index, ast.Name):
        return "give the index of frame.slots a name and `assert slot >= 0`"
    return None


@rule("conversion", RUN_TIME, ast.Call)
def conversion(node: ast.Call) -> str | None:
    name = called_name(node)
    if name not in CONVERSIONS or not node.args:
        return None
    argument = node.args[0]
    if name == "int" and isinstance(argument, (ast.Compare, ast.BoolOp)):
        return None
    if name == "int" and isinstance(argument, ast.UnaryOp) and isinstance(argument.op, ast.Not):
        return None
    return f"{name}() reads and writes differently in the three worlds: use rlib (or '%d' % n)"


@rule("big-int", RUN_TIME, ast.Constant)
def big_int(node: ast.Constant) -> str | None:
    if is_constant(node, int) and node.value > MAXINT:
        return "above 2^63-1: a module-level r_uint constant"
    return None


@rule("identity", ENGINE, ast.Compare)
def identity(node: ast.Compare) -> str | None:
    sides = [node.left, *node.comparators]
    for operator, left, right in zip(node.ops, sides, sides[1:], strict=False):
        constants = is_constant(left, int, str, float) or is_constant(right, int, str, float)
        if isinstance(operator, (ast.Is, ast.IsNot)) and constants:
            return "`is` tells nothing about ints and strings: ==, !="
        if isinstance(operator, (ast.Eq, ast.NotEq)):
            if is_constant(left, type(None)) or is_constant(right, type(None)):
                return "compare with None by `is`"
    return None


# Strings and sequences


@rule("string-method", RUN_TIME, ast.Call)
def string_method(node: ast.Call) -> str | None:
    name = called_method(node)
    if name in STRING_METHODS:
        return f".{name}() sees Latin-1 letters on Python 3 or is missing in RPython: use rlib"
    if name in STRIPPING and not node.args:
        return f".{name}() without arguments sees Latin-1 blanks on Python 3: use rlib"
    return None


@rule("formatting", RUN_TIME, ast.BinOp)
def formatting(node: ast.BinOp) -> str | None:
    if not isinstance(node.op, ast.Mod):
        return None
    if is_constant(node.left, str):
        wrong = [spec for spec in FORMAT.findall(node.left.value) if spec not in "sdx%" or not spec]
        return f"only %s, %d and %x, without widths: %{wrong[0]}" if wrong else None
    if isinstance(node.right, ast.Tuple):
        return "the format must be a constant"
    return None


@rule("slice", RUN_TIME, ast.Slice)
def slice_bounds(node: ast.Slice) -> str | None:
    if node.step is not None:
        return "no steps"
    for bound in (node.lower, node.upper):
        if is_negative(bound):
            return "no negative bounds"
        if isinstance(bound, ast.BinOp) and isinstance(bound.op, ast.Sub):
            return "a difference is not proven non-negative: give it a name and assert it is >= 0"
    return None


@rule("negative-index", RUN_TIME, ast.Subscript)
def negative_index(node: ast.Subscript) -> str | None:
    return "no negative indexes" if is_negative(node.slice) else None


@rule("dict-view", RUN_TIME, ast.Subscript)
def dict_view(node: ast.Subscript) -> str | None:
    if called_method(node.value) in DICT_VIEWS and not node.value.args:
        return "Python 3's views cannot be indexed, and no order may be assumed"
    return None


@rule("tuple-loop", RUN_TIME, ast.For, ast.comprehension)
def tuple_loop(node: ast.AST) -> str | None:
    if isinstance(node.iter, ast.Tuple) and len(node.iter.elts) != 1:
        return "RPython cannot iterate over a tuple: a list"
    return None


# What RPython does not have


@rule("no-such-function", RUN_TIME, ast.Call)
def no_such_function(node: ast.Call) -> str | None:
    name = called_name(node)
    if name in NO_SUCH_FUNCTION:
        return f"{name}() is not RPython"
    if name in ("min", "max") and len(node.args) == 1:
        return f"{name}() of a list is not RPython, of two values it is"
    if name == "isinstance" and len(node.args) == 2 and isinstance(node.args[1], ast.Tuple):
        return "isinstance with a tuple is not RPython: `or`"
    if name in ("getattr", "setattr", "hasattr") and not is_constant(node.args[1], str):
        return f"{name}() needs a constant name"
    if called_method(node) == "sort":
        return "list.sort is not RPython: rlib has sorts"
    return None


@rule("print", ENGINE, ast.Call)
def print_call(node: ast.Call) -> str | None:
    return "output goes to a stream that was handed in" if called_name(node) == "print" else None


@rule("comprehension", RUN_TIME, ast.Set, ast.SetComp, ast.DictComp, ast.GeneratorExp)
def comprehension(node: ast.AST) -> str | None:
    return "no sets, dict comprehensions or generator expressions: a list, a dict, a loop"


@rule("generator", RUN_TIME, ast.Yield)
def generator(node: ast.Yield) -> str | None:
    return "no generators"


@rule("closure", RUN_TIME, ast.Lambda, ast.FunctionDef, ast.ClassDef)
def closure(node: ast.AST) -> str | None:
    return "RPython functions cannot create closures or classes"


@rule("keywords", RUN_TIME, ast.Call)
def keywords_call(node: ast.Call) -> str | None:
    if any(keyword.arg is None for keyword in node.keywords):
        return "no ** in a call"
    if any(isinstance(argument, ast.Starred) for argument in node.args):
        return "no * in a call"
    return None


@rule("import", RUN_TIME, ast.Import, ast.ImportFrom)
def late_import(node: ast.AST) -> str | None:
    return "imports stand at the top of the file"


@rule("global", RUN_TIME, ast.Global)
def global_statement(node: ast.Global) -> str | None:
    return "a translated module's globals are constants: keep state on an instance"


@rule("parameters", RUN_TIME, *FUNCTIONS)
def parameters(node: ast.FunctionDef) -> str | None:
    """Looked at as part of the function it belongs to, so a nested function has `closure` too."""
    if node.args.kwarg:
        return "no **keywords"
    if node.args.vararg:
        return "no *arguments: a list"
    if any(isinstance(default, MUTABLE) for default in node.args.defaults):
        return "a mutable default is shared by all calls"
    return None


# One file


class Walker(ast.NodeVisitor):
    """Visits a file's nodes and asks the rules that hold where each one stands."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.import_time = not source.is_translated
        self.in_function = False
        self.found: list[Finding] = []

    def visit(self, node: ast.AST) -> None:
        outer = self.import_time, self.in_function
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)) and is_import_time(node):
            self.import_time = True
        for name, (scope, nodes, check) in RULES.items():
            if isinstance(node, nodes) and self.holds(scope, name):
                why = check(node)
                if why:
                    self.found.append(Finding(self.source.path, line_of(node), name, why))
        if isinstance(node, FUNCTIONS):
            self.visit_function(node)
        else:
            self.generic_visit(node)
        self.import_time, self.in_function = outer

    def holds(self, scope: str, name: str) -> bool:
        if scope == EVERYWHERE:
            return True
        if self.source.is_rlib:
            return False
        if scope == ENGINE:
            return True
        return (self.in_function or name == "parameters") and not self.import_time

    def visit_function(self, node: ast.FunctionDef) -> None:
        # Decorators and defaults are evaluated when the function is made, not when it runs.
        for part in (*node.decorator_list, node.args):
            self.visit(part)
        self.in_function = True
        for part in node.body:
            self.visit(part)


def read_source(path: str, text: str) -> Source:
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        return Source(path, text, ast.Module([], []), {}, error)
    comments = {
        token.start[0]: token.string
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.COMMENT
    }
    return Source(path, text, tree, comments)


def check_file(source: Source) -> list[Finding]:
    """All findings of one file that need no other file; nothing is excused yet."""
    if source.broken:
        return [Finding(source.path, source.broken.lineno or 1, "syntax", str(source.broken))]
    walker = Walker(source)
    walker.visit(source.tree)
    return [*walker.found, *check_header(source), *check_escapes(source),
            *check_attribute_types(source)]


def check_header(source: Source) -> Iterator[Finding]:
    if not source.text.isascii():
        lines = source.text.split("\n")
        line = next(number for number, text in enumerate(lines, 1) if not text.isascii())
        yield Finding(source.path, line, "ascii", "a char above 127: write an escape")
    body = source.tree.body[1 if docstring(source.tree) else 0:]
    first = body[0] if body else None
    if not (isinstance(first, ast.ImportFrom) and first.module == "__future__"
            and first.names[0].name == "absolute_import"):
        why = "begins with `from __future__ import absolute_import`"
        yield Finding(source.path, 1, "future", why)


def check_escapes(source: Source) -> Iterator[Finding]:
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        if token.type == tokenize.STRING and "r" not in token.string.split(token.string[-1])[0]:
            if re.search(r"(?<!\\)(\\\\)*\\[uUN]", token.string):
                why = r"\u, \U and \N are no escapes in Python 2.7's strings"
                yield Finding(source.path, token.start[0], "unicode-escape", why)


def check_attribute_types(source: Source) -> Iterator[Finding]:
    """An attribute that some method sets to None or a string, and another to a number."""
    if source.is_rlib:
        return
    for klass in ast.walk(source.tree):
        if isinstance(klass, ast.ClassDef) and not is_import_time(klass):
            seen: dict[str, tuple[str, int]] = {}
            for name, kind, line in constant_attributes(klass):
                known, at = seen.setdefault(name, (kind, line))
                if known != kind:
                    why = f"{klass.name}.{name} is {kind} here and {known} in line {at}"
                    yield Finding(source.path, line, "attribute-type", why)


def constant_attributes(klass: ast.ClassDef) -> Iterator[tuple[str, str, int]]:
    """Name, kind and line of each `self.name = constant` and `name = constant` of a class."""
    kinds = {bool: "an int", int: "an int", float: "a float", str: "a string or None",
             type(None): "a string or None"}
    for node in ast.walk(klass):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            for target in node.targets:
                own = isinstance(target, ast.Attribute) and is_self(target.value)
                if (own or node in klass.body) and type(node.value.value) in kinds:
                    name = target.attr if own else getattr(target, "id", "")
                    yield name, kinds[type(node.value.value)], node.lineno


def is_self(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == "self"


# All files together: classes and what they inherit


@dataclass
class Class:
    """A class of the engine, with what the rules about inheritance need."""

    source: Source
    node: ast.ClassDef
    bases: list[str]
    methods: dict[str, ast.FunctionDef] = field(default_factory=dict)

    @property
    def declares_attributes(self) -> bool:
        names = [assigned_name(part) for part in self.node.body]
        return any(name in ("_attrs_", "_immutable_fields_", "_virtualizable_") for name in names)


def collect_classes(sources: Iterable[Source]) -> dict[str, Class]:
    """Classes by `path:name`; bases are named the same way where they are the engine's."""
    sources = list(sources)
    classes: dict[str, Class] = {}
    for source in sources:
        imported = imported_names(source)
        for node in source.tree.body:
            if isinstance(node, ast.ClassDef):
                bases = [resolve(base, source, imported) for base in node.bases]
                methods = {part.name: part for part in node.body if isinstance(part, FUNCTIONS)}
                classes[f"{source.path}:{node.name}"] = Class(source, node, bases, methods)
    return classes


def imported_names(source: Source) -> dict[str, str]:
    """What `from hippy.interpreter... import name` brings, as `path:name`."""
    names = {}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("hippy."):
            path = node.module.removeprefix("hippy.").replace(".", "/") + ".py"
            for alias in node.names:
                names[alias.asname or alias.name] = f"{path}:{alias.name}"
    return names


def resolve(base: ast.AST, source: Source, imported: dict[str, str]) -> str:
    if isinstance(base, ast.Attribute) and isinstance(base.value, ast.Name):
        folder, _, name = imported.get(base.value.id, "").removesuffix("").partition(".py:")
        return f"{folder}/{name}.py:{base.attr}"
    name = base.id if isinstance(base, ast.Name) else ""
    return imported.get(name, f"{source.path}:{name}")


def ancestors(classes: dict[str, Class], name: str) -> Iterator[str]:
    for base in classes[name].bases if name in classes else ():
        yield base
        yield from ancestors(classes, base)


def check_classes(sources: Iterable[Source]) -> Iterator[Finding]:
    classes = collect_classes(sources)
    for name, klass in classes.items():
        if klass.source.is_rlib or is_import_time(klass.node) or not klass.source.is_translated:
            continue
        above = list(ancestors(classes, name))
        if not klass.declares_attributes and not is_exception(above):
            why = f"{klass.node.name} declares neither _attrs_ nor _immutable_fields_"
            yield Finding(klass.source.path, klass.node.lineno, "attributes", why)
        yield from check_overrides(classes, klass, above)


def is_exception(names: Iterable[str]) -> bool:
    """Whether a built-in exception is among the ancestors; RPython allows no _attrs_ there."""
    return any(name.endswith(("Exception", "Error", "Warning", "Interrupt")) for name in names)


def check_overrides(classes: dict[str, Class], klass: Class, above: list[str]) -> Iterator[Finding]:
    for name, method in klass.methods.items():
        if name == "__init__" or is_import_time(method):
            continue
        for ancestor in above:
            inherited = classes[ancestor].methods.get(name) if ancestor in classes else None
            if inherited and shape(inherited) != shape(method):
                where = f"{classes[ancestor].source.path}:{inherited.lineno}"
                why = f"{klass.node.name}.{name} takes other parameters than in {where}"
                yield Finding(klass.source.path, method.lineno, "override", why)
                break


def shape(method: ast.FunctionDef) -> tuple[int, int]:
    return len(method.args.args), len(method.args.defaults)


# Everything


def check_sources(sources: Iterable[Source]) -> list[Finding]:
    """The findings of all files that no comment excuses, and the excuses that excuse nothing."""
    sources = list(sources)
    found = [finding for source in sources for finding in check_file(source)]
    found += check_classes(sources)
    by_path = {source.path: source for source in sources}
    kept = [finding for finding in found if not is_excused(finding, by_path[finding.path])]
    excused = {(finding.path, finding.line) for finding in found} - {
        (finding.path, finding.line) for finding in kept}
    for source in sources:
        for line, comment in source.comments.items():
            if EXCUSE.search(comment) and (source.path, line) not in excused:
                kept.append(Finding(source.path, line, "excuse", "nothing here needs an excuse"))
    return sorted(set(kept))


def is_excused(finding: Finding, source: Source) -> bool:
    comment = source.comments.get(finding.line, "")
    if finding.rule == "division":
        return FLOAT_DIVISION in comment
    return bool(EXCUSE.search(comment))


def engine_sources(root: Path) -> list[Source]:
    """The files that the dialect's rules hold for."""
    paths = sorted((root / "interpreter").rglob("*.py"))
    toolchain = root / "interpreter" / "toolchain"
    return [read_source(path.relative_to(root).as_posix(), path.read_text("utf-8"))
            for path in paths if toolchain not in path.parents]
