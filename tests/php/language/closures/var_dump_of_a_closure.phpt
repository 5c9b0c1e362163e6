--TEST--
var_dump: closures are objects
--FILE--
<?php
$x = 1;
var_dump(function ($a, &$b, $c = 1) use ($x) {});
--EXPECT--
object(Closure)#1 (2) {
  ["static"]=>
  array(1) {
    ["x"]=>
    int(1)
  }
  ["parameter"]=>
  array(3) {
    ["$a"]=>
    string(10) "<required>"
    ["&$b"]=>
    string(10) "<required>"
    ["$c"]=>
    string(10) "<optional>"
  }
}
