--TEST--
&$o->p: properties may be references
--FILE--
<?php
$o = new stdClass;
$x = 1;
$o->p = &$x;
$x = 2;
$o->list = [1];
$r = &$o->list[0];
$r = 'r';
var_dump($o);
--EXPECT--
object(stdClass)#1 (2) {
  ["p"]=>
  &int(2)
  ["list"]=>
  array(1) {
    [0]=>
    &string(1) "r"
  }
}
