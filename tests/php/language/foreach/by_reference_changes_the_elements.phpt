--TEST--
foreach &: writes go into the array
--FILE--
<?php
$a = [1, 2, 'k' => 3];
foreach ($a as $k => &$v) {
    $v *= 10;
}
unset($v);
var_dump($a);
--EXPECT--
array(3) {
  [0]=>
  int(10)
  [1]=>
  int(20)
  ["k"]=>
  int(30)
}
