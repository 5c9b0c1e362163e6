--TEST--
A loop by reference over a value leaves the place alone.
--FILE--
<?php
$a = new stdClass; $a->b = [1, 2];
foreach ($a?->b as &$x) { $x++; }
var_dump($a->b);
--EXPECT--
array(2) {
  [0]=>
  int(1)
  [1]=>
  int(2)
}
