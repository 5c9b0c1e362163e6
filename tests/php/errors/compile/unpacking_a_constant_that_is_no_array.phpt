--TEST--
Among constants it shows while compiling.
--FILE--
<?php
$a = [1, ...2];
--EXIT--
255
--EXPECTF--

Fatal error: Only arrays and Traversables can be unpacked in %sunpacking_a_constant_that_is_no_array.php on line 2
