--TEST--
+= .= ++ ??= on elements of a copy
--FILE--
<?php
$a = ['n' => 1, 's' => 'x', 'l' => [1]];
$b = $a;
$b['n'] += 5;
$b['s'] .= 'y';
$b['l'] += [7, 8];
$b['l'][0]++;
$b['new']['deep'] ??= 'made';
$b['n'] ??= 'not used';
echo json_encode([$a, $b]), "\n";
--EXPECT--
[{"n":1,"s":"x","l":[1]},{"n":6,"s":"xy","l":[2,8],"new":{"deep":"made"}}]
