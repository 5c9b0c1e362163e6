--TEST--
Of a class's clashes with its parent, properties come before constants and methods.
--FILE--
<?php
class A { public int $p; const C = 1; function f() {} }
class B extends A { private function f() {} private const C = 2; public string $p; }
--EXIT--
255
--EXPECTF--

Fatal error: Type of B::$p must be int (as in class A) in %sa_property_before_a_method.php on line 3
