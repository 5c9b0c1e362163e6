--TEST--
unset($a[i][j]) when the row is shared
--FILE--
<?php
$row = ['x' => 1, 'y' => 2];
$a = [$row, $row, 'r' => &$row];
unset($a[0]['x'], $a['r']['y']);
echo json_encode([$a, $row]), "\n";
--EXPECT--
[{"0":{"y":2},"1":{"x":1,"y":2},"r":{"x":1}},{"x":1}]
