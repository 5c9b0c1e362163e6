--TEST--
evaluation: a variable on the left is read after the right side ran
--FILE--
<?php
$i = 5;
var_dump($i + $i++);
$i = 5;
var_dump($i + $i + $i++);
$i = 1;
$list = [];
$list[$i] = ++$i;
var_dump($list);
--EXPECT--
int(11)
int(15)
array(1) {
  [2]=>
  int(2)
}
