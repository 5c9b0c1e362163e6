--TEST--
static in closures: each new closure has its own
--FILE--
<?php
function make() {
    return function () {
        static $n = 0;
        return ++$n;
    };
}
$a = make();
$b = make();
$a();
$a();
var_dump($a(), $b());
--EXPECT--
int(3)
int(1)
