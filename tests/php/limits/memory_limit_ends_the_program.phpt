--TEST--
memory_limit: a fatal error with the limit's size
--FILE--
<?php
ini_set('memory_limit', '16M');
$list = [];
while (true) {
    $list[] = str_repeat('x', 100000);
}
--EXIT--
255
--EXPECTF--

Fatal error: Allowed memory size of 16777216 bytes exhausted (tried to allocate %d bytes) in %smemory_limit_ends_the_program.php on line 5
