--TEST--
f(name: value): unknown, twice, missing
--FILE--
<?php
function f($a, $b = 1) {}
$calls = [fn() => f(1, z: 2), fn() => f(1, a: 2), fn() => f(b: 2)];
foreach ($calls as $call) {
    try {
        $call();
    } catch (Error $e) {
        echo get_class($e), ": ", $e->getMessage(), "\n";
    }
}
--EXPECT--
Error: Unknown named parameter $z
Error: Named parameter $a overwrites previous argument
ArgumentCountError: f(): Argument #1 ($a) not passed
