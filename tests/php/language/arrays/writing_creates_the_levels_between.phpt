--TEST--
[][]=: arrays come into being on the way
--FILE--
<?php
$a['x']['y'][] = 1;
$a['x']['y'][] = 2;
$a[][][] = 3;
$n = null;
$n['k'] = 'from null';
var_dump($a, $n);
--EXPECT--
array(2) {
  ["x"]=>
  array(1) {
    ["y"]=>
    array(2) {
      [0]=>
      int(1)
      [1]=>
      int(2)
    }
  }
  [0]=>
  array(1) {
    [0]=>
    array(1) {
      [0]=>
      int(3)
    }
  }
}
array(1) {
  ["k"]=>
  string(9) "from null"
}
