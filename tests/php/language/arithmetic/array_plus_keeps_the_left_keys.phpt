--TEST--
+ on arrays: the union, where the left side wins
--FILE--
<?php
var_dump([1, 2] + [10, 20, 30]);
var_dump(['a' => 1] + ['b' => 2, 'a' => 3]);
--EXPECT--
array(3) {
  [0]=>
  int(1)
  [1]=>
  int(2)
  [2]=>
  int(30)
}
array(2) {
  ["a"]=>
  int(1)
  ["b"]=>
  int(2)
}
