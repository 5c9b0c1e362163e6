--TEST--
call_user_func() with a reference parameter
--FILE--
<?php
function inc(&$x) { $x++; }
$n = 1;
call_user_func('inc', $n);
var_dump($n);
call_user_func_array('inc', [&$n]);
var_dump($n);
--EXPECTF--

Warning: inc(): Argument #1 ($x) must be passed by reference, value given in %scallback_by_reference_warns.php on line 4
int(1)
int(2)
