--TEST--
A call is no place.
--FILE--
<?php
f() ??= 1;
--EXIT--
255
--EXPECTF--

Fatal error: Can't use function return value in write context in %sassigning_to_a_call_by_coalescing.php on line 2
