--TEST--
What warns while a string of three and more parts is put together
--FILE--
<?php
$lists = ['first' => [1]];
$number = 5;
echo "{$lists['first']}-{$number['key']}\n";
--EXPECTF--

Warning: Array to string conversion in %sparts_of_a_string_are_converted_at_its_end.php on line 4

Warning: Trying to access array offset on value of type int in %sparts_of_a_string_are_converted_at_its_end.php on line 4
Array-
--OURS--

Warning: Trying to access array offset on value of type int in %s on line 4

Warning: Array to string conversion in %s on line 4
Array-
--WHY--
Both read the parts from left to right. PHP makes a string of each at once, Hippy of all at the end, which is faster; only conversions that warn
or call __toString() can tell.
