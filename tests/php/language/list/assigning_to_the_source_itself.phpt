--TEST--
[$a, ...] = $a: the source is read before it is gone
--FILE--
<?php
$a = [1, 2, 3];
[$a, $b, $c] = $a;
echo json_encode([$a, $b, $c]), "\n";
$i = 0;
$t = [];
[$t[$i++], $t[$i++]] = ['first', 'second'];
echo json_encode($t), "\n";
--EXPECT--
[1,2,3]
["first","second"]
