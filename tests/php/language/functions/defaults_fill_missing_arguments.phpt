--TEST--
parameters: default values, computed at each call
--FILE--
<?php
function f($a, $b = 2, $c = [1, 2], $d = PHP_INT_SIZE * 2, $e = null) {
    return json_encode([$a, $b, $c, $d, $e]);
}
echo f(1), f(1, 3), f(1, 3, 'c', 'd', 'e', 'ignored'), "\n";
function g($list = []) {
    $list[] = 1;
    return count($list);
}
echo g(), g(), "\n";
--EXPECT--
[1,2,[1,2],16,null][1,3,[1,2],16,null][1,3,"c","d","e"]
11
