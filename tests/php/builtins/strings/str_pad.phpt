--TEST--
str_pad(): sides and pad strings
--FILE--
<?php
var_dump(str_pad('5', 3, '0', STR_PAD_LEFT), str_pad('x', 5), str_pad('x', 6, 'ab', STR_PAD_BOTH), str_pad('long', 2), str_pad('x', 4, '-='));
--EXPECT--
string(3) "005"
string(5) "x    "
string(6) "abxaba"
string(4) "long"
string(4) "x-=-"
