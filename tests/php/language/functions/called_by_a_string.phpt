--TEST--
$f(): a function's name, a static method, an array
--FILE--
<?php
class A {
    static function s($x) { return "s$x"; }
    function m($x) { return "m$x"; }
}
$f = 'strtoupper';
$s = 'A::s';
$pair = ['A', 's'];
$object = [new A, 'm'];
echo $f('abc'), $s(1), $pair(2), $object(3), (function () { return 'i'; })(), "\n";
--EXPECT--
ABCs1s2m3i
