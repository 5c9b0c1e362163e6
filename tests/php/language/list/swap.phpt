--TEST--
[$a, $b] = [$b, $a]
--FILE--
<?php
$a = 1;
$b = 2;
[$a, $b] = [$b, $a];
echo "$a $b\n";
$list = [1, 2, 3];
[$list[0], $list[2]] = [$list[2], $list[0]];
echo implode(' ', $list), "\n";
--EXPECT--
2 1
3 2 1
