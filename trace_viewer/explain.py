"""What a guard checks, in the terms of the PHP program: `$i < $n`, `$x is an int`.

The text is put together from the operations that lead to the guard; boxes are shown as the PHP
variable they are where the engine said so. Where a trace goes on from another one, its first boxes
are known by name only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hippy.trace_viewer import meaning
from hippy.trace_viewer.meaning import outside_brackets
from hippy.trace_viewer.model import BOX, Op, Recording, Trace

MAX_DEPTH = 6

INFIX = {
    "int_add": "+", "int_add_ovf": "+", "int_sub": "-", "int_sub_ovf": "-",
    "int_mul": "*", "int_mul_ovf": "*", "int_and": "&", "int_or": "|", "int_xor": "^",
    "int_lshift": "<<", "int_rshift": ">>", "uint_rshift": ">>>",
    "int_floordiv": "/", "int_mod": "%",
    "int_lt": "<", "int_le": "<=", "int_gt": ">", "int_ge": ">=", "int_eq": "==", "int_ne": "!=",
    "uint_lt": "<", "uint_le": "<=", "uint_gt": ">", "uint_ge": ">=",
    "float_add": "+", "float_sub": "-", "float_mul": "*", "float_truediv": "/",
    "float_lt": "<", "float_le": "<=", "float_gt": ">", "float_ge": ">=",
    "float_eq": "==", "float_ne": "!=",
    "ptr_eq": "===", "ptr_ne": "!==", "instance_ptr_eq": "===", "instance_ptr_ne": "!==",
}
OPPOSITE = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "==": "!=", "!=": "==",
            "===": "!==", "!==": "==="}
SAME = {"same_as_i", "same_as_r", "same_as_f", "cast_int_to_float", "cast_float_to_int"}
STEPS = {"int_add": 1, "int_add_ovf": 1, "int_sub": -1, "int_sub_ovf": -1}
INDEXING = ("getarrayitem_", "getinteriorfield_", "strgetitem", "unicodegetitem")
REFERENCE = "W_Ref.inst_value "
STRING = "W_StrConst.inst_s "
UNKNOWN = "<object>"        # a constant that the engine has not explained
LOOKUPS = {"find_str()", "find_int()"}       # functions of interpreter/objects/hashtable.py
# What stands in an object of this class is the PHP value itself.
BOXED = {"intval", "floatval", "boolval"}
CLASSES = {
    "W_Int": "an int", "W_Float": "a float", "W_Bool": "a bool", "W_Null": "null",
    "W_Array": "an array", "W_Ref": "a reference", "W_Object": "an object",
    "W_Closure": "a closure", "W_Class": "a class", "W_StrConst": "a string",
    "W_StrBuf": "a string that is being built",
}
CONSTANT_CLASS = re.compile(r"ConstClass\((.*)\)", re.DOTALL)
LOOP = re.compile(r"<Loop(\d+)>")
INTEGER = re.compile(r"-?\d+")
PHP_VALUE = re.compile(r"-?(\d.*|INF)|NAN|true|false|null|\".*|array\(.*", re.DOTALL)
FIELD = re.compile(r"[\w.]+\.(\w+)")


@dataclass(frozen=True, slots=True)
class Check:
    """`expected` holds while the trace goes on; `failed` says what it is when it does not."""

    expected: str
    failed: str


def explain(recording: Recording, trace: Trace, index: int) -> Check:
    """The check that the operation at this index, a guard with a number, makes."""
    check = Explainer(recording, trace, index).check()
    return Check(meaning.of_foreach(check.expected), meaning.of_foreach(check.failed))


class Explainer:
    def __init__(self, recording: Recording, trace: Trace, index: int) -> None:
        self.recording = recording
        self.trace = trace
        self.index = index
        self.op = trace.ops[index]
        guard = recording.guards[self.op.guard]
        self.names = {box: name for name, box in reversed(guard.variables) if BOX.fullmatch(box)}

    def check(self) -> Check:
        method = getattr(self, f"check_{self.op.name[len('guard_'):]}", None)
        if method is None:
            return Check(str(self.op), "not so")
        return method()

    # One method for each kind of guard

    def check_true(self) -> Check:
        return self.condition(expected=True)

    def check_false(self) -> Check:
        return self.condition(expected=False)

    def condition(self, expected: bool) -> Check:
        if self.looks_for_signals(self.op.args[0]):
            return Check("no signal (Ctrl-C) waits", "a signal waits")
        text = self.truth(self.op.args[0], expected)
        return Check(text, self.truth(self.op.args[0], not expected))

    def check_class(self) -> Check:
        name, kind = self.value(self.op.args[0]), kind_of(self.op.args[1])
        return Check(f"{name} is {kind}", f"{name} is not {kind}")

    def check_nonnull_class(self) -> Check:
        name, kind = self.value(self.op.args[0]), kind_of(self.op.args[1])
        return Check(f"{name} is {kind}", f"{name} is not {kind}")

    check_subclass = check_class

    def check_gc_type(self) -> Check:
        name = self.value(self.op.args[0])
        return Check(f"{name} is of the same kind as before", f"{name} is of another kind")

    check_is_object = check_gc_type

    def check_nonnull(self) -> Check:
        name = self.value(self.op.args[0])
        return Check(f"{name} is set", f"{name} is unset")

    def check_isnull(self) -> Check:
        name = self.value(self.op.args[0])
        return Check(f"{name} is unset", f"{name} is set")

    def check_value(self) -> Check:
        name, value = self.value(self.op.args[0]), self.value(self.op.args[1])
        told = meaning.of_value(name, value.strip("<>"))
        if told:
            return Check(*told)
        if value == "ConstPtr(null)":
            return Check(f"{name} is unset", f"{name} is set")
        if value.startswith("<"):
            return Check(f"{name} is the same {value[1:-1]} as before", f"{name} is another one")
        return Check(f"{name} is {value}", f"{name} is another value")

    def check_no_overflow(self) -> Check:
        text = self.before(lambda op: op.name.endswith("_ovf"), self.computation)
        return Check(f"{text} fits in an int", f"{text} overflows")

    def check_overflow(self) -> Check:
        text = self.before(lambda op: op.name.endswith("_ovf"), self.computation)
        return Check(f"{text} overflows", f"{text} fits in an int")

    def check_no_exception(self) -> Check:
        text = self.before(is_call, self.called)
        return Check(f"{text} throws nothing", f"{text} throws")

    def check_exception(self) -> Check:
        kind, text = kind_of(self.op.args[0]), self.before(is_call, self.called)
        return Check(f"{text} throws {kind}", f"{text} throws something else, or nothing")

    def check_not_forced(self) -> Check:
        text = self.before(is_call, self.called)
        return Check(f"{text} leaves the variables alone", f"{text} looked at the variables")

    def check_not_forced_2(self) -> Check:
        return Check("nobody looks at the variables from outside",
                     "the variables were looked at from outside")

    def check_not_invalidated(self) -> Check:
        return Check("functions, classes and constants are as before",
                     "a function, class or constant it relies on has changed")

    def check_future_condition(self) -> Check:
        return Check("always", "never fails")

    def looks_for_signals(self, box: str) -> bool:
        """Whether the condition is RPython's signal flag (rpython/rlib/rsignal.py)."""
        test = self.definition(box)
        flag = self.definition(test.args[0]) if test and test.args else None
        return flag is not None and "pypysig" in flag.descr

    # The operations that lead to it

    def called(self, op: Op) -> str:
        return called(self.recording, op)

    def before(self, wanted, describe) -> str:
        """`describe` of the last wanted operation before the guard."""
        for op in reversed(self.trace.ops[:self.index]):
            if wanted(op):
                return describe(op)
        return "the operation before"

    def definition(self, box: str) -> Op | None:
        index = self.trace.definitions.get(box)
        return None if index is None else self.trace.ops[index]

    def value(self, box: str, depth: int = 0) -> str:
        """The box as PHP would write it, as far as it is known."""
        if box in self.names:
            return self.names[box]
        if box.startswith("Const"):
            return constant_text(self.trace, box)
        op = self.definition(box)
        if op is None or depth >= MAX_DEPTH:
            return box
        return self.computation(op, depth)

    def dividend(self, box: str) -> str | None:
        """x, when the box is the quotient of x and a constant as the optimizer computes it:

        uint_mul_high(x, magic) >> shift, with x and the result xor-ed by x's sign where that may be
        negative.
        """
        op = self.definition(box)
        if op is not None and op.name == "int_xor":
            sign = self.definition(op.args[1])
            inner = self.definition(op.args[0])
            if sign is None or inner is None or sign.name != "int_rshift":
                return None
            return sign.args[0] if self.is_high_product(inner) else None
        if op is not None and self.is_high_product(op):
            product = self.definition(op.args[0]) if op.name == "uint_rshift" else op
            return product.args[0] if product else None
        return None

    def is_high_product(self, op: Op) -> bool:
        inner = self.definition(op.args[0]) if op.name == "uint_rshift" else op
        return inner is not None and inner.name == "uint_mul_high"

    def remainder(self, op: Op) -> tuple[str, str] | None:
        """(x, m) when the subtraction is x - (quotient of x and m) * m."""
        product = self.definition(op.args[1])
        if product is None or product.name != "int_mul":
            return None
        if self.dividend(product.args[0]) != op.args[0] or BOX.fullmatch(product.args[1]):
            return None
        return op.args[0], product.args[1]

    def computation(self, op: Op, depth: int = 0) -> str:
        """What an operation computes."""
        found = self.remainder(op) if op.name == "int_sub" else None
        if found:
            return f"{grouped(self.value(found[0], depth + 1))} % {found[1]}"
        if op.name in ("int_is_zero", "int_is_true"):
            return self.truth(op.result, expected=True, depth=depth + 1)
        if is_call(op):
            return self.call(op, depth)
        if op.name in STEPS:
            return self.shifted(op, depth)
        args = [self.value(arg, depth + 1) for arg in op.args]
        sign = INFIX.get(op.name)
        if sign in OPPOSITE:
            return f"{compared(args[0])} {sign} {compared(args[1])}"
        if sign:
            return f"{grouped(args[0])} {sign} {grouped(args[1])}"
        return self.fetched(op, args)

    def call(self, op: Op, depth: int) -> str:
        """A call, with the key where it looks a key up: find($a[$key])."""
        name = self.called(op)
        if name not in LOOKUPS or len(op.args) < 3:
            return name
        table, key = (self.value(arg, depth + 1) for arg in (op.args[1], op.args[-1]))
        key = "…" if key == UNKNOWN else key
        return f"find({grouped(table.removesuffix('.storage'))}[{key}])"

    def shifted(self, op: Op, depth: int) -> str:
        """A sum or difference; constants added one after the other are one."""
        total, box = 0, ""
        inner: Op | None = op
        while inner is not None and inner.name in STEPS and INTEGER.fullmatch(inner.args[1]):
            total += STEPS[inner.name] * int(inner.args[1])
            box = inner.args[0]
            inner = None if box in self.names else self.definition(box)
        if not box:
            left, right = (grouped(self.value(arg, depth + 1)) for arg in op.args)
            return f"{left} {INFIX[op.name]} {right}"
        text = grouped(self.value(box, depth + 1))
        return f"{text} {'-' if total < 0 else '+'} {abs(total)}" if total else text

    def fetched(self, op: Op, args: list[str]) -> str:
        """What an operation takes out of something, or the box when there is no better word."""
        if op.name in SAME:
            return args[0]
        if op.name in ("int_neg", "float_neg"):
            return f"-{grouped(args[0])}"
        if op.name.startswith("getfield_"):
            field = field_of(op.descr)
            boxed = field in BOXED or REFERENCE in op.descr or STRING in op.descr
            return args[0] if boxed else f"{grouped(args[0])}.{field}"
        if op.name.startswith(INDEXING) and len(args) > 1:
            return self.element(*args[:2])
        if op.name == "strlen":
            return f"strlen({args[0]})"
        if op.name.startswith("arraylen_"):
            return f"length({args[0]})"
        return op.result or str(op)

    def element(self, items: str, index: str) -> str:
        """An element of a PHP array, a variable in a slot, or just one of these items."""
        element = meaning.element(items, index)
        if element:
            return element
        if items.endswith(".slots") and index.isdigit() and self.trace.slots:
            named = int(index) < len(self.trace.slots)
            return self.trace.slots[int(index)] if named else "temporary"
        return f"{grouped(items)}[{index}]"

    def is_mixed(self, box: str) -> bool:
        """Whether the box has the bits of an element that may be an int or a float."""
        return any(op.name == "int_ge" and op.args == (box, meaning.LEAST_INT)
                   for op in self.trace.ops)

    def truth(self, box: str, expected: bool, depth: int = 0) -> str:
        """A condition that holds when the box is true, or when it is false."""
        op = self.definition(box)
        if op is not None and box not in self.names:
            if op.name in ("int_is_zero", "int_is_true") and depth < MAX_DEPTH:
                inner = self.definition(op.args[0])
                positive = expected == (op.name == "int_is_true")
                if inner is not None and INFIX.get(inner.name) in OPPOSITE:
                    return self.truth(op.args[0], positive, depth + 1)
                sign = "!=" if positive else "=="
                left = compared(self.value(op.args[0], depth + 1))
                return meaning.of_comparison(left, sign, "0") or f"{left} {sign} 0"
            sign = INFIX.get(op.name)
            if sign in OPPOSITE:
                left, right = (compared(self.value(arg, depth + 1)) for arg in op.args)
                if op.name == "int_lt" and right == "0" and self.is_mixed(op.args[0]):
                    return f"{left} is an int" if expected else f"{left} is a float"
                told = meaning.of_comparison(left, sign if expected else OPPOSITE[sign], right)
                if told and not op.name.startswith("float_"):
                    return told
                if expected:
                    return f"{left} {sign} {right}"
                if op.name.startswith("float_"):
                    # NAN: the opposite of < is not >=.
                    return f"not ({left} {sign} {right})"
                return f"{left} {OPPOSITE[sign]} {right}"
            if is_call(op):
                return f"{self.called(op)} is {'true' if expected else 'false'}"
        text = self.value(box, depth)
        if text.endswith(".has_counted"):
            held = "holds arrays or references" if expected else "holds no array and no reference"
            return f"{text.removesuffix('.has_counted')} {held}"
        return text if expected else f"not {grouped(text)}"


