--TEST--
parameters: a function changes its own copy
--FILE--
<?php
function change(array $list) {
    $list[] = 'added';
    $list[0][0] = 'changed';
    return $list;
}
$a = [['inner']];
$b = change($a);
var_dump($a, $b);
--EXPECT--
array(1) {
  [0]=>
  array(1) {
    [0]=>
    string(5) "inner"
  }
}
array(2) {
  [0]=>
  array(1) {
    [0]=>
    string(7) "changed"
  }
  [1]=>
  string(5) "added"
}
