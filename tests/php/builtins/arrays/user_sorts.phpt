--TEST--
usort(), uasort(), uksort()
--FILE--
<?php
$a = ['x' => 3, 'y' => 1, 'z' => 2];
uasort($a, fn($p, $q) => $p - $q);
echo json_encode($a);
uksort($a, 'strcmp');
echo json_encode($a);
usort($a, fn($p, $q) => $q <=> $p);
echo json_encode($a), "\n";
$b = [3, 1, 2];
usort($b, fn($p, $q) => $p > $q);
echo json_encode($b), "\n";
--EXPECTF--
{"y":1,"z":2,"x":3}{"x":3,"y":1,"z":2}[3,2,1]

Deprecated: usort(): Returning bool from comparison function is deprecated, return an integer less than, equal to, or greater than zero in %suser_sorts.php on line 10
[1,2,3]
