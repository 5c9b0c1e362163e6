--TEST--
closures: use (&$list) and use ($list)
--FILE--
<?php
$list = [1];
$snapshot = function () use ($list) { $list[] = 'inside'; return $list; };
$shared = function ($x) use (&$list) { $list[] = $x; return count($list); };
$shared(2);
$snapshot();
$shared(3);
echo json_encode([$list, $snapshot(), $snapshot()]), "\n";
--EXPECT--
[[1,2,3],[1,"inside"],[1,"inside"]]
