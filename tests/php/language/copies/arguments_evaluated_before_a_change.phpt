--TEST--
f($a, $a[] = x): what an argument sees
--FILE--
<?php
function show(...$all) { return json_encode($all); }
$a = [1];
echo show($a, $a[] = 2, $a, $a = 'gone', $a), "\n";
$i = 1;
echo show($i, $i++, $i, ++$i, $i), "\n";
--EXPECT--
[[1],2,[1,2],"gone","gone"]
[1,1,2,3,3]
