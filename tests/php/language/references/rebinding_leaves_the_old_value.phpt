--TEST--
=&: binding anew does not write
--FILE--
<?php
$a = 1;
$b = 2;
$r = &$a;
$r = &$b;
$r = 3;
var_dump($a, $b);
--EXPECT--
int(1)
int(3)
