--TEST--
The visibility of a property may only grow.
--FILE--
<?php
class A { protected static $p; }
class B extends A { private static $p; }
--EXIT--
255
--EXPECTF--

Fatal error: Access level to B::$p must be protected (as in class A) or weaker in %sa_property_more_hidden_than_inherited.php on line 3
