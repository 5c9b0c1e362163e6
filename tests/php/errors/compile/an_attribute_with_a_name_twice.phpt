--TEST--
Named arguments of attributes are known while compiling.
--FILE--
<?php
#[A(x: 1, x: 2)]
class B {}
--EXIT--
255
--EXPECTF--

Fatal error: Duplicate named parameter $x in %san_attribute_with_a_name_twice.php on line 3
