--TEST--
mt_srand(): the same seed gives the same numbers
--FILE--
<?php
mt_srand(42);
echo mt_rand(), ' ', mt_rand(1, 6), ' ', mt_rand(0, 99), ' ', rand(1, 10), ' ', mt_getrandmax(), "\n";
mt_srand(3);
$list = range(1, 10);
shuffle($list);
echo implode(' ', $list), ' ', array_rand(['a' => 1, 'b' => 2, 'c' => 3]), ' ', str_shuffle('abcdef'), "\n";
$r = random_int(5, 7);
var_dump($r >= 5 && $r <= 7, strlen(random_bytes(4)));
--EXPECT--
804318771 6 76 5 2147483647
4 8 3 9 1 10 5 2 6 7 b dacfbe
bool(true)
int(4)
