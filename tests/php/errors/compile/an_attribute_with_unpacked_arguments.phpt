--TEST--
Arguments of attributes are constant.
--FILE--
<?php
#[A(...[1])]
class B {}
--EXIT--
255
--EXPECTF--

Fatal error: Cannot use unpacking in attribute argument list in %san_attribute_with_unpacked_arguments.php on line 3
