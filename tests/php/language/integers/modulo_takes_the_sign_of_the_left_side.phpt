--TEST--
%: the sign is the left operand's, and operands are cut to ints
--FILE--
<?php
var_dump(7 % 3, -7 % 3, 7 % -3, -7 % -3, 0 % 5);
var_dump(PHP_INT_MIN % -1);
var_dump(7.9 % 3);
var_dump("8" % "3");
--EXPECTF--
int(1)
int(-1)
int(1)
int(-1)
int(0)
int(0)

Deprecated: Implicit conversion from float 7.9 to int loses precision in %smodulo_takes_the_sign_of_the_left_side.php on line 4
int(1)
int(2)
