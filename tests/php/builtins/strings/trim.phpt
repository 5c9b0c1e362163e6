--TEST--
trim(), ltrim(), rtrim(): white space, lists, ranges
--FILE--
<?php
var_dump(trim("  \t\n x y \r\0\x0B"), ltrim('  x '), rtrim(" x \n"), trim('--x--', '-'), trim('abcxcba', 'a..c'), rtrim('1.500', '0'), chop('x '));
--EXPECT--
string(3) "x y"
string(2) "x "
string(2) " x"
string(1) "x"
string(1) "x"
string(3) "1.5"
string(1) "x"
