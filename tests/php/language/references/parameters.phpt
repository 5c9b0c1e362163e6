--TEST--
function f(&$p): the caller's variable changes
--FILE--
<?php
function addOne(&$n) {
    $n++;
}
function append(array &$list, $value) {
    $list[] = $value;
}
$n = 1;
addOne($n);
$list = [1];
append($list, 2);
append($list, 3);
$nested = ['a' => ['b' => 1]];
addOne($nested['a']['b']);
var_dump($n, $list, $nested);
--EXPECT--
int(2)
array(3) {
  [0]=>
  int(1)
  [1]=>
  int(2)
  [2]=>
  int(3)
}
array(1) {
  ["a"]=>
  array(1) {
    ["b"]=>
    int(2)
  }
}
