"""What the REPL finds in code to declare again, and what to call lost."""

from __future__ import annotations

import pytest

from hippy.repl.outline import outline


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("function f() { return 1; }", ["f()"]),
        ("function &f() {}", ["f()"]),
        ("$f = function () { };", []),
        ("final class A extends B { function m() { } } $x = 1;", ["A"]),
        ("abstract class A {} interface I {} trait T {} enum E { case X; }", ["A", "I", "T", "E"]),
        ("readonly class R { }", ["R"]),
        ("const X = 1; use A\\B;", ["const X", "use A\\B"]),
        ("namespace N;", ["namespace N"]),
        ("new class { };", []),
        ("if (1) { function g() {} }", []),
        ("A::class;", []),
        ("/* about */ function f() { return '}'; } // end", ["f()"]),
        ("/** about */ final class D {}", ["D"]),
        ("#[A(1, ['x' => ']'])] #[B] function f() {}", ["f()"]),
        ("fn($x) => 1", []),
        ('"function f() {}"', []),
    ],
)
def test_declarations(code, names):
    assert [name for name, _ in outline(code).declarations] == names


def test_sources_of_declarations():
    code = '$a = 1; function f($x) { return "{$x}}"; } echo f(2);'
    assert [source for _, source in outline(code).declarations] == [
        'function f($x) { return "{$x}}"; }'
    ]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("$a = 1; $b[$c] = $a;", ["$a", "$b", "$c"]),
        ("function f() { $inner = 1; } $outer = 2;", ["$outer"]),
        ("$f = function ($p) { $inner = 1; }; $g = 2;", ["$f", "$p", "$g"]),
        ("foreach ($list as $k => $v) { echo $v; }", ["$list", "$k", "$v"]),
        ("$o = new class { public $p; }; $this->x = $_GET;", ["$o"]),
        ("echo '$no';", []),
    ],
)
def test_variables(code, names):
    assert outline(code).variables == names


@pytest.mark.parametrize(
    ("code", "exits"),
    [
        ("exit", True),
        ("die('x');", True),
        ("if ($x) { exit(3); }", True),
        ("function f() { exit; }", False),
        ("(function () { exit; })();", False),
        ("class A { function m() { exit; } } (new A)->m();", False),
        ("f();", False),
        ("echo 'exit';", False),
    ],
)
def test_exits(code, exits):
    assert outline(code).exits is exits
