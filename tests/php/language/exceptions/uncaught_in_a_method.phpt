--TEST--
uncaught: classes and static calls in the trace
--FILE--
<?php
class A {
    function run($x) { self::deeper($this, null, true, 1.5, 7); }
    static function deeper(...$all) { (function () { throw new Exception("in a closure"); })(); }
}
(new A)->run('x');
--EXIT--
255
--EXPECTF--

Fatal error: Uncaught Exception: in a closure in %suncaught_in_a_method.php:4
Stack trace:
#0 %suncaught_in_a_method.php(4): A::{closure}()
#1 %suncaught_in_a_method.php(3): A::deeper(Object(A), NULL, true, 1.5, 7)
#2 %suncaught_in_a_method.php(6): A->run('x')
#3 {main}
  thrown in %suncaught_in_a_method.php on line 4
