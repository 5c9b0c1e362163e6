--TEST--
function: the same name twice
--FILE--
<?php
function f() {}
eval('function f() {}');
--EXIT--
255
--EXPECTF--

Fatal error: Cannot redeclare f() (previously declared in %sredeclaring_is_fatal.php:2) in %sredeclaring_is_fatal.php(3) : eval()'d code on line 1
