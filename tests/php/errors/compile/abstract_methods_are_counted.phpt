--TEST--
All abstract methods of a class that is not abstract, at the class.
--FILE--
<?php
class A
{
    abstract function one();
    abstract function two();
    abstract function three();
    abstract function four();
}
--EXIT--
255
--EXPECTF--

Fatal error: Class A contains 4 abstract methods and must therefore be declared abstract or implement the remaining methods (A::one, A::two, A::three, ...) in %sabstract_methods_are_counted.php on line 2
