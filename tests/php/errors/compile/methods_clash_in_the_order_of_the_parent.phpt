--TEST--
The parent's order decides which clash is told.
--FILE--
<?php
class A { function one() {} function two() {} }
class B extends A { private function two() {} private function one() {} }
--EXIT--
255
--EXPECTF--

Fatal error: Access level to B::one() must be public (as in class A) in %smethods_clash_in_the_order_of_the_parent.php on line 3
