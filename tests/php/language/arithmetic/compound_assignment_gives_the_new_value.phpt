--TEST--
+= and its kin: value and result
--FILE--
<?php
$x = 10;
var_dump($x += 5, $x -= 3, $x *= 2, $x /= 4, $x %= 4, $x <<= 3, $x >>= 1, $x |= 3, $x &= 6, $x ^= 1);
$s = "a";
var_dump($s .= "b" . 1);
--EXPECT--
int(15)
int(12)
int(24)
int(6)
int(2)
int(16)
int(8)
int(11)
int(2)
int(3)
string(3) "ab1"
