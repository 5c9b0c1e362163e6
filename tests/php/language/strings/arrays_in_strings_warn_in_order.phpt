--TEST--
Two parts are read together, three and more one by one; an array appended to itself is converted once
--FILE--
<?php
$list = [];
$number = 5;
echo "$list$number[k]\n";
echo "-$list$number[k]\n";
echo $list . $number['k'], "\n";
$list .= $list;
echo $list, "\n";
--EXPECTF--

Warning: Array to string conversion in %sarrays_in_strings_warn_in_order.php on line 4

Warning: Trying to access array offset on value of type int in %sarrays_in_strings_warn_in_order.php on line 4
Array

Warning: Array to string conversion in %sarrays_in_strings_warn_in_order.php on line 5

Warning: Trying to access array offset on value of type int in %sarrays_in_strings_warn_in_order.php on line 5
-Array

Warning: Trying to access array offset on value of type int in %sarrays_in_strings_warn_in_order.php on line 6

Warning: Array to string conversion in %sarrays_in_strings_warn_in_order.php on line 6
Array

Warning: Array to string conversion in %sarrays_in_strings_warn_in_order.php on line 7
ArrayArray
