--TEST--
[] =: gives its right side
--FILE--
<?php
var_dump([$a, $b] = [1, 2, 3]);
$r = [$x] = ['y'];
var_dump($r, $x);
--EXPECT--
array(3) {
  [0]=>
  int(1)
  [1]=>
  int(2)
  [2]=>
  int(3)
}
array(1) {
  [0]=>
  string(1) "y"
}
string(1) "y"
