--TEST--
"{$x}": any variable expression
--FILE--
<?php
$list = ['a' => ['b' => 'deep'], 'n' => 'five'];
$object = new stdClass;
$object->list = ['x', 'y'];
$object->inner = $object;
$other = 'seen';
$name = 'other';
$f = fn($x) => $x * 2;
echo "{$list['a']['b']} {$object->list[1]} {$object->inner->list[0]} {$f(21)} { $name} {$$name}\n";
--EXPECT--
deep y x 42 { other} seen
