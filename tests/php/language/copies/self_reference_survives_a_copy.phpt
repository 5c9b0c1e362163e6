--TEST--
$a[0] = &$a, then copied
--FILE--
<?php
$a = ['x'];
$a[1] = &$a;
$b = $a;
$b[1][0] = 'written through b';
echo $a[0], ' ', $b[0], ' ', $b[1][1][1][0], "\n";
--EXPECT--
written through b x written through b
