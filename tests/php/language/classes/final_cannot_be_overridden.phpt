--TEST--
final method
--FILE--
<?php
class A { final function m() {} }
class B extends A { function m() {} }
--EXIT--
255
--EXPECTF--

Fatal error: Cannot override final method A::m() in %sfinal_cannot_be_overridden.php on line 3
