--TEST--
define(): the first value stays
--FILE--
<?php
define('TWICE', 1);
var_dump(define('TWICE', 2));
var_dump(TWICE);
--EXPECTF--

Warning: Constant TWICE already defined in %sdefining_twice_warns.php on line 3
bool(false)
int(1)
