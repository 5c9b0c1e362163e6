--TEST--
[]: numbering goes on after the largest int key
--FILE--
<?php
var_dump([1, 'a' => 2, 5 => 'five', 'six', -3 => 'minus', 'seven'], array(1, array(2),), []);
--EXPECT--
array(6) {
  [0]=>
  int(1)
  ["a"]=>
  int(2)
  [5]=>
  string(4) "five"
  [6]=>
  string(3) "six"
  [-3]=>
  string(5) "minus"
  [7]=>
  string(5) "seven"
}
array(2) {
  [0]=>
  int(1)
  [1]=>
  array(1) {
    [0]=>
    int(2)
  }
}
array(0) {
}
