--TEST--
[&$x] =: binds to the element
--FILE--
<?php
$source = [1, [2, 3]];
[&$a, [, &$b]] = $source;
$a = 'A';
$b = 'B';
echo json_encode($source), "\n";
--EXPECT--
["A",[2,"B"]]
