"""What :save writes."""

from __future__ import annotations

import pytest

from hippy.repl.program import as_program

HEAD = "<?php\n"


@pytest.mark.parametrize(("inputs", "expected"), [
    ([], ""),
    (["1", "$a = 2; ", "<?php $b = 3"], "1;\n$a = 2;\n$b = 3;\n"),
    (["$a = 1 // one", "# two", "/* three */"], "$a = 1; // one\n# two\n/* three */\n"),
    (["if (1) { f(); }\nelse { g(); }", "$f = function () {}", "match (1) { 1 => 2 }"],
     "if (1) { f(); }\nelse { g(); }\n$f = function () {};\nmatch (1) { 1 => 2 };\n"),
    (["$t = <<<A\nx\nA"], "$t = <<<A\nx\nA;\n"),
    (["function f() { return 1; }", "f()", "function F() { return 2; } f()"],
     "f();\nfunction F() { return 2; } f();\n"),
    (["declare(strict_types=1);", "1"], "declare(strict_types=1);\n1;\n"),
    (["declare(strict_types=1);", "1", "declare(strict_types=0);"], "1;\n"),
    (["namespace A", "use B\\C", "1", "use B\\C;"], "namespace A;\nuse B\\C;\n1;\n"),
    (["1", "namespace A;", "class X {}", "namespace {}", "class X {}", "namespace B { f(); }"],
     "namespace {\n1;\n}\nnamespace A {\nclass X {}\n}\nnamespace {}\nnamespace {\nclass X {}\n}\n"
     "namespace B { f(); }\n"),
])
def test_program(inputs, expected):
    assert as_program(inputs) == HEAD + expected
