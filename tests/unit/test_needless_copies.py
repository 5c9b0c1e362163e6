"""An array is copied only when two owners part. What merely looked at it must not stay an owner."""

from __future__ import annotations

import pytest

from hippy.interpreter.objects.arrays import W_Array
from hippy.interpreter.target import SYMBOLS
from hippy.interpreter.vm.context import Context
from hippy.interpreter.vm.sources import run_main

ROUNDS = 10
HEAD = """
class NAME {
    public $a = [];
    public $other = [1];
    static $s = [];
    function __construct() { for ($i = 0; $i < 5; $i++) { $this->a[] = $i; self::$s[] = $i; } }
    function get() { return $this->a; }
    function look($list) { return count($list); }
    function run($i) { ACTION; $this->a[] = $i; self::$s[] = $i; }
}
$box = new NAME;
"""
ACTIONS = [
    "if ($this->a === []) echo 1",
    "if ($this->a !== []) $x = 1",
    "if ($this->a == []) echo 1",
    "if ($this->a != [1]) $x = 1",
    "if ($this->a < [1]) echo 1",
    "if ($this->a <= [1]) echo 1",
    "if ([] === $this->a) echo 1",
    "if (!$this->a) echo 1",
    "if ($this->a) $x = 1",
    "if ($this->get()) $x = 1",
    "while (!$this->a) { }",
    "$x = $this->a ? 1 : 2",
    "$x = $this->a === []",
    "$x = $this->a !== []",
    "$x = $this->a == $this->other",
    "$x = $this->a != $this->other",
    "$x = $this->a < $this->other",
    "$x = $this->a <= $this->other",
    "$x = $this->a <=> $this->other",
    "$x = !$this->a",
    "$x = (bool) $this->a",
    "$x = $this->a && $i",
    "$x = empty($this->a)",
    "$x = isset($this->a)",
    "$x = empty($this->get())",
    "$x = isset($this->a[1])",
    "$x = isset($this->a[1][2])",
    "$x = $this->a[1]",
    "$x = $this->a[99] ?? 3",
    "$x = count($this->a)",
    "$x = count($this->get())",
    "$x = in_array(77, $this->a, true)",
    "$x = array_key_exists(1, $this->a)",
    "$x = [...$this->a]",
    "$x = [...$this->get()]",
    "$x = array_sum($this->a)",
    "$x = max($this->a)",
    "$x = implode(',', $this->a)",
    "$x = $this->look($this->a)",
    "$x = $this->look(...[$this->a])",
    "[$x, $y] = $this->a",
    "['0' => $x] = $this->a",
    "foreach ($this->a as $x) { }",
    "foreach ($this->a as $k => $x) { break; }",
    "foreach ($this->get() as $x) { if ($x) break; }",
    "switch ($this->a) { case []: echo 1; break; case [1]: echo 2; break; }",
    "$x = match ($this->a) { [] => 1, [1] => 2, default => 3 }",
    "$x = match (true) { $this->a === [] => 1, default => 3 }",
    "$x = is_array($this->a)",
    "$x = array_map(fn($v) => $v, $this->a)",
    "$x = (function () { return count($this->a); })()",
    "if (self::$s === []) echo 1",
    "$x = count(self::$s)",
    "foreach (self::$s as $x) { }",
    "$x = self::$s[1]",
]


class Copies:
    """Counts the copies of arrays that are no literals."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        original = W_Array.dup

        def dup(w_array: W_Array) -> W_Array:
            if w_array.rc < 1 << 50:
                self.count += 1
            return original(w_array)

        monkeypatch.setattr(W_Array, "dup", dup)


def copies_of(program: str, monkeypatch: pytest.MonkeyPatch) -> int:
    copies = Copies(monkeypatch)
    assert run_main(Context(SYMBOLS), program, "copies.php", True) == 0
    return copies.count


@pytest.mark.parametrize("action", ACTIONS)
def test_looking_at_an_array_leaves_it_to_its_owner(
    action: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"Box{ACTIONS.index(action)}"  # classes outlive a Context
    program = HEAD.replace("ACTION", action).replace("NAME", name)
    program += f"for ($i = 0; $i < {ROUNDS}; $i++) $box->run($i);"
    assert copies_of(program, monkeypatch) <= 1


def test_two_owners_part_once(monkeypatch: pytest.MonkeyPatch) -> None:
    program = "$a = []; $a[] = 1; $b = $a; for ($i = 0; $i < 10; $i++) { $a[] = 1; $b[] = 2; }"
    assert copies_of(program, monkeypatch) == 1
