--TEST--
A function of the engine's own name.
--FILE--
<?php
echo 'never';
function strlen($x) {}
--EXIT--
255
--EXPECTF--

Fatal error: Cannot redeclare strlen() in %sa_function_called_like_a_builtin.php on line 3
