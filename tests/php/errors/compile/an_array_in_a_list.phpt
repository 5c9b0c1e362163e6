--TEST--
array() is no pattern.
--FILE--
<?php
[array($a)] = [[1]];
--EXIT--
255
--EXPECTF--

Fatal error: Cannot assign to array(), use [] instead in %san_array_in_a_list.php on line 2
