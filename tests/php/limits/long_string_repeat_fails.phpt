--TEST--
memory: a single string beyond the limit
--FILE--
<?php
ini_set('memory_limit', '32M');
echo "start\n";
$x = str_repeat('x', 1 << 26);
echo "never\n";
--EXIT--
255
--EXPECTF--
start

Fatal error: Allowed memory size of 33554432 bytes exhausted (tried to allocate %d bytes) in %slong_string_repeat_fails.php on line 4
