--TEST--
& | ^ ~ << >>: ints of 64 bits, and precedence
--FILE--
<?php
var_dump(12 & 10, 12 | 10, 12 ^ 10, ~0, ~5, ~PHP_INT_MAX);
var_dump(1 << 3, 1 << 63, 1 << 64, -1 >> 63, -8 >> 1, 256 >> 70, -1 >> 64);
var_dump(1 | 2 ^ 3 & 4);
var_dump(1 + 2 << 3);
--EXPECT--
int(8)
int(14)
int(6)
int(-1)
int(-6)
int(-9223372036854775808)
int(8)
int(-9223372036854775808)
int(0)
int(-1)
int(-4)
int(0)
int(-1)
int(3)
int(24)
