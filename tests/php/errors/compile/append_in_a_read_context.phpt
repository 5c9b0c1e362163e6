--TEST--
compile error: [] for reading
--FILE--
<?php
$a = [];
echo $a[];
--EXIT--
255
--EXPECTF--

Fatal error: Cannot use [] for reading in %sappend_in_a_read_context.php on line 3
