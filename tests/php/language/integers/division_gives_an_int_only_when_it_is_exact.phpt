--TEST--
/: two ints give an int where nothing is left over
--FILE--
<?php
var_dump(6 / 3, 7 / 2, -6 / 4, 0 / 5, PHP_INT_MIN / -1);
--EXPECT--
int(2)
float(3.5)
float(-1.5)
int(0)
float(9.223372036854776E+18)
