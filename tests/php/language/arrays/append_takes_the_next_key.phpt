--TEST--
[]=: one more than the largest int key there ever was
--FILE--
<?php
$a = [];
$a[] = 'zero';
$a[10] = 'ten';
$a[] = 'eleven';
$a['x'] = 'x';
unset($a[11]);
$a[] = 'twelve';
var_dump($a);
--EXPECT--
array(4) {
  [0]=>
  string(4) "zero"
  [10]=>
  string(3) "ten"
  ["x"]=>
  string(1) "x"
  [12]=>
  string(6) "twelve"
}
