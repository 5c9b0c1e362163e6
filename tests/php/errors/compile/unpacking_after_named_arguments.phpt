--TEST--
The order of arguments.
--FILE--
<?php
f(a: 1, ...$b);
--EXIT--
255
--EXPECTF--

Fatal error: Cannot use argument unpacking after named arguments in %sunpacking_after_named_arguments.php on line 2