def is_call(op: Op) -> bool:
    return op.name.startswith(("call_", "cond_call"))


def called(recording: Recording, op: Op) -> str:
    """The name of what is called: a PHP function with a loop of its own, or an RPython one."""
    if op.name.startswith("call_assembler"):
        match = LOOP.fullmatch(op.descr)
        token = int(match[1]) if match else 0
        trace = next((trace for trace in recording.loops if trace.token == token), None)
        return f"{trace.place.function}()" if trace and trace.place else "a compiled function"
    position = 1 if op.name.startswith("cond_call") else 0
    if position < len(op.args):
        constant = CONSTANT_CLASS.fullmatch(op.args[position])
        if constant:
            return f"{plain_name(constant[1])}()"
    return "the call"


def constant_text(trace: Trace, arg: str) -> str:
    """A constant argument: a class by its name, a PHP value as PHP has it, an object as <Class>."""
    constant = CONSTANT_CLASS.fullmatch(arg)
    if constant:
        return plain_name(constant[1])
    text = trace.constants.get(arg)
    if text is None:
        return UNKNOWN if arg.startswith("ConstPtr(ptr") else arg
    return text if PHP_VALUE.fullmatch(text) else f"<{text}>"


def plain_name(name: str) -> str:
    """An RPython function's name without its module and without what the translator adds."""
    return short_class(name).partition("__AccessDirect")[0]


def short_class(name: str) -> str:
    return name.rpartition(".")[2]


def kind_of(text: str) -> str:
    """`ConstClass(W_Int)` as `an int`."""
    constant = CONSTANT_CLASS.fullmatch(text)
    name = short_class(constant[1]) if constant else text
    if name in CLASSES:
        return CLASSES[name]
    if name.startswith("W_Str"):
        return f"a string ({name})"
    if name.isdigit():
        return "of the kind seen before"
    article = "an" if name[:1] in "AEIOU" else "a"
    return f"{article} {name}"


def field_of(descr: str) -> str:
    """The field's name in `<FieldS target.W_Int.inst_intval 8 pure>`; counts may have 32 bits."""
    match = FIELD.search(descr)
    return match[1].removeprefix("inst_").removesuffix("32") if match else "field"


def compared(text: str) -> str:
    """As one side of a comparison: in brackets when something there binds less tightly."""
    flat = outside_brackets(text)
    return f"({text})" if any(f" {sign} " in flat for sign in (*OPPOSITE, *"&|^")) else text


def grouped(text: str) -> str:
    """In brackets when it has more than one word."""
    return f"({text})" if " " in outside_brackets(text) else text
