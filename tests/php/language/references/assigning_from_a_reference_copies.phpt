--TEST--
=: takes the value, not the reference
--FILE--
<?php
$a = 1;
$r = &$a;
$c = $r;
$c = 'own';
var_dump($a, $r);
--EXPECT--
int(1)
int(1)
