"""Random PHP programs over the whole language: every statement prints what it did, nothing they do depends on time or place.

A program is a list of blocks, each in a function of its own with its own try/catch, so that one error hides nothing else.
"""

from __future__ import annotations

import random
from collections.abc import Callable

HEAD = """<?php
function show(...$values) { foreach ($values as $value) { var_dump($value); } }
class Shape implements Countable, ArrayAccess, IteratorAggregate {
    public $name = 'shape'; protected $sides = [1, 2]; private ?int $secret = null;
    public int $number = 0; public static $made = 0; const KIND = 'plain';
    function __construct(...$sides) { $this->sides = $sides; static::$made++; }
    function count(): int { return count($this->sides); }
    function offsetExists($at): bool { echo "exists($at) "; return isset($this->sides[$at]); }
    function offsetGet($at): mixed { return $this->sides[$at] ?? "none at $at"; }
    function offsetSet($at, $value): void { if ($at === null) { $this->sides[] = $value; } else { $this->sides[$at] = $value; } }
    function offsetUnset($at): void { unset($this->sides[$at]); }
    function getIterator(): Iterator { foreach ($this->sides as $key => $side) { yield $key => $side; } }
    function kind() { return static::KIND . self::KIND; }
    static function make(...$sides) { return new static(...$sides); }
    function __toString() { return static::class . '(' . implode(',', $this->sides) . ')'; }
}
class Round extends Shape {
    const KIND = 'round';
    function __get($name) { return "no $name"; }
    function __isset($name) { return $name === 'here'; }
    function __call($name, $arguments) { return $name . '/' . count($arguments); }
    static function __callStatic($name, $arguments) { return $name . '::' . count($arguments); }
}
final class Point { public function __construct(public readonly int $x = 1, public readonly float $y = 2.5) {} }
enum Suit: string {
    case Hearts = 'H'; case Spades = 'S'; const Wild = self::Spades;
    function label(): string { return ucfirst(strtolower($this->name)); }
}
trait Counts { private $n = 0; function up($by = 1) { $this->n += $by; return $this; } function n() { return $this->n; } }
class Tally { use Counts; }
function adds(int $a, int|float $b = 2, ...$rest) { return $a + $b + array_sum($rest); }
function fills(array &$into, $value = null, ?string $key = null) { if ($key === null) { $into[] = $value; } else { $into[$key] = $value; } return count($into); }
function counts() { static $n = 0; return ++$n; }
function upto($n) { for ($i = 0; $i < $n; $i++) { $got = yield $i => $i * $i; if ($got !== null) { echo "got "; var_dump($got); } } return 'end'; }
function risky($what) { try { if ($what > 2) { throw new LogicException("over $what", $what); } return "fine $what"; } finally { echo "[finally $what]\\n"; } }
"""

