--TEST--
Types that name classes further down cannot be compared yet: the class is declared where it stands.
--FILE--
<?php
echo "first\n";
class A { function f(): X { return new X; } }
class B extends A { function f(): Y { return new Y; } }
class X {}
class Y extends X {}
echo get_class((new B)->f()), "\n";
--EXPECT--
first
Y
