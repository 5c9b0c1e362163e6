--TEST--
current(), next(), key(), reset(), end(), prev()
--FILE--
<?php
$a = ['x' => 1, 'y' => 2, 'z' => 3];
var_dump(current($a), key($a), next($a), key($a), next($a), next($a), key($a), reset($a), end($a), prev($a));
$copy = $a;
next($copy);
var_dump(current($a), current($copy));
--EXPECT--
int(1)
string(1) "x"
int(2)
string(1) "y"
int(3)
bool(false)
NULL
int(1)
int(3)
int(2)
int(2)
int(3)
