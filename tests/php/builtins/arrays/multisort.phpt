--TEST--
array_multisort(): several columns
--FILE--
<?php
$data = [3, 1, 2];
$other = ['c', 'a', 'b'];
array_multisort($data, $other);
echo json_encode([$data, $other]);
$a = [10, 100, 100, 0];
$b = [1, 3, 2, 4];
array_multisort($a, SORT_DESC, $b, SORT_ASC);
echo json_encode([$a, $b]), "\n";
--EXPECT--
[[1,2,3],["a","b","c"]][[100,100,10,0],[2,3,1,4]]
