--TEST--
A promoted property is not nullable by its default.
--FILE--
<?php
class A { function __construct(public int $x = null) {} }
--EXIT--
255
--EXPECTF--

Fatal error: Cannot use null as default value for parameter $x of type int in %snull_for_a_promoted_property.php on line 2
