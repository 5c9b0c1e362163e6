--TEST--
overriding with an incompatible signature is fatal
--FILE--
<?php
class A { function m(int $x) {} }
class B extends A { function m(string $x, $y) {} }
--EXIT--
255
--EXPECTF--

Fatal error: Declaration of B::m(string $x, $y) must be compatible with A::m(int $x) in %ssignature_must_be_compatible.php on line 3
