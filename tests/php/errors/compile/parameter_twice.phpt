--TEST--
compile error: two parameters of a name
--FILE--
<?php
function f($a, $a) {}
--EXIT--
255
--EXPECTF--

Fatal error: Redefinition of parameter $a in %sparameter_twice.php on line 2
