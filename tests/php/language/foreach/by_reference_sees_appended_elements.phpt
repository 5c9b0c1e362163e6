--TEST--
foreach &: elements added in the body are visited
--FILE--
<?php
$a = [1, 2];
foreach ($a as &$v) {
    echo $v, ' ';
    if ($v < 4) {
        $a[] = $v + 2;
    }
}
unset($v);
echo json_encode($a), "\n";
--EXPECT--
1 2 3 4 5 [1,2,3,4,5]
