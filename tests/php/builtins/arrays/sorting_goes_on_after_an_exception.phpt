--TEST--
A callback that throws is not called again; the array is left sorted as far as it is known
--FILE--
<?php
function tell($a, $b) {
    echo "$a $b\n";
    if ($b === 1) {
        throw new Exception('no one');
    }
    return $a <=> $b;
}
foreach (['usort', 'uasort', 'uksort'] as $sort) {
    $list = [5 => 3, 'k' => 2, 1 => 1, 7 => 0];
    try {
        $sort($list, 'tell');
    } catch (Exception $e) {
        echo $e->getMessage(), "\n";
    }
    print_r($list);
}
--EXPECT--
3 2
1 2
3 0
2 0
1 0
Array
(
    [0] => 0
    [1] => 1
    [2] => 2
    [3] => 3
)
3 2
1 2
3 0
2 0
1 0
Array
(
    [7] => 0
    [1] => 1
    [k] => 2
    [5] => 3
)
5 k
k 1
no one
Array
(
    [5] => 3
    [k] => 2
    [1] => 1
    [7] => 0
)
