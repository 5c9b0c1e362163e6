--TEST--
traits: two methods of one name
--FILE--
<?php
trait T { function f() {} }
trait U { function f() {} }
class A { use T, U; }
--EXIT--
255
--EXPECTF--

Fatal error: Trait method U::f has not been applied as A::f, because of collision with T::f in %scollision.php on line 4
