--TEST--
keys: a float key is cut, with a deprecation where a fraction is lost
--FILE--
<?php
$a = [1.0 => 'whole'];
$a[2.7] = 'cut';
$a[-1.0] = 'minus';
var_dump($a);
--EXPECTF--

Deprecated: Implicit conversion from float 2.7 to int loses precision in %sfloat_keys_lose_their_fraction.php on line 3
array(3) {
  [1]=>
  string(5) "whole"
  [2]=>
  string(3) "cut"
  [-1]=>
  string(5) "minus"
}
