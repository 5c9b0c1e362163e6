--TEST--
$a[] = $a: the copy from before is appended
--FILE--
<?php
$a = [1];
$a[] = $a;
$a[] = $a;
echo json_encode($a), "\n";
$a['self'] = $a[0] + count($a);
echo json_encode($a), "\n";
--EXPECT--
[1,[1],[1,[1]]]
{"0":1,"1":[1],"2":[1,[1]],"self":4}
