--TEST--
foreach: changes of the array in the body are not seen
--FILE--
<?php
$a = [1, 2, 3];
foreach ($a as $k => $v) {
    if ($k === 0) {
        $a[] = 4;
        $a[1] = 'changed';
        unset($a[2]);
    }
    echo "$k=>$v ";
}
echo json_encode($a), "\n";
--EXPECT--
0=>1 1=>2 2=>3 {"0":1,"1":"changed","3":4}
