--TEST--
There is no reference to nothing.
--FILE--
<?php
function &f(): void {}
echo "fine\n";
--EXPECTF--

Deprecated: Returning by reference from a void function is deprecated in %sa_void_function_by_reference.php on line 2
fine
