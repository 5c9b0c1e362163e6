--TEST--
The same function twice at top level is found while compiling.
--FILE--
<?php
echo 'never';
function f() {}
function F() {}
--EXIT--
255
--EXPECTF--

Fatal error: Cannot redeclare F() (previously declared in %sa_function_declared_twice.php:3) in %sa_function_declared_twice.php on line 4
