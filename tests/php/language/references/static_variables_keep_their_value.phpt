--TEST--
static: per function, initialised once
--FILE--
<?php
function next_number($step = 1) {
    static $n = 100, $list = [1 => 'a'], $none;
    $list[] = $n;
    $n += $step;
    return [$n, count($list), $none];
}
next_number();
next_number(5);
echo json_encode(next_number()), "\n";
--EXPECT--
[107,4,null]
