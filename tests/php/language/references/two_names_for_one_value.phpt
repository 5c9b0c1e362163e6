--TEST--
=&: writes through either name
--FILE--
<?php
$a = 1;
$b = &$a;
$b++;
$a .= 'x';
var_dump($a, $b);
unset($a);
$b = 'alone';
var_dump(isset($a), $b);
--EXPECT--
string(2) "2x"
string(2) "2x"
bool(false)
string(5) "alone"
