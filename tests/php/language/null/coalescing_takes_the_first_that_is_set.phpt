--TEST--
??: no warning for what is missing, null counts as missing
--FILE--
<?php
$set = ['zero' => 0, 'null' => null, 'nested' => ['key' => 'value']];
var_dump($missing ?? 'default');
var_dump($set['zero'] ?? 'default', $set['null'] ?? 'default', $set['none'] ?? 'default');
var_dump($set['nested']['key'] ?? 'default', $set['nested']['a']['b'] ?? 'default');
var_dump($missing ?? $set['none'] ?? 'last');
$missing['x'] ??= 5;
$missing['x'] ??= 6;
var_dump($missing);
--EXPECT--
string(7) "default"
int(0)
string(7) "default"
string(7) "default"
string(5) "value"
string(7) "default"
string(4) "last"
array(1) {
  ["x"]=>
  int(5)
}
