--TEST--
[...]: int keys are numbered again, string keys replace
--FILE--
<?php
$a = [1, 2];
$b = ['x' => 'a', 'y' => 'b'];
function three() { yield 7; yield 8; }
var_dump([0, ...$a, ...$a, 3], [...$b, 'x' => 'later', ...['y' => 'last', 'z' => 1]], [...[], ...three()]);
--EXPECT--
array(6) {
  [0]=>
  int(0)
  [1]=>
  int(1)
  [2]=>
  int(2)
  [3]=>
  int(1)
  [4]=>
  int(2)
  [5]=>
  int(3)
}
array(3) {
  ["x"]=>
  string(5) "later"
  ["y"]=>
  string(4) "last"
  ["z"]=>
  int(1)
}
array(2) {
  [0]=>
  int(7)
  [1]=>
  int(8)
}
