--TEST--
$s[i] = c: one byte is replaced, spaces fill a gap
--FILE--
<?php
$s = "abc";
$t = $s;
$s[1] = 'X';
$s[-1] = 'Z';
$s[5] = '!';
var_dump($s, $t);
$s[0] = 'long';
var_dump($s);
$s[0] = 65;
var_dump($s);
--EXPECTF--
string(6) "aXZ  !"
string(3) "abc"

Warning: Only the first byte will be assigned to the string offset in %swriting_an_offset.php on line 8
string(6) "lXZ  !"

Warning: Only the first byte will be assigned to the string offset in %swriting_an_offset.php on line 10
string(6) "6XZ  !"
