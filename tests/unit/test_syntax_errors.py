"""What PHP says of sources that do not parse: its words, its lines, and when more might help.

Each source stands for `<?php ` followed by it. With --reference `php -l` must say the same.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from hippy.interpreter.syntax.completeness import check_complete
from hippy.interpreter.syntax.parse_error import ParseError
from hippy.interpreter.syntax.parser import parse

# Messages without their first words, "syntax error, unexpected ".
SYNTAX_ERRORS = [
    ("echo 1 2;", 'integer "2", expecting "," or ";"', 1),
    ("$a 5;", 'integer "5"', 1),
    ("1 + ;", 'token ";"', 1),
    ("$x = ;", 'token ";"', 1),
    ("* 2;", 'token "*", expecting end of file', 1),
    ("else { }", 'token "else", expecting end of file', 1),
    ("function f() { else }", 'token "else"', 1),
    ("f(1 2);", 'integer "2", expecting ")"', 1),
    ("f(1, ;", 'token ";", expecting ")"', 1),
    ("f(new );", 'token ")", expecting ":"', 1),
    ("f(break);", 'token ")", expecting ":"', 1),
    ("f(foo bar);", 'identifier "bar", expecting ")"', 1),
    ("$a = &foo;", 'token ";", expecting "->" or "?->" or "{" or "["', 1),
    ("$a = &new A;", 'token "new"', 1),
    ("++5;", 'integer "5"', 1),
    ("++A::B;", 'token ";", expecting "->" or "?->" or "{" or "["', 1),
    ("A::B = 1;", 'token "="', 1),
    ("f() ++ ++;", 'token "++"', 1),
    ("(1) = 2;", 'token "="', 1),
    ("list($a);", 'token ";", expecting "="', 1),
    ("[1, 2;", 'token ";", expecting "]"', 1),
    ("[1 2];", 'integer "2", expecting "]"', 1),
    ("array(1 2);", 'integer "2", expecting ")"', 1),
    ("$a[1 2];", 'integer "2", expecting "]"', 1),
    ("$a->;", 'token ";", expecting identifier or variable or "{" or "$"', 1),
    ("$a->1;", 'integer "1", expecting identifier or variable or "{" or "$"', 1),
    ("$a?->[0];", 'token "[", expecting identifier or variable or "{" or "$"', 1),
    ("A::;", 'token ";"', 1),
    ("A::1;", 'integer "1"', 1),
    ("A::{'x'};", 'token ";", expecting "("', 1),
    ("$$;", 'token ";", expecting variable or "{" or "$"', 1),
    ("$x = 1 == 2 == 3;", 'token "=="', 1),
    ("1 < 2 < 3;", 'token "<"', 1),
    ("static;", 'token ";", expecting "::"', 1),
    ("static 5;", 'integer "5", expecting "::"', 1),
    ("readonly 5", 'integer "5", expecting "abstract" or "final" or "readonly" or "class"', 1),
    ("new;", 'token ";"', 1),
    ("new 5;", 'integer "5"', 1),
    ("new A 5;", 'integer "5"', 1),
    ("clone;", 'token ";"', 1),
    ("isset();", 'token ")"', 1),
    ("isset($a 5);", 'integer "5", expecting ")"', 1),
    ("empty();", 'token ")"', 1),
    ("exit(1 2);", 'integer "2", expecting ")"', 1),
    ("eval 1;", 'integer "1", expecting "("', 1),
    ("include;", 'token ";"', 1),
    ("print;", 'token ";"', 1),
    ("match(1) { 1 = 2 };", 'token "=", expecting "=>"', 1),
    ("match(1) { 1 => 2 3 };", 'integer "3", expecting "}"', 1),
    ("match { };", 'token "{", expecting "("', 1),
    ("fn;", 'token ";", expecting "("', 1),
    ("fn() ;", 'token ";", expecting "=>"', 1),
    ("fn($x) => ;", 'token ";"', 1),
    ("function() use 5;", 'integer "5", expecting "("', 1),
    ("function() use ($a 5) { };", 'integer "5", expecting ")"', 1),
    ("function() use () { };", 'token ")", expecting variable or "&" or amp', 1),
    ("if 1;", 'integer "1", expecting "("', 1),
    ("if (1;", 'token ";"', 1),
    ("if (1): echo 1;", 'end of file, expecting "elseif" or "else" or "endif"', 1),
    ("if (1): else: 5; while", 'end of file, expecting "("', 1),
    ("while (1): 5;", "end of file", 1),
    ("while", 'end of file, expecting "("', 1),
    ("do { } 5;", 'integer "5", expecting "while"', 1),
    ("do { } while (1) 5", 'integer "5", expecting ";"', 1),
    ("for (1; 2)", 'token ")", expecting ";"', 1),
    ("foreach ($a) { }", 'token ")"', 1),
    ("foreach ($a as 1) { }", 'integer "1"', 1),
    ("foreach ($a as $b 5) { }", 'integer "5", expecting "->" or "?->" or "{" or "["', 1),
    ("foreach ($a as [$b] 5) { }", 'integer "5", expecting "->" or "?->" or "{" or "["', 1),
    ("switch (1) { echo 1; }", 'token "echo", expecting "case" or "default" or "}"', 1),
    (
        "switch (1): echo 1; endswitch;",
        'token "echo", expecting "endswitch" or "case" or "default"',
        1,
    ),
    ("switch (1) { case 1 echo; }", 'token "echo"', 1),
    ("switch (1) 5;", 'integer "5", expecting ":" or "{"', 1),
    ("break 1 2;", 'integer "2", expecting ";"', 1),
    ("return 1 2;", 'integer "2", expecting ";"', 1),
    ("goto 1;", 'integer "1", expecting identifier', 1),
    ("global 1;", 'integer "1", expecting variable or "$"', 1),
    ("global $a 1;", 'integer "1", expecting "," or ";"', 1),
    ("static $a 1;", 'integer "1", expecting "," or ";"', 1),
    ("unset();", 'token ")"', 1),
    ("unset($a 1);", 'integer "1", expecting "->" or "?->" or "{" or "["', 1),
    ("unset(f() + 1);", 'token "+", expecting "->" or "?->" or "{" or "["', 1),
    ("try { } catch", 'end of file, expecting "("', 1),
    ("try 1;", 'integer "1", expecting "{"', 1),
    ("try { } catch (A B) { }", 'identifier "B", expecting ")"', 1),
    ("try { } catch (A $b $c) { }", 'variable "$c", expecting ")"', 1),
    ("try { } finally 1;", 'integer "1", expecting "{"', 1),
    ("declare(1);", 'integer "1", expecting identifier', 1),
    ("declare(ticks=1 2);", 'integer "2", expecting "," or ")"', 1),
    ("const 1;", 'integer "1", expecting identifier', 1),
    ("const A;", 'token ";", expecting "="', 1),
    ("const A = 1 2;", 'integer "2", expecting "," or ";"', 1),
    ("use;", 'token ";"', 1),
    ("use A\\{B, C;", 'token ";", expecting "}"', 1),
    (
        "use A\\{};",
        'token "}", expecting identifier or namespaced name or "function" or "const"',
        1,
    ),
    ("use function A\\{1};", 'integer "1", expecting identifier or namespaced name', 1),
    ("use A as 1;", 'integer "1", expecting identifier', 1),
    ("use A, ;", 'token ";", expecting identifier or fully qualified name or namespaced name', 1),
    ("namespace;", 'token ";", expecting "{"', 1),
    ("namespace A 1;", 'integer "1", expecting "{"', 1),
    ("namespace A { 1 1 }", 'integer "1"', 1),
    ("function 1() { }", 'integer "1", expecting "("', 1),
    ("function", 'end of file, expecting "("', 1),
    ("function f", 'end of file, expecting "("', 1),
    ("function f(1) { }", 'integer "1", expecting variable', 1),
    ("function f($a $b) { }", 'variable "$b", expecting ")"', 1),
    ("function f(int) { }", 'token "(int)", expecting "("', 1),
    ("function f(int|) { }", 'token ")"', 1),
    ("function f(A&B|C $a) { }", 'token "|", expecting variable', 1),
    ("function f((A|B) $a) { }", 'token "|", expecting amp', 1),
    ("function f((A&B) $a) { }", 'variable "$a", expecting "|"', 1),
    ("function f(?int|string $a) { }", 'token "|", expecting variable', 1),
    ("function f() : ", "end of file", 1),
    ("function f(): int", 'end of file, expecting "{"', 1),
    ("function f()", 'end of file, expecting "{"', 1),
    ("class 1 { }", 'integer "1", expecting identifier', 1),
    ("class A", 'end of file, expecting "{"', 1),
    ("class A extends { }", 'token "{"', 1),
    ("class A implements B C { }", 'identifier "C", expecting "{"', 1),
    ("class A { x }", 'identifier "x", expecting "function" or "const"', 1),
    ("class A { function }", 'token "}"', 1),
    ("class A { function f }", 'token "}", expecting "("', 1),
    ("class A { function f() }", 'token "}", expecting ";" or "{"', 1),
    ("class A { const }", 'token "}"', 1),
    ("class A { const B }", 'token "}", expecting "="', 1),
    ("class A { const B = 1 }", 'token "}", expecting "," or ";"', 1),
    ("class A { public }", 'token "}", expecting variable', 1),
    ("class A { public int }", 'token "}", expecting variable', 1),
    ("class A { public $a $b; }", 'variable "$b", expecting "," or ";"', 1),
    ("class A { use B }", 'token "}", expecting "," or ";" or "{"', 1),
    ("class A { use B { c } }", 'token "}", expecting "::"', 1),
    ("class A { use B { c as } }", 'token "}"', 1),
    ("class A { use B { C::d 1 } }", 'integer "1", expecting "as"', 1),
    ("class A { case B }", 'token "}", expecting ";"', 1),
    ("class A { #[B] }", 'token "}", expecting "function" or "const"', 1),
    ("final", 'end of file, expecting "abstract" or "final" or "readonly" or "class"', 1),
    (
        "abstract function f() { }",
        'token "function", expecting "abstract" or "final" or "readonly" or "class"',
        1,
    ),
    ("interface A { } extends", 'token "extends", expecting end of file', 1),
    ("enum A: { }", 'token "{"', 1),
    ("new class { x };", 'identifier "x", expecting "function" or "const"', 1),
    ("#[A] 5;", 'integer "5"', 1),
    ("f(#[A] 5);", 'integer "5", expecting "function" or "fn" or "static" or "#["', 1),
    ("#[] class A { }", 'token "]"', 1),
    ("{ const A = 1; }", 'token "const"', 1),
    ("{ use A; }", 'token "use"', 1),
    ("{ namespace A; }", 'token "namespace"', 1),
    ("if (1) class A { }", 'token "class"', 1),
    ("if (1) function f() { }", 'identifier "f", expecting "("', 1),
    ('"abc', 'end of file, expecting variable or "${" or "{$"', 1),
    ('"abc $a', "end of file", 1),
    ('"abc $a[";', 'double-quote mark, expecting "-" or identifier or variable or number', 1),
    ('"abc $a[ 0]";', 'string content "", expecting "-" or identifier or variable or number', 1),
    ('"abc $a[0";', 'double-quote mark, expecting "]"', 1),
    ('"abc {$a";', 'double-quote mark, expecting "->" or "?->" or "{" or "["', 1),
    ('"abc {$a 1}";', 'integer "1", expecting "->" or "?->" or "{" or "["', 1),
    ('"abc ${a";', "double-quote mark", 1),
    ('"abc ${a b}";', 'identifier "b"', 1),
    ("'abc", 'string content "abc", expecting end of file', 1),
    ('"abc" "def";', 'double-quoted string "def"', 1),
    ("$x = 'abc' 'def';", 'single-quoted string "def"', 1),
    ('$x = 5 "abc $d";', "double-quote mark", 1),
    (
        "$x = 5 'a string that is much longer than what is shown';",
        'single-quoted string "a string that is much longer t..."',
        1,
    ),
    ("` abc", 'end of file, expecting "`"', 1),
    ("` $a", 'end of file, expecting "`"', 1),
    ("<<<A", 'token "<<", expecting end of file', 1),
    ("<<<A\nabc", 'end of file, expecting variable or heredoc end or "${" or "{$"', 2),
    ("1_;", 'identifier "_"', 1),
    ("1__0;", 'identifier "__0"', 1),
    ("0x;", 'identifier "x"', 1),
    ('$a = "abc\ndef" 5;', 'integer "5"', 2),
    ("$a = 1\n\n5;", 'integer "5"', 3),
    ("$a = function() {\n 1 2\n};", 'integer "2"', 2),
    (
        "namespace A; use function;",
        'token ";", expecting identifier or fully qualified name or namespaced name',
        1,
    ),
    ("\\1;", 'token "\\", expecting end of file', 1),
    ("A\\;", 'token "\\"', 1),
    ("\\A\\ B;", 'token "\\"', 1),
    ("namespace\\ A;", 'token "\\", expecting "{"', 1),
    ("@;", 'token ";"', 1),
    ("! ;", 'token ";"', 1),
    ("(int);", 'token ";"', 1),
    ("?->a;", 'token "?->", expecting end of file', 1),
    ("$a <=> $b <=> $c;", 'token "<=>"', 1),
    ("$a instanceof;", 'token ";"', 1),
    ("$a instanceof 5;", 'integer "5"', 1),
    ("yield from;", 'token ";"', 1),
    ("throw;", 'token ";"', 1),
    ("__halt_compiler;", 'token ";", expecting "("', 1),
    ("__halt_compiler() 5;", 'integer "5", expecting ";"', 1),
    ("class A { function __construct(static $a) { } }", 'token "static", expecting variable', 1),
    ("class A { const <?= = 1; }", 'token "<"', 1),
    ("$a = [ , ] 5;", 'integer "5"', 1),
    ("f(...) 5;", 'integer "5"', 1),
    ("f(..., 1);", 'token ","', 1),
    ("f(1, ...);", 'token ")"', 1),
    ("for ($i = 0, ; ; ) { }", 'token ";"', 1),
    ("echo 1, ;", 'token ";"', 1),
    ("global $a, ;", 'token ";", expecting variable or "$"', 1),
    ("class A { public $a, ; }", 'token ";", expecting variable', 1),
    ("class A extends B, C { }", 'token ",", expecting "{"', 1),
    ("catch (A $a) { }", 'token "catch", expecting end of file', 1),
    ("endif;", 'token "endif", expecting end of file', 1),
    ("case 1:", 'token "case", expecting end of file', 1),
    ("abstract class { }", 'token "{", expecting identifier', 1),
    ("interface A implements B { }", 'token "implements", expecting "{"', 1),
    ("trait A extends B { }", 'token "extends", expecting "{"', 1),
    ("enum A extends B { }", 'token "extends", expecting "{"', 1),
    ("function &() { }", "end of file", 1),
    ("$f = function f() { };", 'identifier "f", expecting "("', 1),
    ("$x = if (1) 2;", 'token "if"', 1),
    ("$x = return;", 'token "return"', 1),
    ("1 ? 2;", 'token ";"', 1),
    ("1 ? 2 : ;", 'token ";"', 1),
    ("1 ?: ;", 'token ";"', 1),
    ("$a ?? ;", 'token ";"', 1),
    ("$a and ;", 'token ";"', 1),
    ("$a{1;", 'token ";"', 1),
    ("${a;", 'token ";"', 1),
    ("${};", 'token "}"', 1),
]

OTHER_PARSE_ERRORS = [
    (";; ) ", "Unmatched ')'", 1),
    ("if ($a {", "Unclosed '{'", 1),
    ("for (;;", "Unclosed '('", 1),
    ("function f(", "Unclosed '('", 1),
    ("#[A", "Unclosed '['", 1),
    (
        "<<<A\n  a\n b\n  A;",
        "Invalid body indentation level (expecting an indentation level of at least 2)",
        3,
    ),
    ("<<<A\n\ta\n  A;", "Invalid indentation - tabs and spaces cannot be mixed", 2),
    ("<<<A\n a\n \tA;", "Invalid indentation - tabs and spaces cannot be mixed", 2),
    (
        "echo <<<A\n  $a\n b\n  A;",
        "Invalid body indentation level (expecting an indentation level of at least 2)",
        3,
    ),
    (
        "<<<'A'\n  a\n b\n  A;",
        "Invalid body indentation level (expecting an indentation level of at least 2)",
        3,
    ),
    ('"\\u{zz}";', "Invalid UTF-8 codepoint escape sequence", 1),
    ('"a\\n\\u{110000}";', "Invalid UTF-8 codepoint escape sequence: Codepoint too large", 1),
    ('"\\u{}";', "Invalid UTF-8 codepoint escape sequence", 1),
    ("08;", "Invalid numeric literal", 1),
    ("0_9;", "Invalid numeric literal", 1),
    ("(real) 1;", "The (real) cast has been removed, use (float) instead", 1),
    ("/* abc", "Unterminated comment starting line 1", 1),
    ("/** abc\n\n", "Unterminated comment starting line 1", 1),
    ("{", "Unclosed '{'", 1),
    ("(", "Unclosed '('", 1),
    ("[", "Unclosed '['", 1),
    ("{\n\n", "Unclosed '{' on line 1", 3),
    ("}", "Unmatched '}'", 1),
    (")", "Unmatched ')'", 1),
    ("]", "Unmatched ']'", 1),
    ("(]", "Unclosed '(' does not match ']'", 1),
    ("{\n)", "Unclosed '{' on line 1 does not match ')'", 2),
    ("[\n\n}", "Unclosed '[' on line 1 does not match '}'", 3),
    ("f(\n[1, 2\n});", "Unclosed '[' on line 2 does not match '}'", 3),
    ("#[A(1)", "Unclosed '['", 1),
    ('"{$a[1}";', "Unclosed '[' does not match '}'", 1),
]

# Found while parsing, but reported as fatal.
FATAL_ERRORS = [
    ("{ __halt_compiler(); }", "__HALT_COMPILER() can only be used from the outermost scope", 1),
    ("class A { public public $a; }", "Multiple access type modifiers are not allowed", 1),
    ("class A { public private $a; }", "Multiple access type modifiers are not allowed", 1),
    ("class A { static static $a; }", "Multiple static modifiers are not allowed", 1),
    ("class A { final final function f() { } }", "Multiple final modifiers are not allowed", 1),
    (
        "class A { abstract final function f(); }",
        "Cannot use the final modifier on an abstract class member",
        1,
    ),
    ("class A { readonly readonly $a; }", "Multiple readonly modifiers are not allowed", 1),
    ("abstract abstract class A { }", "Multiple abstract modifiers are not allowed", 1),
    ("abstract final class A { }", "Cannot use the final modifier on an abstract class", 1),
    ("final final class A { }", "Multiple final modifiers are not allowed", 1),
    (
        "class A { function __construct(public private $a) { } }",
        "Multiple access type modifiers are not allowed",
        1,
    ),
    ("declare(encoding=1 + 1);", "Encoding must be a literal", 1),
]

PARSE_ERRORS = [
    (source, "syntax error, unexpected " + message, line) for source, message, line in SYNTAX_ERRORS
] + OTHER_PARSE_ERRORS

REPORT = re.compile(r"^(Parse|Fatal) error: +(.*) in \S+ on line (\d+)$", re.MULTILINE)

WARNINGS = [
    (r'"\400";', r"Octal escape sequence overflow \400 is greater than \377", 1),
    ('"a\n\\777b";', r"Octal escape sequence overflow \777 is greater than \377", 2),
]


def identify(row: tuple[str, str, int]) -> str:
    return row[0].replace("\n", " ")


def failure(source: str) -> ParseError:
    with pytest.raises(ParseError) as caught:
        parse("<?php " + source, "file.php")
    return caught.value


@pytest.mark.parametrize("row", PARSE_ERRORS, ids=identify)
def test_parse_error(row: tuple[str, str, int]) -> None:
    source, message, line = row
    error = failure(source)
    assert (error.message, error.line, error.class_name) == (message, line, "ParseError")


@pytest.mark.parametrize("row", FATAL_ERRORS, ids=identify)
def test_fatal_error(row: tuple[str, str, int]) -> None:
    source, message, line = row
    error = failure(source)
    assert (error.message, error.line, error.class_name) == (message, line, "CompileError")


@pytest.mark.reference
def test_reference_says_the_same(reference_argv: list[str], tmp_path: Path) -> None:
    path = tmp_path / "source.php"
    for source, message, line in PARSE_ERRORS + FATAL_ERRORS:
        path.write_text("<?php " + source, "latin-1")
        output = subprocess.run([*reference_argv, "-l", path], capture_output=True).stdout
        report = REPORT.search(output.decode("latin-1"))
        assert report is not None, source
        assert (report[2], int(report[3])) == (message, line), source


@pytest.mark.parametrize(("source", "message", "line"), WARNINGS)
def test_warning(source: str, message: str, line: int) -> None:
    warnings = parse("<?php " + source, "file.php").warnings
    assert [(warning.message, warning.line) for warning in warnings] == [(message, line)]


def test_error_spans_its_token() -> None:
    error = failure("foo bar;")
    assert (error.start, error.end) == (10, 13)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "1 + 2",
        "1 + 2;",
        "if ($x) { }",
        "foo() // a comment",
        "return",
        "namespace Foo",
        "do { } while (1)",
        "if (1): echo 2; endif",
        "fn() => 1",
        "$x = function () { }",
        "try { } finally { }",
        "<<<A\nfoo\nA",
        "?> text",
        "a:",
    ],
)
def test_complete(source: str) -> None:
    found = check_complete(source)
    assert (found.state, found.expects, found.message, found.offset) == ("complete", "", "", -1)


@pytest.mark.parametrize(
    ("source", "expects"),
    [
        ("1 +", ""),
        ("if ($x)", ""),
        ("if ($x) {", "{"),
        ("while (1):", ""),
        ("foo(", "("),
        ("foo([1, 2", "["),
        ("class A { function f() { return [", "["),
        ("class A", ""),
        ("$a->", ""),
        ("echo 1,", ""),
        ("do { }", ""),
        ("try { }", ""),
        ("#[A]", ""),
        ("/* comment", ""),
        ('"abc', '"'),
        ('"abc $x', '"'),
        ('"abc {$x', "{"),
        ('"abc ${x', "{"),
        ("$x = 'abc", "'"),
        ("foo('a', \"b", '"'),
        ("`ls", "`"),
        ("<<<A", "<"),
        ("<<<A\nfoo", "<"),
        ("<<<'A'\nfoo", "<"),
        ("$x = <<<A\n  {$y[", "["),
        ("?> text <?php echo", ""),
    ],
)
def test_incomplete(source: str, expects: str) -> None:
    found = check_complete(source)
    assert (found.state, found.expects, found.message, found.offset) == (
        "incomplete",
        expects,
        "",
        -1,
    )


@pytest.mark.parametrize(
    ("source", "message", "line", "offset"),
    [
        ("1 2", 'syntax error, unexpected integer "2"', 1, 2),
        ("}", "Unmatched '}'", 1, 0),
        ("[1,\n2)", "Unclosed '[' on line 1 does not match ')'", 2, 5),
        ("$x = = 1", 'syntax error, unexpected token "="', 1, 5),
        ("if (1) {\n  08", "Invalid numeric literal", 2, 11),
        ('"\\u{x}"', "Invalid UTF-8 codepoint escape sequence", 1, 0),
    ],
)
def test_invalid(source: str, message: str, line: int, offset: int) -> None:
    found = check_complete(source)
    assert (found.state, found.message, found.line, found.offset) == (
        "invalid",
        message,
        line,
        offset,
    )
