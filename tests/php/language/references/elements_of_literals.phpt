--TEST--
[&$x]: a literal can hold references
--FILE--
<?php
$x = 1;
$list = [&$x, 'k' => &$x, $x];
$list[0]++;
$list[2] = 'own';
var_dump($x, $list);
--EXPECT--
int(2)
array(4) {
  [0]=>
  &int(2)
  ["k"]=>
  &int(2)
  [1]=>
  int(1)
  [2]=>
  string(3) "own"
}
