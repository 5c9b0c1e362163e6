--TEST--
=: chains to the right, and has a value
--FILE--
<?php
$a = $b = $c = 3;
var_dump($a, $b, $c, ($d = 4) + $d);
--EXPECT--
int(3)
int(3)
int(3)
int(8)
