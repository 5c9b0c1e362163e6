"""What is open at the start of each line."""

from __future__ import annotations

import pytest

from hippy.repl.openers import openers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", [""]),
        ("f(\n1\n)\n", ["", "(", "(", ""]),
        ("if (1) {\n[\n(\n)\n]\n}\n", ["", "{", "[", "(", "[", "{", ""]),
        ('"a\nb{\n"\n', ["", '"', '"', ""]),
        ('"a\\"\n"\n', ["", '"', ""]),
        ("'a\n\\'\n'\n", ["", "'", "'", ""]),
        ("'it''s'\n", ["", ""]),
        ("'unclosed { (\n", ["", "'"]),
        ('"{$a["k"]} \n"\n', ["", '"', ""]),
        ('"{$f(\n)}\n"\n', ["", "(", '"', ""]),
        ("`ls\n`\n", ["", "`", ""]),
        ("$x = <<<EOT\n{ EOTS\n  EOT\n", ["", "<", "<", ""]),
        ("<<<'X'\n{$a\nX;\n", ["", "<", "<", ""]),
        ('f(<<<"X"\n{$a(\n)}\nX)\n', ["", "<", "(", "<", ""]),
        ("// {\n# (\n/* [\n\" */\n", ["", "", "", "", ""]),
        ("#[Attribute(\n)]\n", ["", "(", ""]),
        ("}\n{\n", ["", "", "{"]),
        ("1 <<< 2\n", ["", ""]),
    ],
)
def test_openers(text, expected):
    assert openers(text) == expected
