--TEST--
enums: UnitEnum
--FILE--
<?php
class A implements UnitEnum {}
--EXIT--
255
--EXPECTF--

Fatal error: Non-enum class A cannot implement interface UnitEnum in %sonly_the_engine_implements_them.php on line 2
