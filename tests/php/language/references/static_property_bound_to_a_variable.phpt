--TEST--
A static property can become a reference to a variable, and another one later
--FILE--
<?php
class A { public static $x = 1; }
class B extends A {}
$y = 5;
A::$x = &$y;
$y = 7;
var_dump(A::$x, B::$x);
A::$x = 8;
var_dump($y);
$z = [1];
B::$x = &$z;
A::$x[] = 2;
var_dump($z, $y);
--EXPECT--
int(7)
int(7)
int(8)
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(2)
}
int(8)
