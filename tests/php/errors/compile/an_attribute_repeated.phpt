--TEST--
PHP's own attributes stand once.
--FILE--
<?php
#[Attribute, Attribute]
class A {}
--EXIT--
255
--EXPECTF--

Fatal error: Attribute "Attribute" must not be repeated in %san_attribute_repeated.php on line 3