LITERALS = [
    "0", "1", "-1", "7", "255", "PHP_INT_MAX", "PHP_INT_MIN", "0.0", "-0.0", "1.5", "-2.25", "1e100", "0.1", "1e15", "123456789012345678",
    "NAN", "INF", "null", "true", "false", "''", "'0'", "'1'", "'abc'", "'12abc'", "' 12'", "'12 '", "'1e3'", "'0x1A'", "'-7.5'", "\"a\\0b\"",
    "'PHP'", "'é'", "[]", "[1, 2, 3]", "['a' => 1, 'b' => [true, null]]", "[3 => 'x', 'k' => 'y', 10 => 'z']", "[[1, 2], [3, 4]]",
]
NAMES = ["a", "b", "c", "d"]
KEYS = ["0", "1", "'a'", "'k'", "-3", "'3'", "1.7", "true", "null", "'x y'"]
BINARY = ["+", "-", "*", "/", "%", "**", ".", "&", "|", "^", "<<", ">>", "<", "<=", "==", "!=", "===", "<=>", "&&", "||", "xor", "??"]
ASSIGN = ["=", "+=", "-=", "*=", ".=", "??=", "|=", "%=", "**=", "/="]
CASTS = ["(int)", "(float)", "(string)", "(bool)", "(array)", "(object)"]
ONE_ARGUMENT = [
    "strlen", "strrev", "ucfirst", "ucwords", "strtoupper", "trim", "md5", "crc32", "is_numeric", "intval", "floatval", "boolval", "gettype",
    "abs", "ceil", "floor", "sqrt", "is_callable", "array_sum", "array_product", "count", "array_keys", "array_values", "array_reverse",
    "array_unique", "array_flip", "json_encode", "serialize", "bin2hex", "addslashes", "nl2br", "htmlspecialchars", "str_split", "var_export",
    "print_r", "array_is_list", "array_key_first", "array_key_last", "array_count_values", "strval", "array_filter", "lcfirst",
    "base64_encode", "urlencode", "dechex", "bindec", "octdec", "ord", "chr", "is_iterable", "get_debug_type", "array_pop", "sort", "rsort",
]
TWO_ARGUMENTS = [
    "str_repeat:s2", "explode:ss", "implode:sa", "strpos:ss", "substr:si", "str_pad:si", "in_array:va", "array_search:va", "array_merge:aa",
    "array_combine:aa", "array_diff:aa", "array_intersect_key:aa", "array_slice:ai", "array_chunk:ai", "array_pad:ai", "range:ii", "max:vv",
    "min:vv", "round:vi", "number_format:vi", "intdiv:ii", "fmod:vv", "strcmp:ss", "strncasecmp:ss", "similar_text:ss", "levenshtein:ss",
    "str_contains:ss", "array_key_exists:va", "array_fill_keys:av", "wordwrap:si", "ltrim:ss", "strtr:sa", "array_column:av", "array_map:fa",
    "array_filter:af", "array_reduce:af", "usort:af", "array_walk:af", "str_word_count:si", "substr_count:ss", "ucwords:ss", "array_diff_key:aa",
    "sprintf:gv", "vsprintf:ga", "preg_match:rs", "preg_split:rs", "preg_quote:ss", "array_replace:aa", "array_udiff:aa", "iterator_to_array:tb",
]
FORMATS = ["'%d|%s'", "'%05.2f'", "'%x %X %o %b %c'", "'%-8s|'", "\"%'*10s\"", "'%e'", "'%+d'", "'%2$s %1$s'", "'%u'", "'%5d|%-5d|'", "'%%'"]
PATTERNS = ["'/b+/'", "'/(a)(b)?/'", "'/\\d+/'", "'/[^a-z]/i'", "'/(?<n>.)$/'", "'//'"]
CALLBACKS = [
    "fn($x) => $x", "fn($x, $y = 1) => $x . '-' . $y", "fn($x, $y = 0) => $x <=> $y", "'strtoupper'", "function (&$x) { $x = 1; }",
    "fn(...$x) => count($x)", "strlen(...)", "'Shape::make'", "fn(int $x) => $x * 2",
]
MODIFY_TARGETS = ["sort", "rsort", "array_pop", "array_shift", "end", "reset", "next", "current", "key", "shuffle_not", "natsort", "ksort", "asort"]


