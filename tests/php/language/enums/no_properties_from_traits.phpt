--TEST--
enums: properties of a trait
--FILE--
<?php
trait T { public $x; } enum E { use T; }
--EXIT--
255
--EXPECTF--

Fatal error: Enum E cannot include properties in %sno_properties_from_traits.php on line 2
