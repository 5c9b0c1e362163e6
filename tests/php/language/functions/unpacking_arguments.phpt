--TEST--
f(...$list): lists, string keys as names, several
--FILE--
<?php
function f($a = 0, $b = 0, $c = 0) {
    return "$a-$b-$c ";
}
echo f(...[1, 2]), f(1, ...[2, 3]), f(...[1], ...[2, 3]), f(...['b' => 5]), f(...[1], ...['c' => 9]), f(...[]), "\n";
try {
    f(...5);
} catch (Error $e) {
    echo $e->getMessage(), "\n";
}
--EXPECT--
1-2-0 1-2-3 1-2-3 0-5-0 1-0-9 0-0-0 
Only arrays and Traversables can be unpacked
