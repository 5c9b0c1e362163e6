--TEST--
Types are not qualified.
--FILE--
<?php
function f(\int $x) {}
--EXIT--
255
--EXPECTF--

Fatal error: Type declaration 'int' must be unqualified in %sa_type_with_a_namespace_that_is_reserved.php on line 2
