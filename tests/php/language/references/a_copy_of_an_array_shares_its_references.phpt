--TEST--
= of an array with references: these stay shared, the rest is copied
--FILE--
<?php
$x = 'x';
$a = ['ref' => &$x, 'val' => 'v'];
function change($p) {
    $p['ref'] = 'changed by value call';
    $p['val'] = 'lost';
}
change($a);
var_dump($a, $x);
--EXPECT--
array(2) {
  ["ref"]=>
  &string(21) "changed by value call"
  ["val"]=>
  string(1) "v"
}
string(21) "changed by value call"
