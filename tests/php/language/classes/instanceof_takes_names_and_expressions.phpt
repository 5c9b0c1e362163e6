--TEST--
instanceof
--FILE--
<?php
interface I {}
class A implements I {}
class B extends A {}
$b = new B;
$name = 'A';
$a = new A;
var_dump($b instanceof B, $b instanceof A, $b instanceof I, $a instanceof B, $b instanceof $name, $b instanceof $a, $b instanceof Unknown, null instanceof A, !$b instanceof A);
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(false)
bool(true)
bool(true)
bool(false)
bool(false)
bool(false)
