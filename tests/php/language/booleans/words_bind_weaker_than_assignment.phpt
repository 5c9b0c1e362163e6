--TEST--
and, or, xor: bind weaker than =
--FILE--
<?php
$a = true and false;
var_dump($a);
$b = false or true;
var_dump($b);
var_dump(!true || true, !(true || true));
--EXPECT--
bool(true)
bool(false)
bool(true)
bool(false)
