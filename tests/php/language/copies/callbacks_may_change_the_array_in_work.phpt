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
array_walk($list, function ($v, $k) use (&$list) { $list["new$k"] = $v; });
echo json_encode($list), "\n";
--EXIT--
255
--EXPECTF--
[[3,1,2],[3,1,2,30,10,20]]
[1,2,3]

Fatal error: Allowed memory size of 134217728 bytes exhausted (tried to allocate 2097152 bytes) in %scallbacks_may_change_the_array_in_work.php on line 9
