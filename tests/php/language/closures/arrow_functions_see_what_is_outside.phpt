--TEST--
fn: captures by value at creation, nested
--FILE--
<?php
$x = 5;
$add = fn($y) => $x + $y;
$x = 50;
$nested = fn($a) => fn($b) => $a * $b + $x;
$assign = fn() => $x = 'inner';
var_dump($add(1), $nested(2)(3), $assign(), $x);
--EXPECT--
int(6)
int(56)
string(5) "inner"
int(50)
