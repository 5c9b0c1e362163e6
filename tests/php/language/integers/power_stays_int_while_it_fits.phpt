--TEST--
**: ints give an int while it fits, negative exponents a float
--FILE--
<?php
var_dump(2 ** 10, 2 ** 62, 2 ** 63, 2 ** -1, (-2) ** 3, -2 ** 2, 2 ** 3 ** 2, 0 ** 0, 2 ** 0.5, "3" ** "2");
$x = 3;
$x **= 3;
var_dump($x);
--EXPECT--
int(1024)
int(4611686018427387904)
float(9.223372036854776E+18)
float(0.5)
int(-8)
int(-4)
int(512)
int(1)
float(1.4142135623730951)
int(9)
int(27)
