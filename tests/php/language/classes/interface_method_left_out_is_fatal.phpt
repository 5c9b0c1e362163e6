--TEST--
interface: a class that leaves a method out
--FILE--
<?php
interface I { function m(); }
class C implements I {}
--EXIT--
255
--EXPECTF--

Fatal error: Class C contains 1 abstract method and must therefore be declared abstract or implement the remaining methods (I::m) in %sinterface_method_left_out_is_fatal.php on line 3
