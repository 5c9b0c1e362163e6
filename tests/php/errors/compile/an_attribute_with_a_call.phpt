--TEST--
Arguments of attributes are constant expressions.
--FILE--
<?php
#[A(f())]
class B {}
--EXIT--
255
--EXPECTF--

Fatal error: Constant expression contains invalid operations in %san_attribute_with_a_call.php on line 3
