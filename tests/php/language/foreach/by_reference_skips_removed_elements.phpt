--TEST--
foreach &: elements removed in the body are not visited
--FILE--
<?php
$a = ['a' => 1, 'b' => 2, 'c' => 3, 'd' => 4];
foreach ($a as $k => &$v) {
    echo "$k ";
    if ($k === 'a') {
        unset($a['b']);
    }
    if ($k === 'c') {
        unset($a['c']);
    }
}
echo json_encode($a), "\n";
--EXPECT--
a c d {"a":1,"d":4}
