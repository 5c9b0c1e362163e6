--TEST--
compile error: a call on the left side
--FILE--
<?php
function f() {}
f() = 5;
--EXIT--
255
--EXPECTF--

Fatal error: Can't use function return value in write context in %scannot_reassign_a_call.php on line 3
