--TEST--
a reference with one owner left is copied as a value
--FILE--
<?php
$a = [1, 2];
foreach ($a as &$v) {
}
unset($v);
$b = $a;
$b[0] = 9;
var_dump($a, $b);
--EXPECT--
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(2)
}
array(2) {
  [0]=>
  int(9)
  [1]=>
  int(2)
}
