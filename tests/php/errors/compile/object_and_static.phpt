--TEST--
static is a class.
--FILE--
<?php
class A { function f(): object|static {} }
--EXIT--
255
--EXPECTF--

Fatal error: Type static|object contains both object and a class type, which is redundant in %sobject_and_static.php on line 2
