--TEST--
numeric string: text after a number warns, and the number is used
--FILE--
<?php
var_dump("5 apples" + 3);
var_dump("1.5e1x" * 2);
var_dump("3a" % 2);
--EXPECTF--

Warning: A non-numeric value encountered in %sleading_number_warns.php on line 2
int(8)

Warning: A non-numeric value encountered in %sleading_number_warns.php on line 3
float(30)

Warning: A non-numeric value encountered in %sleading_number_warns.php on line 4
int(1)
