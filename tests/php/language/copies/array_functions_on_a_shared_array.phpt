--TEST--
sort, array_push, array_shift and so on change one holder only
--FILE--
<?php
$original = [3, 1, 2];
$calls = ['sort', 'rsort', 'shuffle', 'array_pop', 'array_shift', 'natsort', 'end', 'next'];
foreach ($calls as $call) {
    $copy = $original;
    $call($copy);
}
$copy = $original;
array_push($copy, 4);
array_unshift($copy, 0);
array_splice($copy, 1, 1);
array_walk($copy, function (&$x) { $x = "<$x>"; });
echo json_encode([$original, $copy]), ' ', current($original), "\n";
--EXPECT--
[[3,1,2],["<0>","<1>","<2>","<4>"]] 3
