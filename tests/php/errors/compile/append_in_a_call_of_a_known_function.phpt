--TEST--
A function compiled before takes the argument by value.
--FILE--
<?php
function f($x) {}
f($a[]);
--EXIT--
255
--EXPECTF--

Fatal error: Cannot use [] for reading in %sappend_in_a_call_of_a_known_function.php on line 3
