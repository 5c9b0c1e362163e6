--TEST--
unset(): the variable is undefined again
--FILE--
<?php
$x = 1;
unset($x, $never);
var_dump(isset($x));
var_dump($x);
--EXPECTF--
bool(false)

Warning: Undefined variable $x in %sunset_forgets_a_variable.php on line 5
NULL
