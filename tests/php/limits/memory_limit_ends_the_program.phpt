--TEST--
memory_limit: a fatal error with the limit's size
--FILE--
<?php
ini_set('memory_limit', '16M');
$list = [];
for ($i = 0; $i < 500; $i++) {
    $list[] = str_repeat("x", 1000000);
}
echo "never\n";
--EXIT--
255
--EXPECTF--

Fatal error: Allowed memory size of 16777216 bytes exhausted (tried to allocate %d bytes) in %smemory_limit_ends_the_program.php on line 5
