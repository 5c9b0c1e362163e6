--TEST--
?: and its short form, nested with parentheses
--FILE--
<?php
$x = 5;
echo $x > 3 ? 'big' : 'small', ' ', $x ?: 'none', ' ', 0 ?: 'none', ' ', (true ? 'a' : false) ? 'b' : 'c', "\n";
echo true ? (false ? 1 : 2) : 3, ' ', null ?: 0 ?: 'last', "\n";
--EXPECT--
big 5 none b
2 last
