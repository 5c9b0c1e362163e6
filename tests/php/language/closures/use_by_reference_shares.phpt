--TEST--
function () use (&$x)
--FILE--
<?php
$x = 1;
$inc = function () use (&$x) {
    return ++$x;
};
$inc();
$inc();
$x += 10;
var_dump($inc(), $x);
function counter() {
    $n = 0;
    return [function () use (&$n) { return ++$n; }, function () use (&$n) { return $n; }];
}
[$up, $get] = counter();
$up();
$up();
var_dump($get());
--EXPECT--
int(14)
int(14)
int(2)
