--TEST--
operators: what binds stronger
--FILE--
<?php
var_dump(2 + 3 * 4, (2 + 3) * 4, 2 ** 3 * 2, -3 ** 2, !1 + 1, 7 . 1 + 1, 10 - 2 - 3, 2 ** 2 ** 3);
var_dump(1 + 2 . "x", true ? 1 : 2 + 5, 5 & 3 == 3, (1 <=> 2) == -1);
--EXPECT--
int(14)
int(20)
int(16)
int(-9)
int(1)
string(2) "72"
int(5)
int(256)
string(2) "3x"
int(1)
int(1)
bool(true)
