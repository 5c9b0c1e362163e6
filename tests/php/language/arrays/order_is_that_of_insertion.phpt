--TEST--
order: by first insertion, not by key; assigning again keeps the place
--FILE--
<?php
$a = ['b' => 1, 'a' => 2];
$a['c'] = 3;
$a['b'] = 4;
unset($a['a']);
$a['a'] = 5;
$a[3] = 6;
$a[1] = 7;
foreach ($a as $k => $v) {
    echo "$k=$v ";
}
echo "\n";
--EXPECT--
b=4 c=3 a=5 3=6 1=7 