class Program:
    """One random program. `text` is its source."""

    def __init__(self, seed: int, blocks: int = 12) -> None:
        self.random = random.Random(seed)
        self.depth = 0
        parts = [HEAD]
        for number in range(blocks):
            parts.append(self.block(number))
        self.text = "".join(parts)

    def pick(self, choices: list[str]) -> str:
        return self.random.choice(choices)

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def block(self, number: int) -> str:
        body = "".join(self.statement(1) for _ in range(self.random.randint(3, 8)))
        names = ", ".join(f"${name} = {self.pick(LITERALS)}" for name in NAMES)
        return (
            f"function block{number}({names}) {{\n  $o = {self.instance()};\n  try {{\n{body}  }} catch (Throwable $e) {{\n"
            f"    echo get_class($e), ': ', $e->getMessage(), ' @', $e->getLine(), \"\\n\";\n  }}\n"
            f"  show($a, $b, $c, $d);\n}}\nblock{number}();\n"
        )

    def instance(self) -> str:
        return self.pick(["new Shape(1, 2)", "new Round(3)", "new Point", "new Tally", "Round::make(1, 'x')", "new stdClass", "Suit::Hearts", "new ArrayObject([1, 2])"])

    # -- expressions

    def variable(self) -> str:
        return "$" + self.pick(NAMES)

    def expression(self) -> str:
        self.depth += 1
        try:
            if self.depth > 3:
                return self.pick(LITERALS) if self.chance(50) else self.variable()
            makers: list[tuple[int, Callable[[], str]]] = [
                (14, lambda: self.pick(LITERALS)),
                (16, self.variable),
                (14, lambda: f"({self.expression()} {self.pick(BINARY)} {self.expression()})"),
                (5, lambda: f"({self.pick(CASTS)} {self.expression()})"),
                (8, self.call_one),
                (10, self.call_two),
                (6, lambda: f"({self.variable()}[{self.key()}] ?? {self.expression()})"),
                (4, lambda: f"{self.variable()}[{self.key()}]"),
                (4, lambda: f"({self.expression()} ? {self.expression()} : {self.expression()})"),
                (3, lambda: f"({self.expression()} ?: {self.expression()})"),
                (3, self.interpolation),
                (5, self.array),
                (3, self.match),
                (3, self.on_object),
                (3, self.own_function),
                (2, lambda: f"(-{self.variable()})"),
                (2, lambda: f"(!{self.expression()})"),
                (2, lambda: f"(~{self.variable()})"),
                (3, lambda: f"({self.variable()} instanceof {self.pick(['Shape', 'Countable', 'stdClass', 'Closure'])})"),
                (3, lambda: f"isset({self.variable()}[{self.key()}])"),
                (2, lambda: f"empty({self.variable()})"),
                (2, lambda: f"(fn() => {self.expression()})()"),
                (2, lambda: f"({self.pick(['++', '--'])}{self.variable()})"),
                (2, lambda: f"({self.variable()}{self.pick(['++', '--'])})"),
            ]
            total = sum(weight for weight, _ in makers)
            at = self.random.randrange(total)
            for weight, make in makers:
                at -= weight
                if at < 0:
                    return make()
            raise AssertionError
        finally:
            self.depth -= 1

    def key(self) -> str:
        return self.pick(KEYS) if self.chance(75) else self.variable()

    def array(self) -> str:
        items = []
        for _ in range(self.random.randint(0, 4)):
            if self.chance(35):
                items.append(f"{self.key()} => {self.expression()}")
            elif self.chance(15):
                items.append(f"...{self.pick(['[1, 2]', '[]', '$a', 'upto(2)'])}")
            else:
                items.append(self.expression())
        return "[" + ", ".join(items) + "]"

    def interpolation(self) -> str:
        inside = [f"{{${n}}}" for n in NAMES] + [f"${n}" for n in NAMES] + ["{$a[0]}", "$b[k]", "{$o->name}", "x", " ", "\\n", "\\x41", "\\u{e9}"]
        return '"' + "".join(self.pick(inside) for _ in range(self.random.randint(1, 4))) + '"'

    def match(self) -> str:
        arms = [f"{self.pick(LITERALS)} => {self.expression()}" for _ in range(self.random.randint(1, 3))]
        if self.chance(70):
            arms.append(f"default => {self.expression()}")
        return f"match ({self.expression()}) {{ {', '.join(arms)} }}"

    def call_one(self) -> str:
        name = self.pick(ONE_ARGUMENT)
        if name in ("sort", "rsort", "array_pop"):
            return f"{name}({self.variable()})"
        if name in ("var_export", "print_r"):
            return f"{name}({self.expression()}, true)"
        return f"{name}({self.expression()})"

    def argument(self, kind: str) -> str:
        if kind == "a":
            return self.array() if self.chance(60) else self.variable()
        if kind == "b":
            return self.pick(["true", "false"])
        if kind == "f":
            return self.pick(CALLBACKS)
        if kind == "g":
            return self.pick(FORMATS)
        if kind == "i":
            return self.pick(["0", "1", "2", "3", "-1", "-2", "5"])
        if kind == "r":
            return self.pick(PATTERNS)
        if kind == "s":
            return self.pick(["'abc'", "'a,b,,c'", "','", "'b'", "'Hello World'", "''", "' x '", "'10'"])
        if kind == "t":
            return self.pick(["upto(3)", "new Shape(1, 2)", "(function () { yield 1; yield from [2, 3]; })()"])
        if kind in "12":
            return kind
        return self.expression()

    def call_two(self) -> str:
        name, kinds = self.pick(TWO_ARGUMENTS).split(":")
        if name == "array_rand":
            return "count([1])"
        arguments = [self.argument(kind) for kind in kinds]
        if name in ("usort", "array_walk"):
            arguments[0] = self.variable()
        if name == "array_udiff":
            arguments.append("fn($x, $y) => $x <=> $y")
        return f"{name}({', '.join(arguments)})"

    def on_object(self) -> str:
        return self.pick([
            "count($o)", "$o[0]", "$o->name", "$o?->name", "$o->missing", "$o->number", "(string) $o", "$o->kind()", "$o::class", "$o::KIND",
            "Shape::$made", "Round::KIND", "$o->up(2)->n()", "$o->secret", "$o->sides", "isset($o->here)", "isset($o[1])", "Round::anything(1)",
            "$o->anything(1, 2)", "$o->x", "$o instanceof Shape", "clone $o", "Suit::from('H')", "Suit::tryFrom('X')", "Suit::Wild->label()",
            "Suit::cases()", "$o->value", "method_exists($o, 'kind')", "get_object_vars($o)", "iterator_to_array($o)", "$o == clone $o", "$o <=> $o",
        ])

    def own_function(self) -> str:
        return self.pick([
            f"adds({self.expression()}, {self.expression()})", f"adds({self.expression()})", f"adds(b: {self.expression()}, a: 1)",
            f"adds(1, 2, ...{self.array()})", "counts()", f"risky({self.pick(['1', '2', '3', '4', '$a'])})",
            f"fills({self.variable()}, {self.expression()})", f"fills({self.variable()}, key: 'k')", f"call_user_func('adds', {self.expression()})",
            "adds(...)(1, 2)", f"implode(',', iterator_to_array(upto({self.pick(['0', '2', '3'])})))",
        ])

    # -- statements

    def statement(self, level: int) -> str:
        pad = "    " * level
        makers: list[tuple[int, Callable[[str, int], str]]] = [
            (20, lambda pad, _level: f"{pad}show({self.expression()});\n"),
            (14, lambda pad, _level: f"{pad}{self.variable()} {self.pick(ASSIGN)} {self.expression()};\n"),
            (8, self.write_element),
            (4, self.write_property),
            (3, lambda pad, _level: f"{pad}{self.variable()} = &{self.variable()};\n"),
            (2, lambda pad, _level: f"{pad}{self.variable()} = &{self.variable()}[{self.key()}];\n"),
            (3, lambda pad, _level: f"{pad}unset({self.variable()}[{self.key()}]);\n"),
            (1, lambda pad, _level: f"{pad}unset({self.variable()});\n"),
            (4, self.destructuring),
            (4, self.printing),
        ]
        if level < 3:
            makers += [
                (6, self.branch), (6, self.each), (4, self.loop), (3, self.switch), (4, self.guarded), (3, self.closure), (3, self.generator),
            ]
        total = sum(weight for weight, _ in makers)
        at = self.random.randrange(total)
        for weight, make in makers:
            at -= weight
            if at < 0:
                return make(pad, level)
        raise AssertionError

    def body(self, level: int) -> str:
        return "".join(self.statement(level + 1) for _ in range(self.random.randint(1, 2)))

    def write_element(self, pad: str, _level: int) -> str:
        place = self.variable() + "".join(f"[{self.key() if self.chance(80) else ''}]" for _ in range(self.random.randint(1, 3)))
        return f"{pad}{place} {self.pick(ASSIGN if '[]' not in place else ['='])} {self.expression()};\n"

    def write_property(self, pad: str, _level: int) -> str:
        place = self.pick(["$o->name", "$o->number", "$o->x", "$o->fresh", "$o->name[0]", "$o[2]", "$o[]", "Shape::$made", "$o->sides", "$o->deep->er"])
        return f"{pad}{place} {self.pick(['=', '=', '.=', '+=']) if place != '$o[]' else '='} {self.expression()};\n"

    def destructuring(self, pad: str, _level: int) -> str:
        left = self.pick(["[$a, $b]", "[, $c]", "['a' => $d, 'k' => $b]", "[$a, [$b, $c]]", "list($b, , $a)", "[$a[0], $b]"])
        return f"{pad}{left} = {self.expression()};\n"

    def printing(self, pad: str, _level: int) -> str:
        return pad + self.pick([
            f"echo {self.expression()}, \"\\n\";\n", f"print({self.expression()}); echo \"\\n\";\n", f"printf({self.pick(FORMATS)}, {self.expression()}, {self.expression()}); echo \"\\n\";\n",
            f"print_r({self.expression()}); echo \"\\n\";\n", f"var_export({self.expression()}); echo \"\\n\";\n", f"echo json_encode({self.expression()}), \"\\n\";\n",
            f"echo @{self.variable()}[{self.key()}], \"\\n\";\n", f"debug_zval_refcount_free({self.expression()});\n" if self.chance(2) else "echo __LINE__, __FUNCTION__, \"\\n\";\n",
        ])

    def branch(self, pad: str, level: int) -> str:
        text = f"{pad}if ({self.expression()}) {{\n{self.body(level)}{pad}}}"
        if self.chance(40):
            text += f" elseif ({self.expression()}) {{\n{self.body(level)}{pad}}}"
        if self.chance(50):
            text += f" else {{\n{self.body(level)}{pad}}}"
        return text + "\n"

    def each(self, pad: str, level: int) -> str:
        over = self.pick([self.array(), self.variable(), "[1, 2, 3]", "upto(3)", "$o", "[[1, 2], [3, 4]]"])
        target = self.pick(["$c", "$k => $c", "$d", "$k => $d", "[$a, $b]"])
        if over.startswith("$") and self.chance(30) and "[" not in target:
            target = target.replace("$c", "&$c").replace("$d", "&$d")
        guard = f"{pad}    if (++$turns > 8) {{ break; }}\n"
        return f"{pad}$turns = 0;\n{pad}foreach ({over} as {target}) {{\n{guard}{self.body(level)}{pad}}}\n"

    def loop(self, pad: str, level: int) -> str:
        limit = self.random.randint(1, 4)
        leave = f"{pad}    if ({self.expression()}) {{ {self.pick(['continue', 'break'])}; }}\n" if self.chance(40) else ""
        inside = leave + self.body(level)
        return pad + self.pick([
            f"for ($i{level} = 0; $i{level} < {limit}; $i{level}++) {{\n{inside}{pad}}}\n",
            f"$i{level} = 0;\n{pad}while ($i{level}++ < {limit}) {{\n{inside}{pad}}}\n",
            f"$i{level} = {limit};\n{pad}do {{\n{inside}{pad}}} while (--$i{level} > 0);\n",
        ])

    def switch(self, pad: str, level: int) -> str:
        cases = "".join(
            f"{pad}    case {self.pick(LITERALS)}:\n{self.body(level + 1)}" + (f"{pad}        break;\n" if self.chance(60) else "")
            for _ in range(self.random.randint(1, 3))
        )
        return f"{pad}switch ({self.expression()}) {{\n{cases}{pad}    default:\n{pad}        echo \"default\\n\";\n{pad}}}\n"

    def guarded(self, pad: str, level: int) -> str:
        caught = self.pick(["TypeError", "ValueError", "DivisionByZeroError", "Error", "Exception", "LogicException | ArithmeticError"])
        text = f"{pad}try {{\n{self.body(level)}{pad}}} catch ({caught} $e) {{\n{pad}    echo 'caught ', $e->getMessage(), \"\\n\";\n{pad}}}"
        if self.chance(50):
            text += f" finally {{\n{pad}    echo \"finally\\n\";\n{self.body(level)}{pad}}}"
        return text + "\n"

    def closure(self, pad: str, level: int) -> str:
        by = self.pick(["$a", "&$a", "$a, &$b", "$c"])
        return (
            f"{pad}$f = function ($x = {self.pick(LITERALS)}) use ({by}) {{\n{self.body(level)}{pad}    return {self.expression()};\n{pad}}};\n"
            f"{pad}show($f({self.expression()}));\n"
        )

    def generator(self, pad: str, _level: int) -> str:
        return pad + self.pick([
            "$g = upto(3); foreach ($g as $k => $v) { show($k, $v); } show($g->getReturn());\n",
            f"$g = upto(3); show($g->current(), $g->send({self.expression()}), $g->key()); \n",
            "$g = (function () { try { yield 1; yield 2; } catch (Exception $e) { echo 'in: ', $e->getMessage(), \"\\n\"; yield 99; } })(); "
            "show($g->current(), $g->throw(new Exception('thrown'))); $g->next(); show($g->valid());\n",
            "$g = (function () { $x = yield from upto(2); echo \"$x\\n\"; yield 'k' => $x; })(); foreach ($g as $k => $v) { echo \"$k=>$v \"; } echo \"\\n\";\n",
        ])
