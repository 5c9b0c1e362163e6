--TEST--
traits: the signature of an abstract method
--FILE--
<?php
trait T { abstract private function f(self $a, int $x); }
class A { use T; private function f(self $a, string $x) {} }
--EXIT--
255
--EXPECTF--

Fatal error: Declaration of A::f(A $a, string $x) must be compatible with T::f(A $a, int $x) in %sabstract_method_must_fit.php on line 3
