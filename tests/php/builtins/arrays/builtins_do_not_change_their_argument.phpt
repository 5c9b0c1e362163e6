--TEST--
by-value builtins leave the caller's array alone
--FILE--
<?php
$a = [3, 1, 2];
$b = $a;
sort($b);
array_merge($a, [4]);
array_map(function ($x) use (&$a) { $a[] = $x; return $x; }, $a);
echo json_encode([$a, $b]), "\n";
--EXPECT--
[[3,1,2,3,1,2],[1,2,3]]
