--TEST--
->: reading warns, writing makes one (deprecated for declared classes)
--FILE--
<?php
class A {}
$a = new A;
var_dump($a->none, $a?->none?->deeper, isset($a->none));
$a->made = 1;
$s = new stdClass;
$s->list[] = 'x';
$s->{'odd name'} = 2;
unset($s->never);
var_dump($a, $s);
--EXPECTF--

Warning: Undefined property: A::$none in %sundefined_properties.php on line 4

Warning: Undefined property: A::$none in %sundefined_properties.php on line 4
NULL
NULL
bool(false)

Deprecated: Creation of dynamic property A::$made is deprecated in %sundefined_properties.php on line 5
object(A)#1 (1) {
  ["made"]=>
  int(1)
}
object(stdClass)#2 (2) {
  ["list"]=>
  array(1) {
    [0]=>
    string(1) "x"
  }
  ["odd name"]=>
  int(2)
}
