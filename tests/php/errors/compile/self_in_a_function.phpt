--TEST--
In a function it is known that there is no class.
--FILE--
<?php
function f() { return self::X; }
--EXIT--
255
--EXPECTF--

Fatal error: Cannot use "self" when no class scope is active in %sself_in_a_function.php on line 2
