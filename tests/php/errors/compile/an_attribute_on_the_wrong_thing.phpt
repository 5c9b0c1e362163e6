--TEST--
PHP's own attributes say what they are for.
--FILE--
<?php
#[Attribute]
function f() {}
--EXIT--
255
--EXPECTF--

Fatal error: Attribute "Attribute" cannot target function (allowed targets: class) in %san_attribute_on_the_wrong_thing.php on line 3
