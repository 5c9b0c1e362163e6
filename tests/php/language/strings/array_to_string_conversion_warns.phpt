--TEST--
string: an array becomes "Array" with a warning
--FILE--
<?php
$list = [1];
echo "[$list]\n";
var_dump((string) $list . "x");
--EXPECTF--

Warning: Array to string conversion in %sarray_to_string_conversion_warns.php on line 3
[Array]

Warning: Array to string conversion in %sarray_to_string_conversion_warns.php on line 4
string(6) "Arrayx"
