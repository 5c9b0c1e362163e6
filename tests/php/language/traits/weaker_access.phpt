--TEST--
traits: a method hides one of the parent
--FILE--
<?php
class B { function f() {} }
trait T { private function f() {} }
class A extends B { use T; }
--EXIT--
255
--EXPECTF--

Fatal error: Access level to T::f() must be public (as in class B) in %sweaker_access.php on line 3
