--TEST--
f(...): a closure of any function
--FILE--
<?php
class A {
    function m($x) { return "m$x"; }
    static function s($x) { return "s$x"; }
}
$len = strlen(...);
$m = (new A)->m(...);
$s = A::s(...);
echo $len('four'), $m(1), $s(2), get_class($len), "\n";
--EXPECT--
4m1s2Closure
