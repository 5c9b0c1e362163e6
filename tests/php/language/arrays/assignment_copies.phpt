--TEST--
=: a change of one array is not seen in the other
--FILE--
<?php
$a = [1, [2, 3]];
$b = $a;
$b[0] = 'changed';
$b[1][0] = 'changed';
$c = $b;
$c[] = 'more';
var_dump($a, $b, count($c));
--EXPECT--
array(2) {
  [0]=>
  int(1)
  [1]=>
  array(2) {
    [0]=>
    int(2)
    [1]=>
    int(3)
  }
}
array(2) {
  [0]=>
  string(7) "changed"
  [1]=>
  array(2) {
    [0]=>
    string(7) "changed"
    [1]=>
    int(3)
  }
}
int(3)
