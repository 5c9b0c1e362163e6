--TEST--
unset(): no renumbering, missing keys are no error
--FILE--
<?php
$a = [1, 2, 3, 'k' => ['x' => 1, 'y' => 2]];
unset($a[1], $a['none'], $a['none']['deeper'], $a['k']['x']);
var_dump($a);
unset($a[0], $a[2], $a['k']);
$a[] = 'next';
var_dump($a);
--EXPECT--
array(3) {
  [0]=>
  int(1)
  [2]=>
  int(3)
  ["k"]=>
  array(1) {
    ["y"]=>
    int(2)
  }
}
array(1) {
  [3]=>
  string(4) "next"
}
