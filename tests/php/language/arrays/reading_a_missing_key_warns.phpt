--TEST--
[]: an undefined key gives null
--FILE--
<?php
$a = [1, 'k' => ['x' => 1]];
var_dump($a[5]);
var_dump($a['none']);
var_dump($a['k']['y']);
var_dump($a['none']['y']);
--EXPECTF--

Warning: Undefined array key 5 in %sreading_a_missing_key_warns.php on line 3
NULL

Warning: Undefined array key "none" in %sreading_a_missing_key_warns.php on line 4
NULL

Warning: Undefined array key "y" in %sreading_a_missing_key_warns.php on line 5
NULL

Warning: Undefined array key "none" in %sreading_a_missing_key_warns.php on line 6

Warning: Trying to access array offset on value of type null in %sreading_a_missing_key_warns.php on line 6
NULL
