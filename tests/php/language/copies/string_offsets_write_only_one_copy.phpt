--TEST--
$s[i] = c on a string that others hold
--FILE--
<?php
$s = str_repeat('a', 5);
$t = $s;
$list = [$s, 's' => &$s];
$s[0] = 'X';
$t[1] = 'Y';
$list[0][2] = 'Z';
$s[4] = 'W';
var_dump($s, $t, $list[0], $list['s']);
--EXPECT--
string(5) "XaaaW"
string(5) "aYaaa"
string(5) "aaZaa"
string(5) "XaaaW"
