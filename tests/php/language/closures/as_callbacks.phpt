--TEST--
closures with array functions
--FILE--
<?php
$factor = 3;
$list = [5, 2, 8];
usort($list, fn($a, $b) => $b <=> $a);
echo json_encode([array_map(fn($x) => $x * $factor, $list), array_values(array_filter($list, fn($x) => $x > 2)), array_reduce($list, fn($sum, $x) => $sum + $x, 100)]), "\n";
$total = 0;
array_walk($list, function ($value, $key) use (&$total) { $total += $value * $key; });
var_dump($total);
echo implode(',', array_map(null, [1, 2], [3, 4])[1]), "\n";
--EXPECT--
[[24,15,6],[8,5],115]
int(9)
2,4
