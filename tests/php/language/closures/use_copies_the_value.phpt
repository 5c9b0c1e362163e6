--TEST--
function () use ($x): the value at creation
--FILE--
<?php
$x = 1;
$f = function () use ($x) {
    $x++;
    return $x;
};
$x = 100;
var_dump($f(), $f(), $x);
--EXPECT--
int(2)
int(2)
int(100)
