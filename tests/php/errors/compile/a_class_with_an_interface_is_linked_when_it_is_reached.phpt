--TEST--
A class that implements something is declared where it stands: what is before it runs.
--FILE--
<?php
echo "first\n";
interface I { function f($x); }
class B implements I { function f() {} }
--EXIT--
255
--EXPECTF--
first

Fatal error: Declaration of B::f() must be compatible with I::f($x) in %sa_class_with_an_interface_is_linked_when_it_is_reached.php on line 4
