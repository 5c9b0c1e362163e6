--TEST--
&$a[k]: the element is shared, and shown with its mark
--FILE--
<?php
$a = [1, 2, 3];
$r = &$a[1];
$r = 'changed';
var_dump($a);
$copy = $a;
$copy[1] = 'through the copy';
$copy[0] = 'own';
var_dump($a[0], $a[1], $r);
--EXPECT--
array(3) {
  [0]=>
  int(1)
  [1]=>
  &string(7) "changed"
  [2]=>
  int(3)
}
int(1)
string(16) "through the copy"
string(16) "through the copy"
