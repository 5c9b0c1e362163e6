--TEST--
Constructors are not compared unless an abstract one demands it.
--FILE--
<?php
class A { public function __construct() {} }
class B extends A { private function __construct($x) {} static function make() { return new B(1); } }
echo get_class(B::make()), "\n";
abstract class C { abstract public function __construct(); }
class D extends C { public function __construct() {} }
class E extends D { public function __construct($x) {} }
--EXIT--
255
--EXPECTF--

Fatal error: Declaration of E::__construct($x) must be compatible with C::__construct() in %sa_constructor_may_be_more_hidden.php on line 7
