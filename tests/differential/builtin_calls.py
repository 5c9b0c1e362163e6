"""Random calls of one builtin function, made from its signature: fitting values and others, too few, too many, by name, by reference."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

HEAD = """<?php
class Plain { public $p = 1; protected $q = [1]; private $r = 'r'; static function twice($x = 0) { return [$x, $x]; } function once($x = 1) { return $x; } }
class Worded { function __toString(): string { return 'worded'; } }
class Counted implements Countable, IteratorAggregate {
    function count(): int { return 7; }
    function getIterator(): Iterator { yield 'a' => 1; yield 'b' => 2; }
}
enum Suit: string { case Hearts = 'H'; case Spades = 'S'; }
function named($x = 1, ...$more) { return is_scalar($x) ? "named($x)" : gettype($x); }
function steps() { yield 1; yield 'k' => 2; yield [3]; }
function shut() { $f = fopen('php://memory', 'r'); fclose($f); return $f; }
function told(...$values) { foreach ($values as $value) { var_dump($value); } }
function asked($call) {
    mt_srand(3);
    try { told($call()); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\\n"; }
}
"""

FILES = """file_put_contents('made', "first line\\nsecond,\\"quoted\\"\\n\\nlast"); touch('empty'); @mkdir('folder'); touch('folder/inside');
file_put_contents('lines.csv', "a,b,\\"c \\"\\"d\\"\\"\\"\\n1,,'x y'\\n\\n\\"open");
"""

INTS = ["0", "1", "-1", "2", "3", "-2", "5", "10", "16", "36", "64", "255", "-100", "1000"]
HUGE = ["PHP_INT_MAX", "PHP_INT_MIN", "4294967296", "-2147483649"]
FLOATS = ["0.0", "-0.0", "1.5", "-2.5", "2.0", "1e3", "1e100", "NAN", "INF", "-INF", "0.1", "1e-7", "123456789.987654321", "-1.0"]
STRINGS = [
    "''", "'0'", "'a'", "'abc'", "'Hello World'", "'hello, hello'", "'l'", "'o'", "'12'", "'-3'", "'1.5'", "'1e3'", "' 12'", "'12 '", "'12abc'",
    "'0x1A'", '"a\\0b"', "'é'", '"x\\ny\\tz"', "'<b class=\"x\">bold &amp; \\'q\\'</b>'", "'a=1&b[]=2&b[k]=3'", "'http://u:p@host:80/p/q.php?a=1#f'",
    "'strlen'", "'Plain'", "'nosuch'", "'named'", "'ABC def'", "'abc,def;\"g h\",i'", '"\\xff\\xfe"', "str_repeat('ab', 40)", "'1234567890123456789012'",
    "'Plain::twice'", "'2021-02-03 04:05:06'", "'img12.png'", "'img10.png'", "'a.b/c.d'", "'/'", "'PHP_INT_MAX'", "'\\\\'", "'%d %s'",
]
ARRAYS = [
    "[]", "[1, 2, 3]", "[3, 1, 2]", "['b' => 1, 'a' => 2]", "['x', 'y', 'x', 'Z']", "[1, '1', 1.0, true, null]", "['a' => [1, 2], 'b' => ['c' => 3]]",
    "[5 => 'five', 7 => 'seven', -3 => 'minus']", "[[3, 'c'], [1, 'a']]", "['10', 9, '1e1', 'x']", "[null]", "[0.5, NAN, INF]", "['k' => null, 'l' => false]",
    "['Plain', 'twice']", "[new Plain, 'once']", "['img12', 'img10', 'IMG2', 'img1']", "[new Plain]", "[['id' => 1, 'n' => 'a'], ['id' => 2, 'n' => 'b']]",
    "range(1, 12)", "['', '0', 'a', ' ']", "['é' => 'ü', \"a\\0b\" => 1]", "[1 => [2 => [3 => []]]]", "[PHP_INT_MAX => 1]", "['a' => 'A', 'b' => 'B', 'ab' => 'X']",
]
CALLABLES = [
    "fn($x = 0, $y = 0) => $x <=> $y", "fn(...$x) => count($x)", "'strlen'", "'named'", "'Plain::twice'", "['Plain', 'twice']", "[new Plain, 'once']",
    "named(...)", "function (&$x, $k = 0) { $x = is_int($x) ? $x + 1 : $x; return true; }", "fn(int $x, int $y = 0) => $x > $y",
    "fn($x) => throw new Exception('thrown')", "fn($x, $y) => [$x, $y]", "'strcmp'",
]
NOT_CALLABLE = ["'nosuch'", "['Plain', 'nosuch']", "['Nosuch', 'x']", "[1]", "'Plain::once'", "[new Plain, 'hidden']", "'Nosuch::x'"]
OBJECTS = ["new Plain", "new Worded", "new Counted", "new stdClass", "(object) ['a' => 1, '2' => 3]", "Suit::Hearts", "fn() => 1", "steps()"]
RESOURCES = ["STDIN"]
OTHERS = ["null", "true", "false"]

BY_NAME = {
    "pattern": ["'/b+/'", "'/(a)(b)?/'", "'/\\d+/'", "'/[^a-z]/i'", "'/(?<n>l)/'", "'//'", "'abc'", "'/(/'", "'/a/k'", "'#l#u'", "'~(o)|(l)~'", "''"],
    "format": [
        "'%d|%s'", "'%05.2f'", "'%x %X %o %b %c'", "'%-8s|'", "\"%'*10s\"", "'%e'", "'%+d'", "'%2$s %1$s'", "'%u'", "'%5d|%-5d|'", "'%%'", "'%g %G'", "'%'",
        "'%q'", "'%0$s'", "'%5.1e|%\\'010d'", "'%s'", "'%[a-z] %n'", "'Y-m-d H:i:s'", "'D, d M y N jS z W t L o U e T P c r'", "'%.60f'", "'%99999999999d'",
    ],
    "json": ["'[1, 2]'", "'{\"a\": {\"b\": 1.5}}'", "'nul'", "'\"\\\\u00e9\"'", "'[1,]'", "'123456789012345678901'", "'{\"0\": 1, \"\": 2}'", "'[[[]]]'", "' true '"],
    "data": [
        "'i:5;'", "'a:1:{i:0;s:1:\"x\";}'", "'O:5:\"Plain\":1:{s:1:\"p\";i:2;}'", "'O:6:\"Nosuch\":0:{}'", "'b:2;'", "'d:0.5;'", "'s:3:\"ab\";'", "'N;'", "'E:11:\"Suit:Hearts\";'",
        "'a:2:{i:0;a:0:{}i:1;R:2;}'", "'abc'",
    ],
    "mode": ["0", "1", "2", "3", "4", "-1", "'r'", "'w+'", "'zz'", "COUNT_RECURSIVE"],
    "flags": ["0", "1", "2", "3", "4", "8", "16", "32", "64", "128", "256", "512", "1024", "-1", "4194304", "1048576", "ENT_QUOTES", "ENT_HTML5"],
    "encoding": ["'UTF-8'", "'ISO-8859-1'", "null", "'nosuch'", "''", "'cp1252'"],
    "operator": ["'<'", "'ge'", "'=='", "'eq'", "'!='", "'nosuch'", "null"],
    "type": ["'int'", "'string'", "'array'", "'null'", "'bool'", "'float'", "'object'", "'nosuch'", "'Integer'"],
    "filename": ["'made'", "'nosuch'", "'.'", "''", "\"a\\0b\"", "'made/under'", "'empty'", "'folder'"],
    "directory": ["'folder'", "'nosuch'", "'made'", "''", "'.'", "\"a\\0\""],
    "path": ["'/a/b.c.d'", "'a'", "''", "'/'", "'a/b/'", "'.hidden'", "'..'", "'a//b///'", "'C:\\\\x'", "'dir.d/file'"],
    "stream": ["STDIN", "fopen('made', 'r')", "fopen('made', 'r+')", "fopen('php://memory', 'w+')", "opendir('folder')", "shut()", "fopen('lines.csv', 'r')"],
    "component": ["-1", "0", "1", "2", "3", "4", "5", "6", "7", "8", "PHP_URL_HOST"],
    "option": ["'precision'", "'nosuch'", "'memory_limit'", "'error_reporting'", "''", "'display_errors'"],
    "constant_name": ["'PHP_INT_MAX'", "'nosuch'", "'Plain::X'", "'Suit::Hearts'", "'E_ALL'", "'Nosuch::X'", "'NEW_ONE'", "'__FILE__'", "'true'", "''"],
    "name": ["'PHP_INT_MAX'", "'nosuch'", "'Suit::Hearts'", "'E_ALL'", "'Nosuch::X'", "'HOME_OF_NOTHING'", "''"],
    "version1": ["'1.0'", "'5.2.1-beta'", "'8.2.0RC1'", "''", "'1.0.0-dev'", "'abc'"],
    "version2": ["'1.0'", "'5.2.1-beta'", "'8.2.0RC1'", "''", "'1.0.0-dev'", "'1.0-pl1'"],
    "error_level": ["E_USER_ERROR", "E_USER_WARNING", "E_USER_NOTICE", "E_USER_DEPRECATED", "E_NOTICE", "0"],
    "object_or_class": ["'Plain'", "new Plain", "'Nosuch'", "new Counted", "'Suit'", "'Closure'", "fn() => 1", "'Exception'", "'countable'", "'\\\\Plain'"],
    "class": ["'Plain'", "'Nosuch'", "'Countable'", "'Suit'", "'\\\\Plain'", "''", "'plain'", "'Exception'"],
    "level": ["-1", "0", "E_ALL", "E_USER_ERROR"],
    "depth": ["1", "2", "0", "-1", "512", "PHP_INT_MAX"],
}
# Functions for which a huge number would only use up the memory.
GATHERED = ["str_repeat", "str_pad", "array_pad", "array_fill", "range", "random_bytes", "chunk_split", "number_format", "array_fill_keys", "fread", "fgets", "metaphone",
            "ftruncate", "round", "stream_get_contents", "file_get_contents", "fseek", "wordwrap", "printf", "sprintf"]
PARAMETER = re.compile(r"(?P<type>[^ $]+ )?(?P<dots>\.\.\.)?\$(?P<name>\w+)(?P<default> = .*)?")


@dataclass
class Parameter:
    """One parameter as a signature declares it."""

    name: str
    types: list[str]
    by_reference: bool
    variadic: bool
    optional: bool


def parameters_of(signature: str) -> list[Parameter]:
    """The parameters of `name(int $a, string &$b = 'x', ...): type`; raises ValueError for another text."""
    inside = signature[signature.index("(") + 1:signature.rindex(")")]
    parameters = []
    for part in re.split(r", (?=[^ ]* ?[&.]*\$)", inside) if inside else []:
        by_reference = "&" in part.split("$")[0]
        match = PARAMETER.match(part.replace("&", "", 1) if by_reference else part)
        if match is None:
            raise ValueError(part)
        declared = (match["type"] or "mixed").strip()
        types = ["null", *declared[1:].split("|")] if declared.startswith("?") else declared.split("|")
        parameters.append(Parameter(match["name"], types, by_reference, bool(match["dots"]), bool(match["default"])))
    return parameters


class Calls:
    """A program with `count` calls of the function that `signature` declares. `text` is its source."""

    def __init__(self, signature: str, seed: int, count: int = 30) -> None:
        self.name = signature.split("(")[0]
        self.parameters = parameters_of(signature)
        self.random = random.Random(f"{self.name} {seed}")
        lines = [HEAD, FILES]
        lines += [self.call() for _ in range(count)]
        self.text = "".join(lines)

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def any_value(self) -> str:
        return self.random.choice(self.random.choice([INTS, FLOATS, STRINGS, STRINGS, ARRAYS, ARRAYS, OBJECTS, OTHERS, RESOURCES]))

    def fitting(self, parameter: Parameter) -> str:
        if parameter.name in BY_NAME and BY_NAME[parameter.name] and self.chance(80):
            return self.random.choice(BY_NAME[parameter.name])
        kind = self.random.choice(parameter.types)
        if kind == "int" and self.name not in GATHERED and self.chance(8):
            return self.random.choice(HUGE)
        pools = {
            "int": INTS, "float": FLOATS, "string": STRINGS, "array": ARRAYS, "bool": ["true", "false"], "null": ["null"], "object": OBJECTS,
            "callable": CALLABLES + NOT_CALLABLE[:2], "Countable": ["new Counted"], "Traversable": ["steps()", "new Counted"],
        }
        return self.random.choice(pools[kind]) if kind in pools else self.any_value()

    def value(self, parameter: Parameter) -> str:
        if self.chance(82):
            return self.fitting(parameter)
        if "callable" in parameter.types:
            return self.random.choice(NOT_CALLABLE)
        return self.any_value()

    def arguments(self) -> list[tuple[Parameter | None, str]]:
        """(parameter, PHP source) of each argument; None for one too many."""
        given: list[tuple[Parameter | None, str]] = []
        needed = sum(not p.optional and not p.variadic for p in self.parameters)
        least = max(needed - 1, 0) if self.chance(4) else needed
        fixed = [p for p in self.parameters if not p.variadic]
        wanted = self.random.randint(least, max(least, len(fixed)))
        for parameter in fixed[:wanted]:
            given.append((parameter, self.value(parameter)))
        rest = [p for p in self.parameters if p.variadic]
        if rest and wanted == len(fixed):
            given += [(rest[0], self.value(rest[0])) for _ in range(self.random.randint(0, 3))]
        elif not rest and wanted == len(fixed) and self.chance(3):
            given.append((None, self.any_value()))
        return given

    def call(self) -> str:
        before, texts, after = [], [], []
        by_name = self.chance(6)
        for at, (parameter, text) in enumerate(self.arguments()):
            if parameter is not None and parameter.by_reference:
                before.append(f"$v{at} = {text};")
                text = f"$v{at}"
                after.append(text)
            elif parameter is not None and not by_name and self.chance(4) and text.startswith("["):
                before.append(f"$v{at} = {text}; $w = &$v{at};")
                text = f"$v{at}"
                after.append(text)
            if by_name and parameter is not None and not parameter.variadic:
                text = f"{parameter.name if self.chance(95) else 'nosuch'}: {text}"
            texts.append(text)
        if by_name and self.chance(50):
            self.random.shuffle(texts)
        uses = f" use (&{', &'.join(after)})" if after else ""
        shown = f" told({', '.join(after)});" if after else ""
        source = f"{self.name}({', '.join(texts)})"
        label = "'" + source.replace("\\", "\\\\").replace("'", "\\'") + "'"
        return f"echo {label}, \"\\n\"; {' '.join(before)} asked(function (){uses} {{ return {source}; }});{shown}\n"
