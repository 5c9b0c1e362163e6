--TEST--
A clone of a closure, and one bound anew, goes on from the values it has
--FILE--
<?php
$list = ['a'];
$count = function () use ($list) {
    static $calls = 0, $seen = [];
    $list[] = ++$calls;
    $seen[] = $calls;
    return implode(',', $list) . ' ' . implode(',', $seen);
};
echo $count(), "\n", $count(), "\n";
$clone = clone $count;
echo $clone(), "\n", $count(), "\n";
$bound = Closure::bind($count, null);
echo $bound(), "\n", $bound(), "\n", $count(), "\n", $clone(), "\n";
unset($clone, $bound);
echo $count(), ' ', implode($list), "\n";
--EXPECT--
a,1 1
a,2 1,2
a,3 1,2,3
a,3 1,2,3
a,4 1,2,3,4
a,5 1,2,3,4,5
a,4 1,2,3,4
a,4 1,2,3,4
a,5 1,2,3,4,5 a
