--TEST--
array_slice(), array_splice(): keys and offsets
--FILE--
<?php
$a = [1, 2, 'k' => 3, 4, 5];
echo json_encode([array_slice($a, 1, 2), array_slice($a, -2), array_slice($a, 1, -1, true), array_slice($a, 10)]), "\n";
$removed = array_splice($a, 1, 2, ['x', 'y', 'z']);
echo json_encode([$removed, $a]), "\n";
array_splice($a, -1);
array_splice($a, 1, 0, 'inserted');
echo json_encode($a), "\n";
--EXPECT--
[{"0":2,"k":3},[4,5],{"1":2,"k":3,"2":4},[]]
[{"0":2,"k":3},[1,"x","y","z",4,5]]
[1,"inserted","x","y","z",4]
