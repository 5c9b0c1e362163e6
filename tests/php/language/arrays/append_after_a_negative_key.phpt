--TEST--
[]=: after the key -5 of a literal comes -4, after -3 assigned into [] comes 0
--FILE--
<?php
$a = [-5 => 'a'];
$a[] = 'b';
var_dump(array_keys($a));
$b = [];
$b[-3] = 'x';
$b[] = 'y';
var_dump(array_keys($b));
--EXPECT--
array(2) {
  [0]=>
  int(-5)
  [1]=>
  int(-4)
}
array(2) {
  [0]=>
  int(-3)
  [1]=>
  int(0)
}
