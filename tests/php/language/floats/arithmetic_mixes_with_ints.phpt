--TEST--
float: one float operand makes the result a float
--FILE--
<?php
var_dump(1 + 1.0, 2 * 1.5, 7 - 0.5, 1.5 / 0.5, 3.0 ** 2, -1.5, 10 / 4);
--EXPECT--
float(2)
float(3)
float(6.5)
float(3)
float(9)
float(-1.5)
float(2.5)
