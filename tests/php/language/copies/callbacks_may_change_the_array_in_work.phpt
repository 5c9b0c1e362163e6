--TEST--
array_map, usort, array_walk while the callback writes the variable
--FILE--
<?php
$list = [3, 1, 2];
$out = array_map(function ($x) use (&$list) { $list[] = $x * 10; return $x; }, $list);
echo json_encode([$out, $list]), "\n";
$list = [3, 1, 2];
usort($list, function ($a, $b) use (&$list) { $list = 'overwritten'; return $a <=> $b; });
echo json_encode($list), "\n";
$list = ['a' => 1, 'b' => 2];
array_walk($list, function ($v, $k) use (&$list) { if (strlen($k) < 2) { $list["new$k"] = $v; } });
echo json_encode($list), "\n";
--EXPECT--
[[3,1,2],[3,1,2,30,10,20]]
[1,2,3]
{"a":1,"b":2,"newa":1,"newb":2}
