--TEST--
round(), floor(), ceil(): halves, precision, negative places
--FILE--
<?php
var_dump(round(2.5), round(-2.5), round(3.14159, 2), round(1234567, -3), round(1.955, 2), round(5), floor(-1.5), ceil(-1.5), floor(5), ceil(1.00001), round(0.285, 2), round(-0.4));
--EXPECT--
float(3)
float(-3)
float(3.14)
float(1235000)
float(1.96)
float(5)
float(-2)
float(-1)
float(5)
float(2)
float(0.29)
float(-0)
