--TEST--
traits: a property with another default
--FILE--
<?php
trait T { public $x = 1; }
class A { use T; public $x = true; }
--EXIT--
255
--EXPECTF--

Fatal error: A and T define the same property ($x) in the composition of A. However, the definition differs and is considered incompatible. Class was composed in %sincompatible_property.php on line 3
