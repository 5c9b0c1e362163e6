"""The engine keeps to its dialect, and the linter sees each way of leaving it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from hippy.interpreter.toolchain.hosts import HostError, find_host
from hippy.tests.unit import dialect

ROOT = Path(__file__).resolve().parents[2]
FUTURE = "from __future__ import absolute_import\n"
COMPILE = """\
import sys
for path in sys.argv[1:]:
    compile(open(path).read(), path, 'exec')
"""

# What breaks a rule: the rule, the line it is found in, the code after the first line.
PLANTED = [
    ("python3-syntax", 2, "x = f'{1}'"),
    ("python3-syntax", 2, "x: int = 3"),
    ("python3-syntax", 4, "def f():\n    x = 1\n    def g(): nonlocal x"),
    ("python3-syntax", 2, "if (x := 3): pass"),
    ("python3-syntax", 2, "first, *rest = 1, 2"),
    ("python3-signature", 2, "def f(x, *, y): 'NOT_RPYTHON'"),
    ("python3-signature", 2, "def f(x: int): pass"),
    ("python3-signature", 2, "def f() -> int: pass"),
    ("raise-from", 2, "raise ValueError() from None"),
    ("bare-except", 3, "try: f()\nexcept: pass"),
    ("class", 2, "class A:\n    _attrs_ = []"),
    ("class", 2, "class A(object, metaclass=M):\n    _attrs_ = []"),
    ("class", 2, "class A(object):\n    _attrs_ = []\n    __metaclass__ = M"),
    ("descriptor", 4, "class A(object):\n    _attrs_ = []\n    @property\n    def x(self): pass"),
    ("python2-name", 2, "for i in xrange(3): pass"),
    ("python2-name", 2, "BIG = sys.maxint"),
    ("python2-name", 2, "ORDER = cmp(1, 2)"),
    ("dict-method", 2, "for k in d.iteritems(): pass"),
    ("bytes", 2, "x = b'abc'"),
    ("bytes", 2, "x = u'abc'"),
    ("latin-1", 2, r"x = '\u0100'"),
    ("unicode-escape", 2, r"x = '\u00e9'"),
    ("division", 2, "x = a / b"),
    ("division", 2, "x /= 2"),
    ("power", 3, "def f(n):\n    return n ** 2"),
    ("conversion", 3, "def f(s):\n    return int(s)"),
    ("conversion", 3, "def f(x):\n    return str(x)"),
    ("big-int", 3, "def f(n):\n    return n & 0xFFFFFFFFFFFFFFFF"),
    ("identity", 3, "def f(n):\n    return n is 3"),
    ("identity", 3, "def f(w):\n    return w == None"),
    ("string-method", 3, "def f(s):\n    return s.upper()"),
    ("string-method", 3, "def f(s):\n    return s.strip()"),
    ("string-method", 3, "def f(s):\n    return '{}'.format(s)"),
    ("formatting", 3, "def f(n):\n    return '%05d' % n"),
    ("formatting", 3, "def f(n):\n    return '%r' % n"),
    ("formatting", 3, "def f(form, n):\n    return form % (n,)"),
    ("slice", 3, "def f(s):\n    return s[::2]"),
    ("slice", 3, "def f(s):\n    return s[:-1]"),
    ("slice", 3, "def f(s, n):\n    return s[:n - 1]"),
    ("slot-index", 3, "def f(frame, code, pc):\n    return frame.slots[code.ops[pc + 1]]"),
    ("negative-index", 3, "def f(s):\n    return s[-1]"),
    ("dict-view", 3, "def f(d):\n    return d.keys()[0]"),
    ("tuple-loop", 3, "def f():\n    for n in (1, 2): pass"),
    ("tuple-loop", 3, "def f():\n    return [n for n in (1, 2)]"),
    ("no-such-function", 3, "def f(x):\n    return sorted(x)"),
    ("no-such-function", 3, "def f(x):\n    x.sort()"),
    ("no-such-function", 3, "def f(x):\n    return min(x)"),
    ("no-such-function", 3, "def f(x):\n    return isinstance(x, (A, B))"),
    ("no-such-function", 3, "def f(x, name):\n    return getattr(x, name)"),
    ("no-such-function", 3, "def f(x):\n    return repr(x)"),
    ("no-such-function", 3, "def f(x):\n    return super(A, x).f()"),
    ("print", 2, "print('x')"),
    ("comprehension", 3, "def f():\n    return {1, 2}"),
    ("comprehension", 3, "def f(x):\n    return {n: n for n in x}"),
    ("comprehension", 3, "def f(x):\n    return ','.join(n for n in x)"),
    ("generator", 3, "def f():\n    yield 1"),
    ("closure", 3, "def f():\n    return lambda: 1"),
    ("closure", 3, "def f():\n    def g(): pass"),
    ("keywords", 3, "def f(d):\n    g(**d)"),
    ("keywords", 3, "def f(x):\n    g(*x)"),
    ("import", 3, "def f():\n    import os"),
    ("global", 3, "def f():\n    global x\n    x = 1"),
    ("parameters", 2, "def f(**words): pass"),
    ("parameters", 2, "def f(*words): pass"),
    ("parameters", 2, "def f(x=[]): pass"),
    ("attribute-type", 5, "class A(object):\n    _attrs_ = ['x']\n    x = ''\n"
                          "    def f(self): self.x = 3"),
    ("attribute-type", 5, "class A(object):\n    _attrs_ = ['x']\n    x = None\n"
                          "    def f(self): self.x = 1.5"),
    ("attributes", 2, "class A(object):\n    pass"),
    ("override", 7, "class A(object):\n    _attrs_ = []\n    def f(self): pass\n"
                    "class B(A):\n    _attrs_ = []\n    def f(self, x): pass"),
    ("excuse", 2, "x = 3  # dialect: for no reason"),
    ("syntax", 2, "def f(:"),
    ("ascii", 2, "x = '\xe9'"),
]

FINE = {
    "import-time helper": "def f(**words):\n    'NOT_RPYTHON'\n    return {str(x) for x in words}",
    "import-time class": "class A(object):\n    'NOT_RPYTHON: rows of a table'",
    "module level": "TABLE = {name: name.upper() for name in sorted(NAMES)}",
    "lambda in a table": "TABLE = [lambda x: x + 1]",
    "decorator call": "@builtin(*names)\ndef f(x):\n    return x",
    "excused": "def f(s):\n    return int(s)  # dialect: digits only",
    "float division": "def f(x, y):\n    return x / y  # float division",
    "int of a comparison": "def f(x, y):\n    return int(x < y) + int(not x)",
    "exception": "class E(Exception):\n    def __init__(self, x):\n        self.x = x",
    "exception below another": "class E(Exception):\n    pass\nclass F(E):\n    pass",
    "same signature": "class A(object):\n    _attrs_ = []\n    def f(self, x): pass\n"
                      "class B(A):\n    _attrs_ = []\n    def f(self, y): pass",
    "None or a string": "class A(object):\n    _attrs_ = ['x']\n    x = None\n"
                        "    def f(self): self.x = ''",
    "formats": "def f(a, b):\n    return '%s %d %x %%' % (a, b, b)",
    "remainder": "def f(a, b):\n    return a % b",
    "latin-1": r"x = '\xe9\x80'",
    "raw escape": r"x = r'\u'",
}


def check(code: str, path: str = "interpreter/vm/planted.py") -> list[dialect.Finding]:
    return dialect.check_sources([dialect.read_source(path, FUTURE + code + "\n")])


def test_engine_keeps_to_its_dialect() -> None:
    found = dialect.check_sources(dialect.engine_sources(ROOT))
    assert not found, "\n" + "\n".join(map(str, found))


@pytest.mark.parametrize(("rule", "line", "code"), PLANTED)
def test_planted_violation_is_found(rule: str, line: int, code: str) -> None:
    assert (rule, line) in [(finding.rule, finding.line) for finding in check(code)]


@pytest.mark.parametrize("code", FINE.values(), ids=FINE)
def test_fine_code_passes(code: str) -> None:
    assert check(code) == []


def test_every_rule_is_planted() -> None:
    planted = {rule for rule, _, _ in PLANTED}
    assert set(dialect.RULES) <= planted
    assert set(dialect.RULES) | {"attributes", "override", "excuse", "syntax", "ascii",
                                 "unicode-escape", "attribute-type"} == planted


def test_first_statement_is_the_future_import() -> None:
    source = dialect.read_source("interpreter/vm/planted.py", "'''A file.'''\nimport os\n")
    assert [finding.rule for finding in dialect.check_sources([source])] == ["future"]


def test_rlib_may_do_what_it_hides() -> None:
    code = "def f(s):\n    return s.upper(), sorted(s), int(s)"
    assert check(code, "interpreter/rlib/planted.py") == []
    assert check("x = f'{1}'", "interpreter/rlib/planted.py") != []


def test_classes_are_followed_across_files() -> None:
    base = "class W_Root(object):\n    _attrs_ = []\n    def kind(self): pass\n"
    derived = ("from hippy.interpreter.objects.values import W_Root\n"
               "class W_Odd(W_Root):\n    _attrs_ = []\n    def kind(self, ctx): pass\n")
    found = dialect.check_sources([
        dialect.read_source("interpreter/objects/values.py", FUTURE + base),
        dialect.read_source("interpreter/objects/odd.py", FUTURE + derived),
    ])
    assert [str(finding) for finding in found] == [
        "interpreter/objects/odd.py:5 override: "
        "W_Odd.kind takes other parameters than in interpreter/objects/values.py:4"]


def test_rules_are_documented() -> None:
    text = (ROOT / "docs" / "rpython.md").read_text(encoding="utf-8")
    rules = {rule for rule, _, _ in PLANTED} | {"future"}
    assert sorted(rule for rule in rules if f"`{rule}`" not in text) == []


def test_python_2_compiles_every_file() -> None:
    try:
        host = find_host(os.environ)
    except HostError:
        pytest.skip("no Python 2.7 here")
    paths = [str(ROOT / source.path) for source in dialect.engine_sources(ROOT)]
    done = subprocess.run([host.path, "-c", COMPILE, *paths], capture_output=True, text=True,
                          check=False)
    assert done.returncode == 0, done.stderr
