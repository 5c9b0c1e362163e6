--TEST--
A class without a parent.
--FILE--
<?php
class A { function f() { return parent::f(); } }
--EXIT--
255
--EXPECTF--

Fatal error: Cannot use "parent" when current class scope has no parent in %sparent_without_a_parent.php on line 2
