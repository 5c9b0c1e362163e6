--TEST--
abstract: a class that leaves one out
--FILE--
<?php
abstract class A {
    abstract function one();
    abstract function two();
}
class B extends A {
    function one() {}
}
--EXIT--
255
--EXPECTF--

Fatal error: Class B contains 1 abstract method and must therefore be declared abstract or implement the remaining methods (A::two) in %sabstract_method_left_out_is_fatal.php on line 6
