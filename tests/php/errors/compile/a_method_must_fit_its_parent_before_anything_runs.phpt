--TEST--
Classes are linked while the source is compiled: nothing runs before the error.
--FILE--
<?php
echo 'never';
class A { function f($x) {} }
class B extends A { function f() {} }
--EXIT--
255
--EXPECTF--

Fatal error: Declaration of B::f() must be compatible with A::f($x) in %sa_method_must_fit_its_parent_before_anything_runs.php on line 4
