--TEST--
closures: $this of a method, bindTo, call, static
--FILE--
<?php
class Counter {
    private $n = 7;
    function get() { return fn() => $this->n; }
    function unbound() { return static fn() => isset($this); }
}
$c = new Counter;
var_dump($c->get()(), $c->unbound()());
$peek = function ($plus = 0) { return $this->n + $plus; };
var_dump(Closure::bind($peek, $c, Counter::class)(), $peek->call($c, 3), $peek->bindTo($c, $c)(1));
--EXPECT--
int(7)
bool(false)
int(7)
int(10)
int(8)
