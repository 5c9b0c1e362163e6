--TEST--
traits: an alias for a method that does not exist
--FILE--
<?php
trait T { function f() {} }
class A { use T { g as h; } }
--EXIT--
255
--EXPECTF--

Fatal error: An alias (h) was defined for method g(), but this method does not exist in %salias_of_nothing.php on line 3
