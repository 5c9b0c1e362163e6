--TEST--
printf(), vsprintf(), vprintf()
--FILE--
<?php
$n = printf("%s-%d\n", 'abc', 5);
var_dump($n, vsprintf('%2$s%1$s', ['a', 'b']), vprintf("%d\n", [7]));
--EXPECT--
abc-5
7
int(6)
string(2) "ba"
int(2)
