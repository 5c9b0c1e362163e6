--TEST--
== compares properties, === identity
--FILE--
<?php
class P { public $x = 1; }
class Q { public $x = 1; }
$a = new P;
$b = new P;
$c = $a;
var_dump($a == $b, $a === $b, $a === $c, $a == new Q, $a != $b);
$b->x = 2;
var_dump($a == $b, $a < $b, $a <=> $b);
--EXPECT--
bool(true)
bool(false)
bool(true)
bool(false)
bool(false)
bool(false)
bool(true)
int(-1)
