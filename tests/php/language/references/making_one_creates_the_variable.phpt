--TEST--
=&: an undefined variable becomes null without a warning
--FILE--
<?php
$a = &$undefined;
var_dump($undefined, $a);
$b = &$list['x']['y'];
var_dump($list);
function f(&$p) {}
f($made['k']);
var_dump($made);
--EXPECT--
NULL
NULL
array(1) {
  ["x"]=>
  array(1) {
    ["y"]=>
    &NULL
  }
}
array(1) {
  ["k"]=>
  NULL
}
