--TEST--
['k' => $x] =: by key, nested, with computed keys
--FILE--
<?php
$key = 'b';
['a' => $x, $key => ['c' => $y]] = ['b' => ['c' => 2], 'a' => 1];
[2 => $two, 0 => $zero] = ['zero', 'one', 'two'];
var_dump($x, $y, $two, $zero);
--EXPECT--
int(1)
int(2)
string(3) "two"
string(4) "zero"
