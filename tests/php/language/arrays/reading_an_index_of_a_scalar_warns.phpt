--TEST--
[]: on null, ints and booleans
--FILE--
<?php
foreach ([null, 5, 1.5, true] as $scalar) {
    var_dump($scalar['k']);
}
var_dump($scalar['k'] ?? 'quiet');
--EXPECTF--

Warning: Trying to access array offset on value of type null in %sreading_an_index_of_a_scalar_warns.php on line 3
NULL

Warning: Trying to access array offset on value of type int in %sreading_an_index_of_a_scalar_warns.php on line 3
NULL

Warning: Trying to access array offset on value of type float in %sreading_an_index_of_a_scalar_warns.php on line 3
NULL

Warning: Trying to access array offset on value of type bool in %sreading_an_index_of_a_scalar_warns.php on line 3
NULL
string(5) "quiet"
