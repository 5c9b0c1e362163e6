--TEST--
array_push() and its kin: keys afterwards
--FILE--
<?php
$a = [1, 2];
var_dump(array_push($a, 3, 4), array_pop($a), array_shift($a), array_unshift($a, 'x', 'y'), $a);
$b = ['k' => 1, 5 => 2, 9 => 3];
array_shift($b);
array_unshift($b, 'front');
$b[] = 'next';
var_dump($b);
$empty = [];
var_dump(array_pop($empty), array_shift($empty));
$c = [1, 2, 3];
array_pop($c);
$c[] = 'again';
echo json_encode($c), "\n";
--EXPECT--
int(4)
int(4)
int(1)
int(4)
array(4) {
  [0]=>
  string(1) "x"
  [1]=>
  string(1) "y"
  [2]=>
  int(2)
  [3]=>
  int(3)
}
array(4) {
  [0]=>
  string(5) "front"
  [1]=>
  int(2)
  [2]=>
  int(3)
  [3]=>
  string(4) "next"
}
NULL
NULL
[1,2,"again"]
