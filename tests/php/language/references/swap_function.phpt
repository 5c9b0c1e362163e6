--TEST--
two reference parameters, also of the same array
--FILE--
<?php
function swap(&$x, &$y) {
    [$x, $y] = [$y, $x];
}
$a = [1, 2, 3];
swap($a[0], $a[2]);
$p = 'p';
$q = 'q';
swap($p, $q);
swap($p, $p);
echo json_encode([$a, $p, $q]), "\n";
--EXPECT--
[[3,2,1],"q","p"]
