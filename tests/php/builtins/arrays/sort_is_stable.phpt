--TEST--
sort: equal elements keep their order
--FILE--
<?php
$people = [['n' => 'a', 'age' => 30], ['n' => 'b', 'age' => 20], ['n' => 'c', 'age' => 30], ['n' => 'd', 'age' => 20]];
usort($people, fn($x, $y) => $x['age'] <=> $y['age']);
echo implode(',', array_column($people, 'n')), "\n";
$a = ['x' => 1, 'y' => 1, 'z' => 0];
asort($a);
echo implode(',', array_keys($a)), "\n";
arsort($a);
echo implode(',', array_keys($a)), "\n";
--EXPECT--
b,d,a,c
z,x,y
x,y,z
