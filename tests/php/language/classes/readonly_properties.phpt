--TEST--
readonly: written once, inside the class
--FILE--
<?php
class P {
    function __construct(public readonly int $x, public readonly array $list = []) {}
    function with($x) { $c = clone $this; try { $c->x = $x; } catch (Error $e) { echo $e->getMessage(), "\n"; } }
}
$p = new P(1, [1]);
foreach ([function () use ($p) { $p->x = 2; }, function () use ($p) { $p->list[] = 2; }, function () use ($p) { unset($p->x); }, function () use ($p) { $p->x++; }] as $f) {
    try {
        $f();
    } catch (Error $e) {
        echo $e->getMessage(), "\n";
    }
}
$p->with(5);
var_dump($p);
--EXPECT--
Cannot modify readonly property P::$x
Cannot modify readonly property P::$list
Cannot unset readonly property P::$x
Cannot modify readonly property P::$x
Cannot modify readonly property P::$x
object(P)#1 (2) {
  ["x"]=>
  int(1)
  ["list"]=>
  array(1) {
    [0]=>
    int(1)
  }
}
