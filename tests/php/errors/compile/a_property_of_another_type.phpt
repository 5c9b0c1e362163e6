--TEST--
An inherited property keeps its type.
--FILE--
<?php
class A { public ?int $p; }
class B extends A { public int $p; }
--EXIT--
255
--EXPECTF--

Fatal error: Type of B::$p must be ?int (as in class A) in %sa_property_of_another_type.php on line 3
